"""Contrast, and text that grows."""

from __future__ import annotations

import itertools
import re

import pytest

from simulator.ui.cabin import chat_bubbles, overlays
from simulator.ui.theme import DARK, LIGHT, Theme, Tokens, Tone, contrast

READABLE = 4.5


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("tone", Tone)
def test_every_tone_is_readable_on_every_surface(tokens: Tokens, tone: Tone) -> None:
    for surface in (tokens.background, tokens.panel, tokens.raised, tokens.hover):
        assert contrast(tokens.tone(tone), surface) >= READABLE, surface


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
def test_the_primary_button_is_readable(tokens: Tokens) -> None:
    assert contrast(tokens.on_action, tokens.action) >= READABLE
    assert contrast(tokens.on_action, tokens.action_hover) >= READABLE


def test_the_design_tokens_are_kept() -> None:
    assert (DARK.background, DARK.panel, DARK.raised, DARK.line) == ("#14161b", "#1c1f26", "#232732", "#2e3340")
    assert (DARK.bad, DARK.warn, DARK.good, DARK.info) == ("#ff5a5f", "#ffb547", "#3ecf8e", "#5aa9ff")


def test_chat_is_readable_over_any_picture() -> None:
    ground = chat_bubbles.GROUND
    worst = round(255 * (1 - ground.alphaF()) + ground.red() * ground.alphaF())
    over_white = f"#{worst:02x}{worst:02x}{worst:02x}"
    for ink in (chat_bubbles.INK, chat_bubbles.NAME_INK, overlays.INK, overlays.FAINT, overlays.GOLD):
        assert contrast(ink.name(), over_white) >= READABLE, ink.name()


def test_the_product_card_is_readable() -> None:
    for ink in (overlays.CARD_INK, overlays.CARD_FAINT, overlays.CARD_PRICE):
        assert contrast(ink.name(), overlays.CARD.name()) >= READABLE
    assert contrast(overlays.INK.name(), overlays.CARD_PRICE.name()) >= READABLE


# Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009),
# severity 1.0, on linear RGB.
DEFICIENCIES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
NOTICEABLE = 15.0
"""Distance in CIELAB (1976): some six times what is just noticed."""


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """CIELAB of linear sRGB under D65."""
    red, green, blue = (min(1.0, max(0.0, part)) for part in rgb)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(one: str, other: str, kind: str) -> float:
    """How far apart two colours are for eyes of this kind."""
    seen = [
        lab([sum(m * part for m, part in zip(line, linear(each), strict=True)) for line in DEFICIENCIES[kind]])
        for each in (one, other)
    ]
    return sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("kind", DEFICIENCIES)
def test_tones_are_told_apart_by_eyes_that_miss_a_colour(tokens: Tokens, kind: str) -> None:
    tones = {tone: tokens.tone(tone) for tone in (Tone.GOOD, Tone.WARN, Tone.BAD, Tone.INFO)}
    for one, other in itertools.combinations(tones, 2):
        assert apart(tones[one], tones[other], kind) >= NOTICEABLE, (one, other)


def test_the_simulation_knows_red_from_green_to_be_hard() -> None:
    assert apart("#c00000", "#5c5c00", "protanopia") < apart("#c00000", "#0000c0", "protanopia") / 3


def test_large_text_is_half_as_large_again() -> None:
    def sizes(theme: Theme) -> list[int]:
        return [int(size) for size in re.findall(r"font-size: (\d+)px", theme.stylesheet())]

    assert sizes(Theme(DARK, 1.5)) == [round(1.5 * size) for size in sizes(Theme(DARK, 1.0))]


def test_what_has_the_focus_is_seen() -> None:
    sheet = Theme().stylesheet()
    for widget in ("QPushButton", "QLineEdit", "QComboBox", "QListView", "QSpinBox"):
        assert re.search(rf"{widget}:focus[^{{]*{{\s*border: 2px solid {DARK.info}", sheet), widget
