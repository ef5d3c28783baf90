"""Files of this project that are made from the code, so that they cannot say anything else."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from dashboard.checks.documentation.record_format import format_page
from dashboard.checks.guard_registry import GUARDS
from dashboard.checks.validation import validate  # noqa: F401  declares every kind of problem that there is
from dashboard.model.problem import KINDS, ProblemKind
from dashboard.model.schema import schemas

SECTIONS: Final = (
    (
        "What a record says",
        "Rules for the format and the evidence: what a record contains, and whether the sources support it.",
        (),
    ),
    (
        "Guards",
        "These checks compare what a claim says with what its quotes say. A claim, a relation, a place or an assessed "
        "value may `allow` one of them, with a reason.",
        (),
    ),
    (
        "Fields and values",
        "A record that does not fit the model is skipped and listed. All other records are shown.",
        ("key-", "value-", "text-", "id-"),
    ),
    ("Dates", "Dates are EDTF, levels 0 and 1. `dateline docs records` lists all forms.", ("date-",)),
    (
        "Reading files",
        "Records are YAML, read strictly: anything that another program may read differently is refused.",
        ("yaml-", "file-", "source-not-utf8"),
    ),
)
"""Title, what it is about, and the beginnings of the codes; the first takes what no other does."""

_OF_GUARDS: Final = 1

INTRODUCTION: Final = """\
# Problems

The problems that `dateline validate` can find in records, by code. **Errors** fail the validation. **Warnings** fail it
only with `--strict`. A problem is shown as

    file:line:column: severity code: message

followed by a hint. A file that cannot be read, or does not fit the model, is skipped and listed. A record that breaks a
rule is still shown, with its problem on the mark and on the card.

This page is made by `dateline schema --write`; `dateline docs problems` prints it.
"""


def problems_page(kinds: Iterable[ProblemKind] | None = None) -> str:
    """The whole page, in Markdown. Without `kinds`, of all that are declared."""
    sorted_kinds = sorted(KINDS.values() if kinds is None else kinds, key=lambda each: each.code)
    parts = [INTRODUCTION]
    for index, (title, about, _beginnings) in enumerate(SECTIONS):
        entries = [_entry(each) for each in sorted_kinds if _section(each.code) == index]
        if entries:
            parts += [f"## {title}\n\n{about}\n", *entries]
    return "\n".join(parts)


def _section(code: str) -> int:
    if code in GUARDS:
        return _OF_GUARDS
    return next((index for index, each in enumerate(SECTIONS) if each[2] and code.startswith(each[2])), 0)


def _entry(kind: ProblemKind) -> str:
    return "\n".join(_lines(kind)) + "\n"


def _lines(kind: ProblemKind) -> Iterator[str]:
    yield f"### {kind.code}\n"
    yield f"**{kind.title}** ({kind.severity}). {kind.explanation}\n"
    yield f"Fix: {kind.fix}."


def generated_files() -> dict[str, str]:
    """What each must hold, by its path relative to the top of the project."""
    return {
        "events/README.md": format_page(),
        "events/PROBLEMS.md": problems_page(),
        **{f"dashboard/schema/{name}.json": _json(schema) for name, schema in schemas().items()},
    }


def stale_files(top: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Paths under `top` where a file is missing, or says something else than in `files`."""
    return tuple(file for file, text in files.items() if not _holds(top / file, text))


def write_generated(top: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write the files that are stale. Returns their paths."""
    stale = stale_files(top, files)
    for file in stale:
        (top / file).parent.mkdir(parents=True, exist_ok=True)
        (top / file).write_text(files[file], encoding="utf-8", newline="\n")
    return stale


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _json(schema: Mapping[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
