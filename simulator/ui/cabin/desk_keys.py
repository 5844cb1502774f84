"""What the keys of the control desk do, and why some of them do nothing now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from simulator.domain.crowd import CommentPosted
from simulator.domain.units import Money
from simulator.live.desk import BAG_LASTS, COUPON_LASTS, Desk
from simulator.live.shelf import ShelfItem
from simulator.ui.amounts import clock
from simulator.ui.cabin.chat_cursor import ChatCursor
from simulator.ui.cabin.keys import Deed, key
from simulator.ui.cabin.product_dialog import Asked, BagDialog, CouponDialog, ProductDialog
from simulator.ui.cabin.run_of_show import RunOfShow
from simulator.ui.cabin.shelf_panel import ShelfPanel
from simulator.ui.models import ChatModel
from simulator.ui.widgets import shown

if TYPE_CHECKING:
    from simulator.live.session import LiveSession


class DeskKeys(QObject):
    """Between the panels of a window and the desk of the session, as whoever sits there has it."""

    def __init__(
        self,
        session: LiveSession,
        shelf: ShelfPanel,
        chat: ChatModel,
        run_of_show: RunOfShow,
        window: QWidget,
        *,
        desk: Desk | None = None,
        cursor: ChatCursor | None = None,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._desk = desk or session.desk
        self._shelf = shelf
        self._chat = chat
        self.cursor: ChatCursor = cursor or chat
        self._run_of_show = run_of_show
        self._window = window
        self._coupon_lasts, self._bag_lasts, self._prize = COUPON_LASTS, BAG_LASTS, ""
        shelf.pin_pressed.connect(self._on_pin)
        for button, act in (
            (shelf.coupon, self._on_coupon),
            (shelf.lucky_bag, self._on_lucky_bag),
            (shelf.countdown, lambda: self._desk.start_countdown()),
            (shelf.price, self._on_price),
            (shelf.sold_out, self._on_sold_out),
            (shelf.restock, self._on_restock),
            (shelf.correct_stock, self._on_correct_stock),
            (shelf.pin_comment, self._on_pin_comment),
            (shelf.unpin_comment, lambda: self._desk.unpin_comment()),
            (shelf.mute, self._on_mute),
            (shelf.next_segment, self._on_next_segment),
        ):
            button.worked.connect(act)
        shelf.demonstration.clicked.connect(self._on_demonstration)
        for deed, lines in ((Deed.CHAT_UP, -1), (Deed.CHAT_DOWN, 1)):
            shortcut = QShortcut(QKeySequence(key(deed)), window)
            shortcut.activated.connect(lambda lines=lines: self._on_move(lines))

    def show_keys(self) -> None:
        """Only what can be done now works; what cannot says why."""
        shelf, paused = self._shelf, self._session.paused
        of_all = self._why_not_at_all()
        now = self.tr("Resume first: the session is paused.") if paused else ""
        for button, why in (
            (shelf.coupon, now or self._why_no_coupon(shelf.model.pinned)),
            (shelf.countdown, now or self._why_no_product(shelf.model.pinned)),
            (shelf.lucky_bag, now or self._why_no_bag()),
            (shelf.price, ""),
            (shelf.sold_out, ""),
            (shelf.restock, ""),
            (shelf.correct_stock, ""),
            (shelf.pin_comment, self._why_no_pin()),
            (shelf.unpin_comment, self._why_no_unpin()),
            (shelf.mute, self._why_no_mute()),
        ):
            button.set_dead(of_all or why)
        shelf.set_pins_dead(of_all)
        shelf.show_owner(self._desk.is_mine)
        last = self._run_of_show.model.following is None
        shelf.next_segment.set_dead(self.tr("This is the last part of the show.") if last else "")
        shelf.demonstration.setChecked(self._desk.demonstrating_since is not None)

    # ------------------------------------------------------------------ why not

    def _why_not_at_all(self) -> str:
        if self._desk.is_mine:
            return ""
        return self.tr("Somebody else has the control desk; {key} takes it back.").format(key=key(Deed.DESK_WINDOW))

    def _why_no_product(self, pinned: ShelfItem | None) -> str:
        return self.tr("Put a product on show first: press its number.") if pinned is None else ""

    def _why_no_coupon(self, pinned: ShelfItem | None) -> str:
        if pinned is None:
            return self._why_no_product(pinned)
        offer, now = pinned.product.coupon, self._session.now
        if offer is None:
            return self.tr("The product on show has no coupon.")
        if offer.valid is not None and now < offer.valid.start:
            return self.tr("The coupon holds only from {time} on.").format(time=clock(offer.valid.start))
        if offer.valid is not None and now >= offer.valid.end:
            return self.tr("The coupon expired at {time}.").format(time=clock(offer.valid.end))
        return ""

    def _why_no_bag(self) -> str:
        left = self._desk.bag_closes_at - self._session.now
        return self.tr("A lucky bag is open for another {time}.").format(time=clock(left)) if left > 0 else ""

    def _why_no_pin(self) -> str:
        comment = self._meant
        if comment is None:
            return self.tr("No question waits; choose a line with the arrow keys first.")
        if comment.id == self._desk.pinned_comment:
            return self.tr("This line is on top already.")
        return ""

    def _why_no_unpin(self) -> str:
        return self.tr("No line of the chat is on top.") if self._desk.pinned_comment is None else ""

    def _why_no_mute(self) -> str:
        chosen = self.cursor.chosen
        if chosen is None:
            return self.tr("Choose a line of the chat with the arrow keys first.")
        return self.tr("This viewer is muted already.") if self._desk.is_muted(chosen.viewer.id) else ""

    @property
    def _meant(self) -> CommentPosted | None:
        """What there is to put on top: what was chosen, else the oldest open question."""
        return self.cursor.chosen or self._chat.oldest_open

    # ------------------------------------------------------------------ what is done

    def put_on_top(self, comment: str) -> None:
        """A comment was clicked; where the desk is another's, say so."""
        why = self._why_not_at_all()
        if why:
            self._shelf.tell(why)
        else:
            self._desk.pin_comment(comment)

    def _on_pin(self, product: str, wanted: bool) -> None:
        if wanted:
            self._desk.pin_product(product)
        else:
            self._desk.unpin_product()

    def _on_coupon(self) -> None:
        pinned = self._shelf.model.pinned
        if pinned is None:
            return
        dialog = CouponDialog(pinned, self._coupon_lasts, self._window)
        dialog.chosen.connect(lambda lasting: self._on_coupon_chosen(pinned.product.id, lasting))
        dialog.open()

    def _on_coupon_chosen(self, product: str, lasting: float) -> None:
        self._coupon_lasts = lasting
        why = self._why_no_coupon(next((item for item in self._session.shelf if item.product.id == product), None))
        if why:  # it ran out while it was asked for
            self._shelf.tell(why)
        else:
            self._desk.send_coupon(product, lasting)

    def _on_lucky_bag(self) -> None:
        first = self._shelf.model.pinned or next(iter(self._shelf.model.rows), None)
        usual = "" if first is None else shown(first.product.name, 30) + " ×1"
        dialog = BagDialog(self._prize or usual, self._bag_lasts, self._window)
        dialog.chosen.connect(self._on_bag_chosen)
        dialog.open()

    def _on_bag_chosen(self, prize: str, lasting: float) -> None:
        self._prize, self._bag_lasts = prize, lasting
        self._desk.open_lucky_bag(lasting, prize)

    def _ask_product(self, title: str, act: str, asked: Asked) -> ProductDialog:
        dialog = ProductDialog(title, act, self._shelf.model.rows, self._window, asked)
        dialog.open()
        return dialog

    def _on_price(self) -> None:
        self._ask_product(self.tr("Change a price"), self.tr("Change"), Asked.PRICE).chosen.connect(self._on_price_set)

    def _on_price_set(self, product: str, price: Money) -> None:
        self._desk.change_price(product, price)

    def _on_sold_out(self) -> None:
        dialog = self._ask_product(self.tr("Mark as sold out"), self.tr("Sold out"), Asked.NOTHING)
        dialog.chosen.connect(lambda product, _nothing: self._desk.mark_sold_out(product))

    def _on_restock(self) -> None:
        dialog = self._ask_product(self.tr("Put more on sale"), self.tr("Restock"), Asked.UNITS)
        dialog.chosen.connect(self._desk.add_stock)

    def _on_correct_stock(self) -> None:
        dialog = self._ask_product(self.tr("Correct the counter"), self.tr("Correct"), Asked.COUNTER)
        dialog.chosen.connect(self._desk.correct_stock)

    def _on_move(self, lines: int) -> None:
        self.cursor.move_cursor(lines)
        self.show_keys()

    def _on_pin_comment(self) -> None:
        comment = self._meant
        if comment is not None:
            self._desk.pin_comment(comment.id)

    def _on_mute(self) -> None:
        chosen = self.cursor.chosen
        if chosen is not None:
            self._desk.mute_viewer(chosen.viewer.id)
            self._shelf.tell(self.tr("{name} is muted.").format(name=shown(chosen.viewer.name, 20)))
            self.show_keys()

    def _on_demonstration(self) -> None:
        if self._desk.demonstrating_since is None:
            self._desk.begin_demonstration()
        else:
            self._desk.end_demonstration()

    def _on_next_segment(self) -> None:
        following = self._run_of_show.model.following
        if following is not None:
            self._desk.start_segment(following.id)
