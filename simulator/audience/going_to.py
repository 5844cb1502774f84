"""Any moment of a session reached by the compiled engine: the room of then, for either engine to go on from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

import numpy as np

from simulator.audience import compiled
from simulator.audience.board import Board
from simulator.audience.compiled import NUMBERS, SERIES
from simulator.audience.quantile import Counts
from simulator.audience.room import CART, WAITING, Room


def rooms_at(stand: compiled.Stand, like: Room, ticks: Sequence[int]) -> Iterator[Room]:
    """The session's own room before each of these ticks, which rise; ``like`` is the room the stand was made of."""
    for made in stand.stops(0, ticks):
        yield room_of(made, like)


def waiting_at(stand: compiled.Stand, ticks: Sequence[int]) -> Iterator[Counts]:
    """Viewers waiting before each of these ticks, by topic."""
    for made in stand.stops(0, ticks):
        yield np.asarray(made.counts[:, WAITING:CART].sum(axis=0))


def room_of(made: Board, like: Room) -> Room:
    """A room from its arrays, as far as counting needs it; who moved what (the ledgers) is as in ``like``."""
    room = like.copy()
    _fill(room, made.room[0])
    for number, product in enumerate(room.products):
        _fill(product, made.products[number])
        product.taken_late = [int(each) for each in made.late[number, : product.counter_lag]]
        room.pending[number] = {
            int(price): lot.copy()
            for price, lot in zip(made.prices[number], made.lots[number], strict=True)
            if lot.any()
        }
    for number, trouble in enumerate(room.troubles):
        _fill(trouble, made.troubles[number])
    _fill(room.totals, made.totals[0])
    room.counts = made.counts.copy()
    room.heard_points, room.heard_answers = made.heard_points.copy(), made.heard_answers.copy()
    return room


def _fill(value: Any, held: Any) -> None:
    """Put the fields of a record back into the dataclass it was made of."""
    for field in fields(value):
        kind = str(field.type)
        if kind in NUMBERS:
            number = held[field.name]
            setattr(value, field.name, float(number) if NUMBERS[kind] is np.float64 else int(number))
        elif kind in SERIES:
            whole = [float(each) for each in held[field.name][: len(getattr(value, field.name))]]
            setattr(value, field.name, whole if kind == "list[float]" else tuple(whole))
