"""Something held still before the camera is told from gestures and from leaning; else nobody can tell."""

from collections.abc import Callable

import numpy as np
import pytest

from simulator.perception.face import Face
from simulator.perception.held import HeldWatch
from simulator.perception.picture import glance

CHANCE = np.random.default_rng(6)
ROOM = np.kron(CHANCE.integers(60, 200, (9, 16)), np.ones((20, 20)))[..., None].repeat(3, axis=2)
"""180 x 320."""
Show = Callable[[np.ndarray, int], None]


def box(picture: np.ndarray, number: int) -> None:
    """A printed box before the chest, wobbling a little."""
    left = 130 + number % 2
    picture[100:170, left : left + 80] = 250
    picture[120:130, left + 10 : left + 70] = 10


def gesture(picture: np.ndarray, number: int) -> None:
    left = 20 + (number * 67) % 220
    picture[90:150, left : left + 50] = 235


def nothing(_picture: np.ndarray, _number: int) -> None:
    pass


def told(show: Show, *, usual: int = 75, shown: int = 20, face: bool = True, light: float = 1.0) -> list[bool | None]:
    """What is said of the pictures in which something is shown, after so many usual ones, five a second."""
    watch, before, said = HeldWatch(), None, []
    for number in range(usual + shown):
        picture = ROOM.copy()
        if number >= usual:
            show(picture, number)
            picture *= light
        pixels = np.clip(picture + CHANCE.normal(0, 3, picture.shape), 0, 255).astype(np.uint8)
        head = Face(140, 20, 40, 50, 0.9, ((150, 40), (170, 40), (160, 48), (153, 58), (167, 58)))
        before = glance(number / 5, pixels, (head,) if face else (), before)
        answer = watch.take(before)
        if number >= usual:
            said.append(answer)
    return said


@pytest.mark.parametrize("face", [True, False])
def test_a_box_held_up_is_told_within_a_second_and_as_long_as_it_stays(face):
    said = told(box, face=face)
    assert all(said[6:])
    assert not any(said[:3])


def test_gestures_and_an_empty_picture_are_not_taken_for_goods():
    assert not any(told(gesture))
    assert set(told(nothing)) == {False}


def test_before_the_room_is_known_nobody_can_tell():
    assert set(told(box, usual=20)) == {None}


def test_another_light_is_not_something_held():
    assert not any(told(nothing, light=0.6))


def test_what_stays_becomes_part_of_the_room():
    said = told(box, shown=600)
    assert said[10] is True
    assert said[-1] is False
