"""Pictures of a report: well-formed, bounded, and read out in words."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from simulator.domain.crowd import IncidentOpened
from simulator.domain.machine import Device
from simulator.reports.drawing import PAPER, SCREEN, Ink, height_of
from simulator.reports.radar import Spoke, radar
from simulator.reports.strips import strips
from tests.rehearsed import good_run
from tests.reports.dossiers import ATTACK, dossier_of, weak_run
from tests.stream import Stream, product, scenario

SVG = "{http://www.w3.org/2000/svg}"


def read(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def letters(svg: str) -> list[str]:
    return [each.text or "" for each in read(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("ink", [PAPER, SCREEN])
def test_a_radar_names_every_dimension_and_leaves_out_what_was_not_measured(ink: Ink):
    svg = radar([Spoke("控场", 84.0), Spoke("讲解", None), Spoke("互动", 100.0), Spoke("促单", 40.0)], ink, "得分")
    assert letters(svg) == ["控场", "84", "讲解", "–", "互动", "100", "促单", "40"]
    assert len(list(read(svg).iter(f"{SVG}circle"))) == 3
    assert read(svg).get("aria-label") == "得分: 控场 84, 讲解 –, 互动 100, 促单 40"


def test_a_timeline_has_its_strips_and_numbers_the_steps():
    dossier = dossier_of(good_run().log())
    svg = strips(dossier.log, dossier.scorecard, PAPER, "zh", (60.0, 300.0))
    words = letters(svg)
    assert [
        each for each in ("在线人数", "成交额", "评论", "说话与冷场", "讲解商品", "依据") if each not in words
    ] == []
    assert "突发" not in words, "there was none"
    assert {"1", "2", "0:00", "10:00"} <= set(words)
    assert height_of(svg) > 100


def test_an_incident_gets_a_strip():
    log = weak_run().add(IncidentOpened(at=100.0, incident="i1", kind="price_typo")).log()
    dossier = dossier_of(log)
    assert "Incidents" in letters(strips(log, dossier.scorecard, PAPER, "en"))


def test_a_session_of_nothing_is_drawn_all_the_same():
    log = Stream(length=0).loses(Device.MICROPHONE, 0).log()
    assert letters(strips(log, dossier_of(log).scorecard, PAPER, "en"))


def test_a_name_with_markup_is_letters():
    plan = scenario(product("x", name=ATTACK, link_no=1))
    log = Stream(plan).pins(10, "x").names(12, "x").tells("size", 14, "x").log()
    root = read(strips(log, dossier_of(log).scorecard, SCREEN, "zh"))
    assert {each.tag for each in root.iter()} <= {f"{SVG}{name}" for name in _TAGS}


_TAGS = ("svg", "text", "line", "rect", "polygon", "polyline", "circle")


def test_a_picture_stays_small_however_long_the_session():
    stream = Stream(length=7200)
    for at in range(7200):
        stream.counted(at, at % 300)
    for number in range(20_000):
        stream.asked(f"m{number}", 7200 * number / 20_000, wants_answer=False, priority=0)
    log = stream.log()
    assert len(strips(log, dossier_of(log).scorecard, PAPER, "zh")) < 60_000
