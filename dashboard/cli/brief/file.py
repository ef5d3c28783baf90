"""The briefing that a command is about."""

from dataclasses import dataclass
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from dashboard.briefing.outline import problems_of_one
from dashboard.checks.validation import Validation, validate
from dashboard.cli.finding import workspace_root
from dashboard.errors import DatelineError
from dashboard.model.briefing import Briefing
from dashboard.model.problem import Problem, Severity
from dashboard.model.spelling import nearest
from dashboard.store.briefing_files import FOLDER, file_of
from dashboard.store.record_file import stem
from dashboard.store.tree import tree_of


class NoSuchBriefing(DatelineError):
    """A name that no briefing of the workspace has."""


@dataclass(frozen=True, slots=True)
class BriefingFile:
    """A briefing of a workspace, and what is wrong with its file."""

    root: Path
    file: str
    validation: Validation
    briefing: Briefing | None
    """None where its file cannot be read, or breaks the model: the problems say why."""
    problems: tuple[Problem, ...]
    """Errors and warnings of its own file, sorted."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps it from being written."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def find_briefing(name: str, workspace: Path | None) -> BriefingFile:
    """The briefing of a file, or of an id. Raises `NoSuchBriefing`, `NotAWorkspace`."""
    path = Path(name)
    is_file = not is_id(name) and (path.suffix == ".yaml" or path.exists())
    root = workspace_root(workspace, path if is_file and path.exists() else None)
    if is_file and path.exists() and path.resolve().parent != (root / FOLDER).resolve():
        raise NoSuchBriefing(f"{name} is not a briefing of {root}. Briefings are in {FOLDER}/.")
    if is_file and not path.exists() and path.name != name:
        raise NoSuchBriefing(f"There is no file {name}. `dateline brief list` lists all briefings.")
    validation = validate(root)
    id_ = path.stem if is_file else name
    files = tree_of(root).briefings
    known = [stem(each) for each in files]
    if id_ not in known:
        hint = nearest(id_, known) or (
            "`dateline brief list` lists all." if known else "`dateline brief new` starts one."
        )
        raise NoSuchBriefing(f"There is no briefing {id_}. {hint[:1].upper()}{hint[1:]}")
    file = files[known.index(id_)]
    briefing = validation.workspace.briefings.get(id_)
    problems = [problem for problem in validation.problems if problem.file == file]
    problems += problems_of_one(briefing, validation) if briefing else ()
    return BriefingFile(root, file, validation, briefing, tuple(problems))


def complete_briefing_ids(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids that begin so, for a shell that completes them; none outside a workspace."""
    named = context.params.get("workspace")
    try:
        files = tree_of(workspace_root(Path(named) if named else None)).briefings
    except (DatelineError, OSError):
        return []
    return [CompletionItem(id_) for id_ in map(stem, files) if id_.startswith(incomplete)]


def is_id(name: str) -> bool:
    """Whether a briefing may be called so."""
    try:
        return bool(file_of(name))
    except DatelineError:
        return False
