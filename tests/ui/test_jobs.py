"""Slow work beside the window."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from simulator.ports import ContentError
from simulator.ui.jobs import Job, Jobs


def test_a_result_arrives_on_the_main_thread(qtbot, jobs: Jobs) -> None:
    seen: list[tuple[object, bool]] = []
    main = QApplication.instance().thread()
    worked_on: list[bool] = []

    def work(_job: Job) -> int:
        worked_on.append(QThread.currentThread() is main)
        return 42

    jobs.start(work, lambda result: seen.append((result, QThread.currentThread() is main)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(42, True)]
    assert worked_on == [False]


def test_progress_is_told(qtbot, jobs: Jobs) -> None:
    told: list[float] = []
    go = threading.Event()

    def work(job: Job) -> None:
        go.wait(5)
        for share in (0.25, 1.0):
            job.progress(share)

    job = jobs.start(work)
    job.progressed.connect(told.append)
    with qtbot.waitSignal(job.ended):
        go.set()
    assert told == [0.25, 1.0]


def test_what_can_be_mended_is_handed_over(qtbot, jobs: Jobs) -> None:
    seen: list[ContentError] = []

    def work(_job: Job) -> None:
        raise ContentError("file_missing", file="x")

    jobs.start(work, failed=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].code == "file_missing"


def test_a_bug_reaches_the_hook(qtbot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: caught.append(kind))

    def work(_job: Job) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(jobs.start(work).ended):
        pass
    assert caught == [ZeroDivisionError]


def test_cancelled_work_ends_and_says_so(qtbot, jobs: Jobs) -> None:
    begun = threading.Event()
    done: list[object] = []

    def work(job: Job) -> str:
        begun.set()
        while not job.is_cancelled():
            pass
        return "too late"

    job = jobs.start(work, done.append)
    begun.wait(5)
    with qtbot.waitSignals([job.cancelled, job.ended]):
        job.cancel()
    assert done == []


def test_nothing_outlives_the_window(qtbot) -> None:
    jobs = Jobs()
    begun, over = threading.Event(), threading.Event()

    def work(job: Job) -> None:
        begun.set()
        while not job.is_cancelled():
            pass
        over.set()

    jobs.start(work)
    begun.wait(5)
    jobs.close()
    assert over.is_set()
    qtbot.waitUntil(lambda: jobs.running == 0)


def test_work_that_waits_for_a_thread_never_begins_after_closing(qapp) -> None:
    jobs = Jobs(qapp)
    late: list[int] = []
    hold = threading.Event()

    def hold_until_cancelled(job: Job) -> None:
        hold.set()
        while not job.is_cancelled():
            pass

    for _ in range(3):
        jobs.start(hold_until_cancelled)
    hold.wait(5)
    jobs.start(lambda _job: late.append(1))
    jobs.close()
    assert late == []


def test_jobs_in_turn_keep_their_order(qtbot, jobs: Jobs) -> None:
    order: list[str] = []
    go = threading.Event()

    def first(_job: Job) -> None:
        go.wait(5)
        order.append("closed")

    jobs.start(first, in_turn=True)
    last = jobs.start(lambda _job: order.append("opened"), in_turn=True)
    jobs.start(lambda _job: go.set())
    with qtbot.waitSignal(last.ended):
        pass
    assert order == ["closed", "opened"]
