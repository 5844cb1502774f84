"""The three moments in sentences: what happened, why it matters, what to say instead, what the audience would do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from simulator.domain.key_moments import KeyMoment, MomentKind, Source, Stake
from simulator.domain.outcome import Difference, MomentOutcome, Outcome
from simulator.reports.wording import FOUND
from simulator.ui.amounts import points
from simulator.ui.plain import shown
from simulator.ui.review.reviewed import Reviewed

translate = QCoreApplication.translate
QUOTE = 60
"""Characters of what was said that are shown."""


class MomentCounts(QObject):
    """Sentences with a number in them: only what an object translates has plural forms."""

    def lost(self, number: int) -> str:
        return self.tr("−%n viewer(s)", "", number)

    def alike(self, number: int) -> str:
        """With a place for the quote."""
        return self.tr("“{quote}” and %n more like it", "", number)

    def left(self, number: int) -> str:
        return self.tr("%n viewer(s) left or gave up because of it", "", number)

    def orders(self, number: int) -> str:
        return self.tr("%n order(s) name it as their cause", "", number)

    def rule(self, looked_at: int) -> str:
        return self.tr(
            "Chosen from %n moment(s) by rule: what the total would gain had this gone well, by the rubric's formulas"
            " (or its part of what all of its kind would); a gate first, then points, then viewers lost. The third is"
            " the strongest that went well, from half a point.",
            "",
            looked_at,
        )


def title(moment: KeyMoment, session: Reviewed, language: str) -> str:
    """What happened, in a few words."""
    subject = _subject(moment, session, language)
    words = {
        MomentKind.WRONG_PRICE: translate("KeyMoments", "Price told wrong"),
        MomentKind.WRONG_FACT: translate("KeyMoments", "Against the fact card"),
        MomentKind.QUESTION: translate("KeyMoments", "Not answered: {subject}"),
        MomentKind.SILENCE: translate("KeyMoments", "{seconds} s of silence"),
        MomentKind.BREACH: translate("KeyMoments", "Rule broken: {subject}"),
        MomentKind.RED_LINE: translate("KeyMoments", "Red line: {subject}"),
        MomentKind.HOLLOW_CLAIM: translate("KeyMoments", "Not borne out: {subject}"),
        MomentKind.INCIDENT: translate("KeyMoments", "Incident missed: {subject}"),
        MomentKind.OPERATION: translate("KeyMoments", "Not done at the desk: {subject}"),
        MomentKind.OPENING: translate("KeyMoments", "Missing in the opening"),
        MomentKind.CLOSING: translate("KeyMoments", "Missing at the close"),
        MomentKind.ANSWERED: translate("KeyMoments", "Answered well: {subject}"),
        MomentKind.SOLVED: translate("KeyMoments", "Incident solved: {subject}"),
        MomentKind.SHOWN: translate("KeyMoments", "Shown on camera"),
        MomentKind.CORRECTED: translate("KeyMoments", "Put right at once"),
    }[moment.kind]
    return words.format(subject=subject, seconds=f"{moment.span.length:.0f}")


def worth(moment: KeyMoment) -> str:
    """What it cost or brought, short."""
    if moment.gates:
        return translate("KeyMoments", "bars a pass")
    if moment.good:
        return translate("KeyMoments", "+{points} points").format(points=points(moment.points))
    if round(moment.points, 1):
        return translate("KeyMoments", "−{points} points").format(points=points(moment.points))
    return MomentCounts().lost(moment.left)


def happened(moment: KeyMoment, language: str) -> str:
    """What the log has of it."""
    if moment.missing:
        names = [FOUND[id][language] if id in FOUND else id for id in moment.missing]
        return translate("KeyMoments", "Not heard: {what}").format(what=", ".join(names))
    quote = shown(moment.quote, QUOTE)
    if moment.kind is MomentKind.SILENCE:
        return translate("KeyMoments", "After “{quote}”").format(quote=quote) if quote else ""
    if not quote:
        return ""
    if moment.also > 0:
        return MomentCounts().alike(moment.also).format(quote=quote)
    return translate("KeyMoments", "“{quote}”").format(quote=quote)


def why(moment: KeyMoment, session: Reviewed) -> str:
    """Points and the formula they come from, then what the crowd did."""
    parts = [_stake(stake, moment, session) for stake in moment.stakes]
    if moment.gates:
        gates = ", ".join(moment.gates)
        parts.insert(0, translate("KeyMoments", "Gate {gates} stays shut or undecided for it").format(gates=gates))
    if moment.left and not moment.good:
        parts.append(MomentCounts().left(moment.left))
    if moment.orders and moment.good:
        parts.append(MomentCounts().orders(moment.orders))
    return " · ".join(parts)


def _stake(stake: Stake, moment: KeyMoment, session: Reviewed) -> str:
    gap = abs(session.rubric.points(stake.would) - session.rubric.points(stake.level))
    told = stake.points if stake.together == 1 else stake.weight * gap / stake.whole
    formula = f"{stake.weight:.1f}/{stake.whole:.0f} × {gap:.0f} = {points(told)}"
    if moment.good:
        alone = translate("KeyMoments", "{id} level {level}, without it {would}: {formula} points")
        shared = translate(
            "KeyMoments", "{id} level {level}, without all {n} like it {would}: {formula} points, of which {part}"
        )
    else:
        alone = translate("KeyMoments", "{id} level {level} → {would}: {formula} points")
        shared = translate(
            "KeyMoments", "{id} level {level} → {would} with all {n} like it: {formula}, of which {part}"
        )
    return (alone if stake.together == 1 else shared).format(
        id=stake.criterion, level=stake.level, would=stake.would, formula=formula, n=stake.together,
        part=points(stake.points),
    )  # fmt: skip


def instead(moment: KeyMoment, language: str) -> str:
    """What to say or do, with where that comes from."""
    if moment.good:
        return translate("KeyMoments", "Do this again.")
    if moment.kind is MomentKind.OPERATION:
        return translate("KeyMoments", "It was due in these seconds; the run of show has the moment.")
    sources = {
        Source.FACT_CARD: translate("KeyMoments", "fact card"),
        Source.SCENARIO: translate("KeyMoments", "scenario"),
        Source.RULE_PACK: translate("KeyMoments", "rule pack"),
        Source.INCIDENT: translate("KeyMoments", "the choice that solves it"),
        Source.STEPS: translate("KeyMoments", "what it takes"),
        Source.TRUE_STATE: translate("KeyMoments", "true state"),
    }
    if not moment.instead:
        return translate("KeyMoments", "Leave it unsaid: no source gives a wording for it.") if moment.drop else ""
    lines = [f"{shown(each.words[language], 160)} ({sources[each.source]})" for each in moment.instead]
    if moment.kind is MomentKind.SILENCE:
        return translate("KeyMoments", "Go on with: {words}").format(words=lines[0])
    return translate("KeyMoments", "Instead: {words}").format(words=" · ".join(lines))


def audience(moment: KeyMoment, outcome: Outcome | None) -> str:
    """What the same audience would have done; "" as long as it was not asked."""
    if outcome is None:
        return ""
    found = outcome.moment(moment.key)
    if found is not None:
        return told(moment, found)
    if moment.key in outcome.unplayable:
        return translate("KeyMoments", "Audience: the model has no ear for this, or never heard it.")
    return ""


def told(moment: KeyMoment, found: MomentOutcome) -> str:
    """The difference in orders, with its interval; that none can be told, where none can."""
    sign = -1.0 if moment.good else 1.0
    if not found.orders.detectable:
        words = translate(
            "KeyMoments", "Audience: no difference in orders can be told (80 % {low} to {high}, {n} pairs)."
        )
    elif moment.good:
        words = translate("KeyMoments", "Audience: this brought {mean} orders (80 % {low} to {high}).")
    else:
        words = translate("KeyMoments", "Audience: had it gone well, {mean} orders (80 % {low} to {high}).")
    low, high = sorted((sign * found.orders.low, sign * found.orders.high))
    return words.format(mean=signed(sign * found.orders.mean), low=signed(low), high=signed(high), n=found.orders.pairs)


def signed(number: float) -> str:
    """+4.1 or −0.25: two places below one, where they tell more; a zero without a sign."""
    words = f"{abs(number):.1f}" if abs(number) >= 1 else f"{abs(number):.2f}"
    return words if float(words) == 0 else f"{'+' if number > 0 else '−'}{words}"


def difference(found: Difference) -> str:
    return f"{signed(found.mean)} ({signed(found.low)} … {signed(found.high)})"


def rule(looked_at: int) -> str:
    """How the three were chosen."""
    return MomentCounts().rule(looked_at)


def nothing() -> str:
    return translate("KeyMoments", "No moment stands out: nothing measured would move the result.")


def _subject(moment: KeyMoment, session: Reviewed, language: str) -> str:
    id = moment.subject
    if moment.kind is MomentKind.OPERATION:
        return _operation(id)
    category = session.rules.categories.get(id)
    if moment.kind in (MomentKind.BREACH, MomentKind.RED_LINE, MomentKind.HOLLOW_CLAIM) and category is not None:
        return shown(category.name[language], 30)
    names = session.taxonomy.names
    return shown(names[id][language] if id in names else id, 30)


def _operation(id: str) -> str:
    return {
        "pin": translate("KeyMoments", "pin the product"),
        "unpin": translate("KeyMoments", "take the card down"),
        "coupon": translate("KeyMoments", "send the coupon"),
        "price": translate("KeyMoments", "correct the price"),
        "sold_out": translate("KeyMoments", "mark it sold out"),
        "answer_card": translate("KeyMoments", "pin the answer"),
    }.get(id, shown(id, 20))
