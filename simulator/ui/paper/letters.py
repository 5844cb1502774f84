"""Makes the letters of a PDF be the ones that were written.

Chinese fonts draw 文 and the radical ⽂ (U+2F42) with one glyph. Qt tells a PDF the lower number of the two, so that
what is found, copied or read aloud is the radical, which no search for 文 finds (known of Qt and others:
https://github.com/wkhtmltopdf/wkhtmltopdf/issues/4414). The tables that tell it, "ToUnicode" (ISO 32000-1, 9.10.3), are
written anew at the end of the file, as an update (7.5.6); nothing before it is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtGui import QFont, QRawFont

BEGINS = b"/CIDInit"
"""What a table begins with; it stands in a stream of its own."""
HEAD = re.compile(rb"(\d+) 0 obj\s*<<\s*/Length \d+\s*>>\s*stream\r?\n$")
LONGEST_HEAD = 80
RANGE = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> (\[[^\]]*\]|<[0-9A-Fa-f]{4}>)")
TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF", re.DOTALL)
"""The end of a file: its dictionary, and where the list of its objects begins."""
PLANE = [*range(0x20, 0xD800), *range(0xE000, 0xFFFE)]
"""What Qt looks through, in its order."""


def twins(written: Iterable[str], fonts: Iterable[QFont]) -> dict[int, int]:
    """For the letters that were written: the lower number that shares their glyph in one of these fonts."""
    letters = sorted({letter for text in written for letter in text if 0x20 <= ord(letter) < 0xFFFE})
    found: dict[int, int] = {}
    for font in fonts:
        raw = QRawFont.fromFont(font)
        if not raw.isValid():
            continue
        lowest: dict[int, int] = {}
        for code, glyph in zip(PLANE, raw.glyphIndexesForString("".join(map(chr, PLANE))), strict=True):
            lowest.setdefault(glyph, code)
        for letter, glyph in zip(letters, raw.glyphIndexesForString("".join(letters)), strict=True):
            other = lowest.get(glyph, ord(letter)) if glyph else ord(letter)
            if other != ord(letter) and chr(other) not in letters:
                found[other] = ord(letter)
    return found


def put_right(whole: bytes, wrong: Mapping[int, int]) -> bytes:
    """A PDF of Qt's that tells the right letters; one that is built otherwise is given back as it is."""
    trailer = TRAILER.search(whole, max(0, whole.rfind(b"trailer")))
    if trailer is None or not wrong:
        return whole
    begin = whole if whole.endswith(b"\n") else whole + b"\n"
    update = bytearray()
    places: dict[int, int] = {}
    for number, table in _tables(whole):
        told = RANGE.sub(lambda each: _range(each, wrong), table)
        if told == table:
            continue
        places[number] = len(begin) + len(update)
        update += b"%d 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (number, len(told), told)
    if not places:
        return whole
    start = len(begin) + len(update)
    update += b"xref\n"
    for number, at in sorted(places.items()):
        update += b"%d 1\n%010d 00000 n \n" % (number, at)
    kept = re.sub(rb"/Prev\s+\d+", b"", trailer[1]).strip()
    update += b"trailer\n<<\n%b\n/Prev %b\n>>\nstartxref\n%d\n%%%%EOF\n" % (kept, trailer[2], start)
    return begin + bytes(update)


def _tables(whole: bytes) -> Iterator[tuple[int, bytes]]:
    """The number of each table's object, and the table."""
    at = whole.find(BEGINS)
    while at >= 0:
        head = HEAD.search(whole[max(0, at - LONGEST_HEAD) : at])
        end = whole.find(b"endstream", at)
        if head is not None and end > at:
            yield int(head[1]), whole[at:end].rstrip()
        at = whole.find(BEGINS, at + 1)


def _range(told: re.Match[bytes], wrong: Mapping[int, int]) -> bytes:
    """A line of a table: from glyph to glyph, and the letters they stand for, one by one where one is put right."""
    first, last = int(told[1], 16), int(told[2], 16)
    if told[3].startswith(b"["):
        codes = [int(code, 16) for code in re.findall(rb"[0-9A-Fa-f]{4}", told[3])]
    else:
        codes = [int(told[3][1:-1], 16) + step for step in range(last - first + 1)]
    if not any(code in wrong for code in codes):
        return told[0]
    letters = b" ".join(b"<%04X>" % wrong.get(code, code) for code in codes)
    return b"<%b> <%b> [%b]" % (told[1], told[2], letters)
