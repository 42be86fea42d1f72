"""Three hundred names of files no buyer should send, for imports by path and out of archives."""

from __future__ import annotations

_DEVICES = ("CON", "PRN", "AUX", "NUL", "COM1", "LPT9", "CONIN$", "clock$", "com¹")
_WAYS = ("{}", "{}.jpg", "{}.", "{} ", "{}.tar.gz", "{}:stream")
_PATHS = (
    "..", ".", "...", "../../evil.jpg", "..\\..\\evil.jpg", "/etc/passwd", "\\windows\\x", "C:\\x.jpg", "C:x", "c:/x.jpg",
    "\\\\server\\share\\x.jpg", "//server/share/x.jpg", "\\\\?\\C:\\x", "\\\\.\\PhysicalDrive0", "file:///etc/passwd",
    "~/.ssh/id", "$HOME/x", "%APPDATA%\\x", "a/../../b", "a//b", "/", "\\", "a/", "-rf", "--help", "|cat", "`id`", "$(id)",
    "a;b", "a&b", "a<b>c", 'a"b', "a'b", "a*b?", "a|b", "'; DROP TABLE evidence; --", "%s%n", "{0}", "<img src=x>", "&lt;",
)  # fmt: skip
_CONTROLS = "\x00\x01\x07\x08\x0a\x0d\x1b\x7f\x85\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\ufffe"
_SIGNS = ("😀", "👩‍👩‍👧‍👦", "🇨🇳", "e\u0301", "é", "ﷺ", "日本", "데이터", "‮gpj.exe", "ａｂｃ", "\U000e0001", "Z͑ͫ̓a̴l", "\ud800", "\udcff\udcfe")


def hostile_names() -> list[str]:
    """300 different ones."""
    names = [way.format(device) for device in _DEVICES for way in _WAYS]
    names += [f"{path}{ending}" for path in _PATHS for ending in ("", ".jpg", " .", "..")]
    names += [way.format(sign) for sign in _CONTROLS for way in ("a{}b.jpg", "{}.jpg", "x.jpg{}")]
    names += [f"{sign}.jpg" for sign in _SIGNS]
    names += ["长" * count for count in (80, 255, 300, 3000)] + ["a" * count + ".jpg" for count in (251, 255, 300, 70_000)]
    return list(dict.fromkeys(names))[:300]
