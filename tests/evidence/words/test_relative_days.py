"""Dates that words give by another day."""

from datetime import date

import pytest

from dashboard.evidence.words import dates_in, relative_dates

PUBLISHED = date(2015, 5, 17)
"""A Sunday."""
WEEK_BEFORE_LAST = {f"2015-{day}" for day in ("04-27", "04-28", "04-29", "04-30", "05-01", "05-02", "05-03")}


def given(text: str, day: date | None = PUBLISHED) -> set[str]:
    """The dates that a text gives by the day on which it was published, or by a date in it."""
    found = [each.given for each in relative_dates(text, day, dates_in(text))]
    return {"-".join(f"{part:02}" for part in (each.year, each.month, each.day) if part) for each in found}


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It arrives today.", {"2015-05-17"}),
        ("It left yesterday.", {"2015-05-16"}),
        ("It arrives tomorrow.", {"2015-05-18"}),
        ("It left the day before yesterday.", {"2015-05-15"}),
        ("Overnight it left.", {"2015-05-16", "2015-05-17"}),
        ("On Friday it left.", {"2015-05-15"}),
        ("The ministers met on Friday.", {"2015-05-15"}),
        ("They agreed to meet on Friday.", {"2015-05-15", "2015-05-22"}),
        ("He said the talks begin on Friday.", {"2015-05-15", "2015-05-22"}),
        ("It opens on Friday. The quay was closed.", {"2015-05-15", "2015-05-22"}),
        ("It left last Friday.", {"2015-05-15", "2015-05-08"}),
        ("It opens next Friday.", {"2015-05-22", "2015-05-29"}),
        ("On Friday, 5 May 2006 it left.", set()),
        ("Last year 87 died.", {"2014", "2014-05"}),
        ("It is due by year end.", {"2015", "2015-12"}),
        ("It opened two years ago.", {"2013", "2013-05"}),
        ("It opened last month.", {"2015-04", "2015-04-17"}),
        ("On 4 May 2021 it opened; two days later it closed.", {"2021-05-06"}),
        ("On 4 May 2021 it opened. The following month it closed.", {"2021-06", "2021-06-04"}),
        ("In February 2021 it opened, and the following month it closed.", {"2021-03"}),
        ("It began in 1991, and three years later it ended.", {"1994"}),
        ("In May 1982 it sailed and two weeks later it sank.", {"1982-05", "1982-06"}),
        ("In 1991 it opened; the following month it closed.", set()),
        ("In the 1990s it opened; three years later it closed.", set()),
        ("It opened in 1991 in March; the following month it closed.", {"1991-04", "2015-03"}),
        ("The following month it closed.", set()),
        ("Two weeks later it closed.", set()),
        ("It was less than two weeks earlier.", WEEK_BEFORE_LAST),
        ("They met on the eve of the 9 May vote.", {"2015-05-08", "2015-05-09"}),
        ("They met the day before the vote on 1 March 2012.", {"2012-02-29"}),
        ("They met the day after the vote of 30 April 2012.", {"2012-05-01"}),
        ("They met two days before 9 May 2012.", {"2012-05-07"}),
        ("They met a month after May 2012.", {"2012-06"}),
        ("They met the day before, on 9 May 2012.", set()),
        ("They met on the eve of the vote, held on 9 May 2012.", {"2012-05-08"}),
        ("He left in April 2014, a month after the town fell.", {"2014-03"}),
        ("It came in 1995, two years after the truce.", {"1993"}),
        ("It sank on 4 May 2012, three days before the feast.", {"2012-05-07"}),
        ("At the weekend it left.", {"2015-05-16", "2015-05-17", "2015-05-23", "2015-05-24"}),
        ("Last weekend it left.", {"2015-05-16", "2015-05-17"}),
        ("It began on Monday and ended two days later.", {"2015-05-11", "2015-05-13"}),
        ("It fell in the first half of 2012.", {"2012-01", "2012-06"}),
        ("It fell in the third quarter of 2012.", {"2012-07", "2012-09"}),
        ("It fell in Q4 2012.", {"2012-10", "2012-12"}),
        ("They met on the eve of 31 February 2012.", set()),
        ("It opened on 4 May.", {"2015-05-04"}),
        ("It opened on 28 December.", {"2014-12-28"}),
        ("It opened last September.", {"2014-09"}),
        ("Last June it was shut.", {"2014-06"}),
        ("It opened last April.", {"2015-04"}),
        ("It opened last May.", {"2014-05"}),
        ("It left last 4 September.", {"2014-09-04"}),
        ("It opens next March.", {"2016-03"}),
        ("It opens next June.", {"2015-06"}),
        ("In the last August of the war it fell.", {"2015-08"}),
    ],
)
def test_words_give_a_date_by_the_day_of_the_text(text, dates):
    """Counted from the day of the source, or from the date said before; a week day is the last one or the next."""
    assert given(text) == dates


def test_last_week_is_each_of_its_days():
    """From Monday to Sunday."""
    assert {f"2015-05-{day:02}" for day in range(4, 11)} <= given("It opened last week.")


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize("text", ["It opened yesterday and closes tomorrow.", "It opened 999 weeks ago.", "Last month"])
def test_the_first_and_last_days_of_all_are_not_counted_from(text, day):
    """What lies before or behind them is no date; a record may give them all the same."""
    assert given(text, day) == set()


def test_the_eve_of_a_day_without_a_year_has_none():
    """Its day and month are given all the same."""
    text = "They met on the eve of the 1 May vote."
    assert [
        (each.given.year, each.given.month, each.given.day) for each in relative_dates(text, None, dates_in(text))
    ] == [(None, 4, 30)]


@pytest.mark.parametrize("text", ["It opened yesterday.", "It opened on 4 May.", "Last year 87 died."])
def test_a_text_without_a_day_gives_no_date_by_it(text):
    """Nothing is guessed: an essay that is not dated says “last year” of no year."""
    assert given(text, None) == set()
