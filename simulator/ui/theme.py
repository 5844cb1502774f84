"""Colours, sizes and fonts of every window, dark and light, and the one stylesheet made of them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QColor, QFont, QPalette

FONTS = {
    "win32": ("Microsoft YaHei UI", "Microsoft YaHei", "Segoe UI"),
    "darwin": ("PingFang SC", "Helvetica Neue"),
}
FONTS_ELSEWHERE = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "DejaVu Sans")
ROOMY_UP_TO = 1.2
COMPACT_FROM = 1.4
VERY_LARGE = 1.7
"""From here on even a page of its own has little room."""
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Percent a person may choose."""
TEXT_PX = 14
"""The size of running text at 100 %."""


class Tone(StrEnum):
    """What a colour says; never said by colour alone."""

    PLAIN = ""
    MUTED = "muted"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme, as #rrggbb."""

    background: str
    panel: str
    raised: str
    line: str
    text: str
    muted: str
    bad: str
    """The accent too: the one primary action, live, violations."""
    warn: str
    good: str
    info: str
    action: str
    """The ground of the primary button: the accent, deep enough for white type on it."""
    action_hover: str
    on_action: str
    hover: str

    def tone(self, tone: Tone) -> str:
        return {
            Tone.PLAIN: self.text,
            Tone.MUTED: self.muted,
            Tone.GOOD: self.good,
            Tone.WARN: self.warn,
            Tone.BAD: self.bad,
            Tone.INFO: self.info,
        }[tone]


DARK = Tokens(
    background="#14161b",
    panel="#1c1f26",
    raised="#232732",
    line="#2e3340",
    text="#e8eaf0",
    muted="#9aa3b5",
    bad="#ff5a5f",
    warn="#ffb547",
    good="#3ecf8e",
    info="#5aa9ff",
    action="#d93840",
    action_hover="#b92b33",
    on_action="#ffffff",
    hover="#282c38",
)
LIGHT = Tokens(
    background="#f1f3f7",
    panel="#ffffff",
    raised="#eef1f6",
    line="#ccd3df",
    text="#171a21",
    muted="#525c70",
    bad="#a00028",
    warn="#915900",
    good="#0a6e45",
    info="#1d4fc4",
    action="#c4222c",
    action_hover="#a01820",
    on_action="#ffffff",
    hover="#e2e7ef",
)


def contrast(one: str, other: str) -> float:
    """How two colours stand apart, 1..21 (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@cache
def _colour(words: str) -> QColor:
    """Read once: what is painted asks for its colours many times a second. Others get copies."""
    return QColor(words)


@cache
def _font(px: int, bold: bool) -> QFont:
    """Made once for the same reason."""
    font = QFont()
    font.setFamilies(list(FONTS.get(sys.platform, FONTS_ELSEWHERE)))
    font.setPixelSize(px)
    font.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        font.setWeight(QFont.Weight.Bold)
    return font


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: its colours, how large text is (``scale`` 1.0 to 2.0), and whether things may move."""

    tokens: Tokens = DARK
    scale: float = 1.0
    motion: bool = True

    @property
    def roomy(self) -> bool:
        """Whether text is small enough for everything to stand beside each other on the usual lab screen."""
        return self.scale <= ROOMY_UP_TO

    @property
    def compact(self) -> bool:
        """Whether text is so large that columns become tabs of one column."""
        return self.scale >= COMPACT_FROM

    @property
    def very_large(self) -> bool:
        """Whether even one column has no room for everything on the usual lab screen."""
        return self.scale >= VERY_LARGE

    def px(self, size: float) -> int:
        """A size that grows with the text."""
        return round(size * self.scale)

    def colour(self, tone: Tone | str) -> QColor:
        return QColor(_colour(self.tokens.tone(tone) if isinstance(tone, Tone) else tone))

    def font(self, px: float = TEXT_PX, *, bold: bool = False) -> QFont:
        """Our font, with figures of equal width, ``px`` high at 100 %."""
        return QFont(_font(self.px(px), bold))

    def palette(self) -> QPalette:
        """For what a stylesheet does not reach: native dialogs, selections, placeholders."""
        colours = self.tokens
        palette = QPalette()
        for role, colour in (
            (QPalette.ColorRole.Window, colours.background),
            (QPalette.ColorRole.WindowText, colours.text),
            (QPalette.ColorRole.Base, colours.panel),
            (QPalette.ColorRole.AlternateBase, colours.raised),
            (QPalette.ColorRole.Text, colours.text),
            (QPalette.ColorRole.Button, colours.raised),
            (QPalette.ColorRole.ButtonText, colours.text),
            (QPalette.ColorRole.BrightText, colours.bad),
            (QPalette.ColorRole.ToolTipBase, colours.raised),
            (QPalette.ColorRole.ToolTipText, colours.text),
            (QPalette.ColorRole.PlaceholderText, colours.muted),
            (QPalette.ColorRole.Highlight, colours.info),
            (QPalette.ColorRole.HighlightedText, colours.background),
            (QPalette.ColorRole.Link, colours.info),
        ):
            palette.setColor(role, QColor(colour))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
        return palette

    def stylesheet(self) -> str:
        """The one stylesheet of the application; sizes grow with the text, radii and lines do not."""
        c, px = self.tokens, self.px
        families = ", ".join(f'"{name}"' for name in FONTS.get(sys.platform, FONTS_ELSEWHERE))
        tones = "\n".join(
            f'QLabel[tone="{tone}"], QPushButton[tone="{tone}"] {{ color: {c.tone(tone)}; }}'
            for tone in Tone
            if tone is not Tone.PLAIN
        )
        edges = "\n".join(
            f'QFrame#panel[tone="{tone}"] {{ border-color: {c.tone(tone)}; }}'
            for tone in (Tone.GOOD, Tone.WARN, Tone.BAD, Tone.INFO)
        )
        return f"""
        * {{ font-family: {families}; font-size: {px(14)}px; color: {c.text}; }}
        QMainWindow, QDialog, QWidget#page {{ background: {c.background}; }}
        QWidget#bar {{ background: {c.panel}; border-bottom: 1px solid {c.line}; }}
        QFrame#panel {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: 12px; }}
        QFrame#inset {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: 8px; }}
        {edges}
        QLabel {{ background: transparent; }}
        QLabel[role="brand"] {{ font-size: {px(16)}px; font-weight: 700; }}
        QLabel[role="heading"] {{ font-size: {px(13)}px; font-weight: 700; color: {c.muted}; }}
        QLabel[role="title"] {{ font-size: {px(20)}px; font-weight: 700; }}
        QLabel[role="strong"] {{ font-weight: 700; }}
        QLabel[role="small"] {{ font-size: {px(12)}px; color: {c.muted}; }}
        QLabel[role="figure"] {{ font-size: {px(24)}px; font-weight: 700; }}
        QLabel[role="score"] {{ font-size: {px(40)}px; font-weight: 700; }}
        QLabel[role="pill"] {{ background: {c.raised}; color: {c.muted}; border-radius: {px(12)}px;
            padding: {px(3)}px {px(10)}px; font-size: {px(12)}px; }}
        {tones}
        QPushButton {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: 8px;
            padding: {px(6)}px {px(12)}px; }}
        QPushButton:hover {{ background: {c.hover}; }}
        QPushButton:pressed {{ background: {c.line}; }}
        QPushButton:disabled, QPushButton[dead="true"] {{ color: {c.muted}; background: {c.panel}; }}
        QPushButton:focus {{ border: 2px solid {c.info}; padding: {px(6) - 1}px {px(12) - 1}px; }}
        QPushButton[role="primary"], QPushButton:checked {{ background: {c.action}; border-color: {c.action};
            color: {c.on_action}; font-weight: 700; }}
        QPushButton[role="primary"]:hover, QPushButton:checked:hover {{
            background: {c.action_hover}; }}
        QPushButton[role="primary"]:focus, QPushButton:checked:focus {{ border: 2px solid {c.text}; }}
        QPushButton[role="primary"]:disabled {{ background: {c.raised}; border-color: {c.line}; color: {c.muted}; }}
        QPushButton[role="tab"] {{ padding: {px(6)}px {px(7)}px; }}
        QPushButton[role="tab"]:focus {{ border: 2px solid {c.info}; padding: {px(6) - 1}px {px(7) - 1}px; }}
        QPushButton[role="key"] {{ padding: {px(3)}px {px(4)}px; }}
        QPushButton[role="key"]:focus {{ border: 2px solid {c.info}; padding: {px(3) - 1}px {px(4) - 1}px; }}
        QPushButton[role="choice"] {{ text-align: left; padding: {px(3)}px {px(10)}px; }}
        QPushButton[role="choice"]:focus {{ border: 2px solid {c.info}; padding: {px(3) - 1}px {px(10) - 1}px; }}
        QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent; color: {c.info};
            padding: {px(2)}px {px(4)}px; text-align: left; }}
        QPushButton[role="link"]:focus {{ border: 2px solid {c.info}; padding: {px(2) - 1}px {px(4) - 1}px; }}
        QPushButton[role="link"]:hover {{ background: {c.raised}; }}
        QPushButton[role="link"]:disabled {{ color: {c.muted}; }}
        QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QPlainTextEdit {{ background: {c.raised};
            border: 1px solid {c.line}; border-radius: 8px; padding: {px(5)}px {px(8)}px;
            selection-background-color: {c.info}; selection-color: {c.background}; }}
        QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus {{
            border: 2px solid {c.info}; padding: {px(5) - 1}px {px(8) - 1}px; }}
        QLineEdit:disabled, QComboBox:disabled {{ color: {c.muted}; }}
        QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
        QComboBox::drop-down {{ border: none; width: {px(22)}px; }}
        QComboBox::down-arrow {{ image: none; width: 0; height: 0; border-left: 4px solid {c.raised};
            border-right: 4px solid {c.raised}; border-top: 5px solid {c.muted}; margin-right: {px(8)}px; }}
        QComboBox QLineEdit {{ border: none; background: transparent; padding: 0; }}
        QComboBox QLineEdit:focus {{ border: none; padding: 0; }}
        QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.line}; padding: 4px;
            outline: none; }}
        QListView {{ background: transparent; border: 1px solid transparent; border-radius: 8px; outline: none; }}
        QListView:focus {{ border: 2px solid {c.info}; }}
        QTreeView {{ background: {c.panel}; border: 2px solid transparent; border-radius: 8px; outline: none; }}
        QTreeView:focus {{ border: 2px solid {c.info}; }}
        QTreeView::item {{ padding: {px(3)}px 0; }}
        QListView::item:selected, QAbstractItemView::item:selected {{ background: {c.hover}; color: {c.text}; }}
        QTableView {{ background: {c.panel}; border: 2px solid transparent; gridline-color: {c.line};
            outline: none; }}
        QTableView:focus {{ border: 2px solid {c.info}; }}
        QTableView::item:selected {{ background: {c.hover}; color: {c.text}; }}
        QTableView::indicator:unchecked, QCheckBox::indicator:unchecked {{ background: {c.raised};
            border: 1px solid {c.muted}; border-radius: 3px; }}
        QCheckBox::indicator {{ width: {px(15)}px; height: {px(15)}px; }}
        QHeaderView::section {{ background: transparent; color: {c.muted}; border: none;
            border-bottom: 1px solid {c.line}; padding: {px(4)}px; font-size: {px(12)}px; }}
        QCheckBox:focus, QRadioButton:focus {{ color: {c.info}; }}
        QScrollArea {{ background: transparent; border: none; }}
        QScrollArea > QWidget > QWidget#column {{ background: transparent; border: none; }}
        QScrollBar:vertical {{ background: transparent; width: 8px; margin: 0; }}
        QScrollBar::handle:vertical {{ background: {c.line}; border-radius: 4px; min-height: 24px; }}
        QScrollBar::handle:vertical:hover {{ background: {c.muted}; }}
        QScrollBar:horizontal {{ background: transparent; height: 8px; margin: 0; }}
        QScrollBar::handle:horizontal {{ background: {c.line}; border-radius: 4px; min-width: 24px; }}
        QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
            width: 0; height: 0; background: transparent; }}
        QProgressBar {{ background: {c.raised}; border: none; border-radius: 4px; height: 8px; }}
        QProgressBar::chunk {{ background: {c.good}; border-radius: 4px; }}
        QSlider::groove:horizontal {{ background: {c.raised}; height: 6px; border-radius: 3px; }}
        QSlider::handle:horizontal {{ background: {c.info}; width: 14px; margin: -4px 0; border-radius: 7px; }}
        QMenu {{ background: {c.raised}; border: 1px solid {c.line}; padding: 4px; }}
        QMenu::item {{ padding: {px(6)}px {px(20)}px; border-radius: 4px; }}
        QMenu::item:selected {{ background: {c.hover}; }}
        QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: 4px; }}
        """
