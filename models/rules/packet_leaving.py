"""What of people leaves the shop with a packet: names, numbers and addresses in its texts, and where each stands.

It reads texts. What stands inside a picture it cannot see: exhibits with pictures in which nothing was hidden are named
for a person to look at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from models.kinds import Derivation, PacketForm
from models.records import Evidence
from models.rules.leaving_signs import LeavingKind, Sign, digits_of, signs_in
from models.rules.packet_parts import ExhibitPage, PacketContent

__all__ = ["Going", "Leaving", "LeavingKind", "Personal", "going_out", "leaving_of", "left_in", "originals_leaving"]

MOST: Final = 2_000
_AROUND: Final = 24
_BETWEEN: Final = r"[\s,，.。、;；-]{0,3}"
_AREA = re.compile(r".*(?:自治区|特别行政区|省|市|区|县|旗|镇|街道)")


@dataclass(frozen=True, slots=True)
class Leaving:
    """Something found. `field`: the part of the packet it stands in, `exhibit` for the texts of an exhibit (`part` says
    which: title, proves, legend, file_name, chat, text) with its number; `around`: the words about it.

    Of pictures, one for all: `exhibits` are their numbers, `count` how many.
    """

    kind: LeavingKind
    text: str
    field: str
    exhibit: int = 0
    part: str = ""
    around: str = ""
    exhibits: tuple[int, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Going:
    """One text that goes out, and where it stands."""

    field: str
    text: str
    exhibit: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Personal:
    """What the shop knows of the people of a case. Never part of a packet.

    `nick`: the ID the buyer goes by, which goes out; a name that is a part of it is not told of there. `staff`: names
    of the shop's own people, told of only where somebody wrote them. `numbers`: those of orders, parcels and items,
    which are no phones. `own`: texts of the shop itself (letterhead, return address), whose numbers and
    addresses are meant to be seen.
    """

    nick: str = ""
    names: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    numbers: frozenset[str] = field(default_factory=frozenset)
    own: tuple[str, ...] = ()


def going_out(content: PacketContent) -> Iterator[Going]:
    """Every text of a packet that a person wrote or a file brought; its own wording and numbers are not among them."""
    for part in (content, content.second):
        if part is None:
            continue
        yield Going("summary", part.summary)
        yield Going("asked", part.head.asked)
        yield from (Going("parties", text) for _, text in part.parties)
        yield from (Going("chronology", line.fact) for line in part.chronology)
        yield from (Going("items", f"{line.title}\n{line.variant}") for line in part.items)
        yield from (Going("notes", line.fact) for line in part.notes)
        yield from (Going("pattern", text) for _, text in part.pattern)
        yield from (Going("texts", text) for _, text in part.texts)
    if content.letterhead:
        yield Going("letterhead", "\n".join(content.letterhead))
    for exhibit in content.exhibits:
        yield from _of_exhibit(exhibit)


def _of_exhibit(exhibit: ExhibitPage) -> Iterator[Going]:
    number = exhibit.number
    yield Going("exhibit", exhibit.title, number, "title")
    yield Going("exhibit", exhibit.proves, number, "proves")
    yield from (Going("exhibit", text, number, "legend") for _, text in exhibit.legend)
    named = {each.id: each.original_name for each in exhibit.files}
    yield from (Going("exhibit", name, number, "file_name") for name in dict.fromkeys(named.values()))
    if exhibit.bubbles:
        yield Going("exhibit", "\n".join(bubble.text for bubble in exhibit.bubbles), number, "chat")
        speakers = dict.fromkeys(bubble.speaker for bubble in exhibit.bubbles)
        yield from (Going("exhibit", name, number, "chat") for name in speakers)


def leaving_of(content: PacketContent, personal: Personal, texts: Sequence[Going] = ()) -> tuple[Leaving, ...]:
    """What was found in the packet and in `texts` (files printed as text), each once in each place; pictures last.

    At most 2,000 findings: whoever sees so many will not send it as it is.
    """
    search = _Search(personal)
    found: dict[tuple[str, str, str, int], Leaving] = {}
    for going in (*going_out(content), *texts):
        for leaving in search.leaving_in(going):
            found.setdefault((leaving.kind, leaving.text, leaving.field, leaving.exhibit), leaving)
            if len(found) >= MOST:
                break
    bare = tuple(exhibit.number for exhibit in content.exhibits if exhibit.unredacted)
    pictures = []
    if bare:
        said = content.phrases.exhibits(bare)
        pictures = [Leaving(LeavingKind.PICTURES, said, "exhibit", bare[0], exhibits=bare, count=len(bare))]
    return (*found.values(), *pictures)


def left_in(form: PacketForm, leaving: Sequence[Leaving]) -> tuple[Leaving, ...]:
    """What of it stands in a packet of that form: single pictures carry their exhibits, and texts to be pasted."""
    if form is not PacketForm.PICTURES:
        return tuple(leaving)
    return tuple(each for each in leaving if each.exhibit or each.exhibits or each.field in ("summary", "texts"))


def originals_leaving(content: PacketContent, originals: Sequence[Evidence]) -> tuple[Leaving, ...]:
    """What an archive takes along beside what it shows: files as they came in, with what cameras wrote in them."""
    ids = {item.id for item in originals}
    bare = tuple(
        page.number for page in content.exhibits
        if page.evidence.derivation is Derivation.REDACTED and page.evidence.parent_id in ids
    )  # fmt: skip
    found = []
    if bare:
        said = content.phrases.exhibits(bare)
        found.append(Leaving(LeavingKind.COVERED, said, "originals", bare[0], exhibits=bare, count=len(bare)))
    if originals:
        found.append(Leaving(LeavingKind.ORIGINALS, "", "originals", count=len(originals)))
    return tuple(found)


class _Search:
    """The known people of a case as patterns, made once for all texts."""

    def __init__(self, personal: Personal) -> None:
        self._nick = personal.nick
        own = "\n".join(personal.own)
        self._own_digits = {digits_of(own[sign.start : sign.end]) for sign in signs_in(own)} - {""}
        self._own = _flat(own)
        self._numbers = frozenset(digits_of(number) for number in personal.numbers) - {""}
        self._known = [
            (LeavingKind.PHONE, [_spaced(digits) for digits in map(digits_of, personal.phones) if len(digits) >= 7]),
            (LeavingKind.EMAIL, [re.escape(each.strip()) for each in personal.emails if "@" in each]),
            (LeavingKind.ACCOUNT, [_word(each) for each in personal.accounts if len(each.strip()) >= 4]),
            (LeavingKind.ADDRESS, [_address(part) for each in personal.addresses for part in _parts(each)]),
            (LeavingKind.NAME, [_word(each) for each in personal.names if _is_name(each)]),
        ]
        self._staff = [_word(each) for each in personal.staff if _is_name(each)]
        self._patterns = {kind: _any(parts) for kind, parts in self._known if parts}
        self._staff_pattern = _any(self._staff) if self._staff else None

    def leaving_in(self, going: Going) -> Iterator[Leaving]:
        """What is found in one text, in its order, of places that overlap the first."""
        if len(going.text) < 2:
            return
        for sign in _apart(self._signs(going)):
            text = going.text[sign.start : sign.end].strip()
            if going.field == "letterhead" or not self._is_own(text, sign.kind):
                around = " ".join(going.text[max(0, sign.start - _AROUND) : sign.end + _AROUND].split())
                yield Leaving(sign.kind, text, going.field, going.exhibit, going.part, around)

    def _signs(self, going: Going) -> Iterator[Sign]:
        for kind, pattern in self._patterns.items():
            for found in pattern.finditer(going.text):
                if kind is not LeavingKind.NAME or not self._is_nick(going.text, *found.span()):
                    yield Sign(*found.span(), kind)
        # The shop's people stand as speakers in its chats and as makers of its files: that is meant.
        if self._staff_pattern is not None and going.part not in ("chat", "file_name"):
            for found in self._staff_pattern.finditer(going.text):
                yield Sign(*found.span(), LeavingKind.NAME)
        for sign in signs_in(going.text):
            if not self._is_number(digits_of(going.text[sign.start : sign.end]), sign.kind):
                yield sign

    def _is_nick(self, text: str, start: int, end: int) -> bool:
        """Whether a name stands inside the ID of the buyer."""
        first = text.find(self._nick, max(0, end - len(self._nick)), start + len(self._nick))
        return bool(self._nick) and 0 <= first <= start

    def _is_number(self, digits: str, kind: LeavingKind) -> bool:
        """Whether digits are those of an order, a parcel or an item of this case."""
        return kind in (LeavingKind.PHONE, LeavingKind.ID, LeavingKind.CARD) and digits in self._numbers

    def _is_own(self, text: str, kind: LeavingKind) -> bool:
        if kind in (LeavingKind.PHONE, LeavingKind.CARD):
            return digits_of(text) in self._own_digits
        return bool(self._own) and kind in (LeavingKind.ADDRESS, LeavingKind.EMAIL) and _flat(text) in self._own


def _apart(signs: Iterable[Sign]) -> list[Sign]:
    """In the order of their places; of signs that overlap the first stays."""
    starts: list[int] = []
    kept: list[Sign] = []
    for sign in signs:
        at = bisect_left(starts, sign.start)
        before = at > 0 and kept[at - 1].end > sign.start
        after = at < len(kept) and kept[at].start < sign.end
        if not before and not after:
            starts.insert(at, sign.start)
            kept.insert(at, sign)
    return kept


def _is_name(name: str) -> bool:
    """Whether a name is whole: platforms hide parts of it with stars, and then it says nobody's."""
    kept = name.strip()
    return 2 <= len(kept) <= 80 and "*" not in kept and "＊" not in kept and not kept.isdigit()


def _parts(address: str) -> list[str]:
    """The whole address, and what of it is more than the place: without province, city and district."""
    whole = address.strip()
    if "*" in whole:
        return []
    rest = _AREA.sub("", whole).strip(" ,，")
    parts = dict.fromkeys(part for part in (whole, rest) if len(part) >= (8 if part.isascii() else 4))
    return [part for part in parts if not part.isdigit()]


def _address(part: str) -> str:
    kept = [re.escape(each) for each in part[:200] if not each.isspace() and each not in ",，.。、;；-"]
    return _BETWEEN.join(kept)


def _spaced(digits: str) -> str:
    return r"(?<!\d)" + "[ .()\u200b-\u200f\u2060-]{0,2}".join(digits) + r"(?!\d)"


def _word(text: str) -> str:
    """A name as it stands, in Latin letters only as whole words."""
    kept = re.escape(" ".join(text.split())).replace(r"\ ", r"\s{1,3}")
    return rf"(?<![A-Za-z0-9]){kept}(?![A-Za-z0-9])" if text.strip().isascii() else kept


def _any(parts: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(parts, key=len, reverse=True)), re.IGNORECASE)


def _flat(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())
