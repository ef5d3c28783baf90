"""`dateline date`: from words to EDTF, and back."""

import json

import pytest


def test_a_phrase_is_written_read_and_counted(dateline, tmp_path, monkeypatch):
    """Without a workspace; the words of the phrase may be one argument or several."""
    monkeypatch.chdir(tmp_path)
    ended = dateline("date", "early September 2025")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[:4] == [
        'write   reported: "2025-09"',
        '        as_reported: "early September 2025"',
        "reads   September 2025",
        "allows  1 September 2025 to 30 September 2025 (30 days)",
    ]
    assert dateline("date", "early", "September", "2025") == ended


def test_edtf_is_read_back(dateline):
    """A date as it stands in a record, its end open or not."""
    assert "reads   about 4 September 2025" in dateline("date", "2025-09-04~").out
    assert "allows  1 January 2021 or later" in dateline("date", "2021/..").out
    assert "allows  31 December 2009 or earlier" in dateline("date", "../2009").out


def test_a_relative_phrase_is_counted_from_a_day(dateline):
    """All that it may mean is printed; without the day it says what to give."""
    ended = dateline("date", "on Friday", "--from", "2025-03-04")
    assert "may mean 2 dates" in ended.out
    assert '"2025-02-28"' in ended.out
    assert '"2025-03-07"' in ended.out
    refused = dateline("date", "on Friday")
    assert (refused.code, refused.out) == (2, "")
    assert "--from 2025-03-04" in refused.err


@pytest.mark.parametrize("day", ["2025-03", "yesterday", "2025-02-30", "2025-03-04/2025-03-05"])
def test_the_day_to_count_from_is_one_day(day, dateline):
    """Else it is refused, with an example."""
    ended = dateline("date", "yesterday", "--from", day)
    assert (ended.code, ended.out) == (2, "")
    assert "such as 2025-03-04" in ended.err


def test_json_has_every_reading(dateline):
    """The keys are a promise to other programs."""
    (reading,) = json.loads(dateline("date", "since", "2021", "--format", "json").out)["readings"]
    assert reading == {
        "edtf": "2021/..",
        "as_reported": None,
        "reads": "since 2021",
        "earliest": "2021-01-01",
        "latest": None,
        "notes": ["It goes on: `..` is an open end."],
        "when": None,
    }


def test_what_cannot_be_read_is_a_sentence(dateline):
    """Exit 2, what to write instead, and no escape of a terminal."""
    ended = dateline("date", "\x1b[31mhello")
    assert (ended.code, ended.out) == (2, "")
    assert "cannot be read as a date" in ended.err
    assert "\x1b" not in ended.err
