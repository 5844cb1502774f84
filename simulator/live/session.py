"""A session on air: everything that happens passes through here, in order, on one drum."""

from __future__ import annotations

import heapq
import itertools
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.audience.audience import TICK_S, Audience
from simulator.audience.staging import Staging
from simulator.domain.crowd import CommentPosted
from simulator.domain.events import EchoHeard, Event, HostSpoke, Paused, WentLive, WentOffAir, as_heard
from simulator.domain.findings import RuleBroken
from simulator.domain.language import Language
from simulator.domain.machine import Device, DeviceFailed, DeviceReturned, Fault
from simulator.domain.roles import roles_of
from simulator.domain.scenario import Scenario
from simulator.domain.session import REACTION, Mode, SessionHeader, SessionLog, Transcript
from simulator.domain.units import Seconds
from simulator.live.assistant import Assistant
from simulator.live.desk import Desk
from simulator.live.live_hearing import LiveHearing
from simulator.live.shelf import Cue, Shelf, ShelfItem
from simulator.live.timeline import TimeLine
from simulator.media_port import Clock
from simulator.metrics.room import RoomFigures, SessionFigures
from simulator.ports import Caption, DeviceError, Heard, StoreError

if TYPE_CHECKING:
    from simulator.perception.listener import Listener

KEEP_EVERY: Seconds = 0.2
"""How often the log is written down where there is news: what a crash may cost."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a session is made of."""

    scenario: Scenario
    listener: Listener
    audience: Audience
    rewordings: Callable[[RuleBroken], str | None]
    assistant: Assistant | None = None
    """Works the desk where the host only speaks."""
    staging: Staging | None = None
    """Makes incidents truly happen."""


class LiveSession:
    """One run on air. ``tick`` is called by a timer, a loop or a test; the drum inside is always 0.1 s.

    Inputs carry the moment they take effect and wait for it, so that the room is the same however late, or however
    fast, the machine calls.
    """

    def __init__(
        self,
        header: SessionHeader,
        parts: Parts,
        clock: Clock,
        keep: Callable[[Sequence[Event]], None],
        *,
        hear: Callable[[], Heard] | None = None,
        keep_heard: Callable[[Sequence[HostSpoke], HostSpoke | None], None] | None = None,
        kept: Callable[[], tuple[Event, ...]] | None = None,
    ) -> None:
        """``keep`` writes events down, ``kept`` reads them again; without it they stay in memory."""
        self.header = header
        self.scenario = parts.scenario
        self.timeline = TimeLine(clock)
        roles = roles_of(header.trainee, header.second, header.desk)
        self.desk = Desk(parts.scenario, lambda: self.now, self._do, roles)
        self.caption: Caption | None = None
        self.behind: Seconds = 0.0
        self.unkept: StoreError | None = None
        """Why the log cannot be written down now; None while it can."""
        self._parts = parts
        self._keep = keep
        self._hear = hear
        self._hearing = LiveHearing(keep_heard)
        self._read_again = kept
        self._memory: list[Event] = []
        self._news: list[Event] = []
        """Not written down yet: an hour of a large room is too much to be held in memory."""
        self._phrases: list[HostSpoke] = []
        self._kept_at: Seconds = 0.0
        self._drum = 0
        self._waiting: list[tuple[Seconds, int, Event]] = []
        self._numbers = itertools.count()
        self._posted: deque[Event] = deque()
        self._fresh: list[Event] = []
        self._shelf = Shelf(parts.scenario)
        self._room = RoomFigures(parts.scenario)
        self._ended = False
        self._rest_heard = False

    # ------------------------------------------------------------------ what the windows ask

    @property
    def now(self) -> Seconds:
        return self.timeline.now

    @property
    def on_air(self) -> bool:
        return self.timeline.zero is not None and not self._ended

    @property
    def paused(self) -> bool:
        return self.on_air and not self.timeline.running

    @property
    def log(self) -> SessionLog:
        """Everything so far; slow for a long session, whose events are on the disk."""
        before = self._memory if self._read_again is None else self._read_again()
        return SessionLog(header=self.header, scenario=self.scenario, events=(*before, *self._news))

    @property
    def transcript(self) -> Transcript:
        """What was heard live."""
        phrases = tuple(self._phrases)
        return Transcript(engine=phrases[0].engine if phrases else "none", final=False, phrases=phrases)

    @property
    def figures(self) -> SessionFigures:
        return self._room.figures()

    @property
    def shelf(self) -> tuple[ShelfItem, ...]:
        return self._shelf.items(self.now)

    @property
    def cues(self) -> tuple[Cue, ...]:
        return self._shelf.cues()

    @property
    def demonstrating_since(self) -> Seconds | None:
        """When the demonstration under way began; None while there is none."""
        return self.desk.demonstrating_since

    @property
    def open_questions(self) -> tuple[CommentPosted, ...]:
        return self._shelf.open_questions(self.now)

    @property
    def unconfirmed(self) -> str:
        """What was heard that the room has not: phrases on their way to it, and the unfinished caption."""
        texts = [phrase.text for phrase in self._hearing.waiting]
        if self.caption is not None:
            texts.append(self.caption.text)
        return ("" if self.scenario.language is Language.ZH else " ").join(texts)

    @property
    def hearing(self) -> LiveHearing:
        """What was heard so far, at its arrival, and how late that was."""
        return self._hearing

    def rewording(self, broken: RuleBroken) -> str | None:
        """A wording that would have been fine."""
        return self._parts.rewordings(broken)

    # ------------------------------------------------------------------ what the host does

    def go_live(self, zero: Seconds | None = None) -> None:
        """Start the session clock, now or at ``zero`` on the clock."""
        self.timeline.start(zero)
        self._wait_for(WentLive(at=0.0))
        self.desk.tell_roles(at=0.0)
        if self.scenario.run_of_show:
            self.desk.start_segment(self.scenario.run_of_show[0].id, at=0.0)

    @property
    def may_pause(self) -> bool:
        """Exams run through, and a countdown is no time on air."""
        return self.on_air and self.header.mode is not Mode.EXAM and self.now >= 0

    def pause(self) -> None:
        if self.may_pause:
            self.timeline.pause()

    def resume(self) -> None:
        at = self.now
        length = self.timeline.resume()
        if length:
            self._do(Paused(at=at, length=length))

    def call_off(self) -> None:
        """End it in its countdown, before it began; the store then forgets it."""
        if self.now < 0:
            self._ended = True

    def go_off_air(self) -> None:
        """End the stream: the rest of the drum, returned goods, and the whole log written down."""
        if not self.on_air:
            return
        if self.paused:
            self.resume()
        self.desk.end_demonstration()
        self._catch_up()
        end = max(self.now, round((self._drum - 1) * TICK_S, 6))  # the drum may be ahead by the last digit of a float
        self._ended = True
        self._record(self._audience_events_of_the_end(end))
        self.keep_all()

    # ------------------------------------------------------------------ what comes in

    def post(self, event: Event) -> None:
        """Hand over what a device or a measurement has to say, from any thread; it takes effect at its ``at``."""
        self._posted.append(event)

    def hear(self, heard: Heard) -> None:
        """Take in what a recogniser heard; each phrase reaches the room a fixed time after its last word."""
        self.caption = heard.captions[-1] if heard.captions else None
        self.behind = heard.behind
        if heard.restarted:
            self.post(DeviceFailed(at=self.now, device=Device.RECOGNISER, fault=Fault.LOST))
            self.post(DeviceReturned(at=self.now, device=Device.RECOGNISER))
        self._hearing.take(heard, self.now)
        for phrase in heard.phrases:
            self._wait_for(replace(phrase, at=max(phrase.at, phrase.said.end) + REACTION))

    def hear_the_rest(self, heard: Heard) -> None:
        """Take in phrases that were recognised after going off air: they are findings, but no viewer heard them.

        Called again it only tries to write down what could not be.
        """
        if self._rest_heard:
            self.keep_all()
            return
        self._rest_heard = True
        length = self.log.length
        for phrase in heard.phrases:
            if phrase.said.start >= length:
                continue
            self._record(self._understood(replace(phrase, at=length)))
        self.keep_all()

    def listen(self) -> None:
        """Ask the recogniser what it heard: between two beats of the drum, for captions that do not wait for it."""
        if self._hear is None or not self.on_air:
            return
        try:
            heard = self._hear()
        except DeviceError as error:
            self.caption = None
            self.post(DeviceFailed(at=self.now, device=Device.RECOGNISER, fault=error.fault))
        else:
            self.hear(heard)

    def tick(self) -> tuple[Event, ...]:
        """Beat the drum up to now; everything that happened since the last call, in order."""
        self._catch_up()
        fresh, self._fresh = tuple(self._fresh), []
        return fresh

    def keep_all(self) -> None:
        """Write down what was not yet; what cannot be written now stays here and is tried again."""
        news = self._news
        self._kept_at = self.now
        try:
            if news:
                self._keep(news)
        except StoreError as error:
            if self.unkept is None:
                self.post(DeviceFailed(at=self.now, device=Device.LOG, fault=fault_of(error)))
            self.unkept = error
            return
        self._news = []
        if self._read_again is None:
            self._memory += news
        if self.unkept is not None:
            self.unkept = None
            self.post(DeviceReturned(at=self.now, device=Device.LOG))

    # ------------------------------------------------------------------ inside

    def _catch_up(self) -> None:
        self.listen()
        while self._posted:
            self._wait_for(self._posted.popleft())
        if self.on_air:
            beats = int(self.now / TICK_S + 1e-6)
            while self._drum <= beats:
                self._beat(round(self._drum * TICK_S, 6))
                self._drum += 1
            if self.now - self._kept_at >= KEEP_EVERY:
                self.keep_all()

    def _do(self, event: Event) -> None:
        if not self.on_air or event.at < 0:  # nothing is done at the desk in the countdown
            return
        self._wait_for(event)

    def _wait_for(self, event: Event) -> None:
        heapq.heappush(self._waiting, (event.at, next(self._numbers), event))

    def _beat(self, moment: Seconds) -> None:
        happened: list[Event] = []
        for event in self._due(moment):
            if isinstance(event, HostSpoke):
                self._hearing.reach_the_room(event.said)
            happened.extend(self._understood(event))
        if self._parts.assistant is not None:
            for event in happened:
                for act in self._parts.assistant.take(event, moment):
                    self._wait_for(act)
        crowd = self._parts.audience.step(happened)
        for event in crowd:
            happened.append(event)
            happened.extend(self._parts.listener.take(event))
        if self._parts.staging is not None:
            for act in self._parts.staging.beat(happened, round(moment + TICK_S, 6)):
                self._wait_for(act)
        self._record(happened)

    def _understood(self, event: Event) -> list[Event]:
        """What came in, a phrase without the echo of a comment read aloud, and what it means."""
        understood: list[Event] = []
        for part in self._parts.listener.apart(event):
            understood.append(part)
            understood.extend(self._parts.listener.take(part))
        return understood

    def _due(self, moment: Seconds) -> list[Event]:
        """What takes effect in this beat, in order; a replay finds the beat again by ``at`` alone."""
        due: list[Event] = []
        while self._waiting and self._waiting[0][0] <= moment + 1e-9:
            due.append(heapq.heappop(self._waiting)[2])
        since = moment - TICK_S + 1e-9 if moment > 0 else float("-inf")
        # What came too late for its own beat is not back-dated, nor does it change places with what is on time.
        late = min((event.at for event in due if event.at > since), default=moment)
        return [event if since < event.at <= moment else replace(event, at=min(late, moment)) for event in due]

    def _audience_events_of_the_end(self, end: Seconds) -> list[Event]:
        happened: list[Event] = []
        while self._waiting:
            _, _, event = heapq.heappop(self._waiting)
            happened.extend(self._understood(replace(event, at=end)))
        off_air = WentOffAir(at=end)
        happened.extend(self._parts.listener.take(off_air))
        happened.append(off_air)
        happened.extend(replace(refund, at=end) for refund in self._parts.audience.after_sales())
        return happened

    def _record(self, happened: Sequence[Event]) -> None:
        for event in happened:
            self._room.take(event)
            self._shelf.take(event)
            self.desk.take(event)
        self._news.extend(happened)
        self._phrases.extend(as_heard(event) for event in happened if isinstance(event, (HostSpoke, EchoHeard)))
        self._fresh.extend(happened)


def fault_of(error: StoreError) -> Fault:
    """How the data folder fails, as a device would."""
    return Fault.DISK_FULL if error.code == "disk_full" else Fault.UNREADABLE
