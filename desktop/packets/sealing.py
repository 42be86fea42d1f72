"""Closes a finished packet: with a password (AES-256, PDF 2.0), with the shop's signature (PAdES), with both.

Only what the signature itself needs comes on top of the bytes that were there; the result is scanned again.
"""

from __future__ import annotations

import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

from desktop.decoder.signatures import Found, SignatureState, signatures_in
from desktop.packets.scan import scan_bytes
from desktop.packets.values import NotInert, Sealed
from models.errors import EnvironmentFault, UserError

if TYPE_CHECKING:
    from desktop.packets.certificates import Identity
    from desktop.packets.time_stamps import StampServer

PASSWORD_LEAST = 6
PASSWORD_BYTES = 127
"""ISO 32000-2: a password has at most 127 bytes of UTF-8."""
FIELD = "Signature1"
# Hex digits kept free for the signature; what is not needed is filled with zeros.
_ROOM, _ROOM_STAMPED = 16_384, 65_536


def check_password(password: str) -> str:
    """The password as readers take it (NFKC). UserError `password_short`, `password_long`, `password_bad`."""
    kept = unicodedata.normalize("NFKC", password)
    if not kept.isprintable():
        raise UserError("password_bad")
    if len(kept) < PASSWORD_LEAST:
        raise UserError("password_short", least=PASSWORD_LEAST)
    if len(kept.encode("utf-8")) > PASSWORD_BYTES:
        raise UserError("password_long", limit=PASSWORD_BYTES)
    return kept


def seal(
    content: bytes, *, password: str = "", identity: Identity | None = None, stamps: StampServer | None = None
) -> Sealed:
    """The closed packet. `content` is a finished one of ours.

    UserError as of `check_password`; EnvironmentFault `stamp_failed`; NotInert when anything in it could act, or the
    signature does not hold when it is read back.
    """
    found = scan_bytes(content)
    if found:
        raise NotInert(found)
    kept = check_password(password) if password else ""
    closed = _locked(content, kept) if kept else content
    if identity is None:
        return Sealed(closed, locked=bool(kept))
    signed = _signed(closed, kept, identity, stamps)
    if not signed.startswith(closed):
        raise NotInert(("rewritten",))
    found = scan_bytes(signed, password=kept, signed=True)
    if found:
        raise NotInert(found)
    read_back = _read_back(signed)
    return Sealed(
        signed,
        signed_by=read_back.name,
        certificate=read_back.fingerprint,
        stamped_at=read_back.stamped_at,
        locked=bool(kept),
    )


def _locked(content: bytes, password: str) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(
            out,
            encryption=pikepdf.Encryption(owner=password, user=password, R=6),
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    locked = out.getvalue()
    try:
        pikepdf.open(BytesIO(locked)).close()
    except pikepdf.PasswordError:
        return locked
    raise NotInert(("not locked",))


def _signed(content: bytes, password: str, identity: Identity, stamps: StampServer | None) -> bytes:
    # A second to load, and few sign: not with the window.
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
    from pyhanko.sign.timestamps.common_utils import TimestampRequestError

    writer = IncrementalPdfFileWriter(BytesIO(content))
    if password:
        writer.encrypt(password)  # type: ignore[no-untyped-call]
    wanted = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    signer = PdfSigner(wanted, _signer(identity), timestamper=stamps)
    try:
        out = signer.sign_pdf(writer, bytes_reserved=_ROOM_STAMPED if stamps is not None else _ROOM)
    except (TimestampRequestError, SigningError) as error:
        if stamps is None:
            raise
        raise EnvironmentFault("stamp_failed", reason=str(error)[:200]) from error
    except ValueError as error:
        # The stamp brought more certificates than there is room for.
        if stamps is None:
            raise
        raise EnvironmentFault("stamp_failed", reason="too large") from error
    data: bytes = out.getvalue()
    return data


def _signer(identity: Identity) -> Any:
    from asn1crypto import keys, x509
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    for each in identity.chain:
        store.register(x509.Certificate.load(each.public_bytes(Encoding.DER)))
    key = identity.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SimpleSigner(
        signing_cert=x509.Certificate.load(identity.certificate.public_bytes(Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=store,
    )


def _read_back(signed: bytes) -> Found:
    found = signatures_in(BytesIO(signed))
    if len(found) != 1 or found[0].state is not SignatureState.VALID:
        raise NotInert(("signature",))
    return found[0]
