"""What is new since a reader last looked, as plain data: the browser keeps when that was, and asks."""

import datetime as dt
import re
from typing import Any, Final
from urllib.parse import urlencode

from dashboard.app.parts import address
from dashboard.app.shell import latest_checked, root, states_near
from dashboard.briefing.since import compare, state_seen
from dashboard.clock import now
from dashboard.errors import DatelineError
from dashboard.query.changes import MissedGroup, MissedLine, missed_since, state_now, summary
from dashboard.store.git import History

MOST_LINES: Final = 4
"""More of a group are counted, and stand on Changes."""
_COMMIT: Final = re.compile("[0-9a-f]{7,64}")


def news_since(commit: str, day: str) -> dict[str, Any]:
    """What the page tells of since a commit that the reader had before the eyes on a day, `2026-11-26`.

    `head` is the commit that is to be kept for the next time, empty where there is no history; `told` is false where
    nothing can be told: the first time, or of a commit that is gone. `leads` is None where nothing changed.
    """
    nothing: dict[str, Any] = {"head": "", "told": False, "sum": "", "groups": [], "leads": None}
    try:
        nothing["head"] = (History(root()).head() or "")[:12]
        seen = dt.date.fromisoformat(day)
        if not _COMMIT.fullmatch(commit):
            return nothing
        validation = latest_checked().validation
        until = state_now(root(), now(), validation)
        before = state_seen(commit, min(seen, until.state.day), root(), states_near(validation))
        found = compare(before, until, root())
    except (DatelineError, ValueError, OSError):
        return nothing
    groups = [_group(each) for each in missed_since(found.changes)]
    leads = None if found.changes.are_none else _link("changes", since=commit)
    return {**nothing, "told": True, "sum": summary(found.changes), "groups": groups, "leads": leads}


def _group(group: MissedGroup) -> dict[str, Any]:
    lines = [_line(each) for each in group.lines[:MOST_LINES]]
    return {"title": group.title, "lines": lines, "more": len(group.lines) - len(lines)}


def _line(line: MissedLine) -> dict[str, Any]:
    leads = _link("", **{line.kind: line.id}) if line.is_there else None
    return {"text": line.text, "detail": line.detail, "leads": leads}


def _link(page: str, **places: str) -> dict[str, str]:
    """What is pressed to go there, and the address of the link."""
    query = {key: value for key, value in {"page": page, **places}.items() if value}
    rest = {key: value for key, value in places.items() if value}
    return {"press": "go", "value": urlencode(query), "href": address(page) + (f"?{urlencode(rest)}" if rest else "")}
