"""The work of `python -m tests.crash --flow import`: many files and archives come in for ever, until it is killed."""

from __future__ import annotations

import os
import random
import zipfile
from pathlib import Path


def work(folder: Path, ack: Path, seed: int) -> None:
    """Import for ever. What was committed is acknowledged from the very moment the program tells its pages of it."""
    from desktop.changes import ChangeSet
    from desktop.services.evidence_intake import Unpacking
    from models.kinds import EvidenceSource, Problem
    from tests.crash_shop import nothing_left, opened_shop

    chance = random.Random(seed)
    context, shop = opened_shop(folder)
    context.decoder.close()
    nothing_left(context)
    said = os.open(ack, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    room = folder.parent / "incoming"
    room.mkdir(exist_ok=True)
    for at in range(1_000_000):
        buyer = context.opening.add_buyer(shop, f"花果山_{seed}-{at}")
        case_id = context.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer, summary=f"{seed}-{at}")
        os.write(said, f"case {case_id} {seed}-{at}\n".encode())
        known: set[int] = set()

        def tell(changes: ChangeSet, case_id: int = case_id, known: set[int] = known) -> None:
            for item in context.evidence.list_case_evidence(case_id):
                if item.id not in known:
                    known.add(item.id)
                    os.write(said, f"evidence {item.id} {item.sha256}\n".encode())

        stop = context.changes.subscribe(tell)
        files = [room / f"{number}.bin" for number in range(chance.randrange(1, 90))]
        for file in files:
            file.write_bytes(chance.randbytes(chance.randrange(0, 40_000)))
        with zipfile.ZipFile(room / "more.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(chance.randrange(1, 60)):
                archive.writestr(f"in/{number}.bin", chance.randbytes(chance.randrange(1, 20_000)))
        unpacking = chance.choice((Unpacking.CONTENT, Unpacking.BOTH))
        gathered = context.intake.gather([*files, room / "more.zip"], unpacking)
        added = context.intake.add_all(case_id, gathered.incoming, EvidenceSource.CHOSEN)
        stop()
        bad = [one.error for one in added if one.error is not None]
        if bad:
            raise AssertionError(f"not kept: {bad[0]}")
        os.write(said, b"".join(f"held {one.evidence_id}\n".encode() for one in added))
