"""Guides on the page: our own Markdown, with nothing that Streamlit reads in its own way."""

import re
from functools import lru_cache
from typing import Final

from dashboard.checks.documentation import guide

_CODE: Final = re.compile(r"(```.*?```|`[^`\n]*`|^ {4,}\S[^\n]*$)", re.DOTALL | re.MULTILINE)
_TITLE: Final = re.compile(r"\A\s*# [^\n]*\n")
_FILE_LINK: Final = re.compile(r"\[([^\]]+)\]\((?!https?:|#)[^)]*\)")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_DIRECTIVE: Final = re.compile(r"[$:]")


@lru_cache(maxsize=8)
def guide_markdown(name: str) -> str:
    """A guide below its title, without links to files that only the project has, formulas or icons."""
    pieces = _CODE.split(_COMMENT.sub("", _TITLE.sub("", guide(name))))
    return "".join(piece if index % 2 else _plain(piece) for index, piece in enumerate(pieces))


def _plain(text: str) -> str:
    """Text outside code. A table's rule keeps its colons: `|:-`."""
    return _DIRECTIVE.sub(lambda sign: f"\\{sign[0]}", _FILE_LINK.sub(r"\1", text)).replace("https\\:", "https:")
