"""The live pane: what follows from the answers so far, always in the same order, each with its source."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.context import AppContext
from desktop.services.resolution_facts import offers_of
from models.kinds import WaitingOn
from models.rules.checklist import ChecklistItem, checklist_of
from models.rules.conclusion import ClockPlan, Conclusion, EvidenceNeed
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.resolution.live_parts import LiabilityBar, LiveRow, LiveSection
from ui.resolution.live_rows import (
    SourceBook,
    SourceRow,
    clock_row,
    evidence_row,
    exposure_row,
    reason_row,
    register_row,
    warning_row,
)
from ui.resolution.remedy_table import RemedyHeads, RemedyRow, RemedyTable
from ui.resolution.wizard_state import WizardState
from ui.resolution.wording import axes_text, names_of, pick, share_text, shares_of, shares_text, shop_zone
from ui.widgets.buttons import link_button
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import Heading, Strip, column, line, section_label
from ui.words import word

tr = translator("resolution")
WIDTH = 508
FRESH_MS = 2000
UNASKED_MOST = 8


class LivePane(Strip):
    """`show_state` paints a conclusion; what differs from the one before is marked for two seconds.

    `number_wanted` names an empty number of a pack as `pack/number`.
    """

    override_wanted = Signal()
    remedy_chosen = Signal(str)
    fact_wanted = Signal(str)
    number_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, ctx: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, edge="left")
        self._ctx = ctx
        self.setFixedWidth(WIDTH)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column(self, margins=(1, 0, 0, 0)).addWidget(self._scroll)
        self._rows: list[LiveRow] = []
        self._sources: dict[int, SourceRow] = {}
        self.table: RemedyTable | None = None
        self.clock_rows: list[LiveRow] = []
        self.evidence_rows: list[LiveRow] = []
        self._before: set[str] = set()
        self._figures: list[str] = []
        self._timer = QTimer(self, singleShot=True, interval=FRESH_MS)
        self._timer.timeout.connect(self._calm_down)

    def fresh_rows(self) -> list[str]:
        """What is marked as just changed, in words."""
        table = self.table
        figures = [table.remedies.rows[at].says() for at in sorted(table.fresh)] if table is not None else []
        return [row.says for row in self._rows if row.fresh] + figures

    def forget(self) -> None:
        """Another case: nothing of it has just changed."""
        self._before, self._figures = set(), []

    def show_state(self, state: WizardState) -> None:
        """Paint the conclusion of this state."""
        at = self._scroll.verticalScrollBar().value()
        self._rows, self._sources, self.clock_rows, self.evidence_rows = [], {}, [], []
        body = QWidget(self._scroll)
        body.setProperty("clear", True)
        rows = column(body)
        for section in self._sections(state, body):
            rows.addWidget(section)
        rows.addStretch(1)
        self._scroll.setWidget(body)
        self._scroll.verticalScrollBar().setValue(at)
        self._mark()

    def _sections(self, state: WizardState, body: QWidget) -> list[LiveSection]:
        conclusion = state.walk.conclusion
        titles = {pack.id: pack.title for pack in state.walk.packs}
        book = SourceBook(conclusion.sources, self._follow, titles)
        sections = [self._liability(state, book, body), self._remedies(state, book, body)]
        clocks = self.clocks(state)
        if clocks:
            waited = {name for clock in clocks for name in clock.unknown}
            names = {name: names_of(state.walk, (name,))[0] for name in waited}
            section = LiveSection(tr("Clocks that will start"), body, spacing=0)
            now, where = self._ctx.clock.now(), shop_zone(state.walk.page.shop.time_zone)
            self.clock_rows = [
                clock_row(clock, names, book, now, where, section, partial(self._enter, state, clock))
                for clock in clocks
            ]
            sections.append(self._filled(section, self.clock_rows))
        missing = self._missing(state)
        if missing or conclusion.evidence:
            section = LiveSection(tr("Evidence still missing"), body, spacing=0)
            self.evidence_rows = [evidence_row(item, self._copy_request, section) for item in missing]
            sections.append(self._filled(section, self.evidence_rows))
            there = len(conclusion.evidence) - len(missing)
            if there:
                section.add(self._quiet(tr("%n already there", n=there), section))
        if conclusion.unasked:
            section = LiveSection(tr("Also ask, if it applies"), body, spacing=0)
            unasked = [name for name in conclusion.unasked if name in state.walk.fields][:UNASKED_MOST]
            section.add(self._unasked(state, unasked, section))
            sections.append(section)
        written = [plan for plan in conclusion.registers if plan.kind is not None]
        if written:
            section = LiveSection("", body)
            sections.append(self._filled(section, [register_row(written, section)]))
        if conclusion.sources:
            section = LiveSection(tr("Sources"), body)
            found = [SourceRow(source, titles, section) for source in conclusion.sources]
            self._sources = {row.number: row for row in found}
            sections.append(self._filled(section, found, mark=False))
        return sections

    def _enter(self, state: WizardState, clock: ClockPlan, name: str) -> None:
        """A fact is said on the page of the facts; an empty number of a pack belongs to the settings."""
        numbers = next((pack.constants for pack in state.walk.packs if pack.id == clock.pack_id), {})
        if name in numbers:
            self.number_wanted.emit(f"{clock.pack_id}/{name}")
        else:
            self.fact_wanted.emit(name)

    def _filled(self, section: LiveSection, rows: Sequence[LiveRow], *, mark: bool = True) -> LiveSection:
        for row in rows:
            section.add(row)
        if mark:
            self._rows += rows
        return section

    @staticmethod
    def _quiet(text: str, parent: QWidget) -> PlainLabel:
        label = PlainLabel(text, parent, role="small", ink="text3", wrap=True)
        label.setContentsMargins(16, 0, 16, 0)
        return label

    def _unasked(self, state: WizardState, names: Sequence[str], parent: QWidget) -> QWidget:
        holder = QWidget(parent)
        flow = FlowLayout(holder, spacing=12, line_spacing=2)
        flow.setContentsMargins(16, 0, 16, 0)
        for name in names:
            link = link_button(pick(state.walk.fields[name].label), holder)
            link.clicked.connect(lambda _=False, name=name: self.fact_wanted.emit(name))
            flow.addWidget(link)
        return holder

    def clocks(self, state: WizardState) -> list[ClockPlan]:
        """Those that start with the remedy chosen, the nearest first, then those that wait for a fact."""
        chosen, now = state.walk.offer.id, self._ctx.clock.now()
        found = [
            clock
            for clock in state.walk.conclusion.clocks
            if clock.decisive
            and clock.output == "moment"
            and (not clock.remedies or chosen in clock.remedies)
            # A buyer's own time that is over starts no clock.
            and not (clock.who is WaitingOn.BUYER and clock.due_at is not None and clock.due_at <= now)
        ]
        return sorted(found, key=lambda clock: (clock.due_at is None, str(clock.due_at)))

    @staticmethod
    def _missing(state: WizardState) -> list[ChecklistItem]:
        found = checklist_of(state.walk.conclusion.evidence, state.walk.page.evidence)
        return [item for item in found.items if not item.present]

    # Liability

    def _liability(self, state: WizardState, book: SourceBook, body: QWidget) -> LiveSection:
        view = state.walk.conclusion.liability
        section = LiveSection("", body, first=True)
        heading = Heading(tr("Conclusion now"), "", section)
        heading.add(PlainLabel(tr("follows every answer"), heading, role="small", ink="text3"))
        heading.row.setContentsMargins(16, 0, 16, 4)
        section.add(heading)
        row = LiveRow(shares_text(view), section)
        box = column(row, margins=(16, 0, 16, 4), spacing=6)
        words = line(spacing=10)
        words.addWidget(PlainLabel(tr("Liability"), row, role="small", weight=600, ink="text2"))
        shares = shares_of(view)
        override = state.choice.override
        decided = override.liability if override is not None and not override.shares else None
        if override is not None and override.shares:
            shares = sorted(((who, part / 100) for who, part in override.shares.items() if part), key=lambda s: -s[1])
        if decided is not None:
            words.addWidget(PlainLabel(tr("%1 (decided otherwise)", word(decided)), row, weight=600))
        elif not shares:
            words.addWidget(PlainLabel(shares_text(view), row, weight=600, ink="text3" if not view.decided else ""))
        for at, (who, share) in enumerate(shares if decided is None else ()):
            text = share_text(who, share)
            words.addWidget(PlainLabel(text, row, weight=0 if at else 600, ink="text2" if at else ""))
        words.addStretch(1)
        change = link_button(tr("Override…"), row)
        change.clicked.connect(self.override_wanted)
        words.addWidget(change)
        box.addLayout(words)
        bar = LiabilityBar(row)
        whole = [(decided, Decimal(1))] if decided is not None else shares
        says = word(decided) if decided is not None else shares_text(view, shares)
        bar.show_shares(whole, says)
        box.addWidget(bar)
        if override is not None and override.shares:
            words.insertWidget(1, PlainLabel(tr("(decided otherwise)"), row, role="small", ink="text3"))
        section.add(row)
        rows = [row]
        because = pick(view.because)
        if because:
            rows.append(reason_row(because, view.sources, book, section))
        if view.decided or view.to_buyer is not None:
            rows.append(reason_row(axes_text(view), (), book, section, quiet=True))
        warnings = state.walk.conclusion.warnings
        rows += [warning_row(warned, book.titles, section, self.number_wanted.emit) for warned in warnings]
        for extra in rows[1:]:
            section.add(extra)
        self._rows += rows
        return section

    # Remedies

    def remedy_rows(self, state: WizardState) -> list[RemedyRow]:
        """The offers with the names of what their sums lack."""
        _fields, chosen = state.walk.fields, state.walk.offer.id
        conclusion = state.walk.conclusion
        return [
            RemedyRow(
                offer,
                names_of(state.walk, offer.missing),
                offer.id == chosen,
                refusal=conclusion.refusal is not None and offer.id == conclusion.refusal.id,
            )
            for offer in offers_of(conclusion)
        ]

    def _remedies(self, state: WizardState, book: SourceBook, body: QWidget) -> LiveSection:
        conclusion = state.walk.conclusion
        section = LiveSection("", body)
        rows = self.remedy_rows(state)
        head = line(margins=(16, 0, 16, 0))
        head.addWidget(section_label(tr("Remedies by true cost"), section))
        head.addStretch(1)
        currency = state.walk.page.case.at_stake.currency
        unit = "元" if currency == "CNY" and language() == "zh" else currency
        head.addWidget(PlainLabel(tr("in %1", unit), section, role="small", ink="text3"))
        section.box.addLayout(head)
        self.table = None
        if rows:
            table = RemedyTable(section)
            table.show_rows(rows)
            says = [row.says() for row in rows]
            table.fresh = {at for at, text in enumerate(says) if self._figures and text not in self._figures}
            self._figures = says
            table.chosen.connect(self.remedy_chosen)
            holder = QWidget(section)
            inside = column(holder, margins=(16, 0, 16, 0))
            inside.addWidget(RemedyHeads(table, holder))
            inside.addWidget(table)
            section.add(holder)
            self.table = table
        else:
            self._figures = []
            section.add(self._quiet(self._no_remedy(conclusion), section))
        self._filled(section, [exposure_row(each, book, section) for each in conclusion.exposures])
        return section

    @staticmethod
    def _no_remedy(conclusion: Conclusion) -> str:
        if conclusion.next_question is not None:
            return tr("None yet: more answers are needed.")
        return tr("The rules name no remedy here, only what is to be done.")

    # What happens

    def _mark(self) -> None:
        says = {row.says for row in self._rows}
        if self._before:
            for row in self._rows:
                row.set_fresh(row.says not in self._before)
        self._before = says
        if self.fresh_rows():
            self._timer.start()

    def _calm_down(self) -> None:
        for row in self._rows:
            row.set_fresh(False)
        if self.table is not None:
            self.table.clear_fresh()

    def _follow(self, number: int) -> None:
        row = self._sources.get(number)
        if row is not None:
            self._scroll.ensureWidgetVisible(row, 0, 40)
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            row.set_fresh(True)
            self._rows.append(row)
            self._timer.start()

    def _copy_request(self, need: EvidenceNeed) -> None:
        QGuiApplication.clipboard().setText(pick(need.ask_text))
        self.said.emit(tr("Copied: the request for %1", pick(need.label)))
