"""The disk of the data folder fills while a session is on air, and is freed again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from simulator.devices.clock import HandClock
from simulator.domain.machine import Device, DeviceFailed, DeviceReturned, Fault
from simulator.live.booking import Booking
from simulator.live.session import LiveSession
from simulator.live.studio import Studio
from simulator.storage.store import SqliteStore


@contextmanager
def no_room(studio: Studio) -> Iterator[None]:
    """SQLite itself answers that its file is full, as it does on a full disk."""
    store = studio.store
    assert isinstance(store, SqliteStore)
    connection = store._db.conn
    (before,) = connection.execute("PRAGMA max_page_count").fetchone()
    connection.execute("PRAGMA max_page_count = 1")  # no less than what it has: nothing more fits
    yield
    connection.execute(f"PRAGMA max_page_count = {before}")


def beat(session: LiveSession, clock: HandClock, seconds: float) -> None:
    for _ in range(round(seconds * 10)):
        clock.time += 0.1
        session.tick()


def test_the_session_goes_on_and_nothing_is_lost(studio: Studio, clock: HandClock) -> None:
    booking = Booking(scenario="S01", trainee="小雨", camera=None, microphone=None, seed=7, record=False)
    session = studio.open_session(booking, clock, None)
    session.go_live()
    session.desk.pin_product(session.scenario.products[0].id)
    beat(session, clock, 5)
    with no_room(studio):
        beat(session, clock, 60)
        assert session.unkept is not None
        kept_then = len(studio.store.log(session.header.id).events)
    beat(session, clock, 5)
    session.go_off_air()
    assert session.unkept is None
    told = list(session.log.only(DeviceFailed, DeviceReturned))
    assert [type(event) for event in told] == [DeviceFailed, DeviceReturned]
    assert all(event.device is Device.LOG for event in told)
    assert isinstance(told[0], DeviceFailed) and told[0].fault is Fault.DISK_FULL
    assert kept_then < len(session.log.events)
    assert studio.store.log(session.header.id).events == session.log.events
