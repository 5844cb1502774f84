"""Pictures of the windows in every state, to be looked at: python scripts/screenshots_states.py OUT [zh] [en].

Home and cabin offscreen at 1366x768, dark and light, at 100 to 200 % text, on scripted sessions without devices: what
no person sees in one sitting. They are looked at and thrown away; the pictures of the documentation are those of
screenshots.py.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from simulator.domain.compliance import Severity
from simulator.domain.crowd import (
    CardClicked,
    Followed,
    IncidentOpened,
    Liked,
    OrderPlaced,
    ViewersEntered,
)
from simulator.domain.desk import CommentPinned, LuckyBagOpened, ProductPinned, SoldOutMarked, ViewerMuted
from simulator.domain.events import Event, WentLive
from simulator.domain.findings import RuleBroken, Support
from simulator.domain.scenario import Incident
from simulator.domain.session import Ending
from simulator.domain.units import Span
from simulator.media_port import Health
from simulator.ports import Caption
from simulator.ui.app import application, dress
from simulator.ui.cabin.page import CabinPage
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import DARK, LIGHT, Theme
from simulator.ui.translations import Translations, screen_language
from tests.ui.cabins import counted
from tests.ui.scripted import CHANCE, ScriptedSession, ScriptedStudio, comment, entry, phrase, shop

WINDOW = (1366, 768)
LOOKS = tuple((name, tokens, scale) for scale in (1.0, 1.5, 2.0) for name, tokens in (("dark", DARK), ("light", LIGHT)))
CHAT = ("多少钱一斤？", "坏了给赔吗", "新疆包邮不？上次买的两天就到了，这次想多买点", "比超市贵吧", "甜不甜")


def on_air() -> list[Event]:
    """A minute of a live room."""
    shelf = shop().products
    said = [comment(n, 50.0 + n, CHAT[n % len(CHAT)], asks=n % 2 == 0, name=f"老陈爱爬山{n}") for n in range(9)]
    buyer = said[0].viewer
    return [
        WentLive(at=0.0),
        ProductPinned(at=1.0, product="orange"),
        LuckyBagOpened(at=2.0, closes_at=182.0),
        *(counted(float(at), 900 + 6 * at) for at in range(1, 60)),
        CardClicked(at=40.0, product="orange", count=1904, cause=CHANCE),
        Liked(at=57.0, count=18000),
        Liked(at=59.4, count=30),
        ViewersEntered(at=59.0, count=12, cause=CHANCE),
        Followed(at=59.6, count=3, cause=CHANCE),
        *said,
        *(
            OrderPlaced(
                at=58.0 + n / 4, order=f"o{n}", viewer=buyer, product="orange", price=shelf[0].price, cause=CHANCE
            )
            for n in range(3)
        ),
        phrase(59.0, "我们这个橙子是现摘现发，四十八小时"),
    ]


def breach(at: float) -> RuleBroken:
    return RuleBroken(
        at=at,
        said=Span(at - 1, at),
        id="r1",
        category="absolute_terms",
        pattern="p",
        severity=Severity.S3,
        support=Support.NOT_CHECKED,
        quote="全网最低价",
    )


@dataclass(frozen=True)
class State:
    """What happened beside the minute on air, and what was done to the page."""

    name: str
    more: Sequence[Event] = ()
    health: Health | None = None
    camera: bool = True
    then: Callable[[CabinPage, ScriptedSession], None] = lambda _page, _session: None


def choose(page: CabinPage, _session: ScriptedSession) -> None:
    for _ in range(3):
        page.chat.move_cursor(-1)


def pause(page: CabinPage, session: ScriptedSession) -> None:
    session.pause()
    page._on_tick()


STATES = (
    State("cabin"),
    State(
        "incident-and-hint",
        (IncidentOpened(at=52.0, incident="i1", kind="out_of_stock"), breach(58.0)),
    ),
    State("sold-out", (SoldOutMarked(at=55.0, product="orange"),)),
    State(
        "chosen-muted-pinned", (CommentPinned(at=58.0, comment="c2"), ViewerMuted(at=58.5, viewer="v7")), then=choose
    ),
    State("paused", then=pause),
    State("camera-lost", health=Health(faults=(("camera", "lost"),), camera_fps=None), camera=False),
)


def spin(seconds: float) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def shoot(page: QWidget, path: Path) -> None:
    page.resize(*WINDOW)
    page.show()
    spin(0.4)  # until what slides has arrived
    page.grab().save(str(path))
    print(path.name, flush=True)


def cabin(state: State, look: Theme, language: str, path: Path) -> None:
    incident = Incident(id="i1", kind="out_of_stock", at=52.0, lines=("怎么下不了单",))
    session = ScriptedSession([*on_air(), *state.more], replace(shop(), incidents=(incident,)))
    studio = ScriptedStudio()
    if state.health is not None:
        studio.state = state.health
    if not state.camera:
        studio.frame = None
    page = CabinPage(session, studio, look, screen_language(language))  # type: ignore[arg-type]
    page.resize(*WINDOW)
    page.show()
    for now in (*range(1, 60, 3), 60):
        session.now = float(now)
        page._on_tick()
    session.caption = Caption("就能到您家，坏果", 60.0)
    page._on_tick()
    state.then(page, session)
    shoot(page, path)
    page.close()
    page.deleteLater()


def home(look: Theme, language: str, path: Path, *, empty: bool) -> None:
    past = (
        () if empty else (entry(1, Ending.SCORED, 76.4), entry(2, Ending.ON_AIR, None), entry(3, Ending.OFF_AIR, None))
    )
    studio = ScriptedStudio(past)
    if empty:
        studio.frame, studio.loud = None, None
    page = HomePage(studio, look, screen_language(language))  # type: ignore[arg-type]
    shoot(page, path)
    page.close()
    page.deleteLater()


def take(language: str, out: Path, only: str) -> None:
    """All states in one language."""
    app = application()
    translations = Translations(app, out)
    translations.use(screen_language(language))
    for name, tokens, scale in LOOKS:
        look = Theme(tokens, scale)
        dress(app, look)
        end = f"{language}-{name}-{round(100 * scale)}.png"
        for state in STATES:
            if only in state.name + end:
                cabin(state, look, language, out / f"{state.name}-{end}")
        for kind in ("home", "home-empty"):
            if only in kind + end:
                home(look, language, out / f"{kind}-{end}", empty=kind == "home-empty")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("languages", nargs="*", default=["zh", "en"])
    parser.add_argument("--only", default="", help="a part of the pictures' names")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    if len(asked.languages) > 1:  # an application speaks one language from its start
        for language in asked.languages:
            subprocess.run([sys.executable, __file__, str(asked.out), language, "--only", asked.only], check=True)
        return
    take(asked.languages[0], asked.out, asked.only)


if __name__ == "__main__":
    main()
