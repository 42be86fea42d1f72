"""What a quality report says to a supplier, and the week of all reports to purchasing: no buyer is named in either."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from models.batch_records import BatchAlarm, BatchAlarmRule, QualityReport
from models.kinds import Derivation, MediaKind, PacketLanguage, Problem
from models.records import Evidence
from models.rules.batch_alarm import BatchKey, batch_key, count_buyers, name_key
from models.rules.exhibit_versions import is_redacted, root_of, version_shown
from models.rules.packet_parts import Words
from models.rules.packet_shots import shows_text
from models.rules.sheet_phrases import SheetPhrases
from models.rules.sheet_register import ListMaker, ListPaper, PaperTable, made_line, one_line

MOST_PHOTOS: Final = 60
"""On one report: more than a supplier looks at, and a file that can still be sent."""
_SHORTEST = 2
_COPIES = (Derivation.ANNOTATED, Derivation.REDACTED)
_PROBLEMS = frozenset(Problem)
# What these show tells whose parcel or words it is: only a redacted copy of it goes to a supplier.
_PRIVATE: Final = frozenset(
    (
        "waybill", "photo_box", "packing_list", "courier_statement", "tracking", "logistics_record",
        "carrier_confirmation", "chat_screenshots", "chat_record", "agreement_chat", "merge_consent", "threat_chat",
        "delivery_proof", "shipping_documentation", "customer_communication", "customer_signature", "refund_record",
        "receipt", "commercial_invoice", "billing_address", "prior_orders", "return_tracking", "platform_notice",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class QualityPhoto:
    """One picture of a report: the file that shows it, and what stands under it."""

    evidence: Evidence
    caption: str


@dataclass(frozen=True, slots=True)
class QualityPaper:
    """A report ready to be set: facts as label and text, the cases, the photos, what is asked, four words to sign."""

    title: str
    made: str
    to: str
    sender: str
    facts: tuple[tuple[str, str], ...]
    cases: PaperTable
    photos: tuple[QualityPhoto, ...]
    notes: tuple[str, ...]
    signs: tuple[str, str, str, str]
    phrases: SheetPhrases


@dataclass(frozen=True, slots=True)
class QualitySource:
    """A batch with the evidence of its cases by their ids, and what names their buyers: nicks, names, numbers."""

    alarm: BatchAlarm
    evidence: Mapping[int, Sequence[Evidence]]
    names: Mapping[int, Sequence[str]]


def quality_paper(
    source: QualitySource, language: PacketLanguage, maker: ListMaker, words: Words
) -> QualityPaper:  # fmt: skip
    """The report on a batch for its supplier, buyers masked as "buyer 1..n", redacted copies before originals."""
    phrases, alarm = SheetPhrases(language, maker.time_zone), source.alarm
    buyers = number_buyers(alarm.reports)
    chosen, left_out = _photos(source, buyers, phrases)
    photos = Counter(each.evidence.case_id for each in chosen)
    rows = tuple(
        (str(place), report.case_number, masked_buyer(report, buyers, phrases), kind_word(report.kind, phrases, words),
         phrases.day(report.reported_at), phrases.stacked("register_yes") if report.severe else "",
         str(photos.get(report.case_id or 0, 0) or ""))
        for place, report in enumerate(alarm.reports, 1)
    )  # fmt: skip
    keys = ("no", "case", "buyer", "kind", "day", "severe", "photos")
    notes = [phrases.say("quality_ask")]
    if left_out:
        notes.insert(0, phrases.say("quality_left_out", count=left_out))
    return QualityPaper(
        title=phrases.say("quality_report"), made=made_line(phrases, maker), to=phrases.say("quality_to"),
        sender=phrases.say("quality_from", shop=one_line(maker.shop or "、".join(maker.shops.values()), 80)),
        facts=tuple(_facts(alarm, len(chosen), phrases, words)),
        cases=PaperTable(
            tuple(phrases.stacked(f"quality_col_{key}") for key in keys), "rlllccr",
            (False, False, True, True, False, False, False), rows,
        ),
        photos=tuple(chosen), notes=tuple(notes),
        signs=(phrases.say("quality_sign_shop"), phrases.say("quality_sign_day"),
               phrases.say("quality_sign_supplier"), phrases.say("quality_sign_day")),
        phrases=phrases,
    )  # fmt: skip


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of its week."""
    first = day - timedelta(days=day.weekday())
    return first, first + timedelta(days=6)


@dataclass(frozen=True, slots=True)
class WeekRow:
    """What a week says of one style and batch; `alarm` is its state, if it rings or did."""

    style: str
    batch: str
    item: str
    buyers: int
    reports: tuple[QualityReport, ...]
    alarm: BatchAlarm | None

    @property
    def severe(self) -> int:
        """How many of them are severe."""
        return sum(1 for report in self.reports if report.severe)


def week_rows(reports: Sequence[QualityReport], alarms: Sequence[BatchAlarm]) -> tuple[WeekRow, ...]:
    """The reports of a week by style and batch: severe ones first, then those of most buyers."""
    groups: dict[BatchKey, list[QualityReport]] = {}
    for report in sorted(reports, key=lambda each: (each.reported_at, each.entry_id)):
        groups.setdefault(batch_key(report.style, report.batch), []).append(report)
    known = {batch_key(alarm.style, alarm.batch): alarm for alarm in alarms}
    rows = [
        WeekRow(
            one_line(group[-1].style, 120), one_line(group[-1].batch, 120), next((r.item for r in group if r.item), ""),
            count_buyers(group), tuple(group), known.get(key),
        )
        for key, group in groups.items()
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (-row.severe, -row.buyers, -len(row.reports), row.style, row.batch)))


def week_paper(
    rows: Sequence[WeekRow], days: tuple[date, date], rule: BatchAlarmRule, language: PacketLanguage,
    maker: ListMaker, words: Words,
) -> ListPaper:  # fmt: skip
    """The week of all quality reports by style and batch, to purchasing (R004-30)."""
    phrases = SheetPhrases(language, maker.time_zone)
    lines = tuple(
        (row.style or phrases.say("quality_no_style"), row.batch or phrases.say("quality_no_batch"),
         one_line(row.item, 200), f"{row.buyers:,}", f"{len(row.reports):,}", str(row.severe or ""),
         str(sum({r.case_id: r.photos for r in row.reports}.values()) or ""), kinds_line(row.reports, phrases, words),
         "\n".join(dict.fromkeys(report.case_number for report in row.reports if report.case_number)),
         alarm_word(row.alarm, phrases))
        for row in rows
    )  # fmt: skip
    total = (phrases.say("register_total"), "", "", "", f"{sum(len(row.reports) for row in rows):,}",
             str(sum(row.severe for row in rows) or ""), "", "", "", "")  # fmt: skip
    keys = ("style", "batch", "item", "buyers", "reports", "severe", "photos", "kinds", "case", "alarm")
    year, week, _ = days[0].isocalendar()
    shop = (
        phrases.say("register_shop", shop=one_line(maker.shop, 60))
        if maker.shop
        else phrases.say("register_every_shop")
    )
    return ListPaper(
        title=phrases.say("quality_week"),
        period=phrases.say("quality_week_is", year=year, week=week, first=days[0], last=days[1]),
        said=(phrases.say("quality_week_to"), shop), made=made_line(phrases, maker),
        tables=(
            PaperTable(
                tuple(phrases.stacked(f"quality_col_{key}") for key in keys), "lllrrrrlll",
                (True, True, True, False, False, False, False, True, False, True), lines, (total,) if lines else (),
                empty=phrases.say("quality_week_empty"),
            ),
        ),
        notes=(phrases.say("quality_week_rule", days=rule.days, buyers=rule.threshold),), phrases=phrases,
    )  # fmt: skip


def number_buyers(reports: Sequence[QualityReport]) -> Mapping[int | str, int]:
    """A number for every buyer, in the order of their reports; who is known by nick alone has the number of who has
    that nick, and who is not known at all has none."""
    by_nick = {name_key(each.buyer_nick): each.buyer for each in reports if isinstance(each.buyer, int)}
    by_nick.pop("", None)
    found: dict[int | str, int] = {}
    numbers: dict[int | str, int] = {}
    for report in reports:
        who = report.buyer if isinstance(report.buyer, int) else name_key(report.buyer)
        who = by_nick.get(who, who) if isinstance(who, str) else who
        if who == "":
            continue
        found[report.buyer] = numbers.setdefault(who, len(numbers) + 1)
    return found


def masked_buyer(report: QualityReport, buyers: Mapping[int | str, int], phrases: SheetPhrases) -> str:
    """As "buyer 3"; never a name."""
    number = buyers.get(report.buyer)
    return phrases.say("quality_buyer_unknown") if number is None else phrases.say("quality_buyer", number=number)


def kind_word(kind: str, phrases: SheetPhrases, words: Words) -> str:
    """The problem in words, or the text somebody wrote for it."""
    return phrases.word(words, Problem(kind)) if kind in _PROBLEMS else one_line(kind, 80)


def kinds_line(reports: Sequence[QualityReport], phrases: SheetPhrases, words: Words) -> str:
    """Every kind with how often."""
    counts = Counter(kind_word(report.kind, phrases, words) for report in reports if report.kind)
    between = ", " if phrases.first == "en" else "、"
    return between.join(f"{kind} ×{count}" if count > 1 else kind for kind, count in counts.most_common(12))


def alarm_word(alarm: BatchAlarm | None, phrases: SheetPhrases) -> str:
    """Whether it rings, and what was done."""
    if alarm is None:
        return ""
    if alarm.open:
        return phrases.say("quality_alarm_open")
    return " · ".join([phrases.say("quality_alarm_done"), *_done(alarm, phrases)])


def _done(alarm: BatchAlarm, phrases: SheetPhrases) -> list[str]:
    notice = alarm.notice
    if notice is None:
        return []
    return [phrases.say(key) for key, on in (("quality_stock_down", notice.stock_down),
                                             ("quality_supplier_told", notice.supplier_told)) if on]  # fmt: skip


def _facts(alarm: BatchAlarm, photos: int, phrases: SheetPhrases, words: Words) -> list[tuple[str, str]]:
    severe = sum(1 for report in alarm.reports if report.severe)
    facts = [
        ("quality_style", one_line(alarm.style, 120) or phrases.say("quality_no_style")),
        ("quality_batch", one_line(alarm.batch, 120) or phrases.say("quality_no_batch")),
        ("quality_item", one_line(alarm.item, 300)),
        ("quality_span", phrases.say("quality_span_is", first=phrases.day(alarm.first_at),
                                     last=phrases.day(alarm.last_at))),
        ("quality_counts", phrases.say("quality_counts_is", buyers=alarm.buyers, cases=len(alarm.reports),
                                       photos=photos)),
        ("quality_severe", phrases.say("quality_is_severe", count=severe) if severe
         else phrases.say("quality_not_severe")),
        ("quality_kinds", kinds_line(alarm.reports, phrases, words)),
        ("quality_done", " · ".join(_done(alarm, phrases)) if alarm.notice and alarm.notice.stock_down else ""),
    ]  # fmt: skip
    return [(phrases.stacked(key), text) for key, text in facts if text]


def _photos(
    source: QualitySource, buyers: Mapping[int | str, int], phrases: SheetPhrases
) -> tuple[list[QualityPhoto], int]:  # fmt: skip
    """The photos in turns, one of each case at a time, and how many are not shown: beyond the most, or with
    nothing redacted where they may tell who the buyer is."""
    left_out, turns = 0, []
    for report in {each.case_id: each for each in source.alarm.reports if each.case_id is not None}.values():
        shown, hidden = _photos_of(source.evidence.get(report.case_id or 0, ()))
        left_out += hidden
        turns.append((report, shown))
    chosen: list[tuple[int, QualityReport, Evidence]] = []
    longest = max((len(shown) for _, shown in turns), default=0)
    for turn in range(longest):
        chosen += [(place, report, shown[turn]) for place, (report, shown) in enumerate(turns) if turn < len(shown)]
    left_out += max(0, len(chosen) - MOST_PHOTOS)
    found = []
    kept = sorted(chosen[:MOST_PHOTOS], key=lambda each: (each[0], each[2].number))
    for number, (_, report, evidence) in enumerate(kept, 1):
        buyer = masked_buyer(report, buyers, phrases)
        head = phrases.say("quality_photo", number=number, case=report.case_number, buyer=buyer)
        names = [report.buyer_nick, *source.names.get(report.case_id or 0, ())]
        text = without_names(one_line(evidence.caption or evidence.proves, 200), names, buyer)
        found.append(QualityPhoto(evidence, f"{head}\n{text}" if text else head))
    return found, left_out


def _photos_of(evidence: Sequence[Evidence]) -> tuple[list[Evidence], int]:
    known = {each.id: each for each in evidence}
    shown: list[Evidence] = []
    hidden = 0
    for item in evidence:
        copy = item.derivation in _COPIES and root_of(item, known).id != item.id
        if item.media is not MediaKind.PHOTO or copy:
            continue
        file = version_shown(item, evidence)
        if (shows_text(item) or item.tag in _PRIVATE) and not is_redacted(file, known):
            hidden += 1
            continue
        shown.append(file)
    return shown, hidden


def without_names(text: str, names: Sequence[str], instead: str) -> str:
    """The text with every name in it, in any case, put into other words."""
    wanted = sorted({name.strip() for name in names if len(name.strip()) >= _SHORTEST}, key=len, reverse=True)
    if not text or not wanted:
        return text
    return re.sub("|".join(re.escape(name) for name in wanted), lambda _: instead, text, flags=re.IGNORECASE)
