"""Planned surprises that speak through the chat."""

from dataclasses import replace

from simulator.assets import assets_folder
from simulator.audience.audience import Audience
from simulator.domain.crowd import CommentPosted, IncidentClosed, IncidentOpened, Way
from simulator.domain.findings import IncidentHandled
from simulator.domain.scenario import Incident
from simulator.domain.units import Span
from simulator.storage.comment_files import load_wording
from simulator.storage.content import FolderLibrary
from tests.audience import hosts

ASSETS = assets_folder()
LIBRARY = FolderLibrary(ASSETS)


def room(*incidents: Incident, name: str = "S03") -> Audience:
    scenario = replace(LIBRARY.scenario(name), incidents=incidents)
    return Audience(scenario, LIBRARY.taxonomy(), 5, wording=load_wording(ASSETS, scenario.language))


def tell(audience: Audience, until: float, *heard: IncidentHandled) -> list[object]:
    told = hosts.play(audience, hosts.script(*heard), until)
    return [
        event
        for event in told
        if isinstance(event, IncidentOpened | IncidentClosed)
        or (isinstance(event, CommentPosted) and event.incident is not None)
    ]


def handled(at: float, incident: str = "cough") -> IncidentHandled:
    return IncidentHandled(at=at, said=Span(at, at), incident=incident, quote="")


TRAP = Incident(id="cough", kind="health_trap", at=10.0, product="honey", lines=("治咳嗽吗", "都说能治"), presses=2)


def test_somebody_asks_insists_and_is_given_up_on():
    opened, first, second, closed = tell(room(TRAP), 200)
    assert opened == IncidentOpened(at=10.0, incident="cough", kind="health_trap")
    assert isinstance(first, CommentPosted) and isinstance(second, CommentPosted)
    assert (first.at, first.text, second.at, second.text) == (10.0, "治咳嗽吗", 30.0, "都说能治")
    assert first.viewer == second.viewer
    assert first.category == "compliance_trap_health" and first.wants_answer and first.incident == "cough"
    assert closed == IncidentClosed(at=130.0, incident="cough", handled=False, by=Way.TIME)


def test_what_it_asks_for_ends_it_and_another_word_does_not():
    audience = room(TRAP)
    tell(audience, 15)
    assert tell(audience, 25, handled(16.0, "other")) == []
    (closed,) = tell(audience, 60, handled(26.0))
    assert closed == IncidentClosed(at=26.0, incident="cough", handled=True, lead=16.0, by=Way.SPEECH)


def test_a_wave_comes_from_many():
    wave = Incident(id="trolls", kind="troll_wave", at=5.0)
    told = tell(room(wave), 120)
    lines = [event for event in told if isinstance(event, CommentPosted)]
    assert len(lines) == 5
    assert len({line.viewer.id for line in lines}) == 5
    assert lines[-1].at - lines[0].at <= 30
    assert not any(line.wants_answer for line in lines)


def test_an_incident_without_words_opens_all_the_same():
    told = tell(room(Incident(id="dark", kind="network_drop", at=5.0)), 60)
    assert told[0] == IncidentOpened(at=5.0, incident="dark", kind="network_drop")
