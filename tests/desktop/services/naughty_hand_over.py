"""The texts of the hand-over and of steps handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.kinds import Role
from tests.desktop.services.naughty_calls import TextField

if TYPE_CHECKING:
    from desktop.context import AppContext


def _stripped(text: str) -> str:
    return text.strip()


class HandOverTexts:
    """The fields of the items one shift leaves for the next, and the note a step is handed on with."""

    ctx: AppContext
    first: int
    _item = _passed = 0
    _note = _why = _handed = ""
    _one: Any

    def of_hand_over(self) -> list[TextField]:
        """All of them."""
        if not self._item:
            self._item = self.ctx.hand_over_items.leave("查包裹")
            self._passed = self.ctx.hand_over_items.leave("催件")
        items, one = self.ctx.hand_over_items, self._one

        def done(text: str) -> None:
            items.done(self._item, text)
            self._note = one("note", "hand_over_item", self._item)
            items.reopen(self._item)

        def passed(text: str) -> None:
            old, self._passed = self._passed, items.pass_on(self._passed, text)
            self._why = one("note", "hand_over_item", old)

        def handed(text: str) -> None:
            self.ctx.role_steps.hand_on(self.first, Role.QUALITY, note=text)
            self._handed = one("note", "step", self.first)
            self.ctx.steps.write_note(self.first, "")

        return [
            TextField("item for the next shift", ("hand_over_items.leave.text",), items.leave,
                      lambda: one("text", "hand_over_item"), _stripped),
            TextField("note of an item done", ("hand_over_items.done.note",), done, lambda: self._note, _stripped),
            TextField("why an item is passed on", ("hand_over_items.pass_on.note",), passed, lambda: self._why, _stripped),
            TextField("other words of an item", ("hand_over_items.edit.text",),
                      lambda text: items.edit(self._item, text, "改"),
                      lambda: one("text", "hand_over_item", self._item), _stripped),
            TextField("note of a step handed on", ("role_steps.hand_on.note",), handed, lambda: self._handed, _stripped),
        ]  # fmt: skip
