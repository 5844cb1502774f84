"""What the fields of a scenario are called, and what belongs into them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from simulator.domain.draft import Steps, plain

translate = QCoreApplication.translate


def label(steps: Steps) -> str:
    """What the field at this place is called: by its whole path, else by its name."""
    place = plain(steps)
    named = labels()
    return named.get(place) or named.get(place.rpartition(".")[2]) or place.rpartition(".")[2]


def labels() -> dict[str, str]:
    """By path without the numbers of rows, or by name where it is the same everywhere."""
    return {
        "about": translate("Authoring", "Remark for authors"),
        "id": translate("Authoring", "Id"),
        "version": translate("Authoring", "Version"),
        "title": translate("Authoring", "Title"),
        "brief": translate("Authoring", "Brief for the trainee"),
        "debrief": translate("Authoring", "What the debrief looks for"),
        "zh": translate("Authoring", "Chinese"),
        "en": translate("Authoring", "English"),
        "tier": translate("Authoring", "Tier, 1 to 4"),
        "group": translate("Authoring", "For whom"),
        "market": translate("Authoring", "Market whose rules hold"),
        "language": translate("Authoring", "Language spoken"),
        "currency": translate("Authoring", "Currency"),
        "length_s": translate("Authoring", "Length, seconds"),
        "seller": translate("Authoring", "Seller"),
        "seller.name": translate("Authoring", "Name as it is said"),
        "heard_as": translate("Authoring", "Heard as"),
        "seller.story": translate("Authoring", "The true, short story"),
        "seller.connection": translate("Authoring", "The host's tie to the shop"),
        "products": translate("Authoring", "Goods"),
        "products.link_no": translate("Authoring", "Number on the shelf"),
        "name": translate("Authoring", "Name"),
        "aliases": translate("Authoring", "Other names"),
        "category": translate("Authoring", "Kind of goods"),
        "price": translate("Authoring", "Price"),
        "unit": translate("Authoring", "Unit, as it is spoken"),
        "products.shipping": translate("Authoring", "Delivery, paid by the buyer"),
        "products.stock": translate("Authoring", "Truly in stock"),
        "products.counter_stock": translate("Authoring", "The counter shows at first"),
        "products.counter_lag_s": translate("Authoring", "Counter behind by, seconds"),
        "products.new_product": translate("Authoring", "Never sold before"),
        "products.price_history": translate("Authoring", "Past prices"),
        "products.price_history.from_days": translate("Authoring", "From, days ago"),
        "products.price_history.to_days": translate("Authoring", "To, days ago"),
        "products.coupon": translate("Authoring", "Coupon"),
        "products.coupon.off": translate("Authoring", "Money off"),
        "products.coupon.pieces": translate("Authoring", "Pieces"),
        "products.coupon.valid_s": translate("Authoring", "May be given from, to, seconds"),
        "products.facts": translate("Authoring", "Fact card"),
        "products.facts.kind": translate("Authoring", "Kind of fact"),
        "products.facts.cue": translate("Authoring", "Line on the cue card"),
        "products.facts.mandatory": translate("Authoring", "Must be said"),
        "products.facts.weight": translate("Authoring", "Weight"),
        "products.facts.topics": translate("Authoring", "Questions it answers"),
        "products.facts.quantities": translate("Authoring", "True numbers"),
        "products.facts.quantities.value": translate("Authoring", "Number"),
        "products.facts.quantities.unit": translate("Authoring", "Measure"),
        "products.evidence": translate("Authoring", "Documents on file"),
        "products.slots": translate("Authoring", "Fillings of comments and answers"),
        "products.colour": translate("Authoring", "Colour of its swatch"),
        "run_of_show": translate("Authoring", "Run of show"),
        "run_of_show.length_s": translate("Authoring", "Planned length, seconds"),
        "product": translate("Authoring", "Product"),
        "crowd": translate("Authoring", "Audience"),
        "crowd.preset": translate("Authoring", "Kind of room"),
        "entries_per_min": translate("Authoring", "Come in a minute"),
        "crowd.follower_share": translate("Authoring", "Share of followers, 0 to 1"),
        "crowd.comment_multiplier": translate("Authoring", "Comments, times the usual"),
        "crowd.opening_viewers": translate("Authoring", "Wait already at the start"),
        "crowd.bursts": translate("Authoring", "Sudden arrivals"),
        "at_s": translate("Authoring", "At second"),
        "crowd.bursts.fade_s": translate("Authoring", "Die away within, seconds"),
        "crowd.refund_logit": translate("Authoring", "Log odds of a refund"),
        "crowd.levels": translate("Authoring", "Fitted to a real room"),
        "crowd.levels.leave": translate("Authoring", "Leaving, times"),
        "crowd.levels.click": translate("Authoring", "Card clicks, times"),
        "crowd.levels.purchase": translate("Authoring", "Odds of an order, times"),
        "crowd.levels.comment": translate("Authoring", "Comments, times"),
        "crowd.levels.ask": translate("Authoring", "Questions, times"),
        "crowd.levels.trust": translate("Authoring", "Effect of trust, times"),
        "crowd.levels.understanding": translate("Authoring", "Effect of explaining, times"),
        "crowd.levels.pulse": translate("Authoring", "Effect of calls to action, times"),
        "crowd.levels.urgency": translate("Authoring", "Effect of urgency, times"),
        "crowd.levels.branching": translate("Authoring", "Comments that one comment draws"),
        "crowd.levels.ramp_s": translate("Authoring", "Arrivals grow for, seconds"),
        "rubric": translate("Authoring", "Rubric"),
        "profile": translate("Authoring", "Weights of the rubric"),
        "incidents": translate("Authoring", "Incidents"),
        "incidents.kind": translate("Authoring", "What happens"),
        "incidents.when": translate("Authoring", "Set going by"),
        "incidents.at_s": translate("Authoring", "At second (of a moment)"),
        "incidents.threshold": translate("Authoring", "Threshold (of a claim, of a flood)"),
        "incidents.lines": translate("Authoring", "What viewers write"),
        "incidents.presses": translate("Authoring", "The same viewer insists, times"),
        "chance_incidents": translate("Authoring", "Incidents left to the seed"),
        "chance_incidents.per_10_min": translate("Authoring", "In ten minutes, on average"),
        "chance_incidents.kinds": translate("Authoring", "Which, by weight"),
        "draws": translate("Authoring", "Sold elsewhere"),
        "draws.units": translate("Authoring", "Units"),
        "required_operations": translate("Authoring", "Required acts at the desk"),
        "required_operations.kind": translate("Authoring", "Act"),
        "required_operations.window_s": translate("Authoring", "Counts from, to, seconds"),
        "traps": translate("Authoring", "Traps"),
        "traps.temptation": translate("Authoring", "What tempts"),
        "traps.tests": translate("Authoring", "Rule that the wrong answer breaks"),
        "traps.acceptable": translate("Authoring", "A sentence that is fine"),
        "goals": translate("Authoring", "Goals"),
        "goals.criterion": translate("Authoring", "Criterion"),
        "goals.level": translate("Authoring", "Level, 1 to 5"),
        "suits": translate("Authoring", "Whom the goods suit"),
        "reasons_to_stay": translate("Authoring", "Reasons to stay"),
        "paper": translate("Authoring", "Exam papers"),
        "paper.products": translate("Authoring", "Products drawn, 2 to 9"),
        "paper.documents": translate("Authoring", "Documents a product must have"),
        "paper.leaves_out": translate("Authoring", "Incidents that are not drawn"),
    }


def hint(steps: Steps) -> str:
    """A line on what belongs there; empty where the name says it."""
    return hints().get(plain(steps), "")


def hints() -> dict[str, str]:
    """By path without the numbers of rows."""
    several = translate("Authoring", "One wording a line.")
    heard = translate(
        "Authoring", "A line is a group; wordings of a group are parted by |. Of every group one is heard."
    )
    return {
        "id": translate("Authoring", "Letters, digits, . _ -; the file is named by it."),
        "version": translate("Authoring", "Goes up by itself when it is published again."),
        "brief": translate("Authoring", "What the trainee reads before going live."),
        "debrief": translate("Authoring", "The three things looked for first afterwards."),
        "group": translate("Authoring", "NF new farmers, RY returning youth, XB cross-border, or your own."),
        "length_s": translate("Authoring", "The parts of the run of show must add up to it."),
        "seller.heard_as": several,
        "seller.story": translate("Authoring", "Nothing else may be told as true."),
        "products.aliases": several,
        "products.name": translate("Authoring", "Two to six syllables, easy to recognise."),
        "products.shipping": translate("Authoring", "0 is free."),
        "products.facts.heard_as": heard,
        "products.facts.cue": translate("Authoring", "Short enough to read at a glance."),
        "products.facts": translate(
            "Authoring", "What a host may state. One that must be said for each of the seven kinds at least."
        ),
        "products.facts.quantities": translate("Authoring", "Every number a host may honestly say of this."),
        "products.price_history": translate(
            "Authoring", "Oldest first, without gaps, ending with today's price: 7 days, 30 in the UK and EU."
        ),
        "products.evidence": translate("Authoring", "One id a line: pesticide_report, lab_report_sugar …"),
        "products.slots": translate("Authoring", "Several are parted by |; the first is shown, all are understood."),
        "products.colour": translate("Authoring", "As #rrggbb."),
        "run_of_show": translate("Authoring", "The parts of the stream in their order."),
        "crowd.refund_logit": translate("Authoring", "-2.2 is 10 %, -1.1 is 25 %, 0 is 50 %."),
        "crowd.comment_multiplier": translate("Authoring", "A teaching choice: 4 makes a small room talk enough."),
        "crowd.levels": translate("Authoring", "By “bolian calibrate”; 1 is the model as it stands."),
        "incidents.threshold": translate("Authoring", "Severity 0.25, 0.5 or 1; or how many viewers wait."),
        "incidents.lines": translate("Authoring", "One a line; empty takes the usual lines."),
        "chance_incidents.kinds": translate("Authoring", "Empty is never drawn; 2 is drawn twice as often as 1."),
        "draws": translate("Authoring", "Units sold elsewhere out of the same stock; the counter learns of it late."),
        "required_operations": translate("Authoring", "Three or more, and the desk is marked by them (D3)."),
        "traps": translate("Authoring", "Temptations in the material: what is wrong to say, and what would do."),
        "suits": several,
        "reasons_to_stay": several,
        "paper": translate("Authoring", "What an exam draws from the scenario; without it, it is no exam's."),
        "paper.documents": translate("Authoring", "One a line: id | Chinese | English."),
        "paper.leaves_out": translate("Authoring", "One kind a line."),
    }
