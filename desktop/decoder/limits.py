"""The walls around a worker: memory, time, open files and written bytes, by whatever the system offers."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from typing import Any

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS_PER_REQUEST = 12
BEHIND_THE_WINDOW = 5
OPEN_FILES = 32
_WINDOWS_PROCESSES = 2  # a virtual environment's python.exe starts the real one as its child


def apply_in_worker() -> None:
    """Called by the worker before it reads its first request; lowers what it may use for the rest of its life."""
    sys.dont_write_bytecode = True  # no file may be written, so do not try
    if sys.platform == "win32":
        _silence_windows_dialogs()
        return
    import resource

    _step_back()
    wanted = (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for limit, value in wanted:
        _lower(resource, limit, value)


def _step_back() -> None:
    """The window comes first on every processor, yet a file must be done within its time on a busy machine too."""
    with suppress(OSError):
        os.nice(BEHIND_THE_WINDOW)


def allow_cpu_for_next_request() -> None:
    """Moves the CPU limit so that one request cannot use more than its share; the system ends the process beyond it."""
    if sys.platform == "win32":
        return  # the parent's clock is the only time limit there
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(usage.ru_utime + usage.ru_stime) + 1 + CPU_SECONDS_PER_REQUEST
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(
        resource.RLIMIT_CPU,
        (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard),
    )


def _lower(resource: Any, limit: int, value: int) -> None:
    _, hard = resource.getrlimit(limit)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    try:
        resource.setrlimit(limit, (value, value))
    except (OSError, ValueError):
        # macOS refuses some of these (RLIMIT_AS above all); the parent's time limit still stands.
        return


class Confinement:
    """What the parent holds around one worker process. Closing it ends the process where the system can do that."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._job: int | None = None
        if sys.platform == "win32":
            self._job = _windows_job(process)

    def close(self) -> None:
        if sys.platform == "win32" and self._job is not None:
            _close_windows_handle(self._job)
        self._job = None


# The Windows part below was written from the documentation of Job Objects and has not been run on Windows.
if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _LIMIT_ACTIVE_PROCESS = 0x00000008
    _LIMIT_PROCESS_MEMORY = 0x00000100
    _LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x00000400
    _LIMIT_KILL_ON_JOB_CLOSE = 0x00002000
    _EXTENDED_LIMIT_INFORMATION = 9
    _NO_ERROR_DIALOGS = 0x0001 | 0x0002 | 0x8000

    class _BasicLimits(ctypes.Structure):
        _fields_ = [
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = [
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    def _kernel32() -> Any:
        kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel32.CreateJobObjectW.restype = wintypes.HANDLE
        kernel32.CreateJobObjectW.argtypes = [wintypes.LPVOID, wintypes.LPCWSTR]
        kernel32.SetInformationJobObject.argtypes = [
            wintypes.HANDLE,
            ctypes.c_int,
            wintypes.LPVOID,
            wintypes.DWORD,
        ]
        kernel32.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
        kernel32.CloseHandle.argtypes = [wintypes.HANDLE]
        kernel32.SetErrorMode.argtypes = [wintypes.UINT]
        return kernel32

    def _windows_job(process: subprocess.Popen[bytes]) -> int | None:
        kernel32 = _kernel32()
        job = kernel32.CreateJobObjectW(None, None)
        if not job:
            return None
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = (
            _LIMIT_ACTIVE_PROCESS | _LIMIT_PROCESS_MEMORY | _LIMIT_DIE_ON_UNHANDLED_EXCEPTION | _LIMIT_KILL_ON_JOB_CLOSE
        )
        limits.BasicLimitInformation.ActiveProcessLimit = _WINDOWS_PROCESSES
        limits.ProcessMemoryLimit = MEMORY_BYTES
        kernel32.SetInformationJobObject(
            job,
            _EXTENDED_LIMIT_INFORMATION,
            ctypes.byref(limits),
            ctypes.sizeof(limits),
        )
        kernel32.AssignProcessToJobObject(job, int(process._handle))
        return int(job)

    def _close_windows_handle(handle: int) -> None:
        _kernel32().CloseHandle(handle)

    def _silence_windows_dialogs() -> None:
        _kernel32().SetErrorMode(_NO_ERROR_DIALOGS)
