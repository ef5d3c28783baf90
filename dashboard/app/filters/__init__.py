"""The line of filters."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.filters.bar import asked_line, facet_lines, filter_bar, search_field, value_name
    from dashboard.app.filters.removal import letting_go
    from dashboard.app.filters.views_menu import address_of
else:
    __getattr__ = lazy(__name__, __file__)
