"""The contract of the command line: exit statuses, one sentence, one JSON object."""

from __future__ import annotations

import json
from pathlib import Path

import av
import pytest

from tests.journeys.commands import bolian
from tests.journeys.pitch import ORANGES, as_json, words
from tests.media_files import tone, write_video

KEYS = {
    "session",
    "scenario",
    "language",
    "seed",
    "duration_s",
    "recording",
    "transcript",
    "findings",
    "audience",
    "score",
    "health",
}
AUDIENCE = {
    "entries",
    "peak_viewers",
    "comments",
    "questions",
    "answered",
    "card_clicks",
    "orders",
    "refunds",
    "gmv",
}
CRITERION = {"id", "level", "value", "unit", "scorer", "why_none", "evidence"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def spoken(data: Path) -> Path:
    file = data / "words.json"
    file.write_text(json.dumps(as_json(words(ORANGES)), ensure_ascii=False), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def rehearsed(data: Path, spoken: Path) -> dict[str, object]:
    ran = bolian(
        *("rehearse", "--scenario", "S01", "--language", "zh", "--transcript", spoken, "--pace", "fast"),
        *("--seed", "7", "--trainee", "小雨", "--data", data, "--json"),
    )
    assert ran.status == 0, ran.err
    told = [line for line in ran.err.splitlines() if line.startswith("on air")]
    assert told[:2] == ["on air 00:00", "on air 01:00"], "a log says how far it is, a line a minute"
    whole = json.loads(ran.out)
    assert isinstance(whole, dict)
    return whole


def test_a_rehearsal_prints_one_object_with_every_promised_key(rehearsed: dict[str, object]) -> None:
    assert rehearsed.keys() >= KEYS
    audience, score, transcript = rehearsed["audience"], rehearsed["score"], rehearsed["transcript"]
    assert isinstance(audience, dict) and isinstance(score, dict) and isinstance(transcript, dict)
    assert audience.keys() >= AUDIENCE
    assert audience["gmv"].keys() == {"amount", "currency"}
    assert {"rubric", "version", "total", "gates", "criteria"} <= score.keys()
    assert all(criterion.keys() >= CRITERION for criterion in score["criteria"])
    assert transcript["words"][0].keys() == {"text", "start_s", "end_s"}
    assert transcript["words"][0]["start_s"] == pytest.approx(1.0)


def test_the_same_command_gives_the_same_result_but_for_its_name(
    rehearsed: dict[str, object], data: Path, spoken: Path
) -> None:
    ran = bolian(
        *("rehearse", "--scenario", "S01", "--transcript", spoken, "--pace", "fast", "--seed", "7"),
        *("--trainee", "小雨", "--data", data, "--json"),
    )
    again = json.loads(ran.out)
    for name in ("transcript", "findings", "audience", "score"):
        assert again[name] == rehearsed[name]


def test_scoring_again_prints_the_same_bytes(rehearsed: dict[str, object], data: Path) -> None:
    first = bolian("score", str(rehearsed["session"]), "--json", "--data", data)
    second = bolian("score", str(rehearsed["session"]), "--json", "--data", data)
    assert first.status == 0
    assert first.out == second.out
    assert json.loads(first.out) == rehearsed["score"]


@pytest.mark.parametrize("kind", ["csv", "srt", "vtt", "json"])
def test_a_session_can_be_exported(rehearsed: dict[str, object], data: Path, tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"session.{kind}"
    ran = bolian("export", str(rehearsed["session"]), "--format", kind, "--out", out, "--data", data)
    assert ran.status == 0, ran.err
    assert "脐橙" in out.read_text(encoding="utf-8-sig")


def test_a_film_needs_a_recording_and_a_span_within_it(
    rehearsed: dict[str, object], data: Path, tmp_path: Path
) -> None:
    out = tmp_path / "film.mp4"
    film = ("export", str(rehearsed["session"]), "--format", "mp4", "--out", out, "--data", data)
    ran = bolian(*film)
    assert ran.status == 3 and "no recording" in ran.err
    recording = data / "recordings" / f"{rehearsed['session']}.mkv"
    recording.parent.mkdir(exist_ok=True)
    write_video(recording, [number / 10 for number in range(40)], sound=tone(4.0, 48_000))
    try:
        ran = bolian(*film, "--from", "10")
        assert ran.status == 2 and "the recording is 4 s long" in ran.err
        ran = bolian(*film, "--from", "1", "--to", "2")
        assert ran.status == 0 and not ran.out, ran.err
    finally:
        recording.unlink()
    with av.open(str(out)) as container:
        assert sum(1 for _ in container.decode(video=0)) == 10
    assert [file.name for file in tmp_path.iterdir()] == ["film.mp4"]


def test_a_report_is_a_page_or_a_pdf(rehearsed: dict[str, object], data: Path, tmp_path: Path) -> None:
    page, paper = tmp_path / "report.html", tmp_path / "report.pdf"
    for out in (page, paper):
        ran = bolian("report", str(rehearsed["session"]), "--out", out, "--data", data, screen="zh")
        assert ran.status == 0, ran.err
    assert "小雨" in page.read_text(encoding="utf-8")
    assert paper.read_bytes().startswith(b"%PDF")


def test_sessions_lists_what_was_rehearsed(rehearsed: dict[str, object], data: Path) -> None:
    ran = bolian("sessions", "--json", "--data", data)
    assert rehearsed["session"] in [entry["session"] for entry in json.loads(ran.out)]


def test_an_erased_session_is_gone(data: Path, spoken: Path) -> None:
    ran = bolian(*("rehearse", "--scenario", "S01", "--transcript", spoken, "--pace", "fast", "--data", data, "--json"))
    session = json.loads(ran.out)["session"]
    assert bolian("sessions", "--erase", session, "--data", data).status == 0
    assert bolian("score", session, "--data", data).status == 2


def test_two_data_folders_never_touch(rehearsed: dict[str, object], tmp_path: Path) -> None:
    assert rehearsed["session"]
    ran = bolian("sessions", "--json", "--data", tmp_path / "other")
    assert json.loads(ran.out) == []


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("rehearse", "--scenario", "S99", "--audio", "file:x.wav", "--pace", "fast"), 2),
        (("rehearse", "--scenario", "S01", "--audio", "file:not-there.wav", "--pace", "fast"), 2),
        (("rehearse", "--scenario", "S01", "--audio", "nonsense:x"), 2),
        (("rehearse", "--scenario", "S01", "--language", "en", "--audio", "file:x.wav"), 2),
        (("rehearse", "--scenario", "S01", "--pace", "fast", "--audio", "mic:any"), 2),
        (("rehearse", "--scenario", "S01"), 2),
        (("rehearse", "--scenario", "S01", "--video", "camera:63"), 3),
        (("rehearse", "--scenario", "S01", "--transcript", "not-there.json"), 2),
        (("score", "nothing"), 2),
        (("report", "nothing", "--out", "x.doc"), 2),
        (("models", "install", "nothing"), 2),
        (("content", "check", "not-there"), 2),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(arguments: tuple[str, ...], status: int, tmp_path: Path) -> None:
    after = () if arguments[0] in ("models", "content") else ("--data", tmp_path)
    screen = "zh" if len(arguments) % 2 else "en"
    ran = bolian(*arguments, *after, screen=screen)
    assert ran.status == status, ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    assert ran.err.strip()[-1] in ".。"
    if (tmp_path / "bolian.db").exists():
        assert json.loads(bolian("sessions", "--json", "--data", tmp_path).out) == []


def test_a_folder_that_cannot_be_written_is_a_matter_of_storage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = bolian("sessions", "--data", tmp_path / "file" / "below")
    assert ran.status == 4
    assert len(ran.err.strip().splitlines()) == 1


def test_a_wrong_transcript_is_told_with_every_mistake(tmp_path: Path) -> None:
    file = tmp_path / "words.json"
    file.write_text('[{"text": "好", "start_s": -1, "end_s": 2}, {"text": 3, "start_s": 1}]', encoding="utf-8")
    ran = bolian("rehearse", "--scenario", "S01", "--transcript", file, "--pace", "fast", "--data", tmp_path / "d")
    assert ran.status == 2
    assert "$[0].start_s" in ran.err
    assert "$[1].end_s" in ran.err


def test_version_and_doctor_answer_anywhere(tmp_path: Path) -> None:
    assert bolian("version").out.startswith("bolian ")
    assert json.loads(bolian("doctor", "--json", "--data", tmp_path).out)["scenarios"] == [
        f"S{number:02d}" for number in range(1, 13)
    ]


def test_the_content_that_comes_with_the_program_is_sound() -> None:
    ran = bolian("content", "check")
    assert ran.status == 0, ran.err
    assert "S01.json" in ran.out
