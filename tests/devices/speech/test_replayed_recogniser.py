"""Words with times in place of a recogniser."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from simulator.devices.replayed_recogniser import ReplayedRecogniser, ReplayedTranscriber
from simulator.domain.events import Word
from simulator.domain.language import Language
from simulator.domain.units import Span
from simulator.media_port import SoundBlock

WORDS = (
    Word("welcome", Span(1.0, 1.5), None),
    Word("everyone.", Span(1.5, 2.0), None),
    Word("Apples", Span(2.1, 2.6), None),
    Word("today", Span(2.7, 3.0), None),
)


def test_a_phrase_comes_when_time_has_passed_its_end():
    recogniser = ReplayedRecogniser(WORDS, Language.EN)
    recogniser.advance(1.9)
    assert recogniser.heard().phrases == ()
    recogniser.advance(2.0)
    assert [(phrase.text, phrase.at) for phrase in recogniser.heard().phrases] == [("welcome everyone.", 2.0)]
    assert recogniser.heard().phrases == ()


def test_captions_grow_word_by_word():
    recogniser = ReplayedRecogniser(WORDS, Language.EN)
    assert recogniser.heard().captions == ()
    recogniser.advance(1.6)
    (caption,) = recogniser.heard().captions
    assert (caption.text, caption.since) == ("welcome", 1.0)


def test_sound_lets_time_pass():
    recogniser = ReplayedRecogniser(WORDS, Language.EN)
    recogniser.feed(SoundBlock(0.0, np.zeros(16_000 * 3, dtype=np.float32), 16_000))
    assert [phrase.text for phrase in recogniser.settle().phrases] == ["welcome everyone.", "Apples today"]


def test_finishing_early_brings_no_word_that_was_not_reached():
    recogniser = ReplayedRecogniser(WORDS, Language.EN)
    recogniser.advance(2.65)
    assert [phrase.text for phrase in recogniser.finish().phrases] == ["welcome everyone.", "Apples"]
    assert recogniser.heard().phrases == ()


def test_its_end_is_the_last_word_s():
    assert ReplayedRecogniser(WORDS, Language.EN).end == 3.0
    assert ReplayedRecogniser((), Language.EN).end == 0.0


def test_the_final_transcript_is_the_same_words():
    transcript = ReplayedTranscriber(WORDS).transcribe(Path("none"), Language.EN, lambda _: None, lambda: False)
    assert transcript.final
    assert [phrase.text for phrase in transcript.phrases] == ["welcome everyone.", "Apples today"]
    with pytest.raises(InterruptedError):
        ReplayedTranscriber(WORDS).transcribe(Path("none"), Language.EN, lambda _: None, lambda: True)
