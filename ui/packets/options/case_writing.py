"""What the packet page writes of a case, in order, so that nothing older is shown over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.packets.packets_page import PacketsPage


class CaseWriting(QObject):
    """`write` runs anything in the writing thread; when all is written, the case is read again if it was not shown."""

    def __init__(self, page: PacketsPage) -> None:
        super().__init__(page)
        self._page = page
        self._under_way = 0
        self._skipped = False

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._under_way > 0

    def may_show(self) -> bool:
        """Whether evidence read just now may be shown; what is being written at this moment is newer."""
        self._skipped = self._under_way > 0
        return not self._skipped

    def order(self, ids: list[int], moved: list[int], inside: bool | None) -> None:
        """Which evidence goes in, in order; `moved` are those put elsewhere, or in or out, as `inside` says."""
        if self._page.state is not None:
            case_id, evidence = self._page.state.page.case.id, self._page.ctx.evidence
            self.write(lambda: evidence.order_exhibits(case_id, ids, moved=moved, inside=inside))
            self._page.changed()

    def write_proves(self, evidence_id: int, text: str) -> None:
        """What an exhibit proves."""
        evidence = self._page.ctx.evidence
        self.write(lambda: evidence.set_proves(evidence_id, text))
        self._page.changed()

    def write_summary(self, text: str) -> None:
        """A summary as typed, unless it is the one that stands there."""
        if self._page.state is not None and text != self._page.state.summary:
            self.keep_summary(text)

    def keep_summary(self, text: str | None) -> None:
        """Another summary; None: the draft again."""
        if self._page.state is None:
            return
        case_id, packets, lang = self._page.state.page.case.id, self._page.ctx.packets, self._page.state.side
        field = self._page.options.summary.field

        def not_kept() -> None:
            # What was typed stays there to be mended or tried again.
            if text is not None and field.toPlainText() == text:
                field.kept = False

        self.write(lambda: packets.keep_summary(case_id, lang, text), not_kept)

    def write(self, work: Callable[[], object], not_kept: Callable[[], object] = lambda: None) -> None:
        """While something is being written, what was read before it is not shown any more."""
        self._under_way += 1
        page = self._page

        def failed(error: BaseException) -> None:
            not_kept()
            self._not_written(error)

        page.background.run(page.ctx.jobs.write(work), lambda _: self._written(), failed, receiver=self)

    def _written(self) -> None:
        self._under_way -= 1
        if not self._under_way and self._skipped:
            self._page.loading.load_again()

    def _not_written(self, error: BaseException) -> None:
        self._under_way -= 1
        self._page.fail(error)
