"""Says whether a packet, an archive or a file of one is intact, changed or unknown, and what that rests on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.packets.checked import Checked, Verdict
from desktop.services.workbench import Workbench


class PacketChecking:
    """Checks files; what is in them is hostile. `bench` None: without a data folder."""

    def __init__(self, decoder: Decoder, bench: Workbench | None) -> None:
        self._decoder = decoder
        self._bench = bench

    def check(
        self,
        path: Path,
        *,
        password: str = "",
        progress: Callable[[int, int], object] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Checked:
        """What is known of a PDF, a ZIP, a folder or a single file. EnvironmentFault `file_unreadable`."""
        return Checked(path.name, Verdict.UNKNOWN, (), ())
