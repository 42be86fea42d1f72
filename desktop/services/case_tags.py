"""Tags of cases: put on, taken off and renamed, for one case or for many at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from desktop.services.workbench import Workbench
from models.errors import UserError
from models.store import case_tags, cases
from models.store.transaction import Transaction

TAG_LIMIT, TAGS_OF_A_CASE = 40, 20
# Nothing that breaks a line, cannot be kept, or turns the direction of what stands around it.
_REFUSED = frozenset(("Cc", "Cs", "Zl", "Zp"))
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def checked_tag(name: str) -> str:
    """A tag as it is kept: trimmed, in Unicode's composed form (NFC).

    UserError `tag_empty`, `tag_too_long` (over 40 characters), `tag_has_controls`.
    """
    kept = unicodedata.normalize("NFC", name.strip())
    if not kept or all(unicodedata.category(each) == "Cf" or each.isspace() for each in kept):
        raise UserError("tag_empty")
    if any(unicodedata.category(each) in _REFUSED or each in _DIRECTIONS for each in kept):
        raise UserError("tag_has_controls")
    if len(kept) > TAG_LIMIT:
        raise UserError("tag_too_long", limit=TAG_LIMIT, length=len(kept))
    return kept


def _checked(names: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for name in names:
        tag = checked_tag(name)
        if tag.casefold() in kept:
            raise UserError("tag_twice", tag=tag)
        kept[tag.casefold()] = tag
    return list(kept.values())


class CaseTagService:
    """What can be done with tags. Each call is one transaction and one entry of Undo."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    # Reading

    def count_tags(self) -> Mapping[str, int]:
        """Every tag in use with how many cases have it, by name."""
        return case_tags.count_tags(self._bench.store.database)

    def count_among(self, case_ids: Sequence[int]) -> Mapping[str, int]:
        """The tags of these cases, and how many of them have each."""
        found: dict[str, int] = {}
        for tags in case_tags.find_tag_rows(self._bench.store.database, case_ids).values():
            for name in tags:
                found[name] = found.get(name, 0) + 1
        return dict(sorted(found.items()))

    # Writing

    def add_tags(self, case_ids: Sequence[int], names: Sequence[str]) -> None:
        """Put tags on cases; a spelling already in use is taken over.

        UserError: those of `checked_tag`, `tag_twice` (the same tag named twice), `tag_there` (every case has it),
        `too_many_tags` with the number of the first case that would have more than 20.
        """
        self.change_tags(case_ids, add=names)

    def remove_tags(self, case_ids: Sequence[int], names: Sequence[str]) -> None:
        """Take tags off cases; those that do not have them stay as they are."""
        self.change_tags(case_ids, remove=names)

    def change_tags(self, case_ids: Sequence[int], *, add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Put tags on cases and take others off them, as one action."""
        wanted, unwanted = _checked(add), {name.casefold() for name in remove}
        ids = list(dict.fromkeys(case_ids))
        if not ids or not (wanted or unwanted):
            return
        in_use = {name.casefold(): name for name in self.count_tags()}
        wanted = [in_use.get(name.casefold(), name) for name in wanted]

        def work(transaction: Transaction) -> None:
            changed = False
            for case_id, has in case_tags.find_tag_rows(transaction.database, ids).items():
                changed |= _retag(transaction, case_id, has, wanted, unwanted)
            if not changed and wanted:
                raise UserError("tag_there", tag=wanted[0])

        # An undo names what it takes back: what was put on where both was done.
        code = "cases_tagged" if wanted else "cases_untagged"
        values = {"count": len(ids), "tags": listed(wanted or list(remove))}
        self._bench.act(code, work, values=values)

    def rename_tag(self, was: str, name: str) -> int:
        """Give a tag another name in every case that has it; returns how many.

        UserError: those of `checked_tag`, `tag_taken` (another tag has that name), `tag_not_found`.
        """
        wanted = checked_tag(name)
        taken = {tag.casefold() for tag in self.count_tags() if tag != was}
        if wanted.casefold() in taken:
            raise UserError("tag_taken", tag=wanted)
        tagged = case_tags.find_tagged(self._bench.store.database, was)
        if not tagged:
            raise UserError("tag_not_found", tag=was)

        def work(transaction: Transaction) -> None:
            for case_id, row_id in tagged.items():
                if transaction.update("case_tag", row_id, name=wanted):
                    _record(transaction, "tag_renamed", case_id, {"before": was, "tag": wanted})

        self._bench.act("tag_renamed", work, values={"before": was, "tag": wanted})
        return len(tagged)


def _retag(
    transaction: Transaction, case_id: int, has: Mapping[str, int], wanted: Sequence[str], unwanted: set[str]
) -> bool:
    """Change the tags of one case; False if they already were so."""
    folded = {name.casefold() for name in has}
    gone = [name for name in has if name.casefold() in unwanted]
    new = [name for name in wanted if name.casefold() not in folded]
    if len(has) - len(gone) + len(new) > TAGS_OF_A_CASE and new:
        number = cases.find_case(transaction.database, case_id).number
        raise UserError("too_many_tags", case=number, limit=TAGS_OF_A_CASE)
    for name in gone:
        transaction.remove("case_tag", has[name])
    for name in new:
        transaction.insert("case_tag", case_id=case_id, name=name)
    if gone:
        _record(transaction, "tags_removed", case_id, {"tags": listed(gone)})
    if new:
        _record(transaction, "tags_added", case_id, {"tags": listed(new)})
    return bool(gone or new)


def _record(transaction: Transaction, action: str, case_id: int, details: Mapping[str, object]) -> None:
    transaction.record(action, entity="case", entity_id=case_id, case_id=case_id, details=details)


def listed(names: Sequence[str]) -> str | dict[str, str]:
    """Names as a sentence lists them, in both languages where that makes a difference."""
    if len(names) < 2:
        return "".join(names)
    return {"zh": "、".join(names), "en": ", ".join(names)}
