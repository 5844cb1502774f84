"""The authoring rules: what is wrong in a scenario although every field is well formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from simulator.domain.scenario import MANDATORY_FACTS, Trigger
from simulator.storage.mistakes import Mistake
from simulator.storage.paper_lint import paper_mistakes
from simulator.storage.rules_lint import hits
from simulator.storage.scenario_references import Known
from simulator.storage.scenario_schema import CrowdFields, IncidentFields, ProductFields, ScenarioFile
from simulator.storage.scenario_words import word_mistakes
from simulator.storage.taxonomy_schema import slots_of

HISTORY_DAYS = {"cn": 7, "uk": 30, "eu": 30, "us": 7}
"""How many days of prices a market's rules ask about (compliance files: price_reference, reference_price)."""
QUESTIONS_PER_MIN = 6.0
"""The ceiling for tiers 1 and 2 (rubric C1: questions beyond it are not counted)."""
BEGINNER_TIER = 2
COMMENTS_PER_ENTRY = 0.04
"""Comments per entry in live rooms of all kinds (funnel: kl_comment_per_entry)."""
QUESTION_SHARE = 0.5
"""Share of comments that are questions (funnel: question_share, assumed)."""

BRANCHING_CAUTION = 0.8
"""Above this ratio a single comment may set off a storm that has nothing to do with the host."""

_DRAWN = re.compile(r"chance\d+")
"""Ids of incidents that the seed draws."""
MOST_ENTRIES = 5_000_000
"""Viewers a session may bring: each of their orders is kept, and a room beyond this is no rehearsal."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def scenario_mistakes(file: ScenarioFile, known: Known) -> Iterator[Mistake]:
    """Every breach of the authoring rules, with its path; references are looked at apart."""
    slots = slots_of(known.taxonomy, file.language)
    for number, product in enumerate(file.products):
        path = f"products[{number}]"
        yield from _facts(path, product)
        yield from _prices(path, product, file)
        yield from _slots(path, product, slots)
    yield from _times(file)
    yield from _operations(file)
    yield from _traps(file, known)
    yield from _crowd(file)
    yield from paper_mistakes(file, known)
    yield from word_mistakes(file)


def questions_per_min(crowd: CrowdFields) -> float:
    """How many questions a minute a crowd is expected to bring."""
    asking = 1.0 if crowd.levels is None else crowd.levels.ask
    return crowd.entries_per_min * COMMENTS_PER_ENTRY * crowd.comment_multiplier * QUESTION_SHARE * asking


def cautions(file: ScenarioFile) -> Iterator[Mistake]:
    """What is allowed in a scenario and still unwise."""
    levels = file.crowd.levels
    if levels is not None and levels.branching is not None and levels.branching > BRANCHING_CAUTION:
        yield Mistake("crowd.levels.branching", "branching_high", f"{levels.branching:g}")


def _crowd(file: ScenarioFile) -> Iterator[Mistake]:
    entries = file.crowd.entries(file.length_s)
    if entries > MOST_ENTRIES:
        yield Mistake("crowd", "arrivals_many", f"{entries:,.0f}, at most {MOST_ENTRIES:,}")
    rate = questions_per_min(file.crowd)
    if file.tier <= BEGINNER_TIER and rate > QUESTIONS_PER_MIN:
        yield Mistake("crowd", "questions_many", f"{rate:.1f} a minute")


def _facts(path: str, product: ProductFields) -> Iterator[Mistake]:
    kinds = {each.kind for each in product.facts if each.mandatory}
    for kind in MANDATORY_FACTS:
        if kind not in kinds:
            yield Mistake(f"{path}.facts", "fact_kind_missing", kind.value)


def _prices(path: str, product: ProductFields, file: ScenarioFile) -> Iterator[Mistake]:
    coupon = product.coupon
    if coupon is not None:
        if coupon.off >= product.price:
            yield Mistake(f"{path}.coupon.off", "coupon_too_big", str(coupon.off))
        if coupon.valid_s is not None:
            yield from _window(f"{path}.coupon.valid_s", coupon.valid_s, file)
    history = product.price_history
    if product.new_product:
        if history:
            yield Mistake(f"{path}.price_history", "history_of_new")
        return
    needed = HISTORY_DAYS[file.market]
    covered = history[0].from_days if history else 0
    if covered < needed:
        yield Mistake(f"{path}.price_history", "history_short", f"{covered} of {needed} days")
    for place, point in enumerate(history):
        if point.from_days <= point.to_days:
            yield Mistake(f"{path}.price_history[{place}]", "order", f"{point.from_days} to {point.to_days}")
        if place and history[place - 1].to_days != point.from_days:
            yield Mistake(f"{path}.price_history[{place}].from_days", "history_gap", str(point.from_days))
    if history and (history[-1].to_days != 0 or history[-1].price != product.price):
        last = len(history) - 1
        yield Mistake(f"{path}.price_history[{last}]", "history_not_now", str(history[-1].price))


def _slots(path: str, product: ProductFields, slots: frozenset[str]) -> Iterator[Mistake]:
    for name in sorted(slots - set(product.slots)):
        yield Mistake(f"{path}.slots.{name}", "slot_missing", name)
    for wording in product.slots.get("price", ())[:1]:
        number = _NUMBER.search(wording)
        if number is None or Decimal(number.group()) != product.price:
            yield Mistake(f"{path}.slots.price[0]", "slot_price", wording)
    for wording in product.slots.get("link_no", ())[:1]:
        if str(product.link_no) not in wording:
            yield Mistake(f"{path}.slots.link_no[0]", "bad_form", wording)


def _times(file: ScenarioFile) -> Iterator[Mistake]:
    total = sum(each.length_s for each in file.run_of_show)
    if abs(total - file.length_s) > 1e-6:
        yield Mistake("run_of_show", "lengths", f"{total:g} of {file.length_s:g} s")
    for number, incident in enumerate(file.incidents):
        yield from _moment(f"incidents[{number}]", incident, file)
        if file.chance_incidents and _DRAWN.fullmatch(incident.id):
            yield Mistake(f"incidents[{number}].id", "twice", incident.id)
    for number, burst in enumerate(file.crowd.bursts):
        if burst.at_s >= file.length_s:
            yield Mistake(f"crowd.bursts[{number}].at_s", "outside", f"{burst.at_s:g}")
    for number, operation in enumerate(file.required_operations):
        yield from _window(f"required_operations[{number}].window_s", operation.window_s, file)


def _moment(path: str, incident: IncidentFields, file: ScenarioFile) -> Iterator[Mistake]:
    """A moment has its time, a condition that counts its threshold, and none has what does nothing there."""
    if incident.when is not Trigger.MOMENT:
        if incident.at_s is not None:
            yield Mistake(f"{path}.at_s", "not_with_when", incident.when)
    elif incident.at_s is None:
        yield Mistake(f"{path}.at_s", "missing")
    elif incident.at_s >= file.length_s:
        yield Mistake(f"{path}.at_s", "outside", f"{incident.at_s:g}")
    counted = incident.when in (Trigger.CLAIM, Trigger.FLOOD)
    if counted and incident.threshold is None:
        yield Mistake(f"{path}.threshold", "missing")
    elif not counted and incident.threshold is not None:
        yield Mistake(f"{path}.threshold", "not_with_when", incident.when)
    elif incident.when is Trigger.CLAIM and incident.threshold is not None and incident.threshold > 1:
        yield Mistake(f"{path}.threshold", "too_large", f"{incident.threshold:g}")


def _window(path: str, window: tuple[float, float], file: ScenarioFile) -> Iterator[Mistake]:
    start, end = window
    if start >= end:
        yield Mistake(path, "order", f"{start:g} to {end:g}")
    if end > file.length_s:
        yield Mistake(path, "outside", f"{end:g}")


def _operations(file: ScenarioFile) -> Iterator[Mistake]:
    products = {each.id: each for each in file.products}
    for number, operation in enumerate(file.required_operations):
        path = f"required_operations[{number}].product"
        if operation.product is None and operation.kind != "unpin":
            yield Mistake(path, "missing")
        elif operation.kind == "coupon" and operation.product in products and not products[operation.product].coupon:
            yield Mistake(path, "coupon_missing", operation.product)


def _traps(file: ScenarioFile, known: Known) -> Iterator[Mistake]:
    pack = known.rules.get(file.language)
    for number, trap in enumerate(file.traps):
        category = pack.categories.get(trap.tests) if pack else None
        if category is not None and hits(category, trap.acceptable, file.language):
            yield Mistake(f"traps[{number}].acceptable", "acceptable_breaks", trap.tests)
