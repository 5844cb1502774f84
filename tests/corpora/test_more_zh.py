"""The further Chinese sentences are whole, spread over every category, and none of them stands in another list."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

from rapidfuzz import fuzz

HERE = Path(__file__).parent
NEAR = 85  # rapidfuzz ratio above which two sentences are one sentence touched up
SHORTEST, LONGEST = 8, 60  # characters, as one breath of a host


def read(name: str) -> list[dict[str, str | None]]:
    rows: list[dict[str, str | None]] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return rows


def bare(name: str) -> list[str]:
    """The sentences of a file without width, spaces and punctuation."""
    texts = (unicodedata.normalize("NFKC", str(row["text"])) for row in read(name))
    return [re.sub(r"[\W_]+", "", text).casefold() for text in texts]


def test_further_violations_spread_over_every_category() -> None:
    rows = read("violations.zh.more.json")
    counts = Counter(row["category"] for row in rows)
    assert len(rows) == 360
    assert set(counts) == {row["category"] for row in read("violations.zh.dev.json")}
    assert min(counts.values()) >= 6
    assert not [row for row in rows if set(row) != {"text", "category"}]


def test_further_harmless_sentences_name_their_trap() -> None:
    rows = read("harmless.zh.more.json")
    assert len(rows) == 360
    assert not [row for row in rows if set(row) != {"text", "trap"}]
    assert not [row for row in rows if row["trap"] is not None and row["trap"] not in str(row["text"])]
    assert sum(row["trap"] is not None for row in rows) >= 300


def test_further_sentences_are_one_breath_long() -> None:
    rows = read("violations.zh.more.json") + read("harmless.zh.more.json")
    assert not [row for row in rows if not SHORTEST <= len(str(row["text"])) <= LONGEST]


def test_no_further_sentence_stands_twice_nor_touched_up_elsewhere() -> None:
    further = bare("violations.zh.more.json") + bare("harmless.zh.more.json")
    assert [text for text, times in Counter(further).items() if times > 1] == []
    older = [
        text
        for half in ("dev", "held")
        for kind in ("violations", "harmless")
        for text in bare(f"{kind}.zh.{half}.json")
    ]
    assert not [(one, other) for one in further for other in older if fuzz.ratio(one, other) > NEAR]
