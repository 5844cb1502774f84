"""Sessions of the queue as a list that fetches more when somebody comes to its end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from simulator.domain.assessing import Stage
from simulator.domain.queue import Queued, Wanted
from simulator.ports import Mendable
from simulator.queue_port import QueueStore
from simulator.ui.amounts import clock, points, when
from simulator.ui.cards import CARD_PX, Cards
from simulator.ui.models import ROW, RowsModel
from simulator.ui.plain import shown
from simulator.ui.queue.wording import Reasons
from simulator.ui.stages import stage_tone, stage_words
from simulator.ui.theme import Theme, Tone

PAGE = 50
"""Sessions fetched at once: more than a screen holds."""
DAY_BEGINS = 4
"""The hour a day of marking begins: an evening that ends after midnight is one evening."""


def evening(now: datetime) -> str:
    """When the day of marking that ``now`` (local, with its zone) belongs to began, in UTC."""
    day = now.replace(hour=DAY_BEGINS, minute=0, second=0, microsecond=0)
    if now < day:
        day -= timedelta(days=1)
    return day.astimezone(UTC).isoformat(timespec="seconds")


class QueueModel(RowsModel[Queued]):
    """As many sessions as were looked at so far; the store is asked for the rest."""

    failed = Signal(object)
    """A ``Mendable``."""

    def __init__(self, store: QueueStore, titles: Mapping[str, str], parent: QObject | None = None) -> None:
        """``titles`` names scenarios by id."""
        super().__init__(parent)
        self._store = store
        self._titles = titles
        self._reasons = Reasons(self)
        self._wanted = Wanted()
        self._more = False

    def ask(self, wanted: Wanted) -> None:
        """Show the head of what is wanted. Raise StoreError."""
        rows = self._store.queue(wanted, PAGE)
        self._more = False  # nobody shall fetch while the model is being reset
        self.beginResetModel()
        self._wanted = wanted
        self._rows = list(rows)
        self.endResetModel()
        self._more = len(rows) == PAGE

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        if parent.isValid() or not self._more:
            return
        try:
            rows = self._store.queue(self._wanted, PAGE, after=self._rows[-1])
        except Mendable as error:
            self._more = False
            self.failed.emit(error)
            return
        self._more = len(rows) == PAGE
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def title_of(self, row: Queued) -> str:
        """Who and what."""
        scenario = self._titles.get(row.scenario, "")
        return " · ".join(part for part in (shown(row.trainee.name, 40), row.scenario, shown(scenario, 40)) if part)

    def why(self, row: Queued) -> str:
        """Why it stands where it does."""
        return self._reasons.why(row)

    def about(self, row: Queued) -> str:
        """When, how long, which take or paper."""
        kind = self.tr("take {number}").format(number=row.take)
        if row.exam:
            kind = self.tr("EXAM {paper}").format(paper=row.paper or "").strip()
        return " · ".join((when(row.began_utc), clock(row.length), kind))

    def text_of(self, row: Queued) -> str:
        return ", ".join(
            (self.title_of(row), stage_words(row.stage), points(row.total), self.why(row), self.about(row))
        )


class QueueDelegate(QStyledItemDelegate):
    """Who and what; why it stands here; the total and how far it has come."""

    def __init__(self, theme: Theme, model: QueueModel, parent: QWidget | None = None) -> None:
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
        if not isinstance(row, Queued):
            return
        painter.save()
        room = self._cards.ground(painter, option)
        # To the second assessor the figure would tell what is not theirs yet.
        total = "" if row.stage.waits_for_another else points(row.total)
        room = self._cards.right(painter, room, total, self._theme.font(17, bold=True), Tone.PLAIN, (points(100.0),))
        words, usual = stage_words(row.stage), (stage_words(Stage.TO_REVIEW), stage_words(Stage.SIGNED))
        room = self._cards.right(painter, room, words, self._theme.font(12), stage_tone(row.stage), usual)
        self._cards.lines(painter, room, self._model.title_of(row), self._model.why(row), self._model.about(row))
        painter.restore()


def today() -> str:
    """When this day of marking began, in UTC."""
    return evening(datetime.now().astimezone())
