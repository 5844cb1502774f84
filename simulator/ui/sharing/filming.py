"""A film in the making: how far it is, and a way to give it up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from simulator.domain.session import SessionLog, Transcript
from simulator.ports import Mendable
from simulator.ui.jobs import Job, Jobs
from simulator.ui.sharing.film import write_film
from simulator.ui.widgets import Button, Label, row, shown

STEPS = 1000


class Filming(QDialog):
    """Writes a film in a job; closing the dialog, or Escape, gives it up and leaves no file."""

    def __init__(
        self,
        jobs: Jobs,
        log: SessionLog,
        transcript: Transcript | None,
        recording: Path,
        out: Path,
        done: Callable[[Path], None],
        failed: Callable[[Mendable], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Writing the film"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Writing the film"), "title"))
        layout.addWidget(Label(shown(str(out), 200), "small", wrap=True))
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(self.tr("Writing the film"))
        layout.addWidget(self.bar)
        line = row(8)
        line.addStretch()
        self.give_up = Button(self.tr("Give up"))
        self.give_up.clicked.connect(self.reject)
        line.addWidget(self.give_up)
        layout.addLayout(line)

        def write(job: Job) -> Path:
            write_film(log, transcript, recording, out, reached=job.progress, is_cancelled=job.is_cancelled)
            return out

        self._job = jobs.start(write, done, failed)
        self._job.progressed.connect(lambda share: self.bar.setValue(round(share * STEPS)))
        self._job.ended.connect(self.accept)
        self.rejected.connect(self._job.cancel)
