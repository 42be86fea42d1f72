"""What Settings → Rules does: reads packs, keeps numbers, weighs them on open cases, hands packs on, takes them in."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from desktop.context import AppContext
from desktop.services.rule_effects import EffectReport
from desktop.services.rule_files import RuleFile
from desktop.services.rules import ImportPreview, RuleBook
from models.clock import zone
from models.errors import AftercaseError
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import translator
from ui.page import Target, Work
from ui.settings.rule_import_dialog import RuleImportDialog
from ui.settings.rule_numbers import NumberEditor
from ui.settings.rule_place import RulePlace

tr = translator("settings")
_OF_THE_NOTE = frozenset({"rule_note_missing", "text_empty", "text_too_long", "text_has_nul", "text_not_unicode"})


class RuleDesk(QObject):
    """Joins the place with the service; signals as those of a page."""

    navigate = Signal(object)
    said = Signal(str)
    working = Signal(object)
    _progressed = Signal(int, int)

    def __init__(self, ctx: AppContext, background: Background, place: RulePlace) -> None:
        super().__init__(place)
        self._ctx, self._background, self.place = ctx, background, place
        self._stop = threading.Event()
        self._wanted = ""
        numbers = place.numbers
        numbers.weighed.connect(self.weigh)
        numbers.saved.connect(self.save)
        numbers.returned.connect(self.give_back)
        numbers.changing.connect(lambda _: self._stop.set())
        numbers.opened_case.connect(lambda number: self.navigate.emit(Target("cases", number)))
        place.exported.connect(self._ask_export)
        place.imported.connect(self._ask_import)
        place.removed.connect(self.remove)
        self._progressed.connect(self._show_progress)

    def reload(self, pack: str = "") -> None:
        """Read everything anew, then go to a pack."""
        self._wanted = pack or self._wanted
        self._background.run(self._ctx.jobs.read(self._ctx.rules.rules), self._show)

    def _show(self, book: RuleBook) -> None:
        self.place.show_book(book, self._now(), zone(self._ctx.bench.time_zone))
        if self._wanted:
            self.place.open_pack(self._wanted)
            self._wanted = ""

    def _now(self) -> datetime:
        return self._ctx.clock.now()

    # Numbers

    def save(self, name: str, text: str, note: str) -> None:
        """Keep the shop's value of a number of the pack that is read."""
        self._change(name, text, note)

    def give_back(self, name: str, note: str) -> None:
        """Go back to the pack's own number."""
        self._change(name, None, note)

    def _change(self, name: str, text: str | None, note: str) -> None:
        rules, pack = self._ctx.rules, self.place.pack_id()

        def done(_: int) -> None:
            if self._editor(pack, name) is not None:
                self.place.numbers.close_editor()
            self.said.emit(tr("Saved"))

        work = self._ctx.jobs.write(lambda: rules.change_number(pack, name, text, note))
        self._background.run(work, done, partial(self._wrong, pack, name), receiver=self)

    def _editor(self, pack: str, name: str) -> NumberEditor | None:
        """The place where that number is being changed, unless another one is open by now."""
        editor = self.place.numbers.editor
        return editor if editor is not None and (self.place.pack_id(), editor.number.id) == (pack, name) else None

    def _wrong(self, pack: str, name: str, error: BaseException) -> None:
        editor = self._editor(pack, name)
        if editor is None or not isinstance(error, AftercaseError):
            self._background.failed.emit(error)
            return
        editor.show_wrong(_said(error), note=error.code in _OF_THE_NOTE)

    def weigh(self, name: str, text: str) -> None:
        """Work out what a value would do to the open cases, and show it under the number."""
        rules, pack = self._ctx.rules, self.place.pack_id()

        def show(report: EffectReport) -> None:
            editor = self._editor(pack, name)
            if editor is not None and editor.value.text() == text:
                editor.show_wrong("")
                editor.show_report(report, self._now(), zone(self._ctx.bench.time_zone))

        self._weigh(partial(rules.effects, pack, name, text), show, partial(self._wrong, pack, name))

    def _weigh(
        self,
        work: Callable[..., EffectReport],
        show: Callable[[EffectReport], None],
        wrong: Callable[[BaseException], None],
    ) -> None:
        """Evaluate the open cases on the reading side, with how far it is and a way to stop in the status bar."""
        self._stop.set()
        stop = self._stop = threading.Event()
        tell = self._progressed.emit
        self.working.emit(Work(tr("Looking at the open cases"), 0.0, stop.set))

        def ended() -> None:
            if self._stop is stop:  # or another is under way, which is to stay in sight
                self.working.emit(None)

        def done(report: EffectReport) -> None:
            ended()
            show(report)

        def failed(error: BaseException) -> None:
            ended()
            if not (isinstance(error, AftercaseError) and error.code == "cancelled"):
                wrong(error)

        job = self._ctx.jobs.read(lambda: work(progress=tell, stopped=stop.is_set))
        self._background.run(job, done, failed, receiver=self)

    def _show_progress(self, done: int, total: int) -> None:
        if not self._stop.is_set() and done < total:
            self.working.emit(Work(tr("Looking at case %1 of %2", done, total), done / total, self._stop.set))

    def leave(self) -> None:
        """Stop what is under way for this place alone."""
        self._stop.set()

    # Files

    def _ask_export(self, pack: str) -> None:
        # A pack may be named like a device of Windows; what is written to that name is lost.
        start = Path(_documents()) / f"{tr('Rules')} {pack}.json"
        kinds = tr("Policy packs (*.json)")
        chosen, _ = QFileDialog.getSaveFileName(self.place, tr("Export a policy pack"), str(start), kinds)
        if chosen:
            path = Path(chosen)
            self.export(pack, path if path.suffix else path.with_name(f"{path.name}.json"))

    def export(self, pack: str, path: Path) -> None:
        """Write a pack as one file."""
        rules = self._ctx.rules
        work = self._ctx.jobs.io(lambda: rules.export_pack(pack, path), keeps=True)
        self._background.run(work, lambda _: self.said.emit(tr("Written to %1", path.name)), receiver=self)

    def _ask_import(self) -> None:
        kinds = tr("Policy packs (*.json)")
        chosen, _ = QFileDialog.getOpenFileName(self.place, tr("Import a policy pack"), _documents(), kinds)
        if chosen:
            self.preview(Path(chosen))

    def preview(self, path: Path) -> None:
        """Look into a file and show what taking it in would do."""
        rules = self._ctx.rules
        self._background.run(self._ctx.jobs.io(lambda: rules.preview(path)), self.ask, receiver=self)

    def ask(self, preview: ImportPreview) -> RuleImportDialog:
        """Show a preview."""
        dialog = RuleImportDialog(preview, self.place)
        dialog.accepted_file.connect(self.take_in)
        dialog.weighed.connect(lambda file: self._weigh_file(dialog, file))
        dialog.finished.connect(lambda _: self._stop.set())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _weigh_file(self, dialog: RuleImportDialog, file: RuleFile) -> None:
        def show(report: EffectReport) -> None:
            if isValid(dialog):
                dialog.show_report(report, self._now(), zone(self._ctx.bench.time_zone))

        def wrong(error: BaseException) -> None:
            if isValid(dialog) and isinstance(error, AftercaseError):
                dialog.show_wrong(_said(error))
            else:
                self._background.failed.emit(error)

        self._weigh(partial(self._ctx.rules.import_effects, file), show, wrong)

    def take_in(self, file: RuleFile) -> None:
        """Take a file in that was shown."""
        rules = self._ctx.rules

        def done(preview: ImportPreview) -> None:
            self.said.emit(tr("Taken in"))
            if preview.pack is not None:
                self.reload(preview.pack.id)

        self._background.run(self._ctx.jobs.write(lambda: rules.import_pack(file)), done, receiver=self)

    def remove(self, pack: str) -> None:
        """Take a pack the shop brought in out of force; Undo brings it back."""
        rules = self._ctx.rules
        self._background.run(self._ctx.jobs.write(lambda: rules.remove_own_pack(pack)), lambda _: None, receiver=self)


def _said(error: AftercaseError) -> str:
    words = sentence(error)
    return f"{words.what} {words.next}".strip()


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
