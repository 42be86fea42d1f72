"""`self-check`: whether this installation works, tried on data that it makes itself and throws away."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

from desktop.bootstrap import build
from desktop.commands.output import Output
from desktop.context import AppContext
from desktop.decoder.protocol import Operation
from desktop.decoder.results import NoPreview, Pixels
from desktop.demo.artist import Artist
from desktop.demo.kinds import EVIDENCE_KINDS
from desktop.demo.scene import Scene
from desktop.packets.checked import Verdict
from desktop.packets.values import SealWish
from desktop.platform.own_process import NO_CONSOLE_WINDOW, own_command
from desktop.platform.resources import resource
from desktop.services.packs import PackLibrary
from desktop.services.workdays import work_calendar
from models.clock import FixedClock, zone
from models.errors import AftercaseError
from models.kinds import CaseState, EvidenceSource, Platform, Problem, Role
from models.packet_records import PacketPlan
from models.rules.pinyin import initials
from models.store.history import verify_chain
from models.store.migrate import schema_version
from models.store.migrations import STEPS
from models.store.order_import import ImportedLine, ImportedOrder, import_orders
from models.store.verify import check_database, verify_store

WINDOW_FLAG = "--self-check-window"
_WINDOW_SECONDS = 90
_SAMPLES = ("jpg", "png", "webp", "gif", "bmp", "heic", "pdf", "mp4")
_COMPILED_TRANSLATION = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_NOW = datetime(2026, 11, 20, 1, 42, tzinfo=UTC)
_PASSPHRASE = "云雀-2611-lark"  # noqa: S105  (of a certificate that is thrown away)
_ORDER, _TITLE, _SUMMARY = "2611120000001", "雾釉餐盘 8 寸 四只装", "打开就碎了两只，外箱有压痕"


class NotHoldingError(Exception):
    """What does not hold, in plain words."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried."""

    name: str
    holds: bool
    detail: str


def self_check(output: Output) -> int:
    """Try everything an installation needs; 0 only if all of it holds. Nothing of the user's is opened."""
    checks: list[Check] = []
    with tempfile.TemporaryDirectory(prefix="aftercase-check-", ignore_cleanup_errors=True) as folder:
        for name, work in _checks(Path(folder)):
            check = _tried(name, work)
            checks.append(check)
            output.line(f"{'ok    ' if check.holds else 'FAILED'} {check.name}: {check.detail}")
    holds = all(check.holds for check in checks)
    output.line("everything holds" if holds else "NOT everything holds")
    output.value({"holds": holds, "checks": checks})
    return 0 if holds else 1


def _tried(name: str, work: Callable[[], str]) -> Check:
    try:
        return Check(name, True, work())
    except NotHoldingError as error:
        return Check(name, False, str(error))
    except AftercaseError as error:
        return Check(name, False, f"{error.code} {dict(error.values)}")
    except Exception as error:  # noqa: BLE001
        # A broken installation fails in ways nobody foresaw: said here, and the other checks go on.
        return Check(name, False, f"{type(error).__name__}: {error}")


def _checks(folder: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "new data folder", lambda: _new_folder(folder / "new")
    yield "old database", lambda: _old_database(folder / "old")
    yield "decoder", lambda: _decoder(folder / "new")
    yield "packet", lambda: _packet(folder / "new")
    yield "sealing", lambda: _sealing(folder / "new")
    yield "integrity", lambda: _integrity(folder / "new")
    yield "policy packs", _policy_packs
    yield "calendars and names", _calendars_and_names
    yield "sample drawings", _sample_drawings
    yield "icons", _icons
    yield "translations", _translations
    yield "window", _window


@contextmanager
def _opened(root: Path) -> Iterator[AppContext]:
    context = build(root, clock=FixedClock(_NOW), threads=False)
    try:
        yield context
    finally:
        context.close()


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise NotHoldingError(otherwise)


def _new_folder(root: Path) -> str:
    with _opened(root) as context:
        context.shops.choose_person(context.shops.add_person(name="小满", role=Role.OWNER))
        shop = context.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
        order = ImportedOrder(
            number=_ORDER, platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai", paid=16800,
            paid_at=datetime(2026, 11, 10, 4, tzinfo=UTC), signed_at=datetime(2026, 11, 18, 6, tzinfo=UTC),
            buyer_nick="花果山_大圣01", lines=(ImportedLine(_TITLE, "QH-1", "苔青", 1, 16800),),
        )  # fmt: skip
        context.bench.act("orders_imported", lambda write: import_orders(write, shop, [order]), undoable=False)
        target = context.cases.find_targets(_ORDER)[0]
        case_id = context.cases.open_case(problem=Problem.DAMAGED, order_id=target.order_id, summary=_SUMMARY)
        context.cases.change_state([case_id], CaseState.OPEN)
        undone = context.bench.undo_last()
        _expect(undone is not None, "nothing could be undone")
        page = context.cases.load_page(case_id)
        _expect(page.case.summary == _SUMMARY and page.case.state is CaseState.NEW, "the case is not as written")
        version = schema_version(context.store.database)
    return f"made, a case opened and an action undone, schema {version}"


def _old_database(root: Path) -> str:
    root.mkdir()
    (root / "case.db").write_bytes(gzip.decompress(resource("self_check", "schema_1.db.gz").read_bytes()))
    with _opened(root) as context:
        version = schema_version(context.store.database)
        _expect(version == STEPS[-1].version, f"lifted to schema {version} of {STEPS[-1].version}")
        problems = check_database(context.store)
        _expect(not problems, f"damaged after lifting: {'; '.join(problems)}")
        chain = verify_chain(context.store.database)
        _expect(chain.broken_at is None and chain.events > 0, f"history broken at event {chain.broken_at}")
        cases = context.store.highest_id("case")
        _expect(cases > 0, "the cases are gone")
    return f"schema 1 lifted to {version}, {chain.events} events of history hold"


def _decoder(root: Path) -> str:
    shown = []
    with _opened(root) as context:
        case_id = context.cases.find_case_id(_case_number(context))
        for extension in _SAMPLES:
            path = resource("self_check", f"sample.{extension}")
            found = context.decoder.picture(path, 400)
            _expect(isinstance(found, Pixels), f"{extension}: {getattr(found, 'reason', '')}")
            _expect(isinstance(found, Pixels) and _red_and_blue(found), f"{extension}: other colours than drawn")
            shown.append(extension)
        added = context.intake.add_paths(
            case_id, [resource("self_check", f"sample.{extension}") for extension in _SAMPLES], EvidenceSource.DROPPED
        )
        lost = [item.name for item in added if item.evidence_id is None]
        _expect(not lost, f"not kept as evidence: {', '.join(lost)}")
        for item in context.evidence.list_case_evidence(case_id):
            thumbnail = context.evidence.thumbnail(item, (64, 64))
            _expect(isinstance(thumbnail, Pixels), f"no thumbnail of {item.original_name}")
        first = context.evidence.list_case_evidence(case_id)[0]
        _expect(context.redactions.redact(first.id, [(1, 1, 9, 9)]).error is None, "no redacted copy")
        look = context.decoder.data(context.store.files.path(first.sha256), Operation.LIKENESS)
        _expect(isinstance(look, bytes), f"no look: {getattr(look, 'reason', '')}")
    return f"{' '.join(shown)} decoded in a process of its own and kept as evidence, one of them redacted"


def _case_number(context: AppContext) -> str:
    numbers = context.cases.find_targets(_ORDER)[0].open_cases
    _expect(bool(numbers), "the case is not found by its order")
    return numbers[0]


def _red_and_blue(pixels: Pixels) -> bool:
    def at(x: int) -> tuple[int, int, int]:
        start = pixels.stride * (pixels.height // 2) + 4 * x
        red, green, blue = pixels.data[start : start + 3]
        return red, green, blue

    left, right = at(pixels.width // 4), at(pixels.width * 3 // 4)
    return left[0] > 150 > left[2] and right[2] > 150 > right[0]


def _packet(root: Path) -> str:
    with _opened(root) as context:
        case_id = context.cases.find_case_id(_case_number(context))
        made = context.packets.preview(case_id, PacketPlan())
        facts = context.decoder.probe(made.path)
        words = [context.decoder.page_text(made.path, page) for page in range(facts.pages)]
        text = "".join(page for page in words if isinstance(page, str))
        plain = "".join(text.split())
        wanted = ("".join(_SUMMARY.split()), "".join(_TITLE.split()), _ORDER)
        missing = [piece for piece in wanted if piece not in plain]
        _expect(not any(isinstance(page, NoPreview) for page in words), "a page cannot be read")
        _expect(not missing, f"not in the packet: {', '.join(missing)}")
        _expect(isinstance(context.decoder.picture(made.path, 600), Pixels), "its cover cannot be shown")
    return f"{facts.pages} pages, Chinese text found in them"


def _sealing(root: Path) -> str:
    with _opened(root) as context:
        case_id = context.cases.find_case_id(_case_number(context))
        made = context.packets.preview(case_id)
        context.sealing.make_certificate("青禾家居", _PASSPHRASE, key="ec")
        sealed = context.sealing.seal(made.path.read_bytes(), SealWish(_PASSPHRASE, sign=True))
        path = root / "sealed.pdf"
        path.write_bytes(sealed.content)
        found = context.packet_checking.check(path)
        _expect(found.verdict is Verdict.INTACT and found.locked, f"signed and locked, yet {found.verdict.value}")
        changed = bytearray(sealed.content)
        changed[len(changed) // 3] ^= 1
        path.write_bytes(changed)
        _expect(context.packet_checking.check(path).verdict is Verdict.CHANGED, "a changed byte is not seen")
        path.unlink()
        context.sealing.forget()
    return "a packet signed and locked, read back, and a changed byte seen"


def _integrity(root: Path) -> str:
    with _opened(root) as context:
        report = verify_store(context.store)
    _expect(report.holds, f"database {report.database}, evidence {report.findings}, history {report.chain.broken_at}")
    return f"{report.evidence_checked} files and {report.chain.events} events as written"


def _policy_packs() -> str:
    library = PackLibrary(resource("packs"))
    problems = library.problems()
    _expect(not problems, "; ".join(f"{pack}: {problem}" for pack, problem in problems[:5]))
    return f"{len(library.ids())} loaded, their own tests hold"


def _calendars_and_names() -> str:
    _expect(zone("Asia/Shanghai").utcoffset(_NOW.replace(tzinfo=None)) is not None, "no time zones")
    _expect(not work_calendar("CN").is_workday(date(2026, 10, 1)), "the first of October is taken for a workday")
    _expect(not work_calendar("DE").is_workday(date(2026, 12, 25)), "Christmas in Germany is taken for a workday")
    _expect(initials("青禾").upper() == "QH", f"initials of 青禾: {initials('青禾')}")
    return "time zones, public holidays and pinyin are there"


def _sample_drawings() -> str:
    with Artist() as artist:
        for kind in ("waybill", "chat"):
            _expect(len(artist.draw(kind, Scene(1, "zh", talk=(("buyer", _SUMMARY),)))) > 10_000, f"no {kind} drawn")
    return f"drawn in a process of its own, {len(EVIDENCE_KINDS)} kinds known"


def _icons() -> str:
    files = sorted(resource("icons").glob("*.svg"))
    _expect(len(files) > 50, f"only {len(files)} icons")
    for file in files:
        root = ElementTree.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314  (our own files)
        _expect(root.tag.endswith("svg"), f"{file.name} is no SVG")
    return f"{len(files)} files"


def _translations() -> str:
    folder = resource("translations")
    compiled = {name for name in ("zh_CN", "en") if (folder / f"{name}.qm").is_file()}
    for name in compiled:
        head = (folder / f"{name}.qm").read_bytes()[: len(_COMPILED_TRANSLATION)]
        _expect(head == _COMPILED_TRANSLATION, f"{name}.qm is no translation")
    sources = [file for name in ("zh_CN", "en") if name not in compiled for file in (folder / name).glob("*.ts")]
    for file in sources:
        ElementTree.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314  (our own files)
    _expect(bool(compiled or sources), "there are none")
    return f"{len(compiled)} compiled, {len(sources)} sources"


def _window() -> str:
    """Qt is tried in a process of its own: no window is opened, and what it breaks does not end the check."""
    done = subprocess.run(
        own_command(WINDOW_FLAG), capture_output=True, timeout=_WINDOW_SECONDS, check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, creationflags=NO_CONSOLE_WINDOW,
    )  # fmt: skip
    said = done.stdout.decode("utf-8", "replace").strip().splitlines()
    problem = done.stderr.decode("utf-8", "replace").strip().splitlines()
    _expect(done.returncode == 0 and bool(said), (problem or said or [f"status {done.returncode}"])[-1])
    found = json.loads(said[-1])
    return f"Qt {found['qt']}: {found['icons']} icons drawn, {', '.join(found['languages'])}, fonts {found['fonts']}"
