"""What was decided about events that a program proposed, and the proposals that somebody asked to be kept.

One file for each source, as JSON in `.dateline/proposals/`, which git leaves alone. Nothing of it is a record.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from dashboard.errors import DatelineError
from dashboard.store.authoring.kept_drafts import is_source_id
from dashboard.store.authoring.together import PlannedWrite
from dashboard.store.lock import workspace_lock
from dashboard.store.machine import FOLDER, ignore_for_git, write_for_machine
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside
from dashboard.store.writing import refuse_unreadable, why_not_written

_PROPOSALS: Final = f"{FOLDER}/proposals"
ACCEPTED: Final = "accepted"
REFUSED: Final = "refused"


class ProposalsNotKept(DatelineError):
    """Decisions or proposals that could not be written; those before them are still there."""


@dataclass(frozen=True, slots=True)
class KeptProposals:
    """What is kept of the proposals from one source."""

    decided: Mapping[str, str] = field(default_factory=dict)
    """By the key of a proposal, `accepted` or `refused`."""
    proposals: tuple[Mapping[str, Any], ...] = field(default_factory=tuple)
    """As they were shown, for other programs; Dateline reads the text anew instead."""
    answers: tuple[Mapping[str, Any], ...] = field(default_factory=tuple)
    """What a model answered, unchecked: it is read against the text each time before anything of it is shown."""
    model: str = ""
    """The model that gave the answers."""


def read_proposals(root: Path, source: str) -> KeptProposals:
    """What is kept of a source's proposals; nothing where the file is not there, or is not one that can be read."""
    if not is_source_id(source):
        return KeptProposals()
    file = _file(source)
    raw = read_bytes(root / file) if is_inside(root, file) else None
    if not isinstance(raw, bytes):
        return KeptProposals()
    try:
        found = json.loads(raw)
        decided = {str(key): str(each) for key, each in found["decided"].items() if each in (ACCEPTED, REFUSED)}
        proposals = tuple(each for each in found["proposals"] if isinstance(each, dict))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return KeptProposals()
    listed = found.get("answers")
    answers = tuple(each for each in listed if isinstance(each, dict)) if isinstance(listed, list) else ()
    return KeptProposals(decided, proposals, answers, str(found.get("model") or ""))


def keep_proposals(root: Path, source: str, proposals: Iterable[Mapping[str, Any]]) -> str:
    """Write the proposals over those before; decisions stay. Returns the file. Raises `ProposalsNotKept`."""
    return _change(root, source, lambda kept: replace(kept, proposals=tuple(proposals)))


def keep_answers(root: Path, source: str, answers: Iterable[Mapping[str, Any]], model: str) -> str:
    """Write what a model answered over what one answered before; the file. Raises `ProposalsNotKept`."""
    return _change(root, source, lambda kept: replace(kept, answers=tuple(answers), model=model))


def decide_proposal(root: Path, source: str, key: str, decision: str) -> str:
    """Remember that a proposal was `accepted` or `refused`; the file. Raises `ProposalsNotKept`."""
    return _change(root, source, lambda kept: replace(kept, decided={**kept.decided, key: decision}))


def plan_decision(root: Path, source: str, key: str, decision: str) -> PlannedWrite:
    """The file as it will be once a proposal is `accepted` or `refused`. Raises `ProposalsNotKept`, `OSError`."""
    planned = _plan(root, source, lambda kept: replace(kept, decided={**kept.decided, key: decision}))
    ignore_for_git(root)
    return planned


def _change(root: Path, source: str, change: Any) -> str:
    try:
        with workspace_lock(root):
            planned = _plan(root, source, change)
            write_for_machine(root, planned.file, planned.after)
    except OSError as error:
        raise ProposalsNotKept(f"{_PROPOSALS} could not be written: {why_not_written(error)}.") from error
    return planned.file


def _plan(root: Path, source: str, change: Any) -> PlannedWrite:
    if not is_source_id(source):
        raise ProposalsNotKept(f"“{source}” is not the id of a source.")
    file = _file(source)
    if not is_inside(root, file):
        raise ProposalsNotKept(f"{_PROPOSALS} is a link out of the workspace. Replace it with a folder.")
    kept = change(read_proposals(root, source))
    data = {"decided": dict(kept.decided), "proposals": list(kept.proposals)}
    text = json.dumps({**data, "answers": list(kept.answers), "model": kept.model})
    refuse_unreadable(file, text, ProposalsNotKept, "read a shorter text")
    before = (root / file).read_bytes() if (root / file).exists() else None
    return PlannedWrite(file, before, text.encode())


def _file(source: str) -> str:
    return f"{_PROPOSALS}/{source}.json"
