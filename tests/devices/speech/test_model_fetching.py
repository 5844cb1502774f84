"""Models from servers that behave badly."""

from __future__ import annotations

import pytest

from simulator.devices.models import (
    ModelShelf,
    ModelState,
)
from simulator.devices.models.shelf import ARRIVING
from simulator.domain.machine import Fault
from simulator.ports import ContentError, DeviceError
from tests.devices.speech.model_files import ID, files_below, install, known


def test_a_cut_connection_is_taken_up_where_it_broke(shelf, web):
    web.cut_after, web.cuts = 70_000, 2
    assert install(shelf).state is ModelState.INSTALLED
    assert [wanted for _, wanted in web.asked] == [None, "bytes=70000-", "bytes=140000-"]


def test_the_next_start_goes_on_where_this_one_ended(shelf, web):
    web.cut_after, web.cuts = 70_000, 1
    web.status = None
    calls = iter([False, False])
    with pytest.raises(InterruptedError):
        shelf.install(ID, lambda _: None, lambda: next(calls, True))
    part = next((shelf.folder / ARRIVING).glob("*.part"))
    there = part.stat().st_size
    assert there > 0
    web.asked.clear()
    assert install(shelf).state is ModelState.INSTALLED
    assert web.asked[0][1] == f"bytes={there}-"


def test_a_server_that_knows_no_ranges_begins_again(shelf, web):
    web.ranges = False
    web.cut_after, web.cuts = 70_000, 1
    assert install(shelf).state is ModelState.INSTALLED


def test_a_server_that_brings_nothing_is_given_up(shelf, web):
    web.cut_after, web.cuts = 0, 100
    with pytest.raises(DeviceError) as raised:
        install(shelf)
    assert (raised.value.fault, raised.value.code) == (Fault.LOST, "model_download_failed")
    assert shelf.entry(ID).state is ModelState.ABSENT


def test_another_file_than_the_pinned_one_is_refused_and_not_kept(shelf, web, archive):
    web.files[f"/{ID}.zip"] = bytes(len(archive))
    with pytest.raises(ContentError) as raised:
        install(shelf)
    assert raised.value.code == "model_hash_wrong"
    assert files_below(shelf.folder) == {f"{ARRIVING}/{ID}.lock"}


def test_a_rotten_beginning_is_fetched_again(shelf):
    (shelf.folder / ARRIVING).mkdir(parents=True)
    (shelf.folder / ARRIVING / f"{ID}.{ID}.zip.part").write_bytes(bytes(1_000))
    assert install(shelf).state is ModelState.INSTALLED


def test_a_file_that_never_ends_is_stopped(shelf, web, archive):
    web.files[f"/{ID}.zip"] = archive + bytes(500_000)
    with pytest.raises(ContentError) as raised:
        install(shelf)
    assert raised.value.code == "model_size_wrong"


@pytest.mark.parametrize(("status", "fault"), [(404, Fault.MISSING), (403, Fault.BLOCKED)])
def test_an_address_that_refuses_is_told(shelf, web, status, fault):
    web.status = status
    with pytest.raises(DeviceError) as raised:
        install(shelf)
    assert (raised.value.fault, raised.value.code) == (fault, "model_not_at_address")
    assert raised.value.facts["status"] == status


def test_a_server_in_trouble_is_asked_again_and_then_given_up(shelf, web):
    web.status = 503
    with pytest.raises(DeviceError) as raised:
        install(shelf)
    assert raised.value.code == "model_download_failed"
    assert len(web.asked) == 3


def test_no_server_at_all_is_told(tmp_path, archive):
    shelf = ModelShelf(tmp_path / "models", [known(archive, "http://127.0.0.1:9/x.zip")])
    with pytest.raises(DeviceError) as raised:
        install(shelf)
    assert raised.value.code == "model_download_failed"


def test_an_address_that_is_no_web_address_is_refused(tmp_path, archive):
    (tmp_path / "x.zip").write_bytes(archive)
    shelf = ModelShelf(tmp_path / "models", [known(archive, f"file://{tmp_path}/x.zip")])
    with pytest.raises(ContentError) as raised:
        install(shelf)
    assert raised.value.code == "model_address_wrong"
