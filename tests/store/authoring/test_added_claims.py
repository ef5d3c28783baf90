"""Claims added to an event's file: behind the others, and every other byte stays."""

import pytest

from dashboard.store.authoring.added_claims import ClaimsNotAdded, add_claims
from dashboard.store.loading import load
from tests.copying import write

FILE = "events/harbour/port.yaml"
CLAIM = {"text": "It cost “5”: no.", "quotes": [{"source": "news", "exact": "five"}]}
BLOCK = """\
# The port.
title: The port closes   # a headline
claims:
  # first
  closed:
    text: It closed.   # so it says
    quotes: [{source: news, exact: closed}]

# about review
review: {status: draft}
"""


@pytest.mark.parametrize(
    "before",
    [
        BLOCK,
        BLOCK.replace("\n", "\r\n"),
        BLOCK.partition("\n# about")[0],
        "claims:\n    closed: {text: It closed., sources: [news]}\ntitle: The port closes\n",
    ],
)
def test_what_stood_there_stands_there_still(root, before):
    """In its order, with its comments and line ends; the new claim has the indentation of the others."""
    write(root, FILE, before.encode())
    assert add_claims(root, FILE, {"cost": CLAIM}) == ("cost",)
    after = (root / FILE).read_bytes().decode()
    kept = [line.rstrip("\r\n") for line in before.splitlines() if line.strip()]
    assert [line for line in after.splitlines() if line in kept] == kept
    event = load(root).events["port"]
    assert list(event.claims) == ["closed", "cost"]
    assert event.claims["cost"].text == CLAIM["text"]


def test_a_key_that_is_there_gets_a_number(root):
    """No claim takes the place of another."""
    write(root, FILE, BLOCK)
    assert add_claims(root, FILE, {"closed": CLAIM}) == ("closed-2",)
    assert load(root).events["port"].claims["closed"].text == "It closed."


@pytest.mark.parametrize(
    "written",
    [
        "{title: A, claims: {closed: {text: It closed., sources: [news]}}}\n",
        "title: A\nclaims: {c: {text: x}}\n",
        "title: A\n",
        "title: [\n",
    ],
)
def test_a_file_that_cannot_be_added_to_stays_as_it_is(root, written):
    """It is told, with what to do."""
    write(root, FILE, written)
    with pytest.raises(ClaimsNotAdded):
        add_claims(root, FILE, {"cost": CLAIM})
    assert (root / FILE).read_text(encoding="utf-8") == written
