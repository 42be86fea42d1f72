"""What a packet shows of evidence: JPEGs from the decoder process, kept in the cache by hash and size, and texts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

from desktop.decoder.client import Decoder
from desktop.decoder.results import DECODER_VERSION, NoPreviewReason
from desktop.decoder.results import NoPreview as Undecoded
from desktop.packets.jpeg import Jpeg, clean_jpeg
from desktop.packets.values import Cancelled, NoPreview, PictureBytes
from desktop.services.picture_cache import PictureCache
from models.records import Evidence
from models.rules.packet_fit import Rung
from models.rules.packet_parts import Shot
from models.rules.packet_shots import shot_size
from models.store.evidence_files import EvidenceFiles

_TEXT_BYTES = 1_000_000
_ASKED_EVERY_S = 0.1
# How the pictures of packets are made: another number makes all of them anew.
_RECIPE = 2

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
# What took all the time there is, or the worker with it, is not tried again in another size.
_HARD = (NoPreviewReason.TIME_LIMIT, NoPreviewReason.WORKER_DIED)


class EvidencePictures:
    """The PictureSource of one packet in one language. No byte of evidence is decoded in this process."""

    def __init__(self, files: EvidenceFiles, decoder: Decoder, cache: PictureCache, language: str) -> None:
        self._files = files
        self._decoder = decoder
        self._cache = cache
        self._chinese = language == "zh"
        self._refused: dict[str, tuple[str, str]] = {}
        self._pdf: tuple[bytes, str] | None = None

    def jpeg(self, evidence: Evidence, max_side: int, quality: int) -> PictureBytes | NoPreview:
        """The picture, first page or first frame as a JPEG made from pixels; why there is none in a few words."""
        return self._picture(Shot(evidence), max_side, quality)

    def shot(self, shot: Shot, rung: Rung) -> PictureBytes | NoPreview:
        """What a shot shows, at the size and quality of the rung for what it shows."""
        return self._picture(shot, *shot_size(shot, rung))

    def prepare(
        self, shots: Sequence[Shot], rung: Rung, told: Callable[[int], None], cancelled: Callable[[], bool]
    ) -> None:
        """Make those that are not kept yet, as many at once as the decoder opens; `told` counts all. Raises Cancelled.

        Stopped at once: what is being decoded then is kept for the next time, and nobody waits for it.
        """
        wanted = {self._name(shot, *shot_size(shot, rung)): shot for shot in shots}
        self._cache.hold(wanted)
        waiting = [shot for name, shot in wanted.items() if not self._cache.has(name)]
        ready = len(shots) - len(waiting)
        told(ready)
        if not waiting:
            return
        pool = ThreadPoolExecutor(self._decoder.workers, thread_name_prefix="packet-pictures")
        try:
            under_way = {pool.submit(self._make, each, *shot_size(each, rung)) for each in waiting}
            while under_way:
                if cancelled():
                    raise Cancelled
                done, under_way = wait(under_way, _ASKED_EVERY_S, FIRST_COMPLETED)
                for each in done:
                    each.result()
                ready += len(done)
                told(ready)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def release(self) -> None:
        """The packet is built: its pictures may be thrown away when others need the room."""
        self._cache.release()

    def _picture(self, shot: Shot, max_side: int, quality: int) -> PictureBytes | NoPreview:
        name = self._name(shot, max_side, quality)
        self._cache.hold((name,))
        kept = self._cache.read(name)
        if kept is None:
            made = self._make(shot, max_side, quality)
            if isinstance(made, NoPreview):
                return made
            kept = made
        checked = _believed(kept, max_side)
        if checked is None:
            return NoPreview(self._said(_BROKEN))
        return PictureBytes(checked.content, checked.width, checked.height)

    def _make(self, shot: Shot, max_side: int, quality: int) -> bytes | NoPreview:
        name = self._name(shot, max_side, quality)
        hard = self._name(shot, 0, 0)
        known = self._refused.get(name) or self._refused.get(hard)
        if known is not None:
            return NoPreview(self._said(known))
        made = self._decoder.jpeg(
            self._files.path(shot.evidence.sha256), max_side=max_side, quality=quality, page=shot.page,
            at_ms=shot.at_ms or 0, crop=shot.crop,
        )  # fmt: skip
        if isinstance(made, Undecoded):
            reason = _REASONS.get(made.reason, _BROKEN)
            if made.reason is not NoPreviewReason.UNAVAILABLE:
                self._refused[hard if made.reason in _HARD else name] = reason
            return NoPreview(self._said(reason))
        self._cache.keep(name, made)
        return made

    @staticmethod
    def _name(shot: Shot, max_side: int, quality: int) -> str:
        """Its name in the cache: all that makes the picture what it is."""
        crop = "" if shot.crop is None else "-" + "_".join(f"{share:.9g}" for share in shot.crop)
        moment = f"-p{shot.page}" if shot.page else f"-t{shot.at_ms}" if shot.at_ms else ""
        return f"{shot.evidence.sha256}{crop}{moment}-{max_side}-{quality}-{DECODER_VERSION}.{_RECIPE}"

    def text(self, evidence: Evidence) -> str | None:
        """The characters of a text file, at most a million bytes of it; None for anything else."""
        if not evidence.is_text:
            return None
        data = self._files.read(evidence.sha256)[:_TEXT_BYTES]
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("gb18030", "replace")

    def drawn(self, pdf: bytes, page: int, max_side: int, quality: int) -> PictureBytes | NoPreview:
        """A page of a PDF of ours as a picture, kept for the next time: the decoder alone draws."""
        if self._pdf is None or self._pdf[0] is not pdf:
            self._pdf = pdf, hashlib.sha256(pdf).hexdigest()
        name = f"{self._pdf[1]}-d{page}-{max_side}-{quality}-{DECODER_VERSION}.{_RECIPE}"
        self._cache.hold((name,))
        kept = self._cache.read(name)
        if kept is None:
            with self._cache.borrowed(pdf, self._pdf[1]) as path:
                made = self._decoder.jpeg(path, max_side=max_side, quality=quality, page=page)
            if isinstance(made, Undecoded):
                return NoPreview(self._said(_REASONS.get(made.reason, _BROKEN)))
            self._cache.keep(name, made)
            kept = made
        checked = _believed(kept, max_side)
        if checked is None:
            return NoPreview(self._said(_BROKEN))
        return PictureBytes(checked.alone, checked.width, checked.height)

    def _said(self, words: tuple[str, str]) -> str:
        return words[0] if self._chinese else words[1]


def _believed(content: bytes, max_side: int) -> Jpeg | None:
    """The JPEG the worker gave, bare of all but its pixels; None for anything else or a larger one than was asked for:
    a file that took the worker over may have it answer what it likes."""
    try:
        checked = clean_jpeg(content)
    except ValueError:
        return None
    return checked if max(checked.width, checked.height) <= max_side else None
