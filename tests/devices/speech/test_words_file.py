"""The file behind ``--transcript``: strict, and telling where it is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.devices.words_file import read_words
from simulator.domain.units import Span
from simulator.ports import ContentError

GOOD = {"text": "大家好", "start_s": 1, "end_s": 2.5}


def written(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "words.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def test_words_are_read_with_their_times(tmp_path):
    words = read_words(written(tmp_path, [GOOD, {"text": " 二 ", "start_s": 2.5, "end_s": 2.5}]))
    assert [(word.text, word.said) for word in words] == [("大家好", Span(1.0, 2.5)), ("二", Span(2.5, 2.5))]


def test_nothing_said_is_a_transcript(tmp_path):
    assert read_words(written(tmp_path, [])) == ()


@pytest.mark.parametrize(
    ("entry", "mistake"),
    [
        ({**GOOD, "start_s": -1}, "$[1].start_s"),
        ({**GOOD, "end_s": 0.5}, "$[1].end_s"),
        ({**GOOD, "start_s": 0.5}, "$[1].start_s"),
        ({**GOOD, "start_s": "1"}, "$[1].start_s"),
        ({**GOOD, "start_s": True}, "$[1].start_s"),
        ({**GOOD, "start_s": None}, "$[1].start_s"),
        ({**GOOD, "end_s": float("nan")}, "$[1].end_s"),
        ({**GOOD, "end_s": float("inf")}, "$[1].end_s"),
        ({**GOOD, "end_s": 10**400}, "$[1].end_s"),
        ({**GOOD, "text": "  "}, "$[1].text"),
        ({**GOOD, "text": 5}, "$[1].text"),
        ({"text": "x", "start_s": 2}, "$[1].end_s"),
        ({**GOOD, "speaker": "me"}, "$[1].speaker"),
        ("word", "$[1]"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_place(tmp_path, entry, mistake):
    with pytest.raises(ContentError) as raised:
        read_words(written(tmp_path, [GOOD, entry]))
    assert raised.value.code == "transcript_wrong"
    assert len(raised.value.mistakes) == 1
    assert raised.value.mistakes[0].startswith(mistake)


def test_every_mistake_is_told(tmp_path):
    with pytest.raises(ContentError) as raised:
        read_words(written(tmp_path, [{"text": "", "start_s": -1, "end_s": "x"}, 5]))
    assert len(raised.value.mistakes) == 4


@pytest.mark.parametrize("content", ["", "{", "[" * 100_000, '"\ud800'.encode("utf-8", "surrogatepass")])
def test_what_is_not_json_is_refused(tmp_path, content):
    path = tmp_path / "words.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ContentError) as raised:
        read_words(path)
    assert raised.value.code == "transcript_not_json"


def test_what_is_not_a_list_is_refused(tmp_path):
    with pytest.raises(ContentError) as raised:
        read_words(written(tmp_path, {"words": []}))
    assert raised.value.code == "transcript_wrong"


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ContentError) as raised:
        read_words(tmp_path / "none.json")
    assert raised.value.code == "transcript_unreadable"
