"""The control desk: what a person does with products, prices, coupons, comments and incidents while on air."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from simulator.domain.crowd import CommentPosted, IncidentClosed, IncidentOpened
from simulator.domain.desk import (
    CommentPinned,
    CommentUnpinned,
    CountdownStarted,
    CouponSent,
    DemonstrationMarked,
    Hand,
    HostPrompted,
    IncidentDecided,
    LuckyBagOpened,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SegmentStarted,
    SoldOutMarked,
    StockAdded,
    StockCorrected,
    ViewerMuted,
)
from simulator.domain.events import Event
from simulator.domain.roles import Roles
from simulator.domain.scenario import Scenario, Segment
from simulator.domain.units import Money, Seconds

COUPON_LASTS: Seconds = 60.0
BAG_LASTS: Seconds = 60.0
COUNTDOWN_LASTS: Seconds = 30.0

MOST_COMMENTS = 1000
"""Of the newest comments it is known what they are about: no chat shows more."""


@dataclass(slots=True)
class _State:
    """What both sides of the desk share."""

    roles: Roles
    segment: tuple[Segment, Seconds] | None = None
    demonstrating_since: Seconds | None = None
    undecided: set[str] = field(default_factory=set)
    wrote: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Categories of what a viewer wrote, each once, by viewer."""
    voiced: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The incidents a viewer had a voice in."""
    muted: set[str] = field(default_factory=set)
    categories: dict[str, str] = field(default_factory=dict)
    """By comment."""
    pinned_comment: str | None = None
    bag_closes_at: Seconds = 0.0


class Desk:
    """Each act becomes an event at the moment it is done; off the air none does.

    The desk has one owner at a time: the host, or whoever it was handed to. What the other does at it is not done,
    but for what is the host's own affair: segments, demonstrations and decisions.
    """

    def __init__(
        self, scenario: Scenario, now: Callable[[], Seconds], do: Callable[[Event], None], roles: Roles | None = None
    ) -> None:
        self._scenario = scenario
        self._clock = now
        self._do = do
        self._hand = Hand.HOST
        self._state = _State(roles or Roles(host=""))

    def worked_by_another(self) -> Desk:
        """The same desk as the person sees it who sits there instead of the host."""
        other = Desk(self._scenario, self._clock, self._do)
        other._hand = Hand.DESK
        other._state = self._state
        return other

    # ------------------------------------------------------------------ how it stands

    @property
    def roles(self) -> Roles:
        return self._state.roles

    @property
    def is_mine(self) -> bool:
        """Whether this side has the desk now."""
        return (self._state.roles.desk is None) is (self._hand is Hand.HOST)

    @property
    def segment(self) -> tuple[Segment, Seconds] | None:
        """The segment the host is in, and since when."""
        return self._state.segment

    @property
    def demonstrating_since(self) -> Seconds | None:
        """When the demonstration under way began; None while there is none."""
        return self._state.demonstrating_since

    @property
    def pinned_comment(self) -> str | None:
        """The comment on top of the chat."""
        return self._state.pinned_comment

    @property
    def bag_closes_at(self) -> Seconds:
        """When the lucky bag opened last closes, or closed; 0 before the first."""
        return self._state.bag_closes_at

    def is_muted(self, viewer: str) -> bool:
        return viewer in self._state.muted

    def take(self, event: Event) -> None:
        """Learn of incidents (only an open one can be decided) and of what viewers write."""
        state = self._state
        match event:
            case IncidentOpened():
                state.undecided.add(event.incident)
            case IncidentClosed():
                state.undecided.discard(event.incident)
            case CommentPosted():
                viewer = event.viewer.id
                state.categories[event.id] = event.category
                while len(state.categories) > MOST_COMMENTS:
                    del state.categories[next(iter(state.categories))]
                state.wrote[viewer] = _with(state.wrote.get(viewer, ()), event.category)
                if event.incident is not None:
                    state.voiced[viewer] = _with(state.voiced.get(viewer, ()), event.incident)

    # ------------------------------------------------------------------ whose it is

    def hand_over(self, person: str | None) -> None:
        """Let this person (``Trainee.id``) work the desk from now on; None gives it back to the host."""
        roles = self._state.roles
        changed = replace(roles, desk=None if person == roles.host else person)
        if changed != roles:
            self._state.roles = changed
            self.tell_roles()

    def tell_roles(self, at: Seconds | None = None) -> None:
        """Put down who does what; at the beginning only where another than the host does anything."""
        roles = self._state.roles
        if at is None or roles != Roles(host=roles.host):
            self._do(roles.taken(self._now if at is None else at))

    def prompt_host(self, text: str) -> None:
        """Send the host a line that no viewer sees."""
        if text.strip():
            self._do(HostPrompted(at=self._now, text=" ".join(text.split()), by=self._hand))

    # ------------------------------------------------------------------ the host's own affair

    def start_segment(self, segment: str, at: Seconds | None = None) -> None:
        """Go on to a segment of the run of show, now or ``at`` a moment on the session clock."""
        found = next(each for each in self._scenario.run_of_show if each.id == segment)
        moment = self._now if at is None else at
        self._state.segment = (found, moment)
        self._do(SegmentStarted(at=moment, segment=segment, by=self._hand))

    def begin_demonstration(self) -> None:
        if self._state.demonstrating_since is None:
            self._state.demonstrating_since = self._now

    def end_demonstration(self) -> None:
        since, self._state.demonstrating_since = self._state.demonstrating_since, None
        if since is not None:
            self._do(DemonstrationMarked(at=self._now, since=since, by=self._hand))

    def decide(self, incident: str, choice: int) -> None:
        """Take a numbered choice, from 0, in an open incident; once, then no more."""
        if incident in self._state.undecided:
            self._state.undecided.remove(incident)
            self._do(IncidentDecided(at=self._now, incident=incident, choice=choice, by=self._hand))

    # ------------------------------------------------------------------ products

    def pin_product(self, product: str) -> None:
        self._work(ProductPinned(at=self._now, product=self._scenario.product(product).id, by=self._hand))

    def unpin_product(self) -> None:
        self._work(ProductUnpinned(at=self._now, by=self._hand))

    def send_coupon(self, product: str, lasting: Seconds = COUPON_LASTS) -> None:
        """Hand out the product's coupon; raise ValueError when it has none, or none for now."""
        offer = self._scenario.product(product).coupon
        if offer is None:
            raise ValueError(f"{product} has no coupon")
        if offer.valid is not None and not offer.valid.start <= self._now < offer.valid.end:
            raise ValueError(f"the coupon of {product} does not hold now")
        closes = self._now + lasting if offer.valid is None else min(self._now + lasting, offer.valid.end)
        self._work(CouponSent(at=self._now, product=product, off=offer.off, closes_at=closes, by=self._hand))

    def start_countdown(self, lasting: Seconds = COUNTDOWN_LASTS) -> None:
        self._work(CountdownStarted(at=self._now, closes_at=self._now + lasting, by=self._hand))

    def open_lucky_bag(self, lasting: Seconds = BAG_LASTS, prize: str = "") -> None:
        closes = self._now + lasting
        if self._work(LuckyBagOpened(at=self._now, closes_at=closes, prize=prize.strip(), by=self._hand)):
            self._state.bag_closes_at = closes

    def change_price(self, product: str, price: Money) -> None:
        """Raise ValueError for a price that is not above zero, or in another currency."""
        if price.hundredths <= 0 or price.currency is not self._scenario.currency:
            raise ValueError(f"not a price here: {price}")
        self._work(PriceChanged(at=self._now, product=self._scenario.product(product).id, price=price, by=self._hand))

    def mark_sold_out(self, product: str) -> None:
        self._work(SoldOutMarked(at=self._now, product=self._scenario.product(product).id, by=self._hand))

    def add_stock(self, product: str, units: int) -> None:
        """Put more units on sale, also of what was marked as sold out; raise ValueError for none."""
        if units <= 0:
            raise ValueError(f"not a number of units: {units}")
        self._work(StockAdded(at=self._now, product=self._scenario.product(product).id, units=units, by=self._hand))

    def correct_stock(self, product: str, units: int) -> None:
        """Set what the counter shows; raise ValueError for fewer than none."""
        if units < 0:
            raise ValueError(f"not a number of units: {units}")
        self._work(StockCorrected(at=self._now, product=self._scenario.product(product).id, units=units, by=self._hand))

    # ------------------------------------------------------------------ the chat

    def pin_comment(self, comment: str) -> None:
        category = self._state.categories.get(comment, "")
        if self._work(CommentPinned(at=self._now, comment=comment, category=category, by=self._hand)):
            self._state.pinned_comment = comment

    def unpin_comment(self) -> None:
        """Take the comment off the top of the chat; nothing where none is."""
        if self._state.pinned_comment is not None and self._work(CommentUnpinned(at=self._now, by=self._hand)):
            self._state.pinned_comment = None

    def mute_viewer(self, viewer: str) -> None:
        """Let a viewer (``Viewer.id``) write no more in this stream; once is enough, and it cannot be taken back."""
        state = self._state
        if viewer in state.muted:
            return
        muted = ViewerMuted(
            at=self._now,
            viewer=viewer,
            wrote=state.wrote.get(viewer, ()),
            incidents=state.voiced.get(viewer, ()),
            by=self._hand,
        )
        if self._work(muted):
            state.muted.add(viewer)

    # ------------------------------------------------------------------ inside

    def _work(self, act: Event) -> bool:
        """Do what only the owner of the desk may; whether it was done."""
        if not self.is_mine:
            return False
        self._do(act)
        return True

    @property
    def _now(self) -> Seconds:
        return self._clock()


def _with(known: tuple[str, ...], new: str) -> tuple[str, ...]:
    return known if new in known else (*known, new)
