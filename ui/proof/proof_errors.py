"""The words for errors of sealing and of checking packets, by their codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from models.errors import AftercaseError
from ui import error_words
from ui.error_words import ErrorWords
from ui.i18n import translator

tr = translator("packet_proof")


def words_of(error: AftercaseError) -> ErrorWords | None:
    """The words for a code of this part; None for others."""
    for table in (_certificate, _passwords, _others):
        found = table(error.values).get(error.code)
        if found is not None:
            return ErrorWords(*found)
    return None


def _certificate(values: Mapping[str, object]) -> dict[str, tuple[str, str]]:
    until = values.get("until")
    day = f"{until:%Y-%m-%d}" if isinstance(until, datetime) else ""
    another = tr("Choose another file.")
    return {
        "certificate_name": (
            tr("This name cannot stand in a certificate."),
            tr("Use letters and numbers that are seen."),
        ),
        "certificate_name_long": (
            tr("The name is too long for a certificate."),
            tr("About 20 Chinese characters fit."),
        ),
        "certificate_there": (
            tr("There is a certificate already."),
            tr("Forget it first if another one is to be used."),
        ),
        "certificate_damaged": (tr("The kept certificate is damaged."), tr("Forget it, then make or import it again.")),
        "certificate_expired": (
            tr("The certificate was valid until %1.", day),
            tr("Forget it and make a new one, or import the renewed one."),
        ),
        "no_certificate": (tr("There is no certificate."), tr("Make one or import one first.")),
        "pkcs12_too_large": (tr("This file is far too large for a certificate."), another),
        "pkcs12_unusable": (tr("This is not a certificate file."), tr("Choose a file ending in .p12 or .pfx.")),
        "pkcs12_passphrase": (
            tr("The passphrase does not open this file."),
            tr("Type it again; if it is right, the file is damaged."),
        ),
        "pkcs12_no_key": (
            tr("There is no private key in this file, so it cannot sign."),
            tr("Export it again together with its private key."),
        ),
        "pkcs12_key_kind": (
            tr("Keys of this kind are not used for signing here."),
            tr("RSA from 2048 bits, or EC P-256."),
        ),
        "pkcs12_expired": (tr("This certificate is not valid today; it ends %1.", day), another),
        "pkcs12_not_for_signing": (tr("This certificate was not issued for signing documents."), another),
    }


def _passwords(values: Mapping[str, object]) -> dict[str, tuple[str, str]]:
    seen = tr("Only characters that can be seen, without line ends.")
    return {
        "passphrase_short": (
            tr("The passphrase is too short."),
            tr("At least %1 characters.", values.get("least", "")),
        ),
        "passphrase_long": (tr("The passphrase is too long."), tr("At most %1 characters.", values.get("most", ""))),
        "passphrase_bad": (tr("The passphrase holds a character that cannot be typed."), seen),
        "passphrase_wrong": (tr("The passphrase is wrong."), tr("Type it again. Nobody can tell it but who chose it.")),
        "passphrase_needed": (
            tr("The passphrase of the certificate is needed."),
            tr("It is asked once each time the program runs."),
        ),
        "password_short": (tr("The password is too short."), tr("At least %1 characters.", values.get("least", ""))),
        "password_long": (tr("The password is too long."), tr("About 40 Chinese characters or 120 letters fit.")),
        "password_bad": (tr("The password holds a character that cannot be typed."), seen),
    }


def _others(values: Mapping[str, object]) -> dict[str, tuple[str, str]]:
    return {
        "stamp_address": (
            tr("This is no address of a time stamp server."),
            tr("It begins with http:// or https:// and holds no password."),
        ),
        "stamp_failed": (
            tr("The time stamp server gave no stamp: %1.", values.get("reason", "")),
            tr("Nothing was made. Try again later, or go without a time stamp."),
        ),
        "packet_seal_needs_pdf": (
            tr("Only a PDF can be signed or locked."),
            tr("Choose a receiver that takes a PDF, or do not sign and lock."),
        ),
    }


error_words.register(words_of)
