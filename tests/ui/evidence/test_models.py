"""The item models of evidence."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from models.clock import FixedClock
from models.kinds import Problem
from models.records import EvidenceRow
from tests.models.rules.test_evidence_names import PHOTO
from ui.evidence.evidence_model import DROP_ROLE, WINDOW, AllEvidenceModel, CaseEvidenceModel, Fetched


def row(number: int, caption: str = "") -> EvidenceRow:
    item = replace(
        PHOTO, id=number, number=number, caption=caption, imported_at=PHOTO.imported_at + timedelta(minutes=number)
    )
    return EvidenceRow(item, "A2611-0387", "花果山_大圣01", Problem.DAMAGED)


def test_one_case(qtmodeltester: ModelTester, clock: FixedClock) -> None:
    model = CaseEvidenceModel(clock, UTC)
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    model.show([row(1), row(2)])
    second = QPersistentModelIndex(model.index(1, 0))
    model.show([row(1), row(2, "面单"), row(3)])
    assert (second.row(), model.evidence_count(), model.rowCount()) == (1, 3, 4)
    assert model.data(model.index(1, 0)) == "面单"
    model.show([row(3), row(1)])
    assert [model.row_of(number) for number in (1, 2, 3)] == [1, -1, 0]
    model.show([])
    assert model.rowCount() == 1


def test_the_drop_place_is_the_last_tile_and_cannot_be_selected(clock: FixedClock) -> None:
    model = CaseEvidenceModel(clock, UTC)
    model.show([row(1)])
    last = model.index(1, 0)
    assert last.data(DROP_ROLE) is True
    assert model.index(0, 0).data(DROP_ROLE) is False
    assert not last.flags() & Qt.ItemFlag.ItemIsSelectable
    assert last.data(Qt.ItemDataRole.AccessibleTextRole)


class Shelf:
    """Rows that come only when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[list[int], Fetched]] = []

    def fetch(self, ids: Sequence[int], arrived: Fetched) -> None:
        self.asked.append((list(ids), arrived))

    def bring(self, place: int = -1, caption: str = "") -> None:
        ids, arrived = self.asked.pop(place)
        arrived({number: row(number, caption) for number in ids})


def test_all_evidence(qtmodeltester: ModelTester, clock: FixedClock) -> None:
    shelf = Shelf()
    model = AllEvidenceModel(clock, UTC, shelf.fetch)
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    model.show_ids(array("q", range(1, 2 * WINDOW + 50)))
    assert model.rowCount() == 2 * WINDOW + 49


def test_rows_are_fetched_window_by_window_when_looked_at(clock: FixedClock) -> None:
    shelf = Shelf()
    model = AllEvidenceModel(clock, UTC, shelf.fetch)
    model.show_ids(array("q", range(1000, 0, -1)))
    assert shelf.asked == []
    assert model.evidence_row(450) is None
    assert model.evidence_row(451) is None
    assert [len(ids) for ids, _ in shelf.asked] == [WINDOW]
    shelf.bring(caption="老")
    found = model.evidence_row(450)
    assert found is not None
    assert found.evidence.id == 550
    assert model.row_of(550) == 450


def test_after_a_change_the_old_row_stays_until_the_new_one_is_there(clock: FixedClock) -> None:
    shelf = Shelf()
    model = AllEvidenceModel(clock, UTC, shelf.fetch)
    ids = array("q", range(1, 11))
    model.show_ids(ids)
    model.evidence_row(0)
    shelf.bring(caption="老")
    model.evidence_row(0)
    model.show_ids(array("q", ids))
    before = model.evidence_row(0)
    assert before is not None
    assert before.evidence.caption == "老"
    shelf.bring(caption="新")
    after = model.evidence_row(0)
    assert after is not None
    assert after.evidence.caption == "新"


def test_rows_asked_for_before_a_filter_changed_are_not_shown(clock: FixedClock) -> None:
    shelf = Shelf()
    model = AllEvidenceModel(clock, UTC, shelf.fetch)
    model.show_ids(array("q", [1, 2, 3]))
    model.evidence_row(0)
    model.show_ids(array("q", [2]))
    shelf.bring()
    assert model.evidence_row(0) is None


@pytest.mark.parametrize("caption", ["<b>x</b>", "a\nb\tc", "\u202ereversed", "%1 %n"])
def test_captions_are_plain_text_on_one_line(clock: FixedClock, caption: str) -> None:
    model = CaseEvidenceModel(clock, UTC)
    model.show([row(1, caption)])
    shown = str(model.index(0, 0).data())
    assert "\n" not in shown
    assert "\u202e" not in shown
    assert ("<b>" in shown) is ("<b>" in caption)
