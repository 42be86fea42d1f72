"""Packets: made from a case, kept in its history with their hash."""

from __future__ import annotations

from desktop.decoder.client import Decoder
from desktop.services.workbench import Workbench


class PacketService:
    """What can be done with packets."""

    def __init__(self, bench: Workbench, decoder: Decoder) -> None:
        self._bench = bench
        self._decoder = decoder
