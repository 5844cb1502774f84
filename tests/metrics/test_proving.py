from simulator.domain.desk import DemonstrationMarked, DeskHandedOver
from simulator.domain.judgement import WhyNone
from simulator.metrics import demo_acts_per_product, feature_benefit_link
from tests.stream import ORANGE, RICE, Stream, scenario


def featured() -> Stream:
    """Three features, each of its own kind, a minute apart."""
    facts = tuple(fact for fact in ORANGE.facts if fact.id in ("origin", "size", "use"))
    taste = ORANGE.facts[0].__class__(id="taste", kind="taste", cue="", heard_as=(("甜",),))  # type: ignore[arg-type]
    plan = scenario(ORANGE.__class__(**{**_fields(ORANGE), "facts": (*facts, taste)}))
    return Stream(plan).talks(300, 400).tells("origin", 0).tells("size", 60).tells("taste", 120)


def _fields(product: object) -> dict[str, object]:
    return {name: getattr(product, name) for name in product.__dataclass_fields__}  # type: ignore[attr-defined]


def test_features_turned_to_the_buyer_in_time_are_linked():
    measured = feature_benefit_link(featured().element("suits", 75).tells("use", 141).log())
    assert measured.value == 1 / 3  # the use came 21 s after the taste
    assert measured.evidence[0].quote == "说size → suits"
    assert measured.detail == ("-orange/origin", "orange/size", "-orange/taste")


def test_a_sentence_that_speaks_of_the_buyer_is_a_benefit():
    measured = feature_benefit_link(featured().says("皮薄，所以孩子自己就能剥", 10, 14).log())
    assert measured.value == 1 / 3
    assert measured.evidence[0].quote == "说origin → 所以孩子自己就能剥"


def test_one_benefit_does_not_stand_for_a_whole_list():
    stream = Stream(featured().plan).talks(300, 400)
    for at, fact in enumerate(("origin", "size", "taste")):
        stream.tells(fact, 3 * at)
    measured = feature_benefit_link(stream.element("suits", 12).log())
    assert measured.value == 2 / 3
    assert "-orange/origin" in measured.detail


def test_saying_a_feature_again_makes_no_second_one():
    stream = featured().tells("size", 200).element("suits", 210)
    assert feature_benefit_link(stream.log()).value == 1 / 3


def test_two_features_are_too_few_to_judge():
    stream = Stream().talks(0, 60).tells("origin", 0).tells("size", 30).element("suits", 45)
    measured = feature_benefit_link(stream.log())
    assert measured.why_none is WhyNone.TOO_FEW_FEATURES
    assert [evidence.quote for evidence in measured.evidence] == ["说size → suits", "说origin"]


def test_marked_demonstrations_are_counted_per_product():
    stream = Stream(scenario(ORANGE, RICE)).talks(100, 200).says("切开看看", 20, 24).pins(0).names(5)
    stream.add(DemonstrationMarked(since=18, at=30), DemonstrationMarked(since=60, at=62))
    measured = demo_acts_per_product(stream.log())
    assert measured.value == 1  # two seconds show nothing
    assert [(each.span.start, each.quote) for each in measured.evidence] == [(18, "切开看看")]
    assert demo_acts_per_product(stream.names(110, "rice").tells("size", 112, "rice").log()).value == 0.5


def test_where_nobody_could_mark_a_demonstration_it_is_for_the_instructor():
    stream = Stream().talks(0, 60).pins(0).names(5).add(DeskHandedOver(at=0))
    assert demo_acts_per_product(stream.log()).why_none is WhyNone.NEEDS_INSTRUCTOR
