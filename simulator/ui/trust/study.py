"""Figures of a sample from the store, and the files of a study; no window is needed for either."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from simulator.domain.agreement import Agreement, Between, Sample
from simulator.domain.rubric import Rubric
from simulator.ports import Store, StoreError
from simulator.reports.codebook import CODEBOOK
from simulator.reports.findings import Json
from simulator.reports.study import agreement_object, study_table
from simulator.reports.summary import as_text
from simulator.review.agreement import agreement

SALT_BYTES = 32


def rubric_of(store: Store, sample: Sample) -> Rubric:
    """The rubric whose criteria and levels are asked about. Raise ContentError when there is none."""
    return (
        store.rubric(sample.rubric) if sample.version is None else store.rubric_version(sample.rubric, sample.version)
    )


def figures(store: Store, sample: Sample, rubric: Rubric, signed: int) -> tuple[Agreement, ...]:
    """Every criterion of the rubric, in its order."""
    levels = tuple(level.level for level in rubric.levels)
    return tuple(agreement(store.judged(sample, each.id), levels, signed) for each in rubric.marked)


def write_study(store: Store, sample: Sample, rubric: Rubric, folder: Path) -> None:
    """Pairs with the machine, pairs of assessors, the figures of both, and what they mean. Raise StoreError."""
    salt = os.urandom(SALT_BYTES)
    summary: dict[str, Json] = {}
    texts: dict[str, str] = {}
    for between, name in ((Between.MACHINE, "pairs.csv"), (Between.ASSESSORS, "assessors.csv")):
        each = replace(sample, between=between)
        signed = store.signed(each)
        summary[between.value] = agreement_object(figures(store, each, rubric, signed), each, rubric, signed)
        texts[name] = study_table(store.pairs(each), between, salt)
    texts["summary.json"] = as_text(summary) + "\n"
    texts["README.md"] = CODEBOOK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            part = folder / f"{name}.part"
            part.write_text(text, encoding="utf-8", newline="")
            part.replace(folder / name)
    except OSError as error:
        raise StoreError("file_unwritable", file=str(folder), reason=error.strerror or "") from error
