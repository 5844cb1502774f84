"""Mistakes in content files, as sentences: where, what, and what stood there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from simulator.ui.plain import shown

translate = QCoreApplication.translate

LONGEST_FOUND = 80


def mistake(code: str, found: str) -> str:
    """What is wrong, and what stood there or was expected."""
    words = mistake_sentences().get(code, shown(code, 40))
    return f"{words} ({shown(found, LONGEST_FOUND)})" if found else words


def mistake_sentences() -> dict[str, str]:
    """By code, to stand behind the place: "price: is a negative price"."""
    return {
        "missing": translate("mistakes", "is missing"),
        "unknown_field": translate("mistakes", "is not a field of this file"),
        "wrong_type": translate("mistakes", "has the wrong type"),
        "not_one_of": translate("mistakes", "is not one of the allowed values"),
        "too_small": translate("mistakes", "is too small"),
        "too_large": translate("mistakes", "is too large"),
        "too_short": translate("mistakes", "is too short"),
        "too_long": translate("mistakes", "is too long"),
        "bad_form": translate("mistakes", "is not written in the expected form"),
        "not_a_number": translate("mistakes", "is not a finite number"),
        "minus_zero": translate("mistakes", "is minus zero"),
        "same_key_twice": translate("mistakes", "is given twice in one object"),
        "lone_surrogate": translate("mistakes", "holds half of a surrogate pair"),
        "nul": translate("mistakes", "holds a NUL character"),
        "price_negative": translate("mistakes", "is a negative price"),
        "price_decimals": translate("mistakes", "is a price with more than two decimals"),
        "price_form": translate("mistakes", "is not a price"),
        "schema_unknown": translate("mistakes", "names no kind of content file"),
        "schema_newer": translate("mistakes", "was written for a newer version of this program"),
        "twice": translate("mistakes", "is used twice"),
        "no_such_product": translate("mistakes", "names a product that is not in this file"),
        "no_such_fact": translate("mistakes", "names a fact that is not on the card"),
        "no_such_segment": translate("mistakes", "names a segment that is not in the run of show"),
        "no_such_rubric": translate("mistakes", "names a rubric that does not exist"),
        "no_such_profile": translate("mistakes", "names a profile that the rubric does not have"),
        "no_such_criterion": translate("mistakes", "names a criterion that the rubric does not have"),
        "no_such_level": translate("mistakes", "names a level that the rubric does not have"),
        "no_such_metric": translate("mistakes", "names a metric that this program does not have"),
        "gate_blind": translate("mistakes", "is in force although what the gate looks at is switched off"),
        "no_such_dimension": translate("mistakes", "names a dimension that the rubric does not have"),
        "no_such_incident": translate("mistakes", "names an incident that the comment taxonomy does not have"),
        "no_such_category": translate("mistakes", "names a category that does not exist"),
        "no_such_preset": translate("mistakes", "names an audience preset that does not exist"),
        "fact_kind_missing": translate("mistakes", "lacks a mandatory fact of this kind"),
        "history_short": translate("mistakes", "covers too few days"),
        "history_gap": translate("mistakes", "does not join the days before"),
        "history_not_now": translate("mistakes", "does not end with today's price"),
        "history_of_new": translate("mistakes", "must be empty for a new product"),
        "slot_missing": translate("mistakes", "lacks a filling the comments need"),
        "slot_price": translate("mistakes", "does not show the product's price"),
        "lengths": translate("mistakes", "do not add up to the length of the session"),
        "outside": translate("mistakes", "falls outside the session"),
        "order": translate("mistakes", "ends before it begins"),
        "coupon_missing": translate("mistakes", "needs a coupon on the product"),
        "coupon_too_big": translate("mistakes", "takes off more than the price"),
        "questions_many": translate("mistakes", "brings more questions a minute than a beginner can answer"),
        "acceptable_breaks": translate("mistakes", "breaks the rule it should keep"),
        "real_name": translate("mistakes", "carries a name, account or number of the real world"),
        "other_language": translate("mistakes", "is not in the language of the room"),
        "words_break": translate("mistakes", "breaks a rule of the market, and hosts would say it"),
        "traps_few": translate("mistakes", "holds too few traps"),
        "no_document": translate("mistakes", "rests on no document on file"),
        "window_cut": translate("mistakes", "leaves its incident less time than its kind gives"),
        "no_answer": translate("mistakes", "can be answered neither by word nor at the control desk"),
        "pool_small": translate("mistakes", "leaves nothing to draw: the pool is no larger"),
        "nothing_withheld": translate("mistakes", "holds none of the papers an exam can withhold"),
        "exam_time": translate("mistakes", "does not keep the times of an exam"),
        "not_drawn": translate("mistakes", "cannot be drawn"),
        "region_joke": translate("mistakes", "makes fun of a region or of how people there speak"),
        "nothing_solves": translate("mistakes", "hold none that solves it"),
        "lingers_without": translate("mistakes", "does not go with what it leaves afterwards: both or neither"),
        "no_such_number": translate("mistakes", "names a number that is not given"),
        "no_basis": translate("mistakes", "does not say where this number comes from"),
        "not_with_when": translate("mistakes", "does not go with what sets it going"),
        "weights": translate("mistakes", "do not add up"),
        "bands": translate("mistakes", "leave a gap or overlap"),
        "pattern_broken": translate("mistakes", "is not a regular expression"),
        "pattern_slow": translate("mistakes", "backtracks without end"),
        "pattern_empty": translate("mistakes", "matches nothing at all, and so everywhere"),
        "no_such_word": translate("mistakes", "calls for a list of words that the pack does not have"),
        "no_such_market": translate("mistakes", "names a market that the pack is not for"),
        "example_missed": translate("mistakes", "is not found, although it should be"),
        "example_hit": translate("mistakes", "is found, although it is fine"),
        "exception_idle": translate("mistakes", "is fine without this exception too: it shows nothing"),
        "price_zero": translate("mistakes", "is a price of nothing"),
        "arrivals_many": translate("mistakes", "brings more viewers than a session can hold"),
        "branching_one": translate("mistakes", "must stay below 1: comments would draw comments without end"),
        "branching_high": translate(
            "mistakes", "is above .8: one comment may set off a storm that has nothing to do with the host"
        ),
        "id_taken": translate("mistakes", "is the id of a scenario that came with the program"),
        "id_reserved": translate("mistakes", "cannot be the name of a file"),
        "negative": translate("mistakes", "is negative"),
        "number_form": translate("mistakes", "is not a number"),
        "time_form": translate("mistakes", "is not a time"),
        "time_ambiguous": translate("mistakes", "may be minutes and seconds or hours and minutes: write h:mm:ss"),
        "time_order": translate("mistakes", "is not later than the line before"),
        "time_uneven": translate("mistakes", "does not stand on the step of the other lines"),
        "step_wrong": translate("mistakes", "makes a step from line to line that is not between 10 s and 10 minutes"),
        "log_long": translate("mistakes", "makes the log longer than a day"),
        "rows_few": translate("mistakes", "is followed by fewer than three lines of numbers"),
        "total_falls": translate("mistakes", "falls, although it is a running total"),
        "nobody_counted": translate("mistakes", "has no column of viewers"),
        "more_than": translate("mistakes", "adds up to more than it can be part of"),
    }
