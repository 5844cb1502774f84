from math import sin

import pytest

from simulator.domain.desk import DemonstrationMarked
from simulator.domain.events import PictureMeasured, SoundMeasured
from simulator.domain.judgement import WhyNone
from simulator.metrics import f0_sd_semitones, technical_checks
from tests.stream import Stream


def pitch_of(semitones: float, at: int) -> tuple[float, ...]:
    """A second of a voice round 200 Hz that goes up and down this far."""
    return tuple(200 * 2 ** (semitones * sin(0.7 * (25 * at + frame)) / 12) for frame in range(25))


def sound(at: int, level: float | None = -20, noise: float = -55, clipped: float = 0, pitch=()) -> SoundMeasured:
    return SoundMeasured(at=at, speech_dbfs=level, noise_dbfs=noise, clipped=clipped, pitch_hz=pitch)


def picture(at: int, luma: float = 120, face: bool | None = True, bright: float = 0.01) -> PictureMeasured:
    return PictureMeasured(at=at, luma=luma, too_dark=0.01, too_bright=bright, sharpness=100, face=face)


def voiced(swing: float, *, noise: float = -55, octave_errors: bool = False) -> Stream:
    stream = Stream().voice((0, 240))
    for at in range(240):
        pitch = pitch_of(swing, at)
        if octave_errors:
            pitch = (*pitch[:23], 2 * pitch[23], pitch[24] / 2)
        stream.add(sound(at, noise=noise, pitch=pitch))
    return stream


def test_the_spread_of_pitch_is_in_semitones():
    # A sine that swings 3 semitones has a standard deviation of 3 / sqrt 2.
    assert f0_sd_semitones(voiced(3).log()).value == pytest.approx(3 / 2**0.5, rel=0.02)


def test_octave_errors_are_left_out():
    measured = f0_sd_semitones(voiced(3, octave_errors=True).log())
    assert measured.value == pytest.approx(3 / 2**0.5, rel=0.05)


def test_pitch_needs_a_clear_voice_for_three_minutes():
    assert f0_sd_semitones(voiced(3, noise=-34).log()).why_none is WhyNone.TOO_NOISY
    assert f0_sd_semitones(Stream().log()).why_none is WhyNone.NO_SOUND
    short = Stream().voice((0, 100)).add(*(sound(at, pitch=pitch_of(2, at)) for at in range(100)))
    assert f0_sd_semitones(short.log()).why_none is WhyNone.TOO_SHORT
    mute = Stream().add(*(sound(at, level=None) for at in range(240)))
    assert f0_sd_semitones(mute.log()).why_none is WhyNone.NO_SPEECH


def recorded(sounds: list[SoundMeasured], pictures: list[PictureMeasured]) -> Stream:
    return Stream().add(*sounds, *pictures)


def test_all_five_checks_pass_for_a_clean_recording():
    stream = recorded([sound(at) for at in range(200)], [picture(at) for at in range(200)])
    measured = technical_checks(stream.log())
    assert measured.value == 5
    assert set(measured.detail) == {"speech_level", "clipping", "noise", "in_frame", "exposure"}


@pytest.mark.parametrize(
    ("failing", "sounds", "pictures"),
    [
        ("speech_level", [sound(at, -20 if at % 5 else -31) for at in range(200)], {}),
        ("clipping", [sound(at, clipped=0.001) for at in range(200)], {}),
        ("noise", [sound(at, noise=-34) for at in range(200)], {}),
        ("in_frame", None, {"face": False}),
        ("exposure", None, {"luma": 30}),
        ("exposure", None, {"bright": 0.5}),
    ],
)
def test_each_check_can_fail_alone(failing, sounds, pictures):
    clean = [sound(at) for at in range(200)]
    # A fifth of the pictures is bad, which is more than the 15 % allowed.
    shown = [picture(at, **(pictures if at % 5 == 0 else {})) for at in range(200)]
    measured = technical_checks(recorded(sounds or clean, shown).log())
    assert measured.value == 4
    assert f"-{failing}" in measured.detail


def test_a_demonstration_fills_the_picture_without_a_face():
    shown = [picture(at, face=not 50 <= at <= 100) for at in range(200)]
    stream = recorded([sound(at) for at in range(200)], shown)
    assert technical_checks(stream.log()).value == 4
    assert technical_checks(stream.add(DemonstrationMarked(since=50, at=100)).log()).value == 5


def test_what_was_not_looked_at_is_not_counted_as_failed():
    sounds = [sound(at) for at in range(200)]
    assert technical_checks(recorded(sounds, []).log()).why_none is WhyNone.NO_PICTURE
    unseen = technical_checks(recorded(sounds, [picture(at, face=None) for at in range(200)]).log())
    assert unseen.why_none is WhyNone.NO_PICTURE
    assert "speech_level" in unseen.detail
    assert technical_checks(Stream().log()).why_none is WhyNone.NO_SOUND
    assert technical_checks(recorded(sounds[:100], []).log()).why_none is WhyNone.TOO_SHORT
