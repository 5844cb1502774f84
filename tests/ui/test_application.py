"""The application object as the program makes it, in a program of its own: here it is the test library's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import json, sys
from PySide6.QtCore import QCoreApplication, QLoggingCategory, Qt
from simulator.ui.app import application

app = application()
print(json.dumps({
    "one": application() is app,
    "raster": QCoreApplication.testAttribute(Qt.ApplicationAttribute.AA_ForceRasterWidgets),
    "tells of files": QLoggingCategory("qt.multimedia.ffmpeg").isInfoEnabled(),
}))
"""


def test_pictures_are_not_converted_by_opengl_and_no_file_is_named_on_the_terminal() -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
    ran = subprocess.run([sys.executable, "-c", PROGRAM], env=environ, capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == {"one": True, "raster": True, "tells of files": False}
