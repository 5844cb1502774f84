"""What viewers saw, in the review room: a phone, or beside the picture where there is no room for one."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter

from simulator.domain.desk import ProductPinned
from simulator.domain.session import SessionLog
from simulator.live.studio import Studio
from simulator.ui.cabin.layers import Part
from simulator.ui.cabin.overlays import CardFace, paint_card
from simulator.ui.cabin.placing import placed
from simulator.ui.review.viewers_sight import stand_in
from simulator.ui.sharing.past_phone import PastPhone
from simulator.ui.theme import Theme


def pinned(studio: Studio, session_id: str) -> SessionLog:
    """The log of the session with a card from 30 s on."""
    product = studio.store.log(session_id).scenario.products[0].id
    studio.store.append(session_id, [ProductPinned(at=30.0, product=product)])
    return studio.store.log(session_id)


def test_there_is_a_phone_where_there_is_room_for_one_else_columns_beside_the_picture(theme: Theme) -> None:
    high = stand_in(QRectF(0, 0, 854, 400), theme)
    assert high is not None and high.column == 0 and high.place == high.picture and high.place.width() == 225
    low = stand_in(QRectF(0, 0, 854, 200), theme)
    assert low is not None and low.picture.width() == 355 and low.column >= 150
    assert low.place.left() >= 0 and low.place.right() <= 854 and low.place.center().x() == low.picture.center().x()
    assert stand_in(QRectF(0, 0, 500, 200), theme) is None, "columns could not be read"
    assert stand_in(QRectF(0, 0, 854, 250), replace(theme, scale=2.0)) is None


def test_nothing_beside_the_picture_covers_another(studio: Studio, session_id: str, theme: Theme) -> None:
    size, column = QSize(854, 200), 249.0
    phone = PastPhone(pinned(studio, session_id), None, size, theme, 0.8, column=column)
    phone.move_to(31.0)
    phone.layers()
    face = replace(phone._face, toast="1", news="2")
    assert face.card is not None
    places = {
        part: placed(part, phone._theme, QSizeF(size), face, phone._bubbles, column)
        for part in (Part.CHAT, Part.TOAST, Part.NEWS, Part.CARD, Part.CAPTION)
    }
    assert all(QRectF(0, 0, 854, 200).contains(place) for place in places.values())
    for one, other in combinations(places, 2):
        assert not places[one].intersects(places[other]), (one, other)


def test_the_smallest_card_has_its_price_and_no_button(studio: Studio, session_id: str, theme: Theme) -> None:
    phone = PastPhone(pinned(studio, session_id), None, QSize(388, 690), theme)
    phone.move_to(31.0)
    phone.layers()
    card = phone._face.card
    assert card is not None and card.price

    def painted(card: CardFace, wide: int) -> QImage:
        image = QImage(wide, 80, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        paint_card(painter, theme, QRectF(0, 0, wide, 80), card)
        painter.end()
        return image

    other = replace(card, sold_out=True)  # its button is grey
    assert painted(card, 360) != painted(other, 360), "there is a button"
    small = next(wide for wide in range(220, 80, -1) if painted(card, wide) == painted(other, wide))
    assert painted(card, small) != painted(replace(card, price=""), small), "the price stays"
