"""A kind of room that scenarios may name, with what is assumed about it."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.scenario import Crowd
from simulator.domain.units import Text


@dataclass(frozen=True, slots=True)
class Assumption:
    """One thing taken for granted in a room, worded for trainees and instructors."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A crowd that scenarios may inherit."""

    id: str
    name: Text
    crowd: Crowd
    assumptions: tuple[Assumption, ...]
