"""Of what is typed into the wizard at most one second is lost, however the program ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from desktop.bootstrap import build
from models.kinds import Platform, Problem, Role
from tests.desktop.services.resolution_cases import open_case
from tests.e2e.program_process import ROOT
from tests.e2e.typing_wizard import ANSWER, TYPED


def test_a_killed_wizard_keeps_what_was_typed_a_second_ago(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    ctx = build(folder, threads=False)
    ctx.shops.choose_person(ctx.shops.add_person(name="小满", role=Role.OWNER))
    ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    case_id = open_case(ctx, Problem.DAMAGED)
    ctx.close()
    killed = subprocess.run(
        [sys.executable, "-m", "tests.e2e.typing_wizard", str(folder), str(case_id)],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert killed.returncode == -signal.SIGKILL, killed.stderr[-800:]
    again = build(folder, threads=False)
    try:
        draft = again.cases.load_page(case_id).draft
        assert draft is not None
        assert dict(draft.facts) == {ANSWER: True, TYPED: "31.50"}
        assert again.resolutions.start(case_id).answers == {ANSWER: True, TYPED: "31.50"}
    finally:
        again.close()
