"""What the hand-over sheet of a night and the list of a role's steps say on paper: groups of whole lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models.hand_over_records import HandOverItem, HandOverSheet
from models.kinds import PacketLanguage
from models.register_kinds import HandOverState
from models.role_step_records import RoleList, RoleStep
from models.rules.packet_parts import Words
from models.rules.sheet_phrases import SheetPhrases

_NIGHT = ("box", "text", "about", "left", "due", "state")
_NIGHT_SHARES = (0.045, 0.385, 0.16, 0.12, 0.09, 0.2)
_STEPS = ("due", "step", "about", "problem", "who")
_STEP_SHARES = (0.045, 0.125, 0.41, 0.19, 0.11, 0.12)
_OPEN, _DONE, _ON = "□", "✓", "→"


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """Lines under a title; every cell is a text."""

    title: str
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class DutySheet:
    """A sheet ready to be set: `shares` are the widths of its columns, together 1; `signed` stands under the last."""

    title: str
    span: str
    made: str
    sums: str
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    groups: tuple[DutyGroup, ...]
    signed: str
    foot: str
    phrases: SheetPhrases


def hand_over_sheet(
    sheet: HandOverSheet, due_at: datetime, *, shop: str, language: PacketLanguage, time_zone: str, now: datetime,
    person: str, words: Words,
) -> DutySheet:  # fmt: skip
    """The sheet of a morning: what is open of earlier ones, what is to be cleared, and what was, by whom and when."""
    phrases = SheetPhrases(language, time_zone)
    openly = [item for item in sheet.items if not item.cleared]
    cleared = [item for item in sheet.items if item.cleared]
    parts = (("night_older", sheet.older), ("night_open", openly), ("night_cleared", cleared))
    groups = [
        DutyGroup(phrases.say(key, count=len(some)), tuple(_night_line(each, sheet.morning, phrases) for each in some))
        for key, some in parts if some
    ]  # fmt: skip
    sums = [
        phrases.say("night_sum", count=len(sheet.items)), phrases.say("night_sum_open", count=len(openly)),
        phrases.say("night_sum_older", count=len(sheet.older)) if sheet.older else "",
        phrases.say("night_due", at=f"{phrases.at(due_at)}"), phrases.say("duty_shop", name=shop) if shop else "",
    ]  # fmt: skip
    return DutySheet(
        title=phrases.say("night"), span=_day("night_of", sheet.morning, phrases), made=_made(phrases, now, person),
        sums=" · ".join(part for part in sums if part),
        heads=tuple(phrases.stacked(f"night_col_{key}") for key in _NIGHT), shares=_NIGHT_SHARES,
        groups=tuple(groups), signed=phrases.say("night_signed"), foot=phrases.say("duty_private"), phrases=phrases,
    )  # fmt: skip


def _leading(phrases: SheetPhrases) -> SheetPhrases:
    """What stands around somebody's own words is said once, in the language that leads."""
    return SheetPhrases(PacketLanguage.EN if phrases.first == "en" else PacketLanguage.ZH, phrases.time_zone)


def _night_line(item: HandOverItem, morning: date, phrases: SheetPhrases) -> tuple[str, ...]:
    phrases = _leading(phrases)
    mark = {HandOverState.DONE: _DONE, HandOverState.PASSED_ON: _ON}.get(item.state, _OPEN)
    said = [item.text]
    for each in item.passed:
        who = each.passed_by or phrases.say("night_somebody")
        key = "night_came_why" if each.note else "night_came"
        said.append(phrases.say(key, day=f"{each.morning:%m-%d}", person=who, note=each.note))
    if item.note:
        said.append(phrases.say("night_note", text=item.note))
    due = phrases.short(item.due_at) if item.morning != morning else phrases.at(item.due_at)[-5:]
    left = "\n".join(part for part in (item.left_by, phrases.short(item.left_at)) if part)
    return (mark, "\n".join(said), "\n".join(part for part in (item.case_number, item.buyer_nick) if part) or "—", left,
            due, "\n".join(_story(item, phrases)))  # fmt: skip


def _story(item: HandOverItem, phrases: SheetPhrases) -> list[str]:
    """Who took it when, and who cleared it how."""
    nobody, found = phrases.say("night_somebody"), []
    if item.taken_at is not None:
        found.append(phrases.say("night_taken", person=item.taken_by or nobody, at=phrases.short(item.taken_at)))
    if item.done_at is not None and item.cleared:
        key = "night_done" if item.state is HandOverState.DONE else "night_passed"
        found.append(phrases.say(key, person=item.done_by or nobody, at=phrases.short(item.done_at)))
    return found


def step_list_sheet(
    found: RoleList, today_ends: datetime, *, shop: str, language: PacketLanguage, time_zone: str, now: datetime,
    person: str, words: Words,
) -> DutySheet:  # fmt: skip
    """The open steps of a role: those that are late, due before `today_ends`, due later, without a time."""
    phrases = SheetPhrases(language, time_zone)
    late = [each for each in found.steps if each.late(now)]
    dated = [(each, each.step.due_at) for each in found.steps if each.step.due_at is not None and not each.late(now)]
    today = [each for each, due in dated if due < today_ends]
    later = [each for each, due in dated if due >= today_ends]
    undated = [each for each in found.steps if each.step.due_at is None]
    parts = (("late", late), ("today", today), ("later", later), ("undated", undated))
    groups = [
        DutyGroup(
            phrases.say(f"steps_{key}", count=len(steps)), tuple(_step_line(each, phrases, words) for each in steps)
        )
        for key, steps in parts if steps
    ]  # fmt: skip
    sums = [phrases.say("steps_sum", count=len(found.steps))]
    sums += [
        phrases.say(f"steps_sum_{key}", count=len(steps)) for key, steps in parts if steps and key != "later"
    ]  # fmt: skip
    if shop:
        sums.append(phrases.say("duty_shop", name=shop))
    return DutySheet(
        title=f"{phrases.say('steps_of')}　{phrases.word(words, found.role)}", span=phrases.day(now),
        made=_made(phrases, now, person), sums=" · ".join(sums),
        heads=("", *(phrases.stacked(f"steps_col_{key}") for key in _STEPS)), shares=_STEP_SHARES,
        groups=tuple(groups), signed="", foot=phrases.say("duty_private"), phrases=phrases,
    )  # fmt: skip


def _step_line(each: RoleStep, phrases: SheetPhrases, words: Words) -> tuple[str, ...]:
    step, own = each.step, _leading(phrases)
    said = [phrases.pick(step.title_zh, step.title_en)]
    if each.missing:
        names = [own.pick(other.title_zh, other.title_en) for other in each.missing]
        between = "、" if phrases.first == "zh" else ", "
        said.append(own.say("steps_waits", names=between.join(names)))
    if each.holding:
        names = [own.pick(other.title_zh, other.title_en) for other in each.holding]
        said.append(own.say("steps_holds", names=("、" if own.first == "zh" else ", ").join(names)))
    if step.note:
        said.append(own.say("night_note", text=step.note))
    who = own.say("steps_left", person=each.person) if each.gone else each.person
    return (
        _OPEN, phrases.short(step.due_at) if step.due_at is not None else "—", "\n".join(said),
        "\n".join(part for part in (each.case_number, each.buyer_nick) if part),
        phrases.word(words, each.problem).replace(" / ", "\n"), who or "—",
    )  # fmt: skip


def _made(phrases: SheetPhrases, now: datetime, person: str) -> str:
    at = phrases.at(now)
    return phrases.say("duty_made", person=person, at=at) if person else phrases.say("duty_made_plain", at=at)


def _day(key: str, day: date, phrases: SheetPhrases) -> str:
    """A phrase with a day, its weekday in the language of the phrase."""
    each = [SheetPhrases(language, phrases.time_zone) for language in (PacketLanguage.ZH, PacketLanguage.EN)]
    texts: Sequence[str] = [
        one.say(key, day=day.isoformat(), weekday=one.say(f"weekday_{day.weekday()}")) for one in each
    ]
    return phrases.pick(texts[0], texts[1])
