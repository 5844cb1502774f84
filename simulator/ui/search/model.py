"""Hits as a list that fetches more when somebody comes to its end."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from simulator.domain.queue import Hit, Source
from simulator.ports import Mendable
from simulator.queue_port import QueueStore
from simulator.ui.amounts import clock, when
from simulator.ui.cards import CARD_PX, Cards
from simulator.ui.models import ROW, RowsModel
from simulator.ui.plain import shown
from simulator.ui.theme import Theme, Tone

PAGE = 50
LONGEST = 400
"""Letters of a phrase that are looked through for the words."""
BEFORE = 16
"""Letters before the words that are shown where all would not fit."""
_HAN = re.compile(r"[㐀-鿿豈-﫿]")


class HitModel(RowsModel[Hit]):
    """As many hits of one source as were looked at so far."""

    failed = Signal(object)
    """A ``Mendable``."""

    def __init__(self, store: QueueStore, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._source = source
        self.words = ""
        self._more = False

    @property
    def whole(self) -> bool:
        """Whether every hit is here."""
        return not self._more

    def ask(self, words: str) -> None:
        """Show the first hits of these words. Raise StoreError."""
        hits = self._store.search(words, self._source, PAGE)
        self._more = False  # nobody shall fetch while the model is being reset
        self.beginResetModel()
        self.words = words
        self._rows = list(hits)
        self.endResetModel()
        self._more = len(hits) == PAGE

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        if parent.isValid() or not self._more:
            return
        try:
            hits = self._store.search(self.words, self._source, PAGE, self._rows[-1].place)
        except Mendable as error:
            self._more = False
            self.failed.emit(error)
            return
        self._more = len(hits) == PAGE
        if hits:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(hits) - 1)
            self._rows.extend(hits)
            self.endInsertRows()

    def about(self, row: Hit) -> str:
        """Who, what, when."""
        return " · ".join((shown(row.trainee, 40), row.scenario, when(row.began_utc)))

    def text_of(self, row: Hit) -> str:
        return ", ".join((clock(row.at), shown(row.text, 200), self.about(row)))


def found_in(text: str, words: str) -> tuple[int, int] | None:
    """Where in a text these words stand, as a search finds them: case, width and signs do not count."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for folded in unicodedata.normalize("NFKC", letter).casefold():
            letters.append(folded)
            places.append(place)
    sought = re.findall(r"\w+", _HAN.sub(r" \g<0> ", unicodedata.normalize("NFKC", words).casefold()))
    if not sought:
        return None
    hit = re.search(r"[\W_]*?".join(map(re.escape, sought)), "".join(letters))
    return None if hit is None else (places[hit.start()], places[hit.end() - 1] + 1)


class HitDelegate(QStyledItemDelegate):
    """The words with what stands around them; below whose session, and when."""

    def __init__(self, theme: Theme, model: HitModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._cards = Cards(theme)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.px(CARD_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, Hit):
            return
        painter.save()
        room = self._cards.ground(painter, option)
        room = self._cards.right(painter, room, clock(row.at), self._theme.font(14, bold=True), Tone.INFO)
        self._cards.lines(painter, room, "", self._model.about(row))
        self._words(painter, QRectF(room.left(), room.top(), room.width(), room.height() / 2), row)
        painter.restore()

    def _words(self, painter: QPainter, room: QRectF, row: Hit) -> None:
        """The text, from a little before the words where it is long; the words bold and underlined."""
        text = shown(row.text, LONGEST)
        place = found_in(text, self._model.words)
        plain, bold = self._theme.font(14), self._theme.font(14, bold=True)
        bold.setUnderline(True)
        start, end = place or (0, 0)
        head = text[:start]
        if QFontMetricsF(plain).horizontalAdvance(text) > room.width() and start > BEFORE:
            head = "…" + head[-BEFORE:]
        left = room.left()
        for part, font in ((head, plain), (text[start:end], bold), (text[end:], plain)):
            metrics = QFontMetricsF(font)
            rest = room.right() - left
            if not part or rest < metrics.averageCharWidth():
                continue
            words = metrics.elidedText(part, Qt.TextElideMode.ElideRight, rest)
            painter.setFont(font)
            painter.setPen(self._theme.colour(Tone.PLAIN))
            painter.drawText(
                QRectF(left, room.top(), rest, room.height()),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                words,
            )
            left += metrics.horizontalAdvance(words)
