"""The values of an event that the card sets side by side: as reported, as assessed, and what they rest on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.app.parts import claims_mark, event_link, source_link
from dashboard.app.shell import PageContext
from dashboard.model.amount import Amount
from dashboard.model.assessed import Assessed
from dashboard.model.event import Event, Participant, When, Where
from dashboard.query.citations import Citation, citation_of_assessed, citation_of_claims
from dashboard.query.disagreements import NOT_KNOWN, amount_label, amount_sides, participant_sides
from dashboard.query.reading import Support, support_of_basis, support_of_claims
from dashboard.query.wording import ROLE_LABELS, sentence
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words


@dataclass(frozen=True, slots=True)
class Cell:
    """One value, as one side has it. `text` is empty where it gives none."""

    text: str
    carried: Support = Support.UNKNOWN
    ground: Citation | None = None
    """Where its mark leads."""
    behind: Markup = NOTHING
    """After the value, in the second voice: the words it stands in, its purpose."""
    marked: Markup = NOTHING
    """The value with a mark for each of its parts, where they are carried each by its own claims."""
    basis: Markup = NOTHING
    """Below the row: what the value is for, part of, and rests on."""


@dataclass(frozen=True, slots=True)
class ValueRow:
    """`assessed` is None where the team has nothing of its own to say: then it reads as reported."""

    label: str
    reported: Cell
    assessed: Cell | None = None


def rows_of(event: Event, page: PageContext) -> list[ValueRow]:
    """Every value of the event that can be reported or assessed, in the order of the card."""
    rows = [_when(event, page), _where(event, page), *_toward(event, page), *_who(event, page)]
    return rows + [_how_much(event, key, amount, page) for key, amount in event.amounts.items()]


def disputable(event: Event, page: PageContext) -> Iterator[tuple[str, When | Where | Amount, ValueRow]]:
    """The values that claims can differ in: date, place and amounts, each with its kind and its row of the card."""
    yield "When", event.when, _when(event, page)
    yield "Where", event.where, _where(event, page)
    for key, amount in event.amounts.items():
        yield "How much", amount, _how_much(event, key, amount, page)


def _reported_cell(
    event: Event, text: str | None, claims: tuple[str, ...], as_reported: str | None, page: PageContext
) -> Cell:
    if not text and not as_reported:
        return Cell("")
    in_words = f"“{as_reported}”" if as_reported else ""
    carried = support_of_claims(event, claims, page.evidence)
    behind = element("span", " ", words(in_words), class_="dl-muted") if text and in_words else NOTHING
    return Cell(text or in_words, carried, citation_of_claims(event, claims, page.evidence), behind)


def _assessed_cell(event: Event, text: str | None, assessed: Assessed | None, page: PageContext) -> Cell | None:
    if assessed is None:
        return None
    carried = support_of_basis(event, assessed, page.evidence)
    value = text or (NOT_KNOWN if assessed.basis == "unknown" else "")
    ground = citation_of_assessed(event, assessed, page.evidence)
    return Cell(value, carried, ground, basis=basis_of(assessed, page))


def basis_of(assessed: Assessed, page: PageContext) -> Markup:
    """What an assessed value rests on: its sources, or that it is inferred; then the note, and exceptions."""
    names = join_all([source_link(id_, page) for id_ in assessed.sources], by="; ")
    sources = join("Our source: " if len(assessed.sources) == 1 else "Our sources: ", names) if names.html else None
    inferred = "Inferred" if assessed.basis == "inferred" else None
    note = words(assessed.note) if assessed.note else None
    allowed = [
        join(f"Check suppressed ({guard}): ", words(sentence(reason))) for guard, reason in assessed.allow.items()
    ]
    return join(sources, inferred, note, *allowed, by=". ")


def _when(event: Event, page: PageContext) -> ValueRow:
    when = event.when
    reported = _reported_cell(
        event, when.reported.words() if when.reported else None, when.claims, when.as_reported, page
    )
    date = when.assessed.date if when.assessed else None
    assessed = _assessed_cell(event, date.words() if date else None, when.assessed, page)
    return ValueRow("When, lasted" if when.lasted else "When", reported, assessed)


def _where(event: Event, page: PageContext) -> ValueRow:
    where = event.where
    name = page.place_name(where.reported) if where.reported else None
    place = where.assessed.place if where.assessed else None
    assessed = _assessed_cell(event, page.place_name(place) if place else None, where.assessed, page)
    return ValueRow("Where", _reported_cell(event, name, where.claims, where.as_reported, page), assessed)


def _toward(event: Event, page: PageContext) -> list[ValueRow]:
    rows = []
    for toward in event.toward:
        name = page.place_name(toward.place)
        assessed = _assessed_cell(event, name, toward.assessed, page)
        given = toward.assessed is None or bool(toward.claims)
        reported = _reported_cell(event, name if given else None, toward.claims, None, page)
        rows.append(ValueRow(toward.as_.capitalize(), reported, assessed))
    return rows


def _who(event: Event, page: PageContext) -> list[ValueRow]:
    """One row a role. Participants without an assessment share a row; each of the others has its own below it."""
    rows = []
    for role, label in ROLE_LABELS.items():
        of_role = [each for each in event.who if each.role == role]
        alike = [each for each in of_role if each.assessed is None]
        rows += [ValueRow(label, _together(event, alike, page))] if alike else []
        rows += [_participant(event, each, label, page) for each in of_role if each.assessed is not None]
    return rows


def _together(event: Event, participants: list[Participant], page: PageContext) -> Cell:
    """Participants of one role, each with a mark of its own."""
    claims = tuple(claim for each in participants for claim in each.claims)
    carried = support_of_claims(event, claims, page.evidence)
    names = ", ".join(_name(each, page) for each in participants)
    return Cell(names, carried, marked=join_all(_name_with_mark(event, each, page) for each in participants))


def _name_with_mark(event: Event, participant: Participant, page: PageContext) -> Markup:
    """One of several participants on a line: its mark and name."""
    name = element("span", words(_name(participant, page)))
    return element("div", claims_mark(event, participant.claims, page), name, class_="dl-named")


def _name(participant: Participant, page: PageContext) -> str:
    """The name, and the words for it where they are not one of the registry's names."""
    name = page.actor_name(participant.actor)
    actor = page.workspace.actors.get(participant.actor)
    if participant.as_reported is None or (actor and participant.as_reported in actor.names):
        return name
    return f"{name} (“{participant.as_reported}”)"


def _participant(event: Event, participant: Participant, label: str, page: PageContext) -> ValueRow:
    given, held = participant_sides(participant, page.workspace.actors)
    assessed = _assessed_cell(event, held, participant.assessed, page)
    return ValueRow(label, _reported_cell(event, given, participant.claims, None, page), assessed)


def _how_much(event: Event, key: str, amount: Amount, page: PageContext) -> ValueRow:
    text, held = amount_sides(event, amount, page.workspace.events)
    reported = Cell("")
    if text:
        carried = support_of_claims(event, amount.claims, page.evidence)
        ground = citation_of_claims(event, amount.claims, page.evidence)
        basis = join(_purpose(amount.purpose), _elsewhere(amount.part_of, page), by=". ")
        reported = Cell(text, carried, ground, basis=basis)
    assessed = _assessed_cell(event, held, amount.assessed, page)
    if assessed and amount.assessed:
        assessed = replace(assessed, basis=join(_purpose(amount.assessed.purpose), assessed.basis, by=". "))
    return ValueRow(amount_label(event, key), reported, assessed)


def _purpose(purpose: str | None) -> Markup:
    return join("For ", words(purpose)) if purpose else NOTHING


def _elsewhere(reference: str | None, page: PageContext) -> Markup:
    """A link to the event whose amount it is a part of."""
    id_ = (reference or "").rpartition("/")[0]
    if id_ not in page.workspace.events:
        return NOTHING
    return join("Part of: ", event_link(id_, words(page.title_of(id_)), mode=page.mode))
