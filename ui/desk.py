"""Joins the window to an open data folder: undo, search, counts on the rail, shops and people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.context import AppContext
from desktop.undo import Undoable
from models.buyer_records import BuyerQuery, BuyerRow
from models.case_query import CaseQuery, CaseSort, CaseView
from models.clock import zone
from models.errors import AftercaseError, NotFound
from models.records import CaseRow, CaseTarget
from models.rules.return_codes import read_return_code
from models.store.verify import VerifyReport
from ui.calendar_writing import CalendarWriting
from ui.call_reminding import CallReminding
from ui.case_call_offers import CaseCallOffers
from ui.cases.saved_view_palette import view_entries
from ui.command_palette import Answer, Entry
from ui.day_watch import DayWatch
from ui.error_words import ErrorWords, register
from ui.format import moment
from ui.frame_hooks import Choices, FrameHooks, UndoLine, UndoState
from ui.i18n import language, translator
from ui.idle_checks import IdleChecks
from ui.main_window import MainWindow
from ui.messages import show_error, tell
from ui.page import Target, Work
from ui.plain import one_line
from ui.rail import Badge
from ui.waking import Waking
from ui.widgets.shop_marks import shop_token
from ui.words import action_name, action_sentence, word

tr = translator("frame")
_FOUND, _BUYERS = 8, 4
_LONGEST = 80
_Found = tuple[Sequence[CaseRow], Sequence[CaseTarget], Sequence[BuyerRow], Sequence[Entry]]


class Desk:
    """The hooks of one open data folder. Make it, make the window with `hooks`, then `seat(window)`."""

    def __init__(self, ctx: AppContext) -> None:
        self._ctx = ctx
        self._window: MainWindow | None = None
        self.hooks = FrameHooks(
            zone=zone(ctx.bench.time_zone),
            undo=lambda: self._move(ctx.bench.undo_last, undone=True),
            redo=lambda: self._move(ctx.bench.redo_last, undone=False),
            undo_state=self._undo_state,
            search=self._search,
            badges=self._badges,
            choices=self._choices,
            choose_shop=self._choose_shop,
            choose_person=self._choose_person,
            recall=self._recall,
            undo_list=self._undo_list,
            go_back_to=self._go_back_to,
            handlers={
                "about": self._about,
                "case_call": lambda: self.case_calls.plan_newest(),
                "verify_store": self._verify,
                "verify_packet": self._verify_packet,
                "vip_buyers": self._open_vips,
                "receive_parcels": self._receive,
                "leave_item": self._leave_item, "hand_over_sheets": self._open_nights,
                "take_in_reviews": self._take_in_reviews,
                "review_problems": self._open_problems,
                "quality_week": self._open_week,
                "write_calendar": lambda: self.calendar.write(),
                "reveal_data": lambda: self._reveal(ctx.store.folder.root),
                "log_folder": lambda: self._reveal(ctx.store.folder.logs),
            },
        )

    def seat(self, window: MainWindow) -> None:
        """The window these hooks serve; done before the window is shown."""
        self._window = window
        self.waking = Waking(self._ctx, window.background, window)
        self.idle = IdleChecks(self._ctx, window.background, window)
        self.case_calls = CaseCallOffers(self._ctx, window.background, window)
        self.reminding = CallReminding(self._ctx, window.background, window)
        self.reminding.new_day.connect(window.refresh_frame)
        self.day = DayWatch(self._ctx, window)
        self.calendar = CalendarWriting(self._ctx, window.background, window)
        window.closing.connect(self.calendar.close)
        window.refresh_frame()

    def _open_vips(self) -> None:
        if self._window is not None:
            from ui.vips.vip_desk import open_vips

            open_vips(self._ctx, self._window.background, self._window, self._window.go)

    def _leave_item(self) -> None:
        if self._window is not None:
            from ui.hand_over.hand_over_door import open_leaving

            open_leaving(self._ctx, self._window.background, self._window)

    def _open_nights(self) -> None:
        if self._window is not None:
            from ui.hand_over.hand_over_door import open_nights

            open_nights(self._ctx, self._window.background, self._window, self._window.go)

    def _take_in_reviews(self) -> None:
        if self._window is not None:
            from ui.reviews.review_door import open_taking_in

            open_taking_in(self._ctx, self._window.background, self._window)

    def _open_problems(self) -> None:
        if self._window is not None:
            from ui.reviews.review_door import open_problems

            open_problems(self._ctx, self._window.background, self._window, self._window.go)

    def _open_week(self) -> None:
        if self._window is not None:
            from ui.batches.batch_desk import open_week

            open_week(self._ctx, self._window.background, self._window)

    def _receive(self) -> None:
        if self._window is not None:
            from ui.receiving.receiving_door import open_receiving

            open_receiving(self._ctx, self._window.background, self._window, self._window.go)

    # Undo

    def _undo_state(self) -> UndoState:
        last = self._ctx.undo.peek_undo()
        return UndoState(_named(last), _named(self._ctx.undo.peek_redo()), _said(last))

    def _undo_list(self) -> tuple[UndoLine, ...]:
        """Undone ones first, the one undone last just above the newest that can be taken back."""
        now, undo = self._ctx.clock.now(), self._ctx.undo

        def line(entry: Undoable, *, undone: bool) -> UndoLine:
            when = moment(entry.at, now, language(), self.hooks.zone) if entry.at is not None else ""
            return UndoLine(_said(entry), when, one_line(entry.person), undone, entry)

        ahead = [line(entry, undone=True) for entry in reversed(undo.undone())]
        return (*ahead, *(line(entry, undone=False) for entry in undo.done()))

    def _go_back_to(self, entry: object) -> None:
        window, bench = self._window, self._ctx.bench
        if window is None or not isinstance(entry, Undoable):
            return

        def done(moved: Sequence[Undoable]) -> None:
            if moved:
                undone = any(each is moved[-1] for each in self._ctx.undo.undone())
                words = tr("Undone: %1", _named(moved[-1])) if undone else tr("Done again: %1", _named(moved[-1]))
                more = tr("and %n more", n=len(moved) - 1) if len(moved) > 1 else ""
                window.status.show_done(f"{words} {more}".strip(), undoable=not undone)
            window.refresh_frame()

        window.background.run(self._ctx.jobs.write(lambda: bench.go_back_to(entry)), done, self._stopped,
                              receiver=window)  # fmt: skip

    def _stopped(self, error: BaseException) -> None:
        if self._window is not None:
            self._window.refresh_frame()
        show_error(error, self._window)

    def _move(self, move: Callable[[], Undoable | None], *, undone: bool) -> None:
        window = self._window
        if window is None:
            return

        def done(entry: Undoable | None) -> None:
            if entry is not None:
                said = _named(entry)
                words = tr("Undone: %1", said) if undone else tr("Done again: %1", said)
                window.status.show_done(words, undoable=not undone)
                window.refresh_frame()

        window.background.run(self._ctx.jobs.write(move), done, self._stopped, receiver=window)

    # Search

    def _search(self, text: str, answer: Answer) -> None:
        if self._window is None:
            return
        ctx = self._ctx

        def look() -> _Found:
            query = CaseQuery(view=CaseView.ALL, text=text, sort=CaseSort.UPDATED, descending=True)
            ids = _its_number_first(ctx, text, ctx.cases.list_case_ids(query)[:_FOUND])
            rows = ctx.cases.load_rows(ids)
            targets = ctx.cases.find_targets(text)[:_FOUND]
            named = {found.buyer_id for found in targets if found.order_id is None}
            known = [i for i in ctx.buyers.list_buyer_ids(BuyerQuery(text=text))[:_BUYERS] if i not in named]
            buyers = ctx.buyers.load_rows(known)
            listed = [rows[i] for i in ids if i in rows], targets, [buyers[i] for i in known if i in buyers]
            return *listed, view_entries(ctx.saved_views.list_views(), text, self._go)

        slips = self._slip_entries(text)

        def done(found: _Found) -> None:
            cases, targets, buyers, views = found
            entries = [*slips, *map(self._case_entry, cases), *map(self._target_entry, targets)]
            answer([*entries, *map(self._buyer_entry, buyers), *views])

        self._window.background.run(ctx.jobs.read(look), done, receiver=self._window, quiet=True)

    def _go(self, target: Target) -> Callable[[], object]:
        return lambda: self._window.go(target) if self._window is not None else None

    def _case_entry(self, row: CaseRow) -> Entry:
        more = f"{row.buyer_nick} · {word(row.problem)} · {word(row.state)}"
        target = Target("cases", row.number)
        return Entry(row.number, tr("Case"), "inbox", self._go(target), more, sort="case", name=f"case:{row.number}")

    def _recall(self, name: str) -> Entry | None:
        sort, _, number = name.partition(":")
        if sort != "case" or not number:
            return None
        return Entry(number, tr("Case"), "inbox", self._go(Target("cases", number)), tr("lately"), sort=sort, name=name)

    def _slip_entries(self, text: str) -> list[Entry]:
        """The line of a return slip whose code was typed or scanned; one that cannot be chosen where it is wrong."""
        code = read_return_code(text)
        if code is None:
            return []
        why = "" if code.holds else tr("the check character is wrong: scan or type it again")
        act = self._go(Target("cases", code.text, "scan"))
        return [Entry(code.text, tr("Return slip"), "package-open", act, code.case_number, sort="case", why=why)]

    def _target_entry(self, found: CaseTarget) -> Entry:
        text = found.order_number or found.buyer_nick
        kind, icon = (tr("Order"), "shopping-bag") if found.order_id is not None else (tr("Buyer"), "user")
        more = " · ".join(part for part in (found.buyer_nick if found.order_number else "", found.item_title) if part)
        if found.order_id is None:
            target = Target("buyers", f"#{found.buyer_id}")
        else:
            target = Target("cases", found.open_cases[0]) if found.open_cases else Target("cases", text, "new")
        sort = "order" if found.order_id is not None else "buyer"
        return Entry(text, kind, icon, self._go(target), more, sort=sort)

    def _buyer_entry(self, row: BuyerRow) -> Entry:
        more = " · ".join(part for part in (one_line(row.name), one_line(row.shop_name)) if part)
        name = f"buyer:{row.id}"
        target = Target("buyers", f"#{row.id}")
        return Entry(one_line(row.nick), tr("Buyer"), "user", self._go(target), more, sort="buyer", name=name)

    # Counts, shops, people

    def _badges(self, show: Callable[[Mapping[str, Badge]], None]) -> None:
        if self._window is None:
            return
        ctx = self._ctx

        def count() -> Mapping[str, Badge]:
            shop = self._shop()
            counted = ctx.cases.count_views([CaseView.OPEN, CaseView.OVERDUE], shop_id=shop)
            calls = ctx.call_reminders.count(shop)
            return {
                "cases": Badge(counted[CaseView.OPEN][0]),
                "today": Badge(counted[CaseView.OVERDUE][0], alarm=True),
                "callbacks": Badge(calls.today, late=calls.late),
            }

        self._window.background.run(ctx.jobs.read(count), show, receiver=self._window, quiet=True)

    def _shop(self) -> int | None:
        return self._ctx.settings.get("shop") or None

    def _choices(self) -> Choices:
        listed, people = self._ctx.shops.list_shops(), self._ctx.shops.list_people()
        # The first shop of an empty folder brings its time zone with it; the one shown does not: this PC stays here.
        self.hooks.zone = zone(listed[0].time_zone if listed else self._ctx.bench.time_zone)
        shops = [(shop.id, shop.name) for shop in listed]
        if len(shops) > 1:
            shops.insert(0, (0, tr("All shops")))
        chosen = self._shop()
        return Choices(
            tuple(shops), chosen if chosen in dict(shops) else (shops[0][0] if shops else 0),
            tuple(person.name for person in people), self._ctx.shops.person.name,
            {shop.id: shop_token(shop.colour, shop.id) for shop in listed},
            {person.name: person.initials for person in people},
        )  # fmt: skip

    def _choose_shop(self, shop: int) -> None:
        self._ctx.settings.set("shop", shop)
        self._ctx.shops.show_shop(shop)

    def _choose_person(self, name: str) -> None:
        found = [person for person in self._ctx.shops.list_people() if person.name == name]
        if not found:
            raise NotFound("person_not_found")
        chosen = found[0].id
        # Behind what is still to be written, which was done by the one before.
        window, future = self._window, self._ctx.jobs.write(lambda: self._ctx.shops.choose_person(chosen))
        if window is not None:
            window.background.run(future, lambda _: window.show_anew(), receiver=window)
        self._ctx.settings.set("person", chosen)

    # Help and tools

    def _about(self) -> None:
        tell(
            self._window,
            "Aftercase",
            tr("After-sales cases, evidence, resolutions and call-backs of a small shop, on its own disk.")
            + "\n\n"
            + tr("Icons: Lucide (ISC). Fonts: Noto Sans SC (OFL). Built on Qt for Python (LGPL)."),
        )

    def _verify_packet(self) -> None:
        # With what it needs of other libraries: few ever ask.
        from ui.proof.verify_dialog import VerifyDialog

        if self._window is not None:
            VerifyDialog(self._ctx, self._window.background, self._window).open()

    def _verify(self) -> None:
        window, integrity = self._window, self._ctx.integrity
        if window is None:
            return
        window.status.set_work(Work(tr("Checking data, evidence and history…")))

        def done(report: VerifyReport) -> None:
            window.status.set_work(None)
            checked = tr("%n piece(s) of evidence checked", n=report.evidence_checked)
            if report.holds:
                tell(window, tr("Everything is as it was written."), checked)
            else:
                tell(window, tr("Something is not as it was written."), "\n".join(_findings(report)))

        def failed(error: BaseException) -> None:
            window.status.set_work(None)
            show_error(error, window, retry=self._verify)

        window.background.run(self._ctx.jobs.io(integrity.verify_everything), done, failed, receiver=window, quiet=True)

    def _reveal(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _its_number_first(ctx: AppContext, text: str, ids: Sequence[int]) -> list[int]:
    """The case of exactly that number before those that only mention it."""
    try:
        found = ctx.cases.find_case_id(text.strip().upper())
    except NotFound:
        return list(ids)
    return [found, *(case_id for case_id in ids if case_id != found)]


def _said(entry: Undoable | None) -> str:
    """The sentence of an action, short enough for a menu: a note may have 100,000 characters."""
    if entry is None:
        return ""
    return _short(action_sentence(entry.code, entry.values))


def _named(entry: Undoable | None) -> str:
    """What an action does, as it stands behind "Undo: "."""
    return "" if entry is None else _short(action_name(entry.code, entry.values))


def _short(text: str) -> str:
    said = one_line(text)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _no_longer(error: AftercaseError) -> ErrorWords | None:
    """Why an action cannot be undone any more, with its name."""
    code = error.values.get("action")
    if error.code != "changed_since" or not isinstance(code, str):
        return None
    said = _short(action_name(code, error.values))
    return ErrorWords(
        tr("This can no longer be undone: %1", said),
        tr("The same entries were changed afterwards. What was done before it can still be undone."),
    )


register(_no_longer)


def _findings(report: VerifyReport) -> list[str]:
    wrong = len(report.findings) + len(report.photos)
    lines = [tr("Evidence not as imported: %1", wrong)] if wrong else []
    if report.database:
        lines.append(tr("The database is damaged."))
    if report.chain.broken_at is not None:
        lines.append(tr("The history is broken at event %1.", report.chain.broken_at))
    if report.rolled_back:
        lines.append(tr("An older copy of the database stands in place of the newest one."))
    return [*lines, tr("Look for a good copy in the folder “backups”.")]
