"""Drafts of the packet's first page: what is asked, the summary, the parties, the amounts."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from models.kinds import Demand, Liability, Remedy
from models.money import Money
from models.packet_records import PacketPlan
from models.records import CasePage, Order
from models.rules.packet_chronology import demand_word, problem_word, remedy_title
from models.rules.packet_exhibits import exhibit_pages
from models.rules.packet_parts import AmountLine, ExhibitChoice, ExhibitPage, Words
from models.rules.packet_phrases import Phrases
from models.rules.text_limits import Counting, units


def draft_asked(page: CasePage, phrases: Phrases, words: Words) -> str:
    """What the receiver is asked to do, after the problem: refuse the claim, confirm the offer, or decide."""
    problem = _headed(problem_word(page, phrases, words))
    return phrases.say("claim", problem=problem, asked=_asked(page, phrases, words))


def _headed(text: str) -> str:
    return text[:1].upper() + text[1:]


def _asked(page: CasePage, phrases: Phrases, words: Words) -> str:
    resolution, demand = page.resolution, page.case.demand
    if resolution is None:
        return phrases.say("asked_open")
    named = demand_word(page, phrases, words)
    if phrases.language == "zh":
        named = phrases.say("quoted", text=named)
    remedy = remedy_title(page, phrases, words)
    if demand is Demand.UNKNOWN or demand.value == resolution.remedy.value:
        return phrases.say("asked_confirm", remedy=remedy)
    if resolution.remedy is Remedy.REFUSE:
        return phrases.say("asked_refuse", demand=named)
    return phrases.say("asked_keep", remedy=remedy, demand=named)


@dataclass(frozen=True, slots=True)
class DraftedSummary:
    """A summary made of whole sentences. `dropped`: how many were left out to keep within `most`; `used` of it.

    Where even the problem and what is asked are longer, the text is those two and does not fit.
    """

    text: str
    used: int
    most: int | None = None
    dropped: int = 0

    @property
    def fits(self) -> bool:
        """Whether it is no longer than asked."""
        return self.most is None or self.used <= self.most


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence with its place in the order of what matters: 0 stays in any case. Proofs stand in one sentence."""

    text: str
    weight: int
    proof: bool = False


def draft_summary(
    page: CasePage,
    exhibits: Sequence[ExhibitPage],
    asked: str | None,
    phrases: Phrases,
    words: Words,
    *,
    most: int | None = None,
    counting: Counting = Counting.CHARACTERS,
) -> DraftedSummary:
    """A summary from facts, exhibits and resolution, for a person to go over; `asked` is theirs, if they wrote one.

    Of no more than `most` units of `counting`: the sentences that matter most, each whole, in their order.
    """
    pieces = [piece for piece in _pieces(page, exhibits, asked, phrases, words) if piece.text]
    kept = {place for place, piece in enumerate(pieces) if piece.weight == 0 or most is None}
    if most is not None:
        for place in sorted(range(len(pieces)), key=lambda each: (pieces[each].weight, each)):
            if place not in kept and units(_said(pieces, kept | {place}, phrases), counting) <= most:
                kept.add(place)
    text = _said(pieces, kept, phrases)
    return DraftedSummary(text, units(text, counting), most, len(pieces) - len(kept))


def draft_for(
    page: CasePage,
    choices: Sequence[ExhibitChoice],
    plan: PacketPlan,
    language: str,
    words: Words,
    *,
    most: int | None,
    counting: Counting,
) -> DraftedSummary:
    """The draft for a packet as planned: only of the exhibits that can be shown, under the numbers they get."""
    phrases = Phrases(language, page.shop.time_zone)
    exhibits, _ = exhibit_pages(page, choices, plan, phrases, words)
    return draft_summary(page, exhibits, None, phrases, words, most=most, counting=counting)


def _pieces(
    page: CasePage, exhibits: Sequence[ExhibitPage], asked: str | None, phrases: Phrases, words: Words
) -> list[_Piece]:
    wish = _wish(page, phrases, words) if asked is None else asked.rstrip("。. ")
    pieces = [
        _Piece(_of_order(page, phrases), 4),
        _Piece(_of_parcel(page.order, phrases), 5),
        _Piece(_of_problem(page, phrases, words), 0),
        *(_Piece(each, 7) for each in _told(page.case.summary, phrases)),
    ]
    pieces += [
        _Piece(phrases.say("draft_proof", proves=_first_sentence(each.proves), numbers=each.number), 3, proof=True)
        for each in exhibits
        if each.proves.strip()
    ]
    because, plan = _of_resolution(page, phrases, words)
    pieces += [_Piece(because, 6), _Piece(plan, 2)]
    closed = (wish[:1].upper() + wish[1:] if phrases.language == "en" else wish) + phrases.say("stop")
    return [*pieces, _Piece(closed, 0)]


def _said(pieces: Sequence[_Piece], kept: Collection[int], phrases: Phrases) -> str:
    said: list[str] = []
    proofs = [piece.text for place, piece in enumerate(pieces) if place in kept and piece.proof]
    for place, piece in enumerate(pieces):
        if place not in kept or (piece.proof and not proofs):
            continue
        if piece.proof:
            said.append(phrases.say("between_proofs").join(proofs) + phrases.say("stop"))
            proofs = []
        else:
            said.append(piece.text)
    return "".join(said).strip()


def _first_sentence(text: str) -> str:
    """The first sentence without its stop: the exhibit's page has the whole."""
    return re.split(r"[。；\n]|[.;] ", text.strip(), maxsplit=1)[0].rstrip("。.；; ")


def _wish(page: CasePage, phrases: Phrases, words: Words) -> str:
    """What is asked without the offer, which the sentence before has told."""
    resolution, demand = page.resolution, page.case.demand
    if resolution is None or demand is Demand.UNKNOWN or demand.value == resolution.remedy.value:
        return _asked(page, phrases, words)
    named = demand_word(page, phrases, words)
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
    problem = problem_word(page, phrases, words)
    said = phrases.say("draft_problem", at=phrases.at(case.opened_at), problem=problem)
    if case.demand is not Demand.UNKNOWN:
        said += phrases.say("draft_demand", demand=demand_word(page, phrases, words))
    said += phrases.say("stop")
    return said


def _told(text: str, phrases: Phrases) -> list[str]:
    """The sentences somebody wrote of the case, each with its stop."""
    told = [part.strip() for part in re.findall(r"[^。！？!?\n]+[。！？!?]*", text)]
    closed = [part if part[-1] in "。.!！?？" else part + phrases.say("stop").rstrip() for part in told if part]
    return [part if phrases.language == "zh" else part + " " for part in closed]


def _of_resolution(page: CasePage, phrases: Phrases, words: Words) -> tuple[str, str]:
    """What was found, and what the shop offers: two sentences, either may be empty."""
    resolution = page.resolution
    if resolution is None:
        return "", ""
    because = resolution.because_zh if phrases.language == "zh" else resolution.because_en or resolution.because_zh
    unclear = resolution.liability is Liability.UNCLEAR
    liability = "" if unclear else words.word(resolution.liability, phrases.language)
    found = ""
    if because.strip() and liability:
        found = phrases.say("draft_because", because=because.strip().rstrip("。. "), liability=liability)
    said = phrases.say("draft_plan", remedy=remedy_title(page, phrases, words))
    if resolution.refund:
        said += phrases.say("draft_plan_refund", amount=phrases.money(resolution.refund))
    return found, said + phrases.say("stop")


def parties_of(
    page: CasePage, phrases: Phrases, words: Words, *, recipient: bool = False
) -> tuple[tuple[str, str], ...]:
    """Merchant, buyer (by ID only), carrier, order; with `recipient` also to whom and where the order was sent."""
    lines = [(phrases.say("merchant"), _with_platform(page, phrases, words))]
    order = page.order
    sent_to = _recipient(order, phrases) if recipient and order is not None else []
    if page.buyer is not None:
        hidden = "" if sent_to else phrases.say("hidden_receiver")
        lines.append((phrases.say("buyer"), page.buyer.nick + hidden))
    lines += sent_to
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


def _recipient(order: Order, phrases: Phrases) -> list[tuple[str, str]]:
    """As the order says it, without what it does not say."""
    known = (
        ("recipient", order.receiver), ("recipient_phone", order.phone), ("recipient_address", order.address)
    )  # fmt: skip
    return [(phrases.say(key), text.strip()) for key, text in known if text.strip()]


def _with_platform(page: CasePage, phrases: Phrases, words: Words) -> str:
    platform = words.word(page.shop.platform, phrases.language)
    return f"{page.shop.name}（{platform}）" if phrases.language == "zh" else f"{page.shop.name} ({platform})"


def amounts_of(page: CasePage, phrases: Phrases, words: Words) -> tuple[AmountLine, ...]:
    """What was paid, what is claimed, what the shop offers, each in its own currency, named where there are several;
    never the shop's own cost or what it may recover."""
    order, case, resolution = page.order, page.case, page.resolution
    found: list[tuple[str, Money]] = []
    if order is not None:
        freight = order.freight is not None and bool(order.freight)
        known = (
            ("goods", order.goods if freight else None), ("freight", order.freight if freight else None),
            ("paid", order.paid), ("refunded", order.refunded if order.refunded else None),
        )  # fmt: skip
        found += [(phrases.say(key), amount) for key, amount in known if amount is not None]
    if case.demand is Demand.UNKNOWN:
        found.append((phrases.say("at_stake"), case.at_stake))
    else:
        demand = words.word(case.demand, phrases.language)
        found.append((phrases.say("claimed", demand=demand), case.at_stake))
    among = [amount for _, amount in found] + ([resolution.refund] if resolution is not None else [])
    lines = [AmountLine(label, phrases.money_in(amount, among)) for label, amount in found]
    if resolution is not None:
        label = phrases.say("plan", remedy=remedy_title(page, phrases, words))
        amount = phrases.say("to_buyer", amount=phrases.money_in(resolution.refund, among))
        lines.append(AmountLine(label, amount, strong=True))
    return tuple(lines)
