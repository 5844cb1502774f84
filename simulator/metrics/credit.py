"""What counts of what was said: not what is rattled off, nor what is said over and over.

A mark that could be had by reading out the card at speed, or by saying its catchwords in a loop, would measure neither
explaining nor selling. What such speech tells, answers or invites is left out of the measurements; what it breaks or
gets wrong stays. The rules are ours; docs/metrics.md gives each with its reason.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import accumulate, pairwise
from types import MappingProxyType

from simulator.domain.events import Event, HostSpoke
from simulator.domain.findings import (
    CallToActionMade,
    DiscountTold,
    ElementHeard,
    FactTold,
    IncidentHandled,
    PriceTold,
    PriceVerdict,
    ProductMentioned,
    QuestionAnswered,
    StatementMade,
    ViewersGreeted,
)
from simulator.domain.language import Language
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span

FOLLOWED: Mapping[Language, float] = MappingProxyType({Language.ZH: 450.0, Language.EN: 275.0})
"""Characters (zh) or words (en) per minute beyond which nobody can follow. English: where comprehension begins to fall
steeply (Foulke and Sticht, Psychological Bulletin 72, 1969: about 275 words a minute). Chinese: the same over the
ratio of the two languages' best bands in rubric E1; ours."""
AROUND: Seconds = 10.0
"""The stretch of speech over which that pace is taken: one quick sentence is none."""
ENOUGH: Seconds = 3.0
"""Less speech than this in the stretch gives no pace."""
BREATH: Seconds = 2.0
"""Pauses shorter than this belong to speaking (rubric E1)."""
LOOP: Seconds = 60.0
TIMES = 2
"""Words that were said so often within the last ``LOOP`` are said over and over: a third time tells nothing new.
Comments of one kind share an answer for 45 s (comment taxonomy), so that nobody need answer oftener."""
SAME = 0.7
"""The share of a phrase that must have been said before, for the phrase to be a repeat."""
PIECE: Mapping[Language, int] = MappingProxyType({Language.ZH: 3, Language.EN: 2})
"""Characters, or words, of the pieces by which phrases are compared."""
LEAST_PIECES = 4
"""A shorter phrase ("谢谢大家") repeats itself by nature."""


class Uncounted(StrEnum):
    """Why something that was said does not count."""

    TOO_FAST = "too_fast"
    REPEATED = "repeated"


CREDITED = (
    ProductMentioned,
    FactTold,
    PriceTold,
    DiscountTold,
    QuestionAnswered,
    CallToActionMade,
    ViewersGreeted,
    ElementHeard,
    StatementMade,
    IncidentHandled,
)
"""Findings that speak for the host; those that speak against stand however they were said."""
RESTS_ON: Mapping[str, tuple[type[Event], ...]] = MappingProxyType(
    {
        "opening_elements": (ElementHeard, StatementMade, ProductMentioned),
        "recap_close_elements": (ElementHeard, StatementMade, PriceTold, CallToActionMade),
        "fact_coverage": (FactTold,),
        "feature_benefit_link": (FactTold,),
        "answer_rate": (QuestionAnswered,),
        "median_latency_s": (QuestionAnswered,),
        "answer_key_hit": (QuestionAnswered,),
        "incident_steps": (IncidentHandled,),
        "price_clarity": (PriceTold, FactTold),
        "cta_per_10min": (CallToActionMade,),
        "disclosures_made": (StatementMade, FactTold),
    }
)
"""The metrics that say why part of what was said is not in them, and the findings it may be missing from."""


@dataclass(frozen=True, slots=True)
class Credited:
    """A log without the findings that do not count, and why which kinds were left out."""

    log: SessionLog
    without: Mapping[type[Event], frozenset[Uncounted]]

    def reasons(self, metric: str) -> tuple[str, ...]:
        """Why something this metric rests on was left out; ids for the screen to word."""
        found = {why for kind in RESTS_ON.get(metric, ()) for why in self.without.get(kind, ())}
        return tuple(why.value for why in Uncounted if why in found)


def credited(log: SessionLog) -> Credited:
    """Leave out what was told, answered or invited in speech that does not count."""
    phrases = sorted(log.only(HostSpoke), key=lambda phrase: phrase.said)
    if not phrases:
        return Credited(log, {})
    why = [_why(fast, again) for fast, again in zip(_too_fast(log, phrases), _repeated(log, phrases), strict=True)]
    if not any(why):
        return Credited(log, {})
    starts = [phrase.said.start for phrase in phrases]

    def uncounted(said: Span) -> Uncounted | None:
        """Why not one of the phrases this was said in counts; None where one does."""
        last = None
        for at in range(bisect_right(starts, said.end) - 1, -1, -1):
            if phrases[at].said.end <= said.start and phrases[at].said != said:
                break
            last = why[at]
            if last is None:
                break
        return last

    kept: list[Event] = []
    without: dict[type[Event], set[Uncounted]] = {}
    for event in log.events:
        if isinstance(event, CREDITED) and not _against(event):
            reason = uncounted(event.said)
            if reason is not None:
                without.setdefault(type(event), set()).add(reason)
                continue
        kept.append(event)
    return Credited(replace(log, events=tuple(kept)), {kind: frozenset(reasons) for kind, reasons in without.items()})


def hollow(text: str, language: Language) -> bool:
    """Whether a phrase holds nothing but fillers: a sound, but no word about anything."""
    forms, pieces = _fillers(language), _units(text, language)
    at = 0
    while at < len(pieces):
        size = next((len(form) for form in forms if pieces[at : at + len(form)] == form), 0)
        if not size:
            return False
        at += size
    return bool(pieces)


def _against(event: Event) -> bool:
    """A wrong price or discount speaks against the host."""
    return isinstance(event, (PriceTold, DiscountTold)) and event.verdict is PriceVerdict.WRONG


def _why(fast: bool, again: bool) -> Uncounted | None:
    if fast:
        return Uncounted.TOO_FAST
    return Uncounted.REPEATED if again else None


def _too_fast(log: SessionLog, phrases: list[HostSpoke]) -> list[bool]:
    """For each phrase, whether the speech around it was quicker than can be followed."""
    starts = [phrase.said.start for phrase in phrases]
    units = [log.language.length(phrase.text) for phrase in phrases]
    # Time spoken, and what was said in it, by the beginning of each phrase: breaths between phrases belong to it.
    gaps = [later.said.start - earlier.said.end for earlier, later in pairwise(phrases)]
    breaths = [max(gap, 0.0) if gap < BREATH else 0.0 for gap in gaps]
    lengths = [phrase.said.length for phrase in phrases]
    spoken = [0.0, *accumulate(length + breath for length, breath in zip(lengths, [*breaths, 0.0], strict=True))]
    said = [0.0, *accumulate(units)]
    limit = FOLLOWED[log.language]

    def up_to(moment: Seconds) -> tuple[float, float]:
        """Speaking time and units before a moment, as if each phrase were said evenly."""
        at = bisect_right(starts, moment) - 1
        if at < 0:
            return 0.0, 0.0
        phrase = phrases[at]
        length = phrase.said.length
        part = min(max((moment - phrase.said.start) / length, 0.0), 1.0) if length > 0 else 1.0
        return spoken[at] + part * length, said[at] + part * units[at]

    found: list[bool] = []
    for phrase in phrases:
        middle = (phrase.said.start + phrase.said.end) / 2
        reach = max(AROUND, phrase.said.length) / 2
        (time_before, units_before), (time_by, units_by) = up_to(middle - reach), up_to(middle + reach)
        time = time_by - time_before
        found.append(time >= ENOUGH and 60 * (units_by - units_before) / time > limit)
    return found


def _repeated(log: SessionLog, phrases: list[HostSpoke]) -> list[bool]:
    """For each phrase, whether most of it was said ``TIMES`` times already within the last minute."""
    size = PIECE[log.language]
    recent: deque[tuple[Seconds, frozenset[tuple[str, ...]]]] = deque()
    often: dict[tuple[str, ...], int] = {}
    found: list[bool] = []
    for phrase in phrases:
        while recent and recent[0][0] < phrase.said.start - LOOP:
            for piece in recent.popleft()[1]:
                often[piece] -= 1
                if not often[piece]:
                    del often[piece]
        units = _units(phrase.text, log.language)
        pieces = [units[at : at + size] for at in range(len(units) - size + 1)]
        own: dict[tuple[str, ...], int] = {}
        again = 0
        for piece in pieces:
            # A phrase without a pause may hold the loop in itself.
            own[piece] = own.get(piece, 0) + 1
            again += often.get(piece, 0) + own[piece] > TIMES
        found.append(len(pieces) >= LEAST_PIECES and again >= SAME * len(pieces))
        for piece in own:
            often[piece] = often.get(piece, 0) + 1
        recent.append((phrase.said.start, frozenset(own)))
    return found


def _units(text: str, language: Language) -> tuple[str, ...]:
    """Characters or words, without marks and case."""
    folded = text.casefold()
    if language is Language.ZH:
        return tuple(letter for letter in folded if letter.isalnum())
    return tuple(word for piece in folded.split() if (word := piece.strip(_MARKS)))


_MARKS = ",.!?;:，。！？；：、…\"'()[]-–—"


@cache
def _fillers(language: Language) -> tuple[tuple[str, ...], ...]:
    """The fillers of a language as units, the longest first."""
    # Loaded only when wanted: a language's book takes a tenth of a second, and the program starts without.
    if language is Language.ZH:
        from simulator.perception.phrasebook_zh import CHINESE as book
    else:
        from simulator.perception.phrasebook_en import ENGLISH as book
    forms = {_units(form, language) for form in (*book.hesitations, *book.loose_hesitations, *book.filler_words)}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
