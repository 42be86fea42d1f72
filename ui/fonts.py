"""The fonts of the window: system families with the bundled Chinese fallback, in the roles of the design."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

Role = Literal["display", "figure", "title", "heading", "body", "strong", "small", "tiny", "badge", "mono"]

PIXELS: dict[Role, int] = {
    "figure": 24,
    "display": 22,
    "title": 18,
    "heading": 14,
    "body": 13,
    "strong": 13,
    "small": 12,
    "tiny": 11,
    "badge": 10,
    "mono": 12,
}
_WEIGHTS: dict[Role, int] = {"figure": 600, "display": 600, "title": 600, "heading": 600, "strong": 600, "badge": 600}
_BUNDLED = "Noto Sans SC"


def register_bundled(folder: Path) -> list[str]:
    """Make the fonts of `resources/fonts` known to Qt; returns their families, empty where there are none."""
    families: list[str] = []
    for file in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        if number >= 0:
            families += [name for name in QFontDatabase.applicationFontFamilies(number) if name not in families]
    font.cache_clear()
    dots.cache_clear()
    metrics.cache_clear()
    return families


def families() -> list[str]:
    """Families to ask for, in order, on this system."""
    if sys.platform == "win32":
        return ["Segoe UI Variable Text", "Segoe UI", "Microsoft YaHei UI", _BUNDLED]
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if sys.platform == "darwin":
        return [system, "PingFang SC", _BUNDLED]
    # DejaVu is what Linux falls back to without a desktop: too wide for rows of 36 px.
    named = [system] if system and "DejaVu" not in system and system != "Sans Serif" else []
    known = set(QFontDatabase.families())
    return [name for name in [*named, "Inter", "Noto Sans", "Noto Sans CJK SC"] if name in known] + [_BUNDLED]


@lru_cache(maxsize=1)
def dots() -> str:
    """What stands for what was left out: Noto Sans SC centres its ellipsis, which reads as Chinese in a number."""
    return "..." if families()[0] == _BUNDLED else "…"


@lru_cache(maxsize=64)
def font(role: Role = "body", weight: int = 0) -> QFont:
    """The shared font of a role; weight 0 takes the role's own. Digits have one width."""
    result = QFont()
    if role == "mono":
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        result.setFamilies([fixed, _BUNDLED])
    else:
        result.setFamilies(families())
    result.setPixelSize(PIXELS[role])
    result.setWeight(QFont.Weight(weight or _WEIGHTS.get(role, 400)))
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


@lru_cache(maxsize=64)
def metrics(role: Role = "body", weight: int = 0) -> QFontMetrics:
    """The measures of `font(role, weight)`."""
    return QFontMetrics(font(role, weight))
