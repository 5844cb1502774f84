"""An instructor's word stands when a better transcript numbers the findings anew."""

from __future__ import annotations

from dataclasses import replace

from simulator.domain.compliance import Severity
from simulator.domain.findings import RuleBroken
from simulator.domain.judgement import Confirmation
from simulator.domain.session import SessionLog
from simulator.scoring import score
from simulator.scoring.carrying import SAME, as_found, carried
from tests.stream import Stream, default_rubric


def heard(*breaks: tuple[str, str, float]) -> SessionLog:
    stream = Stream().talks(1, 599, 250)
    for id, category, at in breaks:
        stream.breaks(id, category, Severity.S4, at)
    return stream.log()


def word(log: SessionLog, id: str, stands: bool) -> Confirmation:
    broken = next(event for event in log.only(RuleBroken) if event.id == id)
    return Confirmation(finding=id, stands=stands, reason="听过了", instructor="王老师", at_utc="", broken=broken)


def test_a_word_goes_to_the_same_breach_under_its_new_number() -> None:
    live = heard(("r1", "medical_claims", 100))
    final = heard(("r1", "absolute_terms", 30), ("r2", "medical_claims", 100.4))
    log, (moved,) = carried(final, [word(live, "r1", stands=False)])
    assert log == final
    assert (moved.finding, moved.stands) == ("r2", False)


def test_another_breach_is_not_judged_by_it() -> None:
    live = heard(("r1", "medical_claims", 100))
    final = heard(("r1", "absolute_terms", 100))
    _, (moved,) = carried(final, [word(live, "r1", stands=False)])
    assert moved.finding != "r1"
    later = heard(("r1", "medical_claims", 101 + SAME + 0.1))
    _, (moved,) = carried(later, [word(live, "r1", stands=False)])
    assert moved.finding != "r1"


def test_a_confirmed_breach_stays_though_nothing_of_it_is_heard_any_more() -> None:
    live, final = heard(("r1", "medical_claims", 100)), heard()
    log, words = carried(final, [word(live, "r1", stands=True)])
    (kept,) = log.only(RuleBroken)
    assert kept == replace(next(live.only(RuleBroken)), id="kept-1")
    card = score(log, default_rubric(), provisional=False, confirmations=words)
    (gate,) = [each for each in card.gates if each.id == "G1"]
    assert (gate.passed, gate.why) == (False, "s4_confirmed")


def test_a_struck_breach_that_is_not_heard_any_more_is_gone() -> None:
    live, final = heard(("r1", "medical_claims", 100)), heard()
    said = [word(live, "r1", stands=True), word(live, "r1", stands=False)]
    assert carried(final, said)[0] == final


def test_what_was_kept_is_found_again_when_it_is_judged_once_more() -> None:
    live, final = heard(("r1", "medical_claims", 100)), heard()
    said = [word(live, "r1", stands=True)]
    log, _ = carried(final, said)
    said.append(word(log, "kept-1", stands=True))
    again, words = carried(final, said)
    assert again == log
    assert {each.finding for each in words} == {"kept-1"}
    assert carried(log, said) == (log, words)


def test_a_word_of_before_keeps_its_number() -> None:
    old = Confirmation(finding="r7", stands=True, reason="", instructor="", at_utc="")
    log = heard()
    assert carried(log, [old]) == (log, (old,))


def test_the_log_as_it_was_found_has_nothing_that_only_a_word_held_on_to() -> None:
    live = heard(("r1", "medical_claims", 100))
    final = heard(("r1", "absolute_terms", 30))
    log, _ = carried(final, [word(live, "r1", stands=True)])
    assert len(list(log.only(RuleBroken))) == 2
    assert as_found(log) == final
    assert as_found(final) is final
