"""Kills the program at random moments of a day's work, and looks whether anything acknowledged is lost.

`python -m tests.crash --kills 1000` is the long form; the suite runs a short one. The check reads the database and the
files by itself and shares no code with the program but the chain's definition of a link.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from tests import crash_calls, crash_import, crash_made, crash_month, crash_packets, crash_receiving

if TYPE_CHECKING:
    from desktop.context import AppContext

ROOT = Path(__file__).resolve().parents[1]
GENESIS = "0" * 64
MADE = frozenset(("layer", "lies", "taken", "damaged", "marked", "restored"))


def work(folder: Path, ack: Path, seed: int, *, weak: bool = False) -> None:
    """Add cases, notes and evidence for ever; after each, and only then, write one line to `ack`.

    With `weak` evidence is acknowledged before it is kept, and the process dies right there: the check must see it.
    """
    from models.kinds import EvidenceSource, Platform, Problem
    from models.store.order_import import ImportedOrder, import_orders
    from tests.crash_shop import opened_shop

    chance = random.Random(seed)
    context, shop = opened_shop(folder)
    said = os.open(ack, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for at in range(1_000_000):
        number = f"{seed}-{at}"
        order = ImportedOrder(
            number, Platform.TAOBAO, "CNY", "Asia/Shanghai", paid=16800, buyer_nick=f"花果山_{number}"
        )
        context.bench.act(
            "orders_imported",
            lambda transaction, order=order: import_orders(transaction, shop, [order]),
            undoable=False,
        )
        os.write(said, f"order {number}\n".encode())
        target = context.cases.find_targets(number)[0]
        case_id = context.cases.open_case(problem=Problem.DAMAGED, order_id=target.order_id, summary=number)
        os.write(said, f"case {case_id} {number}\n".encode())
        note = context.cases.add_note(case_id, f"打开就碎了 {number}")
        os.write(said, f"note {note}\n".encode())
        for _ in range(chance.randrange(3)):
            data = chance.randbytes(chance.randrange(100, 200_000))
            if weak:
                os.write(said, f"evidence 1 {hashlib.sha256(data).hexdigest()}\n".encode())
                os.kill(os.getpid(), signal.SIGKILL)
            added = context.intake.add_bytes(case_id, data, f"{number}.bin", EvidenceSource.PASTED)
            os.write(said, f"evidence {added.evidence_id} {hashlib.sha256(data).hexdigest()}\n".encode())
        desk_work(context, said, chance, case_id, number)


def desk_work(context: AppContext, said: int, chance: random.Random, case_id: int, number: str) -> None:
    """What a person does with cases at the desk; each acknowledged in the form of one line of what must be there."""
    from desktop.services.case_splitting import SplitParts
    from desktop.services.case_texts import TextDraft
    from desktop.services.parcels import ParcelEntry
    from models.case_query import CaseQuery
    from models.kinds import Problem, TextDraftKind

    def tell(*words: object) -> None:
        os.write(said, (" ".join(map(str, words)) + "\n").encode())

    text = f"您好 {number}"
    context.texts.keep_draft(case_id, TextDraftKind.REPLY, TextDraft(text))
    tell("draft", case_id, number)
    context.texts.reply_copied(case_id, text)
    tell("reply", case_id, text)
    context.case_tags.add_tags([case_id], [number])
    tell("tag", case_id, number)
    context.parcels.add(case_id, ParcelEntry(f"YQ{number}"))
    tell("parcel", f"YQ{number}")
    context.snoozing.snooze([case_id], context.clock.now() + timedelta(hours=20), note=number)
    tell("snooze", case_id, number)
    context.snoozing.wake([case_id])
    context.hand_over.hand_over([case_id], context.shops.person.id, f"交班 {number}")
    tell("words", f"交班 {number}")
    part = context.joining.split(case_id, SplitParts(Problem.OTHER, summary=f"拆出 {number}"))
    tell("case", part, f"拆出 {number}")
    if chance.random() < 0.5:
        context.joining.merge(case_id, [part], meant=True)
        tell("merged", part, case_id)
    page = context.cases.load_page(case_id)
    assert page.buyer is not None
    other = context.opening.add_buyer(page.shop.id, f"又名_{number}")
    context.buyers.merge(page.buyer.id, other)
    tell("buyer", other, page.buyer.id)
    everything = list(context.cases.list_case_ids(CaseQuery()))
    context.cases.change_problem(everything, chance.choice(list(Problem)))
    file = context.store.folder.root.parent / "cases.csv"
    context.case_lists.export(file, [case_id, part], ("number", "buyer"), "zh")
    tell("export", 2)


def _pairs(connection: dbapi2.Connection, sql: str) -> set[str]:
    return {f"{row[0]} {row[1]}" for row in connection.execute(sql)}


@dataclass
class Checker:
    """What was acknowledged so far, and how far the files were already looked at."""

    folder: Path
    checked_files: set[str] = field(default_factory=set)
    calendar_seen: dict[str, int] = field(default_factory=dict)

    def problems(self, ack: Path) -> list[str]:
        """Everything that is not as it must be; empty when all is well."""
        lines = ack.read_text().splitlines() if ack.exists() else []
        database = self.folder / "case.db"
        if not database.exists():
            return ["the database is gone"] if lines else []
        # Opened as the next start of the program would: recovery of the log included.
        connection = dbapi2.connect(str(database))
        try:
            found = [row[0] for row in connection.execute("PRAGMA quick_check").fetchall()]
            if found != ["ok"]:
                return [f"database: {found[0]}"]
            # A first start that was killed amid the migrations has not all tables.
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'receipt_photo'").fetchone():
                return ["acknowledged, but the store is empty"] if lines else []
            half = [*crash_packets.half(connection, self.folder),
                    *crash_calls.half(connection, self.folder, self.calendar_seen),
                    *crash_receiving.half(connection, self.folder),
                    *crash_month.half(connection, self.folder)]  # fmt: skip
            return [*self._lost(connection, lines), *half, *self._files(connection, lines), *self._chain(connection)]
        finally:
            connection.close()

    def _lost(self, connection: dbapi2.Connection, lines: Sequence[str]) -> list[str]:
        kept = {
            "order": {row[0] for row in connection.execute('SELECT number FROM "order"')},
            "case": {f"{row[0]} {row[1]}" for row in connection.execute('SELECT id, summary FROM "case"')},
            "note": {str(row[0]) for row in connection.execute("SELECT id FROM note")},
            "evidence": {f"{row[0]} {row[1]}" for row in connection.execute("SELECT id, sha256 FROM evidence")},
            "held": {str(row[0]) for row in connection.execute("SELECT id FROM evidence")},
            "reply": _pairs(connection, "SELECT case_id, text FROM reply"),
            "tag": _pairs(connection, "SELECT case_id, name FROM case_tag WHERE deleted_at IS NULL"),
            "parcel": {row[0] for row in connection.execute("SELECT tracking_number FROM parcel")},
            "words": {row[0] for row in connection.execute("SELECT text FROM note")},
            "draft": {
                f"{row[0]} {found[0]}"
                for row in connection.execute("SELECT case_id, text FROM text_draft")
                if (found := re.findall(r"[0-9]+-[0-9]+", row[1]))
            },
            "snooze": {
                f"{row[0]} {json.loads(row[1]).get('note')}"
                for row in connection.execute(
                    "SELECT case_id, details FROM history JOIN history_detail USING (seq) WHERE action = 'case_snoozed'"
                )
            },
            "export": {str(self._exported())},
            "merged": _pairs(connection, 'SELECT id, merged_into FROM "case"'),
            "buyer": _pairs(connection, "SELECT id, merged_into FROM buyer"),
        }
        kept |= self._made(connection, lines) if any(line.split(" ")[0] in MADE for line in lines) else {}
        kept |= crash_packets.kept(connection, self.folder, list(lines))
        kept |= crash_calls.kept(connection, list(lines))
        kept |= crash_receiving.kept(connection)
        kept |= crash_month.kept(connection, self.folder)
        return [f"lost: {line}" for line in lines if line.partition(" ")[2] not in kept[line.partition(" ")[0]]]

    def _made(self, connection: dbapi2.Connection, lines: Sequence[str]) -> dict[str, set[str]]:
        damaged = crash_made.damaged_now(list(lines))
        return {
            "layer": self._layers(connection),
            "lies": _pairs(connection, "SELECT id, case_id FROM evidence"),
            "taken": {
                name for name in self._told(lines, "taken") if crash_made.whole_export(self.folder.parent / name)
            },
            # Never gone: what is damaged lies in its place or apart.
            "damaged": {sha256 for sha256 in damaged if self._is_anywhere(sha256)}
            | self._told(lines, "damaged") - damaged,
            "marked": {
                str(row[0])
                for row in connection.execute("SELECT id, sha256, integrity FROM evidence")
                if row[1] not in damaged or row[2] != "verified"
            },
            "restored": {row[0] for row in connection.execute("SELECT sha256 FROM evidence")},
        }

    @staticmethod
    def _told(lines: Sequence[str], word: str) -> set[str]:
        return {line.partition(" ")[2] for line in lines if line.startswith(f"{word} ")}

    @staticmethod
    def _layers(connection: dbapi2.Connection) -> set[str]:
        """Each layer with every count of marks up to its own: what is kept after may hold more."""
        found = set()
        for evidence_id, layer in connection.execute("SELECT evidence_id, layer FROM annotation"):
            count = sum(len(sheet["marks"]) for sheet in json.loads(layer)["sheets"])
            found |= {f"{evidence_id} {less}" for less in range(count + 1)}
        return found

    def _is_anywhere(self, sha256: str) -> bool:
        in_place = (self.folder / "evidence" / sha256[:2] / sha256).exists()
        return in_place or any((self.folder / "quarantine").glob(f"{sha256}.*"))

    def _exported(self) -> int:
        """Rows of the exported list below its headings; -1 for half a file."""
        file = self.folder.parent / "cases.csv"
        text = file.read_text(encoding="utf-8-sig") if file.exists() else ""
        return text.count("\n") - 1 if text.endswith("\n") else -1

    def _files(self, connection: dbapi2.Connection, lines: Sequence[str]) -> list[str]:
        problems = []
        damaged = crash_made.damaged_now(list(lines))
        for (sha256,) in connection.execute("SELECT DISTINCT sha256 FROM evidence"):
            if sha256 in damaged:
                self.checked_files.discard(sha256)
            if sha256 in self.checked_files or sha256 in damaged:
                continue
            path = self.folder / "evidence" / sha256[:2] / sha256
            if not path.exists():
                problems.append(f"row without file: {sha256}")
            elif hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
                problems.append(f"file is not what its row says: {sha256}")
            self.checked_files.add(sha256)
        return problems

    def _chain(self, connection: dbapi2.Connection) -> list[str]:
        from models.store.history import commitment, link_hash

        previous = GENESIS
        rows = connection.execute(
            "SELECT h.seq, happened_at, time_zone, person, device, action, entity, entity_id, case_id, commitment,"
            " previous, hash, salt, details FROM history h JOIN history_detail d ON d.seq = h.seq ORDER BY h.seq"
        )
        for expected, row in enumerate(rows, 1):
            if row[0] != expected or row[10] != previous or link_hash(tuple(row[:11])) != row[11]:
                return [f"history broken at {row[0]}"]
            if commitment(row[12], row[13]) != row[9]:
                return [f"history details changed at {row[0]}"]
            previous = row[11]
        return []


@dataclass(frozen=True)
class Outcome:
    """What a run of kills found."""

    kills: int
    acknowledged: int
    problems: tuple[str, ...]


def run(
    kills: int,
    *,
    seed: int = 1,
    longest: float = 1.2,
    fresh_every: int = 50,
    weak: bool = False,
    flow: str = "desk",
) -> Outcome:
    """Kill `kills` times, check after each; a new folder now and then, so that first starts are killed too."""
    chance = random.Random(seed)
    problems: list[str] = []
    acknowledged = 0
    folder = tempfile.TemporaryDirectory(prefix="aftercase-crash-", ignore_cleanup_errors=True)
    checker = Checker(Path(folder.name) / "shop")
    for kill in range(kills):
        if kill and kill % fresh_every == 0:
            folder.cleanup()
            folder = tempfile.TemporaryDirectory(prefix="aftercase-crash-", ignore_cleanup_errors=True)
            checker = Checker(Path(folder.name) / "shop")
        ack = Path(folder.name) / "ack"
        command = [
            sys.executable,
            "-m",
            "tests.crash",
            "--work",
            str(checker.folder),
            str(ack),
            str(seed * 10**6 + kill),
        ]
        command += ["--weak"] if weak else []
        command += ["--flow", flow]
        before = len(ack.read_text().splitlines()) if ack.exists() else 0
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            try:
                process.wait(chance.uniform(0.05, longest))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
                process.wait()
            else:
                problems.append(
                    f"kill {kill}: ended by itself: {process.stderr.read().decode()[-500:] if process.stderr else ''}"
                )
        found = checker.problems(ack)
        problems += [f"kill {kill}: {problem}" for problem in found]
        acknowledged += (len(ack.read_text().splitlines()) if ack.exists() else 0) - before
    folder.cleanup()
    return Outcome(kills, acknowledged, tuple(problems))


def main(arguments: Sequence[str]) -> int:
    """0 if nothing acknowledged was ever lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", nargs=3, metavar=("FOLDER", "ACK", "SEED"), help=argparse.SUPPRESS)
    parser.add_argument(
        "--flow",
        choices=("desk", "import", "made", "packet", "calls", "receiving", "month"),
        default="desk",
        help="what is being done",
    )
    parser.add_argument("--weak", action="store_true", help="break the promise on purpose; the check must see it")
    options = parser.parse_args(arguments)
    if options.work and options.flow != "desk":
        flows = {"import": crash_import.work, "made": crash_made.work, "packet": crash_packets.work,
                 "calls": crash_calls.work, "receiving": crash_receiving.work,
                 "month": crash_month.work}  # fmt: skip
        flow = flows[options.flow]
        flow(Path(options.work[0]), Path(options.work[1]), int(options.work[2]))
        return 0
    if options.work:
        work(Path(options.work[0]), Path(options.work[1]), int(options.work[2]), weak=options.weak)
        return 0
    began = time.monotonic()
    outcome = run(options.kills, seed=options.seed, weak=options.weak, flow=options.flow,
                  longest={"desk": 1.2, "import": 4.0, "made": 6.0, "packet": 4.0, "calls": 5.0,
                               "receiving": 5.0, "month": 7.0}[options.flow])  # fmt: skip
    for problem in outcome.problems[:50]:
        print(problem)
    print(f"{outcome.kills} kills, {outcome.acknowledged} acknowledged, {len(outcome.problems)} problems, "
          f"{time.monotonic() - began:.0f} s")  # fmt: skip
    return 1 if outcome.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
