"""A person is erased while nothing else goes on: searched for, taken out, searched for again; then the receipt."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QProgressBar, QWidget

from simulator.domain.privacy import Belongings, ErasureReceipt
from simulator.live.erasure import Erasure
from simulator.ports import Mendable, Store
from simulator.privacy_port import Searched
from simulator.ui.amounts import count, when
from simulator.ui.jobs import Job, Jobs
from simulator.ui.plain import shown
from simulator.ui.privacy.piecewise import erased
from simulator.ui.sentences import sentence
from simulator.ui.widgets import Button, Label, column, row

LINES_PX = (640, 220)


class ErasingDialog(QDialog):
    """Begins by itself; may be given up only before anything was taken out, and closed only at the end."""

    def __init__(self, store: Store, erasure: Erasure, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._erasure = erasure
        self._jobs = jobs
        self._job: Job | None = None
        self._before: Searched | None = None
        self._over = False
        self.setModal(True)
        self.setMinimumWidth(460)
        self.setWindowTitle(self.tr("Erasing"))
        name = shown(erasure.trainee.name, 60)
        self.title = Label(self.tr("Erasing {name}").format(name=name), "title", wrap=True)
        self.words = Label("", wrap=True)
        self.share = QProgressBar()
        self.share.setTextVisible(False)
        self.share.setAccessibleName(self.tr("How far it is"))
        self.receipt = QPlainTextEdit()
        self.receipt.setReadOnly(True)
        self.receipt.setTabChangesFocus(True)
        self.receipt.setAccessibleName(self.tr("Receipt"))
        self.receipt.setMinimumSize(*LINES_PX)
        self.receipt.hide()
        self.close_ = Button(self.tr("Give up"))
        self.close_.clicked.connect(self._on_close)
        lines = column(12)
        lines.setContentsMargins(20, 20, 20, 16)
        for each in (self.title, self.words, self.share, self.receipt):
            lines.addWidget(each)
        foot = row(8)
        foot.addStretch()
        foot.addWidget(self.close_)
        lines.addLayout(foot)
        self.setLayout(lines)
        QTimer.singleShot(0, self, self._look)

    # ------------------------------------------------------------------ step by step

    def _look(self) -> None:
        self.words.say(self.tr("Searching the data folder for the name …"))
        self._search(anew=False, then=self._on_looked)

    def _on_looked(self, found: Searched) -> None:
        self._before = found
        self.close_.setEnabled(False)
        self.words.say(self.tr("Taking everything out …"))
        self.share.setRange(0, 0)
        pieces = erased(self._erasure.pieces(found), self._jobs, self)
        pieces.failed.connect(self._on_failed)
        pieces.done.connect(self._prove)
        pieces.begin()

    def _prove(self) -> None:
        self.words.say(self.tr("Rewriting the database, and searching every byte of the folder again …"))
        self._search(anew=True, then=self._on_proved)

    def _on_proved(self, found: Searched) -> None:
        assert self._before is not None
        try:
            receipt, path = self._erasure.receipt(self._before, found)
        except Mendable as error:
            self._on_failed(error)
            return
        self.title.say(self.tr("Erased") if receipt.clean else self.tr("Erased; the same letters stand elsewhere"))
        self.words.say(self.tr("The receipt is kept as {file}.").format(file=shown(str(path), 200)))
        self.receipt.setPlainText(self._worded(receipt))
        self.receipt.show()
        self._finish()

    def _search(self, *, anew: bool, then: Callable[[Searched], None]) -> None:
        store, name = self._store, self._erasure.trainee.name
        self._job = self._jobs.start(
            lambda job: store.search_bytes(name, anew=anew, progress=job.progress, cancelled=job.is_cancelled),
            then,
            self._on_failed,
        )
        self.share.setRange(0, 100)
        self._job.progressed.connect(self._on_share)

    def _on_share(self, share: float) -> None:
        self.share.setValue(round(100 * share))

    def _on_failed(self, error: Mendable) -> None:
        self.words.say(sentence(error))
        self._finish()

    def _finish(self) -> None:
        self._over = True
        self._job = None
        self.share.hide()
        self.close_.say(self.tr("Close"))
        self.close_.setEnabled(True)
        self.close_.setFocus()

    # ------------------------------------------------------------------ closing

    def _on_close(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._over = True
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # Esc and Enter do not leave an erasure behind half done

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._over:
            super().closeEvent(event)
        else:
            event.ignore()

    # ------------------------------------------------------------------ the receipt in words

    def _worded(self, receipt: ErasureReceipt) -> str:
        lines = [
            self.tr("From {begin} to {end}").format(begin=when(receipt.begun_utc), end=when(receipt.ended_utc)),
            self.tr("What was theirs, before → after:"),
            *self._counted(receipt.before, receipt.after),
            self.tr("Recordings of others with this person as second host: {count}").format(
                count=count(receipt.shared_recordings)
            ),
            self.tr("Older copies of the database: {count}").format(count=count(receipt.backups)),
            self.tr(
                "The name in the folder's bytes: {before} → {after} ({files} files, {bytes} bytes searched)"
            ).format(
                before=count(receipt.found_before),
                after=count(receipt.found_after),
                files=count(receipt.files_searched),
                bytes=count(receipt.bytes_searched),
            ),
        ]
        if receipt.left_in:
            lines.append(
                self.tr("The same letters were said or written in sessions of others: {sessions}").format(
                    sessions=", ".join(receipt.left_in)
                )
            )
        return "\n".join(lines)

    def _counted(self, before: Belongings, after: Belongings) -> list[str]:
        named = (
            (self.tr("sessions"), before.sessions, after.sessions),
            (self.tr("events"), before.events, after.events),
            (self.tr("phrases"), before.phrases, after.phrases),
            (self.tr("index entries"), before.index_entries, after.index_entries),
            (self.tr("scorecards"), before.scorecards, after.scorecards),
            (self.tr("instructors' words"), before.words, after.words),
            (self.tr("notes among them"), before.notes, after.notes),
            (self.tr("drafts"), before.drafts, after.drafts),
            (self.tr("consents"), before.consents, after.consents),
            (self.tr("settings"), before.settings, after.settings),
            (self.tr("other rows"), before.others, after.others),
            (self.tr("files"), before.files, after.files),
        )
        return [f"    {name}: {count(one)} → {count(other)}" for name, one, other in named]
