"""A sentence to be read out before going live, and how much of it was understood."""

from __future__ import annotations

import re

from rapidfuzz.distance import LCSseq

from simulator.domain.language import Language
from simulator.domain.scenario import Fact, FactKind, Scenario
from simulator.perception.sounds import Sounds
from simulator.perception.wording import Reader

ENOUGH = 0.8
"""From this share on a sentence counts as understood (ours: one word in five may be a name nobody has heard before)."""
_SPOKEN = {
    Language.ZH: ("大家好，我是{name}。{fact}。", re.compile(r"[0-9A-Za-z]")),
    Language.EN: ("Hello everyone, this is {name}. {fact}.", re.compile(r"[0-9]")),
}
"""How it is put, and what a fact had better not hold: figures can be read out in more ways than one."""
_BEST = (FactKind.TASTE, FactKind.STORY, FactKind.USE, FactKind.ORIGIN)
LONGEST = 90
"""Characters of a fact that are read out in one breath."""


def sentence_to_say(scenario: Scenario) -> str:
    """A sentence in the scenario's language, from its seller and its own facts."""
    form, unclear = _SPOKEN[scenario.language]
    facts = [fact for product in scenario.products for fact in product.facts]

    def order(fact: Fact) -> tuple[bool, bool, int]:
        known = _BEST.index(fact.kind) if fact.kind in _BEST else len(_BEST)
        return bool(unclear.search(fact.cue)), len(fact.cue) > LONGEST, known

    if not facts:
        return form.format(name=scenario.seller.name, fact=scenario.title[scenario.language])
    cue = min(facts, key=order).cue
    said = re.split(r"[:：]\s*", cue, maxsplit=1)[-1].rstrip("。. ")
    return form.format(name=scenario.seller.name, fact=said)


def understood(said: str, heard: str, language: Language) -> float:
    """The share 0..1 of a sentence's characters (zh, by sound) or words (en) that were heard in their order."""
    reader = Reader(language)
    wanted, found = reader.tokens(said), reader.tokens(heard)
    if language is Language.ZH:  # a homophone is understood: sellers' names are in no dictionary
        sounds = Sounds()
        wanted, found = sounds.toned(wanted), sounds.toned(found)
    return LCSseq.similarity(wanted, found) / len(wanted) if wanted else 0.0
