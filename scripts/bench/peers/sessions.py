"""Whole sessions of the peers beside those of the engine: whether all three simulate the same room."""

from __future__ import annotations

from math import sqrt
from statistics import fmean, stdev

from peers.mesa_room import MesaRoom, ThriftyMesaRoom
from peers.room_model import Host
from peers.simpy_room import SimpyRoom
from tests.audience import hosts

FIGURES = (
    "entered", "left", "comments", "asked", "answered", "gave_up", "likes", "follows", "clicks", "carts", "orders",
    "paid", "cancelled", "peak", "viewer_seconds", "gmv", "net_gmv",
)  # fmt: skip
Session = dict[str, float]


def of_engine(host: str, number: int, stock: int) -> Session:
    """The figures of one session of the engine."""
    audience = hosts.audience(number, stock=stock)
    hosts.play(
        audience,
        hosts.script(*hosts.BASELINES[host](hosts.scenario(), hosts.LENGTH).events),
        hosts.LENGTH_S,
        hosts.answers(host, number),
    )
    room = audience.room
    return {figure: float(getattr(room, figure)) for figure in FIGURES}


def of_peer(peer: type[MesaRoom] | type[SimpyRoom], host: str, number: int, stock: int) -> Session:
    """The figures of one session of a peer."""
    actor = Host(
        hosts.script(*hosts.BASELINES[host](hosts.scenario(), hosts.LENGTH).events), hosts.answers(host, number)
    )
    room = peer(hosts.scenario(stock=stock), actor, 1_000_003 * (number + 1))
    room.play(hosts.LENGTH_S * 10)
    return {figure: float(getattr(room.room.totals, figure)) for figure in FIGURES}


PEERS = {"Mesa": MesaRoom, "Mesa, all spared": ThriftyMesaRoom, "SimPy": SimpyRoom}


def compare(host: str, sessions: int, stock: int) -> list[str]:
    """A table of means, and how far each peer stands from the engine, in per cent and in standard errors."""
    engine = [of_engine(host, number, stock) for number in range(sessions)]
    found = {name: [of_peer(peer, host, number, stock) for number in range(sessions)] for name, peer in PEERS.items()}
    lines = [
        f"| {host}, {sessions} sessions | engine | " + " | ".join(f"{name} | apart" for name in PEERS) + " |",
        "|---" * (2 + 2 * len(PEERS)) + "|",
    ]
    for figure in FIGURES:
        own = [session[figure] for session in engine]
        cells = [figure, f"{fmean(own):,.1f}"]
        for played in found.values():
            theirs = [session[figure] for session in played]
            cells += [f"{fmean(theirs):,.1f}", _apart(theirs, own)]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def _apart(one: list[float], other: list[float]) -> str:
    error = sqrt((stdev(one) ** 2 + stdev(other) ** 2) / len(one))
    difference = fmean(one) - fmean(other)
    share = f"{100 * difference / fmean(other):+.1f} %" if fmean(other) else ""
    return f"{share}, {difference / error:+.1f}" if error else share
