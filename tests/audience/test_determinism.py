"""Same seed, same scenario, same host: the same audience."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.assets import assets_folder
from simulator.audience.audience import Audience, Outputs
from simulator.audience.parameters import DEFAULT
from simulator.domain.crowd import CommentPosted, OrderPlaced
from simulator.domain.language import Language
from simulator.storage.comment_files import load_wording
from simulator.storage.content import FolderLibrary
from tests.audience import hosts

SECONDS = 80.0
HOST = hosts.expert()


def spoken(language: Language = Language.ZH, **changes: object) -> Audience:
    assets: Path = assets_folder()
    return Audience(
        hosts.scenario(entries_per_min=600, language=language),
        FolderLibrary(assets).taxonomy(),
        7,
        wording=load_wording(assets, language),
        **changes,  # type: ignore[arg-type]
    )


def test_two_runs_tell_the_same():
    assert hosts.play(spoken(), HOST, SECONDS) == hosts.play(spoken(), HOST, SECONDS)


@pytest.mark.parametrize("chunk", [0.1, 3.7, 60.0])
def test_going_on_from_snapshots_changes_nothing(chunk):
    whole = spoken()
    told = hosts.play(whole, HOST, SECONDS)
    pieces = []
    state = spoken().snapshot()
    at = 0.0
    while at < SECONDS:
        at = round(min(at + chunk, SECONDS), 6)
        part = spoken()
        part.restore(state)
        pieces += hosts.play(part, HOST, at)
        state = part.snapshot()
        if chunk < 1 and at >= 10:
            chunk = SECONDS
    assert pieces == told
    assert part.counters_hash() == whole.counters_hash()


def test_a_snapshot_is_untouched_by_what_comes_after():
    audience = spoken()
    hosts.play(audience, HOST, 30.0)
    kept = audience.snapshot()
    before = audience.counters_hash()
    hosts.play(audience, HOST, 60.0)
    audience.restore(kept)
    assert audience.counters_hash() == before


def test_what_is_told_moves_no_number():
    hashes = set()
    for outputs in (Outputs(), Outputs(voices=False), Outputs(events=False, voices=False)):
        audience = spoken(outputs=outputs)
        hosts.play(audience, HOST, SECONDS)
        hashes.add(audience.counters_hash())
    assert len(hashes) == 1


def test_how_many_are_named_moves_no_number():
    few = spoken(parameters=replace(DEFAULT, named_at_most=2, lines_per_s=1))
    many = spoken()
    hosts.play(few, HOST, SECONDS)
    hosts.play(many, HOST, SECONDS)
    assert few.counters_hash() == many.counters_hash()


def test_another_language_is_the_same_crowd_in_other_words():
    zh = hosts.play(spoken(), HOST, SECONDS)
    en = hosts.play(spoken(Language.EN), HOST, SECONDS)
    assert len(zh) == len(en)
    for one, other in zip(zh, en, strict=True):
        assert type(one) is type(other) and one.at == other.at
        if isinstance(one, CommentPosted):
            assert isinstance(other, CommentPosted)
            assert (one.id, one.viewer.id, one.topic, one.stands_for) == (
                other.id, other.viewer.id, other.topic, other.stands_for,
            )  # fmt: skip
        elif not isinstance(one, OrderPlaced):
            assert one == other


def test_another_seed_and_another_rollout_are_other_audiences():
    rooms = [hosts.audience(seed=1), hosts.audience(seed=2), hosts.audience(seed=1, rollout=1)]
    for room in rooms:
        hosts.play(room, HOST, 20.0)
    assert len({room.counters_hash() for room in rooms}) == 3


def test_the_host_does_not_move_who_comes_in():
    lonely, lively = hosts.audience(), hosts.audience()
    for tick in range(300):
        lonely.step(())
        lively.step(HOST.get(tick, ()))
        assert lonely.room.entered == lively.room.entered
    assert lonely.room.left != lively.room.left
