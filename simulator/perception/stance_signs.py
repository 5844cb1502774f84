"""The word classes that tell how words are meant, of whatever language."""

from __future__ import annotations

import re
from dataclasses import dataclass

NEVER = re.compile(r"(?!)")
"""Matches nothing: for a word class that a language tells by others."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What ends a sentence and a clause."""

    sentence: re.Pattern[str]
    clause: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Signs:
    """The closed word classes of one language by which a stance is told."""

    disclaims: re.Pattern[str]
    disclaims_after: re.Pattern[str]
    viewer: re.Pattern[str]
    reports: re.Pattern[str]
    asked: re.Pattern[str]
    """A viewer's question claims nothing; a viewer's statement does where the host lets it stand."""
    rivals: re.Pattern[str]
    """Those whose claims are never the host's own."""
    distance: re.Pattern[str]
    """The host does not make it his own: "but I won't say that"."""
    denies: re.Pattern[str]
    denies_not: re.Pattern[str]
    denies_after: re.Pattern[str]
    asks: re.Pattern[str]
    asks_after: re.Pattern[str]
    wants_yes: re.Pattern[str]
    tag: re.Pattern[str]
    supposes: re.Pattern[str]
    offered: re.Pattern[str] = NEVER
    """Somebody offers it or asks the host for it, and"""
    refused: re.Pattern[str] = NEVER
    """the host turns it down."""
    told: re.Pattern[str] = NEVER
    """Somebody has said it, and"""
    corrected: re.Pattern[str] = NEVER
    """the host sets it right."""
