"""The tab where rubrics are shaped: what there is, what it says, and what it would do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QWidget

from simulator.domain.marked import RubricVersion
from simulator.domain.units import Text
from simulator.ports import ContentError, Mendable
from simulator.review.rubric_preview import Preview
from simulator.ui.dialogs import ask, tell
from simulator.ui.jobs import Jobs
from simulator.ui.marking_scheme.drafting import Drafting
from simulator.ui.marking_scheme.past import Past
from simulator.ui.marking_scheme.preview_panel import PreviewPanel
from simulator.ui.marking_scheme.scoring_again import ScoringAgain
from simulator.ui.marking_scheme.sheet_editor import SheetEditor
from simulator.ui.marking_scheme.shelf import Sheet, Shelf
from simulator.ui.plain import shown
from simulator.ui.review.instructor import NameDialog, known_instructor
from simulator.ui.sentences import sentence
from simulator.ui.sharing.files import write_whole
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.live.studio import Studio

SHELF_PX, PREVIEW_PX = 236, 326
MISTAKES_SHOWN = 8


class SchemeView(QWidget):
    """List, editor and preview side by side; Ctrl+Z takes back, Ctrl+Y or Ctrl+Shift+Z does again."""

    review_asked = Signal(str)

    def __init__(
        self, studio: Studio, theme: Theme, jobs: Jobs, language: ScreenLanguage, parent: QWidget | None = None
    ) -> None:
        """Raise StoreError."""
        super().__init__(parent)
        self._studio = studio
        self._language = language.of_texts
        self._named = {each.rubric for each in studio.scenarios()}
        self.drafting = Drafting(studio.store, self)
        self.past = Past(studio.store, jobs, self)
        self.scoring = ScoringAgain(studio.library, studio.store, jobs, self)
        self.shelf = Shelf(theme, language)
        self.editor = SheetEditor(theme, language, self.drafting, self.past)
        self.preview = PreviewPanel(theme)
        self.shelf.setFixedWidth(theme.px(SHELF_PX))
        self.preview.setFixedWidth(theme.px(PREVIEW_PX))
        self.setFocusProxy(self.shelf)
        inside = QWidget()
        inside.setObjectName("column")
        area = QScrollArea()  # scrolls only where large text leaves no room
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        line = QHBoxLayout(inside)
        line.setContentsMargins(12, 10, 12, 10)
        line.setSpacing(10)
        line.addWidget(self.shelf)
        line.addWidget(self.editor, 1)
        line.addWidget(self.preview)
        self._connect()
        for key, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.drafting.undo),
            (QKeySequence("Ctrl+Y"), self.drafting.redo),
            (QKeySequence("Ctrl+Shift+Z"), self.drafting.redo),
        ):
            QShortcut(key, self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show_shelf()
        self.shelf.choose(self._first())
        self.preview.offer(self.past.scenarios(), self.past.trainees())

    # ------------------------------------------------------------------ inside

    def _connect(self) -> None:
        shelf, drafting, past, preview = self.shelf, self.drafting, self.past, self.preview
        shelf.chosen.connect(self._on_chosen)
        shelf.edit_asked.connect(self._on_edit)
        shelf.copy_asked.connect(self._on_copy)
        shelf.import_asked.connect(self._on_import)
        shelf.export_asked.connect(self._on_export)
        shelf.retire_asked.connect(self._on_retire)
        shelf.discard_asked.connect(self._on_discard)
        drafting.opened.connect(self._on_opened)
        drafting.changed.connect(self._on_rubric)
        drafting.shelved.connect(self._show_shelf)
        drafting.failed.connect(self._complain)
        past.progressed.connect(preview.show_waiting)
        past.previewed.connect(self._on_previewed)
        past.stopped.connect(preview.show_stopped)
        past.read.connect(self.editor.show_values)
        past.failed.connect(self._complain)
        preview.chosen.connect(past.choose)
        past.found.connect(preview.show_found)
        preview.cancel_asked.connect(self._on_cancel)
        preview.review_asked.connect(self.review_asked)
        preview.publish_asked.connect(self._on_publish)
        preview.score_asked.connect(self._on_score)
        self.scoring.progressed.connect(preview.show_waiting)
        self.scoring.done.connect(self._on_scored)
        self.scoring.failed.connect(self._complain)

    def _first(self) -> tuple[str, str]:
        rows = self.shelf.model.rows
        return rows[0].key if rows else ("", "")

    def _show_shelf(self) -> None:
        store = self._studio.store
        chosen = self.shelf.sheet
        try:
            self.shelf.show_all(store.rubric_versions(), store.rubric_drafts())
        except Mendable as error:
            self._complain(error)
        else:
            if chosen is not None:
                self.shelf.mark(chosen.key)

    def _on_chosen(self, sheet: Sheet) -> None:
        if sheet.draft is not None:
            self.drafting.open_draft(sheet.draft)
        elif sheet.version is not None:
            self.drafting.open_version(sheet.version)

    def _on_opened(self) -> None:
        """Choose its line too: a draft that was just begun has one of its own."""
        drafting = self.drafting
        rubric, draft = drafting.rubric, drafting.draft
        if rubric is not None:
            key = (rubric.id, rubric.version if draft is None else f"draft {draft.author}")
            if self.shelf.sheet is None or self.shelf.sheet.key != key:
                self.shelf.mark(key)
        self._on_rubric()

    def _on_rubric(self) -> None:
        rubric = self.drafting.rubric
        if rubric is None:
            return
        mistakes = self.editor.show_rubric()
        self.preview.show_rubric(rubric, self.drafting.editable, mistakes)
        self.past.ask(rubric)

    def _on_previewed(self, found: Preview) -> None:
        self.preview.show_preview(found)

    # ------------------------------------------------------------------ what is asked for

    def _as_author(self, then: Callable[[str], None]) -> None:
        name = known_instructor(self._studio.store)
        if name:
            then(name)
        else:
            NameDialog(self._studio.store, then, self).open()

    def _on_edit(self) -> None:
        version = self._version()
        if version is not None:
            self._as_author(lambda name: self.drafting.begin(version, name))

    def _on_copy(self) -> None:
        version = self._version()
        if version is None:
            return
        rubric = version.rubric
        name = Text(f"{rubric.title('zh')}（副本）", f"{rubric.title('en')} (copy)")
        self._as_author(lambda author: self.drafting.copy(version, author, name))

    def _version(self) -> RubricVersion | None:
        sheet = self.shelf.sheet
        return None if sheet is None else sheet.version

    def _on_import(self) -> None:
        dialog = QFileDialog(self, self.tr("Import a rubric"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["JSON (*.json)"])
        dialog.fileSelected.connect(lambda file: self.take_in(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_in(self, file: Path) -> None:
        """Publish the rubric in a file."""
        try:
            text = self._studio.library.rubric_in(file)
            note = self.tr("from {file}").format(file=shown(file.name, 60))
            made = self._studio.store.add_rubric(text, note=note, author=known_instructor(self._studio.store))
        except Mendable as error:
            self._complain(error)
            return
        self._show_shelf()
        self.shelf.choose((made.id, made.version))

    def _on_export(self) -> None:
        version = self._version()
        if version is None:
            return
        rubric = version.rubric
        dialog = QFileDialog(
            self, self.tr("Export the rubric"), str(Path.home() / f"{rubric.id}-{rubric.version}.json")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["JSON (*.json)"])
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(lambda file: self.write_out(version, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_out(self, version: RubricVersion, file: Path) -> None:
        """Write a version to a file."""
        try:
            text = self._studio.store.rubric_text(version.rubric.id, version.rubric.version)
            write_whole(file, lambda part: part.write_text(text + "\n", encoding="utf-8"))
        except Mendable as error:
            self._complain(error)

    def _on_retire(self) -> None:
        version = self._version()
        if version is None:
            return
        rubric = version.rubric
        others = [
            each
            for each in self._studio.store.rubric_versions()
            if each.rubric.id == rubric.id and each.rubric.version != rubric.version and not each.retired
        ]
        if not version.retired and not others and rubric.id in self._named:
            words = self.tr("Scenarios are marked by {rubric}, and no other version of it is in force.")
            tell(
                self.window(),
                self.tr("It cannot be retired"),
                words.format(rubric=shown(rubric.title(self._language), 60)),
                self.tr("Close"),
            )
            return
        try:
            self._studio.store.retire_rubric(rubric.id, rubric.version, not version.retired)
        except Mendable as error:
            self._complain(error)
        self._show_shelf()
        self.shelf.choose((rubric.id, rubric.version))

    def _on_discard(self) -> None:
        ask(
            self.window(),
            self.tr("Discard this draft?"),
            self.tr("All that was changed in it is lost. Published versions stay."),
            self.tr("Discard"),
            self.tr("Keep"),
            self._discard,
        )

    def _discard(self) -> None:
        self.drafting.discard()
        self.shelf.choose(self._first())

    def _on_publish(self, note: str) -> None:
        rubric = self.drafting.rubric
        if rubric is None:
            return
        words = self.tr(
            "From now on sessions of its scenarios are marked by it. It can no longer be changed, only followed by"
            " another version. Past results stay as they are until they are scored again."
        )
        ask(
            self.window(),
            self.tr("Publish this version?"),
            words,
            self.tr("Publish"),
            self.tr("Not yet"),
            lambda: self._publish(note),
            self.preview.headline.whole,
        )

    def _publish(self, note: str) -> None:
        made = self.drafting.publish(note)
        if made is not None:
            self.preview.note.clear()
            self.shelf.choose((made.id, made.version))

    def _on_score(self) -> None:
        rubric, entries = self.drafting.rubric, self.past.entries
        if rubric is None or not entries or self.scoring.running:
            return
        words = self.tr(
            "%n session(s) get one more scorecard, by this version. Earlier ones stay, instructors' levels too;"
            " what is signed stays as it was signed until you adopt the new score.",
            "",
            len(entries),
        )
        ask(
            self.window(),
            self.tr("Score them again?"),
            words,
            self.tr("Score"),
            self.tr("Not yet"),
            lambda: self.scoring.begin(rubric, entries),
        )

    def _on_scored(self, _count: int) -> None:
        self.past.choose(self.preview.choice)

    def _on_cancel(self) -> None:
        if self.scoring.running:
            self.scoring.stop()
        else:
            self.past.cancel()

    def _complain(self, error: Mendable) -> None:
        detail = ""
        if isinstance(error, ContentError) and error.mistakes:
            more = len(error.mistakes) - MISTAKES_SHOWN
            detail = "; ".join(error.mistakes[:MISTAKES_SHOWN]) + (f" … +{more}" if more > 0 else "")
        tell(self.window(), self.tr("That did not work"), sentence(error), self.tr("Close"), detail)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.scoring.stop()
        self.past.close()
        super().closeEvent(event)
