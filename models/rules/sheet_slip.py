"""What a return slip says to the buyer and to the warehouse. Nothing of the shop's own stands in it.

Left out on purpose: liability, recourse, true cost, temperament, notes, other cases, the buyer's name, phone and
address. The buyer's ID and the order's number are theirs and let the parcel be found when the code is torn.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.kinds import PacketLanguage
from models.records import CasePage
from models.rules.packet_parts import Words
from models.rules.return_codes import return_code
from models.rules.sheet_phrases import SheetPhrases
from models.rules.verdict import Allowed, Refused, Verdict


class SlipForm(StrEnum):
    """One slip on a small paper, or two or four to cut apart on the large one."""

    A6 = "a6"
    A5 = "a5"
    TWO = "two"
    FOUR = "four"

    @property
    def cells(self) -> int:
        """How many slips a sheet holds."""
        return {"two": 2, "four": 4}.get(self.value, 1)


@dataclass(frozen=True, slots=True)
class ReturnSlip:
    """One slip, ready to be set: `pairs` are label and value, `how` the instructions, one language after another."""

    title: str
    inside: str
    shop: str
    code: str
    address_label: str
    address: str
    pairs: tuple[tuple[str, str], ...]
    items_label: str
    items: tuple[str, ...]
    how_label: str
    how: tuple[str, ...]
    seen: tuple[str, ...]
    phrases: SheetPhrases


def check_slip(page: CasePage) -> Verdict:
    """A slip needs an address to send to, and a case that is not merged into another."""
    if page.case.merged_into is not None:
        return Refused("slip_of_merged_case")
    return Allowed() if page.shop.return_address.strip() else Refused("return_address_missing")


def slip_of(page: CasePage, language: PacketLanguage, now: datetime, words: Words) -> ReturnSlip:
    """The slip of a case. ValueError when its number can carry no code."""
    phrases = SheetPhrases(language, page.shop.time_zone)
    say, order = phrases.say, page.order
    pairs = [
        (say("slip_case"), page.case.number),
        (say("slip_order"), order.number if order is not None else ""),
        (say("slip_buyer"), page.buyer.nick if page.buyer is not None else ""),
        (say("slip_reason"), phrases.word(words, page.case.problem)),
        (say("slip_issued"), phrases.day(now)),
    ]
    lines = order.lines if order is not None else ()
    items = tuple(
        "　".join(part for part in (line.item_title, " / ".join(p for p in (line.variant, line.sku) if p),
                                   f"× {line.quantity}") if part)
        for line in lines
    )  # fmt: skip
    how: list[str] = []
    for place in range(len(phrases.languages)):
        how += [f"{number}. {phrases.each(f'slip_step_{number}')[place]}" for number in (1, 2, 3)]
    return ReturnSlip(
        title=say("slip"), inside=say("slip_inside"), shop=page.shop.name, code=return_code(page.case.number),
        address_label=say("slip_to"), address=page.shop.return_address.strip(),
        pairs=tuple(pair for pair in pairs if pair[1]), items_label=say("slip_items"),
        items=items or phrases.each("slip_no_items"), how_label=say("slip_how"), how=tuple(how),
        seen=(say("slip_seen"), say("slip_seen_whole"), say("slip_seen_not"), say("slip_seen_by")), phrases=phrases,
    )  # fmt: skip
