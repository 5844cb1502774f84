"""The kernel as machine code, where the optional compiler (numba) is installed; the same counts as without it.

Its modules are loaded a second time, under other names, and every function of the copies is compiled: so the plain
engine never meets the compiler, and no line of ``mind`` is written twice.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cache
from types import FunctionType, ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.audience import (
    exponential,
    impressions,
    kernel,
    kernel_cells,
    kernel_draws,
    kernel_rates,
    mind,
    shelf,
)
from simulator.audience.acts import Input
from simulator.audience.audience import arrivals, moment
from simulator.audience.board import COUNTED, FIXED, Board, Programme, Scratch, Tables
from simulator.audience.hazards import SLOTS, Hazards
from simulator.audience.hosts import Host, tick_of
from simulator.audience.inputs import Inputs
from simulator.audience.mood import Fades, Mood
from simulator.audience.parameters import Parameters
from simulator.audience.philox import Luck, Purpose
from simulator.audience.quantile import TERMS, Floats
from simulator.audience.reference import NO_TAXONOMY, reference_scenario
from simulator.audience.room import SEGMENTS, TYPES, Room, States
from simulator.audience.surprises import planned, trouble_of
from simulator.audience.troubles import EFFECTS
from simulator.domain.events import VoiceStarted, VoiceStopped
from simulator.domain.scenario import Incident, Scenario, Topic
from simulator.domain.taxonomy import Taxonomy
from simulator.domain.units import Seconds

_NO_TROUBLE = trouble_of(Incident(id="", kind=""), reference_scenario(), NO_TAXONOMY)
_SOURCES = (exponential, shelf, impressions, mind, kernel_draws, kernel_rates, kernel_cells, kernel)
_BUNDLES = frozenset(("b", "t", "s", "g"))
"""Parameters that are bundles of arrays: passing them on costs more than what is done with them, so it is inlined."""
_ABREAST = frozenset(("pair",))
"""Inlined as well, since loops over a call are not done several at a time."""
NUMBERS = {"float": np.float64, "Seconds": np.float64, "int": np.int64, "bool": np.int64}
SERIES = {"list[float]", "tuple[float, ...]", "tuple[float, float, float]", "BySegment"}


@cache
def available() -> bool:
    """Whether the compiler is installed."""
    return importlib.util.find_spec("numba") is not None


def _lent() -> Any:
    """``kernel.lent`` for a compiler: arrays without an owner, so that inner loops do not count who holds them.

    Counting them takes most of a tick otherwise. Whoever calls ``run`` holds them all the while.
    """
    from numba.core import cgutils, types
    from numba.extending import intrinsic

    @intrinsic
    def lent(_typing: Any, bundle: Any) -> Any:
        def made(context: Any, builder: Any, _signature: Any, values: Any) -> Any:
            whole = values[0]
            for place, kind in enumerate(bundle.types):
                if isinstance(kind, types.Array):
                    proxy: Any = cgutils.create_struct_proxy
                    array = proxy(kind)(context, builder, value=builder.extract_value(whole, place))
                    array.meminfo = array.meminfo.type(None)
                    array.parent = array.parent.type(None)
                    whole = builder.insert_value(whole, array._getvalue(), place)
            return whole

        return bundle(bundle), made

    return lent


@cache
def run() -> Any:
    """``kernel.run`` as machine code; compiled once and kept on disk where that can be."""
    import numba

    sources = [importlib.util.find_spec(module.__name__) for module in _SOURCES]
    stamp = sources_stamp()
    copies: dict[str, Any] = {}
    found: Any = None
    for spec in sources:
        assert spec is not None and spec.origin is not None
        name = f"{__name__}_{spec.name.rpartition('.')[2]}"
        copied = importlib.util.spec_from_file_location(name, spec.origin)
        assert copied is not None and copied.loader is not None
        module = importlib.util.module_from_spec(copied)
        sys.modules[name] = module
        copied.loader.exec_module(module)
        found = _compile(module, copies, numba, stamp)
    return found


def sources_stamp() -> str:
    """Of every module of this package, since constants of any may be in the machine code; names its file on disk."""
    stamp = hashlib.sha256()
    package = importlib.import_module(__package__)
    for each in pkgutil.iter_modules(package.__path__):
        spec = importlib.util.find_spec(f"{__package__}.{each.name}")
        assert spec is not None and spec.origin is not None and spec.loader is not None
        stamp.update(spec.loader.get_data(spec.origin))  # type: ignore[attr-defined]
    return stamp.hexdigest()[:16]


def _compile(module: ModuleType, copies: dict[str, Any], numba: Any, stamp: str) -> Any:
    """Replace every function of a copy by its compiled form; returns its ``run``, where it has one."""
    for name, function in list(vars(module).items()):
        if not isinstance(function, FunctionType):
            continue
        if function.__module__ != module.__name__:
            if name in copies:
                setattr(module, name, copies[name])
            continue
        if name == "lent":
            setattr(module, name, _lent())
            continue
        function.__qualname__ = f"{name}_{stamp}"  # names the file on disk: other sources, other file
        code = function.__code__
        bundled = not _BUNDLES.isdisjoint(code.co_varnames[: code.co_argcount])
        inline = "always" if (bundled and name != "run") or name in _ABREAST else "never"
        made = numba.njit(function, nogil=True, error_model="numpy", inline=inline)
        if name == "run":
            with contextlib.suppress(RuntimeError):  # nowhere to keep it: compiled again next time
                made = numba.njit(function, nogil=True, error_model="numpy", cache=True)
        copies[name] = made
        setattr(module, name, made)
    return getattr(module, "run", None)


def record(value: Any, at_least: int = 0) -> NDArray[Any]:
    """One record with the plain fields of a dataclass; series by product are ``at_least`` so long.

    Every length would be a type of its own to the compiler.
    """
    layout: list[tuple[Any, ...]] = []
    values = []
    for field in fields(value):
        kind, held = str(field.type), getattr(value, field.name)
        if kind in NUMBERS:
            layout.append((field.name, NUMBERS[kind]))
            values.append(held)
        elif kind in SERIES:
            series = np.zeros(max(len(held), at_least))
            series[: len(held)] = held
            layout.append((field.name, series.dtype, series.shape))
            values.append(series)
    made = np.zeros(1, dtype=layout)
    for (name, *_), held in zip(layout, values, strict=True):
        made[0][name] = held
    return made


def records(values: Sequence[Any]) -> NDArray[Any]:
    return np.concatenate([record(value) for value in values])


def board(room: Room, prices: NDArray[np.int64]) -> Board:
    """A room in arrays of its own; ``prices`` are all at which orders can be pending, by product."""
    late = np.zeros((len(room.products), max(product.counter_lag for product in room.products) + 1), dtype=np.int64)
    for number, product in enumerate(room.products):
        late[number, : product.counter_lag] = product.taken_late
    lots = np.zeros((*prices.shape, room.counts.shape[0]), dtype=np.int64)
    for number, pending in enumerate(room.pending):
        for price, by_type in pending.items():
            lots[number, int(np.searchsorted(prices[number], price))] = by_type
    return Board(
        room=record(room),
        products=records(room.products),
        late=late,
        troubles=records(room.troubles) if room.troubles else record(_NO_TROUBLE)[:0],
        totals=record(room.totals),
        counts=room.counts.copy(),
        heard_points=room.heard_points.copy(),
        heard_answers=room.heard_answers.copy(),
        prices=prices,
        lots=lots,
    )


class Stand:
    """All of a host in front of a room but the luck: ``play`` adds that, as often as one likes, on any thread."""

    def __init__(
        self, scenario: Scenario, taxonomy: Taxonomy, seed: int, par: Parameters, host: Host, room: Room, until: int,
        every: int,
    ) -> None:  # fmt: skip
        """``par`` is of this crowd, with the tick; the host plays from ``room.tick`` up to the tick ``until``."""
        self._seed = Luck(seed).seed
        first = room.tick
        acts, speaking = _acts(host, Inputs(scenario, planned(scenario, seed), taxonomy), room, par.tick_s, until)
        times = np.array([moment(tick, par.tick_s) for tick in range(first, until)])
        answering = host.answering
        self._programme = Programme(
            acts=acts,
            times=times,
            levels=np.array([arrivals(scenario.crowd, par, now)[0] for now in times.tolist()]),
            opening=scenario.crowd.opening_viewers,
            interval=max(1, round(answering.interval / par.tick_s)) if answering is not None else 0,
            heeds=np.array([answering.heeds(topic) if answering is not None else 0.0 for topic in Topic]),
            quality=answering.quality if answering is not None else 0.0,
            speaking=speaking,
            every=every,
        )
        self._tables = _tables(par, States(len(room.products)))
        self._board = board(room, _prices(room, acts))
        self._scratch = _scratch(room)
        self._rows = -(-(until - first) // every)

    def play(self, rollout: int) -> Floats:
        """The counters on the way, under one luck; shape (steps, counters)."""
        results = np.zeros((self._rows, COUNTED + len(self._board.products)))
        made, scratch = Board(*map(np.copy, self._board)), Scratch(*map(np.copy, self._scratch))
        run()(made, self._tables, self._programme, scratch, self._seed, Luck(self._seed, rollout).rollout, results)
        return results

    def stops(self, rollout: int, ticks: Sequence[int]) -> Iterator[Board]:
        """The room before each of these ticks, which rise; the same arrays every time: read them at once.

        Only for a host who does not answer by himself: the time since his last try is not carried over.
        """
        programme, began = self._programme, int(self._board.room[0]["tick"])
        assert not programme.interval, "a closed loop cannot be stopped"
        results = np.zeros((1, COUNTED + len(self._board.products)))
        made, scratch = Board(*map(np.copy, self._board)), Scratch(*map(np.copy, self._scratch))
        roll, acts = Luck(self._seed, rollout).rollout, programme.acts
        at = 0
        for tick in ticks:
            end = min(tick - began, len(programme.times))
            if end > at:
                own = acts[np.searchsorted(acts["tick"], at) : np.searchsorted(acts["tick"], end)].copy()
                own["tick"] -= at
                part = programme._replace(
                    acts=own, times=programme.times[at:end], levels=programme.levels[at:end], every=end - at
                )
                run()(made, self._tables, part, scratch, self._seed, roll, results)
                at = end
            yield made


def _scratch(room: Room) -> Scratch:
    products, cells = len(room.products), room.counts.size
    draws = FIXED + cells + kernel_draws.ABREAST
    return Scratch(
        mood=record(Mood.of(products), _series_length(products)),
        weather=np.zeros(EFFECTS),
        sums=np.empty(TERMS),
        exits=np.zeros((*room.counts.shape, SLOTS), dtype=np.int64),
        left=np.zeros(cells, dtype=np.int64),
        going=np.zeros(cells, dtype=np.int64),
        flags=np.zeros(cells, dtype=np.int64),
        touched=np.zeros(cells + 1, dtype=np.int64),
        chances=np.zeros(kernel_draws.ABREAST),
        parts=np.zeros(kernel_draws.ABREAST),
        change=np.zeros_like(room.counts),
        comments=np.zeros(1, dtype=np.int64),
        talk=np.zeros(cells),
        exposure=np.zeros(cells),
        row=np.zeros(room.counts.shape[1]),
        asking=np.zeros(TYPES),
        resolved=np.zeros(cells, dtype=np.int64),
        wanted=np.zeros(products, dtype=np.int64),
        ordered=np.zeros(products, dtype=np.int64),
        by_segment=np.zeros(SEGMENTS, dtype=np.int64),
        occupied=np.concatenate((np.arange(SEGMENTS), np.zeros(draws - SEGMENTS, dtype=np.int64))),
        purposes=np.array(
            SEGMENTS * [Purpose.LIKES_AND_FOLLOWS]
            + [Purpose.ARRIVALS]
            + (draws - FIXED) * [Purpose.EXITS_AND_COMMENTS],
            dtype=np.int64,
        ),
        first=np.zeros(draws),
        second=np.zeros(draws),
    )


def _series_length(products: int) -> int:
    """Lengths of series by product that are compiled for: 16, 256, 4096 …"""
    length = 16
    while length < products:
        length *= 16
    return length


def _tables(par: Parameters, states: States) -> Tables:
    hazards = Hazards(par, states)
    return Tables(
        par=record(par),
        fades=record(Fades.of(par)),
        kinds=np.repeat(np.arange(TYPES), states.count),
        states=np.tile(np.arange(states.count), TYPES),
        leave_entering=hazards.leave_entering,
        settle=hazards.settle,
        settled_leave=hazards.settled_leave,
        click=hazards.click,
        decide=hazards.decide,
        ask=hazards.ask,
        money=hazards.money,
        buy=hazards.buy,
        bargain=hazards.bargain,
        comment=hazards.comment,
        topics=hazards.topics,
        like=hazards.like,
        follow=hazards.follow,
    )


def _acts(host: Host, inputs: Inputs, room: Room, tick_s: Seconds, until: int) -> tuple[NDArray[Any], int]:
    """What the host does from the room's tick on, in numbers; and whether he speaks at its beginning."""
    rows: list[tuple[Any, ...]] = []
    speaking, focus = 0, room.focus
    for event in host.events:
        tick = tick_of(event.at, tick_s)
        if tick < room.tick:
            if isinstance(event, VoiceStarted | VoiceStopped):
                speaking = int(isinstance(event, VoiceStarted))
            continue
        if tick >= until:
            break
        for act in inputs.acts(event, focus):
            if act.code in (Input.PIN, Input.UNPIN):
                focus = act.product
            rows.append((tick - room.tick, *act))
    layout = [("tick", np.int64), ("code", np.int64), ("at", np.float64), ("product", np.int64), ("number", np.int64),
              ("amount", np.float64), ("until", np.float64)]  # fmt: skip
    return np.array(rows, dtype=layout), speaking


def _prices(room: Room, acts: NDArray[Any]) -> NDArray[np.int64]:
    """Every price at which an order can be pending, by product, rising; padded with one that none can have."""
    found: list[list[int]] = []
    for number, product in enumerate(room.products):
        own = acts[acts["product"] == number]
        prices = {product.price, *(max(int(price), 1) for price in own["number"][own["code"] == Input.LIST_PRICE])}
        offs = {0, product.coupon_off, *(int(off) for off in own["number"][own["code"] == Input.COUPON])}
        asked = {max(price - min(off, other - 1), 1) for price in prices for off in offs for other in prices}
        found.append(sorted(asked | set(room.pending[number])))
    most = max(len(prices) for prices in found)
    return np.array([prices + [np.iinfo(np.int64).max] * (most - len(prices)) for prices in found], dtype=np.int64)
