"""Whether every button that the program can make was used, by real events, while something else kept count.

Where a button stands in the source is read from the source (``sites``). Which of them were used is told by the buttons
themselves: each remembers the line that made it, and only a ``clicked`` that follows a mouse press or a key which this
module has sent counts. So neither a list nor a call of ``click()`` in a test makes a button count as used.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton, QRadioButton, QScrollArea, QWidget

from simulator.ui.widgets import Button

UI = Path(__file__).resolve().parents[2] / "simulator" / "ui"
SITE = "_made_at"
MADE = (QPushButton, QCheckBox, QRadioButton)
"""What buttons are made of here."""
Site = tuple[str, int]
"""File below ``simulator/ui``, and line."""


def _button_classes() -> set[str]:
    """Names of every class in simulator/ui that is a button, and of Qt's own."""
    names = {kind.__name__ for kind in MADE} | {Button.__name__}
    grown = True
    while grown:
        before = len(names)
        for file in UI.rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.ClassDef) and any(
                    isinstance(b, ast.Name) and b.id in names for b in node.bases
                ):
                    names.add(node.name)
        grown = len(names) > before
    return names


def sites(*places: str) -> dict[Site, int]:
    """Where buttons are made in these files or folders below simulator/ui: first line, with the last of the call."""
    names, found = _button_classes(), {}
    for place in places:
        whole = UI / place
        for file in sorted(whole.rglob("*.py")) if whole.is_dir() else [whole]:
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                    found[file.relative_to(UI).as_posix(), node.lineno] = node.end_lineno or node.lineno
    return found


def _maker(button: QAbstractButton) -> Site | None:
    """The line in simulator/ui that is making this button, its own constructors left out."""
    frame = sys._getframe(2)
    while frame is not None and frame.f_locals.get("self") is button:
        frame = frame.f_back  # type: ignore[assignment]
    path = Path(frame.f_code.co_filename) if frame is not None else Path()
    return (path.relative_to(UI).as_posix(), frame.f_lineno) if path.is_relative_to(UI) else None


@dataclass
class Uses:
    """What was used of what there is."""

    wanted: dict[Site, int]
    used: set[Site] = field(default_factory=set)
    done: set[int] = field(default_factory=set)

    def missing(self) -> list[str]:
        """The places in the source whose button nobody used."""
        return [
            f"simulator/ui/{file}:{first}"
            for (file, first), last in sorted(self.wanted.items())
            if not any(name == file and first <= line <= last for name, line in self.used)
        ]

    def press(self, button: QAbstractButton, *, by_key: bool = False) -> None:
        """Use one button as a person does; fails where it does not answer."""
        assert button.isVisible() and button.isEnabled(), button.accessibleName()
        site = getattr(button, SITE, None)
        answered: list[bool] = []
        button.clicked.connect(lambda: answered.append(True))
        self.done.add(shiboken6.getCppPointer(button)[0])
        if by_key:
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, f"{button.text()} is not reached by Tab"
            button.setFocus()
            QTest.keyClick(button, Qt.Key.Key_Return if isinstance(button, Button) else Qt.Key.Key_Space)
        else:
            _bring_into_sight(button)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=_middle(button))
        assert answered, f"{site}: {button.text()} did not answer"
        if site is not None:
            self.used.add(site)

    def sweep(self, root: QWidget, settle: Callable[[], None] = lambda: None, most: int = 400) -> None:
        """Use every button in sight below ``root``, in turn by mouse and by key, and whatever dialogs that opens."""
        for number in range(most):
            button = next(iter(self._untried(root)), None)
            if button is None:
                return
            tab = bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
            self.press(button, by_key=tab and number % 2 == 1)
            settle()
            self.answer(root, settle)
            if not shiboken6.isValid(root) or not root.isVisible():
                return
        raise AssertionError("there is no end of buttons")

    def _untried(self, root: QWidget) -> Iterator[QAbstractButton]:
        tried = set(self.used)
        for button in root.findChildren(QAbstractButton):
            if getattr(button, SITE, None) is None or not button.isVisible() or not button.isEnabled():
                continue
            if shiboken6.getCppPointer(button)[0] in self.done or getattr(button, SITE) in tried:
                continue
            yield button

    def answer(self, root: QWidget, settle: Callable[[], None] = lambda: None) -> None:
        """Use the buttons of the dialogs that are open over ``root``: the first one mostly closes it."""
        for window in QApplication.topLevelWidgets():
            if window.isModal() and window.isVisible() and window is not root.window():
                self.sweep(window, settle)
                if shiboken6.isValid(window) and window.isVisible():
                    window.close()
        settle()


def _middle(button: QAbstractButton) -> QPoint:
    """Where a mouse hits: a check box answers at its mark only, and only where it is not covered."""
    if isinstance(button, QCheckBox | QRadioButton):
        return QPoint(8, button.height() // 2)
    return button.rect().center()


def _bring_into_sight(button: QWidget) -> None:
    parent = button.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(button)
        parent = parent.parentWidget()


@contextmanager
def used_controls(*places: str, without: tuple[str, ...] = ()) -> Iterator[Uses]:
    """Count the uses of what these files and folders below simulator/ui make; at the end nothing may be missing.

    ``without`` names files that another test of this kind answers for.
    """
    uses = Uses({site: last for site, last in sites(*places).items() if site[0] not in without})
    before = {kind: kind.__init__ for kind in MADE}

    def remembering(kind: type[QAbstractButton]) -> Callable[..., None]:
        init = before[kind]  # type: ignore[index]

        def made(self: QAbstractButton, *arguments: object, **named: object) -> None:
            init(self, *arguments, **named)  # type: ignore[arg-type]
            setattr(self, SITE, _maker(self))

        return made

    for kind in MADE:
        kind.__init__ = remembering(kind)  # type: ignore[method-assign]
    try:
        yield uses
    finally:
        for kind, init in before.items():
            kind.__init__ = init  # type: ignore[method-assign]
    assert not uses.missing(), "not used by any real event:\n" + "\n".join(uses.missing())
