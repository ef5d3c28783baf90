"""What a word of the records means: a problem's code, a field, a word of a vocabulary. Each with an example."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from json import loads
from typing import Any, Final

from dashboard.checks.documentation.record_fields import (
    RecordField,
    example_data,
    example_of,
    fields_named,
    record_fields,
)
from dashboard.checks.documentation.vocabulary_words import VocabularyWord, vocabulary_words, words_called
from dashboard.checks.validation import validate  # noqa: F401  declares every kind of problem that there is
from dashboard.model import vocabularies
from dashboard.model.problem import KINDS, ProblemKind
from dashboard.model.schema import ENTRIES
from dashboard.model.spelling import nearest
from dashboard.store.yaml import yaml_text

MOST_PLACES: Final = 6
"""Fields that take a word, or say the same, that are listed one by one."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What one word means in one place."""

    name: str
    what: str
    """`field`, `event type`, `problem (error)`."""
    meaning: str
    write: Sequence[str] = ()
    """What to write, a line each."""
    example: str = ""
    """Lines of YAML; of a problem, the line that has it."""
    example_title: str = "Example"


def explanations_of(asked: str) -> tuple[Explanation, ...]:
    """Everything that is called so: several where a word stands in several vocabularies. None for what is unknown."""
    word = asked.strip().strip("`“”\"'")
    code = word.lower()
    problems = (_of_problem(KINDS[code]),) if code in KINDS else ()
    words = tuple(_of_word(each) for each in words_called(word))
    return (*problems, *words, *_of_fields(fields_named(word)))


def nearest_name(asked: str) -> str:
    """“did you mean …?” for what was meant, as `nearest` has it; nothing where that cannot be told."""
    word = asked.strip()
    if "." in word:
        return nearest(word, dict.fromkeys(".".join(each.keys) for each in record_fields()))
    return nearest(word, known_names())


@cache
def known_names() -> tuple[str, ...]:
    """Names that are explained: words, last keys of fields, codes of problems. Of two that differ by a space, one."""
    words = (each.word for each in vocabulary_words() if each.word.replace(" ", "-") not in KINDS)
    return tuple(dict.fromkeys((*words, *(each.keys[-1] for each in record_fields()), *KINDS)))


def _of_problem(kind: ProblemKind) -> Explanation:
    example = _problem_examples().get(kind.code, {})
    line, message = example.get("line", ""), example.get("message", "")
    shown = f"{line}\n→ {message}" if line else ""
    meaning = f"{kind.title}. {kind.explanation}"
    title = "Example, and what is said of it"
    return Explanation(kind.code, f"problem ({kind.severity})", meaning, (f"Fix: {kind.fix}.",), shown, title)


@cache
def _problem_examples() -> Mapping[str, Mapping[str, str]]:
    shipped = files("dashboard.checks") / "examples" / "problems.json"
    examples: Mapping[str, Mapping[str, str]] = loads(shipped.read_text(encoding="utf-8"))
    return examples


def _of_word(word: VocabularyWord) -> Explanation:
    meaning = f"{word.meaning[:1].upper()}{word.meaning[1:]}."
    entry = vocabularies.EVENT_TYPES.get(word.word) if word.of == "event type" else None
    return Explanation(
        word.word, word.of, meaning, (*_type_lines(word.word, entry), *_places(word.fields)), _word_example(word)
    )


def _type_lines(name: str, entry: Mapping[str, Any] | None) -> Iterator[str]:
    """What belongs to an event type alone: its quadrant, its modes, whether somebody must receive it."""
    if entry is None:
        return
    yield f"Quadrant: {entry['quad']}."
    yield from (f"Mode {mode}: {meaning}." for mode, meaning in vocabularies.MODE_MEANINGS.get(name, {}).items())
    if entry["needs_recipient"]:
        yield "It needs an actor with `role: recipient`."


def _places(fields: Sequence[RecordField]) -> Iterator[str]:
    if fields:
        more = len(fields) - MOST_PLACES
        names = [f"`{each.name}`" for each in fields[:MOST_PLACES]]
        yield f"Write it in {', '.join(names)}{f' and {more} more' if more > 0 else ''}."


def _word_example(word: VocabularyWord) -> str:
    if word.of == "filter":
        return yaml_text({"show": [f"{word.word}:VALUE"]}).rstrip("\n")
    if not word.fields:
        return ""
    if word.type_:
        return f"what: {{type: {word.type_}, modes: [{word.word}]}}"
    at = word.fields[0]
    value: Any = int(word.word) if at.path[-1] == "credibility" else word.word
    value = [value] if at.takes.startswith("list") else value
    return yaml_text(_with_leaf(example_data(at) or {}, len(at.path), value)).rstrip("\n")


def _with_leaf(data: Any, depth: int, value: Any) -> Any:
    """The example of a field with another value of it, so many keys deep."""
    if isinstance(data, list):
        return [_with_leaf(each, depth, value) for each in data]
    return {key: value if depth == 1 else _with_leaf(each, depth - 1, value) for key, each in data.items()}


def _of_fields(fields: Sequence[RecordField]) -> Iterator[Explanation]:
    """One explanation for all fields that are the same: `basis` of a date, of a place, of an actor."""
    groups: dict[tuple[str, str, str], list[RecordField]] = {}
    for each in fields:
        groups.setdefault((each.path[-1], each.about, each.takes), []).append(each)
    for group in groups.values():
        first = group[0]
        needed = ", needed" if first.is_needed else ""
        lines = [f"Takes: {first.takes}."]
        if first.default not in (None, "", False):
            lines.append(f"Default: `{first.default}`.")
        if len(group) > 1:
            lines.extend(_places(group))
        what = f"field of {_record_name(first.record)}{needed}" if len(group) == 1 else f"field{needed}"
        name = first.name if len(group) == 1 else first.path[-1]
        yield Explanation(name, what, first.about, tuple(lines), example_of(first))


def _record_name(record: str) -> str:
    return f"an entry of {record}" if record in ENTRIES else f"{'an' if record[0] in 'aeiou' else 'a'} {record}"
