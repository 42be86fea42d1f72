"""While the program runs: tells of call-backs at the start of the day and before an appointment, in neutral words."""

from __future__ import annotations

import logging
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.diagnostics import LOGGER
from desktop.platform.session_lock import session_unlocked
from ui.background import Background
from ui.callbacks.missing_calls import MissingCalls
from ui.i18n import translator
from ui.page import Target
from ui.plain import one_line

if TYPE_CHECKING:
    from models.rules.call_reminders import Appointment, DaySum, Telling

tr = translator("reminders")
_log = logging.getLogger(f"{LOGGER}.reminding")
_EVERY_MS, _FIRST_MS = 30_000, 4_000


class CallReminding(QObject):
    """Looks at start and twice a minute; `told` gives title, text and where it leads. `new_day`: the shop's day is
    another than at the last look, by midnight, a long sleep or a moved clock."""

    told = Signal(str, str, object)
    new_day = Signal()

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background = ctx, background
        self._looking = False
        self._day: date | None = None
        # Whoever has nothing planned gets it though nobody opens the calendar: else nothing would remind of them.
        self._missing = MissingCalls(ctx, background, self)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        # After the greeting of the window: what was due while the program was closed.
        QTimer.singleShot(_FIRST_MS, self, self.look)

    def look(self) -> None:
        """Tell what is due now; without anything due nothing is said."""
        if self._looking:
            return
        self._looking = True
        try:
            future = self._ctx.jobs.read(self._ctx.call_reminders.look)
            self._missing.look()
        except RuntimeError:
            # The data folder was closed and the window not yet gone.
            self._timer.stop()
            return
        self._background.run(future, self._tell, self._failed, receiver=self, quiet=True)

    def _failed(self, error: BaseException) -> None:
        """Tried again in half a minute: no dialog for what nobody asked for, a line in the log."""
        self._looking = False
        _log.warning("not reminded", exc_info=error)

    def _tell(self, found: Telling) -> None:
        self._looking = False
        if self._day not in (None, found.today):
            self.new_day.emit()
        self._day = found.today
        reminders = self._ctx.call_reminders
        named = found.near != () and reminders.choices().names and session_unlocked()
        for title, text, target in sentences(found, self._ctx.clock.now(), named=named):
            self.told.emit(title, text, target)
        reminders.keep(found.said)


def sentences(found: Telling, now: datetime, *, named: bool) -> list[tuple[str, str, Target]]:
    """What is said, each with its title and where it leads: the day and what passed as one, appointments one by one
    while they are few. Nobody is named unless `named`."""
    said: list[tuple[str, str, Target]] = []
    summary = [day_words(found.day)] if found.day is not None else []
    if found.passed:
        summary.append(
            tr("%n appointment(s) passed while nobody was told; they are still to be done.", n=len(found.passed))
        )
    if summary:
        said.append((tr("Call-backs"), "\n".join(summary), Target("callbacks")))
    if found.one_by_one:
        # Without names those of one time would be told in the same words.
        times = [[each] for each in found.near] if named else [list(group) for _, group in groupby(found.near, _time)]
        for group in times:
            first = group[0]
            text = near_words(first, now, named=named)
            one = len(group) == 1
            said.append((
                tr("Call-back") if one else tr("Call-backs"),
                text if one else tr("%1: %2", tr("%n call-back(s)", n=len(group)), text),
                Target("callbacks", str(first.id), "call"),
            ))  # fmt: skip
    else:
        earliest, latest = _clock(found.near[0]), _clock(found.near[-1])
        text = tr("%n call-back(s) between %1 and %2", earliest, latest, n=len(found.near))
        said.append((tr("Call-backs"), text, Target("callbacks")))
    return said


def _time(each: Appointment) -> datetime:
    return each.starts_at


def _clock(each: Appointment) -> str:
    return each.shown or each.at_time


def day_words(day: DaySum) -> str:
    """`5 call-backs today · 2 late, 1 of them red · 1 promise`."""
    parts = [tr("%n call-back(s) today", n=day.today)] if day.today else []
    if day.late:
        more = [tr("%n yellow", n=day.yellow)] if day.yellow else []
        more += [tr("%n red", n=day.red)] if day.red else []
        late = tr("%n late", n=day.late)
        parts.append(tr("%1 (%2)", late, tr(", ").join(more)) if more else late)
    if day.promises:
        parts.append(tr("%n promise(s) among them", n=day.promises))
    return " · ".join(parts)


def near_words(each: Appointment, now: datetime, *, named: bool) -> str:
    """`at 14:30, in 10 minutes`, with who only if `named`; of a shop in another zone with the time there."""
    minutes = -int((now - each.starts_at).total_seconds() // 60)
    clock = tr("%1 (%2 there)", each.shown, each.at_time) if each.shown else each.at_time
    when = tr("%1, in %n minute(s)", clock, n=minutes) if minutes > 0 else tr("%1, now", clock)
    return tr("%1: %2", one_line(each.who), when) if named and each.who else when
