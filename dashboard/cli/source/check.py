"""`dateline source check`: are the texts the ones that were described, and do their quotes still stand."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

import click

from dashboard.checks.sources import HASH_MISMATCH, LENGTH_MISMATCH
from dashboard.checks.validation import validate
from dashboard.cli.finding import format_option, workspace_option, workspace_root
from dashboard.cli.reports import problem_lines
from dashboard.cli.source.ids import complete_source_ids, source_ids
from dashboard.cli.source.repair import proposal_lines, repair_data, summary_lines, write_repairs, written_data
from dashboard.cli.terminal import printable, say
from dashboard.model.problem import Problem, Severity
from dashboard.query.repairs import QuoteRepair, Repairs, repairs_of
from dashboard.query.sources import QuoteAt, SourceEntry, Sources, TextState
from dashboard.query.wording import count_words
from dashboard.store.source_files import accept_text

_OF_FIGURES: Final = frozenset({HASH_MISMATCH.code, LENGTH_MISMATCH.code})


_NOT_READ: Final = frozenset({TextState.MISSING, TextState.UNREADABLE})


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """The sources that were checked, and the problems found."""

    sources: Sources
    entries: tuple[SourceEntry, ...]
    problems: tuple[Problem, ...]
    """The problems in `seeds/`, sorted: those in the files of the chosen sources, or in all files if none is chosen."""
    accepted: tuple[str, ...] = ()
    """Descriptions that were given the figures of their texts."""
    repairs: Repairs | None = None
    """What is proposed for quotes that fail, if that was asked for."""
    is_chosen: bool = False
    """Whether sources were named."""
    written: tuple[QuoteRepair, ...] = ()
    """Proposals that were written into the events."""

    @property
    def failing(self) -> list[QuoteAt]:
        """Quotes of held texts that do not stand."""
        return [quote for entry in self.entries for quote in failing_quotes(entry)]

    def fails(self, *, strict: bool) -> bool:
        """Whether the check fails."""
        errors = any(problem.severity is Severity.ERROR for problem in self.problems)
        return errors or bool(self.failing) or (strict and bool(self.problems))


@click.command(short_help="Check whether stored texts changed, and which quotes fail.")
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=complete_source_ids)
@format_option
@click.option("--accept", is_flag=True, help="For the given IDs: accept the current text, and update its description.")
@click.option("--repair", is_flag=True, help="Propose, for each quote that fails, the nearest passage of the text.")
@click.option(
    "--write",
    "codes",
    metavar="CODE",
    multiple=True,
    help="With --repair: write the proposal that was shown with this code, or all of them with the last one.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@workspace_option
def check(
    ids: tuple[str, ...],
    form: str,
    *,
    accept: bool,
    repair: bool,
    codes: tuple[str, ...],
    strict: bool,
    workspace: Path | None,
) -> int:
    """Compare stored texts with their descriptions: all sources, or those with the given IDs.

    A text that has changed is a problem, and the quotes that are no longer in it are listed. With --accept, the new
    SHA-256 and length are written into the description; nothing else is changed.

    With --repair, the nearest passage of the text is proposed for each quote that fails, with the difference and a
    code. Similar words may say something else: read them, then name the code with --write. A code stands for what was
    shown; if the text, or the quote, is another by then, nothing is written. In the event's file, only the words of
    the quote change.

    Exit code: 1 if there is an error or a quote fails (with --strict, or a warning), 2 if the command could not run,
    otherwise 0.
    """
    root = workspace_root(workspace)
    if accept and not ids:
        raise click.UsageError("Name the sources to accept: dateline source check ID --accept")
    checked = checked_sources(root, ids)
    if accept:
        changed = [entry.id for entry in checked.entries if _OF_FIGURES & {each.code for each in entry.problems}]
        accepted = tuple(accept_text(root, id_) for id_ in changed)
        checked = checked_sources(root, ids, accepted)
    if codes and not repair:
        raise click.UsageError("--write needs --repair, which shows the codes: dateline source check --repair")
    if repair:
        checked = _with_repairs(root, ids, checked, codes)
    say(as_json(checked) if form == "json" else as_text(checked))
    return int(checked.fails(strict=strict))


def _with_repairs(root: Path, ids: tuple[str, ...], checked: SourceCheck, codes: tuple[str, ...]) -> SourceCheck:
    """The check with what is proposed; where codes were named, the check after those were written."""
    repairs = repairs_of(checked.sources, checked.entries)
    if not codes:
        return replace(checked, repairs=repairs)
    written = write_repairs(root, checked.sources.validation.workspace, repairs, codes)
    checked = checked_sources(root, ids, checked.accepted)
    return replace(checked, repairs=repairs_of(checked.sources, checked.entries), written=written)


def checked_sources(root: Path, ids: tuple[str, ...], accepted: tuple[str, ...] = ()) -> SourceCheck:
    """Read the workspace, and look at what concerns the sources `ids`, or all."""
    sources = Sources(validate(root))
    chosen = source_ids(sources, ids)
    entries = tuple(entry for id_, entry in sources.entries.items() if not ids or id_ in chosen)
    files = {f"seeds/{id_}.{ending}" for id_ in chosen for ending in ("txt", "yaml")}
    problems = tuple(
        problem
        for problem in sources.validation.problems
        if problem.file in files or (not ids and problem.file.startswith("seeds/"))
    )
    return SourceCheck(sources, entries, problems, accepted, is_chosen=bool(ids))


def failing_quotes(entry: SourceEntry) -> list[QuoteAt]:
    """The quotes that are not in the source's text, or are in it more than once; none if no text is held."""
    return [
        quote for quote in entry.resting.quotes if quote.found.finding is not None and not quote.found.finding.stands
    ]


def as_text(checked: SourceCheck) -> str:
    """Problems, a line for each source with a text, and for each of its quotes that does not stand; a summary."""
    lines = [f"{file}: now describes the current text" for file in checked.accepted]
    lines += [
        printable(f"{each.at.event}/{each.at.claim}: now quotes “{each.quote.exact}”") for each in checked.written
    ]
    for problem in checked.problems:
        lines += problem_lines(problem)[: 2 if problem.code == HASH_MISMATCH.code else None]
    for entry in checked.entries:
        if entry.state is TextState.NOT_HELD and len(checked.entries) > 1:
            continue
        failing = failing_quotes(entry)
        lines.append(f"{entry.id}: {state_words(entry.state)}; {_standing(entry, failing)}")
        for quote in failing:
            lines.append(printable(f"  {quote.event}/{quote.claim}: “{_words(quote)}”"))
            if checked.repairs is not None:
                lines += map(printable, proposal_lines(quote, checked.repairs))
    if checked.repairs is not None:
        ids = [entry.id for entry in checked.entries] if checked.is_chosen else []
        unread = [each for each in checked.entries if each.resting.quotes and each.state in _NOT_READ]
        lines += summary_lines(checked.repairs, ids, is_readable=not unread)
    return "\n".join([*lines, _summary(checked)])


def _standing(entry: SourceEntry, failing: Sequence[QuoteAt]) -> str:
    quotes = len(entry.resting.quotes)
    if not quotes:
        return "no quotes"
    if entry.state in (TextState.NOT_HELD, TextState.MISSING, TextState.UNREADABLE):
        return f"{count_words(quotes, 'quote')} not checkable"
    if not failing:
        return f"its {quotes:,} quotes are in the text" if quotes > 1 else "its quote is in the text"
    return f"{len(failing):,} of {count_words(quotes, 'quote')} {'fails' if len(failing) == 1 else 'fail'}:"


def _words(quote: QuoteAt) -> str:
    return " ".join(quote.found.quote.exact.split())


def _summary(checked: SourceCheck) -> str:
    states = Counter(entry.state for entry in checked.entries)
    told = "; ".join(f"{states[state]:,} {state_words(state)}" for state in TextState if states[state])
    return f"{count_words(len(checked.entries), 'source')}: {told}" if checked.entries else "No sources."


def state_words(state: TextState) -> str:
    """`text unchanged`; `text not held`."""
    return f"text {state.value}"


def as_json(checked: SourceCheck) -> str:
    """The check as JSON, for programs. ASCII alone, so that no terminal's encoding matters."""
    states = Counter(entry.state for entry in checked.entries)
    return json.dumps(
        {
            "sources": [_entry(entry, checked.sources, checked.repairs) for entry in checked.entries],
            "problems": [asdict(problem) for problem in checked.problems],
            "accepted": list(checked.accepted),
            **({} if checked.repairs is None else {"repair": written_data(checked.repairs, checked.written)}),
            "counts": {state.name.lower().replace("_", "-"): states[state] for state in TextState},
        },
        indent=2,
    )


def _entry(entry: SourceEntry, sources: Sources, repairs: Repairs | None) -> dict[str, Any]:
    failing = failing_quotes(entry)
    standing = len(entry.resting.standing)
    return {
        "id": entry.id,
        "text": text_figures(entry, sources),
        "quotes": {
            "standing": standing,
            "not_checkable": len(entry.resting.quotes) - standing - len(failing),
            "failing": [_failing_quote(each, repairs) for each in failing],
        },
    }


def _failing_quote(quote: QuoteAt, repairs: Repairs | None) -> dict[str, Any]:
    repair = {} if repairs is None else {"repair": repair_data(quote, repairs)}
    named = {"event": quote.event, "claim": quote.claim, "index": quote.index}
    return {**named, "exact": quote.found.quote.exact, **repair}


def text_figures(entry: SourceEntry, sources: Sources) -> dict[str, Any]:
    """State, hash and length of a text, as it is and as described; None where there is none."""
    workspace = sources.validation.workspace
    held = entry.source.text if entry.source else None
    text = workspace.texts.get(entry.id)
    return {
        "state": entry.state.value,
        "sha256": workspace.hashes.get(entry.id),
        "characters": None if text is None else len(text),
        "described": {"sha256": held.sha256, "characters": held.characters} if held else None,
    }
