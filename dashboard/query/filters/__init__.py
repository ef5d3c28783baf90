"""Filters: which events are shown, and how an address or a command asks for them."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.filters.filter_query import NO_FILTERS, FilterQuery, parse_query, shows_of
    from dashboard.query.filters.filter_words import filters_in_words, range_words
    from dashboard.query.filters.filtering import (
        Catalogue,
        Filters,
        catalogue_in,
        catalogue_of,
        counts_in_ranges,
        split_values,
    )
else:
    __getattr__ = lazy(__name__, __file__)
