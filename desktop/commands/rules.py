"""`rules`: check worked cases, list the packs, hand a pack on, take one in."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.commands.output import Output
from desktop.context import AppContext
from desktop.platform.resources import resource
from desktop.services.packs import PackLibrary, check_worked_cases
from desktop.services.rules import ImportPreview, RulePack
from models.errors import UserError


def check_rules(options: Namespace, output: Output) -> int:
    """Evaluate worked cases with the packs that ship; 0 only if all hold."""
    lines, held, total = check_worked_cases(Path(options.file), PackLibrary(resource("packs")))
    for line in lines:
        output.line(line)
    output.line(f"{held} of {total} hold")
    output.value({"held": held, "total": total, "lines": lines})
    return 0 if held == total and total else 1


def list_rules(context: AppContext, options: Namespace, output: Output) -> int:
    """Every pack, and with one named, its numbers with value, source and what the shop set instead."""
    book = context.rules.rules()
    wanted = options.pack
    chosen = [each for each in book.packs if wanted in ("", each.pack.id, *each.pack.aliases)]
    if wanted and not chosen:
        raise UserError("pack_not_found", pack=wanted)
    for each in chosen:
        output.line(_pack_line(each, options.lang))
        if wanted:
            for line in _number_lines(each, options.lang):
                output.line(line)
    for file, code in book.broken:
        output.line(f"{file.pack} {file.version}: {code}")
    output.value([_as_data(each, options.lang) for each in chosen])
    return 0


def export_rules(context: AppContext, options: Namespace, output: Output) -> int:
    """Write a pack as one file."""
    context.rules.export_pack(options.pack, Path(options.out))
    output.line(f"{options.pack}: {options.out}")
    output.value({"pack": options.pack, "file": options.out})
    return 0


def import_rules(context: AppContext, options: Namespace, output: Output) -> int:
    """Take a pack file in, or with --dry-run only say what it would do; 1 when it is refused."""
    preview = context.rules.preview(Path(options.file))
    output.value(_preview_data(preview, options.lang))
    for problem in preview.problems:
        output.line(f"refused: {problem}")
    if preview.pack is None or preview.problems:
        return 1
    output.line(f"{preview.pack.id} {preview.pack.version}  {preview.pack.title.pick(options.lang)}")
    for notice in preview.notices:
        output.line(f"note: {notice}")
    for number in preview.numbers:
        was, now = (text.pick(options.lang) if text else "-" for text in (number.before, number.after))
        output.line(f"number {number.name}: {was} -> {now}")
    for name, (value, note) in preview.new_numbers.items():
        output.line(f"shop's number {name}: {value}  {note}")
    for part in preview.parts:
        output.line(f"{part.part}: +{len(part.added)} -{len(part.removed)} ~{len(part.changed)}")
    if not options.dry_run:
        context.rules.import_pack(preview.file)
        output.line("imported")
    return 0


def _pack_line(each: RulePack, language: str) -> str:
    pack, read = each.pack, each.read
    until = pack.effective_to.isoformat() if pack.effective_to else ""
    marks = [
        "own" if each.own else "", "" if each.in_force else "not in force", "past review" if read.past_review else "",
    ]  # fmt: skip
    shown = f"{pack.layer}  {pack.id} {pack.version}  {pack.title.pick(language)}  {pack.effective_from}..{until}"
    counts = f"{len(read.rules)} rules, {len(read.clocks)} clocks, {len(read.numbers)} numbers"
    return "  ".join(part for part in (shown, counts, ", ".join(mark for mark in marks if mark)) if part)


def _number_lines(each: RulePack, language: str) -> list[str]:
    lines = []
    for number in each.read.numbers:
        yours = each.yours(number.id)
        own = f"  (pack: {number.pack_shown.pick(language)}; {yours.note})" if yours else ""
        source = f"{number.source.said(language)} [{number.source.confidence}]"
        lines.append(f"  {number.id} = {number.shown.pick(language)}{own}  {number.label.pick(language)}  {source}")
    return lines


def _as_data(each: RulePack, language: str) -> dict[str, object]:
    pack = each.pack
    return {
        "id": pack.id, "version": pack.version, "title": pack.title.pick(language), "layer": pack.layer,
        "effective_from": pack.effective_from, "effective_to": pack.effective_to, "review_by": pack.review_by,
        "in_force": each.in_force, "own": each.own is not None, "rules": len(each.read.rules),
        "numbers": {
            number.id: {
                "value": number.value, "pack_value": number.pack_value, "source": number.source.said(language),
                "confidence": number.source.confidence, "editable": number.editable,
            }
            for number in each.read.numbers
        },
    }  # fmt: skip


def _preview_data(preview: ImportPreview, language: str) -> dict[str, object]:
    pack = preview.pack
    return {
        "pack": pack.id if pack else None, "version": pack.version if pack else None,
        "problems": [str(problem) for problem in preview.problems], "notices": preview.notices,
        "numbers": {
            each.name: [text.pick(language) if text else None for text in (each.before, each.after)]
            for each in preview.numbers
        },
        "shop_numbers": {name: value for name, (value, _) in preview.new_numbers.items()},
    }  # fmt: skip
