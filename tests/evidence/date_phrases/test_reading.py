"""English phrases for dates, and the EDTF that is written for each."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence.date_phrases import PhraseProblem, read_phrase
from dashboard.evidence.words import dates_in, relative_dates
from dashboard.model.dates import EventDate

TUESDAY = dt.date(2025, 3, 4)

ONE = {
    "4 September 2025": "2025-09-04",
    "Sept. 4, 2025": "2025-09-04",
    "the 4th of September, 2025": "2025-09-04",
    "“4 September 2025.”": "2025-09-04",
    "Thursday, 4 September 2025": "2025-09-04",
    "4 September 2025 at 14:30": "2025-09-04T14:30:00",
    "4 September 2025, 2.30 p.m.": "2025-09-04T14:30:00",
    "4 September 2025, 14:30 UTC": "2025-09-04T14:30:00Z",
    "4 September 2025 at 12 a.m.": "2025-09-04T00:00:00",
    "sometime in May 2024": "2024-05",
    "２０２５": "2025",
    "spring 2009": "2009-21",
    "winter 2009/10": "2009-24",
    "the 1990s": "199X",
    "the 20th century": "19XX",
    "13/9/2025": "2025-09-13",
    "5/5/2025": "2025-05-05",
    "about 1999": "1999~",
    "on or about 4 May 2024": "2024-05-04~",
    "1999 or so": "1999~",
    "perhaps 1999": "1999?",
    "perhaps about 1999": "1999%",
    "between 3 and 5 May 2024": "2024-05-03/2024-05-05",
    "from 3 to 5 May 2024": "2024-05-03/2024-05-05",
    "3–5 May 2024": "2024-05-03/2024-05-05",
    "May 3-5, 2024": "2024-05-03/2024-05-05",
    "May 30 to June 5, 2024": "2024-05-30/2024-06-05",
    "May to June 2024": "2024-05/2024-06",
    "28 December 2023 to 2 January 2024": "2023-12-28/2024-01-02",
    "1999-2009": "1999/2009",
    "2023/24": "2023/2024",
    "since 2021": "2021/..",
    "since about 1999": "1999~/..",
    "until May 2024": "../2024-05",
    "before 2009": "/2008",
    "before 1 January 2024": "/2023-12-31",
    "before January 2024": "/2023-12",
    "after 28 February 2024": "2024-02-29/",
    "by May 2024": "/2024-05",
    "Q3 2024": "2024-07/2024-09",
    "the first half of 2025": "2025-01/2025-06",
    "the second half of February 2024": "2024-02-16/2024-02-29",
    "the first week of September 2025": "2025-09-01/2025-09-07",
    "the last week of February 2024": "2024-02-23/2024-02-29",
    "the week of 29 December 2025": "2025-12-29/2026-01-04",
    "2025-09-04~": "2025-09-04~",
}
"""Phrases that mean the same whenever they are written."""

COUNTED = {
    "yesterday": "2025-03-03",
    "last night": "2025-03-03",
    "the day after tomorrow": "2025-03-06",
    "two days ago": "2025-03-02",
    "a week ago": "2025-02-25~",
    "two months ago": "2025-01~",
    "fifteen months ago": "2023-12~",
    "a decade ago": "2015~",
    "last week": "2025-02-24/2025-03-02",
    "next month": "2025-04",
    "last year": "2024",
    "last September": "2024-09",
    "last autumn": "2024-23",
    "this summer": "2025-22",
    "the past two years": "2023/2025",
    "2 March": "2025-03-02",
    "28 December": "2024-12-28",
    "29 February": "2024-02-29",
    "September 4 last year": "2024-09-04",
    "since last year": "2024/..",
    "yesterday at 14:30": "2025-03-03T14:30:00",
}
"""Phrases that are counted from 4 March 2025, a Tuesday."""

WITH_WORDS = {
    "early September 2025": "2025-09",
    "mid-September 2025": "2025-09",
    "the late 1990s": "199X",
    "the end of 2024": "2024",
    "early 2024 to late 2025": "2024/2025",
    "since the 1990s": "1990/..",
    "3 or 4 May 2024": "2024-05",
    "earlier this year": "2025",
    "late last year": "2024",
}
"""Phrases that say more than EDTF can: the words are kept beside it."""


def written(phrase, day=TUESDAY):
    return [str(each.date) for each in read_phrase(phrase, day)]


@pytest.mark.parametrize(("phrase", "edtf"), ONE.items())
def test_a_phrase_is_written_as_edtf(phrase, edtf):
    """Alone, and without a day to count from."""
    assert written(phrase, None) == [edtf]
    assert read_phrase(phrase)[0].as_reported == ""


@pytest.mark.parametrize(("phrase", "edtf"), COUNTED.items())
def test_a_relative_phrase_needs_a_day(phrase, edtf):
    """Without one it is refused, with what to give."""
    assert written(phrase) == [edtf]
    with pytest.raises(PhraseProblem, match=r"--from|cannot be read"):
        read_phrase(phrase)


@pytest.mark.parametrize(("phrase", "edtf"), WITH_WORDS.items())
def test_what_edtf_cannot_say_is_kept_in_words(phrase, edtf):
    """No day is invented for “early”: the date is coarser, and the words stand beside it as they were typed."""
    (reading,) = read_phrase(phrase, TUESDAY)
    assert (str(reading.date), reading.as_reported) == (edtf, phrase)
    assert "as_reported" in " ".join(reading.notes)


@pytest.mark.parametrize(
    ("phrase", "dates"),
    [
        ("on Friday", ["2025-02-28", "2025-03-07"]),
        ("last Friday", ["2025-02-28", "2025-02-21"]),
        ("next Friday", ["2025-03-07", "2025-03-14"]),
        ("Tuesday", ["2025-03-04", "2025-02-25", "2025-03-11"]),
        ("next summer", ["2025-22", "2026-22"]),
        ("4/9/2025", ["2025-09-04", "2025-04-09"]),
    ],
)
def test_a_phrase_with_several_meanings_has_all_of_them(phrase, dates):
    """Each says when it is meant; none is chosen for the reader."""
    readings = read_phrase(phrase, TUESDAY)
    assert [str(each.date) for each in readings] == dates
    assert len({each.when for each in readings} - {""}) == len(dates)


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("hello", "cannot be read as a date"),
        ("", "empty"),
        ("recently", "gives no date"),
        ("a few days ago", "gives no number"),
        ("44 BC", "0001 to 9999"),
        ("4 May '24", "two digits"),
        ("31 February 2025", "has 28 days"),
        ("Friday, 4 September 2025", "is a Thursday"),
        ("3 and 5 May 2024", "two dates"),
        ("May 2024 or June 2025", "either date"),
        ("4 September 2025 at 25:30", "no time"),
        ("winter 2009/11", "not one season"),
        ("9999 days ago", "cannot be read"),
        ("since 4 May 2024 at 14:30", "one end"),
        ("the third half of 2025", "cannot be told"),
        ("٤ May 2024", "digits other than 0 to 9"),
        ("x" * 300, "300 characters"),
    ],
)
def test_what_cannot_be_read_is_said_plainly(phrase, said):
    """With what is wrong, or what to write in its place."""
    with pytest.raises(PhraseProblem, match=re.escape(said)):
        read_phrase(phrase, TUESDAY)


def test_a_date_that_can_be_taken_for_another_has_a_note():
    """`2023-24` is a winter in EDTF, and two years to most readers; a year that is not said is a guess."""
    assert "2023/2024" in read_phrase("2023-24")[0].notes[0]
    assert "Check in the text" in read_phrase("2 March", TUESDAY)[0].notes[0]


DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2980, 12, 31))
EDTF = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: f"{day}~"),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(lambda day: f"{day:%Y}?"),
    DAYS.map(lambda day: f"{day:%Y}%"),
    st.integers(1000, 2999).map(lambda year: f"{year // 10}X"),
    st.tuples(st.integers(1000, 2999), st.integers(21, 23)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
    DAYS.map(lambda day: f"{day}/.."),
    DAYS.map(lambda day: f"../{day:%Y-%m}"),
    st.tuples(DAYS, st.integers(1, 4000)).map(lambda pair: f"{pair[0]}/{pair[0] + dt.timedelta(days=pair[1])}"),
)


@given(EDTF.filter(lambda text: text[:1] in "12."))
def test_what_is_read_aloud_is_read_back(text):
    """The words of a date, as `dateline date` gives them, are a phrase for the same date."""
    try:
        date = EventDate.parse(text)
    except ValueError:
        return
    assert str(read_phrase(date.words())[0].date) == text


WORDS = st.sampled_from(
    """
    4 31 May 2025 September since about early last Tuesday between and to - or the of week year ago two
    's 1990s century before at 14:30 in this 0 99999 é ? / .. spring half q1 from
    """.split()  # noqa: SIM905  one a line would be a page
)


@given(st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=7).map(" ".join)))
def test_any_words_are_read_or_refused(words):
    """Whatever is typed: a date that EDTF accepts, or a problem in words."""
    try:
        readings = read_phrase(words, TUESDAY)
    except PhraseProblem:
        return
    assert readings
    assert all(EventDate.parse(str(each.date)) == each.date for each in readings)


@pytest.mark.parametrize("phrase", ["yesterday", "two days ago", "last year", "last week", "on Friday", "2 March"])
def test_the_checks_of_quotes_count_the_same_days(phrase):
    """What is written for a relative phrase is what a claim that says it may report."""
    counted = {
        (each.given.year, each.given.month, each.given.day)
        for each in relative_dates(phrase, TUESDAY, dates_in(phrase))
    }
    for reading in read_phrase(phrase, TUESDAY):
        first, last = reading.date.earliest, reading.date.latest
        day = (first.year, first.month, first.day) if (last - first).days < 8 else (first.year, None, None)
        assert day in counted
