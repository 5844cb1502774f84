import csv
import io
import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from simulator.domain.events import EchoHeard, HostSpoke
from simulator.domain.judgement import Judgement, Note, Override
from simulator.domain.language import Language
from simulator.domain.session import SessionLog
from simulator.domain.units import Span
from simulator.reports.captions import cues, srt, vtt
from simulator.reports.exports import exported
from simulator.reports.summary import transcript
from simulator.reports.table import COLUMNS, neutral
from simulator.scoring import score
from tests.rehearsed import good_run
from tests.stream import Stream, default_rubric, scenario

WHEN = "2026-11-23T10:00:00Z"


def written(kind: str, log: SessionLog, judgement: Judgement | None = None) -> str:
    rubric = default_rubric()
    card = score(log, rubric, provisional=False)
    judgement = judgement or Judgement(session=log.header.id)
    return exported(kind, log, card, judgement, rubric).decode("utf-8")


def table(log: SessionLog, judgement: Judgement | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", log, judgement).removeprefix("\ufeff"))))


def test_the_table_opens_in_excel_and_has_every_criterion():
    text = written("csv", good_run().log())
    assert text.startswith("\ufeff" + ",".join(COLUMNS))
    rows = table(good_run().log())
    assert len([row for row in rows if row["record"] == "criterion"]) == 25
    opening = next(row for row in rows if row["id"] == "A1" and row["record"] == "criterion")
    assert (opening["name_zh"], opening["level"], opening["value"]) == ("开场", "5", "5")
    assert {row["record"] for row in rows} >= {"total", "gate", "evidence", "figure", "phrase", "comment", "fact_told"}


def test_the_instructor_s_level_stands_beside_the_machine_s():
    override = Override(criterion="A1", level=2, machine_level=5, reason="背稿", instructor="王老师", at_utc=WHEN)
    note = Note(at=12.5, text="这里很好", instructor="王老师", at_utc=WHEN)
    rows = table(good_run().log(), Judgement(session="s", overrides=(override,), notes=(note,)))
    opening = next(row for row in rows if row["id"] == "A1" and row["record"] == "criterion")
    assert (opening["level"], opening["machine_level"]) == ("2", "5")
    assert next(row for row in rows if row["record"] == "override")["text"] == "背稿"
    assert next(row for row in rows if row["record"] == "note")["start_s"] == "12.5"


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_no_cell_is_a_formula(first):
    hostile = f'{first}HYPERLINK("http://x","y")'
    rows = table(Stream().asked("c1", 10, text=hostile).says(hostile, 20).log())
    texts = [row["text"] for row in rows if row["record"] in ("comment", "phrase")]
    assert texts == [f"'{hostile}"] * 2
    assert neutral("39.9") == "39.9"


def test_our_own_negative_numbers_stay_numbers():
    rows = table(Stream().asked("c1", -2.5).log())
    assert next(row for row in rows if row["record"] == "comment")["start_s"] == "-2.5"


def test_commas_quotes_and_lines_stay_in_their_cell():
    rows = table(Stream().asked("c1", 10, text='甜吗, "真的"\n第二行').log())
    assert next(row for row in rows if row["record"] == "comment")["text"] == '甜吗, "真的"\n第二行'


def test_captions_are_numbered_and_timed():
    log = Stream().says("大家好", 1.5, 3).says("今天卖橙子", 3, 5.25).log()
    assert srt(log) == ("1\n00:00:01,500 --> 00:00:03,000\n大家好\n\n2\n00:00:03,000 --> 00:00:05,250\n今天卖橙子\n")
    assert vtt(log).startswith("WEBVTT\n\n00:00:01.500 --> 00:00:03.000\n大家好\n")


def test_long_phrases_are_cut_between_words():
    stream = Stream(scenario(language=Language.EN)).says(" ".join(["wonderful"] * 12), 0, 6)
    parts = cues(stream.log())
    assert [part.text for part in parts] == [" ".join(["wonderful"] * 4)] * 3
    assert parts[1].span.start == 2.0
    slow = Stream().says("慢" * 16, 0, 16)
    assert [len(part.text) for part in cues(slow.log())] == [6, 6, 4]


def test_captions_neither_overlap_nor_begin_before_the_stream():
    stream = Stream().says("开播前", -3, -1).says("跨过去", -1, 1).says("第一句", 5, 9).says("抢话", 8, 10)
    spans = [cue.span for cue in cues(stream.log())]
    assert [cue.text for cue in cues(stream.log())] == ["跨过去", "第一句", "抢话"]
    assert spans[0].start == 0
    assert all(one.end <= two.start for one, two in pairwise(spans))


def test_markup_and_arrows_in_speech_stay_text():
    log = Stream(scenario(language=Language.EN)).says("<b>x</b> --> & 00:00", 0, 2).log()
    assert "&lt;b&gt;x&lt;/b&gt; → &amp; 00:00" in vtt(log)
    assert srt(log).count("-->") == 1


def test_the_json_holds_chat_orders_and_judgement():
    override = Override(criterion="A1", level=2, machine_level=5, reason="背稿", instructor="王老师", at_utc=WHEN)
    log = good_run().log()
    whole = json.loads(written("json", log, Judgement(session=log.header.id, overrides=(override,))))
    assert whole["session"] == log.header.id
    assert whole["comments"][0]["id"] == "c0"
    assert [order["id"] for order in whole["orders"]] == ["o1", "o2"]
    assert whole["judgement"]["overrides"][0]["reason"] == "背稿"
    assert {"id": "A1", "level": 2} in whole["result"]["levels"]
    assert next(mark for mark in whole["score"]["criteria"] if mark["id"] == "A1")["level"] == 5


@pytest.mark.parametrize("kind", ["csv", "srt", "vtt", "json"])
def test_the_same_session_gives_the_same_file(kind):
    assert written(kind, good_run().log()) == written(kind, good_run().log())


def test_an_unknown_kind_is_an_error():
    with pytest.raises(ValueError, match="docx"):
        written("docx", Stream().log())


def test_times_past_an_hour_are_written_out():
    assert re.search(r"01:00:01,000 --> 01:00:03,000", srt(Stream(length=4000).says("还在", 3601).log()))


def test_a_comment_read_aloud_stands_in_every_transcript_and_is_not_the_hosts():
    log = Stream().asked("c1", 10, text="多少钱一箱").says("三十九块九", 20).log()
    at = log.events.index(next(log.only(HostSpoke)))
    echo = EchoHeard(at=19.0, said=Span(12.0, 14.0), text="多少钱一箱", words=(), engine="whisper", comment="c1")
    log = replace(log, events=(*log.events[:at], echo, *log.events[at:]))
    assert "\n[多少钱一箱]\n" in srt(log)
    assert "\n三十九块九\n" in srt(log)
    rows = table(log)
    assert [(row["id"], row["text"]) for row in rows if row["record"] == "echo"] == [("c1", "多少钱一箱")]
    assert [row["text"] for row in rows if row["record"] == "phrase"] == ["三十九块九"]
    heard = transcript(log)
    assert heard["text"] == "三十九块九"
    assert heard["read_aloud"] == [{"comment": "c1", "text": "多少钱一箱", "start_s": 12.0, "end_s": 14.0}]
