"""One frame of a video in the worker: first the boxes are read, then OpenCV's FFmpeg or macOS gives the frame."""

from __future__ import annotations

import io
import sys
from typing import IO

from PIL import Image

from desktop.decoder.film_boxes import Film, jpeg_at, read_film
from desktop.decoder.film_times import film_times
from desktop.decoder.pictures import Box, check_size, fitted, picture
from desktop.decoder.results import FileFacts, MediaFormat

# Degrees clockwise -> how Pillow turns (counter-clockwise).
_TURNS = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


def video_facts(file: IO[bytes], found: MediaFormat) -> FileFacts:
    """Size as seen upright, length in milliseconds, and the recording time that the container claims (UTC)."""
    film = read_film(file)
    width, height = film.upright
    return FileFacts(
        found,
        width,
        height,
        pages=1,
        duration_ms=film.duration_ms,
        captured=film.recorded,
        captured_offset_minutes=0 if film.recorded else None,
    )


def video_picture(file: IO[bytes], at_ms: int, box: Box) -> Image.Image:
    """The frame shown at `at_ms`, or the last one before the film ends, upright in RGB within `box`."""
    film = read_film(file)
    target = fitted(*film.shown, (box[1], box[0]) if film.turn in (90, 270) else box)
    check_size(*target)
    image = _frame(file, film, at_ms, target)
    if image.size != target:
        image = image.resize(target, Image.Resampling.BOX if image.width > target[0] else Image.Resampling.BICUBIC)
    return image.transpose(_TURNS[film.turn]) if film.turn in _TURNS else image


def _frame(file: IO[bytes], film: Film, at_ms: int, target: Box) -> Image.Image:
    if film.jpeg_track is not None:
        return picture(io.BytesIO(jpeg_at(file, film, at_ms)), MediaFormat.JPEG, target).convert("RGB")
    # Loaded here: OpenCV takes 0.2 s and 60 MB, and a worker that only sees photos needs none of it.
    if sys.platform == "darwin":
        from desktop.decoder.film_frames_macos import film_frame
    else:
        from desktop.decoder.film_frames import film_frame
    times = film_times(file)
    if times is not None:
        return film_frame(file, times.exact_ms(times.at(at_ms)), target, told=True)
    return film_frame(file, min(at_ms, film.duration_ms or at_ms), target, told=False)
