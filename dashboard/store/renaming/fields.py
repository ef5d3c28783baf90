"""The fields of records that name another record or a part of one, by their paths in files."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dashboard.store.yaml import Path

_ANY: Final = "*"
_CLAIMS_OF_EVENTS: Final = (
    *("commitment", "when", "when.also_reported.*", "when.assessed", "where", "where.also_reported.*"),
    *("where.assessed", "toward.*", "toward.*.assessed", "who.*", "who.*.assessed", "relations.*", "answers.*"),
    *("amounts.*", "amounts.*.also_reported.*", "amounts.*.assessed", "judgements.*"),
)
_ASSESSED_IN_EVENTS: Final = ("when", "where", "toward.*", "who.*", "amounts.*")

VALUES: Final[Mapping[str, Mapping[str, str]]] = {
    "event": {
        "threads.*": "thread",
        **dict.fromkeys(("where.reported", "where.also_reported.*.reported", "where.assessed.place"), "place"),
        "toward.*.place": "place",
        **dict.fromkeys(("who.*.actor", "who.*.assessed.actor"), "actor"),
        **dict.fromkeys(("claims.*.by", "claims.*.by.*", "claims.*.quoted_by"), "actor"),
        **dict.fromkeys(("claims.*.quotes.*.source", "claims.*.sources.*"), "source"),
        **dict.fromkeys((f"{field}.assessed.sources.*" for field in _ASSESSED_IN_EVENTS), "source"),
        **dict.fromkeys((f"{field}.claims.*" for field in _CLAIMS_OF_EVENTS), "claim"),
        "claims.*.disputed_by.*": "claim",
        "relations.*.event": "event",
        **dict.fromkeys(("amounts.*.part_of", "amounts.*.assessed.part_of"), "amount"),
        **dict.fromkeys(("claims.*.question", "answers.*.question", "judgements.*.question"), "question"),
    },
    "source": {
        "origin": "source",
        **dict.fromkeys(
            (f"{field}.assessed.sources.*" for field in ("title", "outlet", "author", "published")), "source"
        ),
    },
    "item": {"source": "source", "same_as": "source"},
    "places": {"*.sources.*": "source"},
    "actors": {"*.sources.*": "source", "*.offices.*.sources.*": "source"},
    "threads": {},
    "views": {"*.show.*": "filter"},
    "briefing": {
        "selection.events.*": "event",
        "selection.show.*": "filter",
        "bottom_line.*.claims.*": "claim",
        **dict.fromkeys(("judgements.*.claims.*", "judgements.*.reasons.*.claims.*", "words.*.*.claims.*"), "claim"),
        "judgements.*.question": "question",
        "options.since": "briefing",
    },
}
"""Kind of file, and path of a value in it (`*`: any key, any place in a list), to what the value names."""

KEYS: Final[Mapping[str, Mapping[str, str]]] = {
    "event": {"claims.*": "claim", "amounts.*": "amount"},
    "source": {},
    "item": {},
    "places": {"*": "place"},
    "actors": {"*": "actor"},
    "threads": {"*": "thread", "*.questions.*": "question"},
    "views": {},
    "briefing": {
        "built_on.records.*": "record",
        "built_on.fields.*": "record",
        "built_on.fields.*.*": "path",
        "built_on.verdicts.*": "claim",
    },
}
"""Kind of file, and path of a key in it, to what the key names, or is the name of."""


def _compile(fields: Mapping[str, str]) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((tuple(pattern.split(".")), names) for pattern, names in fields.items())


_COMPILED: Final = {
    (kind, is_key): _compile(fields)
    for is_key, kinds in ((False, VALUES), (True, KEYS))
    for kind, fields in kinds.items()
}


def names_at(kind: str, path: Path, *, is_key: bool) -> str:
    """What the value (or key) at `path` in a file of `kind` names; empty if it names nothing."""
    for pattern, names in _COMPILED[kind, is_key]:
        if len(pattern) == len(path) and all(step in (_ANY, found) for step, found in zip(pattern, path, strict=True)):
            return names
    return ""


def names_in(kind: str, data: Any, above: Path = ()) -> Iterator[tuple[str, str]]:
    """What the values of a record name, in the order of its file: a word of `VALUES` (`place`), and what is written."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from names_in(kind, value, (*above, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from names_in(kind, value, (*above, number))
    elif isinstance(data, str) and (names := names_at(kind, above, is_key=False)):
        yield names, data


def owner_at(own_id: str, kind: str, path: Path) -> str:
    """The id of the record that the field at `path` is in; for a path of `built_on`, the key of the record."""
    if kind == "briefing" and path[:2] == ("built_on", "fields") and len(path) > 2:
        return str(path[2])
    return str(path[0]) if kind == "threads" and path else own_id
