"""The printed codes of the desk: made in the background, shown page by page in the print dialog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.services.packet_files import Outgoing, check_target, keep_preview
from models.kinds import PacketLanguage, Paper
from models.register_kinds import Condition
from ui.background import Background
from ui.i18n import language, translator
from ui.messages import show_error, toast
from ui.paper.print_dialog import PrintDialog
from ui.paper.printed_files import PaperFile, PaperSubject
from ui.plain import one_line
from ui.receiving.scan_codes import DeskCode
from ui.words import word

if TYPE_CHECKING:
    from desktop.context import AppContext

tr = translator("receiving")
_BLANK_MM = 8.0


def code_words() -> tuple[tuple[DeskCode, str], ...]:
    """Each printed code with what it does, in the order of the sheet."""
    return (
        (DeskCode.GOOD, word(Condition.GOOD)),
        (DeskCode.WORN, word(Condition.WORN)),
        (DeskCode.DAMAGED, word(Condition.DAMAGED)),
        (DeskCode.WRONG_ITEM, word(Condition.WRONG_ITEM)),
        (DeskCode.EMPTY, word(Condition.EMPTY)),
        (DeskCode.UNOPENED, tr("Arrived, unopened")),
        (DeskCode.MORE, tr("One piece more")),
        (DeskCode.LESS, tr("One piece fewer")),
        (DeskCode.STOCK, tr("Back to stock")),
        (DeskCode.NO_STOCK, tr("Not to stock")),
        (DeskCode.BOX, tr("Into the box of nobody's parcels")),
        (DeskCode.ASIDE, tr("Put aside")),
        (DeskCode.UNDO, tr("Take the last one back")),
    )


def print_code_sheet(ctx: AppContext, background: Background, window: QWidget) -> None:
    """Make the sheet and show it; nothing of it is written to the store."""
    title = tr("Codes of the receiving desk")
    hint = tr("Scan the parcel, then one of these codes. The scanner must end each code with Enter.")
    codes = code_words()
    tongue = PacketLanguage.EN if language() == "en" else PacketLanguage.ZH
    folder, now = ctx.store.folder.cache / "sheets", ctx.clock.now()

    def make() -> PaperFile:
        from desktop.packets.sheets.desk_codes import CodeLine, paint_desk_codes

        lines = [CodeLine(code.value, words) for code, words in codes]
        made = paint_desk_codes(title, hint, lines, Paper.A4, tongue, now)
        path = keep_preview(folder, f"desk-codes-{tongue.value}", made.content)
        edges = (_BLANK_MM, _BLANK_MM, _BLANK_MM, _BLANK_MM)
        return PaperFile(path, made.pages, made.width_mm, made.height_mm, edges)

    def show(file: PaperFile) -> None:
        def save(out: Path) -> Path:
            target = check_target(out, ctx.store.folder)
            Outgoing(target, file.path.read_bytes(), ctx.store.folder).put()
            return target

        subject = PaperSubject(title=title, files=(file,), name=title, save=save)
        dialog = PrintDialog(ctx, background, subject, window)
        dialog.saved.connect(lambda out: toast(window, tr("Codes saved as %1", one_line(out.name))))
        dialog.open()

    background.run(ctx.jobs.io(make), show, lambda error: show_error(error, window), receiver=window)
