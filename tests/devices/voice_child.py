"""Speaks into a note until it is killed, saying how many seconds were handed over."""

from __future__ import annotations

import sys
from pathlib import Path

from simulator.devices.voice_file import OggVoice
from simulator.media_port import SoundBlock
from tests.media_files import tone

BLOCK_S = 0.1

if __name__ == "__main__":
    voice = OggVoice(Path(sys.argv[1]))
    block = tone(BLOCK_S, 48_000)
    at = 0.0
    while True:
        voice.write(SoundBlock(at, block, 48_000))
        at += BLOCK_S
        sys.stdout.write(f"{at:.1f}\n")
        sys.stdout.flush()
