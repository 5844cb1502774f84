"""Amounts of money and quantities found in annotated sentences, and those found where there are none.

    python scripts/bench/spoken_amounts.py FOLDER [--list]

FOLDER holds ``numbers.LANGUAGE.json`` and ``quantities.LANGUAGE.json``. Found is the right value; ``--list`` prints
what was missed and what was made up.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from simulator.domain.events import HostSpoke
from simulator.domain.language import Language
from simulator.domain.units import Currency, Span
from simulator.perception.money import amounts
from simulator.perception.quantities import COUNTED, quantities
from simulator.perception.wording import Phrase, Reader

NEAR = 0.01
"""Values this share apart are one: a pound is not exactly 454 g."""
CURRENCY = {Language.ZH: Currency.CNY, Language.EN: Currency.USD}
_IN_BASE = {"g": 1.0, "ml": 1.0, "s": 1.0, "min": 60.0, "h": 3600.0, "month": 2_592_000.0, "mm": 1.0, "km": 1e6}
"""What a measure of ours is in the annotation's base units."""


def read(language: Language, text: str) -> Phrase:
    return Reader(language).phrase(HostSpoke(at=1.0, said=Span(0.0, 1.0), text=text, words=(), engine="bench"))


def money(entry: dict[str, Any], language: Language) -> tuple[list[float], list[float]]:
    """Values wanted and found."""
    found = amounts(read(language, entry["text"]), language, CURRENCY[language])
    return [float(each["value"]) for each in entry["amounts"]], [float(each.money.amount) for each in found]


def measures(entry: dict[str, Any], language: Language) -> tuple[list[float], list[float]]:
    """Values wanted and found, in base units where there is one; what counts pieces is left to fact cards."""
    wanted = entry["quantities"]
    units = frozenset(each["unit"] for each in wanted)
    if language is Language.EN:
        units |= COUNTED | {f"{each}s" for each in units}
    found = list(quantities(read(language, entry["text"]), language, units))
    values = [float(each.get("base_value", each["value"])) for each in wanted]
    counted = {float(each["value"]) for each in wanted if "base_value" not in each}
    return values, [
        each.value if each.value in counted else each.amount * _IN_BASE.get(each.measure, 1.0) for each in found
    ]


def matched(wanted: list[float], found: list[float]) -> tuple[list[float], list[float]]:
    """What is left on both sides when equal values are taken away."""
    left = list(found)
    missed = []
    for value in wanted:
        same = next((each for each in left if abs(each - value) <= NEAR * max(abs(value), 1e-9)), None)
        if same is None:
            missed.append(value)
        else:
            left.remove(same)
    return missed, left


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    files: dict[str, Callable[[dict[str, Any], Language], tuple[list[float], list[float]]]] = {
        "numbers": money,
        "quantities": measures,
    }
    print("| file | sentences | annotated | found | made up | recall | precision |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    listed: list[str] = []
    for name, of in files.items():
        for language in Language:
            entries = json.loads((arguments.folder / f"{name}.{language}.json").read_text("utf-8"))
            total = found = surplus = 0
            for entry in entries:
                wanted, made = of(entry, language)
                missed, left = matched(wanted, made)
                total, found, surplus = total + len(wanted), found + len(wanted) - len(missed), surplus + len(left)
                if missed or left:
                    listed.append(f"{name}.{language}: {entry['text']} missed {missed} made up {left}")
            precision = found / max(found + surplus, 1)
            print(
                f"| {name}.{language} | {len(entries)} | {total} | {found} | {surplus} "
                f"| {found / max(total, 1):.3f} | {precision:.3f} |"
            )
    if arguments.list:
        print("\n".join(listed))


if __name__ == "__main__":
    main()
