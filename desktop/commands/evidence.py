"""`evidence list`, `evidence add`, `evidence export` and `evidence verify`: evidence of cases without the window."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from desktop.commands.output import Output
from desktop.context import AppContext
from desktop.words import word
from models.errors import AftercaseError
from models.kinds import EvidenceSource


def run(context: AppContext, options: Namespace, output: Output) -> int:
    """0 if all of it could be done and everything is as imported, otherwise 1."""
    return {"list": _list, "add": _add, "export": _export}.get(options.verb, _verify)(context, options, output)


def _list(context: AppContext, options: Namespace, output: Output) -> int:
    case_id = context.cases.find_case_id(options.case)
    items = context.evidence.list_case_evidence(case_id)
    for item in items:
        output.line(
            f"{item.number}  {item.exhibit or '-'}  {word(item.media, options.lang)}  {item.size}  {item.sha256}  "
            f"{word(item.integrity, options.lang)}  {item.caption or item.original_name}"
        )
    output.line(f"{len(items)}, {sum(item.size for item in items)} bytes")
    output.value({"case": options.case, "count": len(items), "evidence": items})
    return 0


def _add(context: AppContext, options: Namespace, output: Output) -> int:
    case_id = context.cases.find_case_id(options.case)
    from desktop.services.evidence_intake import Unpacking

    unpacking = Unpacking.CONTENT if options.unpack else Unpacking.WHOLE
    gathered = context.intake.gather([Path(file) for file in options.files], unpacking)
    added = context.intake.add_all(case_id, gathered.incoming, EvidenceSource.IMPORTED)
    for one in added:
        if one.error is not None:
            output.line(f"not kept  {one.name}  {one.error}")
        else:
            item = context.evidence.find_evidence(one.evidence_id or 0)
            said = "already there" if one.already_there else "kept"
            output.line(f"{said}  {item.number}  {item.sha256}  {one.name}{f'  ({one.note})' if one.note else ''}")
    if gathered.cut:
        output.line(f"only the first {len(gathered.incoming)} files were taken; there are more")
    failed = sum(one.error is not None for one in added)
    doubles = sum(one.already_there for one in added)
    output.line(f"{len(added) - failed - doubles} kept, {doubles} already there, {failed} not kept")
    output.value({
        "kept": len(added) - failed - doubles, "already_there": doubles, "failed": failed, "cut": gathered.cut,
        "files": [{"name": one.name, "evidence_id": one.evidence_id, "already_there": one.already_there,
                   "error": _told(one.error), "note": one.note} for one in added],
    })  # fmt: skip
    return 1 if failed or gathered.cut else 0


def _export(context: AppContext, options: Namespace, output: Output) -> int:
    from desktop.services.evidence_export import ExportWish

    service, target = context.taking_out, Path(options.out)
    ids = service.of_cases([context.cases.find_case_id(case) for case in options.cases])
    wish = ExportWish(
        target, archive=target.suffix.lower() == ".zip", original=options.original, redacted=not options.unredacted,
        language=options.lang,
    )  # fmt: skip
    report = service.export(ids, wish)
    for entry in report.entries:
        item = entry.row.evidence
        name = entry.file.name if entry.file else "-"
        output.line(f"{entry.how}  {entry.row.case_number}  {item.number}  {name}")
    output.line(f"{len(report.files)} -> {report.place}, {len(report.left_out)} left out")
    output.value({
        "place": report.place, "count": len(report.files), "left_out": len(report.left_out),
        "manifest": asdict(report.sums),
        "files": [{"case": entry.row.case_number, "number": entry.row.evidence.number, "how": entry.how,
                   "file": entry.file, "original_sha256": entry.row.evidence.sha256} for entry in report.entries],
    })  # fmt: skip
    return 1 if report.left_out else 0


def _verify(context: AppContext, options: Namespace, output: Output) -> int:
    case_id = context.cases.find_case_id(options.case) if options.case else None
    check = context.integrity.verify(case_id)
    for finding in check.findings:
        item = context.evidence.find_evidence(finding.evidence_id)
        name = item.caption or item.original_name
        output.line(f"{word(finding.integrity, options.lang)}  {item.number}  {item.sha256}  {name}")
    output.line(f"{check.checked} checked, {check.size} bytes, {len(check.findings)} not as imported")
    output.value({"holds": not check.findings, "check": check})
    return 1 if check.findings else 0


def _told(error: AftercaseError | None) -> str | None:
    return error.code if error is not None else None
