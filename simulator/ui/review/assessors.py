"""Two assessors of an exam session: who sees what, whom it waits for, and the way to settle what they differ on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from simulator.domain.assessing import Stage, name_key
from simulator.ui.plain import shown, tip
from simulator.ui.review.reconcile import ReconcileDialog
from simulator.ui.theme import Tone
from simulator.ui.widgets import Button, Label, Panel

if TYPE_CHECKING:
    from simulator.ui.review.judging import Judging
    from simulator.ui.review.page import ReviewPage

NAME = 24


class AssessorsPanel(Panel):
    """Hidden, unless the session needs a second assessor."""

    def __init__(self, judging: Judging, page: ReviewPage, parent: QWidget | None = None) -> None:
        super().__init__(tone=Tone.INFO, parent=parent)
        self._judging = judging
        self._page = page
        self.set_title(self.tr("Two assessors"))
        self.words = Label("", wrap=True)
        self.settle = Button(self.tr("Settle the differences"), "R")
        self.settle.clicked.connect(self.open_differences)
        self.body.addWidget(self.words)
        self.body.addWidget(self.settle)
        self.dialog: ReconcileDialog | None = None
        judging.judged.connect(self.show_state)
        judging.scored.connect(lambda _session: self.show_state())
        self.show_state()

    def show_state(self) -> None:
        """Say how it stands; before there is a result nothing is carried out of here."""
        assessing = self._judging.assessing
        self.setVisible(assessing.second_needed)
        self.settle.setVisible(assessing.stage is Stage.TO_RECONCILE)
        if not assessing.second_needed:
            return
        self.words.say(self._told())
        waits = assessing.waits
        export = self._page.bar.export
        export.setToolTip(tip(self.tr("Once both assessors stand by one result.")) if waits else "")
        if waits:
            export.setEnabled(False)

    def _told(self) -> str:
        assessing = self._judging.assessing
        names = [shown(name, NAME) for name in assessing.signers]
        mine = name_key(self._judging.name) in {name_key(name) for name in assessing.signers}
        match assessing.stage:
            case Stage.TO_REVIEW:
                return self.tr(
                    "This exam needs two assessors. Neither sees what the other makes of it until both have signed."
                )
            case Stage.SECOND if mine:
                return self.tr(
                    "You have signed. The result waits for a second assessor, who does not see your marks: let them"
                    " say who they are, above."
                )
            case Stage.SECOND:
                return self.tr(
                    "{name} has signed. You are the second assessor: your marks stand by themselves, and theirs are"
                    " shown once you have signed."
                ).format(name=names[0])
            case Stage.TO_RECONCILE:
                open_ = len(assessing.open)
                if not open_:
                    return self.tr("All differences are settled: sign together, and the result counts.")
                words = self.tr("{one} and {other} have signed and differ in %n place(s). The result waits.", "", open_)
                return words.format(one=names[0], other=names[1])
            case _:
                return self.tr("Both assessors stand by this result.")

    def open_differences(self) -> None:
        """Show them side by side; the room behind stays in use, so that moments can be watched."""
        if self.dialog is None:
            self.dialog = ReconcileDialog(self._judging, self._page)
            self.dialog.finished.connect(self._forget)
        self.dialog.show()
        self.dialog.activateWindow()

    def _forget(self) -> None:
        self.dialog = None
