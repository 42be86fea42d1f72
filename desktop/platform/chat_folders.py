"""Where downloads and chat programs keep what arrives, on this computer, as far as it can be told. Never fails."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_MOST = 24
_CONTAINERS = "Library/Containers"
# Program, then patterns below the home or documents folder; each part with a * is looked up, nothing deeper.
_IN_DOCUMENTS = (
    ("wechat", "WeChat Files/*/FileStorage/File"),
    ("wechat", "WeChat Files/*/FileStorage/Image"),
    ("wechat", "WeChat Files/*/FileStorage/Video"),
    ("wechat", "WeChat Files/*/FileStorage/MsgAttach"),
    ("wechat", "xwechat_files/*/msg/file"),
    ("wechat", "xwechat_files/*/msg/video"),
    ("wechat", "xwechat_files/*/msg/attach"),
    ("qq", "Tencent Files/*/FileRecv"),
    ("qq", "Tencent Files/*/Image"),
    ("qq", "Tencent Files/*/nt_qq/nt_data/Pic"),
    ("qq", "Tencent Files/*/nt_qq/nt_data/File"),
    ("wangwang", "AliWorkbenchData/*"),
    ("wangwang", "AliWangwang/profiles/*"),
    ("wangwang", "Qianniu/*"),
    ("wecom", "WXWork/*/Cache/File"),
    ("wecom", "WXWork/*/Cache/Image"),
)
_IN_HOME_ON_MAC = (
    ("wechat", f"{_CONTAINERS}/com.tencent.xinWeChat/Data/Documents/xwechat_files/*/msg/file"),
    ("wechat", f"{_CONTAINERS}/com.tencent.xinWeChat/Data/Documents/xwechat_files/*/msg/video"),
    ("wechat", f"{_CONTAINERS}/com.tencent.xinWeChat/Data/Library/Application Support/com.tencent.xinWeChat/*/*/"
               "Message/MessageTemp"),
    ("qq", f"{_CONTAINERS}/com.tencent.qq/Data/Library/Application Support/QQ/*/nt_qq/nt_data/File"),
    ("wangwang", f"{_CONTAINERS}/com.taobao.aliworkbench/Data/Documents"),
    ("wecom", f"{_CONTAINERS}/com.tencent.WeWorkMac/Data/Documents/Profiles/*/Caches/Files"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChatFolder:
    """A folder worth watching and whose it is: downloads, wechat, qq, wangwang, wecom."""

    kind: str
    path: Path


def chat_folders(home: Path | None = None, documents: Path | None = None) -> tuple[ChatFolder, ...]:
    """Those that are there, downloads first; none rather than an error."""
    found: dict[Path, ChatFolder] = {}
    try:
        start = home or Path.home()
        papers = list(dict.fromkeys((documents or _documents(start), start / "Documents", start)))
    except (OSError, RuntimeError):
        return ()
    downloads = [start / name for name in ("Downloads", "下载")] if home else [_downloads(start)]
    patterns = [(kind, paper, pattern) for paper in papers for kind, pattern in _IN_DOCUMENTS]
    patterns += [(kind, start, pattern) for kind, pattern in _IN_HOME_ON_MAC]
    for path in downloads:
        with suppress(OSError):
            if path.is_dir():
                found.setdefault(path, ChatFolder("downloads", path))
    for kind, paper, pattern in patterns:
        for path in _matching(paper, pattern.split("/")):
            if len(found) >= _MOST:
                break
            found.setdefault(path, ChatFolder(kind, path))
    return tuple(found.values())


def _matching(folder: Path, parts: list[str]) -> Iterator[Path]:
    """Folders below `folder` by their parts; a link among them is not followed."""
    with suppress(OSError):
        if not parts:
            yield folder
            return
        if parts[0] != "*":
            below = folder / parts[0]
            if below.is_dir() and not below.is_symlink():
                yield from _matching(below, parts[1:])
            return
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))[:_MOST]
        for name in names:
            yield from _matching(folder / name, parts[1:])


def _documents(home: Path) -> Path:
    with suppress(Exception):
        from platformdirs import user_documents_path

        return user_documents_path()
    return home / "Documents"


def _downloads(home: Path) -> Path:
    with suppress(Exception):
        from platformdirs import user_downloads_path

        return user_downloads_path()
    return home / "Downloads"
