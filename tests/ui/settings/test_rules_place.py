"""Settings → Rules in the window: read, searched, changed with a note and weighed, a pack file shown before it counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.rule_files import RuleFile
from models.kinds import Problem
from tests.desktop.services.resolution_cases import open_case, walk_through
from ui.page import Target
from ui.plain import PlainLabel
from ui.settings.rule_import_dialog import RuleImportDialog
from ui.settings.rule_lines import LineBlock
from ui.settings.rule_place import HISTORY, NUMBERS, RULES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.context import AppContext
    from ui.main_window import MainWindow
    from ui.settings.settings_page import SettingsPage


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(PlainLabel) if label.isVisible())


def test_a_number_is_weighed_changed_and_undone(
    page: SettingsPage, window: MainWindow, ctx: AppContext, qtbot: QtBot
) -> None:
    case = open_case(ctx, Problem.DAMAGED)
    walk = walk_through(ctx, case, {"items_damaged": True, "items_missing": True})
    ctx.resolutions.save_draft(case, walk.answers)
    place = page.rules
    page.packs.read.click()
    qtbot.waitUntil(lambda: place.rule_pack() is not None)
    assert (page.title(), page.path()[0].text) == ("规则", "设置")
    window.go(Target("settings", "shop-handbook", "rules"))
    qtbot.waitUntil(lambda: place.pack_id() == "shop-handbook")
    numbers = place.numbers
    row = numbers.number_rows["reship_hours"]
    assert "48 小时" in texts(row)
    assert "店铺规定" in row.accessibleName()
    row.change.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(row.change, Qt.Key.Key_Return)
    editor = numbers.editor
    assert editor is not None
    qtbot.waitUntil(editor.value.hasFocus)
    assert editor.value.text() == "48"
    editor.value.setText("4.5")
    editor.save.click()
    qtbot.waitUntil(lambda: "请写明理由" in texts(editor))
    editor.note.setText("仓库周末不发货")
    editor.save.click()
    qtbot.waitUntil(lambda: "要填整数" in texts(editor))
    assert ctx.rules.number_history("shop-handbook") == ()
    editor.value.setText("36")
    editor.weigh.click()
    qtbot.waitUntil(editor.cases.isVisible)
    assert editor.report.text().startswith("1 张未完结的售后单会有变化")
    number = ctx.cases.load_page(case).case.number
    assert editor.cases.lines.lines[0].id == number
    assert "补寄发出：11-22 09:42 → 明天 21:42" in editor.cases.lines.lines[0].second
    with qtbot.waitSignal(page.navigate) as asked:
        qtbot.keyClick(editor.cases, Qt.Key.Key_Return)
    assert asked.args == [Target("cases", number)]
    editor.save.click()
    qtbot.waitUntil(lambda: "自定：36 小时，规则包为 48 小时" in texts(numbers.number_rows["reship_hours"]))
    assert numbers.editor is None
    # What becomes of a number is said where that number is changed, and nowhere else.
    numbers.saved.emit("reship_hours", "7.5", "太细")
    numbers.edit("late_cap")
    qtbot.waitUntil(lambda: any("要填整数" in texts(each) for each in QApplication.topLevelWidgets()))
    assert numbers.editor is not None
    assert "要填整数" not in texts(numbers.editor)
    numbers.editor.note.setText("还没写完")
    numbers.saved.emit("reship_hours", "36", "又一次")
    qtbot.waitUntil(lambda: len(place.rule_pack().history) == 2)  # type: ignore[union-attr]
    assert numbers.editor is not None
    assert numbers.editor.note.text() == "还没写完"
    numbers.close_editor()
    ctx.bench.undo_last()
    qtbot.waitUntil(lambda: len(place.rule_pack().history) == 1)  # type: ignore[union-attr]
    place.tabs.setCurrentIndex(HISTORY)
    blocks = place.history.findChildren(LineBlock)
    qtbot.waitUntil(lambda: [block.isVisible() for block in blocks] == [True])
    assert blocks[0].accessibleName().startswith("补寄发出：48 小时 → 36 小时. 仓库周末不发货. 今天 09:42")
    qtbot.waitUntil(lambda: window.actions_.enabled("undo"))
    window.actions_.run("undo")
    qtbot.waitUntil(lambda: place.rule_pack().yours("reship_hours") is None)  # type: ignore[union-attr]
    assert ctx.rules.number("shop-handbook", "reship_hours").value == 48


def test_rules_are_found_and_read_with_what_is_to_be_verified(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    place = page.rules
    window.go(Target("settings", "taobao", "rules"))
    qtbot.waitUntil(lambda: place.pack_id() == "taobao")
    assert "使用前请店铺自行核实" in place.banner.text.text()
    first = next(iter(place.numbers.number_rows.values()))
    assert first.number.missing, "what nobody knows stands first"
    assert "不确定，先核实" in first.accessibleName()
    page.start_search()
    assert place.search.hasFocus()
    place.search.setText("聚划算")
    qtbot.waitUntil(lambda: place.pack_id() != "taobao")
    window.go(Target("settings", "shop-handbook/juhuasuan_days", "rules"))
    qtbot.waitUntil(lambda: place.numbers.editor is not None)
    assert place.pack_id() == "shop-handbook"
    assert list(place.numbers.number_rows) == ["juhuasuan_days"]
    place.search.setText("称重 底单")
    qtbot.waitUntil(lambda: place.tabs.currentIndex() != NUMBERS)
    place.search.clear()
    place.tabs.setCurrentIndex(NUMBERS)
    qtbot.waitUntil(lambda: len(place.numbers.number_rows) > 20)
    place.tabs.setCurrentIndex(RULES)
    row = next(each for each in place.rules.lines.lines if each.title == "少发")
    place.rules.choose(row.id)
    qtbot.waitUntil(lambda: "责任：商家" in texts(place.detail))
    read = texts(place.detail)
    assert "处理方式（按顺序）" in read
    assert "从「申请时间」起 48 小时" in read
    place.search.setText("没有这样的规则")
    qtbot.waitUntil(place.nothing.isVisible)
    place.search.clear()
    qtbot.waitUntil(lambda: not place.nothing.isVisible())
    window.go_back()
    qtbot.waitUntil(lambda: place.pack_id() == "taobao")
    window.go_back()
    qtbot.waitUntil(lambda: not page.reading_rules())
    window.go(Target("settings", "cn-law", "rules"))
    qtbot.waitUntil(lambda: place.pack_id() == "cn-law")
    place.tabs.setCurrentIndex(0)
    assert not place.numbers.number_rows["no_reason_days"].change.isVisible()


def test_a_pack_file_is_shown_before_it_counts(
    page: SettingsPage, window: MainWindow, ctx: AppContext, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go(Target("settings", "paypal", "rules"))
    qtbot.waitUntil(lambda: page.rules.pack_id() == "paypal")
    file = tmp_path / "paypal.json"
    page.rule_desk.export("paypal", file)
    qtbot.waitUntil(file.exists)
    raw = json.loads(file.read_text(encoding="utf-8"))

    def ask(changed: object) -> RuleImportDialog:
        file.write_text(json.dumps(changed), encoding="utf-8")
        page.rule_desk.preview(file)
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RuleImportDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RuleImportDialog)
        return dialog

    refused = ask({**raw, "start": "nowhere"})
    assert not refused.take.isVisible()
    assert "引用了不存在的内容" in texts(refused)
    refused.reject()
    taken = ask(
        {
            **raw,
            "pack": {**raw["pack"], "version": "2.0.0"},
            "shop_numbers": {"reply_days": {"value": "10", "note": "邮件"}},
        }
    )
    assert "将代替程序自带的规则包" in texts(taken)
    assert "10（邮件）" in texts(taken)
    taken.weigh.click()
    qtbot.waitUntil(taken.report.isVisible)
    assert taken.report.text().startswith("0 张未完结的售后单会有变化")
    page.rules.numbers.edit("reply_days")
    taken.weighed.emit(RuleFile("gone.json", {"pack": {}}))
    qtbot.waitUntil(lambda: taken.report.text().startswith("规则包被拒绝"))
    assert page.rules.numbers.editor is not None
    assert "规则包被拒绝" not in texts(page.rules.numbers.editor)
    taken.take.click()
    qtbot.waitUntil(lambda: page.rules.remove.isVisible())
    assert page.rules.rule_pack().pack.version == "2.0.0"  # type: ignore[union-attr]
    assert ctx.rules.number("paypal", "reply_days").value == 10
    page.rules.remove.click()
    qtbot.waitUntil(lambda: not page.rules.remove.isVisible())
    file.write_bytes(b"[" * 50)
    page.rule_desk.preview(file)
    qtbot.waitUntil(lambda: any("文件嵌套太深" in texts(each) for each in QApplication.topLevelWidgets()))
    for dialog in QApplication.topLevelWidgets():
        if dialog is not window:
            dialog.close()
