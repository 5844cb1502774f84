"""What is wrong in a content file: a path, a code and what was found there."""

from __future__ import annotations

from dataclasses import dataclass

_PLAIN = {
    "missing": "is missing",
    "unknown_field": "is not a field of this file",
    "wrong_type": "has the wrong type",
    "not_one_of": "is not one of the allowed values",
    "too_small": "is too small",
    "too_large": "is too large",
    "too_short": "is too short",
    "too_long": "is too long",
    "bad_form": "is not written in the expected form",
    "not_a_number": "is not a finite number",
    "minus_zero": "is minus zero",
    "same_key_twice": "is given twice in one object",
    "lone_surrogate": "holds half of a surrogate pair",
    "nul": "holds a NUL character",
    "price_negative": "is a negative price",
    "price_decimals": "is a price with more than two decimals",
    "price_form": "is not a price",
    "schema_unknown": "names no kind of content file",
    "schema_newer": "was written for a newer version of this program",
    "twice": "is used twice",
    "no_such_product": "names a product that is not in this file",
    "no_such_fact": "names a fact that is not on the card",
    "no_such_segment": "names a segment that is not in the run of show",
    "no_such_rubric": "names a rubric that does not exist",
    "no_such_profile": "names a profile that the rubric does not have",
    "no_such_criterion": "names a criterion that the rubric does not have",
    "no_such_level": "names a level that the rubric does not have",
    "no_such_metric": "names a metric that this program does not have",
    "gate_blind": "is in force although what the gate looks at is switched off",
    "no_such_dimension": "names a dimension that the rubric does not have",
    "no_such_incident": "names an incident that the comment taxonomy does not have",
    "no_such_category": "names a category that does not exist",
    "no_such_preset": "names an audience preset that does not exist",
    "fact_kind_missing": "lacks a mandatory fact of this kind",
    "history_short": "covers too few days",
    "history_gap": "does not join the days before",
    "history_not_now": "does not end with today's price",
    "history_of_new": "must be empty for a new product",
    "slot_missing": "lacks a filling the comments need",
    "slot_price": "does not show the product's price",
    "lengths": "do not add up to the length of the session",
    "outside": "falls outside the session",
    "order": "ends before it begins",
    "coupon_missing": "needs a coupon on the product",
    "coupon_too_big": "takes off more than the price",
    "questions_many": "brings more questions a minute than a beginner can answer",
    "acceptable_breaks": "breaks the rule it should keep",
    "real_name": "carries a name, account or number of the real world",
    "other_language": "is not in the language of the room",
    "words_break": "breaks a rule of the market, and hosts would say it",
    "traps_few": "holds too few traps",
    "no_document": "rests on no document on file",
    "window_cut": "leaves its incident less time than its kind gives",
    "no_answer": "can be answered neither by word nor at the control desk",
    "pool_small": "leaves nothing to draw: the pool is no larger",
    "nothing_withheld": "holds none of the papers an exam can withhold",
    "exam_time": "does not keep the times of an exam",
    "not_drawn": "cannot be drawn",
    "region_joke": "makes fun of a region or of how people there speak",
    "nothing_solves": "hold none that solves it",
    "lingers_without": "does not go with what it leaves afterwards: both or neither",
    "no_such_number": "names a number that is not given",
    "no_basis": "does not say where this number comes from",
    "not_with_when": "does not go with what sets it going",
    "weights": "do not add up",
    "bands": "leave a gap or overlap",
    "pattern_broken": "is not a regular expression",
    "pattern_slow": "backtracks without end",
    "pattern_empty": "matches nothing at all, and so everywhere",
    "no_such_word": "calls for a list of words that the pack does not have",
    "no_such_market": "names a market that the pack is not for",
    "example_missed": "is not found, although it should be",
    "example_hit": "is found, although it is fine",
    "exception_idle": "is fine without this exception too: it shows nothing",
    "price_zero": "is a price of nothing",
    "arrivals_many": "brings more viewers than a session can hold",
    "branching_one": "must stay below 1: comments would draw comments without end",
    "branching_high": "is above .8: one comment may set off a storm that has nothing to do with the host",
    "id_taken": "is the id of a scenario that came with the program",
    "id_reserved": "cannot be the name of a file",
    "negative": "is negative",
    "number_form": "is not a number",
    "time_form": "is not a time",
    "time_ambiguous": "may be minutes and seconds or hours and minutes: write h:mm:ss",
    "time_order": "is not later than the line before",
    "time_uneven": "does not stand on the step of the other lines",
    "step_wrong": "makes a step from line to line that is not between 10 s and 10 minutes",
    "log_long": "makes the log longer than a day",
    "rows_few": "is followed by fewer than three lines of numbers",
    "total_falls": "falls, although it is a running total",
    "nobody_counted": "has no column of viewers",
    "more_than": "adds up to more than it can be part of",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: where (``products[0].price``), which, and what stood there or was expected."""

    path: str
    code: str
    found: str = ""

    def __str__(self) -> str:
        words = f"{self.path}: {_PLAIN.get(self.code, self.code)}"
        return f"{words} ({self.found})" if self.found else words


def path_of(steps: tuple[int | str, ...]) -> str:
    """The steps into a document as a person reads them: ``products[0].price``; the document itself is "file"."""
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{step}" if path else step
    return path or "file"


def shortened(value: object, limit: int = 60) -> str:
    """What was found, short enough for one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
