"""A recogniser that cannot keep up drops unfinished captions first, never sound, and shows them again afterwards."""

from __future__ import annotations

import pytest

from simulator.devices.recogniser_process import ProcessRecogniser
from simulator.devices.vosk_recogniser import HURRIED, VoskEngine
from simulator.domain.language import Language
from simulator.ports import Heard
from tests.devices.speech.pitches import pitch

pytestmark = pytest.mark.speech

COUNTING = pitch("ko_grammar_jf_alpha")


@pytest.fixture
def recogniser(korean_model):
    made = ProcessRecogniser(VoskEngine(korean_model, Language.EN, tuple(COUNTING.truth["grammar"])))
    yield made
    made.close()


def words(heard: list[Heard]) -> list[str]:
    return [word.text for each in heard for phrase in each.phrases for word in phrase.words]


def in_step(recogniser: ProcessRecogniser) -> list[Heard]:
    """Each block is recognised before the next one comes."""
    came = []
    for block in COUNTING.blocks():
        recogniser.feed(block)
        came.append(recogniser.settle())
    return [*came, recogniser.finish()]


def test_all_at_once_no_unfinished_caption_is_shown_and_every_word_is_heard(recogniser, korean_model):
    for block in COUNTING.blocks():
        recogniser.feed(block)
    behind = []
    captions = []
    came = []
    while not behind or behind[-1] > 0:
        heard = recogniser.heard()
        came.append(heard)
        behind.append(heard.behind)
        if heard.captions and heard.captions[-1].text:
            captions.append((heard.behind, heard.captions[-1].text))
        recogniser._child.wait(0.05)
    came.append(recogniser.finish())
    assert max(behind) > 30, "it is told how much waits"
    assert not [text for waiting, text in captions if waiting > HURRIED + 2.0], "captions would be half a minute old"

    second = ProcessRecogniser(VoskEngine(korean_model, Language.EN, tuple(COUNTING.truth["grammar"])))
    calm = in_step(second)
    assert any(each.captions and each.captions[-1].text for each in calm), "in step they are shown"
    assert words(came) == words(calm), "no sound was left out"


def test_when_it_has_caught_up_captions_come_again(recogniser):
    blocks = list(COUNTING.blocks())
    for block in blocks[:200]:
        recogniser.feed(block)
    recogniser.settle()
    shown = []
    for block in blocks[200:]:
        recogniser.feed(block)
        heard = recogniser.settle()
        shown += [caption.text for caption in heard.captions if caption.text]
    assert shown
