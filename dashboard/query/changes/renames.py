"""Events that go by another id than before: recognised by what they hold, as git recognises renamed files."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

from dashboard.model.amount import Amount
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.record import Record
from dashboard.query.changes.fields import Json

Own = TypeVar("Own", bound=Record)
Names = Mapping[str, str]
"""Id before to id now, of events that were renamed."""


def with_names_now(event: Event, names: Names) -> Event:
    """That another record was renamed changes nothing of this one: relations, disputes and wholes go on to be the same.

    The very same event where it refers to none of them.
    """
    if not names:
        return event
    relations = tuple(_update(each, event=names.get(each.event, each.event)) for each in event.relations)
    claims = {key: _claim(claim, names) for key, claim in event.claims.items()}
    amounts = {key: _amount(amount, names) for key, amount in event.amounts.items()}
    return _update(event, relations=relations, claims=claims, amounts=amounts)


def _claim(claim: Claim, names: Names) -> Claim:
    return _update(claim, disputed_by=tuple(_reference(each, names) for each in claim.disputed_by))


def _amount(amount: Amount, names: Names) -> Amount:
    assessed = amount.assessed and _update(amount.assessed, part_of=_whole(amount.assessed.part_of, names))
    return _update(amount, part_of=_whole(amount.part_of, names), assessed=assessed)


def _whole(reference: str | None, names: Names) -> str | None:
    return reference and _reference(reference, names)


def _reference(reference: str, names: Names) -> str:
    """`event-id/claim`; one of the event's own has no slash."""
    id_, slash, key = reference.partition("/")
    return f"{names.get(id_, id_)}/{key}" if slash else reference


def _update(record: Own, **fields: object) -> Own:
    """Only with what is otherwise: a field that was not written stays unwritten."""
    others = {name: value for name, value in fields.items() if value != getattr(record, name)}
    return record.model_copy(update=others) if others else record


ALIKE: Final = 0.5
"""Share of its characters that an event has in common with one that it was: git's own default."""
_TELLING_CHARACTERS: Final = 20
"""So long a value is hardly that of two events by chance."""
_COMMON: Final = 20
"""A value that more events have than this tells nothing apart."""

Pieces = Counter[str]


def match_renames(removed: Mapping[str, Event], new: Mapping[str, Event]) -> dict[str, str]:
    """Id before to id now, of those `removed` that are among the `new`: the likest first, each of them once.

    The same the other way round: which of the two states is the earlier makes no difference.
    """
    if not removed or not new:
        return {}
    before = {id_: _pieces(event) for id_, event in removed.items()}
    after = {id_: _pieces(event) for id_, event in new.items()}
    scored = [(_similarity(before[one], after[other]), one, other) for one, other in _candidates(before, after)]
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for likeness, one, other in sorted(scored, key=lambda each: (-each[0], sorted(each[1:]))):
        if likeness >= ALIKE and one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _candidates(before: Mapping[str, Pieces], after: Mapping[str, Pieces]) -> set[tuple[str, str]]:
    """Pairs that have at least one long value in common, or everything."""
    holders: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, events in enumerate((before, after)):
        for id_, pieces in events.items():
            whole = "\n".join(sorted(pieces.elements()))
            for piece in {whole, *pieces}:
                if piece == whole or len(piece) >= _TELLING_CHARACTERS:
                    holders[piece][side].append(id_)
    return {
        (one, other)
        for ones, others in holders.values()
        if max(len(ones), len(others)) <= _COMMON
        for one in ones
        for other in others
    }


def _similarity(one: Pieces, other: Pieces) -> float:
    shared = sum(len(piece) * min(count, other[piece]) for piece, count in one.items() if piece in other)
    return shared / max(_characters(one), _characters(other))


def _characters(pieces: Pieces) -> int:
    return sum(len(piece) * count for piece, count in pieces.items())


def _pieces(event: Event) -> Pieces:
    """What is written in it, but for what every record says unless it says otherwise."""
    return Counter(_leaves(event.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)))


def _leaves(value: Json) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield str(value)
