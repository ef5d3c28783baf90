"""What every page is made from: its context, its address, the actions that change it, and the workspace it shows."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.shell import example, figure_state, state, url_ids
    from dashboard.app.shell.actions import ACTIONS, dispatch, put_at_once
    from dashboard.app.shell.background_checks import begin_before_server
    from dashboard.app.shell.feed_fetching import FeedFetching, fetching, minutes_between_fetches
    from dashboard.app.shell.figure_state import DEFAULT_WIDTHS
    from dashboard.app.shell.git_commit import can_commit, commit_saved
    from dashboard.app.shell.imports import can_take_back, has_imports, imported_rows, why_no_rows
    from dashboard.app.shell.inbox_actions import inbox_sources
    from dashboard.app.shell.inbox_cache import inbox_overview, is_decided
    from dashboard.app.shell.known_then import as_played, days_known
    from dashboard.app.shell.page_context import PageContext
    from dashboard.app.shell.reported_values import mapping_of, number_of
    from dashboard.app.shell.router import IN_THE_BAR, OF_IMPORTS, PAGES, WITHOUT_BAR, WRITES
    from dashboard.app.shell.saved_views import number_saved
    from dashboard.app.shell.state import MOST_COMPARED
    from dashboard.app.shell.state_as_read import states_near
    from dashboard.app.shell.workspace_cache import (
        FilesRead,
        Snapshot,
        Watching,
        cache_of_workspace,
        files_at,
        latest,
        latest_checked,
        read_only,
        root,
        watch_files,
        watching,
        why_read_only,
    )
else:
    __getattr__ = lazy(__name__, __file__)
