"""Two sessions side by side on one clock: picture, lanes, levels, words and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.ports import Mendable
from simulator.ui.compare.pair_rows import Compared, PairWords
from simulator.ui.compare.pair_table import Column, PairRow, PairTable
from simulator.ui.compare.reading import Reading
from simulator.ui.compare.watch import SKIP, WatchView
from simulator.ui.jobs import Jobs
from simulator.ui.plain import shown
from simulator.ui.review.instructor import known_instructor
from simulator.ui.review.tabs import Tabs
from simulator.ui.review.visit import Visit
from simulator.ui.sentences import sentence
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Bar, Button, ElidedPill, Label, Panel, column

if TYPE_CHECKING:
    from simulator.live.studio import Studio

RIGHT_PX = 500


class ComparePage(QWidget):
    """What an instructor and a trainee look at together: before and now."""

    home_asked = Signal()
    review_asked = Signal(str)
    path_asked = Signal(str)
    """This trainee's path over time (``Trainee.id``)."""

    def __init__(
        self,
        studio: Studio,
        one: str,
        two: str,
        theme: Theme,
        jobs: Jobs,
        language: ScreenLanguage,
        parent: QWidget | None = None,
    ) -> None:
        """``one`` and ``two`` are sessions, by id; the second is compared with the first.

        Raise ContentError or StoreError when there is no such session.
        """
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        entries = studio.store.session(one), studio.store.session(two)
        self._later = entries[1]
        name = known_instructor(studio.store)
        self._visits = [Visit(studio.store, each, name) for each in dict.fromkeys(e.header.id for e in entries)]
        self.watch = WatchView(*entries, theme, language)
        self.reading = Reading(studio, jobs, entries[0].header.id, entries[1].header.id, self)
        self.compared: tuple[Compared, Compared] | None = None
        self.words = PairWords(language.of_texts, self)
        self.waiting = Label(self.tr("Reading both sessions …"), "small", wrap=True)
        self.notice = Label("", "small", tone=Tone.WARN, wrap=True)
        self.criteria = PairTable(theme, self.tr("Criteria of both"))
        self.told = PairTable(theme, self.tr("What was said in both"), tall=True, difference=False)
        self.figures = PairTable(theme, self.tr("Figures of both"), difference=False)
        self._lay_out()
        self._connect()
        self._make_keys()
        QTimer.singleShot(0, self, self._begin)  # the page is shown first

    # ------------------------------------------------------------------ parts

    def _lay_out(self) -> None:
        theme = self._theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar())
        body = QHBoxLayout()
        body.setContentsMargins(14, 10, 14, 12)
        body.setSpacing(14)
        tables: list[tuple[str, str, QWidget]] = [
            ("criteria", self.tr("Criteria"), self._criteria()),
            ("told", self.tr("Said"), self.told),
            ("figures", self.tr("Figures"), self._figures()),
        ]
        if theme.compact:  # large text leaves room for one column
            tables.insert(0, ("watch", self.tr("Watch"), self.watch))
        self.pages = Tabs(theme, self, tables)
        box = Panel()
        box.body.setContentsMargins(8, 8, 8, 8)
        box.body.addWidget(self.waiting, 0, Qt.AlignmentFlag.AlignTop)
        box.body.addWidget(self.pages, 1)
        self.pages.setVisible(theme.compact)
        right = column(8)
        right.addWidget(self.notice)
        self.notice.hide()
        right.addLayout(self.pages.bar)
        right.addWidget(box, 1)
        if theme.compact:
            body.addLayout(right, 1)
        else:
            body.addWidget(self.watch, 1)
            side = QWidget()
            side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            side.setFixedWidth(theme.px(RIGHT_PX))
            side.setLayout(right)
            body.addWidget(side)
        whole.addLayout(body, 1)

    def _bar(self) -> Bar:
        bar = Bar()
        if self._theme.roomy:
            bar.line.addWidget(Label(self.tr("Compare"), "brand"))
        else:
            bar.line.setContentsMargins(12, 7, 12, 7)
            bar.line.setSpacing(6)
        entries = [side.entry for side in self.watch.sides]
        names = dict.fromkeys(shown(entry.trainee.name, 20) for entry in entries)
        scenarios = dict.fromkeys(shown(entry.header.scenario, 20) for entry in entries)
        bar.line.addWidget(ElidedPill(f"{' / '.join(names)} · {' / '.join(scenarios)}"))
        bar.line.addStretch()
        self.home = Button(self.tr("Home"))
        self.home.clicked.connect(self.home_asked)
        self.path = Button(self.tr("Path over time") if self._theme.roomy else self.tr("Path"))
        self.path.clicked.connect(lambda: self.path_asked.emit(self._later.header.trainee))
        self.back = Button(self.tr("Back to the review") if self._theme.roomy else self.tr("Back"), "Esc")
        self.back.clicked.connect(lambda: self.review_asked.emit(self._later.header.id))
        for button in (self.home, self.path, self.back):
            bar.line.addWidget(button)
        return bar

    def _criteria(self) -> QWidget:
        words = self.tr(
            "✎ given by an instructor; in brackets what the machine only proposes: it counts for nothing yet."
        )
        return self._over(self.criteria, words)

    def _figures(self) -> QWidget:
        words = self.tr("Simulated audience, not marked. Another audience number brings other luck.")
        return self._over(self.figures, words)

    def _over(self, table: QWidget, words: str) -> QWidget:
        """A table with a line above it."""
        held = QWidget()
        layout = QVBoxLayout(held)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Label(words, "small", wrap=True))
        layout.addWidget(table, 1)
        return held

    def _connect(self) -> None:
        self.reading.read.connect(self._on_read)
        self.reading.failed.connect(self._on_unreadable)
        self.watch.review_asked.connect(self.review_asked)
        for table in (self.criteria, self.told):
            table.chosen.connect(self._on_row)

    def _make_keys(self) -> None:
        step = self.watch.step
        for key, act in (
            (Qt.Key.Key_Space, step.toggle),
            (Qt.Key.Key_Left, lambda: step.skip(-SKIP)),
            (Qt.Key.Key_Right, lambda: step.skip(SKIP)),
            (Qt.Key.Key_Comma, lambda: step.step(-1)),
            (Qt.Key.Key_Period, lambda: step.step(1)),
            (Qt.Key.Key_S, self.watch.hear_other),
        ):
            QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # ------------------------------------------------------------------ reading

    def _begin(self) -> None:
        self.watch.open()  # QtMultimedia is loaded before the job begins, as in the review room
        QTimer.singleShot(0, self.reading, self.reading.begin)

    def _on_unreadable(self, error: Mendable) -> None:
        self.waiting.say(sentence(error))
        self.pages.hide()
        self.waiting.show()

    def _on_read(self, one: Compared, two: Compared) -> None:
        self.compared = (one, two)
        self.watch.show_sessions(one, two)
        first, second = (side.letter for side in self.watch.sides)
        self.criteria.show_rows(self.words.criteria(one, two), first, second)
        self.told.show_rows(self.words.told(one, two), first, second)
        self.figures.show_rows(self.words.figures(one, two), first, second)
        self._show_notice(one, two)
        self.waiting.hide()
        self.pages.show()

    def _show_notice(self, one: Compared, two: Compared) -> None:
        """What keeps the two from being compared as they stand."""
        parts: list[str] = []
        cards = one.session.marked.scorecard, two.session.marked.scorecard
        if (cards[0].rubric, cards[0].version) != (cards[1].rubric, cards[1].version):
            words = self.tr("Marked by different rubrics ({one}, {two}): totals are not comparable.")
            first, second = (shown(f"{card.rubric} {card.version}", 40) for card in cards)
            parts.append(words.format(one=first, two=second))
        if one.session.log.scenario.id != two.session.log.scenario.id:
            parts.append(self.tr("The scenarios differ."))
        if cards[0].provisional or cards[1].provisional:
            parts.append(self.tr("Provisional where only what was heard live is known."))
        self.notice.say(" ".join(parts))
        self.notice.setVisible(bool(parts))

    # ------------------------------------------------------------------ going to a moment

    def _on_row(self, pair: PairRow, at_column: int) -> None:
        """A session's figure goes to its moment; the row itself brings both to theirs, and plays."""
        one, two = pair.at_one, pair.at_two
        if pair.heading:
            return
        if one is not None and two is not None and at_column not in (Column.ONE, Column.TWO):
            self.watch.play_both(pair.about, one, two)
        elif one is not None and at_column != Column.TWO:
            self.watch.play_at(0, one)
        elif two is not None and at_column != Column.ONE:
            self.watch.play_at(1, two)
        else:
            return
        if self._theme.compact:
            self.pages.buttons["watch"].click()

    def closeEvent(self, event: QCloseEvent) -> None:
        for visit in self._visits:
            visit.end()
        self.reading.leave()
        self.watch.close_players()
        super().closeEvent(event)
