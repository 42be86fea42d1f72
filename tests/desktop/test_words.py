"""The words of data: every time-out of the packs has a sentence, every event that is recorded one in both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from desktop.words import action_name, action_sentence, advice, phrase, timeout_sentence

ROOT = Path(__file__).resolve().parents[2]
PACKS = ROOT / "resources" / "packs"


def timeouts() -> set[str]:
    """The words that packs use for what silence does."""
    found: set[str] = set()
    for path in PACKS.glob("*.json"):
        found |= set(re.findall(r'"on_timeout":\s*"([^"]+)"', path.read_text("utf-8")))
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_time_out_of_the_packs_has_a_sentence(language: str) -> None:
    words = timeouts()
    assert {"auto_refund", "auto_agree", "request_closed"} <= words
    assert [word for word in sorted(words) if timeout_sentence(word, language) == word] == []


def test_what_somebody_typed_stays_as_typed() -> None:
    assert timeout_sentence("款项冻结 180 天", "en") == "款项冻结 180 天"
    assert timeout_sentence("judge_on_file: something new", "zh") == "平台按现有材料判定"


def test_steps_and_clocks_say_what_happened_in_both_languages() -> None:
    recorded: set[str] = set()
    for name in ("clocks", "clock_writing", "steps"):
        source = (ROOT / "desktop" / "services" / f"{name}.py").read_text("utf-8")
        recorded |= set(re.findall(r'"((?:clocks?|step)_[a-z]+(?:_[a-z]+)*)"', source))
    events = json.loads((ROOT / "resources" / "words" / "events.json").read_text("utf-8"))
    errors = {"step_blocked", "step_undecided", "clock_due_past", "clock_due_far", "clock_warn_too_early",
              "clock_not_entered", "clock_move_refused"}  # fmt: skip
    assert recorded - errors - set(events) == set()
    for code in recorded - errors:
        assert phrase(code, {}, "zh") != phrase(code, {}, "en")


def test_an_action_reads_well_behind_undo() -> None:
    events = json.loads((ROOT / "resources" / "words" / "events.json").read_text("utf-8"))
    values = {"count": 3, "person": "Hejie"}
    assert action_name("cases_assigned", values, "en") == "hand 3 cases to Hejie"
    assert phrase("cases_assigned", values | {"count": 1}, "en") == "1 case handed to Hejie"
    assert phrase("undone", values | {"code": "cases_assigned"}, "zh") == "撤销：把 3 张售后单转给 Hejie"
    for code, entry in events.items():
        if "name" in entry:
            # An order, not a report: neither "done" nor a capital after the colon.
            assert "已" not in entry["name"]["zh"][:1], code
            assert "了" not in entry["name"]["zh"], code
            assert entry["name"]["en"][:1] in "{" + "abcdefghijklmnopqrstuvwxyz", code


def test_advice_is_there_in_both_languages() -> None:
    assert advice("return", "zh") != advice("return", "en")


def test_what_was_just_done_is_named_where_its_action_does_not_tell_all_of_it() -> None:
    whole = {"case": "A2611-0006", "day": "2026-11-20"}
    assert action_sentence("claim_handed_in", whole, "zh") == "A2611-0006 的理赔已于 2026-11-20 提交快递"
    assert action_sentence("claim_handed_in", {"case": "A2611-0006"}, "zh") == "提交 A2611-0006 的理赔"
