"""Blind marking: nothing tells what the machine or another instructor made of a criterion until a level was given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from simulator.ui.review.level_editor import LevelEditor
from simulator.ui.review.reviewed import Reviewed
from simulator.ui.theme import Tone
from simulator.ui.widgets import Label, LinkButton, Panel, row

if TYPE_CHECKING:
    from simulator.ui.review.judging import Judging
    from simulator.ui.review.page import ReviewPage


class Veil(QObject):
    """Hides what tells a level on a criterion's row, whatever it is made of: all but what may be seen."""

    def __init__(
        self, covered: QWidget, layout: QBoxLayout, may_be_seen: tuple[QWidget, ...], lifted: Callable[[], None]
    ) -> None:
        super().__init__(covered)
        self._covered = covered
        self._lifted = lifted
        self._hidden: list[QWidget] = []
        self.on = False
        self.words = Label(self.tr("hidden until you have given a level"), "small")
        self.words.hide()
        layout.addWidget(self.words)
        self._seen = {*may_be_seen, self.words}

    def set_on(self, on: bool) -> None:
        """Called after everything was shown anew, so that what came with it is hidden too."""
        was, self.on = self.on, on
        self.words.setVisible(on)
        if on:
            for each in self._covered.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if each not in self._seen and not isinstance(each, LevelEditor) and not each.isHidden():
                    each.hide()
                    self._hidden.append(each)
        elif was:
            for each in self._hidden:
                each.show()
            self._hidden = []
            self._lifted()


class BlindPanel(Panel):
    """Stands where the score does, while there are levels to give."""

    def __init__(self, judging: Judging, parent: QWidget | None = None) -> None:
        super().__init__(tone=Tone.INFO, parent=parent)
        self.set_title(self.tr("Blind marking"))
        self.words = Label("", wrap=True)
        self.lift = LinkButton(self.tr("Show everything"))
        self.lift.setToolTip(self.tr("Levels you give from then on are not blind."))
        self.lift.clicked.connect(judging.lift)
        self.body.addWidget(self.words)
        line = row()
        line.addWidget(self.lift)
        line.addStretch()
        self.body.addLayout(line)
        self._covering = False
        self.hide()

    def hide_told(self, page: ReviewPage, session: Reviewed, masked: frozenset[str]) -> None:
        """Hide the page's score, and the marks on its time line, while criteria are masked."""
        if not masked and not self._covering:
            return
        self.words.say(
            self.tr(
                "%n level(s) to give. The machine's and other instructors' appear once yours is kept, the score after"
                " the last.",
                "",
                len(masked),
            )
        )
        covering = bool(masked)
        page.score.setVisible(not covering)
        page.bar.show_score(not covering)
        if covering:
            page.newer.hide()  # it tells totals
        self.setVisible(covering)
        lanes = replace(session.lanes, marks=()) if covering else session.lanes
        page.timeline.show_session(lanes, session.log.scenario, session.taxonomy)
        self._covering = covering
