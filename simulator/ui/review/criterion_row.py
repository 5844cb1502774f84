"""One criterion: the machine's level, what was measured, its moments, and the instructor's word beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from simulator.domain.judgement import Evidence, EvidenceAdded, Mark
from simulator.domain.rubric import Criterion
from simulator.reports.figures import found, value_of
from simulator.reports.wording import FOUND, REMARKS, WHY_NONE
from simulator.scoring import JudgedMark, Standing
from simulator.ui.plain import shown, tip
from simulator.ui.review.blind import Veil
from simulator.ui.review.evidence_links import EvidenceLinks
from simulator.ui.review.formulas import told
from simulator.ui.review.level_editor import LevelEditor
from simulator.ui.review.reviewed import Reviewed
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import ElidedLabel, Label, LevelDots, LinkButton, Pill, let_be_seen
from simulator.ui.widgets.level_dots import tone_of

SHORT = 26
"""Characters of what was measured that stand in front of the moments."""
PAD = 8
"""Pixels at both sides."""
MISSING = 4
"""What was missing, at most so many of it in the line."""


class CriterionRow(QFrame):
    """Closed it shows all there is, and lets a proposed level be confirmed; open an instructor may give another."""

    sought = Signal(float)
    opened = Signal()
    given = Signal(str, int, str)
    """Criterion, level and reason; the reason is "" where the machine's level was confirmed."""
    drafted = Signal(str)
    """A level and reason as they are being written."""

    def __init__(
        self,
        theme: Theme,
        criterion: Criterion,
        judged: JudgedMark,
        session: Reviewed,
        language: str,
        parent: QWidget | None = None,
        wide: int = 0,
    ) -> None:
        """``wide`` is the width it will have, in pixels, where that is known."""
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._session = session
        self.criterion = criterion
        self.setAccessibleName(f"{criterion.id} {criterion.name[language]}")
        self.judged = judged
        self._editor: LevelEditor | None = None
        self._drawn: tuple[Mark, Standing] | None = None
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, 3, PAD, 4)
        layout.setSpacing(1)
        head = QHBoxLayout()
        layout.addLayout(head)  # before it is filled: what has a parent is dressed once
        head.setSpacing(8)
        name = ElidedLabel(f"{criterion.id} {criterion.name[language]}", "strong")
        name.setToolTip(tip(criterion.name[language]))
        head.addWidget(name, 1)
        self.instructor = Pill()
        head.addWidget(self.instructor)
        self.dots = LevelDots(theme, judged.mark.level)
        head.addWidget(self.dots)
        self.confirm = LinkButton(self.tr("Confirm"))
        self.confirm.setMaximumHeight(theme.px(24))
        self.confirm.clicked.connect(self._on_confirm)
        head.addWidget(self.confirm)
        self.change = LinkButton(self.tr("Set"))
        self.change.setMaximumHeight(theme.px(24))
        words = self.tr("Instructor's level for {id}").format(id=criterion.id)
        self.change.setAccessibleName(words)
        self.change.setToolTip(f"{words} (G)")
        self.change.clicked.connect(self.begin)
        head.addWidget(self.change)
        self.caution = Label("", "small", tone=Tone.WARN, wrap=True)
        self.caution.hide()
        layout.addWidget(self.caution)
        self.measured = Label("", "small", wrap=True)
        layout.addWidget(self.measured)
        self._wide = wide - 2 * PAD
        self._links: EvidenceLinks | None = None
        self.own: EvidenceLinks | None = None
        """Moments that instructors hold up."""
        self._own: tuple[EvidenceAdded, ...] = ()
        self.formula: Label | None = None
        self.veil = Veil(self, layout, (name, self.change, self.caution), self._on_unmasked)
        self.show_judged(judged, session)

    @property
    def links(self) -> EvidenceLinks:
        """Moments the machine found."""
        assert self._links is not None
        return self._links

    @property
    def editor(self) -> LevelEditor:
        """Made when it is first wanted: most rows never are."""
        if self._editor is None:
            self._editor = LevelEditor(self._theme, self._session.rubric.levels, self._language, self)
            self._editor.given.connect(self._on_given)
            self._editor.drafted.connect(self.drafted)
            self.formula = Label("", "small", wrap=True, limit=800)
            self.formula.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._layout.addWidget(self.formula)
            self._layout.addWidget(self._editor)
            self._show_formula()
            self._show_said()
        return self._editor

    def show_judged(self, judged: JudgedMark, session: Reviewed) -> None:
        """Show a mark as it stands now."""
        self.judged, self._session = judged, session
        counts = judged.mark.level is not None or judged.standing is Standing.CONFIRMED
        self.dots.set_level(judged.mark.machine, counts)
        if self._drawn != (judged.mark, judged.standing):
            self._draw(judged)
        self._show_standing(judged)
        if self._editor is not None:
            self._show_said()
            self._show_formula()

    def show_evidence(self, held_up: tuple[EvidenceAdded, ...]) -> None:
        """Show the moments that instructors hold up for this criterion."""
        if held_up == self._own:
            return
        self._own = held_up
        if self.own is not None:
            self._layout.removeWidget(self.own)
            self.own.hide()
            self.own.deleteLater()
            self.own = None
        if held_up:
            who = ", ".join(dict.fromkeys(shown(each.instructor, 14) for each in held_up))
            lead = self.tr("held up by {name}:").format(name=who)
            moments = [Evidence(each.span, each.quote) for each in held_up]
            self.own = EvidenceLinks(self._theme, moments, lead, self, self._wide)
            self.own.chosen.connect(self.sought)
            self._layout.insertWidget(self._layout.indexOf(self.links) + 1, self.own)

    def restore(self, draft: str) -> bool:
        """Bring back a level and reason that were being written; the row opens."""
        if not self.editor.restore(draft):
            return False
        self.set_open(True)
        return True

    def _show_formula(self) -> None:
        """What is counted, and with which numbers; nothing of it while the level is to be given blind."""
        if self.formula is not None:
            self.formula.say(" ".join(told(self._session, self.criterion, self.judged, self._language)))
            self.formula.setVisible(self.is_open and not self.veil.on)

    def _on_unmasked(self) -> None:
        self._drawn = None
        self.show_judged(self.judged, self._session)

    def _show_standing(self, judged: JudgedMark) -> None:
        """How the level came about, and the one click that confirms it where it waits for that."""
        to_confirm = judged.to_confirm
        let_be_seen(self.confirm, to_confirm is not None)
        if to_confirm is not None:
            words = self.tr("Confirm level {level} for {id}").format(level=to_confirm, id=self.criterion.id)
            self.confirm.setAccessibleName(words)
            self.confirm.setToolTip(tip(f"{words} (C)"))
        said = judged.override
        let_be_seen(self.instructor, said is not None)
        if said is None:
            return
        if judged.standing is Standing.CONFIRMED:
            self.instructor.say(self.tr("✓ confirmed"))
            self.instructor.set_tone(Tone.GOOD)
        else:
            self.instructor.say(self.tr("instructor {level}").format(level=said.level))
            self.instructor.set_tone(tone_of(said.level))

    def set_open(self, is_open: bool) -> None:
        """Only one row is open at a time; the list sees to that."""
        if is_open is not self.is_open:
            self.setObjectName("panel" if is_open else "")
            self.setProperty("tone", str(Tone.BAD) if is_open else "")
            self.style().unpolish(self)
            self.style().polish(self)
        if is_open:
            self.editor.show()
            self._show_formula()
            self.opened.emit()
        elif self._editor is not None:
            self._editor.hide()
            self._show_formula()
        self.change.setVisible(not is_open)

    @property
    def is_open(self) -> bool:
        return self.objectName() == "panel"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self.is_open:
            self.set_open(True)

    def begin(self) -> None:
        """Open, with the keyboard on the levels."""
        self.set_open(True)
        self.editor.levels[min(self.editor.levels)].setFocus()

    def _on_given(self, level: int, reason: str) -> None:
        self.setFocus()  # out of the line that was written in: the keys of the page hold again
        self.given.emit(self.criterion.id, level, reason)

    def _on_confirm(self) -> None:
        level = self.judged.to_confirm
        if level is not None:
            self.given.emit(self.criterion.id, level, "")

    def _show_said(self) -> None:
        said = [*self.judged.earlier, *([self.judged.override] if self.judged.override else [])]
        assert self._editor is not None
        self._editor.show_said([] if self.veil.on else said)

    def _draw(self, judged: JudgedMark) -> None:
        """What was measured, in front of its moments where it is short, else above them."""
        mark = judged.mark
        self._drawn = (mark, judged.standing)
        words = self._measured_words(judged)
        moments = mark.measurement.evidence
        beside = bool(moments) and len(words) <= SHORT
        self.measured.say(words)
        let_be_seen(self.measured, bool(words) and not beside)
        before = self._links
        links = self._links = EvidenceLinks(self._theme, moments, words if beside else "", self, self._wide)
        let_be_seen(links, bool(moments))
        links.chosen.connect(self.sought)
        self._layout.insertWidget(self._layout.indexOf(self.measured) + 1, links)
        if before is not None:
            self._layout.removeWidget(before)
            before.hide()
            before.deleteLater()

    def _measured_words(self, judged: JudgedMark) -> str:
        mark, measurement = judged.mark, judged.mark.measurement
        parts: list[str] = []
        if measurement.value is not None:
            parts.append(value_of(mark, self._session.log.language, self._language))
        if judged.standing is Standing.PROPOSED:
            parts.append(self.tr("not confirmed yet"))
        if measurement.why_none is not None and not (judged.override and mark.proposed is not None):
            parts.append(WHY_NONE[measurement.why_none][self._language])
        missing = [self._named(id) for id in measurement.detail if id.startswith("-")]
        if missing:
            named = ", ".join(shown(each, 40) for each in missing[:MISSING])
            more = " …" if len(missing) > MISSING else ""
            parts.append(self.tr("missing: {what}").format(what=named + more))
        parts += [FOUND[id][self._language] for id in measurement.detail if id in REMARKS]
        return " · ".join(parts)

    def _named(self, id: str) -> str:
        """What an id in a measurement's detail stands for."""
        category = self._session.taxonomy.categories.get(id.lstrip("-"))
        if category is not None:
            return category.name[self._language]
        return found(id, self._session.log.scenario, self._language)
