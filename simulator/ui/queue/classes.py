"""Where an instructor makes classes and puts trainees in: by hand, from a list, or as those who sat a paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from simulator.domain.classes import LONGEST_NAME, ClassList, Cohort, TraineeClass
from simulator.ports import Mendable, Store
from simulator.ui.amounts import points
from simulator.ui.dialogs import LAB_SCREEN, Message, ask, tell
from simulator.ui.plain import shown
from simulator.ui.queue.list_mistakes import mistake_lines
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, ElidedLabel, Label, Panel, PrimaryButton, row

ID = int(Qt.ItemDataRole.UserRole)
LISTED = 200
"""Mistakes of a class list that are shown; more are counted."""


class ClassesDialog(QDialog):
    """Classes at the left, who is in the chosen one at the right."""

    def __init__(self, store: Store, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._cohorts: tuple[Cohort, ...] = ()
        self._names: dict[str, str] = {}
        """Of the classes, by id."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Classes"))
        self.setModal(True)
        self.resize(QSize(theme.px(860), theme.px(520)).boundedTo(LAB_SCREEN))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Classes"))
        self.name = self._field(self.tr("Name of the class"))
        self.make = Button(self.tr("New class"))
        self.rename = Button(self.tr("Rename"))
        self.drop = Button(self.tr("Remove …"))
        self.members = QListWidget()
        self.members.setAccessibleName(self.tr("Who is in the class"))
        self.counted = Label("", "small", wrap=True)
        self.trainee = QComboBox()
        self.trainee.setEditable(True)
        self.trainee.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.trainee.setAccessibleName(self.tr("Trainee"))
        line = self.trainee.lineEdit()
        assert line is not None
        line.setMaxLength(LONGEST_NAME)
        line.setPlaceholderText(self.tr("Name of a trainee"))
        self.put = Button(self.tr("Put in"))
        self.take = Button(self.tr("Take out"))
        self.bring = Button(self.tr("Import a list …"))
        self.offered = QComboBox()
        self.offered.setAccessibleName(self.tr("Those who sat an exam paper"))
        self.adopt = Button(self.tr("Make it a class"))
        self.trouble = Label("", tone=Tone.BAD, wrap=True)
        self.trouble.hide()
        self.close_ = PrimaryButton(self.tr("Done"))
        self._lay_out(theme)
        self._connect()
        self._fill()

    # ------------------------------------------------------------------ laying out

    def _lay_out(self, theme: Theme) -> None:
        left, right = Panel(self.tr("Classes")), Panel(self.tr("Who is in it"))
        left.body.addWidget(self.list, 1)
        left.body.addWidget(self.name)
        ways = row()
        for button in (self.make, self.rename, self.drop):
            ways.addWidget(button)
        ways.addStretch()
        left.body.addLayout(ways)
        right.body.addWidget(self.members, 1)
        right.body.addWidget(self.counted)
        coming = row()
        coming.addWidget(self.trainee, 1)
        coming.addWidget(self.put)
        coming.addWidget(self.take)
        right.body.addLayout(coming)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(12))
        columns.addWidget(left, 1)
        columns.addWidget(right, 1)
        offer = row()
        offer.addWidget(self.offered, 1)
        offer.addWidget(self.adopt)
        foot = row()
        foot.addWidget(self.bring)
        foot.addWidget(
            ElidedLabel(self.tr("A CSV file with a column 姓名 or name, and one 班级 or class."), "small"), 1
        )
        foot.addWidget(self.close_)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addLayout(columns, 1)
        whole.addLayout(offer)
        whole.addWidget(self.trouble)
        whole.addLayout(foot)

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(LONGEST_NAME)
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        return field

    def _connect(self) -> None:
        for button in self.findChildren(Button):
            button.setAutoDefault(False)  # Enter in a field is for that field
        self.list.currentItemChanged.connect(lambda *_: self._show_members())
        self.name.textChanged.connect(lambda _text: self._weigh())
        self.name.returnPressed.connect(self.make.click)
        self.make.clicked.connect(self._on_make)
        self.rename.clicked.connect(self._on_rename)
        self.drop.clicked.connect(self._on_drop)
        line = self.trainee.lineEdit()
        assert line is not None
        line.textChanged.connect(lambda _text: self._weigh())
        line.returnPressed.connect(self.put.click)
        self.put.clicked.connect(self._on_put)
        self.take.clicked.connect(self._on_take)
        self.members.currentItemChanged.connect(lambda *_: self._weigh())
        self.bring.clicked.connect(self._on_bring)
        self.adopt.clicked.connect(self._on_adopt)
        self.close_.clicked.connect(self.accept)

    # ------------------------------------------------------------------ what is shown

    @property
    def class_id(self) -> str | None:
        """The chosen class."""
        item = self.list.currentItem()
        return None if item is None else str(item.data(ID))

    def _fill(self, choose: str | None = None) -> None:
        wanted = choose or self.class_id
        try:
            classes = self._store.classes()
            names = [each.name for each in self._store.trainees()]
            self._cohorts = self._new_cohorts(classes)
        except Mendable as error:
            self._complain(error)
            return
        self._names = {each.id: each.name for each in classes}
        with QSignalBlocker(self.list):
            self.list.clear()
            for each in classes:
                item = QListWidgetItem(f"{shown(each.name, LONGEST_NAME)}  ({each.size})")
                item.setData(ID, each.id)
                self.list.addItem(item)
            ids = [each.id for each in classes]
            self.list.setCurrentRow(ids.index(wanted) if wanted in ids else 0)
        typed = self.trainee.currentText()
        self.trainee.clear()
        self.trainee.addItems([shown(name, LONGEST_NAME) for name in names])
        self.trainee.setEditText(typed)
        self.offered.clear()
        for cohort in self._cohorts:
            words = self.tr("%n who sat {paper}: {name}", "", len(cohort.trainees))
            self.offered.addItem(words.format(paper=cohort.paper, name=shown(cohort.name, 40)))
        if not self._cohorts:
            self.offered.addItem(self.tr("A paper for a cohort offers those who sat it here."))
        self.offered.setEnabled(bool(self._cohorts))
        self.adopt.setEnabled(bool(self._cohorts))
        self._show_members()

    def _new_cohorts(self, classes: tuple[TraineeClass, ...]) -> tuple[Cohort, ...]:
        """Those whose class does not hold all of them yet."""
        ids = {each.name.casefold(): each.id for each in classes}
        found = []
        for cohort in self._store.cohorts():
            id = ids.get(cohort.name.casefold())
            inside = set() if id is None else {each.trainee.id for each in self._store.members(id)}
            if not {each.id for each in cohort.trainees} <= inside:
                found.append(cohort)
        return tuple(found)

    def _show_members(self) -> None:
        id = self.class_id
        self.members.clear()
        self.counted.say("")
        if id is not None:
            try:
                for member in self._store.members(id):
                    item = QListWidgetItem(shown(member.trainee.name, LONGEST_NAME))
                    item.setData(ID, member.trainee.id)
                    self.members.addItem(item)
                count = self._store.class_count(id)
            except Mendable as error:
                self._complain(error)
                return
            self.counted.say(
                self.tr("%n session(s), {signed} signed, mean {mean}", "", count.sessions).format(
                    signed=count.signed, mean=points(count.mean)
                )
            )
        self._weigh()

    def _weigh(self) -> None:
        named, chosen = bool(self.name.text().strip()), self.class_id is not None
        self.make.setEnabled(named)
        self.rename.setEnabled(named and chosen)
        self.drop.setEnabled(chosen)
        self.trainee.setEnabled(chosen)
        self.put.setEnabled(chosen and bool(self.trainee.currentText().strip()))
        self.take.setEnabled(self.members.currentItem() is not None)

    # ------------------------------------------------------------------ what is done

    def _on_make(self) -> None:
        if not self.make.isEnabled():
            return
        try:
            made = self._store.make_class(self.name.text())
        except Mendable as error:
            self._complain(error)
            return
        self._done(made.id)
        self.name.clear()
        self.trainee.setFocus()

    def _on_rename(self) -> None:
        id = self.class_id
        assert id is not None
        try:
            self._store.rename_class(id, self.name.text())
        except Mendable as error:
            self._complain(error)
            return
        self.name.clear()
        self._done(id)

    def _on_drop(self) -> None:
        id = self.class_id
        assert id is not None
        ask(
            self,
            self.tr("Remove this class?"),
            self.tr("{name} goes. Its trainees, their sessions and marks stay.").format(
                name=shown(self._names[id], LONGEST_NAME)
            ),
            self.tr("Remove"),
            self.tr("Keep"),
            lambda: self._drop(id),
        )

    def _drop(self, id: str) -> None:
        try:
            self._store.drop_class(id)
        except Mendable as error:
            self._complain(error)
            return
        self._done()

    def _on_put(self) -> None:
        id = self.class_id
        if id is None or not self.put.isEnabled():
            return
        try:
            trainee = self._store.trainee(self.trainee.currentText())
            self._store.put_in_class(id, [trainee.id])
        except Mendable as error:
            self._complain(error)
            return
        self.trainee.clearEditText()
        self._done(id)
        self.trainee.setFocus()

    def _on_take(self) -> None:
        id, item = self.class_id, self.members.currentItem()
        assert id is not None
        try:
            self._store.take_from_class(id, str(item.data(ID)))
        except Mendable as error:
            self._complain(error)
            return
        self._done(id)

    def _on_adopt(self) -> None:
        cohort = self._cohorts[self.offered.currentIndex()]
        try:
            known = {each.name.casefold(): each.id for each in self._store.classes()}
            id = known.get(cohort.name.casefold()) or self._store.make_class(cohort.name).id
            self._store.put_in_class(id, [each.id for each in cohort.trainees])
        except Mendable as error:
            self._complain(error)
            return
        self._done(id)

    def _on_bring(self) -> None:
        dialog = QFileDialog(self, self.tr("A list of a class"), str(Path.home()), self.tr("CSV files (*.csv *.txt)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.bring_in(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def bring_in(self, file: Path) -> None:
        """Enter the list in this file; a list without a column of classes goes into the chosen one."""
        into = "" if self.class_id is None else self._names[self.class_id]
        try:
            listed = self._store.class_list(file, into)
            if listed.mistakes:
                self._show_mistakes(listed)
                return
            entered = self._store.enter_class_list(listed)
        except Mendable as error:
            self._complain(error)
            return
        self._done()
        tell(
            self,
            self.tr("The list is entered"),
            self.tr("{memberships} new in classes, {trainees} new trainees, {classes} new classes.").format(
                memberships=entered.memberships, trainees=entered.trainees, classes=entered.classes
            ),
            self.tr("Close"),
        )

    def _show_mistakes(self, listed: ClassList) -> None:
        Message(
            self,
            self.tr("The list has mistakes"),
            self.tr("%n mistake(s) in {file}. Nothing was entered: mend them, then import it again.", "",
                    len(listed.mistakes)).format(file=shown(Path(listed.file).name, 60)),
            self.tr("Close"),
            lines=mistake_lines(listed.mistakes, LISTED),
        ).open()  # fmt: skip

    def _done(self, choose: str | None = None) -> None:
        self.trouble.hide()
        self._fill(choose)

    def _complain(self, error: Mendable) -> None:
        self.trouble.say(sentence(error))
        self.trouble.show()
