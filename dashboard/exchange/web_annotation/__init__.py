"""Claims as W3C Web Annotations, out and in."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.web_annotation.draft_events import Drafts, drafts
    from dashboard.exchange.web_annotation.names import event_name, source_name
    from dashboard.exchange.web_annotation.reading import MOST_BYTES, annotations_in, next_page, parse_json
    from dashboard.exchange.web_annotation.writing import CONTEXT, collection_lines, web_annotation
else:
    __getattr__ = lazy(__name__, __file__)
