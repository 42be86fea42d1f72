"""The scan finds what could act in a PDF, wherever it hides."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from desktop.packets.scan import scan_bytes


def planted(key: str, value: object, *, in_page: bool = False) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    place = pdf.pages[0].obj if in_page else pdf.Root
    place[key] = value
    out = BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("/OpenAction", pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"), "/JavaScript"),
        ("/AA", pikepdf.Dictionary(), "/AA"),
        ("/Names", pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary()), "/EmbeddedFiles"),
        ("/AcroForm", pikepdf.Dictionary(XFA="x"), "/XFA"),
        ("/Hidden", pikepdf.Array([pikepdf.Dictionary(S=pikepdf.Name.Launch)]), "/Launch"),
        ("/Hidden", pikepdf.Dictionary(A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="http://x")), "/URI"),
    ],
)
def test_planted_dangers_are_found(key: str, value: object, found: str) -> None:
    assert found in scan_bytes(planted(key, value))


def test_links_on_a_page_are_found() -> None:
    assert "/Annots" in scan_bytes(planted("/Annots", pikepdf.Array([]), in_page=True))


def test_a_plain_page_is_inert() -> None:
    assert scan_bytes(planted("/Harmless", "a text that says /JavaScript")) == ()
