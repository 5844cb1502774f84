"""Models: found, fetched, unpacked, verified, imported, removed."""

from __future__ import annotations

import dataclasses
import errno
import hashlib
import io
import json
import os
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest

from simulator.assets import assets_folder
from simulator.devices.models import (
    KnownModel,
    ModelShelf,
    ModelSource,
    ModelState,
    models_dir,
    read_manifest,
)
from simulator.devices.models.disk import disk_faults
from simulator.devices.models.manifest import KnownFile
from simulator.devices.models.shelf import ARRIVING, RECORD
from simulator.devices.vosk_recogniser import VoskEngine
from simulator.domain.events import Fault
from simulator.domain.language import Language
from simulator.ports import ContentError, DeviceError, StoreError
from tests.devices.speech.model_server import serving
from tests.devices.speech.pitches import pitch, said

VOSK_FILES = ("am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph/HCLr.fst", "graph/Gr.fst")
ID = "vosk-model-small-xx-1"
NEVER = lambda: False  # noqa: E731


def zipped(entries: dict[str, bytes], level: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", level) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return made.getvalue()


def vosk_like(top: str = ID) -> dict[str, bytes]:
    """The files a Vosk model must have, with random content: 200 KB that do not compress."""
    return {f"{top}/{name}": os.urandom(40_000) for name in VOSK_FILES}


def known(archive: bytes, url: str | None = None, pinned: bool = True) -> KnownModel:
    file = KnownFile(
        f"{ID}.zip", url, (), len(archive), hashlib.sha256(archive).hexdigest() if pinned else None
    )
    return KnownModel(ID, "vosk", ("en",), "Apache-2.0", ModelSource.ARCHIVE, (file,), ())


def install(shelf: ModelShelf, id: str = ID, **more):
    return shelf.install(id, lambda _: None, NEVER, **more)


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def web():
    with serving() as made:
        yield made


@pytest.fixture
def archive() -> bytes:
    return zipped(vosk_like())


@pytest.fixture
def shelf(tmp_path, web, archive) -> ModelShelf:
    """One model, served whole."""
    web.files[f"/{ID}.zip"] = archive
    return ModelShelf(tmp_path / "models", [known(archive, f"{web.url}/{ID}.zip")])


# ------------------------------------------------------------------------------------ the manifest and the folder


def test_the_manifest_pins_what_is_fetched_unasked():
    models = {model.id: model for model in read_manifest(assets_folder() / "models.json")}
    assert models["vosk-model-small-cn-0.22"].main.sha256.startswith("3af8b0e7")
    assert models["vosk-model-small-cn-0.22"].bytes == 43_898_754
    assert models["whisper-base-packaged"].pinned
    assert not models["whisper-base"].pinned
    assert all(model.licence for model in models.values())
    assert all(file.url.startswith("https://") for model in models.values() for file in model.files if file.url)


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "models/2"},
        {"models": [{"id": "../x"}]},
        {"models": [{"id": "x", "engine": "other"}]},
        {"models": [{"id": "x"}]},
        {"models": [5]},
        {"models": None},
    ],
)
def test_a_wrong_manifest_is_refused(tmp_path, change):
    path = tmp_path / "models.json"
    path.write_text(json.dumps({"schema": "models/1", "models": [], **change}))
    with pytest.raises(ContentError) as raised:
        read_manifest(path)
    assert raised.value.code == "manifest_wrong"


def test_the_folder_is_named_by_the_environment(tmp_path):
    assert models_dir({"BOLIAN_MODELS": str(tmp_path)}) == tmp_path


def test_a_named_folder_must_be_ascii(tmp_path):
    with pytest.raises(StoreError) as raised:
        models_dir({"BOLIAN_MODELS": str(tmp_path / "模型")})
    assert raised.value.code == "models_folder_not_ascii"


def test_models_lie_beside_the_program_unless_its_path_is_chinese(tmp_path):
    assert models_dir({}, prefix=tmp_path / "venv") == tmp_path / "venv/share/bolian/models"
    chinese = tmp_path / "用户" / "venv"
    assert models_dir({}, prefix=chinese, machine=tmp_path / "machine") == tmp_path / "machine/models"
    with pytest.raises(StoreError) as raised:
        models_dir({}, prefix=chinese, machine=tmp_path / "机器", person=tmp_path / "用户" / "data")
    assert raised.value.code == "models_folder_not_ascii"


def test_where_nothing_can_be_written_the_next_folder_is_taken(tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert models_dir({}, prefix=tmp_path / "file", machine=tmp_path / "m") == tmp_path / "m/models"


# ------------------------------------------------------------------------------------ installing


def test_a_model_is_installed_listed_verified_and_removed(shelf):
    assert shelf.entry(ID).state is ModelState.ABSENT
    told: list[float] = []
    entry = shelf.install(ID, told.append, NEVER)
    assert entry.state is ModelState.INSTALLED
    assert entry.checked
    assert files_below(entry.path) == {*VOSK_FILES, RECORD}
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert shelf.find("vosk", "en").id == ID
    assert shelf.find("vosk", "zh") is None
    assert shelf.verify(ID, NEVER) == ()
    assert files_below(shelf.folder / ARRIVING) == {f"{ID}.lock"}
    shelf.remove(ID)
    assert shelf.entry(ID).state is ModelState.ABSENT
    assert not (shelf.folder / ID).exists()


def test_installing_again_asks_nobody(shelf, web):
    install(shelf)
    asked = len(web.asked)
    assert install(shelf).state is ModelState.INSTALLED
    assert len(web.asked) == asked


def test_a_changed_file_is_found(shelf):
    path = install(shelf).path / "am/final.mdl"
    content = bytearray(path.read_bytes())
    content[5] ^= 1
    path.write_bytes(content)
    assert shelf.entry(ID).state is ModelState.INSTALLED  # of the right size
    assert shelf.verify(ID, NEVER) == ("am/final.mdl",)


def test_a_half_copied_model_is_damaged_and_installing_mends_it(shelf):
    path = install(shelf).path / "graph/Gr.fst"
    path.write_bytes(b"half")
    assert shelf.entry(ID).state is ModelState.DAMAGED
    assert shelf.find("vosk", "en") is None
    assert [entry.id for entry in shelf.damaged("en")] == [ID]
    assert install(shelf).state is ModelState.INSTALLED
    assert shelf.verify(ID, NEVER) == ()


def test_what_a_killed_process_left_is_no_model(shelf):
    half = shelf.folder / ARRIVING / ID / ID / "am"
    half.mkdir(parents=True)
    (half / "final.mdl").write_bytes(b"half")
    assert shelf.entry(ID).state is ModelState.ABSENT
    assert install(shelf).state is ModelState.INSTALLED


def test_an_unpinned_model_is_fetched_only_with_a_hash(tmp_path, web, archive):
    web.files["/x.zip"] = archive
    shelf = ModelShelf(tmp_path / "models", [known(archive, f"{web.url}/x.zip", pinned=False)])
    with pytest.raises(ContentError) as raised:
        install(shelf)
    assert raised.value.code == "model_unpinned"
    assert web.asked == []
    assert install(shelf, sha256=hashlib.sha256(archive).hexdigest()).state is ModelState.INSTALLED


def test_single_files_make_a_model(tmp_path, web):
    contents = {name: os.urandom(50) for name in ("config.json", "tokenizer.json", "vocabulary.txt")}
    contents["model.bin"] = os.urandom(100_000)
    files = tuple(
        KnownFile(name, f"{web.url}/hub/{name}", (), len(content) if name == "model.bin" else None, None)
        for name, content in contents.items()
    )
    web.files = {f"/mirror/{ID}/{name}": content for name, content in contents.items()}
    model = KnownModel(ID, "whisper", ("zh",), "MIT", ModelSource.FILES, files, ())
    shelf = ModelShelf(tmp_path / "models", [model], mirror=f"{web.url}/mirror/")
    entry = install(shelf, sha256=hashlib.sha256(contents["model.bin"]).hexdigest())
    assert {name: (entry.path / name).read_bytes() for name in contents} == contents


def test_an_unknown_model_is_told(shelf):
    for act in (shelf.entry, shelf.remove, lambda id: install(shelf, id)):
        with pytest.raises(ContentError) as raised:
            act("other")
        assert raised.value.code == "model_unknown"


# ------------------------------------------------------------------------------------ bad servers


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


def test_a_rotten_beginning_is_fetched_again(shelf, web, archive):
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


# ------------------------------------------------------------------------------------ disks


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are POSIX")
def test_a_full_disk_is_told_and_leaves_no_model(shelf):
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, limits[1]))
    try:
        with pytest.raises(StoreError) as raised:
            install(shelf)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert raised.value.code == "model_disk_full"
    assert shelf.entry(ID).state is ModelState.ABSENT
    assert install(shelf).state is ModelState.INSTALLED


def test_a_model_larger_than_the_disk_is_refused_before_it_is_fetched(tmp_path, web, archive):
    model = known(archive, f"{web.url}/x.zip")
    huge = dataclasses.replace(model, files=(dataclasses.replace(model.main, bytes=10**18),))
    with pytest.raises(StoreError) as raised:
        install(ModelShelf(tmp_path / "models", [huge]))
    assert raised.value.code == "model_disk_full"
    assert raised.value.facts["needed"] == 10**18
    assert web.asked == []


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "model_disk_full"), (errno.EROFS, "models_folder_not_writable")],
)
def test_what_disks_say_is_put_in_our_words(tmp_path, number, code):
    with pytest.raises(StoreError) as raised, disk_faults(tmp_path):
        raise OSError(number, os.strerror(number))
    assert raised.value.code == code


def test_two_processes_install_one_model(shelf, web, archive, tmp_path):
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from simulator.devices.models import ModelShelf, KnownModel, ModelSource
        from simulator.devices.models.manifest import KnownFile

        folder, id, url, size, sha256 = sys.argv[1:]
        file = KnownFile(f"{id}.zip", url, (), int(size), sha256)
        model = KnownModel(id, "vosk", ("en",), "Apache-2.0", ModelSource.ARCHIVE, (file,), ())
        print(ModelShelf(Path(folder), [model]).install(id, lambda _: None, lambda: False).state)
        """
    )
    arguments = [str(shelf.folder), ID, f"{web.url}/{ID}.zip", str(len(archive)), hashlib.sha256(archive).hexdigest()]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).resolve().parents[3],
        )
        for _ in range(3)
    ]
    assert [process.communicate()[0].strip() for process in processes] == ["installed"] * 3
    assert len(web.asked) == 1
    assert shelf.verify(ID, NEVER) == ()


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
        shelf.import_from(tmp_path / "stick" / f"{ID}.zip", lambda _: None, NEVER)
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
        (zipped(vosk_like(), zipfile.ZIP_STORED).replace(b"\x00\x00\x00\x21", b"\x00\x00\x00\x22", 0), None),
    ],
    ids=["bomb", "lying bomb", "encrypted", "truncated", "empty", "text", "nothing in it", "many", "half", "stored"],
)
def test_an_archive_that_is_not_sound_is_refused_and_leaves_nothing(tmp_path, content, code):
    stick = tmp_path / "stick.zip"
    stick.write_bytes(content)
    shelf = ModelShelf(tmp_path / "models", [known(content or b"x", pinned=False)])
    if code is None:
        assert shelf.import_from(stick, lambda _: None, NEVER, ID).state is ModelState.INSTALLED
        return
    with pytest.raises(ContentError) as raised:
        shelf.import_from(stick, lambda _: None, NEVER, ID)
    assert raised.value.code == code
    assert files_below(tmp_path / "models") == {f"{ARRIVING}/{ID}.lock"}


def test_a_flipped_bit_in_an_archive_is_found(tmp_path):
    content = bytearray(zipped(vosk_like(), zipfile.ZIP_STORED))
    content[20_000] ^= 1
    (tmp_path / "stick.zip").write_bytes(content)
    shelf = ModelShelf(tmp_path / "models", [known(b"x", pinned=False)])
    with pytest.raises(ContentError) as raised:
        shelf.import_from(tmp_path / "stick.zip", lambda _: None, NEVER, ID)
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
    entry = shelf.import_from(on_stick(tmp_path), lambda _: None, NEVER)
    assert entry.state is ModelState.INSTALLED
    assert not entry.checked
    assert shelf.verify(ID, NEVER) == ()


def test_a_zip_is_held_against_its_pin(tmp_path, archive):
    shelf = ModelShelf(tmp_path / "models", [known(archive)])
    stick = tmp_path / f"{ID}.zip"
    stick.write_bytes(zipped(vosk_like()))
    with pytest.raises(ContentError) as raised:
        shelf.import_from(stick, lambda _: None, NEVER)
    assert raised.value.code in ("model_size_wrong", "model_hash_wrong")
    stick.write_bytes(archive)
    assert shelf.import_from(stick, lambda _: None, NEVER).checked


def test_what_is_no_known_model_is_told(tmp_path, archive):
    shelf = ModelShelf(tmp_path / "models", [known(archive)])
    with pytest.raises(ContentError) as raised:
        shelf.import_from(on_stick(tmp_path, "holiday-pictures"), lambda _: None, NEVER)
    assert raised.value.code == "model_unrecognised"
    with pytest.raises(ContentError) as raised:
        shelf.import_from(tmp_path / "none.zip", lambda _: None, NEVER)
    assert raised.value.code == "model_import_missing"


def test_a_folder_with_links_is_refused(tmp_path, archive):
    shelf = ModelShelf(tmp_path / "models", [known(archive)])
    folder = on_stick(tmp_path)
    (folder / "secret").symlink_to("/etc/hostname")
    with pytest.raises(ContentError) as raised:
        shelf.import_from(folder, lambda _: None, NEVER)
    assert raised.value.code == "model_folder_unsafe"


def test_an_import_can_be_cancelled_and_leaves_nothing(tmp_path, archive):
    shelf = ModelShelf(tmp_path / "models", [known(archive)])
    with pytest.raises(InterruptedError):
        shelf.import_from(on_stick(tmp_path), lambda _: None, lambda: True)
    assert shelf.entry(ID).state is ModelState.ABSENT


# ------------------------------------------------------------------------------------ packages, and the real thing


def test_the_packaged_whisper_is_joined_with_its_licence(whisper_model):
    record = json.loads((whisper_model / RECORD).read_text())
    assert {each["name"] for each in record["files"]} == {
        "LICENSE",
        "config.json",
        "model.bin",
        "tokenizer.json",
        "vocabulary.json",
    }
    assert "MIT" in (whisper_model / "LICENSE").read_text("utf-8")


def test_missing_packages_are_named(tmp_path):
    file = KnownFile("model.bin", None, ("no_such_package_here/x",), 1, "0" * 64)
    model = KnownModel(ID, "whisper", ("en",), "MIT", ModelSource.PACKAGES, (file,), ("no-such-package-here",))
    with pytest.raises(DeviceError) as raised:
        install(ModelShelf(tmp_path, [model]))
    assert (raised.value.code, raised.value.facts["packages"]) == ("model_packages_missing", ("no-such-package-here",))
    assert not (tmp_path / ID).exists()


@pytest.mark.speech
def test_a_real_model_is_served_installed_loaded_and_hears(korean_model, tmp_path, web):
    made = tmp_path / "made.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(korean_model.rglob("*")):
            archive.write(path, f"{ID}/{path.relative_to(korean_model)}")
    content = made.read_bytes()
    made.unlink()
    web.files["/mirror/made.zip"] = content
    web.files[f"/mirror/{ID}.zip"] = content
    web.cut_after, web.cuts = 100_000_000, 1
    model = known(content, "https://example.invalid/models/made.zip")
    shelf = ModelShelf(tmp_path / "models", [model], mirror=f"{web.url}/mirror")
    entry = install(shelf)
    spoken = pitch("ko_grammar_jf_alpha")
    hearing = VoskEngine(entry.path, Language.EN, tuple(spoken.truth["grammar"])).load()
    phrases = [*hearing.accept(spoken.samples[: 6 * 16_000]).phrases, *hearing.finish().phrases]
    assert "지금 바로 주문" in said(phrases, Language.EN)
