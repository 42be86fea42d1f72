"""The words around exhibits in one language, or in both at once where a page is read by two readers."""

from __future__ import annotations

from collections.abc import Sequence

from models.rules.packet_parts import ExhibitPage, PacketContent

_ZH = {
    "marks_note": "（标注在副本上，原图未改）",
    "still": "{at} 处画面",
    "doc_page": "第 {page} 页",
    "details": "同页证据的来源与完整性",
    "exhibits": "证据",
    "pattern": "该买家此前的售后记录",
    "check": "没有本程序也能核对",
    "check_how": "向商家索取原文件，在电脑上计算它的 SHA-256，与上表逐字比对；一字不同，就不是导入时的那个文件。",
    "check_windows": "Windows（命令提示符）：certutil -hashfile 文件名 SHA256",
    "check_mac": "macOS（终端）：shasum -a 256 文件名",
    "check_linux": "Linux（终端）：sha256sum 文件名",
    "pieces_shown": "{count} 幅画面",
}
_EN = {
    "marks_note": "(marked on a copy; the original is unchanged)",
    "still": "Frame at {at}",
    "doc_page": "Page {page}",
    "details": "Source and integrity of exhibits that share a page",
    "exhibits": "Exhibits",
    "pattern": "Earlier cases of this buyer",
    "check": "To check without this program",
    "check_how": "Ask the merchant for the original file, compute its SHA-256 on any computer and compare it with the "
    "table above: one character that differs means that it is not the file that was imported.",
    "check_windows": "Windows (command prompt): certutil -hashfile FILE SHA256",
    "check_mac": "macOS (terminal): shasum -a 256 FILE",
    "check_linux": "Linux (terminal): sha256sum FILE",
    "pieces_shown": "{count} pictures",
}
_TABLES = {"zh": _ZH, "en": _EN}
_BETWEEN = " / "


class Wording:
    """Fixed words and an exhibit's own texts in the packet's language; in both languages where there are two."""

    def __init__(self, content: PacketContent) -> None:
        self.content = content
        self._contents = (content,) if content.second is None else (content, content.second)
        self._pages = [{page.number: page for page in each.exhibits} for each in self._contents]

    @property
    def bilingual(self) -> bool:
        """Whether two languages stand side by side."""
        return len(self._contents) > 1

    def say(self, key: str, **values: object) -> str:
        """A phrase of the packet, in both languages where there are two."""
        return joined([each.phrases.say(key, **values) for each in self._contents])

    def own(self, key: str, **values: object) -> str:
        """A phrase of the painted pages only, in both languages where there are two."""
        return joined([painted(each.language, key, **values) for each in self._contents])

    def lines(self, key: str, **values: object) -> tuple[str, ...]:
        """A phrase of the painted pages, each language for itself."""
        return tuple(dict.fromkeys(painted(each.language, key, **values) for each in self._contents))

    def sentences(self, key: str, **values: object) -> tuple[str, ...]:
        """A phrase of the packet, each language for itself."""
        return tuple(dict.fromkeys(each.phrases.say(key, **values) for each in self._contents))

    def versions(self, page: ExhibitPage) -> tuple[ExhibitPage, ...]:
        """The exhibit in every language of the packet."""
        return tuple(known.get(page.number, page) for known in self._pages)

    def title(self, page: ExhibitPage) -> str:
        """Its title."""
        return joined([each.title for each in self.versions(page)])

    def proves(self, page: ExhibitPage) -> tuple[str, ...]:
        """What it proves, each language for itself; empty when nothing is said."""
        return tuple(dict.fromkeys(each.proves for each in self.versions(page) if each.proves.strip()))

    def facts(self, page: ExhibitPage) -> list[tuple[str, str]]:
        """Labels and values, joined line by line where the languages have the same lines."""
        return paired([each.facts for each in self.versions(page)])

    def hashes(self, page: ExhibitPage) -> list[tuple[str, str]]:
        """Labels and hashes."""
        return paired([each.hashes for each in self.versions(page)])

    def legend(self, page: ExhibitPage) -> list[tuple[str, str]]:
        """Numbers of marks and what they mean."""
        return paired([each.legend for each in self.versions(page)])


def painted(language: str, key: str, **values: object) -> str:
    """A phrase of the painted pages in one language; values go in as they are. KeyError: no such phrase."""
    return _TABLES[language][key].format(**values)


def joined(texts: Sequence[str]) -> str:
    """The texts, each once, side by side."""
    return _BETWEEN.join(text for text in dict.fromkeys(texts) if text)


def paired(lists: Sequence[Sequence[tuple[str, str]]]) -> list[tuple[str, str]]:
    """Label and value pairs of the same things in several languages, one pair for each thing; all of them one after
    another where the lists are not of one length, so that nothing is lost."""
    if len({len(each) for each in lists}) > 1:
        return [pair for each in lists for pair in each]
    return [
        (joined([label for label, _ in pairs]), joined([value for _, value in pairs]))
        for pairs in zip(*lists, strict=True)
    ]
