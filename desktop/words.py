"""The shop's words in Chinese and English, as data: names of kinds, and sentences for what happened."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from desktop.platform.resources import resource
from models import call_kinds, kinds, register_kinds
from models.call_back_records import Satisfaction
from models.records import HistoryEvent

_KINDS: Mapping[str, type[StrEnum]] = {
    "platform": kinds.Platform, "status": kinds.OrderStatus, "state": kinds.CaseState, "was": kinds.CaseState,
    "waiting_on": kinds.WaitingOn, "problem": kinds.Problem, "demand": kinds.Demand, "liability": kinds.Liability,
    "remedy": kinds.Remedy, "media": kinds.MediaKind, "source": kinds.EvidenceSource, "outcome": kinds.CallOutcome,
    "register": kinds.RegisterKind, "flag": kinds.Flag, "tier": kinds.Tier, "integrity": kinds.Integrity,
    "temperament": kinds.Temperament, "consent": kinds.Consent, "role": kinds.Role, "was_role": kinds.Role,
    "call_kind": call_kinds.CallBackKind, "felt": Satisfaction, "was_felt": Satisfaction,
    "channel": call_kinds.Channel, "was_channel": call_kinds.Channel, "was_tier": kinds.Tier,
    "snooze_event": kinds.SnoozeEvent, "dispute_outcome": kinds.DisputeOutcome,
    "sheet": kinds.SheetKind, "condition": register_kinds.Condition, "register_state": register_kinds.RegisterState,
    "verdict_of_review": register_kinds.ReviewVerdict, "why_back": register_kinds.UndeliverableReason,
    "paid_kind": register_kinds.PaidKind,
    "link": kinds.LinkKind, "way": kinds.ParcelWay, "buyer_flag": kinds.BuyerFlag, "verdict": kinds.WeightVerdict,
}  # fmt: skip


def language_code(language: str) -> str:
    """`zh` for every Chinese, `en` for everything else."""
    return "zh" if language.lower().startswith("zh") else "en"


@cache
def _table(name: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = json.loads(resource("words", f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def word(member: StrEnum, language: str) -> str:
    """The word for a member of a closed list; KeyError if resources/words lacks it."""
    text: str = _table("kinds")[_snake(type(member).__name__)][member.value][language_code(language)]
    return text


def register_column(key: str, language: str) -> str:
    """The title of a column of a register; KeyError if resources/words/register_columns.json lacks it."""
    title: str = _table("register_columns")[key][language_code(language)]
    return title


def sentence(event: HistoryEvent, language: str) -> str:
    """What happened, as a person would say it."""
    return phrase(event.action, event.details, language)


def phrase(code: str, values: Mapping[str, object], language: str) -> str:
    """The sentence of an action code with its values; values that are words of a kind are put into the language."""
    entry = _table("events").get(code)
    return code if entry is None else _filled(entry[language_code(language)], values, language)


def action_name(code: str, values: Mapping[str, object], language: str) -> str:
    """What an action does, as it stands behind "Undo: "; the sentence of the code where it has no name of its own."""
    named = _table("events").get(code, {}).get("name")
    if named is None:
        return phrase(code, values, language)
    return _filled(named[language_code(language)], values, language)


def action_sentence(code: str, values: Mapping[str, object], language: str) -> str:
    """What was just done, from the values of its action; its name where they do not tell all its sentence says."""
    entry = _table("events").get(code)
    if entry is None or entry.get("name") is None:
        return phrase(code, values, language)
    wanted = re.findall(r"\{(\w+)", entry[language_code(language)])
    told = all(name in values for name in wanted)
    return (phrase if told else action_name)(code, values, language)


def _filled(text: str, values: Mapping[str, object], language: str) -> str:
    """With `{name}` for a value and `{count:case|cases}` for a number before its noun."""

    def fill(match: re.Match[str]) -> str:
        name, value = match[1], values.get(match[1], "")
        if name == "code":
            # What was undone or redone is itself an action.
            return action_name(str(value), values, language)
        said = _spoken(name, value, language)
        return said if match[2] is None else f"{said} {match[2] if said == '1' else match[3]}"

    return re.sub(r"\{(\w+)(?::(\w+)\|(\w+))?\}", fill, text)


@cache
def _evidence_words() -> Mapping[str, Mapping[str, str]]:
    """The names of the kinds of evidence that packs ask for; tags are their ids."""
    pack = json.loads(resource("packs", "base.json").read_text(encoding="utf-8"))
    return {name: spec["label"] for name, spec in pack["evidence"].items()}


def evidence_word(tag: str, language: str) -> str:
    """The word for a tag of evidence: that of the need it fills, or the tag as somebody typed it."""
    label = _evidence_words().get(tag, {})
    return label.get(language_code(language)) or label.get("zh") or tag


def timeout_sentence(code: str, language: str) -> str:
    """What happens when a clock runs out: the sentence of a pack's word, or the words of somebody who entered it."""
    known = _table("timeouts").get(code) or _table("timeouts").get(code.partition(":")[0])
    return known[language_code(language)] if known else code


def proof_phrase(code: str, values: Mapping[str, object], language: str) -> str:
    """What checking a packet found, by its code; the values stand as they are."""
    entry = _table("proof")[code]
    text: str = entry[language_code(language)]

    def fill(match: re.Match[str]) -> str:
        said = str(values.get(match[1], ""))
        return said if match[2] is None else f"{said} {match[2] if said == '1' else match[3]}"

    return re.sub(r"\{(\w+)(?::(\w+)\|(\w+))?\}", fill, text)


def advice(name: str, language: str) -> str:
    """A ready paragraph for the buyer, such as how to send something back."""
    text: str = _table("advice")[name][language_code(language)]
    return text


def receiving_text(name: str, values: Mapping[str, str], language: str) -> str:
    """A part of what the buyer and the platform's remark are told of a parcel sent again; the values as they are."""
    text: str = _table("receiving")[name][language_code(language)]
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], ""), text)


def _spoken(name: str, value: object, language: str) -> str:
    if name == "tag" and isinstance(value, str):
        return evidence_word(value, language)
    kind = _KINDS.get(name)
    if kind is not None and isinstance(value, str) and value in kind._value2member_map_:
        return word(kind(value), language)
    if isinstance(value, Mapping):
        return str(value.get(language_code(language), ""))
    return "" if value is None else str(value)


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
