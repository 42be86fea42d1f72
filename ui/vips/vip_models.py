"""Two tables: the VIPs, and the tiers the rules propose. Small enough to be searched, filtered and sorted here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.call_back_records import TierProposal
from models.call_kinds import TierSource
from models.kinds import Consent, Tier
from models.rules.rhythms import rhythm_or_none
from models.vip_records import VipRow
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import one_line
from ui.rhythm_words import rhythm_sentence
from ui.vips.vip_words import consent_text, figures_text, rate_text
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.table import Column
from ui.words import tier_text, word

tr = translator("vips")
_ROOT = QModelIndex()
Row = TypeVar("Row")
_TIERS = {tier: place for place, tier in enumerate(Tier)}


class VipFilter(StrEnum):
    """What narrows the list of VIPs."""

    ALL = "all"
    SPECIAL = "special"
    NO_CALL = "no_call"
    NO_CONSENT = "no_consent"
    OPTED_OUT = "opted_out"


def fits(row: VipRow, wanted: VipFilter) -> bool:
    """Whether a VIP is of that part of the list."""
    return {
        VipFilter.ALL: True,
        VipFilter.SPECIAL: row.source is TierSource.SPECIAL,
        VipFilter.NO_CALL: row.next_on is None and row.consent is not Consent.REFUSED,
        VipFilter.NO_CONSENT: row.consent is Consent.UNKNOWN,
        VipFilter.OPTED_OUT: row.consent is Consent.REFUSED,
    }[wanted]


class _Rows(QAbstractTableModel, Generic[Row]):
    """Rows with a title, a cell and an order per column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._sorted: tuple[int, bool] | None = None

    def columns(self) -> tuple[Column, ...]:
        """The columns in order."""
        return ()

    def cell(self, row: Row, key: str) -> Cell:
        """What a column shows of a row."""
        return Cell()

    def order(self, row: Row, key: str) -> Any:
        """What a column is sorted by."""
        return 0

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows, in the order chosen."""
        self.beginResetModel()
        self.rows = list(rows)
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        if self._sorted is not None:
            place, descending = self._sorted
            key = self.columns()[place].key
            self.rows.sort(key=lambda row: self.order(row, key), reverse=descending)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column >= 0:
            self.beginResetModel()
            self._sorted = (column, order == Qt.SortOrder.DescendingOrder)
            self._arrange()
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return len(self.columns())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns()[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role in (CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cell = self.cell(self.rows[index.row()], self.columns()[index.column()].key)
            return cell if role == CELL_ROLE else " ".join(each for each in (cell.text, cell.tier) if each)
        return None


class VipModel(_Rows[VipRow]):
    """The VIPs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = (
            Column("nick", tr("Buyer"), 190, stretch=True), Column("source", tr("From"), 100, 120),
            Column("rhythm", tr("Rhythm"), 130, 150), Column("channels", tr("Agreed to"), 140, 150),
            Column("last", tr("Last contact"), 92, 96), Column("next", tr("Next"), 130, 150),
            Column("person", tr("Who calls"), 84, 92),
        )  # fmt: skip
        self._now = datetime.min.replace(tzinfo=UTC)
        self._zone: tzinfo | None = None
        self._rhythm: Callable[[Tier], str] = lambda tier: ""

    def take(self, now: datetime, zone: tzinfo, rhythm: Callable[[Tier], str]) -> None:
        """What rows are shown with: the moment, the zone, and the words of a tier's rhythm."""
        self._now, self._zone, self._rhythm = now, zone, rhythm

    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def cell(self, row: VipRow, key: str) -> Cell:
        if key == "nick":
            return Cell(one_line(row.nick), weight=500, tier=tier_text(row.tier))
        if key == "source":
            special = row.source is TierSource.SPECIAL
            return Cell(word(row.source), "chip" if special else "text", "text2", state="gold" if special else None)
        if key == "rhythm":
            own = rhythm_or_none(row.own_rhythm)
            return Cell(rhythm_sentence(own), weight=500) if own else Cell(self._rhythm(row.tier), ink="text3")
        if key == "channels":
            quiet = {Consent.REFUSED: "overdue", Consent.UNKNOWN: "text3"}.get(row.consent, "text")
            return Cell(consent_text(row.consent, row.channels), ink=quiet)
        if key == "last":
            return Cell(self._day(row.last_contact_at), ink="text2")
        if key == "next":
            if row.next_on is None:
                return Cell(shown.NOTHING, ink="text3")
            return Cell(" · ".join((self._day(row.next_on), word(row.next_kind) if row.next_kind else "")))
        return Cell(one_line(row.person) or shown.NOTHING, ink="text2" if row.person else "text3")

    def _day(self, value: date | datetime | None) -> str:
        if value is None or self._zone is None:
            return shown.NOTHING
        return shown.day(value, self._now, language(), self._zone)

    def order(self, row: VipRow, key: str) -> Any:
        return {
            "nick": (-_TIERS[row.tier], row.nick.casefold()), "source": row.source.value,
            "rhythm": (not row.own_rhythm, row.own_rhythm, row.tier.value),
            "channels": (list(Consent).index(row.consent), consent_text(row.consent, row.channels)),
            "last": row.last_contact_at.timestamp() if row.last_contact_at else 0.0,
            "next": row.next_on or date.max, "person": (not row.person, row.person),
        }[key]  # fmt: skip


class ProposalModel(_Rows[TierProposal]):
    """The tiers proposed, with what was counted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = (
            Column("nick", tr("Buyer"), 190, stretch=True), Column("now", tr("Now"), 56),
            Column("to", tr("Proposed"), 92),
            Column("spent", tr("Paid"), 110, right=True), Column("orders", tr("Orders"), 72, right=True),
            Column("rate", tr("Refund rate"), 84, 96, right=True), Column("days", tr("Counted over"), 110, 120),
        )  # fmt: skip

    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def cell(self, row: TierProposal, key: str) -> Cell:
        if key == "nick":
            return Cell(one_line(row.nick), weight=500)
        if key == "now":
            return Cell(_tier(row.now), ink="text2")
        if key == "to":
            up = _TIERS[row.proposed] > _TIERS[row.now]
            return Cell(f"{'↑' if up else '↓'} {_tier(row.proposed)}", "chip", state="done" if up else "due")
        if key == "spent":
            return Cell(shown.money(row.spent), "number")
        if key == "orders":
            return Cell(shown.count(row.orders), "number")
        if key == "rate":
            return Cell(rate_text(row.refund_rate), "number")
        return Cell(tr("last %n days", n=row.days), ink="text2")

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            row = self.rows[index.row()]
            counted = figures_text(shown.money(row.spent), row.orders, row.refund_rate, row.days)
            return f"{one_line(row.nick)}\n{counted}"
        return super().data(index, role)

    def order(self, row: TierProposal, key: str) -> Any:
        return {
            "nick": row.nick.casefold(), "now": _TIERS[row.now], "to": _TIERS[row.proposed], "spent": row.spent.minor,
            "orders": row.orders, "rate": row.refund_rate, "days": row.days,
        }[key]  # fmt: skip


def _tier(tier: Tier) -> str:
    return tr("none") if tier is Tier.NONE else tier_text(tier)
