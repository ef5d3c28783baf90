"""Guards: the place, the actors and the amounts that an event reports are in the quotes that they name."""

from collections.abc import Iterator, Sequence

from dashboard.checks.corpus import Breach, Corpus
from dashboard.checks.guards import guard
from dashboard.checks.sayings import Registered, is_english, quoted_by
from dashboard.evidence.words.figures import COUNT, CURRENCIES, Figure
from dashboard.evidence.words.reading import Words
from dashboard.model.event import Event
from dashboard.store.workspace import PathInRecord

PLACE_NOT_QUOTED = guard(
    "place-not-quoted",
    "A reported place that the words do not name",
    "`where.reported`, and a second place, is named by the quotes of the claims that it names, by one of its names in "
    "the registry. A building is not read out of “in Ecuador”: what is known from elsewhere is assessed.",
    "report the place that the words name, quote the words that name it, give them as `as_reported`, or move the place "
    "to `assessed`",
)
ACTOR_NOT_QUOTED = guard(
    "actor-not-quoted",
    "A reported actor whom the words do not name",
    "An actor is named by the quotes of the claims that `who` names, by one of their names in the registry. A person "
    "may be named by their last name alone.",
    "quote the words that name the actor, or give the words that stand for them as `as_reported`",
)
AMOUNT_NOT_QUOTED = guard(
    "amount-not-quoted",
    "A reported amount that the words do not give",
    "An amount's reported value is in the quotes of the claims that it names: “$13.5 million” is 13500000 USD.",
    "write the value that the words give, in full; or quote the words that give it; or move it to `assessed`",
)


def reported_places_are_quoted(corpus: Corpus, registered: Registered, event: Event) -> Iterator[Breach]:
    """The reported place, and each second place that claims carry, is named by their quotes."""
    where = event.where
    if where.reported and not where.as_reported:
        yield from _named(corpus, registered, event, ("where", "reported"), f"place/{where.reported}", where.claims)
    for index, toward in enumerate(event.toward):
        path = ("toward", index, "place")
        yield from _named(corpus, registered, event, path, f"place/{toward.place}", toward.claims)


def reported_actors_are_quoted(corpus: Corpus, registered: Registered, event: Event) -> Iterator[Breach]:
    """Each actor whom claims carry is named by their quotes."""
    for index, part in enumerate(event.who):
        if not part.as_reported:
            path = ("who", index, "actor")
            yield from _named(corpus, registered, event, path, f"actor/{part.actor}", part.claims)


def _named(
    corpus: Corpus, registered: Registered, event: Event, path: PathInRecord, bearer: str, claims: Sequence[str]
) -> Iterator[Breach]:
    what, _, id_ = bearer.partition("/")
    if bearer not in registered or (quoted := quoted_by(corpus, event, claims)) is None:
        return
    whole = all(is_english(corpus, event.claims[claim]) for claim in claims)
    if not registered.are_named(bearer, quoted, whole=whole):
        names = ", ".join(f"“{name}”" for name in registered.names[bearer][:4])
        message = f"no quote of {_listed(claims)} names {id_} ({names})"
        yield Breach(ACTOR_NOT_QUOTED if what == "actor" else PLACE_NOT_QUOTED, event, tuple(claims), path, message)


def reported_amounts_are_quoted(corpus: Corpus, _registered: Registered, event: Event) -> Iterator[Breach]:
    """Each amount's reported value is given by the quotes of its claims."""
    for key, amount in event.amounts.items():
        money = amount.reported
        if money is None or not (money.currency or money.unit):
            continue
        quoted = quoted_by(corpus, event, amount.claims)
        unit = CURRENCIES.get(money.currency, money.currency) if money.currency else COUNT
        figure = Figure(money.value, unit, 0, 0)
        if quoted is None or _stands_plainly(figure, quoted) or _is_given(figure, quoted):
            continue
        given = ", ".join(f"“{quoted.text[each.start : each.end].strip()}”" for each in quoted.figures[:5])
        message = f"no quote of {_listed(amount.claims)} gives {money.value:,f} {money.currency or money.unit}"
        hint = f"the quotes give {given}; {AMOUNT_NOT_QUOTED.mend}" if given else ""
        path = ("amounts", key, "reported", "value")
        yield Breach(AMOUNT_NOT_QUOTED, event, tuple(amount.claims), path, message, hint)


def _stands_plainly(figure: Figure, quoted: Words) -> bool:
    """Whether the number stands there in full, with its currency's word: a quick look that spares a close one."""
    digits = {word.strip(".,;:()") for word in quoted.text.split()}
    in_full = f"{figure.value:,f}" in digits or f"{figure.value:f}" in digits
    return in_full and (figure.unit == COUNT or f"{figure.unit}s" in digits)


def _is_given(figure: Figure, quoted: Words) -> bool:
    if quoted.gives(figure):
        return True
    return figure.unit == COUNT and figure.value == 2 and quoted.carries_two


def _listed(claims: Sequence[str]) -> str:
    return " or ".join(f"`{claim}`" for claim in claims)


GUARDS_ON_EVENTS = (reported_places_are_quoted, reported_actors_are_quoted, reported_amounts_are_quoted)
