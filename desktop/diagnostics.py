"""The log: codes, ids and places in the code, never a name, a text or a file name of anybody."""

from __future__ import annotations

import logging
import logging.handlers
import traceback
from contextlib import suppress
from pathlib import Path

from models.errors import AftercaseError

LOGGER = "aftercase"
_SIZE, _COUNT = 1_000_000, 10


class Code(str):
    """A word that stands in the program, never typed or imported by anybody: the log may show it."""

    __slots__ = ()


class _IdsOnly(logging.Formatter):
    """Writes messages as they stand in the code and keeps only numbers and codes of their arguments."""

    def format(self, record: logging.LogRecord) -> str:
        arguments = record.args if isinstance(record.args, tuple) else ()
        record.args = tuple(value if isinstance(value, (int, float, Code)) else "…" for value in arguments) or None
        failure = record.exc_info[1] if record.exc_info else None
        record.exc_info = record.exc_text = None
        line = super().format(record)
        return line if failure is None else f"{line}\n{describe_failure(failure)}"


class _Unhurried(logging.handlers.RotatingFileHandler):
    """A log that cannot be written is gone without; the program has said elsewhere what is wrong with the disk."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "aftercase.log", maxBytes=_SIZE, backupCount=_COUNT, encoding="utf-8")
        self.folder = folder

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: logging's own way prints the message with all it was given."""


def describe_failure(error: BaseException) -> str:
    """Type, code and places of an error; no values, no locals."""
    code = f" {error.code}" if isinstance(error, AftercaseError) else ""
    places = [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    cause = error.__cause__
    below = "" if cause is None else f"\ncaused by {describe_failure(cause)}"
    return "\n".join([f"{type(error).__name__}{code}", *places]) + below


def start_log(folder: Path) -> logging.Logger:
    """Log into the data folder; with no room on the disk the program goes on without a log."""
    logger = logging.getLogger(LOGGER)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    stop_log()
    try:
        handler: logging.Handler = _Unhurried(folder)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_IdsOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    return logger


def stop_log(folder: Path | None = None) -> None:
    """Close the log, or only the one in this folder; what is logged afterwards goes nowhere."""
    logger = logging.getLogger(LOGGER)
    for handler in list(logger.handlers):
        if folder is None or getattr(handler, "folder", folder) == folder:
            logger.removeHandler(handler)
            with suppress(OSError, ValueError):
                handler.close()
    if not logger.handlers:
        # Without any, logging prints to the terminal what no formatter of ours has seen.
        logger.addHandler(logging.NullHandler())
