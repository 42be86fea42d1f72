"""Numbers of the day and the month in Settings: each kept at once, and what cannot be is said beside its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

from models.rules.serial_returns import SerialReturnsRule
from ui.background import Background
from ui.settings.day_panel import DayPanel
from ui.settings.setting_fields import LineField

if TYPE_CHECKING:
    from desktop.context import AppContext


def test_numbers_of_day_and_month_are_kept_at_once_and_nonsense_is_not(ctx: AppContext, qtbot: QtBot) -> None:
    background = Background()
    panel = DayPanel(ctx, background)
    qtbot.addWidget(panel)

    def calm() -> None:
        qtbot.waitUntil(lambda: background.pending() == 0)

    def write(field: LineField, text: str) -> None:
        field.setText(text)
        field.finish()
        calm()

    panel.reload()
    calm()
    for field, wrong, right in (
        (panel.hour, "25:99 <b>" + "x" * 1_000, "9:30"), (panel.reminders, "1, zwei", "２，10"),
        (panel.returns, "1", "4"), (panel.days, "-3", "30"), (panel.answer, "0", "12"),
    ):  # fmt: skip
        write(field, wrong)
        assert field.property("wrong"), wrong
        write(field, right)
        assert not field.property("wrong"), right
    shop = ctx.shops.list_shops()[0].id
    assert (f"{ctx.hand_over_items.due_by():%H:%M}", ctx.receiving.reminder_days()) == ("09:30", (2, 10))
    assert ctx.today.returner_rule() == SerialReturnsRule(4, 30)
    panel.carrier.choose(panel.carrier.itemData(1))
    write(panel.answer, "7")
    assert ctx.claims.terms.contracts(shop) == {"": 12, panel.carrier.value(): 7}
    write(panel.answer, "")
    assert ctx.claims.terms.contracts(shop) == {"": 12}
    background.close()
