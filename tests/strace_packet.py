"""`python -m tests.strace_packet`: what a buyer's text names is not opened, and nothing is connected to.

Runs the making of every form of packet and every sheet, the preview, and the check of what was made, of a case whose
every text names files of this machine and places of the net, under strace with all its processes. Linux only.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAMED = (
    "file:///etc/passwd", "../../../../../../etc/hostname", str(Path.home() / ".ssh" / "id_rsa"),
    '<img src="/etc/shadow"/>',
    "\\\\192.0.2.7\\share\\a.png", "http://192.0.2.7/a.png", '<a href="https://192.0.2.7/">点我</a>',
    "<img src='http://127.0.0.1:9/x'>", "ftp://192.0.2.7/a", "{BAIT}", '<img src="{BAIT}"/>', "file://{BAIT}",
    "url({BAIT})", "@{BAIT}", "$(cat {BAIT})", "`touch {BAIT}.ran`", "<para><img src={BAIT}/></para>",
    "<onDraw name='{BAIT}'/>", "/F ({BAIT}) /FS /URL", "data:image/png;base64,AAAA", "%SystemRoot%\\win.ini",
)  # fmt: skip
FORBIDDEN = re.compile(r"/etc/(passwd|hostname|shadow)|id_rsa|bait-[0-9a-f]+|192\.0\.2\.7|win\.ini|/share/a\.png")
_CALL = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?(openat|open|connect|execve|openat2)\((.*)")


def work(folder: Path, bait: str) -> None:
    """What is traced."""
    from desktop.bootstrap import build
    from tests.naughty_packets import make_all, open_case, spread

    texts = [text.replace("{BAIT}", bait) for text in NAMED]
    (folder / "out").mkdir()
    ctx = build(folder / "shop", threads=False)
    try:
        case_id = open_case(ctx, texts)
        spread(ctx, texts)
        (folder / "begin").touch()
        problems = make_all(ctx, case_id, folder / "out", texts, readers=False)
    finally:
        ctx.close()
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


def main(arguments: Sequence[str]) -> int:
    """0 if none of the files was opened, nothing connected to, and no other program started."""
    if arguments[:1] == ["--inside"]:
        work(Path(arguments[1]), arguments[2])
        return 0
    with tempfile.TemporaryDirectory(prefix="aftercase-strace-") as room:
        place = Path(room)
        bait = place / f"bait-{os.urandom(6).hex()}.png"
        bait.write_bytes(b"bait")
        log = place / "log"
        ran = subprocess.run(
            [shutil.which("strace") or "strace", "-f", "-q", "-s", "400", "-e", "trace=openat,open,openat2,connect,execve",
             "-o", str(log), sys.executable, "-m", "tests.strace_packet", "--inside", room, str(bait)],
            cwd=ROOT, check=False,
        )  # fmt: skip
        calls = [
            found.groups() for line in log.read_text(errors="replace").splitlines() if (found := _CALL.match(line))
        ]
        wrong = [f"{name}({said[:200]}" for name, said in calls if name != "execve" and FORBIDDEN.search(said)]
        connects = [said for name, said in calls if name == "connect" and "AF_UNIX" not in said]
        started = [said for name, said in calls if name == "execve"]
        foreign = [said for said in started if "python" not in said.split(",")[0]]
        again = bait.read_bytes() == b"bait" and not bait.with_name(bait.name + ".ran").exists()
        for line in (*wrong, *(f"connect({said}" for said in connects), *(f"execve({said}" for said in foreign)):
            print(line)
        opened = sum(name.startswith("open") for name, _ in calls)
        print(
            f"{opened} files opened, {len(wrong)} of those named, {len(connects)} connections, {len(foreign)} programs"
        )
        return 1 if ran.returncode or wrong or connects or foreign or not again or not opened else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
