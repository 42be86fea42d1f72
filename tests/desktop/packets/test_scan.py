"""The scan finds what could act in a PDF, wherever it hides, and lets through what a packet is made of."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Stream

from desktop.packets.scan import scan_bytes

GENERATE = pikepdf.ObjectStreamMode.generate


def made(change: Callable[[pikepdf.Pdf], object], mode: pikepdf.ObjectStreamMode = GENERATE) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.add_blank_page()
    change(pdf)
    out = BytesIO()
    pdf.save(out, object_stream_mode=mode)
    return out.getvalue()


def planted(key: str, value: object, *, in_page: bool = False) -> bytes:
    return made(lambda pdf: (pdf.pages[0].obj if in_page else pdf.Root).__setitem__(key, value))


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("/OpenAction", Dictionary(S=Name.JavaScript, JS="app.alert(1)"), "/JavaScript"),
        ("/OpenAction", Array([0, Name.Fit]), "/OpenAction"),
        ("/AA", Dictionary(), "/AA"),
        ("/Names", Dictionary(EmbeddedFiles=Dictionary()), "/EmbeddedFiles"),
        ("/Names", Dictionary(JavaScript=Dictionary(Names=Array())), "/JavaScript"),
        ("/AcroForm", Dictionary(XFA="x"), "/XFA"),
        ("/AcroForm", Dictionary(Fields=Array()), "/AcroForm"),
        ("/Hidden", Array([Dictionary(S=Name.Launch)]), "/Launch"),
        ("/Hidden", Dictionary(A=Dictionary(S=Name.URI, URI="http://x")), "/URI"),
        ("/Harmless", "a text that says /JavaScript", "/Harmless"),
        ("/Collection", Dictionary(), "/Collection"),
        ("/OCProperties", Dictionary(), "/OCProperties"),
        ("/PageLabels", Dictionary(EF=Dictionary()), "/EF"),
    ],
)
def test_planted_dangers_are_found(key: str, value: object, found: str) -> None:
    assert found in scan_bytes(planted(key, value))


@pytest.mark.parametrize(
    "mark",
    [
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.URI, URI="https://x")),
        Dictionary(Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.GoToR, F="other.pdf")),
        Dictionary(Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.GoTo, D="x", Next=Dictionary(S=Name.Launch))),
        Dictionary(Subtype=Name.Link, Rect=[0, 0, 9, 9], AA=Dictionary()),
        Dictionary(Subtype=Name.Screen, Rect=[0, 0, 9, 9]),
        Dictionary(Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9]),
        Dictionary(Subtype=Name.Text, Contents="note", Rect=[0, 0, 9, 9]),
        Dictionary(Rect=[0, 0, 9, 9]),
    ],
)  # fmt: skip
def test_marks_other_than_links_within_are_found(mark: Dictionary) -> None:
    assert scan_bytes(planted("/Annots", Array([mark]), in_page=True)) != ()
    assert scan_bytes(made(lambda pdf: pdf.pages[1].obj.__setitem__("/Annots", Array([pdf.make_indirect(mark)])))) != ()


def test_links_and_bookmarks_within_are_let_through() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        there = Array([pdf.pages[1].obj, Name.Fit])
        plain = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], Border=[0, 0, 0], Dest=there)
        acting = Dictionary(Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.GoTo, D=there))
        pdf.pages[0].obj["/Annots"] = Array([plain, pdf.make_indirect(acting)])
        with pdf.open_outline() as outline:
            outline.root.extend([pikepdf.OutlineItem("One", 0), pikepdf.OutlineItem("Two", 1)])

    assert scan_bytes(made(change)) == ()


def test_a_bookmark_that_leads_out_or_round_is_found() -> None:
    def out(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("One", action=Dictionary(S=Name.URI, URI="https://x")))

    def round_(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.extend([pikepdf.OutlineItem("One", 0), pikepdf.OutlineItem("Two", 1)])
        pdf.Root.Outlines.First.Next["/Next"] = pdf.Root.Outlines.First

    assert "/A" in scan_bytes(made(out))
    assert "/Outlines" in scan_bytes(made(round_))


def test_a_stream_that_lies_in_another_file_is_found() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj["/Contents"] = Stream(pdf, b"", F="/etc/passwd")

    assert "/F" in scan_bytes(made(change))


def test_what_is_too_deep_to_be_looked_at_is_refused() -> None:
    thing: object = Dictionary(S=Name.Fit)
    for _ in range(80):
        thing = Array([thing])
    assert "too deep" in scan_bytes(planted("/PageLabels", thing))


def test_an_older_state_below_a_newer_one_is_found() -> None:
    bad = planted("/OpenAction", Dictionary(S=Name.JavaScript, JS="app.alert(1)"))
    good = made(lambda pdf: None)
    begin = good.rindex(b"startxref")
    assert "layers" in scan_bytes(good + b"\n" + good[begin:])
    assert "after the file" in scan_bytes(good + b"%PDF-1.7 more")
    with pytest.raises(pikepdf.PdfError):
        scan_bytes(b"x" * 2000 + bad[20:])


@settings(max_examples=40, deadline=None)
@given(
    word=st.sampled_from(
        ("/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/URI", "/RichMedia", "/GoToR", "/XFA", "/AA")
    ),
    path=st.lists(st.sampled_from(("list", "dictionary", "object", "stream")), max_size=12),
    as_key=st.booleans(),
    packed=st.booleans(),
)
def test_wherever_it_hides_it_is_found(word: str, path: list[str], as_key: bool, packed: bool) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        thing: object = Dictionary({word: 1}) if as_key else Dictionary(S=Name(word))
        for step in path:
            if step == "list":
                thing = Array([1, thing, "x"])
            elif step == "dictionary":
                thing = Dictionary(K=thing, Other=Name.Fit)
            elif step == "object":
                thing = pdf.make_indirect(thing)
            else:
                stream = Stream(pdf, b"data")
                stream["/Inside"] = thing
                thing = pdf.make_indirect(stream)
        pdf.pages[0].obj["/Resources"] = Dictionary(Deep=thing)

    mode = GENERATE if packed else pikepdf.ObjectStreamMode.disable
    assert word in scan_bytes(made(change, mode))


def test_a_name_written_in_hexadecimal_is_the_same_name() -> None:
    plain = made(lambda pdf: pdf.pages[0].obj.__setitem__("/Resources", Dictionary(S=Name("/JavaScript"))),
                 pikepdf.ObjectStreamMode.disable)  # fmt: skip
    hidden = plain.replace(b"/JavaScript", b"/J#61v#61Scri#70t"[:17])
    assert b"/JavaScript" not in hidden
    with pikepdf.open(BytesIO(hidden)) as pdf:
        out = BytesIO()
        pdf.save(out)
    assert "/JavaScript" in scan_bytes(out.getvalue())


def test_a_plain_page_is_inert() -> None:
    assert scan_bytes(made(lambda pdf: pdf.pages[0].obj.__setitem__("/Note", "a text that says /JavaScript"))) == ()
