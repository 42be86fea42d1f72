"""The shop's certificate, and closing packets with it: kept in the data folder, its key locked by a passphrase.

The passphrase is asked once a session and kept nowhere; neither it nor the key is ever in the database, the history or
the log.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.packets.values import Sealed, SealWish
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.errors import EnvironmentFault, UserError
from models.store import fsops
from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.packets.certificates import CertificateFacts, Identity

STAMP_SERVER = "packet.stamp_server"


class SealingService:
    """Makes, takes in, tells, forgets and uses the certificate. Safe to call from any thread; signing takes a while."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings
        self._path = bench.store.folder.certificate
        self._lock = threading.Lock()
        self._unlocked: Identity | None = None

    # The certificate

    def describe(self) -> CertificateFacts | None:
        """What the shop's certificate says; None if there is none. UserError `certificate_damaged`."""
        from desktop.packets.certificates import facts_of, public_of

        pem = self._read()
        return None if pem is None else facts_of(public_of(pem))

    def make_certificate(self, name: str, passphrase: str, *, key: str = "rsa") -> CertificateFacts:
        """A self-signed one with this name, for 10 years, in the place of none.

        `key`: `rsa` (3072 bits) or `ec` (P-256). UserError `certificate_there`, `certificate_name`,
        `certificate_name_long`, `passphrase_short`, `passphrase_long`, `passphrase_bad`.
        """
        from desktop.packets.certificates import KeyKind, check_passphrase, make_identity

        self._check_none()
        check_passphrase(passphrase)
        return self._keep(make_identity(name, KeyKind(key), self._bench.clock.now()), passphrase, "certificate_made")

    def import_pkcs12(self, path: Path, passphrase: str) -> CertificateFacts:
        """Take in a certificate with its key from a .p12 or .pfx file; it is kept under the same passphrase.

        UserError `certificate_there` and those of `read_pkcs12`; EnvironmentFault `file_unreadable`.
        """
        from desktop.packets.certificates import PKCS12_LIMIT, read_pkcs12

        self._check_none()
        try:
            with path.open("rb") as stream:
                data = stream.read(PKCS12_LIMIT + 1)
        except (OSError, ValueError) as error:
            raise EnvironmentFault("file_unreadable", file=path.name, reason=getattr(error, "strerror", "")) from error
        return self._keep(read_pkcs12(data, passphrase, self._bench.clock.now()), passphrase, "certificate_imported")

    def export_certificate(self, path: Path) -> None:
        """Write the public certificate (DER, .cer) for who receives packets. UserError `no_certificate`."""
        from cryptography.hazmat.primitives.serialization import Encoding

        from desktop.exporters.whole_file import write_file
        from desktop.packets.certificates import public_of

        pem = self._read()
        if pem is None:
            raise UserError("no_certificate")
        data = public_of(pem).public_bytes(Encoding.DER)
        write_file(path, lambda staged: staged.write_bytes(data))

    def forget(self) -> None:
        """Remove the certificate with its key: what was signed stays signed, nothing new can be."""
        facts = self.describe_or_none()
        if not self._path.exists():
            return
        try:
            fsops.remove(self._path)
            fsops.sync_folder(self._path.parent)
        except OSError as error:
            raise EnvironmentFault("file_unwritable", file=self._path.name, reason=error.strerror or "") from error
        self.lock()
        self._note("certificate_forgotten", facts)

    def describe_or_none(self) -> CertificateFacts | None:
        """As `describe`, and None for a damaged one."""
        try:
            return self.describe()
        except UserError:
            return None

    # The session

    @property
    def unlocked(self) -> bool:
        """Whether the passphrase was given in this session."""
        return self._unlocked is not None

    def unlock(self, passphrase: str) -> None:
        """Give the passphrase for this session. UserError `no_certificate`, `passphrase_wrong`."""
        self._identity(passphrase)

    def lock(self) -> None:
        """Forget the key of this session."""
        with self._lock:
            self._unlocked = None

    # The time stamp

    @property
    def stamp_server(self) -> str:
        """The address of the RFC 3161 server; empty when none is set."""
        kept = self._settings.get(STAMP_SERVER)
        return kept if isinstance(kept, str) else ""

    def set_stamp_server(self, address: str) -> None:
        """Set it, or none with an empty text. UserError `stamp_address` for anything but http and https."""
        from desktop.packets.time_stamps import check_address

        self._settings.set(STAMP_SERVER, check_address(address))

    # Closing

    def seal(self, content: bytes, wish: SealWish) -> Sealed:
        """A finished PDF closed as wished; as it was when nothing is.

        UserError `no_certificate`, `passphrase_needed`, `passphrase_wrong`, `certificate_expired`, and those of the
        password; EnvironmentFault `stamp_failed` with `reason`: `SealWish.stamp` False goes without.
        """
        if not wish.password and not wish.sign:
            return Sealed(content)
        from desktop.packets.sealing import seal

        identity = stamps = None
        if wish.sign:
            identity = self._identity(wish.passphrase)
            self._check_valid(identity)
            if wish.stamp and self.stamp_server:
                from desktop.packets.time_stamps import StampServer

                stamps = StampServer(self.stamp_server)
        return seal(content, password=wish.password, identity=identity, stamps=stamps)

    def _check_valid(self, identity: Identity) -> None:
        from desktop.packets.certificates import facts_of

        facts = facts_of(identity.certificate)
        if not facts.holds_at(self._bench.clock.now()):
            raise UserError("certificate_expired", until=facts.valid_to)

    def _identity(self, passphrase: str) -> Identity:
        from desktop.packets.certificates import unlock

        with self._lock:
            if not passphrase and self._unlocked is not None:
                return self._unlocked
            pem = self._read()
            if pem is None:
                raise UserError("no_certificate")
            if not passphrase:
                raise UserError("passphrase_needed")
            self._unlocked = unlock(pem, passphrase)
            return self._unlocked

    def _read(self) -> bytes | None:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise EnvironmentFault("file_unreadable", file=self._path.name, reason=error.strerror or "") from error

    def _check_none(self) -> None:
        if self._path.exists():
            raise UserError("certificate_there")

    def _keep(self, identity: Identity, passphrase: str, code: str) -> CertificateFacts:
        from desktop.packets.certificates import facts_of, locked_pem

        try:
            fsops.write_whole(self._path, locked_pem(identity, passphrase))
        except OSError as error:
            raise EnvironmentFault("file_unwritable", file=self._path.name, reason=error.strerror or "") from error
        with self._lock:
            self._unlocked = identity
        facts = facts_of(identity.certificate)
        self._note(code, facts)
        return facts

    def _note(self, code: str, facts: CertificateFacts | None) -> None:
        """What became of it, with its public name and fingerprint."""
        details = {"name": facts.name, "fingerprint": facts.fingerprint} if facts is not None else {}

        def work(transaction: Transaction) -> None:
            transaction.record(code, entity="setting", entity_id=0, case_id=None, details=details)

        self._bench.act(code, work, values=details, undoable=False)
