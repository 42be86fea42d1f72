"""Numbered schema steps as literal SQL; a step never imports a table, so old steps stay true for ever."""

from __future__ import annotations

from models.store.migrations.m0001_first import STEP as FIRST
from models.store.migrations.m0002_rules import STEP as RULES
from models.store.migrations.m0003_desk import STEP as DESK
from models.store.migrations.m0004_evidence import STEP as EVIDENCE
from models.store.migrations.m0005_packets import STEP as PACKETS
from models.store.migrations.m0006_callbacks import STEP as CALL_BACKS
from models.store.migrations.m0007_registers import STEP as REGISTERS
from models.store.migrations.step import Step

STEPS: tuple[Step, ...] = (FIRST, RULES, DESK, EVIDENCE, PACKETS, CALL_BACKS, REGISTERS)
SCHEMA_VERSION = STEPS[-1].version

__all__ = ["SCHEMA_VERSION", "STEPS", "Step"]
