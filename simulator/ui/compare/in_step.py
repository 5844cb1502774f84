"""Two players in step: one clock moves both, whichever of them has a recording."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from simulator.domain.units import Seconds
from simulator.review.compare import Clocks
from simulator.ui.review.player import Player

APART: Seconds = 0.2
"""So far the second may run off the first before it is set right."""
REST: Seconds = 2.0
"""Between two corrections at least: each costs a hitch in sound and picture."""
NEAR: Seconds = 0.02
"""A player this near to where it should stand stays where it is."""


PICTURE: Seconds = 1 / 30


class TwinPlayer(Player):
    """A player that can be made silent: two pitches at once are no use to anybody."""

    def __init__(self, recording: Path | None, length: Seconds, parent: QObject | None = None) -> None:
        self._silent = False
        super().__init__(recording, length, parent)

    @property
    def silent(self) -> bool:
        return self._silent

    def set_silent(self, silent: bool) -> None:
        self._silent = silent
        if self._output is not None:
            self._output.setMuted(silent)

    def _use_sound(self) -> None:
        super()._use_sound()
        self.set_silent(self._silent)  # a device that came later plays no louder than the one before


class InStep(QObject):
    """Plays, pauses and seeks both on one clock, which begins with whichever session begins first."""

    moved = Signal(float)
    """Seconds on the common clock."""
    playing_changed = Signal(bool)

    def __init__(self, one: Player, two: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.players = (one, two)
        self.clocks = Clocks(0.0, 0.0, max(one.length, two.length))
        self.at: Seconds = 0.0
        self._playing = False
        self._placing = False
        self._righted: Seconds = float("-inf")
        for player in self.players:
            player.moved.connect(lambda at, player=player: self._on_moved(player, at))
            player.playing_changed.connect(lambda _: self._on_playing())

    # ------------------------------------------------------------------ what is asked of it

    @property
    def length(self) -> Seconds:
        return self.clocks.length

    @property
    def can_play(self) -> bool:
        return any(player.can_play for player in self.players)

    @property
    def playing(self) -> bool:
        """Whether it plays, or will as soon as a recording is read."""
        return self._playing

    def own(self, player: Player) -> Seconds:
        """The moment of the common clock on a player's own clock; below 0 before its session began."""
        return self.clocks.own(self.at)[self.players.index(player)]

    def lay(self, clocks: Clocks) -> None:
        """Lay the clocks otherwise; the first session stays where it is."""
        at = self.own(self.players[0])
        self.clocks = clocks
        self.seek(clocks.lead_one + at)

    def play(self) -> None:
        if self.can_play and not self._playing:
            if self.at >= self.length - NEAR:
                self.seek(0.0)
            self._playing = True
            self._righted = float("-inf")
            for player in self.players:
                if self._due(player):
                    player.play()
            self.playing_changed.emit(True)

    def pause(self) -> None:
        was, self._playing = self._playing, False
        for player in self.players:
            player.pause()
        if was:
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        if self._playing:
            self.pause()
        else:
            self.play()

    def seek(self, at: Seconds) -> None:
        """Go to a moment of the common clock, both of them."""
        self.at = min(max(0.0, at), self.length)
        self._place(self.players)
        for player in self.players:
            if not self._playing:
                continue
            if self._due(player):
                player.play()
            else:
                player.pause()
        self.moved.emit(self.at)

    def skip(self, by: Seconds) -> None:
        self.seek(self.at + by)

    def step(self, pictures: int) -> None:
        """Stand still, and go a thirtieth of a second on (+1) or back (-1): two recordings share no pictures."""
        self.pause()
        self.skip(pictures * PICTURE)

    def set_rate(self, rate: float) -> None:
        for player in self.players:
            player.set_rate(rate)

    # ------------------------------------------------------------------ inside

    def _due(self, player: Player) -> bool:
        """Whether a player's session is on air at this moment of the common clock, and can be played."""
        return player.can_play and 0.0 <= self.own(player) < player.length - NEAR

    def _place(self, players: tuple[Player, ...]) -> None:
        self._placing = True
        for player in players:
            player.seek(self.own(player))
        self._placing = False

    def _leader(self) -> Player:
        """Who moves the clock: the first that plays, else the first that could."""
        return next(
            (player for player in self.players if player.playing),
            next((player for player in self.players if self._due(player)), self.players[0]),
        )

    def _on_moved(self, player: Player, own: Seconds) -> None:
        if self._placing or player is not self._leader():
            return
        if not self._playing and abs(own - self.own(player)) < NEAR:
            return  # a position told late: it stands where it was asked to
        self.at = own + self.clocks.leads[self.players.index(player)]
        for other in self.players:
            if other is not player:
                self._follow(other)
        self.moved.emit(self.at)

    def _follow(self, player: Player) -> None:
        """Bring the other player along: begin it when its session begins, set it right where it runs off."""
        if self._playing and self._due(player):
            if not player.playing:
                self._place((player,))
                player.play()
            elif abs(player.at - self.own(player)) > APART and abs(self.at - self._righted) > REST:
                self._righted = self.at
                self._place((player,))
        elif abs(player.at - min(max(0.0, self.own(player)), player.length)) > NEAR:
            self._place((player,))

    def _on_playing(self) -> None:
        """The end of one recording is not the end of the other."""
        if self._playing and not self._placing and not any(player.playing for player in self.players):
            ended = [player for player in self.players if player.can_play and not self._due(player)]
            if ended or not self.can_play:
                self._playing = False
                self.playing_changed.emit(False)
