"""Frames of a film by OpenCV's FFmpeg (Windows and Linux), reading through our own file object."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

# Before OpenCV and NumPy are loaded: one thread each, and nothing but the boxes and codecs that are opened here.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = (
    "codec_whitelist;h264,hevc,mpeg4,mjpeg,h263,libvpx-vp9,vp9"
    "|format_whitelist;mov,mp4,m4a,3gp,3g2,mj2|enable_drefs;0|max_streams;32"
)

import cv2
from PIL import Image

from desktop.decoder.pictures import Box, RefusedError, check_size
from desktop.decoder.results import NoPreviewReason

_STEP_BACK_MS = 200
_LONGEST_STEP_BACK_MS = 13_000
_TOLERANCE_MS = 0.6
_LISTING_S = 5.0

cv2.setNumThreads(1)
cv2.ocl.setUseOpenCL(False)


def film_frame(file: IO[bytes], at_ms: float, target: Box, *, told: bool) -> Image.Image:
    """The frame shown at `at_ms`, or the last one before it that can be had, as stored, in RGB of `target` size.

    `told`: a frame begins exactly then, as the tables of the film tell; the others are passed over undrawn.
    """
    with _opened(file) as capture:
        frame = _shown_at(capture, at_ms, told=told)
    check_size(frame.shape[1], frame.shape[0])
    if (frame.shape[1], frame.shape[0]) != target:
        smaller = frame.shape[1] > target[0]
        frame = cv2.resize(frame, target, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)
    return Image.frombytes("RGB", target, frame.tobytes(), "raw", "BGR")


def listed_times(file: IO[bytes], most: int) -> list[int]:
    """When each frame is shown, in milliseconds, of a film whose tables do not tell: it is walked through for at most
    a few seconds. Nothing if it has more than `most` frames or takes longer."""
    times: list[int] = []
    enough = time.process_time() + _LISTING_S
    with _opened(file) as capture:
        while capture.grab():
            times.append(max(0, round(capture.get(cv2.CAP_PROP_POS_MSEC))))
            if len(times) > most or time.process_time() > enough:
                return []
    return sorted(times)


@contextmanager
def _opened(file: IO[bytes]) -> Iterator[cv2.VideoCapture]:
    file.seek(0)
    # A file object, not a path: FFmpeg then has no protocol with which to reach another file or the network.
    capture = cv2.VideoCapture(
        file,  # type: ignore[call-overload]
        cv2.CAP_FFMPEG,
        [cv2.CAP_PROP_N_THREADS, 1, cv2.CAP_PROP_HW_ACCELERATION, cv2.VIDEO_ACCELERATION_NONE],
    )
    try:
        if not capture.isOpened():
            raise RefusedError(NoPreviewReason.DAMAGED)
        # What the stream itself announces may differ from what the container did.
        check_size(int(capture.get(cv2.CAP_PROP_FRAME_WIDTH)), int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT)))
        capture.set(cv2.CAP_PROP_ORIENTATION_AUTO, 0)
        yield capture
    except cv2.error as error:
        out_of_memory = error.code == cv2.Error.STS_NO_MEM
        raise RefusedError(NoPreviewReason.OUT_OF_MEMORY if out_of_memory else NoPreviewReason.DAMAGED) from error
    finally:
        capture.release()


def _shown_at(capture: cv2.VideoCapture, at_ms: float, *, told: bool) -> Any:
    """Seeking goes by the average rate of the film and lands near the frame: from there it is walked to by its time."""
    back = _STEP_BACK_MS
    start = at_ms - back if at_ms > back else 0.0
    while True:
        if start > 0:
            capture.set(cv2.CAP_PROP_POS_MSEC, start)
        elif at_ms > back:
            capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
        frame = _walk(capture, at_ms, told=told)
        if frame is None and told and start <= 0:
            # Its tables tell of a frame that the film does not have: the last one there is.
            capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
            frame = _walk(capture, at_ms, told=False)
        if frame is not None:
            return frame
        if start <= 0:
            raise RefusedError(NoPreviewReason.DAMAGED)
        # It landed too late, or there is no frame any more: how far back the last one lies is not told.
        back *= 4
        start = at_ms - back if back <= _LONGEST_STEP_BACK_MS else 0.0


def _walk(capture: cv2.VideoCapture, at_ms: float, *, told: bool) -> Any:
    """The last frame that begins at or before a moment; None if already the first one met begins later."""
    last = None
    while capture.grab():
        now = capture.get(cv2.CAP_PROP_POS_MSEC)
        if now > at_ms + _TOLERANCE_MS:
            break
        if told and now < at_ms - _TOLERANCE_MS:
            continue
        read, frame = capture.retrieve()
        if read:
            last = frame
        if told:
            break
    return last
