"""Speech read from a text, a pitch, a recogniser's words; what is wrong is said by place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.devices.speech_file import read_speech
from simulator.domain.language import Language
from simulator.domain.units import Span
from simulator.ports import ContentError

SPEECH = Path(__file__).parents[1] / "speech"


def test_a_text_is_said_evenly_and_keeps_its_places(tmp_path: Path) -> None:
    path = tmp_path / "pitch.txt"
    path.write_text("大家好。今天三十九块九，喜欢的点小黄车。", "utf-8")
    speech = read_speech(path)
    assert (speech.language, speech.timed, len(speech.phrases)) == (Language.ZH, False, 2)
    last = speech.phrases[1]
    start, end = speech.place(last.said) or (0, 0)
    assert speech.text[start:end] == "今天三十九块九，喜欢的点小黄车。"


def test_a_pitch_keeps_its_own_times() -> None:
    path = sorted(SPEECH.glob("zh_*.json"))[0]
    speech = read_speech(path)
    event = next(each for each in json.loads(path.read_text("utf-8"))["events"] if each["kind"] == "price")
    assert speech.timed
    start, end = speech.place(Span(event["start"], event["end"])) or (0, 0)
    assert event["text"] in speech.text[start:end]


def test_a_list_of_words_makes_phrases_at_pauses(tmp_path: Path) -> None:
    path = tmp_path / "words.json"
    words = [[" Just", 0.0, 0.3, 0.9], [" ten", 0.3, 0.6, 0.9], [" dollars", 2.0, 2.4, 0.9]]
    path.write_text(json.dumps({"schema": "asr-words/1", "words": words}), "utf-8")
    speech = read_speech(path)
    assert [phrase.text for phrase in speech.phrases] == ["Just ten", "dollars"]
    assert speech.language is Language.EN


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe\x00", "speech_not_text"),
        (b"  \n", "content_empty"),
        (b"{", "speech_wrong"),
        (b'{"schema": "other"}', "speech_wrong"),
        (b'{"schema": "asr-words/1", "words": [["a", 1]]}', "speech_wrong"),
        (b'{"schema": "asr-words/1", "words": [["a", 2, 3, 1], ["b", 1, 2, 1]]}', "speech_wrong"),
        (b'{"schema": "asr-words/1", "words": [["a", NaN, 3, 1]]}', "speech_wrong"),
        (b'{"schema": "speech-pitch/1", "text": ""}', "speech_wrong"),
        (b'{"schema": "speech-pitch/1", "language": "zh", "text": "ab", "tokens": [["a", 5, 0, 1]]}', "speech_wrong"),
    ],
)
def test_what_is_no_speech_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(ContentError) as refused:
        read_speech(path)
    assert refused.value.code == code
    assert str(path) in str(refused.value.facts["file"])


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none", "content_missing"), (tmp_path, "content_is_folder")):
        with pytest.raises(ContentError) as refused:
            read_speech(path)
        assert refused.value.code == code
