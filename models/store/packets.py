"""Packets that were made, and what is chosen for the next one of a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from peewee import fn

from models.errors import NotFound
from models.kinds import DisputeOutcome, PacketForm
from models.money import Money
from models.packet_records import Packet, PacketPlan
from models.rules.packet_plan_json import parts_of, parts_text, plan_of, plan_text
from models.store import case_links
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction
from models.store.whole_rows import WholeRows
from models.tables.case import CaseTable
from models.tables.evidence import PacketPlanTable, PacketTable

_ONE = WholeRows(PacketTable, "id = ?")
_OF_SIZE = """SELECT sha256 FROM packet WHERE size = ?
    UNION SELECT json_extract(part.value, '$.sha256') FROM packet, json_each(packet.parts) part
    WHERE json_extract(part.value, '$.size') = ?"""


@dataclass(frozen=True, slots=True)
class MadeForCase:
    """A packet in a list over all cases, with the number of its case."""

    case_number: str
    packet: Packet


def list_packets(database: CaseDatabase, case_id: int) -> tuple[Packet, ...]:
    """The packets of a case and of those merged into it, newest first."""
    family = (case_id, *case_links.merged_here(database, case_id))
    query = PacketTable.select().where(PacketTable.case_id.in_(family)).order_by(PacketTable.id.desc())
    return tuple(_packet(row) for row in query.dicts().execute(database))


def find_packet(database: CaseDatabase, packet_id: int) -> Packet:
    """One packet. NotFound if there is none."""
    row = _ONE.first(database, packet_id)
    if row is None:
        raise NotFound("packet_not_found", packet=packet_id)
    return _packet(row)


def next_packet_number(database: CaseDatabase, case_id: int, case_number: str) -> str:
    """P-A2611-0387-02: the case's number and how many packets it has had."""
    query = PacketTable.select(fn.COUNT(PacketTable.id)).where(PacketTable.case_id == case_id)
    count = next(iter(query.tuples().execute(database)))[0]
    return f"P-{case_number}-{count + 1:02d}"


def find_plan(database: CaseDatabase, case_id: int) -> PacketPlan | None:
    """What is chosen for the next packet of a case; None when nothing was yet."""
    query = PacketPlanTable.select(PacketPlanTable.plan).where(
        (PacketPlanTable.case_id == case_id) & PacketPlanTable.deleted_at.is_null()
    )
    row = next(iter(query.tuples().execute(database)), None)
    return None if row is None else plan_of(row[0])


def list_all(
    database: CaseDatabase,
    *,
    case_id: int | None = None,
    outcome: DisputeOutcome | None = None,
    preset: str | None = None,
    shop_id: int | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> tuple[MadeForCase, ...]:
    """The packets of all cases, or of those asked for, newest first. `since` and `until` bound when they were made;
    `outcome` those that ended so."""
    query = PacketTable.select(PacketTable, CaseTable.number.alias("case_number")).join(
        CaseTable, on=(CaseTable.id == PacketTable.case_id)
    )
    limits = (
        (case_id, PacketTable.case_id), (outcome, PacketTable.outcome), (preset, PacketTable.preset),
        (shop_id, CaseTable.shop_id),
    )  # fmt: skip
    for wanted, column in limits:
        if wanted is not None:
            query = query.where(column == wanted)
    if since is not None:
        query = query.where(PacketTable.made_at >= since)
    if until is not None:
        query = query.where(PacketTable.made_at < until)
    found = query.order_by(PacketTable.made_at.desc(), PacketTable.id.desc()).dicts().execute(database)
    return tuple(
        MadeForCase(str(row["case_number"]), _packet({key: row[key] for key in row if key != "case_number"}))
        for row in found
    )


def hashes_of_size(database: CaseDatabase, size: int) -> frozenset[str]:
    """The hashes of files of packets, and of single files in them, that have so many bytes."""
    return frozenset(str(row[0]) for row in database.execute_sql(_OF_SIZE, (size, size)).fetchall())


def add_packet(transaction: Transaction, packet: Packet) -> Packet:
    """Write a packet that was made; the answer has its id. Not a row that Undo could take back."""
    values = {
        "case_id": packet.case_id, "number": packet.number, "language": packet.language, "made_at": packet.made_at,
        "made_by": packet.made_by, "pages": packet.pages, "size": packet.size, "sha256": packet.sha256,
        "preset": packet.preset, "addressee": packet.addressee, "form": packet.form.value,
        "evidence_id": packet.evidence_id, "plan": "{}" if packet.plan is None else plan_text(packet.plan),
        "parts": parts_text(packet.parts), "signed_by": packet.signed_by, "certificate": packet.certificate,
        "stamped_at": packet.stamped_at, "locked": int(packet.locked), "previous_id": packet.previous_id,
        "due_at": packet.due_at,
    }  # fmt: skip
    return replace(packet, id=transaction.insert("packet", **values))


def write_outcome(transaction: Transaction, packet: Packet) -> bool:
    """Write how a packet ended, as the record says; False if it already was so."""
    amount = packet.outcome_amount
    return transaction.update(
        "packet", packet.id,
        outcome=None if packet.outcome is None else packet.outcome.value,
        outcome_amount=None if amount is None else amount.minor,
        outcome_currency="" if amount is None else amount.currency,
        outcome_note=packet.outcome_note, outcome_at=packet.outcome_at, outcome_by=packet.outcome_by,
    )  # fmt: skip


def write_plan(transaction: Transaction, case_id: int, plan: PacketPlan) -> bool:
    """Keep what is chosen for the next packet of a case; False if it already was so."""
    stamp = transaction.stamp
    query = PacketPlanTable.select(PacketPlanTable.id, PacketPlanTable.plan, PacketPlanTable.deleted_at).where(
        PacketPlanTable.case_id == case_id
    )
    row = next(iter(query.tuples().execute(transaction.database)), None)
    text = plan_text(plan)
    if row is None:
        transaction.insert("packet_plan", case_id=case_id, plan=text, saved_at=stamp.now, saved_by=stamp.person)
        return True
    if row[2] is None and row[1] == text:
        return False
    return transaction.update(
        "packet_plan", int(row[0]), plan=text, saved_at=stamp.now, saved_by=stamp.person, deleted_at=None
    )


def _packet(row: Mapping[str, Any]) -> Packet:
    values = dict(row)
    amount, currency, outcome = (values.pop(f"outcome{each}") for each in ("_amount", "_currency", ""))
    return Packet(
        **{
            **values,
            "form": PacketForm(values["form"]),
            "plan": plan_of(values["plan"]),
            "parts": parts_of(values["parts"]),
            "locked": bool(values["locked"]),
            "outcome": DisputeOutcome(outcome) if outcome else None,
            "outcome_amount": None if amount is None else Money(amount, currency),
        }
    )
