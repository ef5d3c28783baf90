"""Files of records that come from elsewhere: each written whole, into its place, and never over another."""

from collections.abc import Mapping
from pathlib import Path

from dashboard.store.draft_files import DraftsNotWritten
from dashboard.store.tree import is_inside
from dashboard.store.writing import why_not_written, write_new


def write_record_files(root: Path, texts: Mapping[str, str]) -> None:
    """Write each text into its file, named relative to the workspace. Raises `DraftsNotWritten`.

    Whoever calls it holds the lock. What was written until then stays: the next time, those records are there.
    """
    folders = dict.fromkeys(file.rpartition("/")[0] for file in texts)
    if outside := next((folder for folder in folders if not is_inside(root, folder)), None):
        raise DraftsNotWritten(f"{outside} is a link out of the workspace, or is inside one. Nothing was written.")
    for number, (file, text) in enumerate(texts.items()):
        try:
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            write_new(root / file, text)
        except OSError as error:
            raise DraftsNotWritten(
                f"{file} could not be written: {why_not_written(error)}. Before it, {number:,} of {len(texts):,} were; "
                "the same command writes the others."
            ) from error
