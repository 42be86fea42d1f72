"""Packets within what their receivers take: read back with pikepdf and Pillow, or refused by name."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from io import BytesIO
from random import Random

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from desktop.packets.fitting import fit
from desktop.packets.naming import distinct, file_name
from desktop.packets.reading_back import read_back
from desktop.packets.scan import scan_bytes
from desktop.packets.values import Cancelled, Fitted, NoPreview, PictureBytes
from desktop.services.packet_presets import shipped_presets
from models.kinds import MediaKind, PacketForm, Paper
from models.rules.packet_fit import LADDER, MeterKind, largest_over
from models.rules.packet_parts import ExhibitPage, PacketContent, Shot
from models.rules.packet_presets import PacketPreset, PresetSlot
from models.rules.packet_shots import shot_size
from tests.desktop.packets.sample_case import DrawnPictures, evidence, sample_content

PRESETS = {each.id: each for each in shipped_presets()}
_NOISE = Image.frombytes("RGB", (400, 300), Random(6).randbytes(400 * 300 * 3))


class Grainy(DrawnPictures):
    """Pictures as heavy as photos are, at the sizes of the program; pages of ours drawn without the decoder."""

    def __init__(self) -> None:
        super().__init__()
        self.made: dict[object, PictureBytes] = {}
        self.pages_drawn = 0

    def shot(self, shot: Shot, rung: object) -> PictureBytes | NoPreview:  # type: ignore[override]
        evidence_, (side, quality) = shot.evidence, shot_size(shot, rung)  # type: ignore[arg-type]
        if evidence_.media is MediaKind.OTHER:
            return NoPreview("no_preview_for_this_kind")
        key = evidence_.id, shot.at_ms, side, quality
        if key not in self.made:
            width, height = evidence_.width or 1200, evidence_.height or 900
            share = min(1.0, side / max(width, height))
            size = max(1, round(width * share)), max(1, round(height * share))
            image = _NOISE.resize(size, Image.Resampling.NEAREST, box=(evidence_.id, 0, 300 + evidence_.id, 300))
            out = BytesIO()
            image.save(out, "JPEG", quality=quality)
            self.made[key] = PictureBytes(out.getvalue(), *size)
        return self.made[key]

    def drawn(self, pdf: bytes, page: int, max_side: int, quality: int) -> PictureBytes | NoPreview:
        self.pages_drawn += 1
        with pypdfium2.PdfDocument(pdf) as document:
            sheet = document[page]
            bitmap = sheet.render(scale=max_side / max(sheet.get_size()))
            image = bitmap.to_pil().convert("RGB")
            sheet.close()
        image.thumbnail((max_side, max_side))
        out = BytesIO()
        image.save(out, "JPEG", quality=quality)
        return PictureBytes(out.getvalue(), *image.size)


def photo(number: int, **changes: object) -> ExhibitPage:
    item = evidence(number, f"照片 {number}", "缺口为新茬。", MediaKind.PHOTO, width=4032, height=3024)
    item = replace(item, sha256=hashlib.sha256(str(number).encode()).hexdigest(), **changes)  # type: ignore[arg-type]
    return ExhibitPage(number, f"照片 {number}", "缺口为新茬。", item, None, (), (), (Shot(item),))


def screenshot(number: int, tag: str = "") -> ExhibitPage:
    page = photo(number, media=MediaKind.CHAT, width=1080, height=2340, tag=tag)
    return replace(page, title=f"聊天 {number}", proves="买家自己说收到时是好的。")


@pytest.fixture(scope="module")
def few() -> PacketContent:
    """Three photos and two screenshots of a chat."""
    pages = (photo(1), photo(2, tag="waybill"), screenshot(3), screenshot(4), photo(5))
    return replace(sample_content(), exhibits=pages, integrity=())


@pytest.fixture(scope="module")
def source() -> Grainy:
    return Grainy()


def own(**limits: object) -> PacketPreset:
    return replace(PRESETS["print"], id="own-1", **limits)  # type: ignore[arg-type]


def codes(made: Fitted) -> list[str]:
    return [each.code for each in made.refusals]


def test_the_highest_rung_is_taken_whose_finished_bytes_fit(few: PacketContent, source: Grainy) -> None:
    free = fit(few, source, own())
    assert (free.rung, free.refusals, len(free.files)) == (LADDER[0], (), 1)
    assert free.preview == free.files[0].content
    told: list[tuple[int, int]] = []
    small = fit(few, source, own(total_bytes=len(free.preview) // 2), progress=lambda *each: told.append(each))
    assert small.refusals == ()
    assert len(small.files[0].content) <= len(free.preview) // 2
    assert told == sorted(told)
    assert told[-1] == (1_000, 1_000)
    place = LADDER.index(small.rung)
    assert place > 0
    # One rung higher would not have fitted: its pictures alone grow by more than was left.
    grown = sum(
        len(source.shot(page.shots[0], LADDER[place - 1]).content) - len(source.shot(page.shots[0], small.rung).content)  # type: ignore[union-attr]
        for page in few.exhibits
    )
    assert len(small.files[0].content) + grown > len(free.preview) // 2
    assert fit(few, source, own(total_bytes=len(free.preview) // 2)).files == small.files


def test_what_fits_on_no_rung_is_refused_with_the_largest_first(few: PacketContent, source: Grainy) -> None:
    made = fit(few, source, own(total_bytes=250_000))
    refusal = next(each for each in made.refusals if each.code == "bytes_over")
    assert made.rung == LADDER[-1]
    assert refusal.values["used"] == len(made.preview)
    # A screenshot keeps the size at which it is read, so it weighs the most then.
    assert set(refusal.exhibits[:2]) == {3, 4}
    assert refusal.evidence_id == few.exhibits[refusal.exhibits[0] - 1].evidence.id
    assert next(each for each in made.meters if each.kind is MeterKind.BYTES).fill == "over"
    for page in few.exhibits[2:4]:
        assert min(shot_size(page.shots[0], LADDER[-1])) >= 60
        shown = source.shot(page.shots[0], LADDER[-1])
        assert isinstance(shown, PictureBytes)
        assert shown.width >= 720


def test_pages_dots_pixels_type_and_colour_are_kept_as_read_back(few: PacketContent, source: Grainy) -> None:
    made = fit(few, source, own(dpi=201, pixels=700_000, least_points=12.0, grey=True, papers=(Paper.LETTER,)))
    assert codes(made) == []
    seen = read_back(made.preview)
    assert len(seen.placed) == 5
    assert 150 < seen.dpi <= 201.1
    assert max(each.width * each.height for each in seen.placed) <= 700_000
    assert seen.least_points >= 11.99
    assert seen.page_mm == pytest.approx((215.9, 279.4), abs=0.1)
    with pikepdf.open(BytesIO(made.preview)) as pdf:
        used = {str(mark.operator) for page in pdf.pages for mark in pikepdf.parse_content_stream(page)}
        images = [
            each for page in pdf.pages for each in (page.resources.get("/XObject") or pikepdf.Dictionary()).values()
        ]
        for image in images:
            with Image.open(BytesIO(image.read_raw_bytes())) as opened:
                opened.load()
                assert opened.mode == "RGB"
    assert not used & {"rg", "RG"}
    # At 80 dots per inch a screenshot would be too narrow to be read: that is said of it, and of no photo.
    thin = fit(few, source, own(dpi=80))
    assert [(each.code, each.exhibits) for each in thin.refusals] == [("picture_illegible", (3, 4))]
    strict = fit(few, source, own(pages=3, page_mm=(150.0, 200.0)))
    assert [each.code for each in strict.refusals] == ["pages_over", "page_too_large"]
    assert strict.refusals[0].values == {"used": strict.pages, "limit": 3}
    assert strict.refusals[0].exhibits
    assert strict.refusals[0].exhibits[0] == 5


def test_a_packet_too_large_for_one_file_is_cut_before_exhibits(few: PacketContent, source: Grainy) -> None:
    whole = fit(few, source, own())
    limit = 900_000
    made = fit(few, source, own(file_bytes=limit, files=9, file_pages=3))
    assert codes(made) == []
    assert len(made.files) > 1
    starts = {each.page for each in made.exhibits}
    first, texts = 1, []
    for file in made.files:
        assert len(file.content) <= limit
        assert file.pages <= 3
        assert scan_bytes(file.content) == ()
        if first > 1:
            assert first in starts or file.pages == 3
        with pikepdf.open(BytesIO(file.content)) as pdf:
            assert len(pdf.pages) == file.pages
            assert pdf.check_pdf_syntax() == []
        texts.append(file.name)
        first += file.pages
    assert first - 1 == made.pages == whole.pages
    assert texts == sorted(texts)
    # Rather than shrink photos to a rung below that of 1,000 pixels, a receiver of several files gets several.
    more = fit(few, source, own(file_bytes=len(whole.preview) // 4, files=9))
    assert codes(more) == []
    assert (len(more.files) > 1, more.rung.side >= 1_000) == (True, True)
    few_files = fit(few, source, own(file_bytes=limit, files=2, file_pages=3))
    assert "files_over" in codes(few_files)


def test_every_type_of_evidence_has_its_file_and_every_field_its_text(few: PacketContent, source: Grainy) -> None:
    pages = (*few.exhibits[:4], replace(few.exhibits[4], slot="receipt"))
    content = replace(few, exhibits=pages)
    made = fit(content, source, PRESETS["stripe"], texts=(("product_description", "雾釉餐盘"),))
    assert codes(made) == []
    slots = {each.slot: each for each in made.files if each.format == "pdf"}
    assert list(slots) == ["shipping_documentation", "customer_communication", "receipt", "uncategorized_file"]
    assert sum(len(each.content) for each in slots.values()) <= 4_500_000
    for each in slots.values():
        assert scan_bytes(each.content) == ()
        seen = read_back(each.content)
        assert seen.least_points >= 11.99
        assert seen.pages == each.pages
    assert [len(read_back(slots[name].content).placed) for name in slots] == [1, 2, 1, 1]
    written = {each.slot: each.content.decode("utf-8") for each in made.files if each.format == "txt"}
    assert written["product_description"] == "雾釉餐盘"
    assert written["uncategorized_text"] == content.summary
    assert all(each.name in written[""] for each in slots.values())
    assert made.pages == sum(each.pages for each in slots.values()) == read_back(made.preview).pages
    assert [each.number for each in made.exhibits] == [1, 2, 3, 4, 5]
    lost = replace(few, exhibits=(replace(few.exhibits[0], slot="product_description"), *few.exhibits[1:]))
    refused = fit(lost, source, PRESETS["shopify"], texts=(("nowhere", "字"), ("UNCATEGORIZED_FILE", "字")))
    assert codes(refused) == ["text_without_slot", "text_without_slot", "unknown_slot"]
    assert refused.refusals[-1].exhibits == (1,)


def test_pictures_bear_their_captions_and_keep_every_limit(few: PacketContent, source: Grainy) -> None:
    ebay = fit(few, source, PRESETS["ebay"])
    assert codes(ebay) == []
    files = [each for each in ebay.files if each.format == "jpeg"]
    assert len(files) == 5
    assert sum(len(each.content) for each in files) <= 1_750_000
    for each in files:
        with Image.open(BytesIO(each.content)) as opened:
            opened.load()
            assert opened.format == "JPEG"
            assert not opened.getexif()
            assert opened.width >= 560
    assert ebay.files[-1].content.decode("utf-8") == few.summary
    one = replace(few, exhibits=few.exhibits[:1], summary="少发属实，已补寄。")
    taobao = fit(one, source, PRESETS["taobao"])
    assert codes(taobao) == []
    picture = taobao.files[0]
    assert len(picture.content) <= 130_000
    with Image.open(BytesIO(picture.content)) as opened:
        # The caption stands on white below the picture.
        foot = opened.convert("L").crop((0, opened.height * 9 // 10, opened.width, opened.height))
        assert foot.getextrema()[1] > 240
        assert sum(foot.histogram()[:90]) > 100
    pay = fit(few, source, PRESETS["wechat_pay"])
    refusal = next(each for each in pay.refusals if each.code == "pictures_over")
    assert (refusal.values, refusal.exhibits) == ({"used": 5, "limit": 4}, (5,))


def test_of_far_too_many_pictures_only_the_first_are_made(few: PacketContent) -> None:
    first = few.exhibits[0]
    items = [replace(first.evidence, id=at) for at in range(1, 91)]
    many = tuple(replace(first, number=item.id, evidence=item, shots=(Shot(item),)) for item in items)
    source = Grainy()
    made = fit(replace(few, exhibits=many), source, PRESETS["wechat_pay"])
    refusal = next(each for each in made.refusals if each.code == "pictures_over")
    assert refusal.values == {"used": 90, "limit": 4}
    assert (made.pages, len(source.made)) == (90, 24)
    with pikepdf.open(BytesIO(made.preview)) as pdf:
        assert len(pdf.pages) == 90


def test_exhibits_chosen_to_share_a_page_share_a_picture(few: PacketContent, source: Grainy) -> None:
    film = evidence(9, "开箱视频", "一镜到底。", MediaKind.VIDEO, width=480, height=848)
    stills = tuple(Shot(film, at_ms=second * 1_000, label=f"00:0{second}") for second in range(4))
    four = tuple(replace(page, per_page=4) for page in few.exhibits)
    content = replace(
        few, exhibits=(*four, ExhibitPage(9, "开箱视频", "一镜到底。", film, None, (), (), stills, per_page=4))
    )
    made = fit(content, source, PRESETS["wechat_pay"])
    # Four, then the fifth with three stills, then the last still.
    assert made.pages == 3
    assert [each.page for each in made.exhibits] == [1, 1, 1, 1, 2, 2]
    alone = fit(replace(content, exhibits=content.exhibits[-1:]), source, PRESETS["wechat_pay"])
    assert alone.pages == 1
    log = evidence(8, "旺旺记录", "承认收到。", MediaKind.TEXT, format="text")
    text = ExhibitPage(8, "旺旺记录", "承认收到。", log, None, (), ())
    written = fit(replace(content, exhibits=(text,)), source, PRESETS["wechat_pay"])
    assert (written.pages, written.exhibits[0].shown) == (1, True)
    other = evidence(7, "表格", "", MediaKind.OTHER)
    none = fit(replace(content, exhibits=(ExhibitPage(7, "表格", "", other, None, (), ()),)), source, PRESETS["ebay"])
    assert codes(none) == ["not_shown"]
    assert codes(fit(replace(content, exhibits=()), source, PRESETS["wechat_shop"])) == ["nothing_chosen"]


def test_texts_are_counted_and_never_cut(few: PacketContent, source: Grainy) -> None:
    small = replace(few, exhibits=few.exhibits[:1], summary="𠮷" * 201)
    made = fit(small, source, PRESETS["taobao"])
    assert [(each.code, dict(each.values)) for each in made.refusals] == [
        ("summary_too_long", {"used": 201, "limit": 200})
    ]
    assert made.files[-1].content.decode("utf-8") == "𠮷" * 201
    assert codes(fit(replace(small, summary="少"), source, PRESETS["taobao"])) == ["summary_too_short"]
    both = replace(small, summary="少发属实。", second=replace(small, language="en", summary="e" * 201))
    made = fit(both, source, PRESETS["taobao"])
    assert codes(made) == ["summary_too_long"]
    texts = {
        each.name.rpartition("-text")[2]: each.content.decode("utf-8") for each in made.files if "-text" in each.name
    }
    assert texts == {".txt": "少发属实。", "-en.txt": "e" * 201}
    long = (("product_description", "字" * 20_001), ("refund_refusal_explanation", "字" * 20_000))
    stripe = replace(PRESETS["stripe"], text_total=40_000)
    assert codes(fit(small, source, stripe, texts=long)) == ["text_too_long", "texts_too_long"]
    naughty = replace(
        small, summary="字", exhibits=(replace(small.exhibits[0], proves="缺口。" * 2_000, title="../a\x00b"),)
    )
    set_ = fit(naughty, source, PRESETS["wechat_shop"])
    assert codes(set_) == []
    assert set_.pages > 2
    assert all("/" not in each.name and "\x00" not in each.name for each in set_.files)


def test_names_are_as_short_as_the_receiver_says_and_stopping_stops(few: PacketContent, source: Grainy) -> None:
    made = fit(few, source, replace(PRESETS["mastercard"], pages=None))
    assert [each.name for each in made.files] == ["PA2611038702.pdf"]
    assert codes(made) == []
    assert read_back(made.preview).dpi <= 300.1
    with pytest.raises(Cancelled):
        fit(few, source, PRESETS["ebay"], cancelled=lambda: True)
    assert largest_over({1: 5, 2: 9, 3: 5}, 10) == (2, 3)
    assert {each.form for each in PRESETS.values()} == set(PacketForm)


def test_files_of_types_named_alike_are_told_apart(few: PacketContent, source: Grainy) -> None:
    names = distinct(["P-1-a-b.pdf", "P-1-A-B.pdf", "P-1-a-b.pdf", "packet.pdf"])
    assert len({each.lower() for each in names}) == 4
    assert [len(each) for each in names] == [11, 11, 11, 10]
    assert file_name("../P\x001", "a/b\n", "pdf") == "P-1-a-b.pdf"
    assert file_name("证据", "", "txt", 16) == "packet.txt"
    own_slots = (PresetSlot("a/b", "甲\n乙", "A"), PresetSlot("a b", "乙", "B"))
    preset = own(form=PacketForm.SLOTS, slots=own_slots, main_slot="a/b")
    pages = (few.exhibits[0], replace(few.exhibits[1], slot="a b"))
    made = fit(replace(few, exhibits=pages), source, preset)
    assert codes(made) == []
    assert len({each.name for each in made.files}) == len(made.files) == 3


def test_the_receivers_of_the_program_take_a_small_case(few: PacketContent, source: Grainy) -> None:
    said: dict[str, list[str]] = {}
    for name in ("visa", "worldpay", "archive"):
        made = fit(replace(few, summary="少发属实，已补寄。"), source, PRESETS[name])
        said[name] = codes(made)
        preset = PRESETS[name]
        sizes = [len(each.content) for each in made.files]
        assert sum(sizes) <= (preset.total_bytes or 10**9)
        assert max(sizes) <= (preset.file_bytes or 10**9)
        if preset.dpi is not None:
            assert max(read_back(each.content).dpi for each in made.files) <= preset.dpi + 0.1
    assert not any(said.values()), said
