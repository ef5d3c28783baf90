"""What a sentence is based on, field by field: what it prints, and what decides it. Nothing else fells it.

Tags, weight, notes that are not shown and the state of a review are the team's, and no sentence is based on them; of a
review, only that it retracts its event.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dashboard.briefing.outline.decided_fields import DIFFERS, OBJECTION, OPPONENTS, RELIANCE
from dashboard.briefing.outline.state import ASSESSED_ALONE, IS_THERE, NAME, RETRACTED, SEVERAL_AMOUNTS
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.amount import Amount, OtherAmount
from dashboard.model.assessed import Assessed
from dashboard.model.claim import Claim
from dashboard.model.event import Event, Judgement
from dashboard.model.time_and_place import OtherDate, OtherPlace, When, Where
from dashboard.query.changes import PARTS, name_of_value
from dashboard.query.reading import OtherValue
from dashboard.store.workspace import PathInRecord, Workspace

OF_A_CLAIM: Final = tuple(name for name in Claim.model_fields if name != "question")
"""The fields of a claim on which a sentence rests if it prints the claim or was written because of it."""
OF_AN_AREA: Final = ("name", "precision", "country", "latitude", "longitude", "radius_km")
"""The fields of a place on which its mark on a map depends."""
OF_A_QUANTITY: Final = ("value", "to", "currency", "unit", "qualifier")
OF_AN_AMOUNT: Final = (*OF_A_QUANTITY, "purpose", "part_of")
"""The fields of an amount as the team assessed it."""


def of_claim(event: Event, key: str) -> Iterator[str]:
    """A claim in its words, or words of the team's own that rest on it: all that it says, and who says it."""
    claim = event.claims.get(key)
    if claim is None:
        return
    yield from _of(event, *(f"claims.{key}.{field}" for field in (*OF_A_CLAIM, OPPONENTS)))
    yield from (f"sources/{id_}#{IS_THERE}" for id_ in sorted(sources_of_claim(claim)))
    yield from (f"actors/{actor}#name" for actor in dict.fromkeys(actor for _, actor in claim.actors_named()))


def of_carrier(event: Event, key: str) -> Iterator[str]:
    """A claim to which a value or a headline refers. Its verdict is told apart; its words are not printed there.

    Its mark says how far one can rely on it: other claims, grades and the origins of its sources decide that.
    """
    yield from _of(event, RETRACTED, f"claims.{key}.basis", f"claims.{key}.{RELIANCE}")


def of_title(event: Event) -> Iterator[str]:
    """The headline alone."""
    yield from _of(event, "title", RETRACTED)


def of_retraction(event: Event) -> Iterator[str]:
    """That the event is not retracted: of a sentence that does not print its headline."""
    yield from _of(event, RETRACTED)


def of_headline(event: Event, workspace: Workspace) -> Iterator[str]:
    """The headline with the date and the place that stand below it, among the claims of its event and in its thread."""
    yield from of_title(event)
    yield from _of(event, "threads", f"claims.{PARTS}")
    yield from of_date(event)
    yield from of_place(event, workspace)


def of_date(event: Event) -> Iterator[str]:
    """The date as the team holds it, and how that is carried."""
    yield from _of(event, "when.assessed.date")
    if event.when.assessed is None:
        yield from _of(event, "when.reported", "when.claims")
    else:
        yield from _of_basis(event, "when", event.when.assessed)


def of_place(event: Event, workspace: Workspace) -> Iterator[str]:
    """The place as the team holds it, its name, and how it is carried."""
    where = event.where
    yield from _of(event, "where.assessed.place")
    if where.assessed is None:
        yield from _of(event, "where.reported", "where.claims")
        yield from _names((where.reported,), workspace)
    else:
        yield from _of_basis(event, "where", where.assessed)
        yield from _names((where.assessed.place,), workspace)


def of_reported_date(event: Event) -> Iterator[str]:
    """The reported date, or else its words, beside the one that the team holds."""
    yield from _of(event, "when.reported", "when.claims")
    if event.when.reported is None:
        yield from _of(event, "when.as_reported")
    yield from of_date(event)


def of_one_source(
    event: Event, path: PathInRecord, value: When | Where | Amount | OtherValue, workspace: Workspace
) -> Iterator[str]:
    """The date, place or amount at `path` as one of several sources has it, and whether all of them can be true."""
    part = ".".join(map(str, path))
    if isinstance(value, OtherValue):
        yield from _of(event, f"{part}.also_reported.{name_of_value(value)}")
    else:
        yield from _of(event, f"{part}.reported", f"{part}.claims")
    yield from _of(event, f"{part}.{DIFFERS}")
    if isinstance(value, Where | OtherPlace):
        yield from _names((value.reported,), workspace)
    if isinstance(value, When | OtherDate):
        yield from _of(event, "when.lasted")
    if isinstance(value, Amount | OtherAmount):
        yield from _of(event, SEVERAL_AMOUNTS)


def of_reported_place(event: Event, workspace: Workspace) -> Iterator[str]:
    """The reported place, or else its words, beside the one that the team holds."""
    yield from _of(event, "where.reported", "where.claims")
    if event.where.reported is None:
        yield from _of(event, "where.as_reported")
    yield from _names((event.where.reported,), workspace)
    yield from of_place(event, workspace)


def of_amount(event: Event, key: str, events: Mapping[str, Event]) -> Iterator[str]:
    """An amount as reported beside the one that the team holds, and the amounts that it is said to be a part of."""
    amount = event.amounts[key]
    yield from _of(event, SEVERAL_AMOUNTS)
    yield from _of(
        event, *(f"amounts.{key}.{field}" for field in ("reported", "as_reported", "purpose", "part_of", "claims"))
    )
    if amount.assessed is None:
        return
    yield from _of(event, *(f"amounts.{key}.assessed.{field}" for field in OF_AN_AMOUNT))
    yield from _of_basis(event, f"amounts.{key}", amount.assessed)
    for reference in filter(None, (amount.part_of, amount.assessed.part_of)):
        id_, _, whole = reference.rpartition("/")
        other = events.get(id_) if id_ else event
        if other is not None and whole in other.amounts:
            yield from _of_quantity(other, whole)


def _of_quantity(event: Event, key: str) -> Iterator[str]:
    """What another amount is called by that is a part of this one."""
    amount = event.amounts[key]
    if amount.reported is None and amount.as_reported is not None:
        yield from _of(event, f"amounts.{key}.reported", f"amounts.{key}.as_reported")
        return
    side = "reported" if amount.reported else "assessed"
    yield from _of(event, *(f"amounts.{key}.{side}.{field}" for field in OF_A_QUANTITY))


def of_participant(event: Event, index: int, workspace: Workspace) -> Iterator[str]:
    """Who took part by the words, beside whom the team holds it to be."""
    part = event.who[index]
    before = sum((each.actor, each.role) == (part.actor, part.role) for each in event.who[:index])
    path = f"who.{part.actor}.{part.role}{f'#{before + 1}' if before else ''}"
    yield from _of(event, *(f"{path}.{field}" for field in ("actor", "role", "as_reported", "claims")))
    if part.assessed is None:
        return
    yield from _of(event, f"{path}.assessed.actor")
    yield from _of_basis(event, path, part.assessed)
    ids = dict.fromkeys(filter(None, (part.actor, part.assessed.actor)))
    yield from (f"actors/{id_}#name" for id_ in ids if id_ in workspace.actors)


def of_assessed_participants(event: Event, workspace: Workspace) -> Iterator[str]:
    """Keys of who took part by the team's assessment alone: which they are, and what it says of each."""
    yield from _of(event, RETRACTED, ASSESSED_ALONE)
    for index, part in enumerate(event.who):
        if part.is_assessed_alone:
            yield from of_participant(event, index, workspace)


def of_rung(event: Event) -> Iterator[str]:
    """How far the matter had come, and in which thread it stands."""
    yield from _of(event, "commitment.level", "commitment.claims", "threads")


def of_missing(event: Event, *, date: bool, place: bool, rung: bool) -> Iterator[str]:
    """What is said not to be known."""
    yield from _of(event, f"claims.{PARTS}")
    if date:
        yield from _of(event, "when.reported", "when.assessed.date")
    if place:
        yield from _of(event, "where.reported", "where.assessed.place")
    if rung:
        yield from _of(event, "commitment.level", "commitment.claims")


def of_map_row(event: Event, workspace: Workspace) -> Iterator[str]:
    """The event on the map: its mark, and the lines to second places."""
    yield from _of_lane(event, workspace)
    yield from of_place(event, workspace)
    shown = event.where.assessed.place if event.where.assessed else event.where.reported
    yield from _of(event, f"toward.{PARTS}")
    for each in event.toward:
        path = f"toward.{each.place}.{each.as_}"
        yield from _of(event, *(f"{path}.{field}" for field in ("claims", "assessed.basis", "assessed.claims")))
    for id_ in (shown, *(each.place for each in event.toward)):
        if id_ in workspace.places:
            yield from (f"places/{id_}#{field}" for field in OF_AN_AREA)


def of_timeline_row(event: Event, workspace: Workspace) -> Iterator[str]:
    """The event on the timeline: a mark, or a bar where it lasted."""
    yield from _of_lane(event, workspace)
    yield from _of(event, "when.lasted")
    yield from of_date(event)


def of_question(reference: str) -> Iterator[str]:
    """A question of a thread, and when it is due."""
    thread, _, key = reference.partition("/")
    yield from (f"threads/{thread}#questions.{key}.{field}" for field in ("text", "due"))


def of_question_text(reference: str) -> Iterator[str]:
    """A question alone."""
    thread, _, key = reference.partition("/")
    yield f"threads/{thread}#questions.{key}.text"


def of_judgement(event: Event, judgement: Judgement, field: str) -> Iterator[str]:
    """One field of what the team judged on the strength of an event, and the claims that it names."""
    path = f"judgements.{judgement.question}.{judgement.by}.{judgement.on.text}"
    yield from _of(event, RETRACTED, f"{path}.{field}", f"{path}.claims")


def of_answer(event: Event, reference: str) -> Iterator[str]:
    """What an event answers to a question."""
    yield from _of(event, RETRACTED, *(f"answers.{reference}.{field}" for field in ("outcome", "claims")))


def of_raising(event: Event, key: str) -> Iterator[str]:
    """That a claim raises a question."""
    yield from _of(event, RETRACTED, f"claims.{key}.question")


def of_field(event: Event, path: str) -> Iterator[str]:
    """Any field, by its dotted path."""
    yield from _of(event, path)


def _of(event: Event, *paths: str) -> Iterator[str]:
    return (f"events/{event.id}#{path}" for path in paths)


def _of_lane(event: Event, workspace: Workspace) -> Iterator[str]:
    yield from of_title(event)
    yield from _of(event, "threads", f"claims.{PARTS}")
    first = next(iter(event.threads), None)
    if first in workspace.threads:
        yield f"threads/{first}#title"


def _of_basis(event: Event, part: str, assessed: Assessed) -> Iterator[str]:
    """How a value of the team's is carried: its basis with the sources or claims that it names, and any objection."""
    yield from _of(event, *(f"{part}.assessed.{field}" for field in ("basis", "sources", "claims")))
    yield from _of(event, f"{part}.{OBJECTION}")
    yield from (f"sources/{id_}#{NAME}" for id_ in assessed.sources)


def _names(ids: Iterable[str | None], workspace: Workspace) -> Iterator[str]:
    return (f"places/{id_}#name" for id_ in ids if id_ in workspace.places)
