"""Mistakes of a class list as sentences: the line, what is wrong there, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from simulator.domain.classes import LONGEST_NAME, ListMistake
from simulator.ui.plain import shown

translate = QCoreApplication.translate


def mistake_lines(mistakes: Sequence[ListMistake], most: int) -> str:
    """One mistake a line, at most so many."""
    lines = [line_of(each) for each in mistakes[:most]]
    if len(mistakes) > most:
        lines.append(translate("classes", "… and %n more", "", len(mistakes) - most))
    return "\n".join(lines)


def line_of(mistake: ListMistake) -> str:
    """One mistake in words."""
    words = {
        "name_missing": translate("classes", "Line {line}: no name. Write it, or delete the line."),
        "class_missing": translate("classes", "Line {line}: no class for {found}. Write it in the column of classes."),
        "too_long": translate("classes", "Line {line}: {found} is too long. Shorten it to {most} letters."),
        "twice": translate("classes", "Line {line}: {found} stands in this class already. Delete one of the two."),
        "too_many_columns": translate(
            "classes",
            "Line {line}: {found} stands right of the last column. Delete it, or put a text with a comma into quotes.",
        ),
        "too_many_lines": translate(
            "classes", "Line {line}: the list is too long. Cut it into lists of {found} lines."
        ),
        "bad_sign": translate(
            "classes", "Line {line}: {found} holds a sign no name has, such as a line break. Delete that."
        ),
        "bad_quote": translate("classes", "Line {line}: a quotation mark is never closed. Close or delete it."),
    }.get(mistake.code, translate("classes", "Line {line}: cannot be read ({found}). Write it anew."))
    return words.format(line=mistake.line, found=shown(mistake.found, LONGEST_NAME), most=LONGEST_NAME)
