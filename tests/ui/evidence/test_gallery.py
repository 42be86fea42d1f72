"""The gallery: thumbnails, keys, captions, tags, exhibits, removing, filters, both modes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QPixmapCache
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.decoder.results import NoPreview, NoPreviewReason
from models.kinds import EvidenceSource, MediaKind, Problem
from models.records import Evidence
from models.rules.conclusion import EvidenceNeed
from models.rules.pack_parts import Text
from tests.ui.evidence.desk import NICK, Desk, photo
from ui.evidence.gallery.thumbnail_source import TextGlimpse, Thumbnail
from ui.evidence.gallery.tile_delegate import PICTURE
from ui.evidence.labels import no_preview_text
from ui.page import Target

NEEDS = tuple(
    EvidenceNeed(id=word, label=Text(zh, en), kind="photo", level=level, holder="buyer", ask_text=Text(f"请拍{zh}", ""))
    for word, zh, en, level in (
        ("all_items", "全部商品合照", "All items", "must"),
        ("damage", "破损处近照", "Damage", "must"),
        ("six_sides", "外箱六面照", "Six sides", "should"),
    )
)


@pytest.fixture
def stocked(make_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Three photos, and needs that do not change with the packs."""
    desk = make_desk()
    monkeypatch.setattr(desk.ctx.resolutions, "evidence_needs", lambda case_id: NEEDS)
    for colour in ("red", "green", "blue"):
        desk.ctx.intake.add_bytes(desk.case_id, photo(colour), f"{colour}.jpg", EvidenceSource.CHOSEN)
    desk.open_case()
    return desk


def press(desk: Desk, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(desk.page.browser.view(), key, keys)
    desk.settle()


def thumbnail(desk: Desk, item: Evidence) -> Thumbnail | None:
    desk.page.thumbnails.look(item, PICTURE, 1.0)
    desk.settle()
    return desk.page.thumbnails.look(item, PICTURE, 1.0)


def test_thumbnails_fill_the_tile_with_the_picture(stocked: Desk) -> None:
    made = thumbnail(stocked, stocked.evidence()[0])
    assert isinstance(made, QPixmap)
    assert made.size() == PICTURE
    assert made.toImage().pixelColor(80, 60).red() > 200


def test_only_what_is_visible_asks_for_thumbnails(make_desk: Callable[[], Desk]) -> None:
    desk = make_desk()
    for number in range(60):
        desk.ctx.intake.add_bytes(desk.case_id, f"text {number}".encode(), f"{number}.txt", EvidenceSource.CHOSEN)
    QPixmapCache.clear()
    desk.open_case()
    asked = len(desk.page.thumbnails._notes)
    assert 4 <= asked <= 30


def test_a_file_without_preview_says_why(desk: Desk) -> None:
    desk.ctx.intake.add_bytes(desk.case_id, b"PK\x03\x04" + b"\x00" * 50, "a.zip", EvidenceSource.CHOSEN)
    item = desk.evidence()[0]
    assert thumbnail(desk, item) == NoPreview(NoPreviewReason.UNSUPPORTED)
    assert all(no_preview_text(reason) for reason in NoPreviewReason)


def test_a_text_shows_its_first_lines(desk: Desk) -> None:
    desk.ctx.intake.add_bytes(
        desk.case_id, "买家：碎了\n\n小满：抱歉".encode("gb18030"), "chat.txt", EvidenceSource.CHOSEN
    )
    assert thumbnail(desk, desk.evidence()[0]) == TextGlimpse(("买家：碎了", "小满：抱歉"))


def test_arrows_move_and_the_pane_follows(stocked: Desk) -> None:
    assert stocked.page.browser.current_row() == 0
    press(stocked, Qt.Key.Key_Right)
    second = stocked.evidence()[1]
    pane = stocked.page.pane
    assert pane.evidence() == second
    assert pane.text_of("name") == "green.jpg"
    assert pane.text_of("export") == f"{NICK}_{stocked.number}_2.jpg"
    assert pane.text_of("hash").replace(" ", "").replace("\n", "") == second.sha256
    assert "320 × 240" in pane.text_of("size")
    assert pane.text_of("integrity") == "与导入时一致"


def test_digits_tag_with_the_needs_and_take_the_tag_back(stocked: Desk) -> None:
    panel = stocked.page.checklist
    assert panel.isVisibleTo(stocked.page)
    assert [part in panel.request() for part in ("请拍全部商品合照", "请拍破损处近照")] == [True, True]
    press(stocked, Qt.Key.Key_2)
    assert stocked.evidence()[0].tag == "damage"
    assert "请拍全部商品合照" in panel.request()
    assert "请拍破损处近照" not in panel.request()
    press(stocked, Qt.Key.Key_2)
    assert stocked.evidence()[0].tag == ""
    press(stocked, Qt.Key.Key_9)
    assert [item.tag for item in stocked.evidence()] == ["", "", ""]


def test_several_selected_are_tagged_together(stocked: Desk) -> None:
    press(stocked, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(stocked.page.browser.chosen()) == 3
    press(stocked, Qt.Key.Key_1)
    assert {item.tag for item in stocked.evidence()} == {"all_items"}


def test_without_needs_the_checklist_is_not_shown(
    make_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk()
    monkeypatch.setattr(desk.ctx.resolutions, "evidence_needs", lambda case_id: ())
    desk.open_case()
    assert not desk.page.checklist.isVisibleTo(desk.page)


def test_e_numbers_exhibits_and_undo_takes_it_back(stocked: Desk) -> None:
    press(stocked, Qt.Key.Key_Right)
    press(stocked, Qt.Key.Key_E)
    assert [item.exhibit for item in stocked.evidence()] == [None, 1, None]
    assert stocked.shown_ids()[0] == stocked.evidence()[1].id
    assert stocked.page.browser.current() == stocked.evidence()[1]
    stocked.ctx.bench.undo_last()
    stocked.settle()
    assert [item.exhibit for item in stocked.evidence()] == [None, None, None]


def test_delete_removes_and_undo_brings_back(stocked: Desk) -> None:
    press(stocked, Qt.Key.Key_Delete)
    assert len(stocked.shown_ids()) == 2
    assert stocked.page.browser.current() is not None
    stocked.ctx.bench.undo_last()
    stocked.settle()
    assert len(stocked.shown_ids()) == 3


def test_a_caption_is_saved_when_the_field_is_left(stocked: Desk) -> None:
    stocked.page.commands()["caption"]()
    field = stocked.page.pane._caption.field
    assert isinstance(field, QLineEdit)
    field.setText("外箱 <b>右面</b> \u202e凹陷")
    QTest.keyClick(field, Qt.Key.Key_Return)
    stocked.settle()
    assert stocked.evidence()[0].caption == "外箱 <b>右面</b> \u202e凹陷"
    assert stocked.page.model().index(0, 0).data() == "外箱 <b>右面</b> 凹陷"


def test_escape_leaves_a_caption_as_it_was(stocked: Desk) -> None:
    stocked.page.commands()["caption"]()
    field = stocked.page.pane._caption.field
    assert isinstance(field, QLineEdit)
    field.setText("nothing")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    stocked.settle()
    assert stocked.evidence()[0].caption == ""


def test_what_is_being_typed_is_saved_for_its_own_evidence_when_the_cursor_moves(stocked: Desk) -> None:
    stocked.page.pane._proves.edit()
    stocked.page.pane._proves.field.setPlainText("运输途中受压")  # type: ignore[union-attr]
    stocked.page.browser.choose_row(2)
    stocked.settle()
    assert [item.proves for item in stocked.evidence()] == ["运输途中受压", "", ""]


def test_the_list_shows_the_same_with_the_same_selection(stocked: Desk) -> None:
    press(stocked, Qt.Key.Key_Right)
    stocked.page.browser.tools.set_list(True)
    table = stocked.page.browser.view()
    assert table.selected_rows() == [1]
    hidden = [row for row in range(4) if table.isRowHidden(row)]
    assert hidden == [3]
    press(stocked, Qt.Key.Key_E)
    assert stocked.evidence()[1].exhibit == 1
    assert stocked.page.save_state() == {"view": "list"}


def test_all_cases_with_filters(stocked: Desk) -> None:
    stocked.ctx.intake.add_bytes(stocked.case_id, b"words", "a.txt", EvidenceSource.CHOSEN)
    stocked.page.open(Target("evidence"))
    stocked.settle()
    assert stocked.page.model().evidence_count() == 4
    stocked.page.filtering.choose(media=MediaKind.TEXT)
    stocked.settle()
    assert stocked.shown_ids() == [stocked.evidence()[3].id]
    stocked.page.filtering.choose(problem=Problem.LOST)
    stocked.settle()
    assert stocked.page.model().evidence_count() == 0
    assert stocked.page.browser.empty.isVisibleTo(stocked.page)
    assert not stocked.page.checklist.isVisibleTo(stocked.page)


def test_a_tile_is_read_as_a_sentence(stocked: Desk) -> None:
    spoken = str(stocked.page.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("red.jpg; 照片; ")
    assert spoken.endswith("与导入时一致")


def test_the_gallery_has_four_columns_at_the_design_size(stocked: Desk) -> None:
    gallery = stocked.page.browser.gallery
    stocked.page.resize(1368, 800)
    tops = {gallery.visualRect(stocked.page.model().index(row, 0)).top() for row in range(4)}
    assert len(tops) == 1
    assert gallery.gridSize() == QSize(183, 213)
