"""How the devices and the machine do at this moment, put together for the screen."""

from __future__ import annotations

from simulator.domain.machine import Device
from simulator.live.capture import CaptureThread
from simulator.live.session import LiveSession, fault_of
from simulator.live.streams import Streams
from simulator.live.vitals import Vitals
from simulator.media_port import Health, SoundBlock, VideoFrame


def health_of(
    session: LiveSession | None,
    streams: Streams | None,
    camera: CaptureThread[VideoFrame] | None,
    microphone: CaptureThread[SoundBlock] | None,
    vitals: Vitals | None,
) -> Health:
    """What there is to tell; None where there is no such part, or it was not measured."""
    recorded = streams.recorded() if streams is not None else None
    hearing = session.hearing if session is not None else None
    faults = [
        (device.value, thread.fault.value)
        for device, thread in ((Device.CAMERA, camera), (Device.MICROPHONE, microphone))
        if thread is not None and thread.fault is not None
    ]
    if recorded is not None and recorded.fault is not None:
        faults.append((Device.RECORDER.value, recorded.fault.value))
    if session is not None and session.unkept is not None:
        faults.append((Device.LOG.value, fault_of(session.unkept).value))
    return Health(
        camera_fps=camera.fps() if camera is not None else None,
        video_frames=streams.pictures if streams is not None else 0,
        dropped_frames=recorded.dropped if recorded is not None else 0,
        audio_gaps=streams.listening.gaps if streams is not None else 0,
        caption_delay_p95=hearing.delay_p95 if hearing is not None else None,
        caption_delay=hearing.delays[-1] if hearing is not None and hearing.delays else None,
        unfinished_delay_p95=hearing.unfinished_delay_p95 if hearing is not None else None,
        behind=session.behind if session is not None else 0.0,
        free_bytes=recorded.free_bytes if recorded is not None else None,
        faults=tuple(faults),
        quality=recorded.quality if recorded is not None else None,
        recent=vitals.last if vitals is not None else None,
    )
