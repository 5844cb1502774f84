"""Asks which product, and for a new price where one is wanted."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDoubleSpinBox, QVBoxLayout, QWidget

from simulator.domain.units import Money
from simulator.live.shelf import ShelfItem
from simulator.ui.widgets import Button, Label, PrimaryButton, row, shown

HIGHEST_PRICE = 999_999.99


class ProductDialog(QDialog):
    """Chooses a product of the shelf; the one on show is chosen already."""

    chosen = Signal(str, object)
    """Product id, and its new ``Money``, None where no price was asked."""

    def __init__(
        self, title: str, act: str, items: tuple[ShelfItem, ...], parent: QWidget, *, priced: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        self._items = items
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(title, "title"))
        self.product = QComboBox()
        self.product.setAccessibleName(self.tr("Product"))
        for number, item in enumerate(items):
            self.product.addItem(shown(f"{item.product.link_no}. {item.product.name}", 60))
            if item.pinned:
                self.product.setCurrentIndex(number)
        layout.addWidget(self.product)
        self.price = QDoubleSpinBox()
        self.price.setAccessibleName(self.tr("New price"))
        self.price.setDecimals(2)
        self.price.setRange(0.01, HIGHEST_PRICE)
        self.price.setVisible(priced)
        layout.addWidget(self.price)
        self._priced = priced
        self.product.currentIndexChanged.connect(self._on_product)
        self._on_product(self.product.currentIndex())
        line = row()
        line.addStretch()
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        line.addWidget(cancel)
        agree = PrimaryButton(act)
        agree.setDefault(True)
        agree.clicked.connect(self.accept)
        line.addWidget(agree)
        layout.addLayout(line)
        self.accepted.connect(self._on_accepted)
        if priced:
            self.price.setFocus()
            self.price.selectAll()

    def _on_product(self, number: int) -> None:
        price = self._items[number].price
        self.price.setPrefix(f"{price.currency.sign} ")
        self.price.setValue(float(price.amount))

    def _on_accepted(self) -> None:
        item = self._items[self.product.currentIndex()]
        price = Money.of(Decimal(f"{self.price.value():.2f}"), item.price.currency) if self._priced else None
        self.chosen.emit(item.product.id, price)
