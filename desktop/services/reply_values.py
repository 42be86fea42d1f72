"""What a case tells a reply: the signs that choose the situation, and the values of its fields as texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from desktop import words
from desktop.services.cases import FIRST_REPLY
from models.clock import zone
from models.kinds import ClockStatus, Demand, Derivation, Liability, OrderStatus, Remedy, Role, StepState, WaitingOn
from models.money import Money
from models.records import CasePage, Order, Step
from models.rules.replies import CaseSigns, basis_of, side_of
from models.rules.reply_book import ReplyBook

if TYPE_CHECKING:
    from models.rules.conclusion import EvidenceNeed, StepPlan

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SENT: Final = frozenset({Remedy.RESHIP, Remedy.EXCHANGE, Remedy.REPAIR})


def case_signs(page: CasePage, now: datetime, asked: Sequence[EvidenceNeed] = ()) -> CaseSigns:
    """What of a case decides which replies fit; `asked` is evidence the buyer has not given yet."""
    case, buyer, resolution = page.case, page.buyer, page.resolution
    running = [clock for clock in page.clocks if clock.status is ClockStatus.RUNNING]
    flags = {
        "overdue": any(
            clock.who is WaitingOn.US and clock.rule != FIRST_REPLY and clock.due_at <= now for clock in running
        ),
        "evidence_missing": bool(asked),
        "evidence_many": len(asked) > 1,
        "evidence_here": any(item.derivation is not Derivation.PACKET for item in page.evidence) and not asked,
        "undecided": resolution is None,
        "unanswered": any(clock.rule == FIRST_REPLY for clock in running),
    }
    return CaseSigns(
        problem=case.problem.value, state=case.state.value, remedy=resolution.remedy.value if resolution else "",
        demand=case.demand.value, waiting=case.waiting_on.value, liable=side_of(liability_of(page)),
        order=_order_state(page.order), temper=buyer.temperament.value if buyer else "",
        tier=buyer.tier.value if buyer else "", consent=buyer.consent.value if buyer else "",
        platform=page.shop.platform.value, registers=frozenset(entry.register.value for entry in page.registers),
        flags=frozenset(name for name, holds in flags.items() if holds), facts=_facts(page),
    )  # fmt: skip


def liability_of(page: CasePage) -> Liability:
    """Who is liable towards the buyer, as decided, else as noted on the case."""
    decided = page.resolution
    if decided is None:
        return page.case.liability
    return decided.liable_to_buyer if decided.liable_to_buyer is not Liability.UNCLEAR else decided.liability


def case_values(book: ReplyBook, page: CasePage, language: str, now: datetime) -> dict[str, str]:
    """Every field of a reply that the case knows, as text in `zh` or `en`; what is not known is empty."""
    order, resolution, facts = page.order, page.resolution, _facts(page)
    paid = order.paid if order is not None else None
    refund = resolution.refund if resolution is not None and resolution.refund.minor > 0 else None
    title = ""
    if resolution is not None:
        both = resolution.remedy_title_zh, resolution.remedy_title_en
        title = both[0] if language == "zh" else both[1] or both[0]
    demand = page.case.demand
    gift = facts.get("gift_marked_price")
    return {
        "buyer": page.buyer.nick if page.buyer is not None else "",
        "order": order.number if order is not None else "",
        "item": order.lines[0].item_title if order is not None and order.lines else "",
        "tracking": order.tracking_numbers[0] if order is not None and order.tracking_numbers else "",
        "carrier": order.carrier if order is not None else "",
        "return_tracking": str(facts.get("buyer_tracking_no") or ""),
        "return_address": page.shop.return_address,
        "shop": page.shop.name,
        "agent": page.handler.name if page.handler is not None else "",
        "paid": money_text(paid),
        "invoice_amount": money_text(_less(paid, order.freight if order is not None else None)),
        "demand": words.word(demand, language) if demand is not Demand.UNKNOWN else "",
        "gift_price": _plain_amount(gift, page.shop.currency),
        "deadline": moment_text(_our_time(page, now), page, language, now),
        "buyer_deadline": moment_text(_next_clock(page, WaitingOn.BUYER, now), page, language, now),
        "remedy": title,
        "basis": basis_text(book, case_signs(page, now), language),
        **remedy_values(refund, paid),
    }


def remedy_values(refund: Money | None, paid: Money | None) -> dict[str, str]:
    """The amounts of a remedy: what goes back, and what the platform's form calls the seller's part (R003-46)."""
    return {"amount": money_text(refund), "keep": money_text(_less(paid, refund))}


def basis_text(book: ReplyBook, signs: CaseSigns, language: str) -> str:
    """Why, as said to a buyer; empty while it is not known who is liable."""
    found = basis_of(book, signs)
    return found.pick(language) if found is not None else ""


def money_text(value: Money | Decimal | None) -> str:
    """`¥168.00`, `AUD 20.00`; empty for none."""
    if not isinstance(value, Money):
        return ""
    return f"{value.sign}{' ' if value.sign.isalpha() else ''}{value.amount:,}"


def numbered(texts: Sequence[str]) -> str:
    """Lines with a number each."""
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))


def moment_text(value: datetime | None, page: CasePage, language: str, now: datetime) -> str:
    """`11月20日 16:00` or `20 Nov, 16:00` in the shop's zone, with the year when it is another one.

    Midnight ends the day before it, as people say it: `11月20日 24:00`, `the end of 20 Nov`.
    """
    if value is None:
        return ""
    where = zone(page.shop.time_zone)
    local = value.astimezone(where)
    ends = (local.hour, local.minute) == (0, 0)
    day = local.date() - timedelta(days=1) if ends else local.date()
    other = day.year != now.astimezone(where).year
    if language == "zh":
        return f"{f'{day.year}年' if other else ''}{day.month}月{day.day}日 {'24:00' if ends else f'{local:%H:%M}'}"
    date = f"{day.day} {_MONTHS[day.month - 1]}{f' {day.year}' if other else ''}"
    return f"the end of {date}" if ends else f"{date}, {local:%H:%M}"


def carried_out_by(remedy: Remedy, steps: Sequence[Step | StepPlan], now: datetime) -> datetime | None:
    """When the remedy itself is to be done: the step that pays, or that sends; None where no time is set for it."""
    role = Role.WAREHOUSE if remedy in _SENT else Role.FINANCE
    times = [step.due_at for step in steps if step.role is role and not (isinstance(step, Step) and _is_done(step))]
    return next((due for due in times if due is not None and due > now), None)


def _is_done(step: Step) -> bool:
    return step.state is not StepState.OPEN


def _our_time(page: CasePage, now: datetime) -> datetime | None:
    """When the buyer may expect something of us: a time that has passed, or the first reply itself, is no promise."""
    decided = page.resolution
    due = carried_out_by(decided.remedy, page.steps, now) if decided is not None else None
    return due or _next_clock(page, WaitingOn.US, now)


def _next_clock(page: CasePage, who: WaitingOn, now: datetime) -> datetime | None:
    ahead = [
        clock.due_at
        for clock in page.clocks
        if clock.status is ClockStatus.RUNNING and clock.who is who and clock.rule != FIRST_REPLY and clock.due_at > now
    ]
    return min(ahead) if ahead else None


def _facts(page: CasePage) -> Mapping[str, object]:
    if page.draft is not None:
        return page.draft.facts
    return page.resolution.facts if page.resolution is not None else {}


def _order_state(order: Order | None) -> str:
    if order is None:
        return ""
    if order.signed_at is not None or order.status is OrderStatus.SIGNED:
        return "signed"
    if order.shipped_at is not None or order.status is OrderStatus.SHIPPED:
        return "shipped"
    return "unshipped" if order.status in (OrderStatus.CREATED, OrderStatus.PAID) else ""


def _less(whole: Money | None, part: Money | None) -> Money | None:
    if whole is None or part is None or whole.currency != part.currency or part.minor > whole.minor:
        return None
    return whole - part


def _plain_amount(value: object, currency: str) -> str:
    try:
        return money_text(Money.of(str(value), currency)) if value not in (None, "") else ""
    except ValueError:
        return ""
