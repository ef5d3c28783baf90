"""libyaml's complaints, in the words of somebody who has to fix the line."""

from dataclasses import dataclass

import yaml

from dashboard.model.problem import ProblemKind, kind
from dashboard.store.file_problems import Position, YamlProblem
from dashboard.store.text_file import position_at
from dashboard.store.yaml.walk import MAX_DEPTH

SYNTAX = kind(
    "yaml-syntax",
    "The text is not YAML",
    "The file cannot be understood from here on. The mistake is often one line earlier.",
    'check the indentation, and put sentences in quotes: `title: "Talks: day two"`',
)
TAB = kind(
    "yaml-tab",
    "A tab in the indentation",
    "YAML indents with spaces only.",
    "replace the tab with spaces, and set your editor to insert spaces",
)
UNCLOSED = kind(
    "yaml-unclosed",
    "A quote or bracket is not closed",
    "A quote, `[` or `{` must be closed. Items in brackets are separated by commas.",
    "close it, or look for a missing comma; inside single quotes, write an apostrophe twice: `'it''s'`",
)
ANCHOR = kind(
    "yaml-anchor",
    "An anchor or alias",
    "`&name` and `*name` use one value in two places, so readers cannot see what a line says.",
    'write out the value; if it is text that starts with `&` or `*`, put it in quotes: `"*"`',
)
TAG = kind(
    "yaml-tag",
    "A tag",
    "`!tag` and `!!type` change the type of a value. Records have only text, numbers, true or false, lists and "
    "mappings.",
    'remove the tag; if it is text that starts with `!`, put it in quotes: `"!"`',
)
DIRECTIVE = kind(
    "yaml-directive",
    "A directive",
    "`%YAML` and `%TAG` change how the rest of the file is read.",
    "delete the line",
)
TOO_DEEP = kind(
    "yaml-too-deep",
    "Too many levels",
    f"Mappings and lists are nested at most {MAX_DEPTH} levels deep. No record needs a third of that.",
    "look for brackets that are not closed, or lines that are indented by mistake",
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one of libyaml's complaints is told."""

    kind: ProblemKind
    message: str
    hint: str = ""
    at_start: bool = False
    """Whether the place to fix is where the construct began, not where libyaml gave up."""


_BY_PROBLEM = {
    "exceeded maximum nesting depth": _Reading(TOO_DEEP, f"more than {MAX_DEPTH} levels of brackets"),
    "found a tab character that violates indentation": _Reading(TAB, "this line is indented with a tab"),
    "found a tab character where an indentation space is expected": _Reading(TAB, "this line is indented with a tab"),
    "found unexpected end of stream": _Reading(UNCLOSED, "this quote is never closed", at_start=True),
    "found unexpected document indicator": _Reading(
        UNCLOSED, "this quote is not closed before the line `---` or `...`", at_start=True
    ),
    "did not find expected ',' or ']'": _Reading(UNCLOSED, "`[` without its `]`, or a comma is missing"),
    "did not find expected ',' or '}'": _Reading(UNCLOSED, "`{` without its `}`, or a comma is missing"),
    "mapping values are not allowed in this context": _Reading(
        SYNTAX, "a second colon in unquoted text, or a key with the wrong indentation"
    ),
    "could not find expected ':'": _Reading(
        SYNTAX,
        "this line is not `key: value`",
        "put a space after the colon, or indent the line if it continues the one above",
        at_start=True,
    ),
    "did not find expected key": _Reading(
        SYNTAX, "a key is expected here", "indent the line like the keys above that it belongs with"
    ),
    "found unexpected ':'": _Reading(SYNTAX, "a colon in unquoted text inside brackets"),
    "mapping keys are not allowed in this context": _Reading(
        SYNTAX, "unquoted text cannot start with `? `", 'quote it: `"? ..."`'
    ),
    "did not find expected '-' indicator": _Reading(
        SYNTAX, "a list item (`- `) is expected here", "indent the line like the lines around it"
    ),
    "block sequence entries are not allowed in this context": _Reading(
        SYNTAX,
        "a list cannot start here",
        "start it on its own line, or write `[a, b]`; put text that starts with `- ` in quotes",
    ),
    "did not find expected node content": _Reading(SYNTAX, "a key or value is expected here"),
    "did not find expected <document start>": _Reading(
        SYNTAX, "this is outside the mapping that the file starts with", "indent all keys of a mapping in the same way"
    ),
    "found undefined tag handle": _Reading(TAG, "there is a tag here"),
    "found incompatible YAML document": _Reading(DIRECTIVE, "there is a directive here"),
    "found unknown escape character": _Reading(
        SYNTAX, "a backslash in double quotes starts an escape", "double it (`\\\\`), or use single quotes"
    ),
    "found invalid Unicode character escape code": _Reading(
        SYNTAX, "this escape is only half a character", "write the character itself, or `\\U` with eight digits"
    ),
}
_BY_CONTEXT = {
    "while scanning an anchor": _Reading(ANCHOR, "there is an anchor here", at_start=True),
    "while scanning an alias": _Reading(ANCHOR, "there is an alias here", at_start=True),
    "while scanning a tag": _Reading(TAG, "there is a tag here", at_start=True),
    "while parsing a tag": _Reading(TAG, "there is a tag here", at_start=True),
    "while scanning a directive": _Reading(DIRECTIVE, "there is a directive here", at_start=True),
    "while scanning a %YAML directive": _Reading(DIRECTIVE, "there is a directive here", at_start=True),
    "while scanning a %TAG directive": _Reading(DIRECTIVE, "there is a directive here", at_start=True),
    "while scanning a block scalar": _Reading(
        SYNTAX,
        "the line must end after `|` or `>`",
        "write `>-`, and the text indented on the next lines",
        at_start=True,
    ),
}
_AFTER_CLOSING = "text after a closing quote or bracket"
_QUOTE_ABOVE = "look for an unclosed quote above; inside single quotes, write an apostrophe twice: `'it''s'`"


def syntax_problem(error: yaml.YAMLError, text: str) -> YamlProblem:
    """The problem that stands for libyaml's `error` in `text`."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return YamlProblem.of(SYNTAX, (1, 1), str(error))
    complaint, context, mark = str(error.problem), str(error.context), error.problem_mark
    start = error.context_mark or mark
    if complaint == "found character that cannot start any token":
        return _stray_character(text, mark)
    if context == "while parsing a flow node" and mark.index >= len(text):
        return YamlProblem.of(UNCLOSED, _position(mark, text), "the text ends inside `[` or `{`")
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
        return YamlProblem.of(TAB, _position(mark, text), "this line is indented with a tab")
    return YamlProblem.of(
        SYNTAX, _position(mark, text), f"unquoted text cannot start with {character}", f'quote it: "{character}..."'
    )


def _position(mark: yaml.Mark, text: str) -> Position:
    """The mark's place; libyaml puts the end of a text without a last line break on a line that does not exist."""
    if mark.index >= len(text):
        return position_at(text, len(text))
    return mark.line + 1, mark.column + 1
