"""Frozen values of the registers: what is asked for, the lines with typed cells, their sums, and months closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from models.kinds import Liability, Problem, RegisterKind
from models.money import Money
from models.months import Month as Month
from models.register_kinds import RegisterState

RegisterValue = str | int | bool | Money | datetime | date | StrEnum | None
"""What a cell holds: exports write numbers as numbers and dates as dates, whatever the language."""


class CellKind(StrEnum):
    """How a column is shown, summed and exported."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"
    WORD = "word"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A column of one register; its title stands in resources/words/register_columns.json under `key`.

    `summed` ones have a total; `editable` ones are changed by a correction with a reason.
    """

    key: str
    kind: CellKind = CellKind.TEXT
    summed: bool = False
    editable: bool = False


@dataclass(frozen=True, slots=True)
class RegisterQuery:
    """What is asked of a register. `month` None: of all months; `unsettled`: only what is not at its end.

    `group` is a key of the tiles (a carrier, a kind), `text` is looked for in every cell, `sort` is a column's key.
    """

    register: RegisterKind
    month: Month | None
    shop_id: int | None = None
    text: str = ""
    group: str | None = None
    states: tuple[RegisterState, ...] = ()
    unsettled: bool = False
    late: bool = False
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line. `id` is that of its row in `source` (a table's noun); `late` days past the answer it waits for.

    `corrections` are the lines that correct it, `closed` says whether its month is closed, `counted` whether its amount
    is in totals: not once it was withdrawn in its own month.
    """

    id: int
    register: RegisterKind
    source: str
    entered_at: datetime
    shop_id: int | None
    case_id: int | None
    case_number: str
    buyer_nick: str
    state: StrEnum | None
    cells: Mapping[str, RegisterValue]
    group: str = ""
    settled: bool = True
    late: int = 0
    corrects: int | None = None
    corrections: tuple[int, ...] = ()
    closed: bool = False
    reason: str = ""
    counted: bool = True


@dataclass(frozen=True, slots=True)
class RegisterGroup:
    """A tile: how many lines of one carrier or kind, and their sums by column; `name` is shown as it is."""

    key: str
    name: str
    count: int
    sums: Mapping[str, tuple[Money, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MonthClosing:
    """One closing of a register's month; the totals as they were then, by column and currency in minor units."""

    id: int
    shop_id: int
    register: RegisterKind
    month: Month
    totals: Mapping[str, Mapping[str, int]]
    open_lines: int
    closed_at: datetime
    closed_by: str
    note: str = ""
    reopened_at: datetime | None = None
    reopened_by: str = ""
    reopen_reason: str = ""


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """A register as asked for. `totals` are of the lines listed, one sum per currency; whole numbers under "".

    `groups` and `states` count what the month holds before they narrow it.
    """

    query: RegisterQuery
    columns: tuple[RegisterColumn, ...]
    lines: tuple[RegisterLine, ...]
    totals: Mapping[str, Mapping[str, int]]
    groups: tuple[RegisterGroup, ...] = ()
    states: Mapping[RegisterState, int] = field(default_factory=dict)
    found: int = 0
    late: int = 0
    closings: tuple[MonthClosing, ...] = ()


@dataclass(frozen=True, slots=True)
class CostLine:
    """What after-sales cost in a month by liability and problem: cases decided, cost, given back to buyers."""

    liability: Liability
    problem: Problem
    cases: int
    cost: Money
    refunded: Money


@dataclass(frozen=True, slots=True)
class CarrierMonth:
    """A carrier's claims of a month: asked, agreed to, came in, still open; all in one currency."""

    carrier: str
    claims: int
    claimed: Money
    allowed: Money
    received: Money
    open: Money


@dataclass(frozen=True, slots=True)
class MonthMetrics:
    """The measures for closing a month; sums are kept apart by currency."""

    month: Month
    shop_id: int | None
    costs: tuple[CostLine, ...]
    carriers: tuple[CarrierMonth, ...]
    unsettled: Mapping[RegisterKind, int]
    unsettled_amounts: Mapping[RegisterKind, tuple[Money, ...]]
    undecided_cases: int
