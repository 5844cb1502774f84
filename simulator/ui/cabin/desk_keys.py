"""What the keys of the control desk do, and which of them can be pressed now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from simulator.domain.units import Money
from simulator.ui.cabin.product_dialog import Asked, ProductDialog
from simulator.ui.cabin.run_of_show import RunOfShow
from simulator.ui.cabin.shelf_panel import ShelfPanel
from simulator.ui.models import ChatModel

if TYPE_CHECKING:
    from simulator.live.session import LiveSession


class DeskKeys(QObject):
    """Between the panels of a window and the desk of the session."""

    def __init__(
        self, session: LiveSession, shelf: ShelfPanel, chat: ChatModel, run_of_show: RunOfShow, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._shelf = shelf
        self._chat = chat
        self._run_of_show = run_of_show
        self._window = window
        shelf.pin_pressed.connect(self._on_pin)
        shelf.coupon_pressed.connect(self._on_coupon)
        shelf.lucky_bag_pressed.connect(lambda: session.desk.open_lucky_bag())
        shelf.countdown_pressed.connect(lambda: session.desk.start_countdown())
        shelf.price_pressed.connect(self._on_price)
        shelf.sold_out_pressed.connect(self._on_sold_out)
        shelf.restock_pressed.connect(self._on_restock)
        shelf.pin_comment_pressed.connect(self._on_pin_comment)
        shelf.demonstration_pressed.connect(self._on_demonstration)
        shelf.next_segment_pressed.connect(self._on_next_segment)

    def show_keys(self) -> None:
        """Only what can be done now can be pressed."""
        session, shelf = self._session, self._shelf
        pinned = shelf.model.pinned
        offer = pinned.product.coupon if pinned is not None else None
        holds = offer is not None and (offer.valid is None or offer.valid.start <= session.now < offer.valid.end)
        shelf.coupon.setEnabled(holds and not session.paused)
        shelf.countdown.setEnabled(pinned is not None and not session.paused)
        shelf.lucky_bag.setEnabled(not session.paused)
        shelf.pin_comment.setEnabled(self._chat.oldest_open is not None)
        shelf.next_segment.setEnabled(self._run_of_show.model.following is not None)
        shelf.demonstration.setChecked(session.desk.demonstrating_since is not None)

    def _on_pin(self, product: str, wanted: bool) -> None:
        if wanted:
            self._session.desk.pin_product(product)
        else:
            self._session.desk.unpin_product()

    def _on_coupon(self) -> None:
        pinned = self._shelf.model.pinned
        if pinned is not None:
            self._session.desk.send_coupon(pinned.product.id)

    def _on_price(self) -> None:
        dialog = ProductDialog(
            self.tr("Change a price"), self.tr("Change"), self._shelf.model.rows, self._window, Asked.PRICE
        )
        dialog.chosen.connect(self._on_price_chosen)
        dialog.open()

    def _on_price_chosen(self, product: str, price: Money) -> None:
        self._session.desk.change_price(product, price)

    def _on_sold_out(self) -> None:
        dialog = ProductDialog(self.tr("Mark as sold out"), self.tr("Sold out"), self._shelf.model.rows, self._window)
        dialog.chosen.connect(lambda product, _price: self._session.desk.mark_sold_out(product))
        dialog.open()

    def _on_restock(self) -> None:
        dialog = ProductDialog(
            self.tr("Put more on sale"), self.tr("Restock"), self._shelf.model.rows, self._window, Asked.UNITS
        )
        dialog.chosen.connect(self._session.desk.add_stock)
        dialog.open()

    def _on_pin_comment(self) -> None:
        oldest = self._chat.oldest_open
        if oldest is not None:
            self._session.desk.pin_comment(oldest.id)

    def _on_demonstration(self) -> None:
        if self._session.desk.demonstrating_since is None:
            self._session.desk.begin_demonstration()
        else:
            self._session.desk.end_demonstration()

    def _on_next_segment(self) -> None:
        following = self._run_of_show.model.following
        if following is not None:
            self._session.desk.start_segment(following.id)
