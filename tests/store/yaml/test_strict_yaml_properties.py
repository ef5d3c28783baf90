"""What holds for every text."""

import json
import re

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.store.yaml.strict_yaml import read_document
from dashboard.store.yaml.syntax import syntax_problem
from dashboard.store.yaml.walk import Places, walk

TEXTS = st.text(max_size=80)
KEYS = st.text(max_size=60)
NUMBERS = st.integers(-(10**39), 10**39) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)
RECORDS = st.dictionaries(KEYS, VALUES, max_size=6)
PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})")
SIGNS = [
    "a: ",
    "b",
    "- ",
    "? ",
    ": ",
    "\n",
    "\n  ",
    "\r\n",
    "\t",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    '"',
    "&x ",
    "*x",
    "!t ",
]
WORDS = [
    "<<",
    "|",
    ">-",
    "#",
    " #y",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "\\",
    "0123",
    ".inf",
    "~",
    "é",
    "😀",
    "c",
    "d: e f",
]
STRANGE = ["\ufeff", "\u2028", "\0"]
PIECES = st.sampled_from(SIGNS + WORDS)


def as_yaml(value):
    """JSON, with the one escape that YAML spells otherwise: a character beyond the basic plane."""

    def joined(pair):
        character = bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be")
        return f"\\U{ord(character):08x}"

    return PAIR.sub(joined, json.dumps(value))


@given(RECORDS)
def test_json_is_read_back_equal(record):
    """Any JSON object is a strict YAML text and means the same."""
    document = read_document(as_yaml(record).encode())
    assert document.problems == ()
    assert document.data == record
    assert json.dumps(document.data) == json.dumps(record)


@given(RECORDS)
def test_every_value_has_a_place(record):
    """For what was read, the place of each value is inside the text, and quoted text is not plain."""
    text = as_yaml(record)
    document = read_document(text.encode())
    for path, value in values_in(record):
        line, column = document.position(path)
        assert line == 1
        begins = text[column - 1]
        assert {dict: "{", list: "[", str: '"'}.get(type(value), begins) == begins
        assert document.is_plain(path) is not isinstance(value, dict | list | str)


def values_in(value, path=()):
    yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield from values_in(inner, (*path, step))


def holds(raw):
    document = read_document(raw)
    assert document.data is None or isinstance(document.data, dict)
    assert (document.data is None) is any(problem.severity == "error" for problem in document.problems)
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    for problem in document.problems:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.message
        assert problem.hint


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\0")
def test_no_bytes_make_the_reader_raise(raw):
    """For any bytes there is data or an error, and every problem has a place in the text."""
    holds(raw)


@given(st.lists(PIECES | st.sampled_from(STRANGE), max_size=30).map("".join))
@example("[")
@example("a: 'x\r")
def test_no_text_makes_the_reader_raise(text):
    """The same holds for texts made of YAML's signs."""
    holds(text.encode())


@given(st.lists(PIECES, max_size=30).map("".join))
def test_the_second_walk_finds_what_the_first_built(text):
    """Every value that was read has a place of its own, and nothing else has one."""
    document = read_document(text.encode())
    if document.data is not None:
        assert set(Places.of(text).values) == {path for path, _ in values_in(document.data)}


@given(st.lists(PIECES, max_size=30).map("".join))
def test_the_second_walk_ends_where_the_first_does(text):
    """A text that breaks off does not make the walk raise."""
    assert all(node.parent >= 0 for node in walk(text))


def test_a_complaint_without_a_place_is_told_at_the_beginning():
    """An error of the parser that gives no place keeps its own words."""
    problem = syntax_problem(yaml.YAMLError("no such luck"), "a: 1")
    assert (problem.code, problem.message, problem.line, problem.column) == ("yaml-syntax", "no such luck", 1, 1)


def test_a_complaint_that_nobody_has_translated_keeps_its_place():
    """A message that a later libyaml may bring is shown as it is, where it points."""
    mark = yaml.Mark("", 5, 1, 0, None, None)
    problem = syntax_problem(yaml.scanner.ScannerError(None, None, "a new complaint", mark), "a: 1\nb")
    assert (problem.code, problem.message, problem.line, problem.column) == ("yaml-syntax", "a new complaint", 2, 1)
