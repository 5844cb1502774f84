"""The tables, one step after the other: a step is never edited once it was released, only followed by another."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from simulator.storage import queue_steps, standing_steps

APPLICATION_ID = 0x424F4C49
"""\"BOLI\": tells our files from other people's."""
STEPS = Migrations("bolian")


@STEPS(name="0001_first")
def _first(db: Database) -> None:
    for statement in _FIRST:
        db.execute(statement)


@STEPS(name="0002_rubric_versions")
def _rubric_versions(db: Database) -> None:
    for statement in _RUBRIC_VERSIONS:
        db.execute(statement)


@STEPS(name="0003_transcripts")
def _transcripts(db: Database) -> None:
    db.execute("ALTER TABLE transcripts ADD COLUMN made_utc TEXT")
    db.execute("ALTER TABLE transcripts ADD COLUMN heard REAL")


@STEPS(name="0004_rule_packs")
def _rule_packs(db: Database) -> None:
    for statement in _RULE_PACKS:
        db.execute(statement)


@STEPS(name="0005_agreement")
def _agreement(db: Database) -> None:
    for statement in _AGREEMENT:
        db.execute(statement)


@STEPS(name="0006_consent")
def _consent(db: Database) -> None:
    for statement in _CONSENT:
        db.execute(statement)


@STEPS(name="0008_exam_papers")
def _exam_papers(db: Database) -> None:
    for statement in _EXAM_PAPERS:
        db.execute(statement)


@STEPS(name="0009_heard_live")
def _heard_live(db: Database) -> None:
    db.execute(_HEARD_LIVE)


@STEPS(name="0010_classes")
def _classes(db: Database) -> None:
    for statement in queue_steps.CLASSES:
        db.execute(statement)


@STEPS(name="0010_queue")
def _queue(db: Database) -> None:
    for statement in queue_steps.QUEUE:
        db.execute(statement)


@STEPS(name="0014_references")
def _references(db: Database) -> None:
    for statement in standing_steps.REFERENCES:
        db.execute(statement)


@STEPS(name="0013_outcomes")
def _outcomes(db: Database) -> None:
    db.execute(_OUTCOMES)


@STEPS(name="0016_looked_back")
def _looked_back(db: Database) -> None:
    db.execute(_LOOKED_BACK)


@STEPS(name="0011_notes_and_versions")
def _notes_and_versions(db: Database) -> None:
    db.execute(_REVIEW_DRAFTS)


@STEPS(name="0012_privacy")
def _privacy(db: Database) -> None:
    for statement in _PRIVACY:
        db.execute(statement)


@STEPS(name="0017_cut_off")
def _cut_off(db: Database) -> None:
    # Among years of sessions the few a crash left on air are found without looking at each.
    db.execute("CREATE INDEX sessions_on_air ON sessions(began_utc) WHERE ending = 'on_air'")


def schema_version(steps: Migrations = STEPS) -> int:
    """How many steps this program knows: what ``user_version`` holds once all were taken."""
    return len(steps._migrations)


_FIRST = (
    """CREATE TABLE trainees (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE, entered_utc TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE scenarios (
        hash TEXT PRIMARY KEY, id TEXT NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE sessions (
        id TEXT PRIMARY KEY,
        scenario_hash TEXT NOT NULL REFERENCES scenarios(hash),
        scenario TEXT NOT NULL,
        trainee TEXT NOT NULL REFERENCES trainees(id),
        began_utc TEXT NOT NULL,
        header TEXT NOT NULL,
        ending TEXT NOT NULL,
        length REAL NOT NULL DEFAULT 0,
        total REAL,
        passed INTEGER,
        signed INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    "CREATE INDEX sessions_by_time ON sessions(began_utc)",
    "CREATE INDEX sessions_by_trainee ON sessions(trainee, scenario, began_utc)",
    """CREATE TABLE events (
        session TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        at REAL NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (session, seq)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE transcripts (
        session TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        final INTEGER NOT NULL,
        engine TEXT NOT NULL,
        PRIMARY KEY (session, final)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE phrases (
        id INTEGER PRIMARY KEY,
        session TEXT NOT NULL,
        final INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        body TEXT NOT NULL,
        FOREIGN KEY (session, final) REFERENCES transcripts(session, final) ON DELETE CASCADE
    ) STRICT""",
    "CREATE INDEX phrases_in_order ON phrases(session, final, seq)",
    "CREATE VIRTUAL TABLE phrase_words USING fts5(words, tokenize='unicode61')",
    """CREATE TABLE scorecards (
        id INTEGER PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        made_utc TEXT NOT NULL,
        rubric TEXT NOT NULL,
        version TEXT NOT NULL,
        provisional INTEGER NOT NULL,
        total REAL,
        body TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX scorecards_by_session ON scorecards(session, id)",
    """CREATE TABLE judgement_words (
        id INTEGER PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        at_utc TEXT NOT NULL,
        instructor TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX judgement_words_by_session ON judgement_words(session, id)",
    """CREATE TRIGGER judgement_words_stay BEFORE UPDATE ON judgement_words
        BEGIN SELECT RAISE(ABORT, 'an instructor''s word is never rewritten'); END""",
    """CREATE TABLE rubrics (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        version TEXT NOT NULL,
        source TEXT NOT NULL,
        added_utc TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (id, version)
    ) STRICT""",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

_RUBRIC_VERSIONS = (
    "ALTER TABLE rubrics ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE rubrics ADD COLUMN published_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE rubrics ADD COLUMN retired_utc TEXT",
    """CREATE TRIGGER rubrics_stay BEFORE UPDATE OF seq, id, version, source, added_utc, note, published_by, body
        ON rubrics BEGIN SELECT RAISE(ABORT, 'a published rubric is never rewritten'); END""",
    """CREATE TRIGGER rubrics_are_kept BEFORE DELETE ON rubrics
        BEGIN SELECT RAISE(ABORT, 'a published rubric is never deleted'); END""",
    """CREATE TABLE rubric_drafts (
        id TEXT NOT NULL, author TEXT NOT NULL, based_on TEXT NOT NULL, kept_utc TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (id, author)
    ) STRICT""",
    # What a scorecard was made of: as long as that holds, its measurements need not be taken again.
    "ALTER TABLE scorecards ADD COLUMN basis TEXT NOT NULL DEFAULT ''",
    """CREATE TRIGGER scorecards_stay BEFORE UPDATE ON scorecards
        BEGIN SELECT RAISE(ABORT, 'a scorecard is never rewritten'); END""",
    # A signature holds on to the scorecard it was given on; those given before hold on to the newest of their time.
    "DROP TRIGGER judgement_words_stay",
    "ALTER TABLE judgement_words ADD COLUMN scorecard INTEGER REFERENCES scorecards(id)",
    """UPDATE judgement_words SET scorecard = (
        SELECT max(c.id) FROM scorecards AS c
        WHERE c.session = judgement_words.session AND c.made_utc <= judgement_words.at_utc
    ) WHERE kind = 'signature'""",
    """CREATE TRIGGER judgement_words_stay BEFORE UPDATE ON judgement_words
        BEGIN SELECT RAISE(ABORT, 'an instructor''s word is never rewritten'); END""",
)

_AGREEMENT = (
    # What each instructor last said of a criterion, beside the machine's level of that rubric and engine; a word waits
    # in level_pairs_due until it is wanted there, for in a schema that is not trusted SQLite lets no trigger read JSON.
    """CREATE TABLE level_pairs (
        rubric TEXT NOT NULL,
        criterion TEXT NOT NULL,
        version TEXT NOT NULL,
        engine TEXT NOT NULL,
        session TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        instructor TEXT NOT NULL,
        trainee TEXT NOT NULL,
        scenario TEXT NOT NULL,
        began_utc TEXT NOT NULL,
        word INTEGER NOT NULL,
        first_word INTEGER NOT NULL,
        machine_level INTEGER,
        level INTEGER NOT NULL,
        blind INTEGER NOT NULL,
        value REAL,
        after_s REAL,
        PRIMARY KEY (rubric, criterion, version, engine, session, instructor)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX level_pairs_by_session ON level_pairs(session, criterion)",
    "CREATE INDEX scorecards_by_rubric ON scorecards(rubric, version, session)",
    # Words kept before they named their rubric belong to the scorecard that was the newest then.
    "CREATE TABLE level_pairs_due (word INTEGER PRIMARY KEY REFERENCES judgement_words(id) ON DELETE CASCADE) STRICT",
    "INSERT INTO level_pairs_due SELECT id FROM judgement_words WHERE kind = 'override'",
    """CREATE TRIGGER level_pairs_wait AFTER INSERT ON judgement_words WHEN NEW.kind = 'override'
        BEGIN INSERT INTO level_pairs_due VALUES (NEW.id); END""",
)

_RULE_PACKS = (
    """CREATE TABLE rule_packs (
        hash TEXT PRIMARY KEY, id TEXT NOT NULL, version TEXT NOT NULL, as_of TEXT NOT NULL, body TEXT NOT NULL
    ) STRICT""",
    "ALTER TABLE sessions ADD COLUMN rules_hash TEXT REFERENCES rule_packs(hash)",
)

_HEARD_LIVE = """CREATE TABLE heard_live (
    session TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE, seq INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID"""
"""What was heard of a session on air, at its arrival; -1 is what is unfinished. Gone once the session ended."""

_REVIEW_DRAFTS = """CREATE TABLE review_drafts (
    session TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE, instructor TEXT NOT NULL, place TEXT NOT NULL,
    body TEXT NOT NULL, kept_utc TEXT NOT NULL,
    PRIMARY KEY (session, instructor, place)
) STRICT, WITHOUT ROWID"""
"""What an instructor is typing in a review, against a crash; gone once it is a word."""

_PRIVACY = (
    # Who looked at what, and when. It names sessions, never trainees: once a session is gone it leads to nobody.
    """CREATE TABLE access_log (
        seq INTEGER PRIMARY KEY,
        visit TEXT NOT NULL,
        at_utc TEXT NOT NULL,
        instructor TEXT NOT NULL,
        session TEXT NOT NULL,
        act TEXT NOT NULL,
        detail TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX access_log_by_session ON access_log(session, seq)",
    "CREATE INDEX access_log_by_visit ON access_log(visit, act)",
    """CREATE TRIGGER access_log_stays BEFORE UPDATE ON access_log
        BEGIN SELECT RAISE(ABORT, 'what was looked at is never rewritten'); END""",
    """CREATE TRIGGER access_log_is_kept BEFORE DELETE ON access_log
        BEGIN SELECT RAISE(ABORT, 'what was looked at is never forgotten'); END""",
    """CREATE TABLE appeal_holds (
        session TEXT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE,
        held_by TEXT NOT NULL, at_utc TEXT NOT NULL, reason TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)

_LOOKED_BACK = """CREATE TABLE looked_back (
    session TEXT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE, body TEXT NOT NULL
) STRICT, WITHOUT ROWID"""
"""What the review room worked out of a session when it was last open: made again whenever it is missing or old."""

_CONSENT = (
    """CREATE TABLE consents (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        trainee TEXT NOT NULL REFERENCES trainees(id),
        version TEXT NOT NULL,
        agreed INTEGER NOT NULL,
        days INTEGER,
        given_utc TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX consents_by_trainee ON consents(trainee, seq)",
    """CREATE TRIGGER consents_stay BEFORE UPDATE ON consents
        BEGIN SELECT RAISE(ABORT, 'what somebody answered is never rewritten'); END""",
)

_EXAM_PAPERS = (
    """CREATE TABLE exam_papers (
        seq INTEGER PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        scenario TEXT NOT NULL,
        made_utc TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT""",
    """CREATE TRIGGER exam_papers_stay BEFORE UPDATE ON exam_papers
        BEGIN SELECT RAISE(ABORT, 'a locked exam paper is never rewritten'); END""",
    """CREATE TRIGGER exam_papers_are_kept BEFORE DELETE ON exam_papers
        BEGIN SELECT RAISE(ABORT, 'a locked exam paper is never deleted'); END""",
)

_OUTCOMES = """CREATE TABLE outcomes (
    session TEXT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE, basis TEXT NOT NULL, body TEXT NOT NULL
) STRICT, WITHOUT ROWID"""
"""Skill and luck of a session, worked out once; ``basis`` names the log and the model it was made of."""
