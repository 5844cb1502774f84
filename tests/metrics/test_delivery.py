from dataclasses import replace

import pytest

from simulator.domain.events import HostSpoke
from simulator.domain.judgement import WhyNone
from simulator.domain.language import Language
from simulator.metrics import bars_presence, fillers_per_min, speech_rate
from simulator.metrics.delivery import paces
from tests.stream import Stream, scenario


def test_the_rate_is_characters_per_minute_of_speaking():
    assert speech_rate(Stream().talks(0, 240, 250).log()).value == pytest.approx(252)  # 42 in each 10 s


def test_english_is_counted_in_words():
    stream = Stream(scenario(language=Language.EN)).talks(0, 240, 150)
    assert speech_rate(stream.log()).value == pytest.approx(150)


def test_long_pauses_are_cut_out_and_breaths_are_kept():
    steady = Stream()
    breathing = Stream()
    for number in range(30):
        steady.talks(20 * number, 20 * number + 8, 240, 8)
        breathing.talks(9.9 * number, 9.9 * number + 8, 240, 8)
    assert speech_rate(steady.log()).value == pytest.approx(240)
    assert speech_rate(breathing.log()).value == pytest.approx(240 * 8 / 9.9, rel=0.02)


def test_the_median_window_ignores_one_hectic_minute():
    stream = Stream().talks(0, 180, 240).talks(180, 240, 480)
    assert speech_rate(stream.log()).value == pytest.approx(240)
    assert speech_rate(stream.log()).evidence[0].span.start >= 180  # the quickest half minute


def test_the_last_short_window_is_left_out():
    assert len(paces(Stream().talks(0, 194, 240).log())) == 6
    assert len(paces(Stream().talks(0, 196, 240).log())) == 7


def test_a_phrase_without_word_times_is_spread_over_its_length():
    bare = [replace(event, words=()) for event in Stream().talks(0, 200, 240, phrase=100).log().only(HostSpoke)]
    assert [pace.rate for pace in paces(Stream().add(*bare).log())] == pytest.approx([240] * 7)


def test_three_minutes_of_speech_are_needed():
    assert speech_rate(Stream().talks(0, 170).log()).why_none is WhyNone.TOO_SHORT
    assert speech_rate(Stream().log()).why_none is WhyNone.NO_SPEECH
    assert fillers_per_min(Stream().talks(0, 170).log()).why_none is WhyNone.TOO_SHORT


def test_hesitations_count_one_and_filler_words_half():
    stream = Stream().talks(0, 240).hesitates(10).hesitates(20).hesitates(30, 0.5).hesitates(40, 0.5)
    assert fillers_per_min(stream.log()).value == 3 / 4


def test_fillers_are_counted_per_minute_of_speaking():
    stream = Stream().talks(0, 240).voice((0, 180)).hesitates(10)
    assert fillers_per_min(stream.log()).value == 1 / 3


def test_no_filler_heard_is_none_said_only_where_they_are_written_down():
    assert fillers_per_min(Stream(engine="whisper-base").talks(0, 240).log()).why_none is WhyNone.FILLERS_NOT_HEARD
    assert fillers_per_min(Stream(engine="transcript").talks(0, 240).log()).why_none is WhyNone.FILLERS_NOT_HEARD
    assert fillers_per_min(Stream(engine="vosk-small-cn").talks(0, 240).log()).value == 0
    assert fillers_per_min(Stream(engine="whisper-base").talks(0, 240).hesitates(10).log()).value == 0.25


def test_presence_is_for_a_person_to_judge():
    assert bars_presence(Stream().log()).why_none is WhyNone.NEEDS_INSTRUCTOR
