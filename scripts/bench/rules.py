"""How the rule packs do on sentences they were not made from: violations found, harmless sentences left alone.

    python scripts/bench/rules.py --corpus tests/corpora --half dev

reads ``violations.LANGUAGE.HALF.json`` ([{"text", "category"}]) and ``harmless.LANGUAGE.HALF.json`` ([{"text"}]) and
hears each sentence alone, through the whole listener, in the shop they were written for: apples at 29.90 yuan (12.99
dollars) for the last sixty days, 132 of 300 boxes left, a coupon that runs eight more minutes, no papers on file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from simulator.assets import assets_folder
from simulator.domain.compliance import RulePack, Severity
from simulator.domain.crowd import StockChanged
from simulator.domain.desk import CountdownStarted
from simulator.domain.events import HostSpoke
from simulator.domain.findings import RuleBroken
from simulator.domain.language import Language
from simulator.domain.scenario import Crowd, PricePoint, Product, Scenario, Seller
from simulator.domain.units import Currency, Money, Seconds, Span, Text
from simulator.perception.listener import Listener
from simulator.storage.content import FolderLibrary

APART: Seconds = 60.0
"""Between two sentences, so that none is collapsed into the one before."""


def shop(language: Language, category: str, market: str) -> Scenario:
    """The shop the sentences were written for, selling goods of this category."""
    chinese = language is Language.ZH
    currency = Currency.CNY if chinese else Currency.USD
    price = Money.of("29.9" if chinese else "12.99", currency)
    return Scenario(
        id="bench",
        version="1",
        title=Text("苹果", "Apples"),
        brief=Text("", ""),
        debrief=Text("", ""),
        tier=1,
        group="NF",
        market=market,
        language=language,
        currency=currency,
        length=3600,
        seller=Seller(name="山坳果园" if chinese else "Hollow Farm", heard_as=(), story="", connection=""),
        products=(
            Product(
                id="apple",
                link_no=1,
                name="苹果" if chinese else "apples",
                category=category,
                price=price,
                unit="五斤装" if chinese else "5 lb box",
                shipping=Money.of("0", currency),
                stock=300,
                counter_stock=300,
                price_history=(PricePoint(from_days=60, to_days=0, price=price),),
                facts=(),
            ),
        ),
        run_of_show=(),
        crowd=Crowd(preset="lab_default", entries_per_min=20, follower_share=0.1, comment_multiplier=1),
        rubric="live-sales-default",
    )


def broken(text: str, scenario: Scenario, library: FolderLibrary, pack: RulePack) -> list[RuleBroken]:
    """What the sentence breaks, said alone in that shop."""
    listener = Listener(scenario, library.taxonomy(), pack)
    listener.take(StockChanged(at=0, product="apple", left=132, counter=132))
    listener.take(CountdownStarted(at=1, closes_at=1 + 480 + APART))
    rate = 0.2 if scenario.language is Language.ZH else 0.06
    said = Span(APART, APART + rate * len(text))
    spoke = HostSpoke(at=said.end + 2, said=said, text=text, words=(), engine="bench")
    return [each for each in listener.take(spoke) if isinstance(each, RuleBroken)]


def sentences(folder: Path, kind: str, language: Language, half: str) -> Iterator[dict[str, str]]:
    path = folder / f"{kind}.{language.value}.{half}.json"
    yield from json.loads(path.read_text(encoding="utf-8"))


def measure(folder: Path, half: str, language: Language, library: FolderLibrary, show: bool) -> None:
    market = "cn" if language is Language.ZH else "us"
    pack = library.rules(language)
    shops: dict[str, Scenario] = {}

    def heard(text: str, goods: str) -> list[RuleBroken]:
        scenario = shops.setdefault(goods, shop(language, goods, market))
        return broken(text, scenario, library, pack)

    said: Counter[str] = Counter()
    found: Counter[str] = Counter()
    named: Counter[str] = Counter()
    missed: list[str] = []
    for each in sentences(folder, "violations", language, half):
        applies = pack.categories[each["category"]].applies_to
        goods = "agri_product" if {"all", "agri_product"} & set(applies) else applies[0]
        hits = heard(each["text"], goods)
        said[each["category"]] += 1
        found[each["category"]] += bool(hits)
        right = any(hit.category == each["category"] for hit in hits)
        named[each["category"]] += right
        if not right:
            also = ", ".join(f"{hit.category} {hit.quote!r}" for hit in hits)
            missed.append(f"  {'as ' + also if hits else 'missed'}: [{each['category']}] {each['text']}")
    print(f"{language.value} {half}: violations found {found.total()} of {said.total()}, "
          f"by the right category {named.total()}")  # fmt: skip
    for category in sorted(said):
        print(f"  {category:<26} {found[category]:>3} / {said[category]:<3} right {named[category]}")
    if show:
        print(*missed, sep="\n")
    alarms: list[str] = []
    harmless = list(sentences(folder, "harmless", language, half))
    for each in harmless:
        for hit in heard(each["text"], "agri_product"):
            alarms.append(f"  {hit.pattern} {hit.severity.name} {hit.quote!r}: {each['text']}")
    grave = sum(Severity.S3.name in each or Severity.S4.name in each for each in alarms)
    print(f"{language.value} {half}: false alarms {len(alarms)} in {len(harmless)} harmless sentences ({grave} grave)")
    if show:
        print(*alarms, sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--half", choices=("dev", "held", "more", "more2", "fresh", "exam"), default="dev")
    parser.add_argument("--language", choices=("zh", "en"))
    parser.add_argument("--quiet", action="store_true", help="Figures only.")
    given = parser.parse_args()
    library = FolderLibrary(assets_folder())
    for language in Language if given.language is None else (Language(given.language),):
        measure(given.corpus, given.half, language, library, not given.quiet)


if __name__ == "__main__":
    main()
