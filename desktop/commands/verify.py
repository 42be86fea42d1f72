"""`verify`: whether everything is as it was written."""

from __future__ import annotations

from argparse import Namespace

from desktop.commands.output import Output
from desktop.context import AppContext
from models.store.verify import verify_store


def verify(context: AppContext, options: Namespace, output: Output) -> int:
    """Re-read everything: database, evidence, history. 0 only if all of it is as it was written."""
    report = verify_store(context.store)
    for text in report.database:
        output.line(f"database: {text}")
    for finding in report.findings:
        since = f", as imported until {finding.known_good.isoformat()}" if finding.known_good is not None else ""
        same = f", that of {finding.same_as}" if finding.same_as else ""
        output.line(
            f"evidence {finding.evidence_id} ({finding.case_number} / {finding.number}):"
            f" {finding.integrity.value}, {finding.fault.value}{same}{since}"
        )
        output.line(f"  expected {finding.sha256} ({finding.size} bytes)")
        if finding.found:
            output.line(f"  found    {finding.found} ({finding.found_size} bytes)")
    for photo in report.photos:
        output.line(
            f"photo {photo.photo_id} of parcel {photo.parcel or photo.receipt_id} ({photo.name}):"
            f" {photo.integrity.value}, {photo.fault.value}"
        )
        output.line(f"  expected {photo.sha256} ({photo.size} bytes)")
    if report.chain.broken_at is not None:
        output.line(f"history: event {report.chain.broken_at}: {report.chain.reason}")
    if report.rolled_back:
        output.line("history: an older copy of the database stands in place of the newest one")
    output.line(f"database {'whole' if not report.database else 'damaged'}")
    output.line(f"evidence {report.evidence_checked} checked, {len(report.findings)} not as imported")
    if report.photos_checked:
        output.line(f"photos of parcels {report.photos_checked} checked, {len(report.photos)} not as they came")
    output.line(f"history {report.chain.events} events, head {report.chain.head.hash[:16]}")
    output.line("everything holds" if report.holds else "NOT everything holds")
    output.value({"holds": report.holds, "report": report})
    return 0 if report.holds else 1
