"""What the machine is unsure of in a session, and no instructor has settled."""

from __future__ import annotations

from simulator.domain.judgement import Confirmation, Judgement, Scorecard, WhyNone
from simulator.domain.language import Language
from simulator.domain.queue import Doubt
from simulator.domain.rubric import Rubric
from simulator.scoring.gates import LEASTS
from simulator.scoring.levels import SURE, levels_around
from simulator.scoring.result import judged_marks
from simulator.scoring.weights import shown, total_of


def doubt(card: Scorecard, judgement: Judgement, rubric: Rubric, language: Language) -> Doubt:
    """A level an instructor gave is not in doubt any more; the card is scored with the judgement's confirmations."""
    criteria = {each.id: each for each in rubric.criteria}
    marks = [each for each in judged_marks(card, judgement) if each.mark.criterion in criteria]
    weight_of = {each.mark.criterion: each.mark.weight for each in marks}
    low: dict[str, int | None] = {}
    high: dict[str, int | None] = {}
    near: list[str] = []
    suspects = 0
    for each in marks:
        mark = each.mark
        lowest = highest = each.level
        if each.override is None:
            if mark.level is not None and mark.measurement.value is not None:
                around = (criteria[mark.criterion], mark.measurement, mark.level, language)
                lowest, highest = levels_around(*around, card.word_confidence)
                at_a_cut = levels_around(*around, None)
                if at_a_cut != (mark.level, mark.level):
                    near.append(mark.criterion)
            if mark.measurement.why_none is WhyNone.NEEDS_CONFIRMATION:
                suspects += _undecided(mark.measurement.detail, judgement.confirmations)
        low[mark.criterion], high[mark.criterion] = lowest, highest
    total = total_of(rubric, {each.mark.criterion: each.level for each in marks}, weight_of)
    least, most = total_of(rubric, low, weight_of), total_of(rubric, high, weight_of)
    mark_of_pass = next((gate.least for gate in rubric.gates if gate.id == "G4" and gate.least is not None), None)
    passing = LEASTS["G4"] if mark_of_pass is None else mark_of_pass
    return Doubt(
        low=None if least is None or most is None else least,
        high=None if least is None or most is None else most,
        near=tuple(near),
        suspects=suspects,
        total_missing=total is None,
        pass_open=least is not None and most is not None and shown(least) < passing <= shown(most),
        provisional=card.provisional,
        hard_to_hear=card.word_confidence is not None and card.word_confidence < SURE,
    )


def _undecided(findings: tuple[str, ...], said: tuple[Confirmation, ...]) -> int:
    """How many of the moments named nobody has said a word on; one at least, for the mark still waits."""
    decided = {each.finding for each in said}
    return max(1, len([each for each in findings if each not in decided]))
