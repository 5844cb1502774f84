"""What to do about a mistake in a content file, as sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def remedy(code: str) -> str | None:
    """What mends a mistake; None where what is wrong says it already."""
    return remedies().get(code)


def remedies() -> dict[str, str]:
    """By code of the mistake; whole sentences."""
    return {
        "fact_kind_missing": translate("authoring", "Add a fact of this kind to the card, or mark one as mandatory."),
        "history_short": translate("authoring", "Tell the price of every day: 7 days in China, 30 in the UK and EU."),
        "history_gap": translate("authoring", "Let each stretch begin on the day the one before ends."),
        "history_not_now": translate("authoring", "Let the last stretch end at 0 days with the price of today."),
        "history_of_new": translate("authoring", "Leave the history empty, or do not call the product new."),
        "slot_missing": translate("authoring", "Add what viewers' comments and the answers are filled with."),
        "questions_many": translate("authoring", "Lower entries_per_min or comment_multiplier, or raise the tier."),
        "acceptable_breaks": translate("authoring", "Write a sentence that says it without the claim."),
        "lengths": translate("authoring", "Change the segments or length_s until both agree."),
        "no_such_incident": translate("authoring", "Choose one of the kinds in taxonomy.json."),
        "no_such_category": translate("authoring", "Choose one of the categories in the rule pack."),
        "no_such_product": translate("authoring", "Name a product of this file by its id."),
        "outside": translate("authoring", "Move it inside the session, or make the session longer."),
        "real_name": translate("authoring", "Invent one, or say it in general: another platform, a courier."),
        "region_joke": translate("authoring", "Say it without the joke."),
        "other_language": translate("authoring", "Write it in the language of the scenario."),
        "words_break": translate("authoring", "Word it so that a host may say it; try it with bolian hear."),
        "traps_few": translate("authoring", "Add a trap: the temptation, the rule it tests, a sentence that is fine."),
        "no_document": translate("authoring", "Name a document in evidence, or take the proof off the card."),
        "window_cut": translate("authoring", "Begin it earlier, or make the session longer."),
        "no_answer": translate("authoring", "Give the kind answer keys or desk acts in the taxonomy."),
        "pool_small": translate("authoring", "Add products, or draw fewer."),
        "nothing_withheld": translate("authoring", "Give the product one of the papers named in paper.documents."),
        "exam_time": translate("authoring", "Begin from 1:30 to 2:00 before the end, 2:30 apart."),
        "not_drawn": translate("authoring", "Add products, time, or kinds of incident."),
    }
