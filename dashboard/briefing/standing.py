"""Where matters stand: how far each has come, what is disputed, what is unknown, what is to be expected."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from dashboard.briefing.chosen import Chosen
from dashboard.briefing.happened import date_of, place_of
from dashboard.briefing.outline import Block, Heading, Pair, Row, Statement, Table
from dashboard.briefing.state import records_of_values
from dashboard.model.vocabularies import COMMITMENT
from dashboard.query.disputes import disputes_of
from dashboard.query.ladder import steps_of
from dashboard.query.questions import Asked, Judged, Standing, asked_of
from dashboard.query.reading import Reading
from dashboard.query.wording import likelihood_words

STANDINGS = {
    Standing.ANSWERED: "answered",
    Standing.OVERDUE: "overdue",
    Standing.DUE: "open",
    Standing.OPEN: "open",
}


def commitment(chosen: Chosen) -> Iterator[Block]:
    """For each thread, the rungs of its events: how far the matter had come. One that no claim carries is unknown."""
    for thread in chosen.threads:
        own = [reading for reading in chosen.readings if thread in reading.event.threads]
        rows = []
        for step in steps_of(own, chosen.evidence, chosen.mode):
            event = step.reading.event
            cells = (date_of(step.reading, chosen).text, event.title, step.level, COMMITMENT[step.level])
            if claims := _rung_claims(step.reading):
                rows.append(chosen.numbering.row(cells, claims, records_of_values(event, chosen.workspace)))
        if rows:
            yield Heading(chosen.workspace.threads[thread].title)
            yield Table(("Date", "Event", "Commitment", "It means that"), tuple(rows))


def disputed(chosen: Chosen) -> Iterator[Block]:
    """Claims that contradict each other, in pairs; then dates and places that are held otherwise than reported."""
    ids = [reading.id for reading in chosen.readings]
    pairs, _ = disputes_of(ids, chosen.workspace.events, chosen.evidence, chosen.mode)
    for pair in pairs:
        one, other = pair.claim, pair.other
        numbering = chosen.numbering
        yield Pair(numbering.claim(one.event, one.key), numbering.claim(other.event, other.key))
    rows = tuple(row for reading in chosen.readings for row in _held_otherwise(reading, chosen))
    if rows:
        yield Heading("Dates and places that the team holds otherwise than they are reported")
        yield Table(("Event", "Reported", "Held by the team", "On the basis"), rows)


def unknown(chosen: Chosen) -> Iterator[Block]:
    """Questions that claims raise; then events of which something is not known."""
    numbering = chosen.numbering
    for reading in chosen.readings:
        for key, claim in reading.event.claims.items():
            if claim.kind == "question":
                yield numbering.claim(reading.event, key)
    rows = []
    for reading in chosen.readings:
        missing = [value.text for value in (date_of(reading, chosen), place_of(reading, chosen)) if not value.basis]
        if reading.event.commitment and not _rung_claims(reading):
            missing.append("no claim says how far it had come")
        if missing:
            claims = [f"{reading.id}/{key}" for key in reading.event.claims]
            cells = (reading.event.title, "; ".join(missing))
            rows.append(numbering.row(cells, claims, records_of_values(reading.event, chosen.workspace)))
    if rows:
        yield Heading("Events of which something is not known")
        yield Table(("Event", "Unknown"), tuple(rows))


def outlook(chosen: Chosen) -> Iterator[Block]:
    """The questions of the threads, by due date, with where they stand; below, what is judged of the open ones."""
    asked = [
        (thread, each)
        for thread in chosen.threads
        for each in asked_of(
            chosen.workspace.threads[thread], chosen.everything, chosen.evidence, chosen.mode, chosen.day
        )
    ]
    asked.sort(key=lambda each: _due(each[1]))
    if asked:
        rows = tuple(_asked(thread, each, chosen) for thread, each in asked)
        yield Table(("Question", "Due", "Stands"), rows)
    for thread, each in asked:
        for judged in _held(each, chosen.day):
            made, event = judged.judgement, judged.reading.event
            claims = [f"{event.id}/{key}" for key in made.claims]
            yield from judgement(
                chosen,
                f"{thread}/{each.key}",
                made.likelihood,
                made.confidence,
                claims,
                by=made.by,
                on=made.on.words(),
                records=[f"events/{event.id}"],
            )


def _held(asked: Asked, day: date) -> list[Judged]:
    """The last judgement by that day, for it takes the place of those before; none of what is answered."""
    by_then = (each for each in asked.judgements if each.judgement.on.earliest and each.judgement.on.earliest <= day)
    return list(islice(by_then, 0 if asked.deciding else 1))


def judgement(
    chosen: Chosen,
    question: str,
    likelihood: str,
    confidence: str,
    claims: list[str],
    *,
    by: str,
    on: str = "",
    records: list[str] | None = None,
) -> Iterator[Statement]:
    """A judgement in two sentences: how likely a yes is, and how sure the team is. Never in one (ICD 203).

    `on` is the day on which it was made, in words; the briefing's own are made as of its day.
    """
    thread, _, key = question.partition("/")
    found = chosen.workspace.threads.get(thread)
    words = found.questions[key].text if found and key in found.questions else question
    keys = [*(records or []), *([f"threads/{thread}"] if found else [])]
    likely = f"“{words}” That the answer is yes: {likelihood_words(likelihood)}."
    sure = f"Confidence in this judgement{f' of {on}' if on else ''}: {confidence}."
    for text in (likely, sure):
        yield replace(chosen.numbering.statement(text, claims, by=by, records=keys, question=question), verdicts=())


def _asked(thread: str, asked: Asked, chosen: Chosen) -> Row:
    due = asked.question.due
    standing = STANDINGS[asked.standing]
    claims = [f"{each.reading.id}/{key}" for each in asked.answers for key in each.answer.claims]
    if asked.deciding is not None:
        when = asked.deciding.reading.date.value
        standing = f"{standing}: {asked.deciding.answer.outcome}{f', {when.words()}' if when else ''}"
    for reading in asked.raised_by:
        claims += [
            f"{reading.id}/{key}"
            for key, claim in reading.event.claims.items()
            if claim.question == f"{thread}/{asked.key}"
        ]
    cells = (asked.question.text, due.words() if due else "no date is set", standing)
    question = f"{thread}/{asked.key}"
    return chosen.numbering.row(cells, claims, [f"threads/{thread}"], question=question, stood=asked.stands)


def _rung_claims(reading: Reading) -> list[str]:
    """What says how far the matter had come."""
    return [f"{reading.id}/{key}" for key in reading.event.commitment.claims] if reading.event.commitment else []


def _due(asked: Asked) -> tuple[date, date]:
    """The day by which the answer is due; those without one come last."""
    due = asked.question.due
    return due.sort_key[:2] if due else (date.max, date.max)


def _held_otherwise(reading: Reading, chosen: Chosen) -> Iterator[Row]:
    event = reading.event
    when, where = event.when, event.where
    claims = [f"{event.id}/{key}" for key in when.claims]
    records = list(records_of_values(event, chosen.workspace))
    held = date_of(reading, chosen)
    if when.reported and reading.date.value and when.reported != reading.date.value:
        cells = (event.title, when.reported.words(), held.text, held.basis)
        yield chosen.numbering.row(cells, claims, records, held=held)
    place = chosen.workspace.places.get(where.reported or "")
    if place and reading.place.value and place.id != reading.place.value.id:
        claims = [f"{event.id}/{key}" for key in where.claims]
        own = place_of(reading, chosen)
        cells = (event.title, place.name, own.text, own.basis)
        yield chosen.numbering.row(cells, claims, records, held=own)
