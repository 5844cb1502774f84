"""What to export of a session, how, and where to: all of it by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from simulator.domain.session import SessionHeader
from simulator.domain.units import Seconds, Span
from simulator.ports import ContentError
from simulator.reports.file_names import safe_name, session_name
from simulator.reports.xapi import DEFAULT_IRI, checked_iri
from simulator.ui.amounts import short_clock
from simulator.ui.dialogs import ask
from simulator.ui.plain import shown
from simulator.ui.sentences import sentence
from simulator.ui.sharing.orders import ENDINGS, Kind, Order
from simulator.ui.theme import Theme
from simulator.ui.widgets import Button, Label, PrimaryButton, row

AROUND: Seconds = 2.0
"""Shown before and after the moment of a clip, unless somebody says otherwise: a sentence is then heard whole."""
LONGEST_AROUND: Seconds = 60.0
QUOTE = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment that a clip may show."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What can be chosen from: made by whoever opens the dialog."""

    header: SessionHeader
    trainee: str
    folder: Path
    recorded: bool
    language: str
    """Of the screen: "zh" or "en"."""
    moments: Sequence[Moment] = ()
    """The first is chosen at the beginning."""
    classes: Callable[[], Mapping[str, tuple[str, ...]]] = dict
    """Sessions, under the words that say which they are; asked for once a class is chosen."""
    iri: str = DEFAULT_IRI


class ExportDialog(QDialog):
    """Asks; ``then`` is called with the order once all is in order."""

    def __init__(self, choice: Choice, theme: Theme, then: Callable[[Order], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._choice = choice
        self._then = then
        self._named_by_hand = False
        self._rows: dict[str, tuple[QWidget, ...]] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Export"))
        self._make(theme)
        self._lay_out(theme)
        self.kinds.currentRowChanged.connect(self._on_kind)
        self.kinds.itemActivated.connect(lambda _item: self._on_go())  # Enter, where the dialog's own is taken
        for box in (self.format, self.language):
            box.currentIndexChanged.connect(self._on_name)
        self.file.textEdited.connect(self._on_typed)
        self.kinds.setCurrentRow(0)
        self.kinds.setFocus()

    @property
    def kind(self) -> Kind:
        """What is chosen."""
        return self._kinds[max(0, self.kinds.currentRow())]

    def choose(self, kind: Kind) -> None:
        """Choose what to export."""
        self.kinds.setCurrentRow(self._kinds.index(kind))

    # ------------------------------------------------------------------ parts

    def _make(self, theme: Theme) -> None:
        choice = self._choice
        names = self._kind_names()
        self._kinds = [kind for kind in Kind if (choice.recorded or not kind.needs_recording)]
        self.kinds = QListWidget()
        self.kinds.setAccessibleName(self.tr("What to export"))
        self.kinds.addItems([names[kind] for kind in self._kinds])
        self.about = Label("", "small", wrap=True)
        self.format = QComboBox()
        self.language = QComboBox()
        for code, words in (("zh", "中文"), ("en", "English")):
            self.language.addItem(words, code)
        self.language.setCurrentIndex(0 if choice.language == "zh" else 1)
        self.pictures = QCheckBox(self.tr("Pictures from the recording"))
        self.pictures.setChecked(choice.recorded)
        self.pictures.setEnabled(choice.recorded)
        self.transcript = QCheckBox(self.tr("The whole transcript"))
        self.moment = QComboBox()
        self.moment.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.moment.setMinimumContentsLength(24)
        for each in choice.moments:
            self.moment.addItem(f"{short_clock(each.span.start)} · {shown(each.words, QUOTE)}", each)
        self.around = QDoubleSpinBox()
        self.around.setRange(0.0, LONGEST_AROUND)
        self.around.setDecimals(1)
        self.around.setSingleStep(0.5)
        self.around.setValue(AROUND)
        self.sessions = QComboBox()
        self.sessions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sessions.setMinimumContentsLength(24)
        self.iri = QLineEdit(choice.iri)
        self.named = QCheckBox(self.tr("With the trainee's name"))
        self.file = QLineEdit()
        self.browse = Button(self.tr("Choose …"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._on_browse)
        self.trouble = Label("", wrap=True)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.go = PrimaryButton(self.tr("Export"))
        self.go.setDefault(True)
        self.go.clicked.connect(self._on_go)
        self.setMinimumWidth(theme.px(720 if theme.roomy else 560))

    def _lay_out(self, theme: Theme) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(10)
        whole.addWidget(Label(self.tr("Export"), "title"))
        body = row(14)
        self.kinds.setFixedWidth(theme.px(232))
        self.kinds.setSpacing(2)
        self.kinds.setMinimumHeight(theme.px(272 if theme.roomy else 190))
        body.addWidget(self.kinds)
        inner = QWidget()
        inner.setObjectName("column")
        self._options = QVBoxLayout(inner)
        self._options.setContentsMargins(0, 0, 4, 0)
        self._options.setSpacing(6)
        self._options.addWidget(self.about)
        for id, words, part in (
            ("format", self.tr("Format"), self.format),
            ("language", self.tr("Language of the report"), self.language),
            ("pictures", "", self.pictures),
            ("transcript", "", self.transcript),
            ("moment", self.tr("Moment"), self.moment),
            ("around", self.tr("Seconds before and after"), self.around),
            ("sessions", self.tr("Which sessions"), self.sessions),
            ("iri", self.tr("Address that all names begin with"), self.iri),
            ("named", "", self.named),
        ):
            self._add(id, words, part)
        self._options.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.addWidget(area, 1)
        whole.addLayout(body, 1)
        label = QLabel(self.tr("File"))
        label.setBuddy(self.file)
        self.file.setAccessibleName(self.tr("File"))
        line = row(8)
        line.addWidget(label)
        line.addWidget(self.file, 1)
        line.addWidget(self.browse)
        whole.addLayout(line)
        whole.addWidget(self.trouble)
        buttons = row(8)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        whole.addLayout(buttons)

    def _add(self, id: str, words: str, part: QWidget) -> None:
        """An option with its name above it; a check box says its own."""
        if words:
            label = Label(words, "small", wrap=True)
            part.setAccessibleName(words)
            self._options.addWidget(label)
            self._rows[id] = (label, part)
        else:
            self._rows[id] = (part,)
        self._options.addWidget(part)

    # ------------------------------------------------------------------ choosing

    def _on_kind(self) -> None:
        kind = self.kind
        reports = kind.is_report
        wanted = {
            "format": reports,
            "language": reports,
            "pictures": kind in (Kind.TRAINEE, Kind.EVIDENCE),
            "transcript": kind is Kind.EVIDENCE,
            "moment": kind is Kind.CLIP,
            "around": kind is Kind.CLIP,
            "sessions": kind is Kind.CLASS,
            "iri": kind is Kind.XAPI,
            "named": kind is Kind.XAPI,
        }
        for id, parts in self._rows.items():
            for part in parts:
                part.setVisible(wanted[id])
        self.about.say(self._abouts()[kind])
        if kind is Kind.CLASS and not self.sessions.count():
            for words, ids in self._choice.classes().items():
                self.sessions.addItem(shown(words, 60), ids)
        self.format.blockSignals(True)
        self.format.clear()
        self.format.addItems([ending.upper() for ending in ENDINGS[kind]])
        self.format.blockSignals(False)
        self._on_name()

    def _on_typed(self) -> None:
        self._named_by_hand = True
        self.trouble.say("")

    def _on_name(self) -> None:
        """Name the file by what is chosen, in the folder it stands in."""
        self.trouble.say("")
        typed = Path(self.file.text().strip()) if self.file.text().strip() else self._choice.folder / "x"
        ending = ENDINGS[self.kind][max(0, self.format.currentIndex())]
        if self._named_by_hand:
            self.file.setText(str(typed.with_suffix(f".{ending}")))
            return
        name = session_name(self._choice.header, self._choice.trainee, self.kind.value)
        if self.kind is Kind.CLASS:
            name = safe_name(f"{self._choice.header.scenario} {self.kind.value}")
        self.file.setText(str(typed.parent / f"{name}.{ending}"))

    def _on_browse(self) -> None:
        ending = ENDINGS[self.kind][max(0, self.format.currentIndex())]
        dialog = QFileDialog(self, self.tr("Export"), self.file.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked once, here
        dialog.setNameFilters([f"{ending.upper()} (*.{ending})"])
        dialog.setDefaultSuffix(ending)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, file: str) -> None:
        self._named_by_hand = True
        self.file.setText(file)
        self.trouble.say("")

    # ------------------------------------------------------------------ going

    def order(self) -> Order:
        """What is asked for as it stands. Raise ContentError for an address that is none."""
        ending = ENDINGS[self.kind][max(0, self.format.currentIndex())]
        typed = Path(self.file.text().strip() or str(self._choice.folder / "x")).expanduser()
        stem = typed.name[: -len(ending) - 1] if typed.name.lower().endswith(f".{ending}") else typed.name
        moment = self.moment.currentData()
        around = self.around.value()
        span = None
        if self.kind is Kind.CLIP and isinstance(moment, Moment):
            span = Span(max(0.0, moment.span.start - around), moment.span.end + around)
        sessions = self.sessions.currentData() or ()
        return Order(
            kind=self.kind,
            path=typed.with_name(f"{safe_name(stem)}.{ending}"),
            language=str(self.language.currentData()),
            pictures=self.pictures.isChecked(),
            transcript=self.transcript.isChecked(),
            span=span,
            sessions=tuple(sessions),
            iri=checked_iri(self.iri.text()) if self.kind is Kind.XAPI else DEFAULT_IRI,
            named=self.named.isChecked(),
        )

    def _on_go(self) -> None:
        try:
            order = self.order()
        except ContentError as error:
            self.trouble.say(sentence(error))
            self.iri.setFocus()
            return
        self.file.setText(str(order.path))
        if not order.path.parent.is_dir():
            words = self.tr("There is no folder {folder}: choose another one.")
            self.trouble.say(words.format(folder=shown(str(order.path.parent), 160)))
            self.file.setFocus()
            return
        if order.path.exists():
            ask(
                self,
                self.tr("Replace the file?"),
                self.tr("{file} is there already.").format(file=shown(order.path.name, 120)),
                self.tr("Replace"),
                self.tr("Keep it"),
                lambda: self._finish(order),
            )
            return
        self._finish(order)

    def _finish(self, order: Order) -> None:
        self.accept()
        self._then(order)

    # ------------------------------------------------------------------ words

    def _kind_names(self) -> dict[Kind, str]:
        return {
            Kind.TRAINEE: self.tr("Report for the trainee"),
            Kind.EVIDENCE: self.tr("Report for the instructor"),
            Kind.CLASS: self.tr("Report on the class"),
            Kind.CSV: self.tr("Table for a spreadsheet"),
            Kind.SRT: self.tr("Captions (SRT)"),
            Kind.VTT: self.tr("Captions (WebVTT)"),
            Kind.FILM: self.tr("Film with chat and cards"),
            Kind.CLIP: self.tr("Clip of a moment"),
            Kind.XAPI: self.tr("Statements (xAPI)"),
            Kind.JSON: self.tr("Everything as JSON"),
        }

    def _abouts(self) -> dict[Kind, str]:
        return {
            Kind.TRAINEE: self.tr("One page: what went well and three things to do next. Then the details."),
            Kind.EVIDENCE: self.tr("Every criterion with its evidence, formula, levels and who gave them, and when."),
            Kind.CLASS: self.tr("Levels by criterion, what the class gets wrong as a whole, who needs what. By name."),
            Kind.CSV: self.tr(
                "Marks, evidence, words, comments and findings with their seconds, for Excel and others."
            ),
            Kind.SRT: self.tr("The host's words with their times, for video players."),
            Kind.VTT: self.tr("The host's words with their times, for web pages."),
            Kind.FILM: self.tr("The recording with chat, product card and captions as viewers saw them."),
            Kind.CLIP: self.tr("The same, of one moment: the picture begins and ends exactly there."),
            Kind.XAPI: self.tr(
                "For a learning system (xAPI 2.0): completed, passed or failed, and each criterion. The trainee stands"
                " in it under a made-up name, unless you say otherwise."
            ),
            Kind.JSON: self.tr("Everything known of the session, for programs. With names and all that was said."),
        }
