"""The rules a shop works by: read with their sources, numbers changed with a note, packs taken in and handed on."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from desktop.changes import ChangeSet
from desktop.platform.resources import resource
from desktop.services import rule_effects
from desktop.services.cases import checked_text
from desktop.services.pack_files import read_pack_text
from desktop.services.pack_heads import head_of
from desktop.services.packs import PackLibrary
from desktop.services.rule_effects import EffectReport
from desktop.services.rule_files import RuleFile, file_text, read_rule_file, write_rule_file
from desktop.services.rule_imports import ImportPreview, examine
from desktop.services.rule_numbers import checked_number
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.clock import zone
from models.errors import AftercaseError, NotFound, UserError
from models.rules.packs import LAYERS, Pack
from models.rules.rule_phrases import number_text
from models.rules.rule_reading import ReadNumber, ReadPack, read_number, read_pack, words_of
from models.store import own_rules
from models.store.own_rules import NumberChange, OwnPack
from models.store.transaction import Transaction

__all__ = ["ImportPreview", "RuleBook", "RulePack", "RuleService"]
_TABLES: Final = ("pack_number", "own_pack")
_NOTE: Final = 500
Numbers = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class RulePack:
    """A pack to be read. `own` is the file the shop brought in, `replaces` a shipped pack stands behind it;
    `changes` are the shop's newest changes of its numbers, `history` all of them, `words` all its words in small
    letters."""

    read: ReadPack
    in_force: bool
    own: OwnPack | None
    replaces: bool
    changes: Mapping[str, NumberChange]
    history: tuple[NumberChange, ...]
    words: str

    @property
    def pack(self) -> Pack:
        """The pack as it is in force."""
        return self.read.pack

    def yours(self, name: str) -> NumberChange | None:
        """The shop's value of a number, if it has one."""
        change = self.changes.get(name)
        return change if change is not None and change.value is not None else None


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All packs, law first; `broken` are files the shop brought in that cannot be used any more, with a code."""

    packs: tuple[RulePack, ...]
    broken: tuple[tuple[OwnPack, str], ...]
    today: date


class RuleService:
    """Reads and changes the rules. The library it is given is the one that decides cases."""

    def __init__(self, bench: Workbench, library: PackLibrary, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings
        self._library = library
        self._book = PackLibrary(resource("packs"))
        """The same packs with the numbers they came with."""
        self._read: dict[tuple[str, str], tuple[ReadPack, Pack, date, str]] = {}
        """Packs put into words, kept while neither they nor the day change."""
        self._numbers: Numbers = {}
        self._own: Mapping[str, Mapping[str, Any]] = {}
        self._broken: tuple[tuple[OwnPack, str], ...] = ()
        self._loading = threading.Lock()
        self._reload()
        bench.changes.subscribe(self._changed)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_TABLES):
            self._reload()

    def _reload(self) -> None:
        """Put what the store keeps in force; what does not fit the packs any more is left out, never in the way."""
        database = self._bench.store.database
        kept, files = own_rules.numbers_in_force(database), own_rules.own_packs(database)
        with self._loading:
            if not any((kept, files, self._numbers, self._own, self._broken)):
                return
            self._own, self._broken = self._usable(files)
            self._numbers = kept
            self._library.use(numbers=self._numbers, own=self._own)

    def _usable(
        self, files: Mapping[str, OwnPack]
    ) -> tuple[Mapping[str, Mapping[str, Any]], tuple[tuple[OwnPack, str], ...]]:
        """The own packs that can be used, now in the book, and those that cannot with a code."""
        own: dict[str, Mapping[str, Any]] = {}
        broken = []
        for name, file in files.items():
            try:
                own[name] = read_pack_text(file.content, name)
                self._book.use(numbers={}, own=own)
                self._book.pack(name)
            except AftercaseError as error:
                broken.append((file, error.code))
                own.pop(name, None)
        self._book.use(numbers={}, own=own)
        return own, tuple(broken)

    # Reading

    def rules(self) -> RuleBook:
        """Every pack in every version, shipped and own, in force or not, as people read it."""
        database, today = self._bench.store.database, self._today()
        changes = own_rules.latest_numbers(database)
        files = own_rules.own_packs(database)
        found = []
        with self._loading:  # a pack must not go out of force between being named and being read
            for name in self._library.ids():
                mine = {number: change for (pack, number), change in changes.items() if pack == name}
                for version in self._library.versions(name):
                    found.append(self._rule_pack(name, version, today, mine, files.get(name)))
        packs = tuple(sorted(found, key=lambda each: (LAYERS.index(each.pack.layer), each.pack.id, not each.in_force)))
        return RuleBook(packs, self._broken, today)

    def _rule_pack(
        self, name: str, version: str, today: date, mine: Mapping[str, NumberChange], file: OwnPack | None
    ) -> RulePack:
        pack, plain = self._library.pack(name, version), self._book.pack(name, version)
        kept = self._read.get((name, version))
        if kept is None or kept[0].pack is not pack or kept[1] is not plain or kept[2] != today:
            read = read_pack(pack, plain, today)
            kept = self._read[name, version] = (read, plain, today, words_of(read))
        read, words = kept[0], kept[3]
        own = file if self._library.is_own(name) else None
        replaces = own is not None and self._library.shipped(name) is not None
        history = self.number_history(name) if mine else ()
        return RulePack(read, pack.covers(today), own, replaces, mine, history, words)

    def number(self, pack: str, name: str) -> ReadNumber:
        """One number as it stands in the newest version; NotFound `rule_number_not_found`, `pack_not_found`."""
        found = self._library.pack(pack)
        if name not in found.constants:
            raise NotFound("rule_number_not_found", pack=pack, name=name[:80])
        return read_number(found, self._book.pack(found.id), name, self._today())

    def number_history(self, pack: str, name: str = "") -> tuple[NumberChange, ...]:
        """The changes of a number, or of all numbers of a pack, newest first."""
        return own_rules.number_history(self._bench.store.database, pack, name)

    # Numbers

    def change_number(self, pack: str, name: str, value: str | None, note: str) -> int:
        """Set a number of a pack to the shop's own value, as typed, or with None back to the pack's.

        Returns the change's id. UserError `pack_number_not_editable`, `rule_note_missing` and those of
        `checked_number`. Counts for every evaluation from now on; running clocks stay until a case is decided anew.
        """
        number = self._editable(pack, name)
        if not note.strip():
            raise UserError("rule_note_missing")
        note = checked_text(note, limit=_NOTE).strip()
        kept = None if value is None else checked_number(number, value)
        after = number.pack_value if kept is None else kept
        owner = self._library.pack(pack)
        details: dict[str, object] = {
            "pack": owner.id, "name": name, "before": _plain(number.value), "after": _plain(after), "note": note,
            "title": {"zh": owner.title.zh, "en": owner.title.en},
            "label": {"zh": number.label.zh, "en": number.label.en},
        }  # fmt: skip
        for key, shown in (("before_shown", number.value), ("after_shown", after)):
            text = number_text(shown, number.kind, number.unit, number.currency, share=number.share)
            details[key] = {"zh": text.zh, "en": text.en}

        def work(transaction: Transaction) -> int:
            row = own_rules.add_number(transaction, pack=owner.id, name=name, value=_plain(kept), note=note)
            transaction.record("rule_number_changed", entity="pack_number", entity_id=row, details=details)
            return row

        return self._bench.act("rule_number_changed", work, values=details)

    def _editable(self, pack: str, name: str) -> ReadNumber:
        number = self.number(pack, name)
        if not number.editable:
            raise UserError("pack_number_not_editable", pack=pack, number=name)
        return number

    def effects(
        self,
        pack: str,
        name: str,
        value: str | None,
        *,
        limit: int = rule_effects.CASE_LIMIT,
        progress: Callable[[int, int], None] = lambda done, total: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> EffectReport:
        """What that value would do to the open cases, newest first; writes nothing and leaves the rules in use alone.

        UserError as in `change_number` without a note, and `cancelled`.
        """
        number = self._editable(pack, name)
        owner = self._library.pack(pack).id
        mine = {key: kept for key, kept in self._numbers.get(owner, {}).items() if key != name}
        if value is not None:
            mine[name] = str(checked_number(number, value))
        with self._loading:
            other = PackLibrary(resource("packs"), numbers={**self._numbers, owner: mine}, own=self._own)
        return rule_effects.effects(
            self._bench, self._settings, (self._library, other), owner, limit=limit, progress=progress, stopped=stopped
        )

    def import_effects(
        self,
        file: RuleFile,
        *,
        limit: int = rule_effects.CASE_LIMIT,
        progress: Callable[[int, int], None] = lambda done, total: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> EffectReport:
        """What taking a file in would do to the open cases; only reads. UserError as `import_pack`, and `cancelled`."""
        preview, pack = self._fit(file)
        mine = self._numbers.get(pack.id, {})
        known = {name: value for name, value in mine.items() if name in pack.constants}
        numbers = {**self._numbers, pack.id: known | {name: value for name, (value, _) in preview.new_numbers.items()}}
        own = self._own if preview.same_rules else {**self._own, pack.id: file.raw}
        other = PackLibrary(resource("packs"), numbers=numbers, own=own)
        return rule_effects.effects(
            self._bench, self._settings, (self._library, other), pack.id, limit=limit, progress=progress,
            stopped=stopped,
        )  # fmt: skip

    # Files

    def export_pack(self, pack: str, path: Path) -> None:
        """Write a pack as one file that another shop can take in, the shop's numbers beside the pack's own.

        EnvironmentFault `file_unwritable`; NotFound or UserError `pack_not_found`.
        """
        name = self._library.pack(pack).id
        changes = own_rules.latest_numbers(self._bench.store.database)
        in_force = self._numbers.get(name, {})
        numbers = {number: change for (of, number), change in changes.items() if of == name and number in in_force}
        write_rule_file(path, file_text(self._library.raw(name), self._library.parents(name), numbers))

    def preview(self, path: Path) -> ImportPreview:
        """What a pack file holds and would change; refused files come with their problems or as a UserError."""
        return self.preview_file(read_rule_file(path))

    def preview_file(self, file: RuleFile) -> ImportPreview:
        """The same for a file that was read."""
        return examine(file, self._library, self._book, self._numbers, self._today())

    def import_pack(self, file: RuleFile) -> ImportPreview:
        """Take a pack in: kept, in force and noted in one go. UserError `rule_file_refused` where it has problems,
        `rule_file_nothing_new` where all of it is here already."""
        preview, pack = self._fit(file)
        details: dict[str, object] = {
            "pack": pack.id, "version": pack.version, "title": {"zh": pack.title.zh, "en": pack.title.en},
            "file": file.name, "numbers": len(preview.new_numbers),
        }  # fmt: skip
        content = json.dumps(file.raw, ensure_ascii=False, separators=(",", ":"))

        def work(transaction: Transaction) -> int:
            row = 0
            if not preview.same_rules:
                row = own_rules.add_own_pack(transaction, pack=pack.id, version=pack.version, content=content)
            for name, (value, note) in preview.new_numbers.items():
                note = note or file.name[:_NOTE]
                own_rules.add_number(transaction, pack=pack.id, name=name, value=value, note=note)
            transaction.record("rule_pack_imported", entity="own_pack", entity_id=row, details=details)
            return row

        self._bench.act("rule_pack_imported", work, values=details)
        return preview

    def _fit(self, file: RuleFile) -> tuple[ImportPreview, Pack]:
        preview = self.preview_file(file)
        if preview.pack is None or preview.problems:
            first = preview.problems[0]
            raise UserError("rule_file_refused", problem=first.code, where=first.where, name=first.name)
        if preview.same_rules and not preview.new_numbers:
            raise UserError("rule_file_nothing_new", pack=preview.pack.id)
        return preview, preview.pack

    def remove_own_pack(self, pack: str) -> None:
        """Take a pack the shop brought in out of force; a shipped one of that id counts again.

        NotFound `own_pack_not_found`.
        """
        file = own_rules.own_packs(self._bench.store.database).get(pack)
        if file is None:
            raise NotFound("own_pack_not_found", pack=pack[:80])
        try:
            title: object = head_of(read_pack_text(file.content, pack)).get("title", pack)
        except UserError:  # what cannot be read any more can still be removed
            title = pack
        details: dict[str, object] = {"pack": pack, "version": file.version, "title": title}

        def work(transaction: Transaction) -> None:
            own_rules.remove_own_pack(transaction, pack)
            transaction.record("rule_pack_removed", entity="own_pack", entity_id=file.id, details=details)

        self._bench.act("rule_pack_removed", work, values=details)

    def _today(self) -> date:
        return self._bench.clock.now().astimezone(zone(self._bench.time_zone)).date()


def _plain(value: object) -> str | None:
    return None if value is None else str(value)
