"""The scenarios there are: drafts, those of the centre, and those that came with the program."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from simulator.domain.draft import Draft
from simulator.domain.scenario import Scenario
from simulator.ui.amounts import when
from simulator.ui.cards import Card, CardDelegate, CardModel
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, Label, Panel, PrimaryButton

LIST_PX = 460


@dataclass(frozen=True, slots=True)
class Volume(Card):
    """A draft or a scenario, as a line of the list."""

    draft: Draft | None = None
    scenario: Scenario | None = None
    own: bool = False

    @property
    def key(self) -> str:
        """Tells it from the others."""
        return f"draft {self.draft.id}" if self.draft is not None else self.scenario.id if self.scenario else ""


class VolumeModel(CardModel[Volume]):
    """Drafts first, then the centre's scenarios, then the program's."""

    def show_all(
        self, drafts: tuple[Draft, ...], scenarios: tuple[Scenario, ...], own: tuple[str, ...], language: str
    ) -> None:
        rows = [self._draft(each, language) for each in drafts]
        rows += [self._scenario(each, language, True) for each in scenarios if each.id in own]
        rows += [self._scenario(each, language, False) for each in scenarios if each.id not in own]
        self.replace(rows)

    def _draft(self, draft: Draft, language: str) -> Volume:
        title = draft.text(("title", language)) or draft.text(("id",)) or self.tr("without a name")
        about = self.tr("{id}, last changed {when}").format(id=draft.text(("id",)), when=when(draft.kept_utc))
        return Volume(title, about, self.tr("draft"), Tone.WARN, draft=draft)

    def _scenario(self, scenario: Scenario, language: str, own: bool) -> Volume:
        title = scenario.title.zh if language == "zh" else scenario.title.en
        about = self.tr("{id}, version {version}").format(id=scenario.id, version=scenario.version)
        state = self.tr("this centre's") if own else self.tr("came along")
        return Volume(title, about, state, Tone.GOOD if own else Tone.MUTED, scenario=scenario, own=own)


class ScenarioShelf(QWidget):
    """Choose one; write on it, copy it, take one in, or take one off the list."""

    edit_asked = Signal()
    copy_asked = Signal()
    new_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()
    discard_asked = Signal()
    withdraw_asked = Signal()

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.model = VolumeModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Scenarios and drafts"))
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show())
        self.setFocusProxy(self.list)
        self.edit = PrimaryButton(self.tr("Write on"))
        self.list.activated.connect(self.edit_asked)
        self.copy = Button(self.tr("Copy"))
        self.new = Button(self.tr("New …"))
        self.import_ = Button(self.tr("Import …"))
        self.export = Button(self.tr("Export …"))
        self.discard = Button(self.tr("Throw the draft away …"))
        self.withdraw = Button(self.tr("Take off the list …"))
        self.title = Label("", "title", wrap=True)
        self.about = Label("", wrap=True, limit=4000)
        self.words = Label("", "small", wrap=True)
        self._lay_out(theme)
        for button, signal in (
            (self.edit, self.edit_asked),
            (self.copy, self.copy_asked),
            (self.new, self.new_asked),
            (self.import_, self.import_asked),
            (self.export, self.export_asked),
            (self.discard, self.discard_asked),
            (self.withdraw, self.withdraw_asked),
        ):
            button.clicked.connect(signal)
        self._show()

    def _lay_out(self, theme: Theme) -> None:
        listed = Panel(self.tr("Scenarios"))
        listed.body.addWidget(self.list, 1)
        told = Panel()
        told.body.addWidget(self.title)
        told.body.addWidget(self.about)
        told.body.addWidget(self.words)
        told.body.addStretch()
        buttons = QGridLayout()
        buttons.setSpacing(8)
        for number, button in enumerate((self.edit, self.export, self.copy)):
            buttons.addWidget(button, 0, number)
        for button in (self.discard, self.withdraw):  # never both
            buttons.addWidget(button, 1, 0)
        told.body.addLayout(buttons)
        more = QGridLayout()
        more.setSpacing(8)
        more.addWidget(self.new, 0, 0)
        more.addWidget(self.import_, 0, 1)
        listed.body.addLayout(more)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        if theme.compact:
            self.about.hide()  # the list needs its room
            whole.setRowStretch(0, 1)
            whole.addWidget(listed, 0, 0)
            whole.addWidget(told, 1, 0)
            return
        right = QVBoxLayout()
        right.addWidget(told)
        whole.addWidget(listed, 0, 0)
        whole.addLayout(right, 0, 1)
        whole.setColumnStretch(0, 45)
        whole.setColumnStretch(1, 55)

    def show_all(self, drafts: tuple[Draft, ...], scenarios: tuple[Scenario, ...], own: tuple[str, ...]) -> None:
        """Show what there is; what was chosen stays chosen."""
        key = self.volume.key if self.volume is not None else ""
        self.model.show_all(drafts, scenarios, own, self._language)
        self.choose(key)

    def choose(self, key: str) -> None:
        """Choose the line with this key, the first where there is none."""
        number = next((number for number, each in enumerate(self.model.rows) if each.key == key), 0)
        self.list.setCurrentIndex(self.model.index(number))
        self._show()

    @property
    def volume(self) -> Volume | None:
        """What is chosen."""
        return self.model.row(self.list.currentIndex().row())

    def _show(self) -> None:
        volume = self.volume
        for button in (self.edit, self.copy, self.export):
            button.setEnabled(volume is not None)
        self.copy.setVisible(volume is None or volume.draft is None)
        self.discard.setVisible(volume is not None and volume.draft is not None)
        self.withdraw.setVisible(volume is not None and volume.own)
        if volume is None:
            return
        self.title.say(volume.title)
        if volume.scenario is not None:
            brief = volume.scenario.brief
            self.about.say(brief.zh if self._language == "zh" else brief.en)
            self.edit.say(self.tr("Write its next version") if volume.own else self.tr("Write one from it"))
            self.words.say(
                self.tr("Sessions keep the version they were made with.")
                if volume.own
                else self.tr(
                    "It came with the program and stays as it is; what you write from it is a scenario of its own."
                )
            )
        elif volume.draft is not None:
            self.about.say(volume.draft.text(("brief", self._language)))
            self.edit.say(self.tr("Write on"))
            self.words.say(self.tr("Trainees do not see it before it is published."))
