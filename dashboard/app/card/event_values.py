"""The values of an event that the card sets side by side: as reported, as assessed, and what they rest on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.app.parts import claims_mark, event_link, source_link
from dashboard.app.shell import Shown
from dashboard.model.amount import Amount
from dashboard.model.assessed import Assessed
from dashboard.model.event import Event, Participant, When, Where
from dashboard.query.disagreements import NOT_KNOWN, amount_label, amount_sides, participant_sides
from dashboard.query.grounds import Ground, ground_of_assessed, ground_of_claims
from dashboard.query.reading import Carried, carried_by_basis, carried_by_claims
from dashboard.query.wording import ROLE_LABELS, sentence
from dashboard.text.markup import NOTHING, Markup, element, every, joined, words


@dataclass(frozen=True, slots=True)
class Cell:
    """One value, as one side has it. `text` is empty where it gives none."""

    text: str
    carried: Carried = Carried.UNKNOWN
    ground: Ground | None = None
    """Where its mark leads."""
    behind: Markup = NOTHING
    """After the value, in the second voice: the words it stands in, its purpose."""
    marked: Markup = NOTHING
    """The value with a mark for each of its parts, where they are carried each by its own claims."""
    basis: Markup = NOTHING
    """Below the row: what the value is for, part of, and rests on."""


@dataclass(frozen=True, slots=True)
class Row:
    """`assessed` is None where the team has nothing of its own to say: then it reads as reported."""

    label: str
    reported: Cell
    assessed: Cell | None = None


def rows_of(event: Event, shown: Shown) -> list[Row]:
    """Every value of the event that can be reported or assessed, in the order of the card."""
    rows = [_when(event, shown), _where(event, shown), *_toward(event, shown), *_who(event, shown)]
    return rows + [_how_much(event, key, amount, shown) for key, amount in event.amounts.items()]


def disputable(event: Event, shown: Shown) -> Iterator[tuple[str, When | Where | Amount, Row]]:
    """The values that claims can differ in: date, place and amounts, each with its kind and its row of the card."""
    yield "When", event.when, _when(event, shown)
    yield "Where", event.where, _where(event, shown)
    for key, amount in event.amounts.items():
        yield "How much", amount, _how_much(event, key, amount, shown)


def _reported(event: Event, text: str | None, claims: tuple[str, ...], as_reported: str | None, shown: Shown) -> Cell:
    if not text and not as_reported:
        return Cell("")
    in_words = f"“{as_reported}”" if as_reported else ""
    carried = carried_by_claims(event, claims, shown.evidence)
    behind = element("span", " ", words(in_words), class_="dl-muted") if text and in_words else NOTHING
    return Cell(text or in_words, carried, ground_of_claims(event, claims, shown.evidence), behind)


def _assessed(event: Event, text: str | None, assessed: Assessed | None, shown: Shown) -> Cell | None:
    if assessed is None:
        return None
    carried = carried_by_basis(event, assessed, shown.evidence)
    value = text or (NOT_KNOWN if assessed.basis == "unknown" else "")
    ground = ground_of_assessed(event, assessed, shown.evidence)
    return Cell(value, carried, ground, basis=basis_of(assessed, shown))


def basis_of(assessed: Assessed, shown: Shown) -> Markup:
    """What an assessed value rests on: its sources, or that it is inferred; then the note, and exceptions."""
    names = every([source_link(id_, shown) for id_ in assessed.sources], by="; ")
    sources = joined("Our source: " if len(assessed.sources) == 1 else "Our sources: ", names) if names.html else None
    inferred = "Inferred" if assessed.basis == "inferred" else None
    note = words(assessed.note) if assessed.note else None
    allowed = [
        joined(f"Check suppressed ({guard}): ", words(sentence(reason))) for guard, reason in assessed.allow.items()
    ]
    return joined(sources, inferred, note, *allowed, by=". ")


def _when(event: Event, shown: Shown) -> Row:
    when = event.when
    reported = _reported(event, when.reported.words() if when.reported else None, when.claims, when.as_reported, shown)
    date = when.assessed.date if when.assessed else None
    assessed = _assessed(event, date.words() if date else None, when.assessed, shown)
    return Row("When, lasted" if when.lasted else "When", reported, assessed)


def _where(event: Event, shown: Shown) -> Row:
    where = event.where
    name = shown.place_name(where.reported) if where.reported else None
    place = where.assessed.place if where.assessed else None
    assessed = _assessed(event, shown.place_name(place) if place else None, where.assessed, shown)
    return Row("Where", _reported(event, name, where.claims, where.as_reported, shown), assessed)


def _toward(event: Event, shown: Shown) -> list[Row]:
    rows = []
    for toward in event.toward:
        name = shown.place_name(toward.place)
        assessed = _assessed(event, name, toward.assessed, shown)
        given = toward.assessed is None or bool(toward.claims)
        reported = _reported(event, name if given else None, toward.claims, None, shown)
        rows.append(Row(toward.as_.capitalize(), reported, assessed))
    return rows


def _who(event: Event, shown: Shown) -> list[Row]:
    """By role. Participants that read alike on both sides share a row; each that differs has its own, below it."""
    rows = []
    for role, label in ROLE_LABELS.items():
        of_role = [each for each in event.who if each.role == role]
        alike = [each for each in of_role if each.assessed is None]
        rows += [Row(label, _together(event, alike, shown))] if alike else []
        rows += [_participant(event, each, label, shown) for each in of_role if each.assessed is not None]
    return rows


def _together(event: Event, participants: list[Participant], shown: Shown) -> Cell:
    """Participants of one role, each with a mark of its own."""
    claims = tuple(claim for each in participants for claim in each.claims)
    carried = carried_by_claims(event, claims, shown.evidence)
    names = ", ".join(_name(each, shown) for each in participants)
    return Cell(names, carried, marked=every(_marked(event, each, shown) for each in participants))


def _marked(event: Event, participant: Participant, shown: Shown) -> Markup:
    """One of several, on a line: its mark, and the name."""
    name = element("span", words(_name(participant, shown)))
    return element("div", claims_mark(event, participant.claims, shown), name, class_="dl-named")


def _name(participant: Participant, shown: Shown) -> str:
    """The name, and the words for it where they are not one of the registry's names."""
    name = shown.actor_name(participant.actor)
    actor = shown.workspace.actors.get(participant.actor)
    if participant.as_reported is None or (actor and participant.as_reported in actor.names):
        return name
    return f"{name} (“{participant.as_reported}”)"


def _participant(event: Event, participant: Participant, label: str, shown: Shown) -> Row:
    given, held = participant_sides(participant, shown.workspace.actors)
    assessed = _assessed(event, held, participant.assessed, shown)
    return Row(label, _reported(event, given, participant.claims, None, shown), assessed)


def _how_much(event: Event, key: str, amount: Amount, shown: Shown) -> Row:
    text, held = amount_sides(event, amount, shown.workspace.events)
    reported = Cell("")
    if text:
        carried = carried_by_claims(event, amount.claims, shown.evidence)
        ground = ground_of_claims(event, amount.claims, shown.evidence)
        basis = joined(_purpose(amount.purpose), _elsewhere(amount.part_of, shown), by=". ")
        reported = Cell(text, carried, ground, basis=basis)
    assessed = _assessed(event, held, amount.assessed, shown)
    if assessed and amount.assessed:
        assessed = replace(assessed, basis=joined(_purpose(amount.assessed.purpose), assessed.basis, by=". "))
    return Row(amount_label(event, key), reported, assessed)


def _purpose(purpose: str | None) -> Markup:
    return joined("For ", words(purpose)) if purpose else NOTHING


def _elsewhere(reference: str | None, shown: Shown) -> Markup:
    """A link to the event whose amount it is a part of."""
    id_ = (reference or "").rpartition("/")[0]
    if id_ not in shown.workspace.events:
        return NOTHING
    return joined("Part of: ", event_link(id_, words(shown.title_of(id_)), mode=shown.mode))
