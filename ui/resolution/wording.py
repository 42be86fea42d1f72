"""Words of the wizard: values of facts, parties, weights of evidence and sources, in the language of the window."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from decimal import Decimal

from desktop.services.resolution_facts import FactField
from desktop.services.resolutions import Walk
from models.clock import zone
from models.errors import UserError
from models.kinds import Liability
from models.money import Money
from models.rules.conclusion import ClockPlan, ExposureView, LiabilityView, RemedyOffer, Source, Warned
from models.rules.pack_parts import Text
from models.rules.values import coerce
from ui import format as shown
from ui.i18n import language, translator
from ui.words import word

tr = translator("resolution")


def pick(text: Text) -> str:
    """A pack's text in the language of the window."""
    return text.pick(language())


def value_text(field: FactField | None, value: object, *, now: datetime, where: tzinfo, currency: str) -> str:
    """The value of a fact as a person reads it; `currency` is that of plain amounts."""
    if value is None:
        return tr("There is none") if field is not None and field.none_known else tr("Cannot be told")
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, Money):
        return shown.money(value)
    kind = field.type if field is not None else "text"
    if kind == "enum" and field is not None and str(value) in field.words:
        return pick(field.words[str(value)])
    try:
        value = coerce(kind, value, where)
    except UserError:
        return str(value)
    if isinstance(value, datetime):
        return shown.day_and_time(value, now, language(), where) if kind == "datetime" else f"{value:%Y-%m-%d}"
    if kind == "money" and isinstance(value, Decimal):
        return shown.money(Money.of(value, currency))
    if isinstance(value, Mapping):
        each = [f"{name} {shown.money_cell(Money.of(amount, currency))}" for name, amount in value.items()]
        return ("；" if language() == "zh" else "; ").join(each)
    if isinstance(value, tuple):
        return "、".join(map(str, value)) if language() == "zh" else ", ".join(map(str, value))
    return str(value)


def names_of(walk: Walk, names: Sequence[str]) -> tuple[str, ...]:
    """What facts, numbers and sums of the packs are called; a name twice stands once."""
    return tuple(dict.fromkeys(_name_of(walk, name) for name in names))


def _name_of(walk: Walk, name: str) -> str:
    if name in walk.fields:
        return pick(walk.fields[name].label)
    for pack in walk.packs:
        for part in (pack.facts, pack.constants, pack.formulas, pack.deadlines):
            found = part.get(name)
            if found is not None and pick(found.label):
                return pick(found.label)
    return name.replace("_", " ")


def shop_zone(name: str) -> tzinfo:
    """The zone a shop's times are shown in."""
    return zone(name)


def shares_of(view: LiabilityView) -> list[tuple[Liability, Decimal]]:
    """Who caused it, by share, the largest first; the one cause as the whole; nothing while it is open."""
    if view.shares:
        return sorted(((who, part / 100) for who, part in view.shares.items()), key=lambda each: -each[1])
    if view.cause is None or view.cause is Liability.UNCLEAR:
        return []
    return [(view.cause, Decimal(1))]


def shares_text(view: LiabilityView, shares: Sequence[tuple[Liability, Decimal]] | None = None) -> str:
    """`承运 82%，商家 18%`, for screen readers; `shares` are others than those concluded."""
    joint = "，" if language() == "zh" else ", "
    found = shares_of(view) if shares is None else shares
    if not found:
        return tr("Not decided yet") if not view.decided else tr("Nobody")
    return joint.join(share_text(who, share) for who, share in found)


def share_text(who: Liability, share: Decimal) -> str:
    """`承运 82%`; shared liability without its parts has no figure of its own."""
    return word(who) if who is Liability.SHARED else f"{word(who)} {shown.percent(share, lang=language())}"


def axes_text(view: LiabilityView) -> str:
    """The three axes in one line: cause, towards the buyer, recourse."""
    cause = word(view.cause) if view.cause is not None else tr("nobody") if view.decided else tr("open")
    to_buyer = word(view.to_buyer) if view.to_buyer is not None else tr("nobody")
    if view.to_buyer is Liability.BUYER:
        to_buyer = tr("nobody, the buyer bears it")
    recourse = word(view.recourse) if view.recourse is not None else tr("none")
    return tr("Caused by %1 · answers to the buyer: %2 · recourse: %3", cause, to_buyer, recourse)


def origin_text(origin: str) -> str:
    """Where a fact comes from that nobody said."""
    return {
        "assumed": tr("assumed"), "evidence": tr("from the evidence"), "history": tr("from the history"),
        "weighing": tr("from the weights"),
    }.get(origin, "")  # fmt: skip


def level_text(level: str) -> str:
    """How strongly evidence is needed."""
    return {"must": tr("required"), "should": tr("advised"), "may": tr("useful")}.get(level, level)


def holder_text(holder: str) -> str:
    """Who has the evidence."""
    return {
        "buyer": tr("from the buyer"), "seller": tr("in the shop"), "carrier": tr("from the carrier"),
        "platform": tr("from the platform"), "supplier": tr("from the supplier"),
    }.get(holder, "")  # fmt: skip


def wrong_text(offer: RemedyOffer) -> tuple[str, str]:
    """How bad it is if it goes wrong, and the colour of it."""
    return {
        "low": (tr("low"), "done"), "medium": (tr("medium"), "due"), "high": (tr("high"), "overdue"),
    }.get(offer.if_wrong, (shown.NOTHING, "text3"))  # fmt: skip


def needs_text(needs: str) -> str:
    """Whose consent a remedy needs."""
    return {"buyer_consent": tr("buyer agrees"), "supervisor": tr("supervisor agrees")}.get(needs, "")


def confidence_text(source: Source) -> str:
    """How sure a source is."""
    return {
        "verbatim": tr("verbatim"), "official_summary": tr("official summary"), "secondary": tr("second hand"),
        "shop_policy": tr("shop's rule"), "unverified": tr("not verified"), "derived": tr("derived"),
        "uncertain": tr("uncertain"), "general_knowledge": tr("from general knowledge"),
    }.get(source.confidence, source.confidence.replace("_", " "))  # fmt: skip


def exposure_text(view: ExposureView) -> str:
    """What may follow, in one line: its name, the money, the points, the nodes they cross and what those bring."""
    facts = [pick(view.label)]
    if view.money is not None:
        facts.append(shown.money(view.money))
    if view.points is not None:
        points = tr("%n point", n=view.points)
        facts.append(tr("%1 of the serious kind", points) if view.ledger == "serious" else points)
    if view.nodes:
        facts.append(tr("crosses %n node", n=view.nodes))
        if view.node_money is not None:
            facts.append(tr("%1 for each node", shown.money(view.node_money)))
        if view.ban_days is not None:
            facts.append(tr("barred for %n day", n=view.ban_days))
        if view.ban_until is not None:
            facts.append(tr("until %1", f"{view.ban_until:%Y-%m-%d}"))
    return " · ".join(facts)


def warning_text(warned: Warned, titles: Mapping[str, Text]) -> str:
    """A warning as a sentence."""
    name = warned.values.get("pack", "")
    pack = pick(titles[name]) if name in titles else name
    if warned.code == "pack_past_review":
        return tr("“%1” was to be reviewed by %2: check its numbers.", pack, warned.values.get("review_by", ""))
    if warned.code == "pack_number_missing":
        return tr("“%1” has no number for: %2. Enter it in Settings → Rules.", pack, pick(warned.text))
    if warned.code == "calendar_year_not_announced":
        return tr("The holidays of %1 are not announced yet; days may shift.", warned.values.get("year", ""))
    return pick(warned.text) or warned.code.replace("_", " ")


def span_text(span: str) -> str:
    """`PT12H` and `P2D` as words; anything else as it stands."""
    found = re.fullmatch(r"P(?:T(\d+)([HM])|(\d+)D)", span)
    if found is None:
        return span
    if found[3]:
        return tr("%n day", n=int(found[3]))
    return tr("%n hour", n=int(found[1])) if found[2] == "H" else tr("%n minute", n=int(found[1]))


def due_text(clock: ClockPlan, names: dict[str, str], now: datetime, where: tzinfo) -> tuple[str, str]:
    """When a clock is due and the colour of it; while it cannot be said, what it waits for."""
    if clock.due_at is None:
        joint = "、" if language() == "zh" else ", "
        missing = joint.join(names.get(fact, fact) for fact in clock.unknown[:2])
        return (tr("when known: %1", missing) if missing else tr("not yet known")), "text3"
    text = shown.day_and_time(clock.due_at, now, language(), where)
    if clock.due_at <= now:
        return tr("%1, over", text), "overdue"
    return text, "due" if clock.due_at - now < timedelta(hours=24) else "text"
