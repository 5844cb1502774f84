"""Pictures of the windows in every state, to be looked at: python scripts/screenshots_states.py OUT [zh] [en].

Every page offscreen at 1366x768, dark and light, on scripted sessions without devices; home, tour, check page and cabin
at 150 and 200 % text too: what no person sees in one sitting. They are looked at and thrown away; the pictures of the
documentation are those of screenshots.py.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))


from scripts.screenshots_after import WINDOW, Taking, after, done, one_session, shoot, spin
from simulator.domain import events
from simulator.domain.compliance import Severity
from simulator.domain.crowd import CardClicked, Followed, IncidentOpened, Liked, OrderPlaced, ViewersEntered
from simulator.domain.desk import CommentPinned, LuckyBagOpened, ProductPinned, SoldOutMarked, ViewerMuted
from simulator.domain.events import WentLive
from simulator.domain.findings import RuleBroken, Support
from simulator.domain.scenario import Incident
from simulator.domain.session import Ending, Mode
from simulator.domain.units import Span
from simulator.media_port import Health
from simulator.ports import Caption
from simulator.storage.content import FolderLibrary
from simulator.ui.app import application, dress
from simulator.ui.cabin.page import CabinPage
from simulator.ui.check.chosen import Chosen
from simulator.ui.check.page import CheckPage
from simulator.ui.check.preparation import Prepared
from simulator.ui.jobs import Jobs
from simulator.ui.setup.page import HomePage
from simulator.ui.theme import DARK, LIGHT, Theme
from simulator.ui.translations import Translations, screen_language
from simulator.ui.widgets import SideTabs
from tests.ui.cabins import counted
from tests.ui.scripted import CHANCE, BareStudio, ScriptedSession, ScriptedStudio, comment, entry, phrase, shop

LOOKS = tuple((name, tokens, scale) for scale in (1.0, 1.5, 2.0) for name, tokens in (("dark", DARK), ("light", LIGHT)))
CHAT = ("多少钱一斤？", "坏了给赔吗", "新疆包邮不？上次买的两天就到了，这次想多买点", "比超市贵吧", "甜不甜")


def on_air() -> list[events.Event]:
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
    more: Sequence[events.Event] = ()
    health: Health | None = None
    camera: bool = True
    quiet: bool = False
    """The first seconds: nobody has come yet."""
    exam: bool = False
    then: Callable[[CabinPage, ScriptedSession], None] = lambda _page, _session: None


def choose(page: CabinPage, _session: ScriptedSession) -> None:
    for _ in range(3):
        page.chat.move_cursor(-1)


def pause(page: CabinPage, session: ScriptedSession) -> None:
    session.pause()
    page._on_tick()


def tab(number: int) -> Callable[[CabinPage, ScriptedSession], None]:
    """Where large text has tabs, bring this one to the front."""

    def brought(page: CabinPage, _session: ScriptedSession) -> None:
        for tabs in page.findChildren(SideTabs):
            tabs.show_page(number)

    return brought


FAULTS = Health(
    faults=(("camera", "lost"), ("microphone", "muted")), camera_fps=None, dropped_frames=12, free_bytes=48 * 10**9
)
BUSY = Health(camera_fps=12.0, caption_delay=2.4, dropped_frames=31, free_bytes=1_400_000_000, behind=6.0)
CABIN = (
    State("quiet", quiet=True),
    State("busy"),
    State("desk", then=tab(1)),
    State("figures", then=tab(2)),
    State(
        "incident-and-hint",
        (IncidentOpened(at=52.0, incident="i1", kind="out_of_stock"), breach(58.0)),
    ),
    State("sold-out", (SoldOutMarked(at=55.0, product="orange"),), then=tab(1)),
    State(
        "chosen-muted-pinned", (CommentPinned(at=58.0, comment="c2"), ViewerMuted(at=58.5, viewer="v7")), then=choose
    ),
    State("paused", then=pause),
    State("prompter", then=lambda page, _: page.host.prompter_key.click()),
    State("key-sheet", then=lambda page, _: page.shelf.all_keys.click()),
    State("machine", health=BUSY, then=lambda page, _: page.bar.vitals.click()),
    State("two-faults", health=FAULTS, camera=False),
    State("product-dialog", then=lambda page, _: page.shelf.price.click()),
    State("coupon-dialog", then=lambda page, _: page.shelf.coupon.click()),
    State("bag-dialog", then=lambda page, _: page.shelf.lucky_bag.click()),
    State("off-air-asked", then=lambda page, _: page.bar.off_air.click()),
    State("exam", exam=True),
)


def opened_cabin(take: Taking, state: State) -> tuple[CabinPage, ScriptedSession]:
    incident = Incident(id="i1", kind="out_of_stock", at=52.0, lines=("怎么下不了单",))
    script = [WentLive(at=0.0)] if state.quiet else [*on_air(), *state.more]
    session = ScriptedSession(script, replace(shop(), incidents=(incident,)))
    if state.exam:
        session.header = replace(session.header, mode=Mode.EXAM, seed=71)
    studio = ScriptedStudio()
    if state.health is not None:
        studio.state = state.health
    if not state.camera:
        studio.frame = None
    page = CabinPage(session, studio, take.look, take.screen)  # type: ignore[arg-type]
    page.resize(*WINDOW)
    page.show()
    return page, session


def cabin(take: Taking) -> None:
    for state in CABIN:
        path = take.path(f"cabin-{state.name}")
        if path is None:
            continue
        page, session = opened_cabin(take, state)
        for now in (2,) if state.quiet else (*range(1, 60, 3), 60):
            session.now = float(now)
            page._on_tick()
        if not state.quiet:
            session.caption = Caption("就能到您家，坏果", 60.0)
        page._on_tick()
        state.then(page, session)
        shoot(page, path)
        done(page)
    for name, moment in (("countdown", -2.2), ("second-desk", 60.0)):
        path = take.path(f"cabin-{name}")
        if path is None:
            continue
        page, session = opened_cabin(take, State(name))
        session.now = moment
        page._on_tick()
        if name == "second-desk":
            page.second._hand_over("t2")
            page._on_tick()
            desk = page.second.window
            assert desk is not None
            desk.grab().save(str(path.with_name("desk-window-" + path.name)))
        shoot(page, path)
        done(page)


def home(take: Taking) -> None:
    past = (entry(1, Ending.SCORED, 76.4), entry(2, Ending.ON_AIR, None), entry(3, Ending.OFF_AIR, None))
    gone = ScriptedStudio()
    gone.library = FolderLibrary(take.out / "no such folder")
    tours = [f"tour-{number}" for number in range(6)]
    for name in ("home", "home-empty", "home-no-scenario", "home-exam", "home-screen", *tours):
        path = take.path(name)
        if path is None:
            continue
        studio = ScriptedStudio(past) if name in ("home", "home-exam", "tour-4") else ScriptedStudio()
        page = HomePage(
            gone if name == "home-no-scenario" else studio,  # type: ignore[arg-type]
            take.look,
            take.screen,
        )
        page.resize(*WINDOW)
        page.show()
        if name == "home-exam":
            page.who.trainee.setEditText("王晓梅")
            page.people.kind.setCurrentIndex(1)
            page.people._on_kind(1)
        if name in tours:
            page.tour.begin(tours.index(name))
        if name == "home-screen":
            page.looks.button.click()
        shoot(page, path)
        done(page)


def check(take: Taking) -> None:
    plain = [f"check-{number}" for number in range(1, 7)]
    tours = [f"check-tour-{number}" for number in range(5)]
    for name in (*plain, *tours, "check-no-camera", "check-no-recogniser", "check-two-hosts", "check-exam"):
        path = take.path(name)
        if path is None:
            continue
        studio = BareStudio() if name.startswith("check-no") else ScriptedStudio()
        two = "阿强" if name == "check-two-hosts" else None
        mode = Mode.EXAM if name == "check-exam" else Mode.PRACTICE
        chosen = Chosen(scenario=shop(), trainee="王晓梅", second=two, mode=mode, seed=71)
        page = CheckPage(
            studio,  # type: ignore[arg-type]
            chosen,
            Prepared.of(chosen, studio.clock.now),
            take.look,
            take.jobs,
            take.screen,
        )
        page.resize(*WINDOW)
        page.show()
        spin(0.4)
        if name in plain:
            page.show_step(plain.index(name))
        elif name in tours:
            page.tour.begin(tours.index(name))
        else:
            page.show_step({"check-no-recogniser": 1, "check-two-hosts": 3, "check-exam": 4}.get(name, 0))
        spin(0.6)
        shoot(page, path)
        done(page)


def take(language: str, out: Path, only: str, kept: Path) -> None:
    """All states in one language."""
    app = application()
    translations = Translations(app, out)
    translations.use(screen_language(language))
    jobs = Jobs(app)
    for name, tokens, scale in LOOKS:
        look = Theme(tokens, scale)
        dress(app, look)
        taking = Taking(language, out, only, look, jobs)
        cabin(taking)
        home(taking)
        check(taking)
        if scale == 1.0:
            after(taking, kept)
        print(f"-- {language} {name} {scale}", flush=True)
    jobs.close()


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
    with TemporaryDirectory() as folder:
        take(asked.languages[0], asked.out, asked.only, one_session(Path(folder) / "kept"))


if __name__ == "__main__":
    main()
