"""Sound and picture files, opened with care: only what they hold, never what they point to."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator
from pathlib import Path

import av
import av.container
import av.error

from simulator.domain.units import Seconds
from simulator.ports import ContentError

# Containers of sound and pictures. Playlists (hls, concat, dash) are left out: a text file could name other files.
FORMATS = (
    "aac,ac3,aiff,amr,asf,au,avi,caf,flac,flv,gif,image2,jpeg_pipe,matroska,mov,mp3,mpeg,mpegts,ogg,png_pipe,"
    "w64,wav,webm"
)


def open_media(path: Path) -> av.container.InputContainer:
    """Open a sound or picture file; raise ContentError saying what is wrong with it."""
    if path.is_dir():
        raise ContentError("file_is_folder", file=str(path))
    if not path.exists():
        raise ContentError("file_missing", file=str(path))
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except OSError as error:
        raise ContentError("file_blocked", file=str(path)) from error
    if not head:
        raise ContentError("file_empty", file=str(path))
    try:
        # The absolute path: a relative name like "concat:x" would be taken for a protocol.
        return av.open(str(path.resolve()), options={"format_whitelist": FORMATS, "protocol_whitelist": "file"})
    except (av.error.FFmpegError, OSError, ValueError) as error:
        # An MP4 begins with its type; what makes it playable is written last.
        code = "file_truncated" if head[4:8] == b"ftyp" else "file_not_media"
        raise ContentError(code, file=str(path)) from error


def origin(container: av.container.InputContainer) -> Seconds:
    """Where the file's own time begins."""
    return container.start_time / av.time_base if container.start_time is not None else 0.0


def promised_length(path: Path, container: av.container.InputContainer) -> Seconds | None:
    """How long the file's header says it is; None where it does not say."""
    if not container.duration or container.duration < 0:
        return None
    return container.duration / av.time_base * _promised_share(path)


def _promised_share(path: Path) -> float:
    """How many times its size a WAV file says it has: FFmpeg itself goes by what is there."""
    with path.open("rb") as file:
        head = file.read(12)
    size = path.stat().st_size
    said = int.from_bytes(head[4:8], "little") + 8
    # Programs that write into a pipe leave the size at 0 or at its largest.
    if head[:4] != b"RIFF" or said <= size or said >= 0xFFFF_0000:
        return 1.0
    return said / size


def frames(
    container: av.container.InputContainer, stream: av.VideoStream | av.AudioStream
) -> Iterator[av.VideoFrame | av.AudioFrame]:
    """All frames of a stream that can be decoded; a damaged packet costs only itself."""
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
        except av.error.FFmpegError:
            return  # the end of what is readable
        if packet is None:
            return
        try:
            decoded = packet.decode()
        except av.error.EOFError:
            return
        except av.error.FFmpegError:
            continue
        for frame in decoded:
            if isinstance(frame, av.VideoFrame | av.AudioFrame):
                yield frame


def let_go(frames_of_it: Generator[object, None, None]) -> None:
    """Close a generator and the file it holds, from whichever thread."""
    with contextlib.suppress(ValueError):  # it runs on another thread just now, and ends there
        frames_of_it.close()
