"""Certificates to sign packets with: made here, taken from a PKCS#12 file, and kept locked by a passphrase.

Kept as one PEM text: the public certificates in clear, then a PKCS#12 with the key, encrypted with AES-256 under a key
derived from the passphrase by 300,000 rounds.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PrivateFormat, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from models.errors import UserError

PKCS12_LIMIT = 1 << 20
NAME_BYTES = 64
"""X.520: a common name has at most 64 bytes."""
YEARS = 10
PASSPHRASE_LEAST = 8
PASSPHRASE_MOST = 1024
_ROUNDS = 300_000
_DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")
"""RFC 9336."""
_LOCKED = re.compile(r"-----BEGIN LOCKED PKCS12-----\n([A-Za-z0-9+/=\n]+)-----END LOCKED PKCS12-----\n")
_USABLE = frozenset((ExtendedKeyUsageOID.EMAIL_PROTECTION, ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
                     _DOCUMENT_SIGNING, ObjectIdentifier("1.2.840.113583.1.1.5"),
                     ObjectIdentifier("1.3.6.1.4.1.311.10.3.12"), ExtendedKeyUsageOID.CLIENT_AUTH))  # fmt: skip

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


class KeyKind(StrEnum):
    """What kind of key a new certificate has."""

    RSA = "rsa"
    EC = "ec"


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What can be told without the passphrase. `fingerprint`: SHA-256 of the certificate in lower-case hex."""

    name: str
    issuer: str
    fingerprint: str
    valid_from: datetime
    valid_to: datetime
    self_signed: bool
    key: str
    """`RSA 3072` or `EC P-256`."""

    def holds_at(self, moment: datetime) -> bool:
        """Whether it is valid then."""
        return self.valid_from <= moment <= self.valid_to


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate with its key, unlocked: lives in memory only. `chain`: the certificates above it."""

    key: Key
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()


def make_identity(name: str, kind: KeyKind, now: datetime) -> Identity:
    """A self-signed certificate of this name for 10 years. UserError `certificate_name` if the name cannot be in one.

    Key usages: digital signature and content commitment; extended: document signing (RFC 9336). No authority.
    """
    shown = _name(name)
    key: Key = rsa.generate_private_key(65537, 3072) if kind is KeyKind.RSA else ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, shown)])
    start = now.astimezone(UTC).replace(microsecond=0) - timedelta(minutes=5)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(_years_on(start, YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([_DOCUMENT_SIGNING]), critical=False)
        .add_extension(own, critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(own), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Identity(key, certificate)


def read_pkcs12(data: bytes, passphrase: str, now: datetime) -> Identity:
    """The identity in a PKCS#12 file of somebody else.

    UserError `pkcs12_too_large`, `pkcs12_unusable` (no PKCS#12), `pkcs12_passphrase`, `pkcs12_no_key`,
    `pkcs12_key_kind`, `pkcs12_expired` with `until`, `pkcs12_not_for_signing`.
    """
    if len(data) > PKCS12_LIMIT:
        raise UserError("pkcs12_too_large", limit=PKCS12_LIMIT)
    if not _is_pkcs12(data):
        raise UserError("pkcs12_unusable")
    identity = _loaded(data, passphrase)
    facts = facts_of(identity.certificate)
    if not facts.holds_at(now):
        raise UserError("pkcs12_expired", until=facts.valid_to)
    if not _may_sign(identity.certificate):
        raise UserError("pkcs12_not_for_signing")
    return identity


def locked_pem(identity: Identity, passphrase: str) -> bytes:
    """The identity as it is kept: certificates in clear, the key locked."""
    locking = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase.encode("utf-8"))
    )
    data = pkcs12.serialize_key_and_certificates(
        None, identity.key, identity.certificate, identity.chain or None, locking
    )
    text = base64.b64encode(data).decode("ascii")
    lines = "".join(f"{text[at : at + 64]}\n" for at in range(0, len(text), 64))
    public = b"".join(each.public_bytes(Encoding.PEM) for each in (identity.certificate, *identity.chain))
    return public + f"-----BEGIN LOCKED PKCS12-----\n{lines}-----END LOCKED PKCS12-----\n".encode("ascii")


def unlock(pem: bytes, passphrase: str) -> Identity:
    """The identity kept in `pem`. UserError `passphrase_wrong`, `certificate_damaged`."""
    found = _LOCKED.search(pem.decode("ascii", "replace"))
    if found is None:
        raise UserError("certificate_damaged")
    try:
        return _loaded(base64.b64decode(found[1]), passphrase)
    except binascii.Error as error:
        raise UserError("certificate_damaged") from error
    except UserError as error:
        code = "passphrase_wrong" if error.code == "pkcs12_passphrase" else "certificate_damaged"
        raise UserError(code) from error


def public_of(pem: bytes) -> x509.Certificate:
    """The certificate in clear. UserError `certificate_damaged`."""
    try:
        return x509.load_pem_x509_certificate(pem)
    except ValueError as error:
        raise UserError("certificate_damaged") from error


def facts_of(certificate: x509.Certificate) -> CertificateFacts:
    """What a certificate says."""
    key = certificate.public_key()
    said = f"RSA {key.key_size}" if isinstance(key, rsa.RSAPublicKey) else "EC"
    if isinstance(key, ec.EllipticCurvePublicKey):
        said = {"secp256r1": "EC P-256", "secp384r1": "EC P-384", "secp521r1": "EC P-521"}.get(
            key.curve.name, f"EC {key.curve.name}"
        )
    return CertificateFacts(
        name=_shown(certificate.subject),
        issuer=_shown(certificate.issuer),
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        valid_from=certificate.not_valid_before_utc,
        valid_to=certificate.not_valid_after_utc,
        self_signed=certificate.subject == certificate.issuer,
        key=said,
    )


def check_passphrase(passphrase: str) -> str:
    """A new passphrase. UserError `passphrase_short` with `least`, `passphrase_long`, `passphrase_bad`."""
    if len(passphrase) < PASSPHRASE_LEAST:
        raise UserError("passphrase_short", least=PASSPHRASE_LEAST)
    if len(passphrase) > PASSPHRASE_MOST:
        raise UserError("passphrase_long", most=PASSPHRASE_MOST)
    if not passphrase.isprintable():
        raise UserError("passphrase_bad")
    return passphrase


def _loaded(data: bytes, passphrase: str) -> Identity:
    if len(passphrase) > PASSPHRASE_MOST or not passphrase.isprintable():
        raise UserError("pkcs12_passphrase")
    try:
        secret = passphrase.encode("utf-8") if passphrase else None
        key, certificate, more = pkcs12.load_key_and_certificates(data, secret)
    except (ValueError, TypeError) as error:
        # The library says the same of a wrong passphrase and of damage within; that it is a PKCS#12 was looked at.
        raise UserError("pkcs12_passphrase") from error
    except UnsupportedAlgorithm as error:
        raise UserError("pkcs12_unusable") from error
    if key is None or certificate is None:
        raise UserError("pkcs12_no_key")
    if not isinstance(key, (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey)):
        raise UserError("pkcs12_key_kind")
    if isinstance(key, rsa.RSAPrivateKey) and not 2048 <= key.key_size <= 8192:
        raise UserError("pkcs12_key_kind")
    if isinstance(key, ec.EllipticCurvePrivateKey) and not isinstance(
        key.curve, (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)
    ):
        raise UserError("pkcs12_key_kind")
    return Identity(key, certificate, tuple(more[:8]))


def _is_pkcs12(data: bytes) -> bool:
    """Whether the outermost layer is that of a PKCS#12 (RFC 7292): a sequence that begins with version 3."""
    if len(data) < 16 or data[0] != 0x30:
        return False
    skip = 2 if data[1] < 0x80 else 2 + (data[1] & 0x7F)
    return data[skip : skip + 3] == b"\x02\x01\x03"


def _may_sign(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
        if not (usage.digital_signature or usage.content_commitment):
            return False
    except (x509.ExtensionNotFound, ValueError):
        pass
    try:
        extended = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (x509.ExtensionNotFound, ValueError):
        return True
    return any(each in _USABLE for each in extended)


def _name(name: str) -> str:
    shown = " ".join(name.split())
    if not shown or not shown.isprintable():
        raise UserError("certificate_name")
    if len(shown.encode("utf-8")) > NAME_BYTES:
        raise UserError("certificate_name_long", limit=NAME_BYTES)
    return shown


def _shown(name: x509.Name) -> str:
    found = name.get_attributes_for_oid(NameOID.COMMON_NAME) or name.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    text = str(found[0].value) if found else name.rfc4514_string()
    return "".join(each if each.isprintable() else " " for each in text[:200])


def _years_on(moment: datetime, years: int) -> datetime:
    try:
        return moment.replace(year=moment.year + years)
    except ValueError:
        # The 29th of February.
        return moment.replace(year=moment.year + years, day=28)
