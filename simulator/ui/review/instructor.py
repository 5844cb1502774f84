"""Who the instructor is: asked once, kept as a setting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from simulator.ports import Store
from simulator.ui.plain import shown
from simulator.ui.widgets import Button, Label, PrimaryButton

SETTING = "review.instructor"
BLIND = "review.blind"
"""Whether sessions are opened for blind marking."""
LONGEST_NAME = 40


def known_instructor(store: Store) -> str:
    """The name that was given before, "" where there is none."""
    return shown(str(store.setting(SETTING, "") or ""), LONGEST_NAME)


class NameDialog(QDialog):
    """Asks for the instructor's name; ``then`` is called with it once it is kept."""

    def __init__(self, store: Store, then: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._then = then
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Instructor"))
        self.setMinimumWidth(380)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Who judges?"), "title"))
        layout.addWidget(
            Label(self.tr("Your name stands beside every level, note and signature. It is kept on this PC."), wrap=True)
        )
        self.name = QLineEdit(known_instructor(store))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.textChanged.connect(self._weigh)
        layout.addWidget(self.name)
        self.blind = QCheckBox(self.tr("Mark blind from the next session on"))
        self.blind.setChecked(bool(store.setting(BLIND, False)))
        layout.addWidget(self.blind)
        layout.addWidget(
            Label(
                self.tr(
                    "The machine's levels, and other instructors', stay hidden until you have given yours. Only such"
                    " levels show how far the machine can be trusted."
                ),
                "small",
                wrap=True,
            )
        )
        line = QHBoxLayout()
        line.addStretch()
        cancel = Button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.keep = PrimaryButton(self.tr("Go on"))
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        line.addWidget(cancel)
        line.addWidget(self.keep)
        layout.addLayout(line)
        self.accepted.connect(self._on_accepted)
        self._weigh()
        self.name.setFocus()
        self.name.selectAll()

    def _weigh(self) -> None:
        self.keep.setEnabled(bool(shown(self.name.text())))

    def _on_accepted(self) -> None:
        name = shown(self.name.text(), LONGEST_NAME)
        if name:
            self._store.keep_setting(SETTING, name)
            self._store.keep_setting(BLIND, self.blind.isChecked())
            self._then(name)
