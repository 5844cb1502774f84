"""The phone of a session that is over, at any of its moments, painted from the log as viewers saw it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from simulator.domain.crowd import CommentPosted, Liked
from simulator.domain.desk import CommentPinned, CommentUnpinned, DemonstrationMarked, ViewerMuted
from simulator.domain.events import Event, HostSpoke
from simulator.domain.findings import QuestionAnswered
from simulator.domain.scenario import Scenario
from simulator.domain.session import SessionLog, Transcript
from simulator.domain.units import Seconds
from simulator.live.shelf import Shelf, ShelfItem
from simulator.media_port import VideoFrame
from simulator.metrics.room import RoomFigures, SessionFigures
from simulator.ui.cabin.chat_bubbles import ChatBubbles
from simulator.ui.cabin.layers import Part
from simulator.ui.cabin.overlays import PhoneFace
from simulator.ui.cabin.phone_face import CAPTION_STAYS, PhoneState, caption_end
from simulator.ui.cabin.placing import hearts_room, paint_part, placed, shows
from simulator.ui.cabin.toasts import HEART_S, Hearts
from simulator.ui.models import ChatModel
from simulator.ui.picture import seen_part
from simulator.ui.sharing.past_news import News, PastNews, gathered_news
from simulator.ui.sharing.past_phone_events import likes_between, place_of, shown_by, shown_since
from simulator.ui.theme import Theme

PHONE_PX = 388
"""The width of the phone in the cabin at 100 %: larger pictures get larger type in proportion."""
FAR = 2000
"""Events from here on are not walked through: the phone is set up anew where it is to stand."""
HEART_PX = 22


class _Folded:
    """What the phone shows of the events up to a moment."""

    def __init__(self, scenario: Scenario) -> None:
        self.shelf = Shelf(scenario)
        self.room = RoomFigures(scenario)
        self.state = PhoneState(scenario)
        self.chat = ChatModel()
        self.figures: SessionFigures = self.room.figures()

    def take(self, events: Sequence[Event]) -> None:
        for event in events:
            self.shelf.take(event)
            self.room.take(event)
            self.state.take(event)
        self.chat.add(event for event in events if isinstance(event, CommentPosted))
        for event in events:
            match event:
                case QuestionAnswered():
                    self.chat.answer(event.comments)
                case CommentPinned():
                    self.chat.pin(event.comment)
                case CommentUnpinned():
                    self.chat.unpin()
                case ViewerMuted():
                    self.chat.mute(event.viewer)
        self.figures = self.room.figures()


class PastPhone:
    """Moves along a log; forwards costs only what is new, backwards and far away what can still be seen there. It
    belongs to the thread it was made on, whichever that is."""

    def __init__(
        self,
        log: SessionLog,
        transcript: Transcript | None,
        size: QSize,
        look: Theme,
        scale: float | None = None,
        news: Sequence[News] | None = None,
        column: float = 0.0,
    ) -> None:
        """Captions are the transcript's phrases, each word when it was said; without one there are none.

        ``scale`` is the size of the text; by default it grows with the phone. ``news`` are gathered where they are not
        given. With a ``column`` it is no phone: all stands in two columns of that many pixels, beside the picture.
        """
        self.now: Seconds = 0.0
        self._log = log
        self._seen = 0
        self._theme = replace(look, scale=size.width() / PHONE_PX if scale is None else scale)
        self._size = size
        self._column = column
        self._phrases = sorted(transcript.phrases if transcript is not None else (), key=lambda each: each.said.start)
        self._begins = [phrase.said.start for phrase in self._phrases]
        self._shown = [(each.since, each.at) for each in log.only(DemonstrationMarked)]
        self._folded = _Folded(log.scenario)
        self._news = PastNews(gathered_news(log) if news is None else news)
        self._bubbles = ChatBubbles(self._theme, self._folded.chat)
        self._layers: tuple[tuple[PhoneFace, int, int], QImage] | None = None
        self._face = PhoneFace()
        self._held: VideoFrame | None = None
        self._hearts = Hearts()
        self._hearts.dress(self._theme.px(HEART_PX), 1.0)

    # ------------------------------------------------------------------ what ``PhoneState`` asks of a session

    @property
    def unconfirmed(self) -> str:
        """Nothing any more."""
        return ""

    @property
    def shelf(self) -> tuple[ShelfItem, ...]:
        return self._folded.shelf.items(self.now)

    @property
    def demonstrating_since(self) -> Seconds | None:
        return next((since for since, until in self._shown if since <= self.now < until), None)

    # ------------------------------------------------------------------ moving

    def move_to(self, at: Seconds) -> None:
        """Stand at a moment: everything up to it has happened, nothing after it."""
        place = place_of(self._log, at)
        if at < self.now or place - self._seen > FAR:
            self._folded = _Folded(self._log.scenario)
            self._bubbles = ChatBubbles(self._theme, self._folded.chat)
            self._layers = None
            for events in shown_by(self._log, place, at):
                if events:
                    self._folded.take(events)
        elif new := shown_since(self._log, self._seen, place):
            self._folded.take(new)
        self.now = at
        self._seen = place
        self._folded.chat.settle(question.id for question in self._folded.shelf.open_questions(at))

    @property
    def stuck(self) -> bool:
        """Whether the stream stood still for viewers, as last painted."""
        return bool(self._face.stuck)

    def layers(self) -> QImage:
        """What stands over the picture at the moment moved to, on a clear ground."""
        return self._painted_layers(QRectF(0, 0, self._size.width(), self._size.height()))

    def paint_hearts(self, painter: QPainter) -> None:
        """The likes of the last seconds, on their way up."""
        size = QRectF(0, 0, self._size.width(), self._size.height()).size()
        chat = placed(Part.CHAT, self._theme, size, self._face, self._bubbles, self._column)
        likes = [(like.at, like.count) for like in likes_between(self._log, self.now - HEART_S, self.now)]
        if likes:
            before = bisect_left(self._log.places(Liked), place_of(self._log, self.now - HEART_S))
            self._hearts.stand(likes, before, self.now)
            self._hearts.paint(painter, hearts_room(size, chat, self._column), self.now)

    def paint(self, frame: VideoFrame | None) -> QImage:
        """The whole phone over a picture (a plain ground without one), as it stood at the moment moved to.

        While the stream stood still for viewers the last picture before it stays.
        """
        room = QRectF(0, 0, self._size.width(), self._size.height())
        layers = self._painted_layers(room)
        if self._face.stuck and self._held is not None:
            frame = self._held
        self._held = frame
        image = QImage(self._size, QImage.Format.Format_RGB32)
        image.fill(QColor(self._theme.tokens.background))
        painter = QPainter(image)
        if frame is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(room, seen_part(frame, room.size()))
        painter.drawImage(0, 0, layers)
        painter.end()
        return image

    # ------------------------------------------------------------------ inside

    def _painted_layers(self, room: QRectF) -> QImage:
        """What stands over the picture; painted anew only when something in it changed."""
        # Toasts on who came in gather what comes: the folded state would tell others, wherever one began to look.
        news, state = self._news.at(self.now), self._folded.state
        told = "" if news is None else state.news_words(entered=news.entered, followed=news.followed)
        face = replace(state.face(self, self._folded.figures), caption=self._words(), tail="", news=told)
        self._face = face
        seen = (face, self._seen, int(self.now))
        if self._layers is None or self._layers[0] != seen:
            image = QImage(self._size, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for part in Part:
                if shows(part, face, self._folded.chat.rowCount()):
                    place = placed(part, self._theme, room.size(), face, self._bubbles, self._column)
                    paint_part(
                        painter, part, self._theme, room.size(), face, self._bubbles, place, self.now, self._column
                    )
            painter.end()
            self._layers = (seen, image)
        return self._layers[1]

    def _words(self) -> str:
        """The phrase being said, up to here, or the last one for as long as captions stay."""
        number = bisect_right(self._begins, self.now) - 1
        if number < 0 or self.now - self._phrases[number].said.end > CAPTION_STAYS:
            return ""
        return caption_end(said_by(self._phrases[number], self.now))


def said_by(phrase: HostSpoke, moment: Seconds) -> str:
    """The text of a phrase up to the last word that has begun; all of it where words have no times."""
    if not phrase.words or moment >= phrase.said.end:
        return phrase.text
    begun = sum(word.said.start <= moment for word in phrase.words)
    at = 0
    for word in phrase.words[:begun]:
        found = phrase.text.find(word.text, at)
        if found >= 0:
            at = found + len(word.text)
    return phrase.text[:at]
