"""Calendar, feed and timeline: by other people's readers, with hostile words as words."""

import json

import icalendar
import pytest

from dashboard.exchange.exports import FORMATS
from tests.exchange.feeds.atom_rules import breaches


def calendar_of(events):
    return icalendar.Calendar.from_ical(FORMATS["ics"].files(events)["events.ics"])


def slides_of(events):
    return json.loads(FORMATS["timelinejs"].files(events)["events.timeline.json"])["events"]


def test_a_calendar_has_whole_days_a_place_and_the_quotes(world, exported):
    """The end is the day behind the last, as RFC 5545 has it."""
    entries = {str(each["UID"]): each for each in calendar_of(exported(world("seed"))).walk("VEVENT")}
    assert not any(each.errors for each in entries.values())
    hosted = entries["urn:dateline:event:us-base-hosted"]
    assert hosted["DTSTART"].dt.isoformat() == "1999-01-01"
    assert hosted["DTEND"].dt.isoformat() == "2009-09-19"
    assert "(" in hosted["SUMMARY"]
    assert (hosted["GEO"].latitude, hosted["GEO"].longitude) == (-0.9461, -80.6788)
    assert "Manta" in hosted["LOCATION"]
    assert "“Ecuador previously hosted a U.S. military base" in hosted["DESCRIPTION"]
    assert "(quote found)" in hosted["DESCRIPTION"]


def test_a_calendar_keeps_words_as_they_are(hostile):
    """Commas, semicolons, backslashes and line breaks; a date without an end is one day."""
    (entry,) = calendar_of(hostile).walk("VEVENT")
    assert entry["SUMMARY"].startswith(hostile.rows[0].event.title)
    assert hostile.rows[0].event.claims["told"].text in entry["DESCRIPTION"]
    assert entry["DTEND"].dt.isoformat() == "2009-01-02"


@pytest.mark.parametrize("name", ["seed", "card", "voices", "empty", "committed"])
def test_the_feed_is_valid(name, world, exported):
    """RFC 4287."""
    assert breaches(FORMATS["atom"].files(exported(world(name)))["events.atom"].decode()) == []


def test_an_entry_is_updated_when_its_file_was_committed(world, exported):
    """And stays the same entry: a reader shows what is new once."""
    events = exported(world("committed"))
    content = FORMATS["atom"].files(events)["events.atom"].decode()
    assert "<updated>2026-11-11T" in content
    assert "2026-11-30" not in content
    assert breaches(content) == []


def test_slides_give_as_much_of_a_date_as_is_known(world, exported):
    """A year alone is a year; what lasted has an end; the words say the rest."""
    slides = {each["unique_id"]: each for each in slides_of(exported(world("seed")))}
    hosted = slides["us-base-hosted"]
    assert hosted["start_date"] == {"year": 1999, "month": 1, "day": 1} or hosted["start_date"] == {"year": 1999}
    assert hosted["end_date"]["year"] == 2009
    assert slides["us-base-closed"]["start_date"] == {"year": 2009, "month": 9, "day": 18}
    assert "end_date" not in slides["us-base-closed"]
    assert all(each["display_date"] and each["text"]["headline"] for each in slides.values())


def test_slides_hold_no_code_of_the_records(hostile):
    """TimelineJS puts headline and text into the page as they are."""
    (slide,) = slides_of(hostile)
    assert "<script" not in json.dumps(slide)
    assert "&lt;script&gt;" in slide["text"]["headline"]
    assert "&lt;b&gt;It&lt;/b&gt;" in slide["text"]["text"]


def test_doubt_speakers_and_plans_are_told(doubtful):
    """Who reads it in a calendar, a feed or a timeline would take a plan that somebody told of for a fact."""
    (entry,) = calendar_of(doubtful).walk("VEVENT")
    assert entry["SUMMARY"] == "The base reopens (perhaps 18 September 1965)"
    assert "It will reopen (statement by Alpha, quoted by “an aide”, not checkable)" in entry["DESCRIPTION"]
    assert "The port closes (quote found)" in entry["DESCRIPTION"]
    assert "Reality: future (it is announced or expected)." in entry["DESCRIPTION"]
    (slide,) = slides_of(doubtful)
    feed = FORMATS["atom"].files(doubtful)["events.atom"].decode()
    for words in ("statement by Alpha", "Reality: future"):
        assert words in slide["text"]["text"]
        assert words in feed


def test_points_have_no_exponent(doubtful):
    """RFC 5545 knows none: `-1e-05` is no number there."""
    assert "GEO:-0.000010;-80.500000\r\n" in FORMATS["ics"].files(doubtful)["events.ics"].decode()


@pytest.mark.parametrize("form", ["geojson", "atom", "timelinejs", "ics", "stix", "json-ld"])
def test_the_name_of_a_folder_is_not_told(form, doubtful):
    """It is this machine's; a workspace without a title has none in a file that others get."""
    content = FORMATS[form].files(doubtful)[FORMATS[form].file].decode()
    assert doubtful.workspace.root.name == "empty"
    assert "empty" not in content
