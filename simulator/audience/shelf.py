"""What a product costs, and how much of it is left. Compiled as it stands: see ``mind``."""

from __future__ import annotations

from collections.abc import MutableSequence

from simulator.audience.room import ProductRoom


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


def count_down(product: ProductRoom, late: MutableSequence[int], tick: int) -> None:
    """Let the shop's counter show what was taken ``counter_lag`` ticks ago; ``late`` is ``taken_late``."""
    if product.counter_lag == 0:
        product.counter_taken = product.taken
        return
    place = tick % product.counter_lag
    if product.counter_holds > 0:
        product.counter_holds -= 1
    else:
        product.counter_taken = late[place]
    late[place] = product.taken


def set_counter(product: ProductRoom, units: int) -> None:
    """Let the shop's counter show so many units; what is taken from now on comes late again."""
    product.counter_taken = product.taken
    product.counter_ahead = units - product.stock
    product.counter_holds = product.counter_lag
