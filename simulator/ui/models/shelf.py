"""The product shelf of the control desk."""

from __future__ import annotations

from simulator.live.shelf import ShelfItem
from simulator.ui.amounts import money
from simulator.ui.models.rows import RowsModel


class ShelfModel(RowsModel[ShelfItem]):
    """The products, in the order of their links."""

    def text_of(self, row: ShelfItem) -> str:
        return f"{row.product.link_no}. {row.product.name}, {money(row.price)}"

    @property
    def pinned(self) -> ShelfItem | None:
        return next((item for item in self._rows if item.pinned), None)
