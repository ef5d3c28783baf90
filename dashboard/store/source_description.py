"""A source's description as YAML: written from what is known of a document, and brought up to date with its text."""

import hashlib
import re
from collections.abc import Mapping
from typing import Final

from pydantic import ValidationError

from dashboard.errors import DatelineError
from dashboard.model.problem import Problem
from dashboard.model.source import Source
from dashboard.store.model_errors import model_problems
from dashboard.store.yaml import read_document, scalar

FIELDS: Final = (
    *("kind", "language", "title", "outlet", "author", "published", "accessed", "url", "origin", "rights"),
    "note",
)
"""What can be written, in the order in which it is; `text` stands behind `language`."""
_FIGURES = re.compile(r"[^\s,}#]+")


class DescriptionNotChanged(DatelineError):
    """A description that the new figures cannot safely be written into; it is as it was."""


def figures(text: str) -> str:
    """The value of `text` in a description: `{sha256: …, characters: …}`."""
    return f"{{sha256: {sha256_of(text)}, characters: {len(text)}}}"


def sha256_of(text: str) -> str:
    """SHA-256 of the text's bytes as they are stored, in lower-case hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def description(known: Mapping[str, str], text: str) -> str:
    """The whole description: a line a field, in the order of `FIELDS`, with the figures of `text`."""
    lines = [f"{name}: {scalar(known[name])}\n" for name in FIELDS if known.get(name)]
    at = sum(bool(known.get(name)) for name in ("kind", "language"))
    return "".join([*lines[:at], f"text: {figures(text)}\n", *lines[at:]])


def origin_line(origin: str) -> str:
    """The line of a description that names the report which it repeats."""
    return f"origin: {scalar(origin)}"


def problem_of(field: str, value: str) -> Problem | None:
    """What is wrong with a value of one of `FIELDS`; None where nothing is."""
    known = {"kind": "other", field: value}
    return next(iter(problems_of("".join(f"{name}: {scalar(each)}\n" for name, each in known.items()))), None)


def problems_of(written: str) -> tuple[Problem, ...]:
    """What is wrong with a description's YAML."""
    document = read_document(written.encode())
    if document.data is None:
        return tuple(problem.in_file("") for problem in document.problems)
    try:
        Source.model_validate({**document.data, "id": "source"})
    except ValidationError as error:
        return tuple(model_problems(error, Source, document, ""))
    return ()


def with_figures(written: str, text: str) -> str:
    """The description `written` with the figures of `text`; every other character of it stays.

    Raises `DescriptionNotChanged` where it has no `text` to change, or it cannot be found for certain.
    """
    document = read_document(written.encode())
    held = (document.data or {}).get("text")
    line = f"text: {figures(text)}"
    if not isinstance(held, dict) or not {"sha256", "characters"} <= held.keys():
        raise DescriptionNotChanged(f"The description has no hash and length to update. Write `{line}` yourself.")
    new = {"sha256": sha256_of(text), "characters": str(len(text))}
    places = {name: document.position(("text", name)) for name in new}
    lines = written.removeprefix("\ufeff").splitlines(keepends=True)
    for name in sorted(new, key=lambda name: places[name], reverse=True):
        row, column = places[name]
        before, rest = lines[row - 1][: column - 1], lines[row - 1][column - 1 :]
        lines[row - 1] = before + _FIGURES.sub(new[name], rest, count=1)
    changed = ("\ufeff" if written.startswith("\ufeff") else "") + "".join(lines)
    wanted = {**(document.data or {}), "text": {**held, "sha256": new["sha256"], "characters": len(text)}}
    if read_document(changed.encode()).data != wanted:
        raise DescriptionNotChanged(f"The description cannot be changed safely. Write `{line}` yourself.")
    return changed
