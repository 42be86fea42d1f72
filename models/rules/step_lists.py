"""In whose list a step stands: every open step in exactly one, whoever it was handed to (R002-02, R002-08)."""

from __future__ import annotations

from typing import Final

from models.kinds import Role

LISTS: Final = (Role.WAREHOUSE, Role.QUALITY, Role.SUPERVISOR, Role.AFTER_SALES, Role.FINANCE)
"""The lists there are, in the order they are shown. What is the owner's stands with the supervisor's decisions."""


def list_of(role: Role, person: Role | None = None, *, active: bool = True) -> Role:
    """The list of a step of `role`, handed to a person of the role `person` (None: to nobody).

    A step goes with the person who has it. The owner does whatever is handed to them in the step's own list, and what
    somebody has who left (not `active`) falls back to its role.
    """
    if person is not None and active and person in LISTS:
        return person
    return role if role in LISTS else Role.SUPERVISOR
