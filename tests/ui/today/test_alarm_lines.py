"""What an alarm of Today says of days."""

from __future__ import annotations

from datetime import datetime

from models.board_records import Alarm, AlarmKind
from tests.conftest import CHINA
from ui.today.alarm_lines import alarm_line
from ui.today.board_lines import Moment


def test_a_late_invoice_was_due_on_the_last_day_not_on_the_midnight_after() -> None:
    alarm = Alarm(AlarmKind.INVOICES_LATE, 1, since=datetime(2026, 11, 18, 0, 0, tzinfo=CHINA))
    said = alarm_line(alarm, Moment(datetime(2026, 11, 20, 9, tzinfo=CHINA), CHINA)).sentence
    assert "17" in said
    assert "18" not in said
