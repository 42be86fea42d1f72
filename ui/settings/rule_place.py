"""Settings → Rules as it looks: packs at the left, and of the chosen one its numbers, rules, clocks and sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.services.rules import RuleBook, RulePack
from models.rules.rule_reading import ReadLine, ReadNumber, ReadRule, ReadSource, words_of
from models.store.own_rules import NumberChange
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, isolate, one_line
from ui.settings import rule_words as words
from ui.settings.rule_lines import BlockArea, LineBlock, RuleDetail, line_block, source_block
from ui.settings.rule_lists import LineList, ListLine
from ui.settings.rule_numbers import NumberArea
from ui.settings.rule_words import said
from ui.settings.setting_words import layer_word
from ui.widgets.buttons import Button
from ui.widgets.controls import SearchField, Tabs
from ui.widgets.flow import FlowLayout
from ui.widgets.marks import Chip
from ui.widgets.panel import Banner, EmptyPlace, Strip, clear_layout, column, line, rule

tr = translator("settings")
_PACKS, _RULES = 280, 272
NUMBERS, RULES, CLOCKS, AMOUNTS, SOURCES, HISTORY = range(6)


class RulePlace(QWidget):
    """`exported` and `removed` give a pack's id; `imported` asks for a file."""

    exported = Signal(str)
    removed = Signal(str)
    imported = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book: RuleBook | None = None
        self._now: datetime | None = None
        self._zone: tzinfo | None = None
        whole = line(self, spacing=0)
        whole.addWidget(self._make_left())
        self._sides = QStackedWidget(self)
        self._sides.addWidget(self._make_right())
        self.nothing = EmptyPlace("search", "", "", self)
        self.nothing.add_button(tr("Show all packs"), self.search.clear)
        self._sides.addWidget(self.nothing)
        whole.addWidget(self._sides, 1)

    # Making

    def _make_left(self) -> QWidget:
        left = Strip(self, edge="right")
        left.setFixedWidth(_PACKS)
        rows = column(left)
        self.search = SearchField(tr("Search in all rules"), left)
        box = column(margins=(12, 8, 12, 8))
        box.addWidget(self.search)
        rows.addLayout(box)
        rows.addWidget(rule(left))
        self.packs = LineList(tr("Policy packs"), left)
        rows.addWidget(self.packs, 1)
        rows.addWidget(rule(left))
        foot = column(margins=(12, 8, 12, 8), spacing=8)
        self.broken = Banner("overdue", "", "", left)
        self.broken.hide()
        foot.addWidget(self.broken)
        self.drop_broken = Button(tr("Remove it"), left, size="small")
        self.drop_broken.hide()
        foot.addWidget(self.drop_broken)
        self.take_in = Button(tr("Import a pack…"), left, icon="download")
        foot.addWidget(self.take_in)
        rows.addLayout(foot)
        self.search.searched.connect(lambda _: self._searched())
        self.packs.current_changed.connect(lambda _: self._show_pack())
        self.take_in.clicked.connect(self.imported)
        self.drop_broken.clicked.connect(self._drop_broken)
        return left

    def _make_right(self) -> QWidget:
        right = Strip(self)
        rows = column(right)
        head = column(margins=(16, 12, 12, 4), spacing=4)
        first = line(spacing=8)
        self.heading = ElidedLabel("", right, role="title", weight=600)
        first.addWidget(self.heading, 1)
        self.remove = Button(tr("Remove"), right, kind="danger", size="small", icon="trash-2")
        self.export = Button(tr("Export…"), right, size="small", icon="upload")
        first.addWidget(self.remove)
        first.addWidget(self.export)
        head.addLayout(first)
        self.facts = PlainLabel("", right, role="small", ink="text2", wrap=True)
        self.scope = PlainLabel("", right, role="small", ink="text3", wrap=True)
        head.addWidget(self.facts)
        head.addWidget(self.scope)
        self._chip_box = QWidget(right)
        self._chips = FlowLayout(self._chip_box)
        head.addWidget(self._chip_box)
        rows.addLayout(head)
        self.banner = Banner("due", "", "", right)
        wrapped = column(margins=(12, 4, 12, 4))
        wrapped.addWidget(self.banner)
        rows.addLayout(wrapped)
        self.tabs = Tabs(right, height=40)
        for title in (tr("Numbers"), tr("Rules"), tr("Clocks"), tr("Amounts"), tr("Sources"), tr("History")):
            self.tabs.addTab(title)
        self.tabs.setAccessibleName(tr("Parts of the pack"))
        tab_row = line(margins=(16, 0, 12, 0))
        tab_row.addWidget(self.tabs)
        tab_row.addStretch(1)
        rows.addLayout(tab_row)
        rows.addWidget(rule(right))
        self.parts = QStackedWidget(right)
        self.numbers = NumberArea(self.parts)
        self.clocks = BlockArea(tr("Clocks"), self.parts)
        self.amounts = BlockArea(tr("Amounts"), self.parts)
        self.sources = BlockArea(tr("Sources"), self.parts)
        self.history = BlockArea(tr("History"), self.parts)
        for part in (self.numbers, self._make_rules(), self.clocks, self.amounts, self.sources, self.history):
            self.parts.addWidget(part)
        rows.addWidget(self.parts, 1)
        self.tabs.currentChanged.connect(self._show_part)
        self.export.clicked.connect(lambda: self.exported.emit(self.pack_id()))
        self.remove.clicked.connect(lambda: self.removed.emit(self.pack_id()))
        return right

    def _make_rules(self) -> QWidget:
        split = QSplitter(self.parts)
        split.setChildrenCollapsible(False)
        self.rules = LineList(tr("Rules"), split)
        self.rules.setMinimumWidth(200)
        self.detail = RuleDetail(tr("The rule"), split)
        split.addWidget(self.rules)
        split.addWidget(self.detail)
        split.setSizes([_RULES, 600])
        split.setStretchFactor(1, 1)
        self.rules.current_changed.connect(lambda _: self._show_rule())
        return split

    # Showing

    def show_book(self, book: RuleBook, now: datetime, zone: tzinfo) -> None:
        """Show all packs and stay where the reader was."""
        self._book, self._now, self._zone = book, now, zone
        names = ", ".join(f"{file.pack} {file.version}" for file, _ in book.broken)
        self.broken.set_text(tr("A pack you brought in cannot be used any more and is left out."), names)
        self.broken.setVisible(bool(book.broken))
        self.drop_broken.setVisible(bool(book.broken))
        self._show_packs()

    def _drop_broken(self) -> None:
        if self._book is not None and self._book.broken:
            self.removed.emit(self._book.broken[0][0].pack)

    def open_pack(self, wanted: str) -> None:
        """Go to a pack by its id, or with `pack/number` to the place where that number is changed."""
        pack_id, _, number = wanted.partition("/")
        found = next((each.id for each in self.packs.lines.lines if each.id.partition(" ")[0] == pack_id), "")
        if found:
            self.packs.choose(found)
        if found and number:
            self.tabs.setCurrentIndex(NUMBERS)
            self.numbers.edit(number)

    def _searched(self) -> None:
        """Show what fits, and of the pack in front a part in which something does."""
        self._show_packs()
        each = self.rule_pack()
        if each is None or not self._terms():
            return
        counts = [len(items) for items in self._items(each)]
        if not counts[self.tabs.currentIndex()]:
            place = next((place for place in range(HISTORY) if counts[place]), NUMBERS)
            self.tabs.setCurrentIndex(place)

    def pack_id(self) -> str:
        """The id of the pack that is read, empty for none."""
        return self.packs.current_id().partition(" ")[0]

    def rule_pack(self) -> RulePack | None:
        """The pack that is read."""
        wanted = self.packs.current_id()
        packs = self._book.packs if self._book is not None else ()
        return next((each for each in packs if _key(each) == wanted), None)

    def _terms(self) -> list[str]:
        return self.search.text().casefold().split()

    def _matches(self, text: str) -> bool:
        return all(term in text for term in self._terms())

    def _show_packs(self) -> None:
        if self._book is None:
            return
        found = [each for each in self._book.packs if self._matches(each.words)]
        self.packs.show_lines([_pack_line(each) for each in found])
        if not found:
            searched = tr("Looked in numbers, rules, clocks, amounts and sources of every pack.")
            self.nothing.set_text("search", tr("Nothing found for “%1”.", self.search.text()), searched)
        self._show_pack()

    def _show_pack(self) -> None:
        each = self.rule_pack()
        self._sides.setCurrentIndex(0 if each is not None else 1)
        if each is None:
            return
        self.heading.set_full(said(each.pack.title))
        self.facts.setText(words.pack_facts(each))
        self.scope.setText(words.pack_scope(each.pack))
        clear_layout(self._chips)  # type: ignore[arg-type]
        chips = words.pack_chips(each)
        for text, state in chips:
            chip = Chip(text, state, self._chip_box)
            self._chips.addWidget(chip)
            chip.show()
        self._chip_box.setVisible(bool(chips))
        self.remove.setVisible(each.own is not None)
        self._show_banner(each)
        for place, items in enumerate(self._items(each)):
            self.tabs.set_count(place, len(items))
        self._show_part()

    def _show_banner(self, each: RulePack) -> None:
        unsure = words.to_verify(each)
        texts = []
        if each.read.past_review:
            texts.append(tr("This pack is past its review date: check it against the source."))
        if unsure:
            joint = "、" if language() == "zh" else ", "
            names = joint.join(said(number.label) for number in unsure[:6]) + (" …" if len(unsure) > 6 else "")
            texts.append(tr("To be verified by the shop before relying on it: %1", names))
        self.banner.set_text(texts[0] if texts else "", " ".join(texts[1:]))
        self.banner.setVisible(bool(texts))

    def _items(self, each: RulePack) -> tuple[Sequence[object], ...]:
        """What each tab shows, the search applied."""
        read = each.read
        sections: tuple[Sequence[ReadNumber | ReadRule | ReadLine | ReadSource], ...] = (
            read.numbers, read.rules, read.clocks, (*read.formulas, *read.exposures), read.sources,
        )  # fmt: skip
        terms = self._terms()
        found = [[item for item in section if not terms or self._matches(words_of(item))] for section in sections]
        return (*found, each.history)

    def _show_part(self) -> None:
        each, now, zone = self.rule_pack(), self._now, self._zone
        place = self.tabs.currentIndex()
        self.parts.setCurrentIndex(place)
        if each is None or now is None or zone is None:
            return
        items = self._items(each)[place]
        if place == NUMBERS:
            self.numbers.show_numbers(each, [item for item in items if isinstance(item, ReadNumber)], now, zone)
        elif place == RULES:
            self._show_rules([item for item in items if isinstance(item, ReadRule)])
        elif place == SOURCES:
            cited = [source_block(item, self.sources.inside) for item in items if isinstance(item, ReadSource)]
            self.sources.show_blocks(cited, tr("No source is meant by this search."))
        elif place == HISTORY:
            changes = [item for item in items if isinstance(item, NumberChange)]
            blocks = self._history(each, changes, now, zone)
            self.history.show_blocks(blocks, tr("No number of this pack was ever changed."))
        else:
            area = self.clocks if place == CLOCKS else self.amounts
            lines = [item for item in items if isinstance(item, ReadLine)]
            area.show_blocks([line_block(item, area.inside) for item in lines], tr("There is none here."))

    def _show_rules(self, rules: Sequence[ReadRule]) -> None:
        self._read_rules = {each.id: each for each in rules}
        self.rules.show_lines(
            [
                ListLine(each.id, said(each.title), words.party_word(each.liable) or tr("adds to other rules"))
                for each in rules
            ]
        )
        self._show_rule()

    def _show_rule(self) -> None:
        self.detail.show_rule(self._read_rules.get(self.rules.current_id()))

    def _history(self, each: RulePack, changes: Sequence[NumberChange], now: datetime, zone: tzinfo) -> list[QWidget]:
        """What the shop changed in this pack, newest first, each with what was before it."""
        numbers = {number.id: number for number in each.read.numbers}
        blocks: list[QWidget] = []
        for change in changes:
            before = next((old for old in each.history if old.name == change.name and old.id < change.id), None)
            title = words.change_line(numbers.get(change.name), change, before)
            when = shown.day_and_time(change.changed_at, now, language(), zone)
            who = " ".join(part for part in (when, isolate(change.changed_by)) if part)
            blocks.append(LineBlock(title, [one_line(change.note)], who, parent=self.history.inside))
        if each.own is not None:
            when = shown.day_and_time(each.own.imported_at, now, language(), zone)
            title = tr("Brought in by the shop: version %1", each.own.version)
            blocks.append(LineBlock(title, (), f"{when} {isolate(each.own.imported_by)}", parent=self.history.inside))
        return blocks


def _key(each: RulePack) -> str:
    return f"{each.pack.id} {each.pack.version}"


def _pack_line(each: RulePack) -> ListLine:
    second = tr("%1, %2", layer_word(each.pack.layer), each.pack.version)
    icon = words.LAYER_ICONS.get(each.pack.layer, "book-open")
    return ListLine(_key(each), said(each.pack.title), second, icon, tuple(words.pack_chips(each)))
