"""`dateline source`: documents become sources, and are checked."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.cli.source.given import STANDARD_INPUT, expand, is_piped, read_given
    from dashboard.cli.source.ids import NoSuchSource, complete_source_ids
else:
    __getattr__ = lazy(__name__, __file__)
