"""When one style and batch is reported so widely, or so badly, that purchasing has to know (R003-19, R004-30)."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from models.batch_records import BatchAlarm, BatchAlarmRule, BatchNotice, QualityReport

BATCH_ALARM: Final = "batch_alarm"
"""The setting that keeps the rule."""
THRESHOLDS, PERIODS = range(1, 101), range(1, 366)
"""What a rule may say: distinct buyers, days."""
BatchKey = tuple[str, str]
_YES: Final = frozenset({"1", "true", "yes", "是"})
_NAME_SIGNS = 4_000


def name_key(text: str) -> str:
    """A style, batch or nick as it is compared: NFKC, without case, blanks and what cannot be seen."""
    return _key(text[:_NAME_SIGNS])


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    if plain.isascii() and plain.isalnum():
        return plain
    kept = (sign for sign in plain if not sign.isspace() and unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
    return unicodedata.normalize("NFKC", "".join(kept))


def batch_key(style: str, batch: str) -> BatchKey:
    """What two reports of the same goods share. An empty batch is one of its own: "batch not noted"."""
    return name_key(style), name_key(batch)


def severe_words(columns: Mapping[str, str]) -> bool:
    """Whether a quality line says that the fault is severe and confirmed."""
    return str(columns.get("severe", "")).strip().casefold() in _YES


def rule_from(stored: object) -> BatchAlarmRule:
    """The rule as the setting keeps it; what was never chosen or cannot be read is as by default."""
    standard = BatchAlarmRule()
    if not isinstance(stored, Mapping):
        return standard
    threshold, days = stored.get("threshold"), stored.get("days")
    return BatchAlarmRule(
        threshold if type(threshold) is int and threshold in THRESHOLDS else standard.threshold,
        days if type(days) is int and days in PERIODS else standard.days,
    )


def wrong_in(rule: BatchAlarmRule) -> str:
    """The field of a rule that cannot be, or ""."""
    if type(rule.threshold) is not int or rule.threshold not in THRESHOLDS:
        return "threshold"
    if type(rule.days) is not int or rule.days not in PERIODS:
        return "days"
    return ""


def read_since(now: datetime, rule: BatchAlarmRule) -> datetime:
    """How far back reports matter: an alarm stays for a period after the report that made it ring."""
    return now - timedelta(days=2 * rule.days)


def count_buyers(reports: Iterable[QualityReport]) -> int:
    """Distinct buyers: by id, and who is known by nick alone is the buyer of that nick if one is among them.

    A report that names nobody counts for nobody.
    """
    ids: set[int] = set()
    nicks_of_ids: set[str] = set()
    nicks: set[str] = set()
    for report in reports:
        nick = name_key(report.buyer_nick)
        if isinstance(report.buyer, int):
            ids.add(report.buyer)
            nicks_of_ids.add(nick)
        else:
            nicks.add(name_key(report.buyer) or nick)
    return len(ids) + len(nicks - nicks_of_ids - {""})


def group_reports(reports: Iterable[QualityReport]) -> Mapping[BatchKey, tuple[QualityReport, ...]]:
    """The reports by style and batch, oldest first."""
    groups: dict[BatchKey, list[QualityReport]] = defaultdict(list)
    for report in reports:
        groups[batch_key(report.style, report.batch)].append(report)
    return {key: tuple(sorted(group, key=_when)) for key, group in groups.items()}


def could_ring(reports: Sequence[QualityReport], rule: BatchAlarmRule) -> bool:
    """Whether a group may ring at some moment: all others need not be looked at again until there are new reports."""
    return any(report.severe for report in reports) or count_buyers(reports) >= rule.threshold


def ringing(
    reports: Sequence[QualityReport], rule: BatchAlarmRule, now: datetime
) -> tuple[QualityReport, ...]:  # fmt: skip
    """The reports of one group that make it ring, oldest first; none when it does not.

    It rings by `threshold` distinct buyers whose reports lie within `days` of each other, the newest of them not longer
    ago than that; by a severe one at once. Both ends of a period belong to it. Goods without a style cannot be told
    apart, so only a severe one rings for them.
    """
    period = timedelta(days=rule.days)
    since = now - period
    ordered = sorted((report for report in reports if report.reported_at <= now), key=_when)
    first: datetime | None = None
    for place, last in enumerate(ordered):
        if last.severe and (last.severe_at or last.reported_at) >= since:
            first = last.reported_at if first is None else min(first, last.reported_at)
        if last.reported_at < since or not name_key(last.style):
            continue
        window = [each for each in ordered[: place + 1] if each.reported_at >= last.reported_at - period]
        if count_buyers(window) >= rule.threshold:
            first = window[0].reported_at if first is None else min(first, window[0].reported_at)
            break
    if first is None:
        return ()
    return tuple(each for each in ordered if each.reported_at >= min(first, since))


def alarm_of(
    reports: Sequence[QualityReport], notices: Sequence[BatchNotice], rule: BatchAlarmRule, now: datetime
) -> BatchAlarm | None:  # fmt: skip
    """The alarm of one group with the notices about it, or None. It is open while what no notice covers rings alone."""
    rung = ringing(reports, rule, now)
    if not rung:
        return None
    newest = max(notices, key=lambda notice: (notice.covers_until, notice.id), default=None)
    uncovered = [report for report in reports if not _covered(report, notices)]
    shops = {report.shop_id for report in rung}
    named = max(rung, key=_when)
    return BatchAlarm(
        style=_shown(named.style), batch=_shown(named.batch), item=next((r.item for r in reversed(rung) if r.item), ""),
        shop_id=shops.pop() if len(shops) == 1 else None, reports=rung, buyers=count_buyers(rung),
        severe=any(report.severe for report in rung), first_at=rung[0].reported_at, last_at=named.reported_at,
        open=bool(ringing(uncovered, rule, now)), notice=newest,
    )  # fmt: skip


def list_alarms(
    groups: Mapping[BatchKey, Sequence[QualityReport]], notices: Iterable[BatchNotice], rule: BatchAlarmRule,
    now: datetime,
) -> tuple[BatchAlarm, ...]:  # fmt: skip
    """All alarms: open before answered, severe before others, those of most buyers first, then the newest."""
    told: dict[BatchKey, list[BatchNotice]] = defaultdict(list)
    for notice in notices:
        told[batch_key(notice.style, notice.batch)].append(notice)
    found = [alarm for key, group in groups.items() if (alarm := alarm_of(group, told.get(key, ()), rule, now))]
    return tuple(sorted(found, key=lambda a: (not a.open, not a.severe, -a.buyers, -a.last_at.timestamp(), a.style)))


def next_edge(
    groups: Iterable[Sequence[QualityReport]], rule: BatchAlarmRule, now: datetime
) -> datetime | None:  # fmt: skip
    """The next moment at which time alone changes what rings: a report comes to its hour, or leaves the period."""
    period = timedelta(days=rule.days)
    edges = [
        edge
        for group in groups
        for report in group
        for edge in (report.reported_at, report.reported_at + period, (report.severe_at or report.reported_at) + period)
        if edge > now
    ]
    return min(edges, default=None)


def _covered(report: QualityReport, notices: Sequence[BatchNotice]) -> bool:
    """Whether something was done since, for its shop or all; one found out to be severe later is new."""
    since = report.severe_at or report.reported_at if report.severe else report.reported_at
    shops = (None, report.shop_id)
    return any(since <= each.covers_until for each in notices if each.shop_id in shops or report.shop_id is None)


def _when(report: QualityReport) -> tuple[datetime, int]:
    return report.reported_at, report.entry_id


def _shown(text: str) -> str:
    """On one line, and never cut so that it would be another name."""
    return " ".join(text[:_NAME_SIGNS].split())
