"""Ids made for documents: short, unique, and of what the document is called."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exchange.documents.document import ReadDocument
from dashboard.exchange.documents.naming import LONGEST, id_for_document, short_id
from dashboard.model.record import ID_PATTERN
from dashboard.store.writing import DEVICES

TITLE = "Council votes to lengthen the pier"
HASH = "9f86d081884c7d65"


@pytest.mark.parametrize(
    ("name", "given", "id_"),
    [
        ("notes/Pier opens.txt", {}, "pier-opens"),
        ("Pier opens.txt", {"title": TITLE}, "pier-opens"),
        ("index.html", {"title": TITLE}, "council-votes-to-lengthen-the-pier"),
        ("document (1).pdf", {"title": TITLE}, "council-votes-to-lengthen-the-pier"),
        (f"{HASH}.pdf", {"title": TITLE}, "council-votes-to-lengthen-the-pier"),
        ("20250904.txt", {"title": TITLE}, "council-votes-to-lengthen-the-pier"),
        ("index.html", {"outlet": "Lorne Post", "published": "2025-09-04T10:00:00Z"}, "lorne-post-2025-09-04"),
        ("index.html", {}, "the-words-of-it"),
        ("桟橋.txt", {"title": TITLE}, "council-votes-to-lengthen-the-pier"),
        ("Пирс открыт.txt", {}, "pirs-otkryt"),
        ("con.txt", {}, "con-document"),
        ("LPT1.txt", {}, "lpt1-document"),
        ("a.b.c.txt", {}, "a-b-c"),
        ("x" * 300 + ".txt", {}, "x" * LONGEST),
        ("🏳️‍🌈.txt", {}, "the-words-of-it"),
        ("-.txt", {}, "the-words-of-it"),
        ("", {"title": TITLE}, "council-votes-to-lengthen-the-pier"),
        ("", {}, "the-words-of-it"),
        ("https://www.lorne.example/2025/pier-opens.html", {}, "pier-opens"),
        ("https://www.lorne.example/2025/pier-opens.html?x=1", {"title": TITLE}, "council-votes-to-lengthen-the-pier"),
        ("https://www.lorne.example/?id=12345678", {}, "lorne-example"),
        ("https://www.lorne.example/a/12345678", {"published": "2025-09"}, "lorne-example-2025-09"),
    ],
)
def test_an_id_is_made_of_what_a_document_is_called(name, given, id_):
    """The file's name, unless it says nothing; the title; outlet and date; the first words."""
    assert id_for_document(name, ReadDocument("\nThe words of it.\nMore.\n", given), ()) == id_


def test_a_text_without_a_name_is_called_by_its_hash():
    """Of a script that ASCII cannot write, with nothing else known."""
    found = id_for_document("桟橋.txt", ReadDocument("桟橋が開通した。\n"), ())
    assert re.fullmatch(r"source-[0-9a-f]{8}", found)


def test_an_id_that_is_taken_gets_a_number():
    """The first that is free."""
    document = ReadDocument("x\n")
    assert id_for_document("pier.txt", document, {"pier"}) == "pier-2"
    assert id_for_document("pier.txt", document, {"pier", "pier-2"}) == "pier-3"


@given(st.text(max_size=400), st.text(max_size=100), st.text(min_size=1))
def test_any_name_makes_a_good_id(name, title, text):
    """Short, of the form of ids, and the name of no device."""
    found = id_for_document(name, ReadDocument(text, {"title": title}), {"con"})
    assert re.fullmatch(ID_PATTERN, found)
    assert len(found) <= LONGEST + len("-document")
    assert found not in DEVICES


@given(st.text(max_size=400))
def test_a_long_name_is_cut_between_words(words):
    """Unless it is one word."""
    found, whole = short_id(words), short_id(words) if len(words) <= LONGEST else ""
    assert len(found) <= LONGEST
    assert not found.endswith("-")
    assert not whole or found == whole
