"""What the camera saw, second by second: shown to people, never marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from simulator.domain.events import LookingCalibrated, PictureMeasured
from simulator.domain.judgement import Evidence, Measurement, WhyNone
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.metric import measured, not_measured
from simulator.metrics.spans import joined, total
from simulator.metrics.technical import LUMA, WASHED_OUT

SECOND: Seconds = 1.0
"""How long before its moment a picture measurement begins."""
ENOUGH: Seconds = 30.0
"""Seconds of pictures from which shares say anything (ours)."""
BACKLIT = 0.6
"""A face of less than this of the brightness beside it stands against the light (ours)."""
BRIGHT_BEHIND = 90.0
"""Only where it is at least so bright beside the face, 0..255: in the dark there is no light from behind (ours)."""
UNSTEADY = 0.005
"""A picture that moves by this share of its width from one picture to the next, a fifth of a second later, sways; a
host who talks before a camera that stands still moves it by 0.002 (ours)."""
BLURRED = 0.33
"""Less than this share of the session's usual sharpness is out of focus (ours; a sharp room measures as it likes)."""
AWAY: Seconds = 5.0
"""A look away from here on is shown as evidence; shorter ones go to comments and goods (ours)."""
SHOWN: Seconds = 2.0
"""Something held up for less is not listed (ours)."""


def looking_share(log: SessionLog) -> Measurement:
    """Share of the pictures with a face in which the host looked at the camera, 0..1."""
    known = [picture for picture in log.only(PictureMeasured) if picture.looking is not None]
    if why := _unseen(log):
        return not_measured(why)
    if not any(True for _ in log.only(LookingCalibrated)):
        return not_measured(WhyNone.NOT_CALIBRATED)
    if len(known) < ENOUGH:
        return not_measured(WhyNone.TOO_SHORT)
    weights = [picture.pictures * (picture.face_share or 1.0) for picture in known]
    share = sum((picture.looking or 0.0) * weight for picture, weight in zip(known, weights, strict=True))
    return measured(share / sum(weights), _longest(looked_away(log)))


def looked_away(log: SessionLog) -> tuple[Span, ...]:
    """Stretches of five seconds and more in which the face was seen and did not look at the camera."""
    return _stretches(log, lambda seen: seen.looking is not None and seen.looking < 0.5, AWAY)


def face_share(log: SessionLog) -> Measurement:
    """Share of the pictures with a face in them, 0..1."""
    if why := _unseen(log):
        return not_measured(why)
    looked = [picture for picture in log.only(PictureMeasured) if picture.face is not None]
    if len(looked) < ENOUGH:
        return not_measured(WhyNone.TOO_SHORT)
    shares = [float(picture.face or 0) if picture.face_share is None else picture.face_share for picture in looked]
    return measured(sum(shares) / len(shares), _longest(_stretches(log, lambda seen: seen.face is False, AWAY)))


def well_lit(log: SessionLog) -> Measurement:
    """Share of the seconds whose brightness lies inside the limits of rubric E4, 0..1."""
    return _share(log, _every, lambda seen: not _badly_lit(seen), bad=_badly_lit)


def backlit(log: SessionLog) -> Measurement:
    """Share of the seconds with a face in which it stood against the light, 0..1."""
    if why := _unseen(log):
        return not_measured(why)
    return _share(log, lambda seen: seen.face_luma is not None, against_light, bad=against_light)


def sharp(log: SessionLog) -> Measurement:
    """Share of the seconds at least a third as sharp as the session's usual, 0..1."""
    values = sorted(picture.sharpness for picture in log.only(PictureMeasured))
    usual = values[len(values) // 2] if values else 0.0

    def blurred(seen: PictureMeasured) -> bool:
        return seen.sharpness < BLURRED * usual

    return _share(log, _every, lambda seen: not blurred(seen), bad=blurred)


def steady(log: SessionLog) -> Measurement:
    """Share of the seconds in which the camera stood still, 0..1."""

    def sways(seen: PictureMeasured) -> bool:
        return seen.shift is not None and seen.shift > UNSTEADY

    pictures = list(log.only(PictureMeasured))
    if len(pictures) >= ENOUGH and sum(picture.shift is not None for picture in pictures) < len(pictures) / 2:
        return not_measured(WhyNone.CANNOT_TELL)
    return _share(log, lambda seen: seen.shift is not None, lambda seen: not sways(seen), bad=sways)


def frozen(log: SessionLog) -> Measurement:
    """Share of the seconds whose pictures were all the same, bit for bit, 0..1."""

    def stands(seen: PictureMeasured) -> bool:
        return seen.frozen == 1.0

    return _share(log, lambda seen: seen.frozen is not None, stands, bad=stands)


def held_up(log: SessionLog) -> Measurement:
    """Seconds in which something was held close before the camera: where to look, not what was shown."""
    if why := _unseen(log):
        return not_measured(why)
    told = [picture for picture in log.only(PictureMeasured) if picture.held is not None]
    if len(told) < ENOUGH:
        return not_measured(WhyNone.CANNOT_TELL)
    shown = held(log)
    return measured(total(shown), _longest(shown))


def held(log: SessionLog) -> tuple[Span, ...]:
    """Stretches in which something was held close before the camera."""
    return _stretches(log, lambda seen: seen.held is not None and seen.held >= 0.5, SHOWN)


def against_light(seen: PictureMeasured) -> bool:
    """Whether the face is dark before what is bright beside it."""
    if seen.face_luma is None or seen.beside_luma is None:
        return False
    return seen.beside_luma >= BRIGHT_BEHIND and seen.face_luma < BACKLIT * seen.beside_luma


def faces_seen(log: SessionLog) -> tuple[Span, ...]:
    """While a face was in the picture."""
    return _stretches(log, lambda seen: bool(seen.face), 0.0)


def looks(log: SessionLog) -> tuple[Span, ...]:
    """While the host looked at the camera."""
    return _stretches(log, lambda seen: seen.looking is not None and seen.looking >= 0.5, 0.0)


def _every(_seen: PictureMeasured) -> bool:
    return True


def _badly_lit(seen: PictureMeasured) -> bool:
    return not (LUMA[0] <= seen.luma <= LUMA[1] and max(seen.too_dark, seen.too_bright) <= WASHED_OUT)


def _unseen(log: SessionLog) -> WhyNone | None:
    """Why nothing can be said of the face."""
    pictures = list(log.only(PictureMeasured))
    if not pictures:
        return WhyNone.NO_PICTURE
    if all(picture.face is None for picture in pictures):
        return WhyNone.NOT_LOOKED_FOR
    return None


def _share(
    log: SessionLog,
    among: Callable[[PictureMeasured], bool],
    good: Callable[[PictureMeasured], bool],
    *,
    bad: Callable[[PictureMeasured], bool],
) -> Measurement:
    pictures = [picture for picture in log.only(PictureMeasured) if among(picture)]
    if not any(True for _ in log.only(PictureMeasured)):
        return not_measured(WhyNone.NO_PICTURE)
    if len(pictures) < ENOUGH:
        return not_measured(WhyNone.TOO_SHORT)
    return measured(sum(good(picture) for picture in pictures) / len(pictures), _longest(_stretches(log, bad, SECOND)))


def _stretches(log: SessionLog, what: Callable[[PictureMeasured], bool], least: Seconds) -> tuple[Span, ...]:
    """The seconds of which this holds, those that follow each other made one; from this length on."""
    spans = [Span(max(0.0, seen.at - SECOND), seen.at) for seen in log.only(PictureMeasured) if what(seen)]
    return tuple(span for span in joined(spans, SECOND / 2) if span.length >= least - 1e-6)


def _longest(spans: Iterable[Span]) -> list[Evidence]:
    return [Evidence(span, "") for span in sorted(spans, key=lambda span: (-span.length, span.start))]
