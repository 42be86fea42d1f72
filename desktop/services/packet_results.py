"""What making or previewing a packet gives back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.packets.values import OutFile, PlacedExhibit
from models.records import Clock, Packet
from models.rules.packet_fit import Meter, Refusal

if TYPE_CHECKING:
    from models.rules.packet_leaving import Leaving


@dataclass(frozen=True, slots=True)
class MadePacket:
    """A packet that was made: its record, where its file is, what could not be drawn, where its exhibits are.

    `kept` is a copy in the cache to show and print; `path` is the same when no file was asked for.
    """

    packet: Packet
    path: Path
    kept: Path
    missing_glyphs: tuple[str, ...]
    exhibits: tuple[PlacedExhibit, ...]


@dataclass(frozen=True, slots=True)
class PacketPreview:
    """A packet as it would be made now: a file in the cache, its pages, size in bytes, the summary it carries.

    `kept_out` are ids of evidence that was asked for and is not as imported: it is never shown. With `refusals` it
    would not go out; `leaving` is what of people leaves the shop with it; `files` are those that would be written.
    `no_copy`: those of `kept_out` of which only the copy chosen to show them is not there.
    `handed_out`: numbers of those made before for a receiver that takes only one. `deadline`: until when it wants it.
    """

    path: Path
    number: str
    pages: int
    size: int
    missing_glyphs: tuple[str, ...]
    exhibits: tuple[PlacedExhibit, ...]
    summary: str
    kept_out: tuple[int, ...] = ()
    meters: tuple[Meter, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    leaving: tuple[Leaving, ...] = ()
    files: tuple[OutFile, ...] = ()
    handed_out: tuple[str, ...] = ()
    deadline: Clock | None = None
    no_copy: tuple[int, ...] = ()
