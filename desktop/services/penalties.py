"""Penalties and points of a platform: noted, confirmed, taken back, and where a shop's year stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from desktop.services.register_writing import follow_up, is_closed, write_entry
from desktop.services.shop_days import day_that_came
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.clock import zone
from models.errors import AftercaseError, UserError
from models.kinds import RegisterKind
from models.money import Money
from models.records import RegisterEntry, Shop
from models.register_kinds import EntryOrigin, RegisterState
from models.rules import penalty_points
from models.rules.penalty_points import Crossing, Ledger, LedgerStanding, NodeRule, Standing
from models.rules.verdict import Refused
from models.store import cases, claims, own_rules, registers, shops
from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.services.resolutions import ResolutionService

RULE_LIMIT: Final = 200
NOTE_LIMIT: Final = 500
_NODE, _NODE_MONEY, _BAN = "node_points", "node_money", "node_ban_days"


class PenaltyService:
    """A penalty counts on its ledger in the year it was imposed in, of the shop's zone."""

    def __init__(self, bench: Workbench, resolutions: Callable[[], ResolutionService]) -> None:
        """`resolutions` is asked for when the packs matter: the board counts points at every start without them."""
        self._bench = bench
        self._resolutions = resolutions

    # Reading

    def standing(self, shop_id: int, year: int | None = None) -> Standing:
        """Both ledgers of a shop's year (the present one if not said). NotFound for a shop that is not there."""
        shop = self._shop(shop_id)
        year = year or self._today(shop).year
        found = claims.penalties_of_years(self._bench.store.database, (year,), shop_id, zone(shop.time_zone))
        rule = self.node_rule(shop)
        ledgers = {each: penalty_points.ledger_standing(found, each, rule.every) for each in Ledger}
        sums: dict[str, int] = {}
        for penalty in found:
            if penalty.amount is not None and penalty.state is RegisterState.CONFIRMED:
                currency = penalty.amount.currency
                sums[currency] = sums.get(currency, 0) + penalty.amount.minor
        amounts = tuple(Money(minor, currency) for currency, minor in sorted(sums.items()))
        return Standing(shop_id, year, ledgers, rule, amounts)

    def crossing(self, shop_id: int, points: int, ledger: Ledger) -> Crossing:
        """What these points would do to this year's ledger: the warning of a dialog, before anything is written."""
        standing = self.standing(shop_id)
        held: LedgerStanding = standing.ledgers[ledger]
        return penalty_points.crossing(held.points, points, ledger, standing.rule.every)

    def node_rule(self, shop: Shop) -> NodeRule:
        """How many points make a node of this shop and what it brings, by the numbers of the packs it uses."""
        try:
            packs = self._resolutions().shop_packs(shop)
        except AftercaseError:
            return NodeRule()
        for each in reversed(packs):
            known = each.pack.constants if each.used else {}
            size = known.get(_NODE)
            if size is None or size.value is None or size.value < 1:
                continue
            money, days = known.get(_NODE_MONEY), known.get(_BAN)
            return NodeRule(
                int(size.value),
                Money.of(money.value, each.pack.currency) if money is not None and money.value is not None else None,
                int(days.value) if days is not None and days.value is not None else None,
                each.pack.id,
            )
        return NodeRule()

    def node_size(self, shop_id: int) -> int:
        """How many points make a node of a shop. No pack is loaded while the shop has none of its own: every shipped
        one that says it says NODE."""
        if not own_rules.may_change(self._bench.store.database, _NODE):
            return penalty_points.NODE
        return self.node_rule(self._shop(shop_id)).every

    def ledgers(self, shop_id: int) -> Mapping[Ledger, LedgerStanding]:
        """Both ledgers of a shop's present year, without what a node of them brings."""
        shop = self._shop(shop_id)
        years = (self._today(shop).year,)
        found = claims.penalties_of_years(self._bench.store.database, years, shop_id, zone(shop.time_zone))
        every = self.node_size(shop_id)
        return {each: penalty_points.ledger_standing(found, each, every) for each in Ledger}

    # Writing

    def note(
        self, case_id: int | None, shop_id: int | None = None, *, points: int = 0, ledger: Ledger = Ledger.GENERAL,
        amount: Money | None = None, rule: str = "", note: str = "", on: date | None = None, expected: bool = False,
    ) -> int:  # fmt: skip
        """Enter a penalty of a case, or of a shop alone; confirmed unless it is only `expected`. Returns the line's id.

        UserError `penalty_empty` for neither points nor money, `penalty_points_range`, `amount_negative`, `day_ahead`,
        `text_too_long`, `penalty_shop_missing`.
        """
        words, remark = checked_text(rule, limit=RULE_LIMIT).strip(), checked_text(note, limit=NOTE_LIMIT).strip()
        if case_id is not None:
            found = cases.find_case(self._bench.store.database, case_id)
            shop_id, number = found.shop_id, found.number
        elif shop_id is None:
            raise UserError("penalty_shop_missing")
        else:
            number = ""
        shop = self._shop(shop_id)
        _check(points, amount)
        day = self._day(shop, on)
        columns = {
            "platform": shop.platform.value, "rule": words, "ledger": ledger.value, "note": remark,
            "day": day.isoformat(),
        }  # fmt: skip
        code = "penalty_expected" if expected else "penalty_noted"
        told = {"case": number, "shop": shop.name, "points": points, "amount": _plain(amount), "rule": words}

        def work(transaction: Transaction) -> int:
            entry_id = write_entry(
                transaction, RegisterKind.PENALTY, shop_id=shop.id, case_id=case_id, columns=columns, amount=amount,
                state=RegisterState.EXPECTED if expected else RegisterState.CONFIRMED,
                origin=EntryOrigin.HAND if case_id is None else EntryOrigin.CASE, points=points,
            )  # fmt: skip
            transaction.record(code, entity="register_entry", entity_id=entry_id, case_id=case_id, details=told)
            return entry_id

        return self._bench.act(code, work, values=told)

    def confirm(
        self, entry_id: int, *, points: int | None = None, ledger: Ledger | None = None, amount: Money | None = None,
        rule: str | None = None, note: str = "", on: date | None = None,
    ) -> int:  # fmt: skip
        """An expected penalty was imposed; what is not said stays as expected. Returns the row that says so.

        UserError as `note`, `penalty_not_expected` for one that is confirmed or withdrawn, `not_a_penalty`.
        """
        remark = checked_text(note, limit=NOTE_LIMIT).strip()
        words = None if rule is None else checked_text(rule, limit=RULE_LIMIT).strip()
        entry = self._entry(entry_id)
        shop = self._shop(entry.shop_id)
        _check(points if points is not None else entry.points or 0, amount if amount is not None else entry.amount)
        columns = {"day": self._day(shop, on).isoformat()}
        columns |= {"ledger": ledger.value} if ledger is not None else {}
        columns |= {"rule": words} if words is not None else {}
        columns |= {"note": remark} if remark else {}
        shown = points if points is not None else entry.points or 0

        def work(transaction: Transaction) -> int:
            _expect(transaction, entry, (RegisterState.EXPECTED,), "penalty_not_expected")
            row = follow_up(
                transaction, entry, state=RegisterState.CONFIRMED, points=points, amount=amount, columns=columns,
                reason=remark,
            )  # fmt: skip
            transaction.record(
                "penalty_confirmed", entity="register_entry", entity_id=entry.id, case_id=entry.case_id,
                details={"case": entry.case_number, "points": shown, "amount": _plain(amount or entry.amount)},
            )  # fmt: skip
            return row

        return self._bench.act("penalty_confirmed", work, values={"case": entry.case_number, "points": shown})

    def withdraw(self, entry_id: int, reason: str) -> int:
        """The penalty is not, or no longer: an appeal was granted, or it never came. Points and money count no more."""
        words = checked_text(reason, limit=NOTE_LIMIT, required=True).strip()
        entry = self._entry(entry_id)

        def work(transaction: Transaction) -> int:
            states = (RegisterState.EXPECTED, RegisterState.CONFIRMED)
            _expect(transaction, entry, states, "penalty_withdrawn")
            closed = is_closed(transaction, entry)
            row = follow_up(
                transaction, entry, state=RegisterState.WITHDRAWN, reason=words, columns={"withdrawn": words},
                points=0 if closed and entry.points is not None else None,
                amount=Money(0, entry.amount.currency) if closed and entry.amount is not None else None,
            )  # fmt: skip
            transaction.record(
                "penalty_withdrawn", entity="register_entry", entity_id=entry.id, case_id=entry.case_id,
                details={"case": entry.case_number, "text": words},
            )  # fmt: skip
            return row

        return self._bench.act("penalty_withdrawn", work, values={"case": entry.case_number, "text": words})

    # What they share

    def _shop(self, shop_id: int | None) -> Shop:
        if shop_id is None:
            raise UserError("penalty_shop_missing")
        return shops.find_shop(self._bench.store.database, shop_id)

    def _entry(self, entry_id: int) -> RegisterEntry:
        entry = registers.find_entry(self._bench.store.database, entry_id)
        if entry.register is not RegisterKind.PENALTY:
            raise UserError("not_a_penalty")
        return entry if entry.corrects is None else registers.find_entry(self._bench.store.database, entry.corrects)

    def _today(self, shop: Shop) -> date:
        return self._bench.clock.now().astimezone(zone(shop.time_zone)).date()

    def _day(self, shop: Shop, on: date | None) -> date:
        return day_that_came(self._bench, on, zone(shop.time_zone))


def _expect(transaction: Transaction, entry: RegisterEntry, states: Sequence[RegisterState], code: str) -> None:
    root, chain = registers.load_chain(transaction.database, entry.id)
    if (chain[-1] if chain else root).state not in states:
        raise UserError(code, case=entry.case_number)


def _check(points: int, amount: Money | None) -> None:
    verdict = penalty_points.check_points(points)
    if isinstance(verdict, Refused):
        raise UserError(verdict.reason, most=penalty_points.MOST_POINTS)
    if amount is not None and amount.minor < 0:
        raise UserError("amount_negative")
    if not points and not amount:
        raise UserError("penalty_empty")


def _plain(amount: Money | None) -> str:
    return "" if amount is None else f"{amount.sign} {amount}"
