"""Where a case page leads: to other cases, to the buyer, to the rule of a clock, and to commands of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop.context import AppContext
from models.records import Clock
from ui.background import Background
from ui.i18n import translator
from ui.page import Target
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

if TYPE_CHECKING:
    from models.records import HistoryEvent
    from ui.cases.page import CasesPage

tr = translator("cases")
# What is done instead where the page has no command of that name.
_INSTEAD: Final = {"reopen": "set_state"}


class RelatedPlaces(QObject):
    """Made once with the page; joins what its case panel asks for."""

    def __init__(self, ctx: AppContext, background: Background, page: CasesPage) -> None:
        super().__init__(page)
        self._ctx, self._background, self._page = ctx, background, page
        panel = page.panel
        panel.command_wanted.connect(self.run)
        panel.case_wanted.connect(page.show_case)
        panel.buyer_wanted.connect(self.open_buyer)
        panel.rule_wanted.connect(self.open_rule)
        panel.timeline.correct_wanted.connect(self.correct)
        panel.overview.related.unlink_wanted.connect(page.life.unlink)

    def run(self, name: str) -> None:
        """A command of the page by its name."""
        commands = self._page.commands()
        act = commands.get(name) or commands.get(_INSTEAD.get(name, ""))
        if act is not None:
            act()
        elif name == "wake" and self._page.panel.wanted is not None:
            ids, service = [self._page.panel.wanted], self._ctx.snoozing
            self._page.doings.write(lambda: service.wake(ids))

    def open_buyer(self) -> None:
        """To the buyer of the case shown."""
        page = self._page.panel.page
        if page is not None and page.buyer is not None:
            self._page.navigate.emit(Target("buyers", f"#{page.buyer.id}"))

    def open_rule(self, clock: Clock) -> None:
        """To the rule that set a clock: its number in the pack where it has one, else the pack."""
        page, name = self._page.panel.page, clock.pack.partition(" ")[0]
        if page is None or not name or name == "shop":
            return
        resolutions = self._ctx.resolutions

        def find() -> str:
            for pack in resolutions.packs_of(page):
                rule = pack.deadlines.get(clock.rule) if pack.id == name else None
                if rule is not None and rule.n in pack.constants:
                    return f"{name}/{rule.n}"
            return name

        def go(place: str) -> None:
            self._page.navigate.emit(Target("settings", place, "rules"))

        self._background.run(self._ctx.jobs.read(find), go, receiver=self)

    def correct(self, event: HistoryEvent) -> ReasonDialog | None:
        """An entry is never changed: a note says what was wrong with it."""
        page = self._page.panel.page
        if page is None:
            return None
        line = self._page.panel.timeline.line_text(event)
        words = ReasonWords(
            title=tr("Correct an entry"), text=tr("%1\nThe entry stays; yours is added below it.", line),
            field=tr("What is right"), take=tr("Add"), cancel=tr("Cancel"), wrong=tr("Write what is right."),
        )  # fmt: skip
        dialog = ReasonDialog(words, self._page)
        case_id, cases = page.case.id, self._ctx.cases
        first = line.partition("\n")[0]

        def add(text: str) -> None:
            note = tr("Correction to %1: %2", first, text)
            self._page.doings.write(lambda: cases.add_note(case_id, note), asked=dialog)

        dialog.given.connect(add)
        dialog.open()
        return dialog
