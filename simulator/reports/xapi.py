"""A session as statements for a learning system: xAPI 2.0 (IEEE 9274.1.1), as one JSON array.

Verbs and kinds of activity are those of the ADL registry; everything else is named below an IRI of the centre's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from simulator.domain.plain import plain
from simulator.domain.units import Text
from simulator.ports import ContentError
from simulator.reports.dossier import Dossier
from simulator.reports.findings import Json
from simulator.reports.study import pseudonym
from simulator.scoring import JudgedMark
from simulator.scoring.weights import shown

VERSION = "2.0.0"
VERBS = "http://adlnet.gov/expapi/verbs/"
ACTIVITIES = "http://adlnet.gov/expapi/activities/"
DEFAULT_IRI = "https://bolian.example/xapi"
"""Stands where a centre has named none of its own; the domain is reserved for examples (RFC 2606)."""
WORDS: dict[str, Text] = {
    "completed": Text("完成", "completed"),
    "passed": Text("合格", "passed"),
    "failed": Text("不合格", "failed"),
    "scored": Text("得分", "scored"),
}
POINTS = (0.0, 100.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """In whose name statements are made."""

    iri: str = DEFAULT_IRI
    """What all names begin with."""
    salt: bytes
    """The key of the pseudonyms: the centre's own, so that a trainee stays the same in the learning system."""
    named: bool = False
    """The trainee's name stands beside the pseudonym."""


def checked_iri(text: str) -> str:
    """An IRI that names may begin with, without its last slash. Raise ContentError where it is none."""
    iri = text.strip().rstrip("/")
    parts = urlsplit(iri)
    odd = any(letter.isspace() or letter in '<>"{}|\\^`' or not letter.isprintable() for letter in iri)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or odd:
        raise ContentError("iri_wrong", found=text)
    return iri


def xapi_text(dossier: Dossier, sender: Sender) -> str:
    """The statements as a JSON array; the same session gives the same text."""
    return json.dumps(statements(dossier, sender), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def statements(dossier: Dossier, sender: Sender) -> list[dict[str, Json]]:
    """That the session was completed, how it was judged, and each criterion that has a level."""
    iri = checked_iri(sender.iri)
    return [_with_id(each) for each in _statements(dossier, sender, iri)]


def _statements(dossier: Dossier, sender: Sender, iri: str) -> Iterator[dict[str, Json]]:
    log, result = dossier.log, dossier.result
    ended = _moment(log.header.began_utc) + timedelta(seconds=log.length)
    judged_at = _stamp(ended)
    if dossier.judgement.signed_at_utc is not None:
        judged_at = _stamp(_moment(dossier.judgement.signed_at_utc))
    scenario = _scenario(dossier, iri)
    whole: dict[str, Json] = {"completion": True, "duration": f"PT{log.length:.2f}S"}
    yield _statement("completed", scenario, whole, _stamp(ended), dossier, sender, iri)
    if result.total is not None:
        verb = {True: "passed", False: "failed", None: "scored"}[result.passed]
        total = shown(result.total)
        told: dict[str, Json] = {"score": _score(total / POINTS[1], total, *POINTS)}
        if result.passed is not None:
            told["success"] = result.passed
        criteria: list[Json] = [_criterion(each) for each in dossier.marks]
        told["extensions"] = {
            f"{iri}/extensions/criteria": criteria,
            f"{iri}/extensions/provisional": dossier.scorecard.provisional,
            f"{iri}/extensions/signed": dossier.judgement.signed_by is not None,
        }
        yield _statement(verb, scenario, told, judged_at, dossier, sender, iri)
    low, high = (pick(level.level for level in dossier.rubric.levels) for pick in (min, max))
    for each in dossier.marks:
        criterion = dossier.criteria.get(each.mark.criterion)
        if each.level is None or criterion is None:
            continue
        about: dict[str, Json] = {
            "id": f"{_rubric_iri(dossier, iri)}/criteria/{quote(criterion.id, safe='')}",
            "objectType": "Activity",
            "definition": {
                "type": f"{ACTIVITIES}objective",
                "name": _both(criterion.name),
                "description": {"en": plain(criterion.formula)},
            },
        }
        scaled = dossier.rubric.points(each.level) / POINTS[1]
        level: dict[str, Json] = {
            "score": _score(scaled, float(each.level), float(low), float(high)),
            "extensions": {f"{iri}/extensions/criterion": _criterion(each)},
        }
        yield _statement("scored", about, level, judged_at, dossier, sender, iri, parent=scenario)


def _statement(
    verb: str,
    about: dict[str, Json],
    result: dict[str, Json],
    timestamp: str,
    dossier: Dossier,
    sender: Sender,
    iri: str,
    *,
    parent: dict[str, Json] | None = None,
) -> dict[str, Json]:
    header = dossier.log.header
    grouping: list[Json] = [
        {
            "id": _rubric_iri(dossier, iri),
            "objectType": "Activity",
            "definition": {"type": f"{ACTIVITIES}assessment", "name": _both(_title(dossier))},
        }
    ]
    activities: dict[str, Json] = {"grouping": grouping}
    if parent is not None:
        activities["parent"] = [{"id": parent["id"], "objectType": "Activity"}]
    context: dict[str, Json] = {
        "registration": str(uuid5(NAMESPACE_URL, f"{iri}/sessions/{header.id}")),
        "platform": "Bolian",
        "language": header.language.value,
        "contextActivities": activities,
        "extensions": {
            f"{iri}/extensions/take": header.take,
            f"{iri}/extensions/mode": header.mode.value,
            f"{iri}/extensions/scenario-version": header.scenario_version,
            f"{iri}/extensions/program": f"bolian {header.app_version}",
        },
    }
    if dossier.judgement.signed_by is not None:
        context["instructor"] = _agent("instructor", dossier.judgement.signed_by, "", sender, iri)
    name = dossier.trainee if sender.named else ""
    return {
        "actor": _agent("trainee", header.trainee, name, sender, iri),
        "verb": {"id": f"{VERBS}{verb}", "display": _both(WORDS[verb])},
        "object": about,
        "result": result,
        "context": context,
        "timestamp": timestamp,
        "version": VERSION,
    }


def _agent(kind: str, id: str, name: str, sender: Sender, iri: str) -> dict[str, Json]:
    account: dict[str, Json] = {"homePage": iri, "name": pseudonym(kind, id, sender.salt)}
    agent: dict[str, Json] = {"objectType": "Agent", "account": account}
    return {**agent, "name": plain(name)} if plain(name) else agent


def _scenario(dossier: Dossier, iri: str) -> dict[str, Json]:
    scenario = dossier.log.scenario
    return {
        "id": f"{iri}/scenarios/{quote(scenario.id, safe='')}",
        "objectType": "Activity",
        "definition": {"type": f"{ACTIVITIES}simulation", "name": _both(scenario.title)},
    }


def _rubric_iri(dossier: Dossier, iri: str) -> str:
    card = dossier.scorecard
    return f"{iri}/rubrics/{quote(card.rubric, safe='')}/{quote(card.version, safe='')}"


def _title(dossier: Dossier) -> Text:
    return Text(dossier.rubric.title("zh"), dossier.rubric.title("en"))


def _criterion(each: JudgedMark) -> dict[str, Json]:
    mark = each.mark
    value = mark.measurement.value
    return {
        "id": mark.criterion,
        "level": each.level,
        "machine_level": mark.machine,
        "standing": each.standing.value,
        "value": None if value is None else round(value, 4),
        "unit": mark.unit,
        "why_none": None if mark.measurement.why_none is None else mark.measurement.why_none.value,
        "weight": round(mark.weight, 2),
    }


def _score(scaled: float, raw: float, low: float, high: float) -> dict[str, Json]:
    return {"scaled": round(scaled, 4), "raw": raw, "min": low, "max": high}


def _both(text: Text) -> dict[str, Json]:
    """A language map; what nobody worded is left out."""
    return {language: plain(text[language]) for language in ("zh", "en") if plain(text[language])}


def _moment(utc: str) -> datetime:
    return datetime.fromisoformat(utc)


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _with_id(statement: dict[str, Json]) -> dict[str, Json]:
    """Named by what it says: sent twice it is one statement, and another result is another one."""
    told = json.dumps(statement, ensure_ascii=False, sort_keys=True)
    return {"id": str(uuid5(NAMESPACE_URL, told)), **statement}
