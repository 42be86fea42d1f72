"""`verify-packet`: whether a packet, an archive or a folder is intact; no shop is made or changed by it.

The status is 0 for intact, 1 for changed, 3 for unknown, 2 for what cannot be read.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from desktop.commands.output import Output
from desktop.decoder.client import Decoder
from desktop.packets.checked import Verdict
from desktop.packets.proof_words import report_lines
from desktop.services.known_packets import KnownPackets
from desktop.services.packet_checking import PacketChecking
from models.clock import zone
from models.errors import AftercaseError, EnvironmentFault
from models.store.connection import CaseDatabase
from models.store.evidence_files import EvidenceFiles
from models.store.folder import DataFolder
from models.store.known_files import reading
from models.store.migrate import schema_version
from models.store.migrations import STEPS

INTACT, CHANGED, UNREADABLE, UNKNOWN = 0, 1, 2, 3
_STATUS = {Verdict.INTACT: INTACT, Verdict.CHANGED: CHANGED, Verdict.UNKNOWN: UNKNOWN}
_PASSWORD_BYTES = 4096
_ZONE = "Asia/Shanghai"


def verify_packet(options: Namespace, output: Output) -> int:
    """Check one file or folder; the shop's records are read if its data folder is there."""
    language = options.lang or "zh"
    password = ""
    if options.password_stdin:
        password = sys.stdin.buffer.readline(_PASSWORD_BYTES).decode("utf-8", "replace").rstrip("\r\n")
    with ExitStack() as open_things:
        decoder = open_things.enter_context(closing(Decoder()))
        known = open_things.enter_context(_known(DataFolder(Path(options.root)), output))
        try:
            checked = PacketChecking(decoder, known).check(Path(options.file), password=password)
        except EnvironmentFault as error:
            output.failure(error)
            return UNREADABLE
    for line in report_lines(checked, language, zone(_ZONE)):
        output.line(line)
    output.value(checked)
    return _STATUS[checked.verdict]


@contextmanager
def _known(folder: DataFolder, output: Output) -> Iterator[KnownPackets | None]:
    if not folder.database.is_file():
        yield None
        return
    with ExitStack() as found:
        database: CaseDatabase | None = None
        try:
            database = found.enter_context(reading(folder.database))
            if schema_version(database) != STEPS[-1].version:
                # Only the window lifts it; here nothing is written.
                output.line(f"{folder.root}: of another version of the program, not asked")
                database = None
        except AftercaseError as error:
            output.line(f"{folder.root}: {error.code}, not asked")
        if database is None:
            yield None
        else:
            yield KnownPackets(database.ready, EvidenceFiles(folder), lambda: _fingerprint(folder))


def _fingerprint(folder: DataFolder) -> str:
    from desktop.packets.certificates import facts_of, public_of

    try:
        return facts_of(public_of(folder.certificate.read_bytes())).fingerprint
    except (OSError, AftercaseError):
        return ""
