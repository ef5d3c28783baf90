"""Many events in one part of the address."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.app.shell.url_ids import EVERY, MOST_IDS, decode, encode

IDS = st.lists(st.integers(min_value=0).map("event-{:x}".format), min_size=2, max_size=60, unique=True)


@given(IDS)
def test_the_events_of_an_address_are_those_that_were_put_there(events):
    """In their order, however many."""
    assert decode(encode(events), sorted(events)) == tuple(events)
    assert encode(events) != EVERY


def test_an_address_stays_short_and_what_is_gone_is_left_out():
    """Five letters for each of very many; events that are no more, or nonsense, are nothing."""
    many = [f"the-longest-name-that-an-id-may-have-{number}" for number in range(400)]
    assert len(encode(many)) < 2100
    assert decode(encode(many), many[:7]) == tuple(many[:7])
    assert len(encode(many[:MOST_IDS]).split(",")) == MOST_IDS
    assert decode("~nonsense", many) == ()
    assert decode("", many) == ()
