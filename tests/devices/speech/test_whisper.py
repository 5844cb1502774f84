"""Whisper base on Chinese pitches: by the utterance, and over a whole recording."""

from __future__ import annotations

import statistics

import numpy as np
import pytest

from scripts.bench.error_rates import chinese, error_rate
from simulator.devices.whisper_transcriber import (
    WhisperTranscriber,
    longest_silence,
    pieces,
    spoken_stretches,
    transcribed,
)
from simulator.devices.whisper_utterance import (
    MARGIN_FRAMES,
    WhisperHearing,
    WhisperUtteranceEngine,
    trimmed_window,
)
from simulator.devices.whisper_words import load_whisper
from simulator.domain.language import Language
from simulator.domain.machine import Fault
from simulator.ports import DeviceError
from tests.devices.speech.pitches import RATE_HZ, pitch, recorded, said

pytestmark = pytest.mark.speech

APPLE = pitch("zh_apple_01_k")
TEA = pitch("zh_tea_honey_02_k")


@pytest.fixture(scope="module")
def loaded(whisper_model):
    return load_whisper(whisper_model)


def transcript_of(spoken, model, folder):
    """The final transcript from a recording, and the progress that was told."""
    progress: list[float] = []
    recording = recorded(spoken.samples, folder / "session.mkv")
    return WhisperTranscriber(model).transcribe(recording, Language.ZH, progress.append, lambda: False), progress


def heard_live(spoken, loaded):
    """The phrases, and how many blocks had an activity mark."""
    hearing = WhisperHearing(loaded, Language.ZH)
    phrases, captions = [], 0
    for block in spoken.blocks():
        found = hearing.accept(block.samples)
        phrases += found.phrases
        captions += found.caption is not None
    return [*phrases, *hearing.finish().phrases], captions


# One fixture for each pitch and mode: a busy machine may need a minute for one.


@pytest.fixture(scope="module")
def whole_apple(whisper_model, tmp_path_factory):
    return transcript_of(APPLE, whisper_model, tmp_path_factory.mktemp("apple"))


@pytest.fixture(scope="module")
def whole_tea(whisper_model, tmp_path_factory):
    return transcript_of(TEA, whisper_model, tmp_path_factory.mktemp("tea"))


@pytest.fixture(scope="module")
def live_apple(loaded):
    return heard_live(APPLE, loaded)


@pytest.fixture(scope="module")
def live_tea(loaded):
    return heard_live(TEA, loaded)


def rate(spoken, phrases) -> float:
    return error_rate("zh", spoken.truth["text"], said(phrases, Language.ZH))


def start_errors(spoken, phrases) -> list[float]:
    """Start errors of characters that were heard right, matched in order."""
    from difflib import SequenceMatcher

    truth = [(text, start) for text, _, start, _ in spoken.truth["tokens"]]
    heard = [(word.text[0], word.said.start) for phrase in phrases for word in phrase.words]
    blocks = SequenceMatcher(None, [t for t, _ in truth], [t for t, _ in heard], autojunk=False).get_matching_blocks()
    return [
        abs(heard[block.b + place][1] - truth[block.a + place][1]) for block in blocks for place in range(block.size)
    ]


@pytest.mark.parametrize(("made", "spoken"), [("whole_apple", APPLE), ("whole_tea", TEA)])
def test_a_whole_recording_is_transcribed(request, made, spoken):
    transcript, progress = request.getfixturevalue(made)
    assert transcript.final
    assert rate(spoken, transcript.phrases) <= 0.20
    assert progress == sorted(progress)
    assert progress[-1] == 1.0
    assert len(progress) > 3
    assert all(0.0 <= word.confidence <= 1.0 for phrase in transcript.phrases for word in phrase.words)


def test_phrases_lie_inside_the_recording_in_order(whole_apple):
    phrases = whole_apple[0].phrases
    assert len(phrases) > 10
    assert all(phrase.at == phrase.said.end <= APPLE.length for phrase in phrases)
    starts = [word.said.start for phrase in phrases for word in phrase.words]
    assert starts == sorted(starts)
    assert all(phrase.text == "".join(word.text for word in phrase.words) for phrase in phrases)


def test_words_start_where_they_were_spoken(whole_apple, live_apple):
    for phrases in (whole_apple[0].phrases, live_apple[0]):
        errors = start_errors(APPLE, phrases)
        assert len(errors) > 50
        # The truth of this voice is loose by 0.1 s itself.
        assert statistics.median(errors) <= 0.12


def test_text_is_simplified_and_punctuated_in_chinese(whole_tea, live_tea):
    text = said(whole_tea[0].phrases, Language.ZH) + said(live_tea[0], Language.ZH)
    assert "个" in text
    assert not set("個這們來說還錢") & set(text)
    assert "，" in text


def test_by_the_utterance_it_is_hardly_worse(whole_apple, whole_tea, live_apple, live_tea):
    whole = (rate(APPLE, whole_apple[0].phrases) + rate(TEA, whole_tea[0].phrases)) / 2
    live = (rate(APPLE, live_apple[0]) + rate(TEA, live_tea[0])) / 2
    assert live <= whole + 0.05


def test_while_somebody_speaks_an_activity_mark_stands(live_apple):
    _, captions = live_apple
    assert captions > 0.5 * APPLE.length * 10


def test_the_encoder_sees_the_utterance_and_a_margin(loaded, monkeypatch):
    seen = []
    encode = loaded.encode
    monkeypatch.setattr(loaded, "encode", lambda features: seen.append(features.shape[-1]) or encode(features))
    two_seconds = APPLE.samples[: 2 * RATE_HZ]
    with trimmed_window():
        list(loaded.transcribe(two_seconds, language="zh", beam_size=1, temperature=0.0)[0])
    list(loaded.transcribe(two_seconds, language="zh", beam_size=1, temperature=0.0)[0])
    assert seen == [200 + MARGIN_FRAMES, 3000]


def test_noise_is_no_speech(loaded):
    noise = np.random.default_rng(1).normal(0.0, 0.05, 10 * RATE_HZ).astype(np.float32)
    hearing = WhisperHearing(loaded, Language.ZH)
    assert [*hearing.accept(noise).phrases, *hearing.finish().phrases] == []


def test_the_longest_silence_is_found():
    quiet = np.zeros(6 * RATE_HZ, dtype=np.float32)
    assert spoken_stretches(quiet) == []
    assert spoken_stretches(quiet[:0]) == []
    assert longest_silence(spoken_stretches(APPLE.samples), len(APPLE.samples)) < 5.0
    with_hole = np.concatenate((APPLE.samples[: 8 * RATE_HZ], quiet, APPLE.samples[8 * RATE_HZ : 14 * RATE_HZ]))
    assert longest_silence(spoken_stretches(with_hole), len(with_hole)) >= 5.0
    assert longest_silence([(0, RATE_HZ)], 9 * RATE_HZ) == 8.0


def test_a_long_recording_is_cut_in_its_silences():
    spoken = [(0, 40), (50, 90), (100, 140), (150, 190)]
    assert pieces(spoken, 200, 1_000) == [(0, 200)]
    assert pieces(spoken, 200, 110) == [(0, 95), (95, 200)]
    assert pieces(spoken, 200, 60) == [(0, 45), (45, 95), (95, 145), (145, 200)]
    assert pieces([(0, 500)], 500, 100) == [(0, 500)]


def test_a_long_silence_is_left_out_and_times_stay(whisper_model):
    quiet = np.zeros(20 * RATE_HZ, dtype=np.float32)
    spoken = APPLE.samples[: 8 * RATE_HZ]
    phrases = transcribed(whisper_model, np.concatenate((quiet, spoken)), Language.ZH, lambda _: None)
    assert phrases[0].said.start == pytest.approx(20.0 + APPLE.truth["tokens"][0][2], abs=0.5)
    assert "晚上好" in chinese(said(phrases, Language.ZH))


def test_a_recording_of_silence_has_no_phrases(whisper_model, tmp_path):
    recording = recorded(np.zeros(10 * RATE_HZ, dtype=np.float32), tmp_path / "silent.mkv")
    transcript = WhisperTranscriber(whisper_model).transcribe(recording, Language.EN, lambda _: None, lambda: False)
    assert transcript.phrases == ()


def test_a_sound_track_that_begins_late_keeps_its_times(whisper_model, tmp_path):
    recording = recorded(APPLE.samples[: 8 * RATE_HZ], tmp_path / "late.mkv", begins_at=12.0)
    transcript = WhisperTranscriber(whisper_model).transcribe(recording, Language.ZH, lambda _: None, lambda: False)
    assert transcript.phrases[0].said.start == pytest.approx(12.0 + APPLE.truth["tokens"][0][2], abs=0.5)


def test_it_can_be_cancelled(whisper_model, tmp_path):
    recording = recorded(APPLE.samples, tmp_path / "long.mkv")
    with pytest.raises(InterruptedError):
        WhisperTranscriber(whisper_model).transcribe(recording, Language.ZH, lambda _: None, lambda: True)


@pytest.mark.parametrize("content", [b"", b"this is a text, not a recording\n" * 50])
def test_a_recording_that_is_none_is_told(whisper_model, tmp_path, content):
    recording = tmp_path / "broken.mkv"
    recording.write_bytes(content)
    with pytest.raises(DeviceError) as raised:
        WhisperTranscriber(whisper_model).transcribe(recording, Language.ZH, lambda _: None, lambda: False)
    assert (raised.value.fault, raised.value.code) == (Fault.UNREADABLE, "recording_unreadable")


def test_a_recording_cut_off_is_transcribed_as_far_as_it_goes(whisper_model, tmp_path):
    recording = recorded(APPLE.samples[: 20 * RATE_HZ], tmp_path / "cut.mkv")
    recording.write_bytes(recording.read_bytes()[: recording.stat().st_size // 2])
    transcript = WhisperTranscriber(whisper_model).transcribe(recording, Language.ZH, lambda _: None, lambda: False)
    assert "欢迎来到我们的" in chinese(said(transcript.phrases, Language.ZH))
    assert transcript.phrases[-1].said.end <= 12.0


@pytest.mark.parametrize("missing", ["model.bin", "tokenizer.json", "vocabulary.json"])
def test_a_model_that_lacks_a_file_is_refused(whisper_model, tmp_path, missing):
    for path in whisper_model.iterdir():
        if path.name != missing:
            (tmp_path / path.name).symlink_to(path)
    with pytest.raises(DeviceError) as raised:
        WhisperUtteranceEngine(tmp_path, Language.ZH).load()
    assert raised.value.code == "model_incomplete"


@pytest.mark.parametrize("content", [b"", b"rubbish" * 1000])
def test_a_damaged_model_is_refused(whisper_model, tmp_path, content):
    for path in whisper_model.iterdir():
        if path.name != "model.bin":
            (tmp_path / path.name).symlink_to(path)
    (tmp_path / "model.bin").write_bytes(content)
    with pytest.raises(DeviceError) as raised:
        WhisperUtteranceEngine(tmp_path, Language.ZH).load()
    assert raised.value.code == "model_damaged"
