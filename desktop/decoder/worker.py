"""The decoder process itself: reads requests from its standard input and answers on its standard output."""

from __future__ import annotations

import os
import sys

from desktop.decoder import limits
from desktop.decoder.decode import answer
from desktop.decoder.protocol import ProtocolError, read_request, response_head
from desktop.decoder.results import NoPreviewReason

_WRITE_CHUNK = 1 << 20


def main() -> int:
    """Serves until the program closes its end; ends itself after a request it cannot trust or that took all memory."""
    source, target = _private_pipes()
    limits.apply_in_worker()
    # Loaded while the program is still busy with other things: the first photo then does not wait for it.
    import desktop.decoder.pictures  # noqa: F401

    while True:
        try:
            request = read_request(lambda count: _read(source, count))
        except ProtocolError:
            return 2
        if request is None:
            return 0
        limits.allow_cpu_for_next_request()
        response = answer(request)
        try:
            _write(target, response_head(response))
            _write(target, response.payload)
        except OSError:
            return 0
        if response.reason is NoPreviewReason.OUT_OF_MEMORY:
            return 3
        del response


def _private_pipes() -> tuple[int, int]:
    """Moves the two pipes away from 0 and 1, so that nothing a library prints can get into the answers."""
    source, target = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(source, os.O_BINARY)
        msvcrt.setmode(target, os.O_BINARY)
    return source, target


def _read(source: int, count: int) -> bytes:
    parts = bytearray()
    while len(parts) < count:
        part = os.read(source, count - len(parts))
        if not part:
            break
        parts += part
    return bytes(parts)


def _write(target: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(target, rest[:_WRITE_CHUNK]) :]


if __name__ == "__main__":
    sys.exit(main())
