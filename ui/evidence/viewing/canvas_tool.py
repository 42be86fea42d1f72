"""What a tool on the canvas is to it: asked first for mouse and keys, in pixels of the original."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QKeyEvent, QMouseEvent


class CanvasTool(Protocol):
    """Something drawn with on a picture. Each method says whether it took the event; what it leaves pans and zooms.

    `at` is in scene units: pixels of the upright original, which may lie outside it.
    """

    def press(self, event: QMouseEvent, at: QPointF) -> bool:
        """A mouse button went down."""

    def move(self, event: QMouseEvent, at: QPointF) -> bool:
        """The pointer moved, with or without a button down."""

    def release(self, event: QMouseEvent, at: QPointF) -> bool:
        """A mouse button came up."""

    def double(self, event: QMouseEvent, at: QPointF) -> bool:
        """A double click."""

    def key(self, event: QKeyEvent, at: QPointF) -> bool:
        """A key went down; `at` is where the pointer is."""
