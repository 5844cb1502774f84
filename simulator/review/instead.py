"""What could have been said or done instead, in the words of the fact card, the rule pack or the incident's own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from simulator.domain.compliance import RulePack
from simulator.domain.findings import ClaimChecked, RuleBroken
from simulator.domain.key_moments import Instead, Source
from simulator.domain.scenario import Fact, FactKind, Product, Scenario, Topic
from simulator.domain.taxonomy import AnswerKey, CommentCategory, IncidentKind, Outcome
from simulator.domain.units import Text

AT_MOST = 2
"""Lines offered for one moment: more are not remembered."""
_SLOT = re.compile(r"\{(\w+)\}")
OF_OPENING = ("who_sells", "what_is_sold", "reason_to_stay", "suits")


def from_card(facts: Iterable[Fact]) -> tuple[Instead, ...]:
    """The lines of these facts, mandatory ones first."""
    ordered = sorted(facts, key=lambda fact: not fact.mandatory)
    return tuple(Instead(Source.FACT_CARD, Text(fact.cue, fact.cue)) for fact in ordered[:AT_MOST])


def price_of(product: Product) -> tuple[Instead, ...]:
    """The card's line on the price; where it has none, price and unit as they are listed."""
    facts = [fact for fact in product.facts if fact.kind is FactKind.PRICE]
    listed = f"{product.price} / {product.unit}"
    return from_card(facts) or (Instead(Source.FACT_CARD, Text(listed, listed)),)


def fact_of(product: Product, id: str) -> tuple[Instead, ...]:
    return from_card(fact for fact in product.facts if fact.id == id)


def answer_to(category: CommentCategory | None, topic: Topic | None, product: Product | None) -> tuple[Instead, ...]:
    """What answers a question: the facts of its topic that hold what the answer must, else its slots filled."""
    if product is None:
        return ()
    about = [fact for fact in product.facts if topic is not None and topic in fact.topics]
    keys = category.answer_keys if category is not None else ()
    filled = _filled(keys, product)
    fitting = [fact for fact in about if any(_holds(fact, words) for words in filled)]
    if lines := from_card(fitting or about):
        return lines
    return tuple(Instead(Source.FACT_CARD, Text(words, words)) for words in filled[:AT_MOST])


def next_line(product: Product, told: frozenset[str]) -> tuple[Instead, ...]:
    """What of the card had not been told yet; where all was, the price once more."""
    left = [fact for fact in product.facts if fact.mandatory and fact.id not in told]
    left = left or [fact for fact in product.facts if fact.id not in told]
    return from_card(left[:1]) or price_of(product)


def lawful(rules: RulePack, broken: RuleBroken, scenario: Scenario, product: str | None) -> tuple[Instead, ...]:
    """The rule pack's wording; where it has none, what the scenario's author gives for this temptation."""
    offered = rules.instead(broken.category, broken.pattern, broken.quote)
    if offered is not None:
        return (Instead(Source.RULE_PACK, Text(offered, offered)),)
    fine = [
        trap.acceptable
        for trap in scenario.traps
        if trap.tests == broken.category and trap.acceptable and product in (None, trap.product)
    ]
    return tuple(Instead(Source.SCENARIO, Text(words, words)) for words in fine[:1])


def true_state(claim: ClaimChecked, rules: RulePack) -> tuple[Instead, ...]:
    """The rule pack's wording for its category, and the figure the claim was held against."""
    offered = rules.instead(claim.category, "", claim.quote)
    lines = [Instead(Source.RULE_PACK, Text(offered, offered))] if offered is not None else []
    if claim.truth:
        lines.append(Instead(Source.TRUE_STATE, Text(claim.truth, claim.truth)))
    return tuple(lines)


def handling(kind: IncidentKind | None, product: Product | None) -> tuple[Instead, ...]:
    """The choice that solves an incident, then what handling it well contains, with the card's words for it."""
    if kind is None:
        return ()
    lines = [Instead(Source.INCIDENT, each.name) for each in kind.choices if each.outcome is Outcome.SOLVES][:1]
    if kind.expected_steps:
        steps = "; ".join(kind.expected_steps)
        # The taxonomy words its steps in English only; what an answer must hold is in the scenario's own words.
        said = "、".join(_needed(kind.answer_keys, product))
        if said:
            lines.append(Instead(Source.STEPS, Text(said, steps)))
        elif not lines:
            lines.append(Instead(Source.STEPS, Text(steps, steps)))
    return tuple(lines)


def opening(scenario: Scenario, missing: Iterable[str]) -> tuple[Instead, ...]:
    """What the scenario gives for the elements of an opening that were not heard."""
    planned = [segment.product for segment in scenario.run_of_show if segment.product is not None]
    goods = scenario.product(planned[0]) if planned else scenario.products[0]
    words = {
        "who_sells": scenario.seller.name,
        "what_is_sold": f"{goods.name}, {goods.unit}" if scenario.language == "en" else f"{goods.name}，{goods.unit}",
        "reason_to_stay": next(iter(scenario.reasons_to_stay), ""),
        "suits": next(iter(scenario.suits), ""),
    }
    found = [words[each] for each in OF_OPENING if each in missing and words[each]]
    return tuple(Instead(Source.SCENARIO, Text(line, line)) for line in found[:AT_MOST])


def closing(product: Product, missing: Iterable[str]) -> tuple[Instead, ...]:
    """The offer once more, and where buyers go with a bad piece."""
    lines = list(price_of(product)) if "recap" in missing else []
    if "after_sales" in missing:
        lines += from_card(fact for fact in product.facts if fact.kind is FactKind.AFTER_SALES)
    return tuple(lines[:AT_MOST])


def _filled(keys: Iterable[AnswerKey], product: Product) -> list[str]:
    """What the required keys ask for, in the product's words."""
    found = []
    for key in keys:
        if not key.optional:
            found += [words for each in key.any_of for words in _slots(each, product)][:1]
    return found


def _needed(keys: Iterable[AnswerKey], product: Product | None) -> list[str]:
    """One wording for each required key: the product's where it has one, else the first."""
    found = []
    for key in keys:
        if key.optional or not key.any_of:
            continue
        own = [words for each in key.any_of for words in (_slots(each, product) if product else ())]
        plain = [each for each in key.any_of if not _SLOT.search(each)]
        found += own[:1] or plain[:1]
    return found


def _slots(wording: str, product: Product) -> list[str]:
    names = _SLOT.findall(wording)
    if len(names) != 1 or wording != f"{{{names[0]}}}":
        return []
    return list(product.slots.get(names[0], ())[:1])


def _holds(fact: Fact, words: str) -> bool:
    return words in fact.cue or any(each in words for group in fact.heard_as for each in group)
