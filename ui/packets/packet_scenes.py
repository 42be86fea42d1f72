"""What of the Packet page is worth a picture: receivers of every form, what leaves, its dialogs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from models.kinds import MediaKind
from ui.packets.packet_state import fullest_case
from ui.page import Scene, Target

if TYPE_CHECKING:
    from ui.packets.packets_page import PacketsPage

_PATIENCE_MS = 20_000


def packet_scenes(page: PacketsPage) -> Sequence[Scene]:
    """The pictures in order; each leaves the page as the next one finds it."""

    def until(ready: Callable[[], bool]) -> None:
        end = QDeadlineTimer(_PATIENCE_MS)
        while not ready() and not end.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def shown() -> bool:
        return page.preview is not None and not (page.builder.busy or page.loading.busy or page.background.pending())

    def full() -> None:
        case_id = fullest_case(page.ctx)
        if case_id is not None:
            page.open(Target("packets", str(case_id)))
            until(shown)
            own = [each.id for each in page.ctx.presets.list_presets() if each.own]
            if own and page.plans.plan.preset != own[-1]:
                to(own[-1])()

    def asked(ask: Callable[[], object]) -> Callable[[], QWidget | None]:
        """Ask, and wait for the dialog."""

        def dialog() -> QDialog | None:
            found = [each for each in page.window().findChildren(QDialog) if each.isVisible()]
            return found[-1] if found else None

        def show() -> QWidget | None:
            ask()
            until(lambda: dialog() is not None)
            return dialog()

        return show

    def to(preset: str) -> Callable[[], None]:
        def show() -> None:
            page.plans.replace(preset=preset)
            until(lambda: page.plans.plan.preset == preset and shown())

        return show

    def film() -> None:
        items = page.model.exhibits()
        page.exhibits.list.show_evidence(next(each.id for each in items if each.media is MediaKind.VIDEO))
        page.exhibits.commands()["film_stills"]()

    def first(command: str) -> None:
        page.exhibits.list.show_evidence(page.model.exhibits()[0].id)
        page.exhibits.commands()[command]()

    def leaving() -> None:
        page.options.leaving.unfold()
        page.options.show_part(page.options.leaving)

    def made() -> None:
        page.options.show_part(page.options.made)

    chooser = page.options.presets
    return (
        Scene("none", lambda: None),
        Scene("", full),
        Scene("leaving", leaving),
        Scene("made", made),
        Scene("exhibit", asked(lambda: first("exhibit_shown"))),
        Scene("crop", asked(lambda: first("crop_exhibit"))),
        Scene("stills", asked(film)),
        Scene("preset", asked(lambda: chooser.edit_wanted.emit(page.plans.plan.preset))),
        Scene("preset-new", asked(chooser.add_wanted.emit)),
        Scene("letterhead", asked(page.options.content.letterhead_wanted.emit)),
        Scene("date", asked(page.options.deadline.wanted.emit)),
        Scene("seal", asked(page.options.foot.seal_wanted.emit)),
        Scene("stripe", to("stripe")),
        Scene("pictures", to("ebay")),
    )
