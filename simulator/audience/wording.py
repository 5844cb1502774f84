"""What viewers write: skeletons with slots, filled from the real product; chance by address, so words move no count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter

from simulator.domain.language import Language
from simulator.domain.scenario import Product, Topic
from simulator.domain.taxonomy import CommentCategory, CommentKind, Taxonomy

KINDS = (
    "greeting",
    "chat",
    "praise",
    "bought",
    "price_reaction",
    "complaint",
    "doubt",
    "lottery",
    "follow_up",
    "show",
)
"""Comments that are not questions, by what moves their author."""


FOOD = frozenset({"ordinary_food", "agri_product", "health_food"})
"""Product categories that are eaten."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A line with slots in braces, and the category of the comment taxonomy it belongs to."""

    text: str
    category: str
    only: str | None = None
    """"food" or "goods" where it makes no sense for the other."""

    @property
    def slots(self) -> tuple[str, ...]:
        return tuple(name for _, name, _, _ in Formatter().parse(self.text) if name)

    def suits(self, product: Product | None) -> bool:
        """Whether it can be said of this product."""
        if self.only is None or product is None:
            return self.only is None
        return (product.category in FOOD) is (self.only == "food")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All that viewers of one language can write, and how they are called."""

    questions: Mapping[Topic, tuple[Skeleton, ...]]
    remarks: Mapping[str, tuple[Skeleton, ...]]
    """By kind (``KINDS``)."""
    short: Mapping[Topic, tuple[Skeleton, ...]]
    """Short forms that may repeat."""
    short_remarks: tuple[Skeleton, ...]
    incidents: Mapping[str, tuple[str, ...]]
    """Lines of incidents whose scenario words none, by incident kind."""
    slots: Mapping[str, tuple[str, ...]]
    """Fillings that do not come from the product: city, number …"""
    endings: tuple[str, ...] = ()
    """Particles and emoticons, used sparingly."""
    typos: Mapping[str, str] = field(default_factory=dict)
    """Slips of the finger: right spelling to wrong one."""
    names: tuple[tuple[str, ...], ...] = ((),)
    """Lists of name parts; a name takes one of each."""
    joint: str = ""
    """What stands between the parts of a name."""


def plain_wording(taxonomy: Taxonomy, language: Language) -> Wording:
    """A bare wording from the templates of the comment taxonomy, for rooms that are counted and not read."""

    def lines(category: CommentCategory) -> tuple[Skeleton, ...]:
        return tuple(Skeleton(text, category.id) for text in category.templates(language))

    questions: dict[Topic, tuple[Skeleton, ...]] = dict.fromkeys(Topic, ())
    for category in taxonomy.categories.values():
        if category.topic is not None and category.kind is CommentKind.QUESTION:
            questions[category.topic] += lines(category)
    sources = {
        "greeting": "greeting", "chat": "greeting", "praise": "praise_testimonial", "bought": "praise_testimonial",
        "price_reaction": "price", "complaint": "complaint", "doubt": "troll", "lottery": "lottery_spam",
        "show": "demo_request",
    }  # fmt: skip
    remarks = {kind: lines(taxonomy.categories[id]) for kind, id in sources.items() if id in taxonomy.categories}
    word = "观众" if language is Language.ZH else "viewer"
    return Wording(
        questions=questions,
        remarks=remarks,
        short={},
        short_remarks=(),
        incidents={},
        slots={},
        names=((word,), tuple(str(number) for number in range(1, 1000))),
        joint="" if language is Language.ZH else " ",
    )
