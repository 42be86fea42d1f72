"""Write resources/expression_tables.json: the tables of rule-engine's parser, which it would work out at every start.

Run it again for another version of rule-engine; until then the program works them out itself, and a test says so.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import rule_engine
from rule_engine._vendor.ply import yacc

TARGET = Path(__file__).resolve().parent.parent / "resources" / "expression_tables.json"


def signature() -> str:
    """What the tables of this version hang on: its grammar."""
    parser = rule_engine.Rule.parser
    reflect: Any = yacc.ParserReflect
    found = reflect({name: getattr(parser, name) for name in dir(parser)})
    found.get_all()
    return str(found.signature())


def tables() -> dict[str, Any]:
    """The tables of the parser as it was made when the library was loaded."""
    made = rule_engine.Rule.parser._parser
    return {
        "version": yacc.__tabversion__,
        "method": "LALR",
        "signature": signature(),
        "action": made.action,
        "goto": made.goto,
        "productions": [[str(each), each.name, each.len, each.func, "", 0] for each in made.productions],
    }


if __name__ == "__main__":
    TARGET.write_text(json.dumps(tables(), separators=(",", ":")) + "\n", encoding="utf-8")
    sys.stdout.write(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes\n")
