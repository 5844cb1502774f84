"""How a scenario and a past session look in their lists."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, Mode
from simulator.ports import SessionEntry
from simulator.ui.amounts import clock, points
from simulator.ui.models import ROW, SessionModel
from simulator.ui.plain import shown
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage

CARD_PX = 54


def when(utc: str) -> str:
    """A moment in local time and the language of the screen; as written where it cannot be read."""
    try:
        moment = datetime.fromisoformat(utc).astimezone()
    except ValueError:
        return shown(utc, 20)
    local = QDateTime(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


class Cards:
    """Paints two lines on a card with something at its right."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def ground(self, painter: QPainter, option: QStyleOptionViewItem) -> QRectF:
        """Draw the card's ground; returns the room for its words."""
        room = QRectF(option.rect).adjusted(1, 2, -1, -2)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.tokens
        painter.setPen(QPen(self._theme.colour(Tone.INFO if chosen else colours.line), 1.5 if chosen else 1))
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(self._theme.colour(colours.hover if chosen or hovered else colours.raised))
        painter.drawRoundedRect(room, 8, 8)
        return room.adjusted(12, 5, -12, -5)

    def right(self, painter: QPainter, room: QRectF, text: str, font: QFont, tone: Tone) -> QRectF:
        """Draw a word at the right, in the middle; returns the room left of it."""
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return room.adjusted(0, 0, -QFontMetricsF(font).horizontalAdvance(text) - 10, 0)

    def lines(self, painter: QPainter, room: QRectF, first: str, second: str, note: str = "") -> None:
        """Draw a strong and a small line; ``note`` stands small at the end of the first, where there is room."""
        if note:
            self._note(painter, room, first, note)
        half = QRectF(room.left(), room.top(), room.width(), room.height() / 2)
        for text, font, tone in (
            (first, self._theme.font(14, bold=True), Tone.PLAIN),
            (second, self._theme.font(12), Tone.MUTED),
        ):
            painter.setFont(font)
            painter.setPen(self._theme.colour(tone))
            words = QFontMetricsF(font).elidedText(shown(text, 120), Qt.TextElideMode.ElideRight, half.width())
            painter.drawText(half, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            half.translate(0, half.height())

    def _note(self, painter: QPainter, room: QRectF, first: str, note: str) -> None:
        font = self._theme.font(12)
        taken = QFontMetricsF(self._theme.font(14, bold=True)).horizontalAdvance(first) + 12
        left = room.adjusted(taken, 0, 0, -room.height() / 2)
        if left.width() < QFontMetricsF(font).horizontalAdvance(note):
            return
        painter.setFont(font)
        painter.setPen(self._theme.colour(Tone.INFO))
        painter.drawText(left, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)


class ScenarioDelegate(QStyledItemDelegate):
    """A scenario: title; id, tier, length, language."""

    def __init__(self, theme: Theme, language: ScreenLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._cards = Cards(theme)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.px(CARD_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        scenario = index.data(ROW)
        if not isinstance(scenario, Scenario):
            return
        painter.save()
        room = self._cards.ground(painter, option)
        room = self._cards.right(painter, room, scenario.id, self._theme.font(12), Tone.MUTED)
        self._cards.lines(painter, room, scenario.title[self._language.of_texts], self.about(scenario))
        painter.restore()

    def about(self, scenario: Scenario) -> str:
        spoken = self.tr("in Chinese") if scenario.language is Language.ZH else self.tr("in English")
        return " · ".join(
            (
                self.tr("tier {tier}").format(tier=scenario.tier),
                self.tr("%n minute(s)", "", round(scenario.length / 60)),
                spoken,
                self.tr("%n product(s)", "", len(scenario.products)),
            )
        )


class SessionDelegate(QStyledItemDelegate):
    """A past session: who and what; when and how long; the score or the state."""

    def __init__(self, theme: Theme, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._cards = Cards(theme)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.px(CARD_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(ROW)
        if not isinstance(entry, SessionEntry):
            return
        painter.save()
        room = self._cards.ground(painter, option)
        if entry.ending is Ending.SCORED:
            tone = Tone.PLAIN if entry.passed is None else Tone.GOOD if entry.passed else Tone.BAD
            mark = "" if entry.passed is None else " ✓" if entry.passed else " ✗"
            words, font = points(entry.total) + mark, self._theme.font(17, bold=True)
        else:
            words, font, tone = self._model.state_of(entry), self._theme.font(12), Tone.WARN
        room = self._cards.right(painter, room, words, font, tone)
        title = f"{entry.trainee.name} · {entry.header.scenario}"
        take = self.tr("take {number}").format(number=entry.header.take)
        about = " · ".join((when(entry.header.began_utc), clock(entry.length), take))
        if entry.header.mode is Mode.EXAM:
            about = self.tr("EXAM {paper}").format(paper=entry.header.paper or entry.header.seed) + " · " + about
        if entry.signed:
            about += " · " + self.tr("signed")
        self._cards.lines(painter, room, title, about, self._model.hearing_of(entry))
        painter.restore()
