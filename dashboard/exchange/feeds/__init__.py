"""What changed and what is due, as feeds for other programs."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.feeds.atom_feed import atom, feed_of, identity_of
    from dashboard.exchange.feeds.atom_parts import NAMESPACE, permanent_uuid, rfc3339, xml_text
    from dashboard.exchange.feeds.icalendar import CalendarEntry, calendar, calendar_text, dates_ahead
else:
    __getattr__ = lazy(__name__, __file__)
