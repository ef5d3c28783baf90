"""Dates in words: what a reader sees in a card, a table and on an axis."""

import pytest

from dashboard.model.dates.event_date import EventDate

WORDS = [
    ("2009", "2009", "2009"),
    ("2025-09", "September 2025", "Sept 2025"),
    ("2025-09-04", "4 September 2025", "4 Sept 2025"),
    ("2025-05-16", "16 May 2025", "16 May 2025"),
    ("0050-03", "March AD 50", "Mar AD 50"),
    ("2009?", "perhaps 2009", "2009?"),
    ("2009~", "about 2009", "c. 2009"),
    ("2009%", "perhaps about 2009", "c. 2009?"),
    ("2025-09-04~", "about 4 September 2025", "c. 4 Sept 2025"),
    ("200X", "some time in the 2000s", "2000s"),
    ("200X?", "perhaps the 2000s", "2000s?"),
    ("200X~", "about the 2000s", "c. 2000s"),
    ("19XX", "some time in the 1900s (century)", "1900s (century)"),
    ("2004-XX", "a month in 2004", "2004"),
    ("1985-04-XX", "a day in April 1985", "Apr 1985"),
    ("1985-XX-XX", "a day in 1985", "1985"),
    ("1985-04-XX?", "perhaps a day in April 1985", "Apr 1985?"),
    ("1985-04-XX~", "a day in or about April 1985", "c. Apr 1985"),
    ("1985-04-XX%", "perhaps a day in or about April 1985", "c. Apr 1985?"),
    ("2025-21", "spring 2025", "spring 2025"),
    ("2025-22~", "about summer 2025", "c. summer 2025"),
    ("2025-23?", "perhaps autumn 2025", "autumn 2025?"),
    ("2025-24", "winter 2025 to 2026", "winter 2025–26"),
    ("2025-24~", "about winter 2025 to 2026", "c. winter 2025–26"),
    ("1999-24", "winter 1999 to 2000", "winter 1999–2000"),
    # intervals: what both sides share is said once
    ("1999/2009", "1999 to 2009", "1999–2009"),
    ("1999/2009-09-18", "1999 to 18 September 2009", "1999 – 18 Sept 2009"),
    ("2025-09-04/2025-09-06", "4 to 6 September 2025", "4–6 Sept 2025"),
    ("2025-08-29/2025-09-04", "29 August to 4 September 2025", "29 Aug – 4 Sept 2025"),
    ("2024-12-29/2025-01-03", "29 December 2024 to 3 January 2025", "29 Dec 2024 – 3 Jan 2025"),
    ("2025-07/2025-08", "July to August 2025", "July–Aug 2025"),
    ("2024-12/2025-01", "December 2024 to January 2025", "Dec 2024 – Jan 2025"),
    ("2025-21/2025-23", "spring to autumn 2025", "spring–autumn 2025"),
    ("2025-21/2025-24", "spring 2025 to winter 2025–26", "spring 2025 – winter 2025–26"),
    ("2025-07/2025-08~", "July 2025 to about August 2025", "July 2025 – c. Aug 2025"),
    ("2004?/2005-06~", "perhaps 2004 to about June 2005", "2004? – c. June 2005"),
    ("1999~/2009", "about 1999 to 2009", "c. 1999 – 2009"),
    ("2009/2009", "within 2009", "2009"),
    ("2025-09-04/2025-09-04", "4 September 2025", "4 Sept 2025"),
    ("1999-11-12/..", "since 12 November 1999", "since 12 Nov 1999"),
    ("1999~/..", "since about 1999", "since c. 1999"),
    ("../2009-09-18", "until 18 September 2009", "until 18 Sept 2009"),
    ("2009/", "from 2009, end unknown", "2009 – end unknown"),
    ("/2009", "to 2009, start unknown", "start unknown – 2009"),
    # times: as local and as UTC
    ("2025-09-04T14:30:00", "4 September 2025, 14:30 local time", "4 Sept 2025, 14:30"),
    ("2025-09-04T14:30:05", "4 September 2025, 14:30:05 local time", "4 Sept 2025, 14:30:05"),
    ("2025-09-04T14:30:00Z", "4 September 2025, 14:30 UTC", "4 Sept 2025, 14:30 UTC"),
    ("2025-09-04T14:30:00+00:00", "4 September 2025, 14:30 UTC", "4 Sept 2025, 14:30 UTC"),
    ("2025-09-04T14:30:00+09:00", "4 September 2025, 14:30 (+09:00), 05:30 UTC", "4 Sept 2025, 14:30 +09:00"),
    (
        "2025-09-04T03:30:00+09:00",
        "4 September 2025, 03:30 (+09:00), 18:30 UTC on 3 September",
        "4 Sept 2025, 03:30 +09:00",
    ),
    (
        "2025-12-31T23:30:00-04",
        "31 December 2025, 23:30 (-04:00), 03:30 UTC on 1 January 2026",
        "31 Dec 2025, 23:30 -04:00",
    ),
]


@pytest.mark.parametrize(("text", "words", "short"), WORDS, ids=[row[0] for row in WORDS])
def test_a_date_is_said_in_english(text, words, short):
    """Each form has full words for reading and short ones for tables, with its doubt and its ends said."""
    read = EventDate.parse(text)
    assert (read.words(), read.short_words()) == (words, short)
