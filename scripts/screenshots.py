"""The pictures of the documentation, from the running program: python scripts/screenshots.py [zh] [en] [--before-air].

Home, check page, cabin on air and review room at 1366x768, with the demo pitch played into a virtual microphone and the
drawn host before the camera. Takes about four minutes a language, because it is live, on a PC that does nothing else:
the pictures show how it is doing. With ``--before-air`` only home and check page, in half a minute. Needs the Debian
packages of the tests and a display (Xvfb).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import av
import numpy as np
from PySide6.QtCore import QEventLoop, QSize, QTimer

from simulator import wiring
from simulator.domain.crowd import OrderPlaced
from simulator.ui.app import application, opened_window
from simulator.ui.cabin.page import CabinPage
from simulator.ui.check.chosen import COUNTDOWN
from simulator.ui.check.page import CheckPage
from simulator.ui.review.page import ReviewPage
from simulator.ui.setup.page import HomePage
from simulator.ui.tour.tour import SEEN
from simulator.ui.window import MainWindow
from tests.virtual_mic import VirtualMic

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "assets" / "demo"
OUT = ROOT / "docs" / "screenshots"
SCENARIOS = {"zh": "S01", "en": "S08"}
TRAINEES = {"zh": "小满", "en": "Lin Xia"}
RATE_HZ = 24_000
PIECE_S = 110
"""The sound server takes samples of some 5 MB."""
CHECK_S = 12
"""What is spoken before going live."""
SEED = 45
BEFORE_AIR = "--before-air"


def pieces(pitch: Path, folder: Path) -> list[Path]:
    """The beginning of a pitch as two files the sound server can hold, and its first sentences."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE_HZ)
    with av.open(str(pitch)) as file:
        sound = np.concatenate(
            [part.to_ndarray()[0] for frame in file.decode(audio=0) for part in resampler.resample(frame)]
        )
    made = []
    for number, (start, end) in enumerate(((0, PIECE_S), (PIECE_S, 2 * PIECE_S), (0, CHECK_S))):
        path = folder / f"{number}.wav"
        with wave.open(str(path), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE_HZ)
            out.writeframes(sound[start * RATE_HZ : end * RATE_HZ].tobytes())
        made.append(path)
    return made


def spin(seconds: float) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def spin_until(window: MainWindow, kind: str, most: float) -> None:
    """Let the window live until it shows a page of this class."""
    left = most
    while type(window.page).__name__ != kind and left > 0:
        spin(0.5)
        left -= 0.5


def take(language: str, folder: Path, mic: VirtualMic, *, before_air: bool) -> None:
    """All four pictures in one language, or the two ``before_air``."""
    sounds = pieces(DEMO / f"pitch-{language}.ogg", folder)
    with wiring.studio(folder / "data") as studio:
        app = application()
        window = opened_window(app, studio, screen=language)
        window.resize(QSize(1366, 768))
        studio.prepare()
        microphone = studio.microphones()[0].address
        camera = f"file:{DEMO / 'camera.mp4'}"
        for key, value in (
            ("ui.camera", camera),
            ("ui.microphone", microphone),
            ("ui.trainee", TRAINEES[language]),
            ("ui.scenario", SCENARIOS[language]),
            (SEEN, ["check", "home"]),
        ):
            studio.store.keep_setting(key, value)
        window.open_home()
        window.show()
        mic.play(sounds[-1])
        spin(7)
        window.grab().save(str(OUT / f"home-{language}.png"))
        home = window.page
        assert isinstance(home, HomePage)
        home.people.seed.setText(str(SEED))
        home.start.click()
        spin_until(window, "CheckPage", 5)
        check = window.page
        assert isinstance(check, CheckPage)
        spin(CHECK_S)  # devices open, the encoder is tried
        window.grab().save(str(OUT / f"check-{language}.png"))
        if before_air:
            window.close()
            spin(1)
            return
        for yes, _no in check.consent.choices.values():
            yes.click()
        check.start.click()
        spin_until(window, "CabinPage", 30)
        spin(COUNTDOWN + 1)  # the pitch begins anew on air
        page = window.page
        assert isinstance(page, CabinPage)
        session = page._session
        mic.play(sounds[0])
        session.desk.pin_product(session.scenario.products[0].id)
        show = session.scenario.run_of_show
        spin(PIECE_S - 1)
        session.desk.start_segment(show[1].id)
        mic.play(sounds[1])
        spin(PIECE_S * 0.45)
        window.grab().save(str(OUT / f"cabin-{language}.png"))
        session.go_off_air()
        page.went_off_air.emit(session)
        spin_until(window, "ReviewPage", 180)
        spin(6)
        review = window.page
        assert isinstance(review, ReviewPage) and review.session is not None
        log = review.session.log
        sold = next((event.at for event in log.only(OrderPlaced)), log.length / 2)
        review.player.seek(min(sold + 1.0, log.length - 1.0))  # somebody has just bought
        spin(2)
        window.grab().save(str(OUT / f"review-{language}.png"))
        window.close()
        spin(1)


def main() -> None:
    before_air = BEFORE_AIR in sys.argv
    languages = [each for each in sys.argv[1:] if each != BEFORE_AIR] or ["zh", "en"]
    if len(languages) > 1:  # an application speaks one language from its start
        for language in languages:
            subprocess.run([sys.executable, __file__, language, *([BEFORE_AIR] if before_air else [])], check=True)
        return
    OUT.mkdir(parents=True, exist_ok=True)
    mic = VirtualMic()
    os.environ.update(mic.environ)
    try:
        with tempfile.TemporaryDirectory() as folder:
            take(languages[0], Path(folder), mic, before_air=before_air)
    finally:
        mic.close()


if __name__ == "__main__":
    main()
