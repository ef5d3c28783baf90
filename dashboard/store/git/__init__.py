"""What git has of the workspace's files at an earlier day, and files committed to it."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.store.git.checked_out import commit_of_records
    from dashboard.store.git.commit import commit_files, is_repository
    from dashboard.store.git.history import Commit, History, NoSuchRevision, Revision
    from dashboard.store.git.layout import content_name
    from dashboard.store.git.program import HistoryUnreadable
else:
    __getattr__ = lazy(__name__, __file__)
