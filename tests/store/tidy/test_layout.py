"""Files tidied: the same record, the same comments, and nothing left to tidy."""

import json
import re
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.checks.documentation import field_order
from dashboard.store.tidy.layout import tidy_text
from dashboard.store.yaml import read_document
from tests.worlds import ROOT

EVENT = partial(field_order, "event")
FILES = [*sorted((ROOT / "events" / "ecuador").glob("*.yaml")), *sorted((ROOT / "events" / "korea").glob("*.yaml"))]

BLOCKS = (
    "title: The harbour  of Lorne\n",
    "what: {type: aid, contexts: [economic]}   \n",
    "# why the day is not sure\n# (two lines)\nwhen:\n  claims: [closed]  # of the mayor\n  reported: 2023-02\n",
    "where:\n  # the town\n  claims: [closed]\n  reported: manta\n\n",
    "tags: [no, 12:30, 'on']\n",
    "claims:\n  closed:\n    # the words\n    quotes:\n      - exact: >-\n          The harbour \n\n"
    "          was closed   \n"
    '        source: dispatch\n    text: |\n      One line  \n      # no comment\n    note: "a\n      b"\n',
    "review: {status: reviewed, by: AB, on: 2023-12-02}\n",
)


def comments(text):
    """Every line that is a comment, and every comment behind a value, in no order."""
    return sorted(re.findall(r"#.*", text.replace("\r", "\n")))


def kept(before, after):
    """Whether two texts say the same: every value with its kind, and every comment."""
    old, new = (read_document(text.encode()).data for text in (before, after))
    stripped = [[line.rstrip() for line in comments(text)] for text in (before, after)]
    return json.dumps(old, sort_keys=True) == json.dumps(new, sort_keys=True) and stripped[0] == stripped[1]


@given(st.permutations(BLOCKS), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\ufeff"]), st.booleans())
def test_any_order_of_fields_becomes_one(blocks, end, head, cut):
    """Whatever stands first, and however lines end, the file is the same in the end; a second time changes nothing."""
    text = head + "".join(blocks).replace("\n", end)
    text = text.rstrip("\r\n") if cut and not blocks[-1].startswith("claims") else text
    tidied = tidy_text(text, EVENT)
    assert tidied is not None
    assert kept(text, tidied)
    assert tidy_text(tidied, EVENT) == tidied
    assert "\r" not in tidied
    starts_with_comment = blocks[0].startswith("#")
    order = [line.split(":")[0] for line in tidied.splitlines() if re.match("[a-z]+:", line)]
    assert starts_with_comment or order == ["title", "what", "tags", "when", "where", "claims", "review"]


LETTERS = st.sampled_from(
    [*"abc019:#-\"'[]{},|>&*!% \t\n\r", "\u2028", "\x85", "é", "港", "🎉", "  ", "# ", ": ", "\n  "]
)


@given(st.sampled_from(FILES), st.lists(st.tuples(st.floats(0, 1), LETTERS), max_size=6))
def test_a_file_that_somebody_broke_is_left_alone_or_says_the_same(path, edits):
    """Any letters anywhere: what can be read says the same afterwards, with all comments, and stays as it is then."""
    text = path.read_text(encoding="utf-8")
    for at, letters in edits:
        place = int(at * len(text))
        text = f"{text[:place]}{letters}{text[place:]}"
    tidied = tidy_text(text, EVENT)
    if tidied is None:
        return
    assert kept(text, tidied)
    assert tidy_text(tidied, EVENT) == tidied


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ("review: {on: 2023-12-02}\n", 'review: {on: "2023-12-02"}\n'),
        ("when: {reported: 2023-12}\n", 'when: {reported: "2023-12"}\n'),
        ("tags: [no, Yes, 12:30, a-no]\n", 'tags: ["no", "Yes", "12:30", a-no]\n'),
        ("tags: [2023, 1.5, true, 'no']\n", "tags: [2023, 1.5, true, 'no']\n"),
        ("title: a \t\n\n\n\n", "title: a\n"),
        ("title: a", "title: a\n"),
        ("title: |+\n  a  \n\n", "title: |+\n  a  \n\n"),
        ("claims: {b: {}, a: {}}\n", "claims: {b: {}, a: {}}\n"),
        ("claims:\n  b:\n    text: one\n  a:\n    text: two\n", "claims:\n  b:\n    text: one\n  a:\n    text: two\n"),
        (
            "when:\n  assessed:\n    basis: external\n    # the day\n    date: \"2009\"\n",
            "when:\n  assessed:\n    # the day\n    date: \"2009\"\n    basis: external\n",
        ),
        ("who:\n  - role: mentioned\n    actor: a\n", "who:\n  - role: mentioned\n    actor: a\n"),
        ("# a file\nwhen: {}\ntitle: a\n", "# a file\nwhen: {}\ntitle: a\n"),
        ("# a file\n\n# the date\nwhen: {}\ntitle: a\n", "# a file\n\ntitle: a\n# the date\nwhen: {}\n"),
        ("when: {}\nunknown: b\ntitle: a\n", "when: {}\nunknown: b\ntitle: a\n"),
    ],
)  # fmt: skip
def test_what_changes_and_what_stays(written, tidied):
    """Quotation marks, spaces and the order of fields; entries, words and what is not certain stay."""
    assert tidy_text(written, EVENT) == tidied


@pytest.mark.parametrize("written", ["title: [", "a: 1\na: 2\n", "- a\n", "", "title: &a b\n", "title: 'a\n"])
def test_what_cannot_be_read_is_left_alone(written):
    """Nothing is guessed of a file that is not read strictly."""
    assert tidy_text(written, EVENT) is None


def test_the_records_of_this_project_are_nearly_tidy():
    """What people have written by hand has this order already: the form is theirs."""
    tidy = [path for path in FILES if tidy_text(text := path.read_text(encoding="utf-8"), EVENT) == text]
    assert len(tidy) >= len(FILES) - 3
