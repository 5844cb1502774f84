"""Contrast, and text that grows."""

from __future__ import annotations

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


def test_large_text_is_half_as_large_again() -> None:
    def sizes(theme: Theme) -> list[int]:
        return [int(size) for size in re.findall(r"font-size: (\d+)px", theme.stylesheet())]

    assert sizes(Theme(DARK, 1.5)) == [round(1.5 * size) for size in sizes(Theme(DARK, 1.0))]


def test_what_has_the_focus_is_seen() -> None:
    sheet = Theme().stylesheet()
    for widget in ("QPushButton", "QLineEdit", "QComboBox", "QListView", "QSpinBox"):
        assert re.search(rf"{widget}:focus[^{{]*{{\s*border: 2px solid {DARK.info}", sheet), widget
