"""A signature holds on to its scorecard; what is scored later waits until an instructor adopts it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.events import WentLive
from simulator.domain.judgement import Scorecard
from simulator.domain.scenario import Scenario
from simulator.domain.session import SessionHeader
from simulator.ports import ContentError
from simulator.storage.content import FolderLibrary
from simulator.storage.migrations import STEPS
from simulator.storage.store import SqliteStore
from tests.storage.conftest import header_of
from tests.storage.test_store import card, override

DEFAULT = "live-sales-default"


@pytest.fixture
def session(store: SqliteStore, header: SessionHeader, scenario: Scenario, library: FolderLibrary) -> str:
    store.begin(header, scenario)
    store.add_rubric(library.rubric_text().replace('"version": "0.1.0"', '"version": "0.2.0"'))
    return header.id


@pytest.fixture
def first(header: SessionHeader, library: FolderLibrary) -> Scorecard:
    return card(header, library, level=3)


@pytest.fixture
def later(header: SessionHeader, library: FolderLibrary) -> Scorecard:
    """Scored by the next version: better."""
    return replace(card(header, library, level=4), version="0.2.0")


def test_what_is_scored_later_does_not_touch_what_was_signed(
    store: SqliteStore, session: str, first: Scorecard, later: Scorecard
) -> None:
    store.save_scorecard(first)
    store.sign(session, "王老师")
    before = store.result(session)
    store.save_scorecard(later)
    assert store.scorecard(session) == later
    assert store.counting(session) == first
    assert store.result(session) == before
    assert store.session(session).total == pytest.approx(60.0)
    assert store.judgement(session).signed_by == "王老师"


def test_a_later_score_is_adopted_by_signing_it(
    store: SqliteStore, session: str, first: Scorecard, later: Scorecard
) -> None:
    store.save_scorecard(first)
    store.sign(session, "王老师")
    store.save_scorecard(later)
    store.sign(session, "王老师", first)
    assert store.counting(session) == first, "what was looked at is what is signed"
    store.sign(session, "王老师", later)
    assert store.counting(session) == later
    assert store.session(session).total == pytest.approx(80.0)


def test_what_is_signed_is_kept_even_if_it_was_not_yet(store: SqliteStore, session: str, first: Scorecard) -> None:
    store.sign(session, "王老师", first)
    assert store.counting(session) == store.scorecard(session) == first


def test_a_word_takes_the_signature_away_but_not_the_version_it_was_given_on(
    store: SqliteStore, session: str, first: Scorecard, later: Scorecard
) -> None:
    store.save_scorecard(first)
    store.sign(session, "王老师")
    store.save_scorecard(later)
    store.judge(session, override(5))
    assert store.counting(session) == first
    struck = replace(first, provisional=False)
    store.save_scorecard(struck)
    assert store.counting(session) == struck, "scored again by the same version: that counts at once"


def test_without_a_signature_the_newest_counts(
    store: SqliteStore, session: str, first: Scorecard, later: Scorecard
) -> None:
    assert store.counting(session) is None and store.result(session) is None
    store.save_scorecards([(first, "a"), (later, "b")])
    assert store.counting(session) == later
    assert [kept.basis for kept in store.scorecards(session)] == ["a", "b"]
    assert store.scorecard_of(session, "a") == first
    assert store.scorecard_of(session, "c") is None


def test_the_same_scorecard_on_a_known_basis_is_kept_once_more(
    store: SqliteStore, session: str, first: Scorecard
) -> None:
    for basis in ("", "a", "a", ""):
        store.save_scorecard(first, basis)
    assert [kept.basis for kept in store.scorecards(session)] == ["", "a"]


def test_many_sessions_are_unpacked_as_they_count(
    store: SqliteStore, session: str, first: Scorecard, later: Scorecard, scenario: Scenario
) -> None:
    store.save_scorecard(first)
    store.judge(session, override(5))
    store.sign(session, "王老师")
    store.save_scorecard(later)
    other = header_of("other", store.trainee("小满").id)
    store.begin(other, replace(scenario, profile="competition"))
    store.save_scorecard(replace(later, session="other"))
    store.begin(header_of("unscored", other.trainee), scenario)
    one, two = (each.unpacked() for each in store.packed_marks(["unscored", session, "other"]))
    assert (one.header.id, one.card, one.rubric.version, one.trainee) == (session, first, "0.1.0", "小雨")
    assert [word.level for word in one.judgement.overrides] == [5]
    assert one.judgement.signed_by == "王老师"
    assert (two.header, two.card.version, two.profile) == (other, "0.2.0", "competition")
    assert store.marked_for("other") == (DEFAULT, "competition")
    with pytest.raises(ContentError):
        store.marked_for("nobody")


def test_a_signed_session_can_be_erased(store: SqliteStore, session: str, first: Scorecard) -> None:
    store.save_scorecard(first)
    store.sign(session, "王老师")
    store.erase(session)
    assert store.scorecards(session) == ()


@pytest.mark.usefixtures("session")
def test_a_scorecard_is_never_rewritten(store: SqliteStore, first: Scorecard, tmp_path: Path) -> None:
    store.save_scorecard(first)
    with (
        closing(sqlite3.connect(tmp_path / "data" / "bolian.db")) as other,
        pytest.raises(sqlite3.IntegrityError, match="never rewritten"),
    ):
        other.execute("UPDATE scorecards SET total = 100")


def test_a_digest_changes_with_the_log_only_when_something_was_added(store: SqliteStore, session: str) -> None:
    before = store.digest(session)
    assert store.digest(session) == before
    store.append(session, [WentLive(at=0.0)])
    assert store.digest(session) != before


# ------------------------------------------------------------------------------------ from an older database


def old_database(folder: Path, first: Scorecard, later: Scorecard, scenario: Scenario, library: FolderLibrary) -> None:
    """As the first version of this program left it: one step taken, a session signed between two scorecards."""
    from sqlite_utils import Database

    from simulator.storage.event_codec import encoded
    from simulator.storage.migrations import APPLICATION_ID

    folder.mkdir()
    with closing(sqlite3.connect(folder / "bolian.db")) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db = Database(connection)
        STEPS.apply(db, stop_before="0002_rubric_versions")
        connection.execute("PRAGMA user_version=1")
        header = header_of(first.session, "t1")
        db.execute("INSERT INTO trainees VALUES ('t1', '小雨', '小雨', '2026')")
        db.execute("INSERT INTO scenarios VALUES ('h', 'S01', '1', ?)", [encoded(scenario)])
        db.execute(
            """INSERT INTO sessions (id, scenario_hash, scenario, trainee, began_utc, header, ending, total, signed)
               VALUES (?, 'h', 'S01', 't1', '2026', ?, 'scored', 60, 1)""",
            [header.id, encoded(header)],
        )
        db.execute(
            "INSERT INTO rubrics (id, version, source, added_utc, body) VALUES (?, '0.1.0', 'shipped', '2026', ?)",
            [DEFAULT, library.rubric_text()],
        )
        for made, each in (("2026-11-20T08:00:00+00:00", first), ("2026-11-22T08:00:00+00:00", later)):
            db.execute(
                """INSERT INTO scorecards (session, made_utc, rubric, version, provisional, total, body)
                   VALUES (?, ?, ?, '0.1.0', 1, 60, ?)""",
                [header.id, made, DEFAULT, encoded(each)],
            )
        db.execute(
            """INSERT INTO judgement_words (session, kind, at_utc, instructor, body)
               VALUES (?, 'signature', '2026-11-21T08:00:00+00:00', '王老师', '{}')""",
            [header.id],
        )
        connection.commit()


def test_an_old_signature_holds_on_to_the_newest_scorecard_of_its_time(
    tmp_path: Path, header: SessionHeader, scenario: Scenario, library: FolderLibrary
) -> None:
    first, later = card(header, library, level=3), card(header, library, level=4)
    old_database(tmp_path / "old", first, later, scenario, library)
    store = SqliteStore(tmp_path / "old", library)
    assert store.counting(header.id) == first
    assert store.scorecard(header.id) == later
    assert store.judgement(header.id).signed_by == "王老师"
    assert [each.rubric.version for each in store.rubric_versions()] == ["0.1.0"]
    pinned = store._db.execute("SELECT scorecard FROM judgement_words").fetchone()[0]
    assert pinned == store.scorecards(header.id)[0].id
    store.close()
