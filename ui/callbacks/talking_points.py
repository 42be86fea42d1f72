"""What there is to talk about with a buyer: cases, orders, promises, a birthday, what was said, the shop's notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from models.call_back_records import CaseGlance
from models.call_desk_records import DeskOrder
from models.kinds import CaseState, OrderStatus
from models.rules.call_settings import Hours
from ui import format as shown
from ui.callbacks.card_data import CardShown
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.words import word

tr = translator("call_form")
_TEXT_SHOWN = 80
_BIRTHDAY_DAYS = 14
_CASES_SHOWN, _ORDERS_SHOWN, _NOTES_SHOWN = 2, 2, 2
_REVIEW_DAYS = 60
_OVER = (CaseState.DONE, CaseState.ARCHIVED)


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """One thing to say, with its icon; `case_id` opens the case, `promise_id` can be ticked as kept."""

    icon: str
    text: str
    case_id: int = 0
    promise_id: int = 0
    late: bool = False


def talking_points(found: CardShown) -> tuple[TalkingPoint, ...]:
    """What there is to talk about, the most pressing first."""
    return tuple(point for part in (_cases, _promises, _birthday, _orders, _said, _notes) for point in part(found))


def _cases(found: CardShown) -> Iterator[TalkingPoint]:
    card, about = found.card, found.beside.case
    still = card.open_cases or tuple(each for each in card.last_cases if each.state not in _OVER)
    over = card.closed_cases or tuple(each for each in card.last_cases if each.state in _OVER)
    for case in still[:_CASES_SHOWN]:
        if about is None or case.id != about.id:
            yield TalkingPoint("inbox", case_text(case, found), case.id)
    if len(still) > _CASES_SHOWN:
        yield TalkingPoint("inbox", tr("%n more open case", n=len(still) - _CASES_SHOWN))
    for case in over[:_CASES_SHOWN]:
        if about is None or case.id != about.id:
            yield TalkingPoint("repeat-2", case_text(case, found), case.id)


def case_text(case: CaseGlance, found: CardShown) -> str:
    """`09 Oct Damaged, in progress (A2610-0187)`."""
    when = _day(found.desk.day_of(case.opened_at), found)
    return tr("%1 %2, %3 (%4)", when, word(case.problem), word(case.state), case.number)


def _promises(found: CardShown) -> Iterator[TalkingPoint]:
    here = found.call_back
    for each in found.card.promises:
        if here is not None and each.id == here.id:
            continue
        late = each.due_on < found.desk.today
        text = tr("Promised for %1: %2", _day(each.due_on, found), isolate(one_line(each.subject)[:_TEXT_SHOWN]))
        yield TalkingPoint("gift", text, promise_id=each.id, late=late)


def _birthday(found: CardShown) -> Iterator[TalkingPoint]:
    day = found.card.birthday
    if day is None:
        return
    ahead = (day - found.desk.today).days
    if 0 <= ahead <= _BIRTHDAY_DAYS:
        when = _day(day, found)
        text = tr("Birthday today") if not ahead else tr("Birthday on %1, in %n day", when, n=ahead)
        yield TalkingPoint("calendar-days", text)


def _orders(found: CardShown) -> Iterator[TalkingPoint]:
    orders, since = found.beside.orders, found.beside.bought_since
    if since is not None and since > 1:
        yield TalkingPoint("shopping-cart", tr("%n order since the last contact", n=since))
    for order in orders[:_ORDERS_SHOWN]:
        yield TalkingPoint("shopping-bag", order_text(order, found))


def order_text(order: DeskOrder, found: CardShown) -> str:
    """`11 Nov bought a beech board, delivered, no review known`."""
    when = _moment(order.created_at, found)
    title = isolate(one_line(order.item_title)) if order.item_title.strip() else order.number
    parts = [tr("%1 bought %2", when, title)]
    if order.status in (OrderStatus.CLOSED, OrderStatus.REFUNDED):
        parts.append(word(order.status))
    elif order.signed_at is not None or order.status is OrderStatus.SIGNED:
        parts.append(tr("delivered"))
        recent = order.signed_at is None or (found.desk.now - order.signed_at).days <= _REVIEW_DAYS
        if order.reviewed:
            parts.append(tr("reviewed"))
        elif recent:
            parts.append(tr("no review known"))
    elif order.shipped_at is not None or order.status is OrderStatus.SHIPPED:
        parts.append(tr("on its way"))
    elif order.status is OrderStatus.PAID:
        parts.append(tr("not sent yet"))
    return tr(", ").join(parts)


def _said(found: CardShown) -> Iterator[TalkingPoint]:
    said = next((call.note for call in found.card.calls if call.note.strip()), "")
    if said:
        yield TalkingPoint("message-square", tr("Last time: %1", isolate(one_line(said)[:_TEXT_SHOWN])))


def _notes(found: CardShown) -> Iterator[TalkingPoint]:
    texts = [found.card.buyer.note, *(each.text for each in found.card.notes[:_NOTES_SHOWN])]
    for text in dict.fromkeys(one_line(each).strip() for each in texts):
        if text:
            yield TalkingPoint("sticky-note", isolate(text))


def hours_text(hours: Hours) -> str:
    """`workdays 10–12`: when a buyer likes to be called."""
    lang, days = language(), hours.weekdays
    if days == (0, 1, 2, 3, 4):
        when = tr("on workdays")
    elif days == (5, 6):
        when = tr("at weekends")
    else:
        # the first of January 2024 was a Monday
        when = tr("/").join(shown.weekday(date(2024, 1, 1 + each), lang, short=True) for each in days)
    span = ""
    if hours.start and hours.end:
        whole = hours.start.endswith(":00") and hours.end.endswith(":00")
        first, last = (hours.start[:2].lstrip("0") or "0", hours.end[:2]) if whole else (hours.start, hours.end)
        span = tr("%1–%2 o'clock", first, last) if whole else f"{first}–{last}"
    return " ".join(part for part in (when, span) if part)


def is_within(hours: Hours, local: datetime) -> bool:
    """Whether a local moment lies in hours; those that say nothing hold always."""
    if hours.weekdays and local.weekday() not in hours.weekdays:
        return False
    return not hours.start or hours.start <= f"{local:%H:%M}" < (hours.end or "24:00")


def hours_warning(found: CardShown) -> str:
    """What to say when it is not the hour to call now; empty when it is, or for another channel than the phone."""
    local = found.desk.now.astimezone(found.desk.zone)
    if found.hours is not None and not is_within(found.hours, local):
        return tr("It is %1 now; the buyer likes calls %2.", f"{local:%H:%M}", hours_text(found.hours))
    shop = Hours(found.rules.hours.start, found.rules.hours.end)
    if not is_within(shop, local):
        return tr("It is %1 now; the shop calls from %2 to %3.", f"{local:%H:%M}", shop.start, shop.end)
    return ""


def _day(day: date, found: CardShown) -> str:
    return shown.day(day, found.desk.now, language(), found.desk.zone)


def _moment(moment: datetime | None, found: CardShown) -> str:
    return _day(found.desk.day_of(moment), found) if moment is not None else ""
