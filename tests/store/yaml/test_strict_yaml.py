"""What the strict reader reads, and where it says that things stand."""

import pickle

import pytest
import yaml

from dashboard.errors import DatelineError, YamlParserMissing
from dashboard.model.problem import KINDS, Problem, Severity
from dashboard.store.text_file import MAX_BYTES
from dashboard.store.yaml.strict_yaml import read_document
from dashboard.store.yaml.walk import MAX_DEPTH

RECORD = b"""\
title: The base closes          # the team's words
what: {type: retreat, modes: [withdraw]}
when:
  reported: "2009"
  assessed: {date: 2009-09-18, since: 2009}
claims:
  closed:
    quotes:
      - source: us-troops
        exact: >-
          closed in 2009
          at the request
      - {source: other}
    note:
"""


def read(text):
    return read_document(text.encode())


def data(text):
    document = read(text)
    assert document.problems == ()
    return document.data


def test_a_record_is_read_as_plain_python():
    """Mappings, lists, text and folded text come out as dicts, lists and strings."""
    document = read_document(RECORD)
    assert document.problems == ()
    assert document.data == {
        "title": "The base closes",
        "what": {"type": "retreat", "modes": ["withdraw"]},
        "when": {"reported": "2009", "assessed": {"date": "2009-09-18", "since": 2009}},
        "claims": {
            "closed": {
                "quotes": [{"source": "us-troops", "exact": "closed in 2009 at the request"}, {"source": "other"}],
                "note": None,
            }
        },
    }


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("title",), (1, 8), (1, 1)),
        (("what",), (2, 7), (2, 1)),
        (("what", "modes", 0), (2, 31), (2, 31)),
        (("when", "reported"), (4, 13), (4, 3)),
        (("when", "assessed", "date"), (5, 20), (5, 14)),
        (("claims", "closed", "quotes"), (9, 7), (8, 5)),
        (("claims", "closed", "quotes", 0), (9, 9), (9, 9)),
        (("claims", "closed", "quotes", 0, "exact"), (10, 16), (10, 9)),
        (("claims", "closed", "quotes", 1, "source"), (13, 18), (13, 10)),
        (("claims", "closed", "note"), (14, 10), (14, 5)),
        (("claims", "closed", "quotes", 2, "exact"), (9, 7), (8, 5)),
        (("when", "reported", "x"), (4, 13), (4, 3)),
        (("nothing", 3), (1, 1), (1, 1)),
    ],
)
def test_a_path_leads_to_its_place(path, value, key):
    """The place of a value or key is its first character; what does not exist has the place of what is above it."""
    document = read_document(RECORD)
    assert document.position(path) == value
    assert document.position(path, key=True) == key


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        (("title",), True),
        (("when", "reported"), False),
        (("when", "assessed", "date"), True),
        (("when", "assessed", "since"), True),
        (("claims", "closed", "quotes", 0, "exact"), False),
        (("claims", "closed", "note"), True),
        (("claims", "closed"), False),
        (("claims", "closed", "quotes", 7), False),
        (("title", "x"), False),
        (("nothing",), False),
        ((), False),
    ],
)
def test_an_unquoted_scalar_is_known_as_such(path, plain):
    """Only a scalar without quotes and without `|` or `>` is plain."""
    assert read_document(RECORD).is_plain(path) is plain


def test_a_quoted_date_is_told_from_the_same_date_unquoted():
    """Two equal texts in one file, one quoted and one not, are told apart."""
    document = read("a: \"2025-09-04\"\nb: 2025-09-04\nc: '2025-09-04'\n")
    assert [document.is_plain((key,)) for key in "abc"] == [False, True, False]


def test_a_quoted_date_costs_no_second_walk(monkeypatch):
    """Where every date is quoted, asking whether they are plain does not parse the file again."""
    document = read('a: "2025-09-04"\nb: some words\n')
    monkeypatch.setattr("dashboard.store.yaml.walk.events", lambda _: pytest.fail("parsed again"))
    assert document.is_plain(("a",)) is False


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ('a: "2025-09-04"\nb: fact\nc: normal\nd: 12\n', False),
        ("a: 2025-09-04\n", True),
        ("a: ../2009\n", True),
        ("a: [/2009]\n", True),
        ("a:\n  - 2009~\n", True),
    ],
)
def test_a_text_without_unquoted_dates_is_known_as_such(text, may):
    """Whether any date can be unquoted is known from the first pass."""
    assert read(text).may_hold_plain_dates is may


def test_places_are_found_once(monkeypatch):
    """The second walk is remembered."""
    document = read("a: 1\nb: 2\n")
    assert document.position(("b",)) == (2, 4)
    monkeypatch.setattr("dashboard.store.yaml.walk.events", lambda _: pytest.fail("parsed again"))
    assert document.position(("a",)) == (1, 4)


def test_a_document_that_could_not_be_read_has_no_places():
    """Without data, every place is the beginning."""
    document = read("a: [1\n")
    assert document.data is None
    assert document.position(("a",)) == (1, 1)
    assert document.is_plain(("a",)) is False


def test_the_deepest_level_allowed_is_read_with_its_places():
    """A text at the limit of depth is read whole."""
    text = "a: " + "[" * (MAX_DEPTH - 1) + "1" + "]" * (MAX_DEPTH - 1)
    document = read(text)
    assert document.problems == ()
    assert document.position(("a", *[0] * (MAX_DEPTH - 1))) == (1, 4 + MAX_DEPTH - 1)


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_every_line_end_of_an_editor_counts_as_one(break_):
    """LF, CR LF and CR end a line, and places agree."""
    document = read(f"a: x{break_}# note{break_}b: |{break_}  one{break_}  two{break_}c: 'd'{break_}")
    assert document.data == {"a": "x", "b": "one\ntwo\n", "c": "d"}
    assert document.position(("c",)) == (6, 4)


@pytest.mark.parametrize(
    "text",
    ["a: 1", "---\na: 1\n", "a: 1\n...\n", "--- # begin\na: 1\n...\n# end\n", "\ufeffa: 1", "{a: 1}", "? a\n: 1\n"],
)
def test_one_document_may_be_marked_as_such(text):
    """A byte order mark, `---` above, `...` below and an explicit key change nothing."""
    assert data(text) == {"a": 1}


def test_columns_count_characters():
    """Signs beyond ASCII and beyond the basic plane count as one column each, and a byte order mark as none."""
    document = read("\ufeffключ: {😀é: שלום, b: 2}\n")
    assert document.data == {"ключ": {"😀é": "שלום", "b": 2}}
    assert document.position(("ключ", "b")) == (1, 21)


@pytest.mark.parametrize("text", ["😀 👩🏽‍🚀", "שלום עולם", "مرحبا", "中文", "a\u00a0b", "e\u0301", "\U0010fffd"])
def test_text_of_all_scripts_is_kept(text):
    """What is written is what is read, unquoted, quoted and folded."""
    assert data(f"a: {text}\nb: '{text}'\nc: >-\n  {text}\n") == {"a": text, "b": text, "c": text}


def test_keys_may_be_quoted():
    """A quoted key is text, whatever it looks like."""
    assert data('"2009": 1\n\'null\': 2\n"<<": 3\n') == {"2009": 1, "null": 2, "<<": 3}


def test_a_large_registry_is_read():
    """A registry of thousands of places, just under the limit of size, is within the other budgets."""
    place = '{name: "Air base", country: EC, precision: site, latitude: -0.9461, longitude: -80.6788, sources: [x]}'
    count = MAX_BYTES // (len(place) + 15)
    assert len(data("".join(f"place-{number}: {place}\n" for number in range(count)))) == count > 8_000


def test_a_long_sentence_is_read():
    """A text just under the limit of size is read."""
    sentence = "word " * 190_000
    assert data(f"a: '{sentence}'\n") == {"a": sentence}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("title: The U.S. #1 ally\n", 1, 17),
        ("a: 1\nb:\n  - we are   #winning it\n", 3, 14),
        ("a: one\n  two three #x\n", 2, 13),
        ("a: [the base, the top #2 ally\n  ]\n", 1, 23),
        ("a: 😀 b\t#c\r\nd: e", 1, 8),
        ("x: 1\r\ny: 2\r\na: b c #d\r\n", 3, 8),
        ("title: Talks #2 begin\n", 1, 14),
        ("level: ended #note\n", 1, 14),
        ('title: "A"# B\n', 1, 11),
        ("title: 'A'#1 ally\n", 1, 11),
        ("title: >#1 ally\n  more\n", 1, 9),
        ("title: >-2#1 ally\n    more\n", 1, 11),
        ("title: > #1 ally\n  more\n", 1, 10),
        ("a: [x]# b\n", 1, 7),
        ("a: {x: y}# b\nc: d\n", 1, 10),
        ("a: [x, #2 y\n  z]\n", 1, 8),
        ('a: ["x", #2 y\n  z]\n', 1, 10),
        ("title: The U.S.\n  #1 ally\n", 2, 3),
        ("title: The\n  U.S.\n  #1 ally\nb: c\n", 3, 3),
        ("title:\n  The U.S.\r\n  #1 ally\r\n", 3, 3),
        ("a:\n  - The U.S.\n    #1 ally\n", 3, 5),
        ("a:\n  - b: The U.S.\n      #1 ally\n", 3, 7),
    ],
)
def test_a_comment_glued_to_an_unquoted_sentence_is_a_warning(text, line, column):
    """Text is lost where `#` touches what stands before or behind it, on the next line too; it points at the sign."""
    document = read(text)
    assert document.data is not None
    (problem,) = document.problems
    assert (problem.code, problem.severity) == ("yaml-comment-in-sentence", Severity.WARNING)
    assert (problem.line, problem.column) == (line, column)


@pytest.mark.parametrize(
    "text",
    [
        "level: how far   # the note\n",
        "level: ended # note\n",
        "level: ended #- note\n",
        'title: "The U.S. #1 ally" #1\n',
        'title: "A#"\n',
        'title: "said: \\"A\\"#1"\n',
        "title: >- # always in quotes\n  The U.S.\n",
        "a: [x, y]  # b\n",
        "a: [x, # the first\n  z]\n",
        "a: {x: y}\n#c: d\n",
        "url: http://x.org/y#z\n",
        "title: 'The U.S. #1 ally'\n",
        "title: >-\n  The U.S. #1 ally\n",
        "title: The U.S.#1 ally\n",
        "title: two words ## section\n",
        "title: two words\n#weight: major\n",
        "title: two words #\n",
        "#1 comment\na: b\n",
        "title: The U.S.\n  #weight: major\n",
        "title: The U.S.\n  # its ally\n",
        "title: The U.S.\n\n  #1 ally\n",
        "a:\n  - b: The U.S.\n    #1 ally\n",
    ],
)
def test_a_comment_that_is_meant_is_none(text):
    """A comment with a space on both sides, after quotes and a space, or on its own line is no warning."""
    assert data(text)


def test_a_problem_is_told_with_its_file():
    """The loader adds the file's name; the line reads `file:line:column: severity code: message`."""
    (problem,) = read("a: *b\n").problems
    told = problem.in_file("events/x/y.yaml")
    assert isinstance(told, Problem)
    assert str(told) == "events/x/y.yaml:1:4: error yaml-anchor: there is an alias (b) here"
    assert told.hint == KINDS["yaml-anchor"].fix


def test_problems_stand_in_the_order_of_the_text():
    """Problems of different kinds are collected in one reading, first things first."""
    document = read("a: !x 1\nb: &y 2\na: *y\n2009: 3\nb: .inf\nc: [\n")
    assert document.data is None
    assert [(problem.line, problem.code) for problem in document.problems] == [
        (1, "yaml-tag"),
        (2, "yaml-anchor"),
        (3, "yaml-duplicate-key"),
        (3, "yaml-anchor"),
        (4, "yaml-key-not-string"),
        (5, "yaml-duplicate-key"),
        (5, "yaml-number"),
        (7, "yaml-unclosed"),
    ]


def test_documents_can_be_cached():
    """A document survives pickling, with its places."""
    document = pickle.loads(pickle.dumps(read_document(RECORD)))
    assert document.data == read_document(RECORD).data
    assert document.position(("title",)) == (1, 8)


def test_without_libyaml_nothing_is_read(monkeypatch):
    """PyYAML's own parser accepts other texts, so its absence stops the program, and says what to do."""
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    with pytest.raises(YamlParserMissing, match="pip install") as caught:
        read("a: 1")
    assert isinstance(caught.value, DatelineError)


def test_a_light_document_reads_its_data_again_when_asked():
    """It has the text alone, which thousands of records are kept with; it says the same of it, pickled or not."""
    document = read(RECORD.decode())
    light = document.light()
    kept = pickle.dumps(light)
    assert len(kept) < len(pickle.dumps(document)) - 100
    for each in (light, pickle.loads(kept)):
        assert each.position(("claims", "closed", "note")) == document.position(("claims", "closed", "note"))
        assert each.is_plain(("when", "assessed", "date"))
        assert not each.is_plain(("when", "reported"))
        assert each.data == document.data
        assert each.light().data is not None


def test_a_document_without_data_has_none_when_it_is_light():
    """What could not be read is not read again."""
    document = read("a: [")
    assert document.light() is document
    assert document.data is None
