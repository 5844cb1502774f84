"""Several sessions of one room: levels fitted to each, effects shared, one crowd made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import exp, log, sqrt
from statistics import fmean, pvariance

from simulator.audience.calibration import ROLLOUTS, SEED, Calibration, Parameter, calibrate
from simulator.audience.effects import Effects, fit_effects
from simulator.audience.moments import PARAMETERS
from simulator.audience.posterior import Z80, Z95
from simulator.audience.rollouts import Mapper
from simulator.domain.room_log import RoomLog
from simulator.domain.scenario import Crowd, Levels, Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessions:
    """What the logs of one room say together."""

    each: tuple[Calibration, ...]
    parameters: tuple[Parameter, ...]
    """Means over the sessions, on the log scale; how far sessions lie apart is part of the interval."""
    effects: Effects | None
    crowd: Crowd


def fit_sessions(
    logs: Sequence[RoomLog],
    scenario: Scenario,
    *,
    with_effects: bool = False,
    seed: int = SEED,
    rollouts: int = ROLLOUTS,
    mapper: Mapper = map,
    progress: Callable[[float], None] = lambda _: None,
) -> Sessions:
    """Fit each log, and what they share where that is asked for; ``progress`` gets 0..1."""
    parts = len(logs) * (2 if with_effects else 1) + (3 * len(logs) if with_effects else 0)
    done = 0

    def say(size: int) -> Callable[[float], None]:
        return lambda share: progress((done + size * share) / parts)

    def fitted(levels: Levels | None) -> list[Calibration]:
        nonlocal done
        found = []
        for each in logs:
            found.append(
                calibrate(each, scenario, seed=seed, rollouts=rollouts, effects=levels, mapper=mapper, progress=say(1))
            )
            done += 1
        return found

    each = fitted(None)
    effects = None
    if with_effects:
        effects = fit_effects([(one.room, one.posterior.mean) for one in each], seed=seed, progress=say(3 * len(logs)))
        done += 3 * len(logs)
        each = fitted(effects.levels())
    return Sessions(
        each=tuple(each),
        parameters=tuple(_together([one.parameter(name) for one in each]) for name in PARAMETERS),
        effects=effects,
        crowd=_crowd([one.crowd for one in each]),
    )


def _together(found: Sequence[Parameter]) -> Parameter:
    fitted = [each for each in found if each.value is not None]
    if len(found) == 1 or not fitted:
        return found[0]
    mean = fmean(each.log_value for each in fitted)
    apart = pvariance([each.log_value for each in fitted]) if len(fitted) > 1 else 0.0
    sd = sqrt((fmean(each.log_sd**2 for each in fitted) + apart) / len(fitted))
    return replace(
        fitted[0],
        value=exp(mean),
        log_value=mean,
        log_sd=sd,
        interval_80=(exp(mean - Z80 * sd), exp(mean + Z80 * sd)),
        interval_95=(exp(mean - Z95 * sd), exp(mean + Z95 * sd)),
    )


def _crowd(crowds: Sequence[Crowd]) -> Crowd:
    """Arrivals and levels at their geometric means."""
    levels = [crowd.levels for crowd in crowds if crowd.levels is not None]
    means = {
        name: exp(fmean(log(getattr(each, name)) for each in levels))
        for name in ("leave", "click", "purchase", "comment", "ask")
    }
    entries = exp(fmean(log(crowd.entries_per_min) for crowd in crowds))
    return replace(crowds[0], entries_per_min=entries, levels=replace(levels[0], **means))
