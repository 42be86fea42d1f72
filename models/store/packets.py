"""Packets that were made."""

from __future__ import annotations

from peewee import fn

from models.records import Packet
from models.store.connection import CaseDatabase
from models.tables.evidence import PacketTable


def list_packets(database: CaseDatabase, case_id: int) -> tuple[Packet, ...]:
    """The packets of a case, newest first."""
    query = PacketTable.select().where(PacketTable.case_id == case_id).order_by(PacketTable.id.desc())
    return tuple(Packet(**row) for row in query.dicts().execute(database))


def next_packet_number(database: CaseDatabase, case_id: int, case_number: str) -> str:
    """P-A2611-0387-02: the case's number and how many packets it has had."""
    query = PacketTable.select(fn.COUNT(PacketTable.id)).where(PacketTable.case_id == case_id)
    count = next(iter(query.tuples().execute(database)))[0]
    return f"P-{case_number}-{count + 1:02d}"
