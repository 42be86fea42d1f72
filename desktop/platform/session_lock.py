"""Whether somebody sits before an unlocked screen, as far as the system tells: what is not known counts as locked.

Written from the systems' documentation; not tried on Windows or macOS.
"""

from __future__ import annotations

import sys
from typing import Any

_GENERIC_READ_OBJECTS = 0x0001
_UOI_NAME = 2
_UTF8 = 0x08000100


def session_unlocked() -> bool:
    """True only where the system says that the session of this user is unlocked and, on macOS, in front.

    Of a Windows session that is disconnected the desktop it comes back to is told, which is not in sight meanwhile.
    """
    if sys.platform not in ("win32", "darwin"):
        return False
    import ctypes

    try:
        return _windows() if sys.platform == "win32" else _mac()
    except (OSError, AttributeError, ctypes.ArgumentError, ValueError):
        return False


def _windows() -> bool:
    """The desktop that takes input is called Default while unlocked; the one of the lock screen cannot be opened."""
    import ctypes

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
    import ctypes.util

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
    core.CFGetTypeID.restype = core.CFBooleanGetTypeID.restype = ctypes.c_ulong
    core.CFGetTypeID.argtypes = [ctypes.c_void_p]
    core.CFBooleanGetTypeID.argtypes = []
    core.CFRelease.restype = None
    core.CFRelease.argtypes = [ctypes.c_void_p]
    session = graphics.CGSessionCopyCurrentDictionary()
    if not session:
        return False

    def says(name: bytes, *, otherwise: bool) -> bool:
        """What stands under a name, False for nothing; `otherwise` for what is no CFBoolean, and if it cannot be asked.

        The value belongs to the dictionary (Get rule), the key and the dictionary to us (Create rule).
        """
        key = core.CFStringCreateWithCString(None, name, _UTF8)
        if not key:
            return otherwise
        try:
            value = core.CFDictionaryGetValue(session, key)
            if not value:
                return False
            is_boolean = core.CFGetTypeID(value) == core.CFBooleanGetTypeID()
            return bool(core.CFBooleanGetValue(value)) if is_boolean else otherwise
        finally:
            core.CFRelease(key)

    try:
        here = says(b"kCGSSessionOnConsoleKey", otherwise=False)
        # Not among Apple's documented keys: what it says in a way not known counts as locked.
        return here and not says(b"CGSSessionScreenIsLocked", otherwise=True)
    finally:
        core.CFRelease(session)
