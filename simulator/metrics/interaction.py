"""C: questions, answers, trouble."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean, median

from simulator.domain.crowd import CommentPosted
from simulator.domain.desk import DemonstrationMarked
from simulator.domain.findings import QuestionAnswered
from simulator.domain.judgement import Evidence, Measurement, WhyNone
from simulator.domain.machine import Device
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.metric import measured, metric, not_measured
from simulator.metrics.speaking import lost, unheard

ACTIONABLE = 2
"""The lowest priority of a question that must be answered (rubric C1)."""
ENOUGH = 5
PER_MINUTE = 6
"""More questions than this in a minute cannot be asked of anybody (rubric C1)."""
SHARED_WITHIN: Seconds = 45.0
"""A later comment of the same category within this shares the first one's answer (comment taxonomy, matching)."""
SHOWN_WITHIN: Seconds = 45.0
"""A request to show something is met by a demonstration within this (comment taxonomy, demo_request)."""


@dataclass(frozen=True, slots=True)
class Question:
    """A comment that had to be answered, and what became of it."""

    comment: CommentPosted
    answer: QuestionAnswered | None
    """The first passage that answered it while it was open."""
    best: float
    """Quality 0..1 of the best passage while it was open."""
    shared: bool
    """Answered by the answer to an earlier question of its kind, or by showing what was asked for."""

    @property
    def met(self) -> bool:
        return self.answer is not None or self.shared


@metric
def answer_rate(log: SessionLog) -> Measurement:
    """Share 0..1, by priority, of the actionable questions that were answered before they expired.

    Left out: questions beyond six a minute, and those still open when the stream ended or the microphone was away.
    """
    if why := unheard(log):
        return not_measured(why)
    asked = counted(log)
    if len(asked) < ENOUGH:
        return not_measured(WhyNone.TOO_FEW_QUESTIONS, map(_shown, asked))
    met = sum(question.comment.priority for question in asked if question.met)
    missed = [question for question in asked if not question.met]
    missed.sort(key=lambda question: (-question.comment.priority, question.comment.at))
    answered = [question for question in asked if question.met]
    rate = met / sum(question.comment.priority for question in asked)
    names = dict.fromkeys(f"-{question.comment.category}" for question in missed)
    # Half missed, half answered: the instructor wants to see both.
    halves = [*missed[:4], *answered, *missed[4:]]
    return measured(rate, map(_shown, halves), names)


@metric
def median_latency_s(log: SessionLog) -> Measurement:
    """Median seconds from a question shown to the first answer that fits, over the questions answered.

    An answer that was over before the question came, which it shares with an earlier one, has no waiting time.
    """
    if why := unheard(log):
        return not_measured(why)
    waits = [
        (max(0.0, question.answer.said.start - question.comment.at), question)
        for question in questions(log)
        if question.answer is not None and question.answer.said.end > question.comment.at
    ]
    if len(waits) < ENOUGH:
        return not_measured(WhyNone.TOO_FEW_ANSWERS, (_shown(question) for _, question in waits))
    slowest = sorted(waits, key=lambda wait: (-wait[0], wait[1].comment.at))
    return measured(median(wait for wait, _ in waits), (_shown(question) for _, question in slowest))


@metric
def answer_key_hit(log: SessionLog) -> Measurement:
    """Mean 0..1 over answered questions of the answer keys heard, less half for each forbidden one."""
    if why := unheard(log):
        return not_measured(why)
    answered = [question for question in questions(log) if question.answer is not None]
    if len(answered) < ENOUGH:
        return not_measured(WhyNone.TOO_FEW_ANSWERS, map(_shown, answered))
    weakest = sorted(answered, key=lambda question: (question.best, question.comment.at))
    names = dict.fromkeys(f"-{question.comment.category}" for question in weakest if question.best < 1)
    return measured(fmean(max(0.0, question.best) for question in answered), map(_shown, weakest), names)


def questions(log: SessionLog) -> tuple[Question, ...]:
    """All actionable questions in order, with what became of them."""
    answers: dict[str, list[QuestionAnswered]] = {}
    for event in log.only(QuestionAnswered):
        for id in event.comments:
            answers.setdefault(id, []).append(event)
    shown = [Span(event.since, event.at) for event in log.only(DemonstrationMarked)]
    found: list[Question] = []
    last: dict[str, dict[str | None, Seconds]] = {}
    """When the latest of a category and product that was answered itself was asked."""
    for comment in log.only(CommentPosted):
        if not comment.wants_answer or comment.priority < ACTIONABLE:
            continue
        open_for = Span(comment.at, comment.expires_at)
        passages = [passage for passage in answers.get(comment.id, ()) if passage.said.start <= open_for.end]
        if passages:
            best = max(passage.quality for passage in passages)
            found.append(Question(comment, passages[0], best, shared=False))
            of_kind = last.setdefault(comment.category, {})
            of_kind[comment.product] = max(comment.at, of_kind.get(comment.product, comment.at))
            continue
        in_view = Span(comment.at, comment.at + SHOWN_WITHIN)
        shared = _served(comment, last.get(comment.category, {})) or (
            comment.category == "demo_request" and any(span.overlaps(in_view) for span in shown)
        )
        found.append(Question(comment, None, 0.0, shared))
    return tuple(found)


def answered_at(log: SessionLog) -> dict[str, Seconds]:
    """When the host began the words that first answered each comment, in seconds since going live."""
    found: dict[str, Seconds] = {}
    for answer in log.only(QuestionAnswered):
        for comment in answer.comments:
            found.setdefault(comment, answer.said.start)
    return found


def counted(log: SessionLog) -> tuple[Question, ...]:
    """The questions a host is answerable for."""
    deaf = lost(log, Device.MICROPHONE)
    kept: list[Question] = []
    for question in questions(log):
        comment = question.comment
        open_for = Span(comment.at, comment.expires_at)
        if not question.met and (comment.expires_at > log.length or any(open_for.overlaps(span) for span in deaf)):
            continue
        first = len(kept)
        while first > 0 and kept[first - 1].comment.at > comment.at - 60:
            first -= 1
        recent = kept[first:]
        if len(recent) < PER_MINUTE:
            kept.append(question)
            continue
        # Over the ceiling: an answered question takes the place of one the host let go for it.
        let_go = [each for each in recent if not each.met]
        if question.met and let_go:
            kept.remove(min(let_go, key=lambda each: (each.comment.priority, -each.comment.at)))
            kept.append(question)
    return tuple(kept)


def _served(comment: CommentPosted, last: Mapping[str | None, Seconds]) -> bool:
    """Whether the answer to an earlier question of its category served this one too; ``last`` tells of its products."""
    fits = last if comment.product is None else {comment.product, None} & last.keys()
    return any(comment.at - last[product] <= SHARED_WITHIN for product in fits)


def _shown(question: Question) -> Evidence:
    """The answer where there is one, else the question while it waited."""
    if question.answer is not None:
        return Evidence(question.answer.said, question.answer.quote)
    comment = question.comment
    return Evidence(Span(comment.at, comment.expires_at), comment.text)
