"""Which events the phone shows, and which of them it needs to stand at a moment without having walked there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from simulator.domain.crowd import CommentPosted, Liked, OrderPlaced, RoomCounted, StockChanged
from simulator.domain.desk import (
    CommentPinned,
    CommentUnpinned,
    CountdownStarted,
    CouponEnded,
    CouponSent,
    LuckyBagOpened,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SoldOutMarked,
    StockAdded,
    StockCorrected,
    StreamCut,
    StreamRestored,
    ViewerMuted,
)
from simulator.domain.events import Event
from simulator.domain.findings import QuestionAnswered
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds
from simulator.ui.cabin.phone_face import TOAST_STAYS
from simulator.ui.models.chat import MOST_LINES

SELDOM = (
    CommentPinned, CommentUnpinned, CountdownStarted, CouponEnded, CouponSent, LuckyBagOpened, PriceChanged,
    ProductPinned, ProductUnpinned, QuestionAnswered, SoldOutMarked, StockAdded, StockCorrected, StreamCut,
    StreamRestored, ViewerMuted,
)  # fmt: skip
"""Each of these may still be seen an hour later, and there are few."""
OFTEN = (CommentPosted, Liked, OrderPlaced, RoomCounted, StockChanged)
"""Of these only the last ones are seen."""


def place_of(log: SessionLog, at: Seconds) -> int:
    """How many events have happened by then."""
    return bisect_right(log.events, at, key=lambda event: event.at)


def shown_since(log: SessionLog, first: int, last: int) -> list[Event]:
    """What the phone shows of the events from ``first`` up to ``last``, in order."""
    places = sorted(place for kind in (*SELDOM, *OFTEN) for place in _between(log, kind, first, last))
    return [log.events[place] for place in places]


def shown_by(log: SessionLog, last: int, at: Seconds) -> tuple[list[Event], list[Event]]:
    """What makes the phone look as it does at ``at``, before event number ``last``: a few hundred events of an hour.

    The first are a comment that was pinned and has scrolled away since, and its pinning; they come before the rest.
    """
    needed = {place for kind in SELDOM for place in _between(log, kind, 0, last)}
    comments = _between(log, CommentPosted, 0, last)
    needed.update(comments[-MOST_LINES:])
    before: list[Event] = []
    for pin in _between(log, CommentPinned, 0, last)[-1:]:
        pinned = log.events[pin]
        if isinstance(pinned, CommentPinned):
            found = _comment(log, comments[:-MOST_LINES], pinned.comment)
            before = [found, pinned] if found is not None else []
    needed.update(_last_of_each_product(log, _between(log, StockChanged, 0, last)))
    for place in reversed(_between(log, OrderPlaced, 0, last)):
        if log.events[place].at < at - TOAST_STAYS:
            break
        needed.add(place)
    return before, [*_likes(log, last), *(log.events[place] for place in sorted(needed)), *_counted(log, last)]


def likes_between(log: SessionLog, since: Seconds, until: Seconds) -> Iterator[Liked]:
    """The likes after ``since``, up to ``until``."""
    for place in _between(log, Liked, place_of(log, since), place_of(log, until)):
        event = log.events[place]
        if isinstance(event, Liked):
            yield event


def _between(log: SessionLog, kind: type[Event], first: int, last: int) -> list[int]:
    places = log.places(kind)
    return list(places[bisect_left(places, first) : bisect_left(places, last)])


def _comment(log: SessionLog, places: list[int], id: str) -> CommentPosted | None:
    """The comment with this id among those that stand there."""
    for place in reversed(places):
        event = log.events[place]
        if isinstance(event, CommentPosted) and event.id == id:
            return event
    return None


def _last_of_each_product(log: SessionLog, places: list[int]) -> Iterator[int]:
    waited = {product.id for product in log.scenario.products}
    for place in reversed(places):
        event = log.events[place]
        if isinstance(event, StockChanged) and event.product in waited:
            waited.discard(event.product)
            yield place
            if not waited:
                return


def _counted(log: SessionLog, last: int) -> list[Event]:
    """The last count of the room."""
    places = _between(log, RoomCounted, 0, last)
    return [log.events[places[-1]]] if places else []


def _likes(log: SessionLog, last: int) -> list[Event]:
    """The likes so far: as the room counted them, and those since; all of them where it did not count."""
    counts = _between(log, RoomCounted, 0, last)
    counted = log.events[counts[-1]] if counts else None
    if isinstance(counted, RoomCounted) and counted.likes:
        since = [log.events[place] for place in _between(log, Liked, counts[-1], last)]
        return [Liked(at=counted.at, count=counted.likes), *since]
    return [log.events[place] for place in _between(log, Liked, 0, last)]
