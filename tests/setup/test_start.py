"""What `scripts/start.py` decides, on folders made up for it; nothing is fetched."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))
import set_up_decisions as decisions  # noqa: E402

VERSION = (3, 11, 7)


@pytest.fixture
def clone(tmp_path):
    """A folder with the files that an environment is made from."""
    for name in decisions.SOURCES["tests"]:
        (tmp_path / name).write_text(f"content of {name}", encoding="utf-8")
    return tmp_path


@pytest.fixture
def ready(clone):
    """The same with an environment whose set-up came to its end."""
    venv = clone / ".venv"
    venv.mkdir()
    (venv / "pyvenv.cfg").touch()
    decisions.stamp_path(venv, "app").write_text(decisions.stamp(clone, "app", VERSION), encoding="ascii")
    return clone


def test_a_finished_set_up_is_not_repeated(ready):
    assert decisions.is_ready(ready / ".venv", "app", decisions.stamp(ready, "app", VERSION))


@pytest.mark.parametrize("name", decisions.SOURCES["app"])
def test_a_changed_lock_or_project_asks_for_a_new_set_up(ready, name):
    (ready / name).write_text("changed", encoding="utf-8")
    assert not decisions.is_ready(ready / ".venv", "app", decisions.stamp(ready, "app", VERSION))


def test_another_python_or_place_asks_for_a_new_set_up(ready, tmp_path_factory):
    moved = tmp_path_factory.mktemp("moved")
    shutil.copytree(ready, moved, dirs_exist_ok=True)
    assert not decisions.is_ready(ready / ".venv", "app", decisions.stamp(ready, "app", (3, 12, 1)))
    assert not decisions.is_ready(moved / ".venv", "app", decisions.stamp(moved, "app", VERSION))


def test_test_tools_are_a_set_up_of_their_own(ready):
    assert not decisions.is_ready(ready / ".venv", "tests", decisions.stamp(ready, "tests", VERSION))


def test_an_environment_is_trusted_only_when_it_was_finished(ready):
    venv = ready / ".venv"
    assert decisions.state_of(venv) == "ours"
    decisions.stamp_path(venv, "app").unlink()
    assert decisions.state_of(venv) == "half"


def test_a_folder_that_is_no_environment_is_never_removed(tmp_path):
    venv = tmp_path / ".venv"
    assert decisions.state_of(venv) == "absent"
    venv.mkdir()
    assert decisions.state_of(venv) == "half"
    (venv / "holiday.jpg").touch()
    assert decisions.state_of(venv) == "foreign"


def test_a_link_in_place_of_the_environment_is_never_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "pyvenv.cfg").touch()
    (tmp_path / ".venv").symlink_to(elsewhere)
    assert decisions.state_of(tmp_path / ".venv") == "foreign"


def test_missing_system_packages_are_remembered(ready):
    path = decisions.stamp_path(ready / ".venv", "app")
    assert not decisions.lacks_packages(ready / ".venv", "app")
    path.write_text(path.read_text(encoding="ascii") + "\n3.11.7\npackages missing", encoding="ascii")
    assert decisions.lacks_packages(ready / ".venv", "app")
    assert decisions.is_ready(ready / ".venv", "app", decisions.stamp(ready, "app", VERSION))


def test_only_packages_that_are_not_installed_are_missing():
    status = "libgl1 installed\nlibegl1 config-files\nlibglib2.0-0t64 installed\nlibpulse0:amd64 installed\n"
    wanted = ["libgl1", "libegl1", "libglib2.0-0", "libpulse0", "libportaudio2"]
    assert decisions.missing_packages(wanted, status) == ["libegl1", "libportaudio2"]


def test_tests_want_more_packages_than_the_app():
    found = {"font_found": True, "venv_module_found": True, "uv_found": False}
    app = decisions.wanted_packages("app", **found)
    tests = decisions.wanted_packages("tests", **found)
    assert set(tests) - set(app) == set(decisions.TEST_PACKAGES)
    assert "libportaudio2" in app and "xvfb" in tests


def test_a_font_is_wanted_only_where_no_chinese_font_is():
    assert "fonts-noto-cjk" not in decisions.wanted_packages(
        "app", font_found=True, venv_module_found=True, uv_found=False
    )
    assert "fonts-noto-cjk" in decisions.wanted_packages(
        "app", font_found=False, venv_module_found=True, uv_found=False
    )


def test_python3_venv_is_wanted_only_where_nothing_can_make_an_environment():
    def wants(venv, uv):
        return "python3-venv" in decisions.wanted_packages("app", font_found=True, venv_module_found=venv, uv_found=uv)

    assert wants(False, False)
    assert not wants(True, False) and not wants(False, True)


def test_apt_is_called_as_root_or_by_sudo_or_left_to_a_person():
    assert decisions.apt_prefix(is_root=True, sudo_without_password=False)[0] == "env"
    assert decisions.apt_prefix(is_root=False, sudo_without_password=True)[:2] == ["sudo", "-n"]
    assert decisions.apt_prefix(is_root=False, sudo_without_password=False) is None


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("NewConnectionError: [Errno -3] Temporary failure in name resolution\nNo matching distribution", "network"),
        ("error: Failed to fetch: the simple index", "network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "hashes"),
        ("error: Hash mismatch for `numpy==2.4.6`", "hashes"),
        ("OSError: [Errno 28] No space left on device", "space"),
        ("ERROR: No matching distribution found for av==18.1.0", "no_wheel"),
        ("Segmentation fault", "other"),
    ],
)
def test_each_way_to_fail_has_its_sentence(said, key):
    assert decisions.why_it_failed(said) == key
    assert key in decisions.ENGLISH


def test_both_languages_say_the_same_things():
    assert decisions.ENGLISH.keys() == decisions.CHINESE.keys()
    for key, sentence in decisions.ENGLISH.items():
        fields = {part.split("}")[0] for part in sentence.split("{")[1:]}
        assert fields == {part.split("}")[0] for part in decisions.CHINESE[key].split("{")[1:]}, key


@pytest.mark.parametrize(
    ("environ", "ui", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "", True),
        ({"LANG": "en_GB.UTF-8"}, "Chinese (Simplified)_China", False),
        ({}, "Chinese (Simplified)_China", True),
        ({}, "", False),
    ],
)
def test_sentences_follow_the_language_of_the_system(environ, ui, chinese):
    assert (decisions.sentences(environ, ui) is decisions.CHINESE) == chinese


@pytest.mark.parametrize(
    ("arguments", "display", "handed"),
    [
        ([], True, []),
        ([], False, ["demo"]),
        (["--data", "folder"], False, ["--data", "folder", "demo"]),
        (["--data", "folder", "sessions"], False, ["--data", "folder", "sessions"]),
        (["--language", "en"], False, ["demo", "--language", "en"]),
        (["sessions"], False, ["sessions"]),
        (["--help"], False, ["--help"]),
    ],
)
def test_without_a_display_and_a_command_the_demo_runs(arguments, display, handed):
    assert decisions.command_line(arguments, display=display) == handed


def test_a_display_is_looked_for_on_linux_only():
    assert not decisions.has_display("linux", {})
    assert decisions.has_display("linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert decisions.has_display("win32", {}) and decisions.has_display("darwin", {})


def test_an_old_python_is_refused():
    assert decisions.python_is_old((3, 10, 12))
    assert not decisions.python_is_old((3, 11, 0)) and not decisions.python_is_old((3, 14, 1))


@pytest.mark.parametrize("name", ["start.py", "set_up_decisions.py"])
def test_an_old_python_can_read_the_set_up_so_far_as_to_say_so(name):
    ast.parse((SCRIPTS / name).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_a_second_start_hands_over_without_a_set_up(tmp_path):
    """The real script in a clone of its own, its bolian being one that repeats what it was given."""
    for name in decisions.SOURCES["app"]:
        (tmp_path / name).touch()
    (tmp_path / "scripts").mkdir()
    for name in ("start.py", "set_up_decisions.py"):
        shutil.copy(SCRIPTS / name, tmp_path / "scripts")
    bolian = Path(decisions.program(tmp_path / ".venv", "bolian"))
    bolian.parent.mkdir(parents=True)
    bolian.write_text('#!/bin/sh\necho "got $*"\n', encoding="ascii")
    bolian.chmod(0o755)
    wanted = decisions.stamp(tmp_path, "app", sys.version_info)
    decisions.stamp_path(tmp_path / ".venv", "app").write_text(wanted, encoding="ascii")
    started = subprocess.run(
        [sys.executable, str(tmp_path / "scripts" / "start.py"), "score", "17"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert started.stdout == "got score 17\n"
    assert started.stderr == ""
    assert not (tmp_path / "setup.log").exists()
