"""The table “the article says, you write”: every row is right, and proved to be."""

import hashlib

import pytest

from dashboard.checks.documentation.writing_page import example_registries, writing_examples, writing_page
from dashboard.checks.validation import validate
from dashboard.store.yaml import read_document, yaml_text

ROWS = writing_examples()


def described(text):
    """A description of the article, and of the gazetteer that its places are from."""
    raw = text.encode()
    yield (
        "dispatch",
        {
            "kind": "article",
            "language": "en",
            "published": "2025-03-04",
            "outlet": "The Dispatch",
            "reliability": {"grade": "C", "reason": "A local paper."},
            "text": {"sha256": hashlib.sha256(raw).hexdigest(), "characters": len(text)},
        },
    )
    yield "gazetteer", {"kind": "data-set", "title": "A gazetteer", "outlet": "A survey"}


def with_article(root, text, event):
    """A workspace with one article and one event."""
    for folder in ("seeds", "events/registry", "events/case"):
        (root / folder).mkdir(parents=True)
    (root / "seeds" / "dispatch.txt").write_text(text, encoding="utf-8")
    for id_, fields in described(text):
        (root / "seeds" / f"{id_}.yaml").write_text(yaml_text(fields), encoding="utf-8")
    for name, entries in example_registries().items():
        (root / "events" / "registry" / f"{name}.yaml").write_text(yaml_text(entries), encoding="utf-8")
    (root / "events" / "case" / "event.yaml").write_text(event, encoding="utf-8")
    return root


def holds(data, part):
    """Whether a mapping somewhere in `data` has every entry of `part`."""
    if isinstance(data, dict):
        if all(data.get(key) == value for key, value in part.items()):
            return True
        return any(holds(each, part) for each in data.values())
    return isinstance(data, list) and any(holds(each, part) for each in data)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.says[:40])
def test_a_row_is_an_event_without_a_problem(row, tmp_path):
    """With the article's text as its source, validation finds not even a warning."""
    validation = validate(with_article(tmp_path, row.text, row.event))
    assert [f"{problem.code}: {problem.message}" for problem in validation.problems] == []
    assert list(validation.workspace.events) == ["event"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.says[:40])
def test_a_row_without_its_words_fails(row, tmp_path):
    """In an article that says something else, the same event has errors: the words carry it."""
    validation = validate(with_article(tmp_path, "Nothing of the kind was written here.", row.event))
    assert "quote-not-found" in {problem.code for problem in validation.problems}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.says[:40])
def test_what_a_row_shows_stands_in_its_event(row):
    """The words of the article in its text and in a quote; each line in the event or the registry."""
    event = read_document(row.event.encode()).data
    quotes = [quote["exact"] for claim in event["claims"].values() for quote in claim["quotes"]]
    assert row.says in row.text
    assert all(quote in row.text for quote in quotes)
    assert all(part in " ".join(quotes) for part in row.says.split(". "))
    for line in row.write:
        written = line if line.endswith(("}", "]")) else f"x: {{{line}}}"
        shown = read_document(f"{written}\n".encode()).data
        shown = shown.get("x", shown)
        assert holds(event, shown) or holds(example_registries(), shown)


def test_the_page_has_every_row():
    """A row is a line of a table, whatever signs it has."""
    page = writing_page()
    assert len([line for line in page.splitlines() if line.startswith("| “")]) == len(ROWS)
    for words in ("yesterday", "over 345", "spokesperson", "hotel near", "Between 87 and 107", "(Agency) —"):
        assert words in page
