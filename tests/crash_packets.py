"""The work of `python -m tests.crash --flow packet`: packets are made, one file, several or an archive, till it is killed.

Acknowledged is what the program said is made: then the files outside, the row, the evidence and the history are there.
"""

from __future__ import annotations

import hashlib
import os
import random
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.crash_made import picture

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

PRESETS = ("print", "archive", "stripe", "ebay")


def work(folder: Path, ack: Path, seed: int) -> None:
    """For ever; each line of `ack` is written after the program said that it is done."""
    from desktop.packets.values import SealWish
    from models.kinds import DisputeOutcome, EvidenceSource, PacketForm, Problem
    from models.packet_records import PacketPlan
    from tests.crash_shop import nothing_left, opened_shop

    chance = random.Random(seed)
    context, shop = opened_shop(folder)
    nothing_left(context, *folder.parent.glob("packets-*"))
    said = os.open(ack, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def tell(*words: object) -> None:
        os.write(said, (" ".join(map(str, words)) + "\n").encode())

    out = folder.parent / f"packets-{seed}"
    out.mkdir(exist_ok=True)
    number: object
    for at in range(1_000_000):
        buyer = context.opening.add_buyer(shop, f"花果山_{seed}-{at}")
        case_id = context.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer, summary=f"{seed}-{at}")
        tell("case", case_id, f"{seed}-{at}")
        for number in range(2):
            context.intake.add_bytes(case_id, picture(chance), f"{number}.png", EvidenceSource.PASTED)
        for turn in range(3):
            preset = chance.choice(PRESETS)
            several = context.presets.find(preset).form in (PacketForm.SLOTS, PacketForm.PICTURES)
            number = context.packets.next_number(case_id)
            place = out if several else out / f"{number}.{'zip' if preset == 'archive' else 'pdf'}"
            plan = PacketPlan(preset=preset, internal_notes=bool(turn))
            seal = SealWish(password="open-sesame-77") if preset == "print" and chance.random() < 0.5 else None
            made = context.packets.make_packet(case_id, out=place, plan=plan, summary="碎了", seal=seal)
            tell("packet", number, made.packet.id, made.packet.evidence_id, made.packet.sha256,
                 made.path.relative_to(folder.parent))  # fmt: skip
            context.packet_outcomes.record(made.packet.id, DisputeOutcome.WON)
            tell("ended", made.packet.id)


def kept(connection: dbapi2.Connection, folder: Path, lines: list[str]) -> dict[str, set[str]]:
    """Which of the packets acknowledged are whole: files with their hash, row, evidence, an event with the hash."""
    rows = {
        (row[0], str(row[1]), str(row[2]), row[3])
        for row in connection.execute(
            "SELECT p.number, p.id, p.evidence_id, p.sha256 FROM packet p JOIN evidence e ON e.id = p.evidence_id"
            " WHERE e.derivation = 'packet' AND e.case_id = p.case_id"
        )
    }
    told = {
        (str(row[0]), row[1])
        for row in connection.execute(
            "SELECT h.entity_id, json_extract(d.details, '$.sha256') FROM history h JOIN history_detail d USING (seq)"
            " WHERE h.action = 'packet_made'"
        )
    }
    whole = set()
    for line in (line.partition(" ")[2] for line in lines if line.startswith("packet ")):
        number, packet_id, evidence_id, sha256, place = line.split(" ")
        there = (number, packet_id, evidence_id, sha256) in rows and (packet_id, sha256) in told
        if there and is_whole(folder.parent / place, sha256):
            whole.add(line)
    ended = {str(row[0]) for row in connection.execute("SELECT id FROM packet WHERE outcome = 'won'")}
    return {"packet": whole, "ended": ended}


def half(connection: dbapi2.Connection, folder: Path) -> list[str]:
    """What is half there: a row without its event or the other way round, a file under its own name that is not whole."""
    rows = {row[0] for row in connection.execute("SELECT id FROM packet")}
    told = {row[0] for row in connection.execute("SELECT entity_id FROM history WHERE action = 'packet_made'")}
    found = [f"packet {each} is half noted" for each in rows ^ told]
    for out in folder.parent.glob("packets-*"):
        for place in out.iterdir():
            if not place.name.startswith(".") and not is_whole(place, ""):
                found.append(f"{place.name} is half written")
    return found


def is_whole(place: Path, sha256: str) -> bool:
    """Whether a file or folder is all there, by itself and by its hash if one is given."""
    if place.is_dir():
        sums = place / "SHA256SUMS.txt"
        if not sums.exists() or (sha256 and _hash(sums) != sha256):
            return False
        pairs = [line.split(" *", 1) for line in sums.read_text().splitlines()]
        return all((place / name).exists() and _hash(place / name) == wanted for wanted, name in pairs)
    if not place.exists() or (sha256 and _hash(place) != sha256):
        return False
    if place.suffix == ".zip":
        with zipfile.ZipFile(place) as archive:
            return archive.testzip() is None
    return place.read_bytes()[-6:].strip() == b"%%EOF"


def _hash(place: Path) -> str:
    return hashlib.sha256(place.read_bytes()).hexdigest()
