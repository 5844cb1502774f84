"""Words what the phone shows, from the session's events and figures."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from simulator.domain.crowd import Followed, Liked, OrderPlaced, ViewersEntered
from simulator.domain.desk import CountdownStarted, Loss, LuckyBagOpened, StreamCut, StreamRestored
from simulator.domain.events import Event, HostSpoke
from simulator.domain.scenario import Scenario
from simulator.domain.units import Seconds
from simulator.metrics.room import SessionFigures
from simulator.ui.amounts import clock, count, money
from simulator.ui.cabin.overlays import CardFace, PhoneFace
from simulator.ui.cabin.toasts import Gathered
from simulator.ui.widgets import shown

if TYPE_CHECKING:
    from simulator.live.shelf import ShelfItem


class Stage(Protocol):
    """What the phone needs to know of a session, live or past."""

    @property
    def now(self) -> Seconds: ...
    @property
    def unconfirmed(self) -> str: ...
    @property
    def shelf(self) -> tuple[ShelfItem, ...]: ...
    @property
    def demonstrating_since(self) -> Seconds | None: ...


TOAST_STAYS: Seconds = 4.0
CAPTION_STAYS: Seconds = 6.0
"""How long words stay after they were said."""
LONGEST_CAPTION = 160


class PhoneState(QObject):
    """Remembers what the phone still shows of what happened."""

    def __init__(self, scenario: Scenario, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._lucky_bag: Seconds = 0.0
        self._prize = ""
        self._countdown: Seconds = 0.0
        self._orders: deque[OrderPlaced] = deque()
        self._stuck = False
        self._spoken: HostSpoke | None = None
        self._tail = ""
        self._tail_at: Seconds = 0.0
        self._entered, self._followed = Gathered(), Gathered()
        self._likes = 0
        self._counted = ("", "")
        self._counted_second: int | None = None

    def take(self, event: Event) -> None:
        match event:
            case LuckyBagOpened():
                self._lucky_bag = event.closes_at
                self._prize = shown(event.prize, 10).replace("{", "(").replace("}", ")")
            case CountdownStarted():
                self._countdown = event.closes_at
            case StreamCut():
                self._stuck = event.loss is Loss.STREAM
            case StreamRestored():
                self._stuck = False
            case OrderPlaced():
                self._orders.append(event)
            case ViewersEntered():
                self._entered.take(event.count)
            case Followed():
                self._followed.take(event.count)
            case Liked():
                self._likes += event.count
            case HostSpoke():
                self._spoken = event
                self._tail = ""

    def face(self, session: Stage, figures: SessionFigures) -> PhoneFace:
        """What stands on the phone now."""
        now = session.now
        likes, online = self._counts(now, figures)
        caption, tail = self.captions(session)
        return PhoneFace(
            host=self._scenario.seller.name,
            likes=likes,
            online=online,
            closings=self._closings(session),
            toast=self._toast(now),
            news=self._news(now),
            hearts=self._likes,
            card=self._card(session),
            caption=caption,
            tail=tail,
            stuck=self.tr("stuck: viewers see this picture stand still") if self._stuck else "",
            demonstrating="" if session.demonstrating_since is None else self.tr("● demonstration"),
        )

    def _counts(self, now: Seconds, figures: SessionFigures) -> tuple[str, str]:
        """Likes and viewers, told once a second: nobody reads them faster, and each change is painted."""
        if int(now) != self._counted_second:
            self._counted_second = int(now)
            online = self.tr("online {count}").format(count=count(figures.online))
            self._counted = (
                self.tr("%Ln like(s)", "", figures.likes),
                "" if figures.online is None else online,
            )
        return self._counted

    def _news(self, now: Seconds) -> str:
        """Who came in has no name before they write: only how many."""
        if now >= self._entered.until and self._followed.turn(now):
            return self.news_words(followed=self._followed.shown)
        if self._entered.turn(now):
            return self.news_words(entered=self._entered.shown)
        return ""

    def news_words(self, *, entered: int = 0, followed: int = 0) -> str:
        """A toast on one of both."""
        if followed:
            return self.tr("%Ln new follower(s)", "", followed)
        return self.tr("+{count} came in").format(count=count(entered)) if entered else ""

    def _closings(self, session: Stage) -> tuple[str, ...]:
        closing = [
            (self._prize + " " * bool(self._prize) + self.tr("lucky bag {time}"), self._lucky_bag),
            (self.tr("countdown {time}"), self._countdown),
            *(
                (self.tr("coupon {time}"), item.coupon_closes_at)
                for item in session.shelf
                if item.coupon_closes_at is not None
            ),
        ]
        now = max(0.0, session.now)  # while it is counted down to going live nothing closes yet
        return tuple(words.format(time=clock(at - now)) for words, at in closing if at > now)

    def _toast(self, now: Seconds) -> str:
        while self._orders and self._orders[0].at < now - TOAST_STAYS:
            self._orders.popleft()
        if not self._orders:
            return ""
        name = shown(self._orders[-1].viewer.name, 12)
        if len(self._orders) == 1:
            return self.tr("{name} is buying").format(name=name)
        return self.tr("{name} is buying  ×{count}").format(name=name, count=len(self._orders))

    def _card(self, session: Stage) -> CardFace | None:
        item = next((each for each in session.shelf if each.pinned), None)
        if item is None:
            return None
        gone = item.sold_out or item.stock <= 0
        state = self.tr("sold out") if gone else self.tr("on show · {count} left").format(count=count(item.stock))
        price, before = item.price, item.product.price
        if item.coupon_closes_at is not None and item.product.coupon is not None:
            price, before = price - item.product.coupon.off, price
        return CardFace(
            product=item.product,
            title=item.product.name,
            state=state,
            price=money(price),
            before=money(before) if before != price else "",
            action=self.tr("Buy"),
            sold_out=gone,
        )

    def captions(self, session: Stage) -> tuple[str, str]:
        """The last phrase, and what is heard but not confirmed; a finished tail stays until its phrase comes."""
        now, tail = session.now, session.unconfirmed
        if tail:
            self._tail, self._tail_at = tail, now
        elif now - self._tail_at > CAPTION_STAYS:
            self._tail = ""
        spoken = self._spoken.text if self._spoken is not None and now - self._spoken.at < CAPTION_STAYS else ""
        return caption_end(spoken), caption_end(self._tail)


def caption_end(text: str) -> str:
    """The end of a caption, which is what was said last; without signs beyond the basic plane, which nobody speaks."""
    return shown("".join(sign for sign in text[-LONGEST_CAPTION:] if ord(sign) < 0x10000), LONGEST_CAPTION)
