"""Every button of the review room is used by mouse and keyboard, and what it does is seen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.domain.rubric import Rubric
from simulator.domain.session import Ending
from simulator.domain.units import Span
from simulator.live.studio import Studio
from simulator.media_port import SoundBlock
from simulator.ui.jobs import Jobs
from simulator.ui.review.blind import BlindPanel
from simulator.ui.review.instructor import BLIND, NameDialog
from simulator.ui.review.page import ReviewPage
from tests.media_files import tone
from tests.ui.controls import used_controls
from tests.ui.review.conftest import Open
from tests.ui.review.test_newer import rescored  # noqa: F401
from tests.ui.review.test_page import red_line


def settled(qtbot: QtBot, jobs: Jobs) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: jobs.running == 0, timeout=30_000)


def dialog_of(page: ReviewPage) -> NameDialog:
    (found,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, NameDialog) and each.isVisible()]
    assert found.parent() is page or found.window() is not page.window()
    return found


def test_a_newer_score_is_looked_at(rescored: Rubric, open_review: Open) -> None:  # noqa: F811
    with used_controls("review/newer.py") as uses:
        page = open_review()
        uses.press(page.newer.look, by_key=True)
        assert page.session is not None and page.session.marked.scorecard.version == rescored.version


class Mouth:
    """A microphone that speaks until it is let go."""

    exact = True

    def __init__(self) -> None:
        self._closed = threading.Event()

    def read(self) -> SoundBlock:
        self._closed.wait(0.01)
        return SoundBlock(0.0, tone(0.1, 48_000), 48_000)

    def close(self) -> None:
        self._closed.set()


def speaking(qtbot: QtBot, page: ReviewPage) -> None:
    qtbot.waitUntil(lambda: page.marks.voice.words.whole.startswith("●"), timeout=20_000)


def test_what_makes_marks_defensible(qtbot: QtBot, open_review: Open, studio: Studio, jobs: Jobs) -> None:
    settle = settled(qtbot, jobs)
    studio.equipment = replace(studio.equipment, microphone=lambda *_: Mouth())
    with used_controls(
        "review/thoughts.py", "review/evidence_bar.py", "review/voice_note.py", "review/notes.py", "review/spoken.py"
    ) as uses:
        page = open_review()
        uses.press(page.tabs["notes"])
        page.notes.text.setText("shorter")
        uses.press(page.notes.add)
        for keep in (page.marks.voice.discard, page.marks.voice.stop):
            uses.press(page.notes.speak, by_key=keep is page.marks.voice.stop)
            speaking(qtbot, page)
            uses.press(keep, by_key=keep is page.marks.voice.discard)
            settle()
        qtbot.waitUntil(lambda: len(page.judgement.notes) == 2)
        spoken = next(number for number, note in enumerate(page.notes._notes) if note.voice)
        page.notes.list.setCurrentIndex(page.notes.list.moments.index(spoken))
        uses.press(page.notes.play)
        page.marks.player.stop()
        uses.press(page.notes.away, by_key=True)
        uses.answer(page, settle)
        uses.press(page.marks.line.undo)
        uses.press(page.marks.line.redo, by_key=True)
        uses.press(page.tabs["transcript"])
        page.transcript.list.setCurrentIndex(page.transcript.list.moments.index(1))
        uses.press(page.transcript.evidence, by_key=True)
        uses.press(page.marks.evidence.away)
        uses.press(page.transcript.evidence)
        uses.press(page.marks.evidence.add, by_key=True)
        assert len(page.judgement.evidence) == 1
        page.judging.sign()
        qtbot.waitUntil(lambda: page.marks.line.versions.isVisible())
        uses.press(page.marks.line.versions)
        uses.answer(page, settle)


def test_every_button_of_the_review_room(
    qtbot: QtBot, open_review: Open, studio: Studio, session_id: str, jobs: Jobs
) -> None:
    settle = settled(qtbot, jobs)
    studio.equipment = replace(studio.equipment, microphone=lambda *_: Mouth())
    with used_controls(
        "review",
        without=(
            "review/newer.py",
            "review/assessors.py",
            "review/reconcile.py",
            "review/outcome_view.py",
            "review/thoughts.py",
            "review/evidence_bar.py",
            "review/voice_note.py",
            "review/notes.py",
            "review/spoken.py",
        ),
    ) as uses:
        page = open_review(instructor="")
        settle()
        uses.press(page.bar.name)
        asked = dialog_of(page)
        uses.sweep(asked)  # an empty name is asked for again; Cancel closes it
        assert not asked.isVisible()
        uses.press(page.bar.name, by_key=True)
        again = dialog_of(page)
        again.name.setText("王老师")
        uses.press(again.keep, by_key=True)
        assert page.judging.name == "王老师"
        row = page.watching.row
        page.watching.repeating.set_span(Span(1.0, 5.0))
        uses.press(row.loop)
        assert not page.watching.repeating.looping
        page.timeline.zoom(4.0)
        uses.press(row.less)
        assert 1 < page.timeline.view.zoom < 4
        uses.press(row.fit, by_key=True)
        assert page.timeline.view.is_whole
        for tab in page.tabs.values():  # by key it is Alt and a number
            uses.press(tab)
            uses.sweep(page, settle)
        assert page.judgement.overrides, "a proposed level was confirmed"
        uses.press(page.tabs["scorecard"])
        row = page.scorecard.rows["B1"]
        row.set_open(True)
        uses.press(row.editor.levels[4])
        row.editor.reason.setText("told it nearly all")
        uses.press(row.editor.save, by_key=True)
        assert page.judgement.overrides[-1].level == 4
        finding = page.scorecard.findings[red_line(page).id]
        for button, stands in ((finding.strike, False), (finding.stands, True)):
            finding.reason.setText("as it was meant")
            uses.press(button, by_key=stands)
            settle()
            assert page.judgement.confirmations[-1].stands is stands
        uses.press(page.tabs["notes"])
        page.notes.text.setText("shorter")
        uses.press(page.notes.add)
        assert page.judgement.notes[-1].text == "shorter"
        page.close()
        live = studio.store.live_transcript(session_id)
        assert live is not None
        heard = tuple(replace(each, text="别的话") for each in live.phrases[:1]) + live.phrases[1:]
        studio.store.save_transcript(session_id, replace(live, final=True, phrases=heard))
        twice = open_review()
        uses.press(twice.tabs["transcript"])
        qtbot.waitUntil(lambda: twice.heard.changed.isVisible())
        uses.press(twice.heard.changed)
        assert twice.heard.changes.isVisible()
        uses.press(twice.heard.said)
        twice.close()
        studio.store.keep_setting(BLIND, True)
        blind = open_review()
        uses.sweep(blind.findChildren(BlindPanel)[0], settle)
        assert not blind.judging.blind
        blind.close()
        studio.store.end(session_id, Ending.ON_AIR)
        cut = open_review()
        with qtbot.waitSignal(cut.finish_asked):
            uses.press(cut.notice.finish)
        cut.notice.tell_heard_again()
        with qtbot.waitSignal(cut.again_asked):
            uses.press(cut.notice.again, by_key=True)
