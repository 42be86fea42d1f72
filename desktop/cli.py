"""The command line: what there is, and running it without a window."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desktop.commands.output import Output
from desktop.context import AppContext
from desktop.platform.paths import default_data_folder
from desktop.version import VERSION
from models.case_query import CaseSort, CaseView
from models.errors import AftercaseError
from models.kinds import DisputeOutcome, PacketLanguage, Paper, Platform, RegisterKind
from models.rules.calendar_choices import Shown
from models.store.faults import as_faults

OUTCOMES = (DisputeOutcome.WON, DisputeOutcome.PARTLY, DisputeOutcome.LOST, DisputeOutcome.WITHDRAWN)
SHOWN = tuple(shown.value for shown in Shown)
Command = Callable[[AppContext, argparse.Namespace, Output], int]


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options; exits with status 2 and a sentence if they are wrong."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help="the shop's data folder")
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON value")
    common.add_argument("--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help="language of the words")
    parser = argparse.ArgumentParser(prog="aftercase", description="After-sales case manager.", parents=[common])
    parser.add_argument("--demo", action="store_true", help="open a sample shop in a temporary folder")
    parser.add_argument("--open", default="", metavar="WHAT", help="a case number, an order number or a file of orders")
    parser.add_argument("--hidden", action="store_true", help="begin in the tray, where there is one")
    parser.add_argument("--version", action="version", version=VERSION)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    orders = commands.add_parser("import-orders", parents=[common], help="import order files of a platform")
    orders.add_argument("files", nargs="+", metavar="FILE")
    orders.add_argument("--platform", choices=[platform.value for platform in Platform])
    orders.add_argument("--encoding", help="the text encoding, if it cannot be told")
    orders.add_argument("--dry-run", action="store_true", help="read and report, save nothing")
    orders.add_argument("--bad-rows", metavar="FILE", help="write the refused rows here")

    cases = commands.add_parser("cases", help="list or show cases").add_subparsers(dest="verb", required=True)
    listing = cases.add_parser("list", parents=[common], help="what the list shows")
    listing.add_argument("--view", choices=[view.value for view in CaseView], default=CaseView.OPEN.value)
    listing.add_argument("--search", default="", metavar="TEXT")
    listing.add_argument("--sort", choices=[sort.value for sort in CaseSort], default=CaseSort.NEXT_CLOCK.value)
    listing.add_argument("--descending", action="store_true")
    listing.add_argument("--limit", type=int, default=0, metavar="N")
    sheet = cases.add_parser("export", parents=[common], help="write what the list shows as a workbook or CSV file")
    sheet.add_argument("--view", choices=[view.value for view in CaseView], default=CaseView.OPEN.value)
    sheet.add_argument("--search", default="", metavar="TEXT")
    sheet.add_argument("--sort", choices=[sort.value for sort in CaseSort], default=CaseSort.NEXT_CLOCK.value)
    sheet.add_argument("--descending", action="store_true")
    sheet.add_argument("--out", required=True, metavar="FILE", help="a name ending in .xlsx or .csv")
    showing = cases.add_parser("show", parents=[common], help="one case whole")
    showing.add_argument("case", metavar="CASE")

    _packets(commands, common)
    paper = commands.add_parser("sheet", parents=[common], help="a return slip, claim sheet or summary of a case")
    paper.add_argument("case", metavar="CASE")
    paper.add_argument("--kind", choices=("return-slip", "claim", "summary"), required=True)
    paper.add_argument("--out", required=True, metavar="FILE")
    paper.add_argument("--both", action="store_true", help="in Chinese and English")
    paper.add_argument("--paper", choices=("a4", "letter"), default="a4")
    paper.add_argument("--size", choices=("two", "four", "a5", "a6"), default="two", help="of return slips")

    _evidence(commands, common)
    _callbacks(commands, common)
    _registers(commands, common)
    _reviews(commands, common)

    rules = commands.add_parser("rules", help="policy packs").add_subparsers(dest="verb", required=True)
    check = rules.add_parser("check", parents=[common], help="evaluate worked cases")
    check.add_argument("file", metavar="FILE")
    packs = rules.add_parser("list", parents=[common], help="the packs, or one with its numbers")
    packs.add_argument("pack", nargs="?", default="", metavar="PACK")
    handing = rules.add_parser("export", parents=[common], help="write a pack as one file")
    handing.add_argument("pack", metavar="PACK")
    handing.add_argument("--out", required=True, metavar="FILE")
    taking = rules.add_parser("import", parents=[common], help="take a pack file in")
    taking.add_argument("file", metavar="FILE")
    taking.add_argument("--dry-run", action="store_true", help="say what it would do, save nothing")

    commands.add_parser("verify", parents=[common], help="check store, evidence and history")
    proof = commands.add_parser(
        "verify-packet", parents=[common], help="is a packet intact: 0 yes, 1 changed, 3 unknown"
    )
    proof.add_argument("file", metavar="FILE", help="a PDF, a ZIP, a folder or any file of a packet")
    proof.add_argument("--password-stdin", action="store_true", help="read the password of a locked PDF from there")
    commands.add_parser("self-check", parents=[common], help="check that this installation works")
    generate = commands.add_parser("generate", parents=[common], help="fill a new folder for measuring")
    generate.add_argument("--cases", type=int, required=True, metavar="N")
    generate.add_argument("--evidence", type=int, default=0, metavar="N", help="rows of evidence, without files")
    generate.add_argument("--seed", type=int, default=1)
    shots = commands.add_parser("screenshots", parents=[common], help="grab every page to PNG files")
    shots.add_argument("folder", metavar="DIR")

    # The shared options have no default of their own: argparse would put it back over what stood before the command.
    started = argparse.Namespace(data=None, json=False, lang=None)
    options = parser.parse_args(arguments, started)
    options.command = options.command or "window"
    options.root = Path(options.data) if options.data else default_data_folder()
    return options


def _packets(commands: Any, common: argparse.ArgumentParser) -> None:
    # With a --lang of its own: a packet may be in both languages, what the command says is in one.
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help="the shop's data folder")
    shared.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON value")
    packet = commands.add_parser("packet", parents=[shared], help="make the packet of a case for a receiver")
    packet.add_argument("case", metavar="CASE")
    packet.add_argument("--out", required=True, metavar="DIR|FILE", help="a folder, or the name of the one file")
    packet.add_argument("--preset", default="", metavar="P", help="the receiver; without it the one chosen")
    packet.add_argument("--lang", dest="language", choices=[each.value for each in PacketLanguage], default="")
    packet.add_argument("--paper", choices=[each.value for each in Paper], default="")
    verbs = commands.add_parser("packets", help="packets that were made").add_subparsers(dest="verb", required=True)
    made = verbs.add_parser("list", parents=[common], help="number, case, receiver, time, person, files, hash, outcome")
    made.add_argument("--case", default="", metavar="CASE")
    made.add_argument("--outcome", choices=[each.value for each in OUTCOMES], default="")


def _evidence(commands: Any, common: argparse.ArgumentParser) -> None:
    verbs = commands.add_parser("evidence", help="evidence of cases").add_subparsers(dest="verb", required=True)
    listing = verbs.add_parser("list", parents=[common], help="the evidence of a case")
    listing.add_argument("case", metavar="CASE")
    adding = verbs.add_parser("add", parents=[common], help="keep files as evidence of a case")
    adding.add_argument("--unpack", action="store_true", help="take the files out of ZIP archives")
    adding.add_argument("case", metavar="CASE")
    adding.add_argument("files", nargs="+", metavar="FILE")
    taking = verbs.add_parser("export", parents=[common], help="copies in a folder or a ZIP file, with SHA256SUMS.txt")
    taking.add_argument("cases", nargs="+", metavar="CASE")
    taking.add_argument("--out", required=True, metavar="DIR|FILE.zip", help="nothing there is overwritten")
    taking.add_argument("--original", action="store_true", help="untouched, with place and camera data in them")
    taking.add_argument("--unredacted", action="store_true", help="not the redacted copies where there are some")
    checking = verbs.add_parser("verify", parents=[common], help="read evidence again, of one case or all")
    checking.add_argument("case", nargs="?", default="", metavar="CASE")


def _callbacks(commands: Any, common: argparse.ArgumentParser) -> None:
    verbs = commands.add_parser("callbacks", help="call-backs to buyers").add_subparsers(dest="verb", required=True)
    due = verbs.add_parser("due", parents=[common], help="what is due until a day, late ones first; phones masked")
    due.add_argument("--on", type=_day, default=None, metavar="DATE", help="as 2026-11-30; today without it")
    due.add_argument("--shop", default="", metavar="SHOP", help="its name or number; all shops without it")
    calendar = verbs.add_parser("ics", parents=[common], help="a calendar file; what it names as chosen in Settings")
    calendar.add_argument("--out", required=True, metavar="FILE")
    calendar.add_argument("--days", type=int, default=None, metavar="N", help="how far ahead, 90 unless chosen")
    calendar.add_argument("--names", choices=SHOWN, default="", help="how much of the buyer's name")
    calendar.add_argument("--phone", choices=SHOWN, default="", help="how much of the phone number")
    calendar.add_argument("--buyer-id", action="store_true", default=None, help="with the platform's buyer ID")
    calendar.add_argument("--subject", action="store_true", default=None, help="with what is to be talked about")


def _registers(commands: Any, common: argparse.ArgumentParser) -> None:
    verbs = commands.add_parser("registers", help="the registers of a month").add_subparsers(dest="verb", required=True)
    export = verbs.add_parser("export", parents=[common], help="workbooks and PDFs of a month, claims per carrier")
    export.add_argument("--month", required=True, metavar="MONTH", help="as 2026-11")
    export.add_argument("--out", required=True, metavar="DIR", help="a folder that is there")
    export.add_argument("--shop", default="", metavar="SHOP", help="its name or number; all shops without it")
    export.add_argument("--kind", action="append", default=[], choices=[kind.value for kind in RegisterKind],
                        help="only this register; may be given again")  # fmt: skip
    export.add_argument("--language", choices=("zh", "en"), default="", help="of what is written; as --lang without it")
    export.add_argument("--paper", choices=[each.value for each in Paper], default=Paper.A4.value)
    export.add_argument("--force", action="store_true", help="overwrite files of the same names")


def _reviews(commands: Any, common: argparse.ArgumentParser) -> None:
    verbs = commands.add_parser("reviews", help="reviews of a shop").add_subparsers(dest="verb", required=True)
    take_in = verbs.add_parser("import", parents=[common], help="take in a list of reviews, each once")
    take_in.add_argument("file", metavar="FILE", help="CSV or XLSX with a row of headings")
    take_in.add_argument("--shop", default="", metavar="SHOP", help="its name or number; not needed with one shop")
    take_in.add_argument("--dry-run", action="store_true", help="only say what it would bring")


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
        if day.isoformat() == text:
            return day
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"not a day as 2026-11-30: {text[:40]!r}")


def run_command(options: argparse.Namespace) -> int:
    """Run a command that needs no window; the exit status."""
    output = Output(as_json=options.json)
    if options.command == "packet" and not options.language and options.lang:
        options.language = options.lang
    if not options.lang:
        options.lang = "zh"
    try:
        if options.command == "rules" and options.verb == "check":
            from desktop.commands.rules import check_rules

            return check_rules(options, output)
        if options.command == "self-check":
            from desktop.commands.self_check import self_check

            return self_check(output)
        if options.command == "verify-packet":
            from desktop.commands.verify_packet import verify_packet

            with as_faults():
                return verify_packet(options, output)
        with as_faults():
            return _with_folder(_command(options), options, output)
    except AftercaseError as error:
        output.failure(error)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1


def _with_folder(command: Command, options: argparse.Namespace, output: Output) -> int:
    from desktop.bootstrap import build

    context = build(options.root, threads=False)
    try:
        return command(context, options, output)
    finally:
        context.close()


def _command(options: argparse.Namespace) -> Command:
    """What a command runs; only its own modules are loaded, which spares a short one a quarter of its time."""
    match options.command:
        case "cases":
            from desktop.commands.cases import export_cases, list_cases, show_case

            return {"list": list_cases, "export": export_cases}.get(options.verb, show_case)
        case "rules":
            from desktop.commands.rules import export_rules, import_rules, list_rules

            return {"list": list_rules, "export": export_rules}.get(options.verb, import_rules)
        case "import-orders":
            from desktop.commands.orders import import_orders

            return import_orders
        case "packet" | "packets":
            from desktop.commands.packets import list_packets, make_packet

            return list_packets if options.command == "packets" else make_packet
        case "sheet":
            from desktop.commands.sheets import make_sheet

            return make_sheet
        case "evidence":
            from desktop.commands.evidence import run

            return run
        case "callbacks":
            from desktop.commands.callbacks import list_due, write_calendar

            return list_due if options.verb == "due" else write_calendar
        case "registers":
            from desktop.commands.registers import export_registers

            return export_registers
        case "reviews":
            from desktop.commands.reviews import import_reviews

            return import_reviews
        case "verify":
            from desktop.commands.verify import verify

            return verify
    from desktop.commands.generate import generate

    return generate


def demo_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder for the sample shop that goes away with the program."""
    return tempfile.TemporaryDirectory(prefix="aftercase-demo-", ignore_cleanup_errors=True)
