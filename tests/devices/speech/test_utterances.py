"""Sound is cut at silences, alike however it comes, and each utterance knows the sound that lay before it."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.devices.utterances import APART, CHUNK, CONTEXT, LONGEST, Utterance, Utterances
from tests.devices.speech.pitches import RATE_HZ, pitch

TEA = pitch("zh_tea_honey_02_k")


def cut(samples: np.ndarray, block: int) -> list[Utterance]:
    utterances = Utterances()
    ended = []
    for start in range(0, len(samples), block):
        ended += utterances.accept(samples[start : start + block])
    return ended + utterances.finish()


@pytest.fixture(scope="module")
def said() -> list[Utterance]:
    return cut(TEA.samples, 1_600)


@pytest.mark.parametrize("block", [160, 4_800, 100_000])
def test_however_it_comes_in_pieces_it_is_cut_alike(said, block):
    other = cut(TEA.samples, block)
    assert [(each.start, each.voiced, len(each.samples), len(each.context)) for each in other] == [
        (each.start, each.voiced, len(each.samples), len(each.context)) for each in said
    ]


def test_every_word_lies_in_an_utterance_and_none_is_long(said):
    assert all(len(each.samples) <= CHUNK * (LONGEST + 1) for each in said)
    for text, _, start, end in TEA.truth["tokens"]:
        middle = RATE_HZ * (start + min(end, start + 0.2)) / 2
        assert any(each.start <= middle < each.start + len(each.samples) for each in said), (text, start)


def test_an_utterance_has_the_sound_before_it_and_none_after_a_pause(said):
    assert sum(len(each.context) > 0 for each in said) > len(said) / 2
    starts = {each.start for each in said}
    for before, each in zip([None, *said], said, strict=False):
        length = len(each.context)
        assert length <= CHUNK * CONTEXT
        assert np.array_equal(each.context, TEA.samples[each.start - length : each.start])
        assert length == 0 or each.start - length in starts, "whole utterances only"
        if before is None or each.start - before.start - len(before.samples) > CHUNK * APART:
            assert length == 0
    assert sum(len(each.context) == 0 for each in said) < 5
