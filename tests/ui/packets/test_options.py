"""The right side: receivers and their limits, what goes in, what leaves, dates, packets made and how they ended."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.services.packet_presets import shipped_presets
from models.kinds import DisputeOutcome, ExhibitVersion, PacketForm, PacketLanguage
from models.money import Money
from models.rules import packet_fit
from models.rules.packet_fit import Meter, MeterKind, Refusal
from models.rules.packet_presets import PacketPreset
from tests.conftest import NOW
from tests.ui.packets.table import PacketTable
from ui.fit_words import meter_figure, refusal_sentence
from ui.messages import MessageDialog
from ui.packets.options.deadline import DeadlineDialog
from ui.packets.options.outcome_dialog import OutcomeDialog
from ui.packets.options.preset_dialog import PresetDialog
from ui.packets.options.preset_words import (
    FigureRefused,
    bytes_text,
    checked_line,
    figure_text,
    is_old,
    limits_line,
    read_figure,
    read_page,
)
from ui.packets.packet_checks import checks_of

Dialog = TypeVar("Dialog", bound=QDialog)
HOSTILE = "<b>粗</b> \"'; ../../etc \u202etxt.exe 😀 %1 %n"


def dialog_of(kind: type[Dialog]) -> Dialog:
    """The dialog of a kind that is open."""
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


# Words


def test_limits_read_as_receivers_write_them_and_are_never_rounded_up() -> None:
    stripe = next(each for each in shipped_presets() if each.id == "stripe")
    assert limits_line(stripe).startswith("4.5 MB · 49 页")
    assert [bytes_text(size) for size in (130_000, 9_999_999, 812)] == ["130 KB", "9.99 MB", "812 B"]
    assert limits_line(PacketPreset("x", "某", "", PacketForm.PDF, ())) == "无已知限制"


@pytest.mark.parametrize(
    ("used", "shown"),
    [(7_400_000, "7.4 / 10 MB"), (9_999_999, "10 / 10 MB"), (10_000_000, "10 / 10 MB"), (10_000_001, "10.1 / 10 MB")],
)
def test_a_figure_over_its_limit_never_looks_as_if_it_fitted(used: int, shown: str) -> None:
    assert meter_figure(Meter(MeterKind.BYTES, used, 10_000_000)) == shown


def test_every_refusal_has_a_sentence_naming_what_does_not_fit() -> None:
    codes = set(re.findall(r"`([a-z_]+)`", (packet_fit.__doc__ or "").split("largest first:")[1])) - {
        "slot", "file", "name",
    }  # fmt: skip
    assert len(codes) >= 18
    said = {}
    for code in codes:
        values = {"used": 12, "limit": 9, "slot": "收据", "file": "证据 2.pdf", "name": "297 × 420 mm"}
        said[code] = refusal_sentence(Refusal(code, values, (3, 1), 7))
        assert code not in said[code]
    assert len(set(said.values())) == len(codes)
    assert "证据 3、1" in said["picture_illegible"]
    assert "new_code" in refusal_sentence(Refusal("new_code"))


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [("total_bytes", "4.5 MB", 4_500_000), ("total_bytes", "130,000", 130_000), ("file_bytes", "５００ kb", 500_000),
     ("pages", " 20 ", 20), ("pages", "", None), ("least_points", "12", 12.0)],
)  # fmt: skip
def test_figures_are_read_as_typed(field: str, typed: str, value: float | None) -> None:
    assert read_figure(field, typed) == value
    if value is not None:
        assert read_figure(field, figure_text(field, value)) == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [("total_bytes", "4,5 MB"), ("total_bytes", "viel"), ("pages", "-1"), ("pages", "1.5"), ("pages", "9" * 50),
     ("dpi", "1"), ("pages", HOSTILE), ("total_bytes", "1e9")],
)  # fmt: skip
def test_figures_that_could_be_misread_are_refused(field: str, typed: str) -> None:
    with pytest.raises(FigureRefused):
        read_figure(field, typed)
    with pytest.raises(FigureRefused):
        read_page(typed)


def test_figures_older_than_a_year_say_so() -> None:
    preset = next(each for each in shipped_presets() if each.checked_on is not None and each.sources)
    assert preset.checked_on is not None
    day = preset.checked_on + timedelta(days=366)
    assert not is_old(preset, preset.checked_on + timedelta(days=365))
    assert is_old(preset, day)
    assert "超过 12 个月" in checked_line(preset, day)
    assert is_old(replace(preset, checked_on=None), date(2026, 1, 1))


# The page


def test_another_receiver_brings_its_limits_its_form_and_its_fields(table: PacketTable) -> None:
    options = table.page.options
    options.presets.chosen.emit("stripe")
    table.settle()
    plan = table.ctx.packet_plans.read(table.case_id)
    assert (plan.preset, plan.language) == ("stripe", PacketLanguage.EN)
    assert options.foot.save.label() == "保存文件"
    assert any(each.kind is MeterKind.PAGES and each.limit == 49 for each in options.meters.shown())
    fields = options.fields
    assert fields.isVisibleTo(options)
    fields.field.setPlainText(HOSTILE)
    table.settle()
    assert dict(table.ctx.packet_plans.read(table.case_id).texts)[fields.choice.itemData(0)] == HOSTILE
    fields.field.setPlainText("x" * 20_001)
    fields.show_field(str(fields.choice.itemData(1)))
    fields.show_field(str(fields.choice.itemData(0)))
    table.settle()
    assert len(fields.field.toPlainText()) == 20_001
    assert dict(table.ctx.packet_plans.read(table.case_id).texts)[fields.choice.itemData(0)] == HOSTILE
    table.ctx.bench.undo_last()
    table.settle()
    assert table.page.plans.plan.texts == ()


def test_what_one_receiver_refused_is_not_said_of_the_next(table: PacketTable) -> None:
    page, banner = table.page, table.page.view.refusals
    page.options.presets.chosen.emit("taobao")
    table.settle()
    assert not banner.isHidden()
    page.options.presets.chosen.emit("print")
    assert (banner.isHidden(), page.options.meters.refusal()) == (True, "")
    table.settle()
    assert banner.isHidden()
    page.options.presets.chosen.emit("taobao")
    table.settle()
    page.options.summary.field.setPlainText("同一个接收方，仍然放不下。")
    page.options.settle()
    assert not banner.isHidden()
    table.settle()


def test_a_copy_that_is_not_there_is_not_called_changed(table: PacketTable) -> None:
    first = table.evidence(1).id
    table.page.plans.change_exhibits([first], version=ExhibitVersion.ANNOTATED)
    table.settle()
    said = checks_of(table.page.model.exhibits(), table.page.preview)[0]
    assert (said.state, said.about) == ("overdue", first)
    assert "副本不存在" in said.text
    assert "副本不存在" in table.page.giving.why_not()


def test_the_summary_is_counted_at_once_and_too_much_stops_saving(table: PacketTable) -> None:
    options = table.page.options
    options.presets.chosen.emit("wechat_pay")
    table.settle()
    options.summary.field.setPlainText("超" * 201)
    assert next(each.used for each in options.meters.shown() if each.kind is MeterKind.SUMMARY) == 201
    assert not options.foot.save.isEnabled()
    assert "1" in options.foot.save.toolTip()
    table.settle()
    assert options.meters.refusal()
    assert not table.page.can("save")
    options.summary.field.setPlainText("刚好" * 90)
    table.settle()
    assert "摘要" not in options.meters.refusal()


def test_a_text_that_cannot_be_written_stays_as_typed(table: PacketTable, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(table.ctx.packets, "keep_summary", full)
    field = table.page.options.summary.field
    field.setPlainText("写了很久的摘要")
    table.settle()
    assert isinstance(table.errors[0], OSError)
    assert field.toPlainText() == "写了很久的摘要"
    monkeypatch.undo()
    table.page.loading.load_again()
    table.settle()
    assert field.toPlainText() == "写了很久的摘要"
    field.setPlainText("写了很久的摘要。")
    table.settle()
    assert table.ctx.packets.find_summary(table.case_id, "zh") == "写了很久的摘要。"


def test_what_leaves_the_shop_is_asked_once(table: PacketTable, monkeypatch: pytest.MonkeyPatch) -> None:
    out = table.folder / "p.pdf"
    monkeypatch.setattr("ui.packets.options.giving_out.choose_out", lambda *_: out)
    table.page.options.summary.field.setPlainText("买家手机 13912345678 未接。")
    table.page.save()
    table.settle()
    dialog_of(MessageDialog).reject()
    assert any("1391234" in each.text for each in table.page.options.leaving.leaving())
    table.page.save()
    asked = dialog_of(MessageDialog)
    asked.chosen = "show"
    asked.accept()
    assert not out.exists()
    table.page.save()
    asked = dialog_of(MessageDialog)
    asked.chosen = "anyway"
    asked.accept()
    table.settle()
    assert out.exists()
    out.unlink()
    table.page.save()
    table.settle()
    assert out.exists()


def test_a_pdf_that_has_to_be_split_is_saved_into_a_folder(table: PacketTable, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def choose(_parent: object, _folder: str, number: str, form: PacketForm, _name: str) -> Path:
        asked.append((number, form))
        return table.folder

    monkeypatch.setattr("ui.packets.options.giving_out.choose_out", choose)
    presets = table.ctx.presets
    split = replace(presets.find("print"), id="", name_zh="分", name_en="split", files=20, file_pages=2)
    table.page.plans.replace(preset=presets.keep_own(split).id)
    table.page.loading.load_again()
    table.settle()
    table.page.save()
    table.settle()
    packet = table.ctx.packets.list_packets(table.case_id)[0]
    assert asked == [(packet.number, PacketForm.SLOTS)]
    assert len(list((table.folder / packet.number).glob("*.pdf"))) == len(packet.parts) - 1 > 1


def test_a_packet_is_saved_again_followed_and_ends(table: PacketTable) -> None:
    page = table.page
    page.save_to(table.folder / "a.pdf")
    table.settle()
    assert page.options.foot.copy.isVisibleTo(page)
    first = page.state.packets[0] if page.state is not None else None
    assert first is not None
    page.made.save_again_to(first, table.folder / "b.pdf")
    table.settle()
    assert (table.folder / "b.pdf").read_bytes() == (table.folder / "a.pdf").read_bytes()
    assert len(table.ctx.packets.list_packets(table.case_id)) == 1
    page.made.open_kept(first)
    assert table.targets[-1].part == str(first.evidence_id)
    page.options.made.list.choose_row(0)
    QTest.keyClick(page.options.made.list, Qt.Key.Key_F4)
    asked = dialog_of(OutcomeDialog)
    asked.outcome.setCurrentIndex(2)
    asked.amount.setText("8.4.0")
    asked.take.click()
    assert asked.isVisible()
    asked.amount.setText("84")
    asked.note.setPlainText(HOSTILE)
    asked.take.click()
    table.settle()
    noted = table.ctx.packets.list_packets(table.case_id)[0]
    assert (noted.outcome, noted.outcome_amount) == (DisputeOutcome.PARTLY, Money(8400, "CNY"))
    assert noted.outcome_note == HOSTILE
    table.ctx.bench.undo_last()
    table.settle()
    assert page.state is not None
    assert page.state.packets[0].outcome is None
    page.made.make_next(first)
    table.settle()
    page.save_to(table.folder / "c.pdf")
    table.settle()
    assert table.ctx.packets.list_packets(table.case_id)[0].previous_id == first.id


def test_a_receiver_of_the_shops_own_is_made_changed_and_taken_away(table: PacketTable) -> None:
    page = table.page
    page.options.presets.copy_wanted.emit("revolut")
    asked = dialog_of(PresetDialog)
    asked.name.setText(HOSTILE[:60])
    asked.fields["pages"].setText("二十页")
    asked.take.click()
    assert asked.isVisible()
    asked.fields["pages"].setText("20")
    asked.fields["files"].setText("")
    asked.source.setText("客服电话")
    asked.take.click()
    table.settle()
    made = table.ctx.presets.find(page.plans.plan.preset)
    assert (made.own, made.pages, made.files, made.name_zh) == (True, 20, None, HOSTILE[:60].strip())
    assert any(each.source == "客服电话" for each in made.sources)
    page.options.presets.drop_wanted.emit(made.id)
    table.settle()
    assert page.plans.plan.preset == table.ctx.presets.first_for(table.ctx.cases.load_page(table.case_id).shop)


def test_the_receivers_date_becomes_a_clock_and_can_be_changed(table: PacketTable) -> None:
    page = table.page
    for days in (3, 5):
        page.options.deadline.wanted.emit()
        asked = dialog_of(DeadlineDialog)
        asked.due.setDateTime(asked.due.dateTime().addDays(-30))
        asked.take.click()
        assert asked.isVisible()
        asked.due.setDateTime(asked.due.dateTime().addDays(30 + days))
        asked.take.click()
        table.settle()
    clocks = [each for each in table.ctx.cases.load_page(table.case_id).clocks if each.label_zh == "举证截止"]
    assert len(clocks) == 1
    assert clocks[0].due_at > NOW
    assert clocks[0].warn_at == clocks[0].due_at - timedelta(hours=24)
    assert page.options.deadline.enter.label() == "修改"


def test_tab_reaches_everything_of_the_options_in_reading_order(table: PacketTable) -> None:
    from ui.packets.options_pane import reading_order

    options = table.page.options
    QApplication.processEvents()
    wanted = [each for each in reading_order(options) if each.isVisibleTo(options) and each.isEnabled()]
    walked = [wanted[0]]
    while len(walked) < len(wanted):
        following = walked[-1].nextInFocusChain()
        while following is not None and following not in wanted:
            following = following.nextInFocusChain()
        assert following is not None
        walked.append(following)
    assert walked == wanted
    assert all(each.accessibleName() for each in wanted if each is not options._area)
