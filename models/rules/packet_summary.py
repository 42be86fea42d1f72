"""Drafts of the packet's first page: what is asked, the summary, the parties, the amounts, the rules cited."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from models.kinds import Demand, Liability, Remedy
from models.records import CasePage, Order
from models.rules.citations import locator_in
from models.rules.packet_chronology import remedy_title
from models.rules.packet_parts import AmountLine, ExhibitPage, PolicyLine, Words
from models.rules.packet_phrases import Phrases

# A tag of a pack: `taobao_rule`, `shop:proc`, or a paragraph's number as `R002-01`; never with a space.
_TAG = re.compile(r"[a-z][a-z0-9]*([_.:-][a-z0-9]+)*|[A-Z][A-Z0-9]*([_.:-][A-Z0-9]+)*[0-9]")
_BETWEEN = re.compile(r"[,;、，；]\s*")


def draft_asked(page: CasePage, phrases: Phrases, words: Words) -> str:
    """What the receiver is asked to do, after the problem: refuse the claim, confirm the offer, or decide."""
    problem = words.word(page.case.problem, phrases.language)
    return phrases.say("claim", problem=problem, asked=_asked(page, phrases, words))


def _asked(page: CasePage, phrases: Phrases, words: Words) -> str:
    resolution, demand = page.resolution, page.case.demand
    if resolution is None:
        return phrases.say("asked_open")
    named = words.word(demand, phrases.language)
    if phrases.language == "zh":
        named = phrases.say("quoted", text=named)
    remedy = remedy_title(page, phrases, words)
    if demand is Demand.UNKNOWN or demand.value == resolution.remedy.value:
        return phrases.say("asked_confirm", remedy=remedy)
    if resolution.remedy is Remedy.REFUSE:
        return phrases.say("asked_refuse", demand=named)
    return phrases.say("asked_keep", remedy=remedy, demand=named)


def draft_summary(
    page: CasePage, exhibits: Sequence[ExhibitPage], asked: str | None, phrases: Phrases, words: Words
) -> str:
    """A summary from facts, exhibits and resolution, for a person to go over; `asked` is theirs, if they wrote one."""
    parts = [_of_order(page, phrases), _of_parcel(page.order, phrases), _of_problem(page, phrases, words)]
    proofs = [
        phrases.say("draft_proof", proves=_first_sentence(exhibit.proves), numbers=exhibit.number)
        for exhibit in exhibits
        if exhibit.proves.strip()
    ]
    if proofs:
        parts.append(phrases.say("between_proofs").join(proofs) + phrases.say("stop"))
    parts.append(_of_resolution(page, phrases, words))
    wish = _wish(page, phrases, words) if asked is None else asked.rstrip("。. ")
    parts.append((wish[:1].upper() + wish[1:] if phrases.language == "en" else wish) + phrases.say("stop"))
    return "".join(parts).strip()


def _first_sentence(text: str) -> str:
    """The first sentence without its stop: the exhibit's page has the whole."""
    return re.split(r"[。；\n]|[.;] ", text.strip(), maxsplit=1)[0].rstrip("。.；; ")


def _wish(page: CasePage, phrases: Phrases, words: Words) -> str:
    """What is asked without the offer, which the sentence before has told."""
    resolution, demand = page.resolution, page.case.demand
    if resolution is None or demand is Demand.UNKNOWN or demand.value == resolution.remedy.value:
        return _asked(page, phrases, words)
    named = words.word(demand, phrases.language)
    return phrases.say("asked_refuse", demand=phrases.say("quoted", text=named) if phrases.language == "zh" else named)


def _of_order(page: CasePage, phrases: Phrases) -> str:
    order = page.order
    nick = page.buyer.nick if page.buyer is not None else "—"
    if order is None:
        return ""
    item = _named_items(order, phrases)
    bought = order.paid_at or order.created_at
    if bought is None or order.paid is None:
        return phrases.say("draft_order_plain", nick=nick, number=order.number, item=item)
    paid = phrases.money(order.paid)
    return phrases.say("draft_order", nick=nick, at=phrases.at(bought), item=item, number=order.number, paid=paid)


def _named_items(order: Order, phrases: Phrases) -> str:
    named = [
        phrases.say("quoted", text=f"{line.item_title} {line.variant}".strip())
        + phrases.say("units", count=line.quantity)
        for line in order.lines[:3]
    ]
    if len(order.lines) > 3:
        named.append("…")
    return phrases.join(named) or order.number


def _of_parcel(order: Order | None, phrases: Phrases) -> str:
    if order is None or order.shipped_at is None:
        return ""
    by = " ".join(part for part in (order.carrier, *order.tracking_numbers) if part) or "—"
    said = phrases.say("draft_shipped", at=phrases.at(order.shipped_at), by=by)
    if order.signed_at is not None:
        said += phrases.say("draft_signed", at=phrases.at(order.signed_at))
    return said + phrases.say("stop")


def _of_problem(page: CasePage, phrases: Phrases, words: Words) -> str:
    case = page.case
    problem = words.word(case.problem, phrases.language)
    said = phrases.say("draft_problem", at=phrases.at(case.opened_at), problem=problem)
    if case.demand is not Demand.UNKNOWN:
        said += phrases.say("draft_demand", demand=words.word(case.demand, phrases.language))
    said += phrases.say("stop")
    told = case.summary.strip()
    if not told:
        return said
    closed = told if told[-1] in "。.!！?？" else told + phrases.say("stop").rstrip()
    return said + closed + ("" if phrases.language == "zh" else " ")


def _of_resolution(page: CasePage, phrases: Phrases, words: Words) -> str:
    resolution = page.resolution
    if resolution is None:
        return ""
    because = resolution.because_zh if phrases.language == "zh" else resolution.because_en or resolution.because_zh
    unclear = resolution.liability is Liability.UNCLEAR
    liability = "" if unclear else words.word(resolution.liability, phrases.language)
    said = ""
    if because.strip() and liability:
        said = phrases.say("draft_because", because=because.strip().rstrip("。. "), liability=liability)
    said += phrases.say("draft_plan", remedy=remedy_title(page, phrases, words))
    if resolution.refund:
        said += phrases.say("draft_plan_refund", amount=phrases.money(resolution.refund))
    return said + phrases.say("stop")


def parties_of(page: CasePage, phrases: Phrases, words: Words) -> tuple[tuple[str, str], ...]:
    """Merchant, buyer (by ID only), carrier, order."""
    lines = [(phrases.say("merchant"), _with_platform(page, phrases, words))]
    if page.buyer is not None:
        lines.append((phrases.say("buyer"), page.buyer.nick + phrases.say("hidden_receiver")))
    order = page.order
    if order is not None:
        parcel = " · ".join(part for part in (order.carrier, phrases.join(order.tracking_numbers)) if part)
        if parcel:
            lines.append((phrases.say("carrier"), parcel))
        if order.paid_at is not None:
            text = phrases.say("paid_at", number=order.number, at=phrases.at(order.paid_at))
        else:
            text = order.number
        lines.append((phrases.say("order_number"), text))
    return tuple(lines)


def _with_platform(page: CasePage, phrases: Phrases, words: Words) -> str:
    platform = words.word(page.shop.platform, phrases.language)
    return f"{page.shop.name}（{platform}）" if phrases.language == "zh" else f"{page.shop.name} ({platform})"


def amounts_of(page: CasePage, phrases: Phrases, words: Words) -> tuple[AmountLine, ...]:
    """What was paid, what is claimed, what the shop offers; never the shop's own cost or what it may recover."""
    lines: list[AmountLine] = []
    order, case, resolution = page.order, page.case, page.resolution
    if order is not None:
        if order.freight is not None and order.freight:
            if order.goods is not None:
                lines.append(AmountLine(phrases.say("goods"), phrases.money(order.goods)))
            lines.append(AmountLine(phrases.say("freight"), phrases.money(order.freight)))
        if order.paid is not None:
            lines.append(AmountLine(phrases.say("paid"), phrases.money(order.paid)))
        if order.refunded is not None and order.refunded:
            lines.append(AmountLine(phrases.say("refunded"), phrases.money(order.refunded)))
    if case.demand is Demand.UNKNOWN:
        lines.append(AmountLine(phrases.say("at_stake"), phrases.money(case.at_stake)))
    else:
        demand = words.word(case.demand, phrases.language)
        lines.append(AmountLine(phrases.say("claimed", demand=demand), phrases.money(case.at_stake)))
    if resolution is not None:
        label = phrases.say("plan", remedy=remedy_title(page, phrases, words))
        amount = phrases.say("to_buyer", amount=phrases.money(resolution.refund))
        lines.append(AmountLine(label, amount, strong=True))
    return tuple(lines)


def policy_of(page: CasePage, phrases: Phrases) -> tuple[PolicyLine, ...]:
    """The rules the resolution and its clocks rest on, each once, with the pack they stand in.

    A clock names its source by the pack's tag: a tag that the resolution's sources explain, or that nothing explains,
    says nothing to a stranger and is not printed.
    """
    found: dict[tuple[str, str], PolicyLine] = {}
    resolution = page.resolution
    if resolution is not None:
        for source, pack in _cited(resolution.conclusion.get("sources"), phrases.language):
            found.setdefault((source, pack), PolicyLine(source, pack))
    for clock in page.clocks:
        if clock.source.strip() and not _is_tag(clock.source):
            found.setdefault((clock.source, clock.pack), PolicyLine(clock.source, clock.pack))
    if not found and resolution is not None:
        for pack in (part.strip() for part in resolution.packs.replace(";", ",").split(",")):
            if pack:
                found[pack, ""] = PolicyLine(pack, "")
    return tuple(found.values())


def _is_tag(source: str) -> bool:
    """Whether a source is only tags of a pack and no title of a rule."""
    return all(_TAG.fullmatch(part) for part in _BETWEEN.split(source.strip()))


def _cited(sources: object, language: str) -> list[tuple[str, str]]:
    """Sources of a stored conclusion: texts, or mappings with title, locator, pack_id and pack_version."""
    cited: list[tuple[str, str]] = []
    for source in sources if isinstance(sources, (list, tuple)) else ():
        if isinstance(source, str) and source.strip():
            cited.append((source, ""))
        elif isinstance(source, Mapping):
            title = _spoken(source.get("title"), language)
            locator = locator_in(_spoken(source.get("locator"), language), language)
            named = " ".join(part for part in (title, locator) if part)
            pack = " ".join(str(source[key]) for key in ("pack", "pack_id", "pack_version") if source.get(key))
            if named:
                cited.append((named, pack))
    return cited


def _spoken(value: object, language: str) -> str:
    """A text as it is, or the one in the packet's language of a pair."""
    if isinstance(value, Mapping):
        return str(value.get(language) or value.get("zh") or "").strip()
    return str(value or "").strip()
