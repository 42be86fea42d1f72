"""The draft of an import: orders read from files and the problems found on the way, before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from models.kinds import OrderStatus, Platform

Severity = Literal["error", "warning"]
SheetKind = Literal["orders", "details"]


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One item of an order; `unit_price` in minor units of the order's currency, None when the file does not say."""

    item_title: str
    sku: str = ""
    variant: str = ""
    quantity: int = 1
    unit_price: int | None = None
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """One order as its platform's file says.

    Times are aware UTC; `zone` is the zone or offset they were written in. Amounts are minor units of `currency`,
    None when the file does not say. `paid` is the file's own figure (Taobao and Tmall lower it by what was refunded).
    With `lines_only` the file knew the items and nothing else: such a draft completes an order, it does not make one.
    """

    platform: Platform
    number: str
    shop_name: str = ""
    buyer_nick: str = ""
    buyer_name: str = ""
    buyer_phone: str = ""
    buyer_email: str = ""
    status_text: str = ""
    status: OrderStatus = OrderStatus.UNKNOWN
    created_at: datetime | None = None
    paid_at: datetime | None = None
    shipped_at: datetime | None = None
    confirmed_at: datetime | None = None
    closed_at: datetime | None = None
    zone: str = "UTC"
    currency: str = "CNY"
    goods_amount: int | None = None
    freight: int | None = None
    discount: int | None = None
    total: int | None = None
    paid: int | None = None
    refunded: int | None = None
    address: str = ""
    country: str = ""
    carrier: str = ""
    tracking_numbers: tuple[str, ...] = ()
    buyer_note: str = ""
    shop_note: str = ""
    lines: tuple[DraftLine, ...] = ()
    file: str = ""
    rows: tuple[int, ...] = ()
    lines_only: bool = False


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with one cell or row. `row` counts as a spreadsheet does (first row is 1; 0: the whole file)."""

    file: str
    row: int
    column: str
    code: str
    value_excerpt: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Candidate:
    """A kind of file that a header might also be."""

    platform: Platform
    variant: str
    kind: SheetKind
    recognised: int


@dataclass(frozen=True, slots=True)
class Detection:
    """What a file seems to be. `confidence` is the share of its headings that are known (0 to 1)."""

    platform: Platform
    variant: str
    kind: SheetKind
    encoding: str
    delimiter: str
    header_row: int
    confidence: float
    candidates: tuple[Candidate, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file that was read. `name` is the name used in problems; `size` in bytes."""

    name: str
    path: Path
    sha256: str
    size: int
    detection: Detection


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """Everything read from the files given together.

    `rows_total` counts rows with something in them, `rows_good` those that stand in `orders`. `unknown_columns` are
    headings that are not known at all. `warnings_left_out` counts warnings beyond the number that is listed.
    """

    platform: Platform
    variant: str
    files: tuple[SourceFile, ...]
    encoding: str
    orders: tuple[DraftOrder, ...]
    problems: tuple[RowProblem, ...]
    rows_total: int
    rows_good: int
    unknown_columns: tuple[str, ...]
    warnings_left_out: int = 0

    @property
    def errors(self) -> tuple[RowProblem, ...]:
        """The problems for which a row was refused."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[RowProblem, ...]:
        """The problems that were put right or may be lived with."""
        return tuple(problem for problem in self.problems if problem.severity == "warning")
