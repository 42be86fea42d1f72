"""The pages under each other: only those in sight are rendered; pages lead to exhibits, refusals too."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.packets.values import OutFile
from models.rules.packet_fit import Refusal
from tests.ui.packets.table import PacketTable
from ui.packets.preview_notes import file_at, labels_of


def test_a_page_leads_to_its_exhibit_and_an_exhibit_to_its_page(table: PacketTable) -> None:
    page, preview = table.page, table.page.preview
    assert preview is not None
    table.choose(0)
    for placed in reversed(preview.exhibits):
        page.view.paper.go_to(placed.page - 1)
        middle = page.view.paper._place(placed.page - 1).center()
        table.qtbot.mouseClick(page.view.paper.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        assert page.exhibits.list.current_id() == placed.evidence_id
    table.choose(1)
    assert page.view.page == preview.exhibits[1].page - 1


def test_scrolling_tells_the_page_and_asks_only_for_pages_in_sight(table: PacketTable) -> None:
    view = table.page.view
    view.paper.set_scale(1.0)
    bar = view.paper.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert view.page == view.pages - 1
    assert view.strip.currentIndex().row() == view.pages - 1
    assert len(view.paper.in_sight()) <= 2
    table.settle()
    assert view.paper.has_page()
    assert set(view.paper._last) <= set(range(view.pages - 5, view.pages))
    table.qtbot.keyClick(view.paper, Qt.Key.Key_Home)
    assert view.page == 0
    table.choose(0)
    table.press(Qt.Key.Key_0)
    assert view.paper.is_fitted()


def test_a_refusal_names_exhibits_and_leads_to_them(table: PacketTable) -> None:
    view = table.page.view
    view.refusals.show_refusals([Refusal("file_too_large", {"limit": 1}, exhibits=(3, 1))])
    assert not view.refusals.isHidden()
    table.choose(1)
    view.refusals.buttons[0].click()
    assert table.page.exhibits.list.current_id() == table.evidence(3).id
    view.refusals.show_refusals([])
    assert view.refusals.isHidden()


def test_pages_are_labelled_with_the_file_they_become() -> None:
    files = [
        OutFile("1.pdf", "pdf", b"", "receipt", 2), OutFile("note.txt", "txt", b""), OutFile("2.jpg", "jpeg", b"", "", 0),
        OutFile("<b>3\u202e.png", "png", b""),
    ]  # fmt: skip
    labels = labels_of(files, 3, {"receipt": "收据"})
    assert labels == {0: "收据：1.pdf", 2: "2.jpg"}
    assert (file_at(labels, 1), file_at(labels, 2), file_at({}, 0)) == ("收据：1.pdf", "2.jpg", "")
    assert labels_of(files[:1], 2, {}) == {}
