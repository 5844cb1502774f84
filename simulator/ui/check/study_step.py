"""The fact card to study: what is sold, what may be said of it and what not; and the trainee's own words."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.compliance import RulePack
from simulator.domain.scenario import FactKind, Product, Scenario
from simulator.live.script_text import LONGEST
from simulator.ui.amounts import money
from simulator.ui.check.documents import document_name
from simulator.ui.plain import shown
from simulator.ui.theme import Theme, Tone
from simulator.ui.translations import ScreenLanguage
from simulator.ui.widgets import Label, Panel, TabButton, column, row

LONGEST_TAB = 14
"""Characters of a product's name on its tab: eight of them stand side by side."""


class StudyStep(Panel):
    """A card for each product on the left, the script on the right."""

    def __init__(
        self,
        scenario: Scenario,
        rules: RulePack | None,
        theme: Theme,
        language: ScreenLanguage,
        *,
        traps: bool,
        parent: QWidget | None = None,
    ) -> None:
        """``traps`` shows the temptations planted in the scenario, each with a wording that is fine."""
        super().__init__(parent=parent)
        self.set_title(self.tr("Study the fact card, write your script"))
        self._scenario = scenario
        self._rules = rules
        self._traps = traps
        self._language = language
        self.tabs: list[TabButton] = []
        choosing = row(6)
        for product in scenario.products:
            tab = TabButton(
                shown(f"{product.link_no} {product.name}", LONGEST_TAB if len(scenario.products) > 1 else 60)
            )
            tab.clicked.connect(lambda _checked=False, product=product: self.show_product(product))
            self.tabs.append(tab)
            choosing.addWidget(tab)
        choosing.addStretch()
        if len(self.tabs) > 1:
            self.body.addLayout(choosing)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(self.tr("Fact card"))
        self.script = QPlainTextEdit()
        self.script.setAccessibleName(self.tr("My script"))
        self.script.setPlaceholderText(
            self.tr("What you want to say, in your own words. The teleprompter shows it while you practise.")
        )
        self.script.setTabChangesFocus(True)
        self.script.setMinimumHeight(theme.px(120))
        self.script.textChanged.connect(self._on_typed)
        beside = row(14)
        beside.addWidget(self.area, 3)
        writing = column(6)
        writing.addWidget(Label(self.tr("My script"), "strong"))
        writing.addWidget(self.script, 1)
        beside.addLayout(writing, 2)
        self.body.addLayout(beside, 1)
        if scenario.products:
            self.tabs[0].setChecked(True)
            self.show_product(scenario.products[0])

    def show_product(self, product: Product) -> None:
        """Show the card of this product."""
        inside = QWidget()
        inside.setObjectName("column")
        lines = column(5)
        lines.addWidget(Label(product.name, "title", wrap=True))
        for words in self._terms(product):
            lines.addWidget(Label(words, wrap=True))
        lines.addSpacing(6)
        lines.addWidget(Label(self.tr("What may be said"), "strong"))
        for fact in product.facts:
            must = " " + self.tr("(must be said)") if fact.mandatory else ""
            lines.addWidget(Label(f"· {self.kind_of(fact.kind)}{must}: {fact.cue}", wrap=True))
        if product.evidence:
            lines.addSpacing(6)
            lines.addWidget(Label(self.tr("Documents on file, as sources"), "strong"))
            named = {} if self._scenario.paper is None else self._scenario.paper.documents
            for each in product.evidence:
                name = named[each][self._language.of_texts] if each in named else document_name(each)
                lines.addWidget(Label("· " + name, wrap=True))
        self._add_forbidden(lines, product)
        seller = self._scenario.seller
        lines.addSpacing(6)
        lines.addWidget(Label(self.tr("Who sells"), "strong"))
        for words in (seller.name, seller.story, seller.connection):
            lines.addWidget(Label(words, wrap=True))
        lines.addStretch()
        inside.setLayout(lines)
        self.area.setWidget(inside)

    def _terms(self, product: Product) -> list[str]:
        shipping = self.tr("free delivery") if not product.shipping.hundredths else money(product.shipping)
        terms = [
            self.tr("Price {price} for {unit}, delivery: {shipping}").format(
                price=money(product.price), unit=product.unit, shipping=shipping
            ),
            self.tr("In stock: {stock}").format(stock=f"{product.counter_stock:,}"),
        ]
        for point in product.price_history:
            line = (
                self.tr("List price {price} from {first} to {last} days ago")
                if point.to_days > 0
                else self.tr("List price {price} over the last {first} days")
            )
            terms.append(line.format(price=money(point.price), first=point.from_days, last=point.to_days))
        if product.coupon is not None:
            line = self.tr("Coupon: {off} off, {pieces} pieces")
            terms.append(line.format(off=money(product.coupon.off), pieces=f"{product.coupon.pieces:,}"))
        else:
            terms.append(self.tr("No coupon"))
        return terms

    def _add_forbidden(self, lines: QVBoxLayout, product: Product) -> None:
        names = [] if self._rules is None else self._forbidden(self._rules, product)
        if names:
            lines.addSpacing(6)
            lines.addWidget(Label(self.tr("What may not be said"), "strong", tone=Tone.WARN))
            lines.addWidget(Label("; ".join(names), wrap=True))
        traps = [trap for trap in self._scenario.traps if trap.product == product.id] if self._traps else []
        if traps:
            lines.addSpacing(6)
            lines.addWidget(Label(self.tr("Viewers will tempt you"), "strong", tone=Tone.WARN))
        for trap in traps:
            lines.addWidget(Label(trap.temptation, wrap=True))
            lines.addWidget(Label("→ " + trap.acceptable, wrap=True, tone=Tone.GOOD))

    def _forbidden(self, rules: RulePack, product: Product) -> list[str]:
        """The names of what the rules forbid for goods of this kind."""
        return [
            category.name[self._language.of_texts]
            for category in rules.categories.values()
            if not category.applies_to or product.category in category.applies_to or "all" in category.applies_to
        ]

    def kind_of(self, kind: FactKind) -> str:
        return {
            FactKind.ORIGIN: self.tr("origin"),
            FactKind.SIZE: self.tr("size"),
            FactKind.PRICE: self.tr("price"),
            FactKind.KEEPING: self.tr("keeping"),
            FactKind.SHIPPING: self.tr("delivery"),
            FactKind.AFTER_SALES: self.tr("after-sales"),
            FactKind.USE: self.tr("use"),
            FactKind.TASTE: self.tr("taste"),
            FactKind.PROOF: self.tr("proof"),
            FactKind.STORY: self.tr("story"),
            FactKind.OTHER: self.tr("other"),
        }[kind]

    def _on_typed(self) -> None:
        text = self.script.toPlainText()
        if len(text) > LONGEST:
            self.script.setPlainText(text[:LONGEST])
            self.script.moveCursor(self.script.textCursor().MoveOperation.End)
