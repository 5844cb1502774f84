"""The inputs of the model in numbers, as both engines take them."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from simulator.domain.units import Seconds


class Input(IntEnum):
    """What a host does to a room (section 10); in brackets what the numbers of an ``Act`` mean."""

    SPEAKING = 0
    SILENT = 1
    MENTION = 2
    """[product]"""
    POINT = 3
    """[product, number of the point, amount: quality]"""
    SERVICE = 4
    """A point that tells of service as well. [amount: quality]"""
    PRICE = 5
    """[product]"""
    WRONG_PRICE = 6
    ANSWER = 7
    """[number: topic, amount: quality]"""
    CALL = 8
    DEMONSTRATION = 9
    GREETING = 10
    CLAIM = 11
    """[amount: severity 0..1]"""
    FALSE_URGENCY = 12
    FILLER = 13
    """[amount: weight]"""
    PIN = 20
    """[product]"""
    UNPIN = 21
    COUPON = 22
    """[product, number: hundredths off, until]"""
    COUNTDOWN = 23
    """[until]"""
    LOTTERY = 24
    """[until]"""
    LIST_PRICE = 25
    """[product, number: hundredths]"""
    SOLD_OUT = 26
    """[product]"""
    RESTOCK = 27
    """[product, number: units]"""
    HANDLED = 28
    """[number: of the trouble]"""
    BUNGLED = 29
    """[number: of the trouble]"""
    COUPON_END = 31
    """[product]"""
    DRAWN = 32
    """[product, number: units, amount: 1 where the counter comes to know of it]"""
    STOCK_SET = 33
    """[product, number: units]"""
    CUT = 34
    """[number: ``Cut``]"""
    RESTORED = 35
    MUTE = 36
    """[amount: how unjust it looks, -1..1, see ``muting``]"""
    COMMENT_ON_TOP = 37
    """[amount: -1 abuse, 1 a question]"""


class Cut(IntEnum):
    """What of the stream the room does not get."""

    NOTHING = 0
    SOUND = 1
    STREAM = 2


class Act(NamedTuple):
    """One input with its numbers; what an input does not need stays at nothing."""

    code: int
    at: Seconds
    product: int = -1
    number: int = -1
    amount: float = 0.0
    until: float = -1.0
