"""Choosing a device by its name, a file in its place, or none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from simulator.media_port import DeviceName
from simulator.ui.plain import shown

CAMERA, MICROPHONE = "ui.camera", "ui.microphone"
"""Keys of what was chosen last."""
NOWHERE, CHOOSE_FILE = "none", "file"


class DeviceBox(QComboBox):
    """The cameras, or the microphones, of this PC."""

    changed = Signal()
    """Another one was chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._wanted: str | None = None
        self._names: tuple[DeviceName, ...] = ()
        self.activated.connect(self._on_activated)

    def remember(self, address: str | None) -> None:
        """Choose this one once it is found."""
        self._wanted = address
        self.offer(())

    def offer(self, names: tuple[DeviceName, ...]) -> None:
        """Offer these; what was wanted is chosen where it is there, else the first."""
        self._names = names
        self.blockSignals(True)
        self.clear()
        for name in names:
            self.addItem(shown(name.label, 60), name.address)
        wanted = self._wanted
        if wanted is not None and wanted.startswith("file:"):
            self.addItem(self.tr("File: {name}").format(name=shown(Path(wanted).name, 40)), wanted)
        self.addItem(self.tr("A file …"), CHOOSE_FILE)
        self.addItem(self.tr("None"), NOWHERE)
        at = self.findData(wanted)
        self.setCurrentIndex(at if at >= 0 else 0 if names else self.count() - 1)
        self.blockSignals(False)

    @property
    def found(self) -> bool:
        """Whether the system has any."""
        return bool(self._names)

    @property
    def address(self) -> str | None:
        """What is chosen; None is none."""
        chosen = self.currentData()
        return None if chosen in (None, NOWHERE, CHOOSE_FILE) else str(chosen)

    def use_none(self) -> None:
        """Go without."""
        self._wanted = NOWHERE
        self.offer(self._names)
        self.changed.emit()

    def use_file(self, path: str) -> None:
        """Let this file stand for the device."""
        self._wanted = f"file:{path}"
        self.offer(self._names)
        self.changed.emit()

    def _on_activated(self, _index: int) -> None:
        if self.currentData() != CHOOSE_FILE:
            self._wanted = self.currentData()
            self.changed.emit()
            return
        dialog = QFileDialog(self, self.tr("A file in place of the device"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.use_file)
        dialog.rejected.connect(lambda: self.setCurrentIndex(max(0, self.findData(self._wanted))))
        dialog.open()
