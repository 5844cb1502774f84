"""The authoring rules about words: no real names, the language of the room, answers that keep the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from simulator.domain.events import HostSpoke
from simulator.domain.findings import RuleBroken, Support
from simulator.domain.language import Language
from simulator.domain.units import Seconds, Span
from simulator.perception.room import Room
from simulator.perception.sounds import Sounds
from simulator.perception.wording import Reader
from simulator.storage.mistakes import Mistake, path_of, shortened
from simulator.storage.real_names import real_names
from simulator.storage.scenario_references import Known
from simulator.storage.scenario_schema import ScenarioFile

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN_WORDS = re.compile(r"[A-Za-z]{2,}\W+[A-Za-z]{2,}\W+[A-Za-z]{2,}")
"""Three words of another script: a unit or a grade (kg, SUS304) is none."""
_REGION = re.compile(
    r"偷井盖|地域黑|河南骗子|东北黑社会|江西老表抠|南蛮子|北方侉子|\b(?:hillbill(?:y|ies)|rednecks?|chinaman|paki)\b",
    re.IGNORECASE,
)
"""Slurs and standing jokes about regions; what is said of one kindly is none."""
_REMARK = "about"
"""A remark for whoever edits the file; no trainee reads it."""
_VIEWERS = frozenset({"price2", "wallet", "platform", "city", "country"})
"""Fillings of what viewers write, which no host repeats: a price of elsewhere, another way to pay."""
_SLOT = re.compile(r"\{(\w+)\}")
_APART: Seconds = 60.0
"""Between two sentences, so that none is collapsed into the one before."""
_LENGTH: Seconds = 5.0


def word_mistakes(file: ScenarioFile) -> Iterator[Mistake]:
    """Every breach of the rules about words, with its path."""
    yield from _real_names(file)
    yield from _language(file)


def _real_names(file: ScenarioFile) -> Iterator[Mistake]:
    for steps, text in _texts(file.model_dump(mode="json", by_alias=True)):
        if steps[0] != _REMARK:
            for name in real_names(text):
                yield Mistake(path_of(steps), "real_name", shortened(name))
            if (joke := _REGION.search(text)) is not None:
                yield Mistake(path_of(steps), "region_joke", shortened(joke.group()))


def _language(file: ScenarioFile) -> Iterator[Mistake]:
    """What viewers write and what the host reads off is in the language of the room."""
    for path, text in _read_in_the_room(file):
        foreign = _HAN.search(text) if file.language is Language.EN else _all_latin(text)
        if foreign:
            yield Mistake(path, "other_language", shortened(text))


def _all_latin(text: str) -> bool:
    return _HAN.search(text) is None and _LATIN_WORDS.search(text) is not None


def _read_in_the_room(file: ScenarioFile) -> Iterator[tuple[str, str]]:
    for number, incident in enumerate(file.incidents):
        for place, line in enumerate(incident.lines):
            yield f"incidents[{number}].lines[{place}]", line
    for number, trap in enumerate(file.traps):
        yield f"traps[{number}].acceptable", trap.acceptable
    for number, segment in enumerate(file.run_of_show):
        yield f"run_of_show[{number}].name", segment.name
    for number, product in enumerate(file.products):
        yield f"products[{number}].name", product.name
        yield f"products[{number}].unit", product.unit
        for place, fact in enumerate(product.facts):
            yield f"products[{number}].facts[{place}].cue", fact.cue
        for name, wordings in product.slots.items():
            yield f"products[{number}].slots.{name}[0]", wordings[0]


def rules_kept(file: ScenarioFile, known: Known) -> Iterator[Mistake]:
    """What the file and the taxonomy give a host to say, heard as on air in this shop: cues, answers, traps' ways out.

    Takes a second or so: for a check, not for every start.
    """
    from simulator.perception.rules import RuleListener  # loaded only when wanted, as in rules_lint

    pack = known.rules.get(file.language)
    if pack is None:
        return
    scenario = file.made()
    reader = Reader(file.language)
    listener = RuleListener(scenario, pack, reader, Sounds())
    room = Room(scenario)
    products = {each.id: each for each in scenario.products}
    heard: set[tuple[str, str]] = set()
    for number, (path, text, of, looked_up) in enumerate(_said_by_the_host(file, known)):
        if (text, of) in heard or of not in products:
            continue
        heard.add((text, of))
        said = Span(_APART * number, _APART * number + _LENGTH)
        phrase = reader.phrase(HostSpoke(at=said.end, said=said, text=text, words=(), engine="check"))
        for event in listener.hear(phrase, room, products[of], frozenset()):
            if isinstance(event, RuleBroken) and (looked_up or event.support is Support.NOT_CHECKED):
                yield Mistake(path, "words_break", f"{event.category}: {shortened(text, 40)}")
                break


def _said_by_the_host(file: ScenarioFile, known: Known) -> Iterator[tuple[str, str, str, bool]]:
    """Path, words, the product they are said of, and whether the shop at its opening is what they are held against."""
    for number, trap in enumerate(file.traps):
        yield f"traps[{number}].acceptable", trap.acceptable, trap.product, True
    for number, product in enumerate(file.products):
        for place, fact in enumerate(product.facts):
            yield f"products[{number}].facts[{place}].cue", fact.cue, product.id, True
        for name, wordings in product.slots.items():
            if name not in _VIEWERS:
                for place, wording in enumerate(wordings):
                    yield f"products[{number}].slots.{name}[{place}]", wording, product.id, True
    for number, incident in enumerate(file.incidents):
        kind = known.taxonomy.incidents.get(incident.kind)
        about = next((each for each in file.products if each.id == incident.product), file.products[0])
        for key in kind.answer_keys if kind is not None else ():
            for wording in key.any_of:
                if (file.language is Language.ZH) is bool(_HAN.search(wording)):
                    filled = _SLOT.sub(lambda slot, of=about: of.slots.get(slot[1], ("",))[0], wording)  # type: ignore[misc]
                    yield f"incidents[{number}].kind", filled, about.id, False


def _texts(value: Any, steps: tuple[int | str, ...] = ()) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Every text in a file, with the steps to it."""
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from _texts(each, (*steps, name))
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from _texts(each, (*steps, number))
