"""The templates of replies to buyers: read from parsed data, checked, and composed by situation, tone and language.

A template is an opening of the tone, the body of the situation and a closing of the tone, with slots for fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from models.kinds import (
    CaseState,
    Consent,
    Demand,
    Platform,
    Problem,
    RegisterKind,
    Remedy,
    Temperament,
    Tier,
    WaitingOn,
)
from models.rules.reply_lint import Pattern, RepliesError, load_patterns

if TYPE_CHECKING:
    from models.rules.pack_parts import Text

TONES: Final = tuple(tone.value for tone in (Temperament.NEUTRAL, Temperament.MILD, Temperament.UPSET,
                                             Temperament.TROUBLEMAKER))  # fmt: skip
LANGUAGES: Final = ("zh", "en")
SLOT: Final = re.compile(r"\{(\w+)\}")
_FLAGS: Final = ("overdue", "evidence_missing", "evidence_many", "evidence_here", "undecided", "unanswered")
_ALLOWED: Final[Mapping[str, frozenset[str]]] = {
    "problems": frozenset(Problem), "states": frozenset(CaseState), "remedies": frozenset(Remedy),
    "decided": frozenset(Remedy), "demands": frozenset(Demand), "waiting": frozenset(WaitingOn),
    "registers": frozenset(RegisterKind), "temper": frozenset(Temperament), "tiers": frozenset(Tier),
    "consent": frozenset(Consent), "platforms": frozenset(Platform), "not_platforms": frozenset(Platform),
    "liable": frozenset({"ours", "buyer", "unclear"}), "order": frozenset({"unshipped", "shipped", "signed"}),
    "flags": frozenset(_FLAGS),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Situation:
    """A reply for one situation. `offers`: ids of the packs' remedies it explains; `tones` take the body's place."""

    id: str
    group: str
    title: Text
    opening: str
    closing: str
    body: Text
    tones: Mapping[str, Text]
    when: Mapping[str, Any]
    offers: tuple[str, ...]
    rules: tuple[str, ...]
    public: bool = False


@dataclass(frozen=True, slots=True)
class ReplyBook:
    """All templates, and what must not be said."""

    groups: Mapping[str, Text]
    situations: Mapping[str, Situation]
    openings: Mapping[str, Mapping[str, Text]]
    closings: Mapping[str, Mapping[str, Text]]
    basis: tuple[tuple[Mapping[str, Any], Text], ...]
    fields: Mapping[str, Text]
    patterns: tuple[Pattern, ...]


def compose(book: ReplyBook, situation: Situation, tone: str, language: str) -> str:
    """The template of a situation in a tone and language, with its slots."""
    language = "zh" if language.startswith("zh") else "en"
    tone = tone if tone in TONES else Temperament.NEUTRAL.value
    opening = book.openings[situation.opening][tone].pick(language) if situation.opening != "none" else ""
    closing = book.closings[situation.closing][tone].pick(language) if situation.closing != "none" else ""
    body = situation.tones.get(tone, situation.body).pick(language)
    space = "" if language == "zh" else " "
    last = "\n" if "\n" in body or "{asks}" in body else space
    return last.join(part for part in (space.join(part for part in (opening, body) if part), closing) if part)


def slots_of(template: str) -> tuple[str, ...]:
    """The fields a template names, in order, each once."""
    return tuple(dict.fromkeys(SLOT.findall(template)))


def load_book(files: Mapping[str, object]) -> ReplyBook:
    """The book from parsed files by their names, groups by their `place`.

    RepliesError `replies_unusable` with where and what is wrong.
    """
    try:
        tones = _mapping(files["tones"], "tones")
        patterns = load_patterns(files["forbidden"])
    except KeyError as error:
        raise RepliesError("replies_unusable", where=str(error.args[0]), why="missing") from error
    groups: dict[str, Text] = {}
    situations: dict[str, Situation] = {}
    parts = {name: _mapping(raw, name) for name, raw in files.items() if name not in ("tones", "forbidden")}
    for name, part in sorted(parts.items(), key=lambda pair: (_place(pair[1], pair[0]), pair[0])):
        groups[name] = _text(part.get("title"), name)
        for each in _sequence(part.get("situations"), name):
            situation = _situation(name, _mapping(each, name))
            if situation.id in situations:
                raise RepliesError("replies_unusable", where=situation.id, why="stands twice")
            situations[situation.id] = situation
    book = ReplyBook(
        groups=groups,
        situations=situations,
        openings=_by_tone(tones.get("openings"), "openings"),
        closings=_by_tone(tones.get("closings"), "closings"),
        basis=tuple(_basis(each) for each in _sequence(tones.get("basis"), "basis")),
        fields={name: _text(each, name) for name, each in _mapping(tones.get("fields"), "fields").items()},
        patterns=patterns,
    )
    _check(book)
    return book


def _place(part: Mapping[str, Any], where: str) -> int:
    place = part.get("place", 0)
    if type(place) is not int:
        raise RepliesError("replies_unusable", where=where, why="its place is a whole number")
    return place


def _check(book: ReplyBook) -> None:
    for situation in book.situations.values():
        if situation.opening not in (*book.openings, "none") or situation.closing not in (*book.closings, "none"):
            raise RepliesError("replies_unusable", where=situation.id, why="unknown opening or closing")
        for tone in TONES:
            for language in LANGUAGES:
                template = compose(book, situation, tone, language)
                unknown = [slot for slot in slots_of(template) if slot not in book.fields]
                if unknown or "{" in SLOT.sub("", template):
                    raise RepliesError("replies_unusable", where=situation.id, why=f"unknown field {unknown}")


def _situation(group: str, raw: Mapping[str, Any]) -> Situation:
    name = str(raw.get("id", ""))
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise RepliesError("replies_unusable", where=group, why=f"no id: {name[:40]}")
    tones = {tone: _text(each, name) for tone, each in _mapping(raw.get("tones", {}), name).items()}
    if not set(tones) <= set(TONES):
        raise RepliesError("replies_unusable", where=name, why="unknown tone")
    return Situation(
        id=name, group=group, title=_text(raw.get("title"), name), opening=str(raw.get("opening", "none")),
        closing=str(raw.get("closing", "none")), body=_text(raw.get("body"), name), tones=tones,
        when=_when(raw.get("when", {}), name), offers=tuple(map(str, _sequence(raw.get("offers", ()), name))),
        rules=tuple(map(str, _sequence(raw.get("rules", ()), name))), public=raw.get("public") is True,
    )  # fmt: skip


def _when(raw: object, where: str) -> Mapping[str, Any]:
    conditions = _mapping(raw, where)
    for name, wanted in conditions.items():
        if name == "facts":
            _mapping(wanted, where)
        elif name not in _ALLOWED or not set(_sequence(wanted, where)) <= _ALLOWED[name]:
            raise RepliesError("replies_unusable", where=where, why=f"unknown condition {name}")
    return conditions


def _basis(raw: object) -> tuple[Mapping[str, Any], Text]:
    part = _mapping(raw, "basis")
    return _when(part.get("when"), "basis"), _text(part, "basis")


def _by_tone(raw: object, where: str) -> Mapping[str, Mapping[str, Text]]:
    found = {}
    for name, tones in _mapping(raw, where).items():
        texts = {tone: _text(each, f"{where} {name}") for tone, each in _mapping(tones, name).items()}
        if set(texts) != set(TONES):
            raise RepliesError("replies_unusable", where=f"{where} {name}", why="not every tone")
        found[name] = texts
    return found


def _text(raw: object, where: str) -> Text:
    from models.rules.pack_parts import Text

    part = _mapping(raw, where)
    zh, en = part.get("zh"), part.get("en")
    if not isinstance(zh, str) or not isinstance(en, str) or not zh.strip() or not en.strip():
        raise RepliesError("replies_unusable", where=where, why="a text in both languages is wanted")
    return Text(zh, en)


def _mapping(raw: object, where: str) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise RepliesError("replies_unusable", where=where, why="not an object")
    return raw


def _sequence(raw: object, where: str) -> Sequence[Any]:
    if not isinstance(raw, Iterable) or isinstance(raw, str | Mapping):
        raise RepliesError("replies_unusable", where=where, why="not a list")
    return list(raw)
