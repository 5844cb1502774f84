"""The preparation of an exam: what is to be studied stays closed until its clock runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.domain.scenario import Segment
from simulator.domain.session import Mode
from simulator.domain.units import Seconds
from simulator.live.script_text import keep_own_script, own_script
from simulator.ports import Store
from simulator.ui.amounts import clock
from simulator.ui.cabin.notes import exam_key
from simulator.ui.check.chosen import Chosen
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label, Panel, PrimaryButton, row


class Stage(StrEnum):
    """Where a preparation is."""

    CLOSED = "closed"
    RUNNING = "running"
    OVER = "over"


class Preparation:
    """A clock that is started once; ``length`` is in seconds."""

    def __init__(self, now: Callable[[], Seconds], length: Seconds) -> None:
        self._now = now
        self.length = length
        self._since: Seconds | None = None

    def begin(self) -> None:
        if self._since is None:
            self._since = self._now()

    @property
    def left(self) -> Seconds:
        """Seconds that are left."""
        return self.length if self._since is None else max(0.0, self._since + self.length - self._now())

    @property
    def stage(self) -> Stage:
        if self._since is None:
            return Stage.CLOSED
        return Stage.RUNNING if self.left > 0 else Stage.OVER


@dataclass(slots=True)
class Prepared:
    """What a trainee has made ready for one sitting."""

    clock: Preparation | None
    """Of an exam."""
    plan: tuple[Segment, ...]
    """The run of show as it stands."""
    script: str = ""

    @classmethod
    def of(cls, chosen: Chosen, now: Callable[[], Seconds]) -> Prepared:
        """Nothing yet: the author's plan, and a clock that waits where it is an exam."""
        clock = Preparation(now, chosen.preparation) if chosen.mode is Mode.EXAM else None
        return cls(clock=clock, plan=chosen.scenario.run_of_show)


class Gate(QStackedWidget):
    """Shows what it guards only while the preparation runs."""

    begun = Signal()

    def __init__(
        self, guarded: QWidget, preparation: Preparation | None, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preparation = preparation
        self._guarded = guarded
        self.closed = Panel(self.tr("Preparation"))
        self.words = Label("", "title", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.begin = PrimaryButton(self.tr("Begin the preparation"))
        self.begin.clicked.connect(self.begun)
        line = row()
        line.addWidget(self.begin)
        line.addStretch()
        self.closed.body.addWidget(self.words)
        self.closed.body.addSpacing(theme.px(8))
        self.closed.body.addLayout(line)
        self.closed.body.addStretch()
        self.addWidget(guarded)
        self.addWidget(self.closed)
        self.follow()

    @property
    def shut(self) -> bool:
        """Whether what it guards is out of sight."""
        return self.currentWidget() is self.closed

    def follow(self) -> None:
        """Open or close as the clock says."""
        if self._preparation is None:
            return
        stage = self._preparation.stage
        self.setCurrentWidget(self._guarded if stage is Stage.RUNNING else self.closed)
        self.begin.setVisible(stage is Stage.CLOSED)
        if stage is Stage.CLOSED:
            words = self.tr(
                "The fact cards stay closed until your preparation begins. You then have {time}. Check camera, "
                "microphone and the rest first: that takes none of it."
            )
            self.words.say(words.format(time=clock(self._preparation.length)))
        else:
            self.words.say(self.tr("The preparation is over. Go live now."))


def prepared_script(store: Store, chosen: Chosen, prepared: Prepared) -> str:
    """What was written for this sitting; in practice else what was written before."""
    if prepared.script or chosen.mode is Mode.EXAM:
        return prepared.script
    known = next((each for each in store.trainees() if each.name == chosen.trainee), None)
    return "" if known is None else own_script(store, known.id, chosen.scenario.id)


def keep_script(store: Store, chosen: Chosen, prepared: Prepared) -> None:
    """Keep what was written; notes of an exam apart from what is practised with. Raise StoreError."""
    scenario = chosen.scenario.id
    key = exam_key(scenario) if chosen.mode is Mode.EXAM else scenario
    keep_own_script(store, store.trainee(chosen.trainee).id, key, prepared.script)
