"""A scenario file that rehearses in front of a fitted room: another scenario's goods and plan, the fitted crowd."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from simulator.domain.scenario import Crowd
from simulator.ports import StoreError
from simulator.storage.content import load_scenario
from simulator.storage.scenario_lint import BEGINNER_TIER, QUESTIONS_PER_MIN, questions_per_min
from simulator.storage.scenario_references import Known
from simulator.storage.scenario_schema import CrowdFields

PRESET = "fitted_room"
DIGITS = 4


def fitted_scenario(tree: Mapping[str, Any], crowd: Crowd, id: str) -> dict[str, Any]:
    """The file ``tree`` with this crowd; one that asks too much of a beginner becomes a scenario of tier 3."""
    fields = CrowdFields.model_validate(_crowd(crowd), strict=False)
    tier = tree["tier"]
    if questions_per_min(fields) > QUESTIONS_PER_MIN:
        tier = max(tier, BEGINNER_TIER + 1)
    title = tree["title"]
    return {
        **tree,
        "about": f"{tree['id']} in front of a room fitted by bolian calibrate",
        "id": id,
        "title": {"zh": f"{title['zh']}（校准直播间）", "en": f"{title['en']} (fitted room)"},
        "tier": tier,
        "crowd": _crowd(crowd),
    }


def write_fitted(path: Path, tree: Mapping[str, Any], crowd: Crowd, known: Known) -> str:
    """Write the scenario, checked like any other, whole or not at all; returns its id. Raise StoreError."""
    id = scenario_id(path)
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(json.dumps(fitted_scenario(tree, crowd, id), ensure_ascii=False, indent=1) + "\n", "utf-8")
        load_scenario(part, known)
        part.replace(path)
    except OSError as error:
        raise StoreError("file_unwritable", file=str(path), reason=error.strerror or "") from error
    finally:
        part.unlink(missing_ok=True)
    return id


def scenario_id(path: Path) -> str:
    """A scenario's id after its file's name."""
    return re.sub(r"[^A-Za-z0-9_.\-]+", "_", path.stem).lstrip("_.-")[:64] or "fitted"


def _crowd(crowd: Crowd) -> dict[str, Any]:
    levels = {} if crowd.levels is None else asdict(crowd.levels)
    return {
        "preset": PRESET,
        "entries_per_min": round(crowd.entries_per_min, DIGITS),
        "follower_share": crowd.follower_share,
        "comment_multiplier": crowd.comment_multiplier,
        "opening_viewers": crowd.opening_viewers,
        "refund_logit": crowd.refund_logit,
        "levels": {name: round(value, DIGITS) for name, value in levels.items() if value is not None},
    }
