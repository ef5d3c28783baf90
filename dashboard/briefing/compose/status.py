"""The status of matters: commitment levels, what is disputed, what is unknown, what is expected."""

from collections.abc import Iterator
from datetime import date

from dashboard.briefing.compose.differing_values import HEADINGS, REFERENCES, differing_rows
from dashboard.briefing.compose.happened import date_of, place_of
from dashboard.briefing.compose.judgements import judgement_sentences
from dashboard.briefing.compose.other_values import HEADINGS_OF_SOURCES, rows_of_sources
from dashboard.briefing.outline import (
    Block,
    BriefingInput,
    Contradiction,
    HeadingBlock,
    Opponent,
    Statement,
    TableBlock,
    TableRow,
    basis,
    question_basis,
    resting_too,
)
from dashboard.model.vocabularies import COMMITMENT
from dashboard.query.disagreements import ClaimOfEvent, DisputeGroup, contradictions_of, disputes_of
from dashboard.query.ladder import steps_of
from dashboard.query.questions import QuestionStatus, TrackedQuestion, track_questions
from dashboard.query.reading import ResolvedEvent

STATUS_LABELS = {
    QuestionStatus.ANSWERED: "answered",
    QuestionStatus.OVERDUE: "overdue",
    QuestionStatus.DUE: "open",
    QuestionStatus.OPEN: "open",
}


def commitment(chosen: BriefingInput) -> Iterator[Block]:
    """For each thread, the rungs of its events: how far the matter had come. One that no claim carries is unknown."""
    for thread in chosen.threads:
        own = [reading for reading in chosen.readings if thread in reading.event.threads]
        rows = []
        for step in steps_of(own, chosen.evidence, chosen.mode):
            event = step.reading.event
            cells = (date_of(step.reading, chosen).text, event.title, step.level, COMMITMENT[step.level])
            if claims := _rung_claims(step.reading):
                rests_on = (*basis.of_title(event), *basis.of_rung(event, thread))
                rows.append(chosen.numbering.row(cells, claims, rests_on))
        if rows:
            yield HeadingBlock(chosen.workspace.threads[thread].title)
            yield TableBlock(("Date", "Event", "Commitment", "Meaning"), tuple(rows))


def disputes(chosen: BriefingInput) -> Iterator[Block]:
    """Claims that contradict each other, each once; then values by several sources, and those held otherwise."""
    ids = [reading.id for reading in chosen.readings]
    pairs, _ = disputes_of(ids, chosen.workspace, chosen.evidence, chosen.mode)
    yield from (_contradiction(found, chosen) for found in contradictions_of(pairs))
    by_source = tuple(row for reading in chosen.readings for row in rows_of_sources(reading, chosen))
    if by_source:
        yield HeadingBlock("Where sources differ from each other")
        yield TableBlock(HEADINGS_OF_SOURCES, by_source)
    rows = tuple(row for reading in chosen.readings for row in differing_rows(reading, chosen))
    if rows:
        yield HeadingBlock("Where the team’s assessment differs from the source")
        yield TableBlock(HEADINGS, rows, REFERENCES)


def _contradiction(found: DisputeGroup, chosen: BriefingInput) -> Contradiction:
    numbering, first = chosen.numbering, found.claim

    def number(said: ClaimOfEvent) -> int:
        return numbering.number(f"{said.event.id}/{said.key}")

    def sentence_of(said: ClaimOfEvent) -> Statement:
        return resting_too(numbering.claim(said.event, said.key), basis.of_contradiction(said.event, said.key))

    claim = sentence_of(first)
    others = []
    for each in found.others:
        further = tuple(number(said) for said in each.against if said.at != first.at)
        others.append(Opponent(sentence_of(each.said), further, len(further) < len(each.against)))
    return Contradiction(claim, tuple(others))


def unknown(chosen: BriefingInput) -> Iterator[Block]:
    """Questions that claims raise; then events of which something is not known."""
    numbering = chosen.numbering
    for reading in chosen.readings:
        for key, claim in reading.event.claims.items():
            if claim.kind == "question":
                yield numbering.claim(reading.event, key)
    rows = tuple(row for reading in chosen.readings if (row := _of_unknown(reading, chosen)))
    if rows:
        yield HeadingBlock("Events with unknown details")
        yield TableBlock(("Event", "Unknown"), rows)


def _of_unknown(reading: ResolvedEvent, chosen: BriefingInput) -> TableRow | None:
    date, place = date_of(reading, chosen), place_of(reading, chosen)
    lacks_rung = bool(reading.event.commitment) and not _rung_claims(reading)
    missing = [value.text for value in (date, place) if not value.basis]
    missing += ["no claim gives its commitment level"] if lacks_rung else []
    if not missing:
        return None
    event = reading.event
    claims = [f"{event.id}/{key}" for key in event.claims]
    unknown = basis.of_missing(event, date=not date.basis, place=not place.basis, rung=lacks_rung)
    return chosen.numbering.row((event.title, "; ".join(missing)), claims, (*basis.of_title(event), *unknown))


def outlook(chosen: BriefingInput) -> Iterator[Block]:
    """The questions of the threads, by due date, with where they stand; below, what is judged of the open ones."""
    asked = [
        (thread, each)
        for thread in chosen.threads
        for each in track_questions(
            chosen.workspace.threads[thread], chosen.everything, chosen.evidence, chosen.mode, chosen.day
        )
    ]
    asked.sort(key=lambda each: _due(each[1]))
    if asked:
        rows = tuple(_question_row(thread, each, chosen) for thread, each in asked)
        yield TableBlock(("Question", "Due", "Status"), rows)
    for thread, each in asked:
        yield from judgement_sentences(chosen, f"{thread}/{each.key}", each)


def _question_row(thread: str, asked: TrackedQuestion, chosen: BriefingInput) -> TableRow:
    due = asked.question.due
    standing = STATUS_LABELS[asked.standing]
    question = f"{thread}/{asked.key}"
    claims = [f"{each.reading.id}/{key}" for each in asked.answers for key in each.answer.claims]
    rests_on = [*question_basis.of_question(question)]
    for each in asked.answers:
        rests_on += question_basis.of_answer(each.reading.event, question)
    if asked.deciding is not None:
        when = asked.deciding.reading.date.value
        rests_on += basis.of_bare_date(asked.deciding.reading.event)
        standing = f"{standing}: {asked.deciding.answer.outcome}{f', {when.words()}' if when else ''}"
    for reading in asked.raised_by:
        raising = [key for key, claim in reading.event.claims.items() if claim.question == question]
        claims += [f"{reading.id}/{key}" for key in raising]
        rests_on += [field for key in raising for field in question_basis.of_raising(reading.event, key)]
    cells = (asked.question.text, due.words() if due else "no date", standing)
    return chosen.numbering.row(cells, claims, rests_on, question=question, stood=asked.stands)


def _rung_claims(reading: ResolvedEvent) -> list[str]:
    """What says how far the matter had come."""
    return [f"{reading.id}/{key}" for key in reading.event.commitment.claims] if reading.event.commitment else []


def _due(asked: TrackedQuestion) -> tuple[date, date]:
    """The day by which the answer is due; those without one come last."""
    due = asked.question.due
    return due.sort_key[:2] if due else (date.max, date.max)
