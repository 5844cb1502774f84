"""The settings of this PC, read and written whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.ports import ContentError
from simulator.settings import Settings, data_folder, read_settings, write_settings


def test_without_a_file_the_program_decides(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == Settings()


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    settings = Settings(
        data=tmp_path / "数据", screen="zh_CN", camera="camera:1", microphone='mic:"A"\\b', encoder="fast", free_gib=5
    )
    write_settings(path, settings)
    assert read_settings(path) == settings
    assert [each.name for each in path.parent.iterdir()] == ["settings.toml"]


def test_every_mistake_is_named_by_its_key(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        'screen = "fr"\nencoder = 3\ncamera = "http://x"\nfree_gib = nan\ncolour = "red"\ndata = ""\n', "utf-8"
    )
    with pytest.raises(ContentError) as caught:
        read_settings(path)
    assert caught.value.facts["file"] == str(path)
    assert [each.split(":")[0] for each in caught.value.mistakes] == [
        "screen",
        "encoder",
        "camera",
        "free_gib",
        "colour",
        "data",
    ]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"screen = ", "settings_not_toml"),
        (b'screen = "en"\nscreen = "en"', "settings_not_toml"),
        ("screen = '中文'".encode("gb18030"), "content_encoding"),
        (b"#" * 70_000, "settings_unusable"),
        (b"a = " + b"[" * 50_000, "settings_not_toml"),
    ],
    ids=range(5),
)
def test_a_file_that_is_no_settings_is_refused(tmp_path: Path, raw: bytes, code: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(raw)
    with pytest.raises(ContentError) as caught:
        read_settings(path)
    assert caught.value.code == code


def test_a_folder_is_no_settings(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_settings(tmp_path)
    assert caught.value.code == "settings_unusable"


def test_the_data_folder_is_the_nearest_that_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(data=tmp_path / "settled")
    monkeypatch.setenv("BOLIAN_DATA", str(tmp_path / "named"))
    assert data_folder(tmp_path / "asked", settings) == tmp_path / "asked"
    assert data_folder(None, settings) == tmp_path / "named"
    monkeypatch.setenv("BOLIAN_DATA", "")
    assert data_folder(None, settings) == tmp_path / "settled"
    assert data_folder(None, Settings()).name == "bolian"


def test_settings_that_cannot_be_written_say_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ContentError) as caught:
        write_settings(tmp_path / "file" / "settings.toml", Settings())
    assert caught.value.code == "settings_not_written"
