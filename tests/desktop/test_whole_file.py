"""Files are put in their place whole; what stands in the way is said in words."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import NoReturn

import pytest

from desktop.exporters.whole_file import write_file
from models.errors import EnvironmentFault


def test_a_disk_that_may_only_be_read_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "calls.ics"
    file.write_bytes(b"as it was")

    def refuse(self: Path, *_: object, **__: object) -> NoReturn:
        # Such a disk refuses to take away even what is not there.
        raise OSError(errno.EROFS, "read-only file system", str(self))

    with monkeypatch.context() as disk:
        for name in ("touch", "unlink"):
            disk.setattr(Path, name, refuse)
        with pytest.raises(EnvironmentFault, match="file_unwritable"):
            write_file(file, lambda staged: staged.write_bytes(b"new"))
    assert file.read_bytes() == b"as it was"
    write_file(file, lambda staged: staged.write_bytes(b"new"))
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("calls.ics", b"new")]
