"""The shop in which programs that are to be killed work: opened as it was left, made where there is none."""

from __future__ import annotations

from pathlib import Path

from desktop.bootstrap import build
from desktop.context import AppContext
from models.clock import Clock
from models.kinds import Platform, Role


def opened_shop(folder: Path, clock: Clock | None = None) -> tuple[AppContext, int]:
    """The open folder, with a person at work, and the id of its shop."""
    context = build(folder, clock=clock, threads=False)
    if not context.shops.list_people():
        context.shops.add_person(name="小满", role=Role.OWNER)
    if not context.shops.list_shops():
        context.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    context.shops.choose_person(context.shops.list_people()[0].id)
    return context, context.shops.list_shops()[0].id


def nothing_left(context: AppContext, *places: Path) -> None:
    """Fail where the start before left something staged: in the folder, or beside what was written to `places`."""
    left = list(context.store.folder.staging.iterdir())
    left += [part for place in places for part in place.glob(".*.part")]
    if left:
        raise AssertionError(f"{len(left)} files of the last time are still staged")
