"""One clock for the whole program."""

import datetime as dt
import time
from pathlib import Path

from dashboard import clock

ROOT = Path(__file__).resolve().parent.parent


def test_today_is_the_day_of_whoever_uses_the_machine(monkeypatch):
    """In Tokyo the next day has begun when it is evening in London."""
    evening = dt.datetime(2025, 9, 4, 20, 0, tzinfo=dt.UTC)
    monkeypatch.setattr(clock, "_instant", lambda: evening)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert (clock.now(), clock.today()) == (evening, dt.date(2025, 9, 5))
    finally:
        monkeypatch.undo()
        time.tzset()


def test_nothing_else_reads_the_time():
    """Or two parts of the program would differ on what is today."""
    readers = [
        path.name
        for path in (ROOT / "dashboard").rglob("*.py")
        if any(word in path.read_text(encoding="utf-8") for word in ("datetime.now(", "date.today(", "utcnow("))
    ]
    assert readers == ["clock.py"]
