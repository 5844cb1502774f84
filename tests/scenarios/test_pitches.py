"""Every scenario can be rehearsed: a good pitch breaks no rule and tells the card, a bad one breaks what it says."""

from __future__ import annotations

import json
from functools import cache

import pytest

from simulator.assets import assets_folder
from simulator.audience.audience import Audience
from simulator.audience.parameters import MODEL
from simulator.audience.staging import Staging
from simulator.audience.surprises import planned
from simulator.devices.clock import HandClock
from simulator.domain.crowd import IncidentOpened
from simulator.domain.events import VoiceStarted, VoiceStopped
from simulator.domain.findings import FactTold, RuleBroken
from simulator.domain.judgement import Scorecard
from simulator.domain.scenario import Scenario, Trigger
from simulator.domain.session import SessionHeader, SessionLog
from simulator.live.session import LiveSession, Parts
from simulator.perception.listener import Finding, Listener
from simulator.ports import Heard
from simulator.scoring.scorecard import score
from simulator.storage.content import FolderLibrary
from tests.scenarios.pitches import Said, pitch

LIBRARY = FolderLibrary(assets_folder())
IDS = tuple(f"S{number:02}" for number in range(1, 13))
BEAT = 0.1


def heard(scenario: Scenario, said: list[Said]) -> list[tuple[Said, tuple[Finding, ...]]]:
    listener = Listener(scenario, LIBRARY.taxonomy(), LIBRARY.rules(scenario.language))
    return [(line, listener.take(line.phrase())) for line in said]


@pytest.mark.parametrize("id", IDS)
def test_a_good_pitch_breaks_no_rule_and_tells_the_card(id: str) -> None:
    scenario = LIBRARY.scenario(id)
    found = heard(scenario, pitch(id, "good", scenario.language))
    assert [(line.text, each.pattern) for line, all in found for each in all if isinstance(each, RuleBroken)] == []
    told = {(each.product, each.fact) for _, all in found for each in all if isinstance(each, FactTold)}
    spoken_of = {product for product, _ in told}
    card = {(p.id, f.id) for p in scenario.products if p.id in spoken_of for f in p.facts if f.mandatory}
    assert len(told & card) >= 0.8 * len(card), sorted(card - told)


@pytest.mark.parametrize("id", IDS)
def test_a_bad_pitch_breaks_the_rules_it_names(id: str) -> None:
    scenario = LIBRARY.scenario(id)
    missed = [
        (line.breaks, line.text)
        for line, all in heard(scenario, pitch(id, "bad", scenario.language))
        if line.breaks and not any(isinstance(each, RuleBroken) and each.category == line.breaks for each in all)
    ]
    assert missed == []


@cache
def rehearsed(id: str, kind: str) -> SessionLog:
    """The pitch on air in its scenario's room, from going live to the planned end."""
    scenario = LIBRARY.scenario(id)
    header = SessionHeader(
        id=f"{id}-{kind}", scenario=id, scenario_version=scenario.version, language=scenario.language, seed=7,
        trainee="t", take=1, began_utc="2026-01-01T00:00:00", app_version="0", audience_model=MODEL,
    )  # fmt: skip
    parts = Parts(
        scenario=scenario,
        listener=Listener(scenario, LIBRARY.taxonomy(), LIBRARY.rules(scenario.language)),
        audience=Audience(scenario, LIBRARY.taxonomy(), 7, wording=LIBRARY.wording(scenario.language)),
        rewordings=lambda _: None,
        staging=Staging(scenario, LIBRARY.taxonomy(), planned(scenario, 7)),
    )
    clock = HandClock()
    session = LiveSession(header, parts, clock, lambda _: None)
    session.go_live(0.0)
    waiting = pitch(id, kind, scenario.language)
    session.desk.pin_product(next(s.product for s in scenario.run_of_show if s.product is not None))
    while session.now < scenario.length - 1e-6:
        while waiting and waiting[0].span.end <= session.now:
            line = waiting.pop(0)
            session.post(VoiceStarted(at=line.span.start))
            session.post(VoiceStopped(at=line.span.end))
            session.hear(Heard(phrases=(line.phrase(),)))
        clock.time = round(clock.time + BEAT, 6)
        session.tick()
    session.go_off_air()
    return session.log


@pytest.mark.parametrize("id", IDS)
def test_its_incidents_occur_and_the_good_pitch_scores_higher(id: str) -> None:
    scenario = LIBRARY.scenario(id)
    rubric = LIBRARY.known().rubrics[scenario.rubric]
    good, bad = rehearsed(id, "good"), rehearsed(id, "bad")
    for log in (good, bad):
        struck = {each.incident for each in log.only(IncidentOpened)}
        timed = {each.id for each in scenario.incidents if each.when is Trigger.MOMENT}
        assert timed <= struck
    cards = [score(log, rubric, provisional=False, profile=scenario.profile) for log in (good, bad)]
    assert points(cards[0], cards[1]) > points(cards[1], cards[0])


def points(card: Scorecard, other: Scorecard) -> float:
    """Weighted mean of the levels, over what both could be measured by: without a camera neither has a total."""
    both = {mark.criterion for mark in card.marks if mark.machine} & {m.criterion for m in other.marks if m.machine}
    counted = [(mark.weight, mark.machine or 0) for mark in card.marks if mark.criterion in both]
    return sum(weight * level for weight, level in counted) / sum(weight for weight, _ in counted)


def test_every_scenario_has_its_pitches() -> None:
    names = {json.loads(path.read_text("utf-8"))["id"] for path in (assets_folder() / "scenarios").glob("*.json")}
    assert names == set(IDS)
