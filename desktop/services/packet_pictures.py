"""What a packet shows of evidence: JPEGs from the decoder process, kept in the cache by hash and size, and texts."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.decoder.results import DECODER_VERSION, NoPreviewReason
from desktop.decoder.results import NoPreview as Undecoded
from desktop.packets.jpeg import clean_jpeg
from desktop.packets.values import Cancelled, NoPreview, PictureBytes
from models.records import Evidence
from models.rules.packet_fit import Rung
from models.rules.packet_parts import Shot
from models.store.evidence_files import EvidenceFiles

_TEXT_BYTES = 1_000_000
_CACHE_BYTES = 256 * 1024 * 1024
_CHECK = 32

_BROKEN = ("文件损坏", "the file is damaged")
_TOO_BIG = ("画面过大", "the picture is too large")
_REASONS = {
    NoPreviewReason.UNSUPPORTED: ("此格式没有预览", "no preview of this format"),
    NoPreviewReason.TEXT_FILE: ("文字文件", "a text file"),
    NoPreviewReason.EMPTY: ("文件为空", "the file is empty"),
    NoPreviewReason.DAMAGED: _BROKEN,
    NoPreviewReason.TOO_MANY_PIXELS: _TOO_BIG,
    NoPreviewReason.TOO_LARGE_FILE: ("文件过大", "the file is too large"),
    NoPreviewReason.OUT_OF_MEMORY: _TOO_BIG,
    NoPreviewReason.TIME_LIMIT: ("打开用时过长", "opening it took too long"),
    NoPreviewReason.WORKER_DIED: ("无法打开", "it cannot be opened"),
    NoPreviewReason.ENCRYPTED: ("文件有密码", "the file has a password"),
    NoPreviewReason.NO_SUCH_PAGE: ("没有可显示的页", "it has no page to show"),
    NoPreviewReason.NOT_READABLE: ("无法读取", "it cannot be read"),
    NoPreviewReason.UNAVAILABLE: ("暂时无法打开", "it cannot be opened at the moment"),
}


class EvidencePictures:
    """The PictureSource of one packet in one language. No byte of evidence is decoded in this process."""

    def __init__(self, files: EvidenceFiles, decoder: Decoder, cache: PictureCache, language: str) -> None:
        self._files = files
        self._decoder = decoder
        self._cache = cache
        self._chinese = language == "zh"

    def jpeg(self, evidence: Evidence, max_side: int, quality: int) -> PictureBytes | NoPreview:
        """The picture, first page or first frame as a JPEG made from pixels; why there is none in a few words."""
        name = f"{evidence.sha256}-{max_side}-{quality}-{DECODER_VERSION}"
        kept = self._cache.read(name)
        if kept is None:
            made = self._decoder.jpeg(self._files.path(evidence.sha256), max_side=max_side, quality=quality)
            if isinstance(made, Undecoded):
                return NoPreview(self._said(_REASONS.get(made.reason, _BROKEN)))
            kept = made
            self._cache.keep(name, kept)
        try:
            checked = clean_jpeg(kept)
        except ValueError:
            return NoPreview(self._said(_BROKEN))
        return PictureBytes(kept, checked.width, checked.height)

    def shot(self, shot: Shot, rung: Rung) -> PictureBytes | NoPreview:
        """What a shot shows at the size and quality of the rung."""
        return self.jpeg(shot.evidence, rung.side, rung.quality)

    def prepare(
        self, shots: Sequence[Shot], rung: Rung, told: Callable[[int], None], cancelled: Callable[[], bool]
    ) -> None:
        """Make those that are not kept yet."""
        for done, each in enumerate(shots, 1):
            if cancelled():
                raise Cancelled
            self.shot(each, rung)
            told(done)

    def text(self, evidence: Evidence) -> str | None:
        """The characters of a text file, at most a million bytes of it; None for anything else."""
        if not evidence.is_text:
            return None
        data = self._files.read(evidence.sha256)[:_TEXT_BYTES]
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("gb18030", "replace")

    def _said(self, words: tuple[str, str]) -> str:
        return words[0] if self._chinese else words[1]


class PictureCache:
    """JPEGs on disk, each behind its own hash; the folder may be deleted at any time. Safe from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._serial = count()
        self._lock = threading.Lock()
        self._held: int | None = None

    def read(self, name: str) -> bytes | None:
        """The picture kept under `name`; None when it is not there or damaged."""
        try:
            stored = self._place(name).read_bytes()
        except OSError:
            return None
        content = stored[_CHECK:]
        return content if hashlib.sha256(content).digest() == stored[:_CHECK] else None

    def keep(self, name: str, content: bytes) -> None:
        """Keep a picture; a full or read-only disk costs speed, not the packet."""
        place = self._place(name)
        fresh = place.with_name(f".{place.name}.{os.getpid()}.{next(self._serial)}")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                fresh.write_bytes(hashlib.sha256(content).digest() + content)
                fresh.replace(place)
            finally:
                fresh.unlink(missing_ok=True)
            self._trim(len(content))
        except OSError:
            return

    def _place(self, name: str) -> Path:
        return self._folder / name[:2] / name

    def _trim(self, added: int) -> None:
        """Remove the oldest when more than a quarter of a gigabyte is held."""
        with self._lock:
            self._held = self._held + added if self._held is not None else self._size()
            if self._held <= _CACHE_BYTES:
                return
            files = sorted(((entry.stat(), entry) for entry in self._files()), key=lambda item: item[0].st_mtime_ns)
            held = sum(facts.st_size for facts, _ in files)
            for facts, entry in files:
                if held <= _CACHE_BYTES // 2:
                    break
                entry.unlink(missing_ok=True)
                held -= facts.st_size
            self._held = held

    def _size(self) -> int:
        return sum(entry.stat().st_size for entry in self._files())

    def _files(self) -> list[Path]:
        return [entry for entry in self._folder.glob("??/*") if entry.is_file()]
