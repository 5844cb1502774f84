"""The tab where scenarios are written: what there is, the one on the table, and what would come of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from simulator.authoring_port import Workshop
from simulator.domain.draft import Draft, Flaw
from simulator.domain.language import Language
from simulator.ports import ContentError, Mendable
from simulator.ui.authoring.drafting import Drafting
from simulator.ui.authoring.editor import ScenarioEditor
from simulator.ui.authoring.new_dialog import NewDialog
from simulator.ui.authoring.preview import ScenarioPreview
from simulator.ui.authoring.shelf import ScenarioShelf
from simulator.ui.dialogs import ask, tell
from simulator.ui.jobs import Jobs
from simulator.ui.plain import shown
from simulator.ui.sentences import sentence
from simulator.ui.sharing.files import write_whole
from simulator.ui.theme import Theme
from simulator.ui.translations import ScreenLanguage

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.live.studio import Studio

MISTAKES_SHOWN = 8
LEFT_OUT_SHOWN = 12


class AuthoringView(QWidget):
    """A list; then, for one of its lines, a form; then a preview of it."""

    def __init__(
        self,
        workshop: Workshop,
        studio: Studio,
        theme: Theme,
        jobs: Jobs,
        language: ScreenLanguage,
        parent: QWidget | None = None,
    ) -> None:
        """Raise ContentError."""
        super().__init__(parent)
        self._workshop = workshop
        self._studio = studio
        self._jobs = jobs
        self._reading = False
        self.drafting = Drafting(workshop, language.of_texts, self)
        self.shelf = ScenarioShelf(theme, language.of_texts)
        self.editor = ScenarioEditor(self.drafting, theme, language.of_texts)
        self.preview = ScenarioPreview(studio.library.taxonomy(), theme, jobs, language.of_texts)
        self._views = QStackedWidget()
        for view in (self.shelf, self.editor, self.preview):
            self._views.addWidget(view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 10, 12, 10)
        whole.addWidget(self._views)
        self._connect()
        self._show_shelf()
        self.setFocusProxy(self._views)
        self._show(self.shelf)

    def _connect(self) -> None:
        shelf, drafting, editor = self.shelf, self.drafting, self.editor
        shelf.edit_asked.connect(self._on_edit)
        shelf.copy_asked.connect(self._on_copy)
        shelf.new_asked.connect(self._on_new)
        shelf.import_asked.connect(self._on_import)
        shelf.export_asked.connect(self._on_export)
        shelf.discard_asked.connect(self._on_discard)
        shelf.withdraw_asked.connect(self._on_withdraw)
        drafting.opened.connect(self._on_opened)
        drafting.shelved.connect(self._show_shelf)
        drafting.failed.connect(self._complain)
        editor.list_asked.connect(self._on_list)
        editor.preview_asked.connect(self._on_preview)
        editor.publish_asked.connect(self._on_publish)
        self.preview.back_asked.connect(lambda: self._show(editor))

    def _show(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        view.setFocus()

    def _show_shelf(self) -> None:
        try:
            self.shelf.show_all(self._workshop.drafts(), self._studio.library.scenarios(), self._workshop.own())
        except Mendable as error:
            self._complain(error)

    def _on_opened(self) -> None:
        if self.drafting.draft is None:
            self._show_shelf()
            self._show(self.shelf)
        else:
            self._show(self.editor)

    # ------------------------------------------------------------------ what is asked of the list

    def _on_edit(self) -> None:
        volume = self.shelf.volume
        if volume is None:
            return
        if volume.draft is not None:
            self.drafting.open(volume.draft)
        elif volume.scenario is not None:
            self.drafting.begin_from(volume.scenario.id, fresh=not volume.own)

    def _on_copy(self) -> None:
        volume = self.shelf.volume
        if volume is not None and volume.scenario is not None:
            self.drafting.begin_from(volume.scenario.id, fresh=True)

    def _on_new(self) -> None:
        dialog = NewDialog(self)
        dialog.accepted.connect(lambda: self.drafting.begin_blank(Language(dialog.language), dialog.market))
        dialog.open()

    def _on_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a scenario"), str(Path.home()), self.tr("Scenario") + " (*.json)"
        )
        if name and (left_out := self.drafting.take_in(Path(name))):
            paths = [shown(each, 60) for each in left_out[:LEFT_OUT_SHOWN]]
            more = ["…"] if len(left_out) > LEFT_OUT_SHOWN else []
            words = self.tr("This was left out, since it belongs to no field of a scenario:")
            tell(self, self.tr("Not all of it fits"), words + "\n" + "\n".join([*paths, *more]), self.tr("Close"))

    def _on_export(self) -> None:
        volume = self.shelf.volume
        if volume is None:
            return
        draft = volume.draft
        id = volume.scenario.id if volume.scenario is not None else draft.text(("id",)) if draft is not None else ""
        plain = "".join(sign for sign in id if sign.isalnum() or sign in "-_.")[:60] or "scenario"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the scenario"), str(Path.home() / f"{plain}.json"), self.tr("Scenario") + " (*.json)"
        )
        if not name:
            return
        try:
            text = self._text(draft, id)
            write_whole(Path(name), lambda path: path.write_text(text, encoding="utf-8"))
        except Mendable as error:
            self._complain(error)

    def _text(self, draft: Draft | None, id: str) -> str:
        if draft is not None:
            return self._workshop.written(draft)
        return self._workshop.text_of(id)

    def _on_discard(self) -> None:
        volume = self.shelf.volume
        if volume is not None and (draft := volume.draft) is not None:
            self._ask(
                self.tr("Throw this draft away?"),
                self.tr("What was written in it is gone for good. A published scenario of that name stays."),
                self.tr("Throw it away"),
                lambda: self.drafting.discard(draft),
            )

    def _on_withdraw(self) -> None:
        volume = self.shelf.volume
        if volume is not None and volume.own and (scenario := volume.scenario) is not None:
            self._ask(
                self.tr("Take this scenario off the list?"),
                self.tr("Nobody can choose it any more. Sessions that were made with it stay, and so does its file."),
                self.tr("Take it off"),
                lambda: self.drafting.withdraw(scenario.id),
            )

    # ------------------------------------------------------------------ what is asked of the form

    def _on_list(self) -> None:
        """Back to the list, on the line of what was open."""
        draft = self.drafting.draft
        self.drafting.open(None)
        if draft is not None:
            self.shelf.choose(f"draft {draft.id}")

    def _on_preview(self) -> None:
        draft = self.drafting.draft
        if draft is None:
            return
        try:
            made = self._workshop.made(draft)
        except Mendable as error:
            self._complain(error)
            return
        if made is None:
            tell(
                self,
                self.tr("There is nothing to see yet"),
                self.tr("Fill in what is missing first: the mistakes at the right lead there."),
                self.tr("Close"),
            )
            return
        self.preview.show_scenario(made)
        self._show(self.preview)

    def _on_publish(self) -> None:
        """First its words are held against the rules of its market, which takes a moment."""
        self.drafting.check()
        draft = self.drafting.draft
        if draft is None or self.drafting.flaws or self._reading:
            return
        self._reading = True
        job = self._jobs.start(
            lambda _job: self._workshop.breaches(draft), lambda found: self._on_read(draft, found), self._complain
        )
        job.ended.connect(self._on_reading_ended)

    def _on_reading_ended(self) -> None:
        self._reading = False

    def _on_read(self, draft: Draft, breaches: tuple[Flaw, ...]) -> None:
        now = self.drafting.draft
        if now is None or now.tree != draft.tree:
            return  # it was written on meanwhile
        if breaches:
            self.drafting.tell(breaches)
            return
        self._ask(
            self.tr("Publish this scenario?"),
            self.tr("Trainees can choose it at once. An earlier version of it is put aside; sessions keep theirs."),
            self.tr("Publish"),
            self._publish,
        )

    def _publish(self) -> None:
        made = self.drafting.publish()
        if made is not None:
            self.shelf.choose(made.id)

    # ------------------------------------------------------------------ inside

    def _ask(self, title: str, words: str, yes: str, agreed: Callable[[], None]) -> None:
        ask(self, title, words, yes, self.tr("Not now"), agreed)

    def _complain(self, error: Mendable) -> None:
        """Say what is wrong; of a file with mistakes the first few."""
        told = [shown(each, 160) for each in error.mistakes[:MISTAKES_SHOWN]] if isinstance(error, ContentError) else []
        tell(self, self.tr("That did not work"), sentence(error), self.tr("Close"), detail="\n".join(told))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.preview.close()
        super().closeEvent(event)
