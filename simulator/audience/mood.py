"""What follows from the room for one tick: factors of the rates, and how covariates fade. Never kept."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.audience.exponential import exp
from simulator.audience.parameters import Parameters
from simulator.audience.room import TOPICS


@dataclass(slots=True)
class Mood:
    """The derived covariates of one tick (4.1), and the factors common to all types (4.2)."""

    discount: list[float]
    """By product, in log points."""
    urgency: list[float]
    """By product."""
    cart_buys: list[float]
    """By product: rate of orders from the cart."""
    unknown: list[float]
    """By topic: how much viewers have to ask."""
    a: float = 0.0
    """Attention less one half."""
    tau: float = 0.0
    """Trust less one half."""
    clear: float = 0.0
    """How clear the price of the product on screen is."""
    understood: float = 0.0
    proof: float = 0.0
    flees: float = 1.0
    settles: float = 1.0
    leaves: float = 1.0
    asks: float = 1.0
    clicks: float = 0.0
    appeal: float = 0.0
    puts_back: float = 0.0
    pays: float = 0.0
    cancels: float = 0.0
    comments: float = 1.0
    likes: float = 0.0
    follows: float = 0.0

    @classmethod
    def of(cls, products: int) -> Mood:
        return cls([0.0] * products, [0.0] * products, [0.0] * products, [0.0] * TOPICS)


@dataclass(frozen=True, slots=True)
class Fades:
    """What is left of each covariate after one tick."""

    acts: tuple[float, ...]
    attention: float
    attention_silent: float
    trust: float
    discontent: float
    service: float
    pulse: float
    false_urgency: float
    proof: float
    excitation: float

    @classmethod
    def of(cls, par: Parameters) -> Fades:
        def keep(fade_s: float) -> float:
            return exp(-par.tick_s / fade_s)

        return cls(
            acts=tuple(keep(recover) for recover in par.recover_s),
            attention=keep(par.attention_fade_s),
            attention_silent=keep(par.attention_fade_silent_s),
            trust=keep(par.trust_fade_s),
            discontent=keep(par.discontent_fade_s),
            service=keep(par.service_fade_s),
            pulse=keep(par.pulse_fade_s),
            false_urgency=keep(par.false_urgency_fade_s),
            proof=keep(par.proof_fade_s),
            excitation=keep(par.excitation_fade_s),
        )
