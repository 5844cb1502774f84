"""All that is wrong in a draft, to be gone through one by one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from simulator.domain.draft import Steps
from simulator.ui.authoring.drafting import Drafting
from simulator.ui.authoring.form_page import row_title
from simulator.ui.authoring.labels import label
from simulator.ui.plain import shown
from simulator.ui.sentences_mistakes import mistake
from simulator.ui.theme import Tone
from simulator.ui.widgets import Label, Panel


class FlawList(Panel):
    """Enter, or a click, goes to the field."""

    asked = Signal(tuple)
    """The way to the field."""

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._drafting = drafting
        self.set_title(self.tr("Mistakes"))
        self.words = Label("", wrap=True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Mistakes"))
        self.list.itemActivated.connect(self._on_item)
        self.list.itemClicked.connect(self._on_item)
        self.body.addWidget(self.words)
        self.body.addWidget(self.list, 1)
        drafting.checked.connect(self.show_flaws)

    def show_flaws(self) -> None:
        draft, flaws = self._drafting.draft, self._drafting.flaws
        if draft is None:
            return
        self.words.say(
            self.tr("%n mistake(s) to mend", "", len(flaws)) if flaws else self.tr("Nothing is wrong with it.")
        )
        self.words.set_tone(Tone.WARN if flaws else Tone.GOOD)
        self.list.setVisible(bool(flaws))
        chosen = self.list.currentRow()
        self.list.clear()
        for flaw in flaws:
            self.list.addItem(QListWidgetItem(f"{place(self._drafting, flaw.steps)}: {mistake(flaw.code, flaw.found)}"))
        self.list.setCurrentRow(min(chosen, len(flaws) - 1))

    def _on_item(self, item: QListWidgetItem) -> None:
        number = self.list.row(item)
        if number < len(self._drafting.flaws):
            self.asked.emit(self._drafting.flaws[number].steps)


def place(drafting: Drafting, steps: Steps) -> str:
    """Where something stands, in the words of the form: "Goods 2 · Price"."""
    parts: list[str] = []
    for length in range(1, len(steps) + 1):
        here = steps[:length]
        if isinstance(here[-1], int):
            parts[-1] = f"{parts[-1]} {shown(row_title(drafting, here), 24)}"
        else:
            parts.append(label(here))
    return shown(" · ".join(parts), 90)
