"""The calendar that leaves the window: an .ics file for once, or one kept up to date where a phone subscribes to it."""

from __future__ import annotations

import re
import secrets
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.exporters.calendar_marks import is_ours, published_sequences
from desktop.exporters.whole_file import write_file
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.call_kinds import CallBackKind
from models.clock import from_millis, to_millis, zone
from models.errors import AftercaseError, EnvironmentFault, UserError
from models.kinds import Tier
from models.rules.calendar_choices import CALENDAR_CHOICES, CalendarChoices, checked, read_choices
from models.rules.calendar_events import (
    KEPT_CANCELLED,
    SHOWN_CANCELLED,
    CalendarEvent,
    PlannedCall,
    event_of,
    raised,
)
from models.store import calendar_entries, shops

if TYPE_CHECKING:
    from desktop.exporters.calendar_file import CalendarEncoder

FILE_NAME = "aftercase-call-backs.ics"
_FOLDER, _STATE, _ID, _LEFT = "calendar_folder", "calendar_state", "calendar_id", "calendar_left"
_STAGED, _A_DAY = re.compile(r"\.[0-9a-f]{32}\.part"), 86_400
_LARGEST, _MOST_LEFT = 64 * 1024 * 1024, 10
_SAMPLE = PlannedCall(
    0, datetime(2026, 11, 20, tzinfo=UTC).date(), "14:30", CallBackKind.RHYTHM, "", True, "tb_3821", "张晓",
    "13800001234", Tier.V2, "Asia/Shanghai",
)  # fmt: skip
Run = Callable[[Callable[[], Any]], "Future[Any]"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A calendar ready to be put in its place: its bytes, and how many of its events stand."""

    data: bytes
    events: int


@dataclass(frozen=True, slots=True)
class FeedState:
    """Where the calendar file is kept (None: nowhere), when it was last written or found right, what is wrong, and
    which files stayed where it was kept before."""

    folder: Path | None
    written_at: datetime | None
    problem: AftercaseError | None
    left: tuple[Path, ...] = ()

    @property
    def file(self) -> Path | None:
        """The file a phone subscribes to."""
        return None if self.folder is None else self.folder / FILE_NAME


class CalendarFeed:
    """Reads the store; writes `calendar_entry`, its settings and the one file."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self.bench = bench
        self.settings = settings
        self._putting, self._preparing = threading.Lock(), threading.Lock()
        self._encoder: CalendarEncoder | None = None
        self._worded: tuple[object, dict[int, tuple[PlannedCall, CalendarEvent]]] = (None, {})

    # What is chosen

    def choices(self) -> CalendarChoices:
        """What the owner lets into the file."""
        return read_choices(self.settings.get(CALENDAR_CHOICES))

    def choose(self, choices: CalendarChoices) -> None:
        """Keep what is let into the file. UserError as of `checked`."""
        self.settings.set(CALENDAR_CHOICES, checked(choices).stored())

    def sample(self, choices: CalendarChoices, language: str) -> str:
        """What a phone would show of a call-back of a made-up buyer."""
        event = event_of(replace(_SAMPLE, subject=_ASK[language != "zh"]), choices, language, uid="", now=_NEVER)
        return "\n".join(part for part in (event.summary, event.description) if part)

    # The folder

    def state(self) -> FeedState:
        """Where the file is and how it went the last time."""
        folder = self.settings.get(_FOLDER)
        kept = self.settings.get(_STATE)
        written, problem = None, None
        if isinstance(kept, Mapping):
            if isinstance(kept.get("at"), int):
                written = from_millis(kept["at"])
            if isinstance(kept.get("code"), str) and kept["code"]:
                values = kept.get("values")
                problem = EnvironmentFault(kept["code"], **(values if isinstance(values, dict) else {}))
        left = tuple(each / FILE_NAME for each in self._left())
        return FeedState(Path(folder) if isinstance(folder, str) and folder else None, written, problem, left)

    def keep_in(self, folder: Path) -> None:
        """Keep the calendar in this folder from now on; the file kept elsewhere before stays, and is told by `state`.

        UserError `calendar_folder_unusable` if it is none or lies in the data folder, EnvironmentFault
        `calendar_file_foreign` if it holds another's file of that name.
        """
        try:
            place = folder.resolve(strict=True)
            usable = place.is_dir() and not place.is_relative_to(self.bench.store.folder.root.resolve())
        except (OSError, ValueError, RuntimeError):
            usable = False
        if not usable:
            raise UserError("calendar_folder_unusable", folder=str(folder)[:200])
        self._read_ours(place)
        self._turn_to(place)

    def leave(self) -> None:
        """Write no more. The file that is there stays, as a phone may be reading it, until `remove_left`."""
        self._turn_to(None)

    def remove_left(self) -> int:
        """Take away the files that stayed where the calendar was kept before; how many. Call on a thread of files.

        Only what is surely this calendar's goes; another's file of that name is left alone and no longer told of.
        EnvironmentFault `calendar_folder_gone` for a folder that cannot be reached, which is told of further on.
        """
        removed, unreached = 0, None
        with self._putting:
            for folder in self._left():
                try:
                    if is_ours(self._read_ours(folder) or b"", self._id()):
                        (folder / FILE_NAME).unlink(missing_ok=True)
                        removed += 1
                except OSError as error:
                    unreached = EnvironmentFault("calendar_folder_gone", folder=str(folder), reason=error.errno or 0)
                    continue
                except EnvironmentFault as error:
                    if error.code == "calendar_folder_gone":
                        unreached = error
                        continue
                self.settings.set(_LEFT, [str(each) for each in self._left() if each != folder])
        if unreached is not None:
            raise unreached
        return removed

    def _turn_to(self, folder: Path | None) -> None:
        before = self.state().folder
        places = [*self._left(), *([before] if before is not None else [])]
        self.settings.set(_LEFT, [str(each) for each in dict.fromkeys(places) if each != folder][-_MOST_LEFT:])
        self.settings.set(_FOLDER, "" if folder is None else str(folder))
        self.settings.set(_STATE, None)

    def _left(self) -> tuple[Path, ...]:
        found = self.settings.get(_LEFT)
        return tuple(Path(each) for each in found if isinstance(each, str)) if isinstance(found, list) else ()

    # Writing

    def export(
        self, path: Path, *, language: str, choices: CalendarChoices | None = None, run: Run | None = None
    ) -> int:  # fmt: skip
        """Write one file for once; how many events stand in it. Errors as of `write_file`; `run` as of `write_now`."""
        # An older copy of the data folder does not know what it wrote later; the files it wrote do.
        above: dict[str, int] = {}
        for each in (path, self.state().file):
            for uid, number in self._published(each).items():
                above[uid] = max(number, above.get(uid, -1))
        prepared = self.prepare(language, choices, above=above, run=run)
        write_file(path, lambda staged: staged.write_bytes(prepared.data))
        return prepared.events

    def write_now(self, language: str, run: Run | None = None) -> bool:
        """Bring the file in the chosen folder up to date; whether it had to be written. Call on a thread of files.

        `run` does its piece of work on the thread that writes the store. What went wrong is kept in `state` and raised:
        EnvironmentFault `calendar_folder_gone`, `calendar_folder_linked`, `calendar_file_foreign`, or as `write_file`.
        """
        with self._putting:
            folder = self.state().folder
            if folder is None:
                return False
            try:
                written = self._write(folder, language, run)
            except AftercaseError as error:
                self._note(folder, error)
                raise
            self._note(folder, None)
            return written

    def _write(self, folder: Path, language: str, run: Run | None) -> bool:
        there = self._read_ours(folder)
        above = published_sequences(there) if there is not None else {}
        data = self.prepare(language, above=above, run=run, subscribed=True).data
        if there == data:
            return False
        path = folder / FILE_NAME
        write_file(path, lambda staged: staged.write_bytes(data))
        self._sweep(folder)
        return True

    def _published(self, file: Path | None) -> dict[str, int]:
        """The sequences of a file, if it is there and ours."""
        try:
            if file is None or not file.is_file() or file.stat().st_size > _LARGEST:
                return {}
            data = file.read_bytes()
        except (OSError, ValueError):
            return {}
        return published_sequences(data) if is_ours(data, self._id()) else {}

    def _sweep(self, folder: Path) -> None:
        """Take away what a program that was killed while it wrote here left half done, a day ago or earlier."""
        with suppress(OSError):
            before = self.bench.clock.now().timestamp() - _A_DAY
            for each in folder.glob(".*.part"):
                old = _STAGED.fullmatch(each.name) and not each.is_symlink() and each.stat().st_mtime < before
                if old and is_ours(each.read_bytes()[:2_000], self._id()):
                    each.unlink()

    def _note(self, folder: Path, error: AftercaseError | None) -> None:
        if self.state().folder != folder:
            # Another folder was chosen meanwhile: how it goes there is told by its own writing.
            return
        kept = self.settings.get(_STATE)
        before = kept.get("at") if isinstance(kept, Mapping) else None
        if error is None:
            self.settings.set(_STATE, {"at": to_millis(self.bench.clock.now())})
            return
        values = {name: value for name, value in error.values.items() if isinstance(value, str | int)}
        self.settings.set(_STATE, {"at": before, "code": error.code, "values": values})

    def _read_ours(self, folder: Path) -> bytes | None:
        """The file that is there, None for none; nothing that is another's, or leads elsewhere, is touched."""
        path = folder / FILE_NAME
        try:
            if not folder.is_dir():
                raise EnvironmentFault("calendar_folder_gone", folder=str(folder))
            if folder.resolve() != folder or path.is_symlink():
                raise EnvironmentFault("calendar_folder_linked", folder=str(folder))
            if not path.exists():
                return None
            if not path.is_file() or path.stat().st_size > _LARGEST:
                raise EnvironmentFault("calendar_file_foreign", file=str(path))
            data = path.read_bytes()
        except OSError as error:
            raise EnvironmentFault("calendar_folder_gone", folder=str(folder), reason=error.errno or 0) from error
        # A file of no bytes is what a full disk or a broken sync left of ours.
        if data and not is_ours(data, self._id()):
            raise EnvironmentFault("calendar_file_foreign", file=str(path))
        return data

    # What stands in it

    def prepare(
        self, language: str, choices: CalendarChoices | None = None, *, above: Mapping[str, int] | None = None,
        run: Run | None = None, subscribed: bool = False,
    ) -> Prepared:  # fmt: skip
        """The calendar as of now, with what it says of each call-back kept for the next time.

        `above`: sequences that are out there already, as the file of a newer copy of this data folder had them. Only
        what is new is written, by `run`: whoever logs a call does not wait for 5,000 events to be put into words.

        What was published and lies beyond the days ahead now is cancelled, so that no calendar keeps it on a day where
        it may no longer stand; a file for once leaves it out while it stands as it was published. In a file that is
        `subscribed` to, what was cancelled leaves sooner: some calendars show it crossed out.
        """
        chosen = checked(choices or self.choices())
        write = run or _at_once
        now = self.bench.clock.now().replace(microsecond=0)
        known = shops.list_shops(self.bench.store.database)
        here = known[0].time_zone if known else self.bench.time_zone
        last = now.astimezone(zone(here)).date() + timedelta(days=chosen.days)
        since = now - (SHOWN_CANCELLED if subscribed else KEPT_CANCELLED)
        # Two at once would give one number to two contents.
        with self._preparing:
            own = self._id() or str(write(self._make_id).result())
            # What was put into words for the last file, of the same choices, is not put into them again.
            worded = self._worded[1] if self._worded[0] == (chosen, language) else {}
            said: dict[int, tuple[PlannedCall, CalendarEvent]] = {}
            events: list[CalendarEvent] = []
            changed: list[tuple[int, CalendarEvent]] = []
            for call in calendar_entries.list_planned(self.bench.store.database, last, since):
                if call.stands and call.day > last:
                    if not subscribed and self._is_as_published(call, language, now):
                        continue
                    call = replace(call, stands=False)
                entry, uid = call.entry, call.entry.uid if call.entry else f"{own}-{call.id}@aftercase"
                before = worded.get(call.id)
                kept = before[1] if before is not None and before[0] == call else None
                event = kept or event_of(call, chosen, language, uid=uid, now=now)
                event = raised(event, (above or {}).get(uid, -1), now) if _is_new(call, event, above) else event
                events.append(event)
                if event is kept or (entry and (entry.sequence, entry.digest) == (event.sequence, event.digest)):
                    said[call.id] = (call, event)
                else:
                    changed.append((call.id, event))
            if changed:
                write(lambda: self._keep(changed)).result()
            self._worded = ((chosen, language), said)
        data = self._encode(own, _NAME[language != "zh"], here, events)
        return Prepared(data, sum(not event.cancelled for event in events))

    def _is_as_published(self, call: PlannedCall, language: str, now: datetime) -> bool:
        entry = call.entry
        if entry is None:
            return False
        return event_of(call, self.choices(), language, uid=entry.uid, now=now).digest == entry.digest

    def _encode(self, own: str, name: str, here: str, events: Sequence[CalendarEvent]) -> bytes:
        from desktop.exporters.calendar_file import CalendarEncoder, CalendarHead

        if self._encoder is None:
            self._encoder = CalendarEncoder()
        return self._encoder.encode(CalendarHead(own, name, here), events)

    def _keep(self, changed: Sequence[tuple[int, CalendarEvent]]) -> None:
        with self.bench.store.write(self.bench.stamp()) as transaction:
            calendar_entries.keep_entries(transaction, changed)

    def _make_id(self) -> str:
        """The random part of this data folder's UIDs: made once, on disk before the first of them."""
        with self.bench.store.write(self.bench.stamp()) as transaction:
            found = shops.read_setting(transaction.database, _ID)
            made = found if isinstance(found, str) and found.isalnum() else secrets.token_hex(12)
            shops.write_setting(transaction, _ID, made)
        self.settings.set(_ID, made)
        return made

    def _id(self) -> str:
        found = self.settings.get(_ID)
        return found if isinstance(found, str) and found.isalnum() else ""


def _is_new(call: PlannedCall, event: CalendarEvent, above: Mapping[str, int] | None) -> bool:
    """Whether an event with a sequence that is out there already is not the one of the newest writing."""
    out = (above or {}).get(event.uid, -1)
    if call.entry is None:
        return out >= event.sequence
    return out > event.sequence or (out == event.sequence and event.sequence != call.entry.sequence)


_ASK = ("问问新椅子用得怎样", "Ask how the new chair is")
_NAME = ("售后回访", "Call-backs")
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)


def _at_once(work: Callable[[], Any]) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_result(work())
    return future
