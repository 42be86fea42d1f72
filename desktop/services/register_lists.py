"""Registers and months on paper and as workbooks. Making one changes nothing; handing it out is noted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.exporters.sheet import Progress, never, silent
from desktop.services.sheets import SheetFile, SheetWish
from desktop.services.workbench import Workbench
from models.register_records import MonthMetrics, RegisterSheet


class RegisterListService:
    """Takes what `ctx.registers.sheet` and `ctx.month_metrics.metrics` gave. Safe to call from any thread."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def paper(self, sheet: RegisterSheet, wish: SheetWish = SheetWish()) -> SheetFile:
        """The register as a PDF, upright or lying as its columns need; a register without lines is a page too."""
        raise NotImplementedError

    def metrics_paper(self, metrics: MonthMetrics, wish: SheetWish = SheetWish()) -> SheetFile:
        """The measures of a month as a PDF."""
        raise NotImplementedError

    def export(
        self, out: Path, sheet: RegisterSheet, *, language: str = "zh", progress: Progress = silent,
        cancelled: Callable[[], bool] = never,
    ) -> int:  # fmt: skip
        """Write the register as a workbook (.xlsx); how many lines. Errors as of desktop.exporters, and
        `export_name_unknown` for a name that does not end in .xlsx."""
        raise NotImplementedError

    def export_metrics(self, out: Path, metrics: MonthMetrics, *, language: str = "zh") -> int:
        """Write the measures of a month as a workbook; how many lines."""
        raise NotImplementedError

    def note_printed(self, sheet: SheetFile) -> None:
        """Note in the history that a list went to paper."""
        raise NotImplementedError

    def save(self, sheet: SheetFile, out: Path) -> Path:
        """Write a PDF to a file, byte for byte, and note it. UserError or EnvironmentFault when it cannot be."""
        raise NotImplementedError
