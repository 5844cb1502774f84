"""A new scenario: in which language, under whose rules."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from simulator.ui.authoring.options import option
from simulator.ui.cabin.desk_dialog import DeskDialog

LANGUAGES = ("zh", "en")
MARKETS = ("cn", "us", "uk", "eu")


class NewDialog(DeskDialog):
    """What cannot be changed later without writing everything anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("A new scenario"), self.tr("Begin"), parent)
        self._language, self._market = QComboBox(), QComboBox()
        for box, name, values in ((self._language, "language", LANGUAGES), (self._market, "market", MARKETS)):
            for each in values:
                box.addItem(option((name,), each), each)
        self.add_field(self.tr("Language spoken"), self._language)
        self.add_field(self.tr("Market whose rules hold"), self._market)
        self._language.activated.connect(self._on_language)

    @property
    def language(self) -> str:
        return str(self._language.currentData())

    @property
    def market(self) -> str:
        return str(self._market.currentData())

    def _on_language(self) -> None:
        """The market that goes with it, which may still be changed."""
        self._market.setCurrentIndex(MARKETS.index("cn" if self.language == "zh" else "us"))
