"""Whether somebody sits before an unlocked screen, as far as the system tells: what is not known counts as locked.

Written from the systems' documentation; not tried on Windows or macOS.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from typing import Any

_GENERIC_READ_OBJECTS = 0x0001
_UOI_NAME = 2
_UTF8 = 0x08000100


def session_unlocked() -> bool:
    """True only where the system says that the session of this user is in front and unlocked."""
    try:
        if sys.platform == "win32":
            return _windows()
        if sys.platform == "darwin":
            return _mac()
    except (OSError, AttributeError, ctypes.ArgumentError, ValueError):
        return False
    return False


def _windows() -> bool:
    """The desktop that takes input is called Default while unlocked; the one of the lock screen cannot be opened."""
    user: Any = ctypes.WinDLL("user32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    user.OpenInputDesktop.restype = ctypes.c_void_p
    user.OpenInputDesktop.argtypes = [ctypes.c_uint32, ctypes.c_int, ctypes.c_uint32]
    user.GetUserObjectInformationW.argtypes = [
        ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p,
    ]  # fmt: skip
    user.CloseDesktop.argtypes = [ctypes.c_void_p]
    desk = user.OpenInputDesktop(0, 0, _GENERIC_READ_OBJECTS)
    if not desk:
        return False
    try:
        name = ctypes.create_unicode_buffer(256)
        needed = ctypes.c_uint32()
        known = user.GetUserObjectInformationW(desk, _UOI_NAME, name, ctypes.sizeof(name), ctypes.byref(needed))
        return bool(known) and name.value.casefold() == "default"
    finally:
        user.CloseDesktop(desk)


def _mac() -> bool:
    """CGSessionCopyCurrentDictionary: on the console, and without the mark of a locked screen."""
    core: Any = ctypes.CDLL(ctypes.util.find_library("CoreFoundation"))
    graphics: Any = ctypes.CDLL(ctypes.util.find_library("CoreGraphics"))
    graphics.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
    graphics.CGSessionCopyCurrentDictionary.argtypes = []
    core.CFStringCreateWithCString.restype = ctypes.c_void_p
    core.CFStringCreateWithCString.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
    core.CFDictionaryGetValue.restype = ctypes.c_void_p
    core.CFDictionaryGetValue.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    core.CFBooleanGetValue.restype = ctypes.c_ubyte
    core.CFBooleanGetValue.argtypes = [ctypes.c_void_p]
    core.CFRelease.argtypes = [ctypes.c_void_p]
    session = graphics.CGSessionCopyCurrentDictionary()
    if not session:
        return False

    def says(name: bytes) -> bool:
        key = core.CFStringCreateWithCString(None, name, _UTF8)
        if not key:
            return False
        try:
            value = core.CFDictionaryGetValue(session, key)
            return bool(value) and bool(core.CFBooleanGetValue(value))
        finally:
            core.CFRelease(key)

    try:
        return says(b"kCGSSessionOnConsoleKey") and not says(b"CGSSessionScreenIsLocked")
    finally:
        core.CFRelease(session)
