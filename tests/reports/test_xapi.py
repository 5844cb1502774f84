"""Statements for a learning system: their structure, their verbs, their scores, and who stands in them."""

from __future__ import annotations

import json

import pytest

from simulator.domain.judgement import Judgement, Override
from simulator.domain.machine import Device
from simulator.domain.session import SessionLog
from simulator.ports import ContentError
from simulator.reports.xapi import DEFAULT_IRI, Sender, checked_iri, statements, xapi_text
from tests.rehearsed import good_run
from tests.reports.dossiers import ATTACK, WHEN, dossier_of
from tests.reports.xapi_structure import Statement
from tests.stream import Stream

SALT = b"k" * 32
REGISTRY = {f"http://adlnet.gov/expapi/verbs/{verb}" for verb in ("completed", "passed", "failed", "scored")}
OURS = "https://school.example/live"


def told(log: SessionLog, judgement: Judgement | None = None, **more: object) -> list[Statement]:
    sender = Sender(**{"salt": SALT, "iri": OURS, **more})  # type: ignore[arg-type]
    text = xapi_text(dossier_of(log, judgement), sender)
    return [Statement.model_validate(each) for each in json.loads(text)]


def signed(*overrides: Override) -> Judgement:
    return Judgement(session="s", overrides=overrides, signed_by="王老师", signed_at_utc=WHEN)


def test_every_statement_has_the_published_structure_and_a_verb_of_the_registry():
    found = told(good_run().log(), signed())
    assert {each.verb.id for each in found} <= REGISTRY
    assert all(each.object.id.startswith(OURS) and each.actor.account.homePage == OURS for each in found)
    assert len({each.id for each in found}) == len(found)


def test_a_session_is_completed_and_judged():
    completed, judged, *levels = told(good_run().log(), signed())
    assert completed.verb.display == {"zh": "完成", "en": "completed"}
    assert completed.result is not None and completed.result.completion is True
    assert completed.result.duration == "PT600.00S"
    assert completed.timestamp == "2026-11-23T09:10:00.000Z"
    assert judged.verb.id.endswith("/passed") and judged.timestamp == "2026-11-23T10:00:00.000Z"
    result = judged.result
    assert result is not None and result.score is not None and result.success is True
    assert (result.score.raw, result.score.min, result.score.max) == (95.7, 0.0, 100.0)
    assert result.score.scaled == pytest.approx(0.957)
    assert result.extensions is not None
    criteria = result.extensions[f"{OURS}/extensions/criteria"]
    assert len(criteria) == 25 and criteria[0]["id"] == "A1" and criteria[0]["level"] == 5
    assert levels and all(each.verb.id.endswith("/scored") for each in levels)


def test_each_criterion_with_a_level_is_scored_below_its_session():
    override = Override(criterion="A1", level=2, machine_level=5, reason="背稿", instructor="王老师", at_utc=WHEN)
    found = told(good_run().log(), signed(override))
    opening = next(each for each in found if each.object.id.endswith("/criteria/A1"))
    assert opening.result is not None and opening.result.score is not None
    assert (opening.result.score.raw, opening.result.score.max, opening.result.score.scaled) == (2.0, 5.0, 0.4)
    assert opening.context is not None and opening.context.contextActivities is not None
    assert [each.id for each in opening.context.contextActivities.parent or []] == [found[0].object.id]
    assert not any(each.object.id.endswith("/criteria/E5") for each in found), "nobody gave it a level"


def test_nobody_is_named_unless_it_is_asked_for():
    text = xapi_text(dossier_of(good_run().log(), signed(), trainee="林小满"), Sender(salt=SALT))
    assert "林小满" not in text and "王老师" not in text and '"t1"' not in text
    assert DEFAULT_IRI in text
    named = statements(dossier_of(good_run().log(), trainee="林小满"), Sender(salt=SALT, named=True))
    assert all(each["actor"]["name"] == "林小满" for each in named)  # type: ignore[call-overload, index]


def test_a_trainee_is_the_same_under_one_key_and_another_under_another():
    one, again = told(good_run().log())[0], told(good_run().log())[0]
    other = told(good_run().log(), salt=b"o" * 32)[0]
    assert one == again
    assert one.actor != other.actor and one.id != other.id


def test_another_result_is_another_statement_and_the_session_stays_one():
    override = Override(criterion="A1", level=1, machine_level=5, reason="背稿", instructor="王老师", at_utc=WHEN)
    before, after = told(good_run().log()), told(good_run().log(), Judgement(session="s", overrides=(override,)))
    assert before[0].id == after[0].id and before[1].id != after[1].id
    assert {each.context.registration for each in (*before, *after) if each.context} == {
        before[0].context.registration  # type: ignore[union-attr]
    }


def test_without_a_total_there_is_no_score():
    found = told(Stream(length=60).loses(Device.MICROPHONE, 0).log())
    assert found[0].verb.id.endswith("/completed")
    assert not any(each.object.id == found[0].object.id for each in found[1:])


def test_a_name_with_markup_is_text():
    (first, *_) = statements(dossier_of(good_run().log(), trainee=f"{ATTACK}\x00"), Sender(salt=SALT, named=True))
    assert first["actor"]["name"] == ATTACK  # type: ignore[call-overload, index]


@pytest.mark.parametrize("text", ["https://school.example/live/", " http://a.b "])
def test_an_address_may_end_in_a_slash(text: str):
    assert not checked_iri(text).endswith(("/", " "))


@pytest.mark.parametrize(
    "text", ["", "school", "ftp://a.b", "https://", "https://a.b/?q=1", "https://a.b/<x>", "http://a b"]
)
def test_what_is_no_address_is_refused(text: str):
    with pytest.raises(ContentError) as refused:
        checked_iri(text)
    assert refused.value.code == "iri_wrong"
