"""What an evaluation of today says otherwise than the resolution in force, in words."""

from __future__ import annotations

import re
from datetime import datetime

from desktop.services.resolution_difference import Difference, Said
from models.kinds import Liability
from models.money import Money
from models.rules.pack_parts import Text
from ui import format as shown
from ui.i18n import language, translator
from ui.resolution.wizard_state import WizardState
from ui.resolution.wording import pick, shop_zone
from ui.words import word

tr = translator("resolution")
_PARTY = re.compile(r"\b(" + "|".join(party.value for party in Liability) + r")\b")


def difference_text(difference: Difference, now: datetime, state: WizardState) -> str:
    """`责任：商家 → 承运`; what came or went says so."""
    name = {
        "remedy": tr("Remedy"), "liability": tr("Liability"), "refund": tr("Refund"), "true_cost": tr("True cost"),
    }.get(difference.aspect, pick(difference.name))  # fmt: skip
    if difference.aspect == "packs":
        return tr("Rules: %1", _packs(str(difference.before or ""), str(difference.now or ""), state))
    colon = "：" if language() == "zh" else ": "
    if difference.aspect in ("step", "register", "evidence", "exposure", "clock"):
        if difference.before is None:
            return tr("new: %1", f"{name}{colon}{_said(difference.now, now, state)}")
        if difference.now is None:
            return tr("no longer: %1", f"{name}{colon}{_said(difference.before, now, state)}")
    return f"{name}{colon}{_said(difference.before, now, state)} → {_said(difference.now, now, state)}"


def packs_text(packs: str, state: WizardState) -> str:
    """`店铺售后手册 1.0.0、…`: the packs a resolution names, by their titles."""
    joint = "、" if language() == "zh" else ", "
    return joint.join(f"{_title(name, state)} {version}" for name, version in _versions(packs).items())


def _title(name: str, state: WizardState) -> str:
    return next((pick(pack.title) for pack in state.walk.packs if pack.id == name), name)


def _packs(before: str, now: str, state: WizardState) -> str:
    """Only the packs that differ, with both versions."""
    old, new = _versions(before), _versions(now)
    parts = []
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            parts.append(f"{_title(name, state)} {old.get(name, shown.NOTHING)} → {new.get(name, shown.NOTHING)}")
    return ("；" if language() == "zh" else "; ").join(parts)


def _versions(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in text.split(","):
        name, _, version = part.strip().rpartition(" ")
        if name:
            found[name] = version
    return found


def _said(value: Said, now: datetime, state: WizardState) -> str:
    if isinstance(value, Text):
        return pick(value)
    if isinstance(value, Liability):
        return word(value)
    if isinstance(value, Money):
        return shown.money(value)
    if isinstance(value, datetime):
        return shown.day_and_time(value, now, language(), shop_zone(state.walk.page.shop.time_zone))
    if isinstance(value, str):
        return _PARTY.sub(lambda found: word(Liability(found[1])), value)
    return shown.NOTHING
