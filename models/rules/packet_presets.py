"""What the receivers of packets accept, as data: limits with their source, and the date they were last looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.kinds import PacketForm, Paper


@dataclass(frozen=True, slots=True)
class PresetSlot:
    """One type of evidence a receiver asks for: a file, a text, or both."""

    id: str
    name_zh: str
    name_en: str
    takes_file: bool = True
    takes_text: bool = False


@dataclass(frozen=True, slots=True)
class PresetSource:
    """Where a figure comes from, and how sure it is: `high`, `medium` or `low`."""

    about: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class PacketPreset:
    """A receiver. None or an empty tuple: no limit is known. Sizes in bytes, texts in characters.

    `formats` are those taken (`pdf`, `jpeg`, `png`, `gif`, `zip`). `dpi` is the most dots per inch of a picture,
    `pixels` the most of one picture, `page_mm` the largest page. `least_points`: the smallest type. `deadline_hours`
    counts from when the receiver asks; without it the date the receiver gives is entered as a clock of the case.
    `own`: changed or made by this shop.
    """

    id: str
    name_zh: str
    name_en: str
    form: PacketForm
    formats: tuple[str, ...]
    total_bytes: int | None = None
    file_bytes: int | None = None
    files: int | None = None
    pages: int | None = None
    pictures: int | None = None
    summary_least: int | None = None
    summary_most: int | None = None
    text_total: int | None = None
    dpi: int | None = None
    pixels: int | None = None
    papers: tuple[Paper, ...] = (Paper.A4, Paper.LETTER)
    page_mm: tuple[float, float] | None = None
    least_points: float | None = None
    slots: tuple[PresetSlot, ...] = ()
    deadline_hours: int | None = None
    deadline_zh: str = ""
    deadline_en: str = ""
    one_submission: bool = False
    note_zh: str = ""
    note_en: str = ""
    sources: tuple[PresetSource, ...] = ()
    checked_on: date | None = None
    own: bool = False
