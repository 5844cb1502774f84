"""A muted viewer falls silent, and the others saw it: cheap for a troublemaker, dear for an honest one."""

from dataclasses import replace
from itertools import pairwise

import pytest

from simulator.assets import assets_folder
from simulator.audience.audience import Audience, Outputs
from simulator.audience.hosts import Host
from simulator.audience.parameters import DEFAULT
from simulator.audience.reference import reference_scenario
from simulator.audience.rollouts import Stage, rollouts
from simulator.domain.crowd import CommentPosted, Reason, StockChanged, ViewersLeft
from simulator.domain.desk import CommentPinned, ProductPinned, StockCorrected, ViewerMuted
from simulator.domain.events import Event, VoiceStarted
from simulator.domain.findings import PriceVerdict
from simulator.domain.scenario import Crowd, Incident, Scenario
from simulator.storage.content import FolderLibrary
from tests.audience import hosts
from tests.audience.oracle_mind import UNJUST, Mind

LIBRARY = FolderLibrary(assets_folder())
TAXONOMY = LIBRARY.taxonomy()


def muted(at: float, *wrote: str, viewer: str = "v1", incidents: tuple[str, ...] = ()) -> ViewerMuted:
    return ViewerMuted(at=at, viewer=viewer, wrote=wrote, incidents=incidents)


def shop(**changes: object) -> Scenario:
    crowd = Crowd(preset="flat", entries_per_min=900, follower_share=0.3, comment_multiplier=4.0, opening_viewers=120)
    return replace(LIBRARY.scenario("S01"), **{"crowd": crowd, "incidents": (), **changes})


def room(scenario: Scenario | None = None) -> Audience:
    return Audience(scenario or shop(), TAXONOMY, 11, wording=LIBRARY.wording(shop().language))


def written(told: list[Event]) -> list[CommentPosted]:
    return [event for event in told if isinstance(event, CommentPosted)]


def talkers(told: list[Event]) -> dict[str, int]:
    """How many lines each viewer wrote."""
    found: dict[str, int] = {}
    for comment in written(told):
        found[comment.viewer.id] = found.get(comment.viewer.id, 0) + 1
    return found


# ------------------------------------------------------------------------------------ what the room feels


@pytest.mark.parametrize("wrote", UNJUST)
def test_the_room_feels_a_muting_as_the_oracle_says(wrote: tuple[str, ...]) -> None:
    scenario = reference_scenario(entries_per_min=0)
    quiet = replace(scenario, crowd=replace(scenario.crowd, opening_viewers=0))
    audience = Audience(quiet, TAXONOMY, 3, outputs=Outputs(events=False, voices=False))
    mind = Mind(quiet, DEFAULT)
    acts = {
        2: [VoiceStarted(at=0.2)],
        10: [hosts.price(1.0, PriceVerdict.WRONG)],
        20: [muted(2.0, *wrote)],
        40: [CommentPinned(at=4.0, comment="c1", category="troll")],
        60: [CommentPinned(at=6.0, comment="c2", category="price")],
    }
    for tick in range(80):
        now = round(tick / 10, 6)
        heard = acts.get(tick, [])
        audience.step(heard)
        mind.hear(heard, now)
        mind.relax(now)
        assert audience.room.trust == pytest.approx(mind.trust, abs=1e-9)
        assert audience.room.discontent == pytest.approx(mind.discontent, abs=1e-9)
    assert audience.room.trust != pytest.approx(DEFAULT.trust_start, abs=1e-3)


def test_a_muted_critic_costs_more_than_a_muted_troll_and_both_engines_say_so() -> None:
    scenario = reference_scenario(entries_per_min=3000, length=200)
    left = {}
    for name, wrote in (("nobody", None), ("troll", ("troll",)), ("critic", ("complaint",))):
        acts: list[Event] = [VoiceStarted(at=0)]
        acts += [muted(60 + n, *wrote, viewer=f"v{n}") for n in range(3)] if wrote is not None else []
        host = Host("host", tuple(acts))
        outcomes = rollouts(Stage(scenario, TAXONOMY, 5), host, range(8), until=200, tick_s=0.5, fast=False)
        left[name] = outcomes.last("left")
    assert (left["critic"] - left["nobody"]).mean() > 20
    assert (left["critic"] - left["nobody"]).min() > 0
    assert abs((left["troll"] - left["nobody"]).mean()) < 0.2 * (left["critic"] - left["nobody"]).mean()


def test_the_incident_of_abuse_makes_any_line_abuse() -> None:
    scenario = shop(incidents=(Incident(id="leak", kind="privacy_leak", at=5.0),))
    audience, other = room(scenario), room(scenario)
    for each, incidents in ((audience, ("leak",)), (other, ())):
        hosts.play(each, {100: [muted(10.0, "situation", incidents=incidents)]}, 11.0)
    assert audience.room.trust > other.room.trust


def test_whoever_leaves_over_it_names_the_moment_of_the_muting() -> None:
    script = hosts.script(VoiceStarted(at=0.0), *(muted(30.0, "complaint", viewer=f"v{n}") for n in range(4)))
    told = hosts.play(room(), script, 60.0)
    blamed = [event for event in told if isinstance(event, ViewersLeft) and event.cause.since == 30.0]
    assert sum(event.count for event in blamed) > 5


# ------------------------------------------------------------------------------------ what is written of it


@pytest.mark.parametrize("wrote", [(), ("price",), ("complaint",)])
def test_a_few_write_that_a_muting_was_unjust_and_name_its_moment(wrote: tuple[str, ...]) -> None:
    script = hosts.script(VoiceStarted(at=0.0), muted(30.0, *wrote, viewer="v2"))
    outcry = [line for line in written(hosts.play(room(), script, 90.0)) if line.cause.reason is Reason.MUTED]
    assert 1 <= len(outcry) <= 4
    assert all(line.cause.since == 30.0 and 30.0 <= line.at < 50.1 for line in outcry)
    assert not any(line.viewer.id == "v2" or line.wants_answer for line in outcry)
    known = {skeleton.text for skeleton in LIBRARY.wording(shop().language).reactions["muting"]}
    assert all(any(line.text.startswith(text[:4]) for text in known) for line in outcry)


@pytest.mark.parametrize("wrote", [("troll",), ("lottery_spam",), ("complaint", "troll")])
def test_nobody_writes_of_a_muting_that_was_deserved(wrote: tuple[str, ...]) -> None:
    script = hosts.script(VoiceStarted(at=0.0), muted(30.0, *wrote, viewer="v2"))
    told = written(hosts.play(room(), script, 90.0))
    assert told and not any(line.cause.reason is Reason.MUTED for line in told)


def test_who_mutes_again_hears_of_it_again_and_an_incident_keeps_its_own_reactions() -> None:
    wave = shop(incidents=(Incident(id="stock", kind="out_of_stock", at=5.0),))
    acts = (muted(at, "price", viewer=f"v{at}") for at in (20.0, 60.0))
    lines = written(hosts.play(room(wave), hosts.script(VoiceStarted(at=0.0), *acts), 100.0))
    assert {line.cause.since for line in lines if line.cause.reason is Reason.MUTED} == {20.0, 60.0}
    plain = written(hosts.play(room(wave), hosts.script(VoiceStarted(at=0.0)), 100.0))
    reactions = {skeleton.text[:4] for skeleton in LIBRARY.wording(shop().language).reactions["out_of_stock"]}
    assert any(line.text[:4] in reactions for line in plain) and any(line.text[:4] in reactions for line in lines)


# ------------------------------------------------------------------------------------ who falls silent


def test_a_muted_viewer_writes_no_more_and_nobody_else_does_less() -> None:
    script = hosts.script(VoiceStarted(at=0.0), ProductPinned(at=1.0, product="orange"))
    told = hosts.play(room(), script, 240.0)
    loud = max(talkers([event for event in told if event.at > 60.0]).items(), key=lambda each: each[1])[0]
    first = next(comment for comment in written(told) if comment.viewer.id == loud)
    at = round(first.at + 0.1, 6)
    assert sum(comment.viewer.id == loud for comment in written(told)) >= 2
    heard = {**script, round(at * 10): [muted(at, "lottery_spam", viewer=loud)]}
    audience = room()
    after = hosts.play(audience, heard, 240.0)
    assert sum(comment.viewer.id == loud for comment in written(after)) == 1
    assert audience.counters_hash() == (plain := room(), hosts.play(plain, script, 240.0))[0].counters_hash()
    assert len(written(after)) > 0.9 * len(written(told))


def test_two_runs_with_a_muting_tell_the_same_and_go_on_from_a_snapshot() -> None:
    script = hosts.script(VoiceStarted(at=0.0), muted(12.0, "greeting", viewer="v2"), muted(20.0, "troll", viewer="v5"))
    whole = room()
    told = hosts.play(whole, script, 60.0)
    assert told == hosts.play(room(), script, 60.0)
    early = room()
    before = hosts.play(early, script, 30.0)
    late = room()
    late.restore(early.snapshot())
    assert before + hosts.play(late, script, 60.0) == told


def test_one_voice_of_an_incident_fewer_is_one_line_fewer() -> None:
    scenario = shop(incidents=(Incident(id="wave", kind="troll_wave", at=5.0),))
    told = hosts.play(room(scenario), {}, 60.0)
    lines = [comment for comment in written(told) if comment.incident == "wave"]
    assert len(lines) >= 3
    at = round(lines[0].at + 0.1, 6)
    act = muted(at, "troll", viewer=lines[0].viewer.id, incidents=("wave",))
    fewer = hosts.play(room(scenario), {round(at * 10): [act]}, 60.0)
    assert sum(comment.incident == "wave" for comment in written(fewer)) == len(lines) - 1


def test_one_who_presses_alone_presses_no_more() -> None:
    plan = Incident(id="trap", kind="health_trap", at=5.0, presses=3)
    told = hosts.play(room(shop(incidents=(plan,))), {}, 90.0)
    lines = [comment for comment in written(told) if comment.incident == "trap"]
    assert len({comment.viewer.id for comment in lines}) == 1 < len(lines)
    at = round(lines[0].at + 0.1, 6)
    act = muted(at, "compliance_trap_health", viewer=lines[0].viewer.id, incidents=("trap",))
    after = hosts.play(room(shop(incidents=(plan,))), {round(at * 10): [act]}, 90.0)
    assert sum(comment.incident == "trap" for comment in written(after)) == 1


# ------------------------------------------------------------------------------------ the counter


@pytest.mark.parametrize("lag", [0.0, 20.0])
def test_a_corrected_counter_shows_what_was_set_and_falls_with_the_orders_that_follow(lag: float) -> None:
    first, *others = shop().products
    oversold = replace(first, stock=60, counter_stock=90, counter_lag=lag)
    scenario = shop(products=(oversold, *others))
    script = hosts.expert() | {}
    script[600] = [*script.get(600, []), StockCorrected(at=60.0, product="orange", units=25)]
    script[10] = [*script.get(10, []), ProductPinned(at=1.0, product="orange")]
    audience = room(scenario)
    told = [event for event in hosts.play(audience, script, 110.0) if isinstance(event, StockChanged)]
    counters = [event for event in told if event.product == "orange"]
    at_once = next(event for event in counters if event.at >= 60.0)
    assert at_once.at == 60.0
    taken = next(event.left for event in reversed(counters) if event.at < 60.0) - at_once.left
    assert at_once.counter == (25 - taken if lag == 0 else 25)
    later = counters[-1]
    assert later.counter < 25
    if lag == 0:
        assert later.counter - later.left == at_once.counter - at_once.left
    assert all(a.counter >= b.counter for a, b in pairwise(counters) if a.at >= 60.0)
