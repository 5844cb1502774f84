"""What the second hearing changed: marks that moved, and words that are told differently; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.domain.changes import ChangedFinding, ChangedWords, Changes, MovedMark, WordChange
from simulator.domain.judgement import Judgement
from simulator.domain.language import Language
from simulator.domain.rubric import Rubric
from simulator.live.marking import Hearings
from simulator.reports.changes import judged_before
from simulator.reports.wording import FINDING_KINDS
from simulator.review.changes import changes
from simulator.ui.amounts import clock, count, points
from simulator.ui.jobs import Job, Jobs
from simulator.ui.plain import shown
from simulator.ui.review.moments import Marked, Moment, MomentList
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Label

MOST_WORDS = 400
"""Changes of words listed at once."""
QUOTE = 24
"""Characters of a finding's quote."""


class ChangesView(QWidget):
    """Worked out when it is first looked at: the session is marked by either hearing for it."""

    chosen = Signal(float)

    def __init__(self, theme: Theme, language: ScreenLanguage, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language.of_texts
        self._jobs = jobs
        self._job: Job | None = None
        self.hearings: Hearings | None = None
        self._judgement: Judgement | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.total = Label("", "strong", wrap=True)
        self.about = Label("", "small", wrap=True)
        self.judged = Label("", "small", tone=Tone.WARN, wrap=True)
        for label in (self.total, self.about, self.judged):
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self.judged.hide()
        self.list = MomentList(theme, self.tr("Changes"))
        self.list.chosen.connect(self.chosen)
        layout.addWidget(self.list, 1)
        layout.addStretch()

    def show_hearings(self, hearings: Hearings, judgement: Judgement) -> None:
        """What is to be compared, once somebody looks."""
        self.hearings, self._judgement = hearings, judgement
        if self.isVisible():
            self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def close_job(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # ------------------------------------------------------------------ inside

    def _begin(self) -> None:
        hearings = self.hearings
        if hearings is None or self._job is not None:
            return
        self.total.say(self.tr("Comparing both hearings …"))
        self._job = self._jobs.start(lambda _job: compared(hearings), self._show)

    def _show(self, found: Changes) -> None:
        hearings, judgement = self.hearings, self._judgement
        assert hearings is not None and judgement is not None
        self.total.say(
            self.tr("Automatic total {before} → {after} · %n level(s) moved", "", len(found.marks)).format(
                before=points(found.total_before), after=points(found.total_after)
            )
        )
        self.about.say(self._about(found))
        judged = judged_before(judgement, hearings.heard_utc)
        self.judged.say(self.tr("An instructor judged before this hearing: that stands, whatever moved here."))
        self.judged.setVisible(judged)
        language = hearings.language
        rows: list[Moment] = []
        if found.marks:
            rows.append(Moment(at=None, text=self.tr("Marks that moved"), heading=True))
            rows += [self._mark(each, hearings.by.rubric) for each in found.marks]
        if found.words:
            heading = self.tr("Words that changed: live → heard again")
            rows.append(Moment(at=None, text=heading, heading=True))
            rows += [words_row(each, language) for each in found.words[:MOST_WORDS]]
        if len(found.words) > MOST_WORDS:
            rows.append(Moment(at=None, text=self.tr("… and %n more", "", len(found.words) - MOST_WORDS), heading=True))
        self.list.show_moments(rows)

    def _about(self, found: Changes) -> str:
        if not found.count_before:
            words = self.tr("Nothing was heard live.")
        else:
            words = self.tr("{changed} passages differ; {alike} of {count} words are alike.").format(
                changed=count(len(found.words)), alike=count(found.alike), count=count(found.count_after)
            )
        if found.cut_short:
            words += " " + self.tr("The recording ends at {time}; behind it stands what was heard live.").format(
                time=clock(found.heard)
            )
        return words

    def _mark(self, mark: MovedMark, rubric: Rubric) -> Moment:
        name = next((each.name[self._language] for each in rubric.criteria if each.id == mark.criterion), "")
        fell = mark.after is None or (mark.before is not None and mark.after < mark.before)
        return Moment(
            at=mark.at,
            text=f"{mark.criterion} {name}  {level(mark.before)} → {level(mark.after)}",
            below=" · ".join(self._finding(each) for each in mark.findings),
            tone=Tone.WARN if fell else Tone.GOOD,
        )

    def _finding(self, finding: ChangedFinding) -> str:
        kind = FINDING_KINDS[finding.kind][self._language] if finding.kind in FINDING_KINDS else finding.kind
        sign = "+" if finding.appeared else "−"
        return f"{sign} {clock(finding.said.start)} {kind} “{shown(finding.quote, QUOTE)}”"


def compared(hearings: Hearings) -> Changes:
    """Mark the session by either hearing and see what differs; slow."""
    before, after = hearings.marked()
    return changes(hearings.live, hearings.final, (before.log, before.scorecard), (after.log, after.scorecard))


def words_row(each: ChangedWords, language: Language) -> Moment:
    """A change in its surroundings; what was heard live stands out."""
    space = " " if language is Language.EN else ""
    lead = f"{each.lead}{space}" if each.lead else ""
    match each.change:
        case WordChange.ADDED:
            middle = f"+{each.after}"
        case WordChange.GONE:
            middle = f"−{each.before}"
        case WordChange.REPLACED:
            middle = f"{each.before}→{each.after}"
    trail = f"{space}{each.trail}" if each.trail else ""
    stress = Marked(len(lead), len(lead) + len(middle), "")
    return Moment(at=each.said.start, text=f"{lead}{middle}{trail}", marked=(stress,))


def level(value: int | None) -> str:
    """A level, or a dash."""
    return "–" if value is None else str(value)
