"""Where a centre settles which exam sessions need a second assessor."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QVBoxLayout, QWidget

from simulator.ports import Mendable, Store
from simulator.ui.plain import shown
from simulator.ui.review.instructor import NameDialog, known_instructor
from simulator.ui.sentences import sentence
from simulator.ui.theme import Tone
from simulator.ui.widgets import Button, Label, Panel, PrimaryButton, row


class SecondDialog(QDialog):
    """Who assesses here, and whether one is enough: for all exam sessions, and paper by paper. Kept as it is chosen."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Assessors"))
        self.setModal(True)
        self.setMinimumWidth(480)
        me = Panel(self.tr("Who assesses at this PC"))
        self.name = Button("")
        self.name.clicked.connect(self._on_name)
        me.body.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        rule = Panel(self.tr("Certification: two assessors"))
        self.every = QCheckBox(self.tr("Exam sessions need a second assessor"))
        self.every.setChecked(store.second_needed())
        self.every.clicked.connect(lambda on: self._settle(on, None))
        rule.body.addWidget(self.every)
        rule.body.addWidget(
            Label(
                self.tr(
                    "Neither sees what the other makes of a session until both have signed. Where they differ they"
                    " settle it together; the result counts from then on. Practice, and exam sessions that were"
                    " signed before this was kept, need one signature."
                ),
                "small",
                wrap=True,
            )
        )
        self.paper = QComboBox()
        self.paper.setAccessibleName(self.tr("Exam paper"))
        for paper in store.exam_papers():
            self.paper.addItem(f"{paper.number} {shown(paper.cohort, 30)}".strip(), paper.number)
        self.needed = QComboBox()
        self.needed.setAccessibleName(self.tr("Second assessor for this paper"))
        self.needed.addItem(self.tr("as for all"), None)
        self.needed.addItem(self.tr("two assessors"), True)
        self.needed.addItem(self.tr("one is enough"), False)
        self.paper.currentIndexChanged.connect(lambda _number: self._show_paper())
        self.needed.activated.connect(lambda _number: self._settle(self.needed.currentData(), self.paper.currentData()))
        line = row()
        line.addWidget(self.paper, 1)
        line.addWidget(self.needed)
        rule.body.addLayout(line)
        has_papers = self.paper.count() > 0
        self.paper.setVisible(has_papers)
        self.needed.setVisible(has_papers)
        self.trouble = Label("", tone=Tone.BAD, wrap=True)
        self.trouble.hide()
        self.close_ = PrimaryButton(self.tr("Done"))
        self.close_.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addWidget(me)
        whole.addWidget(rule)
        whole.addWidget(self.trouble)
        whole.addWidget(self.close_, 0, Qt.AlignmentFlag.AlignRight)
        self._show_name()
        self._show_paper()

    def _show_name(self) -> None:
        name = known_instructor(self._store)
        self.name.say(name or self.tr("Say who you are …"))

    def _on_name(self) -> None:
        NameDialog(self._store, lambda _name: self._show_name(), self).open()

    def _show_paper(self) -> None:
        number = self.paper.currentData()
        if number is not None:
            settled = self._store.second_settled().get(number)
            self.needed.setCurrentIndex(max(0, self.needed.findData(settled)))

    def _settle(self, needed: bool | None, paper: str | None) -> None:
        try:
            self._store.ask_second(needed, paper)
        except Mendable as error:
            self.trouble.say(sentence(error))
            self.trouble.show()
