"""What viewers write: skeletons with slots, filled from the real product; chance by address, so words move no count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter

from simulator.domain.language import Language
from simulator.domain.scenario import Product, Topic
from simulator.domain.taxonomy import CommentCategory, CommentKind, Taxonomy

KINDS: Mapping[str, str] = {
    "greeting": "greeting",
    "chat": "greeting",
    "praise": "praise_testimonial",
    "bought": "praise_testimonial",
    "price_reaction": "price",
    "haggle": "price",
    "show": "demo_request",
    "complaint": "complaint",
    "grumble": "greeting",
    "doubt": "origin_authentic",
    "troll": "troll",
    "competitor": "competitor_price",
    "health_trap": "compliance_trap_health",
    "absolute_trap": "compliance_trap_absolute",
    "off_platform": "off_platform_request",
    "minor": "minor",
    "lottery": "lottery_spam",
    "follow_up": "greeting",
    "me_too": "greeting",
    "echo": "greeting",
    "reply": "greeting",
    "reaction": "greeting",
    "thanks": "greeting",
    "follow_on": "greeting",
    "gave_up": "greeting",
    "second_thought": "price",
    "withdrawn": "greeting",
}
"""Comments that are not questions, by what moves their author, and the category of the taxonomy each belongs to.

``follow_up`` repeats one's own question, ``me_too`` joins in another's, ``echo`` agrees with the line just written,
``reply`` answers another viewer, ``reaction`` is to an incident; the last five come from what befell a person.
"""
WANTING = ("complaint", "show", "competitor", "health_trap", "absolute_trap", "off_platform", "minor")
"""Kinds of remark that want something of the host."""
ASKING = ("show", "health_trap", "absolute_trap", "off_platform", "minor", "me_too", "follow_on")
WARM = ("greeting", "chat", "praise", "bought", "lottery", "echo", "reply", "thanks")
TONES = ("asking", "warm", "plain")
"""What may end a line depends on its tone; the kinds that are neither asking nor warm are plain."""

STATES = ("entering", "watching", "card", "waiting", "cart", "ordered", "buyer")
HISTORY = (
    "new", "asked", "insisted", "answered", "dear", "doubted", "carted", "announced", "paid", "again", "cancelled",
)  # fmt: skip
"""What a person has behind him; ``dear``: found it dear, ``announced``: told of his order, ``again``: ordered twice."""
SCENE = ("silent", "no_card", "coupon", "countdown", "explained")
"""What goes on; ``explained``: the host has answered this topic before."""
ASIDE = ("promo_coupon", "identity_story")
"""Categories of questions that go by their own name, not by their topic's."""
CIRCUMSTANCES = frozenset({*STATES, *HISTORY, *SCENE, *KINDS, *ASIDE, *(topic.name.lower() for topic in Topic)})
"""Words a skeleton may name in ``when``; of the kinds, the line it refers to is meant, of topics, the question."""
SEGMENTS = ("drifter", "bargain", "researcher", "need", "fan")

FOOD = frozenset({"ordinary_food", "agri_product", "health_food"})
"""Product categories that are eaten."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A line with slots in braces, and the category of the comment taxonomy it belongs to."""

    text: str
    category: str
    only: str | None = None
    """"food" or "goods" where it makes no sense for the other."""
    by: tuple[str, ...] = ()
    """Segments whose tone it is; anybody's where empty."""
    when: tuple[str, ...] = ()
    """Circumstances (``CIRCUMSTANCES``) all of which it needs."""
    about: tuple[str, ...] = ()
    """Words one of which the product's card must have,"""
    unless: tuple[str, ...] = ()
    """ … and words none of which it may have."""

    @property
    def slots(self) -> tuple[str, ...]:
        return tuple(name for _, name, _, _ in Formatter().parse(self.text) if name)

    @property
    def weight(self) -> int:
        """How much likelier than a line for anybody at any time: what fits the moment and the goods is preferred."""
        return (3 if self.when or 0 < len(self.by) < 3 else 1) * (2 if self.about else 1)

    def suits(self, product: Product | None) -> bool:
        """Whether it can be said of this product."""
        if product is None:
            return self.only is None and not self.about
        if self.only is not None and (product.category in FOOD) is not (self.only == "food"):
            return False
        said = card(product) if self.about or self.unless else ""
        if any(word in said for word in self.unless):
            return False
        return not self.about or any(word in said for word in self.about)

    def fits(self, segment: str, circumstances: frozenset[str]) -> bool:
        """Whether a viewer of this segment may say it now."""
        return (not self.by or segment in self.by) and circumstances.issuperset(self.when)


def card(product: Product) -> str:
    """All that the product's card says, as one text."""
    said = [product.name, *product.aliases, product.unit]
    said += [fact.cue for fact in product.facts]
    said += [filling for fillings in product.slots.values() for filling in fillings]
    return "\n".join(said).lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How viewers are called: patterns such as ``{mood}{thing}##``, each ``#`` a digit, and what fills them."""

    patterns: tuple[tuple[str, int], ...] = ()
    """With their weights."""
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All that viewers of one language can write, and how they are called."""

    questions: Mapping[Topic, tuple[Skeleton, ...]]
    remarks: Mapping[str, tuple[Skeleton, ...]]
    """By kind (``KINDS``)."""
    short: Mapping[str, tuple[Skeleton, ...]]
    """Short forms that may repeat, by topic or kind."""
    incidents: Mapping[str, tuple[str, ...]]
    """Lines of incidents whose scenario words none, by incident kind, in the order in which they are said."""
    reactions: Mapping[str, tuple[Skeleton, ...]]
    """What others in the room write while an incident goes on, by incident kind."""
    slots: Mapping[str, tuple[str, ...]]
    """Fillings that do not come from the product alone: city, number …"""
    openings: tuple[str, ...] = ()
    """What may stand before a question."""
    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What may stand after a line, by tone."""
    typos: Mapping[str, str] = field(default_factory=dict)
    """Slips of the finger: right spelling to wrong one."""
    names: Names = Names()


def plain_wording(taxonomy: Taxonomy, language: Language) -> Wording:
    """A bare wording from the templates of the comment taxonomy, for rooms that are counted and not read."""

    def lines(category: CommentCategory) -> tuple[Skeleton, ...]:
        return tuple(Skeleton(text, category.id) for text in category.templates(language))

    questions: dict[Topic, tuple[Skeleton, ...]] = dict.fromkeys(Topic, ())
    for category in taxonomy.categories.values():
        if category.topic is not None and category.kind is CommentKind.QUESTION:
            questions[category.topic] += lines(category)
    return Wording(
        questions=questions,
        remarks={kind: lines(taxonomy.categories[id]) for kind, id in KINDS.items() if id in taxonomy.categories},
        short={},
        incidents={},
        reactions={},
        slots={},
        names=Names(patterns=(("观众###" if language is Language.ZH else "viewer ###", 1),)),
    )
