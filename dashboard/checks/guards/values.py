"""Guards: what an event gives on the strength of quotes, reported or assessed, is in those quotes."""

from collections.abc import Iterator, Sequence

from dashboard.checks.context import Registered, is_english, quoted_by
from dashboard.checks.corpus import Breach, Corpus
from dashboard.checks.giving import Missing, missing
from dashboard.checks.guards.registry import guard
from dashboard.checks.values import REPORTED, ActorNamed, PlaceNamed, Value, values_of
from dashboard.evidence.folding import fold
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.problem import ProblemKind

REPORTED_DATE_NOT_QUOTED = guard(
    "reported-date-not-quoted",
    "A reported date that the words do not give",
    "`when.reported` is what the quotes of the claims that it names give, and no more exact: a day is not read out of "
    "“2009”. What is known from elsewhere is assessed. Of quotes in another language, days and years in digits are "
    "compared.",
    "write the date only as exactly as the words do, quote the words that give it, or move it to `assessed`",
)
ASSESSED_DATE_NOT_QUOTED = guard(
    "assessed-date-not-quoted",
    "A date assessed as quoted that the words do not give",
    "The basis `quoted` says that the quotes of the claims that the date names give it, as exactly as it is written. "
    "It is held to them as a reported date is.",
    "write the date only as exactly as the words do, quote the words that give it, or take the basis `external` with "
    "`sources`, or `inferred` with a `note`",
)
PLACE_NOT_QUOTED = guard(
    "place-not-quoted",
    "A place that the words do not name",
    "`where.reported`, a second place, and a place that is assessed with the basis `quoted`, is named by the quotes of "
    "the claims that it names, by one of its names in the registry. A building is not read out of “in Ecuador”: what "
    "is known from elsewhere is assessed, with another basis.",
    "give the place that the words name, quote the words that name it, give them as `as_reported`, or move the place "
    "to `assessed` with its basis",
)
ACTOR_NOT_QUOTED = guard(
    "actor-not-quoted",
    "An actor whom the words do not name",
    "An actor is named by the quotes of the claims that `who` names, or that their assessed value with the basis "
    "`quoted` does, by one of their names in the registry. A person may be named by their last name alone.",
    "quote the words that name the actor, give the words that stand for them as `as_reported`, or take another basis",
)
AMOUNT_NOT_QUOTED = guard(
    "amount-not-quoted",
    "An amount that the words do not give",
    "An amount's reported value, and an assessed one with the basis `quoted`, is in the quotes of the claims that it "
    "names: “$13.5 million” is 13500000 USD.",
    "write the value that the words give, in full; or quote the words that give it; or move it to `assessed` with its "
    "basis",
)


def values_are_quoted(corpus: Corpus, registered: Registered, event: Event) -> Iterator[Breach]:
    """Every value that is reported, or assessed as quoted, is given by the quotes of the claims that it names."""
    for value in values_of(event):
        if value.basis not in (REPORTED, "quoted") or (value.basis == REPORTED and value.as_reported):
            continue  # whether words as reported are quoted is a rule of its own
        quoted = quoted_by(corpus, event, value.claims)
        if quoted is None or (value.as_reported and fold(value.as_reported) in fold(quoted.text)):
            continue
        whole = all(is_english(corpus, event.claims[claim]) for claim in value.claims)
        if lacking := missing(value.thing, quoted, registered, whole=whole):
            yield _breach(event, value, lacking)


def _breach(event: Event, value: Value, lacking: Missing) -> Breach:
    kind = _kind(value)
    if isinstance(value.thing, EventDate):
        message = f"{lacking.what} is not given by the quotes of {_listed(value.claims)}"
    else:
        message = f"no quote of {_listed(value.claims)} {lacking.verb} {lacking.what}"
    hint = f"the quotes give {lacking.given}; {kind.mend}" if lacking.given else ""
    return Breach(kind, event, value.claims, value.path, message, hint, part=value.assessed)


def _kind(value: Value) -> ProblemKind:
    match value.thing:
        case EventDate():
            return REPORTED_DATE_NOT_QUOTED if value.basis == REPORTED else ASSESSED_DATE_NOT_QUOTED
        case PlaceNamed():
            return PLACE_NOT_QUOTED
        case ActorNamed():
            return ACTOR_NOT_QUOTED
        case _:
            return AMOUNT_NOT_QUOTED


def _listed(claims: Sequence[str]) -> str:
    return " or ".join(f"`{claim}`" for claim in claims)


GUARDS_ON_EVENTS = (values_are_quoted,)
