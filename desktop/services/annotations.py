"""Layers drawn over evidence: each edit is kept at once and quietly, each sitting is told and undone as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop.services.cases import checked_text
from desktop.services.workbench import Workbench
from models.errors import UserError
from models.rules.annotation_json import layer_from, layer_text
from models.rules.annotations import TEXT_LIMIT, Layer, NumberMark, TextLabel
from models.store import evidence, layers
from models.store.transaction import Transaction

EMPTY: Final = Layer()


class AnnotationService:
    """What can be done with the layer of a piece of evidence. The evidence itself never changes."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def load_layer(self, evidence_id: int) -> Layer:
        """The layer of one piece of evidence, an empty one without.

        UserError `layer_damaged` for one that cannot be read; it stays as it is until `clear`.
        """
        text = layers.find_layer(self._bench.store.database, evidence_id)
        return EMPTY if text is None else layer_from(text)

    def count_marks(self, evidence_ids: Sequence[int]) -> Mapping[int, int]:
        """How many marks lie over each of these, for those that have some."""
        return layers.count_marks(self._bench.store.database, evidence_ids)

    def save_layer(self, evidence_id: int, layer: Layer) -> None:
        """Keep a layer as it is now, without a word in the history: `end_sitting` says it.

        UserError `layer_too_large`, `layer_damaged` (what is there cannot be read and is not written over),
        `text_too_long` and the like, `merged_stays`; NotFound.
        """
        text = _text_of(layer)
        with self._bench.store.write(self._bench.stamp()) as transaction:
            there = layers.find_layer(transaction.database, evidence_id)
            if there is not None:
                layer_from(there)
            layers.keep_layer(transaction, evidence_id, text)

    def end_sitting(self, evidence_id: int, before: Layer) -> bool:
        """Say in the history that it was annotated, and make one step for Undo of all since `before`.

        False, and nothing said, if the layer is as it was.
        """
        was = _text_of(before)
        item = evidence.find_evidence(self._bench.store.database, evidence_id)
        text = layers.find_layer(self._bench.store.database, evidence_id)
        if text == was:
            return False
        count = 0 if text is None else layer_from(text).count()
        values = {"number": item.number, "count": count}

        def work(transaction: Transaction) -> bool:
            settled = layers.settle_layer(transaction, evidence_id, was)
            if settled:
                transaction.record(
                    "evidence_annotated", entity="evidence", entity_id=evidence_id, case_id=item.case_id,
                    details=values,
                )  # fmt: skip
            return settled

        return self._bench.act("evidence_annotated", work, values=values)

    def clear(self, evidence_id: int) -> None:
        """Take a layer away, also one that cannot be read; Undo brings back what was there, as it was."""
        item = evidence.find_evidence(self._bench.store.database, evidence_id)

        def work(transaction: Transaction) -> None:
            if layers.remove_layer(transaction, evidence_id):
                transaction.record(
                    "annotation_cleared", entity="evidence", entity_id=evidence_id, case_id=item.case_id,
                    details={"number": item.number},
                )  # fmt: skip

        self._bench.act("annotation_cleared", work, values={"number": item.number})


def _text_of(layer: Layer) -> str | None:
    """The text that is kept of a layer, None for an empty one."""
    if not layer.sheets:
        return None
    for sheet in layer.sheets:
        for mark in sheet.marks:
            if isinstance(mark, TextLabel | NumberMark):
                checked_text(mark.text if isinstance(mark, TextLabel) else mark.legend, limit=TEXT_LIMIT)
    text = layer_text(layer)
    # What could not be read again must not be written: the window's own slips are refused here.
    try:
        layer_from(text)
    except UserError as error:
        raise UserError("layer_unusable", **error.values) from error
    return text
