"""Many events in one part of the address."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.app.shell.url_ids import (
    EVERY,
    MOST_IDS,
    MOST_SIGNS,
    decode,
    encode,
    events_behind,
    is_unknown,
    list_for_page,
    sign_of_all,
)

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


def test_very_many_events_have_one_sign_in_the_address():
    """Letters for each would fill it; whoever reads it is told those that are still there, in their order."""
    many = tuple(f"event-{number:06}" for number in range(MOST_SIGNS + 1))
    told = encode(many)
    assert len(told) < 20
    assert told == encode(list(many)) == sign_of_all(many)
    assert decode(told, dict.fromkeys(reversed(many))) == many
    assert decode(told, many[5:9]) == many[5:9]
    assert encode(many[1:]) != told


def test_a_page_is_told_a_sign_for_many_events_and_reports_it():
    """With the selected event, so that its mark looks pressed; a sign of another server stands for nothing."""
    many = tuple(f"told-{number}" for number in range(30))
    assert list_for_page(many, None) == [sign_of_all(many), "30"]
    assert list_for_page(many, "told-3")[2:] == ["told-3"]
    assert list_for_page(many, "elsewhere")[2:] == []
    assert events_behind(list_for_page(many, "told-3")) == many
    assert events_behind(["one", "two"]) == ["one", "two"]
    assert not is_unknown(sign_of_all(many))
    assert is_unknown("*of-another-server")
    assert events_behind(["*of-another-server", "30"]) == decode("*of-another-server", many) == ()
