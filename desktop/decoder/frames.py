"""Operation FRAMES in the worker: how many frames there are and when each is shown, as JSON of bounded length."""

from __future__ import annotations

import json
import sys
from itertools import accumulate
from typing import IO

from desktop.decoder.animations import frame_delays
from desktop.decoder.protocol import Request, Response, Status
from desktop.decoder.results import MediaFormat, MediaKind

MOST_LISTED = 20_000


def answer(request: Request, found: MediaFormat, file: IO[bytes]) -> Response:
    """Body: `around_ms`, and `most` frames to list. Answers count, first, times and duration_ms, all whole numbers.

    A film whose frames cannot be told one by one has a count of 0 and no times.
    """
    asked = json.loads(request.body or b"{}")
    around, most = max(0, int(asked.get("around_ms", 0))), min(int(asked.get("most", MOST_LISTED)), MOST_LISTED)
    said = _of_film(file, around, most) if found.kind is MediaKind.VIDEO else _of_animation(file, found, around, most)
    return Response(request.number, Status.DATA, json.dumps(said).encode("ascii"))


def _of_animation(file: IO[bytes], found: MediaFormat, around: int, most: int) -> dict[str, object]:
    delays = frame_delays(file, found) if found.kind is MediaKind.IMAGE else [0]
    times = [0, *accumulate(delays)]
    return _said(times[:-1], times[-1], around, most)


def _of_film(file: IO[bytes], around: int, most: int) -> dict[str, object]:
    from desktop.decoder.film_boxes import read_film
    from desktop.decoder.film_times import film_times

    film = read_film(file)
    times = film_times(file)
    if times is not None:
        first = max(0, times.at(around) - most // 2) if len(times.ticks) > most else 0
        return {
            "count": len(times.ticks), "first": first, "times": times.milliseconds(first, most),
            "duration_ms": film.duration_ms,
        }  # fmt: skip
    listed: list[int] = []
    if sys.platform != "darwin" and film.jpeg_track is None:
        from desktop.decoder.film_frames import listed_times

        file.seek(0)
        listed = listed_times(file, most)
    return _said(listed, film.duration_ms or (listed[-1] if listed else 0), around, most)


def _said(times: list[int], duration_ms: int, around: int, most: int) -> dict[str, object]:
    first = 0
    if len(times) > most:
        first = max(0, sum(time <= around for time in times) - most // 2)
    bound = 0x7FFFFFFF
    listed = [min(time, bound) for time in times[first : first + most]]
    return {"count": len(times), "first": first, "times": listed, "duration_ms": min(duration_ms, bound)}
