"""The further English measuring texts keep the form of the first: counted, in known categories, nothing told before."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

from rapidfuzz import fuzz

HERE = Path(__file__).parent
VIOLATIONS, HARMLESS = "violations.en.more2.json", "harmless.en.more2.json"
EARLIER = tuple(f"{kind}.en.{half}.json" for kind in ("harmless", "violations") for half in ("dev", "held"))
NEAR = 85  # rapidfuzz ratio above which two sentences are one sentence touched up


def read(name: str) -> list[dict[str, str | None]]:
    rows: list[dict[str, str | None]] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return rows


def bare(name: str) -> list[str]:
    """The sentences of one file without case, width, spaces and punctuation."""
    return [re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(row["text"]))).casefold() for row in read(name)]


def test_the_violations_spread_over_every_category() -> None:
    rows = read(VIOLATIONS)
    assert len(rows) == 240
    assert all(set(row) == {"text", "category"} for row in rows)
    counts = Counter(row["category"] for row in rows)
    assert set(counts) == {row["category"] for row in read("violations.en.dev.json")}
    assert min(counts.values()) >= 6


def test_the_harmless_sentences_hold_the_trap_they_name() -> None:
    rows = read(HARMLESS)
    assert len(rows) == 400
    assert all(set(row) == {"text", "trap"} for row in rows)
    traps = [row for row in rows if row["trap"] is not None]
    assert len(traps) >= 300
    assert not [row for row in traps if str(row["trap"]).lower() not in str(row["text"]).lower()]


def test_a_sentence_is_as_long_as_people_speak() -> None:
    texts = [str(row["text"]) for name in (VIOLATIONS, HARMLESS) for row in read(name)]
    assert not [text for text in texts if not 5 <= len(text.split()) <= 30]


def test_no_sentence_stands_twice_nor_touched_up_from_an_earlier_file() -> None:
    new = bare(VIOLATIONS) + bare(HARMLESS)
    assert [text for text, times in Counter(new).items() if times > 1] == []
    earlier = [text for name in EARLIER for text in bare(name)]
    # Only the new sentence is named, so that a failure does not open a held file.
    assert [text for text in new if any(fuzz.ratio(text, old) > NEAR for old in earlier)] == []
