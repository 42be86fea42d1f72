"""What is taken of a clipboard on which programs put the same thing in several forms; scripts never, nothing fetched."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from ui.intake.mime import has_evidence, has_something, intake_of
from ui.intake.pieces import Form, Intake, plain_of_html

NOW = datetime(2026, 11, 20, 1, 42, tzinfo=UTC)


def clipboard(
    text: str | None = None, html: str | None = None, picture: bool = False, urls: tuple[str, ...] = (), **raw: bytes
) -> QMimeData:
    mime = QMimeData()
    if text is not None:
        mime.setText(text)
    if html is not None:
        mime.setHtml(html)
    if picture:
        image = QImage(6, 4, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        mime.setImageData(image)
    if urls:
        mime.setUrls([QUrl(url) for url in urls])
    for name, data in raw.items():
        mime.setData(f"image/{name}", data)
    return mime


def taken(mime: QMimeData | None) -> Intake:
    return intake_of(mime, NOW, UTC)


CELLS = "<table><tr><td>订单</td><td>金额</td></tr><tr><td>1</td><td>168</td></tr></table>"


@pytest.mark.parametrize(
    ("mime", "form", "left"),
    [
        (lambda: clipboard("订单\t金额", CELLS, picture=True), Form.TEXT, (Form.PICTURE,)),  # a spreadsheet
        (lambda: clipboard("小满：收到了吗", "<p>小满：收到了吗</p>"), Form.TEXT, ()),  # a chat program
        (lambda: clipboard("[图片]", "<img src='x'>", picture=True), Form.PICTURE, ()),  # one picture of a chat
        (lambda: clipboard("https://img.example/a.jpg", "<img src='x'>", picture=True), Form.PICTURE, ()),  # a browser
        (lambda: clipboard(html="<img src='https://x/a.png'>", picture=True), Form.PICTURE, ()),
        (lambda: clipboard(picture=True), Form.PICTURE, ()),
        (lambda: clipboard(html="<p>破损</p>", picture=True), Form.HTML, (Form.PICTURE,)),
        (lambda: clipboard(html=CELLS), Form.HTML, ()),
        (lambda: clipboard("https://item.example/1"), Form.TEXT, ()),
        (lambda: clipboard(urls=("https://item.example/1",)), Form.TEXT, ()),
        (lambda: clipboard("a.jpg", picture=True, urls=("file:///tmp/a.jpg",)), Form.FILES, ()),
        (lambda: clipboard("   \n"), None, ()),
        (lambda: clipboard(png=b""), None, ()),
        (lambda: clipboard(html="<script>alert(1)</script>"), None, ()),
        (lambda: None, None, ()),
    ],
)
def test_the_form_that_says_most_is_taken(mime: object, form: Form | None, left: tuple[Form, ...]) -> None:
    assert callable(mime)
    found = taken(mime())
    assert (found.taken, found.left) == (form, left)
    assert bool(found) is (form is not None)


def test_the_bytes_of_another_program_s_picture_are_kept_as_they_are() -> None:
    found = taken(clipboard(jpeg=b"\xff\xd8 raw", picture=True))
    assert [(piece.name, piece.content()) for piece in found.pieces] == [
        ("截图 2026-11-20 01-42-00.jpg", b"\xff\xd8 raw")
    ]
    written = taken(clipboard(picture=True)).pieces[0].content()
    assert written.startswith(b"\x89PNG")


def test_a_text_is_kept_as_it_was_typed_and_no_more_than_fits() -> None:
    typed = "<b>碎了</b> & \u202e\n"
    assert taken(clipboard(typed)).pieces[0].content() == typed.encode("utf-8", "replace")
    assert len(taken(clipboard("长" * 100_000)).pieces[0].content()) == 300_000


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (CELLS, "订单\t金额\n1\t168"),
        (
            "<style>x{}</style><p>破损 <b>两只</b></p><img src='file:///etc/passwd'><script>alert(1)</script><p>请处理</p>",
            "破损 两只\n\n请处理",
        ),
        ("<script>a</script", ""),
        ("<p>a<script>b<p>c", "a"),
        ("<svg><script>x</script><text>y</text></svg>z", "z"),
        ("&lt;script&gt; &amp; &#x4f60;", "<script> & 你"),
        ("<iframe src=x>inner</iframe><object>o</object>rest", "rest"),
        ("<!-- no --><div>yes</div><br/>end", "yes\n\nend"),
        ("<" * 5000, "<" * 5000),
    ],
)
def test_html_counts_as_its_words(html: str, words: str) -> None:
    assert plain_of_html(html) == words


def test_words_go_into_the_field_and_pictures_into_the_evidence(tmp_path: Path) -> None:
    assert not has_evidence(clipboard("words"))
    assert not has_evidence(clipboard("订单\t金额", CELLS, picture=True))
    assert has_evidence(clipboard(picture=True))
    assert has_evidence(clipboard(urls=(QUrl.fromLocalFile(str(tmp_path)).toString(),)))
    assert not has_something(QMimeData())
