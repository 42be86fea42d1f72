"""Packets closed with a password, the shop's certificate and a time stamp: what comes out holds, and shows changes."""

from __future__ import annotations

import io
import os
import random
import shutil
import stat
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from desktop.decoder.signatures import signatures_in
from desktop.packets.checked import SignatureState, Verdict
from desktop.packets.values import SealWish
from desktop.services.packet_checking import PacketChecking
from tests.desktop.services.hostile_names import hostile_names
from tests.desktop.services.stamp_server import STAMPED, stamp_server
from tests.desktop.services.test_packet_proof import FLIPS, PASSPHRASE, codes, finished_pdf, refused, stranger
from tests.naughty import showable_texts

if TYPE_CHECKING:
    from desktop.context import AppContext

__all__ = ["stranger"]


# The certificate


def test_a_certificate_is_made_kept_locked_and_forgotten(ctx: AppContext, tmp_path: Path) -> None:
    made = ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    assert (made.name, made.key, made.self_signed) == ("青禾家居", "EC P-256", True)
    assert (made.valid_to - made.valid_from).days in (3652, 3653)
    assert ctx.sealing.describe() == made
    assert ctx.sealing.unlocked
    kept = ctx.store.folder.certificate
    if os.name == "posix":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert b"PRIVATE KEY" not in kept.read_bytes()
    assert refused(lambda: ctx.sealing.make_certificate("another", PASSPHRASE)) == "certificate_there"
    ctx.sealing.lock()
    assert refused(lambda: ctx.sealing.unlock("wrong wrong")) == "passphrase_wrong"
    assert refused(lambda: ctx.sealing.seal(finished_pdf(), SealWish(sign=True))) == "passphrase_needed"
    ctx.sealing.unlock(PASSPHRASE)
    ctx.sealing.export_certificate(tmp_path / "shop.cer")
    assert (tmp_path / "shop.cer").read_bytes()[:1] == b"\x30"
    everywhere = b"".join(
        path.read_bytes() for path in ctx.store.folder.root.rglob("*") if path.is_file() and path != kept
    )
    assert PASSPHRASE.encode() not in everywhere + kept.read_bytes()
    ctx.sealing.forget()
    assert ctx.sealing.describe() is None
    assert not kept.exists()
    assert refused(lambda: ctx.sealing.unlock(PASSPHRASE)) == "no_certificate"


@pytest.mark.parametrize(
    ("name", "passphrase", "code"),
    [
        ("", PASSPHRASE, "certificate_name"),
        ("\u202eevil", PASSPHRASE, "certificate_name"),
        ("\0", PASSPHRASE, "certificate_name"),
        ("\ud800", PASSPHRASE, "certificate_name"),
        ("长" * 22, PASSPHRASE, "certificate_name_long"),
        ("x" * 100_000, PASSPHRASE, "certificate_name_long"),
        ("ok", "short", "passphrase_short"),
        ("ok", "x" * 2000, "passphrase_long"),
        ("ok", "with\nline-end", "passphrase_bad"),
    ],
)
def test_what_cannot_be_a_certificate_is_refused(ctx: AppContext, name: str, passphrase: str, code: str) -> None:
    assert refused(lambda: ctx.sealing.make_certificate(name, passphrase, key="ec")) == code
    assert not ctx.store.folder.certificate.exists()


def test_a_pkcs12_of_ones_own_is_taken_in(ctx: AppContext, tmp_path: Path) -> None:
    from datetime import timedelta

    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, NoEncryption, pkcs12

    from desktop.packets.certificates import KeyKind, make_identity

    own = make_identity("自有证书", KeyKind.EC, ctx.clock.now())
    old = make_identity("old", KeyKind.EC, ctx.clock.now() - timedelta(days=4000))
    path = tmp_path / "own.p12"
    locking = BestAvailableEncryption(b"secret")
    for data, passphrase, code in (
        (b"no such thing at all", "secret", "pkcs12_unusable"),
        (b"\x30" * (2 << 20), "secret", "pkcs12_too_large"),
        (b"", "", "pkcs12_unusable"),
        (
            pkcs12.serialize_key_and_certificates(None, own.key, own.certificate, None, locking),
            "x",
            "pkcs12_passphrase",
        ),
        (
            pkcs12.serialize_key_and_certificates(None, None, None, [own.certificate], NoEncryption()),
            "",
            "pkcs12_no_key",
        ),
        (
            pkcs12.serialize_key_and_certificates(None, old.key, old.certificate, None, locking),
            "secret",
            "pkcs12_expired",
        ),
    ):
        path.write_bytes(data)
        assert refused(lambda passphrase=passphrase: ctx.sealing.import_pkcs12(path, passphrase)) == code
    assert refused(lambda: ctx.sealing.import_pkcs12(tmp_path / "gone.p12", "x")) == "file_unreadable"
    path.write_bytes(pkcs12.serialize_key_and_certificates(None, own.key, own.certificate, None, locking))
    assert ctx.sealing.import_pkcs12(path, "secret").name == "自有证书"
    assert ctx.sealing.seal(finished_pdf(), SealWish(sign=True)).signed_by == "自有证书"


# Sealing


def test_a_password_locks_with_aes_256(ctx: AppContext) -> None:
    sealed = ctx.sealing.seal(finished_pdf(), SealWish(password="密码 2611"))
    assert sealed.locked
    assert not sealed.signed_by
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(sealed.content))
    with pikepdf.open(io.BytesIO(sealed.content), password="密码 2611") as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert len(pdf.pages) == 2
    for password, code in (("short", "password_short"), ("长" * 60, "password_long"), ("with\0zero", "password_bad")):
        assert refused(lambda password=password: ctx.sealing.seal(finished_pdf(), SealWish(password=password))) == code


def test_a_signed_packet_holds_for_other_programs(ctx: AppContext, tmp_path: Path) -> None:
    if shutil.which("pdfsig") is None:
        pytest.skip("poppler's pdfsig is not installed")
    ctx.sealing.make_certificate("青禾家居", PASSPHRASE)
    for name, wish in (("plain", SealWish(sign=True)), ("locked", SealWish(sign=True, password="geheim7"))):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(ctx.sealing.seal(finished_pdf(), wish).content)
        said = subprocess.run(
            ["pdfsig", "-upw", wish.password, str(path)], capture_output=True, text=True, check=False
        ).stdout
        assert "Signature is Valid" in said
        assert "Total document signed" in said
        assert "ETSI.CAdES.detached" in said


def test_a_signed_packet_is_intact_and_whose_it_is_is_told(
    ctx: AppContext, stranger: PacketChecking, tmp_path: Path
) -> None:
    facts = ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    path = tmp_path / "sent.pdf"
    path.write_bytes(ctx.sealing.seal(finished_pdf(), SealWish(sign=True)).content)
    for checking, ground in ((ctx.packet_checking, "certificate_ours"), (stranger, "certificate_compare")):
        found = checking.check(path)
        signature = found.files[0].signature
        assert found.verdict is Verdict.INTACT
        assert ground in codes(found)
        assert signature is not None
        assert signature.fingerprint == facts.fingerprint
        assert signature.signed_at is not None
    path.write_bytes(path.read_bytes() + b"\n% added\n")
    found = stranger.check(path)
    assert found.verdict is Verdict.CHANGED
    assert found.files[0].signature is not None
    assert found.files[0].signature.state is SignatureState.PARTIAL


def test_a_locked_signed_packet_is_checked_without_its_password(
    ctx: AppContext, stranger: PacketChecking, tmp_path: Path
) -> None:
    ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    path = tmp_path / "sent.pdf"
    path.write_bytes(ctx.sealing.seal(finished_pdf(), SealWish(sign=True, password="geheim7")).content)
    found = stranger.check(path)
    assert (found.verdict, found.locked) == (Verdict.INTACT, True)
    assert not stranger.check(path, password="geheim7").locked
    assert stranger.check(path, password="x" * 5000).locked


@pytest.mark.parametrize("password", ["", "geheim7"])
def test_one_bit_anywhere_in_a_signed_packet_is_a_change(ctx: AppContext, password: str) -> None:
    ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    whole = ctx.sealing.seal(finished_pdf(), SealWish(sign=True, password=password)).content
    assert [each.state for each in signatures_in(io.BytesIO(whole))] == [SignatureState.VALID]
    begin = whole.index(b"/Contents <") + 11
    end = begin + len(whole[begin : whole.index(b">", begin)].rstrip(b"0"))
    chance = random.Random(2611)
    places = [chance.randrange(len(whole)) for _ in range(FLIPS)] + [chance.randrange(begin, end) for _ in range(FLIPS)]
    for place in places:
        bad = bytearray(whole)
        bad[place] ^= 1 << chance.randrange(8)
        assert [each.state for each in signatures_in(io.BytesIO(bytes(bad)))] == [SignatureState.BROKEN], place


def test_the_whole_way_says_changed_too(ctx: AppContext, stranger: PacketChecking, tmp_path: Path) -> None:
    ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    whole = ctx.sealing.seal(finished_pdf(), SealWish(sign=True)).content
    path = tmp_path / "sent.pdf"
    chance = random.Random(7)
    for place in (0, 3, len(whole) - 3, *(chance.randrange(len(whole)) for _ in range(12))):
        bad = bytearray(whole)
        bad[place] ^= 1 << chance.randrange(8)
        path.write_bytes(bad)
        assert stranger.check(path).verdict is Verdict.CHANGED, place


# The time stamp


@pytest.mark.parametrize("password", ["", "geheim7"])
def test_a_time_stamp_stands_in_the_signature_and_any_bit_of_it_shows(ctx: AppContext, password: str) -> None:
    ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    with stamp_server() as address:
        ctx.sealing.set_stamp_server(address)
        sealed = ctx.sealing.seal(finished_pdf(), SealWish(password, sign=True))
        assert ctx.sealing.seal(finished_pdf(), SealWish(sign=True, stamp=False)).stamped_at is None
    assert sealed.stamped_at == STAMPED
    (found,) = signatures_in(io.BytesIO(sealed.content))
    assert (found.state, found.stamped_at, found.stamped_by) == (SignatureState.VALID, STAMPED, "Test stamps")
    whole = sealed.content
    begin = whole.index(b"/Contents <") + 11
    end = begin + len(whole[begin : whole.index(b">", begin)].rstrip(b"0"))
    chance = random.Random(3161)
    for place in [chance.randrange(begin, end) for _ in range(FLIPS)]:
        bad = bytearray(whole)
        bad[place] ^= 1 << chance.randrange(8)
        assert [each.state for each in signatures_in(io.BytesIO(bytes(bad)))] == [SignatureState.BROKEN], place


@pytest.mark.parametrize("manner", ["error", "elsewhere", "rubbish", "endless", "refused"])
def test_a_server_that_gives_no_stamp_is_told_and_nothing_is_made(ctx: AppContext, manner: str) -> None:
    ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    with stamp_server(manner) as address:
        ctx.sealing.set_stamp_server(address)
        assert refused(lambda: ctx.sealing.seal(finished_pdf(), SealWish(sign=True))) == "stamp_failed"


def test_a_server_that_is_not_there_is_told(ctx: AppContext) -> None:
    ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    with stamp_server() as address:
        ctx.sealing.set_stamp_server(address)
    assert refused(lambda: ctx.sealing.seal(finished_pdf(), SealWish(sign=True))) == "stamp_failed"


@pytest.mark.parametrize(
    "address",
    [
        "ftp://a.example/x", "file:///etc/passwd", "tsa.example.com", "http://", "http://me:secret@a.example/",
        "http://a.example/ b", "http://a.example/\n", "http://a.example:99999/", "http://a.example/\u202e", "javascript:1",
        "http://" + "a" * 5000, "http://[::1", "\0", "\ud800",
    ],
)  # fmt: skip
def test_only_web_addresses_are_servers(ctx: AppContext, address: str) -> None:
    if address == "http://a.example/\n":
        ctx.sealing.set_stamp_server(address)
        assert ctx.sealing.stamp_server == "http://a.example/"
        return
    assert refused(lambda: ctx.sealing.set_stamp_server(address)) == "stamp_address"
    assert ctx.sealing.stamp_server == ""


def test_any_text_is_taken_or_refused_in_words(ctx: AppContext) -> None:
    from desktop.packets.certificates import KeyKind, check_passphrase, make_identity
    from desktop.packets.sealing import check_password
    from models.errors import UserError

    now, taken, codes_said = ctx.clock.now(), 0, set()
    for text in [*showable_texts()[::5], *hostile_names(), "\0", "\ud800", "x" * 100_000]:
        for work in (
            lambda text=text: make_identity(text, KeyKind.EC, now),
            lambda text=text: check_passphrase(text).encode(),
            lambda text=text: check_password(text).encode(),
            lambda text=text: ctx.sealing.set_stamp_server(text),
        ):
            try:
                work()
                taken += 1
            except UserError as error:
                codes_said.add(error.code.split("_")[0])
    assert taken > 100
    assert codes_said == {"certificate", "passphrase", "password", "stamp"}


def test_what_was_typed_to_lock_or_sign_stands_nowhere(
    ctx: AppContext, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    password, wrong = "zebra-云雀-8841", "okapi-云雀-9917"
    ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    wish = SealWish(password=password, sign=True, passphrase=PASSPHRASE)
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(ctx.sealing.seal(finished_pdf(), wish).content)
    for given in (password, wrong):
        ctx.packet_checking.check(locked, password=given)
    assert (
        refused(lambda: ctx.sealing.seal(finished_pdf(), SealWish(sign=True, passphrase=wrong))) == "passphrase_wrong"
    )
    told = [
        repr(wish),
        caplog.text,
        *(path.read_bytes().decode("latin-1") for path in tmp_path.rglob("*") if path.is_file()),
    ]
    for secret in (password, wrong, PASSPHRASE):
        for written in (secret, secret.encode().decode("latin-1"), secret.encode("utf-16-le").decode("latin-1")):
            assert not any(written in each for each in told)
