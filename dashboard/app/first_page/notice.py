"""What stands over the first page while it is the one that was kept."""

from datetime import date

from dashboard.query.wording import count_words, day_words
from dashboard.text.markup import Markup, element


def reading_note(files: int, drawn_on: date, today: date) -> Markup:
    """That the files are being read, of which none has changed; and of which day the page is, if not of today."""
    reading = f"Reading {count_words(files, 'file')} …"
    told = reading if drawn_on == today else f"As of {day_words(drawn_on)}. {reading}"
    return element("p", told, class_="dl-progress dl-reading", role="status")
