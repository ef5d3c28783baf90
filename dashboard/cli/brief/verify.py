"""`dateline brief verify`: does a briefing still stand, sentence by sentence."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from dashboard.briefing.formats import FORMATS
from dashboard.briefing.manifest import PROVES, state_of
from dashboard.checks.validation import validate
from dashboard.cli.brief.file import BriefingFile, complete_briefing_ids, find_briefing, is_id
from dashboard.cli.finding import format_option, workspace_option, workspace_root
from dashboard.cli.given_file import read_regular
from dashboard.cli.reports import problem_lines
from dashboard.cli.terminal import printable, say, say_lines
from dashboard.clock import today
from dashboard.errors import DatelineError, NotAWorkspace
from dashboard.model.briefing import Briefing
from dashboard.query.wording import PER_CENT, count_words
from dashboard.store.briefing_files import set_built_on

if TYPE_CHECKING:
    from dashboard.briefing.verify import Verification

MOST_BYTES: Final = 50_000_000
BY_RECORD: Final = (
    "by record: this briefing is from a version that did not store single fields, so any change of a record affects "
    "every sentence that is based on it"
)


class NotVerified(DatelineError):
    """A file that cannot be looked through."""


@click.command(short_help="Check whether each sentence still holds.")
@click.argument("file", metavar="FILE|ID", shell_complete=complete_briefing_ids)
@format_option
@click.option("--accept", is_flag=True, help="For a record: accept the current evidence, and write it into the record.")
@workspace_option
def verify(file: str, form: str, *, accept: bool, workspace: Path | None) -> int:
    """Check whether each sentence of a briefing still holds.

    FILE is the record (`events/briefings/ID.yaml`, or its ID), or a file that `dateline brief build` wrote. A sentence
    no longer holds if a record or a source behind it has changed, or if a quote or a claim is gone. A judgement or a
    row of the outlook also no longer holds if its question was answered or its date has passed. With --accept, the
    current evidence is written into the record.

    For a built file, its words are compared with the seal in the file and, unless it is Markdown, also its pictures,
    fonts, hidden words and layout (order, positions, sizes, colours, styles). Properties such as the author are not
    compared. A DOCX or PPTX that another program saved again differs from its seal: how it looks cannot be confirmed.
    The seal shows accidental or careless changes. It is not signed: somebody who rewrites the seal as well is not
    detected.

    Exit code: 1 if a sentence no longer holds or a built file differs from its seal, 2 if the command could not run,
    otherwise 0.
    """
    from dashboard.briefing.verify import verify_record  # brings what draws figures: no other command waits for it

    day = today()
    if not is_id(file) and Path(file).suffix != ".yaml":
        if accept:
            raise click.UsageError("--accept is for records only. A built file already says what it was built on.")
        return _print_result(_of_written(Path(file), workspace, day), form, is_written=True)
    asked = find_briefing(file, workspace)
    if asked.briefing is None:
        if form == "json":
            say(json.dumps({"problems": [asdict(problem) for problem in asked.problems]}, indent=2))
        else:
            say_lines(line for problem in asked.problems for line in problem_lines(problem))
        return 1
    if accept:
        return _accept(asked.briefing, asked)
    return _print_result(verify_record(asked.briefing, asked.validation, day), form)


def _of_written(path: Path, workspace: Path | None, today: dt.date) -> "Verification":
    """A written file against the workspace: the one that is named, else the nearest upwards from here."""
    from dashboard.briefing.verify import verify_written

    found = FORMATS.get(path.suffix[1:].lower())
    if found is None:
        endings = ", ".join(f".{ending}" for ending in FORMATS)
        raise NotVerified(f"{path} is neither the record of a briefing (.yaml) nor a built file ({endings}).")
    try:
        raw = read_regular(path, MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise NotVerified(f"There is no file {path}.") from error
    except OSError as error:
        raise NotVerified(f"{path} cannot be read: {error.strerror}.") from error
    if len(raw) > MOST_BYTES:
        raise NotVerified(f"{path} is larger than {MOST_BYTES:,} bytes, the limit for a briefing.")
    seal, is_whole = found.seal_of(raw, str(path))
    try:
        root = workspace_root(workspace)
    except NotAWorkspace as error:
        if workspace is not None:
            raise
        raise NotAWorkspace(
            f"{path} must be compared with its workspace, but neither {Path.cwd()} nor a folder above it has `seeds/` "
            "and `events/`. Name the workspace: `--workspace FOLDER`."
        ) from error
    looks = found.looks_of(raw, str(path)) if found.looks_of else None
    return verify_written(seal, validate(root), today, is_altered=not is_whole, looks=looks)


def _accept(briefing: Briefing, asked: BriefingFile) -> int:
    from dashboard.briefing.compose import outline_of

    if asked.errors:
        say_lines(line for problem in asked.errors for line in problem_lines(problem))
        return 1
    state = state_of(outline_of(briefing, asked.validation), asked.validation)
    file = set_built_on(asked.root, briefing, state)
    say(printable(f"written: {file} is now based on the current state of {count_words(len(state.keys), 'record')}"))
    return 0


def _print_result(verified: "Verification", form: str, *, is_written: bool = False) -> int:
    if form == "json":
        say(json.dumps(_fields(verified), indent=2))
    else:
        say_lines(printable(line) for line in _lines(verified, is_written=is_written))
    return int(not verified.stands)


def _fields(verified: "Verification") -> dict[str, Any]:
    """ASCII alone, so that no terminal's encoding matters."""
    sentences = [
        {
            **finding.sentence.model_dump(mode="json", exclude={"on"}),
            "stands": finding.stands,
            "reasons": finding.reasons,
            "changed": bool(finding.changes),
        }
        for finding in verified.findings
    ]
    return {
        **{key: value for key, value in asdict(verified).items() if key != "findings"},
        "is_looked_at": not verified.not_checked,
        "sentences": sentences,
        "proves": PROVES,
    }


def _lines(verified: "Verification", *, is_written: bool) -> Iterator[str]:
    if verified.is_altered:
        yield "altered: the words or the stored data of this file were changed after it was built"
    yield from (f"differs: {why}" for why in verified.otherwise)
    yield from verified.not_checked
    if not verified.is_known:
        yield "unknown: the record does not say what it was built on; --accept adds it"
    if verified.is_by_record:
        yield BY_RECORD
    for finding in verified.stale:
        text = finding.sentence.text.replace(PER_CENT, " %")  # a terminal is told of a space that cannot be seen
        yield f"no longer holds: {text}" + (f" ({finding.sentence.by})" if finding.sentence.by else "")
        yield from (f"  {reason}" for reason in finding.reasons)
    yield from (f"no longer used: {why}" for why in verified.left)
    yield from (f"note: {why}: its quotes were checked in the current text" for why in verified.texts)
    fallen = len(verified.stale)
    of_all = f"{len(verified.findings) - fallen:,} of {count_words(len(verified.findings), 'sentence')} hold"
    if is_written:
        yield PROVES
    yield f"{verified.title}, as of {verified.as_of}: {of_all}"
