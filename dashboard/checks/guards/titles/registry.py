"""All guards on titles."""

from typing import Final

from dashboard.checks.guards.titles.bodies import title_names_bodies_of_its_event
from dashboard.checks.guards.titles.subjects import title_has_who_does_it
from dashboard.checks.guards.titles.words import title_says_no_more

GUARDS_ON_TITLES: Final = (title_says_no_more, title_has_who_does_it, title_names_bodies_of_its_event)
