"""What the kernel works on: the room, its tables and the programme of a rollout, in arrays."""

from __future__ import annotations

from typing import Any, NamedTuple

from simulator.audience.quantile import Counts, Floats
from simulator.audience.room import SEGMENTS

COUNTED = 21
"""Columns of the results before the stock of each product: ``rollouts.COUNTERS``."""
FIXED = SEGMENTS + 1
"""Draws of every tick: likes and follows by segment, and arrivals."""


class Board(NamedTuple):
    """The state of a room in arrays; records have the fields of the classes of ``room``."""

    room: Any
    """One record."""
    products: Any
    late: Any
    """By product: ``taken_late``."""
    troubles: Any
    totals: Any
    """One record."""
    counts: Counts
    heard_points: Floats
    heard_answers: Floats
    prices: Counts
    """By product and place: the prices at which orders can be pending, rising."""
    lots: Counts
    """By product, place and type: orders pending."""


class Tables(NamedTuple):
    """What never changes: records of ``Parameters`` and ``Fades``, and the tables of ``Hazards``."""

    par: Any
    fades: Any
    kinds: Counts
    """By cell: its type,"""
    states: Counts
    """ … and its state."""
    leave_entering: Floats
    settle: Floats
    settled_leave: Floats
    click: Floats
    decide: Floats
    ask: Floats
    money: Floats
    buy: Floats
    bargain: Floats
    comment: Floats
    topics: Floats
    like: Floats
    follow: Floats


class Programme(NamedTuple):
    """What happens from outside."""

    acts: Any
    """Records of tick and ``Act``, by tick."""
    times: Floats
    """Moment of each tick, in seconds."""
    levels: Floats
    """Arrivals per second at each tick, incidents left out."""
    opening: int
    """Viewers who wait for the stream to begin."""
    interval: int
    """Ticks between two tries to answer; 0 where the host does not answer."""
    heeds: Floats
    """By topic: the probability that a try becomes an answer."""
    quality: float
    speaking: int
    """1 where the host speaks already."""
    every: int
    """Ticks from one row of the results to the next."""


class Scratch(NamedTuple):
    """Memory that is written anew in each tick."""

    mood: Any
    """One record."""
    weather: Any
    """By ``Effect``."""
    sums: Floats
    exits: Counts
    """By type, state and destination, of cells that somebody left."""
    left: Counts
    """Cells that somebody left."""
    going: Counts
    """How many left those cells."""
    flags: Counts
    """1 for occupied cells in which something may happen, else 0."""
    touched: Counts
    """Occupied cells in which something may happen, by their place among them."""
    chances: Floats
    """Uniforms of one row of draws,"""
    parts: Floats
    """ … and of another."""
    change: Counts
    comments: Counts
    """One number: of this tick."""
    occupied: Counts
    """Segments of the ``FIXED`` draws of every tick, then the cells with somebody in them."""
    purposes: Counts
    first: Floats
    """Uniforms of those."""
    second: Floats
    talk: Floats
    """By cell: rate of comments times tick."""
    exposure: Floats
    """By cell: rate of leaving it times tick."""
    row: Floats
    """By state: rates of going elsewhere than away."""
    asking: Floats
    """By type: rate of questions of who watches."""
    resolved: Counts
    """By cell: answered viewers of this tick, where there was an answer."""
    wanted: Counts
    """By product: orders of this tick before the stock is looked at."""
    ordered: Counts
    """By product: orders of this tick."""
    by_segment: Counts
