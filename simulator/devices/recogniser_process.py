"""A recogniser that runs aside: sound into a child process, captions and phrases out of it."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import threading
import time
from collections import deque
from dataclasses import replace
from multiprocessing.connection import Connection
from queue import SimpleQueue

import numpy as np

from simulator.devices.engine import RATE_HZ, Engine
from simulator.devices.recogniser_child import FINISH, Broke, Loaded, Recognised, Refused, message_of, recognise
from simulator.devices.sound_spool import Piece, SoundSpool
from simulator.domain.events import HostSpoke, Word
from simulator.domain.machine import Fault
from simulator.domain.units import Seconds, Span
from simulator.media_port import SoundBlock
from simulator.ports import Caption, DeviceError, Heard

AHEAD = 2 * RATE_HZ
"""Samples handed to the child beyond what it has recognised; the rest waits here, safe from its death."""
KEPT = 60 * RATE_HZ
"""Samples a child may have recognised without settling them: so much is heard again if it ends."""
LOADING: Seconds = 90.0
"""How long loading a model may take; 0.8 to 7 s were seen on a busy machine."""
TRIES = 3
"""Starts in a row without one answer after which the recogniser is given up."""
GAP: Seconds = 0.05
"""A block that begins this far from the end of the last one starts the time line anew."""

_log = logging.getLogger(__name__)


class _TimeLine:
    """Turns seconds of one child's stream, which has no gaps, into times of the blocks it was fed."""

    def __init__(self) -> None:
        self._anchors: list[tuple[int, Seconds]] = []

    def add(self, sample: int, at: Seconds) -> None:
        """The block that begins at ``sample`` of the stream was heard at ``at``."""
        if not self._anchors or abs(at - self._of(sample)) > GAP:
            self._anchors.append((sample, at))

    def start(self, streamed: Seconds) -> Seconds:
        return self._of(round(streamed * RATE_HZ))

    def span(self, streamed: Span) -> Span:
        """What ends exactly where a gap begins ends before the gap."""
        last = round(streamed.end * RATE_HZ) - 1
        return Span(self.start(streamed.start), self._of(last) + 1 / RATE_HZ)

    def _of(self, sample: int) -> Seconds:
        anchor, at = self._anchors[0]
        for start, heard in self._anchors:
            if start > sample:
                break
            anchor, at = start, heard
        return at + (sample - anchor) / RATE_HZ


class _Child:
    """One run of the child process."""

    def __init__(self, engine: Engine) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=recognise, args=(engine, theirs), name=engine.name, daemon=True)
        self._process.start()
        theirs.close()
        self.pid = self._process.pid
        self.loaded = False
        self.sent = 0
        self.done = 0
        self.timeline = _TimeLine()
        self.heard_of = time.monotonic()
        self._outbox: SimpleQueue[bytes | None] = SimpleQueue()
        # A pipe that a stopped child does not read fills up and blocks whoever writes: so nobody of ours does.
        self._sender = threading.Thread(target=_send, args=(self._outbox, self._ours), name="recogniser", daemon=True)
        self._sender.start()

    @property
    def idle(self) -> bool:
        return self.loaded and self.sent == self.done

    def send(self, message: bytes) -> None:
        if self.idle:
            self.heard_of = time.monotonic()
        self._outbox.put(message)

    def wait(self, longest: Seconds) -> None:
        """Until the child said something or ended."""
        with contextlib.suppress(EOFError, OSError):
            self._ours.poll(longest)

    def messages(self) -> tuple[list[Loaded | Refused | Broke | Recognised], bool]:
        """All that came, and whether the child is gone."""
        came: list[Loaded | Refused | Broke | Recognised] = []
        try:
            while self._ours.poll():
                came.append(self._ours.recv())
                self.heard_of = time.monotonic()
        except (EOFError, OSError):
            return came, True
        return came, False

    def end(self) -> None:
        self._process.kill()
        self._outbox.put(None)
        self._process.join()
        self._sender.join()
        self._ours.close()
        self._process.close()


def _send(outbox: SimpleQueue[bytes | None], connection: Connection) -> None:
    with contextlib.suppress(OSError):
        while (pcm := outbox.get()) is not None:
            connection.send_bytes(pcm)


class ProcessRecogniser:
    """Fulfils ``Recogniser`` with an engine in a child process of lower priority, restarted when it dies or hangs.

    ``feed`` may be called on any one thread, all else belongs on another.
    ``heard`` returns the unfinished caption each time as long as there is one. It raises DeviceError once when the
    recogniser has to be given up, and has nothing to say ever after.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine.name
        self._engine = engine
        self._fed: SimpleQueue[Piece] = SimpleQueue()
        self._waiting = SoundSpool()
        self._with_child: deque[Piece] = deque()
        """Sent and not settled: what a new child must hear again."""
        self._caption: Caption | None = None
        self._phrases: list[HostSpoke] = []
        self._restarted = False
        self._silent_tries = 0
        self._stuck: Piece | None = None
        """What the last child worked on when it ended."""
        self._fault: DeviceError | None = None
        self._finished = False
        self._child: _Child | None = _Child(engine)

    @property
    def ready(self) -> bool:
        """Whether the model is loaded."""
        return self._child is not None and self._child.loaded

    @property
    def pid(self) -> int | None:
        """The child process, for watching what it uses."""
        return self._child.pid if self._child else None

    def feed(self, block: SoundBlock) -> None:
        if self._child is None or not len(block.samples):
            return
        pcm = np.clip(np.rint(block.samples * 32_768), -32_768, 32_767).astype(np.int16).tobytes()
        self._fed.put(Piece(block.at, pcm))

    def heard(self) -> Heard:
        self._attend()
        if self._fault and self._child:
            self._give_up()
            raise self._fault
        heard = Heard(
            captions=(self._caption,) if self._caption else (),
            phrases=tuple(self._phrases),
            restarted=self._restarted,
            behind=self._behind(),
        )
        self._phrases.clear()
        self._restarted = False
        return heard

    def settle(self) -> Heard:
        self._attend()
        while self._child and not self._fault and (self._waiting or not self._child.idle):
            self._child.wait(0.05)
            self._attend()
        if self._fault:
            self._give_up()
            raise self._fault
        return self.heard()

    def finish(self) -> Heard:
        asked: _Child | None = None
        self._attend()
        while self._child and not self._finished:
            if self._fault:
                self._give_up()
                raise self._fault
            if not self._waiting and self._child.idle and asked is not self._child:
                asked = self._child
                asked.send(FINISH)
                asked.sent += 1  # Never acknowledged: an engine that hangs while finishing is noticed, too.
            self._child.wait(0.05)
            self._attend()
        heard = self.heard()
        self.close()
        return heard

    def close(self) -> None:
        if self._child:
            self._child.end()
            self._child = None
        self._waiting.clear()

    def _behind(self) -> Seconds:
        if self._child is None:
            return 0.0
        return max(0, self._waiting.samples + self._child.sent - self._child.done) / RATE_HZ

    def _attend(self) -> None:
        """Take what the child said, restart it when it is dead or hangs, hand it the next sound."""
        child = self._child
        if child is None or self._fault or self._finished:
            return
        while not self._fed.empty():
            self._waiting.put(self._fed.get())
        messages, gone = child.messages()
        for message in messages:
            self._take(message, child)
        if self._fault or self._finished:
            return
        patience = self._engine.patience if child.loaded else LOADING
        if gone or (not child.idle and time.monotonic() - child.heard_of > patience):
            child = self._restart(child)
        while self._waiting and child.loaded and not self._fault and child.sent - child.done < AHEAD:
            behind = self._behind()
            piece = self._waiting.take()
            child.timeline.add(child.sent, piece.at)
            child.send(message_of(piece.pcm, behind))
            child.sent += piece.samples
            self._with_child.append(piece)

    def _take(self, message: Loaded | Refused | Broke | Recognised, child: _Child) -> None:
        match message:
            case Loaded():
                child.loaded = True
            case Refused(fault, code, facts):
                self._fault = DeviceError(fault, code, **facts)
            case Broke(error, where):
                _log.error("recogniser %s raised %s at %s", self.engine, error, where)
            case Recognised(done, found, finished):
                child.done = done
                self._silent_tries = 0
                line = child.timeline
                caption = found.caption
                self._caption = _caption_placed(caption, done, line) if caption else None
                self._phrases += [_placed(phrase, line) for phrase in found.phrases]
                self._forget(child, found.settled)
                self._finished = finished

    def _forget(self, child: _Child, settled: int) -> None:
        """Drop the pieces that no later phrase needs, and what a child that never settles would pile up."""
        begins = child.sent - sum(piece.samples for piece in self._with_child)
        while self._with_child:
            ends = begins + self._with_child[0].samples
            if ends > settled and child.sent - begins <= KEPT:
                break
            self._with_child.popleft()
            begins = ends

    def _restart(self, child: _Child) -> _Child:
        """The next child, or the same when too many ended without a word."""
        self._silent_tries += 1
        if self._silent_tries > TRIES:
            self._fault = DeviceError(Fault.LOST, "recogniser_lost", engine=self.engine)
            return child
        _log.warning("recogniser %s restarted, %d samples to hear again", self.engine, child.sent - child.done)
        stuck = self._unanswered(child)
        if stuck is not None and stuck == self._stuck:
            # The same sound ended two children: go on behind it.
            self._with_child.clear()
        self._stuck = stuck
        self._waiting.put_back(self._with_child)
        self._with_child.clear()
        self._caption = None
        self._restarted = True
        child.end()
        self._child = _Child(self._engine)
        return self._child

    def _unanswered(self, child: _Child) -> Piece | None:
        """The piece the child was working on."""
        ends = child.sent - sum(piece.samples for piece in self._with_child)
        for piece in self._with_child:
            ends += piece.samples
            if ends > child.done:
                return piece
        return None

    def _give_up(self) -> None:
        self.close()
        self._waiting.clear()
        self._with_child.clear()
        self._caption = None


def _caption_placed(caption: Caption, done: int, line: _TimeLine) -> Caption:
    """``done`` samples of the child's stream were heard for it."""
    return replace(caption, since=line.start(caption.since), heard_until=line.start(done / RATE_HZ))


def _placed(phrase: HostSpoke, line: _TimeLine) -> HostSpoke:
    said = line.span(phrase.said)
    words = tuple(Word(word.text, line.span(word.said), word.confidence) for word in phrase.words)
    at = line.span(Span(phrase.said.start, max(phrase.at, phrase.said.end))).end
    return replace(phrase, at=at, said=said, words=words)
