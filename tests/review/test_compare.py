from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.findings import PriceVerdict
from simulator.domain.judgement import Judgement, Mark, Measurement, Override, Scorecard
from simulator.domain.rubric import Rubric, Scorer
from simulator.domain.units import Span
from simulator.review.compare import (
    Anchor,
    AnchorKind,
    Clocks,
    Side,
    Telling,
    TopicKind,
    anchors,
    criterion_pairs,
    told_pairs,
)
from tests.stream import ORANGE, RICE, Stream, default_rubric, product, scenario

RUBRIC = default_rubric()


def card(levels: dict[str, int | None], session: str = "s", version: str = "1") -> Scorecard:
    marks = tuple(
        Mark(
            criterion=id,
            scorer=Scorer.AUTO,
            weight=4.0,
            level=level,
            measurement=Measurement(value=None if level is None else float(level)),
            unit="",
        )
        for id, level in levels.items()
    )
    return Scorecard(
        session=session, rubric=RUBRIC.id, version=version, marks=marks, dimensions=(), total=None, low=None, high=None,
        scored_weight=0, gates=(), provisional=False,
    )  # fmt: skip


def side(levels: dict[str, int | None], rubric: Rubric = RUBRIC, judgement: Judgement | None = None) -> Side:
    return Side(card(levels), judgement or Judgement(session="s"), rubric)


# ------------------------------------------------------------------------------------ one clock


def test_clocks_begin_with_whichever_session_begins_first():
    laid = Clocks.at(Anchor(kind=AnchorKind.SEGMENT, id="sell", one=40, two=70), 300, 320)
    assert laid.leads == (30, 0)
    assert laid.length == 330  # the first ends later now, though it is the shorter
    assert laid.own(70) == (40, 70)
    assert Clocks.at(Anchor(kind=AnchorKind.LIVE), 300, 320).leads == (0, 0)


@given(*(st.floats(0, 3600) for _ in range(4)))
def test_laid_clocks_meet_at_the_anchor_and_lose_no_second(one: float, two: float, first: float, second: float):
    laid = Clocks.at(Anchor(kind=AnchorKind.SEGMENT, one=one, two=two), first, second)
    assert min(laid.leads) == 0
    at = laid.lead_one + one
    assert abs(laid.own(at)[0] - one) < 1e-6
    assert abs(laid.own(at)[1] - two) < 1e-6
    assert laid.length >= laid.lead_one + first
    assert laid.length >= laid.lead_two + second


def test_anchors_are_what_both_sessions_have():
    two = scenario(ORANGE, RICE)
    one = Stream(two).segment("open", 0).segment("sell_orange", 50).segment("sell_rice", 300).pins(52).log()
    other = Stream(two).segment("open", 0).segment("sell_orange", 80).pins(300, "rice").pins(82).log()
    found = [(each.kind, each.id, each.one, each.two) for each in anchors(one, other)]
    assert found == [
        (AnchorKind.LIVE, "", 0, 0),
        (AnchorKind.SEGMENT, "open", 0, 0),
        (AnchorKind.SEGMENT, "sell_orange", 50, 80),
        (AnchorKind.PRODUCT, "orange", 52, 82),
    ]


def test_the_segment_every_stream_begins_in_is_no_anchor_of_its_own():
    one, two = Stream().segment("open", 0).log(), Stream().segment("open", 0).log()
    assert [each.kind for each in anchors(one, two)] == [AnchorKind.LIVE]


def test_products_of_one_id_that_are_not_the_same_are_no_anchor():
    one = Stream(scenario(product("orange"))).pins(10).log()
    two = Stream(scenario(replace(product("orange"), name="another"))).pins(10).log()
    assert [each.kind for each in anchors(one, two)] == [AnchorKind.LIVE]


# ------------------------------------------------------------------------------------ levels


def test_levels_are_told_apart_by_their_difference():
    said = Override(criterion="B1", level=5, machine_level=2, reason="heard it", instructor="W", at_utc="2026")
    one = side({"A1": 2, "B1": 3, "C1": None})
    two = side({"A1": 4, "B1": 2, "C1": 3}, judgement=Judgement(session="s", overrides=(said,)))
    found = {pair.criterion.id: pair.difference for pair in criterion_pairs(one, two)}
    assert found == {"A1": 2, "B1": 2, "C1": None}  # what an instructor gave counts; unmeasured is no nought


def test_a_criterion_cut_otherwise_is_not_compared():
    recut = tuple(
        replace(each, bands=(*each.bands[:-1], replace(each.bands[-1], any_of=((0.123, None),))))
        if each.id == "A1"
        else replace(each, weight=each.weight * 2)
        for each in RUBRIC.criteria
    )
    pairs = criterion_pairs(side({"A1": 2, "B1": 3}), side({"A1": 4, "B1": 4}, replace(RUBRIC, criteria=recut)))
    assert {pair.criterion.id: (pair.same, pair.difference) for pair in pairs} == {
        "A1": (False, None),
        "B1": (True, 1),  # its weight alone does not make a level worth less
    }


def test_a_criterion_of_one_rubric_only_stands_alone():
    fewer = replace(RUBRIC, criteria=tuple(each for each in RUBRIC.criteria if each.id != "A1"))
    pairs = criterion_pairs(side({"A1": 2}), side({"B1": 3}, fewer))
    assert [(pair.criterion.id, pair.one is None, pair.two is None) for pair in pairs] == [
        ("B1", True, False),
        ("A1", False, True),
    ]
    assert all(pair.difference is None for pair in pairs)


# ------------------------------------------------------------------------------------ what was said


def test_what_was_said_of_a_fact_stands_beside_what_was_said_of_it_then():
    one = Stream().tells("size", 30).tells("size", 90).prices(20, PriceVerdict.WRONG).log()
    two = Stream().tells("size", 45).tells("origin", 50).prices(60).prices(70, PriceVerdict.COMPARISON).log()
    pairs = {(pair.kind, pair.product, pair.id): pair for pair in told_pairs(one, two)}
    size = pairs[TopicKind.FACT, "orange", "size"]
    assert [each.span.start for each in size.one] == [30, 90]
    assert size.two == (Telling(Span(45, 47), "说size"),)
    assert size.both
    origin = pairs[TopicKind.FACT, "orange", "origin"]
    assert origin.one == ()
    assert not origin.both
    assert (TopicKind.FACT, "orange", "keeping") in pairs, "what was told in neither is on the card all the same"
    price = pairs[TopicKind.PRICE, "orange", ""]
    assert [each.verdict for each in price.one] == [PriceVerdict.WRONG]
    assert [each.verdict for each in price.two] == [PriceVerdict.RIGHT], "a comparison is no asking price"


def test_questions_are_matched_by_kind_with_how_often_they_were_put():
    one = Stream().asked("c1", 10, "price").asked("c2", 20, "price").asked("c3", 30, "origin").answers(25, "c1").log()
    two = Stream().asked("c4", 10, "origin", wants_answer=False).answers(40, "c4", category="origin").log()
    found = [pair for pair in told_pairs(one, two) if pair.kind is TopicKind.QUESTION]
    assert [(pair.id, pair.asked_one, pair.asked_two, len(pair.one), len(pair.two)) for pair in found] == [
        ("price", 2, 0, 1, 0),
        ("origin", 1, 0, 0, 1),
    ]
