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
    # What counts of every scored session, criterion by criterion: paths and classes are read off this alone.
    """CREATE TABLE standings (
        session TEXT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE,
        trainee TEXT NOT NULL,
        scenario TEXT NOT NULL,
        began_utc TEXT NOT NULL,
        exam INTEGER NOT NULL,
        rubric TEXT NOT NULL,
        version TEXT NOT NULL,
        machine_total REAL,
        total REAL,
        passed INTEGER,
        signed INTEGER NOT NULL,
        rules_known TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX standings_by_trainee ON standings(trainee, began_utc, rubric, version, scenario, exam)",
    "CREATE INDEX standings_by_time ON standings(began_utc, rubric, version, scenario, exam)",
    """CREATE TABLE standing_levels (
        session TEXT NOT NULL REFERENCES standings(session) ON DELETE CASCADE,
        criterion TEXT NOT NULL,
        weight REAL NOT NULL,
        machine INTEGER,
        counts INTEGER NOT NULL,
        level INTEGER,
        given INTEGER NOT NULL,
        PRIMARY KEY (session, criterion)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE standing_flaws (
        session TEXT NOT NULL REFERENCES standings(session) ON DELETE CASCADE,
        source TEXT NOT NULL,
        name TEXT NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (session, source, name)
    ) STRICT, WITHOUT ROWID""",
    # Sessions scored before this was kept are taken in when somebody first asks.
    """CREATE TABLE standings_due (
        session TEXT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO standings_due SELECT DISTINCT session FROM scorecards",
)
