"""Words and sentences about a room fitted to a log."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def calibration_sentences() -> dict[str, str]:
    """Of errors, by code; placeholders are the error's facts."""
    return {
        "room_log_headings": translate(
            "sentences",
            "No line of {file} has headings of a room log: it needs a time and something counted ({known} …).",
        ),
        "room_log_table": translate("sentences", "{file} cannot be read as a table ({why}): save it as CSV again."),
        "room_log_workbook": translate("sentences", "{file} is a workbook: save the sheet with the minutes as CSV."),
        "minutes_wrong": translate(
            "sentences", '{option}: "{found}" is no part of the log; say 30-90, of {length} minutes.'
        ),
    }


def assumption_sentences() -> dict[str, str]:
    """What a fit takes for granted, by code."""
    return {
        "scenario_assumed": translate("sentences", "No scenario was named: {scenario} was taken."),
        "goods_of_scenario": translate(
            "sentences", "Goods, prices and their facts are those of {scenario}, and nothing runs out of stock."
        ),
        "viewers_of_scenario": translate(
            "sentences", "Which kinds of viewers come is not in a log: followers are {followers}, as in the scenario."
        ),
        "host_assumed": translate(
            "sentences", "The log does not tell what the host did: a fair host was assumed for {columns}."
        ),
        "products_stand_for": translate(
            "sentences", "Products of the log stand for products of the scenario: {products}."
        ),
        "columns_missing": translate("sentences", "Not in the log: {columns}. Left at the default: {parameters}."),
        "arrivals_from_online": translate(
            "sentences", "The log has no entries: they were read off how many were online, with the model's own stay."
        ),
        "paid_for_orders": translate("sentences", "The log counts paid orders only: buying was fitted to those."),
        "joined_midway": translate(
            "sentences", "The log begins in mid-stream: the room was run in for {minutes} minutes before it."
        ),
        "cells_blank": translate(
            "sentences", "{cells} cells of the log are blank; they were left out, not counted as 0."
        ),
        "arrivals_follow_log": translate(
            "sentences", "Arrivals follow the log in blocks of five minutes, so that figure is no test of the fit."
        ),
        "effects_default": translate(
            "sentences",
            "How strongly the host's acts move viewers was not fitted: that takes several sessions (--effects).",
        ),
        "not_converged": translate("sentences", "The search did not settle: take the intervals with care."),
    }


def calibration_words() -> dict[str, str]:
    """Names of parameters and figures, and headings."""
    return {
        "parameter": translate("sentences", "Parameter"),
        "value": translate("sentences", "Value"),
        "interval": translate("sentences", "95 % interval"),
        "prior": translate("sentences", "Before the log"),
        "from": translate("sentences", "Fitted to"),
        "at_prior": translate("sentences", "not in the log"),
        "figure": translate("sentences", "Figure"),
        "observed": translate("sentences", "In the log"),
        "simulated": translate("sentences", "Fitted room (90 %)"),
        "covered": translate("sentences", "Minutes inside the band"),
        "followed": translate("sentences", "followed"),
        "ignored": translate("sentences", "Columns not used"),
        "assumptions": translate("sentences", "Assumed:"),
        "written": translate("sentences", "Scenario"),
        "arrival": translate("sentences", "arrivals"),
        "leave": translate("sentences", "leaving"),
        "click": translate("sentences", "clicking"),
        "purchase": translate("sentences", "buying (odds)"),
        "comment": translate("sentences", "commenting"),
        "ask": translate("sentences", "asking"),
        "trust": translate("sentences", "effect of trust"),
        "understanding": translate("sentences", "effect of understanding"),
        "pulse": translate("sentences", "effect of a call to action"),
        "urgency": translate("sentences", "effect of urgency"),
        "online": translate("sentences", "online (viewer-seconds)"),
        "entered": translate("sentences", "entered"),
        "left": translate("sentences", "left"),
        "comments": translate("sentences", "comments"),
        "questions": translate("sentences", "questions"),
        "clicks": translate("sentences", "clicks"),
        "orders": translate("sentences", "orders"),
        "paid": translate("sentences", "paid"),
        "gmv": translate("sentences", "sales"),
    }
