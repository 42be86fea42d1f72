"""What may follow if it goes wrong, worked out: points, the nodes they cross, and what each node brings."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from models.rules.conclusion import ExposureView
from models.rules.deadlines import whole
from models.rules.environment import Environment
from models.rules.pack_parts import Exposure
from models.rules.penalty_points import nodes_crossed
from models.rules.values import UNKNOWN

_LONGEST_BAN: Final = 3660


def exposure_of(env: Environment, spec: Exposure, source: str) -> ExposureView:
    """One exposure; what cannot be told yet is None and its facts (or empty numbers) are named in `unknown`."""
    unknown: list[str] = []
    points = _number(env, spec, spec.points, unknown)
    before = _number(env, spec, spec.points_before, unknown)
    every = _number(env, spec, spec.node_every, unknown)
    money = _number(env, spec, spec.money, unknown)
    node_money = _number(env, spec, spec.node_money, unknown)
    ban_days = _count(_number(env, spec, spec.node_ban_days, unknown))
    nodes = nodes_crossed(before, points, every)
    banned = ban_days is not None and nodes != 0
    return ExposureView(
        id=spec.id,
        label=spec.label,
        points=_count(points),
        ledger=spec.ledger,
        money=env.money(money) if money is not None else None,
        basis=spec.basis,
        source=source,
        pack_id=env.pack.id,
        pack_version=env.pack.version,
        points_before=_count(before),
        nodes=nodes,
        node_every=_count(every) or 0,
        node_money=env.money(node_money) if node_money is not None else None,
        ban_days=ban_days if banned else None,
        ban_until=_until(env, spec, ban_days) if banned and nodes else None,
        unknown=tuple(dict.fromkeys(unknown)),
    )


def _number(env: Environment, spec: Exposure, text: str, unknown: list[str]) -> Decimal | None:
    if not text:
        return None
    number = whole(text)
    if number is not None:
        return Decimal(number)
    where = f"exposures.{spec.id}"
    value = env.evaluate(text, where)
    if value is UNKNOWN:
        unknown.extend(env.missing(text, where))
    return value if isinstance(value, Decimal) else None


def _count(value: Decimal | None) -> int | None:
    return int(value) if value is not None else None


def _until(env: Environment, spec: Exposure, days: int | None) -> date | None:
    event = env.resolve(spec.ban_from) if spec.ban_from else None
    if not isinstance(event, datetime) or days is None or not 0 < days <= _LONGEST_BAN:
        return None
    return event.astimezone(env.zone).date() + timedelta(days=days - 1)
