"""The card: what is marked on it, and where its marks lead; golden pages hold its words."""

from functools import cache

import pytest

from dashboard.app.card.card import event_card
from dashboard.views.card import differing


@pytest.fixture
def told(world, shown, read):
    """The card's reading, of the event with every field in one of the worlds of cards."""

    @cache
    def tell(name="card"):
        seen = shown(world(name), selected="closes")
        return read(event_card(seen.workspace.events["closes"], seen))

    return tell


def test_only_quotes_are_quotations(told):
    """Of three claims two have one; around the words stands the rest of their sentence, in another look."""
    card = told("card-agreed")
    assert card.tags.count("blockquote") == 2
    classes = [value for name, value in card.attributes if name == "class"]
    assert (classes.count("dl-exact"), classes.count("dl-around")) == (1, 2)


def test_each_mark_has_its_word(told):
    """Verdicts and bases are told to those who see no shapes."""
    labels = {value for name, value in told().attributes if name == "aria-label"}
    assert {"quote found", "quote not found", "not checkable", "from another source", "inferred", "unknown"} <= labels


def test_each_mark_leads_to_the_words_or_to_the_source(told):
    """A quote where there is one, that which fails where one does; the source where its text is not held."""
    found = dict.fromkeys(value for name, value in told().attributes if name == "href" and "sources?" in value)
    assert {
        "./sources?source=paper&quote=closes%2Fclosed%2F0",
        "./sources?source=paper&quote=closes%2Fcosts%2F0",
        "./sources?source=wire",
        "./sources?source=radio",
    } == set(found)
    labels = [value for name, value in told().attributes if name == "aria-label"]
    assert {"quote found: to the words", "quote not found: to the words", "from another source: to the source"} <= set(
        labels
    )


def test_every_claim_stands_on_the_card_once(told):
    """In a column or alone: nothing is hidden for being disputed, and an id is given once."""
    card = told()
    ids = sorted(value for name, value in card.attributes if name == "id" and value.startswith("claim-"))
    assert ids == ["claim-closes/closed", "claim-closes/costs", "claim-closes/inferred"]


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        ("18 September 2009", "2009", ["18 September"]),
        ("Gabriela Sommerville", "Gabriela Sommerfeld", ["Sommerville"]),
        ("$6 million\npart of the whole", "$6 million\nnot part of the whole", ["part of the whole"]),
        ("the same", "the same", []),
    ],
)
def test_only_the_differing_words_are_marked(read, one, other, marked):
    """Of one line, those words; of several, those lines."""
    html = differing(one, other).html
    assert [piece.split("</span>")[0].split(">")[1] for piece in html.split("<span")[1:]] == marked
    assert " ".join(one.split()) == read(html).text
