"""A sound file stands for a microphone, whatever kind of sound file."""

import threading
from pathlib import Path

import numpy as np
import pytest

from simulator.devices.clock import HandClock, SystemClock
from simulator.devices.file_microphone import FileMicrophone
from simulator.devices.pace import Pace
from simulator.media_port import SoundBlock
from simulator.ports import ContentError, DeviceError
from tests.media_files import tone, write_sound, write_video


def all_blocks(path: Path, start: float = 0.0) -> tuple[list[SoundBlock], EOFError]:
    microphone = FileMicrophone(path, HandClock(), start, Pace.FAST)
    blocks = []
    try:
        while True:
            blocks.append(microphone.read())
    except EOFError as end:
        return blocks, end
    finally:
        microphone.close()


def heard(path: Path) -> np.ndarray:
    return np.concatenate([block.samples for block in all_blocks(path)[0]])


def pitch(samples: np.ndarray) -> float:
    return float(np.argmax(np.abs(np.fft.rfft(samples))) * 48_000 / len(samples))


@pytest.mark.parametrize(
    ("name", "codec", "rate_hz", "channels"),
    [
        ("8k-stereo.wav", "pcm_s16le", 8_000, 2),
        ("96k.wav", "pcm_s16le", 96_000, 1),
        ("44k.flac", "flac", 44_100, 2),
        ("44k.mp3", "libmp3lame", 44_100, 2),
        ("48k.m4a", "aac", 48_000, 1),
        ("48k.ogg", "libopus", 48_000, 2),
    ],
)
def test_any_sound_becomes_48_khz_mono_of_the_same_length_and_pitch(tmp_path, name, codec, rate_hz, channels):
    path = write_sound(tmp_path / name, [tone(2.0, rate_hz)] * channels, rate_hz, codec)
    blocks, end = all_blocks(path, start=5.0)
    samples = np.concatenate([block.samples for block in blocks])
    assert len(samples) / 48_000 == pytest.approx(2.0, abs=0.06)
    assert pitch(samples) == pytest.approx(440, abs=1)
    middle = samples[9_600:-9_600]  # without what some codecs pad
    assert np.sqrt(np.mean(middle**2)) == pytest.approx(0.3 / np.sqrt(2), rel=0.08)  # MP3 is 0.4 dB quieter
    assert {len(block.samples) for block in blocks[:-1]} == {4800}
    assert [block.at for block in blocks] == pytest.approx([5.0 + k / 10 for k in range(len(blocks))])
    assert end.__cause__ is None


def test_sound_on_the_left_only_is_heard(tmp_path):
    path = write_sound(tmp_path / "left.wav", [tone(1.0, 48_000), np.zeros(48_000, np.float32)], 48_000)
    assert np.sqrt(np.mean(heard(path) ** 2)) == pytest.approx(0.15 / np.sqrt(2), rel=0.05)


def test_a_cut_off_file_plays_to_its_end_and_says_so(tmp_path):
    path = write_sound(tmp_path / "cut.wav", [tone(4.0, 48_000)], 48_000)
    path.write_bytes(path.read_bytes()[: 48_000 * 2 * 3])
    blocks, end = all_blocks(path)
    assert sum(len(block.samples) for block in blocks) / 48_000 == pytest.approx(3.0, abs=0.01)
    assert isinstance(end.__cause__, DeviceError)
    assert end.__cause__.code == "file_cut_off"
    assert end.__cause__.facts["plays_s"] == pytest.approx(3.0, abs=0.01)
    assert end.__cause__.facts["promised_s"] == pytest.approx(4.0, abs=0.01)


def test_a_cut_off_video_plays_its_sound_and_says_so(tmp_path):
    times = [k / 30 for k in range(150)]
    path = write_video(tmp_path / "cut.mkv", times, sound=tone(5.0, 48_000))
    path.write_bytes(path.read_bytes()[:-20_000])
    blocks, end = all_blocks(path)
    assert 0.5 < sum(len(block.samples) for block in blocks) / 48_000 < 4.5
    assert isinstance(end.__cause__, DeviceError)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("text.wav", b"These are words, not sound.\n" * 50, "file_not_media"),
        ("empty.mp3", b"", "file_empty"),
        ("noise.ogg", bytes(range(256)) * 40, "file_not_media"),
        ("playlist.mp3", b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nother.wav\n", "file_not_media"),
        ("list.wav", b"ffconcat version 1.0\nfile other.wav\n", "file_not_media"),
    ],
)
def test_what_is_no_sound_is_refused_by_name(tmp_path, name, content, code):
    write_sound(tmp_path / "other.wav", [tone(1.0, 48_000)], 48_000)
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ContentError) as raised:
        FileMicrophone(path, HandClock(), 0.0)
    assert (raised.value.code, raised.value.facts["file"]) == (code, str(path))


def test_a_file_of_no_seconds_is_empty(tmp_path):
    path = write_sound(tmp_path / "header.wav", [tone(1.0, 48_000)], 48_000)
    path.write_bytes(path.read_bytes()[:78])
    with pytest.raises(ContentError) as raised:
        FileMicrophone(path, HandClock(), 0.0)
    assert raised.value.code == "file_empty"


def test_a_video_without_sound_and_a_missing_file_and_a_folder_are_named(tmp_path):
    silent = write_video(tmp_path / "silent.mp4", [0.0, 0.1])
    for path, code in (
        (silent, "file_without_sound"),
        (tmp_path / "no.wav", "file_missing"),
        (tmp_path, "file_is_folder"),
    ):
        with pytest.raises(ContentError) as raised:
            FileMicrophone(path, HandClock(), 0.0)
        assert raised.value.code == code


def test_sound_that_begins_after_the_picture_keeps_its_place(tmp_path):
    times = [k / 30 for k in range(60)]
    path = write_video(tmp_path / "late.mkv", times, sound=tone(1.0, 48_000), sound_from=1.0)
    samples = heard(path)
    assert np.abs(samples[: 48_000 * 9 // 10]).max() < 0.01
    assert np.sqrt(np.mean(samples[int(48_000 * 1.1) : int(48_000 * 1.9)] ** 2)) > 0.15


def test_at_live_pace_a_block_comes_when_it_would_have_been_heard(tmp_path):
    path = write_sound(tmp_path / "live.wav", [tone(0.3, 48_000)], 48_000)
    clock = SystemClock()
    microphone = FileMicrophone(path, clock, clock.now())
    for _ in range(3):
        block = microphone.read()
        assert clock.now() >= block.at + 0.1
    microphone.close()


def test_closing_ends_a_read_that_waits(tmp_path):
    path = write_sound(tmp_path / "wait.wav", [tone(0.3, 48_000)], 48_000)
    clock = SystemClock()
    microphone = FileMicrophone(path, clock, clock.now() + 1000)
    ended = threading.Event()

    def read() -> None:
        with pytest.raises(EOFError):
            microphone.read()
        ended.set()

    reader = threading.Thread(target=read)
    reader.start()
    microphone.close()
    reader.join(30)
    assert ended.is_set()
