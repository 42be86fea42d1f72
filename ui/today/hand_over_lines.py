"""The lines of the hand-over: what the night left, who left or took it, and how far the morning is."""

from __future__ import annotations

from models.board_records import Board
from models.hand_over_records import HandOverItem, HandOverSheet
from models.register_kinds import HandOverState
from ui import format as shown
from ui.i18n import language, translator
from ui.page import Target
from ui.plain import isolate, one_line
from ui.today.board_layout import Place
from ui.today.board_lines import NO_ACTION, BoardLine, BoardPart, Moment, joined
from ui.widgets.delegates import Action, Cell

tr = translator("today")
PLACES = (Place(26), Place(0, least=200), Place(104, 100, 2), Place(124, 132, 1))
_LONGEST = 400


def hand_over_line(item: HandOverItem, at: Moment) -> BoardLine:
    """An item: its words, its case, who left it when, and what became of it."""
    words = one_line(item.text[:_LONGEST])
    left = f"{one_line(item.left_by)} {_clock(item, at)}"
    nick = one_line(item.buyer_nick)
    about = item.case_number or (isolate(nick) if nick else "")
    chip = _chip(item, at) or Cell(left, ink="text2")
    open_it = Action("open", "panel-right-open", tr("Open the case (Enter)"))
    again = Action("reopen_item", "rotate-ccw", tr("Open again (D)"))
    acts: tuple[Action, ...]
    if item.cleared:
        acts = (NO_ACTION if item.state is HandOverState.PASSED_ON else again, NO_ACTION, NO_ACTION)
    else:
        acts = (
            Action("clear_item", "check", tr("Done (D)")), Action("take_item", "user", tr("Take it on (T)")),
            Action("pass_item", "clock", tr("Pass on to the next morning (P)")),
        )  # fmt: skip
    target = Target("cases", item.case_number) if item.case_number else Target("registers", "", "handover")
    note = tr("Note: %1", item.note) if item.note else ""
    until = tr("To be cleared by %1", shown.full_moment(item.due_at, at.zone))
    tip = (item.text, note, item.buyer_nick, tr("left by %1", left), until)
    return BoardLine(
        places=(
            Cell(kind="tick", checked=item.cleared),
            Cell(words, weight=400 if item.cleared else 500, ink="text3" if item.cleared else "text",
                 struck=item.cleared),
            Cell(about, ink="text2"), chip,
        ),
        target=target,
        sentence=joined(
            words, about, left, "" if chip.text == left else chip.text, tr("cleared") if item.cleared else ""
        ),
        number=item.id,
        actions=(*acts, open_it if item.case_number else NO_ACTION),
        first=None if item.cleared else Action("clear_item", "check", tr("Clear")),
        key="D",
        tip="\n".join(part for part in tip if part),
        title=words,
        struck=item.cleared,
        case_number=item.case_number,
        item=item,
    )  # fmt: skip


def _clock(item: HandOverItem, at: Moment) -> str:
    left = item.left_at.astimezone(at.zone)
    near = abs((at.now.astimezone(at.zone).date() - left.date()).days) < 1
    return f"{left:%H:%M}" if near else shown.day_and_time(item.left_at, at.now, language(), at.zone)


def _chip(item: HandOverItem, at: Moment) -> Cell | None:
    """What became of it, or how late it is; None where nothing is to be said but who left it."""
    if item.state is HandOverState.DONE:
        return Cell(f"{one_line(item.done_by)} ✓", ink="text3")
    if item.state is HandOverState.PASSED_ON:
        return Cell(tr("passed on"), ink="text3")
    if item.due_at <= at.now:
        return Cell(shown.countdown(item.due_at, at.now, language()).text, "chip", state="overdue")
    if item.state is HandOverState.TAKEN:
        return Cell(tr("%1 is on it", one_line(item.taken_by)), "chip", state="waiting")
    return None


def hand_over_part(board: Board, at: Moment) -> BoardPart:
    """What is open of earlier mornings, what is open of this one, then what is cleared."""
    sheet = board.hand_over
    if sheet is None:
        return BoardPart((), 0, "")
    waiting = board.to_hand_over
    due = max((item.due_at for item in sheet.items), default=None)
    until = f"{due.astimezone(at.zone):%H:%M}" if due is not None else ""
    parts = [tr("%n done", n=sheet.cleared)] if sheet.cleared else []
    parts += [tr("by %1", until)] if until else []
    items = (*sheet.older, *sheet.items)
    return BoardPart(
        tuple(hand_over_line(item, at) for item in items), len(items), " · ".join(parts), waiting,
        tr("%n from earlier mornings", n=len(sheet.older)) if sheet.older else "",
        quiet=tr("left for this morning, clear by %1", until) if until else "",
        done=sheet.cleared, of=len(items),
    )  # fmt: skip


def left_words(sheet: HandOverSheet | None, at: Moment) -> str:
    """Who left the last item, and when: `阿立 07:58`; empty where nothing was left."""
    left = [item for item in (sheet.items if sheet is not None else ()) if item.passed_from is None]
    if not left:
        return ""
    last = max(left, key=lambda item: item.left_at)
    return tr("%1 handed over %2", one_line(last.left_by), _clock(last, at))
