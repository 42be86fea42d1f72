"""The rules a packet cites: title and article, the pack with its version, and of which day they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.records import CasePage
from models.rules.citations import locator_in
from models.rules.packet_parts import PolicyLine
from models.rules.packet_phrases import Phrases
from models.rules.packs import Pack

# A tag of a pack: `taobao_rule`, `shop:proc`, or a paragraph's number as `R002-01`; never with a space.
_TAG = re.compile(r"[a-z][a-z0-9]*([_.:-][a-z0-9]+)*|[A-Z][A-Z0-9]*([_.:-][A-Z0-9]+)*[0-9]")
_BETWEEN = re.compile(r"[,;、，；]\s*")


@dataclass(frozen=True, slots=True)
class PackFacts:
    """What is said of a pack the case was decided by: its title, version, since when it applies, its sources' days."""

    title_zh: str
    title_en: str
    version: str
    applies_from: str
    dated: Mapping[str, str] = field(default_factory=dict)
    """The day of a source's own text (year-month-day) by its tag."""
    sources: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Title with article of each source in Chinese and English, by its tag."""


def pack_facts(packs: Sequence[Pack]) -> Mapping[str, PackFacts]:
    """What is said of these packs, by their id."""
    return {
        pack.id: PackFacts(
            pack.title.pick("zh"), pack.title.pick("en"), pack.version,
            # What a shop wrote for itself applies since nobody knows when.
            pack.effective_from.isoformat() if pack.layer != "shop" else "",
            {tag: source.version_date for tag, source in pack.sources.items() if source.version_date},
            {
                tag: (_named(source.title.pick("zh"), source.locator, "zh"),
                      _named(source.title.pick("en"), source.locator, "en"))
                for tag, source in pack.sources.items()
            },
        )
        for pack in packs
    }  # fmt: skip


def policy_of(page: CasePage, phrases: Phrases, packs: Mapping[str, PackFacts] | None = None) -> tuple[PolicyLine, ...]:
    """The rules the resolution and its clocks rest on, each once, with the pack they stand in.

    A clock names its source by the pack's tag: it is looked up in the packs the case was decided by. A tag that
    nothing explains says nothing to a stranger and is not printed.
    """
    known = packs or {}
    found: dict[tuple[str, str], PolicyLine] = {}

    def add(line: PolicyLine) -> None:
        found.setdefault((line.source, line.pack), line)

    resolution = page.resolution
    if resolution is not None:
        for line in _cited(resolution.conclusion.get("sources"), phrases, known):
            add(line)
    for clock in page.clocks:
        if not clock.source.strip():
            continue
        if not _is_tag(clock.source):
            add(PolicyLine(clock.source, clock.pack))
        for line in _looked_up(clock.source, clock.pack, phrases, known):
            add(line)
    if not found and resolution is not None:
        for pack in (part.strip() for part in resolution.packs.replace(";", ",").split(",")):
            if pack:
                found[pack, ""] = PolicyLine(pack, "")
    return tuple(found.values())


def _looked_up(source: str, pack: str, phrases: Phrases, known: Mapping[str, PackFacts]) -> list[PolicyLine]:
    """The sources a clock's tags stand for, in the pack it names (its id, with or without the version)."""
    facts_id = pack.split(" ", 1)[0]
    facts = known.get(facts_id)
    if facts is None:
        return []
    lines = []
    for tag in _BETWEEN.split(source.strip()):
        named = facts.sources.get(tag)
        if named is not None:
            shown = named[0] if phrases.language == "zh" else named[1]
            lines.append(_line(shown, facts_id, facts.version, tag, phrases, known))
    return lines


def _is_tag(source: str) -> bool:
    """Whether a source is only tags of a pack and no title of a rule."""
    return all(_TAG.fullmatch(part) for part in _BETWEEN.split(source.strip()))


def _cited(sources: object, phrases: Phrases, known: Mapping[str, PackFacts]) -> list[PolicyLine]:
    """Sources of a stored conclusion: texts, or mappings with title, locator, pack_id and pack_version."""
    cited: list[PolicyLine] = []
    for source in sources if isinstance(sources, (list, tuple)) else ():
        if isinstance(source, str) and source.strip():
            cited.append(PolicyLine(source, ""))
        elif isinstance(source, Mapping):
            title, locator = _spoken(source.get("title"), phrases), _spoken(source.get("locator"), phrases)
            named = _named(title, locator, phrases.language)
            if named:
                pack, pack_id = str(source.get("pack") or ""), str(source.get("pack_id") or "")
                tag, version = str(source.get("tag") or ""), str(source.get("pack_version") or "")
                line = _line(named, pack_id, version, tag, phrases, known)
                cited.append(PolicyLine(named, pack) if pack else line)
    return cited


def _line(
    named: str, pack_id: str, version: str, tag: str, phrases: Phrases, known: Mapping[str, PackFacts]
) -> PolicyLine:
    facts = known.get(pack_id)
    if facts is None or facts.version != version:
        return PolicyLine(named, " ".join(part for part in (pack_id, version) if part))
    title = facts.title_zh if phrases.language == "zh" else facts.title_en
    day = facts.dated.get(tag)
    from_ = phrases.say("pack_dated", day=facts.applies_from) if facts.applies_from else ""
    dated = phrases.say("source_dated", day=day) if day else from_
    return PolicyLine(named, f"{title} {version}", dated)


def _named(title: str, locator: str, language: str) -> str:
    return " ".join(part for part in (title, locator_in(locator, language)) if part)


def _spoken(value: object, phrases: Phrases) -> str:
    """A text as it is, or the one in the packet's language of a pair."""
    if isinstance(value, Mapping):
        return str(value.get(phrases.language) or value.get("zh") or "").strip()
    return str(value or "").strip()
