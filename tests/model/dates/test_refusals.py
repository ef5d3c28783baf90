"""Dates that are refused: each by its own code, with what to write instead."""

import pickle

import pytest

from dashboard.model.dates.event_date import EventDate
from dashboard.model.dates.problems import DATE_PROBLEMS, DateProblem

REFUSED = [
    ("", "date-empty", None),
    ("unknown", "date-empty", None),
    ("N/A", "date-empty", None),
    ("..", "date-empty", None),
    ("2" * 101, "date-too-long", None),
    ("9" * 100_000, "date-too-long", None),
    (" 2009", "date-spaces", "2009"),
    ("2009\n", "date-spaces", "2009"),
    ("1999 / 2009", "date-spaces", "1999/2009"),
    ("٢٠٠٩", "date-foreign-digits", "2009"),
    ("２００９-０１", "date-foreign-digits", "2009-01"),
    ("1999–2009", "date-dash", "1999/2009"),
    ("2025‑09‑04", "date-dash", "2025-09-04"),
    ("1999-2009", "date-dash", "1999/2009"),
    ("1999 - 2009", "date-dash", "1999/2009"),
    # level 2
    ("[1667,1668,1670..1672]", "date-set", None),
    ("{1960,1961-12}", "date-set", None),
    ("Y-17E7", "date-exponent-year", None),
    ("Y17E8", "date-exponent-year", None),
    ("1950S2", "date-significant-digits", None),
    ("Y171010000S3", "date-significant-digits", None),
    ("Y3388E2S3", "date-exponent-year", None),
    ("2001-34", "date-sub-year", "2001-04/2001-06"),
    ("2001-38", "date-sub-year", "2001-05/2001-08"),
    ("2001-41", "date-sub-year", "2001-07/2001-12"),
    ("2001-25", "date-sub-year", None),
    ("?2004-06", "date-qualified-part", "2004-06?"),
    ("2004-06~-11", "date-qualified-part", "2004-06-11~"),
    ("2004?-06-11", "date-qualified-part", "2004-06-11?"),
    ("?2004-06-~11", "date-qualified-part", "2004-06-11%"),
    ("2009??", "date-qualified-twice", "2009?"),
    ("2009?%", "date-qualified-twice", "2009%"),
    ("156X-12-25", "date-unspecified", None),
    ("15XX-12-XX", "date-unspecified", None),
    ("XXXX-12-XX", "date-unspecified", None),
    ("1XXX-XX", "date-unspecified", None),
    ("1XXX-12", "date-unspecified", None),
    ("1984-1X", "date-unspecified", None),
    ("1985-XX-04", "date-unspecified", None),
    ("20X5", "date-unspecified", None),
    ("1985-04-XXT10:00:00", "date-unspecified", None),
    ("2004-06-XX/2004-07-03", "date-interval-unspecified", "2004-06/2004-07-03"),
    ("199X/200X~", "date-interval-unspecified", "1990/2009~"),
    ("199X/..", "date-interval-unspecified", "1990/.."),
    ("2004-06-~01/2004-06-~20", "date-qualified-part", "2004-06-01~/2004-06-20~"),
    # years
    ("Y170000002", "date-long-year", None),
    ("Y-170000002", "date-long-year", None),
    ("-1985", "date-negative-year", None),
    ("-1985-04", "date-negative-year", None),
    ("0000", "date-year-range", None),
    ("0000-04-12", "date-year-range", None),
    ("000X", "date-year-range", None),
    ("00XX", "date-year-range", None),
    ("12009", "date-year-range", None),
    ("+12009", "date-year-range", None),
    ("9999-24", "date-year-range", None),
    ("0001-01-01T00:00:00+09:00", "date-year-range", None),
    ("09", "date-short-year", None),
    ("20X", "date-short-year", None),
    ("999~", "date-short-year", None),
    # the draft of 2012
    ("200u", "date-old-draft", "200X"),
    ("1999-uu-uu", "date-old-draft", "1999-XX-XX"),
    ("unknown/2006", "date-old-draft", "/2006"),
    ("2004-06-01/unknown", "date-old-draft", "2004-06-01/"),
    ("2004-01-01/open", "date-old-draft", "2004-01-01/.."),
    ("2009?~", "date-old-draft", "2009%"),
    ("2009~?", "date-old-draft", "2009%"),
    ("2004-06-uu/2004-07-03", "date-old-draft", None),
    ("(2011)-06-04~", "date-old-draft", "2011-06-04~"),
    ("2001-21^southernHemisphere", "date-old-draft", "2001-21"),
    ("y170000002", "date-old-draft", None),
    ("y17e7", "date-old-draft", None),
    ("196x", "date-lowercase-x", "196X"),
    ("2004-xx", "date-lowercase-x", "2004-XX"),
    # intervals
    ("../..", "date-interval-open-both", None),
    ("/", "date-interval-empty", None),
    ("../", "date-interval-empty", None),
    ("/..", "date-interval-empty", None),
    ("2004/2005/2006", "date-interval-parts", None),
    ("2009/...", "date-interval-end", None),
    ("2025-09-04/06", "date-interval-end", "2025-09-04/2025-09-06"),
    ("2025-09-29/10-02", "date-interval-end", "2025-09-29/2025-10-02"),
    ("2025-09/11", "date-interval-end", "2025-09/2025-11"),
    ("2025-09-04/03", "date-interval-end", None),
    ("2009/soon", "date-interval-end", None),
    ("2009/2025-9-4", "date-not-padded", "2009/2025-09-04"),
    ("2009/Sept 4, 2025", "date-in-words", "2009/2025-09-04"),
    ("2009/04.09.25", "date-other-order", None),
    ("2009/2005", "date-reversed", "2005/2009"),
    ("2025-09-05/2025-09-04", "date-reversed", "2025-09-04/2025-09-05"),
    ("2025-10/2025-09-30", "date-reversed", "2025-09-30/2025-10"),
    ("2009~/2005?", "date-reversed", "2005?/2009~"),
    ("2009/2025-02-29", "date-no-such-day", None),
    ("2004/P1Y", "date-duration", None),
    ("P3M/2004-06", "date-duration", None),
    ("P1Y6M", "date-duration", None),
    # the calendar and the clock
    ("2025-13", "date-no-such-month", None),
    ("2025-00", "date-no-such-month", None),
    ("2025-42", "date-no-such-month", None),
    ("2025-13-01", "date-no-such-month", None),
    ("2025-21-01", "date-no-such-month", None),
    ("2025-13-XX", "date-no-such-month", None),
    ("2025-21-XX", "date-no-such-month", None),
    ("2025-02-29", "date-no-such-day", None),
    ("1900-02-29", "date-no-such-day", None),
    ("2025-04-31", "date-no-such-day", None),
    ("2025-04-00", "date-no-such-day", None),
    ("2025-02-29T10:00:00", "date-no-such-day", None),
    ("2025-09-04T24:00:00", "date-no-such-time", None),
    ("2025-09-04T23:59:60", "date-no-such-time", None),
    ("2025-09-04T14:60:00", "date-no-such-time", None),
    ("2025-09-04T14:30:00+14:01", "date-no-such-offset", None),
    ("2025-09-04T14:30:00-12:30", "date-no-such-offset", None),
    ("2025-09-04T14:30:00-00:00", "date-no-such-offset", None),
    ("2025-09-04T14:30:00+09:60", "date-no-such-offset", None),
    ("2025-09-04T14:30", "date-time-form", "2025-09-04T14:30:00"),
    ("2025-09-04 14:30:00", "date-time-form", "2025-09-04T14:30:00"),
    ("2025-09-04t14:30:00.125z", "date-time-form", "2025-09-04T14:30:00Z"),
    ("2025-09-04T14:30:00+0900", "date-time-form", None),
    ("2025-09-04Z", "date-time-form", "2025-09-04"),
    ("2025-09-04+09:00", "date-time-form", "2025-09-04"),
    ("2025-09-04 afternoon", "date-time-form", None),
    ("2025-09-04T14:30:00~", "date-time-qualified", "2025-09-04~"),
    ("2025-09-04T14:30:00/2025-09-05", "date-time-in-interval", None),
    # other ways of writing dates
    ("2025-9-4", "date-not-padded", "2025-09-04"),
    ("2025-9", "date-not-padded", "2025-09"),
    ("2025-2-30", "date-not-padded", None),
    ("9/4/2025", "date-other-order", None),
    ("9/30/2025", "date-other-order", "2025-09-30"),
    ("30/9/2025", "date-other-order", "2025-09-30"),
    ("9/9/2025", "date-other-order", "2025-09-09"),
    ("04.09.2025", "date-other-order", "2025-09-04"),
    ("30-09-2025", "date-other-order", "2025-09-30"),
    ("9/4/25", "date-other-order", None),
    ("2025/09/04", "date-other-order", "2025-09-04"),
    ("2025/09", "date-other-order", "2025-09"),
    ("2025.09.04", "date-other-order", "2025-09-04"),
    ("09/2025", "date-other-order", "2025-09"),
    ("20250904", "date-basic-format", "2025-09-04"),
    ("20250904T143000", "date-basic-format", "2025-09-04"),
    ("2025-W36-4", "date-week-or-ordinal", None),
    ("2025W36", "date-week-or-ordinal", None),
    ("2025-247", "date-week-or-ordinal", None),
    ("Sept 4, 2025", "date-in-words", "2025-09-04"),
    ("4 September 2025", "date-in-words", "2025-09-04"),
    ("4th Sep. 2025", "date-in-words", "2025-09-04"),
    ("May 2025", "date-in-words", "2025-05"),
    ("February 30, 2025", "date-in-words", None),
    ("Spring 2025", "date-in-words", "2025-21"),
    ("the 1990s", "date-in-words", "199X"),
    ("c. 2009", "date-in-words", "2009~"),
    ("about 2025-09", "date-in-words", "2025-09~"),
    ("since 2009", "date-in-words", "2009/.."),
    ("until 2009-09-18", "date-in-words", "../2009-09-18"),
    ("1999 to 2009", "date-in-words", "1999/2009"),
    ("today", "date-not-edtf", None),
    ("Earlier this year", "date-not-edtf", None),
    ("2009!", "date-not-edtf", None),
    ("2009-09-", "date-not-edtf", None),
    ("août 2009", "date-not-edtf", None),
]


def refusal(text):
    with pytest.raises(DateProblem) as refused:
        EventDate.parse(text)
    return refused.value


@pytest.mark.parametrize(("text", "code", "meant"), REFUSED, ids=[row[0][:30] for row in REFUSED])
def test_a_refused_date_has_a_code_of_its_own_and_says_what_to_write(text, code, meant):
    """The code names the mistake, and the hint offers the date that was meant or else the catalogue's fix."""
    problem = refusal(text)
    fixes = {entry[0]: entry[3] for entry in DATE_PROBLEMS}
    assert problem.code == code
    assert problem.hint == (f'did you mean "{meant}"?' if meant else fixes[code])
    assert problem.message


def test_every_code_of_the_catalogue_is_tested_and_begins_with_date():
    """No code is declared that no text here meets, and the codes are told apart."""
    codes = [entry[0] for entry in DATE_PROBLEMS]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("date-") for code in codes)
    assert set(codes) == {code for _text, code, _meant in REFUSED} | {"date-not-text"}


def test_a_message_shows_a_long_or_hostile_text_safely():
    """A message shows at most 60 characters of the text, and none that a terminal would obey."""
    assert refusal("now " * 20).message == "“" + ("now " * 15) + "…” has spaces around it or its slash"
    assert "\x1b" not in refusal("2009\x1b[31m").message


def test_what_is_no_text_is_refused_as_such():
    """A number is refused with a hint to quote it."""
    with pytest.raises(DateProblem, match="this is int") as refused:
        EventDate.parse(2009)
    assert refused.value.code == "date-not-text"


def test_a_problem_survives_pickling():
    """A refusal keeps its code, message and hint on its way between processes."""
    problem = refusal("2025-9-4")
    other = pickle.loads(pickle.dumps(problem))
    assert (other.code, other.message, other.hint) == (problem.code, problem.message, problem.hint)
