"""A session as a film: the recording with captions, chat, toasts and product card, as viewers saw it."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from simulator.devices.film_file import FilmFile, length_of, pictures_of
from simulator.domain.session import SessionLog, Transcript
from simulator.domain.units import Seconds, Span
from simulator.media_port import VideoFrame
from simulator.ports import ContentError, StoreError
from simulator.ui.sharing.past_phone import PastPhone
from simulator.ui.theme import Theme

SIZE = QSize(720, 1280)
"""Of the film, upright as on a phone."""


def write_film(
    log: SessionLog,
    transcript: Transcript | None,
    recording: Path,
    out: Path,
    *,
    span: Span | None = None,
    size: QSize = SIZE,
    theme: Theme | None = None,
    reached: Callable[[float], None] = lambda _share: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write the film of a session, or of a ``span`` of it, whole or not at all; needs a Qt application.

    ``reached`` is told the share that is done. Raise InterruptedError once ``is_cancelled``, ContentError for a span
    outside the recording, DeviceError for a recording that cannot be read, StoreError where the film cannot be
    written. Slow: about a third of the time the session took.
    """
    length = length_of(recording)
    # To the end means to the last packet, not to where the header rounds the length to.
    wanted = Span(0.0, math.inf) if span is None else span
    if wanted.start >= min(wanted.end, length):
        raise ContentError("film_span_empty", length=f"{length:.0f}")
    part = out.with_name(out.name + ".part")
    try:
        _write(log, transcript, recording, part, wanted, length, size, theme or Theme(), reached, is_cancelled)
        part.replace(out)
    except OSError as error:
        if isinstance(error, InterruptedError):
            raise
        raise StoreError("file_unwritable", file=str(out), reason=error.strerror or "") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _write(
    log: SessionLog,
    transcript: Transcript | None,
    recording: Path,
    part: Path,
    span: Span,
    length: Seconds,
    size: QSize,
    theme: Theme,
    reached: Callable[[float], None],
    is_cancelled: Callable[[], bool],
) -> None:
    phone = PastPhone(log, transcript, size, theme)
    told: Seconds = span.start
    with FilmFile(part, recording, span, (size.width(), size.height())) as film:
        for at, pixels in pictures_of(recording, span):
            if is_cancelled():
                raise InterruptedError
            phone.move_to(at)
            film.picture(at, pixels_of(phone.paint(VideoFrame(at, pixels))))
            if at - told >= 1.0:
                told = at
                reached(min(1.0, (at - span.start) / (min(span.end, length) - span.start)))
        film.close()
    reached(1.0)


def pixels_of(image: QImage) -> np.ndarray:
    """(height, width, 4) in BGRA: a view on an image in ``Format_RGB32``, which must be kept meanwhile."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)
