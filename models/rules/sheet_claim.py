"""What a carrier claim sheet says: a line per claim of the register, sums per currency, room for the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.kinds import Derivation, MediaKind, PacketLanguage
from models.money import Money
from models.records import Case, Evidence, Order, RegisterEntry
from models.rules.carriers import Carrier, named_carrier
from models.rules.claim_aging import ClaimNet
from models.rules.packet_parts import Words
from models.rules.sheet_phrases import SheetPhrases

NO_CARRIER = ""
"""The carrier of claims in which nobody entered one."""


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """One entry of the register with what is known of its case; `order` None where there is none.

    `net` is the claim as it stands today: of an entry that corrects one, the claim it corrects.
    """

    entry: RegisterEntry
    case: Case | None = None
    order: Order | None = None
    evidence: tuple[Evidence, ...] = ()
    net: ClaimNet | None = None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One line, every cell a text; `amount` is what is added up."""

    case_number: str
    waybill: str
    item: str
    reason: str
    claimed: str
    evidence: str
    day: str
    amount: Money | None


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """A table ready to be set: shares of the width, `aligns` a sign per column (l, c, r), rows of texts.

    `label` stands over the first `label_span` columns of the last row, `totals` under those behind them.
    """

    heads: tuple[str, ...]
    shares: tuple[float, ...]
    aligns: str
    rows: tuple[tuple[str, ...], ...]
    label: str
    label_span: int
    totals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """A sheet ready to be set. `period` is empty for a sheet of one case, which lists its `files` one by one."""

    title: str
    number: str
    period: str
    to: str
    sender: str
    made: str
    table: ClaimTable
    file_heads: tuple[str, ...]
    files: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    signs: tuple[str, ...]
    phrases: SheetPhrases


def carrier_of(source: ClaimSource, carriers: Sequence[Carrier]) -> str:
    """The carrier a claim is against, as the book names it in Chinese, or as somebody wrote it; empty for none."""
    written = str(source.entry.columns.get("carrier", "")).strip()
    written = written or (source.net.carrier if source.net is not None else "")
    written = written or (source.order.carrier.strip() if source.order is not None else "")
    known = named_carrier(written, carriers)
    return known.name_zh if known is not None else written


def claim_sheet(
    sources: Sequence[ClaimSource],
    *,
    carrier: str,
    carrier_en: str,
    number: str,
    shop: str,
    month: tuple[int, int] | None,
    language: PacketLanguage,
    time_zone: str,
    now: datetime,
    person: str,
    words: Words,
) -> ClaimSheet:
    """The sheet of these claims, in the order given; `month` as (year, month) for a statement."""
    phrases = SheetPhrases(language, time_zone)
    if month is not None:
        from models.rules.sheet_statement import statement_notes, statement_table

        table = statement_table(sources, phrases, words)
        remarks = statement_notes(sources, phrases, now)
    else:
        table, remarks = _table_of_case(sources, phrases, words), ()
    without = sum(source.entry.amount is None and source.entry.corrects is None for source in sources)
    notes = (
        *remarks, *(phrases.each("claim_open_amounts", count=without) if without else ()),
        *phrases.each("claim_please"), *phrases.each("claim_files"),
    )  # fmt: skip
    to = phrases.pick(carrier, carrier_en) if carrier else phrases.say("claim_unknown")
    day = phrases.day(now)
    return ClaimSheet(
        title=phrases.say("claim_month" if month else "claim"),
        number=phrases.say("claim_number", number=number),
        period=phrases.say("claim_period", year=month[0], month=month[1]) if month else "",
        to=phrases.say("claim_to", carrier=to),
        sender=phrases.say("claim_from", shop=shop),
        made=phrases.say("claim_made", person=person, day=day) if person else phrases.say("claim_made_plain", day=day),
        table=table,
        file_heads=tuple(phrases.stacked(f"claim_file_{key}") for key in ("number", "title", "proves", "kind", "time")),
        files=() if month else _named_files(sources, phrases, words),
        notes=notes,
        signs=tuple(phrases.say(key) for key in ("claim_shop_sign", "claim_date", "claim_carrier_sign", "claim_date")),
        phrases=phrases,
    )  # fmt: skip


def _table_of_case(sources: Sequence[ClaimSource], phrases: SheetPhrases, words: Words) -> ClaimTable:
    lines = tuple(_line(source, phrases, words, dated=True) for source in sources)
    sums: dict[str, int] = {}
    for line in lines:
        if line.amount is not None:
            sums[line.amount.currency] = sums.get(line.amount.currency, 0) + line.amount.minor
    rows = tuple(
        (str(place), numbered(line.waybill, line.case_number), line.item, line.reason, line.claimed, "", line.evidence,
         line.day)
        for place, line in enumerate(lines, 1)
    )  # fmt: skip
    return ClaimTable(
        heads=("#", *(phrases.stacked(f"claim_col_{key}") for key in
                      ("waybill", "item", "reason", "claimed", "granted", "evidence", "day"))),
        shares=(0.04, 0.2, 0.16, 0.11, 0.115, 0.105, 0.15, 0.12), aligns="cllcrrlc", rows=rows,
        label=total_label(len(lines), phrases), label_span=4, totals=(moneys_text(sums, phrases), "", "", ""),
    )  # fmt: skip


def total_label(count: int, phrases: SheetPhrases) -> str:
    """How many claims the sums are of."""
    return phrases.say("claim_total_one") if count == 1 else phrases.say("claim_total", count=count)


def moneys_text(sums: Mapping[str, int], phrases: SheetPhrases) -> str:
    """Sums of minor units by currency, one on each line."""
    return "\n".join(phrases.money(Money(sums[currency], currency)) for currency in sorted(sums))


def numbered(waybill: str, case_number: str) -> str:
    """A waybill with the number of its case under it."""
    return f"{waybill}\n{case_number}" if case_number else waybill


def _line(source: ClaimSource, phrases: SheetPhrases, words: Words, *, dated: bool) -> ClaimLine:
    entry, order = source.entry, source.order
    columns: Mapping[str, str] = entry.columns
    item = str(columns.get("item", "")).strip()
    if not item and order is not None and order.lines:
        item = order.lines[0].item_title
    return ClaimLine(
        case_number=entry.case_number,
        waybill=waybill_of(source),
        item=item,
        reason=phrases.word(words, source.case.problem).replace(" / ", "\n") if source.case is not None else "",
        claimed=phrases.money(entry.amount) if entry.amount is not None else phrases.say("claim_no_amount"),
        evidence=evidence_list(source.evidence, phrases),
        day=phrases.day(entry.entered_at) if dated else phrases.month_day(entry.entered_at),
        amount=entry.amount,
    )


def waybill_of(source: ClaimSource) -> str:
    """The waybill of a claim: as it was entered, else the first parcel of the order."""
    waybill = str(source.entry.columns.get("tracking_no", "")).strip()
    waybill = waybill or (source.net.parcel if source.net is not None else "")
    if not waybill and source.order is not None:
        waybill = source.order.tracking_numbers[0] if source.order.tracking_numbers else ""
    return waybill


def evidence_list(evidence: Sequence[Evidence], phrases: SheetPhrases) -> str:
    """How many files of each kind there are, copies not counted: `照片 4 · 视频 1`."""
    originals = [item for item in evidence if item.derivation is Derivation.ORIGINAL]
    found = [
        phrases.say(f"evidence_{media.value}", count=count)
        for media in MediaKind
        if (count := sum(item.media is media for item in originals))
    ]
    return ("\n" if len(phrases.languages) > 1 else " · ").join(found) or phrases.say("claim_none_evidence")


def _named_files(sources: Sequence[ClaimSource], phrases: SheetPhrases, words: Words) -> tuple[tuple[str, ...], ...]:
    """The originals of one case: exhibits first, by their numbers, with what they show and when they were made."""
    found: list[tuple[str, ...]] = []
    files = [item for source in sources for item in source.evidence if item.derivation is Derivation.ORIGINAL]
    for item in sorted(files, key=lambda item: (item.exhibit is None, item.exhibit or 0, item.number)):
        when = item.captured_at or item.imported_at
        title = item.caption.strip() or item.original_name
        found.append((str(item.number), title, item.proves.strip(), phrases.word(words, item.media), phrases.at(when)))
    return tuple(found)
