"""The files as they are now, as a state that others of git are read from: most of what they hold is the same."""

from functools import partial
from typing import Final

from dashboard.app.shell.workspace_cache import cache_of_workspace
from dashboard.cache import SharedCache
from dashboard.checks.validation import Validation
from dashboard.clock import today
from dashboard.query.changes import State
from dashboard.store.git import History, HistoryUnreadable, content_name
from dashboard.store.loading import files_by_content

_states: Final[SharedCache[State]] = SharedCache(1)


def states_near(validation: Validation) -> tuple[State, ...]:
    """The state of the workspace as it was read, by git's names of contents; none where there is no git."""
    root = validation.workspace.root
    try:
        head = History(root).head()
    except HistoryUnreadable:
        return ()
    if head is None:
        return ()
    digits = len(head)

    def make() -> State:
        kept = cache_of_workspace(root).files_kept
        return State(today(), validation, files=files_by_content(root, kept, partial(content_name, digits=digits)))

    return (_states.get((root, id(validation), digits), validation, make),)
