"""What is typed or chosen into one field of the form; whatever is typed is kept, right or wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from simulator.domain.draft import Field, Kind, Named, Steps
from simulator.ui.authoring.options import option, option_of
from simulator.ui.plain import shown
from simulator.ui.theme import Theme
from simulator.ui.widgets import Label, row

LONGEST = 20_000
"""Characters that a field takes: five times what any may hold, so that the check can say it is too long."""
PARTED = "|"
"""Between wordings in one line."""
LINES = {Kind.TEXT: 4, Kind.WORDS: 4, Kind.GROUPS: 4, Kind.TITLES: 5}
MANY_A_LINE = 4

Fill = Callable[[Any], None]


def number_in(text: str, *, whole: bool = False) -> Any:
    """The number that is written, else the text itself: the check will say what is wrong with it."""
    written = text.strip()
    if "_" in written:  # Python would read 1_000
        return written
    try:
        return int(written)
    except ValueError:
        pass
    try:
        number = float(written)
    except ValueError:
        return written
    simple = not whole and number == number and abs(number) < 1e15
    return number if simple else written


def words_in(text: str, between: str = "\n") -> list[str]:
    """The wordings of a text, empty ones left out."""
    return [word for part in text.split(between) if (word := part.strip())]


def line_of(value: Any) -> str:
    """A value as it stands in a line."""
    if value is None or isinstance(value, dict | list):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else str(value)


def editor(
    field: Field, steps: Steps, value: Any, named: Sequence[Named], theme: Theme, language: str, fill: Fill
) -> QWidget:
    """The widget for a field; it calls ``fill`` with the value after every change."""
    match field.kind:
        case Kind.LINE if named:
            return _choice(field, [(each.id, option_of(each, language)) for each in named], value, fill)
        case Kind.LINE:
            return _line(value, fill, lambda text: text)
        case Kind.NUMBER | Kind.PRICE:
            return _line(value, fill, number_in, usual=line_of(field.usual))
        case Kind.WHOLE:
            return _line(value, fill, lambda text: number_in(text, whole=True), usual=line_of(field.usual))
        case Kind.YES_NO:
            return _yes_no(field, value, fill)
        case Kind.CHOICE:
            return _choice(field, [(each, option(steps, each)) for each in field.choices], value, fill)
        case Kind.MANY:
            return Many(field, steps, value, fill)
        case Kind.WINDOW:
            return Window(value, fill)
        case Kind.FILLINGS | Kind.WEIGHTS:
            return ByName(field, value, named, language, fill)
        case Kind.TITLES:
            return _lines(theme, field, titles_text(value), fill, titles_in)
        case Kind.WORDS:
            return _lines(theme, field, "\n".join(_texts(value)), fill, words_in)
        case Kind.GROUPS:
            groups = [f" {PARTED} ".join(_texts(each)) for each in value] if isinstance(value, list) else []
            return _lines(theme, field, "\n".join(groups), fill, groups_in)
        case _:
            return _lines(theme, field, line_of(value), fill, lambda text: text)


def groups_in(text: str) -> list[list[str]]:
    """A line is a group."""
    return [group for line in text.split("\n") if (group := words_in(line, PARTED))]


def titles_in(text: str) -> dict[str, dict[str, str]]:
    """Lines of id, Chinese and English."""
    made: dict[str, dict[str, str]] = {}
    for line in text.split("\n"):
        id, zh, en = [*(part.strip() for part in line.split(PARTED)), "", "", ""][:3]
        if id:
            made[id] = {name: words for name, words in (("zh", zh), ("en", en)) if words}
    return made


def titles_text(value: Any) -> str:
    """The same lines back."""
    if not isinstance(value, dict):
        return ""
    return "\n".join(f" {PARTED} ".join([id, each.get("zh", ""), each.get("en", "")]) for id, each in value.items())


def _texts(value: Any) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _line(value: Any, fill: Fill, read: Callable[[str], Any], usual: str = "") -> QLineEdit:
    line = QLineEdit(line_of(value))
    line.setMaxLength(LONGEST)
    line.setPlaceholderText(usual)
    line.textEdited.connect(lambda text: fill(read(text) if text.strip() else None))
    return line


def _lines(theme: Theme, field: Field, text: str, fill: Fill, read: Callable[[str], Any]) -> QPlainTextEdit:
    box = QPlainTextEdit(text)
    box.setTabChangesFocus(True)
    box.setFixedHeight(theme.px(22 * LINES[field.kind] + 16))
    box.textChanged.connect(lambda: fill(read(box.toPlainText()[:LONGEST])))
    return box


def _yes_no(field: Field, value: Any, fill: Fill) -> QCheckBox:
    box = QCheckBox()
    box.setChecked(value if isinstance(value, bool) else bool(field.usual))
    box.toggled.connect(lambda on: fill(None if on is field.usual else on))
    return box


def _choice(field: Field, choices: Sequence[tuple[str, str]], value: Any, fill: Fill) -> QComboBox:
    """Choices, and what stands there now though it is none of them; nothing, too, where that may be."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    known = [each for each, _ in choices]
    now = value if isinstance(value, str) else (str(field.usual) if field.usual in known else None)
    if now is None or (not field.needed and field.usual is None):
        box.addItem("–", None)
    for each, words in choices:
        box.addItem(words, each)
    if now is not None and now not in known:
        box.addItem(shown(now, 60), now)
    box.setCurrentIndex(max(0, box.findData(now)))
    box.activated.connect(lambda number: fill(box.itemData(number)))
    return box


class Many(QWidget):
    """Check boxes, several a line."""

    def __init__(self, field: Field, steps: Steps, value: Any, fill: Fill) -> None:
        super().__init__()
        chosen = _texts(value)
        self.boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, each in enumerate(field.choices):
            box = self.boxes[each] = QCheckBox(option(steps, each))
            box.setChecked(each in chosen)
            grid.addWidget(box, number // MANY_A_LINE, number % MANY_A_LINE)
            box.toggled.connect(lambda _on: fill([name for name, box in self.boxes.items() if box.isChecked()]))
        self.setFocusProxy(next(iter(self.boxes.values())))


class Window(QWidget):
    """From and to, in seconds."""

    def __init__(self, value: Any, fill: Fill) -> None:
        super().__init__()
        both = value if isinstance(value, list) and len(value) == 2 else ["", ""]
        self.ends = [QLineEdit(line_of(each)) for each in both]
        line = row(6)
        self.setLayout(line)
        for number, end in enumerate(self.ends):
            end.setMaxLength(20)
            end.textEdited.connect(lambda _text: fill(self._read()))
            if number:
                line.addWidget(Label("–"))
            line.addWidget(end)
        self.setFocusProxy(self.ends[0])

    def _read(self) -> Any:
        texts = [end.text().strip() for end in self.ends]
        return [number_in(text) for text in texts] if any(texts) else None


class ByName(QWidget):
    """Fillings (several, parted) or weights, by name; all that may be named stand there."""

    def __init__(self, field: Field, value: Any, named: Sequence[Named], language: str, fill: Fill) -> None:
        super().__init__()
        self._weights = field.kind is Kind.WEIGHTS
        filled = value if isinstance(value, dict) else {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(6)
        titles = {each.id: option_of(each, language) for each in named}
        self.lines: dict[str, QLineEdit] = {}
        for name in [*titles, *(name for name in filled if name not in titles)]:
            now = filled.get(name)
            line = QLineEdit(line_of(now) if self._weights else f" {PARTED} ".join(_texts(now)))
            line.setMaxLength(LONGEST)
            line.setAccessibleName(titles.get(name, shown(name, 60)))
            line.textEdited.connect(lambda _text: fill(self._read()))
            form.addRow(Label(titles.get(name, name), "small"), line)
            self.lines[name] = line
        if self.lines:
            self.setFocusProxy(next(iter(self.lines.values())))

    def _read(self) -> dict[str, Any]:
        texts = {name: line.text() for name, line in self.lines.items() if line.text().strip()}
        return {name: number_in(text) if self._weights else words_in(text, PARTED) for name, text in texts.items()}


def first_field(parent: QObject) -> QWidget | None:
    """The first widget within that the keyboard reaches."""
    found = [each for each in parent.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return found[0] if found else None
