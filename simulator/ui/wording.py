"""Sentences for what went wrong below, by its code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from simulator.domain.events import Device, Fault
from simulator.ports import Mendable
from simulator.ui.widgets import shown

translate = QCoreApplication.translate


def device(name: str) -> str:
    """What a device is called."""
    names = {
        Device.CAMERA: translate("wording", "camera"),
        Device.MICROPHONE: translate("wording", "microphone"),
        Device.RECOGNISER: translate("wording", "captions"),
        Device.RECORDER: translate("wording", "recording"),
    }
    return next((words for each, words in names.items() if each == name), shown(name, 20))


def fault(device_name: str, kind: str) -> str:
    """That a device does not work, and how: "camera lost"."""
    states = {
        Fault.MISSING: translate("wording", "{device} not found"),
        Fault.BUSY: translate("wording", "{device} in use elsewhere"),
        Fault.BLOCKED: translate("wording", "{device} blocked by the system"),
        Fault.LOST: translate("wording", "{device} lost"),
        Fault.FROZEN: translate("wording", "{device} frozen"),
        Fault.UNREADABLE: translate("wording", "{device} not readable"),
        Fault.DISK_FULL: translate("wording", "{device} stopped: disk full"),
        Fault.SLOW: translate("wording", "{device} too slow"),
    }
    state = next((words for each, words in states.items() if each == kind), translate("wording", "{device} failed"))
    return state.format(device=device(device_name))


def sentence(error: Mendable) -> str:
    """What went wrong and what to do about it."""
    return error.code
