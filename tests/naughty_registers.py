"""`python -m tests.naughty_registers [--texts 300]`: hostile texts in every column the day and the month are made of.

The rows are written past all services, as a hostile data folder would bring them. Every register is made as workbook and
PDF, the measures, claim statements, the night's sheet, the report on a batch and the week; workbooks are read as XML.
With `--window` the pages and windows are opened on them, and everything they show or tell is looked at.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from tests.crash_month import exported
from tests.naughty import OWN, listed_texts, naughty_texts
from tests.naughty_packets import faults, fits, open_case, own_files, photo, tree

if TYPE_CHECKING:
    from desktop.context import AppContext

RISKY = (
    '=cmd|\' /C calc\'!A0', "=1+1", "+1+1", "-2+3", "@SUM(A1:A9)", '=HYPERLINK("http://192.0.2.7","点我")', "\t=1+1",
    "<script>alert(1)</script>", "../../../../etc/passwd", "{=1+1}", "DDE(\"cmd\";\"/C calc\")", "_x003D_1+1",
)  # fmt: skip
# What may never leave in a paper for a supplier, nor be in a log or in what the command line says.
NICK, PHONE, PLACE, FILE = "SENTINEL-NICK", "13912345678", "SENTINEL-PLACE 12 号", "SENTINEL-FILE.jpg"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def fill(ctx: AppContext, texts: Sequence[str]) -> int:
    """A line of every register for each text, a parcel, a night, a review and a closing; the id of the case."""
    from models.kinds import EvidenceSource, Platform, RegisterKind
    from models.register_kinds import EntryOrigin, HandOverState, RegisterState, ReviewOrigin, ReviewVerdict
    from models.rules.register_columns import COLUMNS

    case_id = open_case(ctx, texts)
    now = ctx.clock.now()
    known = {column.key for columns in COLUMNS.values() for column in columns}
    kept = known | {
        "tracking_no",
        "title",
        "subtype",
        "answer",
        "withdrawn",
        "paid_note",
        "supplier",
        "deadline",
        "cause",
    }

    def work(change: Any) -> None:
        buyer = change.database.execute_sql('SELECT buyer_id FROM "case"').fetchone()[0]
        change.update("buyer", buyer, nick=NICK, phone=PHONE, address=PLACE)
        for at, text in enumerate(texts):
            other = texts[(at + 1) % len(texts)]
            for register in RegisterKind:
                columns = {key: text if place % 2 else other for place, key in enumerate(sorted(kept))}
                columns |= {"severe": "true", "style": text, "batch": other}
                change.insert(
                    "register_entry", register=register, case_id=case_id if at % 2 else None, shop_id=1, amount=990 + at,
                    currency="CNY", columns=columns, entered_at=now, entered_by=other, state=RegisterState.OPEN,
                    origin=EntryOrigin.WIZARD, reason=text, points=at % 13, due_at=now - timedelta(days=3),
                )  # fmt: skip
            change.insert(
                "return_receipt", shop_id=1, case_id=case_id if at % 2 else None, tracking_number=text, carrier=other,
                sender=text, phone=other, item=text, note=other, arrived_at=now, arrived_by=text, condition=other,
                reason=other, resent_with=text, resent_number=text, surcharge_bearer=text,
            )  # fmt: skip
            change.insert(
                "hand_over_item", morning=now.date(), shop_id=1, text=text, case_id=case_id if at % 3 else None,
                left_at=now, left_by=other, due_at=now + timedelta(hours=1), taken_by=text, done_by=other, note=text,
                state=list(HandOverState)[at % len(HandOverState)],
            )  # fmt: skip
            change.insert(
                "review", shop_id=1, case_id=case_id if at % 2 else None, order_number=text, buyer_nick=other,
                item_title=text, sku=other, rating=1, verdict=ReviewVerdict.BAD, text=text, written_at=now,
                origin=ReviewOrigin.PASTED, entered_at=now, entered_by=other, reply=text, replied_by=other,
                problems='["' + "damaged" + '"]', note=text, digest=f"{at:064d}",
            )  # fmt: skip
            change.insert(
                "batch_notice", shop_id=1, style=text, batch=other, covers_until=now, buyers=2, severe=True,
                acknowledged_at=now, acknowledged_by=other, note=text,
            )  # fmt: skip
            change.insert(
                "month_closing", shop_id=1, register=RegisterKind.CARRIER_CLAIM, month="2020-01", starts_at=now,
                ends_at=now, totals={}, closed_at=now, closed_by=text, note=other, reopened_at=now, reopened_by=text,
                reopen_reason=other,
            )  # fmt: skip

    ctx.bench.act("sample_made", work, undoable=False)
    added = ctx.intake.add_bytes(case_id, photo(9), FILE, EvidenceSource.CHOSEN, caption=NICK)
    ctx.evidence.order_exhibits(case_id, [item.id for item in ctx.evidence.list_case_evidence(case_id)])
    assert added.evidence_id, Platform.TAOBAO
    return case_id


def workbook_faults(file: Path, texts: Sequence[str]) -> Iterator[str]:
    """What is wrong with a workbook of ours: read as XML, by nothing that would mend it."""
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        yield from (f"{file.name}: {name}" for name in names if "external" in name.lower() or "vba" in name.lower())
        for name in names:
            data = archive.read(name)
            if b"<!ENTITY" in data or b'TargetMode="External"' in data or b"ddeLink" in data or b"oleLink" in data:
                yield f"{file.name}: a link in {name}"
            root = ElementTree.fromstring(data)
            if not name.startswith("xl/worksheets/"):
                continue
            for tag in ("f", "hyperlink", "dataValidation", "oleObject", "drawing", "legacyDrawing"):
                if root.find(f".//{_MAIN}{tag}") is not None:
                    yield f"{file.name}: <{tag}> in {name}"
            for cell in root.iter(f"{_MAIN}c"):
                kind, value = cell.get("t", "n"), cell.findtext(f"{_MAIN}v")
                if kind == "n" and value is not None:
                    float(value)
                elif kind not in ("s", "inlineStr", "n", "d"):
                    yield f"{file.name}: a cell of type {kind}"


def papers(ctx: AppContext, case_id: int, out: Path, texts: Sequence[str]) -> Iterator[str]:
    """Everything on paper and as workbooks; what went wrong."""
    from desktop.services.sheets import SheetWish
    from models.errors import AftercaseError
    from models.kinds import PacketLanguage

    today = ctx.clock.now().date()
    month = f"{today:%Y-%m}"
    said = io.StringIO()
    with redirect_stdout(said):
        count = exported(ctx, month, out)
    if count != len(list(out.iterdir())):
        yield f"{count} files said to be written, {len(list(out.iterdir()))} there"
    for file in sorted(out.iterdir()):
        if file.suffix == ".pdf":
            yield from faults(file.name, file.read_bytes())
        else:
            yield from workbook_faults(file, texts)
    for language in (PacketLanguage.ZH, PacketLanguage.EN):
        wish = SheetWish(language=language)
        alarms = ctx.batch_alarms.alarms(None)[:6]
        if not alarms:
            yield "no batch rings"
        secret = (FILE, NICK, PHONE, PLACE, "SENTINEL-OWNER", "SENTINEL-COMMENT")
        making: list[tuple[str, Callable[[], Any], tuple[str, ...]]] = [
            ("night", lambda wish=wish: ctx.hand_over_papers.night(today, wish), ()),
            ("week", lambda wish=wish: ctx.quality_reports.weekly(today, wish), secret),
            *(("report", lambda wish=wish, at=at: ctx.quality_reports.report(at.style, at.batch, wish), secret)
              for at in alarms),
        ]  # fmt: skip
        for name, make, hidden in making:
            try:
                data = make().path.read_bytes()
            except AftercaseError as error:
                yield f"{name}: {error.code}"
                continue
            yield from faults(name, data)
            yield from leaks(name, data, *hidden)


def leaks(name: str, data: bytes, *secret: str) -> Iterator[str]:
    """What of these is in a PDF, in its text, its bytes, or its streams."""
    import pikepdf

    from tests.naughty_packets import words_of

    flat, streams = words_of(data), [data]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                streams.append(each.read_raw_bytes())
                if each.get("/Filter") != "/DCTDecode":
                    try:
                        streams.append(each.read_bytes())
                    except pikepdf.PdfError:
                        continue
    for word in secret:
        if "".join(word.split()) in flat or any(word.encode() in part for part in streams):
            yield f"{name}: {word} is in it"


def logs(shop: Path, *secret: str) -> Iterator[str]:
    """What of these is in a log."""
    for file in (shop / "logs").glob("*"):
        said = file.read_text(encoding="utf-8", errors="replace")
        yield from (f"log {file.name}: {word[:40]!r}" for word in secret if word in said)


def run(texts: Sequence[str], at_once: int, *, window: bool) -> list[str]:
    """All texts, so many in a shop; what went wrong."""
    from desktop.bootstrap import build

    problems: list[str] = []
    with tempfile.TemporaryDirectory(prefix="aftercase-naughty-") as room:
        place = Path(room)
        for first in range(0, len(texts), at_once):
            some = [*RISKY, *(text for text in texts[first : first + at_once] if text.strip())]
            shop, out = place / f"{first}" / "shop", place / f"{first}" / "out"
            out.mkdir(parents=True)
            ctx = build(shop, threads=False)
            try:
                case_id = fill(ctx, some)
                before = tree(place)
                try:
                    found = list(papers(ctx, case_id, out, some))
                    if window:
                        from tests.naughty_windows import look

                        found += look(ctx, some)
                except Exception as error:  # noqa: BLE001
                    found = [f"raised {error!r} {traceback.format_exc()[-1500:]}"]
                after = tree(place)
                changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
                found += [f"outside: {path}" for path in changed
                          if not own_files(path) and not path.startswith(str(out))]  # fmt: skip
            finally:
                ctx.close()
            found += logs(shop, NICK, PHONE, PLACE, FILE, *(text for text in some if len(text) > 8))
            problems += [f"{first}: {one}" for one in found]
            print(f"{first + len(some)} texts, {len(problems)} problems", flush=True)
    return problems


def main(arguments: Sequence[str]) -> int:
    """0 if nothing became a formula, markup, a path or a line of a log."""
    parser = argparse.ArgumentParser(prog="python -m tests.naughty_registers", description=__doc__)
    parser.add_argument("--texts", type=int, default=300)
    parser.add_argument("--at-once", type=int, default=30)
    parser.add_argument("--window", action="store_true")
    options = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    texts = [text for text in dict.fromkeys((*OWN, *listed_texts(), *naughty_texts())) if fits(text)]
    problems = run(texts[: options.texts], options.at_once, window=options.window)
    for problem in problems[:40]:
        print(problem)
    print(json.dumps({"texts": options.texts, "problems": len(problems), "seconds": round(time.monotonic() - began)}))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
