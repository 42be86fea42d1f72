"""Has the sample shop's evidence drawn by other processes, ahead of need; the window's process draws nothing."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from datetime import datetime
from types import TracebackType
from typing import IO, Any

from desktop.demo.scene import Scene
from desktop.platform.own_process import NO_CONSOLE_WINDOW, own_command
from models.errors import EnvironmentFault

ARTIST_FLAG = "--draw-evidence"
LENGTH = struct.Struct(">I")
MAX_REQUEST_BYTES = 1 << 20
MAX_DRAWING_BYTES = 64 << 20
# Each process keeps the backgrounds it has painted, so every kind is always drawn by the same one.
_SECOND_DESK = frozenset({"chat", "chat_log", "carrier_notice", "opening_film", "packing", "weighing", "opening"})


def request_bytes(kind: str, scene: Scene) -> bytes:
    """A request as the artist's process reads it: its length, then JSON."""
    values = asdict(scene)
    values["captured"] = None if scene.captured is None else scene.captured.isoformat()
    body = json.dumps({"kind": kind, "scene": values}).encode()
    return LENGTH.pack(len(body)) + body


def scene_from(values: dict[str, Any]) -> Scene:
    """The scene of a request."""
    captured = values["captured"]
    talk = tuple((who, text) for who, text in values["talk"])
    return Scene(**values | {"talk": talk, "captured": datetime.fromisoformat(captured) if captured else None})


class _Desk:
    """One artist's process and the thread that talks to it; the process starts with the first drawing."""

    def __init__(self, command: list[str]) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = ThreadPoolExecutor(1, "artist")
        self._starting = threading.Lock()
        self._closed = False

    def ask(self, kind: str, scene: Scene) -> Future[bytes]:
        return self._thread.submit(self._draw, kind, scene)

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)
        with self._starting:
            self._closed = True
            if self._process is not None:
                self._process.kill()
        self._thread.shutdown(wait=True)
        if self._process is not None:
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    pipe.close()

    def _draw(self, kind: str, scene: Scene) -> bytes:
        try:
            stdin, stdout = self._pipes()
            stdin.write(request_bytes(kind, scene))
            stdin.flush()
            size = LENGTH.unpack(stdout.read(LENGTH.size))[0]
            drawing = stdout.read(size) if size <= MAX_DRAWING_BYTES else b""
        except (OSError, ValueError, struct.error) as error:
            raise EnvironmentFault("artist_gone", kind=kind) from error
        if not drawing or len(drawing) != size:
            raise EnvironmentFault("artist_gone", kind=kind)
        return drawing

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        with self._starting:
            if self._closed:
                raise EnvironmentFault("artist_gone")
            if self._process is None:
                self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    start_new_session=sys.platform != "win32",
                    creationflags=NO_CONSOLE_WINDOW,
                )
        if self._process.stdin is None or self._process.stdout is None:
            raise AssertionError("started with both pipes")
        return self._process.stdin, self._process.stdout


class Artist:
    """Draws sample evidence in two other processes while this one goes on. Use it in a `with` block, by one thread.

    EnvironmentFault `artist_gone` when a process cannot be started or ends before its drawing is done.
    """

    def __init__(self, command: list[str] | None = None) -> None:
        command = command or own_command(ARTIST_FLAG)
        self._desks = (_Desk(command), _Desk(command))
        self._ordered: dict[tuple[str, Scene], Future[bytes]] = {}

    def __enter__(self) -> Artist:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for desk in self._desks:
            desk.close()

    def order(self, wanted: Sequence[tuple[str, Scene]]) -> None:
        """Begin with these drawings, in this order, without waiting for them."""
        for kind, scene in wanted:
            if (kind, scene) not in self._ordered:
                self._ordered[kind, scene] = self._desks[kind in _SECOND_DESK].ask(kind, scene)

    def draw(self, kind: str, scene: Scene) -> bytes:
        """The file of a kind showing `scene`; waits for it if it is not ready yet."""
        self.order([(kind, scene)])
        return self._ordered.pop((kind, scene)).result()
