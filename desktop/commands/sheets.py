"""`sheet`: makes a return slip, a carrier claim sheet or a one-page summary of a case."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.commands.output import Output
from desktop.context import AppContext
from desktop.services.sheets import SheetWish
from models.kinds import PacketLanguage, Paper
from models.rules.return_codes import return_code
from models.rules.sheet_slip import SlipForm


def make_sheet(context: AppContext, options: Namespace, output: Output) -> int:
    """Write the sheet to `--out`; it is noted in the history of its case."""
    case_id = context.cases.find_case_id(options.case)
    wish = SheetWish(
        PacketLanguage.BOTH if options.both else PacketLanguage(options.lang), Paper(options.paper),
        SlipForm(options.size),
    )  # fmt: skip
    sheets = context.sheets
    if options.kind == "return-slip":
        sheet = sheets.return_slip(case_id, wish)
        output.line(return_code(context.cases.load_page(case_id).case.number))
    else:
        sheet = (sheets.claim_of_case if options.kind == "claim" else sheets.case_summary)(case_id, wish)
    path = sheets.save(sheet, Path(options.out))
    output.line(f"{path}: {sheet.pages} pages, {sheet.size} bytes, sha256 {sheet.sha256}")
    for missing in sheet.missing_glyphs:
        output.line(f"could not be drawn: {missing}")
    output.value(sheet)
    return 0
