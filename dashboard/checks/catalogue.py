"""The catalogue of problems, `events/PROBLEMS.md`: every code with what it means and how to mend it."""

from collections.abc import Iterable, Iterator
from typing import Final

from dashboard.checks.guards import GUARDS
from dashboard.model.problem import KINDS, ProblemKind

SECTIONS: Final = (
    ("What a record says", "Rules of the format, and of evidence: what stands in a record, and whether it holds.", ()),
    (
        "Guards",
        "What a claim says is held against what its quotes say. A claim, a relation or a place may `allow` one of "
        "these, with a reason.",
        (),
    ),
    (
        "Fields and values",
        "A record that breaks the model is set aside and listed; its neighbours are shown.",
        ("key-", "value-", "text-", "id-"),
    ),
    ("Dates", "Dates are EDTF, levels 0 and 1: `events/README.md` has them all.", ("date-",)),
    (
        "Reading files",
        "Records are YAML, read strictly: what another reader may take for something else is refused.",
        ("yaml-", "file-", "source-not-utf8"),
    ),
)
"""Title, what it is about, and the beginnings of the codes; the first takes what no other does."""

_OF_GUARDS: Final = 1

INTRODUCTION: Final = """\
# Problems

What `dateline validate` says of records, by code. **Errors** fail it; **warnings** fail it under `--strict` alone. A
problem reads

    file:line:column: severity code: message

and is followed by a hint. A file that cannot be read, or breaks the model, is set aside and listed. One that breaks a
rule is shown, with its problem on the mark and on the card.

This page is generated: `dateline schema --write` writes it anew.
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
    yield f"Mend: {kind.mend}."
