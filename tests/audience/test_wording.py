"""The wording of both languages: enough of it, all of it usable, and said again as late as can be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.assets import assets_folder
from simulator.audience.chat import Chat, Saying, Writer, typed
from simulator.audience.parameters import DEFAULT
from simulator.audience.philox import Luck
from simulator.audience.wording import KINDS, SEGMENTS, TONES, Skeleton, Wording
from simulator.domain.language import Language
from simulator.domain.scenario import Product, Topic
from simulator.domain.units import Currency, Money
from simulator.storage.comment_files import load_wording
from simulator.storage.content import FolderLibrary

ASSETS = assets_folder()
LIBRARY = FolderLibrary(ASSETS)
BOTH = pytest.mark.parametrize("language", list(Language))
PRODUCTS = [
    pytest.param(scenario.language, product, id=f"{scenario.id}-{product.id}")
    for scenario in LIBRARY.scenarios()
    for product in scenario.products
]
QUESTIONS_AT_LEAST = 12
REMARKS_AT_LEAST = 6


def every_skeleton(wording: Wording) -> list[Skeleton]:
    groups = [*wording.questions.values(), *wording.remarks.values(), *wording.short.values()]
    return [skeleton for group in [*groups, *wording.reactions.values()] for skeleton in group]


@pytest.mark.parametrize(("language", "product"), PRODUCTS)
def test_each_product_has_twelve_lines_a_topic_and_six_a_kind_whatever_the_segment(
    language: Language, product: Product
) -> None:
    wording = load_wording(ASSETS, language)
    for segment in SEGMENTS:
        for topic, skeletons in wording.questions.items():
            fitting = [each for each in skeletons if each.suits(product) and each.fits(segment, frozenset())]
            assert len(fitting) >= QUESTIONS_AT_LEAST, (topic, segment)
    for kind, skeletons in wording.remarks.items():
        fitting = [each for each in skeletons if each.suits(product) and each.fits("fan", frozenset())]
        assert len(fitting) >= REMARKS_AT_LEAST, kind


@pytest.mark.parametrize(("language", "product"), PRODUCTS)
def test_all_that_can_be_said_of_a_product_can_be_filled(language: Language, product: Product) -> None:
    wording = load_wording(ASSETS, language)
    known = {"product", "price", "who", "home", *product.slots, *wording.slots}
    for skeleton in every_skeleton(wording):
        if skeleton.suits(product):
            assert set(skeleton.slots) <= known, skeleton.text
    lines = [(line, kind) for kind, group in wording.incidents.items() for line in group]
    assert all(set(Skeleton(line, "").slots) <= known for line, _ in lines)


@BOTH
def test_each_incident_has_lines_of_its_own_and_the_room_reacts(language: Language) -> None:
    wording = load_wording(ASSETS, language)
    for kind in LIBRARY.taxonomy().incidents:
        assert len(set(wording.incidents[kind])) >= 4, kind
        assert len({each.text for each in wording.reactions[kind]}) >= 4, kind


@BOTH
def test_no_line_is_there_twice_and_no_slip_is_a_word_of_its_own(language: Language) -> None:
    wording = load_wording(ASSETS, language)
    for group in (*wording.questions.values(), *wording.remarks.values(), *wording.reactions.values()):
        texts = [each.text for each in group]
        assert len(set(texts)) == len(texts)
    assert set(wording.remarks) == set(KINDS) - {"reaction"}
    assert set(wording.endings) == set(TONES)
    assert all(right != wrong for right, wrong in wording.typos.items())


def few(language: Language, texts: list[str]) -> Wording:
    wording = load_wording(ASSETS, language)
    skeletons = tuple(Skeleton(text, "price") for text in texts)
    return replace(wording, questions={Topic.PRICE: skeletons}, short={}, openings=(), endings={}, typos={})


def asks(product: Product | None = None) -> Saying:
    return Saying("question", Topic.PRICE, "price", product, "fan")


def test_a_skeleton_comes_again_when_the_others_have_been_said() -> None:
    texts = [f"line number {number} of the question" for number in range(30)]
    writer, feed, said = Writer(few(Language.EN, texts), Luck(5)), Chat(), []
    for tick in range(30):
        line = writer.line(feed, asks())
        assert line is not None
        feed.show(tick, line.text, line.skeleton, 300)
        said.append(line.text)
    assert sorted(said) == sorted(texts)


def test_where_all_was_said_the_oldest_half_comes_first() -> None:
    texts = [f"line number {number} of the question" for number in range(10)]
    writer, feed, said = Writer(few(Language.EN, texts), Luck(5)), Chat(), []
    for tick in range(200):
        line = writer.line(feed, asks())
        assert line is not None
        feed.show(tick, line.text, line.skeleton, keep=0)  # no text counts as said before, only skeletons do
        said.append(line.skeleton)
    assert all(said[at] not in said[max(0, at - 6) : at] for at in range(len(said)))


def test_a_price_is_typed_as_in_a_hurry() -> None:
    assert typed(Money(3990, Currency.CNY)) == "39.9"
    assert typed(Money(10000, Currency.CNY)) == "100"
    assert typed(Money(2490, Currency.USD)) == "$24.90"


def test_a_slip_of_the_finger_changes_a_whole_word() -> None:
    wording = replace(few(Language.EN, ["what do they say of the board"]), typos={"the": "teh"})
    texts = set()
    for seed in range(400):
        line = Writer(wording, Luck(seed)).line(Chat(), asks())
        assert line is not None
        texts.add(line.text)
    assert texts == {"what do they say of the board", "what do they say of teh board"}


def test_a_mark_is_not_put_after_a_line_that_has_one() -> None:
    wording = replace(few(Language.EN, ["is that in the cart thx"]), endings={"asking": (" thx", " pls", "?")})
    texts = set()
    for seed in range(200):
        line = Writer(wording, Luck(seed)).line(Chat(), asks())
        assert line is not None
        texts.add(line.text)
    assert texts == {"is that in the cart thx"}


@BOTH
def test_a_room_that_talks_for_long_says_nothing_twice(language: Language) -> None:
    wording = load_wording(ASSETS, language)
    (product,) = LIBRARY.scenario("S01" if language is Language.ZH else "S08").products
    writer, feed, recent = Writer(wording, Luck(9)), Chat(), []
    categories = {each.topic: each.id for each in LIBRARY.taxonomy().categories.values() if each.kind == "question"}
    for tick in range(3000):
        topic = Topic(tick % len(Topic))
        line = writer.line(feed, Saying("question", topic, categories[topic], product, SEGMENTS[tick % 5], person=tick))
        assert line is not None
        assert len(line.text) <= 6 or line.text not in recent[-DEFAULT.no_repeat_lines :]
        feed.show(tick, line.text, line.skeleton, DEFAULT.no_repeat_lines)
        recent.append(line.text)
