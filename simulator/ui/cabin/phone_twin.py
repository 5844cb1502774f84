"""What is painted on the phone, once more for those who have it read to them: a list and a card that paint nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from simulator.ui.cabin.overlays import CardFace
from simulator.ui.models import ChatModel
from simulator.ui.plain import shown


class UnpaintedList(QListView):
    """The chat as screen readers walk through it; its sight is painted by the phone."""

    def __init__(self, chat: ChatModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.viewport().setAutoFillBackground(False)
        self.setModel(chat)

    def paintEvent(self, _event: QPaintEvent) -> None: ...


class Unpainted(QWidget):
    """A place on the phone with a name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def paintEvent(self, _event: QPaintEvent) -> None: ...


class PhoneTwin(QObject):
    """Chat and product card for screen readers; the comment that keys mean is announced as it is chosen."""

    def __init__(self, chat: ChatModel, phone: QWidget) -> None:
        super().__init__(phone)
        self._phone = phone
        self._chat = chat
        self.chat = UnpaintedList(chat, phone)
        self.chat.setAccessibleName(self.tr("Chat"))
        self.card = Unpainted(phone)
        self.show_card(None)
        chat.cursor_moved.connect(self._on_cursor)

    def stand(self, chat: QRect, card: QRect) -> None:
        """Stand where the phone paints them."""
        self.chat.setGeometry(chat)
        self.card.setGeometry(card)

    def show_card(self, card: CardFace | None) -> None:
        if card is None:
            self.card.setAccessibleName(self.tr("No product on show"))
            return
        words = self.tr("On show: {product}, {price}, {state}")
        self.card.setAccessibleName(words.format(product=shown(card.title, 80), price=card.price, state=card.state))

    def _on_cursor(self) -> None:
        number = self._chat.cursor_row
        line = None if number is None else self._chat.row(number)
        words = self.tr("No comment chosen") if line is None else shown(self._chat.text_of(line))
        self.chat.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._phone, words))
