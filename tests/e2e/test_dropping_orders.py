"""Order files dropped on any page are imported, also where a page takes other files as evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from tests.e2e.conftest import Hands
from tests.e2e.test_every_command import with_a_case
from ui.cases.import_dialog import ImportDialog
from ui.page import Target

if TYPE_CHECKING:
    from desktop.context import AppContext


@pytest.mark.parametrize("page", ["today", "evidence", "packets", "registers", "callbacks"])
def test_order_files_open_the_import(hands: Hands, empty_folder: AppContext, tmp_path: Path, page: str) -> None:
    number = with_a_case(empty_folder)
    hands.window.go(Target(page, number if page in ("evidence", "packets") else ""))
    hands.settle()
    path = tmp_path / "orders.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    here = hands.page()
    deepest = [part for part in here.findChildren(QWidget) if part.acceptDrops() and part.isVisible()] or [here]
    hands.drop(deepest[-1], path)
    hands.settle()
    dialog = hands.dialog(ImportDialog)
    hands.until(lambda: dialog.place() == "failed")
    dialog.reject()
    assert hands.window.here() == Target("cases")
