"""Puts imported orders into the store: new ones are added, known ones brought up to date, nothing is doubled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from models.errors import EnvironmentFault
from models.kinds import OrderStatus, Platform
from models.rules.pinyin import initials
from models.store.order_corrections import hold_corrections, read_corrections
from models.store.transaction import Transaction
from models.tables.buyer import BuyerTable, FormerNickTable
from models.tables.case import CaseTable
from models.tables.order import OrderLineTable, OrderTable, ParcelTable

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """One item; `unit_price` in minor units of the order's currency."""

    item_title: str
    sku: str = ""
    variant: str = ""
    quantity: int = 1
    unit_price: int | None = None
    batch: str = ""
    weight_grams: int | None = None


@dataclass(frozen=True, slots=True)
class ImportedOrder:
    """One order as a file tells it. None and "" mean that the file did not say; they never erase what is known."""

    number: str
    platform: Platform
    currency: str
    time_zone: str
    status: OrderStatus = OrderStatus.UNKNOWN
    status_text: str = ""
    created_at: datetime | None = None
    paid_at: datetime | None = None
    shipped_at: datetime | None = None
    signed_at: datetime | None = None
    closed_at: datetime | None = None
    goods: int | None = None
    freight: int | None = None
    discount: int | None = None
    total: int | None = None
    paid: int | None = None
    refunded: int | None = None
    receiver: str = ""
    phone: str = ""
    address: str = ""
    country: str = ""
    carrier: str = ""
    buyer_note: str = ""
    shop_note: str = ""
    buyer_nick: str = ""
    buyer_name: str = ""
    buyer_email: str = ""
    tracking_numbers: tuple[str, ...] = ()
    lines: tuple[ImportedLine, ...] = ()
    lines_only: bool = False


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import did. `orphaned` are item lists of orders that are not in the store."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    orphaned: int = 0

    def __add__(self, other: ImportCounts) -> ImportCounts:
        return ImportCounts(
            self.added + other.added, self.updated + other.updated, self.unchanged + other.unchanged,
            self.orphaned + other.orphaned,
        )  # fmt: skip


_NOT_COLUMNS = ("tracking_numbers", "lines", "lines_only", "buyer_nick", "buyer_name", "buyer_email")


def import_orders(
    transaction: Transaction,
    shop_id: int,
    orders: Iterable[ImportedOrder],
    *,
    progress: Callable[[int], None] = lambda done: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportCounts:
    """Write orders of one shop inside the caller's transaction. EnvironmentFault `cancelled` leaves nothing written."""
    counts, done = ImportCounts(), 0
    for chunk in _chunks(orders):
        if cancelled():
            raise EnvironmentFault("cancelled")
        counts += _Chunk(transaction, shop_id, chunk).write()
        done += len(chunk)
        progress(done)
    return counts


def _chunks(orders: Iterable[ImportedOrder]) -> Iterator[list[ImportedOrder]]:
    iterator = iter(orders)
    while chunk := list(islice(iterator, _CHUNK)):
        # One number twice in a chunk would be added twice: the later telling wins, as it does between chunks.
        yield list({order.number: order for order in chunk}.values())


def _says(name: str, value: object) -> bool:
    """Whether a file said something here; a buyer's note may well be the word for an unknown status."""
    return value is not None and value != "" and not (name == "status" and value is OrderStatus.UNKNOWN)


class _Chunk:
    """A few hundred orders at a time, so that looking up what is known takes few queries."""

    def __init__(self, transaction: Transaction, shop_id: int, orders: Sequence[ImportedOrder]) -> None:
        self._transaction = transaction
        self._database = transaction.database
        self._shop_id = shop_id
        self._orders = orders
        numbers = [order.number for order in orders]
        known = OrderTable.select().where((OrderTable.shop_id == shop_id) & OrderTable.number.in_(numbers))
        self._known: dict[str, dict[str, Any]] = {row["number"]: row for row in known.dicts().execute(self._database)}
        self._lines = self._known_lines()
        self._corrections = read_corrections(self._database, [row["id"] for row in self._known.values()])

    def write(self) -> ImportCounts:
        buyers = self._buyers()
        fresh, updated, unchanged, orphaned = [], [], 0, 0
        for order in self._orders:
            known = self._known.get(order.number)
            if known is None:
                if order.lines_only:
                    orphaned += 1
                else:
                    fresh.append(order)
            elif self._update(order, known, buyers.get(order.buyer_nick)):
                updated.append(order)
            else:
                unchanged += 1
        self._add(fresh, buyers)
        ids = self._ids([order.number for order in fresh])
        self._write_lines({ids[order.number]: order for order in fresh}, {})
        return ImportCounts(len(fresh), len(updated), unchanged, orphaned)

    def _ids(self, numbers: Sequence[str]) -> dict[str, int]:
        query = OrderTable.select(OrderTable.number, OrderTable.id).where(
            (OrderTable.shop_id == self._shop_id) & OrderTable.number.in_(list(numbers))
        )
        return dict(query.tuples().execute(self._database))

    def _columns(self, order: ImportedOrder, buyer_id: int | None) -> dict[str, Any]:
        values = {name: getattr(order, name) for name in order.__slots__ if name not in _NOT_COLUMNS}
        return values | {"buyer_id": buyer_id}

    def _add(self, orders: Sequence[ImportedOrder], buyers: dict[str, int]) -> None:
        extra = {"shop_id": self._shop_id, "imported_at": self._transaction.stamp.now}
        rows = [self._columns(order, buyers.get(order.buyer_nick)) | extra for order in orders]
        self._transaction.insert_many("order", rows)

    def _update(self, order: ImportedOrder, known: dict[str, Any], buyer_id: int | None) -> bool:
        """Bring a known order up to date; whether anything changed."""
        told = {} if order.lines_only else self._columns(order, buyer_id)
        changed = {name: value for name, value in told.items() if _says(name, value) and value != known[name]}
        order_id = known["id"]
        if order_id in self._corrections:
            changed = hold_corrections(self._transaction, known, changed, self._corrections[order_id])
        lines_changed = self._write_lines({order_id: order}, self._lines)
        if changed:
            changed["imported_at"] = self._transaction.stamp.now
            OrderTable.update(**changed).where(OrderTable.id == order_id).execute(self._database)
        if changed or lines_changed:
            self._touch_cases(CaseTable.order_id == order_id)
        return bool(changed) or lines_changed

    def _touch_cases(self, condition: Any) -> None:
        for (case_id,) in list(CaseTable.select(CaseTable.id).where(condition).tuples().execute(self._database)):
            self._transaction.touch(case_id)
            self._transaction.stale.forget((case_id,))

    def _known_lines(self) -> dict[int, tuple[list[dict[str, Any]], list[str]]]:
        """The lines and tracking numbers the known orders have, in order."""
        found: dict[int, tuple[list[dict[str, Any]], list[str]]] = {row["id"]: ([], []) for row in self._known.values()}
        lines = OrderLineTable.select().where(OrderLineTable.order_id.in_(list(found)))
        for line in lines.order_by(OrderLineTable.position).dicts().execute(self._database):
            found[line["order_id"]][0].append(line)
        parcels = ParcelTable.select(ParcelTable.order_id, ParcelTable.tracking_number)
        wanted = parcels.where(ParcelTable.order_id.in_(list(found))).order_by(ParcelTable.position)
        for order_id, number in wanted.tuples().execute(self._database):
            found[order_id][1].append(number)
        return found

    def _write_lines(
        self, orders: dict[int, ImportedOrder], known: dict[int, tuple[list[dict[str, Any]], list[str]]]
    ) -> bool:
        rows, parcels = [], []
        for order_id, order in orders.items():
            old_lines, old_parcels = known.get(order_id, ([], []))
            lines = _completed([asdict(line) for line in order.lines], old_lines)
            before = [{name: row[name] for name in line} for row, line in zip(old_lines, lines, strict=False)]
            if lines and (len(lines) != len(old_lines) or before != lines):
                if old_lines:
                    OrderLineTable.delete().where(OrderLineTable.order_id == order_id).execute(self._database)
                rows += [line | {"order_id": order_id, "position": at} for at, line in enumerate(lines)]
            new = [number for number in dict.fromkeys(order.tracking_numbers) if number not in old_parcels]
            parcels += [
                {"order_id": order_id, "tracking_number": number, "position": len(old_parcels) + at}
                for at, number in enumerate(new)
            ]
        self._transaction.insert_many("order_line", rows)
        self._transaction.insert_many("parcel", parcels)
        return bool(rows or parcels)

    def _buyers(self) -> dict[str, int]:
        """The buyers of these orders by nick, added where they are new, completed where a file says more."""
        told: dict[str, dict[str, Any]] = {}
        for order in self._orders:
            if order.buyer_nick:
                said = {
                    "name": order.buyer_name or order.receiver, "phone": order.phone, "email": order.buyer_email,
                    "address": order.address, "country": order.country,
                }  # fmt: skip
                told.setdefault(order.buyer_nick, {}).update({name: text for name, text in said.items() if text})
        query = BuyerTable.select().where((BuyerTable.shop_id == self._shop_id) & BuyerTable.nick.in_(list(told)))
        known = {row["nick"]: row for row in query.dicts().execute(self._database)}
        known |= self._present(known, told)
        fresh = []
        for nick, said in told.items():
            if nick in known:
                missing = {name: text for name, text in said.items() if not known[nick][name]}
                if "phone" in missing:
                    missing["phone_tail"] = missing["phone"][-4:]
                if missing:
                    BuyerTable.update(**missing).where(BuyerTable.id == known[nick]["id"]).execute(self._database)
                    self._transaction.touch_buyers([known[nick]["id"]])
                    self._touch_cases(CaseTable.buyer_id == known[nick]["id"])
            else:
                empty = {"name": "", "phone": "", "email": "", "address": "", "country": ""}
                phone_tail = said.get("phone", "")[-4:]
                pinyin = initials(nick) or initials(said.get("name", ""))
                fresh.append({**empty, **said, "shop_id": self._shop_id, "nick": nick, "phone_tail": phone_tail,
                              "pinyin": pinyin})  # fmt: skip
        self._transaction.insert_many("buyer", fresh)
        ids = BuyerTable.select(BuyerTable.nick, BuyerTable.id).where(
            (BuyerTable.shop_id == self._shop_id) & BuyerTable.nick.in_([row["nick"] for row in fresh])
        )
        added = dict(ids.tuples().execute(self._database))
        self._transaction.touch_buyers(added.values())
        return {nick: row["id"] for nick, row in known.items()} | added

    def _present(self, known: Mapping[str, Mapping[str, Any]], told: Iterable[str]) -> dict[str, dict[str, Any]]:
        """By nick, the buyers who had it before, or took over who had it."""
        gone = {nick: row["merged_into"] for nick, row in known.items() if row["merged_into"] is not None}
        unknown = [nick for nick in told if nick not in known]
        former = FormerNickTable.select(FormerNickTable.nick, FormerNickTable.buyer_id).where(
            (FormerNickTable.shop_id == self._shop_id)
            & FormerNickTable.nick.in_(unknown)
            & FormerNickTable.deleted_at.is_null()
        )
        gone |= dict(former.tuples().execute(self._database))
        query = BuyerTable.select().where(BuyerTable.id.in_(list(gone.values())))
        rows = {row["id"]: row for row in query.dicts().execute(self._database)}
        return {nick: rows[buyer_id] for nick, buyer_id in gone.items()}


def _completed(lines: list[dict[str, Any]], known: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Lines as told, with what is known of the same item where this telling is silent: batch, weight, price."""
    if [line["item_title"] for line in lines] != [line["item_title"] for line in known]:
        return lines
    return [
        line | {name: old[name] for name in line if line[name] in (None, "")}
        for line, old in zip(lines, known, strict=True)
    ]
