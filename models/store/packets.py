"""Packets that were made, and what is chosen for the next one of a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peewee import fn

from models.errors import NotFound
from models.kinds import DisputeOutcome, PacketForm
from models.money import Money
from models.packet_records import Packet, PacketPlan
from models.rules.packet_plan_json import parts_of, plan_of
from models.store.connection import CaseDatabase
from models.tables.evidence import PacketPlanTable, PacketTable


def list_packets(database: CaseDatabase, case_id: int) -> tuple[Packet, ...]:
    """The packets of a case, newest first."""
    query = PacketTable.select().where(PacketTable.case_id == case_id).order_by(PacketTable.id.desc())
    return tuple(_packet(row) for row in query.dicts().execute(database))


def find_packet(database: CaseDatabase, packet_id: int) -> Packet:
    """One packet. NotFound if there is none."""
    query = PacketTable.select().where(PacketTable.id == packet_id)
    row = next(iter(query.dicts().execute(database)), None)
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
