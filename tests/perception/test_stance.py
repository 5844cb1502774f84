"""How words stand in their sentence."""

from __future__ import annotations

import pytest

from simulator.domain.events import HostSpoke
from simulator.domain.language import Language
from simulator.domain.units import Span
from simulator.perception.stance import Stance, stance
from simulator.perception.wording import Reader

READERS = {language: Reader(language) for language in Language}


def meant(marked: str, language: Language) -> Stance:
    """The stance of the words in brackets."""
    before, words, _ = marked.replace("]", "[").split("[")
    text = marked.replace("[", "").replace("]", "")
    spoke = HostSpoke(at=11, said=Span(0, 10), text=text, words=(), engine="test")
    return stance(READERS[language].phrase(spoke), len(before), len(before) + len(words))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("而且我敢说，这个价格是[全网最低价]", Stance.ASSERTED),
        ("这不是[全网最低]吗？", Stance.ASSERTED),
        ("这个价格是[全网最低]，对不对？", Stance.ASSERTED),
        ("不要错过[全网最低价]", Stance.ASSERTED),
        ("不仅是[最好]", Stance.ASSERTED),
        ("没有比这[更好]的了", Stance.ASSERTED),
        ("不是[最好]的，但是够用", Stance.NEGATED),
        ("有人说这个能[治病]，我不信", Stance.DISCLAIMED),
        ("我们不能说[全网最低]", Stance.DISCLAIMED),
        ("[全网最低]这种话咱不说", Stance.DISCLAIMED),
        ("别家说[全网最低]，我们不敢这么说", Stance.DISCLAIMED),
        ("别家都喊[全网最低]", Stance.REPORTED),
        ("有朋友问，是不是[全网最低]", Stance.QUOTED_FROM_VIEWER),
        ("很多人说喝了就[不咳嗽了]", Stance.ASSERTED),
        ("有人说[全网最低]，我们不敢这么说", Stance.DISCLAIMED),
        ("[限时]两个字我念不好", Stance.DISCLAIMED),
        ("[有机认证]我家没办", Stance.DISCLAIMED),
        ("这是[全网最低]吗？", Stance.QUESTIONED),
        ("如果是[最低]的话", Stance.HYPOTHETICAL),
    ],
)
def test_chinese(text: str, stance: Stance) -> None:
    assert meant(text, Language.ZH) is stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("This is [the best] honey in the world", Stance.ASSERTED),
        ("Isn't this [the cheapest]?", Stance.ASSERTED),
        ("Don't miss [the lowest price]", Stance.ASSERTED),
        ("Not only is it [the best]", Stance.ASSERTED),
        ("It's not medicine, but it's [the best]", Stance.ASSERTED),
        ("It isn't [the best]", Stance.NEGATED),
        ("I can't say it's [the best]", Stance.DISCLAIMED),
        ("You won't hear me say it [cures] anything", Stance.DISCLAIMED),
        ("Some people say it is [guaranteed to cure] a sore throat", Stance.ASSERTED),
        ("Some people say it is [guaranteed to cure] a sore throat, but I can't promise that", Stance.DISCLAIMED),
        ("Other sellers claim [the lowest price]", Stance.REPORTED),
        ("One viewer wrote that it [cured] her cough", Stance.ASSERTED),
        ("One viewer wrote that it [cured] her cough, that's not my word", Stance.QUOTED_FROM_VIEWER),
        ("Somebody asked, does it [cure] a cough? No, see a doctor", Stance.QUOTED_FROM_VIEWER),
        ("Anna asks if it [cures] a cold", Stance.QUOTED_FROM_VIEWER),
        ("No questions asked, it's [the best]", Stance.ASSERTED),
        ("Is this [the cheapest]?", Stance.QUESTIONED),
        ("If it were [the best] I would tell you", Stance.HYPOTHETICAL),
    ],
)
def test_english(text: str, stance: Stance) -> None:
    assert meant(text, Language.EN) is stance
