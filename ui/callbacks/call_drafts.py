"""What was entered for a call: kept per buyer until it is written, and brought back when the call is taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from models.call_back_records import Satisfaction
from models.call_kinds import Channel
from models.kinds import CallOutcome
from models.records import CallBack

Key = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class CallDraft:
    """A call as it would be saved. Without an outcome it is not ready yet.

    `next_on` and `at_time` are None where the proposal is taken; `promise_on` counts only beside `promise`.
    """

    buyer_id: int
    call_back_id: int | None
    outcome: CallOutcome | None = None
    satisfaction: Satisfaction = Satisfaction.NOT_ASKED
    tags: tuple[str, ...] = ()
    minutes: int | None = None
    note: str = ""
    promise: str = ""
    promise_on: date | None = None
    next_on: date | None = None
    at_time: str | None = None
    channel: Channel | None = None
    case_id: int | None = None
    opened_case_id: int | None = None
    seen: CallBack | None = field(default=None, compare=False)
    """The call-back as it was shown: saving is refused where it is not so any more."""

    @property
    def key(self) -> Key:
        """Whose it is."""
        return self.buyer_id, self.call_back_id

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered."""
        bare = CallDraft(self.buyer_id, self.call_back_id)
        return replace(self, at_time=None, channel=None, case_id=None, promise_on=None) == bare


class DraftBook:
    """The drafts of the buyers that are not in front, and those that were written in this session."""

    def __init__(self) -> None:
        self._kept: dict[Key, CallDraft] = {}
        self._written: dict[Key, tuple[CallDraft, CallBack | None]] = {}
        self._records: dict[Key, int] = {}
        self._undone = False

    def keep(self, draft: CallDraft) -> None:
        """Keep what was entered; an empty draft leaves nothing."""
        if draft.is_empty:
            self._kept.pop(draft.key, None)
        else:
            self._kept[draft.key] = draft

    def kept(self, key: Key) -> CallDraft | None:
        """What is kept for a buyer."""
        return self._kept.get(key)

    def take(self, key: Key) -> CallDraft | None:
        """What is kept for a buyer, now in the form's hands."""
        return self._kept.pop(key, None)

    def written(self, draft: CallDraft, before: CallBack | None, record_id: int | None = None) -> None:
        """A call was written; `before` is the call-back as it was when the call was made."""
        if record_id is not None:
            self._records[draft.key] = record_id
        self._kept.pop(draft.key, None)
        self._written.pop(draft.key, None)
        self._written[draft.key] = (draft, before)
        self._undone = False

    def heed_undo(self) -> None:
        """Something was undone: what is now as it was before its call may come back, until the next call is written."""
        self._undone = True

    def last_undone(self, rows: dict[int, CallBack]) -> int | None:
        """The call-back that is again as it was before its call was written; the newest of them."""
        for _, before in reversed(self._written.values()) if self._undone else ():
            if before is not None and rows.get(before.id) == before:
                return before.id
        return None

    def take_undone(self, key: Key, now: CallBack | None) -> CallDraft | None:
        """What had been entered for a call that was taken back."""
        found = self._written.get(key)
        if not self._undone or found is None or found[1] is None or found[1] != now:
            return None
        self._records.pop(key, None)
        return self._written.pop(key)[0]

    def record_of(self, key: Key) -> int | None:
        """The call that was written for a key in this session, unless it was taken back."""
        return self._records.get(key)
