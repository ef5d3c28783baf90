"""An item of the inbox has one end, and a feed an address of the web."""

import pytest
from pydantic import ValidationError

from dashboard.model.inbox import DECISIONS, Feed, InboxItem

VALUES = {"source": "gazette", "same_as": "gazette", "set_aside": "Opinion", "article": "0123456789abcdef"}


@pytest.mark.parametrize("name", DECISIONS)
def test_a_decision_ends_its_waiting(name):
    """Each of them does."""
    assert InboxItem(id="a").is_open
    assert not InboxItem(id="a", **{name: VALUES[name]}).is_open


def test_two_decisions_are_refused():
    """Nobody could say which holds."""
    with pytest.raises(ValidationError, match="set_aside"):
        InboxItem(id="a", set_aside="x", source="gazette")


@pytest.mark.parametrize("address", ["ftp://x.org/f", "x.org/feed", "https://a b", ""])
def test_a_feed_is_on_the_web(address):
    """Nothing else is fetched."""
    with pytest.raises(ValidationError):
        Feed(id="a", address=address, outlet="X")
