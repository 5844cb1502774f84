"""What the room knows and feels, and how that moves: one source for the plain and the compiled engine.

Every function here reads and writes plain fields of the room, of its products and its troubles, in the part of Python
that a compiler understands, and uses no mathematics but that of ``exponential``: so both engines add the same numbers
in the same order. Section numbers are those of the audience model. ``x ^ c`` there is ``x += c * (1 - x)`` here.
"""

from __future__ import annotations

from collections.abc import Sequence

from simulator.audience.acts import Input
from simulator.audience.exponential import exp, log
from simulator.audience.mood import Fades, Mood
from simulator.audience.parameters import Act, Parameters
from simulator.audience.quantile import Floats
from simulator.audience.room import NONE, NOTHING, TOPICS, UNASKED, ProductRoom, Room
from simulator.audience.troubles import EFFECTS, Effect, Stage, Trouble, When
from simulator.domain.scenario import Topic

# ------------------------------------------------------------------------------------ the shelf


def asking_price(product: ProductRoom) -> int:
    """The price in force, coupon taken off, in hundredths; never nothing."""
    return max(product.price - product.coupon_off, 1)


def on_sale(product: ProductRoom) -> int:
    """Units that can be ordered."""
    return 0 if product.sold_out == 1 else product.stock


def counter(product: ProductRoom) -> int:
    """Units the shop's counter shows."""
    if product.sold_out == 1:
        return 0
    return max(product.stock + product.taken - product.counter_taken + product.counter_ahead, 0)


def count_down(product: ProductRoom, tick: int) -> None:
    """Let the shop's counter show what was taken ``counter_lag`` ticks ago."""
    if product.counter_lag == 0:
        product.counter_taken = product.taken
        return
    place = tick % product.counter_lag
    product.counter_taken = product.taken_late[place]
    product.taken_late[place] = product.taken


# ------------------------------------------------------------------------------------ what the host does (10)


def used(room: Room, par: Parameters, act: int) -> float:
    """The freshness of an act, which wears off by being used."""
    fresh = room.freshness[act]
    room.freshness[act] = fresh * par.wear[act]
    return fresh


def interest(room: Room, share: float) -> None:
    room.attention += share * (1 - room.attention)


def understand(product: ProductRoom, share: float) -> None:
    product.understanding += share * (1 - product.understanding)


def upset(room: Room, share: float) -> None:
    room.discontent += share * (1 - room.discontent)


def shift_trust(room: Room, change: float) -> None:
    room.trust = min(max(room.trust + change, 0.0), 1.0)


def take(
    room: Room,
    products: Sequence[ProductRoom],
    heard_points: Floats,
    troubles: Sequence[Trouble],
    par: Parameters,
    code: int,
    product: int,
    number: int,
    amount: float,
    until: float,
    at: float,
) -> None:
    """Let the room take one input in; ``Input`` says what the numbers mean."""
    if code == Input.SPEAKING:
        room.speaking = 1
    elif code == Input.SILENT:
        if room.speaking == 1:
            room.silent_since = at
        room.speaking = 0
    elif code == Input.MENTION:
        fresh = used(room, par, Act.MENTION)
        if product != NOTHING:
            understand(products[product], par.mention_understanding * fresh)
        interest(room, par.mention_attention * fresh)
    elif code == Input.POINT:
        new = 1 - par.habituation * float(heard_points[product, number])
        understand(products[product], par.point_understanding * amount * new)
        heard_points[product, number] = 1.0
    elif code == Input.SERVICE:
        room.service += par.point_service * amount * (1 - room.service)
    elif code == Input.PRICE:
        if product != NOTHING:
            fresh = used(room, par, Act.PRICE)
            shelf = products[product]
            shelf.price_clarity += par.price_clarity * fresh * (1 - shelf.price_clarity)
    elif code == Input.WRONG_PRICE:
        shift_trust(room, -par.wrong_price_trust * room.trust)
        upset(room, par.wrong_price_discontent)
        room.price_was_wrong = 1
    elif code == Input.ANSWER:
        if amount > room.answer_quality[number]:
            room.answer_quality[number] = amount
            room.answer_at[number] = at
    elif code == Input.CALL:
        fresh = used(room, par, Act.CALL_TO_ACTION)
        room.pulse = max(room.pulse, fresh)
        interest(room, par.call_attention * fresh)
    elif code == Input.DEMONSTRATION:
        fresh = used(room, par, Act.DEMONSTRATION)
        shift_trust(room, par.show_trust * fresh * (1 - room.trust))
        if room.focus != NOTHING:
            understand(products[room.focus], par.show_understanding * fresh)
        interest(room, par.show_attention * fresh)
    elif code == Input.GREETING:
        interest(room, par.greet_attention * used(room, par, Act.GREETING))
    elif code == Input.CLAIM:
        shift_trust(room, -par.claim_trust * amount * room.trust)
        upset(room, par.claim_discontent * amount)
        room.claimed = max(room.claimed, amount)
    elif code == Input.FALSE_URGENCY:
        room.false_urgency += par.false_urgency * (1 - room.false_urgency)
        shift_trust(room, -par.false_urgency_trust * room.trust)
    elif code == Input.FILLER:
        room.attention -= par.filler_attention * amount * room.attention
    else:
        work_desk(room, products, troubles, par, code, product, number, until, at)


def work_desk(
    room: Room,
    products: Sequence[ProductRoom],
    troubles: Sequence[Trouble],
    par: Parameters,
    code: int,
    product: int,
    number: int,
    until: float,
    at: float,
) -> None:
    """What is done rather than said."""
    if code == Input.PIN:
        # Pinning one product again and again tells nothing.
        if product != room.last_focus:
            interest(room, par.card_attention)
        room.focus = product
        room.last_focus = product
        room.focus_at = at
    elif code == Input.UNPIN:
        room.focus = NOTHING
        room.focus_at = NONE
    elif code == Input.COUPON:
        fresh = used(room, par, Act.COUPON)
        shelf = products[product]
        shelf.coupon_at = at
        shelf.coupon_until = until
        shelf.coupon_strength = fresh
        shelf.coupon_off = min(number, shelf.price - 1)
        interest(room, par.coupon_attention * fresh)
    elif code == Input.COUNTDOWN:
        if room.focus != NOTHING:
            shelf = products[room.focus]
            shelf.countdown_at = at
            shelf.countdown_until = until
            shelf.countdown_strength = used(room, par, Act.COUNTDOWN)
    elif code == Input.LOTTERY:
        fresh = used(room, par, Act.LOTTERY)
        room.lottery_at = at
        room.lottery_until = until
        interest(room, par.lottery_attention * fresh)
    elif code == Input.LIST_PRICE:
        products[product].price = max(number, 1)
        products[product].price_changed_at = at
    elif code == Input.SOLD_OUT:
        products[product].sold_out = 1
    elif code == Input.RESTOCK:
        products[product].stock += number
        products[product].sold_out = 0
    elif code == Input.HANDLED:
        solve(room, troubles[number], at)
    elif code == Input.BUNGLED and troubles[number].stage == Stage.OPEN:
        miss(room, troubles[number], at)


# ------------------------------------------------------------------------------------ troubles (9)


def start(room: Room, trouble: Trouble, now: float) -> None:
    trouble.stage = Stage.OPEN
    trouble.opened = now
    shift_trust(room, trouble.open_trust)
    upset(room, trouble.open_discontent)


def solve(room: Room, trouble: Trouble, now: float) -> None:
    """End a trouble well; one that is not open is left as it is."""
    if trouble.stage == Stage.OPEN:
        trouble.stage = Stage.OVER
        trouble.closed = now
        trouble.solved = 1
        shift_trust(room, trouble.solved_trust * (1 - room.trust))


def miss(room: Room, trouble: Trouble, now: float) -> None:
    """End a trouble badly: its window passed, or what was done made it worse."""
    trouble.stage = Stage.LINGERS if trouble.linger > 0 else Stage.OVER
    trouble.closed = now
    shift_trust(room, trouble.missed_trust)
    upset(room, trouble.missed_discontent)


def watch(room: Room, products: Sequence[ProductRoom], troubles: Sequence[Trouble], waiting: int, now: float) -> None:
    """Open what is due and end what has run out; ``waiting`` viewers wait for an answer."""
    for number in range(len(troubles)):
        trouble = troubles[number]
        if trouble.stage == Stage.TO_COME:
            due = False
            if trouble.when == When.MOMENT:
                due = now >= trouble.opens
            elif trouble.when == When.WRONG_PRICE:
                due = room.price_was_wrong == 1
            elif trouble.when == When.CLAIM:
                due = room.claimed > 0 and room.claimed >= trouble.threshold
            elif trouble.when == When.STOCK_OUT:
                product = trouble.product if trouble.product != NOTHING else room.focus
                due = product != NOTHING and product == room.focus and on_sale(products[product]) <= 0
                due = due and products[product].sold_out == 0
            elif trouble.when == When.FLOOD:
                due = waiting >= trouble.threshold
            if due:
                start(room, trouble, now)
        elif trouble.stage == Stage.OPEN:
            if now >= trouble.opened + trouble.window:
                miss(room, trouble, now)
        elif trouble.stage == Stage.LINGERS and now >= trouble.closed + trouble.linger:
            trouble.stage = Stage.OVER
    room.price_was_wrong = 0
    room.claimed = 0.0


def gather(weather: list[float], troubles: Sequence[Trouble]) -> None:
    """Add up what all troubles do."""
    for effect in range(EFFECTS):
        weather[effect] = 0.0
    for number in range(len(troubles)):
        trouble = troubles[number]
        if trouble.stage == Stage.OPEN:
            for effect in range(EFFECTS):
                weather[effect] += trouble.while_open[effect]
        elif trouble.stage == Stage.LINGERS:
            for effect in range(EFFECTS):
                weather[effect] += trouble.afterwards[effect]


# ------------------------------------------------------------------------------------ a tick begins (3, steps 1 and 2)


def is_silent(room: Room, par: Parameters, now: float) -> bool:
    """Whether nobody has spoken for so long that the room minds."""
    return room.speaking == 0 and now - room.silent_since >= par.silence_after_s


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
    if room.focus != NOTHING:
        # The card says what it costs: whatever is told of the price adds to that.
        shown = products[room.focus]
        shown.price_clarity = max(shown.price_clarity, par.card_price_floor)


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
        clear = products[focus].price_clarity
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
