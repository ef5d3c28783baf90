"""`dateline date`: the EDTF to write for a phrase, and what a date says."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from dashboard.cli.finding import format_option
from dashboard.cli.terminal import printable, say
from dashboard.errors import DatelineError
from dashboard.evidence.date_phrases import DateReading, PhraseProblem, read_phrase
from dashboard.model.dates import DateProblem, EventDate, days_spanned
from dashboard.query.wording import count_words
from dashboard.store.yaml import scalar


class PhraseNotRead(DatelineError):
    """Words that are no date, or none that can be told."""


@click.command(short_help="Write a date as EDTF, and read it aloud.")
@click.argument("phrase", nargs=-1, required=True, metavar="PHRASE")
@click.option("--from", "from_", metavar="DAY", help="The day from which `yesterday` or `2 March` is counted.")
@format_option
def date(phrase: tuple[str, ...], from_: str | None, form: str) -> int:
    """Print the EDTF to write for a PHRASE, how it is read, and the days that it allows.

    For example `early September 2025`, `between 3 and 5 May 2024`, `spring 2009`, `since 2021`, `about 1999`; with
    --from and the day of the source also `yesterday`, `last Tuesday`, `2 March`. Days, months and years are read in
    other languages too: `7 de mayo de 2024`, `7 мая 2024`, `2024年5月7日`. EDTF, such as `2025-09-04~`, is read as it
    is. Where a phrase may mean several dates, all are printed. It needs no workspace.

    Exit code: 2 if the phrase cannot be read, otherwise 0.
    """
    try:
        readings = read_phrase(" ".join(phrase), day_of(from_))
    except PhraseProblem as problem:
        raise PhraseNotRead(str(problem)) from problem
    if form == "json":
        say(json.dumps({"readings": [as_data(each) for each in readings]}, indent=2))
        return 0
    several = [f"These words may mean {len(readings)} dates. The text must tell which."] if len(readings) > 1 else []
    say("\n\n".join([*several, *("\n".join(map(printable, lines(each))) for each in readings)]))
    return 0


def day_of(text: str | None) -> dt.date | None:
    """The day that `--from` names. Raises `click.UsageError` for what is no day."""
    if text is None:
        return None
    try:
        found = EventDate.parse(text.strip())
    except DateProblem as problem:
        raise click.UsageError(f"--from: {problem.message}. Write a day, such as 2025-03-04.") from problem
    if found.earliest is None or found.earliest != found.latest:
        raise click.UsageError(f"--from: {text} is not one day. Write a day, such as 2025-03-04.")
    return found.earliest


def lines(reading: DateReading) -> Iterator[str]:
    """What to write, how it is read, the days that it allows, and what to keep in mind."""
    if reading.when:
        yield f"If {reading.when}:"
    yield f'write   reported: "{reading.date}"'
    if reading.as_reported:
        yield f"        as_reported: {scalar(reading.as_reported)}"
    yield f"reads   {reading.date.words()}"
    yield f"allows  {_days(reading.date)}"
    yield from (f"note    {note}" for note in reading.notes)


def _days(found: EventDate) -> str:
    first, last = (each and EventDate.parse(each.isoformat()).words() for each in (found.earliest, found.latest))
    if first is None or last is None:
        return f"{first} or later" if first else f"{last} or earlier"
    if first == last:
        return f"{first}{', at this time' if found.local_time else ''}"
    return f"{first} to {last} ({count_words(days_spanned(found), 'day')})"


def as_data(reading: DateReading) -> dict[str, Any]:
    """A reading for programs."""
    found = reading.date
    days: Sequence[dt.date | None] = (found.earliest, found.latest)
    first, last = (each.isoformat() if each else None for each in days)
    return {
        "edtf": str(found),
        "as_reported": reading.as_reported or None,
        "reads": found.words(),
        "earliest": first,
        "latest": last,
        "notes": list(reading.notes),
        "when": reading.when or None,
    }
