"""The gallery's filters, orders and actions on many; the tiles' places and keys."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.clock import FixedClock
from models.evidence_query import EvidenceFilters, EvidencePeriod, EvidenceQuery, EvidenceSort, query_of, query_values
from models.kinds import EvidenceSource, MediaKind, Problem
from tests.ui.evidence.desk import NICK, Desk, photo
from ui.evidence.evidence_list import EvidenceList
from ui.evidence.evidence_model import AllEvidenceModel, Fetched
from ui.evidence.gallery.filters import Field, Names, chip_text, full_text, is_set, without
from ui.evidence.gallery.tile_view import TileView
from ui.page import Target


def stock(desk: Desk) -> list[int]:
    for colour in ("red", "green", "blue"):
        desk.ctx.intake.add_bytes(desk.case_id, photo(colour), f"{colour}.jpg", EvidenceSource.CHOSEN)
    desk.ctx.intake.add_bytes(desk.case_id, b"words", "chat.txt", EvidenceSource.CHOSEN)
    desk.page.refresh(None)
    desk.settle()
    return [item.id for item in desk.evidence()]


def test_filters_are_chips_counted_cleared_and_remembered(desk: Desk) -> None:
    ids = stock(desk)
    page, row = desk.page, desk.page.browser.filter_row
    assert not row.isVisibleTo(page)
    page.start_search()
    QTest.keyClicks(row.search, "GREEN")
    desk.settle()
    assert desk.shown_ids() == [ids[1]]
    assert row.hits() == "1 / 4 项"
    page.filtering.take(replace(page.filtering.query, text="", filters=EvidenceFilters(media=(MediaKind.TEXT,))))
    desk.settle()
    assert desk.shown_ids() == [ids[3]]
    kept = page.save_state()
    (chip,) = row.chips()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    desk.settle()
    assert len(desk.shown_ids()) == 4
    page.filtering.take(replace(page.filtering.query, text="nowhere"))
    desk.settle()
    assert page.browser.empty.isVisibleTo(page)
    page.browser.clear_filters.click()
    desk.settle()
    assert len(desk.shown_ids()) == 4
    page.restore_state(kept)
    assert page.filtering.query.filters.media == (MediaKind.TEXT,)
    page.restore_state({"case_query": "[" * 100_000, "all_query": '{"sort": 3, "filters": {"media": "x"}}'})
    page.filtering.take(EvidenceQuery(sort=EvidenceSort.NAME, descending=True))
    desk.settle()
    assert desk.shown_ids() == [ids[0], ids[1], ids[3], ids[2]]
    page.browser.tools.set_list(True)
    table = page.browser.view()
    assert isinstance(table, EvidenceList)
    table.horizontalHeader().sectionClicked.emit(1)
    desk.settle()
    assert page.filtering.query.sort is EvidenceSort.NUMBER


def test_many_over_all_cases_are_done_in_one_action(desk: Desk) -> None:
    ids = stock(desk)
    page = desk.page
    other = desk.ctx.cases.open_case(
        problem=Problem.LOST, buyer_id=desk.ctx.cases.load_page(desk.case_id).case.buyer_id
    )
    page.open(Target("evidence"))
    desk.settle()
    QTest.keyClick(page.browser.gallery, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert sorted(page.browser.chosen_ids()) == sorted(ids)
    page.writer.tag_all(page.browser.chosen_ids(), "外箱", toggle=True)
    desk.settle()
    assert {item.tag for item in desk.evidence()} == {"外箱"}
    page.carrying.copy()
    desk.settle()
    table = QGuiApplication.clipboard().text().splitlines()
    assert len(table) == 5
    assert desk.evidence()[0].sha256 in "\n".join(table)
    page.carrying.copy_files()
    desk.settle()
    urls = QGuiApplication.clipboard().mimeData().urls()
    assert sorted(url.fileName() for url in urls)[0] == f"{NICK}_{desk.number}_1.jpg"
    page.carrying.carry_to(ids[:2], other, move=True)
    desk.settle()
    assert len(desk.ctx.evidence.list_case_evidence(other)) == 2
    assert any("2" in said for said in desk.said)
    desk.ctx.bench.undo_last()
    desk.ctx.bench.undo_last()
    assert {item.tag for item in desk.evidence()} == {""}
    assert len(desk.evidence()) == 4


def test_words_of_filters_and_what_was_kept_of_them() -> None:
    filters = EvidenceFilters(
        media=(MediaKind.PHOTO, MediaKind.CHAT, MediaKind.VIDEO), buyers=(7,), tags=("<b>\u202ex",),
        period=EvidencePeriod.LAST_7_DAYS, captioned=False, derived=True, skus=("a'\"\n",),
    )  # fmt: skip
    names = Names(str, {})
    for field in Field:
        if is_set(filters, field):
            assert chip_text(filters, field, names)
            assert full_text(filters, field, names)
            assert not is_set(without(filters, field), field)
    query = EvidenceQuery(text="x", sort=EvidenceSort.BUYER, descending=True, filters=filters)
    assert query_of(query_values(query)) == query
    broken: tuple[object, ...] = (
        None,
        3,
        [],
        {"filters": 3},
        {"filters": {"buyers": [True, -1, 2**70], "first_day": "9999-99-99"}},
    )
    for bad in broken:
        assert query_of(bad).filters == EvidenceFilters()


def test_three_hundred_thousand_tiles_are_reckoned(qtbot: QtBot, clock: FixedClock) -> None:
    asked: list[int] = []

    def fetch(ids: Sequence[int], arrived: Fetched) -> None:
        asked.append(len(ids))

    model = AllEvidenceModel(clock, UTC, fetch)
    model.show_ids(array("q", range(1, 300_001)))
    view = TileView(QSize(100, 120))
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(460, 500)
    view.show()
    columns = view.columns()
    assert columns == 4
    view.choose_row(0)

    def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int:
        QTest.keyClick(view, key, keys)
        return view.currentIndex().row()

    assert press(Qt.Key.Key_Down) == 4
    assert press(Qt.Key.Key_Right) == 5
    assert press(Qt.Key.Key_Up) == 1
    assert press(Qt.Key.Key_PageDown) == 1 + 4 * columns
    assert press(Qt.Key.Key_End) == 299_999
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    assert press(Qt.Key.Key_Home) == 0
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    chosen = view.selectionModel().selection()
    assert [(chosen.at(0).top(), chosen.at(0).bottom())] == [(0, 5)]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, QPoint(350, 20))
    assert not view.selectionModel().isSelected(model.index(3, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, 20))
    assert view.indexAt(QPoint(150, 20)).row() == 1
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, QPoint(350, 130))
    chosen = view.selectionModel().selection()
    assert [(chosen.at(0).top(), chosen.at(0).bottom())] == [(1, 7)]
    assert view.indexAt(QPoint(430, 20)).row() == -1
    assert view.visualRect(model.index(5, 0)) == QRect(100, 120, 100, 120)
    assert sum(asked) <= 600
