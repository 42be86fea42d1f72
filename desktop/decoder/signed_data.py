"""A CMS signature (RFC 5652) and the RFC 3161 time stamp in it, checked byte by byte against what the RFC says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from asn1crypto import cms, tsp
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID

_HASHES: dict[str, Callable[[], hashes.HashAlgorithm]] = {
    "sha256": hashes.SHA256, "sha384": hashes.SHA384, "sha512": hashes.SHA512,
}  # fmt: skip
_STAMP = "1.2.840.113549.1.9.16.2.14"
# CAdES for long keeping: refs and values of certificates and revocations, archive time stamps.
_OTHER_UNSIGNED = frozenset(f"1.2.840.113549.1.9.16.2.{last}" for last in range(21, 28))
_CERTIFICATES = 20
_DEPTH = 40
_NULL = b"\x05\x00"


class BadSignedDataError(Exception):
    """The signature does not hold; whose it says it is, if that can be read."""

    def __init__(self, name: str = "", fingerprint: str = "") -> None:
        super().__init__()
        self.name = name
        self.fingerprint = fingerprint


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that holds: whose it is, when it says it was made, and its time stamp if there is one."""

    name: str
    fingerprint: str
    signed_at: datetime | None = None
    stamped_at: datetime | None = None
    stamp: Signed | None = None


def read_signed_data(padded: bytes, digest: Callable[[str], bytes]) -> Signed:
    """The signature in `padded` (zeros may follow it). `digest(name)` gives the hash of what was signed.

    BadSignedDataError for anything that does not hold.
    """
    whole = _der_length(padded)
    if any(padded[whole:]):
        raise BadSignedDataError
    return _read(padded[:whole], digest, stamp=False)


def _read(data: bytes, digest: Callable[[str], bytes], *, stamp: bool) -> Signed:
    known: list[x509.Certificate] = []
    try:
        _check_der(data, 0, len(data), 0)
        return _verified(data, digest, known, stamp=stamp)
    except Exception as error:
        # Whatever the libraries throw at a malformed one: it does not hold.
        if known:
            raise BadSignedDataError(_name(known[0]), _fingerprint(known[0])) from error
        raise BadSignedDataError from error


def _verified(data: bytes, digest: Callable[[str], bytes], known: list[x509.Certificate], *, stamp: bool) -> Signed:
    content = cms.ContentInfo.load(data, strict=True)
    _expect(content["content_type"].native == "signed_data")
    signed = content["content"]
    _expect(len(signed["signer_infos"]) == 1)
    info = signed["signer_infos"][0]
    for part in (content, signed, info, signed["encap_content_info"]):
        _check_all_read(part)
    by_serial = info["sid"].name == "issuer_and_serial_number"
    _expect(info["version"].native == ("v1" if by_serial else "v3"))
    # RFC 5652, 5.1: without attribute certificates it is 3 for other content than plain data, else 1.
    _expect(signed["version"].native == ("v3" if stamp or not by_serial else "v1"))
    name = _hash_name(info["digest_algorithm"])
    listed = signed["digest_algorithms"]
    _expect(len(listed) == 1 and listed[0].dump() == info["digest_algorithm"].dump())
    certificates = _certificates(signed)
    signer = _signer(info, certificates)
    known.append(signer)
    _check_others(certificates, signer)
    wrapped = signed["encap_content_info"]
    _expect(wrapped["content_type"].native == ("tst_info" if stamp else "data"))
    # What may be left out is left out when nothing is signed inside.
    if stamp:
        _expect(hashlib.new(name, wrapped["content"].contents).digest() == _attribute(info, "message_digest").native)
    else:
        _expect(wrapped["content"].native is None and len(wrapped.contents) == len(wrapped["content_type"].dump()))
        _expect(digest(name) == _attribute(info, "message_digest").native)
    _expect(_attribute(info, "content_type").native == wrapped["content_type"].native)
    _check_bound(info, signer)
    _verify(info, signer, name)
    told = _optional(info, "signing_time")
    plain = Signed(_name(signer), _fingerprint(signer), _utc(told.native) if told is not None else None)
    if stamp:
        return _stamped(plain, wrapped, digest)
    found = _time_stamp(info)
    if found is None:
        return plain
    return Signed(plain.name, plain.fingerprint, plain.signed_at, stamp=found)


def _stamped(plain: Signed, wrapped: Any, digest: Callable[[str], bytes]) -> Signed:
    told = tsp.TSTInfo.load(wrapped["content"].contents, strict=True)
    imprint = told["message_imprint"]
    name = _hash_name(imprint["hash_algorithm"])
    _expect(imprint["hashed_message"].native == digest(name))
    return Signed(plain.name, plain.fingerprint, plain.signed_at, stamped_at=_utc(told["gen_time"].native))


def _time_stamp(info: Any) -> Signed | None:
    unsigned = info["unsigned_attrs"]
    if unsigned.native is None:
        return None
    tokens = []
    for attribute in unsigned:
        _check_all_read(attribute)
        kind = attribute["type"].dotted
        if kind == _STAMP:
            tokens += list(attribute["values"])
        else:
            _expect(kind in _OTHER_UNSIGNED)
    _expect(len(tokens) == 1)
    value = info["signature"].native
    return _read(tokens[0].dump(), lambda name: hashlib.new(name, value).digest(), stamp=True)


def _certificates(signed: Any) -> list[x509.Certificate]:
    field = signed["certificates"]
    _expect(field.native is not None and 0 < len(field) <= _CERTIFICATES)
    for choice in field:
        _expect(choice.name == "certificate")
    return [x509.load_der_x509_certificate(choice.chosen.dump()) for choice in field]


def _signer(info: Any, certificates: Sequence[x509.Certificate]) -> x509.Certificate:
    sid = info["sid"]
    for each in certificates:
        if sid.name == "issuer_and_serial_number":
            chosen = sid.chosen
            if (
                each.serial_number == chosen["serial_number"].native
                and each.issuer.public_bytes() == chosen["issuer"].dump()
            ):
                return each
        else:
            own = each.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
            if own == sid.chosen.native:
                return each
    raise BadSignedDataError


def _check_others(certificates: Sequence[x509.Certificate], signer: x509.Certificate) -> None:
    """Each certificate that came along holds, as far as that of its issuer came along too."""
    _expect(len({_fingerprint(each) for each in certificates}) == len(certificates))
    for each in certificates:
        above = [other for other in certificates if other.subject == each.issuer]
        if not above and each is not signer:
            continue
        if above and not any(_issued(each, other) for other in above):
            raise BadSignedDataError


def _issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _check_bound(info: Any, signer: x509.Certificate) -> None:
    """The certificate is the one that was signed with, if the signature says which (RFC 5035)."""
    der = signer.public_bytes(_der())
    second = _optional(info, "signing_certificate_v2")
    if second is not None:
        first = second["certs"][0]
        _expect(first["cert_hash"].native == hashlib.new(_hash_name(first["hash_algorithm"]), der).digest())
        return
    older = _optional(info, "signing_certificate")
    if older is not None:
        _expect(older["certs"][0]["cert_hash"].native == hashlib.sha1(der, usedforsecurity=False).digest())


def _verify(info: Any, signer: x509.Certificate, name: str) -> None:
    # Signed as a plain set, kept with a tag of its own.
    attributes = b"\x31" + info["signed_attrs"].dump()[1:]
    value, key, algorithm = info["signature"].native, signer.public_key(), info["signature_algorithm"]
    kind = algorithm["algorithm"].native
    if isinstance(key, rsa.RSAPublicKey) and kind == "rsassa_pss":
        told = algorithm["parameters"]
        _expect(_hash_name(told["hash_algorithm"]) == name)
        spare = padding.PSS(padding.MGF1(_HASHES[name]()), told["salt_length"].native)
        key.verify(value, attributes, spare, _HASHES[name]())
        return
    _expect(_bare(algorithm))
    if isinstance(key, rsa.RSAPublicKey):
        _expect(kind in ("rsassa_pkcs1v15", f"{name}_rsa"))
        key.verify(value, attributes, padding.PKCS1v15(), _HASHES[name]())
    elif isinstance(key, ec.EllipticCurvePublicKey):
        _expect(kind == f"{name}_ecdsa")
        key.verify(value, attributes, ec.ECDSA(_HASHES[name]()))
    else:
        raise BadSignedDataError


def _hash_name(algorithm: Any) -> str:
    name = str(algorithm["algorithm"].native)
    _expect(name in _HASHES and _bare(algorithm))
    return name


def _bare(algorithm: Any) -> bool:
    """Whether an algorithm has no parameters, or the empty ones."""
    own = algorithm["algorithm"].dump()
    return bytes(algorithm.contents) in (own, own + _NULL)


def _attribute(info: Any, name: str) -> Any:
    found = _optional(info, name)
    if found is None:
        raise BadSignedDataError
    return found


def _optional(info: Any, name: str) -> Any:
    found = [each for each in info["signed_attrs"] if each["type"].native == name]
    if not found:
        return None
    _expect(len(found) == 1 and len(found[0]["values"]) == 1)
    return found[0]["values"][0]


def _check_all_read(sequence: Any) -> None:
    """No field under a tag that is none of its own: the library would pass over it."""
    _expect(sum(len(sequence[name].dump()) for name in sequence) == len(sequence.contents))


def _check_der(data: bytes, at: int, end: int, depth: int) -> None:
    """Every length is definite and as short as can be, and everything lies within what holds it (X.690, 10.1)."""
    _expect(depth < _DEPTH)
    while at < end:
        tag = data[at]
        _expect(tag != 0 and tag & 0x1F != 0x1F)
        length, begin = _length(data, at + 1)
        _expect(begin + length <= end)
        if tag & 0x20:
            _check_der(data, begin, begin + length, depth + 1)
        at = begin + length
    _expect(at == end)


def _length(data: bytes, at: int) -> tuple[int, int]:
    first = data[at]
    if first < 0x80:
        return first, at + 1
    count = first & 0x7F
    _expect(1 <= count <= 4)
    length = int.from_bytes(data[at + 1 : at + 1 + count], "big")
    _expect(length >= 0x80 and length >> (8 * (count - 1)) > 0)
    return length, at + 1 + count


def _der_length(data: bytes) -> int:
    try:
        _expect(data[:1] == b"\x30")
        length, begin = _length(data, 1)
    except IndexError as error:
        raise BadSignedDataError from error
    _expect(begin + length <= len(data))
    return begin + length


def _expect(holds: bool) -> None:
    if not holds:
        raise BadSignedDataError


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _fingerprint(certificate: x509.Certificate) -> str:
    return certificate.fingerprint(hashes.SHA256()).hex()


def _name(certificate: x509.Certificate) -> str:
    for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        found = certificate.subject.get_attributes_for_oid(oid)
        if found:
            return "".join(each if each.isprintable() else " " for each in str(found[0].value)[:200])
    return certificate.subject.rfc4514_string()[:200]


def _der() -> Any:
    from cryptography.hazmat.primitives.serialization import Encoding

    return Encoding.DER
