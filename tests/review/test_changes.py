"""Which words a second hearing changed, and which marks moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.domain.changes import WordChange
from simulator.domain.compliance import Severity
from simulator.domain.events import HostSpoke, Word
from simulator.domain.judgement import Evidence, Measurement
from simulator.domain.language import Language
from simulator.domain.session import Transcript
from simulator.domain.units import Span
from simulator.review.changes import LONGEST_STRETCH, aligned, changes, tokens
from simulator.scoring import score
from tests.rehearsed import good_run
from tests.stream import default_rubric


def spoken(text: str, start: float = 0.0, pace: float = 0.25, engine: str = "vosk") -> HostSpoke:
    """Words split at spaces, a quarter second for each letter."""
    words: list[Word] = []
    at = start
    for piece in text.split():
        end = at + pace * len(piece)
        words.append(Word(piece, Span(at, end), 0.9))
        at = end
    return HostSpoke(at=at, said=Span(start, at), text=text.replace(" ", ""), words=tuple(words), engine=engine)


def differences(one: str, two: str, language: Language = Language.ZH) -> list[tuple[WordChange, str, str]]:
    changed, _ = aligned(tokens([spoken(one)], language), tokens([spoken(two)], language), language)
    return [(each.change, each.before, each.after) for each in changed]


def test_the_same_words_are_no_change_however_they_are_cut_and_written() -> None:
    assert differences("一箱 净重 五公斤，", "一 箱净 重五 公斤。") == []
    assert differences("Free Shipping, folks!", "free shipping folks", Language.EN) == []


@pytest.mark.parametrize(
    ("one", "two", "change"),
    [
        ("一箱 净种 五公斤", "一箱 净重 五公斤", (WordChange.REPLACED, "种", "重")),
        ("一箱 五公斤", "一箱 净重 五公斤", (WordChange.ADDED, "", "净重")),
        ("那个 一箱 五公斤", "一箱 五公斤", (WordChange.GONE, "那个", "")),
        ("29.9 包邮", "39.9 包邮", (WordChange.REPLACED, "29.9", "39.9")),
    ],
)
def test_what_differs_is_told_in_one_piece(one: str, two: str, change: tuple[WordChange, str, str]) -> None:
    assert differences(one, two) == [change]


def test_a_change_knows_when_it_was_said_and_what_stands_around_it() -> None:
    (change,), alike = aligned(
        tokens([spoken("我们 的 橙子 全网 最甜 家人 们", 10.0)], Language.ZH),
        tokens([spoken("我们 的 橙子 全网 最田 家人 们", 10.0)], Language.ZH),
        Language.ZH,
    )
    assert alike == 11
    assert change.said.start == pytest.approx(10.0 + 8 * 0.25)
    assert (change.lead, change.trail) == ("的橙子全网最", "家人们")


def test_words_never_match_across_a_silence() -> None:
    """The first hearing has a sentence at 0 s only, the second the same one at 60 s only: nothing is alike."""
    one = tokens([spoken("谢谢 大家")], Language.ZH)
    two = tokens([spoken("谢谢 大家", 60.0)], Language.ZH)
    changed, alike = aligned(one, two, Language.ZH)
    assert alike == 0
    assert [each.change for each in changed] == [WordChange.GONE, WordChange.ADDED]


def test_talk_without_a_pause_is_aligned_piece_by_piece() -> None:
    text = " ".join("一二三四五六七八九十" * (LONGEST_STRETCH // 3))
    one, two = tokens([spoken(text)], Language.ZH), tokens([spoken(text.replace("五", "舞", 1))], Language.ZH)
    changed, alike = aligned(one, two, Language.ZH)
    assert [(each.before, each.after) for each in changed] == [("五", "舞")]
    assert alike == len(one) - 1


def test_a_phrase_without_words_spreads_its_time_over_its_letters() -> None:
    phrase = HostSpoke(at=4.0, said=Span(0.0, 4.0), text="好的 OK 39.9", words=(), engine="x")
    assert [(each.text, each.said.start) for each in tokens([phrase], Language.ZH)] == [
        ("好", 0.0),
        ("的", 1.0),
        ("OK", 2.0),
        ("39.9", 3.0),
    ]


def heard(engine: str, *phrases: HostSpoke, final: bool = False, length: float | None = None) -> Transcript:
    return Transcript(engine=engine, final=final, phrases=phrases, heard=length)


def test_marks_that_moved_are_told_with_the_findings_behind_them() -> None:
    before = good_run()
    after = good_run().breaks("r2", "absolute_terms", Severity.S3, 400, "全网最甜")
    rubric = default_rubric()
    logs = before.log(), after.log()
    one, two = (score(log, rubric, provisional=number == 0) for number, log in enumerate(logs))
    moved = changes(heard("vosk"), heard("whisper", final=True), (logs[0], one), (logs[1], two))
    breach = next(each for each in moved.findings if each.kind == "RuleBroken")
    assert breach.appeared and breach.quote == "全网最甜"
    mark = next(each for each in moved.marks if each.criterion == "F2")
    assert mark.before is not None and mark.after is not None and mark.after < mark.before
    assert breach in mark.findings
    assert mark.at == breach.said.start
    assert (moved.total_before, moved.total_after) == (one.total, two.total)


def test_a_finding_a_second_away_is_the_same_one() -> None:
    rubric = default_rubric()
    logs = good_run().calls(555).log(), good_run().calls(556).log()
    cards = [score(log, rubric, provisional=False) for log in logs]
    moved = changes(heard("a"), heard("b", final=True), (logs[0], cards[0]), (logs[1], cards[1]))
    assert moved.findings == ()
    assert moved.marks == ()


def test_a_level_that_is_no_longer_measured_has_moved() -> None:
    log = good_run().log()
    card = score(log, default_rubric(), provisional=False)
    first = card.marks[0]
    gone = replace(first, level=None, measurement=Measurement(value=None))
    other = replace(card, marks=(gone, *card.marks[1:]))
    (mark,) = changes(heard("a"), heard("b", final=True), (log, card), (log, other)).marks
    assert (mark.criterion, mark.before, mark.after, mark.value_after) == (first.criterion, first.level, None, None)


def test_a_moment_of_new_evidence_is_where_a_mark_leads() -> None:
    log = good_run().log()
    card = score(log, default_rubric(), provisional=False)
    first = card.marks[0]
    assert first.level is not None
    evidence = (*first.measurement.evidence, Evidence(Span(321.0, 322.0), "新的"))
    other = replace(first, level=first.level - 1, measurement=replace(first.measurement, evidence=evidence))
    moved = changes(
        heard("a"), heard("b", final=True), (log, card), (log, replace(card, marks=(other, *card.marks[1:])))
    )
    assert moved.marks[0].at == 321.0


def test_a_recording_that_ends_early_is_said() -> None:
    log = good_run().log()
    card = score(log, default_rubric(), provisional=False)
    short = changes(heard("a"), heard("b", final=True, length=120.0), (log, card), (log, card))
    assert short.cut_short and short.heard == 120.0
    assert not changes(heard("a"), heard("b", final=True, length=log.length), (log, card), (log, card)).cut_short
