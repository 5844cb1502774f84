"""How a criterion's number came about, in words: what is counted, what was measured, which band, what it earns."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from simulator.domain.judgement import Mark
from simulator.domain.rubric import Band, Criterion, Scorer
from simulator.reports.figures import value_of
from simulator.scoring import JudgedMark
from simulator.scoring.weights import shown as rounded
from simulator.ui.plain import shown
from simulator.ui.review.reviewed import Reviewed

translate = QCoreApplication.translate
NONE_YET = 1e-9
"""A cut here tells none from any."""


def formula(criterion: Criterion) -> str:
    """What the metric counts; a rubric's own wording where the metric is none of ours."""
    return {
        "opening_elements": translate(
            "Formulas",
            "How many of five are heard in the first 60 s of speech: who sells, what is sold, a reason to stay,"
            " an invitation, whom it suits.",
        ),
        "segments_on_plan": translate(
            "Formulas", "Planned product segments as long as planned, give or take 25 %, ÷ all planned."
        ),
        "dead_air_share": translate(
            "Formulas", "Time in silences of 4 s or longer, marked demonstrations left out, ÷ time on air."
        ),
        "recap_close_elements": translate(
            "Formulas",
            "How many of five: product, price and link said again at least every 8 min; and in the last 120 s recap,"
            " after-sales, the next show, thanks.",
        ),
        "fact_coverage": translate(
            "Formulas", "Mandatory facts told ÷ all on the cards of the products presented, by weight."
        ),
        "contradictions_per_product": translate(
            "Formulas", "Statements against the fact card, not put right within 60 s, ÷ products presented."
        ),
        "feature_benefit_link": translate(
            "Formulas", "Features followed within 20 s by what they do for the buyer ÷ features told."
        ),
        "demo_acts_per_product": translate(
            "Formulas", "Demonstrations shown to the camera (close-up, opened, measured, origin, packing) ÷ products."
        ),
        "answer_rate": translate(
            "Formulas", "Questions answered before they expire ÷ questions shown, both by priority."
        ),
        "median_latency_s": translate("Formulas", "The median wait from a question to its first answer."),
        "answer_key_hit": translate(
            "Formulas", "Mean share of what an answer must hold, less half for each thing it must not."
        ),
        "incident_steps": translate(
            "Formulas",
            "Mean steps shown of four (acknowledge, state the fact, remedy, follow up), less 2 for a forbidden act.",
        ),
        "price_clarity": translate(
            "Formulas", "Products whose price, unit, coupon and shipping were all told and right ÷ products presented."
        ),
        "cta_per_10min": translate(
            "Formulas", "Invitations that name the link or the steps, per 10 min on air; within 20 s they count once."
        ),
        "ops_on_time": translate("Formulas", "Operations at the desk done in their window ÷ those that were due."),
        "speech_rate": translate(
            "Formulas", "Characters or words ÷ time of speaking, long pauses left out; median of 30 s windows."
        ),
        "fillers_per_min": translate(
            "Formulas", "Hesitations, and half of the filler words, ÷ minutes of speaking."
        ),
        "f0_sd_semitones": translate(
            "Formulas", "How widely the pitch of the voice varies around its median, in semitones."
        ),
        "technical_checks": translate(
            "Formulas", "How many of five hold: speech level, clipping, noise, in the picture, exposure."
        ),
        "bars_presence": translate("Formulas", "An instructor chooses the description that fits."),
        "s4_confirmed": translate("Formulas", "Red lines that an instructor let stand."),
        "absolute_weighted_per_10min": translate(
            "Formulas", "Likely breaches count 1, cautions half: absolute terms, data, additives, health, certificates;"
            " per 10 min."
        ),
        "unsupported_price_urgency_share": translate(
            "Formulas", "Statements of former price, scarcity or deadline the shop does not bear out ÷ all such."
        ),
        "disclosures_made": translate("Formulas", "Required disclosures made in time ÷ those required."),
        "conduct_weighted": translate(
            "Formulas", "Likely breaches count 1, cautions half: disparagement, leading away, staged hardship, insults,"
            " privacy."
        ),
    }.get(criterion.metric) or shown(criterion.formula, 300)  # fmt: skip


def told(session: Reviewed, criterion: Criterion, judged: JudgedMark, language: str) -> tuple[str, ...]:
    """The formula, the number in it, and what the level that counts earns; a line each."""
    mark = judged.mark
    lines = [formula(criterion)]
    if mark.measurement.value is not None:
        lines.append(_measured(session, criterion, mark, language))
    level = judged.level
    if level is not None:
        earned = session.rubric.points(level)
        words = translate("Formulas", "Level {level} is worth {points} points × weight {weight} of 100.")
        lines.append(words.format(level=level, points=f"{earned:g}", weight=f"{rounded(mark.weight):g}"))
    return tuple(lines)


def _measured(session: Reviewed, criterion: Criterion, mark: Mark, language: str) -> str:
    value = value_of(mark, session.log.language, language)
    bands = {band.level: band for band in criterion.bands_for(session.log.language)}
    level = mark.machine
    if criterion.scorer is Scorer.HUMAN or level is None or level not in bands:
        return translate("Formulas", "Measured: {value}.").format(value=value)
    words = translate("Formulas", "Measured: {value}, which is level {level} ({band}).")
    parts = [words.format(value=value, level=level, band=_band(criterion, bands[level]))]
    above = min((each for each in bands if each > level), default=None)
    if above is not None:
        nextup = translate("Formulas", "Level {level}: {band}.")
        parts.append(nextup.format(level=above, band=_band(criterion, bands[above])))
    return " ".join(parts)


def _band(criterion: Criterion, band: Band) -> str:
    either = translate("Formulas", " or ")
    return either.join(_range(criterion, low, high) for low, high in band.any_of)


def _range(criterion: Criterion, low: float | None, high: float | None) -> str:
    if high == NONE_YET:
        return translate("Formulas", "none")
    if low == NONE_YET and high is None:
        return translate("Formulas", "any")
    if low is None or low == NONE_YET:
        return translate("Formulas", "under {high}").format(high=_number(criterion, high))
    if high is None:
        return translate("Formulas", "{low} and more").format(low=_number(criterion, low))
    return translate("Formulas", "{low} to under {high}").format(
        low=_number(criterion, low), high=_number(criterion, high)
    )


def _number(criterion: Criterion, value: float | None) -> str:
    if value is None:
        return ""
    return f"{100 * value:.4g} %" if criterion.unit.startswith("share") else f"{value:.4g}"
