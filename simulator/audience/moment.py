"""One tick as those who write see it: what is on screen, what goes on, what was just said, who has which past."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.audience.causes import Causes
from simulator.audience.chat import Asked, Chat
from simulator.audience.parameters import Parameters
from simulator.audience.quantile import Counts
from simulator.audience.remarks import Mood, place
from simulator.audience.room import NONE, NOTHING, Room, States
from simulator.audience.spotlight import Named, Spotlight
from simulator.audience.surprises import Surprises
from simulator.audience.wording import ASIDE
from simulator.domain.crowd import Reason
from simulator.domain.scenario import Topic
from simulator.domain.units import Seconds

REPLIES_S = 12.0
"""A question may be answered by another viewer for so long,"""
ECHOES_S = 8.0
""" … and a remark agreed with."""
ECHOED = ("praise", "bought", "haggle", "complaint", "grumble", "doubt", "show", "chat")
"""Kinds others agree with."""


@dataclass(slots=True, kw_only=True)
class Moment:
    """What a line of this tick may refer to."""

    room: Room
    now: Seconds
    causes: Causes
    echo_share: float
    """Share of the comments to be expected that other comments drew."""
    waiting: Counts
    """Viewers by type and topic who wait for an answer once the moves are made."""
    spotlight: Spotlight
    chat: Chat
    incident: str | None
    """Kind of the incident that goes on."""
    par: Parameters
    states: States
    _mood: Mood | None = None
    _scene: frozenset[str] = frozenset()

    @property
    def mood(self) -> Mood:
        """What moves viewers to write; the same all through the tick."""
        if self._mood is None:
            room = self.room
            silent = self.causes.left(1.0).reason is Reason.SILENCE
            self._scene = frozenset(word for word, holds in scene(room, silent).items() if holds)
            self._mood = Mood(
                trust=room.trust,
                discontent=room.discontent,
                lottery=self.par.comment_lottery if room.lottery else 0.0,
                silent=silent,
                incident=self.incident is not None,
            )
        return self._mood

    def circumstances(self, state: int, author: Named | None, *more: str) -> frozenset[str]:
        """Where the author is, what he has behind him, what goes on."""
        scene = self._scene if self.mood else frozenset()
        past = ("new",) if author is None else (*author.past, *(("new",) if author.fresh else ()))
        return scene.union((place(state, self.states), *more), past)

    def asker(self, author: Named | None) -> Asked | None:
        """Another viewer whose question was just shown."""
        asked = self.chat.asked
        if asked is None or self.since(asked.tick) > REPLIES_S or _is(author, asked.viewer):
            return None
        return asked

    def remark(self, author: Named | None) -> str | None:
        """The kind of a remark another viewer just made, if one can agree with it."""
        if self.chat.said is None:
            return None
        kind, viewer, tick = self.chat.said
        if kind not in ECHOED or self.since(tick) > ECHOES_S or _is(author, viewer):
            return None
        return kind

    def person(self, author: Named | None) -> int:
        """The number of the viewer who writes, or of the one who will be named next."""
        return self.spotlight.made + 1 if author is None else author.number

    def explained(self, topic: int, category: str) -> tuple[str, ...]:
        """What a question is about, as skeletons call it, and whether the host has spoken of it."""
        name = category if category in ASIDE else Topic(topic).name.lower()
        return (name, "explained") if self.chat.topic_explained[topic] else (name,)

    def since(self, tick: int) -> Seconds:
        """How long ago a tick was."""
        return (self.room.tick - tick) * self.par.tick_s


def _is(author: Named | None, viewer: str) -> bool:
    return author is not None and author.viewer.id == viewer


def on_screen(room: Room) -> int | None:
    """The product whose card is on screen."""
    return room.focus if room.focus != NOTHING else None


def spoken_of(room: Room) -> int | None:
    """The product on screen, else the one that was there last."""
    shown = on_screen(room)
    if shown is None and room.last_focus != NOTHING:
        return room.last_focus
    return shown


def scene(room: Room, silent: bool) -> dict[str, bool]:
    """What goes on in the room, by the words skeletons have for it."""
    shelf = room.shown
    return {
        "silent": silent,
        "no_card": shelf is None,
        "coupon": shelf is not None and shelf.coupon_until != NONE,
        "countdown": shelf is not None and shelf.countdown_until != NONE,
    }


def going_on(surprises: Surprises) -> str | None:
    """The kind of the incident that was brought up last and is still open."""
    kinds = [surprise.plan.kind for surprise in surprises.open.values() if surprise.said]
    return kinds[-1] if kinds else None
