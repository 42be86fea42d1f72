"""Weighing a parcel: what is entered for a case, what the items of a shop weigh, and what it says of a missing item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Final

from desktop.exporters.comma_file import write_csv
from desktop.exporters.sheet import ColumnKind, Sheet, SheetColumn
from desktop.exporters.workbook import write_xlsx
from desktop.importers.weight_rows import read_item_weights
from desktop.services.outgoing_parts import OutgoingParts
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.errors import NotFound, UserError
from models.evidence_records import Evidence, SkuWeight, Weighing
from models.kinds import Derivation, Problem
from models.records import CasePage
from models.rules.weight_evidence import STEPS, ParcelWeights, WeightFinding, WeightLine, weigh
from models.rules.weights import LARGEST
from models.store import case_page, cases, weighings
from models.store.transaction import Transaction

MATTERS: Final = frozenset({
    Problem.MISSING_ITEM, Problem.GIFT_MISSING, Problem.OVER_SHIPPED, Problem.DAMAGED, Problem.LOST,
})  # fmt: skip
"""Problems whose cases show the weights unasked."""
_ON_SCALE: Final = ("photo_of_all_items_on_scale", "waybill")
_LINES, _NAME, _SKU, _PIECES = 100, 500, 200, 100_000
_WRITERS: Final = {".csv": write_csv, ".xlsx": write_xlsx}
_COLUMNS: Final = (
    (("商家编码", "SKU"), ColumnKind.TEXT, 20), (("规格", "Variant"), ColumnKind.TEXT, 20),
    (("重量（克）", "Weight (g)"), ColumnKind.AMOUNT, 12), (("误差（克）", "Tolerance (g)"), ColumnKind.AMOUNT, 12),
)  # fmt: skip
# Of an item whose imported weight nobody has measured again.
_IMPORTED_TOLERANCE: Final = 50


@dataclass(frozen=True, slots=True)
class CaseWeighing:
    """The weights of a case. `kept` None: nothing was entered, and `weights` are only what can be proposed."""

    case_id: int
    kept: Weighing | None
    weights: ParcelWeights
    finding: WeightFinding
    scale_evidence: Evidence | None
    photos: tuple[Evidence, ...]
    matters: bool


class WeighingService:
    """Reads and keeps weights. Every write is one action that can be undone."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    # One case

    def of_case(self, case_id: int) -> CaseWeighing:
        """What is kept, else what the order and the shop's weights propose, and what it says. NotFound."""
        return self.of_page(case_page.load_page(self._bench.store.database, case_id))

    def of_page(self, page: CasePage) -> CaseWeighing:
        """The same of a case page that was read already."""
        kept = page.weighing
        weights = kept.weights if kept is not None else self.proposal(page)
        by_id = {item.id: item for item in page.evidence}
        chosen = kept.scale_evidence_id if kept is not None else _scale_photo(page.evidence)
        return CaseWeighing(
            case_id=page.case.id, kept=kept, weights=weights, finding=weigh(weights),
            scale_evidence=by_id.get(chosen) if chosen is not None else None,
            photos=tuple(item for item in page.evidence if item.derivation is not Derivation.PACKET),
            matters=page.case.problem in MATTERS,
        )  # fmt: skip

    def proposal(self, page: CasePage) -> ParcelWeights:
        """The items of the order with what is known of their weights; nothing weighed yet.

        The shop's own weight of an item comes before the one its order file said. An order of one item is about it.
        """
        order = page.order
        if order is None:
            return ParcelWeights(waybill_step=STEPS[1])
        known = {(each.sku, each.variant): each for each in self.list_sku_weights(page.case.shop_id)}
        lines = []
        for line in [each for each in order.lines if each.quantity > 0][:_LINES]:
            own = known.get((line.sku, line.variant)) or known.get((line.sku, "")) if line.sku else None
            grams = own.grams if own is not None else line.weight_grams
            tolerance = own.tolerance_grams if own is not None else -(-(grams or 0) // _IMPORTED_TOLERANCE)
            lines.append(
                WeightLine(line.item_title, line.quantity, grams, tolerance, sku=line.sku, variant=line.variant)
            )
        if len(lines) == 1 and page.case.problem in MATTERS:
            lines[0] = replace(lines[0], missing=1)
        return ParcelWeights(tuple(lines), waybill_step=STEPS[1])

    def save(
        self, case_id: int, weights: ParcelWeights, *, scale_evidence_id: int | None = None, keep_items: bool = False
    ) -> WeightFinding:
        """Keep the weights of a case, and with `keep_items` what its items weigh, for later cases of the shop.

        UserError `weight_invalid` (with `field`), `weight_pieces` for more pieces missing than there are,
        `weight_photo_elsewhere` for a photo of another case, or that of an unfit text. NotFound.
        """
        _check(weights)
        finding = weigh(weights)
        case = cases.find_case(self._bench.store.database, case_id)
        details = _told(finding, case.number)

        def work(transaction: Transaction) -> None:
            page = case_page.load_page(transaction.database, case_id)
            if scale_evidence_id is not None and all(item.id != scale_evidence_id for item in page.evidence):
                raise UserError("weight_photo_elsewhere")
            changed = weighings.keep_weighing(transaction, case_id, weights, scale_evidence_id)
            items = 0
            for line in weights.lines if keep_items else ():
                if line.sku and line.grams:
                    items += weighings.keep_sku_weight(
                        transaction, case.shop_id, line.sku, line.variant, line.grams, line.tolerance
                    )
            if changed or items:
                transaction.record(
                    "weighing_saved", entity="case", entity_id=case_id, case_id=case_id,
                    details={**details, "items": items},
                )  # fmt: skip

        self._bench.act("weighing_saved", work, values={"number": case.number})
        return finding

    def remove(self, case_id: int) -> None:
        """Take the weights of a case back. NotFound where none are kept."""
        kept = weighings.find_weighing(self._bench.store.database, case_id)
        if kept is None:
            raise NotFound("weighing_not_found", case=case_id)
        number = cases.find_case(self._bench.store.database, case_id).number

        def work(transaction: Transaction) -> None:
            if transaction.remove("weighing", kept.id):
                transaction.record(
                    "weighing_removed", entity="case", entity_id=case_id, case_id=case_id, details={"number": number}
                )

        self._bench.act("weighing_removed", work, values={"number": number})

    # The shop's items

    def list_sku_weights(self, shop_id: int) -> tuple[SkuWeight, ...]:
        """What the items of a shop weigh, by SKU."""
        return weighings.list_sku_weights(self._bench.store.database, shop_id)

    def set_sku_weights(self, shop_id: int, items: Sequence[tuple[str, str, int, int]]) -> int:
        """Keep (SKU, variant, grams, tolerance in grams) of items of a shop; how many were new or other before.

        UserError `weight_invalid` or that of an unfit text. One action.
        """
        for sku, variant, grams, tolerance in items:
            checked_text(sku, limit=_SKU, required=True)
            checked_text(variant, limit=_SKU)
            _check_grams(grams, "grams", least=1)
            _check_grams(tolerance, "tolerance")

        def work(transaction: Transaction) -> int:
            changed = sum(
                weighings.keep_sku_weight(transaction, shop_id, sku.strip(), variant.strip(), grams, tolerance)
                for sku, variant, grams, tolerance in items
            )
            if changed:
                transaction.record(
                    "sku_weights_set", entity="shop", entity_id=shop_id, details={"count": changed}
                )  # fmt: skip
            return changed

        return self._bench.act("sku_weights_set", work, values={"count": len(items)})

    def import_sku_weights(self, shop_id: int, path: Path) -> int:
        """Keep the weights of a workbook or CSV file, all or none; how many items it has.

        Errors: see desktop.importers.weight_rows, and those of `set_sku_weights`.
        """
        items = read_item_weights(path)
        if items:
            self.set_sku_weights(shop_id, items)
        return len(items)

    def export_sku_weights(self, shop_id: int, path: Path, language: str) -> int:
        """Write the weights of a shop's items to a file that can be filled in and imported; how many.

        UserError `export_name_unknown` for a name that ends in neither .xlsx nor .csv; see desktop.exporters.
        """
        write = _WRITERS.get(path.suffix.lower())
        if write is None:
            raise UserError("export_name_unknown", file=path.name)
        items, place = self.list_sku_weights(shop_id), 0 if language.startswith("zh") else 1
        columns = [SheetColumn(titles[place], kind, width, 0) for titles, kind, width in _COLUMNS]
        rows = [(each.sku, each.variant, Decimal(each.grams), Decimal(each.tolerance_grams)) for each in items]
        sheet = Sheet(("商品重量", "Item weights")[place], columns, rows, len(rows))
        write(path, sheet, parts=OutgoingParts(self._bench.store.folder))
        return len(rows)

    def remove_sku_weights(self, ids: Sequence[int]) -> None:
        """Take back what is known of items."""

        def work(transaction: Transaction) -> None:
            gone = sum(transaction.remove("sku_weight", each) for each in ids)
            if gone:
                transaction.record("sku_weights_removed", entity="shop", entity_id=0, details={"count": gone})

        self._bench.act("sku_weights_removed", work, values={"count": len(ids)})


def _scale_photo(evidence: Sequence[Evidence]) -> int | None:
    """The photo that most likely shows the scale."""
    for tag in _ON_SCALE:
        for item in evidence:
            if item.tag == tag:
                return item.id
    return None


def _told(finding: WeightFinding, number: str) -> Mapping[str, object]:
    """What the history keeps of a verdict: its reason, and the numbers in grams."""
    spans = {"measured": finding.measured, "complete": finding.complete, "short": finding.short}
    return {
        "number": number, "verdict": finding.verdict.value, "reason": finding.reason.value,
        **{name: [span.low, span.high] for name, span in spans.items() if span is not None},
    }  # fmt: skip


def _check_grams(grams: int | None, field: str, *, least: int = 0) -> None:
    if grams is not None and not least <= grams <= LARGEST:
        raise UserError("weight_invalid", field=field)


def _check(weights: ParcelWeights) -> None:
    _check_grams(weights.waybill, "waybill", least=1)
    _check_grams(weights.scale, "scale", least=1)
    _check_grams(weights.scale_accuracy, "scale_accuracy")
    _check_grams(weights.packing, "packing")
    _check_grams(weights.packing_tolerance, "packing_tolerance")
    if weights.waybill_step not in STEPS:
        raise UserError("weight_invalid", field="waybill_step")
    if len(weights.lines) > _LINES:
        raise UserError("weight_lines", limit=_LINES)
    for line in weights.lines:
        checked_text(line.name, limit=_NAME)
        checked_text(line.sku, limit=_SKU)
        checked_text(line.variant, limit=_SKU)
        _check_grams(line.grams, "grams", least=1)
        _check_grams(line.tolerance, "tolerance")
        if not 0 < line.quantity <= _PIECES or not 0 <= line.missing <= line.quantity:
            raise UserError("weight_pieces", item=line.name)
