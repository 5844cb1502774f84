"""The log of a real room, from a CSV file: own columns or those of the usual exports, every mistake with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from simulator.domain.room_log import Act, Figure, RoomLog, Series
from simulator.domain.units import Seconds
from simulator.ports import ContentError
from simulator.storage.mistakes import Mistake, shortened
from simulator.storage.reading import read
from simulator.storage.room_log_cells import BLANK, DAY, LONGEST_STEP, SHORTEST_STEP, CellError, number, times
from simulator.storage.room_log_headings import PINNED, TIME, Column, known

MAX_BYTES = 10 * 2**20
MAX_MISTAKES = 50
"""Told at once; a file with more is wrong in one way many times over."""
FEWEST_ROWS = 3
HEADING_WITHIN = 20
"""Lines above the headings that an export may have."""
MAX_STEPS = round(DAY / SHORTEST_STEP)
MOST_OFF = 95.0
"""Per cent; more is not a coupon."""
ACTS = frozenset(act.value for act in Act)
FIGURES = frozenset(figure.value for figure in Figure)
SUMS = frozenset({"合计", "总计", "汇总", "total", "sum", ""})
"""What stands in place of a time in a last line of sums, which is left out."""
DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class _Head:
    """The line of headings: where each column stands, and what it is."""

    row: _Row
    places: dict[str, int]
    columns: dict[str, Column]
    source: str

    def heading(self, name: str) -> str:
        return self.row.cells[self.places[name]].strip()


def read_room_log(path: Path) -> RoomLog:
    """The log in the file. Raise ContentError with every mistake, by line and column."""
    text = _text(path)
    rows, head = _table(text, path)
    mistakes: list[Mistake] = []
    moments = _moments(rows, head, mistakes)
    step = _step(moments, rows, head, mistakes)
    # Where the times are wrong, the rest is still looked at, row by row.
    places = list(range(len(rows))) if mistakes else [round((moment - moments[0]) / step) for moment in moments]
    columns = {name: _numbers(rows, places, head, name, mistakes) for name in head.places if name not in (TIME, PINNED)}
    if mistakes:
        raise _wrong(path, mistakes)
    lines = dict(zip(places, (row.line for row in rows), strict=True))
    figures: dict[Figure, Series] = {}
    acts: dict[Act, Series] = {}
    for name, values in columns.items():
        series = _placed(values, places)
        if name in ACTS:
            acts[Act(name)] = series
        elif any(value is not None for value in values):
            figures[Figure(name)] = series
    mistakes += _unlikely(figures, acts, lines, head, step)
    if mistakes:
        raise _wrong(path, mistakes)
    used = set(head.places.values())
    return RoomLog(
        step=step,
        figures=figures,
        acts=acts,
        pinned=_words(rows, head, places),
        headings={head.heading(name): name for name in head.places},
        ignored=tuple(cell.strip() for place, cell in enumerate(head.row.cells) if place not in used and cell.strip()),
        source=head.source,
    )


# ------------------------------------------------------------------------------------ the text


def _text(path: Path) -> str:
    raw = read(path, MAX_BYTES)
    if not raw.strip():
        raise ContentError("content_empty", file=str(path))
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise ContentError("room_log_workbook", file=str(path))
    encodings = ["utf-16"] if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        # A guess is believed only where it makes headings that mean something.
        if "\0" not in text and (encoding != "gb18030" or _headings(text) is not None):
            return text
    raise ContentError("content_encoding", file=str(path), encoding="GBK" if len(encodings) > 1 else encodings[0])


def _rows(text: str, delimiter: str) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield _Row(reader.line_num, cells)


def _headings(text: str) -> tuple[str, _Head] | None:
    """The delimiter and the line of headings: the first with a time and something counted; None where there is none."""
    best: tuple[str, _Head] | None = None
    for delimiter in DELIMITERS:
        try:
            for row in islice(_rows(text, delimiter), HEADING_WITHIN):
                head = _head(row)
                if TIME in head.places and not FIGURES.isdisjoint(head.places):
                    if best is None or len(head.places) > len(best[1].places):
                        best = delimiter, head
                    break
        except csv.Error:
            continue
    return best


def _head(row: _Row) -> _Head:
    places: dict[str, int] = {}
    columns: dict[str, Column] = {}
    ranks: dict[str, int] = {}
    sources: list[str] = []
    for place, cell in enumerate(row.cells):
        found = known(cell)
        if found is None:
            continue
        column, source, rank = found
        if column.name not in places or rank < ranks[column.name]:
            places[column.name], columns[column.name], ranks[column.name] = place, column, rank
        sources.append(source)
    majority = max(sources, key=lambda source: (sources.count(source), -sources.index(source)), default="bolian")
    return _Head(row, places, columns, majority)


def _table(text: str, path: Path) -> tuple[list[_Row], _Head]:
    found = _headings(text)
    if found is None:
        raise ContentError("room_log_headings", file=str(path), known="minute, online, entered, clicks, orders")
    delimiter, head = found
    try:
        most = MAX_STEPS + HEADING_WITHIN + 1
        rows = [row for row in islice(_rows(text, delimiter), most) if row.line > head.row.line]
    except csv.Error as error:
        raise ContentError("room_log_table", file=str(path), why=str(error)) from error
    if rows and _cell(rows[-1], head.places[TIME]).strip().casefold() in SUMS:
        rows = rows[:-1]
    mistakes = [
        Mistake(_place(head.row.line, cell.strip()), "twice", "")
        for number_, cell in enumerate(head.row.cells)
        if known(cell) is not None and cell.strip() in {each.strip() for each in head.row.cells[:number_]}
    ]
    if len(rows) < FEWEST_ROWS:
        mistakes.append(Mistake(f"line {head.row.line}", "rows_few", f"{len(rows)}"))
    if len(rows) > MAX_STEPS:
        mistakes.append(Mistake(f"line {rows[MAX_STEPS].line}", "log_long", f"over {MAX_STEPS} rows"))
    if mistakes:
        raise _wrong(path, mistakes)
    return rows, head


# ------------------------------------------------------------------------------------ the time


def _moments(rows: Sequence[_Row], head: _Head, mistakes: list[Mistake]) -> list[Seconds]:
    """When each row was, those left out that are wrong."""
    moments: list[Seconds] = []
    cells = [_cell(row, head.places[TIME]) for row in rows]
    for row, cell, moment in zip(rows, cells, times(cells), strict=True):
        place = _place(row.line, head.heading(TIME))
        if isinstance(moment, str):
            mistakes.append(Mistake(place, moment, shortened(cell)))
        elif moments and moment <= moments[-1]:
            mistakes.append(Mistake(place, "time_order", shortened(cell)))
        else:
            moments.append(moment)
    return moments


def _step(moments: list[Seconds], rows: list[_Row], head: _Head, mistakes: list[Mistake]) -> Seconds:
    """The time from row to row; rows may be missing, the others stand on its multiples."""
    if mistakes or len(moments) < 2:
        return 60.0
    step = min(after - before for before, after in pairwise(moments))
    last = _place(rows[-1].line, head.heading(TIME))
    if not SHORTEST_STEP <= step <= LONGEST_STEP:
        mistakes.append(Mistake(last, "step_wrong", f"{step:g} s"))
    elif moments[-1] - moments[0] + step > DAY:
        mistakes.append(Mistake(last, "log_long", f"{(moments[-1] - moments[0]) / 3600:.1f} h"))
    else:
        for row, moment in zip(rows, moments, strict=True):
            if (moment - moments[0]) % step > 1e-6:
                mistakes.append(Mistake(_place(row.line, head.heading(TIME)), "time_uneven", f"{step:g} s"))
    return step


# ------------------------------------------------------------------------------------ the columns


def _numbers(
    rows: Sequence[_Row], places: Sequence[int], head: _Head, name: str, mistakes: list[Mistake]
) -> list[float | None]:
    """A column; a running total becomes what came in each step, unknown after a gap and in the first."""
    values: list[float | None] = []
    last: tuple[int, float] | None = None
    for row, step in zip(rows, places, strict=True):
        cell = _cell(row, head.places[name])
        place = _place(row.line, head.heading(name))
        try:
            value = number(cell)
        except CellError as error:
            mistakes.append(Mistake(place, str(error), shortened(cell)))
            value = None
        if not head.columns[name].running or value is None:
            values.append(value)
            continue
        if last is not None and value < last[1]:
            mistakes.append(Mistake(place, "total_falls", f"{last[1]:g}, {value:g}"))
        values.append(value - last[1] if last is not None and step == last[0] + 1 else None)
        last = step, value
    return values


def _placed(values: Sequence[float | None], places: Sequence[int]) -> Series:
    """Values on their steps; a row that is missing is blank."""
    series: list[float | None] = [None] * (places[-1] + 1)
    for place, value in zip(places, values, strict=True):
        series[place] = value
    return tuple(series)


def _words(rows: Sequence[_Row], head: _Head, places: Sequence[int]) -> tuple[str | None, ...] | None:
    """What was pinned in each step: a blank is as before, "0" or a dash is no card."""
    if PINNED not in head.places:
        return None
    words: list[str | None] = [None] * (places[-1] + 1)
    for row, place in zip(rows, places, strict=True):
        word = _cell(row, head.places[PINNED]).strip()
        words[place] = None if not word else "" if word in BLANK or word == "0" else word[:200]
    return tuple(words)


PART_OF = (
    (Figure.ORDERS, Figure.CLICKS),
    (Figure.PAID, Figure.CLICKS),
    (Figure.PAID, Figure.ORDERS),
    (Figure.QUESTIONS, Figure.COMMENTS),
)
"""The first cannot be more than the second, over the whole log."""


def _unlikely(
    figures: dict[Figure, Series], acts: dict[Act, Series], lines: dict[int, int], head: _Head, step: Seconds
) -> Iterator[Mistake]:
    """What is well formed and cannot be; ``lines`` is the line of each step."""
    if Figure.ENTERED not in figures and Figure.ONLINE not in figures:
        yield Mistake(f"line {head.row.line}", "nobody_counted", "entered, online")
    for part, whole in PART_OF:
        if part in figures and whole in figures:
            small, large = (sum(value or 0 for value in figures[each]) for each in (part, whole))
            if small > large and not (head.columns[part].running or head.columns[whole].running):
                yield Mistake(_place(head.row.line, head.heading(part)), "more_than", f"{small:g} of {large:g} {whole}")
    for act, most in ((Act.SPEAKING_S, step), (Act.COUPON, MOST_OFF)):
        for number_, value in enumerate(acts.get(act, ())):
            if value is not None and value > most:
                yield Mistake(_place(lines[number_], head.heading(act)), "too_large", f"{value:g}, at most {most:g}")


def _cell(row: _Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


def _place(line: int, heading: str) -> str:
    return f"line {line}, {shortened(heading, 30)}"


def _wrong(path: Path, mistakes: Sequence[Mistake]) -> ContentError:
    details = tuple(mistakes[:MAX_MISTAKES])
    return ContentError("content_wrong", [str(each) for each in details], file=str(path), details=details)
