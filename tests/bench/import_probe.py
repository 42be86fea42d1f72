"""A process that imports an order file as the command does: seconds, counts and the most memory it ever took in MB.

`python import_probe.py FILE DIR`
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def main(file: str, folder: str) -> str:
    """Seconds, orders added, orders updated, peak memory in MB, processor seconds."""
    start = time.perf_counter()
    from desktop.bootstrap import build

    ctx = build(Path(folder), threads=False)
    counts = ctx.orders.commit_draft(ctx.orders.read_draft([Path(file)]))
    ctx.close()
    used = resource.getrusage(resource.RUSAGE_SELF)
    took = time.perf_counter() - start
    return f"{took:.2f} {counts.added} {counts.updated} {_peak():.0f} {used.ru_utime + used.ru_stime:.2f}"


def _peak() -> float:
    """Megabytes. Linux counts the parent's memory into getrusage's figure, so there it is asked of the process itself."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1], sys.argv[2]) + "\n")
