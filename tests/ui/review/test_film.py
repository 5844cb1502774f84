"""A session as a film: what viewers saw, at the second they saw it, with the sound as it was."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from simulator.domain.crowd import CommentPosted
from simulator.domain.events import HostSpoke, Word
from simulator.domain.session import SessionLog, Transcript
from simulator.domain.units import Span
from simulator.live.marking import Marked
from simulator.live.studio import Studio
from simulator.ports import ContentError, DeviceError, StoreError
from simulator.ui.cabin.phone_face import CAPTION_STAYS
from simulator.ui.dialogs import Message
from simulator.ui.sharing.film import pixels_of, write_film
from simulator.ui.sharing.past_phone import PastPhone, said_by
from simulator.ui.sharing.writing import Writing
from simulator.ui.theme import Theme
from tests.ui.controls import used_controls

pytestmark = pytest.mark.usefixtures("qapp")
SMALL = QSize(180, 320)


@pytest.fixture
def marked(studio: Studio, session_id: str) -> Marked:
    return studio.marking.again(session_id)


@pytest.fixture
def recording(studio: Studio, session_id: str) -> Path:
    kept = studio.store.session(session_id).recording
    assert kept is not None
    return kept


def phone_of(log: SessionLog, transcript: Transcript | None = None) -> PastPhone:
    return PastPhone(log, transcript, SMALL, Theme())


def at(phone: PastPhone, moment: float) -> np.ndarray:
    phone.move_to(moment)
    image = phone.paint(None)
    return pixels_of(image).copy()


def decoded(film: Path) -> tuple[list[float], list[np.ndarray]]:
    with av.open(str(film)) as container:
        frames = list(container.decode(video=0))
    return [frame.time for frame in frames], [frame.to_ndarray(format="rgb24") for frame in frames]


def sounds(file: Path) -> list[bytes]:
    with av.open(str(file)) as container:
        return [bytes(packet) for packet in container.demux(audio=0) if packet.size]


def test_every_moment_looks_the_same_however_it_was_reached(marked: Marked) -> None:
    there = at(phone_of(marked.log, marked.transcript), 60.0)
    walked = phone_of(marked.log, marked.transcript)
    for moment in np.arange(0.0, 60.0, 0.7):
        walked.move_to(float(moment))
    assert np.array_equal(at(walked, 60.0), there)
    at(walked, 100.0)
    assert np.array_equal(at(walked, 60.0), there), "back again"


def test_a_comment_is_there_from_its_own_second(marked: Marked) -> None:
    comment = next(each for each in marked.log.only(CommentPosted) if each.text.startswith("多少钱一箱"))
    without = replace(marked.log, events=tuple(each for each in marked.log.events if each is not comment))
    before, after = comment.at - 0.01, comment.at + 0.01
    assert np.array_equal(at(phone_of(marked.log), before), at(phone_of(without), before))
    assert not np.array_equal(at(phone_of(marked.log), after), at(phone_of(without), after))


def test_captions_grow_word_by_word_and_go(marked: Marked) -> None:
    words = (Word("今天", Span(1.0, 1.5), None), Word("的", Span(1.5, 1.6), None), Word("橙子", Span(2.0, 2.6), None))
    phrase = HostSpoke(at=5.0, said=Span(1.0, 2.6), text="今天的，橙子。", words=words, engine="test")
    assert [said_by(phrase, moment) for moment in (1.0, 1.55, 1.9, 2.1, 2.6)] == [
        *("今天", "今天的", "今天的", "今天的，橙子", "今天的，橙子。"),
    ]
    transcript = Transcript(engine="test", final=True, phrases=(phrase,))
    silent, spoken = phone_of(marked.log), phone_of(marked.log, transcript)
    assert np.array_equal(at(spoken, 0.9), at(silent, 0.9))
    assert not np.array_equal(at(spoken, 1.2), at(silent, 1.2))
    gone = 2.6 + CAPTION_STAYS + 0.1
    assert np.array_equal(at(spoken, gone), at(silent, gone))


def test_a_film_has_every_picture_at_its_time_and_the_sound_as_it_was(
    marked: Marked, recording: Path, tmp_path: Path
) -> None:
    told: list[float] = []
    out = tmp_path / "film.mp4"
    write_film(marked.log, marked.transcript, recording, out, size=SMALL, reached=told.append)
    times, pictures = decoded(out)
    assert times == pytest.approx(decoded(recording)[0], abs=0.001)
    assert {picture.shape for picture in pictures} == {(320, 180, 3)}
    # The encoder's first packet lies before 0: it only warms the decoder up.
    assert sounds(out) == sounds(recording)[1:]
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 100
    assert not list(tmp_path.glob("*.part"))
    shown = pixels_of(phone_at(marked, 60.0)).astype(int)[250:, :, :3][..., ::-1]
    assert np.abs(pictures[600].astype(int)[250:] - shown)[shown.sum(axis=2) > 600].mean() < 40, "the card is white"


def phone_at(marked: Marked, moment: float):
    phone = phone_of(marked.log, marked.transcript)
    phone.move_to(moment)
    return phone.paint(None)


def test_a_span_begins_at_0_with_the_picture_that_was_on_screen(
    marked: Marked, recording: Path, tmp_path: Path
) -> None:
    out = tmp_path / "span.mp4"
    write_film(marked.log, None, recording, out, span=Span(10.25, 13.0), size=SMALL)
    times, _ = decoded(out)
    assert times == pytest.approx([0.0, *(number / 10 - 10.25 for number in range(103, 130))], abs=0.001)
    with av.open(str(out)) as container:
        sound = [float(packet.pts * packet.time_base) for packet in container.demux(audio=0) if packet.size]
    assert 0 <= sound[0] < 0.03 and 2.7 < sound[-1] < 2.75


def test_a_film_given_up_leaves_nothing(marked: Marked, recording: Path, tmp_path: Path) -> None:
    stop = threading.Event()
    with pytest.raises(InterruptedError):
        write_film(
            marked.log,
            None,
            recording,
            tmp_path / "film.mp4",
            size=SMALL,
            reached=lambda _share: stop.set(),
            is_cancelled=stop.is_set,
        )
    assert not list(tmp_path.glob("film*"))


def test_what_cannot_be_filmed_says_why(marked: Marked, recording: Path, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as empty:
        write_film(marked.log, None, recording, tmp_path / "film.mp4", span=Span(500.0, 600.0))
    assert empty.value.code == "film_span_empty"
    noise = tmp_path / "noise.mkv"
    noise.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(DeviceError) as damaged:
        write_film(marked.log, None, noise, tmp_path / "film.mp4")
    assert damaged.value.code == "recording_unreadable"
    with pytest.raises(StoreError) as nowhere:
        write_film(marked.log, None, recording, tmp_path / "missing" / "film.mp4")
    assert nowhere.value.code == "file_unwritable"
    assert not list(tmp_path.glob("film*"))


def test_the_review_room_writes_a_film(qtbot: QtBot, open_review, tmp_path: Path) -> None:
    page = open_review()
    out = tmp_path / "film.mp4"
    page.exports.write(out)
    dialog = page.window().findChild(Writing)
    assert dialog is not None and dialog.isVisible()
    qtbot.waitUntil(out.exists, timeout=120_000)
    qtbot.waitUntil(lambda: bool(page.window().findChildren(Message)), timeout=20_000)
    assert "film.mp4" in page.window().findChildren(Message)[0].sentence.whole
    assert len(sounds(out)) > 1000


def test_a_film_can_be_given_up_in_the_review_room(qtbot: QtBot, open_review, tmp_path: Path) -> None:
    with used_controls("sharing/writing.py") as uses:
        page = open_review()
        page.exports.write(tmp_path / "film.mp4")
        dialog = page.window().findChild(Writing)
        assert dialog is not None
        with qtbot.waitSignal(dialog._job.cancelled, timeout=60_000):
            uses.press(dialog.give_up)
    assert not list(tmp_path.glob("film*"))
