"""Orders: read from a platform's files, shown as a draft, and put into the store in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from desktop.importers.draft import DraftOrder, ImportDraft
from desktop.services.case_opening import link_waiting_cases
from desktop.services.case_waking import wake_for_event
from desktop.services.clocks import ClockService
from desktop.services.review_following import link_waiting_reviews
from desktop.services.workbench import Workbench
from models.errors import UserError
from models.kinds import Platform, SnoozeEvent
from models.records import Order, Shop
from models.store import orders, shops
from models.store.order_import import ImportCounts, ImportedLine, ImportedOrder, import_orders
from models.store.transaction import Transaction


class OrderService:
    """Importing and finding orders."""

    def __init__(self, bench: Workbench, clocks: ClockService | None = None) -> None:
        """`clocks`: counts those of open cases anew whose beginning an import changes."""
        self._bench = bench
        self._clocks = clocks

    def find_order(self, order_id: int) -> Order:
        """One order; NotFound if there is none."""
        return orders.find_order(self._bench.store.database, order_id)

    def has_orders(self) -> bool:
        """Whether any order was ever imported."""
        return orders.has_orders(self._bench.store.database)

    def read_draft(
        self,
        paths: Sequence[Path],
        *,
        platform: Platform | None = None,
        encoding: str | None = None,
        chosen_shop: int | None = None,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ImportDraft:
        """Read files without saving anything; UserError if they are not an order file.

        Time zone and currency that a file does not say are those of `chosen_shop`, if it sells there, or
        of the platform's only shop.
        `progress` is told rows done and rows expected, on this thread.
        """
        from desktop.importers.reading import Local, read_draft  # with its workbook reader: not before a file comes

        known = shops.list_shops(self._bench.store.database)

        def local(found: Platform) -> Local:
            taking = [shop for shop in known if _takes(shop, found)]
            fit = [shop for shop in taking if shop.id == chosen_shop] or taking
            return Local(fit[0].time_zone, fit[0].currency) if len(fit) == 1 else Local()

        return read_draft(
            paths, platform=platform, encoding=encoding, local=local, cancelled=cancelled, progress=progress
        )

    def commit_draft(
        self,
        draft: ImportDraft,
        *,
        shop_id: int | None = None,
        chosen_shop: int | None = None,
        progress: Callable[[int], None] = lambda done: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ImportCounts:
        """Write the good rows of a draft, all or none. Without `shop_id`, into `chosen_shop` if it sells on
        that platform, else into the shop the file names, else into the platform's first shop, made if there is none."""

        def work(transaction: Transaction) -> ImportCounts:
            shop = shop_id if shop_id is not None else self._shop_for(transaction, draft, chosen_shop)
            counts = import_orders(transaction, shop, _imported(draft), progress=progress, cancelled=cancelled)
            linked = link_waiting_cases(transaction, shop) if counts.added else 0
            if counts.added:
                link_waiting_reviews(transaction, shop)
            if (counts.updated or linked) and self._clocks is not None:
                self._clocks.follow_orders(transaction, sorted(transaction.case_ids()))
            wake_for_event(transaction, sorted(transaction.case_ids()), SnoozeEvent.ORDER_CHANGED)
            if counts.added or counts.updated:
                details = {
                    "added": counts.added,
                    "updated": counts.updated,
                    "files": [{"sha256": file.sha256, "size": file.size} for file in draft.files],
                }
                transaction.record("orders_imported", entity="shop", entity_id=shop, details=details)
            return counts

        return self._bench.act("orders_imported", work, undoable=False)

    def _shop_for(self, transaction: Transaction, draft: ImportDraft, chosen: int | None) -> int:
        names = {order.shop_name.strip() for order in draft.orders}
        found = sorted(shops.list_shops(transaction.database), key=lambda shop: shop.id != chosen)
        # A file of Tmall cannot be told from one of Taobao but by the shop it names, or the one chosen.
        for shop in found:
            if _takes(shop, draft.platform) and (names == {shop.name} or shop.id == chosen):
                return shop.id
        for shop in found:
            if shop.platform is draft.platform:
                return shop.id
        for shop in found:
            if _takes(shop, draft.platform):
                return shop.id
        first = next(iter(draft.orders), None)
        if first is None:
            raise UserError("import_empty")
        name = first.shop_name or draft.platform.value
        shop_id = shops.add_shop(
            transaction, name=name, platform=draft.platform, currency=first.currency,
            time_zone=first.zone if "/" in first.zone else "UTC",
        )  # fmt: skip
        transaction.record("shop_created", entity="shop", entity_id=shop_id)
        return shop_id


def _takes(shop: Shop, platform: Platform) -> bool:
    """Whether a platform's files are a shop's. Taobao and Tmall export the same ones."""
    return shop.platform is platform or {shop.platform, platform} <= {Platform.TAOBAO, Platform.TMALL}


def _imported(draft: ImportDraft) -> Iterator[ImportedOrder]:
    for order in draft.orders:
        yield _order(order)


def _order(order: DraftOrder) -> ImportedOrder:
    return ImportedOrder(
        number=order.number, platform=order.platform, currency=order.currency, time_zone=order.zone,
        status=order.status, status_text=order.status_text, created_at=order.created_at, paid_at=order.paid_at,
        shipped_at=order.shipped_at, signed_at=order.confirmed_at, closed_at=order.closed_at,
        goods=order.goods_amount, freight=order.freight, discount=order.discount, total=order.total, paid=order.paid,
        refunded=order.refunded, receiver=order.buyer_name, phone=order.buyer_phone, address=order.address,
        country=order.country, carrier=order.carrier, buyer_note=order.buyer_note, shop_note=order.shop_note,
        buyer_nick=order.buyer_nick or order.buyer_email, buyer_name=order.buyer_name, buyer_email=order.buyer_email,
        tracking_numbers=order.tracking_numbers,
        lines=tuple(
            ImportedLine(line.item_title, line.sku, line.variant, line.quantity, line.unit_price)
            for line in order.lines
        ),
        lines_only=order.lines_only,
    )  # fmt: skip
