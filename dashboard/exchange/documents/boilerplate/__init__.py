"""What stands around and within a web page's article and is not of it: comments, buttons, advertisements, lists."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.documents.boilerplate.line_breaks import lines_as_elements
    from dashboard.exchange.documents.boilerplate.page_boilerplate import Boilerplate
    from dashboard.exchange.documents.boilerplate.page_tree import LINE, PARAGRAPH, Node, has_line_behind, one_line_of
else:
    __getattr__ = lazy(__name__, __file__)
