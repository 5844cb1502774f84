"""A sentence spoken before going live, to see what the recogniser makes of it."""

from __future__ import annotations

from simulator.domain.language import Language
from simulator.live.listening import HEARD_RATE_HZ
from simulator.live.resample import Resampler
from simulator.media_port import SoundBlock
from simulator.ports import DeviceError, Recogniser


class ListenCheck:
    """Hears the microphone without recording anything; what was heard is forgotten with it."""

    def __init__(self, recogniser: Recogniser, language: Language) -> None:
        self._recogniser = recogniser
        self._between = "" if language is Language.ZH else " "
        self._resampler = Resampler(HEARD_RATE_HZ)
        self._said: list[str] = []
        self._samples = 0

    def take(self, block: SoundBlock) -> None:
        """Take a block on the microphone's thread."""
        at = self._samples / block.rate_hz
        self._samples += len(block.samples)
        heard = self._resampler.push(SoundBlock(at, block.samples, block.rate_hz))
        if heard is not None:
            self._recogniser.feed(heard)

    def words(self) -> str:
        """All that was heard so far."""
        try:
            heard = self._recogniser.heard()
        except DeviceError:
            return ""  # it died; the next check loads it anew
        self._said += [phrase.text.strip() for phrase in heard.phrases]
        tail = [caption.text for caption in heard.captions if caption.text]
        return self._between.join([*self._said, *tail])

    def close(self) -> None:
        self._recogniser.close()
