"""What goes with evidence that is taken out: `SHA256SUMS.txt` for `sha256sum -c`, and a list for people."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from desktop.exporters.inert import inert
from desktop.exporters.safe_target import WrittenFile, check_plain
from desktop.words import word
from models.records import EvidenceRow

SUMS = "SHA256SUMS.txt"
_LIST = {"zh": "凭证清单.csv", "en": "evidence list.csv"}
_HEADINGS = {
    "zh": ("文件名", "售后单", "序号", "证据号", "说明", "证明什么", "原文件名", "原文件 SHA-256",
           "拍摄时间（设备自报，未经核实）", "导入时间", "导入人", "来源", "此文件", "此文件 SHA-256"),
    "en": ("File", "Case", "No.", "Exhibit", "Caption", "What it proves", "Original name", "SHA-256 of the original",
           "Captured (as the device claims)", "Imported", "By", "Source", "This file", "SHA-256 of this file"),
}  # fmt: skip
# How a file came out; the last three are reasons why one did not.
_HOW = {
    "original": ("原件，未改动", "original, untouched"),
    "bare": ("副本，已去除拍摄信息和位置", "copy without camera data and place"),
    "clean": ("软件生成的文件，不含拍摄信息", "made by the program, holds no camera data"),
    "as_is": ("原样，未能去除隐藏信息", "as it is: what it may hide could not be removed"),
    "text": ("原样，纯文本", "as it is, plain text"),
    "evidence_changed": ("未导出：文件与导入时不一致", "left out: not as imported"),
    "evidence_missing": ("未导出：原件缺失", "left out: the file is missing"),
    "evidence_unreadable": ("未导出：文件读不出来", "left out: cannot be read"),
    "not_cleaned": ("未导出：去除不了拍摄信息，可按原件导出", "left out: cannot be cleaned; take it out as original"),
}  # fmt: skip
_REDACTED = ("凭证 {} 的打码副本", "redacted copy of evidence {}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: `file` is None for what was left out, `how` a word of `how_words`."""

    row: EvidenceRow
    file: WrittenFile | None
    how: str
    stands_for: int | None = None
    """The number of the evidence whose redacted copy it is."""


def how_words(how: str, language: str) -> str:
    """How a file came out, or why it did not."""
    zh, en = _HOW.get(how, (how, how))
    return zh if language.startswith("zh") else en


def list_name(language: str) -> str:
    """The name of the list in that language."""
    return _LIST["zh" if language.startswith("zh") else "en"]


def sums_bytes(files: Iterable[WrittenFile]) -> bytes:
    """One line for each file, in the form for binary files; no name holds what would have to be escaped."""
    lines = []
    for file in files:
        for part in file.name.split("/"):
            check_plain(part)
        lines.append(f"{file.sha256} *{file.name}\n")
    return "".join(lines).encode("utf-8")


def list_bytes(entries: Sequence[Entry], language: str, zone: tzinfo) -> bytes:
    """The list as CSV with a byte order mark; a text that would begin a formula gets an apostrophe."""
    chinese = language.startswith("zh")
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEADINGS["zh" if chinese else "en"])
    for entry in entries:
        writer.writerow([inert(cell.replace("\0", "")) for cell in _cells(entry, language, zone)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _cells(entry: Entry, language: str, zone: tzinfo) -> list[str]:
    item, file = entry.row.evidence, entry.file
    how = how_words(entry.how, language)
    if entry.stands_for is not None:
        how = f"{how}; {_REDACTED[0 if language.startswith('zh') else 1].format(entry.stands_for)}"
    return [
        file.name if file else "", entry.row.case_number, str(item.number), str(item.exhibit or ""), item.caption,
        item.proves, item.original_name, item.sha256, _captured(item.captured_at, item.captured_zone, zone),
        f"{item.imported_at.astimezone(zone):%Y-%m-%d %H:%M:%S %z}", item.imported_by, word(item.source, language),
        how, file.sha256 if file else "",
    ]  # fmt: skip


def _captured(moment: datetime | None, said: str, zone: tzinfo) -> str:
    """The claim with the zone the device named; without one in the shop's, and so without any."""
    if moment is None:
        return ""
    named = _offset(said)
    if named is None:
        return f"{moment.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    return f"{moment.astimezone(named):%Y-%m-%d %H:%M:%S} {said}"


def _offset(said: str) -> tzinfo | None:
    if said in ("Z", "UTC"):
        return UTC
    if len(said) != 6 or said[0] not in "+-" or not (said[1:3] + said[4:]).isdecimal():
        return None
    minutes = int(said[1:3]) * 60 + int(said[4:])
    if minutes >= 24 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if said[0] == "-" else minutes))
