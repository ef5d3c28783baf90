"""What an unread article has to do with a workspace: what is new in it, and whom and where it names."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.inbox.analysis import ItemAnalysis, WorkspaceIndex
    from dashboard.query.inbox.copies import group_copies
else:
    __getattr__ = lazy(__name__, __file__)
