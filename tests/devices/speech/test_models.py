"""Models: known, found, installed, listed, verified, removed."""

from __future__ import annotations

import dataclasses
import errno
import hashlib
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
from simulator.domain.language import Language
from simulator.ports import ContentError, DeviceError, StoreError
from tests.devices.speech.model_files import ID, VOSK_FILES, files_below, install, known, never
from tests.devices.speech.pitches import pitch, said

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
    entry = shelf.install(ID, told.append, never)
    assert entry.state is ModelState.INSTALLED
    assert entry.checked
    assert files_below(entry.path) == {*VOSK_FILES, RECORD}
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert shelf.find("vosk", "en").id == ID
    assert shelf.find("vosk", "zh") is None
    assert shelf.verify(ID, never) == ()
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
    assert shelf.verify(ID, never) == ("am/final.mdl",)


def test_a_half_copied_model_is_damaged_and_installing_mends_it(shelf):
    path = install(shelf).path / "graph/Gr.fst"
    path.write_bytes(b"half")
    assert shelf.entry(ID).state is ModelState.DAMAGED
    assert shelf.find("vosk", "en") is None
    assert [entry.id for entry in shelf.damaged("en")] == [ID]
    assert install(shelf).state is ModelState.INSTALLED
    assert shelf.verify(ID, never) == ()


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


def test_two_processes_install_one_model(shelf, web, archive):
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
    assert shelf.verify(ID, never) == ()


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
