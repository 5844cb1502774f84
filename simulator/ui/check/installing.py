"""How a PC gets a speech recogniser."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from simulator.domain.language import Language
from simulator.ui.dialogs import Message

translate = QCoreApplication.translate

MODELS = {Language.ZH: "vosk-model-small-cn-0.22", Language.EN: "vosk-model-small-en-us-0.15"}
"""The smallest that hears word by word."""


def tell_how_to_install(over: QWidget, language: Language) -> Message:
    """Show the commands, to be copied, and what holds without."""
    model = MODELS[language]
    lines = (
        translate("Installing", "Which models there are:"),
        "    bolian models",
        translate("Installing", "Fetch and install one (about 40 MB):"),
        f"    bolian models install {model}",
        translate("Installing", "Without a network, from a USB stick:"),
        f"    bolian models import {model}.zip",
    )
    message = Message(
        over.window(),
        translate("Installing", "How to get captions"),
        translate(
            "Installing",
            "Ask whoever looks after this PC, or type one of these commands in a terminal, then start Bolian again. "
            "You can also go on without: the session is recorded, but viewers do not answer to what you say.",
        ),
        translate("Installing", "Close"),
        lines="\n".join(lines),
    )
    message.open()
    return message
