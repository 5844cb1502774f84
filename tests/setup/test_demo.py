"""The demo's files: what they promise about length, loudness and facts."""

import json
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from simulator.assets import assets_folder

DEMO = assets_folder() / "demo"
LANGUAGES = {"zh": "S01", "en": "S08"}


def sidecar(language):
    return json.loads((DEMO / f"pitch-{language}.json").read_text(encoding="utf-8"))


def sound(path: Path):
    """The sound at 16 kHz, -1 to 1."""
    resampler = av.AudioResampler("flt", "mono", 16_000)
    with av.open(str(path)) as file:
        frames = [piece for frame in file.decode(audio=0) for piece in resampler.resample(frame)]
    return np.concatenate([frame.to_ndarray().ravel() for frame in [*frames, *resampler.resample(None)]])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pitch_is_long_enough_for_every_criterion(language):
    told = sidecar(language)
    speaking = sum(sentence["end"] - sentence["start"] for sentence in told["sentences"])
    assert 310 <= told["duration_s"] <= 340
    assert speaking >= 180
    assert len(sound(DEMO / told["audio"])) / 16_000 == pytest.approx(told["duration_s"], abs=0.1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pitch_is_as_loud_as_the_rubric_likes_and_never_clips(language):
    told = sidecar(language)
    heard = sound(DEMO / told["audio"])
    assert np.max(np.abs(heard)) < 1
    for sentence in told["sentences"]:
        part = heard[int(sentence["start"] * 16_000) : int(sentence["end"] * 16_000)]
        assert -24 < 20 * np.log10(np.sqrt(np.mean(part**2))) < -17, sentence["text"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sidecar_tells_the_text_that_is_kept_beside_it(language):
    lines = (DEMO / f"pitch-{language}.txt").read_text(encoding="utf-8").splitlines()
    written = [line for line in lines if line and not line.startswith("[")]
    told = sidecar(language)
    assert [sentence["text"] for sentence in told["sentences"]] == written
    assert told["scenario"] == LANGUAGES[language]
    assert told["licence"]["redistributable"] is True


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_pause_of_four_to_five_seconds_is_in_a_pitch(language):
    (pause,) = sidecar(language)["pauses"]
    assert 4 <= pause["end"] - pause["start"] <= 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pitch_says_the_mandatory_facts_of_its_scenario(language):
    scenario = json.loads((DEMO.parent / "scenarios" / f"{LANGUAGES[language]}.json").read_text(encoding="utf-8"))
    words = {
        "zh": {"price": "三十九块九", "size": "五公斤", "keeping": "二十天", "shipping": "二十四小时"},
        "en": {
            "price": "twenty four dollars and ninety cents",
            "size": "thirty eight by twenty six",
            "keeping": "once a month",
            "shipping": "seven to twelve days",
        },
    }[language]
    text = sidecar(language)["text"]
    for fact in scenario["products"][0]["facts"]:
        if fact.get("mandatory", True):
            spoken = [words[fact["id"]]] if fact["id"] in words else [w for group in fact["heard_as"] for w in group]
            assert any(wording in text for wording in spoken), fact["id"]


def test_the_picture_is_small_and_ends_where_it_begins():
    path = DEMO / "camera.mp4"
    assert path.stat().st_size < 1_000_000
    with av.open(str(path)) as file:
        pictures = [frame.to_ndarray(format="gray").astype(float) for frame in file.decode(video=0)]
    assert pictures[0].shape == (360, 640)
    assert 10 <= len(pictures) / 30 <= 20
    steps = [np.mean(np.abs(after - before)) for before, after in pairwise(pictures)]
    # The first picture is a key frame, coded anew: that alone makes its step a little larger (1.07 of the largest).
    assert np.mean(np.abs(pictures[0] - pictures[-1])) < 1.1 * max(steps)
