"""How the pitch varied is shown against the trainee's own sessions before, and against nobody else's."""

from __future__ import annotations

from dataclasses import replace

from simulator.domain.judgement import Measurement
from simulator.domain.session import SessionHeader
from simulator.live.studio import Studio
from simulator.ui.review.sensed import earlier_pitch


def kept(studio: Studio, header: SessionHeader, id: str, began: str, semitones: float | None, trainee: str) -> None:
    """A session of that day whose pitch varied so much."""
    store = studio.store
    card = store.scorecard(header.id)
    assert card is not None
    marks = tuple(
        replace(mark, measurement=Measurement(value=semitones)) if mark.criterion == "E3" else mark
        for mark in card.marks
    )
    of = header.trainee if trainee == "same" else store.trainee(trainee).id
    store.begin(replace(header, id=id, began_utc=began, trainee=of), store.log(header.id).scenario)
    store.save_scorecard(replace(card, session=id, marks=marks))


def test_a_trend_is_of_this_trainee_s_measured_sessions_before(studio: Studio) -> None:
    (entry,) = studio.store.sessions()
    assert earlier_pitch(studio.store, entry) == ()
    year = int(entry.header.began_utc[:4])
    kept(studio, entry.header, "a1", f"{year - 1}-03-01T08:00:00+00:00", 2.5, "same")
    kept(studio, entry.header, "a2", f"{year - 1}-02-01T08:00:00+00:00", 2.1, "same")
    kept(studio, entry.header, "a3", f"{year - 1}-02-11T08:00:00+00:00", None, "same")
    kept(studio, entry.header, "a4", f"{year + 1}-02-01T08:00:00+00:00", 9.0, "same")
    kept(studio, entry.header, "b1", f"{year - 1}-02-02T08:00:00+00:00", 9.0, "somebody else")
    assert earlier_pitch(studio.store, entry) == (2.1, 2.5)
