"""Batch alarms: the worked cases of the shop's handbooks, and many others of the kind."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models.batch_records import BatchAlarm, BatchAlarmRule, BatchNotice, QualityReport
from models.rules.batch_alarm import group_reports, list_alarms, name_key, rule_from, wrong_in

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
Told = tuple[object, ...]


def reports(rows: Sequence[Told]) -> tuple[QualityReport, ...]:
    """Rows of (buyer, style, batch, days ago), and behind them in any order "severe", a nick with @, a shop with #."""
    found = []
    for number, (buyer, style, batch, ago, *more) in enumerate(rows, 1):
        assert isinstance(buyer, int | str)
        assert isinstance(style, str)
        assert isinstance(batch, str)
        assert isinstance(ago, int | float)
        nick = next(
            (str(each)[1:] for each in more if str(each).startswith("@")), buyer if isinstance(buyer, str) else ""
        )
        shop = next((int(str(each)[1:]) for each in more if str(each).startswith("#")), 1)
        late = next((float(str(each)[1:]) for each in more if str(each).startswith("!")), None)
        found.append(
            QualityReport(
                entry_id=number, case_id=number, case_number=f"A2611-{number:04d}", buyer=buyer, buyer_nick=nick,
                style=style, batch=batch, item="", reported_at=NOW - timedelta(days=ago),
                severe="severe" in more or late is not None, shop_id=shop,
                severe_at=NOW - timedelta(days=late) if late is not None else None,
            )
        )  # fmt: skip
    return tuple(found)


def notice(ago: float, *, shop: int | None = None, style: str = "A100", batch: str = "B7") -> BatchNotice:
    """What was done about A100 B7 so many days ago."""
    at = NOW - timedelta(days=ago)
    return BatchNotice(1, shop, style, batch, at, 2, False, at, "小满", True, True)


def alarms(rows: Sequence[Told], notices: Sequence[BatchNotice] = (), **rule: int) -> tuple[BatchAlarm, ...]:
    return list_alarms(group_reports(reports(rows)), notices, BatchAlarmRule(**rule), NOW)


def test_the_worked_cases_ring(shared: Path) -> None:
    """S43 and its kin, as the handbooks tell them: so many distinct buyers on one style and batch, or a severe one."""
    cases = json.loads((shared / "rules" / "worked_cases.json").read_text("utf-8"))["cases"]
    kin = [case for case in cases if case["facts"].get("case_type") == "quality_batch"]
    assert len(kin) >= 2
    for case in kin:
        facts = case["facts"]
        rows = [(buyer, facts["sku"], facts["batch"], buyer, *(("severe",) if facts.get("severe") else ()))
                for buyer in range(1, facts["distinct_customers"] + 1)]  # fmt: skip
        found = alarms(rows, threshold=facts["threshold"])
        assert bool(found) is case["expected"]["alarm"], case["id"]
        assert not found or found[0].severe is bool(facts.get("severe")), case["id"]


@dataclass(frozen=True)
class Batch:
    """What is reported; how many alarms are open, how many are answered; the buyers of the first."""

    rows: tuple[Told, ...]
    open: int
    answered: int = 0
    buyers: int | None = None
    threshold: int = 2
    days: int = 30
    notices: tuple[BatchNotice, ...] = ()


B = "B7"
CASES = {
    "nothing reported": Batch((), 0),
    "one buyer is not several": Batch(((1, "A100", B, 1),), 0),
    "two buyers are": Batch(((1, "A100", B, 1), (2, "A100", B, 2)), 1, buyers=2),
    "the same buyer twice is one": Batch(((1, "A100", B, 1), (1, "A100", B, 2)), 0),
    "by id and by nick it is the same buyer": Batch(((1, "A100", B, 1, "@小雨"), ("小雨", "A100", B, 2)), 0),
    "the nick in other width and case too": Batch(((1, "A100", B, 1, "@Tb88"), ("ＴＢ８８", "A100", B, 2)), 0),
    "two nicks are two buyers": Batch((("小雨", "A100", B, 1), ("大圣", "A100", B, 2)), 1, buyers=2),
    "two ids with one nick are two buyers": Batch(((1, "A100", B, 1, "@x"), (2, "A100", B, 2, "@x")), 1, buyers=2),
    "who is not named counts for nobody": Batch((("", "A100", B, 1), ("", "A100", B, 2), (3, "A100", B, 3)), 0),
    "other batches do not add": Batch(((1, "A100", "B7", 1), (2, "A100", "B8", 2)), 0),
    "other styles do not add": Batch(((1, "A100", B, 1), (2, "A101", B, 2)), 0),
    "full-width letters are the same": Batch(((1, "Ａ１００", "Ｂ７", 1), (2, "a100", "b7", 2)), 1, buyers=2),
    "blanks do not tell apart": Batch(((1, " A 100", "B7 ", 1), (2, "A100\u3000", "B\u200b7", 2)), 1),
    "no batch noted is a group of its own": Batch(((1, "A100", "", 1), (2, "A100", " ", 2), (3, "A100", B, 3)), 1, buyers=2),
    "without a batch one buyer is one": Batch(((1, "A100", "", 1), (2, "A100", B, 2)), 0),
    "goods without a style cannot be told apart": Batch(((1, "", "", 1), (2, "", "", 2), (3, "", "", 3)), 0),
    "but a severe fault of theirs rings": Batch(((1, "", "", 1, "severe"),), 1, buyers=1),
    "severe rings at once": Batch(((1, "A100", B, 0, "severe"),), 1, buyers=1),
    "severe of nobody known rings": Batch((("", "A100", B, 0, "severe"),), 1, buyers=0),
    "severe longer ago than the period is past": Batch(((1, "A100", B, 30.01, "severe"),), 0),
    "found severe yesterday, reported long ago": Batch(((1, "A100", B, 50, "!1"),), 1),
    "both ends of the period belong to it": Batch(((1, "A100", B, 30), (2, "A100", B, 0)), 1, buyers=2),
    "a moment more does not": Batch(((1, "A100", B, 30.001), (2, "A100", B, 0)), 0),
    "an alarm stays for a period after it rang": Batch(((1, "A100", B, 49), (2, "A100", B, 29)), 1),
    "and not longer": Batch(((1, "A100", B, 49), (2, "A100", B, 30.001)), 0),
    "a report of the future waits": Batch(((1, "A100", B, -1), (2, "A100", B, 1)), 0),
    "a threshold of one": Batch(((1, "A100", B, 1),), 1, threshold=1),
    "a threshold of three": Batch(((1, "A100", B, 1), (2, "A100", B, 2)), 0, threshold=3),
    "three of three": Batch(((1, "A100", B, 1), (2, "A100", B, 2), (3, "A100", B, 3)), 1, buyers=3, threshold=3),
    "a period of one day": Batch(((1, "A100", B, 1), (2, "A100", B, 0)), 1, days=1),
    "two shops of one batch are one alarm": Batch(((1, "A100", B, 1, "#1"), (2, "A100", B, 2, "#2")), 1),
    "two batches, two alarms": Batch(
        ((1, "A100", "B7", 1), (2, "A100", "B7", 2), (1, "A100", "B8", 1), (2, "A100", "B8", 2)), 2
    ),
    "done is done": Batch(((1, "A100", B, 3), (2, "A100", B, 4)), 0, 1, notices=(notice(2),)),
    "done at that very moment": Batch(((1, "A100", B, 3), (2, "A100", B, 2)), 0, 1, notices=(notice(2),)),
    "one new report after it is not enough": Batch(
        ((1, "A100", B, 3), (2, "A100", B, 4), (3, "A100", B, 1)), 0, 1, buyers=3, notices=(notice(2),)
    ),
    "two new ones are": Batch(
        ((1, "A100", B, 3), (2, "A100", B, 4), (3, "A100", B, 1), (4, "A100", B, 1)), 1, buyers=4, notices=(notice(2),)
    ),
    "the same new buyer twice is not": Batch(
        ((1, "A100", B, 3), (2, "A100", B, 4), (3, "A100", B, 1), (3, "A100", B, 0)), 0, 1, notices=(notice(2),)
    ),
    "a new severe one is": Batch(
        ((1, "A100", B, 3), (2, "A100", B, 4), (3, "A100", B, 1, "severe")), 1, notices=(notice(2),)
    ),
    "an old one found severe since is": Batch(
        ((1, "A100", B, 3, "!1"), (2, "A100", B, 4)), 1, notices=(notice(2),)
    ),
    "an old severe one that was answered is not": Batch(((1, "A100", B, 3, "severe"),), 0, 1, notices=(notice(2),)),
    "what was done about another batch does not count": Batch(
        ((1, "A100", B, 3), (2, "A100", B, 4)), 1, notices=(notice(2, batch="B8"),)
    ),
    "however it was written": Batch(
        ((1, "A100", B, 3), (2, "A100", B, 4)), 0, 1, notices=(notice(2, style="ａ 100", batch="b7"),)
    ),
    "what one shop did is not done for the other": Batch(
        ((1, "A100", B, 3, "#2"), (2, "A100", B, 4, "#2")), 1, notices=(notice(2, shop=1),)
    ),
    "what all did is": Batch(((1, "A100", B, 3, "#2"), (2, "A100", B, 4, "#1")), 0, 1, notices=(notice(2),)),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_batches_ring_as_they_should(name: str) -> None:
    case = CASES[name]
    found = alarms(case.rows, case.notices, threshold=case.threshold, days=case.days)
    assert [sum(1 for each in found if each.open is state) for state in (True, False)] == [case.open, case.answered]
    if case.buyers is not None:
        assert found[0].buyers == case.buyers
    for each in found:
        assert each.first_at <= each.last_at
        assert len(each.reports) >= 1


def test_open_and_severe_alarms_stand_first() -> None:
    rows = ((1, "A", B, 3), (2, "A", B, 4), (3, "C", B, 1, "severe"), (1, "D", B, 1), (2, "D", B, 1), (3, "D", B, 1))
    found = alarms(rows, (notice(2, style="A"),))
    assert [(each.style, each.open) for each in found] == [("C", True), ("D", True), ("A", False)]


def test_names_of_any_kind_are_compared_without_harm() -> None:
    assert name_key("Ⅷ\u202e b\u0000\ud800" + "x" * 100_000) == "viiib" + "x" * (4_000 - 6)
    found = alarms(((1, "A" * 100_000, "\u202e", 1), (2, "a" * 100_000, "", 1)))
    assert found[0].batch == "\u202e" or found[0].batch == ""
    # What an alarm is called leads back to it.
    assert name_key(found[0].style) == name_key("A" * 100_000)


@pytest.mark.parametrize("stored", [None, [], "x", {"threshold": "2", "days": True}, {"threshold": 0, "days": 10**9}])
def test_a_rule_that_cannot_be_read_is_the_usual_one(stored: object) -> None:
    assert rule_from(stored) == BatchAlarmRule(2, 30)
    assert rule_from({"threshold": 3, "days": 7}) == BatchAlarmRule(3, 7)
    assert [wrong_in(BatchAlarmRule(*each)) for each in ((0, 30), (2, 366), (100, 365))] == ["threshold", "days", ""]
