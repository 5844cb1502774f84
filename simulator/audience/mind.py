"""What the room knows and feels, and how that moves its viewers (sections 2 to 4 of the audience model).

One source for the plain and the compiled engine: every function reads and writes plain fields of the room, of its
products and its troubles, in the part of Python that a compiler understands, and uses no mathematics but that of
``exponential``. So both engines add the same numbers in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence

from simulator.audience.acts import Cut
from simulator.audience.exponential import exp, log
from simulator.audience.impressions import interest, shift_trust, understand, upset
from simulator.audience.mood import Fades, Mood
from simulator.audience.parameters import Parameters
from simulator.audience.quantile import Floats
from simulator.audience.room import NONE, NOTHING, TOPICS, UNASKED, ProductRoom, Room
from simulator.audience.shelf import asking_price, counter, on_sale
from simulator.audience.troubles import Effect
from simulator.domain.scenario import Topic

# ------------------------------------------------------------------------------------ a tick begins (3, steps 1 and 2)


def is_silent(room: Room, par: Parameters, now: float) -> bool:
    """Whether nobody has been heard for so long that the room minds."""
    return (room.speaking == 0 or room.cut != Cut.NOTHING) and now - room.silent_since >= par.silence_after_s


def relax(
    room: Room, products: Sequence[ProductRoom], par: Parameters, fades: Fades, weather: Sequence[float], now: float
) -> None:
    """Let the covariates of one tick go their way, and end what has run out."""
    if is_silent(room, par, now):
        target = par.attention_silent
        keep = fades.attention_silent
    else:
        target = par.attention_spoken
        keep = fades.attention
    target = max(0.0, target + weather[Effect.ATTENTION])
    room.attention = target + (room.attention - target) * keep
    room.trust = 0.5 + (room.trust - 0.5) * fades.trust
    if weather[Effect.TRUST] != 0.0:
        shift_trust(room, weather[Effect.TRUST] * par.tick_s)
    room.discontent *= fades.discontent
    room.service *= fades.service
    room.pulse *= fades.pulse
    room.false_urgency *= fades.false_urgency
    for act in range(len(room.freshness)):
        room.freshness[act] = 1 - (1 - room.freshness[act]) * fades.acts[act]
    if room.lottery_until != NONE and now >= room.lottery_until:
        room.lottery_until = NONE
    for number in range(len(products)):
        product = products[number]
        if product.coupon_until != NONE and now >= product.coupon_until:
            product.coupon_until = NONE
            product.coupon_strength = 0.0
            product.coupon_off = 0
        if product.countdown_until != NONE and now >= product.countdown_until:
            product.countdown_until = NONE
            product.countdown_strength = 0.0


def feel(room: Room, products: Sequence[ProductRoom], par: Parameters, weather: Sequence[float], mood: Mood) -> None:
    """The derived covariates (4.1), and the factors of all rates (4.2) that are the same for every type."""
    a = room.attention - 0.5
    tau = room.trust - 0.5
    discontent = room.discontent
    clear = 0.0
    understood = 0.0
    proof = 0.0
    focus = room.focus
    if focus != NOTHING:
        clear = max(products[focus].price_clarity, par.card_price_floor)
        understood = products[focus].understanding
        proof = min(1.0, par.proof_scale * products[focus].proof)
    for number in range(len(products)):
        product = products[number]
        price = asking_price(product)
        discount = 0.0 if price == product.list_price else log(product.list_price / price)
        left = counter(product)
        scarce = par.urgency_scarce * (1 - left / par.scarce_below) if 0 < left <= par.scarce_below else 0.0
        calm = 1 - par.urgency_coupon * product.coupon_strength
        calm = calm * (1 - par.urgency_countdown * product.countdown_strength)
        calm = calm * (1 - scarce) * (1 - par.urgency_false * room.false_urgency)
        mood.discount[number] = discount
        mood.urgency[number] = 1 - calm
        buying = 0.0
        if on_sale(product) > 0:
            buying = par.cart_order_rate * exp(
                par.cart_urgency * (1 - calm)
                + par.cart_pulse * room.pulse
                + par.cart_trust * tau
                + par.cart_discount * discount
                + weather[Effect.BUY]
            )
        mood.cart_buys[number] = buying
    mood.a = a
    mood.tau = tau
    mood.clear = clear
    mood.understood = understood
    mood.proof = proof
    unknown = mood.unknown
    unknown[Topic.PRICE] = 1 - clear
    unknown[Topic.SPECIFICATION] = 1 - understood
    unknown[Topic.FIT] = 1 - understood
    unknown[Topic.USE] = 1 - understood
    unknown[Topic.TRUST] = 1 - room.trust
    unknown[Topic.SHIPPING] = 1 - room.service
    unknown[Topic.RETURNS] = 1 - room.service
    unknown[Topic.AVAILABILITY] = par.ask_availability
    for topic in range(TOPICS):
        if weather[Effect.ASK + topic] != 0.0:
            unknown[topic] = unknown[topic] * exp(weather[Effect.ASK + topic])
    lottery = room.lottery_until != NONE
    mood.flees = exp(-par.enter_leave_attention * a + weather[Effect.LEAVE])
    mood.settles = exp(par.settle_attention * a)
    mood.leaves = exp(
        -par.leave_attention * a
        - par.leave_trust * tau
        + par.leave_discontent * discontent
        - (par.leave_lottery if lottery else 0.0)
        + weather[Effect.LEAVE]
    )
    mood.asks = exp(par.ask_attention * a)
    mood.clicks = 0.0
    mood.appeal = 0.0
    if focus != NOTHING:
        mood.clicks = exp(
            par.click_attention * a
            + par.click_understanding * (understood - 0.5)
            + par.click_price * (clear - 0.5)
            + par.click_pulse * room.pulse
            + par.click_proof * proof
            - par.click_discontent * discontent
            + par.click_discount * mood.discount[focus]
            + weather[Effect.CLICK]
        )
        mood.appeal = (
            par.buy_trust * tau
            + par.buy_understanding * (understood - 0.5)
            + par.buy_price * (clear - 0.5)
            + par.buy_urgency * mood.urgency[focus]
            + par.buy_pulse * room.pulse
            + par.buy_proof * proof
            - par.buy_discontent * discontent
            + weather[Effect.BUY]
        )
    mood.puts_back = par.cart_back_rate * exp(weather[Effect.ABANDON])
    mood.pays = par.pay_rate * exp(par.pay_trust * tau + weather[Effect.PAY])
    mood.cancels = par.cancel_rate * exp(weather[Effect.CANCEL])
    mood.comments = exp(par.comment_attention * a + weather[Effect.COMMENT])
    if lottery:
        mood.comments = mood.comments * (1 + par.comment_lottery)
    mood.likes = exp(par.like_attention * a) * par.tick_s
    mood.follows = exp(par.follow_trust * tau + par.follow_attention * a) * par.tick_s


# ------------------------------------------------------------------------------------ a tick ends (4.3, 4.4)


def refund_chance(room: Room, product: ProductRoom, par: Parameters, weather: Sequence[float]) -> float:
    """The chance that goods paid for now come back (4.4)."""
    logit = (
        par.refund_logit
        - par.refund_trust * (room.trust - 0.5)
        - par.refund_understanding * (product.understanding - 0.5)
        + par.refund_false_urgency * room.false_urgency
        + par.refund_discontent * room.discontent
        + weather[Effect.REFUND]
    )
    return 1 / (1 + exp(-logit))


def dilute(
    room: Room, products: Sequence[ProductRoom], heard_points: Floats, heard_answers: Floats, keep: float
) -> None:
    """Who settles now knows nothing yet (2.3); ``keep`` is the share of those settled who were there before."""
    room.service *= keep
    heard_points *= keep
    heard_answers *= keep
    for number in range(len(products)):
        products[number].understanding *= keep
        products[number].price_clarity *= keep


def sour(room: Room, par: Parameters, waiting: int, online: int) -> None:
    """Waiting questions sour the room."""
    upset(room, par.waiting_discontent * par.tick_s * min(1.0, par.waiting_scale * waiting / online))


def relieve(room: Room, par: Parameters, resolved: int, online: int) -> None:
    """How getting their answers moves those who waited, and those who saw it."""
    quality = 0.0
    for topic in range(TOPICS):
        quality = max(quality, room.answer_quality[topic])
    share = min(1.0, resolved / (par.resolved_scale * max(online, 1)))
    shift_trust(room, par.resolved_trust * quality * share * (1 - room.trust))
    interest(room, par.resolved_attention * share)
    room.discontent -= par.resolved_discontent * share * room.discontent


def learn(room: Room, products: Sequence[ProductRoom], heard_answers: Floats, par: Parameters) -> None:
    """What an answer tells everybody, whether or not anybody waited for it."""
    for topic in range(TOPICS):
        quality = room.answer_quality[topic]
        if quality == UNASKED:
            continue
        told = quality * (1 - par.habituation * float(heard_answers[topic]))
        heard_answers[topic] = 1.0
        if topic == Topic.TRUST:
            shift_trust(room, par.answer_trust * told * (1 - room.trust))
        elif topic == Topic.SHIPPING or topic == Topic.RETURNS:
            room.service += par.answer_service * told * (1 - room.service)
        elif room.focus != NOTHING:
            shown = products[room.focus]
            if topic == Topic.PRICE:
                shown.price_clarity += par.answer_price * told * (1 - shown.price_clarity)
            elif topic != Topic.AVAILABILITY:
                understand(shown, par.answer_understanding * told)
        room.answer_quality[topic] = UNASKED
