"""The tables of classes and of the queue, as their migration steps make them: never edited once they were released."""

from __future__ import annotations

CLASSES = (
    """CREATE TABLE classes (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE, made_utc TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE class_members (
        class TEXT NOT NULL REFERENCES classes(id) ON DELETE CASCADE,
        trainee TEXT NOT NULL REFERENCES trainees(id) ON DELETE CASCADE,
        since_utc TEXT NOT NULL,
        PRIMARY KEY (class, trainee)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX class_members_by_trainee ON class_members(trainee, class)",
)
