"""The pages that come with the program: the record format, the problems, sources, and the commands."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import dashboard
from dashboard.checks.documentation.generated import problems_page
from dashboard.checks.documentation.record_format import format_page
from dashboard.checks.documentation.writing_page import writing_page

GUIDES: Final[Mapping[str, str]] = {
    "records": "The record format: every field, guard, date form and vocabulary.",
    "writing": "The article says, you write: dates, amounts, speakers, places.",
    "problems": "Every problem that validation can find, and how to fix it.",
    "sources": "How to add a source, and what its description says.",
    "inbox": "Articles that wait to be read: files, addresses and feeds.",
    "commands": "Every command with its options.",
    "since": "What `dateline since` compares, and what it writes.",
    "imports": "The formats that published events are imported from, and what each leaves out.",
    "exports": "The formats that events are exported in, and what each leaves out.",
    "deploy": "How to run the server behind a proxy.",
}
"""By name, what each is about."""
_MADE: Final[Mapping[str, Callable[[], str]]] = {
    "records": format_page,
    "writing": writing_page,
    "problems": problems_page,
}
_KEPT: Final[Mapping[str, str]] = {
    "sources": "seeds/README.md",
    "inbox": "docs/inbox.md",
    "commands": "docs/commands.md",
    "since": "docs/since.md",
    "imports": "docs/imports.md",
    "exports": "docs/exports.md",
    "deploy": "docs/deploy.md",
}
"""Where the others lie in the project; the wheel has them in `dashboard/guides/`, by name."""
_HEADING: Final = re.compile(r"^(#+) +(.+?)\s*$")


def guide(name: str) -> str:
    """The whole page of one of `GUIDES`, in Markdown."""
    if name in _MADE:
        return _MADE[name]()
    package = Path(dashboard.__file__).resolve().parent
    shipped = package / "guides" / f"{name}.md"
    return (shipped if shipped.is_file() else package.parent / _KEPT[name]).read_text(encoding="utf-8")


def section_of(page: str, asked: str) -> str:
    """The sections of a page whose heading has the words asked for, each down to the next heading of its level."""
    wanted, found, level = _key(asked), list[str](), 0
    in_code = False
    for line in page.splitlines():
        in_code ^= line.startswith("```")
        heading = None if in_code else _HEADING.match(line)
        if heading and (not level or len(heading[1]) <= level):
            level = len(heading[1]) if wanted in _key(heading[2]) else 0
        if level:
            found.append(line)
    return "\n".join(found).strip()


def _key(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", words.lower()).strip()
