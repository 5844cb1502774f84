"""What a class misses and breaks, in words: rules by their pack, facts by their card."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.domain.compliance import RulePack
from simulator.domain.scenario import Scenario
from simulator.domain.standing import Flaw
from simulator.domain.units import Text
from simulator.ports import Library, Mendable
from simulator.reports.class_tables import Named
from simulator.reports.figures import found
from simulator.ui.plain import shown


class FlawWords:
    """Names flaws by the content there is today; what is gone keeps its id."""

    def __init__(self, library: Library, scenarios: Sequence[Scenario], language: str) -> None:
        self._language = language
        self._scenarios = {each.id: each for each in scenarios}
        self._packs: list[RulePack] = []
        for market in dict.fromkeys((each.language, each.market) for each in scenarios):
            try:
                self._packs.append(library.rules(*market))
            except Mendable:
                continue  # said where the packs are looked after
        try:
            self._names: dict[str, Text] = library.taxonomy().names
        except Mendable:
            self._names = {}

    def named(self, flaws: Sequence[Flaw]) -> tuple[Named, ...]:
        """In their order."""
        return tuple(
            Named(each, self.rule(each.name) if not each.source else self.missed(each.scenario, each.name))
            for each in flaws
        )

    def rule(self, category: str) -> str:
        """A category of rules."""
        known = next((pack.categories[category] for pack in self._packs if category in pack.categories), None)
        return shown(category if known is None else known.name[self._language], 80)

    def missed(self, scenario: str, id: str) -> str:
        """What a measurement of a session of this scenario says was missing."""
        there = self._scenarios.get(scenario)
        return shown(id if there is None else found(id, there, self._language, self._names), 80)
