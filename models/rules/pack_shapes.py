"""The shape of loaded pack parts: every field holds what its annotation says, whatever the file held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

Check = Callable[[object], bool]


def require_shapes(parts: Iterable[Any]) -> None:
    """TypeError, naming the field, where a part holds something else than it says."""
    for part in parts:
        for name, check in _checks(part.__class__):
            if not check(getattr(part, name)):
                raise TypeError(f"{type(part).__name__}.{name} of {getattr(part, 'id', '')!r:.60}")


@cache
def _checks(kind: type[Any]) -> tuple[tuple[str, Check], ...]:
    hints = get_type_hints(kind)
    found = ((each.name, _check_of(hints[each.name])) for each in fields(kind))
    return tuple((name, check) for name, check in found if check is not None)


@cache
def _check_of(hint: Any) -> Check | None:
    """The check of an annotation; None where anything goes."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint is object or hint is Any:
        return None
    if origin is UnionType:
        checks = [_check_of(each) for each in inner]
        return lambda value: any(check is None or check(value) for check in checks)
    if origin is tuple:
        return _tuple_check(inner)
    if origin is not None and issubclass(origin, Mapping):
        member = _check_of(inner[1])
        return lambda value: (
            isinstance(value, Mapping)
            and all(isinstance(key, str) and (member is None or member(each)) for key, each in value.items())
        )
    if is_dataclass(hint):
        plain = hint if isinstance(hint, type) else type(hint)
        return lambda value: isinstance(value, plain) and all(check(getattr(value, n)) for n, check in _checks(plain))
    if hint is int:
        return lambda value: isinstance(value, int) and not isinstance(value, bool)
    wanted = {None: NoneType}.get(hint, hint)
    return lambda value: isinstance(value, wanted)


def _tuple_check(inner: tuple[Any, ...]) -> Check:
    if inner[-1] is Ellipsis:
        member = _check_of(inner[0])
        return lambda value: isinstance(value, tuple) and (member is None or all(member(each) for each in value))
    members = [_check_of(each) for each in inner]
    return lambda value: (
        isinstance(value, tuple)
        and len(value) == len(members)
        and all(check is None or check(each) for check, each in zip(members, value, strict=True))
    )
