"""The weights of cases, and what the items of a shop weigh."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.evidence_records import SkuWeight, Weighing
from models.rules.weight_evidence import ParcelWeights, WeightLine
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction
from models.store.whole_rows import WholeRows
from models.tables.evidence import SkuWeightTable, WeighingTable

_LINE = ("name", "sku", "variant", "quantity", "grams", "tolerance", "missing")
_OF_CASE = WholeRows(WeighingTable, "case_id = ? AND deleted_at IS NULL")


def find_weighing(database: CaseDatabase, case_id: int) -> Weighing | None:
    """What was weighed in a case; None where nothing was, or it was taken back."""
    for row in _OF_CASE.read(database, case_id):
        weights = ParcelWeights(
            lines=tuple(_line(each) for each in row["lines"]), waybill=row["waybill_grams"],
            waybill_step=row["waybill_step_grams"], scale=row["scale_grams"],
            scale_accuracy=row["scale_accuracy_grams"], packing=row["packing_grams"],
            packing_tolerance=row["packing_tolerance_grams"],
        )  # fmt: skip
        return Weighing(
            row["id"], case_id, weights, row["scale_evidence_id"], row["saved_at"], row["saved_by"]
        )  # fmt: skip
    return None


def keep_weighing(
    transaction: Transaction, case_id: int, weights: ParcelWeights, scale_evidence_id: int | None
) -> bool:
    """Keep the weights of a case in its one row; False where they already were so."""
    before = find_weighing(transaction.database, case_id)
    if before is not None and (before.weights, before.scale_evidence_id) == (weights, scale_evidence_id):
        return False
    values: dict[str, Any] = {
        "waybill_grams": weights.waybill, "waybill_step_grams": weights.waybill_step, "scale_grams": weights.scale,
        "scale_accuracy_grams": weights.scale_accuracy, "scale_evidence_id": scale_evidence_id,
        "packing_grams": weights.packing, "packing_tolerance_grams": weights.packing_tolerance,
        "lines": [{name: getattr(line, name) for name in _LINE} for line in weights.lines],
        "saved_at": transaction.stamp.now, "saved_by": transaction.stamp.person,
    }  # fmt: skip
    query = WeighingTable.select(WeighingTable.id).where(WeighingTable.case_id == case_id)
    for (row_id,) in list(query.tuples().execute(transaction.database)):
        # One that was taken back is written over: a case has one row.
        return transaction.update("weighing", row_id, **values, deleted_at=None)
    transaction.insert("weighing", case_id=case_id, **values)
    return True


def take_over(transaction: Transaction, from_case: int, to_case: int) -> bool:
    """Give the weights of a case to one that never had any; False where it has, and both keep theirs."""
    query = WeighingTable.select(WeighingTable.case_id, WeighingTable.id, WeighingTable.deleted_at).where(
        WeighingTable.case_id.in_((from_case, to_case))
    )
    rows = {row[0]: row for row in query.tuples().execute(transaction.database)}
    if to_case in rows or from_case not in rows or rows[from_case][2] is not None:
        return False
    return transaction.update("weighing", rows[from_case][1], case_id=to_case)


def list_sku_weights(database: CaseDatabase, shop_id: int) -> tuple[SkuWeight, ...]:
    """What the items of a shop weigh, by SKU and variant."""
    query = SkuWeightTable.select().where((SkuWeightTable.shop_id == shop_id) & SkuWeightTable.deleted_at.is_null())
    rows = query.order_by(SkuWeightTable.sku, SkuWeightTable.variant).dicts().execute(database)
    return tuple(SkuWeight(**{name: row[name] for name in row if name != "deleted_at"}) for row in rows)


def keep_sku_weight(transaction: Transaction, shop_id: int, sku: str, variant: str, grams: int, tolerance: int) -> bool:
    """Keep what one piece of an item weighs; False where it is known so."""
    same = (SkuWeightTable.shop_id == shop_id) & (SkuWeightTable.sku == sku) & (SkuWeightTable.variant == variant)
    values: Mapping[str, Any] = {"grams": grams, "tolerance_grams": tolerance}
    for (row_id,) in list(SkuWeightTable.select(SkuWeightTable.id).where(same).tuples().execute(transaction.database)):
        return transaction.update("sku_weight", row_id, **values, deleted_at=None)
    transaction.insert("sku_weight", shop_id=shop_id, sku=sku, variant=variant, **values)
    return True


def _line(kept: Mapping[str, Any]) -> WeightLine:
    return WeightLine(**{name: kept[name] for name in _LINE if name in kept})
