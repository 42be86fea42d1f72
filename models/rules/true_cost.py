"""What a remedy really costs the shop: goods, freight, refund and compensation, less what can be recovered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from models.money import Money
from models.rules.conclusion import Cost, RemedyOffer
from models.rules.environment import Environment
from models.rules.pack_parts import RemedySpec, RemedyUse
from models.rules.values import UNKNOWN

LEG_FACTS: Final = {"outbound": "freight_out", "return": "freight_back", "reship": "freight_again"}
_BORNE: Final = {"seller": Decimal(1), "carrier": Decimal(1), "shared": Decimal("0.5")}


def cost_of(env: Environment, spec: RemedySpec, use: RemedyUse, postage: Mapping[str, str], *, recourse: str) -> Cost:
    """The parts of the cost in the currency of the case, and their sum.

    A freight leg counts as far as the shop bears it (a carrier's share is fronted and claimed back). What cannot be
    worked out is named in `missing` and left out of the sum. Recovery is expected only where the shop knows its
    success rate; otherwise only `recoverable_at_most` is given and the sum stays on the careful side.
    """
    missing: list[str] = []
    parts: dict[str, Decimal | None] = {}
    for name, text in (("goods", spec.goods), ("refund", spec.refund), ("compensation", spec.compensation)):
        parts[name] = _part(env, text, spec.id, missing)
    if use.amount and spec.refund:
        parts["refund"] = _amount(env, use.amount, missing)
    elif use.amount and spec.compensation:
        parts["compensation"] = _amount(env, use.amount, missing)
    parts["freight"] = _freight(env, spec, postage, missing)
    known = [value for value in parts.values() if value is not None]
    if not known:
        return Cost(None, None, None, None, None, None, None, tuple(dict.fromkeys(missing)))
    gross = sum(known, Decimal(0))
    most, expected = _recovery(env, gross, recourse)
    total = gross - (expected or Decimal(0))
    return Cost(
        _money(env, parts["goods"]),
        _money(env, parts["freight"]),
        _money(env, parts["refund"]),
        _money(env, parts["compensation"]),
        _money(env, expected),
        _money(env, most),
        _money(env, total),
        tuple(dict.fromkeys(missing)),
    )


def recovered(env: Environment, offer: RemedyOffer, recourse: str) -> RemedyOffer:
    """The offer of a pack that names no recourse itself, with what the recourse another pack named may bring back."""
    parts = (offer.goods, offer.freight, offer.refund, offer.compensation)
    known = [part.amount for part in parts if part is not None]
    if offer.recoverable_at_most is not None or not known:
        return offer
    gross = sum(known, Decimal(0))
    most, expected = _recovery(env, gross, recourse)
    if most is None:
        return offer
    return replace(
        offer,
        recoverable=_money(env, expected),
        recoverable_at_most=_money(env, most),
        true_cost=_money(env, gross - (expected or Decimal(0))),
    )


def _part(env: Environment, text: str, where: str, missing: list[str]) -> Decimal | None:
    if not text:
        return None
    value = env.evaluate(text, f"remedies.{where}")
    if value is UNKNOWN:
        missing.extend(env.leaves(env.missing(text, f"remedies.{where}")))
    return value if isinstance(value, Decimal) else None


def _amount(env: Environment, name: str, missing: list[str]) -> Decimal | None:
    value = env.resolve(name)
    if value is UNKNOWN:
        missing.extend(env.leaves((name,)))
    return value if isinstance(value, Decimal) else None


def _freight(env: Environment, spec: RemedySpec, postage: Mapping[str, str], missing: list[str]) -> Decimal | None:
    total: Decimal | None = None
    for leg in spec.legs:
        share = _BORNE.get(postage.get(leg, ""))
        fact = LEG_FACTS.get(leg, "")
        if share is None or fact not in env.pack.facts:
            continue
        value = env.resolve(fact)
        if isinstance(value, Decimal):
            total = (total or Decimal(0)) + value * share
        else:
            missing.append(fact)
    return total


def _recovery(env: Environment, gross: Decimal, recourse: str) -> tuple[Decimal | None, Decimal | None]:
    """At most, and as expected: what the carrier or supplier may be made to pay of a positive cost."""
    if recourse not in ("carrier", "supplier") or gross <= 0:
        return None, None
    most = gross
    claim = env.resolve("claim_value") if "claim_value" in env.pack.facts else UNKNOWN
    if isinstance(claim, Decimal):
        most = min(gross, max(claim, Decimal(0)))
    rate = env.resolve("claim_rate") if "claim_rate" in env.pack.facts else UNKNOWN
    if not isinstance(rate, Decimal):
        return most, None
    return most, most * min(max(rate, Decimal(0)), Decimal(1))


def _money(env: Environment, value: Decimal | None) -> Money | None:
    return None if value is None else env.money(value)
