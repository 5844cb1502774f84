"""A lively session put through the cabin: speech, some of it heard late, the desk, a pause; as the store keeps it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from simulator.audience.audience import Audience
from simulator.audience.parameters import MODEL
from simulator.devices.clock import HandClock
from simulator.domain.events import HostSpoke, VoiceStarted, VoiceStopped, Word
from simulator.domain.language import Language
from simulator.domain.scenario import CouponOffer, Scenario
from simulator.domain.session import SessionHeader, SessionLog
from simulator.domain.units import Money, Seconds, Span
from simulator.live.session import LiveSession, Parts
from simulator.live.studio import Studio
from simulator.perception.listener import Listener
from simulator.ports import Heard
from tests.deviceless import studio_in
from tests.journeys.pitch import ORANGES

SESSION = "abc123def456"
LENGTH: Seconds = 190.0
PAUSE: Seconds = 40.0
BEATS = (0.1, 0.1, 0.23, 0.07, 0.1, 0.61, 0.1, 0.05)
"""How long the window takes from one tick to the next, over and over."""
LATE = (4, 7)
"""Lines of the pitch that a slow recogniser hands over six seconds after their end."""
DESK = (
    (3.0, lambda session: session.desk.pin_product("orange")),
    (33.33, lambda session: session.desk.start_countdown()),
    (45.0, lambda session: session.desk.begin_demonstration()),
    (57.5, lambda session: session.desk.end_demonstration()),
    (64.2, lambda session: session.desk.send_coupon("orange")),
    (96.0, lambda session: session.desk.open_lucky_bag(30.0)),
    (120.0, lambda session: session.desk.change_price("orange", Money(3790, session.scenario.currency))),
    (140.04, lambda session: session.desk.unpin_product()),
    (142.0, lambda session: session.desk.pin_product("orange")),
    (146.0, lambda session: session.desk.pin_comment("c1")),
    (150.0, lambda session: session.desk.mute_viewer("v1")),
    (151.0, lambda session: session.desk.mute_viewer("v4")),
    (152.0, lambda session: session.desk.correct_stock("orange", 1500)),
    (153.0, lambda session: session.desk.unpin_comment()),
)


def lively(scenario: Scenario, entries_per_min: float = 900) -> Scenario:
    """The scenario with a crowd that gives its replay something to get wrong, and a coupon."""
    first, *others = scenario.products
    coupon = CouponOffer(off=Money(500, scenario.currency), pieces=100)
    crowd = replace(scenario.crowd, entries_per_min=entries_per_min, comment_multiplier=2.0, opening_viewers=80)
    return replace(scenario, products=(replace(first, stock=2000, coupon=coupon), *others), crowd=crowd)


def phrases() -> list[tuple[Seconds, HostSpoke]]:
    """The pitch, said a second time from 130 s on where time is left; each with the moment it was handed over."""
    found = []
    for number, (start, text) in enumerate((*ORANGES, *((start + 128, text) for start, text in ORANGES[2:6]))):
        end = start + len(text) / 4.2
        said = Span(start, end)
        words = tuple(
            Word(letter, Span(start + at / 4.2, start + (at + 1) / 4.2), 0.95) for at, letter in enumerate(text)
        )
        spoke = HostSpoke(at=end, said=said, text=text, words=words, engine="transcript")
        found.append((end + (6.0 if number in LATE else 0.4), spoke))
    return found


def broadcast(folder: Path, seed: int = 7) -> SessionLog:
    """Go on air in front of a lively crowd, beat the drum as unevenly as a window does, and read the log back."""
    studio = studio_in(folder)
    try:
        scenario = lively(studio.library.scenario("S01"))
        header = SessionHeader(
            id=SESSION,
            scenario=scenario.id,
            scenario_version=scenario.version,
            language=scenario.language,
            seed=seed,
            trainee=studio.store.trainee("小雨").id,
            take=1,
            began_utc="2026-01-01T00:00:00+00:00",
            app_version="0",
            audience_model=MODEL,
        )
        studio.store.begin(header, scenario)
        _run(studio, header, scenario)
        return studio.store.log(SESSION)
    finally:
        studio.store.close()


def _run(studio: Studio, header: SessionHeader, scenario: Scenario) -> None:
    taxonomy, rules = studio.library.taxonomy(), studio.library.rules(Language.ZH)
    parts = Parts(
        scenario=scenario,
        listener=Listener(scenario, taxonomy, rules),
        audience=Audience(scenario, taxonomy, header.seed, wording=studio.library.wording(Language.ZH)),
        rewordings=lambda _: None,
    )
    clock = HandClock()
    session = LiveSession(header, parts, clock, lambda events: studio.store.append(header.id, events))
    session.go_live(0.0)
    to_hear, to_do = phrases(), list(DESK)
    paused, beat = False, 0
    while session.now < LENGTH:
        clock.time += BEATS[beat % len(BEATS)]
        beat += 1
        if not paused and session.now > 80:
            session.pause()
            clock.time += PAUSE
            session.tick()
            session.resume()
            paused = True
        heard = [spoke for due, spoke in to_hear if due <= session.now]
        to_hear = [(due, spoke) for due, spoke in to_hear if due > session.now]
        for spoke in heard:
            session.post(VoiceStarted(at=spoke.said.start + 0.3))
            session.post(VoiceStopped(at=spoke.said.end + 0.3))
        session.hear(Heard(phrases=tuple(heard)))
        while to_do and to_do[0][0] <= session.now:
            to_do.pop(0)[1](session)
        session.tick()
    session.go_off_air()
    session.hear_the_rest(Heard(phrases=tuple(spoke for _, spoke in to_hear)))
