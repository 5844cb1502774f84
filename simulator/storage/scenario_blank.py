"""What a new scenario, and a new row in it, begin with: what every one has, and nothing said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.domain.draft import Draft, Steps, plain
from simulator.domain.language import Language
from simulator.domain.scenario import MANDATORY_FACTS, FactKind
from simulator.storage.scenario_lint import HISTORY_DAYS
from simulator.storage.scenario_references import INHERITED, Known

CURRENCIES = {"cn": "CNY", "us": "USD", "uk": "GBP", "eu": "EUR"}
PRESET = "newcomer_room"
LENGTH_S = 480
PARTS_S = (60, 300, 120)
"""An opening, the goods, and an end: together ``LENGTH_S``."""
TOPICS = {
    FactKind.ORIGIN: ["trust"],
    FactKind.SIZE: ["specification"],
    FactKind.PRICE: ["price"],
    FactKind.KEEPING: ["use"],
    FactKind.SHIPPING: ["shipping"],
    FactKind.AFTER_SALES: ["returns"],
    FactKind.USE: ["use"],
}
"""Questions that a fact of this kind mostly answers."""


def blank_scenario(id: str, language: Language, market: str, known: Known) -> dict[str, Any]:
    """A scenario with one product and its mandatory facts, an opening and an end, for a small room."""
    rubric = next(iter(known.rubrics))
    preset = known.presets.get(PRESET) or next(iter(known.presets.values()))
    return {
        "id": id,
        "version": "1",
        "tier": 1,
        "market": market,
        "language": language.value,
        "currency": CURRENCIES[market],
        "length_s": LENGTH_S,
        "products": [_product(1, market)],
        "run_of_show": [
            {"id": f"part{number}", "length_s": length, **({"product": "product1"} if number == 2 else {})}
            for number, length in enumerate(PARTS_S, 1)
        ],
        "crowd": {"preset": preset.id, **{name: getattr(preset.crowd, name) for name in INHERITED}},
        "rubric": rubric,
    }


def new_row(draft: Draft, steps: Steps) -> Mapping[str, Any]:
    """A row for this place, with an id and numbers that no other has."""
    place = plain(steps)
    if place == "products":
        return _product(_free_number(draft, steps, "link_no"), draft.text(("market",)) or "cn", known=draft)
    if place == "products.price_history":
        return _days(draft, steps)
    return {"id": _free(draft, steps, stem)} if (stem := _STEMS.get(place)) else {}


_STEMS = {
    "products.facts": "fact",
    "run_of_show": "part",
    "incidents": "incident",
    "required_operations": "act",
}
"""Rows that have an id, and how it begins."""


def _product(number: int, market: str, known: Draft | None = None) -> dict[str, Any]:
    id = f"product{number}" if known is None else _free(known, ("products",), "product")
    return {
        "id": id,
        "link_no": number,
        "counter_lag_s": 0,
        "price_history": [{"from_days": HISTORY_DAYS.get(market, 7), "to_days": 0}],
        "facts": [{"id": kind.value, "kind": kind.value, "topics": TOPICS[kind]} for kind in MANDATORY_FACTS],
    }


def _days(draft: Draft, steps: Steps) -> dict[str, Any]:
    """The days up to where the last row ends, or today."""
    rows = draft.count(steps)
    last = draft.value((*steps, rows - 1, "to_days")) if rows else None
    return {"from_days": last, "to_days": 0} if isinstance(last, int) and last > 0 else {"to_days": 0}


def _free(draft: Draft, steps: Steps, stem: str) -> str:
    taken = {draft.text((*steps, number, "id")) for number in range(draft.count(steps))}
    return next(id for number in range(1, len(taken) + 2) if (id := f"{stem}{number}") not in taken)


def _free_number(draft: Draft, steps: Steps, name: str) -> int:
    taken = {draft.value((*steps, number, name)) for number in range(draft.count(steps))}
    return next(number for number in range(1, len(taken) + 2) if number not in taken)
