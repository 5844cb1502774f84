"""D: price, invitation to buy, and the control desk."""

from __future__ import annotations

from simulator.domain.desk import (
    CommentPinned,
    CouponSent,
    PriceChanged,
    ProductPinned,
    ProductUnpinned,
    SoldOutMarked,
)
from simulator.domain.findings import (
    CallToActionMade,
    CorrectionMade,
    DiscountTold,
    PriceTold,
    PriceVerdict,
    ProductMentioned,
    QuestionAnswered,
)
from simulator.domain.judgement import Evidence, Measurement, WhyNone
from simulator.domain.scenario import FactKind, Product, RequiredOperation
from simulator.domain.session import SessionLog
from simulator.domain.units import Seconds, Span
from simulator.metrics.explanation import CORRECTED_WITHIN, TOLD, delivery_cost, facts_of, facts_told, uncorrected
from simulator.metrics.hands import own, team, was_assisted
from simulator.metrics.metric import measured, metric, not_measured
from simulator.metrics.presenting import owed, spoken_of
from simulator.metrics.speaking import unheard

SAME_INVITATION: Seconds = 20.0
"""Invitations this close to the last counted one are repeats of it (rubric D2)."""
LONG_ENOUGH: Seconds = 300.0
ENOUGH_OPERATIONS = 3
STAYS: Seconds = 10.0
"""A card that is gone sooner was not that of the product being explained (ours)."""
AROUND: Seconds = 60.0
"""How near to the click, at most, something must be said of the product (ours)."""


@metric
def price_clarity(log: SessionLog) -> Measurement:
    """Share 0..1 of the products owed whose price, unit, coupon terms and delivery were all told, and right."""
    if why := unheard(log):
        return not_measured(why)
    products = owed(log)
    if not products:
        return not_measured(WhyNone.NO_PRODUCT_PRESENTED)
    wrong = {each.product: each.evidence for each in uncorrected(log) if each.price}
    clear = 0
    evidence: list[Evidence] = []
    missing: list[str] = []
    for product in (log.scenario.product(id) for id in products):
        parts = _price_parts(log, product)
        lacking = [f"-{product.id}/{name}" for name, moment in parts.items() if moment is None]
        stands = wrong.get(product.id) or wrong.get(None) or _false_discount(log, product)
        if stands:
            lacking.append(f"-{product.id}/right_price")
            evidence.insert(0, stands)
        clear += not lacking
        missing += lacking
        evidence += [moment for moment in parts.values() if moment is not None]
    return measured(clear / len(products), evidence, missing)


@metric
def cta_per_10min(log: SessionLog) -> Measurement:
    """Invitations to buy that name the link or the steps, per 10 min on air; repeats within 20 s count once.

    None counts before something to buy was named or priced: who does not know what it is cannot be invited (ours).
    """
    if why := unheard(log):
        return not_measured(why)
    if log.length < LONG_ENOUGH:
        return not_measured(WhyNone.TOO_SHORT)
    counted: list[CallToActionMade] = []
    offered = min((event.said.start for event in log.only(ProductMentioned, PriceTold)), default=None)
    for call in log.only(CallToActionMade):
        if call.kind != "order" or not call.names_the_way or offered is None or call.said.end < offered:
            continue
        if not counted or call.said.start - counted[-1].said.start >= SAME_INVITATION:
            counted.append(call)
    return measured(600 * len(counted) / log.length, (Evidence(call.said, call.quote) for call in counted))


@metric
def ops_on_time(log: SessionLog) -> Measurement:
    """Share 0..1 of the operations the scenario requires that the host did inside their window.

    What was due while somebody else had the desk is left out.
    """
    planned = log.scenario.required_operations
    if len(planned) < ENOUGH_OPERATIONS:
        return not_measured(WhyNone.NOT_PLANNED)
    required = [each for each in planned if not was_assisted(log, each.window)]
    if len(required) < len(planned) and len(required) < ENOUGH_OPERATIONS:
        return not_measured(WhyNone.ASSISTED)
    evidence: list[Evidence] = []
    detail: list[str] = []
    done = 0
    for operation in required:
        at = _done_at(log, operation)
        if at is None:
            detail.insert(0, f"-{operation.id}")
            evidence.insert(0, Evidence(operation.window, ""))
        else:
            done += 1
            detail.append(operation.id)
            evidence.append(Evidence(Span(at, at), ""))
    return measured(done / len(required), evidence, detail)


def _price_parts(log: SessionLog, product: Product) -> dict[str, Evidence | None]:
    """The first moment each part of a clear price was told; coupon terms only where there is a coupon."""
    told = facts_told(log)

    def first(kind: FactKind) -> Evidence | None:
        moments = [told[product.id, fact] for fact in facts_of(product, kind) if (product.id, fact) in told]
        return min(moments, key=lambda moment: moment.span) if moments else None

    named = (
        Evidence(event.said, event.quote)
        for event in log.only(PriceTold)
        if event.product == product.id and event.verdict in TOLD
    )
    parts = {
        "price": first(FactKind.PRICE) or next(named, None),
        "unit": first(FactKind.SIZE),
        "shipping": delivery_cost(log, product),
    }
    if product.coupon is not None:
        parts["coupon"] = _coupon_terms(log, product)
    return parts


def _false_discount(log: SessionLog, product: Product) -> Evidence | None:
    """Money off that was clearly promised of this product, that no coupon gives, and that nobody took back in time."""
    for told in log.only(DiscountTold):
        if told.verdict is not PriceVerdict.WRONG or told.product not in (None, product.id):
            continue
        until = told.said.end + CORRECTED_WITHIN
        if not any(each.replaces.overlaps(told.said) and each.said.end <= until for each in log.only(CorrectionMade)):
            return Evidence(told.said, told.quote)
    return None


def _coupon_terms(log: SessionLog, product: Product) -> Evidence | None:
    """The first moment the coupon was explained: offered in words, told as money off, or asked about and answered."""
    for event in log.only(CallToActionMade, QuestionAnswered, DiscountTold):
        if isinstance(event, CallToActionMade):
            explained = event.kind == "coupon"
        elif isinstance(event, DiscountTold):
            explained = event.verdict in TOLD and event.product in (None, product.id)
        else:
            explained = event.category == "promo_coupon" and event.quality > 0
        if explained:
            return Evidence(event.said, event.quote)
    return None


def _done_at(log: SessionLog, operation: RequiredOperation) -> Seconds | None:
    """When a required operation was done inside its window; None when it was not."""
    product, window = operation.product, operation.window
    times: list[Seconds] = []
    match operation.kind:
        case "pin":
            clicks = [event.at for event in own(log.only(ProductPinned)) if event.product == product]
            times = [at for at in clicks if product is None or _explained(log, product, at)]
        case "unpin":
            times = [event.at for event in own(log.only(ProductUnpinned))]
            times += [event.at for event in own(log.only(ProductPinned)) if event.product != product]
        case "coupon":
            times = [event.at for event in own(log.only(CouponSent)) if event.product == product]
        case "coupon_end":
            times = [event.closes_at for event in own(log.only(CouponSent)) if event.product == product]
        case "price":
            times = [event.at for event in own(log.only(PriceChanged)) if event.product == product]
        case "sold_out":
            times = [event.at for event in own(log.only(SoldOutMarked)) if event.product == product]
        case "answer_card":
            times = [event.at for event in own(log.only(CommentPinned))]
        case _:
            pass
    # What was set up in the countdown is there when the stream begins.
    times = [max(at, 0.0) for at in times]
    return min((at for at in times if window.start <= at <= window.end), default=None)


def _explained(log: SessionLog, product: str, pinned: Seconds) -> bool:
    """Whether a card was that of the product being explained: it stayed, and something was said of the product.

    Without words nobody can tell, and the click counts.
    """
    if unheard(log):
        return True
    end = log.length
    for event in team(log.only(ProductPinned, ProductUnpinned)):
        if event.at > pinned and not (isinstance(event, ProductPinned) and event.product == product):
            end = event.at
            break
    # What is pinned with the last words of a stream stays as long as there is.
    stayed = end - pinned >= min(STAYS, log.length - pinned)
    return stayed and spoken_of(log, product, Span(pinned - AROUND, min(end, pinned + AROUND)))
