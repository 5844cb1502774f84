"""The tables of standings and references, as their migration step makes them: never edited once it was released."""

from __future__ import annotations

REFERENCES = (
    """CREATE TABLE reference_sessions (
        scenario TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        named_by TEXT NOT NULL,
        named_utc TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX reference_sessions_by_session ON reference_sessions(session)",
    # What counts of every scored session, criterion by criterion: paths and classes are read off this alone. Levels,
    # misses and broken rules stand in one text each, a line for each, so that a class is counted without 25 rows a
    # session; ``body`` holds the levels with all that is kept of them; it is
    # long and stands last, so that whoever does not ask for it reads no further.
    """CREATE TABLE standings (
        session TEXT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE,
        trainee TEXT NOT NULL,
        scenario TEXT NOT NULL,
        began_utc TEXT NOT NULL,
        exam INTEGER NOT NULL,
        signed INTEGER NOT NULL,
        rubric TEXT NOT NULL,
        version TEXT NOT NULL,
        machine_total REAL,
        total REAL,
        passed INTEGER,
        levels TEXT NOT NULL,
        missed TEXT NOT NULL,
        rules TEXT,
        rules_live INTEGER NOT NULL DEFAULT 0,
        body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX standings_by_trainee ON standings(trainee, began_utc, scenario, exam, signed, rubric, version)",
    "CREATE INDEX standings_by_time ON standings(began_utc, scenario, exam, signed, rubric, version)",
    # Sessions scored before this was kept are taken in when somebody first asks.
    """CREATE TABLE standings_due (
        session TEXT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO standings_due SELECT DISTINCT session FROM scorecards",
)
