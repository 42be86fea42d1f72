"""Adds, changes and removes parcels of the case shown; what the service refuses is said in the form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.parcels import ParcelEntry
from models.errors import AftercaseError
from models.records import CasePage, Parcel
from ui.background import Background
from ui.cases.parcel_form import ParcelForm
from ui.cases.parcel_list import ParcelList
from ui.error_words import sentence


class ParcelWriting(QObject):
    """`failed` is for what no form can say."""

    failed = Signal(object)

    def __init__(
        self,
        ctx: AppContext,
        background: Background,
        rows: ParcelList,
        page: Callable[[], CasePage | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._ctx, self._background, self._page, self._window = ctx, background, page, window
        rows.add_wanted.connect(lambda: self.enter())
        rows.change_wanted.connect(lambda parcel: self.enter(parcel))
        rows.remove_wanted.connect(self._remove)

    def enter(self, parcel: Parcel | None = None) -> ParcelForm | None:
        """Open the form for a new parcel, or for one that is there."""
        page = self._page()
        if page is None or page.order is None:
            return None
        service, case_id, order = self._ctx.parcels, page.case.id, page.order
        names = [order.carrier, *(each.carrier for each in order.parcels)]
        form = ParcelForm(names, order.carrier, self._window, parcel=parcel)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def refused(error: BaseException) -> None:
            if isinstance(error, AftercaseError):
                words = sentence(error)
                form.refuse(" ".join(part for part in (words.what, words.next) if part))
            else:
                form.take.setEnabled(True)
                self.failed.emit(error)

        def keep(entry: ParcelEntry) -> None:
            act: Callable[[], object] = lambda: service.add(case_id, entry)  # noqa: E731
            if parcel is not None:
                act = lambda: service.edit(case_id, parcel.id, entry)  # noqa: E731
            self._background.run(self._ctx.jobs.write(act), lambda _: form.accept(), refused, receiver=form)

        def look(number: str) -> None:
            found = self._ctx.jobs.read(lambda: service.other_orders(case_id, number))
            shown = lambda orders: form.show_elsewhere(number, orders)  # noqa: E731
            self._background.run(found, shown, lambda error: None, receiver=form, quiet=True)

        form.entered.connect(keep)
        form.number_settled.connect(look)
        form.open()
        return form

    def _remove(self, parcel: Parcel) -> None:
        page = self._page()
        if page is None:
            return
        service, case_id = self._ctx.parcels, page.case.id
        removed = self._ctx.jobs.write(lambda: service.remove(case_id, parcel.id))
        self._background.run(removed, lambda _: None, self.failed.emit, receiver=self)
