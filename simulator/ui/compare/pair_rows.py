"""Two sessions in the words of a table: levels, what was said, figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject

from simulator.domain.judgement import Judgement
from simulator.reports.figures import dots, room_figures, value_of
from simulator.reports.wording import WHY_NONE
from simulator.review.compare import (
    CriterionPair,
    Side,
    Telling,
    ToldPair,
    TopicKind,
    criterion_pairs,
    same_products,
    told_pairs,
)
from simulator.scoring import JudgedMark
from simulator.scoring.weights import dimension_points
from simulator.ui.amounts import NOTHING, clock, points
from simulator.ui.compare.pair_table import PairRow
from simulator.ui.plain import shown
from simulator.ui.review.reviewed import Reviewed
from simulator.ui.review.wording import price_verdict
from simulator.ui.theme import Tone

LONGEST_QUOTE = 70


@dataclass(frozen=True, slots=True)
class Compared:
    """A session of two, as it stands."""

    session: Reviewed
    judgement: Judgement
    masked: frozenset[str] = frozenset()
    """Criteria whose levels this instructor may not see yet: they are to be given blind."""

    @property
    def side(self) -> Side:
        return Side(self.session.marked.scorecard, self.judgement, self.session.rubric)


class PairWords(QObject):
    """Makes the lines."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language

    # ------------------------------------------------------------------ levels

    def criteria(self, one: Compared, two: Compared) -> list[PairRow]:
        """The total, then each dimension with its criteria."""
        rows = [self._total(one, two), self._outcome(one, two)]
        earned = _earned(one), _earned(two)
        names = {each.id: each.name[self._language] for each in one.session.rubric.dimensions}
        names |= {each.id: each.name[self._language] for each in two.session.rubric.dimensions}
        pairs = criterion_pairs(one.side, two.side)
        order = [each.id for each in two.session.rubric.dimensions]
        for dimension in [*order, *(id for id in names if id not in order)]:
            own = [pair for pair in pairs if pair.criterion.dimension == dimension]
            if not own:
                continue
            hidden = any(pair.criterion.id in one.masked | two.masked for pair in own)
            before, after = (None, None) if hidden else (earned[0].get(dimension), earned[1].get(dimension))
            words, tone = self._moved(before, after)
            rows.append(
                PairRow(
                    about=f"{dimension} {names[dimension]}",
                    one=points(before),
                    two=points(after),
                    difference=words,
                    tone=tone,
                    heading=True,
                )
            )
            rows.extend(self._criterion(pair, one, two) for pair in own)
        return rows

    def _total(self, one: Compared, two: Compared) -> PairRow:
        totals = [None if each.masked else each.session.result(each.judgement).total for each in (one, two)]
        words, tone = self._moved(*totals)
        machine = [
            self.tr("the machine alone: {total}").format(total=points(each.session.marked.scorecard.total))
            if not each.masked
            else self._hidden()
            for each in (one, two)
        ]
        return PairRow(
            about=self.tr("Total"),
            one=points(totals[0]),
            two=points(totals[1]),
            difference=words,
            tone=tone,
            tips=("", machine[0], machine[1]),
        )

    def _outcome(self, one: Compared, two: Compared) -> PairRow:
        states = {True: self.tr("✓ passed"), False: self.tr("✗ not passed"), None: self.tr("not decided yet")}
        first, second = (
            self._hidden() if each.masked else states[each.session.result(each.judgement).passed] for each in (one, two)
        )
        return PairRow(about=self.tr("Result"), one=first, two=second)

    def _criterion(self, pair: CriterionPair, one: Compared, two: Compared) -> PairRow:
        id = pair.criterion.id
        hidden = id in one.masked or id in two.masked
        words, tone = self._difference(pair)
        return PairRow(
            about=f"{id} {pair.criterion.name[self._language]}",
            one=self._hidden() if id in one.masked else self._level(pair.one),
            two=self._hidden() if id in two.masked else self._level(pair.two),
            difference=NOTHING if hidden else words,
            tone=Tone.MUTED if hidden else tone,
            at_one=None if id in one.masked else _first_moment(pair.one),
            at_two=None if id in two.masked else _first_moment(pair.two),
            tips=(
                "" if pair.same else self.tr("The two rubrics measure or cut this otherwise: not comparable."),
                "" if id in one.masked else self._why(pair.one, one),
                "" if id in two.masked else self._why(pair.two, two),
            ),
        )

    def _level(self, judged: JudgedMark | None) -> str:
        """✎ is an instructor's; in brackets is what the machine only proposes."""
        if judged is None:
            return NOTHING
        if judged.level is not None:
            sign = " ✎" if judged.override is not None else ""
            return f"{dots(judged.level)} {judged.level}{sign}"
        return NOTHING if judged.mark.machine is None else f"({judged.mark.machine})"

    def _why(self, judged: JudgedMark | None, of: Compared) -> str:
        if judged is None:
            return self.tr("not marked in this session")
        measured = value_of(judged.mark, of.session.log.language, self._language)
        parts = [self.tr("measured: {value}").format(value=measured)] if measured != "—" else []
        if judged.mark.machine is not None:
            parts.append(self.tr("machine's level {level}").format(level=judged.mark.machine))
        if judged.override is not None:
            said = self.tr("{name}: level {level}")
            parts.append(said.format(name=shown(judged.override.instructor, 40), level=judged.override.level))
            parts += [shown(judged.override.reason, 120)] if judged.override.reason else []
        elif judged.mark.measurement.why_none is not None:
            parts.append(WHY_NONE[judged.mark.measurement.why_none][self._language])
        return " · ".join(parts)

    def _difference(self, pair: CriterionPair) -> tuple[str, Tone]:
        if not pair.same:
            return self.tr("other cuts"), Tone.WARN
        by = pair.difference
        if by is None:
            return NOTHING, Tone.MUTED
        return _signed(f"{abs(by)}", by)

    def _moved(self, before: float | None, after: float | None) -> tuple[str, Tone]:
        if before is None or after is None:
            return NOTHING, Tone.MUTED
        by = round(after - before, 1)
        return _signed(f"{abs(by):.1f}", by)

    def _hidden(self) -> str:
        return self.tr("hidden (blind)")

    # ------------------------------------------------------------------ what was said

    def told(self, one: Compared, two: Compared) -> list[PairRow]:
        """By product its price and its facts, then what viewers asked."""
        logs = one.session.log, two.session.log
        pairs = told_pairs(*logs)
        shared = same_products(*logs)
        products = {each.id: each for log in reversed(logs) for each in log.scenario.products}
        rows: list[PairRow] = []
        for id, product in products.items():
            of_only = "" if id in shared else self.tr("not the same in both")
            rows.append(PairRow(about=shown(product.name, 60), one=of_only, heading=True))
            cues = {fact.id: fact.cue for fact in product.facts}
            own = [pair for pair in pairs if pair.product == id]
            for pair in sorted(own, key=lambda each: each.kind is not TopicKind.PRICE):
                about = self.tr("Price") if pair.kind is TopicKind.PRICE else cues.get(pair.id, pair.id)
                rows.append(self._told_row(pair, about))
        asked = [pair for pair in pairs if pair.kind is TopicKind.QUESTION]
        if asked:
            rows.append(PairRow(about=self.tr("Questions of viewers"), heading=True))
            known = one.session.taxonomy.names | two.session.taxonomy.names
            for pair in asked:
                rows.append(self._told_row(pair, known[pair.id][self._language] if pair.id in known else pair.id))
        return rows

    def _told_row(self, pair: ToldPair, about: str) -> PairRow:
        question = pair.kind is TopicKind.QUESTION
        return PairRow(
            about=shown(about, 80),
            one=self._told_words(pair.one, pair.asked_one if question else None),
            two=self._told_words(pair.two, pair.asked_two if question else None),
            at_one=pair.one[0].span.start if pair.one else None,
            at_two=pair.two[0].span.start if pair.two else None,
            tips=("", _every(pair.one), _every(pair.two)),
        )

    def _told_words(self, told: tuple[Telling, ...], asked: int | None) -> str:
        """The first telling, and how many there were; of questions, how many were put."""
        parts: list[str] = []
        if asked is not None:
            parts.append(self.tr("%n asked", "", asked) if asked else self.tr("not asked"))
        if not told:
            if asked is None:
                parts.append(self.tr("not told"))
            elif asked:
                parts.append(self.tr("not answered"))
            return ", ".join(parts)
        first = told[0]
        words = f"{clock(first.span.start)} {shown(first.quote, LONGEST_QUOTE)}"
        if first.verdict is not None:
            words += f" ({price_verdict(first.verdict)})"
        if len(told) > 1:
            words += f" ×{len(told)}"
        return ", ".join([*parts, words])

    # ------------------------------------------------------------------ figures

    def figures(self, one: Compared, two: Compared) -> list[PairRow]:
        """What the simulated audience did in either; never marked."""
        before = room_figures(one.session.figures, self._language)
        after = room_figures(two.session.figures, self._language)
        return [
            PairRow(about=name, one=value, two=other) for (name, value), (_, other) in zip(before, after, strict=True)
        ]


def _earned(of: Compared) -> dict[str, float | None]:
    """Points of each dimension, as they count."""
    weight_of = {mark.criterion: mark.weight for mark in of.session.marked.scorecard.marks}
    levels = dict(of.session.result(of.judgement).levels)
    return dict(dimension_points(of.session.rubric, levels, weight_of))


def _first_moment(judged: JudgedMark | None) -> float | None:
    if judged is None or not judged.mark.measurement.evidence:
        return None
    return min(each.span.start for each in judged.mark.measurement.evidence)


def _signed(amount: str, by: float) -> tuple[str, Tone]:
    """An arrow and a sign, so that colour says nothing alone."""
    if by > 0:
        return f"▲ +{amount}", Tone.GOOD
    if by < 0:
        return f"▼ −{amount}", Tone.BAD
    return "=", Tone.MUTED


def _every(told: tuple[Telling, ...]) -> str:
    return " · ".join(_lines(told))


def _lines(told: tuple[Telling, ...]) -> Iterator[str]:
    for each in told[:6]:
        yield f"{clock(each.span.start)} {shown(each.quote, LONGEST_QUOTE)}"
