"""What the host does and what goes wrong, as the room takes it (sections 9, 10); compiled as it stands, see ``mind``.

``x ^ c`` of the audience model is ``x += c * (1 - x)`` here.
"""

from __future__ import annotations

from collections.abc import Sequence

from simulator.audience.acts import Cut, Input
from simulator.audience.parameters import Act, Parameters
from simulator.audience.quantile import Floats
from simulator.audience.room import NONE, NOTHING, ProductRoom, Room
from simulator.audience.shelf import on_sale
from simulator.audience.troubles import EFFECTS, Effect, Stage, Trouble, When

CUT_LEAVE = 0.6931471805599453
"""Log of 2: so much quicker viewers leave a stream without sound (audience model, 9). That attention sinks as well
follows from the silence."""
CUT_ARRIVE = -1.2039728043259361
"""Log of 0.3: so few come into a stream that stands still (comment taxonomy, network_drop)."""
WORSE = 0.5
"""What a choice that makes things worse adds to what is missed anyway, as a share of it (ours): worse than silence."""

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


def missed(cut: int, code: int) -> bool:
    """Whether an input does not reach a room that gets only part of the stream: words, and what is only seen."""
    if cut == Cut.NOTHING or code >= Input.PIN or code == Input.SPEAKING or code == Input.SILENT:
        return False
    return code != Input.DEMONSTRATION or cut == Cut.STREAM


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
        if room.speaking == 1 and room.cut == Cut.NOTHING:
            room.silent_since = at
        room.speaking = 0
    elif missed(room.cut, code):
        return
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
    elif code == Input.MUTE:
        see_muted(room, par, amount)
    elif code == Input.COMMENT_ON_TOP:
        if amount < 0:
            shift_trust(room, -par.abuse_on_top_trust * room.trust)
        elif amount > 0:
            room.discontent -= par.question_on_top_relief * room.discontent
    else:
        work_desk(room, products, troubles, par, code, product, number, amount, until, at)


def see_muted(room: Room, par: Parameters, unjust: float) -> None:
    """Others see a viewer fall silent: order kept, or a critic silenced."""
    if unjust < 0:
        shift_trust(room, -unjust * par.mute_relief * (1 - room.trust))
    else:
        shift_trust(room, -unjust * par.mute_trust * room.trust)
        upset(room, unjust * par.mute_discontent)


def work_desk(
    room: Room,
    products: Sequence[ProductRoom],
    troubles: Sequence[Trouble],
    par: Parameters,
    code: int,
    product: int,
    number: int,
    amount: float,
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
    elif code == Input.COUPON_END:
        shelf = products[product]
        shelf.coupon_until = NONE
        shelf.coupon_strength = 0.0
        shelf.coupon_off = 0
    elif code == Input.DRAWN or code == Input.STOCK_SET:
        move_stock(products[product], code, number, amount)
    elif code == Input.CUT:
        if room.speaking == 1 and room.cut == Cut.NOTHING:
            room.silent_since = at
        room.cut = number
    elif code == Input.RESTORED:
        room.cut = Cut.NOTHING
    elif code == Input.HANDLED:
        solve(room, troubles[number], at)
    elif code == Input.BUNGLED and troubles[number].stage == Stage.OPEN:
        miss(room, troubles[number], at)
        shift_trust(room, WORSE * troubles[number].missed_trust)
        upset(room, WORSE * troubles[number].missed_discontent)


def move_stock(shelf: ProductRoom, code: int, units: int, noticed: float) -> None:
    """Units sold elsewhere, or the counter set by hand: what is really there stays, so that a counter set low makes no
    scarcity true."""
    if code == Input.DRAWN:
        gone = min(units, shelf.stock)
        shelf.stock -= gone
        if noticed > 0:
            shelf.taken += gone
        else:
            shelf.counter_ahead += gone
        return
    shelf.counter_ahead = units - shelf.stock
    shelf.counter_taken = shelf.taken
    shelf.recounted = 1


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
    trouble.stage = Stage.LINGERS if now < ends(trouble) else Stage.OVER
    trouble.closed = now
    shift_trust(room, trouble.missed_trust)
    upset(room, trouble.missed_discontent)


def ends(trouble: Trouble) -> float:
    """When nothing is felt any more of a trouble that was not dealt with."""
    return trouble.opened + trouble.window + trouble.linger


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
        elif trouble.stage == Stage.LINGERS and now >= ends(trouble):
            trouble.stage = Stage.OVER
    room.price_was_wrong = 0
    room.claimed = 0.0


def gather(weather: list[float], troubles: Sequence[Trouble], cut: int, now: float) -> None:
    """Add up what all troubles do, and the loss of sound or stream (``acts.Cut``).

    One that was made worse goes on until its window is over, beside what it leaves behind: else to make it worse would
    end it sooner than to leave it alone.
    """
    for effect in range(EFFECTS):
        weather[effect] = 0.0
    for number in range(len(troubles)):
        trouble = troubles[number]
        lingers = trouble.stage == Stage.LINGERS
        if trouble.stage == Stage.OPEN or (lingers and now < trouble.opened + trouble.window):
            for effect in range(EFFECTS):
                weather[effect] += trouble.while_open[effect]
        if lingers:
            for effect in range(EFFECTS):
                weather[effect] += trouble.afterwards[effect]
    if cut != Cut.NOTHING:
        weather[Effect.LEAVE] += CUT_LEAVE
    if cut == Cut.STREAM:
        weather[Effect.ARRIVE] += CUT_ARRIVE
