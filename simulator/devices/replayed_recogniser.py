"""A list of words with their times that stands for a recogniser: for imports, checks and demonstrations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from simulator.devices.phrases import joined, phrases
from simulator.domain.events import HostSpoke, Word
from simulator.domain.language import Language
from simulator.domain.session import Transcript
from simulator.domain.units import Seconds
from simulator.media_port import SoundBlock
from simulator.ports import Caption, Heard

ENGINE = "transcript"


class ReplayedRecogniser:
    """Fulfils ``Recogniser``: lets out each caption word and each phrase once time has passed its end."""

    def __init__(self, words: Sequence[Word], language: Language) -> None:
        self.engine = ENGINE
        self._language = language
        self.end: Seconds = max((word.said.end for word in words), default=0.0)
        """When the last word ends."""
        self._to_come = list(phrases(words, language, ENGINE))
        self._now: Seconds = float("-inf")

    def feed(self, block: SoundBlock) -> None:
        self.advance(block.at + len(block.samples) / block.rate_hz)

    def advance(self, to: Seconds) -> None:
        """Let time pass where there is no sound; it never goes back."""
        self._now = max(self._now, to)

    def heard(self) -> Heard:
        finished: list[HostSpoke] = []
        while self._to_come and self._to_come[0].said.end <= self._now:
            finished.append(self._to_come.pop(0))
        return Heard(captions=self._caption(), phrases=tuple(finished))

    def settle(self) -> Heard:
        return self.heard()

    def finish(self) -> Heard:
        """What was said, cut off within a phrase where time ended there; nothing that was never reached."""
        heard = self.heard()
        begun = [word for phrase in self._to_come for word in phrase.words if word.said.end <= self._now]
        self._to_come.clear()
        return Heard(phrases=heard.phrases + phrases(begun, self._language, ENGINE))

    def close(self) -> None: ...

    def _caption(self) -> tuple[Caption, ...]:
        if not self._to_come:
            return ()
        begun = [word for word in self._to_come[0].words if word.said.end <= self._now]
        return (Caption(joined(begun, self._language), begun[0].said.start),) if begun else ()


class ReplayedTranscriber:
    """Fulfils ``Transcriber`` with the same words, whatever the recording holds."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.engine = ENGINE
        self._words = tuple(words)

    def transcribe(
        self,
        recording: Path,  # noqa: ARG002
        language: Language,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> Transcript:
        if cancelled():
            raise InterruptedError
        progress(1.0)
        return Transcript(engine=ENGINE, final=True, phrases=phrases(self._words, language, ENGINE))
