"""A new case in a few keys: paste a number or a name, choose the problem, Enter. What is typed is never lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from desktop.context import AppContext
from models.clock import zone
from models.records import CaseTarget, Order, Shop
from models.rules.duplicates import Duplicate
from ui.actions import key_text
from ui.background import Background
from ui.cases.case_cells import Moment
from ui.cases.new_case_duplicates import DuplicateWatch
from ui.cases.new_case_evidence import StagedKeeper
from ui.cases.new_case_form import TARGETS_SHOWN, NewCaseForm
from ui.cases.new_case_offers import NewCaseOffers
from ui.cases.new_case_saving import NewCaseSaving
from ui.cases.new_case_targets import NEW_BUYER, TargetFinder
from ui.error_words import sentence
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.panel import column, line

tr = translator("cases")
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHOWN = 60


class NewCaseDialog(QDialog):
    """`opened` comes with the id of the new case; `shown_wanted` with the number of one that is open already."""

    opened = Signal(int)
    shown_wanted = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._go_on = self._saving = False
        self._target: CaseTarget | None = None
        self._found_for = ""
        self._restoring: Mapping[str, Any] = {}
        self._lines_wanted: Sequence[int] = ()
        self._shops: Sequence[Shop] = ()
        self.setWindowTitle(tr("New case"))
        self.setModal(True)
        self.setFixedWidth(720)
        self.setAcceptDrops(True)
        rows = column(self, margins=(20, 16, 20, 14), spacing=8)
        rows.addWidget(PlainLabel(tr("New case"), self, role="title"))
        self.form = form = NewCaseForm(ctx, background, self)
        self.field, self.targets, self.list = form.field, form.targets, form.list
        self.problems, self.summary, self.buyer_only = form.problems, form.summary, form.alone
        self.duplicates = form.duplicates
        rows.addWidget(form, 1)
        rows.addLayout(self._foot())
        self.offers = NewCaseOffers(ctx, background, form, self._read, self)
        self.drafts = self.offers.drafts
        self.finder = TargetFinder(ctx, background, self)
        self.watch = DuplicateWatch(ctx, background, self)
        self.saving = NewCaseSaving(ctx, background, self)
        self._look = QTimer(self, singleShot=True, interval=0)
        self._connect()
        self._begin()

    def _connect(self) -> None:
        form = self.form
        form.changed.connect(self._changed)
        self.field.searched.connect(self.finder.look)
        self.finder.found.connect(self._found)
        self.finder.failed.connect(self._not_found)
        self.list.current_changed.connect(self._target_chosen)
        self.list.opened.connect(self._go_to_next)
        self.problems.entered.connect(self._to_summary)
        form.buyer.changed.connect(self._look.start)
        self.problems.chosen.connect(self._look.start)
        self.buyer_only.toggled.connect(self._look.start)
        self._look.timeout.connect(self._look_for_duplicates)
        self.watch.found.connect(self._show_duplicates)
        self.saving.kept.connect(self._kept)
        self.saving.noted.connect(self._noted)
        self.saving.failed.connect(self._not_kept)
        self.duplicates.open_wanted.connect(self._show_open_case)
        self.duplicates.note_wanted.connect(self._add_as_note)
        self.duplicates.left.connect(self._to_summary)
        self.summary.entered.connect(lambda: self.keep(anyway=True))
        form.staged.failed.connect(self._wrong.setText)
        form.staged.changed.connect(self._resize)
        self.offers.taken.connect(self._put_back)
        self.offers.discarded.connect(self.field.setFocus)
        self.offers.discarded.connect(self._resize)
        self.offers.clip_found.connect(self._offer_clip)
        watched = (self.field, self.summary, form.buyer.nick, form.buyer.name, form.buyer.phone, form.buyer.order)
        for widget in watched:
            widget.installEventFilter(self)

    def _foot(self) -> QHBoxLayout:
        row = line(spacing=8)
        self._wrong = PlainLabel("", self, role="small", ink="overdue", wrap=True)
        row.addWidget(self._wrong, 1)
        cancel = Button(tr("Close"), self, hint="Esc", tip=tr("What is typed is kept for the next time"))
        cancel.clicked.connect(self.reject)
        self.save = Button(tr("Open the case"), self, kind="primary", icon="check", hint=key_text("Ctrl+Return"))
        self.save.clicked.connect(lambda: self.keep(anyway=True))
        row.addWidget(cancel)
        row.addWidget(self.save)
        return row

    def _begin(self) -> None:
        self._said = self.form.said
        self._said.setText(self._hint())
        self._check()
        self.field.setFocus()
        opening = self._ctx.opening
        look = self._ctx.jobs.read(lambda: (opening.list_shops(), opening.problem_counts()))
        self._background.run(look, self._prepare, lambda error: None, receiver=self, quiet=True)
        self.offers.look_at_clipboard()

    def _prepare(self, told: Any) -> None:
        self._shops, counts = told
        self.targets.set_shops({shop.id: shop.name for shop in self._shops})
        self.form.buyer.set_shops(self._shops)
        self.problems.order_by(counts)

    @staticmethod
    def _hint() -> str:
        return tr("Type or paste; the order fills in. Enter takes the first one found.")

    # What was begun before, and what the clipboard holds

    def _put_back(self, draft: Mapping[str, Any]) -> None:
        self._restoring = draft
        self.form.put_back(draft)
        self.field.search_now()
        self._resize()

    def _offer_clip(self, targets: tuple[CaseTarget, ...]) -> None:
        """Shown, never taken: only a key of the user's puts it into the field."""
        self.targets.set_targets(targets)
        self._said.setText(tr("From the clipboard: Enter takes it."))

    def _take_clip(self, *, go_on: bool) -> bool:
        text = self.offers.take_clip()
        if text:
            self._go_on = go_on
            self.field.setText(text)
            self.field.search_now()
        return bool(text)

    # Finding

    def _found(self, searched: str, targets: tuple[CaseTarget, ...]) -> None:
        self._found_for = searched
        text = self.field.text().strip()
        self.targets.set_targets((*targets, NEW_BUYER) if text else ())
        if targets:
            self.list.choose_row(0)
            self._said.setText(self._hint())
        else:
            self._choose(None)
            none = tr("Nothing is known under this. Check it, import the newest orders, or go on with the buyer.")
            self._said.setText(none if text else self._hint())
        self._restore_target()
        if self._go_on:
            self._go_on = False
            self._go_to_next()

    def _restore_target(self) -> None:
        kept, self._restoring = self._restoring, {}
        if not kept:
            return
        rows = range(self.targets.rowCount())
        wanted = kept.get("target")
        for row in rows:
            target = self.targets.target(row)
            if target is not None and [target.order_id, target.buyer_id] == wanted:
                self.list.choose_row(row)
        self._lines_wanted = kept.get("lines") or ()
        self.buyer_only.setChecked(bool(kept.get("alone")) and self.buyer_only.isEnabled())

    def _not_found(self, error: BaseException) -> None:
        self._go_on = False
        self._say_wrong(error)

    def _target_chosen(self, index: QModelIndex) -> None:
        self._choose(self.targets.target(index.row()) if index.isValid() else None)

    def _choose(self, target: CaseTarget | None) -> None:
        before, self._target = self._target, target
        self._wrong.setText("")
        other = target is None or before is None or target.order_id != before.order_id
        self.form.show_target(target, other=other)
        if target is not None and target.order_id is not None and target.lines > 1:
            opening, order_id = self._ctx.opening, target.order_id
            self._background.run(self._ctx.jobs.read(lambda: opening.find_order(order_id)), self._show_items,
                                 lambda error: None, receiver=self, quiet=True)  # fmt: skip
        self._check()
        self._look.start()
        self._changed()
        self._resize()

    def _show_items(self, order: Order) -> None:
        if self._target is not None and self._target.order_id == order.id:
            self.form.items.show_lines(order.lines, self._lines_wanted)
            self._lines_wanted = ()
            self._resize()

    def target(self) -> CaseTarget | None:
        """What the case will be about."""
        return self._target

    def _go_to_next(self) -> None:
        """Enter on a target: to the problem, or first to what has to be told of a buyer nobody knows."""
        if self._target is None:
            return
        if self._target is NEW_BUYER:
            self.form.buyer.prefill(self.field.text())
            self.form.buyer.first_empty().setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.problems.setFocus(Qt.FocusReason.TabFocusReason)

    def _to_summary(self) -> None:
        self.summary.setFocus(Qt.FocusReason.TabFocusReason)

    # Is it there already?

    def _look_for_duplicates(self) -> None:
        self.watch.look(
            self._target, self.problems.problem(), self.form.buyer.order_number(), self.buyer_only.isChecked()
        )

    def _show_duplicates(self, found: Sequence[Duplicate]) -> None:
        self.duplicates.show_found(found, Moment(self._ctx.clock.now(), zone(self._ctx.bench.time_zone)))
        self.save.set_label(tr("Open a new one anyway") if found else tr("Open the case"))
        self._resize()

    def _show_open_case(self, number: str) -> None:
        self.shown_wanted.emit(number)
        self.reject()

    def _add_as_note(self, case_id: int, number: str) -> None:
        """The text becomes a note of the case that is there already, and nothing is opened."""
        text = self.summary.toPlainText()
        if not text.strip():
            self._wrong.setText(tr("Write what happened first; it becomes a note of %1.", number))
            self._to_summary()
            return
        self._saving = True
        self.saving.note(case_id, text)

    def _noted(self, case_id: int) -> None:
        chosen = self.duplicates.chosen()
        self._finish(case_id)
        if chosen is not None:
            self.shown_wanted.emit(chosen.case.number)

    # Keeping

    def _read(self) -> dict[str, Any]:
        kept = self.form.read()
        target = self._target
        return {**kept, "target": [target.order_id, target.buyer_id] if target else None} if kept else {}

    def _changed(self) -> None:
        self.drafts.changed()
        self._check()

    def _check(self) -> None:
        target, problem = self._target, self.problems.problem()
        self.save.setEnabled(target is not None and problem is not None and not self._saving)
        missing = tr("Choose what the case is about first.") if target is None else tr("Choose the problem.")
        self.save.set_tip("" if self.save.isEnabled() else missing)

    def keep(self, *, anyway: bool = False) -> None:
        """Open the case. Without `anyway` a likely duplicate is asked about first, once."""
        target, problem = self._target, self.problems.problem()
        if target is None or problem is None or self._saving:
            (self.field if target is None else self.problems).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        buyer = self.form.buyer
        if target is NEW_BUYER and not buyer.is_enough():
            self._wrong.setText(tr("Enter the buyer's ID, name or phone."))
            buyer.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.duplicates.warns() and not anyway:
            self.duplicates.list.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._saving = True
        self._check()
        self.saving.open(self.form, target, problem, self.duplicates.chosen(), self._shops)

    def _kept(self, case_id: int) -> None:
        self._finish(case_id)
        self.opened.emit(case_id)

    def _finish(self, case_id: int) -> None:
        """Nothing that was typed is needed any more; what was pasted becomes evidence of the case."""
        self.drafts.finish()
        paths = self.form.staged.paths()
        if paths:
            StagedKeeper(self._ctx, self._background, self.parentWidget() or self).keep(case_id, paths)
        super().accept()

    def _not_kept(self, error: BaseException) -> None:
        self._saving = False
        self._check()
        self._say_wrong(error)
        self.drafts.flush()

    def _say_wrong(self, error: BaseException) -> None:
        words = sentence(error)
        self._wrong.setText(f"{words.what} {words.next}".strip())
        self._resize()

    def reject(self) -> None:
        """Close; what was typed is kept for the next time."""
        self.drafts.flush()
        super().reject()

    def _resize(self) -> None:
        at_field = self.field.hasFocus() or self.list.hasFocus()
        rows = TARGETS_SHOWN if at_field or self._target is None else 1
        self.form.show_targets(rows)
        self.form.said.setVisible(at_field or self._target is None)
        self.form.offer.setVisible(at_field and not self.field.text() and self.drafts.offered() is not None)
        QTimer.singleShot(0, self, lambda: self.form.fit_window(rows))

    # Keys and what is pasted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and watched is self.field:
            QTimer.singleShot(0, self, self._resize)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self.form.staged.pasted(event):
            return True
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        entered = event.key() in _ENTERS and bare
        if watched is self.field:
            return self._field_key(event, entered)
        if entered and watched is self.summary:
            self.keep()
            return True
        if entered:
            self.problems.setFocus(Qt.FocusReason.TabFocusReason)
        return entered

    def _field_key(self, event: QKeyEvent, entered: bool) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
            return True
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if self._take_clip(go_on=False):
                return True
            row = self.list.currentIndex().row() + (1 if event.key() == Qt.Key.Key_Down else -1)
            self.list.choose_row(max(0, min(row, self.targets.rowCount() - 1)))
            return True
        if entered:
            self._take_first()
        return entered

    def _take_first(self) -> None:
        """Enter in the field: on with what is chosen, or with the first one as soon as it is found."""
        if self._take_clip(go_on=True):
            return
        if self._target is not None and self._found_for == self.field.text():
            self._go_to_next()
        elif self._found_for == self.field.text() and self.targets.target(0) is NEW_BUYER:
            self.list.choose_row(0)
            self._go_to_next()
        elif self.field.text().strip():
            self._go_on = True
            self.field.search_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.keep(anyway=True)
            return
        if event.key() == Qt.Key.Key_F4 and self.form.offer.isVisible():
            self.offers.go_on()
            return
        if self.form.staged.pasted(event):
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.form.staged.take(event.mimeData()):
            event.acceptProposedAction()
