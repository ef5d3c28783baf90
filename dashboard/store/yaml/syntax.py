"""libyaml's complaints, in the words of somebody who has to mend the line."""

from dataclasses import dataclass

import yaml

from dashboard.model.problem import ProblemKind, kind
from dashboard.store.text_file import position_at
from dashboard.store.yaml.events import MAX_DEPTH
from dashboard.store.yaml_problem import Position, YamlProblem

SYNTAX = kind(
    "yaml-syntax",
    "The text is not YAML",
    "From this place on the file cannot be understood. Often the fault is a line earlier.",
    'look at the indentation, and put sentences in quotes: `title: "Talks: day two"`',
)
TAB = kind(
    "yaml-tab",
    "A tab in the indentation",
    "YAML indents with spaces only.",
    "replace the tab by spaces, and set the editor to insert spaces",
)
UNCLOSED = kind(
    "yaml-unclosed",
    "A quote or bracket is not closed",
    "What begins with a quote, `[` or `{` ends with its partner; items in brackets are set apart by commas.",
    "close it, or look for a missing comma; inside single quotes an apostrophe is doubled: `'it''s'`",
)
ANCHOR = kind(
    "yaml-anchor",
    "An anchor or alias",
    "`&name` and `*name` make one value stand in two places, so that a reader cannot see what a line says.",
    'write the value out; if it is text that begins with `&` or `*`, quote it: `"*"`',
)
TAG = kind(
    "yaml-tag",
    "A tag",
    "`!tag` and `!!type` change what a value is. Records hold text, numbers, yes or no, lists and mappings only.",
    'take the tag away; if it is text that begins with `!`, quote it: `"!"`',
)
DIRECTIVE = kind(
    "yaml-directive",
    "A directive",
    "`%YAML` and `%TAG` change how the rest is read.",
    "delete the line",
)
TOO_DEEP = kind(
    "yaml-too-deep",
    "Too many levels",
    f"Mappings and lists stand in one another at most {MAX_DEPTH} deep; no record needs a third of that.",
    "look for brackets that are not closed, or for lines indented by mistake",
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one of libyaml's complaints is told."""

    kind: ProblemKind
    message: str
    hint: str = ""
    at_start: bool = False
    """Whether the place to mend is where the construct began, not where libyaml gave up."""


_BY_PROBLEM = {
    "exceeded maximum nesting depth": _Reading(TOO_DEEP, f"more than {MAX_DEPTH} levels of brackets"),
    "found a tab character that violates indentation": _Reading(TAB, "a tab indents this line"),
    "found a tab character where an indentation space is expected": _Reading(TAB, "a tab indents this line"),
    "found unexpected end of stream": _Reading(UNCLOSED, "this quote is never closed", at_start=True),
    "found unexpected document indicator": _Reading(
        UNCLOSED, "this quote is not closed before a line `---` or `...`", at_start=True
    ),
    "did not find expected ',' or ']'": _Reading(UNCLOSED, "`[` without its `]`, or a comma is missing"),
    "did not find expected ',' or '}'": _Reading(UNCLOSED, "`{` without its `}`, or a comma is missing"),
    "mapping values are not allowed in this context": _Reading(
        SYNTAX, "a second colon in an unquoted text, or a key at the wrong indentation"
    ),
    "could not find expected ':'": _Reading(
        SYNTAX,
        "this line is no `key: value`",
        "put a space after the colon; indent a line that continues the one above",
        at_start=True,
    ),
    "did not find expected key": _Reading(
        SYNTAX, "a key is expected here", "indent the line like the key above that it belongs beside"
    ),
    "found unexpected ':'": _Reading(SYNTAX, "a colon in an unquoted text within brackets"),
    "mapping keys are not allowed in this context": _Reading(
        SYNTAX, "unquoted text cannot begin with `? `", 'quote it: `"? ..."`'
    ),
    "did not find expected '-' indicator": _Reading(
        SYNTAX, "a list item (`- `) is expected here", "indent the line like its neighbours"
    ),
    "block sequence entries are not allowed in this context": _Reading(
        SYNTAX,
        "a list cannot begin here",
        "begin it on a line of its own, or write `[a, b]`; quote text that begins with `- `",
    ),
    "did not find expected node content": _Reading(SYNTAX, "a key or value is expected here"),
    "did not find expected <document start>": _Reading(
        SYNTAX, "this stands outside of the mapping that the file began with", "indent all keys of a mapping alike"
    ),
    "found undefined tag handle": _Reading(TAG, "a tag stands here"),
    "found incompatible YAML document": _Reading(DIRECTIVE, "a directive stands here"),
    "found unknown escape character": _Reading(
        SYNTAX, "a backslash in double quotes begins an escape", "double it (`\\\\`), or use single quotes"
    ),
    "found invalid Unicode character escape code": _Reading(
        SYNTAX, "this escape is half a character", "write the character itself, or `\\U` with eight digits"
    ),
}
_BY_CONTEXT = {
    "while scanning an anchor": _Reading(ANCHOR, "an anchor stands here", at_start=True),
    "while scanning an alias": _Reading(ANCHOR, "an alias stands here", at_start=True),
    "while scanning a tag": _Reading(TAG, "a tag stands here", at_start=True),
    "while parsing a tag": _Reading(TAG, "a tag stands here", at_start=True),
    "while scanning a directive": _Reading(DIRECTIVE, "a directive stands here", at_start=True),
    "while scanning a %YAML directive": _Reading(DIRECTIVE, "a directive stands here", at_start=True),
    "while scanning a %TAG directive": _Reading(DIRECTIVE, "a directive stands here", at_start=True),
    "while scanning a block scalar": _Reading(
        SYNTAX, "after `|` or `>` the line ends", "write `>-`, and the text indented on the next lines", at_start=True
    ),
}
_AFTER_CLOSING = "text after a closing quote or bracket"
_QUOTE_ABOVE = "look for a quote that is not closed above; an apostrophe in single quotes is doubled: `'it''s'`"


def syntax_problem(error: yaml.YAMLError, text: str) -> YamlProblem:
    """The problem that stands for libyaml's `error` in `text`."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return YamlProblem.of(SYNTAX, (1, 1), str(error))
    complaint, context, mark = str(error.problem), str(error.context), error.problem_mark
    start = error.context_mark or mark
    if complaint == "found character that cannot start any token":
        return _stray_character(text, mark)
    if context == "while parsing a flow node" and mark.index >= len(text):
        return YamlProblem.of(UNCLOSED, _position(mark, text), "the text ends inside of `[` or `{`")
    if complaint == "did not find expected key" and _stands_within_its_line(text, mark):
        return YamlProblem.of(SYNTAX, _position(mark, text), _AFTER_CLOSING, _QUOTE_ABOVE)
    reading = _BY_PROBLEM.get(complaint) or _BY_CONTEXT.get(context) or _Reading(SYNTAX, complaint)
    at_start = reading.at_start or (reading.kind is UNCLOSED and start.line != mark.line)
    return YamlProblem.of(reading.kind, _position(start if at_start else mark, text), reading.message, reading.hint)


def _stands_within_its_line(text: str, mark: yaml.Mark) -> bool:
    return bool(text[mark.index - mark.column : mark.index].strip())


def _stray_character(text: str, mark: yaml.Mark) -> YamlProblem:
    character = text[mark.index]
    if character == "\t":
        return YamlProblem.of(TAB, _position(mark, text), "a tab indents this line")
    return YamlProblem.of(
        SYNTAX, _position(mark, text), f"unquoted text cannot begin with {character}", f'quote it: "{character}..."'
    )


def _position(mark: yaml.Mark, text: str) -> Position:
    """The mark's place; libyaml puts the end of a text without a last line break on a line that does not exist."""
    if mark.index >= len(text):
        return position_at(text, len(text))
    return mark.line + 1, mark.column + 1
