"""Exam sessions with two assessors: apart until both have signed, then settled, and only then a result."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.agreement import Between, Sample
from simulator.domain.assessing import FindingDifference, LevelDifference, Stage, own_words
from simulator.domain.judgement import Basis, Confirmation, Note, Override
from simulator.domain.queue import Wanted
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending
from simulator.ports import SessionEntry
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore
from tests.storage.test_queue import LONG_AGO, Evening
from tests.storage.test_session_archive import BROKEN

ONE, OTHER = "王老师", "李老师"
AT = "2026-11-23T10:00:00+00:00"
RUBRIC = "live-sales-default"


@pytest.fixture(autouse=True)
def evening(store: SqliteStore, scenario: Scenario, library: FolderLibrary) -> Evening:
    made = Evening(store, scenario, library)
    made.scored("exam", paper="E0001")
    return made


def level(criterion: str, value: int, by: str) -> Override:
    basis = Basis(rubric=RUBRIC, version="0.1.0", engine="e", value=1.0)
    return Override(
        criterion=criterion, level=value, machine_level=3, reason=f"{by}看见了", instructor=by, at_utc=AT, basis=basis
    )


def stage(store: SqliteStore, id: str = "exam") -> Stage:
    row = store.queued(id)
    assert row is not None
    assert row.stage is store.assessing(id).stage
    return row.stage


def entry(store: SqliteStore) -> SessionEntry:
    return store.session("exam")


def test_two_who_agree_have_a_result_once_both_have_signed(store: SqliteStore) -> None:
    assert stage(store) is Stage.TO_REVIEW
    result = store.result("exam")
    assert result is not None and result.passed is None
    store.judge("exam", level("A1", 4, ONE))
    said = store.sign("exam", ONE)
    assert said.signed_by is None, "nobody has signed for good"
    assert stage(store) is Stage.SECOND
    assert not entry(store).signed and entry(store).passed is None
    assert entry(store).total == pytest.approx(60.0), "the machine's: the other assessor may see the list"
    assert entry(store).stage is Stage.SECOND
    store.judge("exam", level("A1", 4, OTHER))
    assert stage(store) is Stage.SECOND, "who works on it does not take the first one's signature away"
    said = store.sign("exam", OTHER)
    assert stage(store) is Stage.SIGNED
    assert said.signed_by is not None and ONE in said.signed_by and OTHER in said.signed_by
    assert entry(store).signed and entry(store).total != pytest.approx(60.0)
    result = store.result("exam")
    assert result is not None and dict(result.levels)["A1"] == 4


def test_a_report_on_a_class_tells_nothing_of_one_assessor_alone(store: SqliteStore) -> None:
    store.judge("exam", level("A1", 4, ONE))
    store.sign("exam", ONE)
    (one,) = (each.unpacked() for each in store.packed_marks(["exam"]))
    assert one.judgement.overrides == () and one.judgement.signed_by is None
    store.judge("exam", level("A1", 4, OTHER))
    store.sign("exam", OTHER)
    (both,) = (each.unpacked() for each in store.packed_marks(["exam"]))
    assert [each.level for each in both.judgement.overrides] == [4, 4] and both.judgement.signed_by is not None


def test_where_they_differ_the_result_waits_until_they_settle_it(store: SqliteStore) -> None:
    store.judge("exam", level("A1", 4, ONE))
    store.sign("exam", ONE)
    store.judge("exam", level("A1", 2, OTHER))
    store.judge("exam", level("A2", 5, OTHER))
    store.sign("exam", OTHER)
    assert stage(store) is Stage.TO_RECONCILE
    assert not entry(store).signed and entry(store).total == pytest.approx(60.0)
    assessing = store.assessing("exam")
    assert [each.assessor for each in assessing.opinions] == [ONE, OTHER]
    assert assessing.differences == (
        LevelDifference(criterion="A1", levels=(4, 2), reasons=(f"{ONE}看见了", f"{OTHER}看见了"), machine=3),
        LevelDifference(criterion="A2", levels=(3, 5), reasons=("", f"{OTHER}看见了"), machine=3),
    )
    with pytest.raises(ValueError, match="differ"):
        store.sign_jointly("exam")
    store.settle_jointly("exam", level("A1", 3, ""))
    store.settle_jointly("exam", level("A2", 5, ""))
    settled = store.assessing("exam")
    assert settled.stage is Stage.TO_RECONCILE and settled.open == ()
    store.sign_jointly("exam")
    assert stage(store) is Stage.SIGNED
    result = store.result("exam")
    assert result is not None and (dict(result.levels)["A1"], dict(result.levels)["A2"]) == (3, 5)
    overrides = store.judgement("exam").overrides
    assert [(each.criterion, each.level) for each in overrides] == [
        ("A1", 4),
        ("A1", 2),
        ("A2", 5),
        ("A1", 3),
        ("A2", 5),
    ]
    assert all(name in overrides[-1].instructor for name in (ONE, OTHER))
    assert own_words(store.judgement("exam"), ONE).overrides == (level("A1", 4, ONE),)


def test_what_both_settled_is_nobody_s_level(store: SqliteStore) -> None:
    for name, value in ((ONE, 4), (OTHER, 2)):
        store.judge("exam", level("A1", value, name))
        store.sign("exam", name)
    before = list(store.pairs(Sample(rubric=RUBRIC)))
    store.settle_jointly("exam", level("A1", 3, ""))
    store.sign_jointly("exam")
    assert list(store.pairs(Sample(rubric=RUBRIC))) == before
    pairs = store.pairs(Sample(rubric=RUBRIC, between=Between.ASSESSORS))
    assert [(each.one, each.other) for each in pairs] == [(4, 2)]


def test_breaches_are_compared_too(store: SqliteStore) -> None:
    def word(by: str, stands: bool) -> Confirmation:
        return Confirmation(finding="r1", stands=stands, reason="r", instructor=by, at_utc=AT, broken=BROKEN)

    store.judge("exam", word(ONE, True))
    store.sign("exam", ONE)
    store.judge("exam", word(OTHER, False))
    store.sign("exam", OTHER)
    (difference,) = store.assessing("exam").differences
    assert isinstance(difference, FindingDifference)
    assert [None if each is None else each.stands for each in difference.said] == [True, False]
    store.settle_jointly("exam", word("", True))
    store.sign_jointly("exam")
    assert stage(store) is Stage.SIGNED
    assert store.judgement("exam").confirmations[-1].stands


def test_who_says_more_takes_their_own_signature_away(store: SqliteStore) -> None:
    store.sign("exam", ONE)
    store.judge("exam", Note(at=1.0, text="…", instructor=ONE, at_utc=AT))
    assert stage(store) is Stage.TO_REVIEW
    store.sign("exam", ONE)
    store.sign("exam", OTHER)
    assert stage(store) is Stage.SIGNED
    store.judge("exam", level("A1", 5, ONE))
    assert stage(store) is Stage.SECOND and not entry(store).signed
    store.sign("exam", ONE)
    assert stage(store) is Stage.TO_RECONCILE
    store.settle_jointly("exam", level("A1", 5, ""))
    store.judge("exam", level("A1", 1, OTHER))
    store.sign("exam", OTHER)
    assert len(store.assessing("exam").open) == 1, "who speaks alone again opens what was settled"


def test_the_queue_tells_the_second_nothing_of_the_first(store: SqliteStore) -> None:
    before = store.queued("exam")
    for criterion in ("A1", "B1", "C1"):
        store.judge("exam", level(criterion, 5, ONE))
    store.sign("exam", ONE)
    after = store.queued("exam")
    assert before is not None and after is not None
    assert (after.doubt, after.total, after.place) == (before.doubt, before.total, before.place)


def test_one_person_cannot_be_both(store: SqliteStore) -> None:
    store.sign("exam", "Wang")
    store.sign("exam", " ＷANG ")
    assert stage(store) is Stage.SECOND
    assert [each.session for each in store.queue(Wanted(but_signed_by="wang"), 9)] == []
    assert [each.session for each in store.queue(Wanted(but_signed_by=OTHER), 9)] == ["exam"]
    mine, theirs = (store.progress(Wanted(but_signed_by=name), LONG_AGO) for name in ("wang", OTHER))
    assert (mine.signed, mine.left) == (1, 0)
    assert (theirs.signed, theirs.left) == (0, 1)


def test_practice_needs_one_signature(evening: Evening, store: SqliteStore) -> None:
    evening.scored("practice")
    store.sign("practice", ONE)
    assert stage(store, "practice") is Stage.SIGNED
    assert store.assessing("practice").second_needed is False
    with pytest.raises(ValueError, match="no two"):
        store.settle_jointly("practice", level("A1", 3, ""))


def test_a_centre_settles_who_needs_a_second_assessor(evening: Evening, store: SqliteStore) -> None:
    evening.scored("other", paper="E0002")
    evening.scored("bare", paper="")
    for id in ("exam", "other", "bare"):
        store.sign(id, ONE)
    store.ask_second(False, "E0002")
    assert {id: stage(store, id) for id in ("exam", "other", "bare")} == {
        "exam": Stage.SECOND,
        "other": Stage.SIGNED,
        "bare": Stage.SECOND,
    }
    assert store.session("other").signed and store.session("other").passed is not None
    assert store.second_settled() == {"E0002": False} and not store.second_needed("E0002")
    store.ask_second(False)
    assert stage(store) is Stage.SIGNED and stage(store, "bare") is Stage.SIGNED
    store.ask_second(True, "E0001")
    store.ask_second(None, "E0002")
    assert stage(store) is Stage.SECOND and store.second_settled() == {"E0001": True}
    store.ask_second(True)
    assert stage(store, "other") is Stage.SECOND and not store.session("other").signed


def test_more_sessions_than_are_looked_at_at_once_are_looked_at_later(
    evening: Evening, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.storage.queue_shelf.AT_ONCE", 1)
    evening.scored("other", paper="E0001")
    for id in ("exam", "other"):
        store.sign(id, ONE)
    store.ask_second(False)
    assert stage(store) is Stage.SIGNED and stage(store, "other") is Stage.SIGNED
    assert store.take_in(5).sessions == 0
    assert store.session("exam").signed and store.session("other").signed


def test_it_travels_with_its_session(store: SqliteStore, tmp_path: Path, library: FolderLibrary) -> None:
    for name, value in ((ONE, 4), (OTHER, 2)):
        store.judge("exam", level("A1", value, name))
        store.sign("exam", name)
    store.settle_jointly("exam", level("A1", 3, ""))
    store.sign_jointly("exam")
    store.end("exam", Ending.SCORED)
    store.export_session("exam", tmp_path / "exam.bolian", recording=False)
    there = SqliteStore(tmp_path / "there", library)
    try:
        there.import_session(tmp_path / "exam.bolian")
        assert stage(there) is Stage.SIGNED
        assert there.result("exam") == store.result("exam")
        assert len(there.assessing("exam").differences) == 1
    finally:
        there.close()


def test_the_card_each_signed_is_theirs(store: SqliteStore) -> None:
    first = store.scorecard("exam")
    assert first is not None
    store.sign("exam", ONE)
    later = replace(first, provisional=True)
    store.save_scorecard(later)
    store.sign("exam", OTHER, later)
    assert store.signed_card("exam", ONE) == first
    assert store.signed_card("exam", OTHER) == later
    assert store.signed_card("exam", "谁") is None
