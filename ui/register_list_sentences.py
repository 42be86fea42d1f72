"""Sentences for what goes wrong when the registers of a month are written to files."""

from __future__ import annotations

from collections.abc import Mapping

from ui.i18n import translator
from ui.plain import one_line

tr = translator("register_lists")


def known_sentence(code: str, values: Mapping[str, object]) -> tuple[str, str] | None:
    """What happened and what to do next; None for a code without words here."""

    def said(name: str) -> str:
        return one_line(str(values.get(name, "")))

    return {
        "month_wrong": (tr("%1 is no month.", said("month")), tr("Write it as 2026-11.")),
        "shop_several": (
            tr("Several shops are called %1: numbers %2.", said("shop"), said("numbers")),
            tr("Give the number instead of the name."),
        ),
        "export_there": (
            tr("Files of these names are there already: %1", said("files")),
            tr("Nothing was written. Choose another folder, or overwrite them with --force."),
        ),
    }.get(code)
