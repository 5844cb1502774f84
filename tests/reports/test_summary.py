import json

from simulator.domain.compliance import Severity
from simulator.domain.findings import HostWasSilent, PriceVerdict
from simulator.domain.language import Language
from simulator.domain.session import SessionLog
from simulator.domain.units import Span
from simulator.media_port import Health
from simulator.metrics.room import figures
from simulator.reports.summary import as_text, rehearsal
from simulator.scoring import score
from tests.rehearsed import good_run
from tests.stream import Stream, default_rubric, scenario


def summary(log: SessionLog, **more: object) -> dict:
    card = score(log, default_rubric(), provisional=False)
    return json.loads(as_text(rehearsal(log, card, figures(log), recording="r.mkv", **more)))  # type: ignore[arg-type]


def test_the_object_has_every_key_that_tooling_relies_on():
    whole = summary(good_run().log(), health=Health(video_frames=18000, audio_gaps=1, caption_delay_p95=0.81234))
    assert {
        "session", "scenario", "language", "seed", "duration_s", "recording", "transcript", "findings", "audience",
        "score", "health",
    } <= set(whole)  # fmt: skip
    assert set(whole["transcript"]) >= {"engine", "text", "words"}
    assert set(whole["audience"]) >= {
        "entries", "peak_viewers", "comments", "questions", "answered", "card_clicks", "orders", "refunds", "gmv",
    }  # fmt: skip
    assert whole["audience"]["gmv"] == {"amount": 81.9, "currency": "CNY"}
    assert set(whole["score"]) >= {"rubric", "version", "total", "gates", "criteria"}
    assert set(whole["score"]["gates"][0]) == {"id", "passed", "why"}
    first = whole["score"]["criteria"][0]
    assert set(first) >= {"id", "level", "value", "unit", "scorer", "why_none", "evidence"}
    assert set(first["evidence"][0]) == {"start_s", "end_s", "quote"}
    assert whole["health"] == {
        "video_frames": 18000,
        "dropped_frames": 0,
        "audio_gaps": 1,
        "caption_delay_p95_s": 0.812,
    }
    assert whole["duration_s"] == 600
    assert whole["language"] == "zh"


def test_each_kind_of_finding_is_named():
    stream = Stream().says("橙子39块9", 9, 14)
    stream.tells("origin", 10).prices(20, PriceVerdict.WRONG, price="29.9").asked("c1", 25).answers(30, "c1")
    stream.calls(40).breaks("r1", "absolute_terms", Severity.S3, 50).hesitates(60)
    stream.add(HostWasSilent(at=75, said=Span(70, 75)))
    found = summary(stream.log())["findings"]
    assert [each["kind"] for each in found] == [
        "fact_told", "price_told", "answer", "call_to_action", "rule_broken", "filler", "silence",
    ]  # fmt: skip
    assert all(set(each) >= {"kind", "id", "severity", "start_s", "end_s", "quote"} for each in found)
    assert found[1]["price"] == {"amount": 29.9, "currency": "CNY"}
    assert found[1]["verdict"] == "wrong"
    assert (found[4]["id"], found[4]["severity"], found[4]["finding"]) == ("absolute_terms.1", "S3", "r1")
    assert (found[6]["start_s"], found[6]["end_s"]) == (70, 75)


def test_findings_come_in_the_order_they_were_said():
    found = summary(Stream().talks(0, 60).tells("origin", 50).tells("size", 10).log())["findings"]
    assert [each["id"] for each in found] == ["size", "origin"]


def test_words_have_times_and_english_text_has_spaces():
    stream = Stream(scenario(language=Language.EN)).says("good evening", 1, 2).says("two boxes", 3, 4)
    heard = summary(stream.log())["transcript"]
    assert heard["text"] == "good evening two boxes"
    assert heard["words"][1] == {"text": "evening", "start_s": 1.5, "end_s": 2.0}
    assert heard["engine"] == "vosk"


def test_what_was_not_measured_is_null():
    whole = summary(Stream().log())
    assert whole["score"]["total"] is None
    assert whole["audience"]["peak_viewers"] is None
    assert whole["health"]["caption_delay_p95_s"] is None
    assert whole["health"]["video_frames"] is None
    assert whole["transcript"]["engine"] is None
    assert whole["score"]["criteria"][0]["why_none"] == "no_speech"


def test_the_same_session_gives_the_same_bytes():
    def text() -> str:
        log = good_run().log()
        card = score(log, default_rubric(), provisional=False)
        return as_text(rehearsal(log, card, figures(log), recording=None))

    assert text() == text()
