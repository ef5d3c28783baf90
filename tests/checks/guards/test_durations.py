"""Spans of time in words fit the dates; where it is not certain that they do not, nothing is said."""

import hashlib
from collections.abc import Callable

import pytest

from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]


def lasting(found, text, date, *, lasted=True):
    digest = hashlib.sha256(text.encode()).hexdigest()
    files = {
        "seeds/report.txt": text,
        "seeds/report.yaml": f"kind: report\nlanguage: en\ntext: {{sha256: {digest}, characters: {len(text)}}}\n",
    }
    event = (
        f"when: {{reported: '{date}', {'lasted: true, ' if lasted else ''}claims: [c]}}\n"
        f"claims:\n  c:\n    text: {text}\n    quotes: [{{source: report, exact: '{text}'}}]\n"
    )
    return [each.message for each in found(event, files=files) if each.code == "duration-contradicts-date"]


@pytest.mark.parametrize(
    ("text", "date", "wrong"),
    [
        ("The base stood for ten years", "1999/2009-09-18", False),
        ("The base stood for ten years", "1999/2002-09-18", True),
        ("The base stood for more than ten years", "1999/2005", True),
        ("The base stood for less than ten years", "1980/2005", True),
        ("The base stood for up to ten years", "1999/2005", False),
        ("The base stood for almost ten years", "2000/2007", False),
        ("The base stood for a decade", "1999/2009", False),
        ("The base stood for a decade", "1960/2009", True),
        ("It lasted three days", "2021-05-04/2021-05-06", False),
        ("It lasted three days", "2021-05-04/2021-05-07", False),
        ("It lasted three days", "2021-05-04/2021-05-24", True),
        ("It lasted 3 weeks", "2021-05-04/2021-05-24", False),
        ("It began on 4 May and lasted three days", "2021-05-04/2021-05-24", True),
        ("It was lifted after 90 days", "2021-05-04/2021-08-02", False),
        ("It was lifted after 90 days", "2021-05-04/2021-12-02", True),
        ("It lasted for about six months", "2021-01/2021-08", False),
        ("They fought for three days", "2021", False),
        ("They fought for three years", "2021", True),
        ("It lasted three days", "2021-05-04~/2021-05-24", False),
        ("It lasted three days", "2021-05-04/..", False),
        ("The town had waited for thirty years when it came", "2021-05-04/2021-05-06", False),
        ("They were supposed to remain for thirty days", "2021-05-04/2021-05-16", False),
        ("The law allowed them to remain for 18 months", "2021-05-04/2021-05-16", False),
        ("They signed for three-year terms", "2021-05-04/2021-05-06", False),
        ("It lasted three days of a ten-year war", "2021-05-04/2021-05-24", False),
        ("A ten-year agreement was kept", "2001/2003", False),
    ],
)
def test_how_long_it_lasted_fits_its_dates(found, text, date, wrong):
    """More or less than one unit, bounds and `about` are borne with; pluperfects and second spans are left alone."""
    assert bool(lasting(found, text, date)) is wrong


def test_what_did_not_last_has_no_duration(found):
    """A span within which something happened says nothing of how long that was."""
    assert lasting(found, "It lasted three days", "2021-05-04/2021-05-24", lasted=False) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It was signed in 1999, and ten years later, in 2009, it ended.", False),
        ("It was signed in 1999, and ten years later, in September 2012, it ended.", True),
        ("It was signed in 1999; nine years later, in 2009, it ended.", False),
        ("It ended in 2009, ten years earlier, in 1999, it had been signed.", False),
        ("It was signed in 1999 and kept in 2004, and five years later, in 2009, it ended.", False),
        ("It was signed in 1999, and more than ten years later, in 2020, it ended.", False),
        ("It was signed in 1999, and ten years later it ended.", False),
    ],
)
def test_years_between_two_years_are_counted(found, text, wrong):
    """One more or less may be parts of years; a third year between them leaves it open."""
    problems = found(f"claims:\n  c: {{text: '{text}', sources: [gazette]}}\n")
    assert [each.code for each in problems] == (["years-contradict-dates"] if wrong else [])
