"""A host who follows a written pitch on air, and answers what viewers really ask if the pitch says so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from simulator.audience.audience import Audience
from simulator.audience.parameters import MODEL
from simulator.devices.clock import HandClock
from simulator.domain.crowd import CommentPosted
from simulator.domain.events import HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.session import SessionHeader, SessionLog
from simulator.domain.units import Seconds, Span
from simulator.live.session import LiveSession, Parts
from simulator.perception.listener import Listener
from simulator.ports import Heard
from simulator.storage.content import FolderLibrary
from tests.scoring.gaming.shop import shop
from tests.stream import ASSETS

HERE = Path(__file__).parent
PACE = {Language.ZH: 4.6, Language.EN: 2.7}
"""Characters, or words, a second."""
BREATH: Seconds = 0.7
"""Between two sentences."""
READ: Seconds = 3.0
"""A comment is read before it is answered."""
IN_A_ROW = 1
"""Answers before the host goes on with the pitch, where the pitch does not say."""
BEAT: Seconds = 0.1


@dataclass(slots=True)
class Host:
    """What is said next, and when."""

    language: Language
    script: list[dict[str, object]]
    """What is said, in order, each not before its moment."""
    desk: list[dict[str, object]]
    """What is done at the desk, at its moment, whatever is being said."""
    answers: dict[str, dict[str, str]]
    unasked: bool
    """Answers only what nobody asks."""
    patience: int = IN_A_ROW
    """Answers before the host goes on with the pitch."""
    free_at: Seconds = 0.0
    in_a_row: int = 0
    demonstrating_until: Seconds | None = None
    recited: int = 0

    def speaks(self, session: LiveSession) -> str | None:
        """The next sentence, if there is one now; acts at the desk are done on the way."""
        now = session.now
        if self.demonstrating_until is not None and now >= self.demonstrating_until:
            session.desk.end_demonstration()
            self.demonstrating_until = None
        while self.desk and float(str(self.desk[0]["at"])) <= now:
            self._act(session, self.desk.pop(0))
        if now < self.free_at:
            return None
        due = bool(self.script) and float(str(self.script[0]["at"])) <= now
        if (not due or self.in_a_row < self.patience) and (answer := self._answer(session)) is not None:
            self.in_a_row += 1
            return answer
        if due:
            line = self.script.pop(0)
            self._act(session, line)
            self.in_a_row = 0
            return str(line["say"])
        return None

    def _act(self, session: LiveSession, line: dict[str, object]) -> None:
        if "segment" in line:
            session.desk.start_segment(str(line["segment"]))
        if "pin" in line:
            session.desk.pin_product(str(line["pin"]))
        if "demo" in line:
            session.desk.begin_demonstration()
            self.demonstrating_until = session.now + float(str(line["demo"]))

    def _answer(self, session: LiveSession) -> str | None:
        if self.unasked:
            return self._unasked(session)
        open_questions = sorted(session.open_questions, key=lambda comment: (-comment.priority, comment.at))
        for comment in open_questions:
            if session.now - comment.at < READ or comment.expires_at < session.now + READ:
                continue
            text = self._words_for(comment, session)
            if text is not None:
                return text
        return None

    def _unasked(self, session: LiveSession) -> str | None:
        """The next answer of the list to something nobody waits for."""
        waiting = {comment.category for comment in session.open_questions}
        free = [answer for category, answer in self.answers.items() if category not in waiting]
        if not free:
            return None
        self.recited += 1
        product = session.scenario.products[self.recited % len(session.scenario.products)].id
        return free[self.recited % len(free)].get(product)

    def _words_for(self, comment: CommentPosted, session: LiveSession) -> str | None:
        by_product = self.answers.get(comment.category)
        if by_product is None:
            return None
        products = [product.id for product in session.scenario.products]
        return by_product.get(comment.product or products[0])


def on_air(name: str) -> SessionLog:
    """The session of a test pitch, as the cabin would keep it: heard, judged by the room, logged."""
    pitch = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    scenario = shop(pitch["shop"])
    library = FolderLibrary(ASSETS)
    taxonomy, rules = library.taxonomy(), library.rules(scenario.language)
    header = SessionHeader(
        id=name,
        scenario=scenario.id,
        scenario_version=scenario.version,
        language=scenario.language,
        seed=pitch["seed"],
        trainee="t1",
        take=1,
        began_utc="2026-01-01T00:00:00+00:00",
        app_version="0",
        audience_model=MODEL,
    )
    parts = Parts(
        scenario=scenario,
        listener=Listener(scenario, taxonomy, rules),
        audience=Audience(scenario, taxonomy, header.seed, wording=library.wording(scenario.language)),
        rewordings=lambda _: None,
    )
    clock = HandClock()
    session = LiveSession(header, parts, clock, lambda _: None)
    session.go_live(0.0)
    script = sorted(pitch["script"], key=lambda line: line["at"])
    host = Host(
        language=scenario.language,
        script=[line for line in script if "say" in line],
        desk=[line for line in script if "say" not in line],
        answers=pitch["answers"],
        unasked=pitch.get("unasked", False),
        patience=pitch.get("in_a_row", IN_A_ROW),
    )
    said: list[HostSpoke] = []
    while session.now < pitch["ends_at"]:
        text = host.speaks(session)
        if text is not None:
            said.append(_spoken(text, session.now, scenario.language))
            host.free_at = said[-1].said.end + BREATH
        clock.time = round(clock.time + BEAT, 6)
        done = [spoke for spoke in said if spoke.said.end <= session.now]
        said = [spoke for spoke in said if spoke.said.end > session.now]
        session.hear(Heard(phrases=tuple(done)))
        session.tick()
    session.go_off_air()
    session.hear_the_rest(Heard(phrases=tuple(said)))
    return session.log


def _spoken(text: str, start: Seconds, language: Language) -> HostSpoke:
    """The sentence with its words spread evenly; marks take no time."""
    pieces = list(text) if language is Language.ZH else text.split()
    words: list[Word] = []
    at = start
    for piece in pieces:
        if piece in "，。、？！":
            words[-1] = Word(words[-1].text + piece, words[-1].said, words[-1].confidence)
            continue
        words.append(Word(piece, Span(at, at + 1 / PACE[language]), 0.95))
        at += 1 / PACE[language]
    return HostSpoke(at=at, said=Span(start, at), text=text, words=tuple(words), engine="vosk")
