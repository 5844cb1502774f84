"""The door to the review room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from simulator.ui.window import MainWindow


def review_room(window: MainWindow, session: str) -> QWidget:
    """The page that looks back at ``session``; raise ContentError or StoreError when it cannot be read."""
    from simulator.ui.review.page import ReviewPage

    page = ReviewPage(window.studio, session, window.theme, window.jobs, window.language)
    page.home_asked.connect(window.open_home)
    page.finish_asked.connect(window.finish_cut)
    return page
