"""A cabin page on a scripted session, as tests open it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from simulator.domain.crowd import RoomCounted
from simulator.ui.cabin.page import CabinPage
from tests.ui.scripted import ScriptedSession, ScriptedStudio

Open = Callable[..., tuple[CabinPage, ScriptedSession, ScriptedStudio]]


def at(page: CabinPage, session: ScriptedSession, moment: float) -> None:
    session.now = moment
    page._on_tick()


def counted(moment: float, online: int) -> RoomCounted:
    zero = dict.fromkeys(
        ("entered", "left", "comments", "questions", "waiting", "likes", "follows", "clicks", "orders", "paid"), 0
    )
    return RoomCounted(at=moment, online=online, attention=0.5, trust=0.5, discontent=0.0, **zero)


def texts(page: CabinPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
