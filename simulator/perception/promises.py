"""What the host promised (when it ships, what is paid for a bad piece, how long it may be sent back), by the card."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.domain.events import HostSpoke
from simulator.domain.findings import FactContradicted, PromiseMade, Support
from simulator.domain.language import Language
from simulator.domain.scenario import Fact, FactKind, Product, Scenario
from simulator.domain.units import Seconds, Span
from simulator.perception.quantities import measured_in
from simulator.perception.stance import Stance, stance
from simulator.perception.wording import Phrase, Reader

HOUR: Seconds = 3600.0
DAY: Seconds = 86_400.0
AGAIN: Seconds = 10.0
"""The same kind of promise within this long is one (ours)."""
CLEARLY_HEARD = 0.6
_UNMEANT = frozenset({Stance.NEGATED, Stance.DISCLAIMED, Stance.QUESTIONED, Stance.QUOTED_FROM_VIEWER, Stance.REPORTED})
"""A condition (坏了我们赔) makes a promise no weaker."""

_HAN_TIME = (
    r"(?:(?P<n>\d+)(?:个)?(?P<unit>小时|钟头|天|日|个?工作日|周|星期)|(?P<day>当天|当日|今天|今晚|现在|马上|明天"
    r"|明早|后天|次日|第二天|隔天))"
)
_HAN_TIME_BEHIND = re.sub(r"\?P<(\w+)>", r"?P<\g<1>2>", _HAN_TIME)
_HAN_IN = r"[^。！？!?,，；;]"
_EN_TIME = (
    r"(?:(?:within|in|under|inside) (?:the next )?(?P<n>\d+) (?:business |working )?(?P<unit>hours?|days?|weeks?)"
    r"|(?P<day>same day|today|tonight|tomorrow|next day|the next day|overnight)"
    r"|(?:on |by |this |next |every )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))"
)
_EN_IN = r"[^.!?,;]"
_PATTERNS = {
    Language.ZH: {
        "ship": (
            rf"{_HAN_TIME}(?:之内|以内|内|之?前|就|给你们?|给您|给大家|从|都|全部"
            rf"|统一){{0,3}}{_HAN_IN}{{0,5}}?(?:发货|发出|发走|寄出|寄走|出库|给[您你]发)"
            rf"|(?:发货|发出|寄出)(?:时间)?(?:是|在)?{_HAN_TIME_BEHIND}"
        ),
        "arrive": (
            rf"{_HAN_TIME}(?:之内|以内|内|之?前|就|能|可以|给您|给你){{0,3}}(?:到货|送到|到家|收到|送达|到手(?!价))"
        ),
        "return": r"(?P<n>\d+)天(?:之内|以内|内|里)?(?:无理由|包退|可退|可以退|退货|退换|能退)|(?P<free>无理由退)",
        "compensate": (
            r"(?:坏|烂|碎|破|假|少|缺|磕)(?:了|的)?(?:1|\d+|几|多少)?(?:个|箱|斤|颗|瓶|件|罐|果)?,?，?(?:我们?|都|就"
            r"|全|直接)?(?P<how>赔|补|包赔)(?P<n>\d+)?(?:倍)?"
        ),
        "refund": (
            r"(?:全额|直接|原路|立马|马上|秒|给[您你])(?:给[您你])?退(?:款|钱|您|你)?|包退|不(?:满意|甜|好吃"
            r"|喜欢)[^。！？]{0,6}(?:退|退款|退钱)"
        ),
        "replace": r"包换|(?:给[您你]|免费|重新)(?:补发|重发|换(?:新|一)|补寄)",
        "keep_price": r"保价(?:(?P<n>\d+)(?P<unit>天))?|(?:退|补)差价|买贵(?:了)?(?:必|就|包)?(?:退|赔)",
    },
    Language.EN: {
        "ship": (
            rf"\b(?:ships?|shipped|shipping|dispatch(?:es|ed)?|goes? out|going out|send (?:it|them|yours) out"
            rf"|out the door|in the mail|mailed){_EN_IN}{{0,16}}?\b{_EN_TIME}"
            r"|\b(?P<day2>same day|next day) (?:shipping|dispatch)\b"
        ),
        "arrive": (
            rf"\b(?:arrives?|get there|at your door|delivered|you'll (?:get|have) (?:it"
            rf"|them)){_EN_IN}{{0,16}}?\b{_EN_TIME}"
        ),
        "return": (
            rf"\b(?P<n>\d+) (?P<unit>days?) (?:to return|to send|returns?|money back|refund|guarantee)|\b(?:return"
            rf"|send) (?:it|them)?{_EN_IN}{{0,12}}?\bwithin (?P<n2>\d+) (?P<unit2>days?)|\b(?:money back|refund"
            rf"|returns?|send it back){_EN_IN}{{0,10}}?\bwithin (?P<n3>\d+) (?P<unit3>days?)"
            rf"|\b(?P<n4>\d+)[- ](?P<unit4>day) returns?"
        ),
        "refund": (
            r"\b(?:full refund|money back|i(?:'ll)? refund|we(?:'ll)? refund|refund (?:you|it|that|the)|get a refund)\b"
        ),
        "replace": r"\b(?:we|i)(?:'ll| will)? (?:replace|send (?:you )?(?:a new|another)|swap)\b|\bfree replacement\b",
        "keep_price": r"\bprice match(?:ing)?\b|\brefund the difference\b|\bprice protection\b",
    },
}
_DAYS = {
    "当天": 1, "当日": 1, "今天": 1, "今晚": 1, "现在": 1, "马上": 1, "明天": 2, "明早": 2, "次日": 2, "第二天": 2,
    "隔天": 2, "后天": 3, "same day": 1, "today": 1, "tonight": 1, "tomorrow": 2, "next day": 2, "the next day": 2,
    "overnight": 1,
}  # fmt: skip
"""Until the end of which day, counted from now."""
_CARD = {
    "refund": re.compile(r"退|refund|money back"),
    "replace": re.compile(r"换|补|重发|replac|new one"),
    "keep_price": re.compile(r"保价|差价|price match|price protection"),
    "compensate": re.compile(r"赔|补|refund|replac"),
    "return": re.compile(r"退|return|money back"),
}
_SENDS = re.compile(r"发货|发出|寄|出库|\b(?:ships?|shipped|dispatch\w*|sent|leaves|goes out|mailed)\b")
"""Words of a fact that tells when a parcel leaves, not when it arrives."""
_HAN_FACTOR = re.compile(r"赔(\d+)|赔([一二三四五十])")
_FACTORS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "十": 10}


@dataclass(frozen=True, slots=True)
class _Card:
    """What a product's card says of delivery and after sales."""

    shipping: tuple[Fact, ...]
    after: tuple[Fact, ...]
    ships_in: Seconds | None
    returns_in: Seconds | None
    text: str


class PromiseListener:
    """Hears promises; one beyond the card also contradicts the fact it belongs to."""

    def __init__(self, scenario: Scenario, reader: Reader) -> None:
        self._language = scenario.language
        self._products = scenario.products
        self._patterns = {kind: re.compile(pattern) for kind, pattern in _PATTERNS[scenario.language].items()}
        self._cards = {product.id: _card(product, reader) for product in scenario.products}
        self._last: dict[str, Seconds] = {}

    def hear(
        self, phrase: Phrase, current: Product | None, against: Sequence[FactContradicted]
    ) -> Iterator[PromiseMade | FactContradicted]:
        """Promises of the phrase; ``against`` are contradictions already heard in it."""
        product = current or (self._products[0] if len(self._products) == 1 else None)
        view = phrase.digits
        for kind, pattern in self._patterns.items():
            for found in pattern.finditer(view.text):
                start, end = view.recognised(*found.span())
                if stance(phrase, start, end) in _UNMEANT:
                    continue
                said = phrase.span(start, end)
                if said.start - self._last.get(kind, float("-inf")) < AGAIN:
                    continue
                self._last[kind] = said.end
                within, factor = _term(found), _factor(found)
                support, truth, fact = self._judged(kind, within, factor, product)
                confidence = phrase.confidence(start, end)
                if support is Support.CONTRADICTED and confidence is not None and confidence < CLEARLY_HEARD:
                    support, fact = Support.NOT_CHECKED, None
                quote = phrase.quote(start, end)
                yield PromiseMade(
                    at=phrase.at, said=said, product=product.id if product else None, kind=kind, within=within,
                    support=support, truth=truth, quote=quote,
                )  # fmt: skip
                heard_already = any(each.said.overlaps(Span(said.start, said.end)) for each in against)
                if support is Support.CONTRADICTED and fact and product and not heard_already:
                    yield FactContradicted(at=phrase.at, said=said, product=product.id, fact=fact, quote=quote)

    def _judged(
        self, kind: str, within: Seconds | None, factor: int | None, product: Product | None
    ) -> tuple[Support, str, str | None]:
        """What the card says of it: support, its words, and the fact that a promise beyond it contradicts."""
        if product is None:
            return Support.NOT_CHECKED, "", None
        card = self._cards[product.id]
        facts = card.shipping if kind in ("ship", "arrive") else card.after
        truth = "; ".join(fact.cue for fact in facts)
        fact = facts[0].id if facts else None
        if not facts:
            return Support.MISSING, "", None
        if kind == "ship":
            if card.ships_in is None or within is None:
                return Support.NOT_CHECKED, truth, None
            # Sooner than the card holds is beyond it; later is kept all the same.
            return (Support.SUPPORTED if within >= card.ships_in else Support.CONTRADICTED), truth, fact
        if kind == "arrive":
            return Support.NOT_CHECKED, truth, None
        if kind == "return" and within is not None and card.returns_in is not None:
            return (Support.SUPPORTED if within <= card.returns_in else Support.CONTRADICTED), truth, fact
        mentioned = _CARD[kind].search(card.text)
        if mentioned and factor is not None and factor > 1:
            of_card = [int(each[0]) if each[0] else _FACTORS[each[1]] for each in _HAN_FACTOR.findall(card.text)]
            return (Support.SUPPORTED if factor <= max(of_card, default=1) else Support.CONTRADICTED), truth, fact
        return (Support.SUPPORTED if mentioned else Support.MISSING), truth, None


def _term(found: re.Match[str]) -> Seconds | None:
    groups = found.groupdict()
    day = groups.get("day") or groups.get("day2")
    if day:
        return _DAYS[day] * DAY
    for suffix in ("", "2", "3", "4"):
        number, unit = groups.get(f"n{suffix}"), groups.get(f"unit{suffix}") or ""
        if number and groups.get("how") is None:
            if unit.startswith(("小时", "钟头", "hour")):
                return int(number) * HOUR
            weeks = unit.startswith(("周", "星期", "week"))
            return int(number) * DAY * (7 if weeks else 1)
    return None


def _factor(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    return int(groups["n"]) if groups.get("how") and groups.get("n") else None


def _card(product: Product, reader: Reader) -> _Card:
    shipping = tuple(fact for fact in product.facts if fact.kind is FactKind.SHIPPING)
    after = tuple(fact for fact in product.facts if fact.kind is FactKind.AFTER_SALES)
    words = [wording for fact in (*shipping, *after) for group in fact.heard_as for wording in (fact.cue, *group)]
    words += [wording for fillings in product.slots.values() for wording in fillings]
    return _Card(
        shipping, after, _term_of(shipping, product.slots.get("ship_by", ()), "ship", reader),
        _term_of(after, (), "return", reader), " ".join(words).lower(),
    )  # fmt: skip


def _term_of(facts: Sequence[Fact], more: Sequence[str], kind: str, reader: Reader) -> Seconds | None:
    """The term that the card itself sets for this: in a promise's words, else the only term where parcels are sent."""
    pattern = re.compile(_PATTERNS[reader.language][kind])
    texts = [*(text for fact in facts for text in (fact.cue, *sum(fact.heard_as, ()))), *more]
    for text in texts:
        found = pattern.search(_digits(text, reader))
        if found is not None and (term := _term(found)) is not None:
            return term
    sent = [text for text in texts if kind == "return" or _only_sends(text.lower())]
    terms = {each.amount * HOUR for text in sent for each in measured_in(text, reader) if each.measure == "h"}
    return terms.pop() if len(terms) == 1 else None


def _only_sends(text: str) -> bool:
    """Whether it tells when a parcel leaves and nothing of when it arrives."""
    return bool(_SENDS.search(text)) and not re.search(r"到|达|arriv|deliver|\bto\b", text)


def _digits(text: str, reader: Reader) -> str:
    said = HostSpoke(at=0.0, said=Span(0.0, 1.0), text=text, words=(), engine="")
    return reader.phrase(said).digits.text
