"""What hosts say to viewers in every stream, by language: invitations, courtesies, fillers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.perception.invitations import Grammar


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    """General wordings of one language; what belongs to a scenario stands in its file."""

    calls: Mapping[str, tuple[str, ...]]
    """Invitations by kind; {n} stands for a link number."""
    invitations: Grammar
    """Invitations as they are put together, for what no list holds."""
    ways: tuple[str, ...]
    """Words that name the way to buy."""
    elements: Mapping[str, tuple[str, ...]]
    """Building blocks of a stream, by id."""
    welcomes: tuple[str, ...]
    greeting_cues: tuple[str, ...]
    """Words beside a viewer's name that greet or thank."""
    statements: Mapping[str, tuple[str, ...]]
    """Statements a market requires that no fact card words, by id."""
    addresses: tuple[str, ...]
    """Calm words that speak to those who attack the host or others."""
    insults: str
    """What no calm phrase holds, as a regular expression on normalised text."""
    shipping: tuple[str, ...]
    """Words that tell what delivery costs."""
    hesitations: tuple[str, ...]
    loose_hesitations: tuple[str, ...]
    """Hesitation sounds that are also words, or how recognisers write them: only when set off."""
    filler_words: tuple[str, ...]
