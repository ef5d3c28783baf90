"""What changed since another briefing, by the hashes that it keeps, in that which this one tells of."""

from collections.abc import Iterator

from dashboard.briefing.outline import (
    IS_THERE,
    Block,
    BriefingInput,
    TableRow,
    of_answer,
    of_field,
    of_question,
    of_title,
)
from dashboard.briefing.since.hash_comparison import ChangedQuestion, HashComparison, compare_hashes
from dashboard.briefing.since.hash_comparison_sections import NOT_KNOWN, question_now_words
from dashboard.briefing.since.rows import claims_of, new_tables, table_of
from dashboard.model.briefing import Briefing
from dashboard.query.changes import State


def changed_by_hashes(briefing: Briefing, after: State, made: BriefingInput) -> Iterator[Block]:
    """Tables of the records that changed or are gone, without their earlier values. Raises `NoStoredHashes`."""
    changes = compare_hashes(briefing, after)
    here = {reading.id for reading in made.readings}
    yield from new_tables([each for each in changes.new if each.event.id in here], changes.day, made)
    gone = [key for key in changes.removed if key.startswith("events/")]
    yield from table_of(
        "Removed", ("Event",), [made.numbering.row((key.partition("/")[2],), (), [f"{key}#{IS_THERE}"]) for key in gone]
    )
    verdicts = list(_verdicts(changes, here, made))
    yield from table_of("Changed verdicts", ("Event", "Claim", "Before", "Now"), verdicts)
    ids = [key.partition("/")[2] for key in changes.changed if key.startswith("events/")]
    yield from table_of(f"Changed: {NOT_KNOWN}", ("Event",), [_event(id_, made) for id_ in ids if id_ in here])
    asked = [each for each in changes.questions if each.reference.partition("/")[0] in made.threads]
    yield from table_of("Questions", ("Question", "What happened"), [_question(each, made) for each in asked])


def _verdicts(changes: HashComparison, here: set[str], made: BriefingInput) -> Iterator[TableRow]:
    for each in changes.verdicts:
        id_, _, key = each.claim.partition("/")
        event = made.workspace.events[id_]
        if id_ in here:
            text = event.claims[key].text if key in event.claims else key
            claims = [each.claim] if key in event.claims else ()
            rests_on = [*of_title(event), *of_field(event, f"claims.{key}.text")]
            yield made.numbering.row((event.title, text, each.before, each.after or "gone"), claims, rests_on)


def _event(id_: str, made: BriefingInput) -> TableRow:
    event = made.workspace.events[id_]
    return made.numbering.row((event.title,), claims_of(event), of_title(event))


def _question(now: ChangedQuestion, made: BriefingInput) -> TableRow:
    reference = now.reference
    by = made.workspace.events.get(now.by)
    claims = (
        [f"{by.id}/{key}" for each in by.answers if each.question == reference for key in each.claims] if by else []
    )
    rests_on = (*of_question(reference), *(of_answer(by, reference) if by else ()))
    cells = (now.asked.question.text, question_now_words(now))
    return made.numbering.row(cells, claims, rests_on, question=reference, stood=now.asked.stands)
