"""Which replies fit a case, and the filling of their templates. Values are data: braces and markup are never read.

What is not known is left as a visible blank and listed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from models.kinds import Liability, Remedy, Temperament
from models.rules.reply_book import SLOT, ReplyBook, Situation

if TYPE_CHECKING:
    from models.rules.pack_parts import Text

BLANK: Final = "＿＿＿"
VALUE_LIMIT: Final = 300
# What turns a text round, cuts it off or breaks the clipboard, and says nothing.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_OURS: Final = frozenset({Liability.MERCHANT, Liability.CARRIER, Liability.SUPPLIER, Liability.SHARED})
_MANY_LINES: Final = frozenset({"ask", "asks"})
# What a condition may name, and what it is worth when it holds: the more it says about the case, the more it fits.
_WORTH: Final = {
    "facts": 8, "registers": 6, "remedies": 6, "flags": 5, "problems": 4, "demands": 3, "decided": 3, "waiting": 3,
    "states": 2, "order": 2, "liable": 2, "temper": 2, "tiers": 2, "consent": 1, "platforms": 1, "not_platforms": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CaseSigns:
    """What of a case decides which replies fit it. `liable`: ours, buyer or unclear, as towards the buyer."""

    problem: str = ""
    state: str = ""
    remedy: str = ""
    demand: str = ""
    waiting: str = ""
    liable: str = "unclear"
    order: str = ""
    temper: str = Temperament.NEUTRAL.value
    tier: str = ""
    consent: str = ""
    platform: str = ""
    registers: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with what is known in it; `blanks` are the fields that are not, in the order they stand."""

    text: str
    blanks: tuple[str, ...]


def side_of(liability: Liability) -> str:
    """`ours`, `buyer` or `unclear`: until signing, and for faults, the shop stands for carrier and supplier."""
    return "ours" if liability in _OURS else "buyer" if liability is Liability.BUYER else "unclear"


def fit_of(when: Mapping[str, Any], signs: CaseSigns) -> int:
    """How well conditions fit: 0 when one does not hold or there is none, else more for what says more.

    How far an order is may be unknown, which rules nothing out and counts for nothing.
    """
    worth = 0
    for name, wanted in when.items():
        if not _holds(name, wanted, signs):
            return 0
        if name == "order" and not signs.order:
            continue
        worth += _WORTH[name] + (len(wanted) - 1 if name == "flags" else 0)
    return worth


def _holds(name: str, wanted: Any, signs: CaseSigns) -> bool:
    if name == "facts":
        return all(signs.facts.get(fact) in values for fact, values in wanted.items())
    if name == "flags":
        return signs.flags.issuperset(wanted)
    if name == "registers":
        return not signs.registers.isdisjoint(wanted)
    if name == "order" and not signs.order:
        return True
    one = {
        "problems": signs.problem, "states": signs.state, "remedies": signs.remedy, "decided": signs.remedy,
        "demands": signs.demand, "waiting": signs.waiting, "liable": signs.liable, "order": signs.order,
        "temper": signs.temper, "tiers": signs.tier, "consent": signs.consent, "platforms": signs.platform,
        "not_platforms": signs.platform,
    }[name]  # fmt: skip
    return (one not in wanted) if name == "not_platforms" else one in wanted


def fitting(book: ReplyBook, signs: CaseSigns) -> tuple[Situation, ...]:
    """The situations that fit a case, the most fitting first; of equals the one that stands first in the files."""
    found = [(fit_of(each.when, signs), each) for each in book.situations.values()]
    ranked = sorted((pair for pair in found if pair[0]), key=lambda pair: -pair[0])
    return tuple(each for _, each in ranked)


def for_remedy(book: ReplyBook, offer: str, remedy: Remedy, signs: CaseSigns) -> Situation | None:
    """The reply that explains a remedy: by the offer's id, else by its kind; what contradicts the case is left."""
    named = [each for each in book.situations.values() if offer in each.offers]
    kind = [each for each in book.situations.values() if remedy.value in each.when.get("remedies", ())]
    for found in (named, kind):
        ranked = [(_remedy_fit(each, offer, signs), each) for each in found]
        possible = [(worth, each) for worth, each in ranked if worth is not None]
        if possible:
            return max(possible, key=lambda pair: pair[0])[1]
    return None


def _remedy_fit(situation: Situation, offer: str, signs: CaseSigns) -> int | None:
    """How well a remedy's reply fits; None where the side that pays, the platform, or what happened says otherwise."""
    # An offer named by its id is what it is: what else is known of the case only makes one reply better than another.
    softer = ("problems", "registers", "temper") if offer in situation.offers else ()
    worth = 0
    for name in ("liable", "platforms", "not_platforms", "registers", "temper", "problems"):
        if name not in situation.when:
            continue
        if _holds(name, situation.when[name], signs):
            worth += _WORTH[name]
        elif name in softer:
            worth -= 1
        else:
            return None
    return worth


def basis_of(book: ReplyBook, signs: CaseSigns) -> Text | None:
    """Why, in a clause for the buyer; None while nothing is decided about who is liable."""
    for when, text in book.basis:
        if all(_holds(name, wanted, signs) for name, wanted in when.items()):
            return text
    return None


def plain_value(value: str) -> str:
    """What a buyer or a shop wrote as it may stand in a reply: in one line, without marks nobody sees."""
    return " ".join(_UNSEEN.sub("", value).split())


def fill(template: str, values: Mapping[str, str]) -> Filled:
    """Put values into a template in one pass; what is empty becomes a blank."""
    blanks: dict[str, None] = {}

    def put(match: re.Match[str]) -> str:
        name = match[1]
        value = _UNSEEN.sub("", values.get(name) or "")
        value = value.strip() if name in _MANY_LINES else plain_value(value)[:VALUE_LIMIT]
        if not value:
            blanks[name] = None
        return value or BLANK

    return Filled(SLOT.sub(put, template), tuple(blanks))
