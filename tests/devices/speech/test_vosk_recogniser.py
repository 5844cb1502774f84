"""Vosk with the Korean model and speech inside its vocabulary; Korean is joined with spaces, as English is."""

from __future__ import annotations

import os
import shutil
import signal
from itertools import pairwise

import jiwer
import numpy as np
import pytest

from simulator.devices import vosk_recogniser
from simulator.devices.recogniser_process import ProcessRecogniser
from simulator.devices.vosk_recogniser import VoskEngine, missing_files
from simulator.domain.language import Language
from simulator.domain.units import Span
from simulator.media_port import SoundBlock
from simulator.ports import DeviceError
from tests.devices.speech.pitches import pitch, said

pytestmark = pytest.mark.speech

FEMALE = pitch("ko_grammar_jf_alpha")
MALE = pitch("ko_grammar_jm_kumo")
GRAMMAR = tuple(FEMALE.truth["grammar"])


@pytest.fixture(scope="module")
def loaded(korean_model):
    """The model, loaded once in this process."""
    return VoskEngine(korean_model, Language.EN, GRAMMAR).load()._model


def heard_in(hearing, spoken, block: int = 1_600):
    phrases, captions = [], []
    for start in range(0, len(spoken.samples), block):
        found = hearing.accept(spoken.samples[start : start + block])
        phrases += found.phrases
        captions.append((start / 16_000, found.caption))
    return (*phrases, *hearing.finish().phrases), captions


def right_words(spoken, phrases) -> int:
    truth = [word for word, _, _ in spoken.truth["tokens"]]
    return len(truth) - round(jiwer.wer(" ".join(truth), said(phrases, Language.EN)) * len(truth))


@pytest.mark.parametrize(("spoken", "least"), [(FEMALE, 31), (MALE, 30)])
def test_phrases_of_a_grammar_are_heard(loaded, spoken, least):
    phrases, _ = heard_in(vosk_recogniser.VoskHearing(loaded, Language.EN, GRAMMAR), spoken)
    assert right_words(spoken, phrases) >= least
    assert "[unk]" not in said(phrases, Language.EN)
    assert all(0.0 <= word.confidence <= 1.0 for phrase in phrases for word in phrase.words)


def test_word_times_are_those_of_the_speech(loaded):
    phrases, _ = heard_in(vosk_recogniser.VoskHearing(loaded, Language.EN, GRAMMAR), FEMALE)
    starts = {word.text: word.said.start for phrase in phrases for word in phrase.words}
    errors = [abs(starts[word] - start) for word, start, _ in FEMALE.truth["tokens"] if word in starts]
    assert np.median(errors) <= 0.15
    assert all(a.said.end <= b.said.start for a, b in pairwise(phrases))


def test_the_same_sound_gives_the_same_text_however_it_is_cut(loaded):
    texts = {
        said(heard_in(vosk_recogniser.VoskHearing(loaded, Language.EN, GRAMMAR), MALE, block)[0], Language.EN)
        for block in (1_600, 777, 16_000)
    }
    assert len(texts) == 1


def test_captions_come_while_a_phrase_is_spoken(loaded):
    _, captions = heard_in(vosk_recogniser.VoskHearing(loaded, Language.EN, GRAMMAR), FEMALE)
    first_word_ends = FEMALE.truth["tokens"][0][2]
    first = next(at for at, caption in captions if caption)
    assert first <= first_word_ends + 0.6


def test_a_replaced_recogniser_hears_on_with_the_same_clock(loaded, monkeypatch):
    monkeypatch.setattr(vosk_recogniser, "LIFE", 5 * 16_000)
    phrases, _ = heard_in(vosk_recogniser.VoskHearing(loaded, Language.EN, GRAMMAR), FEMALE)
    assert right_words(FEMALE, phrases) >= 30
    last = FEMALE.truth["tokens"][-1]
    assert abs(phrases[-1].said.end - last[2]) <= 0.5


def test_chinese_is_joined_without_spaces_and_timed_by_the_character(loaded):
    hearing = vosk_recogniser.VoskHearing(loaded, Language.ZH, GRAMMAR)
    phrases, _ = heard_in(hearing, FEMALE)
    first = phrases[0]
    assert first.text == "지금바로주문"
    assert [word.text for word in first.words] == list(first.text)
    assert all(a.said.end <= b.said.start + 1e-6 for a, b in pairwise(first.words))


def test_no_phrases_mean_free_dictation_not_an_empty_grammar(loaded):
    hearing = vosk_recogniser.VoskHearing(loaded, Language.EN, ())
    hearing.accept(np.zeros(16_000, dtype=np.float32))
    assert hearing.finish().phrases == ()


def test_silence_settles(loaded):
    hearing = vosk_recogniser.VoskHearing(loaded, Language.EN, GRAMMAR)
    assert hearing.accept(np.zeros(5 * 16_000, dtype=np.float32)).settled >= 4 * 16_000


def test_a_killed_child_is_replaced_in_the_middle_of_speech(korean_model, capfd):
    recogniser = ProcessRecogniser(VoskEngine(korean_model, Language.EN, GRAMMAR))
    blocks = list(FEMALE.blocks(start=100.0))
    phrases, captions_after = [], 0
    for place, block in enumerate(blocks):
        recogniser.feed(block)
        heard = recogniser.settle()
        phrases += heard.phrases
        if place == 150:
            os.kill(recogniser.pid, signal.SIGKILL)
        if place == 151:
            assert heard.restarted
        if place > 151:
            captions_after += len(heard.captions)
    phrases += recogniser.finish().phrases
    assert captions_after > 0
    assert right_words(FEMALE, phrases) >= 30
    assert phrases[0].said.start == pytest.approx(100.0 + FEMALE.truth["tokens"][0][1], abs=0.3)
    written = capfd.readouterr()
    assert written.out + written.err == ""


@pytest.mark.parametrize("name", ["am/final.mdl", "ivector/final.ie", "graph/Gr.fst", "conf/mfcc.conf"])
def test_a_model_that_lacks_a_file_is_refused_before_vosk_sees_it(korean_model, tmp_path, name):
    shutil.copytree(korean_model, tmp_path / "model", copy_function=os.symlink)
    (tmp_path / "model" / name).unlink()
    assert missing_files(tmp_path / "model")
    with pytest.raises(DeviceError) as raised:
        VoskEngine(tmp_path / "model", Language.EN).load()
    assert raised.value.code == "model_incomplete"


def test_a_truncated_model_is_refused_through_the_process(korean_model, tmp_path):
    shutil.copytree(korean_model, tmp_path / "model", copy_function=os.symlink)
    acoustic = tmp_path / "model" / "am" / "final.mdl"
    acoustic.unlink()
    acoustic.write_bytes((korean_model / "am" / "final.mdl").read_bytes()[:100_000])
    recogniser = ProcessRecogniser(VoskEngine(tmp_path / "model", Language.EN))
    recogniser.feed(SoundBlock(0.0, np.zeros(1_600, dtype=np.float32), 16_000))
    with pytest.raises(DeviceError) as raised:
        recogniser.settle()
    assert raised.value.code in ("model_damaged", "recogniser_lost")


def test_times_follow_the_blocks_not_the_stream(korean_model):
    recogniser = ProcessRecogniser(VoskEngine(korean_model, Language.EN, GRAMMAR))
    for block in FEMALE.blocks(start=-3.0):
        if block.at > 1.0:
            break
        recogniser.feed(block)
    first, *_ = recogniser.finish().phrases
    start, end = FEMALE.truth["tokens"][0][1] - 3.0, FEMALE.truth["tokens"][2][2] - 3.0
    assert first.said.overlaps(Span(start, end))
    assert first.said.start == pytest.approx(start, abs=0.2)
