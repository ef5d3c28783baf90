"""`dateline source list` and `dateline source show`: what sources there are, and what rests on them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from dashboard.checks.sources import whole_percent
from dashboard.checks.validation import validate
from dashboard.cli.finding import format_option, workspace_option, workspace_root
from dashboard.cli.reports import problem_lines
from dashboard.cli.source.check import state_words, text_figures
from dashboard.cli.source.ids import NoSuchSource, complete_source_ids, known_ids, source_ids
from dashboard.cli.terminal import printable, say
from dashboard.evidence.corroboration import origin_of
from dashboard.evidence.verdicts import VERDICTS
from dashboard.model import vocabularies
from dashboard.model.source import Source, shown_date, shown_text
from dashboard.query.sources import SourceEntry, Sources, SourceUses
from dashboard.query.wording import count_words

HEADINGS: Final = ("ID", "KIND", "PUBLISHED", "OUTLET", "RELIABILITY", "TEXT", "ORIGIN", "USED BY")
WIDEST: Final = 32
"""Characters of a cell; `show` has the whole."""


@click.command("list", short_help="List all sources.")
@format_option
@workspace_option
def list_sources(form: str, *, workspace: Path | None) -> int:
    """List all sources: kind, reliability, whether the text is stored, and how many claims use them."""
    sources = Sources(validate(workspace_root(workspace)))
    entries = sorted(sources.entries.values(), key=lambda entry: entry.id)
    unread = sorted(known_ids(sources) - {entry.id for entry in entries})
    if form == "json":
        say(json.dumps({"sources": [as_data(entry, sources) for entry in entries], "not_read": unread}, indent=2))
        return 0
    say(table([HEADINGS, *(cells(entry) for entry in entries)]) if entries else "There are no sources.")
    for id_ in unread:
        say(printable(f"{id_} cannot be read: dateline source check {id_}"))
    return 0


@click.command(short_help="Show one source, and what is based on it.")
@click.argument("id_", metavar="ID", shell_complete=complete_source_ids)
@format_option
@workspace_option
def show(id_: str, form: str, *, workspace: Path | None) -> int:
    """Show one source: its description, the state of its text, and the claims that use it."""
    sources = Sources(validate(workspace_root(workspace)))
    (known,) = source_ids(sources, (id_,))
    if known not in sources.entries:
        broken = [problem for problem in sources.validation.problems if Path(problem.file).stem == known]
        raise NoSuchSource(f"The source {known} cannot be read: {broken[0]}. {broken[0].hint}")
    entry = sources.entries[known]
    if form == "json":
        say(json.dumps(as_data(entry, sources), indent=2))
    else:
        say("\n".join(printable(line) for line in lines(entry, sources)))
    return 0


def cells(entry: SourceEntry) -> tuple[str, ...]:
    """A line of the list."""
    source = entry.source
    published = shown_date(source.published) if source else None
    return (
        entry.id,
        source.kind if source else "-",
        published.text if published else "-",
        (shown_text(source.outlet) if source else None) or "-",
        grade(source) or "-",
        state_words(entry.state),
        (source.origin if source else None) or "-",
        usage_summary(entry.resting),
    )


def table(rows: list[tuple[str, ...]]) -> str:
    """Columns side by side, each as wide as its widest cell."""
    shown = [[_shorten_cell(printable(cell)) for cell in row[:-1]] + [row[-1]] for row in rows]
    widths = [max(len(row[column]) for row in shown) for column in range(len(HEADINGS))]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in shown)


def _shorten_cell(cell: str) -> str:
    return cell if len(cell) <= WIDEST else f"{cell[: WIDEST - 1]}…"


def grade(source: Source | None) -> str:
    """`B usually reliable`; empty where it is not graded."""
    found = source.reliability.grade if source and source.reliability else None
    return f"{found} {vocabularies.RELIABILITY[found]}" if found else ""


def usage_summary(rests: SourceUses) -> str:
    """`18 quotes, 12 claims (quote found 12), 9 events, 4 values`."""
    verdicts = ", ".join(f"{verdict} {rests.count(verdict):,}" for verdict in VERDICTS if rests.count(verdict))
    counts = {"quote": len(rests.quotes), "claim": len(rests.claims), "event": len(rests.events), "value": rests.values}
    told = [f"{count_words(number, noun)}" for noun, number in counts.items() if number]
    told = [f"{each} ({verdicts})" if "claim" in each else each for each in told]
    if rests.entries:
        told.append(f"{len(rests.entries):,} in places and actors")
    return ", ".join(told) or "nothing"


def lines(entry: SourceEntry, sources: Sources) -> Iterator[str]:
    """All of a source, a line a field."""
    yield entry.id
    source = entry.source
    for name, value in description_fields(source).items():
        yield f"  {name}: {_of(value)}"
    if source is not None:
        yield f"  reliability: {grade(source) or 'not graded'}"
        if source.reliability and source.reliability.reason:
            yield f"    {source.reliability.reason}"
    figures = text_figures(entry, sources)
    length = f", {figures['characters']:,} characters, SHA-256 {figures['sha256']}" if figures["sha256"] else ""
    yield f"  text: {state_words(entry.state)}{length}"
    origin = origin_of(sources.as_counted[entry.id]) if source else ""
    sharing = [id_ for id_ in sources.by_origin.get(origin, ()) if id_ != entry.id]
    if sharing:
        yield f"  same origin as: {', '.join(sharing)}"
    for other, share in alike(entry, sources).items():
        yield f"  nearly the same text as: {other} ({whole_percent(share)} of the shorter)"
    yield f"  used by: {usage_summary(entry.resting)}"
    for event in entry.resting.events:
        yield f"    {event}"
    for problem in entry.problems:
        yield from problem_lines(problem)


def _of(value: Any) -> str:
    """A value as the document gives it; or as the team holds it, with its basis, beside what the document says."""
    if not isinstance(value, dict):
        return str(value)
    assessed, reported = value.get("assessed") or {}, value.get("reported")
    held = assessed.get("value") or assessed.get("date") or ("not known" if assessed else "")
    basis = f"{assessed['basis']}{': ' + assessed['note'] if 'note' in assessed else ''}" if assessed else ""
    told = f"{held} ({basis})" if assessed else ""
    return "; ".join(filter(None, (told, f"the document says {reported}" if reported else "")))


def description_fields(source: Source | None) -> dict[str, Any]:
    """The fields of a description that say what the document is, as written."""
    if source is None:
        return {}
    names = {
        "kind",
        "title",
        "outlet",
        "author",
        "published",
        "accessed",
        "language",
        "url",
        "origin",
        "rights",
        "note",
    }
    return source.model_dump(mode="json", include=names, exclude_defaults=True)


def alike(entry: SourceEntry, sources: Sources) -> dict[str, float]:
    """Ids of the sources whose texts are nearly the same, with the share of the shorter text in common."""
    found = {}
    for each in sources.validation.likeness.pairs:
        if entry.id in (each.first, each.second):
            found[each.second if each.first == entry.id else each.first] = each.share
    return found


def as_data(entry: SourceEntry, sources: Sources) -> dict[str, Any]:
    """A source for programs: its description, the state of its text, counts of what rests on it."""
    source, rests = entry.source, entry.resting
    reliability = source.reliability if source else None
    return {
        "id": entry.id,
        **description_fields(source),
        "reliability": {
            "grade": reliability.grade,
            "meaning": vocabularies.RELIABILITY[reliability.grade],
            "reason": reliability.reason,
        }
        if reliability
        else None,
        "text": text_figures(entry, sources),
        "alike": alike(entry, sources),
        "rests_on_it": {
            "quotes": len(rests.quotes),
            "claims": {"all": len(rests.claims), **{str(verdict): rests.count(verdict) for verdict in VERDICTS}},
            "events": list(rests.events),
            "values": rests.values,
            "entries": list(rests.entries),
        },
        "problems": [problem.code for problem in entry.problems],
    }
