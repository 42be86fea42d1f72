"""A decoder whose workers outlive it: the next one takes them over, so that not every test starts a process."""

from __future__ import annotations

from typing import Any, ClassVar

from desktop.decoder.client import Decoder, _Worker

_KEPT = 2


class LentDecoder(Decoder):
    """As the program's own, but for the processes: closing it lends them to the one that is made next."""

    _spare: ClassVar[list[_Worker]] = []

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self._idle, LentDecoder._spare = LentDecoder._spare, []

    def close(self) -> None:
        with self._lock:
            free = _KEPT - len(self._spare)
            LentDecoder._spare += self._idle[:free]
            self._idle = self._idle[free:]
        super().close()

    @classmethod
    def end_all(cls) -> None:
        """End the processes that wait for another decoder."""
        spare, cls._spare = cls._spare, []
        for worker in spare:
            worker.end(gently=True)
