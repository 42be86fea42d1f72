"""Where a shop's data lies unless the user says otherwise."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def default_data_folder() -> Path:
    """The system's folder for this user's application data (local, not roaming)."""
    return Path(platformdirs.user_data_path("Aftercase", appauthor=False, roaming=False))
