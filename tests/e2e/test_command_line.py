"""The program without a window, from an order file to what the list shows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEADINGS = "订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,物流单号 ,物流公司,宝贝总数量"
ROW = '="2611120003870",花果山_大圣01,168.00,0.00,168.00,168.00,交易成功,孙先生,浙江省 兰亭县(312000),\'13800000387,2026-11-12 20:14:03,2026-11-12 20:15:00,雾釉餐盘 8 寸 四只装,No:YQ000044719026,云雀速递,1'


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *arguments, "--data", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "ExportOrderList.csv"
    path.write_bytes(f"{HEADINGS}\r\n{ROW}\r\n".encode("gb18030"))
    return path


def test_import_list_show_and_verify(tmp_path: Path, orders: Path) -> None:
    folder = tmp_path / "shop"
    tried = run(folder, "import-orders", str(orders), "--dry-run")
    assert tried.returncode == 0, tried.stderr
    assert "nothing was saved" in tried.stdout
    first = run(folder, "import-orders", str(orders), "--json")
    assert first.returncode == 0, first.stderr
    assert json.loads(first.stdout)["saved"] == {"added": 1, "updated": 0, "unchanged": 0, "orphaned": 0}
    again = run(folder, "import-orders", str(orders), "--json")
    assert json.loads(again.stdout)["saved"] == {"added": 0, "updated": 0, "unchanged": 1, "orphaned": 0}
    listed = run(folder, "cases", "list", "--json")
    assert json.loads(listed.stdout) == {"count": 0, "cases": []}
    checked = run(folder, "verify")
    assert checked.returncode == 0
    assert "everything holds" in checked.stdout


def test_what_cannot_be_is_said_and_told_by_the_status(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    missing = run(folder, "cases", "show", "A0000-0000")
    assert missing.returncode == 1
    assert "case_not_found" in missing.stderr
    junk = tmp_path / "junk.csv"
    junk.write_bytes(bytes(range(256)) * 20)
    refused = run(folder, "import-orders", str(junk), "--json")
    assert refused.returncode == 1
    assert json.loads(refused.stdout)["error"]
    assert run(folder, "no-such-command").returncode == 2


def test_a_case_put_in_by_hand_shows_without_control_characters(tmp_path: Path, orders: Path) -> None:
    from desktop.bootstrap import build
    from models.kinds import Problem

    folder = tmp_path / "shop"
    run(folder, "import-orders", str(orders))
    context = build(folder, threads=False)
    order = context.cases.find_targets("2611120003870")[0]
    case_id = context.cases.open_case(problem=Problem.DAMAGED, order_id=order.order_id)
    context.cases.add_note(case_id, "\x1b[31mred\u202e evil")
    context.close()
    listed = run(folder, "cases", "list", "--json")
    number = json.loads(listed.stdout)["cases"][0]["number"]
    shown = run(folder, "cases", "show", number)
    assert shown.returncode == 0
    assert "花果山_大圣01" in shown.stdout
    assert "\x1b" not in shown.stdout
    assert "\u202e" not in shown.stdout


def test_the_data_folder_may_stand_before_the_command(tmp_path: Path, orders: Path) -> None:
    first = [sys.executable, str(ROOT / "main.py"), "--data", str(tmp_path / "shop"), "--json"]
    done = subprocess.run(
        [*first, "import-orders", str(orders)],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "elsewhere"), "LOCALAPPDATA": str(tmp_path / "elsewhere")},
    )  # fmt: skip
    assert json.loads(done.stdout)["saved"]["added"] == 1
    assert (tmp_path / "shop" / "case.db").is_file()
    assert not (tmp_path / "elsewhere").exists()
