"""What people say of a moment is a moment; what is the name of something else is none."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from dashboard.store.git.spoken_moment import spoken_moment

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("today", "2026-03-02T00:00"),
        ("Yesterday", "2026-03-01T00:00"),
        ("24 hours", "2026-03-01T09:30"),
        ("1 hour ago", "2026-03-02T08:30"),
        ("an hour ago", "2026-03-02T08:30"),
        ("last day", "2026-03-01T09:30"),
        ("7 days", "2026-02-23T09:30"),
        ("the  last 7 days", "2026-02-23T09:30"),
        ("a week ago", "2026-02-23T09:30"),
        ("last week", "2026-02-23T09:30"),
        ("two weeks", None),
        ("30 days ago", "2026-01-31T09:30"),
        ("last month", "2026-01-31T09:30"),
        ("past year", "2025-03-02T09:30"),
        ("9999 years", "0001"),
        ("day", None),
        ("weeks", None),
        ("main", None),
        ("2026-03-01", None),
        ("7 days later", None),
        ("last", None),
        ("", None),
    ],
)
def test_words_stand_for_a_moment(said, moment):
    """Spans count back from now; days begin at midnight."""
    found = spoken_moment(said, NOW)
    assert (found and found.strftime("%Y-%m-%dT%H:%M")) == moment if moment != "0001" else found is not None


def test_days_begin_by_utc():
    """Wherever the reader is."""
    there = NOW.astimezone(timezone(timedelta(hours=10)))
    assert spoken_moment("yesterday", there) == datetime(2026, 3, 1, tzinfo=UTC)
