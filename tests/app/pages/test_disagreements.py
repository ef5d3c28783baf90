"""The page Disagreements: its choices are in the address, and it is led to from where differences are counted."""

import pytest


def test_the_topics_add_up(page, root):
    """All is the sum of the topics; each choice is a link that keeps the others."""
    seen = page(root, page="disagreements")
    assert seen.text("disagreements").startswith("All 13Date 3Place 2Amount 1Actor 2Statement 5")
    assert "13 points in 7 events on which sources differ" in seen.text("head")


@pytest.mark.parametrize(
    ("query", "shown"),
    [({"topic": "amount"}, 1), ({"topic": "none"}, 13), ({"source": "voa"}, 2), ({"actor": "none"}, 0)],
)
def test_what_is_chosen_is_in_the_address(page, root, query, shown):
    """What is no topic chooses none; of an unknown actor, nothing is shown and a sentence says so."""
    told = page(root, page="disagreements", **query).text("disagreements")
    assert told.count("The team holds") + told.count("The team’s note") == shown
    assert ("None of them is of this topic" in told) is (shown == 0)


@pytest.mark.parametrize("name", ["", "sources", "data"])
def test_pages_that_count_differences_lead_there(page, root, name):
    """The bar has no room for it."""
    seen = page(root, page=name)
    assert 'data-value="disagreements"' in "".join(str(seen.data(key).get("html")) for key in seen.keys)
