"""The log: codes, ids and places in the code, never a name, a text or a file name of anybody."""

from __future__ import annotations

import logging
import logging.handlers
import sys
import traceback
from pathlib import Path

from models.errors import AftercaseError

LOGGER = "aftercase"
_SIZE, _COUNT = 1_000_000, 10


class _IdsOnly(logging.Formatter):
    """Writes messages as they stand in the code and keeps only numbers of their arguments."""

    def format(self, record: logging.LogRecord) -> str:
        arguments = record.args if isinstance(record.args, tuple) else ()
        record.args = tuple(value if isinstance(value, (int, float)) else "…" for value in arguments) or None
        failure = record.exc_info[1] if record.exc_info else None
        record.exc_info = record.exc_text = None
        line = super().format(record)
        return line if failure is None else f"{line}\n{describe_failure(failure)}"


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
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            folder / "aftercase.log", maxBytes=_SIZE, backupCount=_COUNT, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_IdsOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    return logger


def stop_log() -> None:
    """Close the log's files."""
    logger = logging.getLogger(LOGGER)
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
