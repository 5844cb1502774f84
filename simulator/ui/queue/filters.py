"""What the queue is asked for: class, scenario, exam paper, stage, name and order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from simulator.domain.assessing import Stage
from simulator.domain.classes import LONGEST_NAME, TraineeClass
from simulator.domain.queue import Order, Wanted
from simulator.ui.plain import shown, tip
from simulator.ui.review.flow import Flow
from simulator.ui.stages import stage_words
from simulator.ui.theme import Theme

TYPED_MS = 150
"""How long typing may pause before the name is looked for."""
OPEN = Wanted().stages


class QueueFilters(QWidget):
    """Boxes in a line, or in as many as large text needs; ``wanted`` says what they come to."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setClearButtonEnabled(True)
        self.name.setPlaceholderText(self.tr("Name  Ctrl+F"))
        self.name.setMinimumWidth(theme.px(150))
        self.in_class = self._box(self.tr("Class"), theme)
        self.scenario = self._box(self.tr("Scenario"), theme)
        self.paper = self._box(self.tr("Exam paper"), theme)
        self.stage = self._box(self.tr("State"), theme)
        self.order = self._box(self.tr("Order"), theme)
        self.stage.addItem(self.tr("all that wait"), OPEN)
        for stage in Stage:
            self.stage.addItem(stage_words(stage), frozenset({stage}))
        self.stage.addItem(self.tr("everything"), frozenset(Stage))
        self.order.addItem(self.tr("least sure first"), Order.UNSURE)
        self.order.addItem(self.tr("newest first"), Order.NEWEST)
        flow = Flow(self, spacing=theme.px(8))
        for widget, words in (
            (self.name, self.tr("Letters of the trainee's name")),
            (self.in_class, self.in_class.accessibleName()),
            (self.scenario, self.scenario.accessibleName()),
            (self.paper, self.paper.accessibleName()),
            (self.stage, self.stage.accessibleName()),
            (self.order, self.order.accessibleName()),
        ):
            widget.setAccessibleName(words)
            widget.setToolTip(tip(words))
            flow.addWidget(widget)
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._typed.timeout.connect(self.changed)
        self.name.textChanged.connect(lambda _text: self._typed.start())
        self.name.returnPressed.connect(self._at_once)
        QShortcut(QKeySequence("Ctrl+F"), self, self._begin_name)

    def offer(
        self,
        classes: Sequence[TraineeClass],
        scenarios: Sequence[str],
        titles: Mapping[str, str],
        papers: Sequence[str],
    ) -> None:
        """What there is to choose from; what was chosen stays, where it is still there."""
        for box, every, items in (
            (self.in_class, self.tr("all classes"), [(shown(each.name, 30), each.id) for each in classes]),
            (
                self.scenario,
                self.tr("all scenarios"),
                [(f"{id} {shown(titles.get(id, ''), 24)}".strip(), id) for id in scenarios],
            ),
            (self.paper, self.tr("practice and exams"), [(number, number) for number in papers]),
        ):
            chosen = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                box.addItem(every, None)
                for words, value in items:
                    box.addItem(words, value)
                box.setCurrentIndex(max(0, box.findData(chosen)))

    def choose(self, wanted: Wanted) -> None:
        """Show what is wanted; what is not there any more is left out."""
        with QSignalBlocker(self.name):
            self.name.setText(wanted.name)
        for box, value in (
            (self.in_class, wanted.in_class),
            (self.scenario, wanted.scenario),
            (self.paper, wanted.paper),
            (self.order, wanted.order),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        stages = [self.stage.itemData(number) for number in range(self.stage.count())]
        self.stage.setCurrentIndex(stages.index(wanted.stages) if wanted.stages in stages else 0)

    @property
    def wanted(self) -> Wanted:
        return Wanted(
            stages=self.stage.currentData(),
            in_class=self.in_class.currentData(),
            scenario=self.scenario.currentData(),
            paper=self.paper.currentData(),
            name=self.name.text(),
            order=Order(self.order.currentData()),
        )

    def _box(self, name: str, theme: Theme) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMaximumWidth(theme.px(260))
        box.activated.connect(lambda _number: self.changed.emit())
        return box

    def _begin_name(self) -> None:
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def _at_once(self) -> None:
        self._typed.stop()
        self.changed.emit()
