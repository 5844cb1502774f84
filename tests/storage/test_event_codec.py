"""Whatever the domain can say is stored and read back exactly; whatever it cannot say is refused."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.events import Event, HostSpoke, Paused, PictureMeasured, WentLive
from simulator.domain.judgement import Confirmation, Judgement, Note, Override, Scorecard
from simulator.domain.rubric import Rubric
from simulator.domain.scenario import Scenario
from simulator.domain.session import SessionHeader, Transcript
from simulator.domain.units import Span
from simulator.storage.content import FolderLibrary
from simulator.storage.event_codec import EVENT_KINDS, CodecError, decoded, encoded, event_of, event_row

WHOLE = (Scorecard, Judgement, Override, Confirmation, Note, SessionHeader, Transcript)


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type as the domain's dataclasses declare it."""
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{field.name: values_of(hints[field.name]) for field in dataclasses.fields(hint)})
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return st.one_of(*(values_of(each) for each in arguments))
    if hint is types.NoneType:
        return st.none()
    if origin is Sequence or (origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis):
        return st.lists(values_of(arguments[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*(values_of(each) for each in arguments))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    plain: Mapping[Any, st.SearchStrategy[Any]] = {
        float: st.floats(allow_nan=False, allow_infinity=False),
        int: st.integers(-(2**70), 2**70),
        bool: st.booleans(),
        str: st.text(st.characters(codec="utf-8"), max_size=12),
    }
    return plain[hint]


def test_every_class_of_the_event_union_is_known() -> None:
    assert set(EVENT_KINDS.values()) == set(get_args(Event))
    assert len(EVENT_KINDS) == len(get_args(Event))


@pytest.mark.parametrize("name", sorted(EVENT_KINDS))
def test_every_event_comes_back_as_it_went(name: str) -> None:
    @given(event=values_of(EVENT_KINDS[name]))
    @settings(max_examples=12, deadline=None)
    def comes_back(event: Event) -> None:
        at, kind, body = event_row(event)
        assert at == event.at
        back = event_of(kind, body)
        assert back == event
        assert type(back) is type(event)
        assert event_row(back) == (at, kind, body)

    comes_back()


@pytest.mark.parametrize("kind", WHOLE, ids=lambda kind: kind.__name__)
def test_marks_and_headers_come_back_as_they_went(kind: type[Any]) -> None:
    @given(value=values_of(kind))
    @settings(max_examples=12, deadline=None)
    def comes_back(value: object) -> None:
        assert decoded(kind, encoded(value)) == value

    comes_back()


def test_a_whole_scenario_and_rubric_come_back(library: FolderLibrary) -> None:
    for scenario in library.scenarios():
        assert decoded(Scenario, encoded(scenario)) == scenario
    assert decoded(Rubric, encoded(library.default_rubric())) == library.default_rubric()


def test_numbers_keep_their_last_bit() -> None:
    pause = Paused(at=0.1 + 0.2, length=5e-324)
    assert event_of(*event_row(pause)[1:]) == pause


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_never_stored(number: float) -> None:
    with pytest.raises(ValueError, match="never stored"):
        event_row(Paused(at=0.0, length=number))


PAUSED = {"at": 1.0, "length": 2.0}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("Vanished", "{}"),
        ("Paused", "not json"),
        ("Paused", "[]"),
        ("Paused", json.dumps({"at": 1.0})),
        ("Paused", json.dumps({**PAUSED, "why": "tea"})),
        ("Paused", json.dumps({**PAUSED, "length": "2"})),
        ("Paused", json.dumps({**PAUSED, "length": True})),
        ("Paused", json.dumps({**PAUSED, "length": None})),
        ("Paused", '{"at": 1.0, "length": NaN}'),
        ("DeviceFailed", '{"at": 1.0, "device": "toaster", "fault": "lost"}'),
        ("Liked", '{"at": 1.0, "count": 1.5}'),
        ("HostSpoke", '{"at": 1.0, "said": {"start": 0.0}, "text": "", "words": [], "engine": ""}'),
        ("StockChanged", '{"at": 1.0, "product": 5, "left": 1, "counter": 1}'),
    ],
)
def test_what_was_damaged_is_refused(kind: str, body: str) -> None:
    with pytest.raises(CodecError):
        event_of(kind, body)


def test_fields_added_later_may_be_missing_in_old_events() -> None:
    old = json.loads(encoded(WentLive(at=0.0)))
    assert event_of("WentLive", json.dumps(old)) == WentLive(at=0.0)
    spoke = HostSpoke(at=1.0, said=Span(0.0, 1.0), text="好", words=(), engine="x")
    assert json.loads(encoded(spoke))["words"] == []


def test_a_picture_measured_before_there_were_faces_and_looks_is_still_read():
    body = '{"at":3.0,"luma":120.0,"too_dark":0.0,"too_bright":0.1,"sharpness":90.0,"face":true}'
    event = event_of("PictureMeasured", body)
    assert isinstance(event, PictureMeasured)
    assert (event.face, event.looking, event.shift, event.pictures) == (True, None, None, 1)
