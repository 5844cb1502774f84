"""What a change would do to past results, before anybody is marked by it; and publishing it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLineEdit,
    QListView,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from simulator.domain.rubric import Rubric
from simulator.domain.session import Trainee
from simulator.review.rubric_preview import Move, Preview
from simulator.scoring.gates import LEASTS
from simulator.ui.amounts import points
from simulator.ui.marking_scheme.distribution import Distribution
from simulator.ui.marking_scheme.past import Choice
from simulator.ui.models.rows import ROW, RowsModel
from simulator.ui.plain import shown
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, Panel, PrimaryButton, column, row

LAST = (20, 50, 200, 1000)
LONGEST_NOTE = 200
LEVELS_NAMED = 6


class MoveModel(RowsModel[Move]):
    """Sessions, those that change most first."""

    def text_of(self, row: Move) -> str:
        return f"{self.who(row)}: {self.way(row)}"

    def who(self, row: Move) -> str:
        """Whose session of what."""
        header = row.session.header
        take = self.tr("take {number}").format(number=header.take)
        return f"{shown(row.session.trainee, 20)} · {header.scenario} · {take}"

    def way(self, row: Move) -> str:
        """From which result to which."""
        signs = {True: " ✓", False: " ✗", None: " ○"}
        before = points(row.before.total) + signs[row.before.passed]
        after = points(row.after.total) + signs[row.after.passed]
        return f"{before} → {after}" if row.moves else before


class MoveDelegate(QStyledItemDelegate):
    """The session at the left, cut where it is long; its results at the right, whole."""

    def __init__(self, theme: Theme, model: MoveModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.px(24))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        move = index.data(ROW)
        if not isinstance(move, Move):
            return
        painter.save()
        room = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, self._theme.colour(self._theme.tokens.hover))
        room = room.adjusted(4, 0, -4, 0)
        painter.setFont(self._theme.font(13, bold=move.crosses))
        tone = Tone.WARN if move.crosses else Tone.PLAIN if move.moves else Tone.MUTED
        painter.setPen(self._theme.colour(tone))
        way = self._model.way(move)
        across = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | across, way)
        metrics = painter.fontMetrics()
        left = int(room.width()) - metrics.horizontalAdvance(way) - 8
        painter.setPen(self._theme.colour(Tone.PLAIN if move.moves else Tone.MUTED))
        who = metrics.elidedText(self._model.who(move), Qt.TextElideMode.ElideRight, left)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | across, who)
        painter.restore()


class PreviewPanel(Panel):
    """Which sessions to try it on, the figures, the sessions that move, and the way to publish."""

    chosen = Signal(object)
    """A ``Choice``."""
    review_asked = Signal(str)
    cancel_asked = Signal()
    publish_asked = Signal(str)
    """With this note."""
    score_asked = Signal()
    """The chosen sessions are to be scored by the version shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("On past sessions"))
        self._any = False
        self._pass_mark: float | None = None
        self.scenario, self.trainee, self.last = QComboBox(), QComboBox(), QComboBox()
        for box, name in (
            (self.scenario, self.tr("Of this scenario")),
            (self.trainee, self.tr("Of this trainee")),
            (self.last, self.tr("How many of the last")),
        ):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(4)
            box.activated.connect(self._choose)
        choice = row(6)
        choice.addWidget(self.scenario, 1)
        choice.addWidget(self.trainee, 1)
        self.body.addLayout(choice)
        self.body.addWidget(self.last)
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancel_asked)
        self._waiting = QWidget()
        waiting = row(8)
        waiting.addWidget(self.progress, 1)
        waiting.addWidget(self.cancel)
        self._waiting.setLayout(waiting)
        self._waiting.hide()
        self.headline = Label("", "strong", wrap=True)
        self.details = Label("", "small", wrap=True)
        self.body.addWidget(self.headline)
        self.body.addWidget(self.details)
        self.body.addWidget(self._waiting)
        self.picture = Distribution(theme)
        self.body.addWidget(self.picture)
        self.model = MoveModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(MoveDelegate(theme, self.model, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Sessions; Enter opens one in the review room"))
        self.list.activated.connect(self._on_activated)
        self.body.addWidget(self.list, 1)
        self.trouble = Label("", tone=Tone.WARN, wrap=True)
        self.body.addWidget(self.trouble)
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("What is new in it, and why"))
        self.note.setAccessibleName(self.tr("Note to the new version"))
        self.note.textChanged.connect(self._weigh)
        self.publish = PrimaryButton(self.tr("Publish"), "F9")
        self.publish.clicked.connect(lambda: self.publish_asked.emit(self.note.text().strip()))
        self.score = Button(self.tr("Score these by it …"))
        self.score.clicked.connect(self.score_asked)
        foot = column(6)
        foot.addWidget(self.note)
        line = row(8)
        line.addWidget(self.score)
        line.addStretch()
        line.addWidget(self.publish)
        foot.addLayout(line)
        self.body.addLayout(foot)
        self._may_publish = False

    # ------------------------------------------------------------------ which sessions

    def offer(self, scenarios: Sequence[str], trainees: Sequence[Trainee]) -> None:
        """Choose among the sessions of these."""
        self.scenario.addItem(self.tr("All scenarios"), None)
        for id in sorted(scenarios):
            self.scenario.addItem(shown(id, 20), id)
        self.trainee.addItem(self.tr("All trainees"), None)
        for each in sorted(trainees, key=lambda each: each.name):
            self.trainee.addItem(shown(each.name, 20), each.id)
        for many in LAST:
            self.last.addItem(self.tr("last {number}").format(number=many), many)
        self.last.addItem(self.tr("all"), None)
        self.last.setCurrentIndex(2)
        self._choose()

    @property
    def choice(self) -> Choice:
        """Which sessions are chosen."""
        return Choice(self.scenario.currentData(), self.trainee.currentData(), self.last.currentData())

    def _choose(self) -> None:
        self.chosen.emit(self.choice)

    def show_found(self, there: bool) -> None:
        """Whether there are any of those chosen."""
        self._any = there
        self.score.setEnabled(there)

    # ------------------------------------------------------------------ what comes of it

    def show_rubric(self, rubric: Rubric, draft: bool, mistakes: tuple[str, ...]) -> None:
        """Whether it may be published, and what still stands against that."""
        gate = next((each for each in rubric.gates if each.id == "G4" and each.enabled), None)
        self._pass_mark = None if gate is None else LEASTS["G4"] if gate.least is None else gate.least
        self._may_publish = draft and not mistakes
        self.note.setVisible(draft)
        self.publish.setVisible(draft)
        self.score.setVisible(not draft)
        self.score.setEnabled(self._any)
        self.trouble.say(" ".join(mistakes) if draft else "")
        self.trouble.setVisible(draft and bool(mistakes))
        self._weigh()

    def show_waiting(self, share: float) -> None:
        """It takes a moment: 0..1 of it is over."""
        self.progress.setValue(round(1000 * share))
        self._waiting.show()

    def show_preview(self, found: Preview) -> None:
        self._waiting.hide()
        self.headline.say(self._headline(found))
        self.headline.set_tone(Tone.WARN if found.crossed else Tone.PLAIN)
        self.details.say(self._details(found))
        self.details.setVisible(bool(self.details.whole))
        self.picture.show_results(found.before, found.after, self._pass_mark)
        self.model.replace(found.moves)

    def show_stopped(self) -> None:
        self._waiting.hide()
        self.headline.say(self.tr("Stopped: the change was not tried on past sessions."))
        self.details.say("")
        self.model.replace(())

    def _headline(self, found: Preview) -> str:
        if not found.looked_at:
            return self.tr("There is no past session to try this on.")
        if not found.moved:
            return self.tr("None of %n result(s) would move.", "", found.looked_at)
        return self.tr("Moves {moved} of {all} results, {crossed} across the pass mark.").format(
            moved=found.moved, all=found.looked_at, crossed=found.crossed
        )

    def _details(self, found: Preview) -> str:
        parts = []
        if found.crossed:
            parts.append(
                self.tr("{up} would now pass, {down} no longer.").format(up=found.now_pass, down=found.no_longer_pass)
            )
        if found.levels:
            most = sorted(found.levels, key=lambda each: -each[1])
            named = ", ".join(f"{id} {many}" for id, many in most[:LEVELS_NAMED]) + (
                " …" if len(most) > LEVELS_NAMED else ""
            )
            parts.append(self.tr("Levels moved: {criteria}.").format(criteria=named))
        if found.unmeasured:
            parts.append(self.tr("%n session(s) left out: not everything was measured in them.", "", found.unmeasured))
        return " ".join(parts)

    def _weigh(self) -> None:
        self.publish.setEnabled(self._may_publish and bool(self.note.text().strip()))

    def _on_activated(self, index: QModelIndex) -> None:
        move = self.model.row(index.row())
        if move is not None:
            self.review_asked.emit(move.session.header.id)
