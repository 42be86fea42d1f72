"""The worker process as an adversary: killed, stuck, lying, greedy. The program's side answers with a value."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.decoder.client import WORKER_FLAG, Decoder, worker_command
from desktop.decoder.protocol import Operation, ProtocolError, Request, read_request, request_bytes
from desktop.decoder.results import NoPreview, NoPreviewReason, Pixels
from tests.desktop.decoder import sample_files
from tests.desktop.decoder.conftest import REAL_WORKER, worker_running

STUCK = "import threading; threading.Event().wait()"
ECHO_HEAD = (
    "import struct; from desktop.decoder.protocol import _REQUEST, _RESPONSE\n"
    "def answers(status=1, reason=255, width=2, height=2, stride=8, length=16, magic=b'AcRs', shift=0, extra=b''):\n"
    "    while True:\n"
    "        head = sys.stdin.buffer.read(_REQUEST.size)\n"
    "        if not head: return\n"
    "        fields = _REQUEST.unpack(head); sys.stdin.buffer.read(fields[-2] + fields[-1])\n"
    "        answer = _RESPONSE.pack(magic, 2, status, reason, fields[4] + shift, width, height, stride, length)\n"
    "        sys.stdout.buffer.write(answer + bytes(min(length, 100)) + extra); sys.stdout.buffer.flush()\n"
)


def test_a_worker_that_never_answers_is_ended_at_the_deadline(tmp_path: Path) -> None:
    decoder = Decoder(command=worker_running(STUCK), limit_s=0.3)
    start = time.monotonic()
    result = decoder.thumbnail(sample_files.stored(tmp_path, "a.png"), 10, 10)
    assert result == NoPreview(NoPreviewReason.TIME_LIMIT)
    assert time.monotonic() - start < 3
    assert decoder.worker_pids() == ()
    decoder.close()


def test_a_worker_that_dies_at_once(tmp_path: Path) -> None:
    decoder = Decoder(command=worker_running("os = __import__('os'); os.abort()"))
    result = decoder.thumbnail(sample_files.stored(tmp_path, "a.png"), 10, 10)
    assert result == NoPreview(NoPreviewReason.WORKER_DIED)
    facts = decoder.probe(tmp_path / "a.png")
    assert facts.format.value == "png"
    assert facts.no_preview is NoPreviewReason.WORKER_DIED
    decoder.close()


@pytest.mark.parametrize(
    "lie",
    [
        "magic=b'JUNK'",
        "shift=1",
        "status=2",
        "status=3",
        "status=9",
        "width=0",
        "width=4, stride=16",
        "stride=16",
        "length=15",
        "length=1 << 60",
        "width=65535, height=65535, stride=65535 * 4, length=65535 * 65535 * 4",
        "status=4, width=0, height=0, stride=0, length=0",
        "status=4, reason=200, width=0, height=0, stride=0, length=0",
        "reason=1",
    ],
)
def test_a_worker_that_lies_is_not_believed(tmp_path: Path, lie: str) -> None:
    decoder = Decoder(command=worker_running(f"exec({ECHO_HEAD!r}); answers({lie})"), limit_s=5)
    start = time.monotonic()
    result = decoder.thumbnail(sample_files.stored(tmp_path, "a.png"), 3, 3)
    assert result == NoPreview(NoPreviewReason.WORKER_DIED)
    assert time.monotonic() - start < 4
    decoder.close()


def test_the_honest_form_of_that_worker_is_believed(tmp_path: Path) -> None:
    decoder = Decoder(command=worker_running(f"exec({ECHO_HEAD!r}); answers()"))
    assert decoder.thumbnail(sample_files.stored(tmp_path, "a.png"), 3, 3) == Pixels(2, 2, 8, bytes(16))
    decoder.close()


def test_a_worker_cut_off_within_its_answer(tmp_path: Path) -> None:
    cut = ECHO_HEAD.replace("bytes(min(length, 100)) + extra)", "bytes(5))").replace(
        "buffer.flush()", "flush(); sys.exit()"
    )
    assert cut.count("bytes(5)") == cut.count("sys.exit()") == 1
    decoder = Decoder(command=worker_running(f"exec({cut!r}); answers()"), limit_s=5)
    assert decoder.thumbnail(sample_files.stored(tmp_path, "a.png"), 3, 3) == NoPreview(NoPreviewReason.WORKER_DIED)
    decoder.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_worker_killed_between_files_is_replaced_and_the_file_shown(tmp_path: Path) -> None:
    decoder = Decoder(command=REAL_WORKER)
    path = sample_files.stored(tmp_path, "a.png")
    assert isinstance(decoder.thumbnail(path, 10, 10), Pixels)
    (pid,) = decoder.worker_pids()
    os.kill(pid, signal.SIGKILL)
    assert isinstance(decoder.thumbnail(path, 10, 10), Pixels)
    assert decoder.worker_pids() != (pid,)
    decoder.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_worker_killed_within_a_request(tmp_path: Path) -> None:
    decoder = Decoder(command=worker_running(STUCK), limit_s=20)
    path = sample_files.stored(tmp_path, "a.png")
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(decoder.thumbnail, path, 10, 10)
        while not (pids := decoder.worker_pids()):
            threading.Event().wait(0.01)
        os.kill(pids[0], signal.SIGKILL)
        assert running.result(timeout=10) == NoPreview(NoPreviewReason.WORKER_DIED)
    decoder.close()


def test_closing_ends_what_is_running(tmp_path: Path) -> None:
    decoder = Decoder(command=worker_running(STUCK), limit_s=20)
    path = sample_files.stored(tmp_path, "a.png")
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(decoder.thumbnail, path, 10, 10)
        while not decoder.worker_pids():
            threading.Event().wait(0.01)
        decoder.close()
        assert running.result(timeout=10) == NoPreview(NoPreviewReason.UNAVAILABLE)
    assert decoder.thumbnail(path, 10, 10) == NoPreview(NoPreviewReason.UNAVAILABLE)
    assert decoder.worker_pids() == ()


def test_a_program_that_cannot_be_started(tmp_path: Path) -> None:
    decoder = Decoder(command=[str(tmp_path / "absent")])
    decoder.warm_up()
    result = decoder.jpeg(sample_files.stored(tmp_path, "a.png"), max_side=10)
    assert result == NoPreview(NoPreviewReason.UNAVAILABLE)
    decoder.close()


def test_workers_are_replaced_after_a_number_of_files(tmp_path: Path) -> None:
    decoder = Decoder(command=REAL_WORKER, recycle_after=2)
    path = sample_files.stored(tmp_path, "a.png")
    seen = set()
    for _ in range(4):
        decoder.warm_up()
        seen.update(decoder.worker_pids())
        assert isinstance(decoder.thumbnail(path, 10, 10), Pixels)
    assert len(seen) == 2
    decoder.close()


def test_many_threads_share_two_workers(tmp_path: Path) -> None:
    decoder = Decoder(command=REAL_WORKER)
    paths = [sample_files.stored(tmp_path, f"{number}.png", 10 + number, 10) for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        results = list(pool.map(decoder.picture, paths))
    assert [result.width for result in results if isinstance(result, Pixels)] == [10 + n for n in range(12)]
    assert len(decoder.worker_pids()) <= 2
    decoder.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these limits are Linux's")
def test_the_limits_hold_in_the_worker(tmp_path: Path) -> None:
    marker = tmp_path / "written"
    greedy = (
        "from desktop.decoder import limits; limits.apply_in_worker(); import resource\n"
        f"try: open({str(marker)!r}, 'wb', buffering=0).write(b'x' * 9); sys.exit(1)\n"
        "except OSError: pass\n"
        "try: bytearray(2 << 30); sys.exit(2)\n"
        "except MemoryError: pass\n"
        "limits.allow_cpu_for_next_request()\n"
        "sys.exit(0 if resource.getrlimit(resource.RLIMIT_CPU)[0] < 20 else 3)\n"
    )
    import subprocess

    done = subprocess.run(worker_running(f"exec({greedy!r})"), check=False, timeout=30)
    assert done.returncode == 0
    assert not marker.exists() or marker.read_bytes() == b""


@pytest.mark.parametrize(("width", "height", "page"), [(-1, 10, 0), (10, 70_000, 0), (0, 10, 0), (10, 10, -1)])
def test_requests_out_of_bounds_are_the_callers_bug(tmp_path: Path, width: int, height: int, page: int) -> None:
    decoder = Decoder(command=worker_running(STUCK))
    with pytest.raises(ValueError, match=r"out of bounds|half a box"):
        decoder._pixels(tmp_path / "a.png", width, height, page=page)
    with pytest.raises(ValueError, match="quality"):
        decoder.jpeg(tmp_path / "a.png", max_side=100, quality=100)
    assert decoder.worker_pids() == ()
    decoder.close()


def test_the_command_of_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = worker_command()
    assert plain[0] == sys.executable
    assert Path(plain[1]).name == "main.py"
    assert plain[2:] == [WORKER_FLAG]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, WORKER_FLAG]


def test_the_program_itself_serves_as_worker(tmp_path: Path) -> None:
    decoder = Decoder()
    assert isinstance(decoder.thumbnail(sample_files.stored(tmp_path, "a.jpg"), 10, 10), Pixels)
    decoder.close()


def test_the_worker_refuses_a_request_that_is_none(tmp_path: Path) -> None:
    import subprocess

    done = subprocess.run(
        REAL_WORKER, input=b"GET / HTTP/1.1\r\nHost: example\r\n\r\n" * 9, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_worker_out_of_processor_time_is_not_asked_twice(tmp_path: Path) -> None:
    once = "served = []\n" + ECHO_HEAD.replace(
        "        answer =",
        "        served.append(1)\n"
        "        if len(served) > 1: __import__('os').kill(__import__('os').getpid(), __import__('signal').SIGXCPU)\n"
        "        answer =",
    )
    decoder = Decoder(command=worker_running(f"exec({once!r}); answers()"))
    path = sample_files.stored(tmp_path, "a.png")
    assert isinstance(decoder.thumbnail(path, 3, 3), Pixels)
    # Asked again, a fresh worker would answer with pixels.
    assert decoder.thumbnail(path, 3, 3) == NoPreview(NoPreviewReason.TIME_LIMIT)
    assert isinstance(decoder.thumbnail(path, 3, 3), Pixels)
    decoder.close()


@pytest.mark.parametrize(
    "body",
    [
        b"[]", b"{}", b"x", b'{"crop": [0, 0, 1]}', b'{"crop": [0, 0, 1, 2]}', b'{"crop": [0.5, 0, 0.5, 1]}',
        b'{"crop": [NaN, 0, 1, 1]}', b'{"crop": [true, 0, 1, 1]}', b'{"crop": [0, 0, 1, 1], "part": 1}',
        b'{"crop": "0011"}', b"[" * 190, b'{"crop": [0, 0, 1, 1]}' + b" " * 200, b"\xff\xfe",
    ],
)  # fmt: skip
def test_a_crop_that_is_none_ends_the_talk(body: bytes) -> None:
    good = request_bytes(Request(1, Operation.JPEG, "/a", 10, 10, quality=80))
    told = io.BytesIO(good[:-6] + len(body).to_bytes(4, "big") + good[-2:] + body)
    with pytest.raises(ProtocolError):
        read_request(told.read)
    with pytest.raises(ValueError, match="crop"):
        request_bytes(Request(1, Operation.JPEG, "/a", 10, 10, quality=80, body=body))
