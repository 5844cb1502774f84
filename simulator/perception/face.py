"""A face in a picture, which way it is turned, and whether that is towards the camera."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from statistics import median, pstdev

from simulator.domain.units import Seconds

Point = tuple[float, float]

LOOK_FOR: Seconds = 2.0
"""How long the host looks into the camera to be calibrated (faces differ by 15 degrees and more in how a straight look
measures: uncalibrated, look and no look were told apart in 70 % of synthetic pictures, calibrated in 95 %)."""
ENOUGH_LOOKS = 5
"""Pictures with a face that a calibration needs: half of two seconds at five a second."""
HELD_STILL = 0.12
"""The spread of turn and nod in the two seconds beyond which the head moved too much to be a neutral look (ours)."""
TURNED, NODDED = 0.25, 0.13
"""How far turn and nod may be from the neutral look while the host still looks at the camera: 17 and 20 degrees
on a head whose nose stands out 25 mm between eyes 62 mm apart (ours)."""
LARGEST_TURN = 0.98
"""A nose outside the eyes: a profile, which never looks at the camera."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face as the finder sees it; all places in pixels of the picture, from its top left corner."""

    left: float
    top: float
    width: float
    height: float
    sure: float
    """0..1"""
    points: tuple[Point, Point, Point, Point, Point]
    """Eye, eye, nose, corner of the mouth, corner of the mouth; the left one in the picture first."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Which way a face is turned, read off its five points; without units, and different from person to person."""

    turn: float
    """Where the nose is between the eyes, -1 (on the left one in the picture) .. 1."""
    nod: float
    """Where the nose is between eyes (0) and mouth (1)."""


@dataclass(frozen=True, slots=True)
class Neutral:
    """How this host's face measures while looking into this camera."""

    turn: float
    nod: float
    pictures: int
    """How many pictures it is the median of."""


def pose_of(face: Face) -> Pose | None:
    """The pose; None where the points lie so close together that they say nothing."""
    eye, other, nose, corner, far_corner = face.points
    along = (other[0] - eye[0], other[1] - eye[1])
    apart = hypot(*along)
    if apart < 1e-6:
        return None
    along = (along[0] / apart, along[1] / apart)
    before = (nose[0] - eye[0]) * along[0] + (nose[1] - eye[1]) * along[1]
    behind = apart - before
    across = (-along[1], along[0])
    eyes = ((eye[0] + other[0]) / 2, (eye[1] + other[1]) / 2)
    mouth = ((corner[0] + far_corner[0]) / 2, (corner[1] + far_corner[1]) / 2)
    deep = (mouth[0] - eyes[0]) * across[0] + (mouth[1] - eyes[1]) * across[1]
    if deep < 1e-6:
        return None
    nod = ((nose[0] - eyes[0]) * across[0] + (nose[1] - eyes[1]) * across[1]) / deep
    return Pose((before - behind) / (abs(before) + abs(behind)), nod)


def neutral_of(poses: Sequence[Pose]) -> Neutral | None:
    """The neutral look of two seconds; None where the head moved too much, or too few pictures showed it."""
    if len(poses) < ENOUGH_LOOKS:
        return None
    turns, nods = [pose.turn for pose in poses], [pose.nod for pose in poses]
    if max(pstdev(turns), pstdev(nods)) > HELD_STILL:
        return None
    return Neutral(round(median(turns), 4), round(median(nods), 4), len(poses))


def looks_at_camera(pose: Pose, neutral: Neutral) -> bool:
    """Whether the head is turned to the camera as in the calibration; where only the eyes go is not seen."""
    return (
        abs(pose.turn) < LARGEST_TURN
        and abs(pose.turn - neutral.turn) <= TURNED
        and abs(pose.nod - neutral.nod) <= NODDED
    )
