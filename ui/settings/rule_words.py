"""The words of Settings → Rules: how sure a source is, what a change would do, why a pack file is refused."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import Literal

from desktop.services.rule_effects import CaseEffect, EffectChange, EffectReport
from desktop.services.rules import RulePack
from models.kinds import Liability
from models.money import Money
from models.rules.citations import locator_in
from models.rules.pack_checks import PackProblem
from models.rules.pack_parts import Text
from models.rules.packs import Pack
from models.rules.parties import liability_of
from models.rules.rule_phrases import coded, number_text
from models.rules.rule_reading import ReadNumber, ReadSource
from models.store.own_rules import NumberChange
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.settings.setting_words import layer_word
from ui.theme import State
from ui.words import word

tr = translator("settings")
Notice = Literal["due", "waiting", "new"]
LAYER_ICONS = {"law": "scale", "platform": "store", "payment": "banknote", "shop": "notebook-tabs"}


def said(text: Text | None) -> str:
    """A text of the packs in the window's language."""
    return text.pick(language()) if text is not None else ""


def confidence_word(source: ReadSource) -> tuple[str, State | None]:
    """How sure a source is, and the colour of it."""
    found: dict[str, tuple[str, State | None]] = {
        "verbatim": (tr("read in the rule itself"), None),
        "secondary": (tr("second hand"), "waiting"),
        "general_knowledge": (tr("general knowledge"), "waiting"),
        "shop_policy": (tr("the shop's own rule"), None),
        "uncertain": (tr("uncertain: verify first"), "due"),
    }
    return found.get(source.confidence, (source.confidence.replace("_", " "), None))


def source_line(source: ReadSource, *, titled: bool = True) -> str:
    """Where it stands, of when it is, and until when it was to be looked at again."""
    parts = [source.said(language()) if titled else locator_in(source.locator, language())]
    if source.version_date:
        parts.append(tr("version of %1", source.version_date))
    if source.review_by:
        parts.append(tr("review by %1", source.review_by))
    return " · ".join(part for part in parts if part)


def pack_chips(each: RulePack) -> list[tuple[str, State | None]]:
    """What to know about a pack at a glance, the most urgent first."""
    found: list[tuple[str, State | None]] = []
    missing = sum(number.missing for number in each.read.numbers)
    unsure = len(to_verify(each))
    if each.read.past_review:
        found.append((tr("past review"), "overdue"))
    if not each.in_force:
        found.append((tr("not in force"), "waiting"))
    if missing:
        found.append((tr("%n missing", n=missing), "due"))
    if unsure:
        found.append((tr("%n to verify", n=unsure), "due"))
    if each.own is not None:
        found.append((tr("your own"), "new"))
    return found


def to_verify(each: RulePack) -> list[ReadNumber]:
    """Numbers of uncertain sources that are filled in and that nobody of the shop has confirmed."""
    return [n for n in each.read.numbers if n.source.unsure and not n.missing and each.yours(n.id) is None]


def pack_facts(each: RulePack) -> str:
    """Version, life and scope of a pack in one line."""
    pack = each.pack
    until = tr("to %1", pack.effective_to.isoformat()) if pack.effective_to else ""
    life = " ".join(part for part in (tr("in force from %1", pack.effective_from.isoformat()), until) if part)
    parts = [layer_word(pack.layer), tr("version %1", pack.version), life, said(coded(pack.applies_by))]
    if pack.review_by:
        parts.append(tr("review by %1", pack.review_by.isoformat()))
    parts.append(tr("%n example of its own", n=each.read.tests))
    return " · ".join(parts)


def pack_scope(pack: Pack) -> str:
    """For which platforms and countries a pack is."""
    joint = "、" if language() == "zh" else ", "
    platforms = joint.join(_platform(name) for name in pack.platforms) or tr("every platform")
    countries = pack.countries[:6]
    more = " …" if len(pack.countries) > len(countries) else ""
    where = joint.join(countries) + more if countries else tr("every country")
    return tr("For %1; %2", platforms, where)


def _platform(name: str) -> str:
    from models.kinds import Platform

    return word(Platform(name)) if name in {each.value for each in Platform} else name


def yours_line(number: ReadNumber, change: NumberChange, now: datetime, zone: tzinfo) -> str:
    """What the shop has set instead of the pack's value, since when, by whom and why."""
    since = shown.day(change.changed_at, now, language(), zone)
    who = isolate(change.changed_by) if change.changed_by else ""
    if number.value == number.pack_value:
        return tr("Confirmed as %1 on %2 %3: %4", said(number.shown), since, who, one_line(change.note))
    return tr(
        "Yours: %1 instead of %2, since %3 %4: %5",
        said(number.shown), said(number.pack_shown), since, who, one_line(change.note),
    )  # fmt: skip


def value_text(number: ReadNumber, value: str | None) -> str:
    """A value of a number as it is kept, with its unit; the pack's own for None."""
    if value is None:
        return said(number.pack_shown)
    return said(number_text(Decimal(value), number.kind, number.unit, number.currency, share=number.share))


def change_line(number: ReadNumber | None, change: NumberChange, before: NumberChange | None) -> str:
    """`Late rate: 30 % → 35 %`; a number the pack has no more by its name."""
    if number is None:
        return tr("%1: %2", change.name, change.value or tr("back to the pack's number"))
    was, now = value_text(number, before.value if before is not None else None), value_text(number, change.value)
    line = tr("%1: %2 → %3", said(number.label), was, now)
    return line if change.value is not None else tr("%1 (%2)", line, tr("back to the pack's number"))


def party_word(code: str) -> str:
    """Who is liable in the domain's words; empty where the rule leaves it to other packs."""
    if not code:
        return ""
    found: Liability | None = liability_of(code)
    return word(found) if found is not None else said(coded(code))


_PARTS = ("remedies", "steps", "evidence", "clocks", "amounts", "registers", "exposures", "warnings")


def part_titles() -> dict[str, str]:
    """The headings of a rule's parts, in order."""
    words = (
        tr("Remedies in order"), tr("Steps"), tr("Evidence"), tr("Clocks"), tr("Amounts"), tr("Registers"),
        tr("If it goes wrong"), tr("Warnings"),
    )  # fmt: skip
    return dict(zip(_PARTS, words, strict=True))


def effect_value(value: object, now: datetime, zone: tzinfo) -> str:
    """A value of an effect."""
    if value is None:
        return shown.NOTHING
    if isinstance(value, Money):
        return shown.money(value)
    if isinstance(value, datetime):
        return shown.day_and_time(value, now, language(), zone)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Text):
        return said(value)
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def effect_line(change: EffectChange, now: datetime, zone: tzinfo) -> str:
    """`New parcel sent: today 09:42 → tomorrow 09:42`."""
    before, after = (effect_value(value, now, zone) for value in (change.before, change.after))
    name = said(change.name)
    words = {
        "outcome": tr("Outcome"), "remedy": tr("Remedy"), "evidence": tr("Evidence"),
        "refund": tr("Refund (%1)", name), "compensation": tr("Compensation (%1)", name),
        "true_cost": tr("True cost (%1)", name), "points": tr("Points (%1)", name),
    }  # fmt: skip
    return tr("%1: %2 → %3", words.get(change.aspect, name), before, after)


def effect_lines(effect: CaseEffect, now: datetime, zone: tzinfo, most: int = 3) -> str:
    """The first few changes of a case and how many more there are."""
    lines = [effect_line(change, now, zone) for change in effect.changes[:most]]
    if len(effect.changes) > most:
        lines.append(tr("%n more", n=len(effect.changes) - most))
    return ("；" if language() == "zh" else "; ").join(lines)


def report_line(report: EffectReport) -> str:
    """What was looked at and what was found."""
    parts = [
        tr("%n open case would differ.", n=len(report.cases)),
        tr("Looked at %1 of %2 open cases; this pack counts for %3.", report.looked, report.open, report.concerned),
    ]
    if report.cases:
        parts.append(tr("Nothing is changed yet; running clocks stay until a case is decided or counted anew."))
    if report.more:
        parts.append(tr("The older ones were left out."))
    if report.failed:
        parts.append(tr("%n could not be evaluated.", n=report.failed))
    return (" " if language() != "zh" else "").join(parts)


def notice_word(code: str) -> tuple[str, Notice]:
    """What to know before a pack is taken in."""
    found: dict[str, tuple[str, Notice]] = {
        "new": (tr("New: no pack of this name is here yet."), "new"),
        "same": (tr("The same rules are here already; only numbers would be taken over."), "waiting"),
        "replaces_shipped": (tr("It takes the place of the pack the program brought."), "due"),
        "replaces_own": (tr("It takes the place of the pack you brought in before."), "due"),
        "older": (tr("It is older than the one in force."), "due"),
        "same_version": (tr("Same version number, but other rules."), "due"),
        "not_in_force": (tr("It is not in force today."), "waiting"),
        "past_review": (tr("Its day of review is over."), "due"),
        "no_tests": (tr("It keeps no examples to test itself with."), "due"),
    }
    return found.get(code, (code, "waiting"))


def problem_sentence(problem: PackProblem) -> str:
    """Why a pack file is refused."""
    where, name = problem.where, problem.name
    at = f"{where}: {name}" if name and name != where else where
    found = {
        "reference": tr("It refers to something it does not have (%1).", at),
        "cycle": tr("Its questions go in a circle (%1).", at),
        "pack_cycle": tr("A value depends on itself (%1).", at),
        "circular_name": tr("A value depends on itself (%1).", at),
        "unreachable": tr("A part can never be reached (%1).", at),
        "unanswered": tr("An answer leads nowhere (%1).", at),
        "expression": tr("A condition is not allowed or cannot be read (%1).", at),
        "uncited": tr("A number or rule has no source (%1).", at),
        "word": tr("It uses a word the program does not know (%1).", at),
        "double_name": tr("One name means two things (%1).", at),
        "test": tr("Its own example does not come out as it says (%1).", at),
        "alias_taken": tr("It uses the name of another pack (%1).", at),
        "layer_changed": tr("It pretends to be of another kind than the pack of that name (%1).", layer_word(name)),
        "pack_schema_version": tr("It is written for another version of the program."),
        "pack_parent_missing": tr("It builds on a file that is not here (%1).", at),
        "pack_unreadable": tr("It builds on a file that is not here (%1).", at),
        "pack_calendar_missing": tr("It needs a calendar that is not here (%1).", at),
        "pack_too_large": tr("It is too large or too deeply nested (%1).", at),
        "pack_number_invalid": tr("It holds a number that cannot be (%1).", at),
        "pack_text_hidden": tr("It holds hidden characters that make a text read otherwise (%1).", at),
        "pack_id_invalid": tr("It has a name that is not allowed (%1).", at),
        "pack_zone_unknown": tr("It names a time zone that does not exist (%1).", at),
        "pack_dates_invalid": tr("Its dates cannot be (%1).", at),
        "version_applies_by": tr("It does not say clearly which date decides whether it counts (%1).", at),
        "no_tests": tr("It keeps no examples to test itself with."),
        "table_gap": tr("A table leaves a case open (%1).", at),
        "no_review": tr("It does not say when to look at it again (%1).", at),
        "not_editable": tr("A number of this shop could not be changed any more (%1).", at),
        "pack_number_not_editable": tr("A number it brings cannot be changed (%1).", at),
    }
    if problem.code.startswith("number_"):
        return tr("A number it brings is not possible (%1).", at)
    return one_line(found.get(problem.code) or tr("It holds something that is not allowed (%1, %2).", problem.code, at))
