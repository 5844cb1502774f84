"""Class lists as spreadsheets save them: CSV with a column of names, and one of classes unless the class is told."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from simulator.domain.assessing import name_key
from simulator.domain.classes import LONGEST_NAME, ClassList, ListMistake
from simulator.ports import ContentError
from simulator.storage.mistakes import shortened

MAX_BYTES = 1 << 20
MAX_LINES = 5000
NAMES = frozenset({"name", "trainee", "student", "full name", "姓名", "学员", "学员姓名", "学生", "名字"})
"""What the column of names may be called; case and width make no difference."""
CLASSES = frozenset({"class", "group", "cohort", "班级", "班", "班级名称", "组"})
DELIMITERS = ",;\t"


def read_class_list(file: Path, into: str = "") -> ClassList:
    """Every line of the file, with every mistake; ``into`` is the class where the file has no column for it.

    UTF-8, or what a Chinese Excel saves (GB 18030). Raise ContentError where it cannot be read as a list at all.
    """
    lines = _text(file)
    delimiter = max(DELIMITERS, key=lines.partition("\n")[0].count)
    rows = _rows(lines, delimiter)
    head = next(rows, None)
    if head is None or isinstance(head, ListMistake):
        raise ContentError("class_list_headless", file=str(file))
    titles = [name_key(cell) for cell in head[1]]
    name_at = next((at for at, title in enumerate(titles) if title in NAMES), None)
    class_at = next((at for at, title in enumerate(titles) if title in CLASSES), None)
    if name_at is None:
        raise ContentError("class_list_headless", file=str(file))
    if class_at is None and not into.strip():
        raise ContentError("class_list_classless", file=str(file))
    entries: list[tuple[str, str]] = []
    mistakes: list[ListMistake] = []
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if isinstance(row, ListMistake):
            mistakes.append(row)
            continue
        line, cells = row
        if not any(cells):
            continue
        name = cells[name_at] if name_at < len(cells) else ""
        class_ = into if class_at is None else cells[class_at] if class_at < len(cells) else ""
        class_ = " ".join(class_.split())
        wrong = [*_wrong(line, cells, len(titles), name, class_)]
        key = (name_key(class_), name_key(name))
        if not wrong and key in seen:
            wrong = [ListMistake(line, "twice", shortened(name))]
        mistakes.extend(wrong)
        if not wrong:
            seen.add(key)
            entries.append((class_, name))
    if not entries and not mistakes:
        raise ContentError("class_list_empty", file=str(file))
    return ClassList(str(file), tuple(entries), tuple(mistakes))


def _wrong(line: int, cells: list[str], columns: int, name: str, class_: str) -> Iterator[ListMistake]:
    if any(cells[columns:]):
        yield ListMistake(line, "too_many_columns", shortened(cells[columns]))
    if not name:
        yield ListMistake(line, "name_missing")
    if not class_:
        yield ListMistake(line, "class_missing", shortened(name))
    for text in (name, class_):
        if len(text) > LONGEST_NAME:
            yield ListMistake(line, "too_long", shortened(text))
        if any(unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn") for letter in text):
            yield ListMistake(line, "bad_sign", shortened(text))


def _text(file: Path) -> str:
    try:
        if file.is_dir():
            raise ContentError("content_is_folder", file=str(file))
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ContentError("content_missing", file=str(file)) from error
    except OSError as error:
        raise ContentError("content_unreadable", file=str(file), why=type(error).__name__) from error
    if len(raw) > MAX_BYTES:
        raise ContentError("content_too_big", file=str(file), limit=MAX_BYTES)
    if not raw.strip():
        raise ContentError("class_list_empty", file=str(file))
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ContentError("content_encoding", file=str(file), encoding="?")


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]] | ListMistake]:
    """Line number and cells of each row; a row that cannot be read as one is a mistake, and ends the reading."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield ListMistake(line, "bad_quote")
            return
        if line > MAX_LINES:
            yield ListMistake(line, "too_many_lines", str(MAX_LINES))
            return
        yield line, [cell.strip() for cell in cells]
        line = reader.line_num + 1
