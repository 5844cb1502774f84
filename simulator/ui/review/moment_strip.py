"""Three moments first: what happened, what it cost or brought, what to say instead; keys 1 to 3 play them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from simulator.domain.key_moments import KeyMoment, KeyMoments
from simulator.domain.outcome import Outcome
from simulator.ui.amounts import clock
from simulator.ui.plain import tip
from simulator.ui.review import moment_words as words
from simulator.ui.review.reviewed import Reviewed
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import ElidedLabel, ElidedLink, Label, LinkButton, row

MOST = 3
HEAD_PX = 26
"""How high the head of a card is at 100 %."""


class MomentCard(QFrame):
    """One moment; its head plays it."""

    chosen = Signal(float)
    """Seconds in the session."""

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inset")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.moment: KeyMoment | None = None
        self._number = number
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 5)
        layout.setSpacing(1)
        line = row(6)
        self.play = ElidedLink()
        self.play.setMaximumHeight(theme.px(HEAD_PX))
        self.play.clicked.connect(self._on_play)
        self.worth = Label("", "strong")
        line.addWidget(self.play, 1)
        line.addWidget(self.worth)
        layout.addLayout(line)
        self.quote = ElidedLabel("")
        self.why = ElidedLabel("", "small")
        self.instead = ElidedLabel("", tone=Tone.INFO)
        self.audience = ElidedLabel("", "small")
        self.lines = (self.quote, self.why, self.instead, self.audience)
        for each in self.lines:
            layout.addWidget(each)
            each.ensurePolished()
        layout.addStretch()
        self.play.setEnabled(False)
        self._room = theme.px(HEAD_PX) + 9 + sum(each.fontMetrics().height() + 1 for each in self.lines)
        """Pixels that the card may need; kept before there are words, so that nothing moves then."""

    def show_moment(self, moment: KeyMoment, session: Reviewed, language: str) -> None:
        self.moment = moment
        self.play.setEnabled(True)
        name = words.title(moment, session, language)
        worth = words.worth(moment)
        sign = "✓" if moment.good else "▶"
        self.play.say(
            self.tr("Moment {number}, at {time}: {name}, {worth}").format(
                number=self._number, time=clock(moment.span.start), name=name, worth=worth
            ),
            f"{self._number}  {sign} {clock(moment.span.start)}  {name}",
        )
        self.worth.say(worth)
        self.worth.set_tone(Tone.GOOD if moment.good else Tone.BAD)
        self.quote.say(words.happened(moment, language))
        self.why.say(words.why(moment, session))
        self.instead.say(words.instead(moment, language))
        self.instead.set_tone(Tone.GOOD if moment.good else Tone.INFO)
        self._tell_whole()

    def show_outcome(self, outcome: Outcome | None) -> None:
        if self.moment is not None:
            self.audience.say(words.audience(self.moment, outcome))
            self._tell_whole()

    def set_open(self, is_open: bool) -> None:
        for each in self.lines:
            each.setVisible(is_open and bool(each.whole))
        self.setMinimumHeight(self._room if is_open else 0)

    def _tell_whole(self) -> None:
        """What has no room is told beside it."""
        for each in self.lines:
            each.setToolTip(tip(each.whole))

    def _on_play(self) -> None:
        if self.moment is not None:
            self.chosen.emit(self.moment.span.start)


class MomentStrip(QWidget):
    """The first thing of a review; folded away it keeps a line for each."""

    chosen = Signal(float)

    def __init__(self, theme: Theme, language: str, page: QWidget) -> None:
        """``page`` is where the keys 1 to 3 are listened to."""
        super().__init__(page)
        self._language = language
        self._open = theme.roomy
        self._masked = False
        self.found: KeyMoments | None = None
        self._outcome: Outcome | None = None
        self.setAccessibleName(self.tr("Three moments"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 0)
        layout.setSpacing(2)
        head = row(8)
        self.rule = ElidedLabel(self.tr("Looking for the three moments …"), "small")
        self.fold = LinkButton("", "Alt+M")
        self.fold.setMaximumHeight(theme.px(22))
        self.rule.setMinimumHeight(theme.px(22))
        self.fold.clicked.connect(self._on_fold)
        head.addWidget(self.rule, 1)
        head.addWidget(self.fold)
        layout.addLayout(head)
        self.cards = tuple(MomentCard(theme, number) for number in range(1, MOST + 1))
        line = row(10)
        for number, card in enumerate(self.cards, 1):
            card.chosen.connect(self.chosen)
            line.addWidget(card, 1)
            key = QShortcut(QKeySequence(str(number)), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda card=card: card.play.click() if card.isVisible() else None)
        layout.addLayout(line)
        self._show()

    def show_moments(self, found: KeyMoments, session: Reviewed) -> None:
        """Show what was chosen."""
        self.found = found
        for card, moment in zip(self.cards, found.moments, strict=False):
            card.show_moment(moment, session, self._language)
        for card in self.cards[len(found.moments) :]:
            card.moment = None
        self.show_outcome(self._outcome)

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Add what the same audience would have done."""
        self._outcome = outcome
        for card in self.cards:
            card.show_outcome(outcome)
        self._show()

    def set_masked(self, masked: bool) -> None:
        """Hide all of it: it tells levels, which are still to be given blind."""
        self._masked = masked
        self.setVisible(not masked)

    def _on_fold(self) -> None:
        self._open = not self._open
        self._show()

    def _show(self) -> None:
        self.fold.say(self.tr("Less") if self._open else self.tr("More"))
        whole = self.tr("Show less of the three moments") if self._open else self.tr("Show more of the three moments")
        self.fold.setAccessibleName(whole)
        for card in self.cards:
            card.setVisible(self.found is None or card.moment is not None)  # room is kept while they are looked for
            card.set_open(self._open)
        if self.found is not None:
            some = bool(self.found.moments)
            self.rule.say(words.rule(self.found.looked_at) if some else words.nothing())
            self.rule.setToolTip(tip(self.rule.whole))
            self.fold.setVisible(some)
        else:
            self.fold.hide()
