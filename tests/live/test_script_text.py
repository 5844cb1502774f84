"""A trainee's own script is kept per trainee and scenario, and comes back as it was written."""

from __future__ import annotations

from pathlib import Path

from simulator.live.script_text import LONGEST, keep_own_script, own_script
from simulator.storage.store import SqliteStore


def test_a_script_comes_back_after_a_restart_for_its_trainee_and_scenario_only(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    first, second = store.trainee("王晓梅").id, store.trainee("李强").id
    keep_own_script(store, first, "S01", "大家好，我是小雨。\n今天卖脐橙。")
    store.close()
    again = SqliteStore(tmp_path)
    assert own_script(again, first, "S01") == "大家好，我是小雨。\n今天卖脐橙。"
    assert own_script(again, first, "S02") == ""
    assert own_script(again, second, "S01") == ""
    keep_own_script(again, first, "S01", "")
    assert own_script(again, first, "S01") == ""
    again.close()


def test_what_an_editor_pastes_along_is_left_out(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    kept = keep_own_script(store, "t1", "S01", "\r\n第一句。 \r\n\x07第\x00二\t句。\r\n\r\n")
    assert kept == "第一句。\n第二 句。"
    assert len(keep_own_script(store, "t1", "S01", "长" * (LONGEST + 5))) == LONGEST
    store.keep_setting("script.t1.S09", {"not": "text"})
    assert own_script(store, "t1", "S09") == ""
    store.close()
