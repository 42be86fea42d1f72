"""The parser's tables made beforehand are those of the installed library, and it takes them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LOOK = f"""
import json, runpy, sys
sys.path.insert(0, {str(ROOT)!r})
from models.rules.expression_tables import offer_tables
offer_tables()
import rule_engine
from rule_engine._vendor.ply import yacc
taken = all(type(each) is yacc.MiniProduction for each in rule_engine.Rule.parser._parser.productions)
made = runpy.run_path({str(ROOT / "packaging" / "make_expression_tables.py")!r})
# Of this library, by its own reckoning; `packaging/make_expression_tables.py` writes them anew for another.
same = json.loads(made["TARGET"].read_text(encoding="utf-8"))["signature"] == made["signature"]()
print(json.dumps([taken, same, rule_engine.Rule("a * 2 + 1 > 4 and b in ['x', 'y']").matches({{"a": 2.0, "b": "x"}})]))
"""


def test_they_are_of_this_library_and_taken() -> None:
    told = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, timeout=60, check=True).stdout
    assert json.loads(told) == [True, True, True]
