"""Texts in a file get other words, and every other character of it stays."""

import pytest
from hypothesis import given

from dashboard.store.yaml import read_document, with_texts
from tests.store.hostile_yaml_text import any_text

FILE = """\
# An event.
title: "Closed"   # ours
claims:
  closed:   # the first
    text: It was closed.
    quotes:
      - source: held   # which
        exact: >-   # copied
          It was closed
          in 2008

      # below
      - {source: other, exact: 'It''s "so"', prefix: "as, before" } # kept
  said:
    quotes: [{source: held, exact: plain words}, {source: held,
      exact: "two
        lines"}]
    note: |-
      As it
       stands
"""
FIRST = ("claims", "closed", "quotes", 0)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ((*FIRST, "exact"), "          It was closed\n          in 2008\n", "          It was closed, in 2009\n"),
        (("claims", "closed", "quotes", 1, "exact"), "'It''s \"so\"'", '"It was closed, in 2009"'),
        (("claims", "closed", "quotes", 1, "prefix"), '"as, before"', '"It was closed, in 2009"'),
        (("claims", "said", "quotes", 0, "exact"), "plain words", '"It was closed, in 2009"'),
        (("claims", "said", "quotes", 1, "exact"), '"two\n        lines"', '"It was closed, in 2009"'),
        (("claims", "said", "note"), "|-\n      As it\n       stands", '"It was closed, in 2009"'),
        ((*FIRST, "prefix"), "in 2008\n", 'in 2008\n        prefix: "It was closed, in 2009"\n'),
        ((*FIRST[:3], 1, "suffix"), "'It''s \"so\"'", "'It''s \"so\"', suffix: \"It was closed, in 2009\""),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("head", ["", "\ufeff"])
def test_only_the_text_changes(path, old, new, ends, head):
    """Comments, quotation marks of others, line ends and a byte order mark stay; a folded block stays one."""
    changed = with_texts((head + FILE).replace("\n", ends), {path: "It was closed, in 2009"})
    assert changed == (head + FILE.replace(old, new)).replace("\n", ends)


def test_several_texts_change_at_once():
    """Each in its place."""
    paths = [(*FIRST, "exact"), (*FIRST, "suffix"), ("claims", "said", "quotes", 1, "exact")]
    changed = with_texts(FILE, {path: f"words {number}" for number, path in enumerate(paths)})
    data = read_document(changed.encode()).data
    assert data["claims"]["closed"]["quotes"][0] == {"source": "held", "exact": "words 0", "suffix": "words 1"}
    assert data["claims"]["said"]["quotes"][1]["exact"] == "words 2"
    assert changed.count("#") == FILE.count("#")


@pytest.mark.parametrize(
    ("written", "path"),
    [
        (FILE, ("claims", "gone", "quotes", 0, "exact")),
        (FILE, ("claims", "closed", "quotes", 7, "exact")),
        (FILE, ("claims", "closed", "extra")),
        ("title: [", ("title",)),
        (FILE.replace("claims:", "claims: &a"), (*FIRST, "exact")),
    ],
)
def test_what_cannot_be_changed_for_certain_is_not(written, path):
    """Where the path leads nowhere, or the file cannot be read."""
    assert with_texts(written, {path: "words"}) is None


@given(text=any_text(least=1))
@pytest.mark.parametrize("path", [(*FIRST, "exact"), ("claims", "closed", "quotes", 1, "exact"), (*FIRST, "prefix")])
def test_whatever_is_written_reads_back(path, text):
    """And all else as before."""
    changed = with_texts(FILE, {path: text})
    assert changed is not None
    value = read_document(changed.encode()).data
    for step in path:
        value = value[step]
    assert value == text
