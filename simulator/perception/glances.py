"""Some pictures a second made one measurement a second."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from statistics import fmean, median

from simulator.domain.events import PictureMeasured
from simulator.domain.units import Seconds
from simulator.perception.face import Neutral, looks_at_camera
from simulator.perception.held import HeldWatch
from simulator.perception.picture import Glance

SECOND: Seconds = 1.0


class GlanceSeconds:
    """Gathers glances in order; about once a second there is a ``PictureMeasured``."""

    def __init__(self, neutral: Neutral | None = None) -> None:
        self.neutral = neutral
        """How the host looks into the camera; None as long as nobody calibrated."""
        self._held = HeldWatch()
        self._seen: list[tuple[Glance, bool | None]] = []

    def take(self, seen: Glance, skipped: int = 0) -> PictureMeasured | None:
        """The second before this glance once it is full; ``skipped`` pictures of it were not looked at.

        What is measured is known at the first glance after it, which begins the next second.
        """
        full = bool(self._seen) and seen.at - self._seen[0][0].at >= SECOND - 1e-6
        measured = measured_pictures(seen.at, self._seen, self.neutral, skipped) if full else None
        if full:
            self._seen = []
        self._seen.append((seen, self._held.take(seen)))
        return measured


def measured_pictures(
    at: Seconds, glances: Iterable[tuple[Glance, bool | None]], neutral: Neutral | None, skipped: int = 0
) -> PictureMeasured:
    """One measurement of some glances, each with whether something was held up in it; ``at`` is when it was known."""
    pairs = list(glances)
    seen = [glance for glance, _ in pairs]
    looked_for = [glance for glance in seen if glance.looked_for]
    faces = [glance for glance in looked_for if glance.face is not None]
    share = len(faces) / len(looked_for) if looked_for else None
    poses = [glance.pose for glance in faces if glance.pose is not None]
    looking = None
    if neutral is not None and poses:
        looking = fmean(looks_at_camera(pose, neutral) for pose in poses)
    shifts = [glance.shift for glance in seen if glance.shift is not None]
    frozen = [glance.frozen for glance in seen if glance.frozen is not None]
    held = [each for _, each in pairs if each is not None]
    places = [glance.place for glance in faces if glance.place is not None]
    return PictureMeasured(
        at=at,
        luma=round(fmean(glance.luma for glance in seen), 2),
        too_dark=round(fmean(glance.too_dark for glance in seen), 4),
        too_bright=round(fmean(glance.too_bright for glance in seen), 4),
        sharpness=round(median(glance.sharpness for glance in seen), 2),
        face=None if share is None else share >= 0.5,
        pictures=len(seen),
        skipped=skipped,
        face_share=_rounded(share),
        looking=_rounded(looking),
        face_place=tuple(round(median(sides), 3) for sides in zip(*places, strict=True)) if places else None,
        face_luma=_rounded(_mean(glance.face_luma for glance in faces), 2),
        beside_luma=_rounded(_mean(glance.beside_luma for glance in faces), 2),
        shift=_rounded(sqrt(fmean(shift**2 for shift in shifts)) if shifts else None, 5),
        frozen=_rounded(fmean(frozen) if frozen else None),
        held=_rounded(fmean(held) if held else None),
    )


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None


def _rounded(value: float | None, digits: int = 3) -> float | None:
    return None if value is None else round(value, digits)
