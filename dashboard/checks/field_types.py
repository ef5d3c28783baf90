"""What a field takes, in words, read off its JSON Schema."""

from collections.abc import Mapping
from typing import Any, Final

from dashboard.model.briefing import CLAIM_PATTERN
from dashboard.model.record import ID_PATTERN

FEW_WORDS: Final = 6
"""Words of a vocabulary that are listed beside a field; a longer one has a section of its own."""

_FORMS: Final = {
    ID_PATTERN: "id",
    CLAIM_PATTERN: "`id/claim`",
    "^[A-Z]{3}$": "three capitals",
    "^[A-Z]{2}$": "two capitals",
    "^[0-9a-f]{64}$": "64 hexadecimal digits",
}


def field_type(schema: Mapping[str, Any], vocabularies: Mapping[frozenset[str], str]) -> str:
    """In Markdown, what a field of this schema takes. `vocabularies` maps sets of words to where they are listed."""
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
