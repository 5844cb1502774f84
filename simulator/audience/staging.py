"""What an incident truly does beside moving the crowd: the shop's own acts, and what it undoes when it is over.

The listing shows a wrong price, another card comes up, a coupon dies, goods are gone, the stream is cut. Each is an act
of the shop (``Hand.SHOP``) in the log like any other, one beat after the incident opened, and reaches shelf, audience
and windows as every act does; so a replay, a what-if and the compiled engine meet the same acts. None of it is the
host's merit or fault. What the host puts right at the desk stays as the host left it; the rest the shop puts right when
the incident ends, or, where the host chose to let it go on, at the end of its window. Goods that were sold elsewhere do
not come back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from simulator.domain.crowd import IncidentClosed, IncidentOpened, StockChanged, Way
from simulator.domain.desk import (
    CouponEnded,
    CouponSent,
    Hand,
    Loss,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SoldOutMarked,
    StockAdded,
    StockCorrected,
    StockDrawn,
    StreamCut,
    StreamRestored,
)
from simulator.domain.events import Event
from simulator.domain.findings import IncidentNoticed
from simulator.domain.scenario import Incident, Scenario, Trigger
from simulator.domain.taxonomy import Staged, Taxonomy
from simulator.domain.units import Money, Seconds

TENTH = 10
"""A price is typed with its point one place too far left (taxonomy: "one tenth of the price")."""
FROZEN: Seconds = 20.0
"""How long the stream stands still (taxonomy: "preview freezes for 20 s")."""
REISSUED: Seconds = 60.0
"""A coupon that the shop sends again holds at least so long (ours: as long as one from the desk)."""


@dataclass(slots=True)
class _Scene:
    """Something that was staged and is not over: what it is, of which product, and what stood there before."""

    staged: Staged
    product: str
    ends: Seconds
    """When the window of its incident is over."""
    price: Money | None = None
    pinned: str | None = None
    coupon: CouponSent | None = None
    until: Seconds | None = None
    """When it ends by itself, whatever becomes of the incident."""


class Staging:
    """Folds the log of a session into the acts of the shop."""

    def __init__(self, scenario: Scenario, taxonomy: Taxonomy, plans: Sequence[Incident]) -> None:
        """``plans`` are all incidents of the session: ``surprises.planned``."""
        self._scenario = scenario
        self._taxonomy = taxonomy
        self._plans: Mapping[str, Incident] = {plan.id: plan for plan in plans}
        self._prices = {product.id: product.price for product in scenario.products}
        self._left = {product.id: product.stock for product in scenario.products}
        self._coupons: dict[str, CouponSent] = {}
        self._pinned: str | None = None
        self._open: dict[str, _Scene] = {}
        self._draws = list(scenario.draws)

    def beat(self, happened: Sequence[Event], next_moment: Seconds) -> Iterator[Event]:
        """Take what happened in a beat; what the shop does about it, at ``next_moment``."""
        while self._draws and self._draws[0].at <= next_moment:
            draw = self._draws.pop(0)
            yield StockDrawn(at=next_moment, product=draw.product, units=draw.units)
        for id, scene in list(self._open.items()):
            if scene.until is not None and next_moment >= scene.until:
                yield from self._over(id, next_moment)
        for event in happened:
            for act in self._take(event):
                yield replace(act, at=next_moment)

    def _take(self, event: Event) -> Iterator[Event]:
        self._note(event)
        match event:
            case IncidentOpened():
                yield from self._opened(event)
            case IncidentNoticed():
                scene = self._open.get(event.incident)
                if scene is not None and scene.staged is Staged.SOUND:
                    yield from self._over(event.incident, event.at)
            case IncidentClosed():
                yield from self._closed(event)
            case _:
                pass

    def _note(self, event: Event) -> None:
        """How things stand; and what somebody put right is no longer the shop's to undo."""
        mended: tuple[Staged, str] | None = None
        match event:
            case PriceChanged():
                self._prices[event.product] = event.price
                mended = Staged.PRICE, event.product
            case ProductPinned() | ProductUnpinned():
                self._pinned = event.product if isinstance(event, ProductPinned) else None
                mended = Staged.WRONG_PIN, ""
            case CouponSent():
                self._coupons[event.product] = event
                mended = Staged.COUPON, event.product
            case CouponEnded():
                self._coupons.pop(event.product, None)
            case StockCorrected() | SoldOutMarked() | StockAdded():
                mended = Staged.COUNTER, event.product
            case StockChanged():
                self._left[event.product] = event.left
            case _:
                pass
        if mended is not None and getattr(event, "by", None) is not Hand.SHOP:
            what, product = mended
            for id, scene in list(self._open.items()):
                if scene.staged is what and product in ("", scene.product):
                    del self._open[id]

    def _opened(self, event: IncidentOpened) -> Iterator[Event]:
        kind, plan = self._taxonomy.incidents.get(event.kind), self._plans.get(event.incident)
        if kind is None or kind.staged is None:
            return
        about = (plan.product if plan is not None else None) or self._pinned or self._first()
        at = event.at
        scene = _Scene(kind.staged, about, at + kind.window)
        match kind.staged:
            case Staged.PRICE:
                scene.price = self._prices[about]
                wrong = replace(scene.price, hundredths=max(scene.price.hundredths // TENTH, 1))
                yield PriceChanged(at=at, product=about, price=wrong, by=Hand.SHOP)
            case Staged.WRONG_PIN:
                others = [each.id for each in self._scenario.products if each.id not in (about, self._pinned)]
                if not others:
                    return
                scene.pinned = others[0]
                yield ProductPinned(at=at, product=others[0], by=Hand.SHOP)
            case Staged.COUPON:
                running = self._running(about, plan is not None and plan.product is not None, at)
                if running is None:
                    return
                scene.product, scene.coupon = running.product, running
                yield CouponEnded(at=at, product=running.product)
            case Staged.STOCK | Staged.COUNTER:
                if self._left[about] > 0:
                    noticed = kind.staged is Staged.STOCK
                    yield StockDrawn(at=at, product=about, units=self._left[about], noticed=noticed)
            case Staged.SOUND:
                yield StreamCut(at=at, loss=Loss.SOUND)
            case Staged.STREAM:
                scene.until = at + FROZEN
                yield StreamCut(at=at, loss=Loss.STREAM)
        self._open[event.incident] = scene

    def _closed(self, event: IncidentClosed) -> Iterator[Event]:
        scene = self._open.get(event.incident)
        if scene is None or scene.staged is Staged.STREAM:
            return
        chosen = event.by is Way.CHOICE
        if chosen and not event.handled and event.at < scene.ends:
            scene.until = scene.ends  # the host chose to let it go on
            return
        if chosen and event.handled and scene.staged in (Staged.STOCK, Staged.COUNTER):
            yield SoldOutMarked(at=event.at, product=scene.product, by=Hand.SHOP)
        yield from self._over(event.incident, event.at, event.handled)

    def _over(self, incident: str, at: Seconds, handled: bool = False) -> Iterator[Event]:
        """The shop puts right what nobody else did."""
        scene = self._open.pop(incident)
        match scene.staged:
            case Staged.PRICE if scene.price is not None:
                yield PriceChanged(at=at, product=scene.product, price=scene.price, by=Hand.SHOP)
            case Staged.WRONG_PIN if self._pinned == scene.pinned:
                yield ProductPinned(at=at, product=scene.product, by=Hand.SHOP)
            case Staged.COUPON if scene.coupon is not None:
                closes = max(scene.coupon.closes_at, at + REISSUED) if handled else scene.coupon.closes_at
                if closes > at:
                    yield replace(scene.coupon, closes_at=closes, by=Hand.SHOP)
            case Staged.COUNTER:
                yield StockCorrected(at=at, product=scene.product, units=self._left[scene.product], by=Hand.SHOP)
            case Staged.SOUND | Staged.STREAM:
                yield from self._streaming(at)
            case _:
                pass

    def _streaming(self, at: Seconds) -> Iterator[Event]:
        """What of the stream comes through again: all of it, or all but what another incident still takes."""
        still = {scene.staged for scene in self._open.values()}
        if Staged.STREAM in still:
            return
        yield StreamRestored(at=at)
        if Staged.SOUND in still:
            yield StreamCut(at=at, loss=Loss.SOUND)

    def _running(self, product: str, named: bool, at: Seconds) -> CouponSent | None:
        """The coupon that fails: the product's, or where none was named any that runs."""
        running = [sent for sent in self._coupons.values() if sent.closes_at > at]
        own = next((sent for sent in running if sent.product == product), None)
        return own if own is not None or named else next(iter(running), None)

    def _first(self) -> str:
        planned = [segment.product for segment in self._scenario.run_of_show if segment.product is not None]
        return planned[0] if planned else self._scenario.products[0].id


BEAT: Seconds = 0.5
"""From one look at the shop to the next, where a host is played who is not on air."""


def unattended(
    scenario: Scenario, taxonomy: Taxonomy, plans: Sequence[Incident], acts: Sequence[Event], until: Seconds
) -> tuple[Event, ...]:
    """The acts of a host who deals with none of the ``plans`` that have a time, and what the shop does to him, by time.

    Each such incident opens when it is due and is over, not dealt with, at the end of its window. Those that wait for
    something in the room are left out: whether they come depends on the host, and none of them is staged before it is.
    """
    happenings: list[Event] = list(acts)
    for plan in plans:
        kind = taxonomy.incidents.get(plan.kind)
        if plan.when is not Trigger.MOMENT or kind is None or plan.at >= until:
            continue
        happenings.append(IncidentOpened(at=plan.at, incident=plan.id, kind=plan.kind))
        over = plan.at + kind.window
        happenings.append(IncidentClosed(at=over, incident=plan.id, handled=False, by=Way.TIME))
    happenings.sort(key=lambda event: event.at)
    staging, made, taken = Staging(scenario, taxonomy, plans), list(acts), 0
    for beat in range(1, int(until / BEAT) + 1):
        moment, first = beat * BEAT, taken
        while taken < len(happenings) and happenings[taken].at < moment:
            taken += 1
        made += staging.beat(happenings[first:taken], moment)
    return tuple(sorted(made, key=lambda event: event.at))
