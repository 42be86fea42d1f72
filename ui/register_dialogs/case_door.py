"""What the page of a case enters into registers: a penalty, money paid to the buyer, an invoice owed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.clock import zone
from models.money import Money
from models.records import Case, CasePage, RegisterEntry, Shop
from models.rules.penalty_points import Ledger, Standing
from ui.background import Background
from ui.held_writing import run_held

if TYPE_CHECKING:
    from ui.register_dialogs.owed_dialogs import InvoiceOwed, PaidEntry
    from ui.register_dialogs.penalty_dialogs import PenaltyEntry


def shop_of(ctx: AppContext, shop_id: int | None) -> Shop | None:
    """A shop by its id; None where there is none."""
    return next((shop for shop in ctx.shops.list_shops() if shop.id == shop_id), None)


def today_of(ctx: AppContext, shop_id: int | None) -> date:
    """The day it is in a shop's zone, or the desk's."""
    shop = shop_of(ctx, shop_id)
    return ctx.clock.now().astimezone(zone(shop.time_zone if shop is not None else ctx.bench.time_zone)).date()


def open_penalty(
    ctx: AppContext, background: Background, window: QWidget, shop: Shop, case: Case | None = None,
    then: Callable[[Ledger, int], object] = lambda ledger, points: None,
) -> None:  # fmt: skip
    """Ask for a penalty of a case or a shop and write it; `then` gets the points that count."""

    def ask(standing: Standing) -> None:
        from ui.register_dialogs.penalty_dialogs import PenaltyDialog

        about = " · ".join(part for part in (case.number if case is not None else "", shop.name) if part)
        dialog = PenaltyDialog(standing, shop.currency, today_of(ctx, shop.id), window, about=about)

        def write(entry: PenaltyEntry) -> None:
            run_held(background, ctx.jobs.write(lambda: ctx.penalties.note(
                case.id if case is not None else None, shop.id, points=entry.points, ledger=entry.ledger,
                amount=entry.amount, rule=entry.rule, note=entry.note, on=entry.on, expected=entry.expected,
            )), dialog, window, lambda _: then(entry.ledger, 0 if entry.expected else entry.points))  # fmt: skip

        dialog.given.connect(write)
        dialog.open()

    background.run(ctx.jobs.read(lambda: ctx.penalties.standing(shop.id)), ask, receiver=window)


def open_invoice_owed(ctx: AppContext, background: Background, window: QWidget, page: CasePage) -> None:
    """Ask for the invoice the buyer of a case waits for: the order's total less freight stands there (R004-08)."""
    from ui.register_dialogs.owed_dialogs import InvoiceOwedDialog

    order, case = page.order, page.case
    amount = None
    total = (order.total or order.paid) if order is not None else None
    if order is not None and total is not None:
        left = total.minor - (order.freight.minor if order.freight is not None else 0)
        amount = Money(left, total.currency) if left > 0 else None
    currency = amount.currency if amount is not None else case.at_stake.currency
    dialog = InvoiceOwedDialog(case.number, amount, currency, today_of(ctx, case.shop_id), window)

    def write(entry: InvoiceOwed) -> None:
        run_held(
            background, ctx.jobs.write(lambda: ctx.invoices.owe(case.id, entry.title, entry.amount, entry.due)),
            dialog, window,
        )  # fmt: skip

    dialog.given.connect(write)
    dialog.open()


def open_paid(ctx: AppContext, background: Background, window: QWidget, case: Case) -> None:
    """Ask what the buyer of a case was paid: something decided and not paid yet, or something else."""
    background.run(
        ctx.jobs.read(lambda: ctx.paid_out.promised(case.id)),
        lambda found: ask_paid(
            ctx, background, window, found, case.shop_id, case.number, case_id=case.id,
            currency=case.at_stake.currency,
        ), receiver=window,
    )  # fmt: skip


def ask_paid(
    ctx: AppContext, background: Background, window: QWidget, promised: Sequence[RegisterEntry], shop_id: int | None,
    about: str, *, case_id: int | None = None, currency: str = "",
) -> None:  # fmt: skip
    """Ask about these lines, and with a `case_id` about anything else the buyer was paid."""
    from ui.register_dialogs.owed_dialogs import PaidDialog

    first = next((each.amount.currency for each in promised if each.amount is not None), "")
    shop = shop_of(ctx, shop_id)
    known = currency or first or (shop.currency if shop is not None else "CNY")
    dialog = PaidDialog(promised, known, today_of(ctx, shop_id), window, about=about, other=case_id is not None)

    def write(entry: PaidEntry) -> None:
        def work() -> int:
            if entry.entry_id is not None:
                was = next(each for each in promised if each.id == entry.entry_id)
                other = None if was.amount == entry.amount else entry.amount
                return ctx.paid_out.pay(entry.entry_id, entry.on, other, entry.note)
            return ctx.paid_out.note(case_id or 0, entry.kind, entry.amount, entry.note, entry.on)

        run_held(background, ctx.jobs.write(work), dialog, window)

    dialog.given.connect(write)
    dialog.open()
