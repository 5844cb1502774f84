"""What is measured and shown beside the marks: a number with where to look, or why there is none."""

import pytest

from simulator.domain.events import IslandHeard, LookingCalibrated, Paused, PictureMeasured, SoundMeasured
from simulator.domain.findings import HostWasSilent
from simulator.domain.judgement import WhyNone
from simulator.domain.machine import Device
from simulator.domain.session import SessionLog
from simulator.domain.units import Span
from simulator.metrics.reported import Reported, reported
from simulator.reports.sensed import NAMES, sensed_rows
from tests.stream import Stream


def picture(at: float, **more: object) -> PictureMeasured:
    usual: dict[str, object] = {
        "luma": 120.0, "too_dark": 0.01, "too_bright": 0.01, "sharpness": 100.0, "face": True, "pictures": 5,
        "face_share": 1.0, "looking": 1.0, "face_luma": 130.0, "beside_luma": 120.0, "shift": 0.001, "frozen": 0.0,
        "held": 0.0,
    }  # fmt: skip
    return PictureMeasured(at=at, **{**usual, **more})  # type: ignore[arg-type]


def sound(at: float, **more: object) -> SoundMeasured:
    usual: dict[str, object] = {"speech_dbfs": -20.0, "noise_dbfs": -55.0, "clipped": 0.0, "pitch_hz": ()}
    return SoundMeasured(at=at, **{**usual, **more})  # type: ignore[arg-type]


def filmed(**odd: object) -> Stream:
    """A hundred seconds, ten of which, from 41 on, are odd."""
    stream = Stream(length=100).add(LookingCalibrated(at=0, turn=0.0, nod=0.5, pictures=10))
    return stream.add(*(picture(at, **(odd if 41 <= at <= 50 else {})) for at in range(1, 101)))


def figure(log: SessionLog, id: str) -> Reported:
    return next(each for each in reported(log) if each.id == id)


def value(stream: Stream, id: str) -> float | None:
    return figure(stream.log(), id).measurement.value


@pytest.mark.parametrize(
    ("id", "odd", "usual", "expected"),
    [
        ("looking", {"looking": 0.0}, 1.0, 0.9),
        ("face", {"face": False, "face_share": 0.0, "looking": None}, 1.0, 0.9),
        ("well_lit", {"luma": 20.0}, 1.0, 0.9),
        ("well_lit", {"too_bright": 0.6}, 1.0, 0.9),
        ("backlit", {"face_luma": 50.0, "beside_luma": 180.0}, 0.0, 0.1),
        ("steady", {"shift": 0.02}, 1.0, 0.9),
        ("sharp", {"sharpness": 10.0}, 1.0, 0.9),
        ("frozen", {"frozen": 1.0}, 0.0, 0.1),
        ("held_up", {"held": 1.0}, 0.0, 10.0),
    ],
)
def test_ten_odd_seconds_of_a_hundred_are_told_with_where_they_are(id, odd, usual, expected):
    assert value(filmed(), id) == pytest.approx(usual)
    told = figure(filmed(**odd).log(), id).measurement
    assert told.value == pytest.approx(expected)
    assert [(round(each.span.start), round(each.span.end)) for each in told.evidence] == [(40, 50)]


def test_a_dark_room_is_not_light_from_behind():
    assert value(filmed(face_luma=20.0, beside_luma=60.0), "backlit") == 0


def test_nothing_is_guessed_of_what_was_not_seen():
    def why(stream: Stream, id: str) -> WhyNone | None:
        return figure(stream.log(), id).measurement.why_none

    blind = Stream(length=100).add(*(picture(at, face=None, face_share=None, looking=None) for at in range(1, 101)))
    uncalibrated = Stream(length=100).add(*(picture(at, looking=None) for at in range(1, 101)))
    short = Stream(length=20).add(*(picture(at) for at in range(1, 20)))
    plain = Stream(length=100).add(*(picture(at, shift=None, held=None) for at in range(1, 101)))
    assert why(Stream(), "looking") is WhyNone.NO_PICTURE
    assert why(blind, "looking") is WhyNone.NOT_LOOKED_FOR
    assert why(blind, "face") is WhyNone.NOT_LOOKED_FOR
    assert why(uncalibrated, "looking") is WhyNone.NOT_CALIBRATED
    assert why(short, "well_lit") is WhyNone.TOO_SHORT
    assert why(plain, "steady") is WhyNone.CANNOT_TELL
    assert why(plain, "held_up") is WhyNone.CANNOT_TELL
    assert why(Stream(), "loudness") is WhyNone.NO_SOUND
    assert why(Stream(), "hesitations") is WhyNone.NO_SPEECH
    assert value(blind, "well_lit") == 1.0


def test_loudness_is_what_the_meter_showed_last():
    stream = Stream(length=100).add(
        *(sound(at, integrated_lufs=-30 + at / 10, range_lu=6.0, true_peak_dbtp=-3.0) for at in range(1, 100)),
        sound(100),  # the meter shows nothing in the last second
    )
    told = figure(stream.log(), "loudness")
    assert told.measurement.value == pytest.approx(-20.1)
    assert dict(told.parts) == {"range": 6.0, "true_peak": -3.0}


def test_pauses_are_counted_by_their_length():
    stream = Stream(length=120).talks(0, 110).voice((0, 110))
    for start, length in ((10, 1.2), (20, 1.9), (40, 3.0), (60, 7.5)):
        stream.add(HostWasSilent(at=start + length, said=Span(start, start + length)))
    pauses = figure(stream.log(), "pauses")
    assert dict(pauses.parts) == {"pauses_1_2_s": 2, "pauses_2_4_s": 1, "pauses_4_s": 1}
    assert pauses.measurement.value == pytest.approx(2.0)
    longest = figure(stream.log(), "longest_silence").measurement
    assert longest.value == pytest.approx(7.5)
    assert longest.evidence[0].span == Span(60, 67.5)


def test_a_lost_microphone_and_a_pause_of_the_session_are_no_silence_of_the_host():
    stream = Stream(length=120).talks(0, 110).voice((0, 110))
    stream.add(HostWasSilent(at=40, said=Span(20, 40))).loses(Device.MICROPHONE, 22, 38)
    stream.add(HostWasSilent(at=64, said=Span(60, 64)), Paused(at=62, length=30))
    longest = figure(stream.log(), "longest_silence").measurement
    assert longest.value == pytest.approx(2.0)


def hesitating(noise: float = -55.0) -> Stream:
    stream = Stream(length=120).voice((0, 100)).add(*(sound(at, noise_dbfs=noise) for at in range(1, 100)))
    stream.says("好好好好", 0, 40).says("呃", 50, 50.3, confidence=0.2).says("对", 60, 60.3, confidence=0.9)
    stream.says("好好好好", 70, 100)
    for start in (45.0, 50.0, 60.0):
        stream.add(IslandHeard(at=start + 1, said=Span(start, start + 0.3)))
    return stream


def test_islands_without_a_sure_word_are_hesitations():
    told = figure(hesitating().log(), "hesitations").measurement
    assert [each.span.start for each in told.evidence] == [45.0, 50.0]
    assert told.value == pytest.approx(60 * 2 / 100)


def test_in_a_noisy_room_hesitations_are_not_told():
    assert figure(hesitating(noise=-38.0).log(), "hesitations").measurement.why_none is WhyNone.TOO_NOISY


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_figure_has_words_in_both_languages(language):
    full = filmed(held=1.0).talks(0, 90).voice((0, 90)).add(*(sound(at, integrated_lufs=-20.0) for at in range(1, 90)))
    for log in (full.log(), Stream().log()):
        rows = sensed_rows(reported(log), language)
        assert [row.id for row in rows] == list(NAMES)
        assert all(row.value != "—" or row.more for row in rows)
