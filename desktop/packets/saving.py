"""A PDF of ours written out: packed tightly, the same bytes for the same pages."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from typing_extensions import Buffer


class _Out(BytesIO):
    """Takes the bytes piece by piece. Being Python's own, each piece lets other threads have a turn: without that the
    window stands still until the last of fifty megabytes is written and hashed."""

    def write(self, piece: Buffer, /) -> int:
        return super().write(piece)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The file's bytes, with an identity that follows from them."""
    out = _Out()
    pdf.save(
        out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True
    )  # fmt: skip
    return out.getvalue()
