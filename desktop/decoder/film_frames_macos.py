"""Frames of a film by AVFoundation, the decoder of macOS. Written from Apple's documentation, not run."""

from __future__ import annotations

import math
import sys
from typing import IO

from PIL import Image

from desktop.decoder.pictures import Box, RefusedError
from desktop.decoder.results import NoPreviewReason

if sys.platform == "darwin":
    import fcntl
    from typing import Any

    import AVFoundation
    import CoreMedia
    import Foundation
    import Quartz

    _FORBID_ALL_REFERENCES = 0xFFFF  # AVAssetReferenceRestrictionForbidAll: no other file, no network
    _MAX_PATH = 1024

    def film_frame(file: IO[bytes], at_ms: float, target: Box, *, told: bool) -> Image.Image:
        """The frame shown at `at_ms`, or the last one before it that can be had, as stored, in RGB of `target` size.

        `told`: a frame begins exactly then, as the tables of the film tell.
        """
        path = fcntl.fcntl(file.fileno(), fcntl.F_GETPATH, bytes(_MAX_PATH)).rstrip(b"\0").decode()
        # Evidence has no extension, so the type is told; since macOS 14.
        options = {
            AVFoundation.AVURLAssetOverrideMIMETypeKey: "video/mp4",
            AVFoundation.AVURLAssetReferenceRestrictionsKey: _FORBID_ALL_REFERENCES,
        }
        asset = AVFoundation.AVURLAsset.URLAssetWithURL_options_(Foundation.NSURL.fileURLWithPath_(path), options)
        frames = AVFoundation.AVAssetImageGenerator.assetImageGeneratorWithAsset_(asset)
        frames.setAppliesPreferredTrackTransform_(False)
        frames.setMaximumSize_(Quartz.CGSizeMake(*target))
        frames.setRequestedTimeToleranceAfter_(CoreMedia.CMTimeMake(0, 1000))
        moment = CoreMedia.CMTimeMake(math.ceil(at_ms * 1000), 1_000_000)
        # First exactly, then, as at the very end of a film, the last one before.
        for tolerance_ms in (0, 10_000):
            frames.setRequestedTimeToleranceBefore_(CoreMedia.CMTimeMake(tolerance_ms, 1000))
            image, _, error = frames.copyCGImageAtTime_actualTime_error_(moment, None, None)
            if image is not None and error is None:
                return _pixels(image, target)
        raise RefusedError(NoPreviewReason.DAMAGED)

    def _pixels(image: Any, target: Box) -> Image.Image:
        width, height = target
        rows = bytearray(width * height * 4)
        space = Quartz.CGColorSpaceCreateWithName(Quartz.kCGColorSpaceSRGB)
        layout = Quartz.kCGImageAlphaNoneSkipLast
        canvas = Quartz.CGBitmapContextCreate(rows, width, height, 8, width * 4, space, layout)
        if canvas is None:
            raise RefusedError(NoPreviewReason.OUT_OF_MEMORY)
        Quartz.CGContextDrawImage(canvas, Quartz.CGRectMake(0, 0, width, height), image)
        return Image.frombytes("RGB", target, bytes(rows), "raw", "RGBX")
