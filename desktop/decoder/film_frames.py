"""Frames of a film by OpenCV's FFmpeg (Windows and Linux), reading through our own file object."""

from __future__ import annotations

import os
from typing import IO

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
_LONGEST_STEP_BACK_MS = 6_400

cv2.setNumThreads(1)
cv2.ocl.setUseOpenCL(False)


def film_frame(file: IO[bytes], at_ms: int, target: Box) -> Image.Image:
    """The frame shown at `at_ms`, or the last one before it that can be had, as stored, in RGB of `target` size."""
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
        return _shown_at(capture, at_ms, target)
    except cv2.error as error:
        out_of_memory = error.code == cv2.Error.STS_NO_MEM
        raise RefusedError(NoPreviewReason.OUT_OF_MEMORY if out_of_memory else NoPreviewReason.DAMAGED) from error
    finally:
        capture.release()


def _shown_at(capture: cv2.VideoCapture, at_ms: int, target: Box) -> Image.Image:
    back = _STEP_BACK_MS
    moment = at_ms
    while True:
        if moment > 0:
            capture.set(cv2.CAP_PROP_POS_MSEC, moment)
        read, frame = capture.read()
        if read:
            break
        if moment <= 0:
            raise RefusedError(NoPreviewReason.DAMAGED)
        # At the very end there is no frame to show any more, and how far back the last one lies is not told.
        moment = moment - back if back <= _LONGEST_STEP_BACK_MS else 0
        back *= 2
        if moment <= 0:
            capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
    check_size(frame.shape[1], frame.shape[0])
    if (frame.shape[1], frame.shape[0]) != target:
        smaller = frame.shape[1] > target[0]
        frame = cv2.resize(frame, target, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)
    return Image.frombytes("RGB", target, frame.tobytes(), "raw", "BGR")
