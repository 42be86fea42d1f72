"""A month's statement of carrier claims: what was handed in, allowed, received, what is missing, and what is open.

Amounts are those of the month's own lines, as its register adds them up: what later months corrected stands in their
statements as differences, and here in a remark. What is open is told by how the claims stand today.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from models.clock import zone
from models.money import Money
from models.records import RegisterEntry
from models.register_kinds import RegisterState
from models.rules.claim_aging import late_days
from models.rules.packet_parts import Words
from models.rules.register_nets import counts
from models.rules.sheet_claim import (
    ClaimSource,
    ClaimTable,
    evidence_list,
    moneys_text,
    numbered,
    total_label,
    waybill_of,
)
from models.rules.sheet_phrases import SheetPhrases

_S: Final = RegisterState
_TAIL, _GROUP = 8, 4
_MOST_NUMBERED: Final = 80


def statement_table(sources: Sequence[ClaimSource], phrases: SheetPhrases, words: Words) -> ClaimTable:
    """A row per line of the month, corrections among them as differences, and the sums below."""
    sums: tuple[dict[str, int], ...] = ({}, {}, {}, {})
    rows = []
    # One currency need not stand in every cell: it is named once, before the sums.
    currencies = {_currency(source) for source in sources} - {""}
    plain = len(currencies) <= 1

    def shown(amount: Money | None) -> str:
        return "" if amount is None else str(amount) if plain else phrases.money(amount)

    for place, source in enumerate(sources, 1):
        entry = source.entry
        asked = entry.amount if counts(entry.state, entry.corrects) else None
        gap = _gap(entry)
        for kept, amount in zip(sums, (asked, entry.allowed, entry.received, gap), strict=True):
            if amount is not None:
                kept[amount.currency] = kept.get(amount.currency, 0) + amount.minor
        rows.append((
            str(place), numbered(grouped(waybill_of(source)), entry.case_number), _kind(source, phrases, words),
            phrases.month_day(entry.handed_in_at) if entry.handed_in_at is not None else "—",
            shown(entry.amount) or (phrases.say("claim_no_amount") if entry.corrects is None else ""),
            phrases.stacked("statement_refused") if entry.state is _S.REFUSED else shown(entry.allowed),
            shown(entry.received), shown(gap), evidence_list(source.evidence, phrases),
        ))  # fmt: skip
    keys = ("waybill", "reason")
    heads = (
        "#", *(phrases.stacked(f"claim_col_{key}") for key in keys), phrases.stacked("statement_col_handed"),
        phrases.stacked("claim_col_claimed"), phrases.stacked("claim_col_granted"),
        phrases.stacked("statement_col_received"), phrases.stacked("statement_col_missing"),
        phrases.stacked("claim_col_evidence"),
    )  # fmt: skip
    count = sum(source.entry.corrects is None and source.entry.state is not _S.WITHDRAWN for source in sources)
    if plain:
        one = next(iter(currencies), "")
        totals = (*(shown(Money(kept.get(one, 0), one)) if one else "" for kept in sums), "")
    else:
        totals = (*(moneys_text(kept, phrases) for kept in sums), "")
    label = " · ".join((total_label(count, phrases), *currencies)) if plain else total_label(count, phrases)
    return ClaimTable(
        heads=heads, shares=_shares(len(sources)), aligns="cllcrrrrl",
        rows=tuple(rows), label=label, label_span=4, totals=totals,
    )  # fmt: skip


def statement_notes(sources: Sequence[ClaimSource], phrases: SheetPhrases, now: datetime) -> tuple[str, ...]:
    """Remarks that name the lines still to be settled: late ones first, then those to answer, short and unpaid ones."""
    where = zone(phrases.time_zone)
    groups: dict[tuple[object, ...], list[int]] = {}

    def add(place: int, *key: object) -> None:
        groups.setdefault(key, []).append(place)

    for place, source in enumerate(sources, 1):
        entry, net = source.entry, source.net
        if entry.corrects is not None or net is None:
            continue
        last = phrases.month_day(net.due_at - timedelta(milliseconds=1)) if net.due_at is not None else ""
        late = late_days(net.state, net.due_at, now, where)
        if net.state is _S.HANDED_IN:
            add(place, *(("late", last, late) if late else ("wait_by", last) if last else ("wait",)))
        elif net.state in (_S.ALLOWED, _S.RECEIVED) and net.claimed is not None and net.allowed is not None:
            short = net.claimed.minor - net.allowed.minor
            if short > 0 and net.allowed.minor > 0:
                add(place, "under", Money(short, net.currency))
        if net.state is _S.ALLOWED and net.allowed is not None:
            unpaid = net.allowed.minor - (net.received.minor if net.received is not None else 0)
            if unpaid > 0:
                add(place, "unpaid", Money(unpaid, net.currency))
        if net.state is _S.REFUSED:
            add(place, "refusals")
        if net.state is _S.OPEN:
            add(place, "new")
        if net.state is _S.WITHDRAWN:
            add(place, "taken_back")
        if (net.claimed, net.allowed, net.received) != (entry.amount, entry.allowed, entry.received):
            add(place, "corrected", net.claimed, net.allowed, net.received)
    order = ("late", "wait_by", "wait", "under", "unpaid", "refusals", "new", "taken_back", "corrected")
    found: list[str] = []
    for key in sorted(groups, key=lambda key: (order.index(str(key[0])), groups[key][0])):
        found += _note(key, groups[key], phrases)
    return tuple(found)


def _note(key: tuple[object, ...], places: Iterable[int], phrases: SheetPhrases) -> tuple[str, ...]:
    listed = list(places)
    zh = "、".join(str(place) for place in listed[:_MOST_NUMBERED])
    values: dict[str, object] = {"lines": zh + ("…" if len(listed) > _MOST_NUMBERED else "")}
    if key[0] in ("late", "wait_by"):
        values["day"] = key[1]
    if key[0] == "late":
        values["days"] = key[2]
    if key[0] in ("under", "unpaid"):
        amount = key[1]
        assert isinstance(amount, Money)
        values["amount"] = phrases.money(amount)
    if key[0] == "corrected":
        shown = [phrases.money(each) if isinstance(each, Money) else "—" for each in key[1:]]
        values |= dict(zip(("claimed", "allowed", "received"), shown, strict=True))
    texts = phrases.each(f"statement_{key[0]}", **values)
    return tuple(text.replace("、", ", ") if language == "en" else text
                 for text, language in zip(texts, phrases.languages, strict=False))  # fmt: skip


def grouped(waybill: str) -> str:
    """A waybill with its last eight signs apart in fours, as one reads it out; short ones as they are."""
    if len(waybill) <= _TAIL or not waybill.isalnum():
        return waybill
    head, tail = waybill[:-_TAIL], waybill[-_TAIL:]
    return f"{head} {tail[:_GROUP]} {tail[_GROUP:]}"


def _shares(lines: int) -> tuple[float, ...]:
    """Parts of the width; the numbers of many lines want more of it, which the evidence gives."""
    first = 0.042 if lines < 10 else 0.056 if lines < 100 else 0.07
    return (first, 0.19, 0.117, 0.082, 0.105, 0.105, 0.112, 0.105, 1 - first - 0.816)


def _currency(source: ClaimSource) -> str:
    entry = source.entry
    return next((each.currency for each in (entry.amount, entry.allowed, entry.received) if each is not None), "")


def _gap(entry: RegisterEntry) -> Money | None:
    """What is missing of a line: claimed less received; of one that corrects, the difference it makes."""
    if entry.state is _S.WITHDRAWN and entry.corrects is None:
        return None
    known = entry.amount or entry.received
    if known is None:
        return None
    asked = entry.amount.minor if entry.amount is not None else 0
    came = entry.received.minor if entry.received is not None else 0
    return Money(asked - came if entry.corrects is not None else max(asked - came, 0), known.currency)


def _kind(source: ClaimSource, phrases: SheetPhrases, words: Words) -> str:
    entry = source.entry
    kind = phrases.word(words, source.case.problem).replace(" / ", "\n") if source.case is not None else ""
    if entry.corrects is not None and source.net is not None:
        month = phrases.day(source.net.entered_at)[:7]
        return "\n".join(part for part in (
            phrases.stacked("statement_correction"), phrases.stacked("statement_of_month", month=month)
        ) if part)  # fmt: skip
    return f"{kind}\n{phrases.stacked('statement_withdrawn')}".strip() if entry.state is _S.WITHDRAWN else kind
