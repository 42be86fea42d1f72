"""One frame of a video in the worker, by PyAV: the MOV/MP4 container and a short list of codecs, nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import IO

import av
from av.container import InputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image

from desktop.decoder.pictures import Box, RefusedError, check_size, fitted
from desktop.decoder.protocol import MAX_PIXELS
from desktop.decoder.results import FileFacts, MediaFormat, NoPreviewReason

_CODECS = "h264,hevc,mpeg4,mjpeg,h263,libdav1d,av1,libvpx-vp9,vp9"
_MAX_FRAMES_TO_SEEK = 400
_TURNS = {
    90: Image.Transpose.ROTATE_90,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_270,
}


def video_facts(file: IO[bytes], found: MediaFormat) -> FileFacts:
    """Size as seen upright, length in milliseconds, and the recording time that the container claims (UTC)."""
    with _opened(file) as container:
        stream = _video_stream(container)
        frame = next(container.decode(stream), None)
        if frame is None:
            raise RefusedError(NoPreviewReason.DAMAGED)
        width, height = _shown_size(stream, frame)
        if round(frame.rotation) % 180 == 90:
            width, height = height, width
        captured = _captured(container.metadata.get("creation_time") or stream.metadata.get("creation_time"))
        length_ms = max(0, (container.duration or 0) // 1000)
    return FileFacts(
        found,
        width,
        height,
        pages=1,
        duration_ms=length_ms,
        captured=captured,
        captured_offset_minutes=0 if captured else None,
    )


def video_picture(file: IO[bytes], at_ms: int, box: Box) -> Image.Image:
    """The frame shown at `at_ms`, or the last one before the film ends, upright in RGB within `box`."""
    with _opened(file) as container:
        stream = _video_stream(container)
        frame = _frame_at(container, stream, at_ms)
        turn = round(frame.rotation) % 360
        shown = _shown_size(stream, frame)
        target = fitted(*shown, (box[1], box[0]) if turn in (90, 270) else box)
        plain = frame.reformat(width=target[0], height=target[1], format="rgb24")
        image: Image.Image = plain.to_image()  # type: ignore[no-untyped-call]
    return image.transpose(_TURNS[turn]) if turn in _TURNS else image


def _opened(file: IO[bytes]) -> InputContainer:
    # A file object, not a path: FFmpeg then has no protocol with which to reach another file or the network.
    return av.open(
        file,
        mode="r",
        format="mov",
        metadata_errors="ignore",
        container_options={
            "codec_whitelist": _CODECS,
            "enable_drefs": "0",
            "max_streams": "32",
        },
    )


def _video_stream(container: InputContainer) -> VideoStream:
    if not container.streams.video:
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    stream = container.streams.video[0]
    context = stream.codec_context
    if context is None:
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    check_size(context.width, context.height)
    context.thread_count = 1
    # The stream itself may announce another size than the container did.
    context.options = {"max_pixels": str(MAX_PIXELS)}
    return stream


def _frame_at(container: InputContainer, stream: VideoStream, at_ms: int) -> VideoFrame:
    if at_ms:
        try:
            container.seek(at_ms * 1000, backward=True)
        except FFmpegError:
            container.seek(0)
    found: VideoFrame | None = None
    for count, frame in enumerate(container.decode(stream)):
        found = frame
        if frame.time is None or frame.time * 1000 >= at_ms or count >= _MAX_FRAMES_TO_SEEK:
            break
    if found is None:
        raise RefusedError(NoPreviewReason.DAMAGED)
    check_size(found.width, found.height)
    return found


def _shown_size(stream: VideoStream, frame: VideoFrame) -> Box:
    ratio = stream.sample_aspect_ratio
    if not ratio or not 0.25 <= ratio <= 4:
        return frame.width, frame.height
    return max(1, round(frame.width * ratio)), frame.height


def _captured(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    # Cameras without a clock write the epoch of the container (1904) or of Unix.
    return moment.replace(microsecond=0) if moment.year > 1990 else None
