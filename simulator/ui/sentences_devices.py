"""Sentences about cameras, microphones, recognisers, the recorder, and files that stand for a device."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def device_sentences() -> dict[str, str]:
    """By code; placeholders are the error's facts."""
    return {
        "camera_missing": translate("sentences", "Camera {camera} was not found: plug it in, or choose another one."),
        "camera_busy": translate(
            "sentences", "Camera {camera} is used by another program: close that program, or choose another camera."
        ),
        "camera_blocked": translate(
            "sentences",
            "Camera {camera} is blocked: allow desktop apps to use the camera in the system's privacy settings.",
        ),
        "camera_slow": translate(
            "sentences", "Camera {camera} did not open within {limit} s: plug it in again, or choose another one."
        ),
        "camera_frozen": translate("sentences", "Camera {camera} gives the same picture for ever: plug it in again."),
        "camera_silent": translate("sentences", "Camera {camera} gives no picture: plug it in again."),
        "camera_lost": translate("sentences", "Camera {camera} was lost: plug it in again."),
        "voice_unwritable": translate(
            "sentences", "The spoken note {file} cannot be written: make room on the disk, then speak it again."
        ),
        "voice_empty": translate("sentences", "Nothing was heard: check the microphone, then speak the note again."),
        "microphone_missing": translate(
            "sentences", 'Microphone "{microphone}" was not found: plug it in, or choose another one.'
        ),
        "microphone_busy": translate(
            "sentences",
            'Microphone "{microphone}" could not be opened: close other programs that use it, or choose another one.',
        ),
        "microphone_lost": translate("sentences", 'Microphone "{microphone}" was lost: plug it in again.'),
        "sound_system_missing": translate(
            "sentences", "This system has no sound (PortAudio is missing): install libportaudio2, or use a file."
        ),
        "device_slow": translate("sentences", "The {device} did not open within {limit} s: plug it in again."),
        "no_display": translate(
            "sentences", 'There is no screen to show a window on: use "bolian demo" or "bolian rehearse" instead.'
        ),
        "no_recogniser": translate(
            "sentences", 'No speech recogniser is installed for "{language}": see "bolian models".'
        ),
        "recogniser_lost": translate(
            "sentences", "The speech recogniser ({engine}) stopped; what was said is heard again after the session."
        ),
        "transcriber_lost": translate(
            "sentences", "The transcript could not be made ({engine} stopped): finish and score the session again."
        ),
        "outcome_lost": translate("sentences", "What plays the audience stopped by itself: work it out again."),
        "disk_too_full": translate(
            "sentences", "Too little room in {folder} for a recording: {needed} are needed, {free} are free."
        ),
        "recording_unwritable": translate("sentences", "The recording {file} cannot be written: check the disk."),
        "recording_without_sound": translate("sentences", "The recording {path} has no sound to be heard."),
        "recording_unreadable": translate("sentences", "The recording {path} cannot be read: it may be damaged."),
        "film_without_recording": translate("sentences", "Session {id} has no recording to make a film of."),
        "recording_absent": translate("sentences", "Session {id} has no recording to be heard; its score stays."),
        "recording_silent": translate(
            "sentences",
            "Nobody speaks in the recording {path}, though words were heard live: the score by those words stays.",
        ),
        "no_transcriber": translate(
            "sentences",
            'No model here hears a whole recording in "{language}": install Whisper with "bolian models install".',
        ),
        "recording_not_mended": translate("sentences", "The recording {file} could not be made whole after the crash."),
        "file_missing": translate("sentences", "The file {file} is not there: check its name."),
        "file_is_folder": translate("sentences", "{file} is a folder: name a file in it."),
        "file_empty": translate("sentences", "The file {file} is empty: choose another one."),
        "file_blocked": translate("sentences", "The file {file} may not be read: check its permissions."),
        "file_truncated": translate("sentences", "The file {file} is cut off: copy it again."),
        "file_cut_off": translate(
            "sentences", "The file {file} ends after {plays_s} s instead of {promised_s} s: copy it again."
        ),
        "file_not_media": translate("sentences", "{file} is neither sound nor video: choose a recording."),
        "file_without_picture": translate("sentences", "{file} has no picture: choose a video for the camera."),
        "file_without_sound": translate("sentences", "{file} has no sound: choose a recording for the microphone."),
    }
