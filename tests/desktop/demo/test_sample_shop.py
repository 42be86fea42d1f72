"""The sample shop as a whole: its numbers, and nothing of it drawn in the process that fills it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from desktop.bootstrap import build
from desktop.demo.sample_shop import sample_now
from models.clock import FixedClock
from models.kinds import CaseState
from models.store.verify import verify_store

ROOT = Path(__file__).resolve().parents[3]
FILL = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from desktop.bootstrap import build
from desktop.demo.sample_shop import fill_sample_shop, sample_now
from models.clock import FixedClock
ctx = build(Path(sys.argv[1]), clock=FixedClock(sample_now()), threads=False)
fill_sample_shop(ctx, sys.argv[2])
ctx.close()
# A packet is made, and reportlab names PIL; neither what draws nor what decodes is loaded.
drawing = {{name for name in sys.modules if name == "PIL.ImageDraw" or name.endswith("ImagePlugin")}}
assert not drawing | ({{"cv2", "numpy", "pypdfium2", "PySide6"}} & set(sys.modules)), "a drawing library was loaded"
"""


def _shown(root: Path) -> list[tuple[object, ...]]:
    ctx = build(root, clock=FixedClock(sample_now()), threads=False)
    ids = ctx.evidence.list_evidence_ids()
    rows = ctx.evidence.load_rows(ids)
    found = [
        (item.case_id, item.number, item.sha256, item.original_name, item.caption, item.tag, item.exhibit)
        for item in (ctx.evidence.find_evidence(evidence_id) for evidence_id in ids)
    ]
    assert len(rows) == len(found)
    ctx.close()
    return found


# Drawing takes most of the time: one of each kind of picture is drawn, and the same pixels in other bytes stand for the
# others; films and papers, drawn in tests of their own, have a line of words here.
SPARING = """
from desktop.demo import sample_shop
from desktop.demo.kinds import EVIDENCE_KINDS
Artist = sample_shop.Artist
class Sparing(Artist):
    drawn, made = {}, 0
    def order(self, drawings): pass
    def draw(self, kind, scene):
        self.made += 1
        if kind in EVIDENCE_KINDS and EVIDENCE_KINDS[kind].extension not in ("jpg", "png"):
            return f"{kind} {self.made} {scene.title}".encode()
        if kind in self.drawn:
            return self.drawn[kind] + str(self.made).encode()
        Artist.order(self, [(kind, scene)])
        self.drawn[kind] = self._ordered.pop((kind, scene)).result()
        return self.drawn[kind]
sample_shop.Artist = Sparing
"""
# The other language tells its story with drawings of a line.
QUICK = """
import itertools
from desktop.demo import sample_shop
numbers = itertools.count()
class Quick:
    def __enter__(self): return self
    def __exit__(self, *told): pass
    def order(self, drawings): pass
    def draw(self, kind, scene): return f"{kind} {next(numbers)} {scene.title}".encode()
sample_shop.Artist = Quick
"""


@pytest.mark.parametrize(("lang", "before"), [("zh", SPARING), ("en", QUICK)])
def test_the_shop_is_whole(tmp_path: Path, lang: str, before: str) -> None:
    script = FILL.replace("from models.clock", f"{before}\nfrom models.clock", 1)
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "one"), lang], check=True, timeout=240)
    one = _shown(tmp_path / "one")
    # A redacted copy, one with marks and a photo sent twice need pictures; a packet was made.
    assert len(one) == (156 if lang == "zh" else 153)
    assert sum(row[6] is not None for row in one) >= 5
    assert sum(not row[5] for row in one) == (3 if lang == "zh" else 1)
    ctx = build(tmp_path / "one", clock=FixedClock(sample_now()), threads=False)
    states = Counter(row.state for row in ctx.cases.load_rows(range(1, 61)).values())
    report = verify_store(ctx.store)
    ctx.close()
    assert sum(states.values()) == 60
    assert set(states) == set(CaseState)
    assert report.holds
