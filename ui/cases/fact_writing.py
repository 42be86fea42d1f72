"""Writes what was changed in the facts of a case at once, and brings back why something was not written."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from desktop.services.fact_names import FactChanged, FactName
from models.errors import AftercaseError
from ui.background import Background
from ui.cases.case_facts import CaseFacts
from ui.error_words import sentence


class FactWriting(QObject):
    """Between the fields and the service; `failed` is for what the fields cannot say."""

    failed = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, facts: CaseFacts, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._background, self._facts = ctx, background, facts
        facts.change_wanted.connect(self._write)

    def _write(self, case_id: int, fact: FactName, value: object, expected: object) -> None:
        service = self._ctx.facts

        def done(result: FactChanged) -> None:
            self._facts.kept(case_id, fact)

        def refused(error: BaseException) -> None:
            words = sentence(error)
            said = isinstance(error, AftercaseError) and self._facts.refused(
                case_id, fact, " ".join(part for part in (words.what, words.next) if part)
            )
            if not said:
                self.failed.emit(error)

        change = self._ctx.jobs.write(lambda: service.change(case_id, fact, value, expected=expected))
        self._background.run(change, done, refused, receiver=self)
