"""The record format, `events/README.md`: every field, made from the models; every word, made from the vocabularies."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from dashboard.checks.guard_registry import GUARDS
from dashboard.model import vocabularies
from dashboard.model.assessed import Assessed
from dashboard.model.briefing import CLAIM_PATTERN
from dashboard.model.dates import EventDate
from dashboard.model.record import ID_PATTERN
from dashboard.model.schema import ENTRIES, RECORDS, Schema, record_schema
from dashboard.model.vocabularies import MEANINGS

FEW_WORDS: Final = 6
"""Words of a vocabulary that are listed beside a field; a longer one has a section of its own."""

_FORMS: Final = {
    ID_PATTERN: "id",
    CLAIM_PATTERN: "`id/claim`",
    "^[A-Z]{3}$": "three capital letters",
    "^[A-Z]{2}$": "two capital letters",
    "^[0-9a-f]{64}$": "64 hexadecimal digits",
}


def field_type(schema: Mapping[str, Any], vocabularies: Mapping[frozenset[str], str]) -> str:
    """What a field of this schema takes, in Markdown; `vocabularies` maps sets of words to where they are listed."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if alternatives := schema.get("anyOf") or schema.get("oneOf"):
        return " or ".join(field_type(each, vocabularies) for each in alternatives if each.get("type") != "null")
    if words := schema.get("enum"):
        return _words(words, vocabularies)
    match schema.get("type"):
        case "array":
            return f"list of {field_type(schema['items'], vocabularies)}"
        case "object":
            return _mapping(schema, vocabularies)
        case "boolean":
            return "true or false"
        case "integer" | "number":
            return "number"
        case _:
            return _text(schema)


def _words(words: list[str], vocabularies: Mapping[frozenset[str], str]) -> str:
    section = vocabularies.get(frozenset(words))
    if section and len(words) > FEW_WORDS:
        return f"[{section}](#{section.lower().replace(' ', '-')})"
    return ", ".join(f"`{word}`" for word in words)


def _mapping(schema: Mapping[str, Any], vocabularies: Mapping[frozenset[str], str]) -> str:
    values = [*schema.get("patternProperties", {}).values(), schema.get("additionalProperties")]
    return f"mapping of key to {field_type(values[0] or {}, vocabularies)}"


def _text(schema: Mapping[str, Any]) -> str:
    if schema.get("title") == "Date":
        return "[date](#dates)"
    pattern = schema.get("pattern", "")
    if pattern in _FORMS:
        return _FORMS[pattern]
    return "id, or `id/key`" if "/" in pattern and pattern.startswith(ID_PATTERN[:-1]) else "text"


DATES: Final = (
    ("2009", "a year"),
    ("2025-09", "a month"),
    ("2025-09-04", "a day"),
    ("2025-09-04T14:30:00", "local time at the place"),
    ("2025-09-04T14:30:00-05:00", "a time with its distance from UTC (`Z` for UTC)"),
    ("2009?", "uncertain: it may be another year"),
    ("2009~", "approximate"),
    ("2009%", "both"),
    ("200X", "a decade; `20XX` is a century"),
    ("2025-09-XX", "a day in that month"),
    ("2025-22", "a season of the northern hemisphere: 21 spring, 22 summer, 23 autumn, 24 winter"),
    ("1999/2009-09-18", "an interval"),
    ("2025-09-04/..", "an interval that is still open"),
    ("/2009", "an interval with an unknown start"),
)

VOCABULARIES: Final[tuple[tuple[str, Mapping[str, str]], ...]] = (
    ("Contexts", MEANINGS["contexts"]),
    ("Commitment levels", vocabularies.COMMITMENT),
    ("Reliability grades", vocabularies.RELIABILITY),
    ("Credibility grades", {str(grade): words for grade, words in vocabularies.CREDIBILITY.items()}),
    ("Likelihood words", {word: f"{low} to {high} %" for word, (low, high) in vocabularies.LIKELIHOOD.items()}),
    ("Place precisions", MEANINGS["precisions"]),
    ("Actor kinds", MEANINGS["actor_kinds"]),
    ("Source kinds", MEANINGS["source_kinds"]),
    ("Text parts", vocabularies.TEXT_PARTS),
    ("Markings", vocabularies.TLP),
    ("Sections of a briefing", MEANINGS["sections"]),
)
"""By the title of their sections, words and what they mean; event types have a table of their own."""

_SECTIONS: Final = {
    frozenset(vocabularies.EVENT_TYPES): "Event types",
    **{frozenset(words): title for title, words in VOCABULARIES},
}


def format_page() -> str:
    """The whole page, in Markdown."""
    return "\n\n".join(part.strip("\n") for part in _parts()) + "\n"


def example(name: str) -> str:
    """A valid event, as YAML: `short` or `long`."""
    return (files("dashboard.checks") / "examples" / f"{name}.yaml").read_text(encoding="utf-8")


def _parts() -> Iterator[str]:
    introduction, behind = _prose("introduction"), _prose("values")
    yield introduction.replace("{short}", example("short").strip()).replace("{long}", example("long").strip())
    yield "## An event, field by field"
    yield from _record_sections("event")
    yield behind
    yield _prose("guards").replace("{guards}", _guards())
    yield _dates()
    yield "## A source, field by field"
    yield from _record_sections("source")
    yield _prose("workspace")
    yield from _record_sections("workspace")
    yield _prose("registries")
    for name in ENTRIES:
        yield from _record_sections(name)
    yield _prose("briefings")
    yield from _record_sections("briefing")
    yield "## Vocabularies"
    yield _event_types()
    for title, words in VOCABULARIES:
        yield _vocabulary(title, words)
    yield "\n".join(f"- {credit}" for credit in vocabularies.CREDITS)


def _guards() -> str:
    """Every guard: its code, its severity and what it strikes."""
    rows = (f"| `{code}` | {guard.title} | {guard.severity} |" for code, guard in sorted(GUARDS.items()))
    return "\n".join(("| guard | finds | severity |", "|---|---|---|", *rows))


def _prose(name: str) -> str:
    return (files("dashboard.checks") / "prose" / f"{name}.md").read_text(encoding="utf-8")


def _record_sections(name: str) -> Iterator[str]:
    """A section for the record, and one for each kind of part, in the order in which they are first named."""
    model = RECORDS[name] if name in RECORDS else ENTRIES[name][1]
    schema = record_schema(model)
    parts: Mapping[str, Schema] = schema.get("$defs", {})
    yield _section(model.__name__, schema)
    for part in _in_order(schema, parts):
        if name == "event" or part not in (_parts_of("event") if name == "source" else _parts_told()):
            yield _section(part, parts[part])


@cache
def _parts_of(name: str) -> Mapping[str, Schema]:
    parts: Mapping[str, Schema] = record_schema(RECORDS[name])["$defs"]
    return parts


def _parts_told() -> Mapping[str, Schema]:
    """The parts that have a section before those of registries: of events, and of sources."""
    return {**_parts_of("event"), **_parts_of("source")}


def _in_order(schema: Any, parts: Mapping[str, Schema]) -> list[str]:
    named: dict[str, None] = {}

    def look(node: Any) -> None:
        if isinstance(node, list):
            for each in node:
                look(each)
        elif isinstance(node, dict):
            name = str(node.get("$ref", "")).rpartition("/")[2]
            if name and name not in named:
                named[name] = None
                look(parts[name])
            for key, value in node.items():
                if key != "$defs":
                    look(value)

    look(schema)
    return list(named)


def _section(title: str, schema: Schema) -> str:
    """A heading, what the part is, and a table of its fields; an assessed value refers to what all of them have."""
    required, fields, about = schema.get("required", ()), schema["properties"], schema.get("description", "")
    if title.startswith("Assessed") and title != "Assessed":
        fields = {name: field for name, field in fields.items() if name not in Assessed.model_fields}
        about += " Its `basis`, `sources`, `claims` and `note` are those of every [assessed](#assessed) value."
    rows = [
        f"| `{name}`{' (needed)' if name in required else ''} | {field_type(field, _SECTIONS)} "
        f"| {_cell(field.get('description', ''))}{_default(field)} |"
        for name, field in fields.items()
    ]
    return "\n".join([f"### {title}", "", _cell(about), "", "| field | takes | what it says |", "|---|---|---|", *rows])


def _default(field: Mapping[str, Any]) -> str:
    default = field.get("default")
    if default in (None, "", False):
        return ""
    return f" Default: `{default}`."


def _dates() -> str:
    rows = [f'| `"{text}"` | {meaning} | {EventDate.parse(text).words()} |' for text, meaning in DATES]
    return "\n".join([_prose("dates").rstrip(), "", "| written | meaning | reads |", "|---|---|---|", *rows])


def _event_types() -> str:
    rows = [
        f"| `{name}` | {_cell(entry['meaning'])} | {', '.join(f'`{mode}`' for mode in entry['modes'])} "
        f"| {'yes' if entry['needs_recipient'] else ''} |"
        for name, entry in vocabularies.EVENT_TYPES.items()
    ]
    head = ["### Event types", "", "| type | meaning | modes | needs a recipient |", "|---|---|---|---|"]
    return "\n".join([*head, *rows])


def _vocabulary(title: str, words: Mapping[str, str]) -> str:
    if not any(words.values()):
        return f"### {title}\n\n{', '.join(f'`{word}`' for word in words)}"
    rows = [f"| `{word}` | {_cell(meaning)} |" for word, meaning in words.items()]
    return "\n".join([f"### {title}", "", "| word | meaning |", "|---|---|", *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
