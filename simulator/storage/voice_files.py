"""The sounds of spoken notes: small files beside the recording of their session."""

from __future__ import annotations

import re
from pathlib import Path

from simulator.domain.judgement import Note
from simulator.domain.said import Said

ID = re.compile(r"[0-9a-f]{12}")
MEMBER = re.compile(r"voice-[0-9a-f]{12}\.ogg")
"""What a sound is called in a session's file."""
LARGEST = 8 << 20
"""Bytes of one sound that is taken in: many times what the longest note comes to."""
_MAGIC = b"OggS"


def path_of(recording: Path, id: str) -> Path:
    """The file of a spoken note; ``recording`` is where the session's recording is, or would be."""
    if not ID.fullmatch(id):
        raise ValueError(f"{id!r} cannot name a sound")
    return recording.with_name(f"{recording.stem}.voice-{id}.ogg")


def part_of(path: Path) -> Path:
    """What the file is called until the note is kept."""
    return path.with_name(f"{path.stem}.part.ogg")


def unfinished(recording: Path) -> tuple[str, ...]:
    """The ids of sounds that were being recorded when the program ended, the oldest first."""
    found = sorted(recording.parent.glob(f"{recording.stem}.voice-*.part.ogg"), key=lambda each: each.stat().st_mtime)
    ids = [each.name.removesuffix(".part.ogg").rpartition("voice-")[2] for each in found]
    return tuple(id for id in ids if ID.fullmatch(id))


def spoken(said: tuple[Said, ...], *, holding: bool = True) -> tuple[str, ...]:
    """The ids of the sounds that words name, of those that hold, or of those that do not."""
    notes = [each.word for each in said if isinstance(each.word, Note) and each.holds is holding]
    return tuple(note.voice for note in notes if note.voice)


def members(recording: Path, said: tuple[Said, ...]) -> dict[str, bytes]:
    """The sounds of a session as they are carried elsewhere; one whose file is gone is left out. Raise OSError."""
    paths = {f"voice-{id}.ogg": path_of(recording, id) for id in spoken(said)}
    return {name: path.read_bytes() for name, path in paths.items() if path.is_file()}


def sound_of(member: str, sound: bytes) -> str:
    """The id of a sound that was brought along. Raise ValueError where it is none."""
    if not MEMBER.fullmatch(member) or len(sound) > LARGEST or not sound.startswith(_MAGIC):
        raise ValueError("not a sound")
    return member.removeprefix("voice-").removesuffix(".ogg")
