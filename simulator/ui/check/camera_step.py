"""The camera: choose it, see its picture, mend light and place, learn how one looks into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from simulator.live.looking import CalibrationState
from simulator.media_port import DeviceName
from simulator.perception.framing import Hint, hint
from simulator.ui.check.device_box import DeviceBox
from simulator.ui.check.standing import Kind, Standing
from simulator.ui.sentences import fault
from simulator.ui.setup.picture_hints import picture_hint
from simulator.ui.setup.preview import Preview
from simulator.ui.theme import Theme, Tone
from simulator.ui.widgets import Button, CalibrateLook, EmptyState, Label, Panel, PrimaryButton, row

if TYPE_CHECKING:
    from simulator.live.studio import Studio

HINT_HOLDS_MS = 600
"""A hint stays this long, so that it can be read."""


class CameraStep(Panel):
    """The picture as it will be, with what would make it better."""

    look_again = Signal()
    go_without = Signal()
    """Go on, sound only."""

    def __init__(self, studio: Studio, theme: Theme, trainee: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("See yourself as viewers will"))
        self._studio = studio
        self._trainee = trainee
        self._hint_at = 0
        self._hint: Hint | None = None
        self._looked = False
        self.box = DeviceBox(self.tr("Camera"))
        self.again = Button(self.tr("Look again"))
        self.again.clicked.connect(self.look_again)
        self.mirrored = QCheckBox(self.tr("Mirrored, as I see myself"))
        choosing = row(10)
        choosing.addWidget(Label(self.tr("Camera"), "small"))
        choosing.addWidget(self.box, 1)
        choosing.addWidget(self.again)
        self.body.addLayout(choosing)
        if theme.roomy:
            choosing.addWidget(self.mirrored)
        else:  # beside the box there is no room for its words
            self.body.addWidget(self.mirrored)
        self.preview = Preview(theme)
        self.mirrored.toggled.connect(self.preview.set_mirrored)
        self.retry = PrimaryButton(self.tr("Look again"))
        self.retry.clicked.connect(self.look_again)
        self.without = Button(self.tr("Go on without a camera"))
        self.without.clicked.connect(self.go_without)
        self.absent = EmptyState(theme, "", "", self.retry, self.without)
        self.absent.hide()
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.absent, 1)
        self.picture_hint = Label("", wrap=True)
        self.body.addWidget(self.picture_hint)
        self.look_into = CalibrateLook(theme)
        self.look_into.asked.connect(lambda: self._studio.eye.calibrate(self._trainee))
        self.body.addWidget(self.look_into)

    def poll(self, passed_ms: int) -> None:
        """Show the newest picture and what to make of it."""
        camera, failed = self.box.address, self._failed()
        if camera is None:
            without = self.tr("No camera chosen: the session is sound only.")
        elif failed is not None:
            without = fault("camera", failed)
        else:
            without = self.tr("Waiting for the camera …")
        self.preview.show_frame(self._studio.latest_picture() if camera is not None else None, without)
        there = camera is not None and failed is None
        self._show_absent(camera, failed)
        self.look_into.setVisible(there)
        self.look_into.show_state(self._studio.eye.calibrating(self._trainee))
        seen = self._studio.eye.glance if there else None
        if seen is None:
            self._hint = None
            self.picture_hint.say("")
            return
        self._hint_at += passed_ms
        if self._hint is None or self._hint_at >= HINT_HOLDS_MS:
            self._hint_at = 0
            self._hint = hint(seen)
            self.picture_hint.say(picture_hint(self._hint))
            self.picture_hint.set_tone(Tone.GOOD if self._hint is Hint.GOOD else Tone.WARN)

    def _show_absent(self, camera: str | None, failed: str | None) -> None:
        """Where there is no picture and somebody could mend that: why, and the two ways on."""
        missing = camera is None and not self.box.found and self._looked
        wanted = missing or (failed is not None and self._studio.latest_picture() is None)
        if wanted:
            title = self.tr("No camera was found") if missing or failed is None else fault("camera", failed)
            self.absent.say(
                title,
                self.tr(
                    "Plug it in again, close other programs that use it, and allow desktop apps to use the camera in "
                    "the system's privacy settings. Without it the session is sound only."
                ),
            )
        self.absent.setVisible(wanted)
        self.preview.setVisible(not wanted)

    def offer(self, names: tuple[DeviceName, ...]) -> None:
        """These were found."""
        self._looked = True
        self.box.offer(names)

    def standing(self) -> Standing:
        """How the picture stands, the most pressing thing first."""
        unseen = self.tr("Without a camera: sound only, and nothing is scored of how you look and show the goods.")
        failed = self._failed()
        if self.box.address is None:
            if self.box.found:
                return Standing(Kind.WITHOUT, self.tr("No camera chosen."), unseen)
            return Standing(Kind.MEND, self.tr("No camera found: plug one in and press “Look again”."), unseen)
        if failed is not None:
            return Standing(Kind.MEND, fault("camera", failed), unseen)
        if self._studio.latest_picture() is None:
            return Standing(Kind.WAITING, self.tr("Waiting for the camera …"), unseen)
        if self._hint not in (None, Hint.GOOD):
            assert self._hint is not None
            dim = self.tr("Picture not mended: viewers see you badly, and looks may not be measured.")
            return Standing(Kind.MEND, picture_hint(self._hint), dim)
        unmeasured = self.tr("Not calibrated: looking at the camera is not measured.")
        match self._studio.eye.calibrating(self._trainee).state:
            case CalibrationState.DONE:
                return Standing(Kind.FINE, self.tr("Picture and look are fine."))
            case CalibrationState.BLIND:
                return Standing(Kind.WITHOUT, self.tr("The picture is fine."), unmeasured)
            case CalibrationState.RUNNING:
                return Standing(Kind.WAITING, self.tr("Look straight into the camera …"), unmeasured)
            case _:
                return Standing(Kind.MEND, self.tr("Calibrate your look: two seconds."), unmeasured)

    def _failed(self) -> str | None:
        return dict(self._studio.health().faults).get("camera")
