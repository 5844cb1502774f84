from simulator.domain.compliance import Severity
from simulator.domain.findings import Support
from simulator.domain.judgement import Confirmation, WhyNone
from simulator.metrics import (
    absolute_weighted_per_10min,
    conduct_weighted,
    s4_confirmed,
    unsupported_price_urgency_share,
)
from simulator.metrics.honesty import confirmed
from tests.stream import Stream


def word(finding: str, stands: bool) -> Confirmation:
    return Confirmation(finding=finding, stands=stands, reason="听过", instructor="老师", at_utc="2026-11-23T10:00:00Z")


def red_line() -> Stream:
    return Stream().talks(0, 60).breaks("r1", "medical_claims", Severity.S4, 30, "治咳嗽")


def test_no_red_line_is_none_crossed():
    assert s4_confirmed(Stream().talks(0, 60).log()).value == 0


def test_an_unconfirmed_red_line_is_not_decided():
    measured = s4_confirmed(red_line().log())
    assert measured.value is None
    assert measured.why_none is WhyNone.NEEDS_CONFIRMATION
    assert measured.evidence[0].quote == "治咳嗽"
    assert measured.detail == ("r1",)


def test_a_confirmed_red_line_counts():
    stream = red_line().breaks("r2", "minors", Severity.S4, 50)
    assert s4_confirmed(confirmed(stream.log(), [word("r1", True)])).value == 1


def test_a_struck_red_line_is_gone():
    assert s4_confirmed(confirmed(red_line().log(), [word("r1", False)])).value == 0


def test_the_last_word_on_a_finding_counts():
    log = red_line().log()
    assert s4_confirmed(confirmed(log, [word("r1", True), word("r1", False)])).value == 0
    assert s4_confirmed(confirmed(log, [word("r1", False), word("r1", True)])).value == 1


def test_claims_weigh_by_severity():
    stream = Stream().talks(0, 60)
    stream.breaks("r1", "absolute_terms", Severity.S3, 10).breaks("r2", "data_citation", Severity.S2, 20)
    stream.breaks("r3", "certification", Severity.S1, 30).breaks("r4", "off_platform", Severity.S3, 40)
    stream.breaks("r5", "health_nutrition_claims", Severity.S2, 50)
    measured = absolute_weighted_per_10min(stream.log())
    assert measured.value == 2
    assert measured.detail == ("r1", "r2", "r5")


def test_claims_are_counted_per_ten_minutes_from_five_on():
    stream = Stream(length=300).talks(0, 60).breaks("r1", "absolute_terms", Severity.S3, 10)
    assert absolute_weighted_per_10min(stream.log()).value == 2
    stream.length = 299
    assert absolute_weighted_per_10min(stream.log()).why_none is WhyNone.TOO_SHORT


def test_a_struck_claim_is_not_counted():
    stream = Stream().talks(0, 60).breaks("r1", "absolute_terms", Severity.S3, 10)
    assert absolute_weighted_per_10min(confirmed(stream.log(), [word("r1", False)])).value == 0


def test_urgency_is_measured_against_the_true_state():
    stream = Stream().talks(0, 60).claims(10, Support.SUPPORTED).claims(20, Support.CONTRADICTED)
    stream.claims(30, Support.MISSING, "price_reference").claims(40, Support.SUPPORTED)
    measured = unsupported_price_urgency_share(stream.log())
    assert measured.value == 0.5
    assert measured.detail == ("scarcity/contradicted", "price_reference/missing")
    assert measured.evidence[0].span.start == 20


def test_no_urgency_is_honest():
    assert unsupported_price_urgency_share(Stream().talks(0, 60).log()).value == 0


def test_what_could_not_be_checked_counts_on_neither_side():
    stream = Stream().talks(0, 60).claims(10, Support.NOT_CHECKED).claims(20, Support.CONTRADICTED)
    assert unsupported_price_urgency_share(stream.log()).value == 1


def test_striking_a_breach_strikes_the_claim_behind_it():
    stream = Stream().talks(0, 60).claims(10, Support.CONTRADICTED).breaks("r1", "scarcity", Severity.S3, 10)
    stream.claims(50, Support.SUPPORTED)
    assert unsupported_price_urgency_share(stream.log()).value == 0.5
    assert unsupported_price_urgency_share(confirmed(stream.log(), [word("r1", False)])).value == 0


def test_conduct_weighs_likely_breaches_and_cautions():
    stream = (
        Stream().talks(0, 60).breaks("r1", "vulgar_insult", Severity.S3, 10).breaks("r2", "minors", Severity.S4, 20)
    )
    stream.breaks("r3", "privacy", Severity.S2, 30)
    measured = conduct_weighted(stream.log())
    assert measured.value == 1.5
    assert measured.detail == ("r1", "r3")


def test_without_words_nothing_is_cleared():
    for metric in (s4_confirmed, unsupported_price_urgency_share, absolute_weighted_per_10min, conduct_weighted):
        assert metric(Stream().voice((0, 60)).log()).why_none is WhyNone.NO_TRANSCRIPT
