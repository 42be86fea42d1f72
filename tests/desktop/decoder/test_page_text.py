"""The words of a PDF page come from the decoder's process, or a reason why not."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from desktop.decoder.client import Decoder
from desktop.decoder.results import NoPreview, NoPreviewReason
from tests.desktop.decoder import sample_files


def test_words_of_a_page(decoder: Decoder, tmp_path: Path) -> None:
    target = tmp_path / "words.pdf"
    with pikepdf.new() as document:
        for words in (b"Broken plates", b"Second page"):
            page = document.add_blank_page()
            kind, face = pikepdf.Name.Type1, pikepdf.Name.Helvetica
            font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=kind, BaseFont=face)
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.Contents = pikepdf.Stream(document, b"BT /F1 12 Tf 72 700 Td (" + words + b") Tj ET")
        document.save(target)
    assert decoder.page_text(target) == "Broken plates"
    assert decoder.page_text(target, 1) == "Second page"
    assert decoder.page_text(target, 2) == NoPreview(NoPreviewReason.NO_SUCH_PAGE)


def test_other_files_have_no_page_of_words(decoder: Decoder, tmp_path: Path) -> None:
    photo = sample_files.stored(tmp_path, "a.png")
    assert decoder.page_text(photo) == NoPreview(NoPreviewReason.UNSUPPORTED)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 " + bytes(5000))
    assert decoder.page_text(tmp_path / "b.pdf") == NoPreview(NoPreviewReason.DAMAGED)
    assert decoder.page_text(tmp_path / "gone.pdf") == NoPreview(NoPreviewReason.NOT_READABLE)
