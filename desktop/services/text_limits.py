"""How long a text may be where it is pasted: the documented limits of resources/platform_limits.json, read once."""

from __future__ import annotations

import json
from functools import cache

from desktop.platform.resources import resource
from models.errors import EnvironmentFault
from models.kinds import Platform
from models.rules.text_limits import Limits, TextLimit, TextPlace, load_limits


@cache
def platform_limits() -> Limits:
    """Every limit known; EnvironmentFault `limits_unreadable`, UserError `limits_unusable`."""
    try:
        raw = json.loads(resource("platform_limits.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EnvironmentFault("limits_unreadable", file="platform_limits.json") from error
    return load_limits(raw)


def limit_of(platform: Platform, place: TextPlace) -> TextLimit | None:
    """The limit of a platform for a place; None where no limit is documented."""
    return platform_limits().get((platform, place))
