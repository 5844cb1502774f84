"""The figures of a room: one count for cabin, review, report and JSON."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.crowd import (
    CardClicked,
    CommentPosted,
    CommentsUnseen,
    Followed,
    Liked,
    OrderCancelled,
    OrderPaid,
    OrderPlaced,
    OrderRefunded,
    RoomCounted,
    ViewersEntered,
    ViewersLeft,
)
from simulator.domain.events import Event, WentOffAir
from simulator.domain.findings import QuestionAnswered
from simulator.domain.machine import PicturesDropped
from simulator.domain.scenario import Scenario
from simulator.domain.session import SessionLog
from simulator.domain.units import Money, Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFigures:
    """What the simulated audience did, in totals; None is not measured."""

    length: Seconds
    entries: int
    left: int
    online: int | None
    """Now, or at the end."""
    peak_viewers: int | None
    average_viewers: float | None
    dwell: Seconds | None
    """Viewer-seconds per viewer who came in."""
    comments: int
    """All that were written, the ones that went by unseen with them."""
    comments_per_min: float | None
    questions: int
    """Comments shown that want an answer."""
    answered: int
    answer_rate: float | None
    likes: int
    followers: int
    card_clicks: int
    orders: int
    paid: int
    cancelled: int
    refunds: int
    gmv: Money
    """Paid orders at the price locked when they were placed."""
    refunded: Money
    net_gmv: Money
    conversion: float | None
    """Orders per card click; None without clicks, and where more orders came than clicks.

    Who asked and was answered may go to the card without a click, and order there: such orders have no click.
    """
    dropped_frames: int


class RoomFigures:
    """Counts while events come in, live or from a log."""

    def __init__(self, scenario: Scenario) -> None:
        nothing = Money(0, scenario.currency)
        self._at: Seconds = 0.0
        self._off_air: Seconds | None = None
        self._entries = self._left = self._comments = self._likes = self._followers = 0
        self._clicks = self._orders = self._paid = self._cancelled = self._refunds = self._dropped = 0
        self._gmv = self._refunded = nothing
        self._prices: dict[str, Money] = {}
        self._questions = self._answered = 0
        self._unanswered: set[str] = set()
        self._online: int | None = None
        self._peak: int | None = None
        self._counted_at: Seconds | None = None
        self._viewer_seconds = self._counted_for = 0.0

    def take(self, event: Event) -> None:
        """Count one event; events come in the order of ``at``."""
        self._at = max(self._at, event.at)
        match event:
            case RoomCounted(at=at, online=online):
                self._count_room(at, online)
            case ViewersEntered(count=count):
                self._entries += count
            case ViewersLeft(count=count):
                self._left += count
            case CommentPosted(id=id, wants_answer=wants_answer):
                self._comments += 1
                if wants_answer:
                    self._questions += 1
                    self._unanswered.add(id)
            case CommentsUnseen(count=count):
                self._comments += count
            case QuestionAnswered(comments=comments):
                answered = self._unanswered.intersection(comments)
                self._answered += len(answered)
                self._unanswered -= answered
            case Liked(count=count):
                self._likes += count
            case Followed(count=count):
                self._followers += count
            case CardClicked(count=count):
                self._clicks += count
            case OrderPlaced(order=order, price=price):
                self._orders += 1
                self._prices[order] = price
            case OrderPaid(order=order):
                self._paid += 1
                self._gmv += self._prices[order]
            case OrderCancelled():
                self._cancelled += 1
            case OrderRefunded(refund=refund):
                self._refunds += 1
                self._refunded += refund
            case PicturesDropped(count=count):
                self._dropped += count
            case WentOffAir(at=at):
                self._off_air = at
            case _:
                pass

    def figures(self) -> SessionFigures:
        """The totals so far."""
        length = self._at if self._off_air is None else self._off_air
        average = self._viewer_seconds / self._counted_for if self._counted_for else None
        return SessionFigures(
            length=length,
            entries=self._entries,
            left=self._left,
            online=self._online,
            peak_viewers=self._peak,
            average_viewers=average,
            dwell=self._viewer_seconds / self._entries if self._entries and self._counted_for else None,
            comments=self._comments,
            comments_per_min=60 * self._comments / length if length > 0 else None,
            questions=self._questions,
            answered=self._answered,
            answer_rate=self._answered / self._questions if self._questions else None,
            likes=self._likes,
            followers=self._followers,
            card_clicks=self._clicks,
            orders=self._orders,
            paid=self._paid,
            cancelled=self._cancelled,
            refunds=self._refunds,
            gmv=self._gmv,
            refunded=self._refunded,
            net_gmv=self._gmv - self._refunded,
            conversion=self._orders / self._clicks if self._orders <= self._clicks and self._clicks else None,
            dropped_frames=self._dropped,
        )

    def _count_room(self, at: Seconds, online: int) -> None:
        # The room is counted at the end of each second: its count stands for the time since the last one.
        since = at - (0.0 if self._counted_at is None else self._counted_at)
        if since > 0:
            self._viewer_seconds += online * since
            self._counted_for += since
        self._counted_at = at
        self._online = online
        self._peak = online if self._peak is None else max(self._peak, online)


def figures(log: SessionLog) -> SessionFigures:
    """The totals of a whole session."""
    room = RoomFigures(log.scenario)
    for event in log.events:
        room.take(event)
    return room.figures()
