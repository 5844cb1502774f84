"""People of the room: what they say follows from what befell them, and none of it moves a number."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from simulator.assets import assets_folder
from simulator.audience.audience import Audience
from simulator.audience.chat import Chat, Line, Saying, Writer
from simulator.audience.hosts import expert, tick_of
from simulator.audience.parameters import DEFAULT
from simulator.audience.philox import Luck
from simulator.audience.room import CART, WAITING, WATCHING
from simulator.audience.spotlight import Named
from simulator.domain.crowd import CommentPosted, QuestionsResolved, Reason
from simulator.domain.events import Event
from simulator.domain.findings import QuestionAnswered
from simulator.domain.language import Language
from simulator.domain.scenario import Topic
from simulator.domain.units import Span
from simulator.storage.comment_files import load_wording
from simulator.storage.content import FolderLibrary
from tests.audience import hosts

ASSETS = assets_folder()
LIBRARY = FolderLibrary(ASSETS)
SCENARIOS = ("S01", "S03", "S08")
BOTH = pytest.mark.parametrize("name", ["S01", "S08"])


def busy(name: str, seed: int = 5) -> Audience:
    scenario = LIBRARY.scenario(name)
    crowd = replace(scenario.crowd, entries_per_min=240.0, comment_multiplier=6.0, preset="flat")
    wording = load_wording(ASSETS, scenario.language)
    return Audience(replace(scenario, crowd=crowd, incidents=()), LIBRARY.taxonomy(), seed, wording=wording)


def answers(tick: int) -> list[Event]:
    """Every ten seconds the host answers the next topic."""
    if tick % 100:
        return []
    at, topic = tick / 10, Topic(tick // 100 % len(Topic))
    said = Span(at, at)
    return [QuestionAnswered(at=at, said=said, topic=topic, category="", comments=(), quality=0.9, quote="")]


def live(audience: Audience, seconds: float) -> Iterator[tuple[int, dict[str, Named], tuple[Event, ...]]]:
    """Each tick with the people as they were before it, and what was told."""
    host = expert(audience._scenario, seconds)
    for tick in range(round(seconds * 10)):
        heard = [event for event in host.events if tick_of(event.at, 0.1) == tick]
        before = {named.viewer.id: replace(named) for named in audience._spotlight.pool}
        yield tick, before, audience.step([*heard, *answers(tick)])


@BOTH
def test_only_who_was_answered_gives_thanks_and_only_who_leaves_the_cart_has_second_thoughts(name: str) -> None:
    audience = busy(name)
    thanked = thought = 0
    states: dict[str, set[int]] = {}
    answered: set[int] = set()
    for _, before, told in live(audience, 300):
        for event in told:
            if isinstance(event, QuestionsResolved):
                answered.add(int(event.topic))
        for id, named in before.items():
            states.setdefault(id, set()).add(named.state)
            if named.urge in ("thanks", "follow_on"):
                assert {"asked", "answered"} <= set(named.past)
                assert named.topic in answered
                thanked += 1
            elif named.urge == "second_thought":
                assert any(CART <= state < audience._states.ordered for state in states[id])
                thought += 1
            elif named.urge == "gave_up":
                assert "asked" in named.past
    assert thanked and thought


def test_thanks_name_the_answer_as_their_cause() -> None:
    causes = Counter(
        event.cause.reason
        for _, _, told in live(busy("S01"), 200)
        for event in told
        if isinstance(event, CommentPosted)
    )
    assert causes[Reason.ANSWERED] > 3


@BOTH
def test_who_asks_again_asked_before_and_waits_still(name: str) -> None:
    insisted = 0
    for _, before, told in live(busy(name), 200):
        for event in told:
            if isinstance(event, CommentPosted) and event.topic is not None and not event.wants_answer:
                named = before.get(event.viewer.id)
                if named is not None and "asked" in named.past and named.topic == event.topic:
                    insisted += named.state == WAITING + event.topic
    assert insisted > 3


def unanswered(name: str, seconds: float) -> Iterator[tuple[dict[str, Named], dict[str, Named], CommentPosted]]:
    """The lines about a topic in a room nobody answers, with the people before the tick and after it."""
    audience = busy(name)
    product = audience._scenario.products[0].id
    script = hosts.script(hosts.VoiceStarted(at=0), hosts.ProductPinned(at=1, product=product))
    for tick in range(round(seconds * 10)):
        before = {named.viewer.id: replace(named) for named in audience._spotlight.pool}
        told = audience.step(script.get(tick, ()))
        after = {named.viewer.id: named for named in audience._spotlight.pool}
        yield from (
            (before, after, each) for each in told if isinstance(each, CommentPosted) and each.topic is not None
        )


@BOTH
def test_others_speak_up_for_one_who_has_insisted_twice(name: str) -> None:
    backed = 0
    for before, after, line in unanswered(name, 300):
        author = after.get(line.viewer.id)
        if author is None or author.state != WATCHING:
            continue
        assert not line.wants_answer and line.cause.reason is Reason.UNANSWERED
        waiting = [named for named in before.values() if named.state == WAITING + line.topic]
        assert any("pressed" in named.past for named in waiting)
        backed += 1
    assert backed > 3


@BOTH
def test_nobody_insists_a_third_time_while_anybody_else_waits(name: str) -> None:
    insisted: Counter[tuple[str, Topic]] = Counter()
    for before, _, line in unanswered(name, 120):
        author = before.get(line.viewer.id)
        if author is None or line.topic is None or author.topic != line.topic:
            continue
        insisted[author.viewer.id, line.topic] += 1
    assert max(insisted.values()) <= 6  # in a topic where he alone waits
    assert sum(many <= 2 for many in insisted.values()) > 0.8 * len(insisted)


def test_what_waits_is_brought_up_at_no_beat() -> None:
    last: dict[Topic, float] = {}
    gaps: Counter[int] = Counter()
    for _, _, line in unanswered("S08", 120):
        assert line.topic is not None
        if line.cause.reason is Reason.UNANSWERED and line.topic in last:
            gaps[round(10 * (line.at - last[line.topic]))] += 1
        last[line.topic] = line.at
    assert len(gaps) > 15 and max(gaps.values()) < 0.2 * sum(gaps.values())


def test_every_category_comes_up_in_a_long_evening() -> None:
    seen: set[str] = set()
    for name in SCENARIOS:
        for seed in (1, 2, 5):
            for _, _, told in live(busy(name, seed), 240):
                seen |= {event.category for event in told if isinstance(event, CommentPosted)}
    bag = hosts.play(busy("S01"), hosts.script(hosts.VoiceStarted(at=0), hosts.lottery(5, 20)), 30)
    seen |= {event.category for event in bag if isinstance(event, CommentPosted)}
    assert seen == {id for id in LIBRARY.taxonomy().categories if id != "situation"}  # that one is only for incidents


def test_people_and_chat_stay_small() -> None:
    audience = busy("S01")
    for _ in live(audience, 120):
        pass
    snapshot = audience.snapshot()
    assert len(snapshot.spotlight.pool) <= DEFAULT.named_at_most
    assert len(snapshot.chat.recent) <= DEFAULT.no_repeat_lines
    assert all(isinstance(line, int) for line in snapshot.chat.recent)


@BOTH
def test_each_line_fits_each_product(name: str) -> None:
    scenario = LIBRARY.scenario(name)
    writer = Writer(load_wording(ASSETS, scenario.language), Luck(3))
    for product in scenario.products:
        for topic in Topic:
            for segment in ("drifter", "fan", "researcher"):
                feed = Chat()
                category = next(each.id for each in LIBRARY.taxonomy().categories.values() if each.topic is topic)
                for tick in range(25):
                    line = writer.line(feed, Saying("question", topic, category, product, segment, person=tick))
                    assert line is not None
                    assert "{" not in line.text and "}" not in line.text and line.text.strip() == line.text
                    feed.show(tick, line.text, line.skeleton, 300)


# ------------------------------------------------------------------------------------ other words


def line_of(reword) -> Line:  # type: ignore[no-untyped-def]
    product = LIBRARY.scenario("S01").products[0]
    wording = load_wording(ASSETS, Language.ZH)
    few = replace(wording, openings=(), endings={}, typos={})
    (only,) = [each for each in wording.questions[Topic.PRICE] if each.text == "{product}多少钱"]
    few = replace(few, questions={Topic.PRICE: (only,)}, short={})
    line = Writer(few, Luck(1), reword).line(Chat(), Saying("question", Topic.PRICE, "price", product, "fan"))
    assert line is not None
    return line


def test_other_words_are_taken_where_they_say_the_same() -> None:
    plain = line_of(None)
    (product,) = plain.fillings
    assert line_of(lambda _: f"  {product}咋卖\n").text == f"{product}咋卖"


@pytest.mark.parametrize("other", [None, "", "多少钱", "x" * 200], ids=["none", "empty", "without product", "long"])
def test_other_words_that_say_something_else_are_not(other: str | None) -> None:
    assert line_of(lambda _: other).text == line_of(None).text


def test_other_words_move_no_number() -> None:
    plain, reworded = busy("S01"), busy("S01")
    reworded._voices._writer._reword = lambda line: line.text + "哈"
    texts = []
    for audience in (plain, reworded):
        said = [event for _, _, told in live(audience, 60) for event in told if isinstance(event, CommentPosted)]
        texts.append([event.text for event in said])
    assert plain.counters_hash() == reworded.counters_hash()
    assert len(texts[0]) == len(texts[1]) and texts[0] != texts[1]
