"""Where a recogniser gives no marks, pauses end clauses; and quantities in the forms that people speak."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.domain.events import HostSpoke, Word
from simulator.domain.findings import CallToActionMade, PriceTold
from simulator.domain.language import Language
from simulator.domain.units import Span
from simulator.perception.quantities import quantities
from simulator.perception.wording import Reader, paused


def spoke(language: Language, *clauses: str, pause: float = 0.3) -> HostSpoke:
    """Clauses without marks, and a pause after each."""
    words: list[Word] = []
    at = 0.0
    for clause in clauses:
        for piece in clause if language is Language.ZH else clause.split():
            words.append(Word(piece if language is Language.ZH else " " + piece, Span(at, at + 0.2), 0.9))
            at += 0.2
        at += pause
    text = "".join(word.text for word in words).strip()
    return HostSpoke(at=at, said=Span(0.0, words[-1].said.end), text=text, words=tuple(words), engine="test")


def test_a_number_before_a_pause_is_a_price(chinese: Any, english: Any) -> None:
    for stage, clauses, amount in (
        (chinese(), ("能不能九十九", "真不能布就不止"), "99"),
        (english(), ("I can't do sixty", "trees don't grow that fast"), "60"),
    ):
        found = stage.only(PriceTold, stage.take(spoke(stage.language, *clauses)))
        assert [str(each.price.amount) for each in found] == [amount]
    assert not stage.only(PriceTold, stage.take(spoke(Language.EN, "I can't do sixty trees a day")))


def test_an_invitation_after_a_pause_begins_a_clause(chinese: Any, english: Any) -> None:
    found = chinese().take(spoke(Language.ZH, "今天人多", "姐妹们冲", "库存就这些"))
    assert [each.kind for each in found if isinstance(each, CallToActionMade)] == ["order"]
    found = english().take(spoke(Language.EN, "lots of you tonight", "say hi to the goat"))
    assert [each.kind for each in found if isinstance(each, CallToActionMade)] == ["comment"]


def test_a_pause_within_a_number_parts_nothing() -> None:
    phrase = Reader(Language.ZH).phrase(spoke(Language.ZH, "三十九", "块九一箱", "包邮"))
    assert paused(phrase).plain.text == "三十九块九一箱，包邮"


@pytest.mark.parametrize(
    ("language", "text", "value", "measure"),
    [
        (Language.ZH, "水放一升二就够", 1200, "ml"), (Language.ZH, "湿度七成左右", 70, "%"),
        (Language.ZH, "一打鸡蛋", 12, "个"), (Language.ZH, "坐车三个半小时", 3.5, "h"),
        (Language.EN, "half a dozen duck eggs", 6, "count"),
        (Language.EN, "the board weighs point nine kilos", 900, "g"),
        (Language.EN, "three quarters of an inch thick", 19.05, "mm"), (Language.EN, "keeps for a month", 1, "month"),
        (Language.EN, "bake it at three fifty for you", 350, "°"),
        (Language.EN, "a cup and a quarter of water", 295.75, "ml"),
    ],
)  # fmt: skip
def test_quantities_as_they_are_spoken(language: Language, text: str, value: float, measure: str) -> None:
    said = HostSpoke(at=1.0, said=Span(0.0, 1.0), text=text, words=(), engine="test")
    found = list(quantities(Reader(language).phrase(said), language, frozenset({"个"})))
    assert [each.measure for each in found] == [measure]
    assert found[0].amount == pytest.approx(value)
