"""What is kept in the data folder, and that it is there again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.crowd import Liked
from simulator.domain.desk import ProductPinned
from simulator.domain.events import HostSpoke, WentLive, WentOffAir, Word
from simulator.domain.judgement import Confirmation, Mark, Measurement, Note, Override, Scorecard, WhyNone
from simulator.domain.rubric import Scorer
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, SessionHeader, SessionLog, Transcript
from simulator.domain.units import Span
from simulator.ports import ContentError, StoreError
from simulator.scoring.scorecard import score
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of


def phrase(text: str, at: float = 2.0) -> HostSpoke:
    words = tuple(Word(letter, Span(at - 1, at), 0.9) for letter in text[:3])
    return HostSpoke(at=at, said=Span(at - 1, at), text=text, words=words, engine="vosk")


def card(header: SessionHeader, library: FolderLibrary, level: int | None = 3) -> Scorecard:
    rubric = library.default_rubric()
    marks = tuple(
        Mark(
            criterion=each.id,
            scorer=each.scorer,
            weight=each.weight,
            level=level if each.scorer is not Scorer.HUMAN else None,
            measurement=Measurement(value=1.0) if level else Measurement(value=None, why_none=WhyNone.NO_SPEECH),
            unit=each.unit,
        )
        for each in rubric.criteria
    )
    return Scorecard(
        session=header.id,
        rubric=rubric.id,
        version=rubric.version,
        marks=marks,
        dimensions=tuple((each.id, 60.0) for each in rubric.dimensions),
        total=60.0,
        low=58.0,
        high=62.0,
        scored_weight=97.0,
        gates=(),
        provisional=True,
    )


def override(level: int, at_utc: str = "2026-11-23T09:00:00+00:00") -> Override:
    return Override(criterion="A1", level=level, machine_level=3, reason="看了两遍", instructor="王老师", at_utc=at_utc)


# ------------------------------------------------------------------------------------ people


def test_a_trainee_is_entered_once_however_the_name_is_typed(store: SqliteStore) -> None:
    first = store.trainee("Xiao Yu")
    assert store.trainee("  xiao   YU ") == first
    assert store.trainee("Ｘiao Yu") == first
    assert store.trainees() == (first,)


NAMES = ("", "😀" * 3, "名" * 500, "CON", "a/b", "..", "'; DROP TABLE trainees; --", "<b>x</b>", "a\0b", "\ud800")


def test_any_name_is_a_name(store: SqliteStore) -> None:
    for name in NAMES:
        trainee = store.trainee(name)
        assert store.trainee(name) == trainee
        assert trainee.id.isalnum()
    assert len(store.trainees()) == len(NAMES)


# ------------------------------------------------------------------------------------ a session


def test_a_session_comes_back_as_it_was_written(store: SqliteStore, header: SessionHeader, scenario: Scenario) -> None:
    store.begin(header, scenario)
    store.append(header.id, [WentLive(at=0.0), ProductPinned(at=3.0, product="orange")])
    store.append(header.id, [Liked(at=2.0, count=4), phrase("大家好", 4.0)])
    store.append(header.id, [])
    store.append(header.id, [WentOffAir(at=61.5)])
    log = store.log(header.id)
    assert log == SessionLog(
        header=header,
        scenario=scenario,
        events=(
            WentLive(at=0.0),
            Liked(at=2.0, count=4),
            ProductPinned(at=3.0, product="orange"),
            phrase("大家好", 4.0),
            WentOffAir(at=61.5),
        ),
    )
    assert store.session(header.id).length == 61.5


def test_a_session_keeps_the_scenario_as_it_was_then(store: SqliteStore, scenario: Scenario) -> None:
    trainee = store.trainee("小雨").id
    store.begin(header_of("one", trainee), scenario)
    store.begin(header_of("two", trainee), replace(scenario, length=999.0))
    assert store.log("one").scenario.length == scenario.length
    assert store.log("two").scenario.length == 999.0


def test_sessions_are_listed_newest_first_and_found_by_a_beginning(store: SqliteStore, scenario: Scenario) -> None:
    trainee = store.trainee("小雨")
    for number, hour in ((1, "09"), (2, "11"), (3, "10")):
        store.begin(header_of(f"abc{number}", trainee.id, f"2026-11-23T{hour}:00:00+00:00"), scenario)
    assert [entry.header.id for entry in store.sessions()] == ["abc2", "abc3", "abc1"]
    assert store.session("abc2").trainee == trainee
    assert store.takes(trainee.id, "S01") == 3
    assert store.takes(trainee.id, "S03") == 0
    with pytest.raises(ContentError) as caught:
        store.session("abc")
    assert caught.value.code == "session_ambiguous"
    for nobody in ("zzz", "", "%", "_bc1"):
        with pytest.raises(ContentError) as caught:
            store.session(nobody)
        assert caught.value.code == "session_unknown"


def test_a_beginning_that_is_itself_an_id_names_that_session(store: SqliteStore, scenario: Scenario) -> None:
    trainee = store.trainee("小雨").id
    store.begin(header_of("ab", trainee), scenario)
    store.begin(header_of("abc", trainee), scenario)
    assert store.session("ab").header.id == "ab"


def test_an_unknown_session_has_no_log(store: SqliteStore) -> None:
    with pytest.raises(ContentError):
        store.log("nobody")


def test_events_of_no_session_are_refused(store: SqliteStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.append("nobody", [WentLive(at=0.0)])


def test_an_id_that_cannot_name_files_is_refused(store: SqliteStore, scenario: Scenario) -> None:
    for id in ("../x", "a/b", "", "a" * 65, "a.b", "a\0"):
        with pytest.raises(ValueError, match="cannot name files"):
            store.begin(header_of(id, store.trainee("小雨").id), scenario)
        with pytest.raises(ValueError, match="cannot name files"):
            store.recording_path(id)


def test_only_what_a_crash_left_on_air_is_cut_off(
    store: SqliteStore, header: SessionHeader, scenario: Scenario, tmp_path: Path, library: FolderLibrary
) -> None:
    ended = header_of("ended", header.trainee)
    for each in (header, ended):
        store.begin(each, scenario)
    store.end("ended", Ending.OFF_AIR)
    assert store.cut_off() == ()
    store.close()
    again = SqliteStore(tmp_path / "data", library)
    assert [entry.header for entry in again.cut_off()] == [header]
    again.end(header.id, Ending.OFF_AIR)
    assert again.cut_off() == ()
    again.close()


def test_the_recording_shown_is_the_one_that_is_there(
    store: SqliteStore, header: SessionHeader, scenario: Scenario
) -> None:
    store.begin(header, scenario)
    path = store.recording_path(header.id)
    assert store.session(header.id).recording is None
    part = path.with_suffix(".part.mkv")
    part.write_bytes(b"x")
    assert store.session(header.id).recording == part
    path.write_bytes(b"x")
    assert store.session(header.id).recording == path


# ------------------------------------------------------------------------------------ words said


def test_the_final_transcript_takes_the_place_of_the_live_one(
    store: SqliteStore, header: SessionHeader, scenario: Scenario
) -> None:
    store.begin(header, scenario)
    assert store.transcript(header.id) is None
    live = Transcript(engine="vosk", final=False, phrases=(phrase("打家好"),))
    final = Transcript(engine="whisper", final=True, phrases=(phrase("大家好"), phrase("我是小满", 5.0)))
    store.save_transcript(header.id, live)
    assert store.transcript(header.id) == live
    store.save_transcript(header.id, final)
    assert store.transcript(header.id) == final
    store.save_transcript(header.id, replace(final, phrases=final.phrases[:1]))
    assert store.transcript(header.id) == replace(final, phrases=final.phrases[:1])
    assert store.phrases_with("小满") == ()


def test_the_newest_scorecard_counts_and_earlier_ones_stay(
    store: SqliteStore, header: SessionHeader, scenario: Scenario, library: FolderLibrary, tmp_path: Path
) -> None:
    store.begin(header, scenario)
    assert store.scorecard(header.id) is None
    first = card(header, library)
    second = replace(first, provisional=False)
    for each in (first, first, second):
        store.save_scorecard(each)
    assert store.scorecard(header.id) == second
    assert _count(tmp_path, "scorecards") == 2


def test_a_real_scorecard_comes_back(store: SqliteStore, header: SessionHeader, scenario: Scenario) -> None:
    store.begin(header, scenario)
    store.append(header.id, [WentLive(at=0.0), phrase("大家好我是青石岭合作社的小满", 4.0), WentOffAir(at=480.0)])
    made = score(store.log(header.id), store.rubric(scenario.rubric), provisional=False)
    store.save_scorecard(made)
    assert store.scorecard(header.id) == made


def test_every_word_of_an_instructor_is_kept_in_order(
    store: SqliteStore, header: SessionHeader, scenario: Scenario, library: FolderLibrary
) -> None:
    store.begin(header, scenario)
    store.save_scorecard(card(header, library))
    note = Note(at=12.5, text="<b>好</b>", instructor="王老师", at_utc="2026-11-23T09:01:00+00:00")
    struck = Confirmation(
        finding="r1", stands=False, reason="听错", instructor="李老师", at_utc="2026-11-23T09:02:00+00:00"
    )
    for word in (override(4), note, struck, override(2)):
        judgement = store.judge(header.id, word)
    assert [each.level for each in judgement.overrides] == [4, 2]
    assert judgement.notes == (note,)
    assert judgement.confirmations == (struck,)
    assert judgement == store.judgement(header.id)


def test_a_word_after_the_signature_takes_it_away(
    store: SqliteStore, header: SessionHeader, scenario: Scenario, library: FolderLibrary
) -> None:
    store.begin(header, scenario)
    store.save_scorecard(card(header, library))
    assert store.sign(header.id, "王老师").signed_by == "王老师"
    assert store.session(header.id).signed
    assert store.judge(header.id, override(5)).signed_by is None
    assert not store.session(header.id).signed


def test_the_list_shows_the_total_that_counts(
    store: SqliteStore, header: SessionHeader, scenario: Scenario, library: FolderLibrary
) -> None:
    store.begin(header, scenario)
    store.save_scorecard(card(header, library))
    before = store.session(header.id).total
    assert before == pytest.approx(60.0)
    store.judge(header.id, override(5))
    after = store.session(header.id).total
    assert after is not None
    assert after > before


def test_nobody_rewrites_an_instructors_word(
    store: SqliteStore, header: SessionHeader, scenario: Scenario, tmp_path: Path
) -> None:
    store.begin(header, scenario)
    store.judge(header.id, override(4))
    with (
        closing(sqlite3.connect(tmp_path / "data" / "bolian.db")) as other,
        pytest.raises(sqlite3.IntegrityError, match="never rewritten"),
    ):
        other.execute("UPDATE judgement_words SET body = '{}'")


# ------------------------------------------------------------------------------------ rubrics, settings


def test_the_default_rubric_is_there_from_the_start(store: SqliteStore, library: FolderLibrary) -> None:
    assert store.rubric("live-sales-default") == library.default_rubric()
    with pytest.raises(ContentError) as caught:
        store.rubric("no-such-rubric")
    assert caught.value.code == "rubric_unknown"


def test_an_edited_rubric_becomes_the_newest_and_stays_so(
    store: SqliteStore, library: FolderLibrary, tmp_path: Path
) -> None:
    text = library.rubric_text().replace('"version": "0.1.0"', '"version": "0.1.0-centre"')
    assert store.add_rubric(text).version == "0.1.0-centre"
    with pytest.raises(ContentError) as caught:
        store.add_rubric(text)
    assert caught.value.code == "rubric_version_taken"
    with pytest.raises(ContentError):
        store.add_rubric(text.replace('"weight": 15', '"weight": 16'))
    store.close()
    again = SqliteStore(tmp_path / "data", library)
    assert again.rubric("live-sales-default").version == "0.1.0-centre"
    again.close()


def test_settings_are_kept(store: SqliteStore, tmp_path: Path, library: FolderLibrary) -> None:
    assert store.setting("screen") is None
    assert store.setting("screen", "en") == "en"
    for value in ("zh_CN", {"a": [1, 2.5, None]}, False, "脐橙"):
        store.keep_setting("screen", value)
        assert store.setting("screen", "en") == value
    with pytest.raises(ValueError, match="Out of range"):
        store.keep_setting("screen", float("nan"))
    store.close()
    again = SqliteStore(tmp_path / "data", library)
    assert again.setting("screen") == "脐橙"
    again.close()


# ------------------------------------------------------------------------------------ erasing


def test_erasing_leaves_nothing_of_a_session(
    store: SqliteStore, header: SessionHeader, scenario: Scenario, library: FolderLibrary, tmp_path: Path
) -> None:
    other = header_of("other", header.trainee)
    for each in (header, other):
        store.begin(each, scenario)
        store.append(each.id, [WentLive(at=0.0), phrase(f"只有这里说过橄榄球{each.id}")])
        store.save_transcript(
            each.id, Transcript(engine="x", final=True, phrases=(phrase(f"只有这里说过橄榄球{each.id}"),))
        )
        store.save_scorecard(card(each, library))
        store.judge(each.id, replace(override(4), reason=f"橄榄球{each.id}"))
        store.recording_path(each.id).write_bytes(b"picture")
    store.recording_path(header.id).with_suffix(".part.mkv").write_bytes(b"picture")
    store.erase(header.id)
    assert [entry.header.id for entry in store.sessions()] == ["other"]
    assert [each.session for each in store.phrases_with("橄榄球")] == ["other"]
    assert [path.name for path in (tmp_path / "data" / "recordings").iterdir()] == ["other.mkv"]
    for table in ("events", "transcripts", "phrases", "scorecards", "judgement_words"):
        assert _count(tmp_path, table, f"WHERE session = '{header.id}'") == 0
    for file in (tmp_path / "data").glob("bolian.db*"):
        assert header.id.encode() not in file.read_bytes(), file.name
    store.erase(header.id)


def _count(tmp_path: Path, table: str, rest: str = "") -> int:
    with closing(sqlite3.connect(tmp_path / "data" / "bolian.db")) as other:
        return int(other.execute(f"SELECT count(*) FROM {table} {rest}").fetchone()[0])


def test_a_damaged_event_is_named_as_damage(
    store: SqliteStore, header: SessionHeader, scenario: Scenario, tmp_path: Path
) -> None:
    store.begin(header, scenario)
    store.append(header.id, [WentLive(at=0.0)])
    with closing(sqlite3.connect(tmp_path / "data" / "bolian.db")) as other, other:
        other.execute("UPDATE events SET body = '{}'")
    with pytest.raises(StoreError) as caught:
        store.log(header.id)
    assert caught.value.code == "database_damaged"
