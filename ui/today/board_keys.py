"""The keys of the board: what each does in which panel, as the status bar and the list of shortcuts say it."""

from __future__ import annotations

from collections.abc import Sequence

from ui.i18n import translator
from ui.page import Key
from ui.today.panels import ALARMS, CALLS, DUE, HAND_OVER, OVERDUE, PARCELS

tr = translator("today")
_ACTS = {
    "D": ("clear_item", "reopen_item", "answer_clock", "kept"), "T": ("take_item",), "P": ("pass_item",),
    "R": ("resolve",), "C": ("call",), "N": ("no_answer",), "S": ("snooze", "snooze_case", "put_off_alarm"),
    "I": ("inspect_parcel",), "M": ("match_parcel",), "V": ("verify",),
    "A": ("answer_batch", "look_for_owner", "review_problems", "open"),
}  # fmt: skip


def acts_of(key: str) -> tuple[str, ...]:
    """The names of what a key may do; the first that a line has is done."""
    return _ACTS.get(key, ())


def panel_hints(place: int) -> str:
    """For the status bar while the keyboard is in that panel."""
    cases = tr("R resolve · D done · S snooze")
    more = {
        HAND_OVER: tr("D done · T take · P pass on"), OVERDUE: cases, DUE: cases,
        CALLS: tr("C call · N no answer · S put off · D promise kept"),
        PARCELS: tr("I inspect · M find the owner · F scan"),
        ALARMS: tr("A deal with it · S not today · V check"),
    }  # fmt: skip
    parts = (tr("1–6 panel · ↑↓ row · ↵ open"), more.get(place, ""), tr("G steps"))
    return " · ".join(part for part in parts if part)


def board_keys() -> Sequence[Key]:
    """For the list of shortcuts."""
    return (
        Key("1", tr("hand-over")), Key("2", tr("overdue")), Key("3", tr("due in 24 hours")), Key("4", tr("call-backs")),
        Key("5", tr("parcels to inspect")), Key("6", tr("alarms")),
        Key("Return", tr("open what the row is about")), Key("G", tr("steps by role")),
        Key("D", tr("item of the hand-over done, or open again")), Key("T", tr("take an item of the hand-over on")),
        Key("P", tr("pass an item on to the next morning")), Key("R", tr("resolve the case")),
        Key("S", tr("snooze the case, put the call-back off; an alarm not today")), Key("C", tr("call")),
        Key("N", tr("no answer")), Key("D", tr("what the clock waits for is done")),
        Key("D", tr("promise kept")), Key("I", tr("inspect the parcel")),
        Key("M", tr("find the owner of a parcel")), Key("F", tr("scan or type a tracking number")),
        Key("A", tr("deal with the alarm")), Key("U", tr("show the alarms put off today again")),
        Key("V", tr("check data and evidence")),
    )  # fmt: skip
