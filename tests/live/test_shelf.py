"""What the desk folds out of events: the questions that still wait."""

from __future__ import annotations

from simulator.domain.findings import QuestionAnswered
from simulator.domain.units import Span
from simulator.live.shelf import Shelf
from tests.ui.scripted import comment, shop


def test_a_question_waits_until_it_is_answered_or_its_viewer_gives_up() -> None:
    shelf = Shelf(shop())
    first, second, third = (comment(number, 10.0 * number, "多少钱", asks=True) for number in (1, 2, 3))
    for each in (first, comment(9, 12.0, "主播好"), second, third):
        shelf.take(each)
    assert shelf.open_questions(30.0) == (first, second, third)
    shelf.take(
        QuestionAnswered(
            at=40.0,
            said=Span(38.0, 40.0),
            topic=None,
            category="price",
            comments=(second.id,),
            quality=1.0,
            quote="两块九",
        )
    )
    assert shelf.open_questions(40.0) == (first, third)
    assert shelf.open_questions(first.expires_at) == (third,)
    late = comment(4, 75.0, "包邮吗", asks=True)
    shelf.take(late)
    assert shelf.open_questions(75.0) == (third, late)
    assert shelf.open_questions(third.expires_at) == (late,)
