"""Which words a second hearing of a session changed, and which marks moved for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import Enum
from itertools import pairwise

import regex
from rapidfuzz.distance import Opcode
from rapidfuzz.distance.Levenshtein import opcodes

from simulator.domain.changes import ChangedFinding, ChangedWords, Changes, MovedMark, WordChange
from simulator.domain.events import FINDINGS, HostSpoke
from simulator.domain.findings import FillerSaid, HostWasSilent
from simulator.domain.judgement import Mark, Measurement, Scorecard
from simulator.domain.language import Language
from simulator.domain.session import SessionLog, Transcript
from simulator.domain.units import Money, Seconds, Span
from simulator.scoring.gates import passed

GAP: Seconds = 1.0
"""Where neither hearing has a word for this long, the alignment is cut: words never match across it (ours)."""
LONGEST_STRETCH = 1500
"""Tokens of either hearing aligned at once; longer talk without a pause is cut by time, so that work stays linear."""
SAME: Seconds = 2.0
"""A finding of the same kind and subject this close is the same one."""
NEAR: Seconds = 1.5
"""A finding this close to a moment behind a mark stands behind that mark."""
AROUND = {Language.ZH: 6, Language.EN: 3}
"""Tokens shown in front of and behind what changed."""
BEHIND = 6
"""Findings named behind a mark, at most."""

_PIECES = regex.compile(r"\p{Han}|[\p{L}\p{N}]+(?:['’.,:][\p{L}\p{N}]+)*", regex.VERSION1)
_LATIN_AND_HAN = regex.compile(r"[\p{L}\p{N}--\p{Han}]+(?:['’.,:][\p{L}\p{N}--\p{Han}]+)*|\p{Han}", regex.VERSION1)


@dataclass(frozen=True, slots=True)
class Token:
    """A character (zh) or word (en) with its time; ``key`` is what is compared."""

    key: str
    text: str
    said: Span


def changes(
    live: Transcript, final: Transcript, before: tuple[SessionLog, Scorecard], after: tuple[SessionLog, Scorecard]
) -> Changes:
    """What the second hearing changed; ``before`` and ``after`` are the session marked by either."""
    language = before[0].language
    one, two = tokens(live.phrases, language), tokens(final.phrases, language)
    words, alike = aligned(one, two, language)
    found = _changed_findings(before[0], after[0])
    return Changes(
        engine_before=live.engine,
        engine_after=final.engine,
        heard=final.heard,
        cut_short=final.cut_short(after[0].length),
        words=words,
        count_before=len(one),
        count_after=len(two),
        alike=alike,
        findings=found,
        marks=tuple(_moved(before[1], after[1], found)),
        total_before=before[1].total,
        total_after=after[1].total,
        passed_before=passed(before[1].gates),
        passed_after=passed(after[1].gates),
    )


# ------------------------------------------------------------------------------------ words


def tokens(phrases: Iterable[HostSpoke], language: Language) -> tuple[Token, ...]:
    """The phrases as characters (zh; a Latin word or number is one) or words (en), in the order of time."""
    found: list[Token] = []
    for phrase in phrases:
        for text, said in [(word.text, word.said) for word in phrase.words] or [(phrase.text, phrase.said)]:
            found.extend(_tokens(text, said, language))
    return tuple(sorted(found, key=lambda token: token.said))


def _tokens(text: str, said: Span, language: Language) -> Iterator[Token]:
    """The time of a word is spread evenly over what it is cut into."""
    cut = list((_LATIN_AND_HAN if language is Language.ZH else _PIECES).finditer(text))
    each = said.length / len(cut) if cut else 0.0
    for number, piece in enumerate(cut):
        start = said.start + number * each
        key = unicodedata.normalize("NFKC", piece.group()).casefold()
        yield Token(key, piece.group(), Span(start, start + each))


def aligned(one: Sequence[Token], two: Sequence[Token], language: Language) -> tuple[tuple[ChangedWords, ...], int]:
    """What differs, in the order of time, and how many tokens both have."""
    changed: list[ChangedWords] = []
    alike = 0
    for (first, last), (begin, end) in _stretches(one, two):
        for code in _joined(opcodes([t.key for t in one[first:last]], [t.key for t in two[begin:end]])):
            if code.tag == "equal":
                alike += code.src_end - code.src_start
                continue
            gone = one[first + code.src_start : first + code.src_end]
            came = two[begin + code.dest_start : begin + code.dest_end]
            place = (begin + code.dest_start, begin + code.dest_end)
            changed.append(_change(gone, came, two, place, language))
    return tuple(changed), alike


def _joined(codes: Iterable[Opcode]) -> Iterator[Opcode]:
    """What differs in one go as one change: a replacement beside an insertion is not told twice."""
    waiting: Opcode | None = None
    for code in codes:
        if code.tag == "equal":
            if waiting is not None:
                yield waiting
            waiting = None
            yield code
        elif waiting is None:
            waiting = code
        else:
            waiting = Opcode("replace", waiting.src_start, code.src_end, waiting.dest_start, code.dest_end)
    if waiting is not None:
        yield waiting


def _change(
    gone: Sequence[Token], came: Sequence[Token], two: Sequence[Token], place: tuple[int, int], language: Language
) -> ChangedWords:
    kind = WordChange.REPLACED if gone and came else WordChange.ADDED if came else WordChange.GONE
    ends = [token.said for token in (*gone, *came)]
    around = AROUND[language]
    return ChangedWords(
        change=kind,
        said=Span(min(each.start for each in ends), max(each.end for each in ends)),
        before=_text(gone, language),
        after=_text(came, language),
        lead=_text(two[max(0, place[0] - around) : place[0]], language),
        trail=_text(two[place[1] : place[1] + around], language),
    )


def _text(said: Sequence[Token], language: Language) -> str:
    if language is Language.EN:
        return " ".join(token.text for token in said)
    parts: list[str] = []
    for token in said:
        both_latin = bool(parts) and parts[-1][-1].isascii() and token.text[0].isascii()
        parts.append(" " + token.text if both_latin else token.text)
    return "".join(parts)


def _stretches(one: Sequence[Token], two: Sequence[Token]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Both hearings cut at the same moments: in silences of both, and where a stretch would be too long."""
    cuts = _cuts(one, two)
    first = begin = 0
    for cut in [*cuts, float("inf")]:
        last, end = _upto(one, first, cut), _upto(two, begin, cut)
        if last > first or end > begin:
            yield (first, last), (begin, end)
        first, begin = last, end


def _cuts(one: Sequence[Token], two: Sequence[Token]) -> list[Seconds]:
    merged = sorted([*one, *two], key=lambda token: token.said)
    cuts: list[Seconds] = []
    reached, since = float("-inf"), 0
    for earlier, later in pairwise(merged):
        reached = max(reached, earlier.said.end)
        since += 1
        if later.said.start - reached >= GAP:
            cuts.append((reached + later.said.start) / 2)
            since = 0
        elif since >= LONGEST_STRETCH:
            cuts.append(later.said.start)
            since = 0
    return cuts


def _upto(said: Sequence[Token], number: int, moment: Seconds) -> int:
    """The first token from ``number`` on that begins at ``moment`` or later."""
    while number < len(said) and said[number].said.start < moment:
        number += 1
    return number


# ------------------------------------------------------------------------------------ findings


def _changed_findings(before: SessionLog, after: SessionLog) -> tuple[ChangedFinding, ...]:
    """Findings of one hearing that the other has none of near that time."""
    one, two = list(_findings(before)), list(_findings(after))
    lost = [_told(each, appeared=False) for each in _unmatched(one, two)]
    came = [_told(each, appeared=True) for each in _unmatched(two, one)]
    return tuple(sorted([*lost, *came], key=lambda each: (each.said, each.appeared)))


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    subject: tuple[str, ...]
    said: Span
    quote: str


def _findings(log: SessionLog) -> Iterator[_Found]:
    for event in log.only(*FINDINGS):
        if not isinstance(event, HostWasSilent):
            said, quote = getattr(event, "said", None), str(getattr(event, "quote", ""))
            if isinstance(said, Span):
                yield _Found(type(event).__name__, tuple(_subject(event)), said, quote)


def _subject(event: object) -> Iterator[str]:
    """What a finding is of: its ids, verdicts and amounts, without its wording and its number in the session."""
    if isinstance(event, FillerSaid):
        yield event.quote
        return
    for field in fields(event):  # type: ignore[arg-type]
        value = getattr(event, field.name)
        if field.name in ("quote", "id", "truth"):
            continue
        if isinstance(value, str | Enum | Money):
            yield str(value)


def _unmatched(ours: Sequence[_Found], theirs: Sequence[_Found]) -> Iterator[_Found]:
    """Ours that have no partner among theirs; each of theirs is one partner only."""
    by_subject: dict[tuple[str, tuple[str, ...]], list[_Found]] = {}
    for each in theirs:
        by_subject.setdefault((each.kind, each.subject), []).append(each)
    for each in ours:
        alike = by_subject.get((each.kind, each.subject), [])
        near = [other for other in alike if _apart(each.said, other.said) <= SAME]
        if not near:
            yield each
            continue
        alike.remove(min(near, key=lambda other: abs(other.said.start - each.said.start)))


def _told(found: _Found, *, appeared: bool) -> ChangedFinding:
    return ChangedFinding(appeared=appeared, kind=found.kind, subject=found.subject, said=found.said, quote=found.quote)


def _apart(one: Span, two: Span) -> Seconds:
    """Seconds between two spans; 0 where they touch."""
    return max(0.0, one.start - two.end, two.start - one.end)


# ------------------------------------------------------------------------------------ marks


def _moved(before: Scorecard, after: Scorecard, found: Sequence[ChangedFinding]) -> Iterator[MovedMark]:
    """Criteria of both whose level differs, in the rubric's order."""
    marks = {mark.criterion: mark for mark in before.marks}
    for mark in after.marks:
        earlier = marks.get(mark.criterion)
        if earlier is None or earlier.level == mark.level:
            continue
        behind = _behind(earlier, mark, found)
        moments = [each.said.start for each in behind] + _new_moments(earlier.measurement, mark.measurement)
        yield MovedMark(
            criterion=mark.criterion,
            before=earlier.level,
            after=mark.level,
            value_before=earlier.measurement.value,
            value_after=mark.measurement.value,
            unit=mark.unit,
            findings=behind,
            at=moments[0] if moments else None,
        )


def _behind(earlier: Mark, later: Mark, found: Sequence[ChangedFinding]) -> tuple[ChangedFinding, ...]:
    """Findings at the moments that stand behind one of the two levels only."""
    one = {each.span for each in earlier.measurement.evidence}
    two = {each.span for each in later.measurement.evidence}
    gone = [span for span in one if all(_apart(span, other) > 0 for other in two)]
    came = [span for span in two if all(_apart(span, other) > 0 for other in one)]
    return tuple(
        each for each in found if any(_apart(each.said, span) <= NEAR for span in (came if each.appeared else gone))
    )[:BEHIND]


def _new_moments(earlier: Measurement, later: Measurement) -> list[Seconds]:
    known = {each.span for each in earlier.evidence}
    return [each.span.start for each in later.evidence if each.span not in known]
