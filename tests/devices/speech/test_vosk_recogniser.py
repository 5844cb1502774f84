"""Vosk with the Korean model and speech inside its vocabulary; Korean is joined with spaces, as English is."""

from __future__ import annotations

import os
import shutil
import signal
from difflib import SequenceMatcher
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


@pytest.mark.parametrize("spoken", [FEMALE, MALE])
def test_words_are_shown_within_three_tenths_of_a_second(loaded, spoken):
    """Of sound; computing comes on top. Words that are never heard right are not shown."""
    hearing = vosk_recogniser.VoskHearing(loaded, Language.EN, GRAMMAR)
    words = spoken.truth["tokens"]
    late: dict[int, float] = {}
    done: list[str] = []
    for start in range(0, len(spoken.samples), vosk_recogniser.BLOCK):
        found = hearing.accept(spoken.samples[start : start + vosk_recogniser.BLOCK])
        heard = (start + vosk_recogniser.BLOCK) / 16_000
        done += [word.text for phrase in found.phrases for word in phrase.words]
        shown = [*done, *(found.caption.text.split() if found.caption else ())]
        begun = [word for word, first, _ in words if first <= heard]
        for block in SequenceMatcher(None, begun, shown, autojunk=False).get_matching_blocks():
            for place in range(block.a, block.a + block.size):
                late.setdefault(place, heard - words[place][2])
    assert len(late) >= 30
    assert np.quantile(list(late.values()), 0.95) <= 0.3


def test_a_model_is_loaded_from_links_and_left_as_it_is(korean_model):
    before = {path: path.stat().st_mtime_ns for path in sorted(korean_model.rglob("*"))}
    text = (korean_model / "conf" / "model.conf").read_text("utf-8")
    with vosk_recogniser.quick(korean_model) as folder:
        assert folder != korean_model and not missing_files(folder)
        told = (folder / "conf" / "model.conf").read_text("utf-8")
        assert told.count("--frames-per-chunk=6\n") == 1 and told.startswith(text.rstrip("\n"))
    assert not folder.exists()
    assert {path: path.stat().st_mtime_ns for path in sorted(korean_model.rglob("*"))} == before
    assert (korean_model / "conf" / "model.conf").read_text("utf-8") == text


def test_a_model_that_is_quicker_already_is_loaded_as_it_is(tmp_path):
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "model.conf").write_text("--beam=10.0\n--frames-per-chunk=3\n", "utf-8")
    with vosk_recogniser.quick(tmp_path) as folder:
        assert folder == tmp_path
    (tmp_path / "conf" / "model.conf").write_text("--frames-per-chunk=30\n--beam=10.0\n", "utf-8")
    with vosk_recogniser.quick(tmp_path) as folder:
        assert (folder / "conf" / "model.conf").read_text("utf-8") == "--beam=10.0\n--frames-per-chunk=6\n"


def test_where_no_links_can_be_made_the_model_itself_is_loaded(korean_model, monkeypatch):
    def refused(*_: object) -> None:
        raise OSError("not here")

    monkeypatch.setattr("pathlib.Path.hardlink_to", refused)
    monkeypatch.setattr("pathlib.Path.symlink_to", refused)
    with vosk_recogniser.quick(korean_model) as folder:
        assert folder == korean_model
    assert VoskEngine(korean_model, Language.EN, GRAMMAR).load()


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
    pieces = -(-5 * 16_000 // vosk_recogniser.BLOCK)
    assert hearing.accept(np.zeros(pieces * vosk_recogniser.BLOCK, dtype=np.float32)).settled >= 4 * 16_000


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
