"""How many days a carrier has to answer a claim: the shop's contract, else a number of its packs, else nobody's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from desktop.services.parcels import carrier_book
from desktop.services.resolutions import ResolutionService
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.errors import AftercaseError, UserError
from models.rules.carriers import named_carrier
from models.rules.claim_aging import LONGEST_ANSWER
from models.rules.pack_parts import Text
from models.store import shops

KEY: Final = "claim_answer_days"
_NUMBER: Final = "carrier_days"
_NAME_LIMIT: Final = 80
_EVERY: Final = ""


@dataclass(frozen=True, slots=True)
class AnswerTerm:
    """Days for an answer, None where nobody said any. `contract`: entered by the shop; `source`: its pack."""

    days: int | None
    contract: bool = False
    source: Text | None = None


def carrier_key(written: str) -> str:
    """A carrier as terms and sums know it: by the name of the book, else as it was written."""
    known = named_carrier(written, carrier_book())
    return known.name_zh if known is not None else written.strip()


class ClaimTerms:
    """The terms by shop and carrier; kept in the settings, as they belong to no month."""

    def __init__(self, bench: Workbench, settings: Settings, resolutions: ResolutionService) -> None:
        self._bench = bench
        self._settings = settings
        self._resolutions = resolutions

    def term(self, carrier: str, shop_id: int | None) -> AnswerTerm:
        """What holds for a carrier: its own days, the shop's for all, the cited number of a pack in force, nothing."""
        kept = self._kept().get(str(shop_id or 0), {})
        for name in (carrier_key(carrier), _EVERY):
            days = kept.get(name) if isinstance(kept, dict) else None
            if type(days) is int and 0 < days <= LONGEST_ANSWER:
                return AnswerTerm(days, contract=True)
        return self.of_packs(shop_id)

    def set_days(self, carrier: str, shop_id: int | None, days: int | None) -> None:
        """Enter the days of a contract, for every carrier of the shop where `carrier` is empty; None forgets them.

        UserError `claim_days_range`, `text_too_long`.
        """
        if days is not None and not 0 < days <= LONGEST_ANSWER:
            raise UserError("claim_days_range", most=LONGEST_ANSWER)
        name = carrier_key(checked_text(carrier, limit=_NAME_LIMIT))
        kept = self._kept()
        before = kept.get(str(shop_id or 0))
        of_shop = dict(before) if isinstance(before, dict) else {}
        of_shop.pop(name, None)
        if days is not None:
            of_shop[name] = days
        self._settings.set(KEY, {**kept, str(shop_id or 0): of_shop})

    def contracts(self, shop_id: int | None) -> dict[str, int]:
        """The days entered for a shop, by carrier; those for every carrier of it under the empty name."""
        kept = self._kept().get(str(shop_id or 0), {})
        found = kept.items() if isinstance(kept, dict) else ()
        return {name: days for name, days in found if type(days) is int and 0 < days <= LONGEST_ANSWER}

    def of_packs(self, shop_id: int | None) -> AnswerTerm:
        """What holds for a shop that entered nothing."""
        if shop_id is None:
            return AnswerTerm(None)
        try:
            packs = self._resolutions.shop_packs(shops.find_shop(self._bench.store.database, shop_id))
        except AftercaseError:
            # A pack that cannot be read costs its number, not the claim.
            return AnswerTerm(None)
        for each in reversed(packs):
            number = each.pack.constants.get(_NUMBER) if each.used else None
            if number is not None and number.value is not None:
                return AnswerTerm(int(number.value), source=each.pack.title)
        return AnswerTerm(None)

    def _kept(self) -> dict[str, Any]:
        kept = self._settings.get(KEY, {})
        return kept if isinstance(kept, dict) else {}
