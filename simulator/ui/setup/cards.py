"""How a scenario and a past session look in their lists."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from simulator.domain.language import Language
from simulator.domain.scenario import Scenario
from simulator.domain.session import Ending, Mode
from simulator.ports import SessionEntry
from simulator.ui.amounts import clock, points, when
from simulator.ui.cards import CARD_PX, Cards
from simulator.ui.models import ROW, SessionModel
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage


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
        waits = entry.stage is not None and entry.stage.waits_for_another
        if entry.ending is Ending.SCORED and not waits:
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
