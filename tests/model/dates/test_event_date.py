"""Dates: what each form of EDTF levels 0 and 1 allows, how dates are ordered, and how records hold them."""

import copy
import pickle
from datetime import UTC, date, datetime, time

import pytest
from pydantic import BaseModel, ValidationError

from dashboard.model.dates.event_date import EventDate, OpenInterval, days_spanned
from dashboard.model.dates.moment import Precision

FORMS = [
    # Level 0: date
    ("1985-04-12", "1985-04-12", "1985-04-12", "day"),
    ("1985-04", "1985-04-01", "1985-04-30", "month"),
    ("1985", "1985-01-01", "1985-12-31", "year"),
    ("0001", "0001-01-01", "0001-12-31", "year"),
    ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2025-02", "2025-02-01", "2025-02-28", "month"),
    ("1900-02", "1900-02-01", "1900-02-28", "month"),
    ("2000-02-29", "2000-02-29", "2000-02-29", "day"),
    # Level 0: date and time
    ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12", "time"),
    ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", "time"),
    ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12", "time"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12", "time"),
    # Level 0: time interval
    ("1964/2008", "1964-01-01", "2008-12-31", "interval"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31", "interval"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", "interval"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28", "interval"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31", "interval"),
    ("2005/2006-02", "2005-01-01", "2006-02-28", "interval"),
    ("1999/2009-09-18", "1999-01-01", "2009-09-18", "interval"),
    ("2009/2009", "2009-01-01", "2009-12-31", "interval"),
    ("2025-09/2025-09-04", "2025-09-01", "2025-09-04", "interval"),
    ("2025-09-10/2025-09", "2025-09-10", "2025-09-30", "interval"),
    # Level 1: seasons
    ("2001-21", "2001-03-01", "2001-05-31", "season"),
    ("2001-22", "2001-06-01", "2001-08-31", "season"),
    ("2001-23", "2001-09-01", "2001-11-30", "season"),
    ("2001-24", "2001-12-01", "2002-02-28", "season"),
    ("2003-24", "2003-12-01", "2004-02-29", "season"),
    ("2003-24~", "2003-12-01", "2004-02-29", "season"),
    # Level 1: qualification of a whole date
    ("1984?", "1984-01-01", "1984-12-31", "year"),
    ("2004-06~", "2004-06-01", "2004-06-30", "month"),
    ("2004-06-11%", "2004-06-11", "2004-06-11", "day"),
    # Level 1: unspecified digits from the right
    ("201X", "2010-01-01", "2019-12-31", "decade"),
    ("20XX", "2000-01-01", "2099-12-31", "century"),
    ("2004-XX", "2004-01-01", "2004-12-31", "year"),
    ("1985-04-XX", "1985-04-01", "1985-04-30", "month"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31", "year"),
    ("200X?", "2000-01-01", "2009-12-31", "decade"),
    # Level 1: extended interval, open and unknown ends
    ("1985-04-12/..", "1985-04-12", None, "interval"),
    ("1985-04/..", "1985-04-01", None, "interval"),
    ("1985/..", "1985-01-01", None, "interval"),
    ("../1985-04-12", None, "1985-04-12", "interval"),
    ("../1985-04", None, "1985-04-30", "interval"),
    ("../1985", None, "1985-12-31", "interval"),
    ("1985-04-12/", "1985-04-12", None, "interval"),
    ("1985-04/", "1985-04-01", None, "interval"),
    ("1985/", "1985-01-01", None, "interval"),
    ("/1985-04-12", None, "1985-04-12", "interval"),
    ("/1985-04", None, "1985-04-30", "interval"),
    ("/1985", None, "1985-12-31", "interval"),
    # Level 1: qualified intervals
    ("1984~/2004-06", "1984-01-01", "2004-06-30", "interval"),
    ("1984/2004-06~", "1984-01-01", "2004-06-30", "interval"),
    ("1984~/2004~", "1984-01-01", "2004-12-31", "interval"),
    ("1984?/2004%", "1984-01-01", "2004-12-31", "interval"),
    ("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08", "interval"),
    ("1984-06-02?/", "1984-06-02", None, "interval"),
    ("../2004-06-11%", None, "2004-06-11", "interval"),
    ("2001-21/2001-24", "2001-03-01", "2002-02-28", "interval"),
]


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), FORMS, ids=[form[0] for form in FORMS])
def test_every_form_of_the_specification_has_its_bounds_and_precision(text, earliest, latest, precision):
    """Each example of levels 0 and 1 is read, bounded by the days it allows, and printed back unchanged."""
    read = EventDate.parse(text)
    assert (read.earliest, read.latest, read.precision) == (day(earliest), day(latest), Precision(precision))
    assert str(read) == text
    assert read.is_interval is ("/" in text)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2009", False, False),
        ("2009?", True, False),
        ("2009~", False, True),
        ("2009%", True, True),
        ("201X~", False, True),
        ("1985-04-XX?", True, False),
        ("2001-21%", True, True),
        ("1984?/2004", True, False),
        ("1984/2004~", False, True),
        ("1984?/2004~", True, True),
        ("../2004%", True, True),
        ("2004~/", False, True),
    ],
)
def test_a_mark_at_the_end_of_either_side_qualifies_the_date(text, uncertain, approximate):
    """`?` is uncertain, `~` approximate, `%` both; an interval has the doubts of both its sides."""
    read = EventDate.parse(text)
    assert (read.uncertain, read.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("../2009", "open_start"),
        ("2009/..", "open_end"),
        ("/2009", "unknown_start"),
        ("2009/", "unknown_end"),
        ("2009/2010", None),
        ("2009", None),
    ],
)
def test_an_open_end_differs_from_an_unknown_one(text, ends):
    """`..` is open and an empty side unknown, and never both."""
    read = EventDate.parse(text)
    names = ("open_start", "open_end", "unknown_start", "unknown_end")
    assert [name for name in names if getattr(read, name)] == ([ends] if ends else [])


@pytest.mark.parametrize(
    ("text", "in_doubt"),
    [
        ("2025-09-04", False),
        ("2025-09-04T14:30:00", False),
        ("2025-09", False),
        ("2025-21", False),
        ("1985-04-XX", False),
        ("1999/2009", False),
        ("2025-09-04/..", False),
        ("2025-09-04?", True),
        ("2025-09~", True),
        ("2025-09-04%", True),
        ("2009", True),
        ("2004-XX", True),
        ("1985-XX-XX", True),
        ("200X", True),
        ("20XX", True),
        ("1999?/2009", True),
        ("1999/2009-09-18~", True),
    ],
)
def test_doubt_is_a_mark_or_a_whole_year_or_more(text, in_doubt):
    """A sign is dashed for `?`, `~` and `%`, and for what is known to a year, a decade or a century."""
    assert EventDate.parse(text).in_doubt is in_doubt


@pytest.mark.parametrize(
    ("text", "local", "utc"),
    [
        ("2025-09-04T14:30:00", time(14, 30), None),
        ("2025-09-04T14:30:00Z", time(14, 30), datetime(2025, 9, 4, 14, 30, tzinfo=UTC)),
        ("2025-09-04T14:30:05+09:00", time(14, 30, 5), datetime(2025, 9, 4, 5, 30, 5, tzinfo=UTC)),
        ("2025-09-04T03:30:00+09:00", time(3, 30), datetime(2025, 9, 3, 18, 30, tzinfo=UTC)),
        ("2025-09-04T23:30:00-04", time(23, 30), datetime(2025, 9, 5, 3, 30, tzinfo=UTC)),
        ("2025-09-04T12:00:00-03:30", time(12), datetime(2025, 9, 4, 15, 30, tzinfo=UTC)),
        ("2025-09-04T12:00:00+14:00", time(12), datetime(2025, 9, 3, 22, tzinfo=UTC)),
        ("2025-09-04T12:00:00-12:00", time(12), datetime(2025, 9, 5, 0, tzinfo=UTC)),
        ("2025-09-04", None, None),
        ("/2025-09-04", None, None),
    ],
)
def test_a_time_is_kept_as_local_and_as_utc_and_its_day_is_the_day_there(text, local, utc):
    """The instant in UTC is known where the zone is; bounds stay the local day whatever day it is in UTC."""
    read = EventDate.parse(text)
    assert (read.local_time, read.utc) == (local, utc)
    assert read.latest == date(2025, 9, 4)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2025-09-04", 1),
        ("2025-09-04T23:00:00Z", 1),
        ("2025-09", 30),
        ("2025", 365),
        ("2024", 366),
        ("2024?", 366),
        ("200X", 3653),
        ("2025-24", 90),
        ("2025-09-04/2025-09-06", 3),
        ("0001/9999", 3652059),
    ],
)
def test_days_spanned_counts_both_ends(text, days):
    """A day spans 1 day, a year 365 or 366, an interval its whole length."""
    assert days_spanned(EventDate.parse(text)) == days


@pytest.mark.parametrize("text", ["2025-09-04/..", "../2009", "2009/", "/2009"])
def test_an_open_interval_has_no_length(text):
    """A length of an interval with an open or unknown end is refused rather than guessed."""
    with pytest.raises(OpenInterval, match="has no length"):
        days_spanned(EventDate.parse(text))


def test_dates_sort_by_earliest_then_latest_then_text():
    """Finer dates come before coarser ones that begin on the same day, and open ends after all of them."""
    ordered = [
        "../2008",
        "/2008",
        "2009-01-01",
        "2009-01-01T08:00:00",
        "2009-01-01T09:00:00-04:00",
        "2009-01",
        "2009",
        "2009?",
        "2009/2010",
        "2009/..",
        "2009-02-01",
        "../2010",
    ]
    dates = [EventDate.parse(text) for text in ordered]
    backwards = dates[::-1]
    assert [str(read) for read in sorted(backwards)] == ordered
    assert dates[0] < dates[1] <= dates[1] < dates[-1]
    assert dates[-1] > dates[0] >= dates[0]


def test_a_date_is_not_compared_with_other_things():
    """A date and its text are not equal, and cannot be ordered."""
    assert EventDate.parse("2009") != "2009"
    with pytest.raises(TypeError):
        sorted([EventDate.parse("2009"), "2009"])


def test_equal_dates_are_one_in_a_set_and_survive_copies():
    """Dates are equal by their text, hashable, frozen, and the same after pickling and copying."""
    read = EventDate.parse("2025-09-04T14:30:00+09:00")
    assert len({read, EventDate.parse("2025-09-04T14:30:00+09:00"), EventDate.parse("2025-09-04")}) == 2
    for other in (pickle.loads(pickle.dumps(read)), copy.deepcopy(read)):
        assert other == read
        assert other.words() == read.words()
    with pytest.raises(AttributeError):
        read.text = "2026"


class Held(BaseModel):
    date: EventDate


def test_a_record_reads_a_date_and_writes_it_back_unchanged():
    """A model's date field takes a text or a date, and gives the text back in Python and in JSON."""
    held = Held(date="1999/2009-09-18")
    assert held.date == EventDate.parse("1999/2009-09-18")
    assert Held(date=held.date) == held
    assert held.model_dump() == {"date": "1999/2009-09-18"}
    assert Held.model_validate_json(held.model_dump_json()) == held


@pytest.mark.parametrize(
    ("value", "code", "message"),
    [
        ("2025-02-29", "date-no-such-day", "2025-02-29: there is no day 29; 2025-02 has 28 days"),
        ("{hint}", "date-set", "“{hint}” is a set of dates, which is EDTF level 2"),
        (2009, "date-not-text", "a date is text, and this is int"),
        (date(2009, 1, 1), "date-not-text", "a date is text, and this is date"),
        (None, "date-not-text", "a date is text, and this is NoneType"),
    ],
)
def test_a_record_names_what_is_wrong_with_its_date(value, code, message):
    """A model's error has the date's code as its type, the date's own message, and a hint; braces stay as written."""
    with pytest.raises(ValidationError) as refused:
        Held(date=value)
    (error,) = refused.value.errors()
    assert (error["type"], error["msg"]) == (code, message)
    assert error["ctx"]["hint"]


def test_the_schema_of_a_date_is_a_text_with_examples_that_are_dates():
    """JSON Schema offers a string, and every example in it is a date."""
    schema = Held.model_json_schema()["properties"]["date"]
    assert schema["type"] == "string"
    assert [str(EventDate.parse(text)) for text in schema["examples"]] == schema["examples"]
    assert schema == Held.model_json_schema(mode="serialization")["properties"]["date"]
