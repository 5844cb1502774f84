"""Five pictures a second become one measurement a second, in which what was not seen is not guessed."""

from dataclasses import replace

import numpy as np
import pytest

from simulator.domain.events import PictureMeasured
from simulator.perception.face import Face, Neutral
from simulator.perception.glances import GlanceSeconds
from simulator.perception.picture import Glance, glance

NEUTRAL = Neutral(0.0, 0.5, 10)
PLAIN = glance(0.0, np.full((36, 64, 3), 120, np.uint8), (), None)


def seen(at: float, nose: float | None, **more: object) -> Glance:
    """A picture with a face whose nose is this far to the right between the eyes, or without one."""
    if nose is None:
        return replace(PLAIN, at=at, **more)  # type: ignore[arg-type]
    face = Face(20, 5, 20, 25, 0.9, ((24, 10), (36, 10), (30 + 6 * nose, 15), (26, 20), (34, 20)))
    whole = glance(at, np.full((36, 64, 3), 120, np.uint8), (face,), None)
    return replace(whole, **more)  # type: ignore[arg-type]


def measured(glances: list[Glance], neutral: Neutral | None = NEUTRAL) -> PictureMeasured:
    seconds = GlanceSeconds(neutral)
    told = [each for each in map(seconds.take, glances) if each is not None]
    assert len(told) == 1
    return told[0]


def second(*noses: float | None) -> list[Glance]:
    return [seen(number / 5, nose) for number, nose in enumerate((*noses, 0.0))]


def test_a_second_holds_five_pictures_and_is_known_at_the_sixth():
    event = measured(second(0, 0, 0, 0, 0))
    assert (event.at, event.pictures, event.skipped) == (1.0, 5, 0)
    assert (event.face, event.face_share, event.looking) == (True, 1.0, 1.0)


def test_looking_is_a_share_of_the_pictures_with_a_face():
    event = measured(second(0.0, 0.6, None, 0.1, None))
    assert event.face_share == pytest.approx(0.6)
    assert event.looking == pytest.approx(2 / 3, abs=1e-3)
    assert event.face is True
    assert measured(second(0.0, None, None, None, None)).face is False


def test_without_a_calibration_or_a_face_looking_is_not_measured():
    assert measured(second(0, 0, 0, 0, 0), None).looking is None
    assert measured(second(None, None, None, None, None)).looking is None
    assert measured(second(None, None, None, None, None)).face_share == 0


def test_where_nobody_looked_for_faces_nothing_is_said_of_them():
    glances = [replace(PLAIN, at=number / 5, looked_for=False) for number in range(6)]
    event = measured(glances)
    assert (event.face, event.face_share, event.looking, event.face_place) == (None, None, None, None)


def test_a_camera_of_one_picture_a_second_is_measured_too():
    seconds = GlanceSeconds(NEUTRAL)
    told = [seconds.take(seen(float(at), 0.0), skipped=4) for at in range(4)]
    assert [None if each is None else (each.at, each.pictures, each.skipped) for each in told] == [
        None, (1.0, 1, 4), (2.0, 1, 4), (3.0, 1, 4),
    ]  # fmt: skip


def test_the_shift_of_a_second_is_the_root_mean_square_of_what_could_be_told():
    shifts = (0.0, 0.003, None, 0.004, None)
    glances = [seen(number / 5, 0.0, shift=shift) for number, shift in enumerate((*shifts, 0.0))]
    assert measured(glances).shift == pytest.approx(((0.003**2 + 0.004**2) / 3) ** 0.5, abs=1e-5)
    untold = [seen(number / 5, 0.0, shift=None) for number in range(6)]
    assert measured(untold).shift is None
