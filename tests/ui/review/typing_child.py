"""Opens a review and types a reason and a note, letter by letter, saying each letter; until it is killed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from simulator.ui.app import dress
from simulator.ui.jobs import Jobs
from simulator.ui.review.page import ReviewPage
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage
from tests.deviceless import studio_in

REASON = "because the opening named the seller and the goods and gave a reason to stay "
BETWEEN_MS = 40
"""A fast typist."""

if __name__ == "__main__":
    app = QApplication([])
    theme = Theme()
    dress(app, theme)
    studio = studio_in(Path(sys.argv[1]))
    page = ReviewPage(studio, studio.store.sessions()[0].header.id, theme, Jobs(app), ScreenLanguage.EN)
    page.resize(1366, 768)
    page.show()
    while not page.is_filled:
        QTest.qWait(20)
    row = page.scorecard.rows["B1"]
    row.set_open(True)
    row.editor.levels[4].click()
    for number, letter in enumerate(REASON):
        QTest.keyClicks(row.editor.reason, letter)
        QTest.keyClicks(page.notes.text, letter)
        sys.stdout.write(f"{number + 1}\n")
        sys.stdout.flush()
        QTest.qWait(BETWEEN_MS)
    while True:
        QTest.qWait(1000)
