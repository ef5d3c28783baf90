"""Guards: what an event gives on the strength of quotes, reported or assessed, is in those quotes."""

from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.checks.context import EventContext, another_actor, another_place
from dashboard.checks.corpus import Violation
from dashboard.checks.giving import Missing, missing
from dashboard.checks.guard_registry import guard
from dashboard.checks.values import REPORTED, ActorNamed, CheckedValue, PlaceNamed, values_of
from dashboard.evidence.folding import fold
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.geography import distance_km
from dashboard.model.problem import ProblemKind
from dashboard.model.registry import Place

FAR_KM: Final = 300.0
"""What is “near” a place is not at another one that is further off."""

REPORTED_DATE_NOT_QUOTED = guard(
    "reported-date-not-quoted",
    "A reported date that is not in the quotes",
    "The quotes of its claims must give `when.reported`, and it must not be more exact than they are: “2009” does not "
    "give a day. What is known from elsewhere is assessed. In quotes in another language, only days and years in "
    "digits are compared.",
    "make the date only as exact as the words, quote the words that give it, or move it to `assessed`",
)
ASSESSED_DATE_NOT_QUOTED = guard(
    "assessed-date-not-quoted",
    "A date assessed as quoted that is not in the quotes",
    "The basis `quoted` means that the quotes of its claims give the date, just as exactly. It is checked like a "
    "reported date.",
    "make the date only as exact as the words, quote the words that give it, or use the basis `external` with "
    "`sources`, or `inferred` with a `note`",
)
PLACE_NOT_QUOTED = guard(
    "place-not-quoted",
    "A place that the quotes do not name",
    "The quotes of its claims must name `where.reported`, a second place, or a place assessed with the basis "
    "`quoted`, by a name in the registry. “In Ecuador” does not give a building: what is known from elsewhere is "
    "assessed with another basis. Words in `as_reported` that are the name of another place, put it near one that "
    "is far away, or in another country (“the Kenyan capital” for Paris), do not give it either.",
    "use the place that the words name, quote the words that name it, add them as `as_reported`, or move the place to "
    "`assessed` with its basis",
)
ACTOR_NOT_QUOTED = guard(
    "actor-not-quoted",
    "An actor that the quotes do not name",
    "The quotes of its claims must name an actor in `who`, or an actor assessed with the basis `quoted`, by a name in "
    "the registry. The last name of a person is enough. Words in `as_reported` that are another actor's name, or "
    "name another country's people, army or the like (“Chilean marines” for Peru), or a person of another name "
    "(“General Sato” for Ana Ruiz), are not the actor's.",
    "quote the words that name the actor, add the source's words for them as `as_reported`, or use another basis",
)
AMOUNT_NOT_QUOTED = guard(
    "amount-not-quoted",
    "An amount that is not in the quotes",
    "The quotes of its claims must give the reported value of an amount, or an assessed value with the basis "
    "`quoted`, and as money if it has a currency: “$13.5 million” is 13500000 USD, but “300 tonnes” is not 300 USD.",
    "write the full value that the words give, quote the words that give it, or move it to `assessed` with its basis",
)


def values_are_quoted(context: EventContext) -> Iterator[Violation]:
    """Every value that is reported, or assessed as quoted, is given by the quotes of the claims that it names."""
    for value in values_of(context.event):
        if value.basis not in (REPORTED, "quoted"):
            continue
        if value.as_reported and (other := _other_named(value, value.as_reported, context)):
            yield _names_another(context.event, value, f"the name of `{other}`", f"write `{other}`, or the words")
            continue
        if value.as_reported and (other := _elsewhere(value, value.as_reported, context)):
            yield _names_another(context.event, value, f"of another one (“{other}”)", "write the words")
            continue
        if value.basis == REPORTED and value.as_reported:
            continue  # whether words as reported are quoted is a rule of its own
        quoted = context.quotes_of(value.claims)
        if quoted is None or (value.as_reported and fold(value.as_reported) in fold(quoted.text)):
            continue
        if lacking := missing(value.thing, quoted, context.registered, whole=context.are_english(value.claims)):
            yield _violation(context.event, value, lacking)


def _other_named(value: CheckedValue, words: str, context: EventContext) -> str | None:
    """The id of another actor or place of which the words as reported are the name.

    Or of a place near which they put it that lies far away; of another country, of which they name a part; or of the
    government of another country whose army, people or the like they name.
    """
    registered, workspace = context.registered, context.corpus.workspace
    match value.thing:
        case PlaceNamed(id_):
            other = registered.other_place_beside(f"place/{id_}", words)
            is_far = other is not None and are_far(workspace.places.get(id_), workspace.places.get(other), FAR_KM)
            alone = other if is_far else registered.other_alone_named(f"place/{id_}", words)
            return alone or registered.other_country_of(context.corpus, id_, words)
        case ActorNamed(id_):
            return registered.other_actor_named(context.corpus, id_, words)
    return None


def are_far(one: Place | None, other: Place | None, least_km: float) -> bool:
    """Whether two points lie further apart than so many kilometres, whatever is open about them; no areas do."""
    known = [each for each in (one, other) if each is not None and not each.is_area]
    points = [(each.latitude, each.longitude or 0.0) for each in known if each.latitude is not None]
    if len(points) <= 1:
        return False
    return distance_km(*points[0], *points[1]) > least_km + sum(each.open_km for each in known)


def _elsewhere(value: CheckedValue, words: str, context: EventContext) -> str:
    """The words by which words as reported name somebody, or somewhere, that no registry knows and this is not."""
    registered, workspace = context.registered, context.corpus.workspace
    match value.thing:
        case PlaceNamed(id_) if place := workspace.places.get(id_):
            return another_place(registered.names[f"place/{id_}"], place, words, FAR_KM)
        case ActorNamed(id_) if actor := workspace.actors.get(id_):
            return another_actor(registered.names[f"actor/{id_}"], actor, words)
    return ""


def _names_another(event: Event, value: CheckedValue, whose: str, fix: str) -> Violation:
    kind, said = _kind(value), value.as_reported or ""
    message, hint = f"“{said}” is {whose}", f"{fix} that name this one"
    return Violation(kind, event, value.claims, value.path, (said,), message, hint, part=value.assessed)


def _violation(event: Event, value: CheckedValue, lacking: Missing) -> Violation:
    kind = _kind(value)
    if isinstance(value.thing, EventDate):
        message = f"{lacking.what} is not given by the quotes of {_claim_list(value.claims)}"
    else:
        message = f"no quote of {_claim_list(value.claims)} {lacking.verb} {lacking.what}"
    hint = f"the quotes give {lacking.given}; {kind.fix}" if lacking.given else ""
    return Violation(kind, event, value.claims, value.path, (lacking.words,), message, hint, part=value.assessed)


def _kind(value: CheckedValue) -> ProblemKind:
    match value.thing:
        case EventDate():
            return REPORTED_DATE_NOT_QUOTED if value.basis == REPORTED else ASSESSED_DATE_NOT_QUOTED
        case PlaceNamed():
            return PLACE_NOT_QUOTED
        case ActorNamed():
            return ACTOR_NOT_QUOTED
        case _:
            return AMOUNT_NOT_QUOTED


def _claim_list(claims: Sequence[str]) -> str:
    return " or ".join(f"`{claim}`" for claim in claims)


GUARDS_ON_EVENTS = (values_are_quoted,)
