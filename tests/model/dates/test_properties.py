"""Dates: what holds for all of them."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.dates.event_date import EventDate, days_spanned
from dashboard.model.dates.moment import Precision
from dashboard.model.dates.problems import DATE_PROBLEMS, DateProblem

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 11, 30))
MARKS = st.sampled_from(["", "?", "~", "%"])
CODES = {entry[0] for entry in DATE_PROBLEMS}

plain = st.one_of(
    DAYS.map(lambda day: day.isoformat()),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
    st.builds(lambda year, season: f"{year:04}-{season}", st.integers(1, 9998), st.integers(21, 24)),
)
unspecified = st.one_of(
    st.integers(1, 999).map(lambda decade: f"{decade:03}X"),
    st.integers(1, 99).map(lambda century: f"{century:02}XX"),
    DAYS.map(lambda day: f"{day.isoformat()[:4]}-XX"),
    DAYS.map(lambda day: f"{day.isoformat()[:7]}-XX"),
    DAYS.map(lambda day: f"{day.isoformat()[:4]}-XX-XX"),
)
clocks = st.times().map(lambda clock: clock.replace(microsecond=0).isoformat())
timed = st.builds(
    lambda day, clock, zone: f"{day.isoformat()}T{clock}{zone}",
    st.dates(min_value=date(1, 1, 2), max_value=date(9999, 12, 30)),
    clocks,
    st.sampled_from(["", "Z", "-04", "+09:00", "+05:45", "-12:00", "+14:00"]),
)
qualified = st.builds(lambda text, mark: text + mark, st.one_of(plain, unspecified), MARKS)
sides = st.builds(lambda text, mark: text + mark, plain, MARKS)


def outcome(text):
    """What parsing gives or raises; any other exception fails the test."""
    try:
        return EventDate.parse(text)
    except DateProblem as problem:
        return problem


def in_order(first, last):
    first, last = sorted((first, last), key=EventDate.parse)
    return f"{first}/{last}"


intervals = st.one_of(
    st.builds(in_order, sides, sides),
    sides.map(lambda text: f"{text}/.."),
    sides.map(lambda text: f"{text}/"),
    sides.map(lambda text: f"../{text}"),
    sides.map(lambda text: f"/{text}"),
)
dates = st.one_of(qualified, timed, intervals)


@given(dates)
def test_every_date_is_printed_back_unchanged(text):
    """What is read is what was written, and it has words without a digit left unspecified."""
    read = EventDate.parse(text)
    assert str(read) == text
    assert read.words().strip() == read.words() != ""
    assert read.short_words().strip() == read.short_words() != ""
    assert "X" not in read.words() + read.short_words()


@given(dates)
def test_no_date_ends_before_it_starts(text):
    """Earliest is not after latest, and a date that is no interval has both."""
    read = EventDate.parse(text)
    if read.earliest and read.latest:
        assert read.earliest <= read.latest
        assert days_spanned(read) == (read.latest - read.earliest).days + 1
    else:
        assert read.is_interval
        assert read.open_start or read.open_end or read.unknown_start or read.unknown_end


@given(DAYS)
def test_a_finer_date_lies_within_the_coarser_one(day):
    """A time, a day, its month, year, decade and century each hold the one before within their bounds."""
    text = day.isoformat()
    finer = [f"{text}T12:00:00", text, text[:7], text[:4], f"{text[:3]}X", f"{text[:2]}XX"]
    if text.startswith("00"):
        finer = finer[:4]
    read = [EventDate.parse(each) for each in finer]
    for inner, outer in pairwise(read):
        assert outer.earliest <= inner.earliest <= inner.latest <= outer.latest
    ranks = list(Precision)
    assert [ranks.index(each.precision) for each in read] == sorted(ranks.index(each.precision) for each in read)


@given(DAYS)
def test_every_day_is_in_one_season(day):
    """The four seasons of a year and the winter before it hold each day once."""
    years = [year for year in (day.year - 1, day.year) if 1 <= year <= 9998]
    seasons = [EventDate.parse(f"{year:04}-{number}") for year in years for number in range(21, 25)]
    held = [season for season in seasons if season.earliest <= day <= season.latest]
    assert len(held) == 1 or day.year in (1, 9999)


@given(plain, MARKS)
def test_a_mark_of_doubt_does_not_widen(text, mark):
    """`?`, `~` and `%` leave the bounds and the precision as they are."""
    bare, marked = EventDate.parse(text), EventDate.parse(text + mark)
    assert (bare.earliest, bare.latest, bare.precision) == (marked.earliest, marked.latest, marked.precision)
    assert marked.in_doubt or not mark


@given(st.lists(dates, max_size=6))
def test_order_is_total_and_follows_equality(texts):
    """Of any two dates one is before the other or both are equal, whichever order they are sorted from."""
    read = [EventDate.parse(text) for text in texts]
    backwards = read[::-1]
    assert sorted(read) == sorted(backwards)
    for one in read:
        for other in read:
            assert (one < other) + (one == other) + (one > other) == 1
            assert (one == other) is (hash(one) == hash(other) and one.text == other.text)


@given(sides, sides)
def test_the_wrong_way_round_is_refused_and_the_right_way_offered(first, last):
    """An interval is read, or is wholly reversed and offered the other way round."""
    read = outcome(f"{first}/{last}")
    if isinstance(read, DateProblem):
        assert read.code == "date-reversed"
        assert read.hint == f'did you mean "{last}/{first}"?'
    else:
        assert EventDate.parse(first).earliest == read.earliest
        assert EventDate.parse(last).latest == read.latest


near_dates = st.text(alphabet="0129X-/.?~% Tu:Z+[{(YESPx,^", max_size=24)
words_and_numbers = st.lists(
    st.sampled_from(
        ["2025", "9", "04", "Sept", "spring", "/", "-", " ", ",", "unknown", "open", "XX", "T14:30", "..", "?"]
    )
).map("".join)


@given(
    st.one_of(st.text(max_size=120), near_dates, words_and_numbers, st.builds(lambda a, b: a + b, dates, near_dates))
)
def test_any_text_is_a_date_or_a_problem(text):
    """Whatever is not read raises DateProblem with a known code, and what its hint offers is a date."""
    read = outcome(text)
    if isinstance(read, EventDate):
        assert str(read) == text
        return
    assert read.code in CODES
    offered = read.hint.removeprefix('did you mean "').removesuffix('"?')
    assert offered == read.hint or str(EventDate.parse(offered)) == offered


@given(st.characters(categories=["Nd"], exclude_characters="0123456789"))
def test_digits_of_other_scripts_are_refused(digit):
    """Every other decimal digit of Unicode is refused by its own code."""
    with pytest.raises(DateProblem) as refused:
        EventDate.parse(f"200{digit}")
    assert refused.value.code == "date-foreign-digits"
