"""The hand-over sheet of a night and the list of a role's steps as PDFs; making one changes nothing."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop import words
from desktop.services.hand_over_items import HandOverItemService
from desktop.services.packet_files import Outgoing, check_target, keep_preview
from desktop.services.role_steps import RoleStepService
from desktop.services.sheets import SheetFile, SheetWish
from desktop.services.today import end_of_day
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.clock import from_millis, to_millis
from models.errors import UserError
from models.kinds import Role, SheetKind
from models.rules.sheet_hand_over import hand_over_sheet, step_list_sheet
from models.store import shops
from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.packets.sheets.page import SheetPdf

USUAL: Final = SheetWish()
_CODES: Final = {SheetKind.HAND_OVER: "hand_over", SheetKind.STEP_LIST: "step_list"}


class HandOverPapers:
    """Of the shop chosen at the top right, as the window shows it."""

    def __init__(
        self, bench: Workbench, settings: Settings, items: HandOverItemService, steps: RoleStepService
    ) -> None:
        self._bench, self._settings, self._items, self._steps = bench, settings, items, steps
        self._folder = bench.store.folder.cache / "sheets"

    def night(self, morning: date, wish: SheetWish = USUAL) -> SheetFile:
        """The sheet of a morning. UserError `no_hand_over_items` where nothing was left and nothing is open."""
        from desktop.packets.sheets.hand_over import paint_duties

        sheet = self._items.sheet(morning)
        if not sheet.items and not sheet.older:
            raise UserError("no_hand_over_items", day=morning.isoformat())
        now = self._now()
        content = hand_over_sheet(
            sheet, self._items.due_of(morning), shop=self._shop(), language=wish.language,
            time_zone=self._bench.time_zone, now=now, person=self._bench.person.name, words=words,
        )  # fmt: skip
        return self._keep(SheetKind.HAND_OVER, paint_duties(content, wish.paper, now), morning.isoformat())

    def step_list(self, role: Role, wish: SheetWish = USUAL) -> SheetFile:
        """All open steps of a role. UserError `no_steps_of_role`; KeyError for a role without a list."""
        from desktop.packets.sheets.hand_over import paint_duties

        found = self._steps.lists()[role]
        if not found.steps:
            raise UserError("no_steps_of_role", role=role.value)
        now = self._now()
        content = step_list_sheet(
            found, end_of_day(now, self._bench.time_zone), shop=self._shop(), language=wish.language,
            time_zone=self._bench.time_zone, now=now, person=self._bench.person.name, words=words,
        )  # fmt: skip
        tongue = words.language_code(wish.language.value)
        day = now.astimezone(self._items.time_zone).date().isoformat()
        name = f"{words.word(role, tongue)} {day}"
        return self._keep(SheetKind.STEP_LIST, paint_duties(content, wish.paper, now), name)

    def note_printed(self, sheet: SheetFile) -> None:
        """Note in the history that a sheet went to paper."""
        code = f"{_CODES[sheet.kind]}_printed"
        self._bench.note(code, lambda transaction: _record(transaction, code, sheet))

    def save(self, sheet: SheetFile, out: Path) -> Path:
        """Write a sheet to a file, byte for byte, and note it. UserError or EnvironmentFault when it cannot be."""
        code = f"{_CODES[sheet.kind]}_saved"
        target = check_target(out, self._bench.store.folder)
        outgoing = Outgoing(target, sheet.content(), self._bench.store.folder)

        def work(transaction: Transaction) -> None:
            _record(transaction, code, sheet)
            outgoing.put()

        try:
            self._bench.note(code, work)
        except BaseException:
            outgoing.drop()
            raise
        return target

    def _keep(self, kind: SheetKind, made: SheetPdf, name: str) -> SheetFile:
        sha256 = hashlib.sha256(made.content).hexdigest()
        path = keep_preview(self._folder, f"{kind.value}-{sha256[:24]}", made.content)
        return SheetFile(
            kind, path, name, made.pages, len(made.content), sha256, made.missing_glyphs, (), made.width_mm,
            made.height_mm,
        )  # fmt: skip

    def _shop(self) -> str:
        """The name of the shop shown, where there are several."""
        database, chosen = self._bench.store.database, self._settings.get("shop") or None
        known = shops.list_shops(database)
        return next((shop.name for shop in known if shop.id == chosen), "") if len(known) > 1 else ""

    def _now(self) -> datetime:
        return from_millis(to_millis(self._bench.clock.now()))


def _record(transaction: Transaction, code: str, sheet: SheetFile) -> None:
    details = {"name": sheet.name, "pages": sheet.pages, "sha256": sheet.sha256}
    transaction.record(code, entity="hand_over_item", entity_id=0, details=details)
