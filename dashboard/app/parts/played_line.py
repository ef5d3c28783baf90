"""While time is played on Situation: what the other pages say of that, since they show everything."""

import datetime as dt

from dashboard.app.parts.links import button, page_link
from dashboard.query.wording import day_words
from dashboard.text.markup import Markup, element


def played_line(until: dt.date) -> Markup:
    """That this page does not go by the day that Situation goes by, and what ends that."""
    situation = page_link("", "Situation")
    told = f" is played as of {day_words(until)}; this page shows everything, as of today. "
    end = button("until", "", "End playing", class_="dl-text-button")
    return element("p", situation, told, end, class_="dl-played dl-muted", role="note")
