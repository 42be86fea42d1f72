"""Sentences for errors: what is wrong and what to do next, by the error's code."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass

from models.errors import AftercaseError, EnvironmentFault, UserError
from ui.error_sentences import known_sentence
from ui.i18n import translator

tr = translator("errors")


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """What happened, and what to do next."""

    what: str
    next: str = ""


_MORE: list[Callable[[AftercaseError], ErrorWords | None]] = []


def register(words: Callable[[AftercaseError], ErrorWords | None]) -> None:
    """Let a page give words for the codes of its own errors; it returns None for codes it does not know."""
    if words not in _MORE:
        _MORE.append(words)


def sentence(error: BaseException) -> ErrorWords:
    """The words for any error; a code nobody knows still says whose turn it is."""
    if isinstance(error, AftercaseError):
        for words in (*_MORE, _known):
            found = words(error)
            if found is not None:
                return found
        if isinstance(error, UserError):
            return ErrorWords(tr("This cannot be done as entered."), tr("Code: %1", error.code))
        if isinstance(error, EnvironmentFault):
            return ErrorWords(tr("The computer could not do this."), tr("Try again. Code: %1", error.code))
    if isinstance(error, OSError):
        return _system(error)
    return ErrorWords(
        tr("Something went wrong in the program."),
        tr("Your saved work is not affected. Copy the details and send them to whoever looks after Aftercase."),
    )


def _known(error: AftercaseError) -> ErrorWords | None:
    found = known_sentence(error.code, error.values)
    return ErrorWords(*found) if found else None


def _system(error: OSError) -> ErrorWords:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return ErrorWords(tr("The disk is full."), tr("Free some space and try again."))
    if isinstance(error, FileNotFoundError):
        return ErrorWords(tr("The file or folder is not there any more."), tr("Was it moved, or a drive unplugged?"))
    if isinstance(error, PermissionError):
        return ErrorWords(
            tr("The file or folder cannot be opened."),
            tr("Close other programs that use it, or check its permissions."),
        )
    return ErrorWords(tr("The computer could not do this."), tr("Try again. Code: %1", error.errno or ""))
