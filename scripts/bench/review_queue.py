"""How quickly queue, classes and search answer in a large store: python scripts/bench/review_queue.py [--sessions N].

The store is made up by SQL in some minutes: trainees in classes of forty, a few phrases and comments to each session
(``--lines``), states and doubts as an evening leaves them. Every question is asked as the windows ask it, through the
store, ``--times`` over with other values each time; milliseconds of wall time, so other work on the machine counts.
One line of JSON; progress goes to stderr.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from simulator.assets import assets_folder
from simulator.domain.assessing import Stage
from simulator.domain.events import HostSpoke
from simulator.domain.language import Language
from simulator.domain.queue import Doubt, Order, Queued, Source, Wanted
from simulator.domain.session import Mode, SessionHeader
from simulator.domain.units import Span
from simulator.live.keeping import due_of
from simulator.storage.content import FolderLibrary
from simulator.storage.event_codec import encoded
from simulator.storage.queue_tables import NUMBERS, place
from simulator.storage.searching import spaced
from simulator.storage.store import SqliteStore
from simulator.ui.setup.page import SHOWN
from tests.ui.scripted import comment

TRAINEES, CLASS_SIZE, PAPERS = 2000, 40, 60
AT_ONCE = 2000
"""Sessions written in one transaction."""
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文玲志红兰"
RARE = "鼍鼋"
"""Two letters that stand in one phrase only."""
SPLIT = "的今"
"""Two of the most frequent letters, which never follow each other in this order."""
BEGINNINGS = (
    "今天给大家带来",
    "我们家的",
    "这一款",
    "来看一下",
    "刚进来的朋友",
    "很多人问",
    "大家放心",
    "Today we have",
    "And this one",
)
MIDDLES = (
    "洛川苹果", "现摘脐橙", "东北大米", "纯棉毛巾", "不锈钢锅", "竹砧板", "保温杯", "儿童雨衣", "手工面条", "蓝牙音箱",
    "the bamboo board", "a cotton towel", "手机支架", "羊毛围巾", "坚果礼盒",
)  # fmt: skip
ENDINGS = (
    "一箱五公斤只要三十九块九", "坏果包赔", "七天无理由退货", "顺丰包邮到家", "库存只有两百件", "口感脆甜汁水多",
    "质检报告在这里", "下单记得领优惠券", "全国大部分地区包邮", "is twenty four ninety today", "ships within two days",
)  # fmt: skip
ASKED = (
    "多少钱",
    "包邮吗",
    "什么时候发货",
    "能便宜点吗",
    "甜不甜",
    "有没有质检报告",
    "坏了怎么办",
    "how much is it",
    "主播好",
    "已下单",
    "666",
)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sessions", type=int, default=100_000)
    options.add_argument("--lines", type=int, default=5, help="phrases, and comments, of each session")
    options.add_argument("--times", type=int, default=20)
    options.add_argument("--folder", type=Path, help="keep the store here, and use it again")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch)
        fresh = not (folder / "bolian.db").exists()
        began = time.perf_counter()
        store = SqliteStore(folder, FolderLibrary(assets_folder()))
        try:
            if fresh:
                fill(store, given.sessions, given.lines)
            made_s = time.perf_counter() - began
            found = {name: figures(asked, given.times) for name, asked in questions(store)}
        finally:
            store.close()
        size = (folder / "bolian.db").stat().st_size
    worst = max(each["max_ms"] for each in found.values())
    print(
        json.dumps(
            {
                "sessions": given.sessions,
                "lines": given.lines,
                "made_s": round(made_s, 1) if fresh else None,
                "megabytes": round(size / 1e6),
                "load": round(os.getloadavg()[0], 1),
                "worst_ms": worst,
                **found,
            },
            ensure_ascii=False,
        )
    )
    return 0


def figures(asked: Callable[[random.Random], int], times: int) -> dict[str, float]:
    """Median and worst of so many answers, the first one apart; ``rows`` is how many the last one brought."""
    draw = random.Random(7)
    took, rows = [], 0
    for _ in range(times + 1):
        began = time.perf_counter()
        rows = asked(draw)
        took.append(1000 * (time.perf_counter() - began))
    first, *rest = took
    return {
        "first_ms": round(first, 1),
        "median_ms": round(statistics.median(rest), 1),
        "max_ms": round(max(took), 1),
        "rows": rows,
    }


def questions(store: SqliteStore) -> Iterator[tuple[str, Callable[[random.Random], int]]]:
    """What the windows ask, by name."""
    classes = store.classes()
    papers, scenarios = store.queued_papers(), store.queued_scenarios()
    since = (datetime.now(UTC) - timedelta(hours=12)).isoformat(timespec="seconds")
    deep: list[Queued] = list(store.queue(Wanted(), 50))
    while len(deep) < 5000 and (more := store.queue(Wanted(), 500, after=deep[-1])):
        deep.extend(more)

    def pages(**wanted: object) -> Callable[[random.Random], int]:
        """First page and progress, as the page of the queue asks for both at once."""

        def asked(_draw: random.Random) -> int:
            made = Wanted(**wanted)  # type: ignore[arg-type]
            store.progress(made, since)
            return len(store.queue(made, 50))

        return asked

    def drawn(change: Callable[[random.Random], dict[str, object]]) -> Callable[[random.Random], int]:
        return lambda draw: pages(**change(draw))(draw)

    everything = frozenset(Stage)
    yield "first page", pages(but_signed_by="王老师")
    yield "newest first", pages(order=Order.NEWEST)
    yield "everything", pages(stages=everything)
    yield "everything, newest first", pages(stages=everything, order=Order.NEWEST)
    for stage in Stage:
        yield f"state {stage}", pages(stages=frozenset({stage}))
    yield "a class", drawn(lambda draw: {"in_class": draw.choice(classes[1:]).id})
    yield "a class of everybody", pages(in_class=classes[0].id)
    yield "a scenario", drawn(lambda draw: {"scenario": draw.choice(scenarios)})
    yield "a scenario, newest first", drawn(lambda draw: {"scenario": draw.choice(scenarios), "order": Order.NEWEST})
    yield "an exam paper", drawn(lambda draw: {"paper": draw.choice(papers)})
    yield "a frequent name", drawn(lambda draw: {"name": draw.choice(SURNAMES)})
    yield "a rare name", drawn(lambda draw: {"name": draw.choice(deep).trainee.name})
    yield "nobody's name", pages(name="nobody")
    yield (
        "a class and a scenario",
        drawn(lambda draw: {"in_class": draw.choice(classes[1:]).id, "scenario": draw.choice(scenarios)}),
    )
    yield "a later page", lambda draw: len(store.queue(Wanted(), 50, after=draw.choice(deep)))
    yield "the one before", lambda draw: int(store.before(Wanted(), draw.choice(deep)) is not None)
    yield "what the boxes offer", lambda _draw: len(store.classes() + store.queued_scenarios() + store.queued_papers())
    yield "a class in the list of classes", lambda draw: _class(store, draw.choice(classes[1:]).id)
    yield "the class of everybody", lambda _draw: _class(store, classes[0].id)
    yield "home: the newest", lambda _draw: len(store.sessions(SHOWN))
    yield "home: further down", lambda draw: len(store.sessions(SHOWN, SHOWN * draw.randrange(1, 50)))
    yield "home: cut off by a crash", lambda _draw: len(store.cut_off())
    yield "home: waits to be heard again", lambda _draw: len(store.unheard()) + len(store.heard_again())
    yield "home: past their time", lambda _draw: len(due_of(store, datetime.now(UTC).date()))
    yield "marking scheme: the last 100", lambda _draw: len(store.ended_sessions(most=100))
    yield "marking scheme: of a scenario", lambda draw: len(store.ended_sessions(draw.choice(scenarios), most=100))
    yield (
        "marking scheme: of a trainee",
        lambda draw: len(store.ended_sessions(trainee=draw.choice(deep).trainee.id, most=100)),
    )
    yield "marking scheme: whose sessions there are", lambda _draw: len(store.trainees()) + len(store.session_counts())
    for source, words in ((Source.SAID, MIDDLES + ENDINGS), (Source.WRITTEN, ASKED)):
        pairs = sorted({text[at : at + 2] for text in words for at in range(len(text) - 1) if not text.isascii()})
        yield f"search {source}: any two letters", _search(store, source, pairs)
        yield f"search {source}: whole phrases", _search(store, source, words)
        yield f"search {source}: English", _search(store, source, ["today", "bamboo board", "how much", "two days"])
        yield f"search {source}: frequent letters that never follow", _search(store, source, [SPLIT])
        yield f"search {source}: in one place or none", _search(store, source, [RARE, "没有人说过这句话"])
        yield f"search {source}: a later page", _later(store, source, pairs)


def _class(store: SqliteStore, id: str) -> int:
    store.members(id)
    return store.class_count(id).sessions


def _search(store: SqliteStore, source: Source, words: tuple[str, ...] | list[str]) -> Callable[[random.Random], int]:
    return lambda draw: len(store.search(draw.choice(words), source, 50))


def _later(store: SqliteStore, source: Source, words: list[str]) -> Callable[[random.Random], int]:
    def asked(draw: random.Random) -> int:
        return len(store.search(draw.choice(words), source, 50, before=draw.randrange(1000, 200_000)))

    return asked


# ------------------------------------------------------------------------------------ making it up


def fill(store: SqliteStore, sessions: int, lines: int) -> None:
    """Trainees, classes, sessions with their place in the queue, what was said and written."""
    draw = random.Random(1)
    names = list(
        dict.fromkeys("".join((draw.choice(SURNAMES), *draw.choices(GIVEN, k=2))) for _ in range(3 * TRAINEES))
    )
    trainees = [store.trainee(name).id for name in names[:TRAINEES]]
    everybody = store.make_class("0 全体学员")
    store.put_in_class(everybody.id, trainees)
    for number in range(0, len(trainees), CLASS_SIZE):
        made = store.make_class(f"{2026 - number // 800} 届 {number // CLASS_SIZE % 20 + 1} 班")
        store.put_in_class(made.id, trainees[number : number + CLASS_SIZE])
    scenario = FolderLibrary(assets_folder()).scenario("S01")
    header = _header("template", trainees[0], "S01", 0, datetime(2026, 1, 1, tzinfo=UTC))
    store.begin(header, scenario)
    db = store._db
    (digest,) = db.execute("SELECT scenario_hash FROM sessions WHERE id = 'template'").fetchone()
    began = datetime(2024, 1, 1, 1, tzinfo=UTC)
    step = (datetime.now(UTC) - began) / sessions
    for first in range(0, sessions, AT_ONCE):
        with store._writing() as db:
            for number in range(first, min(first + AT_ONCE, sessions)):
                _session(db.conn, draw, number, digest, draw.choice(trainees), began + number * step, lines)
        if first % 20_000 == 0:
            print(f"{first} sessions", file=sys.stderr, flush=True)
    with store._writing() as db:
        for table in ("phrase_words", "comment_words"):
            db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _header(id: str, trainee: str, scenario: str, seed: int, began: datetime) -> SessionHeader:
    return SessionHeader(
        id=id,
        scenario=scenario,
        scenario_version="1.0.0",
        language=Language.ZH,
        seed=seed,
        trainee=trainee,
        take=1 + seed % 5,
        began_utc=began.isoformat(timespec="seconds"),
        app_version="0.1.0",
        audience_model="1",
    )


def _session(db, draw: random.Random, number: int, digest: str, trainee: str, began: datetime, lines: int) -> None:  # type: ignore[no-untyped-def]
    id, scenario = f"{number:012x}", f"S{1 + number % 12:02}"
    header = _header(id, trainee, scenario, number, began)
    paper = f"E{1 + number % PAPERS:04}" if draw.random() < 0.1 else ""
    if paper:
        header = replace(header, mode=Mode.EXAM, paper=paper)
    total = draw.gauss(70, 12) if draw.random() < 0.9 else None
    wide = draw.expovariate(0.2)
    doubt = Doubt(
        low=None if total is None else total - wide / 2,
        high=None if total is None else total + wide / 2,
        near=tuple(draw.sample(("A1", "A2", "B1", "B2", "C1", "D1", "E1"), draw.randrange(4))),
        suspects=draw.choice((0, 0, 0, 0, 0, 0, 0, 1, 2)),
        total_missing=total is None,
        pass_open=total is not None and abs(total - 60) < wide / 2,
        provisional=draw.random() < 0.05,
    )
    stage = Stage.SIGNED if draw.random() < 0.6 else Stage.TO_REVIEW
    if paper and stage is Stage.TO_REVIEW:
        stage = draw.choice((Stage.TO_REVIEW, Stage.SECOND, Stage.TO_RECONCILE))
    signers = {Stage.SIGNED: ["王老师"], Stage.SECOND: ["李老师"], Stage.TO_RECONCILE: ["李老师", "王老师"]}.get(
        stage, []
    )
    signed_utc = (began + timedelta(hours=8)).isoformat(timespec="seconds") if signers else None
    db.execute(
        """INSERT INTO sessions
               (id, scenario_hash, scenario, trainee, began_utc, header, ending, length, total, passed, signed)
           VALUES (?, ?, ?, ?, ?, ?, 'scored', 900, ?, ?, ?)""",
        [
            id, digest, scenario, trainee, header.began_utc, encoded(header), total,
            None if total is None else int(total >= 60), int(stage is Stage.SIGNED),
        ],
    )  # fmt: skip
    db.execute(
        "INSERT INTO queue VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)",
        [
            id, trainee, scenario, paper, header.began_utc, NUMBERS[stage], place(doubt.weight, header.began_utc, id),
            encoded(doubt), int(bool(paper)), json.dumps(signers, ensure_ascii=False), signers[0] if signers else "",
            2 if stage is Stage.SIGNED and paper else int(bool(signers)), signed_utc, total,
        ],
    )  # fmt: skip
    db.execute("INSERT INTO transcripts VALUES (?, 1, 'whisper', NULL, 900)", [id])
    for line in range(lines):
        at = 60.0 * line + 5
        text = draw.choice(BEGINNINGS) + draw.choice(MIDDLES) + draw.choice(ENDINGS)
        if number == 77 and line == 0:
            text += RARE
        phrase = HostSpoke(at=at, said=Span(at - 4, at), text=text, words=(), engine="whisper")
        row = db.execute(
            "INSERT INTO phrases (session, final, seq, body) VALUES (?, 1, ?, ?)", [id, line, encoded(phrase)]
        )
        db.execute("INSERT INTO phrase_words (rowid, words) VALUES (?, ?)", [row.lastrowid, spaced(text)])
        asked = draw.choice(MIDDLES) + draw.choice(ASKED)
        event = comment(line, at, asked)
        db.execute("INSERT INTO events VALUES (?, ?, ?, 'CommentPosted', ?)", [id, line, at, encoded(event)])
        row = db.execute("INSERT INTO comment_lines (session, seq) VALUES (?, ?)", [id, line])
        db.execute("INSERT INTO comment_words (rowid, words) VALUES (?, ?)", [row.lastrowid, spaced(asked)])


if __name__ == "__main__":
    sys.exit(main())
