"""What the head of a table says of its columns: the same for every model that has them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from ui.widgets.table import Column

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def column_head(columns: Sequence[Column], section: int, orientation: Qt.Orientation, role: int) -> object:
    """A model's `headerData`: the title across, at the right where the column is; None for all else."""
    if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(columns):
        return None
    if role == Qt.ItemDataRole.DisplayRole:
        return columns[section].title
    if role == Qt.ItemDataRole.TextAlignmentRole and columns[section].right:
        return _RIGHT
    return None
