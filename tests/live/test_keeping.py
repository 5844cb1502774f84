"""Consent holds for what was asked, and for no longer than was said; what is due, and what stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from simulator.domain.consent import CONSENT_VERSION, Consent
from simulator.domain.events import WentLive, WentOffAir
from simulator.domain.language import Language
from simulator.domain.privacy import MARKS_KEPT, Act, Going, Hold, KeepingRules
from simulator.domain.session import Ending, Mode, SessionHeader, Trainee
from simulator.live.keeping import DAYS, EXAM_DAYS, MARKS, consent_version, due, due_of, let_go, rules, sweeping
from simulator.ports import SessionEntry, StoreError
from tests.deviceless import studio_in

BEGAN = "2026-01-10T08:00:00+00:00"
HALF_A_YEAR = KeepingRules(days=180, exam_days=180)


def answer(days: int | None, version: str = CONSENT_VERSION) -> Consent:
    return Consent(id="c1", trainee="t1", version=version, agreed=True, days=days, given_utc=BEGAN)


def entry(**changes: object) -> SessionEntry:
    header = SessionHeader(
        id="s1",
        scenario="S01",
        scenario_version="1",
        language=Language.ZH,
        seed=1,
        trainee="t1",
        take=1,
        began_utc=BEGAN,
        app_version="0",
        audience_model="0",
        consent="c1",
    )
    return SessionEntry(
        header=replace(header, **changes),  # type: ignore[arg-type]
        trainee=Trainee("t1", "小雨"),
        ending=Ending.SCORED,
        length=60.0,
        total=None,
        passed=None,
        signed=False,
        recording=Path("s1.mkv"),
    )


def going(
    each: SessionEntry, said: Consent | None, settled: KeepingRules, today: date, holds: dict[str, Hold] | None = None
) -> list[tuple[date, Going, bool]]:
    consents = {} if said is None else {said.id: said}
    return [(one.last_day, one.going, one.held) for one in due([each], consents, settled, holds or {}, today)]


@pytest.mark.parametrize(
    ("said", "now", "holds"),
    [
        (180, 180, True),
        (180, 90, True),  # kept for less than was agreed to
        (180, 365, False),
        (180, None, False),
        (None, 90, True),
        (None, None, True),
    ],
)
def test_an_answer_holds_for_no_longer_than_was_said(said: int | None, now: int | None, holds: bool) -> None:
    assert answer(said).holds(CONSENT_VERSION, now) is holds


def test_another_text_is_asked_anew() -> None:
    assert not answer(180, version="0").holds(CONSENT_VERSION, 180)
    assert consent_version(HALF_A_YEAR) == CONSENT_VERSION
    assert not answer(180).holds(consent_version(replace(HALF_A_YEAR, marks_kept=True)), 180)


@pytest.mark.parametrize(
    ("said", "lab", "last"),
    [(30, 180, date(2026, 2, 9)), (180, 30, date(2026, 2, 9)), (30, None, date(2026, 2, 9))],
)
def test_the_shorter_period_counts(said: int, lab: int | None, last: date) -> None:
    settled = KeepingRules(days=lab, exam_days=lab)
    assert going(entry(), answer(said), settled, last) == [], "the last day is a day of keeping"
    assert going(entry(), answer(said), settled, date(2026, 2, 10)) == [(last, Going.SESSION, False)]


def test_without_a_period_nothing_is_due() -> None:
    for_ever = KeepingRules(days=None, exam_days=None)
    assert going(entry(), answer(None), for_ever, date(2099, 1, 1)) == []
    assert going(entry(began_utc="?"), None, HALF_A_YEAR, date(2099, 1, 1)) == []


def test_exams_may_be_kept_longer_where_the_trainee_was_told_so() -> None:
    settled = KeepingRules(days=30, exam_days=365)
    exam, spring = entry(mode=Mode.EXAM), date(2026, 4, 1)
    assert going(exam, answer(365), settled, spring) == []
    assert going(entry(), answer(365), settled, spring) != []
    assert going(exam, answer(30), settled, spring) != [], "told 30 days, kept 30 days"


def test_marks_outlive_the_recording_only_where_the_text_said_so() -> None:
    settled, late = replace(HALF_A_YEAR, marks_kept=True), date(2027, 1, 1)
    told = answer(180, CONSENT_VERSION + MARKS_KEPT)
    assert [what for _, what, _ in going(entry(), told, settled, late)] == [Going.RECORDING]
    assert [what for _, what, _ in going(entry(), answer(180), settled, late)] == [Going.SESSION]
    assert [what for _, what, _ in going(entry(), None, settled, late)] == [Going.RECORDING], "nobody was asked then"
    assert going(replace(entry(), recording=None), told, settled, late) == [], "that has gone already"


def test_a_session_under_appeal_is_told_of_and_stays() -> None:
    hold = {"s1": Hold(session="s1", by="王老师", at_utc=BEGAN, reason="申诉")}
    assert [held for _, _, held in going(entry(), None, HALF_A_YEAR, date(2027, 1, 1), hold)] == [True]


def test_rules_are_settings_of_the_folder(tmp_path: Path) -> None:
    store = studio_in(tmp_path).store
    assert rules(store) == HALF_A_YEAR
    store.keep_setting(DAYS, 0)
    assert rules(store) == KeepingRules(days=None, exam_days=None)
    store.keep_setting(EXAM_DAYS, 365)
    store.keep_setting(MARKS, True)
    assert rules(store) == KeepingRules(days=None, exam_days=365, marks_kept=True)
    for nonsense in (-1, "soon", True, 2.5):
        store.keep_setting(DAYS, nonsense)
        assert rules(store).days == 180
    store.close()


def test_what_is_due_goes_piece_by_piece_and_the_rest_stays(tmp_path: Path) -> None:
    studio = studio_in(tmp_path)
    store, scenario = studio.store, studio.library.scenario("S01")
    trainee = store.trainee("小雨").id
    for id, began in (("old", BEGAN), ("held", BEGAN), ("new", "2026-12-30T08:00:00+00:00")):
        store.begin(replace(entry().header, id=id, trainee=trainee, began_utc=began, consent=None), scenario)
        store.append(id, [WentLive(at=0.0), WentOffAir(at=60.0)])
        store.end(id, Ending.OFF_AIR)
        store.recording_path(id).write_bytes(b"film")
        store.recording_path(id).with_suffix(".srt").write_text("said")
        store.voice_path(id, "0123456789ab").write_bytes(b"OggS")
    store.hold("held", "王老师", "申诉")
    over = due_of(store, date(2027, 1, 1))
    assert {(each.entry.header.id, each.held) for each in over} == {("old", False), ("held", True)}
    store.keep_setting(MARKS, True)
    let_go(sweeping(store, due_of(store, date(2027, 1, 1))))
    assert {each.header.id for each in store.sessions()} == {"old", "held", "new"}
    assert [file.name for file in store.files_of("old")] == ["old.voice-0123456789ab.ogg"], "marks are kept"
    assert len(store.files_of("held")) == 3
    store.keep_setting(MARKS, False)
    let_go(sweeping(store, due_of(store, date(2027, 1, 1))))
    assert {each.header.id for each in store.sessions()} == {"held", "new"}
    assert store.files_of("old") == ()
    assert [(each.act, each.session, each.detail) for each in store.accesses()][:2] == [
        (Act.ERASED, "old", ""),
        (Act.ERASED, "old", "recording"),
    ]
    for erase in (store.erase, store.erase_some):
        with pytest.raises(StoreError) as caught:
            erase("held")
        assert caught.value.code == "session_held"
    store.release("held", "王老师")
    store.erase("held")
    store.close()
