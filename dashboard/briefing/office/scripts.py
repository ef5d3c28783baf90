"""Text cut into pieces by script: programs for documents and slides need to be told font, language and direction."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

FONT: Final = "Inter"
"""The documents' own."""
LANGUAGE: Final = "en-GB"
"""The language of the program's own words, and of records in Latin letters, whose language is not known."""


@dataclass(frozen=True, slots=True)
class Script:
    """Letters that need to be named."""

    language: str = LANGUAGE
    font: str = ""
    """Empty: the document's own."""
    is_rtl: bool = False
    is_east_asian: bool = False


LATIN: Final = Script()
ARABIC: Final = Script("ar-SA", "Noto Sans Arabic", is_rtl=True)
PERSIAN: Final = Script("fa-IR", "Noto Sans Arabic", is_rtl=True)
HEBREW: Final = Script("he-IL", "Noto Sans Hebrew", is_rtl=True)
DIGITS: Final = Script(font="Inter")
"""Between Hebrew letters, whose font has none."""
CHINESE: Final = Script("zh-CN", "Noto Sans CJK SC", is_east_asian=True)
JAPANESE: Final = Script("ja-JP", "Noto Sans CJK JP", is_east_asian=True)
KOREAN: Final = Script("ko-KR", "Noto Sans CJK KR", is_east_asian=True)
CYRILLIC: Final = Script("ru-RU")
UKRAINIAN: Final = Script("uk-UA")
GREEK: Final = Script("el-GR")

FALLBACKS: Final = {
    "Inter": "Arial",
    "Noto Sans Arabic": "Arial",
    "Noto Sans Hebrew": "Arial",
    "Noto Sans CJK SC": "Microsoft YaHei",
    "Noto Sans CJK JP": "Yu Gothic",
    "Noto Sans CJK KR": "Malgun Gothic",
}
"""Fonts to those that stand in for them where they are missing."""

_LEFT_TO_RIGHT: Final = "\u200e"
_PLAIN: Final = re.compile(
    "[\u0000-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u25a0-\u25ff]*"
)
"""Latin letters and signs of no script: what most texts are."""
_HAN: Final = re.compile("[\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA: Final = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HANGUL: Final = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_WIDE: Final = re.compile("[\u3000-\u303f\uff00-\uff65\uffe0-\uffef]")
_HEBREW: Final = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
_GREEK: Final = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_PERSIAN: Final = re.compile("[\u067e\u0686\u0698\u06a9\u06af\u06cc]")
_UKRAINIAN: Final = re.compile("[ґєії]", re.IGNORECASE)


def is_rtl(text: str) -> bool:
    """Whether a paragraph of it runs from right to left: by its first strong letter (UAX 9, P2 and P3)."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("R", "AL", "L"):
            return direction != "L"
    return False


def isolate_ltr(text: str) -> str:
    """Words from left to right, to stand in a paragraph from right to left: else their brackets would turn."""
    bare = text.strip()
    return text.replace(bare, f"{_LEFT_TO_RIGHT}{bare}{_LEFT_TO_RIGHT}", 1) if bare else text


def pieces(text: str, *, in_rtl: bool = False) -> Iterator[tuple[str, Script]]:
    """`text` in pieces of one script each; together they are the whole of it.

    Signs of no script go with the letters before them, but where direction changes: there those at a piece's end go
    with the paragraph, which is `in_rtl` or not.
    """
    if _PLAIN.fullmatch(text):
        if text:
            yield text, LATIN
        return
    yield from _move_neutrals(list(_split_by_script(text, _eastern(text))), in_rtl=in_rtl)


def _split_by_script(text: str, eastern: Script) -> Iterator[tuple[str, Script]]:
    start, now = 0, None
    for place, sign in enumerate(text):
        script = _script(sign, eastern, text)
        if script is None and now == HEBREW and sign.isdigit():
            script = DIGITS
        if script is None or script == now:
            continue
        if now is not None:
            yield text[start:place], now
            start = place
        now = script
    yield text[start:], now or LATIN


def _move_neutrals(found: list[tuple[str, Script]], *, in_rtl: bool) -> Iterator[tuple[str, Script]]:
    """Spaces and marks between two directions go with the one of the paragraph."""
    carried = ""
    for index, (piece, script) in enumerate(found):
        whole = carried + piece
        carried = ""
        following = found[index + 1][1] if index + 1 < len(found) else None
        if following is not None and following.is_rtl != script.is_rtl and script.is_rtl != in_rtl:
            kept = len(whole)
            while kept and unicodedata.bidirectional(whole[kept - 1]) in ("WS", "ON", "CS", "ES", "ET", "BN"):
                kept -= 1
            carried, whole = whole[kept:], whole[:kept]
        if whole:
            yield whole, script
    if carried:
        yield carried, LATIN


def _eastern(text: str) -> Script:
    """The script of Han letters, told from the kana or hangul in the same text; Chinese if there is neither."""
    if _KANA.search(text):
        return JAPANESE
    return KOREAN if _HANGUL.search(text) else CHINESE


def _script(sign: str, eastern: Script, text: str) -> Script | None:
    """None of a sign that is of no script."""
    if sign.isascii():
        return LATIN if sign.isalpha() else None
    if _HAN.match(sign) or _KANA.match(sign) or _HANGUL.match(sign) or _WIDE.match(sign):
        return eastern
    if _HEBREW.match(sign):
        return HEBREW
    if unicodedata.bidirectional(sign) in ("R", "AL"):
        return PERSIAN if _PERSIAN.search(text) else ARABIC
    if _CYRILLIC.match(sign):
        return UKRAINIAN if _UKRAINIAN.search(text) else CYRILLIC
    if _GREEK.match(sign):
        return GREEK
    return LATIN if sign.isalpha() else None
