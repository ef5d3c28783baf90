"""What the team holds of an event though no words of a source report it: who took part, and amounts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from dashboard.briefing.outline import BriefingInput, Statement, ValueWithBasis, basis, source_words, value_basis
from dashboard.model.assessed import Assessed
from dashboard.model.event import Event
from dashboard.model.vocabularies import ROLES
from dashboard.query.disagreements import NOT_KNOWN, amount_sides, participant_sides
from dashboard.query.reading import AssessedPart, Mode, ResolvedEvent, Support, SupportedValue, support_of_assessed
from dashboard.query.wording import without_hyphens


def value_with_basis(
    text: str, read: SupportedValue[Any], assessed: Assessed | None, chosen: BriefingInput
) -> ValueWithBasis:
    """A value in words with its basis and, if it comes from outside, the sources of that."""
    if assessed is None or assessed.basis != "external" or read.carried is Support.UNKNOWN:
        return ValueWithBasis(text, read.carried.value)
    named = tuple((id_, source_words(id_, chosen.workspace.sources.get(id_))) for id_ in assessed.sources)
    return ValueWithBasis(text, f"{read.carried.value}: {'; '.join(name for _, name in named)}", named)


def assessed_value(text: str, reading: ResolvedEvent, part: AssessedPart, chosen: BriefingInput) -> ValueWithBasis:
    """An assessed value in words with its basis."""
    read = SupportedValue(text, support_of_assessed(reading.event, part, chosen.evidence))
    return value_with_basis(text, read, part.assessed, chosen)


_ROLE_NAMES: Final = {"mentioned": "also named"}
"""What a role is called where its own name is not plain enough."""


def assessed_statements(reading: ResolvedEvent, chosen: BriefingInput) -> Iterator[Statement]:
    """A sentence for all who took part, and one for each amount.

    What is reported otherwise is told where the assessment differs, and what is reported alike by the claims.
    """
    if chosen.mode is Mode.ASSESSED:
        yield from _participants(reading, chosen)
        yield from _amounts(reading, chosen)


def _participants(reading: ResolvedEvent, chosen: BriefingInput) -> Iterator[Statement]:
    """Statements on who took part: actors with the same basis stand together.

    Roles have their own names: behind `Assessed`, the label `By` would tell who assessed it.
    """
    names: dict[ValueWithBasis, dict[str, list[str]]] = {}
    claims: list[str] = []
    for each in reading.event.who:
        if each.assessed and each.is_assessed_alone:
            value = assessed_value("", reading, each, chosen)
            _, name = participant_sides(each, chosen.workspace)
            names.setdefault(value, {}).setdefault(each.role, []).append(name)
            claims += each.assessed.claims
    if names:
        held = tuple(replace(value, text=_role_words(by_role, value)) for value, by_role in names.items())
        rests_on = value_basis.of_assessed_participants(reading.event)
        yield _statement("Assessed", held, claims, rests_on, reading.event, chosen)


def _role_words(names: Mapping[str, Sequence[str]], value: ValueWithBasis) -> str:
    """`initiator: Marco Rubio; recipient: Ecuador, South Korea`, in the order of the roles."""
    told = "; ".join(f"{_ROLE_NAMES.get(role, role)}: {', '.join(names[role])}" for role in ROLES if role in names)
    return f"{NOT_KNOWN}, {told}" if value.basis == Support.UNKNOWN else told


def _amounts(reading: ResolvedEvent, chosen: BriefingInput) -> Iterator[Statement]:
    event, events = reading.event, chosen.workspace.events
    for key, amount in event.amounts.items():
        reported, text = amount_sides(event, amount, events)
        if amount.assessed and text and not reported:
            purpose = amount.assessed.purpose or amount.purpose
            held = assessed_value(_amount_words(text, purpose), reading, amount, chosen)
            lead = "Assessed" if purpose or len(event.amounts) == 1 else f"Assessed, {without_hyphens(key)}"
            claims = (*amount.claims, *amount.assessed.claims)
            yield _statement(
                lead, (held,), claims, value_basis.of_amount(event, key, events, cites=True), event, chosen
            )


def _amount_words(held: str, purpose: str | None) -> str:
    """`6,422,640 votes for a base, part of the 9 million votes`; `how much for rent is not known`."""
    first, *part = held.splitlines()
    why = f" for {purpose}" if purpose else ""
    return f"how much{why} is {NOT_KNOWN}" if first == NOT_KNOWN else ", ".join([f"{first}{why}", *part])


def _statement(
    lead: str,
    held: tuple[ValueWithBasis, ...],
    claims: Iterable[str],
    rests_on: Iterable[str],
    event: Event,
    chosen: BriefingInput,
) -> Statement:
    """`Assessed, rent: $5 (external: VOA, September 2025).`"""
    text = f"{lead}: {'; '.join(f'{value.text} ({value.basis})' for value in held)}."
    named = [f"{event.id}/{key}" for key in claims]
    made = chosen.numbering.statement(text, named, rests_on=(*basis.of_retraction(event), *rests_on))
    return replace(made, held=held)
