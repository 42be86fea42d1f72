"""The tables of rule-engine's parser, made beforehand: it would spend a third of a second on them in every process."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, Final

_TABLES: Final = Path(__file__).resolve().parents[2] / "resources" / "expression_tables.json"
# Where its parser generator (PLY) looks for tables that were made before.
_PLACE: Final = "rule_engine.parser.parsetab"


def offer_tables() -> None:
    """Lay them where rule-engine looks while it is imported; to be called before.

    It takes them only if they are of its own grammar, and else works them out: a newer version loses the time, no more.
    Made by packaging/make_expression_tables.py.
    """
    if "rule_engine" in sys.modules or _PLACE in sys.modules:
        return
    try:
        kept = json.loads(_TABLES.read_text(encoding="utf-8"))
        found: Any = ModuleType(_PLACE)
        found._tabversion, found._lr_method, found._lr_signature = kept["version"], kept["method"], kept["signature"]
        found._lr_action = {int(state): row for state, row in kept["action"].items()}
        found._lr_goto = {int(state): row for state, row in kept["goto"].items()}
        found._lr_productions = [tuple(each) for each in kept["productions"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return
    sys.modules[_PLACE] = found
