"""A file in the making: how far it is, and a way to give it up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from simulator.ports import Mendable
from simulator.ui.jobs import Job, Jobs
from simulator.ui.widgets import Button, Label, row, shown

STEPS = 1000


class Writing(QDialog):
    """Writes a file in a job; closing the dialog, or Escape, gives it up and leaves no file."""

    def __init__(
        self,
        jobs: Jobs,
        title: str,
        out: Path,
        write: Callable[[Job], object],
        done: Callable[[Path], None],
        failed: Callable[[Mendable], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(title, "title", wrap=True))
        layout.addWidget(Label(shown(str(out), 200), "small", wrap=True))
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(title)
        layout.addWidget(self.bar)
        line = row(8)
        line.addStretch()
        self.give_up = Button(self.tr("Give up"))
        self.give_up.clicked.connect(self.reject)
        line.addWidget(self.give_up)
        layout.addLayout(line)
        self._job = jobs.start(write, lambda _made: done(out), failed)
        self._job.progressed.connect(lambda share: self.bar.setValue(round(share * STEPS)))
        self._job.ended.connect(self.accept)
        self.rejected.connect(self._job.cancel)
