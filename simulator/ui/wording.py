"""Sentences for what went wrong below, by its code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from simulator.domain.events import Device
from simulator.ports import Mendable
from simulator.ui.widgets import shown


def _tr(text: str) -> str:
    return QCoreApplication.translate("wording", text)


def sentence(error: Mendable) -> str:
    return error.code


def device(name: str) -> str:
    """What a device is called."""
    translate = QCoreApplication.translate
    return (
        {
            Device.CAMERA: translate("wording", "Camera"),
            Device.MICROPHONE: translate("wording", "Microphone"),
            Device.RECOGNISER: translate("wording", "Captions"),
            Device.RECORDER: translate("wording", "Recording"),
        }.get(Device(name), shown(name, 20))
        if name in set(Device)
        else shown(name, 20)
    )
