"""`registers export`: every register of a month as workbook and PDF, claim statements per carrier, the measures."""

from __future__ import annotations

import re
import unicodedata
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.commands.output import Output
from desktop.context import AppContext
from desktop.exporters.safe_target import check_plain, fault
from desktop.services.packet_files import check_folder
from desktop.services.sheets import SheetWish
from models.errors import NotFound, UserError
from models.kinds import PacketLanguage, Paper, RegisterKind
from models.register_records import Month, RegisterQuery, RegisterSheet

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_NAME_SIGNS = 40
_COUNTED_TOGETHER = 100
# Neither for a file system nor for a shell that is given the name.
_NOT_A_NAME = re.compile(r"[<>:\"'/\\|?*$%`&;!\s]+")


@dataclass(frozen=True, slots=True)
class WrittenList:
    """One file: its path, what it holds, how many lines or pages, its bytes."""

    file: Path
    what: str
    count: int
    unit: str
    size: int


@dataclass(frozen=True, slots=True)
class _Planned:
    name: str
    what: str
    unit: str
    write: Callable[[Path], int]


def read_month(text: str) -> Month:
    """`2026-11`. UserError `month_wrong` for anything else."""
    match = _MONTH.fullmatch(text) if text.isascii() else None
    if match is None or not 1 <= int(match[2]) <= 12 or not 1970 <= int(match[1]) <= 9998:
        raise UserError("month_wrong", month=text[:40])
    return Month(int(match[1]), int(match[2]))


def export_registers(context: AppContext, options: Namespace, output: Output) -> int:
    """Write the files of the month into `--out`, which is made if only the last folder of its path is not there.

    Nothing there is overwritten unless `--force` is given: then nothing at all is written if one of the names is taken.
    """
    month, folder = read_month(options.month), Path(options.out)
    if not options.out.strip() or "\0" in options.out:
        # An empty path would be the folder the command happens to run in.
        raise UserError("packet_name_needed")
    shop_id = _shop(context, options.shop)
    language = options.language or options.lang
    wish = SheetWish(language=PacketLanguage(language), paper=Paper(options.paper))
    kinds = [RegisterKind(kind) for kind in dict.fromkeys(options.kind)] or list(RegisterKind)
    # Judged by the rules of packets: as a folder that is to be made, else with a name in it that nobody has.
    new = not folder.exists() and not folder.is_symlink()
    place, name = (folder.absolute().parent, folder.name) if new else (folder, ".aftercase-registers")
    check_folder(place, name, context.store.folder)
    planned = list(_planned(context, month, shop_id, kinds, wish, language, whole=not options.kind))
    _check_free(folder, [each.name for each in planned], force=options.force)
    if new:
        try:
            folder.mkdir()
        except OSError as error:
            raise fault(error, folder.name) from error
    written: list[WrittenList] = []
    for each in planned:
        made = _write(folder, each)
        written.append(made)
        # Said at once: where a later one fails, it is known what is there.
        output.line(f"{made.file}: {made.what}, {made.count} {made.unit}, {made.size} bytes")
    files = "个文件" if options.lang == "zh" else "files"
    output.line(f"{month}: {len(written)} {files} -> {folder}")
    output.value({"month": str(month), "shop": shop_id, "files": written})
    return 0


def _planned(
    context: AppContext, month: Month, shop_id: int | None, kinds: Sequence[RegisterKind], wish: SheetWish,
    language: str, *, whole: bool,
) -> Sequence[_Planned]:  # fmt: skip
    lists, found = context.register_lists, []
    for kind in kinds:
        sheet = context.registers.sheet(RegisterQuery(kind, month, shop_id))
        if kind is RegisterKind.CARRIER_CLAIM and _count_evidence(context, sheet):
            sheet = context.registers.sheet(RegisterQuery(kind, month, shop_id))
        base = f"{month}-{kind.value}"
        name = lists.name_of(sheet, language)

        def book(out: Path, sheet: RegisterSheet = sheet) -> int:
            return lists.export(out, sheet, language=language)

        def paper(out: Path, sheet: RegisterSheet = sheet) -> int:
            made = lists.paper(sheet, wish)
            lists.save(made, out)
            return made.pages

        found += [_Planned(f"{base}.xlsx", name, "lines", book), _Planned(f"{base}.pdf", name, "pages", paper)]
    if RegisterKind.CARRIER_CLAIM in kinds:
        found += _statements(context, month, shop_id, wish)
    if whole:
        metrics = context.month_metrics.metrics(month, shop_id)
        said = "售后月度汇总" if language == "zh" else "after-sales month"

        def metrics_paper(out: Path) -> int:
            made = lists.metrics_paper(metrics, wish)
            lists.save(made, out)
            return made.pages

        found += [
            _Planned(f"{month}-metrics.xlsx", said, "lines",
                     lambda out: lists.export_metrics(out, metrics, language=language)),
            _Planned(f"{month}-metrics.pdf", said, "pages", metrics_paper),
        ]  # fmt: skip
    return found


def _count_evidence(context: AppContext, sheet: RegisterSheet) -> bool:
    """Count whether the evidence of claims is complete where nobody did yet; whether anything was counted."""
    lacking = [
        line.case_id for line in sheet.lines
        if line.case_id is not None and line.cells.get("evidence_complete") is None
    ]  # fmt: skip
    kept = False
    for start in range(0, len(lacking), _COUNTED_TOGETHER):
        kept |= context.checklists.keep(context.checklists.count(lacking[start : start + _COUNTED_TOGETHER]))
    return kept


def _statements(context: AppContext, month: Month, shop_id: int | None, wish: SheetWish) -> list[_Planned]:
    """A statement per carrier, as the Registers page prints them."""
    sheets, found = context.sheets, []
    names: set[str] = set()
    for carrier in sheets.claim_carriers(month.year, month.month, shop_id=shop_id):

        def paper(out: Path, name: str = carrier.name) -> int:
            made = sheets.claim_of_month(name, month.year, month.month, wish, shop_id=shop_id)
            sheets.save(made, out)
            return made.pages

        name = _free(f"{month}-claims-{plain_name(carrier.name) or 'no-carrier'}", names)
        found.append(_Planned(f"{name}.pdf", f"claims {carrier.name[:_NAME_SIGNS]}".strip(), "pages", paper))
    return found


def plain_name(text: str) -> str:
    """A name as part of a file's name: no sign that means something to a file system, at most 40 signs."""
    line = unicodedata.normalize("NFC", text[:400])
    kept = "".join(sign for sign in line if unicodedata.category(sign)[0] not in "CZ" or sign == " ")
    return _NOT_A_NAME.sub("-", kept.strip()).strip("-. ")[:_NAME_SIGNS].strip("-. ")


def _free(name: str, taken: set[str]) -> str:
    for turn in range(1, 10_000):
        wanted = name if turn == 1 else f"{name}-{turn}"
        if wanted.casefold() not in taken:
            taken.add(wanted.casefold())
            return wanted
    raise UserError("export_name_unsafe", file=name)


def _check_free(folder: Path, names: Sequence[str], *, force: bool) -> None:
    """UserError `export_there` with the names that are taken; a folder of such a name stands in the way of force."""
    taken = []
    for name in names:
        check_plain(name)
        place = folder / name
        if (place.exists() or place.is_symlink()) and (not force or place.is_symlink() or not place.is_file()):
            taken.append(name)
    if taken:
        raise UserError("export_there", files=", ".join(taken[:5]), count=len(taken), folder=str(folder))


def _write(folder: Path, planned: _Planned) -> WrittenList:
    out = folder / planned.name
    count = planned.write(out)
    try:
        size = out.stat().st_size
    except OSError as error:
        raise fault(error, planned.name) from error
    return WrittenList(out, planned.what, count, planned.unit, size)


def _shop(context: AppContext, wanted: str) -> int | None:
    """The shop of that name or number; None for all. NotFound for one that is not there, UserError `shop_several`."""
    if not wanted:
        return None
    known = context.shops.list_shops()
    found = [shop.id for shop in known if shop.name == wanted] or [shop.id for shop in known if str(shop.id) == wanted]
    if not found:
        raise NotFound("shop_not_found", shop=wanted[:80])
    if len(found) > 1:
        raise UserError("shop_several", shop=wanted[:80], numbers=", ".join(map(str, found)))
    return found[0]
