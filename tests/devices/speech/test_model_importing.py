"""Models from sticks: hostile archives, and folders."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from simulator.devices.models import (
    ModelShelf,
    ModelState,
)
from simulator.devices.models.shelf import ARRIVING
from simulator.ports import ContentError
from tests.devices.speech.model_files import ID, files_below, known, never, vosk_like, zipped

# ------------------------------------------------------------------------------------ hostile archives


def link() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{ID}/link")
    entry.external_attr = 0o120777 << 16
    return entry


def with_entry(name: str | zipfile.ZipInfo, content: bytes = b"x") -> bytes:
    made = io.BytesIO(zipped(vosk_like()))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../../out", "model_archive_unsafe"),
        ("/out", "model_archive_unsafe"),
        ("C:/out", "model_archive_unsafe"),
        ("\\\\server\\out", "model_archive_unsafe"),
        (f"{ID}/{'x' * 300}", "model_archive_unsafe"),
        (f"{ID}/a\nb", "model_archive_unsafe"),
        (link(), "model_archive_unsafe"),
        (f"{ID}/am/final.mdl/below", "model_archive_unsafe"),
    ],
)
def test_an_archive_that_reaches_outside_is_refused_whole(tmp_path, name, code):
    content = with_entry(name)
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / f"{ID}.zip").write_bytes(content)
    shelf = ModelShelf(tmp_path / "models", [known(content)])
    with pytest.raises(ContentError) as raised:
        shelf.import_from(tmp_path / "stick" / f"{ID}.zip", lambda _: None, never)
    assert raised.value.code == code
    assert files_below(tmp_path) == {f"models/{ARRIVING}/{ID}.lock", f"stick/{ID}.zip"}


def lying(archive: bytes) -> bytes:
    """The same archive, its directory claiming that every file is tiny."""
    made = bytearray(archive)
    place = made.find(b"PK\x01\x02")
    while place >= 0:
        made[place + 24 : place + 28] = (10).to_bytes(4, "little")
        place = made.find(b"PK\x01\x02", place + 4)
    return bytes(made)


BOMB = zipped({**vosk_like(), f"{ID}/bomb": bytes(100_000_000)})
ENCRYPTED = bytearray(zipped(vosk_like()))
ENCRYPTED[ENCRYPTED.find(b"PK\x01\x02") + 8] |= 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (BOMB, "model_archive_too_large"),
        (lying(BOMB), "model_archive_unreadable"),
        (bytes(ENCRYPTED), "model_archive_unsafe"),
        (zipped(vosk_like())[:-300], "model_archive_unreadable"),
        (b"", "model_archive_unreadable"),
        (b"not a zip at all", "model_archive_unreadable"),
        (zipped({}), "model_archive_unsafe"),
        (zipped({f"{ID}/{place}": b"" for place in range(2_001)}), "model_archive_unsafe"),
        (zipped({f"{ID}/am/final.mdl": b"x"}), "model_incomplete"),
    ],
    ids=["bomb", "lying bomb", "encrypted", "truncated", "empty", "text", "nothing in it", "many", "half"],
)
def test_an_archive_that_is_not_sound_is_refused_and_leaves_nothing(tmp_path, content, code):
    stick = tmp_path / "stick.zip"
    stick.write_bytes(content)
    shelf = ModelShelf(tmp_path / "models", [known(content or b"x", pinned=False)])
    with pytest.raises(ContentError) as raised:
        shelf.import_from(stick, lambda _: None, never, ID)
    assert raised.value.code == code
    assert files_below(tmp_path / "models") == {f"{ARRIVING}/{ID}.lock"}


def test_a_flipped_bit_in_an_archive_is_found(tmp_path):
    content = bytearray(zipped(vosk_like(), zipfile.ZIP_STORED))
    content[20_000] ^= 1
    (tmp_path / "stick.zip").write_bytes(content)
    shelf = ModelShelf(tmp_path / "models", [known(b"x", pinned=False)])
    with pytest.raises(ContentError) as raised:
        shelf.import_from(tmp_path / "stick.zip", lambda _: None, never, ID)
    assert raised.value.code == "model_archive_unreadable"


# ------------------------------------------------------------------------------------ importing


def on_stick(tmp_path: Path, top: str = ID) -> Path:
    for name, content in vosk_like(top).items():
        path = tmp_path / "stick" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "stick" / top


def test_a_folder_is_imported_by_its_name(tmp_path, archive):
    shelf = ModelShelf(tmp_path / "models", [known(archive)])
    entry = shelf.import_from(on_stick(tmp_path), lambda _: None, never)
    assert entry.state is ModelState.INSTALLED
    assert not entry.checked
    assert shelf.verify(ID, never) == ()


def test_a_zip_is_held_against_its_pin(tmp_path, archive):
    shelf = ModelShelf(tmp_path / "models", [known(archive)])
    stick = tmp_path / f"{ID}.zip"
    stick.write_bytes(zipped(vosk_like()))
    with pytest.raises(ContentError) as raised:
        shelf.import_from(stick, lambda _: None, never)
    assert raised.value.code in ("model_size_wrong", "model_hash_wrong")
    stick.write_bytes(archive)
    assert shelf.import_from(stick, lambda _: None, never).checked


def test_what_is_no_known_model_is_told(tmp_path, archive):
    shelf = ModelShelf(tmp_path / "models", [known(archive)])
    with pytest.raises(ContentError) as raised:
        shelf.import_from(on_stick(tmp_path, "holiday-pictures"), lambda _: None, never)
    assert raised.value.code == "model_unrecognised"
    with pytest.raises(ContentError) as raised:
        shelf.import_from(tmp_path / "none.zip", lambda _: None, never)
    assert raised.value.code == "model_import_missing"


def test_a_folder_with_links_is_refused(tmp_path, archive):
    shelf = ModelShelf(tmp_path / "models", [known(archive)])
    folder = on_stick(tmp_path)
    (folder / "secret").symlink_to("/etc/hostname")
    with pytest.raises(ContentError) as raised:
        shelf.import_from(folder, lambda _: None, never)
    assert raised.value.code == "model_folder_unsafe"


def test_an_import_can_be_cancelled_and_leaves_nothing(tmp_path, archive):
    shelf = ModelShelf(tmp_path / "models", [known(archive)])
    with pytest.raises(InterruptedError):
        shelf.import_from(on_stick(tmp_path), lambda _: None, lambda: True)
    assert shelf.entry(ID).state is ModelState.ABSENT
