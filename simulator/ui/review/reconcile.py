"""What two assessors differ on, side by side, and where they settle it and sign together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.assessing import FindingDifference, LevelDifference, Stage, name_key
from simulator.domain.judgement import Confirmation
from simulator.ui.amounts import NOTHING, clock, points
from simulator.ui.dialogs import LAB_SCREEN
from simulator.ui.plain import shown, tip
from simulator.ui.review.instructor import LONGEST_NAME
from simulator.ui.review.level_editor import LONGEST_REASON
from simulator.ui.theme import Tone
from simulator.ui.widgets import Button, Label, LinkButton, PrimaryButton, column, row

if TYPE_CHECKING:
    from simulator.ui.review.judging import Judging
    from simulator.ui.review.page import ReviewPage

SIZE_PX = (760, 560)
QUOTE = 60


class DifferenceRow(QFrame):
    """One difference: what either said and why, and below what both come to."""

    def __init__(self, title: str, sides: tuple[str, str], machine: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inset")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(6)
        self.head = row()
        self.head.addWidget(Label(title, "strong", wrap=True), 1)
        layout.addLayout(self.head)
        beside = row(16)
        for words in sides:
            beside.addWidget(Label(words, wrap=True), 1)
        layout.addLayout(beside)
        if machine:
            layout.addWidget(Label(machine, "small"))
        self.settled = Label("", "small", tone=Tone.GOOD, wrap=True)
        layout.addWidget(self.settled)
        self.settled.hide()
        self.ways = row(4)
        layout.addLayout(self.ways)
        why = row(6)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setPlaceholderText(self.tr("What you both go by (needed)"))
        self.reason.setAccessibleName(self.tr("Reason for what you settle: {title}").format(title=title))
        why.addWidget(self.reason, 1)
        layout.addLayout(why)
        self.buttons: list[Button] = []
        self.reason.textChanged.connect(lambda _text: self._weigh())

    def offer(self, words: str, name: str, then: Callable[[str], None]) -> Button:
        """A way to settle it; ``then`` gets the reason."""
        button = Button(words)
        button.setAccessibleName(name)
        button.setToolTip(tip(name))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: then(self.reason.text().strip()))
        self.ways.addWidget(button)
        self.buttons.append(button)
        self._weigh()
        return button

    def look(self, words: str, then: Callable[[], None]) -> None:
        """A way to watch the moment."""
        link = LinkButton(words)
        link.setAutoDefault(False)
        link.clicked.connect(lambda: then())
        self.head.addWidget(link)

    def show_settled(self, words: str) -> None:
        """Say what both came to; it may still be settled otherwise."""
        self.settled.say(words)
        self.settled.show()

    def _weigh(self) -> None:
        for button in self.buttons:
            button.setEnabled(bool(self.reason.text().strip()))


class ReconcileDialog(QDialog):
    """Differences, breaches first; once none is open, both sign by their names."""

    def __init__(self, judging: Judging, page: ReviewPage) -> None:
        super().__init__(page)
        self._judging = judging
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settle the differences"))
        self.resize(QSize(page.theme.px(SIZE_PX[0]), page.theme.px(SIZE_PX[1])).boundedTo(LAB_SCREEN))
        self.rows: dict[str, DifferenceRow] = {}
        """By criterion, or by the finding."""
        self._inside = QWidget()
        self._inside.setObjectName("column")
        self._lines = column(8)
        self._inside.setLayout(self._lines)
        area = QScrollArea()
        area.setWidget(self._inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.told = Label("", wrap=True)
        self.names: list[QLineEdit] = []
        signing = row()
        for opinion in judging.assessing.opinions:
            field = QLineEdit()
            field.setMaxLength(LONGEST_NAME)
            words = self.tr("{name} signs by typing that name").format(name=shown(opinion.assessor, LONGEST_NAME))
            field.setPlaceholderText(shown(opinion.assessor, LONGEST_NAME))
            field.setAccessibleName(words)
            field.setToolTip(tip(words))
            field.textChanged.connect(lambda _text: self._weigh())
            signing.addWidget(field, 1)
            self.names.append(field)
        self.sign = PrimaryButton(self.tr("Sign together"))
        self.sign.setAutoDefault(False)
        self.sign.clicked.connect(judging.sign_jointly)
        signing.addWidget(self.sign)
        self.later = Button(self.tr("Later"))
        self.later.setAutoDefault(False)
        self.later.clicked.connect(self.reject)
        signing.addWidget(self.later)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addWidget(self.told)
        whole.addWidget(area, 1)
        whole.addLayout(signing)
        judging.judged.connect(self.refresh)
        judging.scored.connect(self._on_scored)
        self.refresh()

    def _on_scored(self, _session: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Show what is left, and what was settled; closes once both have signed."""
        assessing = self._judging.assessing
        if assessing.stage is not Stage.TO_RECONCILE:
            self.accept()
            return
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        for difference in assessing.differences:
            key, made = (
                self._level(difference) if isinstance(difference, LevelDifference) else self._finding(difference)
            )
            self.rows[key] = made
            self._lines.addWidget(made)
            made.show()  # else it would appear, and take the keyboard, a moment later
        self._lines.addStretch()
        session = self._page.session
        total = NOTHING if session is None else points(session.result(self._judging.judgement).total)
        open_ = len(assessing.open)
        self.told.say(
            self.tr("%n difference(s) still to settle: agree on each, and say why.", "", open_)
            if open_
            else self.tr("All is settled: {total}. Both sign by typing their names.").format(total=total)
        )
        self._weigh()
        first = next((each for each in assessing.differences if each.joint is None), None)
        if first is not None:
            self.rows[first.criterion if isinstance(first, LevelDifference) else first.finding].reason.setFocus()
        elif self.names:
            self.names[0].setFocus()

    def _level(self, difference: LevelDifference) -> tuple[str, DifferenceRow]:
        session = self._page.session
        criterion = difference.criterion
        title, levels = criterion, tuple(range(1, 6))
        if session is not None:
            found = next((each for each in session.rubric.criteria if each.id == criterion), None)
            title = criterion if found is None else f"{criterion} {found.name[self._page.language.of_texts]}"
            levels = tuple(sorted(each.level for each in session.rubric.levels))
        sides = tuple(
            self._side(opinion.assessor, NOTHING if level is None else str(level), reason)
            for opinion, level, reason in zip(
                self._judging.assessing.opinions, difference.levels, difference.reasons, strict=True
            )
        )
        machine = NOTHING if difference.machine is None else str(difference.machine)
        made = DifferenceRow(title, (sides[0], sides[1]), self.tr("machine: {level}").format(level=machine))
        made.ways.addWidget(Label(self.tr("Both say"), "small"))
        for level in levels:
            name = self.tr("Both say level {level} for {criterion}").format(level=level, criterion=criterion)
            made.offer(
                str(level),
                name,
                partial(self._judging.settle_level, criterion, level),
            ).setMaximumWidth(self._page.theme.px(40))
        made.ways.addStretch()
        if session is not None:
            mark = next((each for each in session.marked.scorecard.marks if each.criterion == criterion), None)
            if mark is not None and mark.measurement.evidence:
                start = mark.measurement.evidence[0].span.start
                made.look(self.tr("Watch {time}").format(time=clock(start)), lambda: self._page.play_from(start))
        if difference.joint is not None:
            words = self.tr("Settled: {level}. {reason}")
            made.show_settled(words.format(level=difference.joint.level, reason=shown(difference.joint.reason)))
        return criterion, made

    def _finding(self, difference: FindingDifference) -> tuple[str, DifferenceRow]:
        like = next(word for word in reversed(difference.said) if word is not None)
        broken = like.broken
        quote = difference.finding if broken is None else broken.quote
        title = self.tr("Breach: {quote}").format(quote=shown(quote, QUOTE))
        sides = tuple(
            self._side(opinion.assessor, self._verdict(word), "" if word is None else word.reason)
            for opinion, word in zip(self._judging.assessing.opinions, difference.said, strict=True)
        )
        made = DifferenceRow(title, (sides[0], sides[1]), "")
        for stands, label in ((True, self.tr("It stands")), (False, self.tr("Strike it out"))):
            name = f"{label}: {shown(quote, QUOTE)}"
            made.offer(
                label,
                name,
                partial(self._judging.settle_finding, like, stands),
            )
        made.ways.addStretch()
        if broken is not None:
            start = broken.said.start
            made.look(self.tr("Watch {time}").format(time=clock(start)), lambda: self._page.play_from(start))
        if difference.joint is not None:
            verdict = self._verdict(difference.joint)
            made.show_settled(
                self.tr("Settled: {level}. {reason}").format(level=verdict, reason=shown(difference.joint.reason))
            )
        return difference.finding, made

    def _side(self, name: str, said: str, reason: str) -> str:
        words = f"{shown(name, LONGEST_NAME)}: {said}"
        return f"{words} · {shown(reason, LONGEST_REASON)}" if reason else words

    def _verdict(self, word: Confirmation | None) -> str:
        if word is None:
            return self.tr("said nothing")
        return self.tr("stands") if word.stands else self.tr("struck out")

    def _weigh(self) -> None:
        assessing = self._judging.assessing
        typed = [name_key(field.text()) for field in self.names]
        wanted = [name_key(each.assessor) for each in assessing.opinions]
        self.sign.setEnabled(not assessing.open and typed == wanted)
