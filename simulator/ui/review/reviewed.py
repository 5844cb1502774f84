"""What the review room shows of a session: made in one go, on any thread, of frozen values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from simulator.domain.compliance import RulePack, Severity
from simulator.domain.findings import RuleBroken
from simulator.domain.judgement import Judgement, Result, Scorecard
from simulator.domain.key_moments import KeyMoments
from simulator.domain.rubric import Rubric
from simulator.domain.session import SessionLog, Transcript
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds
from simulator.live.marking import Marked, Yardstick, mark
from simulator.live.studio import rewording
from simulator.metrics.interaction import answered_at
from simulator.metrics.reported import Reported, reported
from simulator.metrics.room import SessionFigures, figures
from simulator.review import Colour, Driver, EvidenceMark, Lanes, causes, evidence_marks, lanes
from simulator.review.key_moments import key_moments
from simulator.review.lanes import break_marks
from simulator.scoring import result, score
from simulator.scoring.carrying import as_found, carried
from simulator.scoring.weights import profile_in
from simulator.ui.review.passages import SaidBack
from simulator.ui.sharing.past_news import News, gathered_news


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A session as it was recorded, before what was said in it is understood: there are no findings, no marks."""

    log: SessionLog
    """Without any finding."""
    yardstick: Yardstick
    lanes: Lanes
    said: SaidBack
    news: tuple[News, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A session with all that is drawn from it."""

    marked: Marked
    yardstick: Yardstick
    lanes: Lanes
    figures: SessionFigures
    drivers: tuple[Driver, ...]
    answers: Mapping[str, Seconds]
    """When the host began the words that first answered each comment."""
    said: SaidBack
    """The transcript, without breaks that an instructor struck."""
    reported: tuple[Reported, ...] = ()
    """What was measured of voice and picture beside the marks."""
    moments: KeyMoments | None = None
    """What a review begins with; None until they were chosen for this scorecard and these words of instructors."""
    news: tuple[News, ...] = ()
    """What toasts on the phone told of who came in."""

    @property
    def log(self) -> SessionLog:
        """With every finding, struck ones too."""
        return self.marked.log

    @property
    def rubric(self) -> Rubric:
        return self.yardstick.rubric

    @property
    def rules(self) -> RulePack:
        return self.yardstick.rules

    @property
    def taxonomy(self) -> Taxonomy:
        return self.yardstick.taxonomy

    @property
    def grave(self) -> tuple[RuleBroken, ...]:
        """Likely breaches and red lines, which stand only once an instructor says so; the gravest first."""
        found = [event for event in self.log.only(RuleBroken) if event.severity >= Severity.S3]
        return tuple(sorted(found, key=lambda event: (-event.severity, event.said)))

    def rewording(self, broken: RuleBroken) -> str | None:
        """What the rule pack offers to say instead."""
        return rewording(self.rules, broken)

    def law(self, broken: RuleBroken) -> str:
        """The law and article behind a breach, in the session's market."""
        category = self.rules.categories.get(broken.category)
        grounds = () if category is None else category.law(self.log.scenario.market)
        return "; ".join(f"{basis.instrument} {basis.article}".strip() for basis in grounds)

    def judged(self, judgement: Judgement) -> Judgement:
        """The judgement, with its words on findings put to those of this transcript."""
        return replace(judgement, confirmations=carried(self.log, judgement.confirmations)[1])

    def result(self, judgement: Judgement) -> Result:
        """What counts."""
        return result(self.marked.scorecard, judgement, self.rubric)


def recorded(log: SessionLog, by: Yardstick) -> Recorded:
    """What can be shown at once, of a log without findings; what was answered, and why the crowd moved, follows."""
    return Recorded(
        log=log,
        yardstick=by,
        lanes=lanes(log, why=False),
        said=SaidBack(log).ready(),
        news=gathered_news(log),
    )


def reviewed(
    log: SessionLog,
    transcript: Transcript | None,
    by: Yardstick,
    signed: Scorecard | None = None,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Reviewed:
    """Look back at a session, at the scorecard that was signed where one was; takes some seconds.

    Raise InterruptedError when cancelled.
    """
    marked = mark(log, transcript, by, cancelled=cancelled)
    if signed is not None:
        marked = replace(marked, scorecard=signed)
    return drawn(marked, by)


def drawn(marked: Marked, by: Yardstick) -> Reviewed:
    """All that is drawn from a session that was marked; takes a moment."""
    gone = struck(marked.log, by)
    return Reviewed(
        marked=marked,
        yardstick=by,
        lanes=lanes(marked.log, marked.scorecard, gone),
        figures=figures(marked.log),
        drivers=causes(marked.log),
        answers=answered_at(marked.log),
        said=SaidBack(marked.log, gone).ready(),
        reported=reported(marked.log),
        news=gathered_news(marked.log),
    )


def confirmed_anew(before: Reviewed, by: Yardstick) -> Reviewed:
    """The same session once an instructor said more of what was recognised, or took it back: scored again."""
    log, words = carried(as_found(before.log), by.confirmations)
    card = score(
        log,
        by.rubric,
        provisional=before.marked.scorecard.provisional,
        profile=profile_in(by.rubric, log.scenario.profile),
        confirmations=words,
    )
    gone = struck(log, by)
    return replace(
        before,
        moments=None,
        marked=replace(before.marked, log=log, scorecard=card, basis=by.basis),
        yardstick=by,
        lanes=replace(before.lanes, marks=evidence_marks(card), breaks=break_marks(log, gone)),
        said=SaidBack(log, gone).ready(),
    )


def weighed(before: Reviewed) -> Reviewed:
    """The same session with the moments its review begins with; takes a moment."""
    by = before.yardstick
    words = carried(before.log, by.confirmations)[1]
    found = key_moments(before.log, by.rubric, by.rules, by.taxonomy, before.marked.scorecard, words)
    return replace(before, moments=found)


def with_card(before: Reviewed, card: Scorecard, rubric: Rubric) -> Reviewed:
    """The same session under another of its scorecards."""
    return replace(
        before,
        marked=replace(before.marked, scorecard=card),
        yardstick=replace(before.yardstick, rubric=rubric),
        lanes=replace(before.lanes, marks=evidence_marks(card)),
        moments=before.moments if card == before.marked.scorecard else None,
    )


def held_up(before: Reviewed, judgement: Judgement) -> Reviewed:
    """The same session with the moments instructors hold up among those the machine found."""
    own = tuple(
        EvidenceMark(span=each.span, criterion=each.criterion, level=None, colour=Colour.NEUTRAL, quote=each.quote)
        for each in judgement.evidence
    )
    marks = (*evidence_marks(before.marked.scorecard), *own)
    ordered = tuple(sorted(marks, key=lambda mark: (mark.span, mark.criterion)))
    return replace(before, lanes=replace(before.lanes, marks=ordered))


def struck(log: SessionLog, by: Yardstick) -> frozenset[str]:
    """Findings that do not stand; the last word on each counts."""
    last = {word.finding: word.stands for word in carried(log, by.confirmations)[1]}
    return frozenset(finding for finding, stands in last.items() if not stands)
