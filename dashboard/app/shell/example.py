"""The example that the first page of an empty workspace offers."""

from dashboard.app.shell import state
from dashboard.app.shell.workspace_cache import latest, read_only, root, why_read_only
from dashboard.store.setup import WorkspaceNotCreated, add_example, first_record


def can_be_added() -> bool:
    """Whether the workspace may be written into, and has no record yet."""
    return not read_only() and first_record(root()) is None


def add() -> None:
    """Write the example into the workspace; the reader is told how it went."""
    if read_only():
        state.flash(f"Not created: {why_read_only()}")
        return
    try:
        new = add_example(root())
    except WorkspaceNotCreated as error:
        state.flash(str(error))
    else:
        latest(look=True)
        state.flash(f"Created: {', '.join(new.files)}")
