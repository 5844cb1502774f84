"""What viewers write, and what of it is seen."""

from collections import Counter
from dataclasses import replace

import pytest

from simulator.assets import assets_folder
from simulator.audience.audience import Audience
from simulator.audience.chat import SHORT_LENGTH, Chat, Saying, Writer
from simulator.audience.parameters import DEFAULT
from simulator.audience.philox import Luck
from simulator.audience.wording import KINDS
from simulator.domain.crowd import CommentPosted, CommentsUnseen, OrderPlaced, Reason
from simulator.domain.language import Language
from simulator.domain.scenario import Crowd, Topic
from simulator.storage.comment_files import load_wording
from simulator.storage.content import FolderLibrary
from tests.audience import hosts

ASSETS = assets_folder()
LIBRARY = FolderLibrary(ASSETS)
BOTH = pytest.mark.parametrize("language", list(Language))


def crowded(entries_per_min: float, language: Language, many: float = 4.0) -> Audience:
    crowd = Crowd(preset="flat", entries_per_min=entries_per_min, follower_share=0.2, comment_multiplier=many)
    name = "S01" if language is Language.ZH else "S08"
    scenario = replace(LIBRARY.scenario(name), crowd=crowd, incidents=())
    return Audience(scenario, LIBRARY.taxonomy(), 11, wording=load_wording(ASSETS, language))


def chat(audience: Audience, seconds: float, pin: bool = True) -> list[CommentPosted]:
    script = hosts.script(hosts.VoiceStarted(at=0))
    if pin:
        script[10] = [hosts.ProductPinned(at=1, product=audience._scenario.products[0].id)]
    return [event for event in hosts.play(audience, script, seconds) if isinstance(event, CommentPosted)]


@BOTH
def test_there_is_enough_to_say(language):
    wording = load_wording(ASSETS, language)
    categories = LIBRARY.taxonomy().categories
    edible, other = (LIBRARY.scenario("S01").products[0], LIBRARY.scenario("S08").products[0])
    for product in (edible, other):
        for topic in Topic:
            fitting = [skeleton for skeleton in wording.questions[topic] if skeleton.suits(product)]
            assert len(fitting) >= 25
            assert len({skeleton.text for skeleton in fitting}) == len(fitting)
        for kind in KINDS:
            if kind != "reaction":
                fitting = [skeleton for skeleton in wording.remarks[kind] if skeleton.suits(product)]
                assert len(fitting) >= 6, kind
    for topic, skeletons in wording.questions.items():
        for skeleton in skeletons:
            assert categories[skeleton.category].topic is topic
    for skeletons in (*wording.remarks.values(), *wording.short.values(), *wording.reactions.values()):
        assert {skeleton.category for skeleton in skeletons} <= set(categories)
    for skeletons in wording.short.values():
        assert all(len(skeleton.text) <= 2 * SHORT_LENGTH for skeleton in skeletons)
    for kind in LIBRARY.taxonomy().incidents:
        assert len(wording.incidents[kind]) >= 4 and len(wording.reactions[kind]) >= 4


@BOTH
@pytest.mark.parametrize("entries_per_min", [60, 3000])
def test_no_line_is_seen_twice_among_the_last_300(language, entries_per_min):
    lines = [
        comment.text for comment in chat(crowded(entries_per_min, language), 240 if entries_per_min < 1000 else 130)
    ]
    assert len(lines) > (20 if entries_per_min < 1000 else 320)
    for number, line in enumerate(lines):
        assert line.strip() and "{" not in line
        if len(line) > SHORT_LENGTH:
            assert line not in lines[max(0, number - 300) : number]


def test_the_chat_takes_so_many_lines_a_second_and_counts_the_rest():
    audience = crowded(20_000, Language.ZH)
    script = hosts.script(hosts.VoiceStarted(at=0), hosts.lottery(5, 20))
    told = hosts.play(audience, script, 40)
    ticks = Counter(round(event.at * 10) for event in told if isinstance(event, CommentPosted))
    for start in range(400):
        fresh = sum(ticks[tick] for tick in range(start, start + 10))
        assert fresh <= DEFAULT.lines_per_s + len(Topic)  # a topic nobody saw for ten seconds pushes in
    seen = sum(ticks.values())
    unseen = sum(event.count for event in told if isinstance(event, CommentsUnseen))
    assert unseen > seen > 120
    reminders = [
        event
        for event in told
        if isinstance(event, CommentPosted) and event.cause.reason is Reason.UNANSWERED and event.topic is not None
    ]
    assert seen + unseen - len(reminders) == audience.room.comments


def test_a_topic_that_waits_is_in_sight():
    audience = crowded(3000, Language.EN)
    last: dict[Topic, tuple[float, int]] = {}
    lines = 0
    waiting_since: dict[Topic, float] = {}
    for tick in range(700):
        heard = [hosts.VoiceStarted(at=0.0)] if tick == 0 else []
        for event in audience.step(heard):
            if isinstance(event, CommentPosted):
                lines += 1
                if event.topic is not None:
                    last[event.topic] = (event.at, lines)
        for topic, many in audience.room.waiting.items():
            if not many:
                waiting_since.pop(topic, None)
                continue
            since = waiting_since.setdefault(topic, tick / 10)
            at, line = last.get(topic, (-99.0, -99))
            recent = tick / 10 - max(at, since) <= DEFAULT.represent_every_s
            assert recent or lines - line < DEFAULT.lines_in_view


def test_a_question_says_what_it_is():
    comments = [c for c in chat(crowded(600, Language.ZH), 120) if c.topic is not None and c.wants_answer]
    taxonomy = LIBRARY.taxonomy()
    assert len(comments) > 10
    for comment in comments:
        category = taxonomy.categories[comment.category]
        assert category.topic is comment.topic
        assert comment.priority == category.priority
        assert comment.expires_at == pytest.approx(comment.at + category.expires)
        assert comment.stands_for >= 1
        assert comment.product == "orange"
    assert max(comment.stands_for for comment in comments) > 1


@BOTH
def test_names_are_many_and_tell_nothing(language):
    writer = Writer(load_wording(ASSETS, language), Luck(1))
    luck = Luck(2)
    names = [writer.name(*luck.pair(0, number, 0)) for number in range(400)]
    assert len(set(names)) > 300
    assert all(2 <= len(name) <= 24 and "@" not in name for name in names)


def test_a_viewer_keeps_the_face_and_a_buyer_has_one():
    audience = crowded(3000, Language.ZH)
    script = hosts.script(hosts.VoiceStarted(at=0))
    script[10] = [hosts.ProductPinned(at=1, product="orange")]
    told = hosts.play(audience, script, 150)
    faces: dict[str, tuple[str, str]] = {}
    seen: Counter[str] = Counter()
    for event in told:
        if isinstance(event, CommentPosted | OrderPlaced):
            viewer = event.viewer
            assert faces.setdefault(viewer.id, (viewer.name, viewer.segment)) == (viewer.name, viewer.segment)
            seen[viewer.id] += 1
    assert any(isinstance(event, OrderPlaced) for event in told)
    assert max(seen.values()) > 1
    assert len(audience._spotlight.pool) <= DEFAULT.named_at_most


def test_the_named_of_a_cell_are_never_more_than_are_there():
    audience = crowded(60, Language.ZH, many=30.0)
    script = hosts.script(hosts.VoiceStarted(at=0))
    script[10] = [hosts.ProductPinned(at=1, product="orange")]
    for tick in range(900):
        audience.step(script.get(tick, ()))
        named = Counter((viewer.kind, viewer.state) for viewer in audience._spotlight.pool)
        counts = audience._room.counts
        for cell, many in named.items():
            assert many <= counts[cell]


def test_the_last_resort_is_still_a_new_line():
    wording = load_wording(ASSETS, Language.ZH)
    (only,) = [each for each in wording.questions[Topic.PRICE] if each.text == "{product}多少钱"][:1]
    few = replace(wording, questions={Topic.PRICE: (only,)}, short={}, openings=(), endings={}, typos={})
    writer, feed = Writer(few, Luck(1)), Chat()
    product = replace(LIBRARY.scenario("S01").products[0], name="脐橙子果果", aliases=())
    saying = Saying("question", Topic.PRICE, only.category, product, "fan")
    texts = []
    for tick in range(5):
        line = writer.line(feed, saying)
        assert line is not None
        feed.show(tick, line.text, line.skeleton, 300)
        texts.append(line.text)
    assert len(set(texts)) == 5
