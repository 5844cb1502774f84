"""The parts of a scenario as a tree: groups, lists and their rows, each with how many mistakes lie in it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from simulator.domain.draft import Draft, Field, Kind, Steps
from simulator.ui.authoring.drafting import Drafting
from simulator.ui.authoring.form_page import row_title
from simulator.ui.authoring.labels import label
from simulator.ui.plain import shown
from simulator.ui.theme import Theme, Tone

STEPS = Qt.ItemDataRole.UserRole
LONGEST_TITLE = 28


class Outline(QTreeWidget):
    """Arrow keys walk through it; the page of what is chosen is shown."""

    chosen = Signal(tuple)
    """The way to the group, list or row; the scenario's own fields are ()."""

    def __init__(self, drafting: Drafting, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self._theme = theme
        self._items: dict[Steps, QTreeWidgetItem] = {}
        self.setHeaderHidden(True)
        self.setIndentation(theme.px(14))
        self.setAccessibleName(self.tr("Parts of the scenario"))
        self.currentItemChanged.connect(self._on_current)
        drafting.checked.connect(self.show_flaws)
        drafting.changed.connect(self._show_titles)

    def rebuild(self, at: Steps) -> None:
        """Show the draft's parts anew, and choose the one at this place, or the nearest around it."""
        draft = self._drafting.draft
        opened = {steps for steps, item in self._items.items() if item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        self._items = {}
        if draft is not None:
            self._put((), self.tr("About the scenario"), None)
            for field in self._drafting.workshop.form.fields:
                self._field(draft, field, (field.name,), None)
            for steps in opened | {at[:length] for length in range(1, len(at))}:
                if steps in self._items:
                    self._items[steps].setExpanded(True)
        self.show_flaws()
        self.blockSignals(False)
        self.choose(at)

    def choose(self, at: Steps) -> None:
        """Choose the part at this place, or the nearest around it."""
        item = next((self._items[at[:n]] for n in range(len(at), -1, -1) if at[:n] in self._items), None)
        if item is None:
            return
        if item is self.currentItem():
            self.chosen.emit(item.data(0, STEPS))
        else:
            self.setCurrentItem(item)

    def part_of(self, steps: Steps) -> Steps:
        """The part on whose page this place stands."""
        return next(steps[:n] for n in range(len(steps), -1, -1) if steps[:n] in self._items)

    def show_flaws(self) -> None:
        """Mark what is wrong, with its number, up to the root."""
        wrong: Counter[Steps] = Counter()
        for flaw in self._drafting.flaws:
            if () in self._items:
                part = self.part_of(flaw.steps)
                wrong.update(part[:n] for n in range(1, len(part) + 1))
                wrong.update([()] if part == () else ())
        for steps, item in self._items.items():
            count = wrong[steps]
            tone = Tone.BAD if count else Tone.PLAIN
            item.setForeground(0, QBrush(self._theme.colour(tone)))
            words = item.data(0, Qt.ItemDataRole.UserRole + 1)
            item.setText(0, f"{words}  ! {count}" if count else words)
            told = self.tr("%n mistake(s)", "", count) if count else ""
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words}. {told}" if told else words)

    # ------------------------------------------------------------------ inside

    def _field(self, draft: Draft, field: Field, steps: Steps, under: QTreeWidgetItem | None) -> None:
        if field.kind is Kind.ROWS:
            here = self._put(steps, label(steps), under)
            for number in range(draft.count(steps)):
                place = (*steps, number)
                row = self._put(place, row_title(self._drafting, place), here)
                for each in field.fields:
                    self._field(draft, each, (*place, each.name), row)
        elif field.kind is Kind.GROUP and not _both_languages(field) and under is None:
            here = self._put(steps, label(steps), under)
            for each in field.fields:
                self._field(draft, each, (*steps, each.name), here)

    def _put(self, steps: Steps, words: str, under: QTreeWidgetItem | None) -> QTreeWidgetItem:
        item = QTreeWidgetItem()
        item.setData(0, STEPS, steps)
        item.setData(0, Qt.ItemDataRole.UserRole + 1, shown(words, LONGEST_TITLE))
        item.setText(0, shown(words, LONGEST_TITLE))
        if under is None:
            self.addTopLevelItem(item)
        else:
            under.addChild(item)
        self._items[steps] = item
        return item

    def _show_titles(self) -> None:
        """What a row is called may just have been typed."""
        draft = self._drafting.draft
        if draft is None:
            return
        for steps, item in self._items.items():
            if steps and isinstance(steps[-1], int):
                item.setData(0, Qt.ItemDataRole.UserRole + 1, shown(row_title(self._drafting, steps), LONGEST_TITLE))
        self.show_flaws()

    def _on_current(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(0, STEPS))


def _both_languages(field: Field) -> bool:
    return {each.name for each in field.fields} == {"zh", "en"}
