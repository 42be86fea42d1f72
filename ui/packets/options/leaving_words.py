"""Words for what leaves the shop: how many of which kind, where one stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.i18n import translator
from ui.plain import one_line

if TYPE_CHECKING:
    from models.rules.packet_leaving import Leaving

tr = translator("packet_options")
_NAMED = 4
_ICONS = {"name": "user", "phone": "phone", "address": "map-pin", "email": "mail", "id": "hash", "card": "banknote",
          "account": "banknote", "pictures": "image"}  # fmt: skip


def kind_icon(kind: str) -> str:
    """The icon of a kind."""
    return _ICONS.get(str(kind), "circle-alert")


def kind_count(kind: str, count: int) -> str:
    """`3 phone numbers`."""
    known = {
        "name": tr("%n name(s)", n=count), "phone": tr("%n phone number(s)", n=count),
        "address": tr("%n address(es)", n=count), "email": tr("%n e-mail address(es)", n=count),
        "id": tr("%n identity number(s)", n=count), "card": tr("%n card number(s)", n=count),
        "account": tr("%n account(s)", n=count),
    }  # fmt: skip
    return known.get(str(kind)) or tr("%n finding(s)", n=count)


def read_leaving(leaving: Sequence[Leaving]) -> tuple[Leaving, ...]:
    """What was read in texts; what pictures show only a person can say."""
    return tuple(each for each in leaving if str(each.kind) != "pictures")


def leaving_text(each: Leaving) -> str:
    """What was found, in its own words; of pictures that nothing is hidden in them."""
    if str(each.kind) == "pictures":
        return tr("Nothing hidden in %n picture(s)", n=each.count)
    return one_line(each.text)


def kinds_line(leaving: Sequence[Leaving]) -> str:
    """`3 phone numbers, 1 name`, the most first; the same thing in two places is one."""
    counts = Counter(str(kind) for kind, _ in {(each.kind, each.text) for each in read_leaving(leaving)})
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tr(", ").join(kind_count(kind, count) for kind, count in ordered)


def leaving_place(each: Leaving) -> str:
    """Where it stands: an exhibit by its number, or a part of the cover."""
    if len(each.exhibits) > 1:
        more = "…" if len(each.exhibits) > _NAMED else ""
        return tr("Exhibits %1", tr(", ").join(str(number) for number in each.exhibits[:_NAMED]) + more)
    if each.exhibit:
        return tr("Exhibit %1", each.exhibit)
    return {
        "summary": tr("Summary"), "parties": tr("Parties"), "chronology": tr("Chronology"), "notes": tr("Notes"),
        "letterhead": tr("Letterhead"), "pattern": tr("Buyer's pattern"), "parcels": tr("Parcels"),
        "items": tr("Order"), "amounts": tr("Amounts"), "asked": tr("What is asked"),
        "texts": tr("The receiver's own fields"),
    }.get(each.field) or tr("Text")  # fmt: skip
