from simulator.domain.desk import DemonstrationMarked, DeskHandedOver, ProductUnpinned
from simulator.domain.events import Paused, SoundMeasured, VoiceStarted
from simulator.domain.judgement import WhyNone
from simulator.domain.machine import Device
from simulator.metrics import dead_air_share, opening_elements, recap_close_elements, segments_on_plan
from tests.stream import ORANGE, RICE, Stream, scenario


def full_opening() -> Stream:
    stream = Stream().talks(2, 62).names(3)
    for at, element in enumerate(("who_sells", "reason_to_stay", "invitation", "suits"), start=5):
        stream.element(element, at)
    return stream


def test_an_opening_with_all_five_elements_counts_five():
    measured = opening_elements(full_opening().log())
    assert measured.value == 5
    assert measured.detail == ("who_sells", "what_is_sold", "reason_to_stay", "invitation", "suits")
    assert [evidence.quote for evidence in measured.evidence][:2] == ["who_sells", "orange"]


def test_what_comes_after_a_minute_of_speech_is_no_opening():
    stream = Stream().talks(0, 30).talks(50, 120).element("who_sells", 79).element("suits", 81)
    # Twenty seconds of silence do not use up the minute: it ends at 80.
    measured = opening_elements(stream.log())
    assert measured.value == 1
    assert "-suits" in measured.detail


def test_an_opening_that_begins_too_late_is_not_measured():
    assert opening_elements(Stream().talks(91, 120).log()).why_none is WhyNone.NO_SPEECH


def test_without_words_nothing_is_said_of_the_opening():
    assert opening_elements(Stream().log()).why_none is WhyNone.NO_SPEECH
    assert opening_elements(Stream().voice((1, 50)).log()).why_none is WhyNone.NO_TRANSCRIPT


def test_segments_within_a_quarter_of_the_plan_are_on_plan():
    stream = Stream(scenario(ORANGE, RICE))
    stream.segment("open", 0).segment("sell_orange", 60).segment("sell_rice", 360).segment("close", 500)
    # 300 s of 240 is just on plan; 140 s is not.
    measured = segments_on_plan(stream.log())
    assert measured.value == 0.5
    assert measured.detail == ("sell_orange", "-sell_rice")


def test_a_skipped_segment_is_off_plan():
    stream = Stream(scenario(ORANGE, RICE)).segment("sell_orange", 0).segment("close", 240)
    assert segments_on_plan(stream.log()).value == 0.5


def test_an_assistant_s_run_of_show_is_not_the_host_s():
    stream = Stream(scenario(ORANGE, RICE)).pins(0).add(DeskHandedOver(at=0))
    assert segments_on_plan(stream.log()).why_none is WhyNone.ASSISTED


def test_one_planned_product_is_too_little_of_a_plan():
    assert segments_on_plan(Stream().segment("sell_orange", 0).log()).why_none is WhyNone.NOT_PLANNED


def test_without_a_run_of_show_the_card_on_screen_tells_which_product_it_was():
    stream = Stream(scenario(ORANGE, RICE)).pins(10).pins(100, "orange").pins(250, "rice").add(ProductUnpinned(at=300))
    measured = segments_on_plan(stream.log())
    assert measured.value == 0.5  # orange 240 s, rice 50 s
    assert measured.evidence[0].span.length == 240


def test_dead_air_is_the_share_of_silences_of_four_seconds():
    stream = Stream().voice((0, 100), (103.9, 200), (230, 600))
    measured = dead_air_share(stream.log())
    assert measured.value == 30 / 600
    assert [evidence.span.length for evidence in measured.evidence] == [30]


def test_the_longest_silence_comes_first():
    stream = Stream().voice((0, 100), (105, 200), (230, 600))
    assert [evidence.span.length for evidence in dead_air_share(stream.log()).evidence] == [30, 5]


def test_a_demonstration_is_no_dead_air():
    stream = Stream().voice((0, 100), (130, 600)).add(DemonstrationMarked(since=110, at=140))
    assert dead_air_share(stream.log()).value == 10 / 600


def test_a_lost_microphone_is_neither_silence_nor_time_on_air():
    stream = Stream().voice((0, 100), (300, 600)).loses(Device.MICROPHONE, 100, 290)
    measured = dead_air_share(stream.log())
    assert measured.value == 10 / 410


def test_a_voice_cut_off_with_its_microphone_does_not_speak_on():
    stream = Stream().add(VoiceStarted(at=0)).loses(Device.MICROPHONE, 100, 200).voice((230, 600))
    assert dead_air_share(stream.log()).value == 30 / 500


def test_a_session_without_a_microphone_has_no_silence():
    stream = Stream().voice((0, 0.5)).loses(Device.MICROPHONE, 0)
    assert dead_air_share(stream.log()).why_none is WhyNone.NO_SOUND
    assert dead_air_share(Stream().log()).why_none is WhyNone.NO_SOUND


def test_a_pause_ends_a_silence():
    stream = Stream().voice((0, 100), (106, 600)).add(Paused(at=103, length=60))
    assert dead_air_share(stream.log()).value == 0


def test_a_host_who_never_speaks_is_silent_throughout():
    quiet = SoundMeasured(at=1, speech_dbfs=None, noise_dbfs=-60, clipped=0, pitch_hz=())
    assert dead_air_share(Stream().add(quiet).log()).value == 1


def test_dead_air_needs_five_minutes():
    assert dead_air_share(Stream(length=299).voice((0, 299)).log()).why_none is WhyNone.TOO_SHORT


def closed() -> Stream:
    stream = Stream(length=400).talks(0, 400)
    for at, element in enumerate(("recap", "after_sales", "next_show", "thanks", "announced_end"), start=350):
        stream.element(element, at)
    return stream


def test_below_eight_minutes_restating_is_granted():
    measured = recap_close_elements(closed().log())
    assert measured.value == 5


def test_an_offer_not_restated_for_eight_minutes_costs_an_element():
    stream = closed()
    stream.length = 1000
    stream.names(100).prices(100).calls(100).names(560).prices(560)
    assert "-restated" in recap_close_elements(stream.log()).detail
    assert "restated" in recap_close_elements(stream.calls(579).log()).detail


def test_a_close_counts_only_in_the_last_two_minutes():
    stream = Stream(length=400).talks(0, 400).element("next_show", 270).element("after_sales", 290)
    detail = recap_close_elements(stream.log()).detail
    assert "-next_show" in detail
    assert "after_sales" in detail


def test_thanks_without_an_end_is_half_an_element_and_counts_nothing():
    stream = Stream(length=400).talks(0, 400).element("thanks", 390)
    assert "-thanks_and_end" in recap_close_elements(stream.log()).detail


def test_naming_product_and_price_once_more_is_a_recap():
    stream = Stream(length=400).talks(0, 400).names(380).prices(385)
    assert "recap" in recap_close_elements(stream.log()).detail
