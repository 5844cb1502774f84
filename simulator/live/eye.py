"""What looks through the camera, on air and before, and who it knows the look of."""

from __future__ import annotations

from collections.abc import Callable

from simulator.domain.events import Event
from simulator.live.looking import Calibrating, CalibrationState, Looking
from simulator.media_port import FaceFinder, VideoFrame
from simulator.perception.face import Neutral
from simulator.perception.picture import Glance


class Eye:
    """One per studio; before going live its glances are for the host's own eyes and in no log.

    A calibration holds for one trainee before one camera, until the program ends: nobody else's face is taken for it.
    """

    def __init__(self, faces: Callable[[], FaceFinder | None]) -> None:
        self._faces = faces
        self._looking: Looking | None = None
        self._on_air = False
        self._camera: str | None = None
        self._host: str | None = None
        self._known: dict[tuple[str, str], Neutral] = {}

    def watch(self, camera: str | None) -> None:
        """Look through this camera while off air; None looks no more."""
        self._remember()
        if self._on_air:
            return
        self._close()
        self._camera, self._host = camera, None
        if camera is not None:
            self._looking = Looking(_nowhere, self._faces)

    def begin(self, looking: Looking, camera: str | None, trainee: str) -> None:
        """On air the session's own looks."""
        self._remember()
        self._close()
        self._looking, self._on_air = looking, True
        self._camera, self._host = camera, trainee

    def end(self) -> None:
        """Off air; the session closes what looked for it."""
        self._remember()
        self._looking, self._on_air, self._camera, self._host = None, False, None, None

    def take(self, frame: VideoFrame) -> None:
        """A picture that is not on air."""
        looking = self._looking
        if looking is not None and not self._on_air:
            looking.take(frame)

    @property
    def glance(self) -> Glance | None:
        """What the last picture showed; None where nobody looks."""
        looking = self._looking
        return looking.latest if looking is not None else None

    def calibrate(self, trainee: str | None = None) -> None:
        """Learn from the next two seconds how this trainee looks into the camera; on air it is the one on air."""
        looking = self._looking
        if looking is not None:
            self._host = trainee or self._host
            looking.calibrate()

    def calibrating(self, trainee: str | None = None) -> Calibrating:
        """How learning the look of this trainee, or of the one on air, goes, or went."""
        looking, trainee = self._looking, trainee or self._host or ""
        if looking is not None and self._host == trainee:
            now = looking.calibrating
            if now.state is not CalibrationState.NONE:
                return now
        known = self.neutral(self._camera, trainee) is not None
        return Calibrating(CalibrationState.DONE, 1.0) if known else Calibrating(CalibrationState.NONE)

    def neutral(self, camera: str | None, trainee: str) -> Neutral | None:
        """How this trainee looks into this camera, where that was learnt."""
        self._remember()
        return self._known.get((camera, trainee)) if camera is not None else None

    def _remember(self) -> None:
        looking = self._looking
        if looking is not None and looking.neutral is not None and self._host is not None and self._camera is not None:
            self._known[self._camera, self._host] = looking.neutral

    def _close(self) -> None:
        if self._looking is not None and not self._on_air:
            self._looking.close()
        self._looking = None


def _nowhere(_event: Event) -> None:
    """What is seen before going live is written down nowhere."""
