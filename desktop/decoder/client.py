"""The program's side of the decoder: a small pool of worker processes, each request with a deadline."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from desktop.decoder.formats import HEAD_BYTES, format_of, mismatch
from desktop.decoder.limits import Confinement
from desktop.decoder.protocol import (
    Operation,
    ProtocolError,
    Request,
    Response,
    Shares,
    Status,
    crop_bytes,
    facts_from,
    read_response,
    request_bytes,
)
from desktop.decoder.results import (
    Decoded,
    FileFacts,
    MadeFile,
    MediaFormat,
    NoPreview,
    NoPreviewReason,
    Pixels,
)
from desktop.platform.own_process import BELOW_NORMAL_PRIORITY, NO_CONSOLE_WINDOW, own_command

WORKER_FLAG = "--decoder-worker"
_GOODBYE_SECONDS = 1.0


def worker_command() -> list[str]:
    """How a worker is started: the frozen program itself, or Python with main.py, in both cases with WORKER_FLAG."""
    return own_command(WORKER_FLAG)


class _Worker:
    """One decoder process. Used by one thread at a time."""

    def __init__(self, command: list[str]) -> None:
        self.served = 0
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Ctrl+C in a terminal is for the program, which then closes its workers in order. Not a session of its own:
            # Linux shares the processors among sessions first, and then no priority would put the window before it.
            process_group=None if sys.platform == "win32" else 0,
            creationflags=NO_CONSOLE_WINDOW | BELOW_NORMAL_PRIORITY,
        )
        self._confinement = Confinement(self._process)

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, request: Request, limit_s: float) -> Response | NoPreviewReason:
        """The worker's answer, or why there is none; after that the worker must be ended."""
        stdin, stdout = self._pipes()
        overrun = threading.Event()

        def end_overrun() -> None:
            overrun.set()
            self._process.kill()

        clock = threading.Timer(limit_s, end_overrun)
        clock.daemon = True
        clock.start()
        try:
            stdin.write(request_bytes(request))
            stdin.flush()
            response = read_response(stdout.read, request)
        except (OSError, EOFError):
            late = overrun.is_set() or self._used_up_its_time()
            return NoPreviewReason.TIME_LIMIT if late else NoPreviewReason.WORKER_DIED
        except (ProtocolError, ValueError):
            return NoPreviewReason.TIME_LIMIT if overrun.is_set() else NoPreviewReason.WORKER_DIED
        finally:
            clock.cancel()
            clock.join()
        self.served += 1
        return response

    def _used_up_its_time(self) -> bool:
        """Whether the system ended it for the processor time of its request; another one would not get further."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(_GOODBYE_SECONDS) == -getattr(signal, "SIGXCPU", 0) < 0
        return False

    def end(self, *, gently: bool) -> None:
        stdin, stdout = self._pipes()
        if not gently:
            self._process.kill()
        with suppress(OSError):  # the worker may be gone already
            stdin.close()
        try:
            self._process.wait(_GOODBYE_SECONDS if gently else None)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        stdout.close()
        self._confinement.close()

    def kill(self) -> None:
        self._process.kill()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process.stdin is None or self._process.stdout is None:
            raise AssertionError("started with both pipes")
        return self._process.stdin, self._process.stdout


class Decoder:
    """Opens files from buyers in other processes. Safe to call from any thread; blocks the calling thread.

    Answers are values: no method raises for what a file contains. A worker that dies or takes longer than `limit_s` is
    ended and replaced; after `recycle_after` files a worker is replaced anyway.
    """

    def __init__(
        self,
        *,
        workers: int = 2,
        limit_s: float = 10.0,
        recycle_after: int = 200,
        command: list[str] | None = None,
    ) -> None:
        self._command = command or worker_command()
        self.workers = workers
        """How many files are opened at once; more threads than that would only wait."""
        self._limit_s = limit_s
        self._recycle_after = recycle_after
        self._lock = threading.Lock()
        self._places = threading.Semaphore(workers)
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._number = 0
        self._closed = False

    def warm_up(self) -> None:
        """Starts a worker without waiting for it, so that the first picture does not wait for a process."""
        with self._lock:
            if not self._closed and not self._idle and not self._busy:
                try:
                    self._idle.append(_Worker(self._command))
                except OSError:
                    return  # the first request says so

    def probe(self, path: Path, *, name: str | None = None) -> FileFacts:
        """What the file says of itself. `name` is its original name, for the check of its extension."""
        answer = self._ask(path, Operation.PROBE)
        facts = _facts_of(answer) or FileFacts(_format_by_head(path), no_preview=_reason_of(answer))
        return facts.with_mismatch(
            facts.no_preview is not NoPreviewReason.EMPTY and mismatch(name or path.name, facts.format)
        )

    def thumbnail(self, path: Path, max_width: int, max_height: int, *, at_ms: int = 0) -> Decoded:
        """A small upright picture within the given size in pixels: photo, first page of a PDF, a frame of film."""
        return self._pixels(path, max_width, max_height, at_ms=at_ms)

    def picture(
        self,
        path: Path,
        max_side: int | None = None,
        *,
        page: int = 0,
        at_ms: int = 0,
        part: tuple[float, float, float, float] | None = None,
    ) -> Decoded:
        """The upright picture, at most `max_side` pixels wide or high, or in full size (at most 50 million pixels).

        `part` of a page of a document: left, top, right, bottom as shares of it; drawn as large as `max_side` allows.
        """
        side = max_side or 0
        body = _body({"part": part}) if part is not None else b""
        return self._pixels(path, side, side, page=page, at_ms=at_ms, body=body)

    def jpeg(
        self,
        path: Path,
        *,
        max_side: int | None,
        quality: int = 85,
        page: int = 0,
        at_ms: int = 0,
        crop: Shares | None = None,
    ) -> bytes | NoPreview:
        """A new JPEG from the upright pixels alone: no EXIF, GPS, profile or comment of the original is in it.

        `crop`: only that part of the upright picture, at most `max_side` pixels wide or high. ValueError for no part.
        """
        side = max_side or 0
        answer = self._ask(
            path,
            Operation.JPEG,
            side,
            side,
            page=page,
            at_ms=at_ms,
            quality=quality,
            body=crop_bytes(crop),
        )
        if isinstance(answer, NoPreviewReason):
            return NoPreview(answer)
        return answer.payload if answer.reason is None else NoPreview(answer.reason)

    def page_text(self, path: Path, page: int = 0) -> str | NoPreview:
        """The words of one page of a PDF, as hostile as the file itself."""
        answer = self._ask(path, Operation.TEXT, page=page)
        if isinstance(answer, NoPreviewReason):
            return NoPreview(answer)
        return answer.payload.decode("utf-8", "replace") if answer.reason is None else NoPreview(answer.reason)

    def data(self, path: Path, operation: Operation, body: Mapping[str, Any] | None = None) -> bytes | NoPreview:
        """What one of the operations that answer with bytes says; the module of the operation says what they mean."""
        answer = self._ask(path, operation, body=_body(body))
        if isinstance(answer, NoPreviewReason):
            return NoPreview(answer)
        return answer.payload if answer.reason is None else NoPreview(answer.reason)

    def made(
        self,
        path: Path,
        operation: Operation,
        found: MediaFormat,
        body: Mapping[str, Any] | None = None,
        *,
        page: int = 0,
        at_ms: int = 0,
    ) -> MadeFile | NoPreview:
        """The file in the format `found` that one of the operations that make files makes of pixels."""
        answer = self._ask(path, operation, body=_body(body), page=page, at_ms=at_ms)
        if isinstance(answer, NoPreviewReason):
            return NoPreview(answer)
        if answer.reason is not None:
            return NoPreview(answer.reason)
        return MadeFile(found, answer.width, answer.height, answer.payload)

    def close(self) -> None:
        """Ends all workers; requests still running, and later ones, answer NoPreview(UNAVAILABLE)."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            for worker in self._busy:
                worker.kill()
        for worker in idle:
            worker.end(gently=True)

    def worker_pids(self) -> tuple[int, ...]:
        """Process ids of the workers that are running now, for diagnostics."""
        with self._lock:
            return tuple(worker.pid for worker in (*self._idle, *self._busy))

    def _pixels(
        self,
        path: Path,
        width: int,
        height: int,
        *,
        page: int = 0,
        at_ms: int = 0,
        body: bytes = b"",
    ) -> Decoded:
        answer = self._ask(path, Operation.PICTURE, width, height, page=page, at_ms=at_ms, body=body)
        if isinstance(answer, NoPreviewReason):
            return NoPreview(answer)
        if answer.reason is not None:
            return NoPreview(answer.reason)
        return Pixels(answer.width, answer.height, answer.width * 4, answer.payload)

    def _ask(
        self,
        path: Path,
        operation: Operation,
        width: int = 0,
        height: int = 0,
        *,
        page: int = 0,
        at_ms: int = 0,
        quality: int = 0,
        body: bytes = b"",
    ) -> Response | NoPreviewReason:
        with self._lock:
            self._number = (self._number + 1) & 0xFFFFFFFF
            number = self._number
        request = Request(number, operation, str(path.absolute()), width, height, page, at_ms, quality, body)
        request_bytes(request)  # a request out of bounds is the caller's bug: say so before a process is involved
        with self._places:
            answer, first_file = self._ask_once(request)
            if _blames_the_worker(answer) and not first_file:
                # It may have died of an earlier file, or hold a library of one: this file deserves a fresh process.
                answer, _ = self._ask_once(request)
        return answer

    def _ask_once(self, request: Request) -> tuple[Response | NoPreviewReason, bool]:
        worker = self._take()
        if worker is None:
            return NoPreviewReason.UNAVAILABLE, True
        first_file = worker.served == 0
        answer = worker.ask(request, self._limit_s)
        with self._lock:
            self._busy.discard(worker)
            closed = self._closed
            spent = isinstance(answer, NoPreviewReason) or answer.reason is NoPreviewReason.OUT_OF_MEMORY
            keep = not spent and not closed and worker.served < self._recycle_after
            if keep:
                self._idle.append(worker)
        if not keep:
            worker.end(gently=not spent)
        if closed and isinstance(answer, NoPreviewReason):
            answer = NoPreviewReason.UNAVAILABLE
        return answer, first_file

    def _take(self) -> _Worker | None:
        with self._lock:
            if self._closed:
                return None
            try:
                worker = self._idle.pop() if self._idle else _Worker(self._command)
            except OSError:
                return None
            self._busy.add(worker)
            return worker


def _body(values: Mapping[str, Any] | None) -> bytes:
    return b"" if values is None else json.dumps(values, ensure_ascii=True).encode("ascii")


def _blames_the_worker(answer: Response | NoPreviewReason) -> bool:
    if isinstance(answer, NoPreviewReason):
        return answer is NoPreviewReason.WORKER_DIED
    return answer.reason is NoPreviewReason.OUT_OF_MEMORY


def _facts_of(answer: Response | NoPreviewReason) -> FileFacts | None:
    if isinstance(answer, NoPreviewReason) or answer.status is not Status.FACTS:
        return None
    try:
        return facts_from(answer.payload)
    except ProtocolError:
        return None


def _reason_of(answer: Response | NoPreviewReason) -> NoPreviewReason:
    if isinstance(answer, NoPreviewReason):
        return answer
    return answer.reason or NoPreviewReason.DAMAGED


def _format_by_head(path: Path) -> MediaFormat:
    try:
        with path.open("rb") as file:
            return format_of(file.read(HEAD_BYTES))
    except OSError:
        return MediaFormat.UNKNOWN
