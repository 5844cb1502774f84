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

QUEUE = (
    # A row for every session that was scored, kept as its marks are: what the queue asks for is answered from here.
    """CREATE TABLE queue (
        session TEXT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE,
        trainee TEXT NOT NULL,
        scenario TEXT NOT NULL,
        paper TEXT NOT NULL,
        began_utc TEXT NOT NULL,
        stage INTEGER NOT NULL,
        place TEXT NOT NULL,
        doubt TEXT NOT NULL,
        exam INTEGER NOT NULL,
        exempt INTEGER NOT NULL,
        signers TEXT NOT NULL,
        first_signer TEXT NOT NULL,
        closed INTEGER NOT NULL,
        signed_utc TEXT,
        total REAL
    ) STRICT, WITHOUT ROWID""",
    # What is asked for most stands in the indexes whole: a class may be half the store.
    "CREATE INDEX queue_unsure ON queue(stage, place, trainee)",
    "CREATE INDEX queue_newest ON queue(stage, began_utc, session, trainee)",
    "CREATE INDEX queue_scenario_unsure ON queue(scenario, stage, place)",
    "CREATE INDEX queue_scenario_newest ON queue(scenario, stage, began_utc, session)",
    "CREATE INDEX queue_paper_unsure ON queue(paper, stage, place) WHERE paper <> ''",
    "CREATE INDEX queue_paper_newest ON queue(paper, stage, began_utc, session) WHERE paper <> ''",
    "CREATE INDEX queue_trainee ON queue(trainee, stage, place, began_utc, scenario, total)",
    "CREATE INDEX queue_signed ON queue(signed_utc) WHERE signed_utc IS NOT NULL",
    # What was scored before this was kept stands there roughly, and is looked at when nothing else is to do.
    """CREATE TABLE queue_due (
        session TEXT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID""",
    """INSERT INTO queue SELECT s.id, s.trainee, s.scenario, coalesce(json_extract(s.header, '$.paper'), ''),
            s.began_utc, CASE WHEN s.signed THEN 3 ELSE 0 END,
            printf('%07.2f %s %s', 9999.99 - CASE WHEN s.total IS NULL THEN 100 ELSE 0 END, s.began_utc, s.id), '',
            json_extract(s.header, '$.mode') IS 'exam', json_extract(s.header, '$.mode') IS 'exam' AND s.signed,
            '[]', '', s.signed, CASE WHEN s.signed THEN
                (SELECT max(w.at_utc) FROM judgement_words AS w WHERE w.session = s.id AND w.kind = 'signature') END,
            s.total
        FROM sessions AS s WHERE EXISTS (SELECT 1 FROM scorecards AS c WHERE c.session = s.id)""",
    "INSERT INTO queue_due SELECT session FROM queue",
    # Viewers' comments, to be searched as transcripts are; their words stand in the log.
    """CREATE TABLE comment_lines (
        id INTEGER PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        seq INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX comment_lines_by_session ON comment_lines(session, seq)",
    "CREATE VIRTUAL TABLE comment_words USING fts5(words, tokenize='unicode61')",
    """CREATE TABLE comments_due (
        session TEXT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE, seq INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO comments_due SELECT id, 0 FROM sessions WHERE ending <> 'on_air'",
)
