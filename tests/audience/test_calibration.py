"""A room fitted to a log gives the log's levels back, and says what it could not know."""

import json
from dataclasses import replace
from math import exp, log
from pathlib import Path

import pytest

from simulator.assets import assets_folder
from simulator.audience.calibration import Calibration, calibrate
from simulator.audience.hosts import novice
from simulator.audience.limits import mistakes
from simulator.audience.parameters import DEFAULT, Parameters
from simulator.audience.reference import reference_scenario
from simulator.domain.room_log import Act, Figure, RoomLog
from simulator.storage import content
from tests.audience.logged import at_levels, logged

ROOM = reference_scenario(entries_per_min=1500)
HOST = novice(ROOM, ROOM.length)
TRUTH = {"arrival": 0.3, "leave": -0.15, "click": 0.2, "purchase": 0.3, "comment": -0.25, "ask": 0.35}


def fit(made: RoomLog) -> Calibration:
    return calibrate(made, ROOM, host=HOST, rollouts=16, noise_rollouts=60, draws=6)


@pytest.fixture(scope="module")
def made() -> RoomLog:
    return logged(at_levels(ROOM, TRUTH), HOST, seed=31)


@pytest.fixture(scope="module")
def fitted(made: RoomLog) -> Calibration:
    return fit(made)


def test_the_levels_come_back_within_what_is_uncertain(fitted: Calibration) -> None:
    assert fitted.converged
    for name in ("leave", "click", "purchase", "comment", "ask"):
        found = fitted.parameter(name)
        assert found.value == pytest.approx(exp(found.log_value))
        assert abs(found.log_value - TRUTH[name]) < 4 * found.log_sd, name
        assert found.interval_95[0] < found.interval_80[0] < found.value < found.interval_80[1] < found.interval_95[1]
        assert found.log_sd < 0.3
    assert abs(log(fitted.crowd.entries_per_min / 1500) - TRUTH["arrival"]) < 0.06


def test_the_fitted_room_does_what_the_log_did(fitted: Calibration, made: RoomLog) -> None:
    assert fitted.coverage is not None and fitted.coverage > 0.75
    for check in fitted.checks:
        assert check.observed == pytest.approx(made.total(check.figure))
        assert check.interval_90[0] <= check.simulated <= check.interval_90[1]
        assert abs(log(check.simulated / check.observed)) < 0.35, check.figure


def test_the_same_log_gives_the_same_room(made: RoomLog, fitted: Calibration) -> None:
    assert fit(made).parameters == fitted.parameters


def test_what_the_log_does_not_have_stays_where_it_was(made: RoomLog) -> None:
    poor = replace(made, figures={each: made.figures[each] for each in (Figure.ONLINE, Figure.ENTERED, Figure.CLICKS)})
    found = fit(poor)
    for name in ("purchase", "comment", "ask"):
        parameter = found.parameter(name)
        assert parameter.value is None
        # Clicks tell a little of orders, by way of social proof: hence not the prior to the digit.
        assert parameter.interval_95 == pytest.approx(parameter.prior_95, rel=0.05)
    assert found.parameter("click").value is not None
    assert found.crowd.levels is not None and found.crowd.levels.comment == pytest.approx(1.0)
    assert {check.figure for check in found.checks} <= {Figure.ONLINE, Figure.ENTERED, Figure.CLICKS}


def test_blank_minutes_are_left_out_and_not_counted_as_nothing(made: RoomLog, fitted: Calibration) -> None:
    comments = list(made.figures[Figure.COMMENTS])
    comments[3] = comments[7] = None
    gappy = replace(made, figures={**made.figures, Figure.COMMENTS: tuple(comments)})
    whole, holed = fitted.parameter("comment"), fit(gappy).parameter("comment")
    assert abs(whole.log_value - holed.log_value) < 2 * holed.log_sd


def test_a_host_in_the_log_is_played_and_a_missing_one_is_assumed(made: RoomLog) -> None:
    silent = replace(made, acts={Act.SPEAKING_S: (0.0,) * made.steps})
    assumed = calibrate(made, ROOM, rollouts=4, noise_rollouts=20, draws=2).room.timeline
    told = calibrate(silent, ROOM, rollouts=4, noise_rollouts=20, draws=2).room.timeline
    assert Act.SPEAKING_S in assumed.assumed and Act.SPEAKING_S not in told.assumed


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"hawkes_rate": 0.1}, "hawkes_rate"),
        ({"click": (0.1, 0.1, -0.1, 0.1, 0.1)}, "click"),
        ({"give_up_rate": -0.01}, "give_up_rate"),
        ({"shares": (0.5, 0.2, 0.2, 0.2, 0.2)}, "shares"),
        ({"shares": (1.2, -0.2, 0.0, 0.0, 0.0)}, "shares"),
        ({"node_weights": (0.3, 0.3, 0.3)}, "node_weights"),
        ({"topics": ((0.1,) * 8, *DEFAULT.topics[1:])}, "topics[0]"),
        ({"trust_fade_s": 0.0}, "trust_fade_s"),
        ({"tick_s": 0.0}, "tick_s"),
        ({"buy_trust": float("nan")}, "buy_trust"),
        ({"leave_trust": float("inf")}, "leave_trust"),
    ],
)
def test_numbers_that_make_no_room_are_refused_by_name(changes: dict[str, object], named: str) -> None:
    with pytest.raises(ValueError, match="^" + named.replace("[", r"\[").replace("]", r"\]") + ":"):
        Parameters(**changes)  # type: ignore[arg-type]


def test_the_model_as_it_stands_is_a_room() -> None:
    assert mistakes(DEFAULT) == ()


def test_a_chat_that_nearly_runs_away_is_cautioned(tmp_path: Path) -> None:
    tree = json.loads((assets_folder() / "scenarios" / "S01.json").read_text("utf-8"))
    file = tmp_path / "S01.json"
    for branching, said in ((0.5, []), (0.85, [("crowd.levels.branching", "branching_high")])):
        tree["crowd"]["levels"] = {"branching": branching}
        file.write_text(json.dumps(tree), "utf-8")
        (found,) = content.check(file)
        assert found.mistakes == ()
        assert [(caution.path, caution.code) for caution in found.cautions] == said
