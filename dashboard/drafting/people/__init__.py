"""Whom a text names: persons with their offices and by their last names, organisations, and what brackets abbreviate.

Everything is read from the text itself: who is introduced in one sentence is known in the others by less.
"""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.drafting.people.name_words import ROLES_PATTERN, WORD, is_office
    from dashboard.drafting.people.text_names import TextNames, names_about, names_of
else:
    __getattr__ = lazy(__name__, __file__)
