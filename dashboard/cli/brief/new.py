"""`dateline brief new`: the file of a new briefing, with what it was begun on."""

import datetime as dt
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from dashboard.briefing.manifest import state_of
from dashboard.briefing.outline import choose_events
from dashboard.checks.briefings import is_a_day
from dashboard.checks.validation import Validation, validate
from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.terminal import printable, say
from dashboard.clock import today
from dashboard.errors import DatelineError
from dashboard.model import vocabularies
from dashboard.model.briefing import Briefing, Selection
from dashboard.model.dates import DateProblem, EventDate
from dashboard.model.spelling import nearest
from dashboard.query.wording import count_words, sentence
from dashboard.store.briefing_files import file_of, new_briefing
from dashboard.store.git import HistoryUnreadable


class BriefingRefused(DatelineError):
    """What was asked for makes no briefing."""


@click.command(short_help="Start a briefing, as a draft.")
@click.argument("id_", metavar="ID", required=False)
@click.option("--title", metavar="TEXT", help="Title of the briefing.")
@click.option(
    "--marking",
    metavar="LABEL",
    help="TLP label (RED, AMBER+STRICT, AMBER, GREEN, CLEAR), or your own words.",
)
@click.option("--for", "for_", metavar="TEXT", help="Who the briefing is for.")
@click.option("--as-of", metavar="DATE", help="The day it describes. Default: today.")
@click.option("--event", "events", multiple=True, metavar="ID", help="An event. Repeat it for more, in their order.")
@click.option("--all", "all_", is_flag=True, help="All events, or all that match the filters, as a list of their ids.")
@click.option("--show", multiple=True, metavar="FACET:VALUE", help="A filter, such as thread:us-ecuador-basing.")
@click.option("--from", "from_", metavar="DATE", help="Only events that may have happened on or after this date.")
@click.option("--to", metavar="DATE", help="Only events that may have happened on or before this date.")
@click.option("--words", metavar="TEXT", help="Only events that contain all of these words.")
@click.option(
    "--since",
    metavar="STATE",
    help="Add what changed since then: a day, '7 days', a revision, or a briefing's ID.",
)
@click.option("--force", is_flag=True, help="Overwrite an existing briefing with this ID.")
@workspace_option
def new(
    id_: str | None, title: str | None, marking: str | None, *, force: bool, workspace: Path | None, **given: Any
) -> int:
    """Start a briefing: a draft in `events/briefings/ID.yaml`, with the state of the records that it is based on.

    Its ID, title and marking are needed: nobody but you can say who may read it.

    Choose its events one by one with --event, or by filter with --show, --from, --to and --words. A filter also finds
    events that are recorded later. With --all, the events that there are now, or that match the filter now, are written
    as a list, by date: take out what you do not need.
    """
    from dashboard.briefing.compose import outline_of

    if not (id_ and title and marking):
        raise click.UsageError(_usage_hint(id_, title, marking))
    root = workspace_root(workspace)
    file_of(id_)
    day = today()
    validation = validate(root)
    since = _lasting(given["since"], root, validation)
    others = {"for": given["for_"], "options": {"since": since} if since else None}
    briefing = make_briefing(id_, title, marking, given["as_of"] or day.isoformat(), selection_of(given), others)
    unknown = [event for event in briefing.selection.events if event not in validation.workspace.events]
    if unknown:
        hint = nearest(unknown[0], validation.workspace.events)
        raise BriefingRefused(f"There is no event {unknown[0]}. {hint[:1].upper()}{hint[1:]}".strip())
    if given["all_"]:
        briefing = with_all(briefing, validation)
    made = choose_events(briefing, validation)
    if not made.readings:
        raise BriefingRefused("No events match the filters. Use fewer filters.")
    state = state_of(outline_of(briefing, validation), validation)
    file = new_briefing(root, briefing.model_copy(update={"built_on": state}), force=force)
    say(printable(f"written: {file} ({count_words(len(made.readings), 'event')})"))
    return 0


def _usage_hint(id_: str | None, title: str | None, marking: str | None) -> str:
    """What is missing, all at once, and a command that has it."""
    missing = [name for name, value in (("an ID", id_), ("--title", title), ("--marking", marking)) if not value]
    named = " and ".join(filter(None, (", ".join(missing[:-1]), missing[-1])))
    example = f'dateline brief new {id_ or "first"} --title "First briefing" --marking TLP:AMBER --all'
    return f"A briefing needs {named}. For example: {example}"


def with_all(briefing: Briefing, validation: Validation) -> Briefing:
    """The briefing with a list of the events that match its filter, or of all up to its day.

    Raises `BriefingRefused` where there are none.
    """
    made = choose_events(briefing, validation)
    chosen = made.readings if briefing.selection.is_filter else made.everything
    if not chosen:
        raise BriefingRefused(
            "No events match the filters. Use fewer filters."
            if briefing.selection.is_filter
            else f"There are no events up to {briefing.as_of}. Choose a later day with --as-of."
        )
    return briefing.model_copy(update={"selection": Selection(events=tuple(reading.id for reading in chosen))})


def _lasting(since: str | None, root: Path, validation: Validation) -> str | None:
    """The name of a state that it can be compared with; of a day, the history may begin later.

    Raises `BriefingRefused`.
    """
    from dashboard.briefing.since import lasting_name

    if since is None:
        return None
    try:
        return lasting_name(since, root, validation)
    except HistoryUnreadable as error:
        if not _is_day(since):
            raise BriefingRefused(f"--since {since}: {error}") from error
        click.echo(printable(f"--since {since}: {error}"), err=True)
        return since


def _is_day(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def selection_of(given: dict[str, Any]) -> dict[str, Any]:
    """The selection that the options ask for. Raises `click.UsageError` for none, or two ways at once."""
    named = list(dict.fromkeys(given["events"]))
    asked = {"show": list(given["show"]), "from": given["from_"], "to": given["to"], "words": given["words"]}
    kept = {key: value for key, value in asked.items() if value}
    if named and given["all_"]:
        raise click.UsageError("Use either --all or --event. --all chooses all events, or all that match the filters.")
    if bool(named) == bool(kept) and not given["all_"]:
        raise click.UsageError(
            "Choose the events either with --event, or with --show, --from, --to and --words, or take --all."
        )
    for show in asked["show"]:
        if show.partition(":")[0] not in vocabularies.FACETS:
            raise click.UsageError(f"--show {show}: the facets are {', '.join(vocabularies.FACETS)}.")
    return {"events": named} if named else kept


def marking_of(text: str) -> str | dict[str, str]:
    """A label of the protocol, however it is typed, or own words. Raises `BriefingRefused` for a label misspelled."""
    label = text.strip().upper().removeprefix("TLP:").strip()
    if label in vocabularies.TLP:
        return label
    hint = nearest(label, vocabularies.TLP)
    if text.strip().upper().startswith("TLP") or (hint and len(text.split()) == 1):
        words = ", ".join(f"TLP:{each}" for each in vocabularies.TLP)
        told = f"{text} is not a label of the Traffic Light Protocol 2.0. The labels are {words}."
        meant = f" D{hint[1:]}".replace("`", "`TLP:", 1) if hint else ""
        raise BriefingRefused(told + meant)
    return {"text": text}


def make_briefing(
    id_: str, title: str, marking: str, as_of: str, selection: dict[str, Any], others: dict[str, Any]
) -> Briefing:
    """The briefing's record, with those of `others` that are given. Raises `BriefingRefused` for a value it refuses."""
    fields: dict[str, Any] = {"id": id_, "title": title, "as_of": as_of, "selection": selection}
    fields["marking"] = marking_of(marking)
    fields |= {key: value for key, value in others.items() if value}
    try:
        for date in (as_of, selection.get("from"), selection.get("to")):
            EventDate.parse(date or as_of)
        briefing = Briefing.model_validate(fields)
    except DateProblem as problem:
        raise BriefingRefused(sentence(f"{problem.message}: {problem.hint_outside_records}")) from problem
    except ValidationError as error:
        first = error.errors()[0]
        raise BriefingRefused(f"{'.'.join(map(str, first['loc']))}: {first['msg']}.") from error
    if not is_a_day(briefing.as_of):
        raise BriefingRefused(
            f"{as_of} is not a day. Use --as-of with a day, such as 2025-12-31, or a time on that day."
        )
    return briefing
