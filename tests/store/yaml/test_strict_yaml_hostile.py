"""What the strict reader refuses: each with a code, at its line and column, in bounded time and memory."""

import time
import tracemalloc

import pytest

from dashboard.model.problem import KINDS
from dashboard.store.text_file import MAX_BYTES
from dashboard.store.yaml.strict_yaml import read_document
from tests.seldom import seldom

PAGE = "a: 1\n"

REFUSED = {
    # nothing, or not a mapping
    "nothing": ("", "yaml-empty", 1, 1),
    "white space": ("\n \n", "yaml-empty", 1, 1),
    "only comments": ("# a\n# b\n", "yaml-empty", 1, 1),
    "only a document mark": ("---\n# x\n", "yaml-empty", 1, 1),
    "only a byte order mark": ("\ufeff", "yaml-empty", 1, 1),
    "a list": ("- a\n- b\n", "yaml-top-level", 1, 1),
    "a bracketed list": ("# x\n  [a: 1]\n", "yaml-top-level", 2, 3),
    "a lone dash": ("-", "yaml-top-level", 1, 1),
    "a sentence": ("Talks were held.\nNo more.\n", "yaml-top-level", 1, 1),
    "a quoted nothing": ("''", "yaml-top-level", 1, 1),
    "a null": ("~", "yaml-top-level", 1, 1),
    # anchors, aliases, tags, directives, merge keys, documents
    "an anchor": ("a: &x 1\n", "yaml-anchor", 1, 4),
    "an anchor on a mapping": (PAGE + "b: &x {c: 1}\n", "yaml-anchor", 2, 4),
    "an anchor on the top": ("&x {a: 1}\n", "yaml-anchor", 1, 1),
    "an anchor on a key": (PAGE + "&x b: 1\n", "yaml-anchor", 2, 1),
    "an alias to nothing": (PAGE + "b: *x\n", "yaml-anchor", 2, 4),
    "an alias in a list": ("a: [1, *x]\n", "yaml-anchor", 1, 8),
    "an alias as a key": ("*x : 1\n", "yaml-key-not-string", 1, 1),
    "an unnamed anchor": ("a: & b\n", "yaml-anchor", 1, 4),
    "an unnamed alias": ("a: * b\n", "yaml-anchor", 1, 4),
    "a tag of YAML": ("a: !!str 1\n", "yaml-tag", 1, 4),
    "a tag on a list": (PAGE + "b: !!seq [1]\n", "yaml-tag", 2, 4),
    "a tag on the top": ("!!map {a: 1}\n", "yaml-tag", 1, 1),
    "a tag on a key": ("!!str a: 1\n", "yaml-tag", 1, 1),
    "a tag that runs a command": ("a: !!python/object/apply:os.system [ls]\n", "yaml-tag", 1, 4),
    "a whole tag": ("a: !<tag:yaml.org,2002:str> b\n", "yaml-tag", 1, 4),
    "a local tag": ("a: !thing b\n", "yaml-tag", 1, 4),
    "a tag without a name": ("a: ! b\n", "yaml-tag", 1, 4),
    "a tag with an unknown handle": (PAGE + "b: !foo!bar c\n", "yaml-tag", 2, 4),
    "a broken tag": ("a: !<x b\n", "yaml-tag", 1, 4),
    "the version": ("%YAML 1.2\n---\na: 1\n", "yaml-directive", 1, 1),
    "another version": ("%YAML 3.0\n---\na: 1\n", "yaml-directive", 1, 1),
    "a broken version": ("%YAML x\n---\na: 1\n", "yaml-directive", 1, 1),
    "a tag's prefix": ("%TAG ! tag:x,2000:\n---\na: 1\n", "yaml-directive", 1, 1),
    "an unknown directive": ("%FOO x\n---\na: 1\n", "yaml-directive", 1, 1),
    "a merge key": ("<<: {a: 1}\n", "yaml-merge-key", 1, 1),
    "a merge key within": ("a:\n  b: {<<: 1}\n", "yaml-merge-key", 2, 7),
    "a second document": (PAGE + "---\nb: 1\n", "yaml-second-document", 2, 1),
    "an empty second document": (PAGE + "--- \n", "yaml-second-document", 2, 1),
    "text after the end": (PAGE + "...\nfoo\n", "yaml-syntax", 3, 1),
    # keys
    "a key twice": ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", 3, 1),
    "a key twice, quoted": ("a: 1\n'a': 3\n", "yaml-duplicate-key", 2, 1),
    "a key twice, escaped": ('a: 1\n"\\x61": 3\n', "yaml-duplicate-key", 2, 1),
    "a key twice within": ("a:\n  - {b: 1, c: 2, b: 3}\n", "yaml-duplicate-key", 2, 18),
    "a lone question mark": ("?\n", "yaml-key-not-string", 1, 2),
    "a list as a key": ("[a]: 1\n", "yaml-key-not-string", 1, 1),
    "a mapping as a key": ("a: 1\n? {b: 1}\n: 2\n", "yaml-key-not-string", 2, 3),
    "a key missing": (PAGE + ": 2\n", "yaml-syntax", 2, 1),
    "a key missing in braces": ("a: {: 1}\n", "yaml-syntax", 1, 5),
    # grammar
    "a single quote open": (PAGE + "b: 'x\nc: 1\n", "yaml-unclosed", 2, 4),
    "a double quote open": ('a: "x\nb: 1', "yaml-unclosed", 1, 4),
    "a quote open at a document mark": ("a: 'x\n---\ny'\n", "yaml-unclosed", 1, 4),
    "a brace open": ("a: {b: 1\n", "yaml-unclosed", 1, 4),
    "a brace open on top": ("{a: 1", "yaml-unclosed", 1, 1),
    "a bracket open": (PAGE + "b: [1, 2\nc: 3\nd: 4\n", "yaml-unclosed", 2, 4),
    "an empty bracket open": (PAGE + "b: [\n", "yaml-unclosed", 3, 1),
    "a bracket open after a comma": ("a: {b: 1,", "yaml-unclosed", 1, 10),
    "a comma missing": ("a: [b 'c', 'd' e]\n", "yaml-unclosed", 1, 16),
    "a bracket too many": ("a: ]\n", "yaml-syntax", 1, 4),
    "a brace too many": ("{a: 1}}\n", "yaml-syntax", 1, 7),
    "a tab before a key": ("a:\n\tb: 1\n", "yaml-tab", 2, 1),
    "a tab at the start": ("\ta: 1\n", "yaml-tab", 1, 1),
    "a tab after a value": ("a: b\n\tc: d\n", "yaml-tab", 2, 1),
    "a tab in a block": ("a: |\n\tb\n", "yaml-tab", 2, 1),
    "a key indented too far": ("a: 1\n b: 2\n", "yaml-syntax", 2, 3),
    "a key indented too little": ("a:\n   b: 1\n  c: 2\n", "yaml-syntax", 3, 3),
    "keys left of the first": ("  a: 1\nb: 2\n", "yaml-syntax", 2, 1),
    "a list among keys": ("a:\n  - 1\n  b: 2\n", "yaml-syntax", 3, 3),
    "a list on its key's line": ("a: - b\n", "yaml-syntax", 1, 4),
    "a colon in a sentence": ("a: Talks: day two\n", "yaml-syntax", 1, 9),
    "a line without a key": ("a: 1\nb\nc: 2\n", "yaml-syntax", 2, 1),
    "a colon without its space": ("a: 1\nb:2\nc: 3\n", "yaml-syntax", 2, 1),
    "an apostrophe in single quotes": ("a: 'don't'\n", "yaml-syntax", 1, 9),
    "text after a quote": ('a: "x" y\n', "yaml-syntax", 1, 8),
    "a quote open on the line above": ('a: "x\nb: "y"\n', "yaml-syntax", 2, 5),
    "a colon within brackets": ("a: [b:]\n", "yaml-syntax", 1, 6),
    "a question mark first": ("a: ? b\n", "yaml-syntax", 1, 4),
    "an at sign": ("a: @x\n", "yaml-syntax", 1, 4),
    "a backtick": ("a: `x`\n", "yaml-syntax", 1, 4),
    "a per cent sign": ("a: %x\n", "yaml-syntax", 1, 4),
    "text after a block's sign": ("a: |x\n  y\n", "yaml-syntax", 1, 4),
    "an unknown escape": ('a: "\\q"\n', "yaml-syntax", 1, 5),
    "half a character": ('a: "\\ud83d\\ude00"\n', "yaml-syntax", 1, 7),
    "a surrogate escaped": ('a: "\\udc00"\n', "yaml-syntax", 1, 7),
    "a key longer than a line": (PAGE + "k" * 2000 + ": 1\n", "yaml-syntax", 2, 1),
    # characters
    "NUL": (PAGE + "b: x\0y\n", "yaml-character", 2, 5),
    "a bell": ("a: 1\r\nb: 'é\x07'\n", "yaml-character", 2, 6),
    "an escape sequence": ("a: \x1b[31mred\n", "yaml-character", 1, 4),
    "DEL": ("a: x\x7f\n", "yaml-character", 1, 5),
    "a control character of Latin-1": ("a: x\x9d\n", "yaml-character", 1, 5),
    "next line": ("a: b\x85c: d\n", "yaml-character", 1, 5),
    "a line separator": ("a: 😀\u2028c\n", "yaml-character", 1, 5),
    "a paragraph separator": (PAGE + "b: 'x\u2029y'\n", "yaml-character", 2, 6),
    "a byte order mark within": (PAGE + "\ufeffb: 2\n", "yaml-character", 2, 1),
    "two byte order marks": ("\ufeff\ufeffa: 2\n", "yaml-character", 1, 1),
    "no character": (PAGE + "b: \uffff\n", "yaml-character", 2, 4),
}


@pytest.mark.parametrize(("text", "code", "line", "column"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_strict_yaml_is_refused_where_it_stands(text, code, line, column):
    """One problem, with its code, at its line and column, and with a fix."""
    document = read_document(text.encode())
    assert document.data is None
    (problem,) = document.problems
    assert (problem.code, problem.line, problem.column) == (code, line, column)
    assert problem.severity == "error"
    assert problem.message
    assert problem.hint


ENCODINGS = {
    "UTF-16 LE, marked": (b"\xff\xfe" + "a: é\n".encode("utf-16-le"), 1, 1),
    "UTF-16 BE, marked": (b"\xfe\xff" + "a: é\n".encode("utf-16-be"), 1, 1),
    "UTF-16 LE": ("a: é\n".encode("utf-16-le"), 1, 1),
    "UTF-16 BE": ("a: é\n".encode("utf-16-be"), 1, 1),
    "UTF-32 LE, marked": (b"\xff\xfe\0\0" + "a: é\n".encode("utf-32-le"), 1, 1),
    "UTF-32 BE, marked": (b"\0\0\xfe\xff" + "a: é\n".encode("utf-32-be"), 1, 1),
    "UTF-32 LE": ("a: é\n".encode("utf-32-le"), 1, 1),
    "UTF-32 BE": ("a: é\n".encode("utf-32-be"), 1, 1),
    "Latin-1": ("a: 1\nb: Bogotá, Perú\n".encode("latin-1"), 2, 9),
    "Windows-1252": ("a: é 1\n".encode() + b"b: \x93quoted\x94\n", 2, 4),
    "cut off": ("a: é".encode()[:-1], 1, 4),
    "cut off in an emoji": ("\ufeffa: b\nc: 😀".encode()[:-2], 2, 4),
    "overlong": (b"a: \xc0\xaf\n", 1, 4),
    "overlong NUL": (b"a: x\xc0\x80\n", 1, 5),
    "a surrogate": (b"a: x\n\xed\xa0\x80: 1\n", 2, 1),
    "beyond Unicode": (b"a: \xf4\x90\x80\x80\n", 1, 4),
    "a lone continuation": (b"\r\na: \x80\n", 2, 4),
}


@pytest.mark.parametrize(("raw", "line", "column"), ENCODINGS.values(), ids=ENCODINGS)
def test_another_encoding_is_refused_at_its_first_byte(raw, line, column):
    """Bytes that are not UTF-8 are never guessed at."""
    document = read_document(raw)
    assert document.data is None
    (problem,) = document.problems
    assert (problem.code, problem.line, problem.column) == ("yaml-encoding", line, column)
    assert "UTF-8" in problem.message


@pytest.mark.parametrize("name", ["UTF-16 LE", "UTF-16 BE", "UTF-32 LE", "UTF-32 BE"])
@pytest.mark.parametrize("marked", ["", ", marked"])
def test_wide_encodings_are_named(name, marked):
    """Whoever saved the file as UTF-16 or UTF-32 is told so."""
    (problem,) = read_document(ENCODINGS[name + marked][0]).problems
    assert name[:6] in problem.message


LAUGHS = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
BOMBS = {
    "a byte too many": ("a: " + "x" * (MAX_BYTES - 2), "yaml-too-large", 1),
    "brackets": ("a: " + "[" * 10_000, "yaml-too-deep", 1),
    "brackets, one a line": ("a:\n" + " [\n" * 10_000, "yaml-too-deep", 21),
    "braces": ("{a: " * 10_000, "yaml-too-deep", 1),
    "closed brackets": ("a: " + "[" * 900 + "]" * 900, "yaml-too-deep", 1),
    "keys in one another": ("\n".join(" " * depth + "a:" for depth in range(1_300)), "yaml-too-deep", 21),
    "dashes": ("a:\n  " + "- " * 10_000 + "x\n", "yaml-too-deep", 2),
    "question marks": ("a:\n  " + "? " * 10_000 + "x\n", "yaml-key-not-string", 2),
    "a list of 499,000": ("a: [" + "1," * 499_000 + "]", "yaml-too-many-nodes", 1),
    "a list, one a line": ("a:\n" + "- \n" * 300_000, "yaml-too-many-nodes", 199_999),
    "keys": ("".join(f"k{n:x}:\n" for n in range(110_000)), "yaml-too-many-nodes", 100_000),
    "empty mappings": ("a: [" + "{}," * 300_000 + "]", "yaml-too-many-nodes", 1),
    "laughs": (LAUGHS, "yaml-anchor", 1),
    "an alias to itself": ("a: &a [*a]\n", "yaml-anchor", 1),
    "a mapping within itself": ("a: &a {b: *a}\n", "yaml-anchor", 1),
    "aliases": ("a: [" + "*x," * 300_000 + "]", "yaml-anchor", 1),
    "the same key": ("a: 1\n" * 40_000, "yaml-duplicate-key", 2),
    "long keys": ("? " + "a" * 900_000 + "\n: 1\n? *x\n: 1\n", "yaml-key-not-string", 3),
    "a long tag": ("a: !" + "t" * 900_000 + " 1\n", "yaml-tag", 1),
    "a long anchor": ("a: &" + "t" * 900_000 + " 1\n", "yaml-anchor", 1),
    "a long word": ("a: " + "x" * 900_000 + "\n'", "yaml-unclosed", 2),
    "a long quote": ("a: '" + "x " * 450_000, "yaml-unclosed", 1),
    "empty lines": ("a: '" + "\n" * 900_000, "yaml-unclosed", 1),
    "white space": ("a: x" + " " * 900_000 + "\tb: c", "yaml-syntax", 1),
    "hashes": ("a: b c" + " #x" * 300_000 + "\n]", "yaml-syntax", 2),
}


@pytest.mark.parametrize(("text", "code", "line"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_costs_bounded_time_and_memory(text, code, line):
    """However it is made, a text under the limit of size is refused quickly, with few and short messages."""
    raw = text.encode()
    begun = time.process_time()
    document = read_document(raw)
    assert time.process_time() - begun < 5
    assert document.data is None
    assert 1 <= len(document.problems) <= 200
    assert (document.problems[0].code, document.problems[0].line) == (code, line)
    assert max(len(problem.message) for problem in document.problems) < 200


@pytest.mark.parametrize("name", ["brackets", "aliases", "the same key", *seldom("a list of 499,000", "keys")])
def test_a_bomb_is_not_built(name):
    """Reading one takes tens of megabytes at most."""
    raw = BOMBS[name][0].encode()
    tracemalloc.start()
    try:
        read_document(raw)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak_bytes < 40_000_000


def test_a_key_that_stands_twice_names_the_first():
    """The message names the line of the first, also where the mapping itself stands twice."""
    problems = read_document(b"a: {b: 1}\nc: 1\na:\n  b: 1\n  d: 2\n  b: 2\na: 3\n").problems
    assert [(problem.line, problem.message) for problem in problems] == [
        (3, "the key a is here again; first in line 1"),
        (6, "the key b is here again; first in line 4"),
        (7, "the key a is here again; first in line 1"),
    ]


def test_a_duplicate_before_a_fault_is_told_too():
    """Problems before the place where reading ends are not lost."""
    problems = read_document(b"a: 1\na: 2\n? [x]\n").problems
    assert [problem.code for problem in problems] == ["yaml-duplicate-key", "yaml-key-not-string"]
    problems = read_document(b"a: 1\na: 2\nb: [\n").problems
    assert [problem.code for problem in problems] == ["yaml-duplicate-key", "yaml-unclosed"]
    problems = read_document(b"a: 1\na: 2\nb: " + b"[" * 30 + b"]" * 30).problems
    assert [problem.code for problem in problems] == ["yaml-duplicate-key", "yaml-too-deep"]


def test_a_text_at_the_limit_of_size_is_looked_at():
    """Exactly the limit is allowed."""
    assert read_document(b"a: " + b"x" * (MAX_BYTES - 3)).data == {"a": "x" * (MAX_BYTES - 3)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 'don't'\n", "closing quote"),
        ('a: "x\nb: "y"\n', "closing quote"),
        ("a:\n   b: 1\n  c: 2\n", "key is expected"),
        ("a: [b:]\n", "colon"),
        ("a: ? b\n", "start with"),
        ("a: 1\nb:2\nc: 3\n", "not `key: value`"),
        ("a: @x\n", "start with @"),
        ("a: x\x00\n", "U+0000 (control character)"),
        ("a: x\x85\n", "U+0085 (NEXT LINE)"),
        ("a: x\u2028\n", "U+2028 (LINE SEPARATOR)"),
        ("a: x\ufeff\n", "U+FEFF (BYTE ORDER MARK)"),
        ("a: .nan\n", ".nan is not a quantity"),
        ("a: !!python/name:os.system 1\n", "python/name:os.system"),
        ("2009: 1\n", "the key 2009 is not text"),
    ],
)
def test_a_problem_says_what_is_the_matter(text, words):
    """The message names the fault itself, not the parser's state."""
    (problem,) = read_document(text.encode()).problems
    assert words in problem.message


def test_every_code_is_in_the_catalogue():
    """What these tests name is what a user can look up."""
    codes = {row[1] for row in REFUSED.values()} | {row[1] for row in BOMBS.values()} | {"yaml-encoding"}
    assert codes <= set(KINDS)
