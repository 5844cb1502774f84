"""Reports made and written, off the main thread: pictures taken from the recording, words, paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from simulator.devices.stills import stills_of
from simulator.domain.marked import MarkedSession
from simulator.domain.scenario import Scenario
from simulator.domain.units import Text
from simulator.ports import Library, Store
from simulator.reports.class_report import class_report
from simulator.reports.dossier import Dossier
from simulator.reports.evidence import evidence_report, evidence_stills
from simulator.reports.pages import Medium, Report
from simulator.reports.trainee import TIGHTEST, trainee_report, wanted_stills
from simulator.review.key_moments import key_moments
from simulator.ui.jobs import Job
from simulator.ui.paper.printing import Paper, printed
from simulator.ui.sharing.files import write_whole
from simulator.ui.sharing.orders import Kind, Order

PICTURES, WORDS = 0.5, 0.65
"""How far a report is once its pictures were taken, and once it was worded: they take longest, then the paper."""


def write_report(
    order: Order,
    dossier: Dossier,
    recording: Path | None,
    *,
    reached: Callable[[float], None] = lambda _share: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write a session's report for its trainee or its instructor; ``reached`` is told the share that is done.

    Raise InterruptedError once ``is_cancelled``, StoreError where it cannot be written, ContentError for paper where
    no font has Chinese letters.
    """
    trainee = order.kind is Kind.TRAINEE
    if trainee:
        dossier = with_moments(dossier)
    if order.pictures and recording is not None:
        moments = wanted_stills(dossier) if trainee else evidence_stills(dossier)
        dossier = replace(dossier, stills=stills_of(recording, moments, is_cancelled))
    reached(PICTURES)
    medium = Medium.PAPER if order.paper else Medium.SCREEN
    if trainee:
        report = trainee_report(dossier, order.language, medium)
        tight = 0
        while order.paper and tight < TIGHTEST and Paper(report, is_cancelled).first_part > 1:
            tight += 1
            report = trainee_report(dossier, order.language, medium, tight)
    else:
        report = evidence_report(dossier, order.language, medium, with_transcript=order.transcript)
    _write(order, report, reached, is_cancelled)


def with_moments(dossier: Dossier) -> Dossier:
    """With the moments that a review of this session begins with, where they can be chosen and were not yet."""
    if dossier.moments is not None or dossier.taxonomy is None or dossier.rules is None:
        return dossier
    found = key_moments(
        dossier.log,
        dossier.rubric,
        dossier.rules,
        dossier.taxonomy,
        dossier.scorecard,
        dossier.judgement.confirmations,
    )
    return replace(dossier, moments=found)


def write_class(
    order: Order,
    sessions: Sequence[Callable[[], MarkedSession]],
    scenarios: Mapping[str, Scenario],
    names: Mapping[str, Text],
    left_out: int,
    *,
    reached: Callable[[float], None] = lambda _share: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write the report on a class; ``sessions`` unpack what was kept of each. Raise as ``write_report``."""
    unpacked: list[MarkedSession] = []
    for number, session in enumerate(sessions, 1):
        if is_cancelled():
            raise InterruptedError
        unpacked.append(session())
        reached(PICTURES * number / len(sessions))
    medium = Medium.PAPER if order.paper else Medium.SCREEN
    report = class_report(unpacked, order.language, medium, scenarios=scenarios, names=names, left_out=left_out)
    _write(order, report, reached, is_cancelled)


def class_work(store: Store, library: Library, order: Order) -> Callable[[Job], object]:
    """What a job does to write the report on ``order.sessions``; the store is read here and now. Raise StoreError."""
    packed = store.packed_marks(order.sessions)
    scenarios = {each.id: each for each in library.scenarios()}
    names, left_out = library.taxonomy().names, len(order.sessions) - len(packed)
    unpack = [each.unpacked for each in packed]
    return lambda job: write_class(
        order, unpack, scenarios, names, left_out, reached=job.progress, is_cancelled=job.is_cancelled
    )


def _write(order: Order, report: Report, reached: Callable[[float], None], is_cancelled: Callable[[], bool]) -> None:
    reached(WORDS)
    if is_cancelled():
        raise InterruptedError
    content = printed(report, is_cancelled) if order.paper else report.html.encode("utf-8")
    write_whole(order.path, lambda part: part.write_bytes(content))
    reached(1.0)
