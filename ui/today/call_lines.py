"""The lines of the call-backs on the board: whom to call, ask or keep a promise to, and how late that is."""

from __future__ import annotations

from models.board_records import Board, BoardCall
from models.call_kinds import CallBackKind, Channel, LateLevel
from ui import format as shown
from ui.i18n import language, translator
from ui.page import Target
from ui.plain import isolate, one_line
from ui.theme import State
from ui.today.board_layout import Place
from ui.today.board_lines import BoardLine, BoardPart, Moment, joined
from ui.widgets.delegates import Action, Cell
from ui.words import tier_text, word

tr = translator("today")
CALL_PLACES = (Place(34), Place(112, 118), Place(0), Place(76, 76))
_LEVELS: dict[LateLevel, State] = {
    LateLevel.ON_TIME: "waiting", LateLevel.YELLOW: "due", LateLevel.RED: "overdue",
}  # fmt: skip


def call_line(found: BoardCall, at: Moment) -> BoardLine:
    """A buyer to call, when last or why, and how late it is in the colour of the limits."""
    row, call_back = found.row, found.row.call_back
    nick, tier, facts = one_line(row.nick), tier_text(row.tier), call_facts(found, at)
    if found.late:
        chip = Cell(tr("%n day(s) late", n=found.late), "chip", state=_LEVELS[row.level], right=True)
    else:
        chip = Cell(call_back.at_time or tr("today"), "chip", state=_LEVELS[row.level], right=True)
    promised = call_back.kind is CallBackKind.PROMISE
    return BoardLine(
        places=(Cell(tier=tier), Cell(nick, weight=500), Cell(facts, ink="text2"), chip),
        target=Target("callbacks", str(call_back.id), "call"),
        sentence=joined(tier, isolate(nick), facts, chip.text, level_text(row.level)),
        number=call_back.id,
        actions=_actions(promised=promised),
        first=Action("kept", "check", tr("Done")) if promised else Action("call", "phone", tr("Call")),
        key="D" if promised else "C",
        tip=f"{row.nick}\n{facts}",
        title=row.nick,
    )


def call_facts(found: BoardCall, at: Moment) -> str:
    """What was promised, what it is about, or when they were reached last."""
    row, call_back = found.row, found.row.call_back
    if call_back.kind is CallBackKind.PROMISE:
        facts = tr("promised: %1", one_line(call_back.subject))
    elif call_back.kind is CallBackKind.SATISFACTION:
        facts = tr("all well? %1", found.case_number) if found.case_number else tr("all well?")
    elif row.last_reached_at is None:
        facts = tr("first call")
    else:
        facts = tr("last %1", shown.day(row.last_reached_at, at.now, language(), at.zone))
    if call_back.attempts:
        facts += " · " + tr("no answer %n×", n=call_back.attempts)
    if call_back.channel is not Channel.PHONE and call_back.kind is not CallBackKind.PROMISE:
        facts += " · " + word(call_back.channel)
    return facts


def level_text(level: LateLevel) -> str:
    """The colour of a limit in words, for who does not see it."""
    return {LateLevel.YELLOW: tr("yellow"), LateLevel.RED: tr("red")}.get(level, "")


def _actions(*, promised: bool) -> tuple[Action, ...]:
    snooze = Action("snooze", "alarm-clock", tr("Put off (S)"))
    if promised:
        return Action("kept", "check", tr("Done (D)")), Action("call", "phone", tr("Call (C)")), snooze
    return (
        Action("call", "phone", tr("Call (C)")),
        Action("no_answer", "phone-missed", tr("No answer (N): again on the next working day")),
        snooze,
    )


def calls_part(board: Board, at: Moment) -> BoardPart:
    """Call-backs of today and the late ones; when all is done, how many contacts that took stands beside the title."""
    fact = tr("%n of them late", n=board.calls_late) if board.calls_late else ""
    more = tr("%n made today", n=board.calls_made) if board.calls_made and not board.calls else ""
    return BoardPart(tuple(call_line(each, at) for each in board.calls), board.calls_total, fact, more=more)
