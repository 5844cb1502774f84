"""One incident on air, met in one way: the same shop, crowd and luck, so that only the host tells rooms apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from simulator.assets import assets_folder
from simulator.audience.audience import Audience
from simulator.audience.parameters import MODEL
from simulator.audience.staging import Staging
from simulator.audience.surprises import planned
from simulator.devices.clock import HandClock
from simulator.domain.events import HostSpoke, VoiceStarted, VoiceStopped, Word
from simulator.domain.language import Language
from simulator.domain.scenario import CouponOffer, Incident, Scenario
from simulator.domain.session import SessionHeader, SessionLog
from simulator.domain.taxonomy import Outcome
from simulator.domain.units import Money, Seconds, Span
from simulator.live.session import LiveSession, Parts
from simulator.perception.listener import Listener
from simulator.ports import Heard
from simulator.storage.content import FolderLibrary

LIBRARY = FolderLibrary(assets_folder())
TAXONOMY = LIBRARY.taxonomy()
OPENS: Seconds = 40.0
MEETS: Seconds = 48.0
"""When the host takes it up, where he does."""
PACE = 5.0
"""Characters a second."""


def shop() -> Scenario:
    """Three products with stock and coupons, a lively crowd, no incident."""
    scenario = LIBRARY.scenario("S01")
    orange = replace(
        scenario.products[0], stock=300, counter_stock=300,
        coupon=CouponOffer(off=Money(500, scenario.currency), pieces=100),
    )  # fmt: skip
    pomelo = replace(orange, id="pomelo", link_no=2, name="青石岭红柚", aliases=("红柚",))
    rice = replace(orange, id="rice", link_no=3, name="山泉大米", aliases=("大米",))
    crowd = replace(scenario.crowd, entries_per_min=240, comment_multiplier=1.0, opening_viewers=60)
    return replace(scenario, products=(orange, pomelo, rice), crowd=crowd, incidents=(), length=300.0)


def struck(kind: str, product: str | None = "orange") -> Scenario:
    """The shop with one incident of this kind."""
    return replace(shop(), incidents=(Incident(id="it", kind=kind, at=OPENS, product=product),))


def on_air(scenario: Scenario, seed: int = 3) -> tuple[LiveSession, HandClock]:
    header = SessionHeader(
        id="s1", scenario=scenario.id, scenario_version="1", language=Language.ZH, seed=seed, trainee="t", take=1,
        began_utc="2026-01-01T00:00:00", app_version="0", audience_model=MODEL,
    )  # fmt: skip
    parts = Parts(
        scenario=scenario,
        listener=Listener(scenario, TAXONOMY, LIBRARY.rules(Language.ZH)),
        audience=Audience(scenario, TAXONOMY, seed, wording=LIBRARY.wording(Language.ZH)),
        rewordings=lambda _: None,
        staging=Staging(scenario, TAXONOMY, planned(scenario, seed)),
    )
    clock = HandClock()
    session = LiveSession(header, parts, clock, lambda _: None)
    session.go_live(0.0)
    return session, clock


def until(session: LiveSession, clock: HandClock, moment: Seconds) -> None:
    while session.now < moment - 1e-6:
        clock.time = round(clock.time + 0.1, 6)
        session.tick()


def say(session: LiveSession, text: str, at: Seconds) -> Seconds:
    """Let the host say something; returns when the next sentence may begin."""
    end = at + len(text) / PACE
    words = tuple(
        Word(letter, Span(at + number / PACE, at + (number + 1) / PACE), 0.95) for number, letter in enumerate(text)
    )
    session.post(VoiceStarted(at=at))
    session.post(VoiceStopped(at=end))
    session.hear(Heard(phrases=(HostSpoke(at=end, said=Span(at, end), text=text, words=words, engine="transcript"),)))
    return end + 0.6


def choice_of(kind: str, outcome: Outcome) -> int:
    return next(n for n, choice in enumerate(TAXONOMY.incidents[kind].choices) if choice.outcome is outcome)


Meeting = Callable[[LiveSession, HandClock], None]


def silent(_session: LiveSession, _clock: HandClock) -> None:
    """Nothing is said or done."""


def chooses(kind: str, outcome: Outcome) -> Meeting:
    def meet(session: LiveSession, _: HandClock) -> None:
        session.desk.decide("it", choice_of(kind, outcome))

    return meet


def says(phrases: Sequence[str]) -> Meeting:
    def meet(session: LiveSession, clock: HandClock) -> None:
        moment = session.now
        for text in phrases:
            end = say(session, text, moment)
            until(session, clock, end)
            moment = end

    return meet


def does(act: Callable[[LiveSession], None]) -> Meeting:
    return lambda session, _: act(session)


def met(scenario: Scenario, how: Meeting, end: Seconds, *, at: Seconds = MEETS, coupon: bool = True) -> SessionLog:
    """A session in which the oranges are pinned, a coupon runs, and the incident is met in this way."""
    session, clock = on_air(scenario)
    session.desk.pin_product("orange")
    until(session, clock, 10.0)
    if coupon:
        session.desk.send_coupon("orange", 200.0)
    until(session, clock, at)
    how(session, clock)
    until(session, clock, end)
    session.go_off_air()
    return session.log
