"""Who moved what: the ledgers of a room kept in step with its covariates. Only causes are read from them."""

from __future__ import annotations

from simulator.audience import mind
from simulator.audience.ledger import Ledger
from simulator.audience.mood import Fades
from simulator.audience.parameters import Parameters
from simulator.audience.room import Room
from simulator.domain.crowd import Reason
from simulator.domain.units import Seconds


class Credit:
    """Remembers the covariates of a room, and enters what has changed since into its ledgers."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._before = self._values()

    def enter(self, at: Seconds, reason: Reason | None = None) -> None:
        """Put down every change since the last call to the moment ``at``."""
        now = self._values()
        for ledger, before, after in zip(self._ledgers(), self._before, now, strict=True):
            ledger.add(at, after - before, reason)
        self._before = now

    def _values(self) -> list[float]:
        room = self._room
        values = [room.attention, room.trust, room.discontent, room.service, room.pulse, room.false_urgency]
        for product in room.products:
            values += [product.understanding, product.price_clarity]
        return values

    def _ledgers(self) -> list[Ledger]:
        room = self._room
        ledgers = [
            room.about_attention, room.about_trust, room.about_discontent, room.about_service, room.about_pulse,
            room.about_false_urgency,
        ]  # fmt: skip
        for product in room.products:
            ledgers += [product.about, product.about_price]
        return ledgers


def fade(room: Room, par: Parameters, fades: Fades, now: Seconds) -> None:
    """Let the ledgers fade as ``mind.relax`` lets the covariates."""
    room.about_attention.fade(fades.attention_silent if mind.is_silent(room, par, now) else fades.attention)
    room.about_trust.fade(fades.trust)
    room.about_discontent.fade(fades.discontent)
    room.about_service.fade(fades.service)
    room.about_pulse.fade(fades.pulse)
    room.about_false_urgency.fade(fades.false_urgency)


def dilute(room: Room, keep: float) -> None:
    """Let the ledgers of knowledge shrink as ``mind.dilute`` lets knowledge."""
    room.about_service.fade(keep)
    for product in room.products:
        product.about.fade(keep)
        product.about_price.fade(keep)
