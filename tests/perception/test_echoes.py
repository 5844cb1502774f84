"""Comments read aloud, as the microphone heard them, are nobody's words; a host who quotes one keeps his."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from simulator.domain.crowd import CommentPosted
from simulator.domain.desk import ProductPinned, ReadAloud
from simulator.domain.events import EchoHeard, HostSpoke, Word, as_heard
from simulator.domain.findings import PriceTold
from simulator.domain.language import Language
from simulator.domain.units import Span
from simulator.perception.echoes import Echoes
from simulator.perception.sounds import Sounds
from simulator.perception.wording import Reader

SPEECH = Path(__file__).resolve().parents[1] / "speech"


def heard(*parts: tuple[float, float, str], language: Language = Language.ZH) -> HostSpoke:
    """A phrase of stretches, each with when it was said."""
    words: list[Word] = []
    for start, end, text in parts:
        pieces = list(text) if language is Language.ZH else text.split()
        step = (end - start) / len(pieces)
        words += [
            Word(each, Span(start + place * step, start + (place + 1) * step), 0.9) for place, each in enumerate(pieces)
        ]
    text = ("" if language is Language.ZH else " ").join(word.text for word in words)
    said = Span(words[0].said.start, words[-1].said.end)
    return HostSpoke(at=said.end, said=said, text=text, words=tuple(words), engine="whisper")


def listening(comment: CommentPosted, at: float, language: Language = Language.ZH) -> Echoes:
    """Somebody's comment is read from ``at`` on."""
    echoes = Echoes(Reader(language), Sounds())
    echoes.take(comment)
    pieces = language.length(comment.text)
    echoes.take(ReadAloud(at=at, comment=comment.id, length=1.0 + pieces * (0.32 if language is Language.ZH else 0.5)))
    return echoes


@pytest.fixture
def asked(chinese):
    def made(text: str) -> CommentPosted:
        return chinese().comment("c1", "price", 9.0, text=text)

    return made


def kinds(parts: Sequence[HostSpoke | EchoHeard]) -> list[tuple[str, str]]:
    return [("echo" if isinstance(part, EchoHeard) else "host", part.text) for part in parts]


def test_a_comment_heard_as_it_was_read_is_an_echo(asked):
    echoes = listening(asked("这个橙子多少钱一箱"), 10.0)
    assert kinds(echoes.apart(heard((10.4, 12.2, "这个橙子多少钱一箱")))) == [("echo", "这个橙子多少钱一箱")]


def test_recogniser_errors_do_not_make_it_the_hosts(asked):
    echoes = listening(asked("这个橙子多少钱一箱"), 10.0)
    assert kinds(echoes.apart(heard((10.5, 12.0, "这个成子多少前一想")))) == [("echo", "这个成子多少前一想")]


def test_the_hosts_words_before_and_after_stay_his(asked):
    echoes = listening(asked("这个橙子多少钱一箱"), 10.0)
    spoken = heard((7.0, 9.5, "大家看一下果肉"), (10.4, 12.2, "这个橙子多少钱一箱"), (12.9, 14.5, "一箱二十九块九"))
    parts = echoes.apart(spoken)
    assert kinds(parts) == [("host", "大家看一下果肉"), ("echo", "这个橙子多少钱一箱"), ("host", "一箱二十九块九")]
    assert [part.said for part in parts] == [Span(7.0, 9.5), Span(10.4, 12.2), Span(12.9, 14.5)]
    assert all(part.at == spoken.at for part in parts)
    assert "".join(word.text for part in parts for word in part.words) == spoken.text


def test_a_host_who_quotes_the_comment_after_it_was_read_is_credited(asked):
    text = "这个橙子多少钱一箱"
    loud = listening(asked(text), 10.0)
    spoken = heard((10.4, 12.2, text), (13.0, 14.8, text), (14.8, 16.2, "二十九块九"))
    assert kinds(loud.apart(spoken)) == [("echo", text), ("host", text + "二十九块九")]
    headphones = listening(asked(text), 10.0)
    quote = heard((12.9, 14.7, text), (14.7, 16.1, "二十九块九"))
    assert headphones.apart(quote) == (quote,)


def test_each_reading_is_heard_once(asked):
    echoes = listening(asked("这个橙子多少钱一箱"), 10.0)
    assert kinds(echoes.apart(heard((10.4, 12.2, "这个橙子多少钱一箱"))))[0][0] == "echo"
    again = heard((12.3, 13.9, "这个橙子多少钱一箱"))
    assert echoes.apart(again) == (again,)


def test_a_reading_over_two_phrases_is_found_in_both(asked):
    echoes = listening(asked("这个橙子多少钱一箱能不能包邮"), 10.0)
    assert kinds(echoes.apart(heard((10.4, 12.2, "这个橙子多少钱一箱")))) == [("echo", "这个橙子多少钱一箱")]
    assert kinds(echoes.apart(heard((12.5, 13.7, "能不能包邮")))) == [("echo", "能不能包邮")]


def test_a_voice_stopped_at_once_is_an_echo_when_nothing_else_was_said(asked):
    echoes = listening(asked("这个橙子多少钱一箱"), 10.0)
    assert kinds(echoes.apart(heard((10.4, 10.9, "这个")))) == [("echo", "这个")]


def test_a_host_who_talks_on_while_it_is_read_keeps_his_words(asked):
    echoes = listening(asked("这个橙子多少钱一箱"), 10.0)
    spoken = heard((10.3, 13.0, "这个苹果五块九一斤随时可以下单"))
    assert echoes.apart(spoken) == (spoken,)


def test_nothing_is_an_echo_before_it_is_read_or_long_after(asked):
    echoes = listening(asked("这个橙子多少钱一箱"), 10.0)
    for start in (7.0, 17.0):
        spoken = heard((start, start + 1.8, "这个橙子多少钱一箱"))
        assert echoes.apart(spoken) == (spoken,)


def test_a_comment_nobody_posted_is_no_echo():
    echoes = Echoes(Reader(Language.ZH), Sounds())
    echoes.take(ReadAloud(at=10.0, comment="c9", length=4.0))
    spoken = heard((10.4, 12.2, "这个橙子多少钱一箱"))
    assert echoes.apart(spoken) == (spoken,)


def test_english_with_words_heard_wrong(english):
    comment = english().comment("c1", "price", 9.0, text="How much is the large cutting board?")
    echoes = listening(comment, 10.0, Language.EN)
    spoken = heard(
        (10.5, 13.0, "how much is the lards cutting bored"),
        (13.4, 15.0, "it is nineteen dollars"),
        language=Language.EN,
    )
    assert kinds(echoes.apart(spoken)) == [
        ("echo", "how much is the lards cutting bored"),
        ("host", "it is nineteen dollars"),
    ]


@pytest.mark.parametrize("name", ["zh_apple_01_k", "zh_tea_honey_02_k"])
@pytest.mark.parametrize("mode", ["batch", "utterance"])
def test_what_real_recognisers_made_of_a_sentence_is_an_echo_of_it(asked, name, mode):
    """Each sentence of a pitch in turn is read aloud, and the rest of it is the host's."""
    truth = json.loads((SPEECH / f"{name}.json").read_text("utf-8"))
    made = json.loads((SPEECH / "asr" / f"{name}.whisper-base-{mode}.json").read_text("utf-8"))
    words = tuple(Word(text, Span(start, max(start, end)), given) for text, start, end, given in made["words"])
    text = "".join(word.text for word in words)
    pitch = HostSpoke(at=99.0, said=Span(words[0].said.start, words[-1].said.end), text=text, words=words, engine="w")
    inside = found = outside = 0
    for sentence in truth["sentences"]:
        echoes = listening(asked(sentence["text"]), sentence["start"] - 0.3)
        echo = {word for part in echoes.apart(pitch) if isinstance(part, EchoHeard) for word in part.words}
        for word in words:
            middle = (word.said.start + word.said.end) / 2
            if sentence["start"] + 0.1 <= middle <= sentence["end"] - 0.1:
                inside += len(word.text)
                found += len(word.text) * (word in echo)
            elif not sentence["start"] - 0.4 <= middle <= sentence["end"] + 0.4:
                outside += len(word.text) * (word in echo)
    assert found >= 0.9 * inside
    assert outside <= 0.01 * len(text)


def test_what_is_heard_again_is_parted_again(chinese, oranges):
    stage = chinese(oranges())
    posted = stage.comment("c1", "price", 9.0, text="二十九块九能包邮吗")
    events = [posted, ReadAloud(at=10.0, comment="c1", length=4.0)]
    stage.take(*events)
    spoken = heard((10.4, 12.3, "二十九块九能包邮吗"))
    parts = stage.listener.apart(spoken)
    assert kinds(parts) == [("echo", spoken.text)]
    again = Echoes(Reader(Language.ZH), Sounds())
    for event in events:
        again.take(event)
    assert again.apart(as_heard(parts[0])) == parts


def test_the_same_words_count_when_the_host_says_them_and_not_when_they_are_read(chinese, oranges):
    words = "二十九块九能包邮吗"
    spoken = heard((10.4, 12.3, words))
    for reading in (False, True):
        stage = chinese(oranges())
        stage.take(ProductPinned(at=1.0, product=oranges().id), stage.comment("c1", "price", 9.0, text=words))
        if reading:
            stage.take(ReadAloud(at=10.0, comment="c1", length=4.0))
        found = [each for part in stage.listener.apart(spoken) for each in stage.listener.take(part)]
        assert any(isinstance(each, PriceTold) for each in found) is not reading
