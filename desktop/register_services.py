"""The part of a folder's context that keeps the shop's day and month: registers, hand-over, receiving, reviews."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.store.store import Store

if TYPE_CHECKING:
    from desktop.services.registers import RegisterService


class RegisterServices:
    """Each is loaded and made when it is first asked for, as in AppContext, which brings what they need."""

    store: Store
    settings: Settings
    bench: Workbench

    @cached_property
    def registers(self) -> RegisterService:
        from desktop.services.registers import RegisterService

        return RegisterService(self.bench)
