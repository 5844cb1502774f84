"""Puts a session on air and writes batches until it is killed, saying each number once the batch was kept."""

from __future__ import annotations

import sys
from pathlib import Path

from simulator.assets import assets_folder
from simulator.domain.crowd import Liked
from simulator.domain.language import Language
from simulator.domain.session import SessionHeader
from simulator.storage.content import FolderLibrary
from simulator.storage.store import SqliteStore

BATCH = 7

if __name__ == "__main__":
    library = FolderLibrary(assets_folder())
    store = SqliteStore(Path(sys.argv[1]), library)
    session = sys.argv[2]
    header = SessionHeader(
        id=session,
        scenario="S01",
        scenario_version="1.0.0",
        language=Language.ZH,
        seed=1,
        trainee=store.trainee("小雨").id,
        take=1,
        began_utc="2026-11-23T08:00:00+00:00",
        app_version="0.1.0",
        audience_model="1",
    )
    store.begin(header, library.scenario("S01"))
    number = 0
    while True:
        store.append(session, [Liked(at=float(number), count=number) for _ in range(BATCH)])
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        number += 1
