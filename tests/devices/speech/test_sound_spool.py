"""Sound that waits is given back in its order and none is lost, in memory or on disk."""

from __future__ import annotations

import tempfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.devices import sound_spool
from simulator.devices.sound_spool import IN_MEMORY, Piece, SoundSpool

SECOND = 16_000


def piece(number: int, samples: int = SECOND) -> Piece:
    return Piece(float(number), number.to_bytes(2, "little") * samples)


def test_ten_minutes_come_back_whole_and_little_of_it_lies_in_memory() -> None:
    spool = SoundSpool()
    for number in range(600):
        spool.put(piece(number))
    assert spool.samples == 600 * SECOND
    assert sum(each.samples for each in spool._pieces) <= IN_MEMORY + SECOND
    assert [spool.take() for _ in range(600)] == [piece(number) for number in range(600)]
    assert not spool
    assert spool.samples == 0
    assert spool._file is None, "the file goes once it is empty"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(("put", "take", "again")), max_size=80))
def test_whatever_is_put_taken_and_put_back_the_order_holds(acts: list[str]) -> None:
    spool, expected, number = SoundSpool(), [], 0
    taken: list[Piece] = []
    for act in acts:
        if act == "put":
            new = piece(number, 4 * SECOND)
            number += 1
            spool.put(new)
            expected.append(new)
        elif act == "take" and expected:
            taken.append(spool.take())
            assert taken[-1] == expected.pop(0)
        elif act == "again":
            spool.put_back(taken)
            expected[:0] = taken
            taken = []
        assert spool.samples == sum(each.samples for each in expected)
    assert [spool.take() for _ in range(len(expected))] == expected
    spool.clear()


def test_a_disk_that_takes_nothing_more_loses_no_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    spool = SoundSpool()
    for number in range(40):
        spool.put(piece(number))

    class Full:
        def __init__(self, under: object) -> None:
            self._under = under

        def __getattr__(self, name: str) -> object:
            return getattr(self._under, name)

        def write(self, _: bytes) -> int:
            raise OSError(28, "No space left on device")

    under = spool._file
    assert under is not None
    spool._file = Full(under)  # type: ignore[assignment]
    for number in range(40, 60):
        spool.put(piece(number))
    assert [spool.take().at for _ in range(60)] == [float(number) for number in range(60)]
    under.close()

    def none_at_all(**_: object) -> object:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(sound_spool.tempfile, "TemporaryFile", none_at_all)
    for number in range(60):
        spool.put(piece(number))
    assert [spool.take().at for _ in range(60)] == [float(number) for number in range(60)]


def test_the_file_on_disk_has_no_name(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    spool = SoundSpool()
    for number in range(60):
        spool.put(piece(number))
    assert spool._file is not None
    spool.clear()
    assert list(tmp_path.iterdir()) == []  # type: ignore[attr-defined]
