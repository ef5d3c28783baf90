"""Amounts are of one currency, or of what is counted."""

from collections.abc import Iterator
from functools import lru_cache

import pycountry

from dashboard.checks.corpus import Corpus
from dashboard.checks.values import reported_quantities
from dashboard.model.amount import Amount, AssessedAmount, Quantity
from dashboard.model.event import Event
from dashboard.model.problem import Problem, kind
from dashboard.store.workspace import PathInRecord

AMOUNT_UNIT = kind(
    "amount-unit",
    "An amount without a currency or a unit",
    "An amount is money with a `currency`, or a count with a `unit`. It has one of the two, not both.",
    "add `currency: USD` or `unit: people`, or remove one of the two",
)
AMOUNT_EMPTY = kind(
    "amount-empty",
    "An amount without a value",
    "An amount has a reported value, the source's words for it, or an assessed value.",
    "add `reported: {value: …, currency: …}` with `claims`, or `as_reported` with `claims` if the source gives no "
    "number, or `assessed` with a basis",
)
AMOUNT_RANGE = kind(
    "amount-range",
    "A range that is none",
    "A range has a lower end, `value`, and an upper end, `to`, which is larger. It may be `about`; `at-least` and "
    "`at-most` are about one number.",
    "exchange the ends, remove `to`, or remove the `qualifier`",
)
CURRENCY_UNKNOWN = kind(
    "currency-unknown",
    "A currency that does not exist",
    "A currency is a three-letter code of ISO 4217, such as USD, EUR or KRW.",
    "correct the code",
)


def amount_has_a_value(corpus: Corpus) -> Iterator[Problem]:
    """An amount is reported, in a number or in words, or assessed."""
    for event, key, amount in _amounts(corpus):
        if amount.reported is None and amount.as_reported is None and amount.assessed is None:
            message = f"amount `{key}` has neither a reported nor an assessed value"
            yield corpus.problem(AMOUNT_EMPTY, event, ("amounts", key), message, key=True)


def amount_is_of_one_thing(corpus: Corpus) -> Iterator[Problem]:
    """A value has either a currency or a unit; where there is no value there is neither."""
    for event, path, quantity in _quantities(corpus):
        given = (quantity.currency is not None) + (quantity.unit is not None)
        if given != (quantity.value is not None):
            message = {
                0: "neither a currency nor a unit",
                1: "a currency or a unit without a value",
                2: "both a currency and a unit",
            }
            yield corpus.problem(AMOUNT_UNIT, event, path, f"the amount has {message[given]}")


def range_has_two_ends(corpus: Corpus) -> Iterator[Problem]:
    """A range has a lower end and a larger one, and no other bound."""
    for event, path, quantity in _quantities(corpus):
        if quantity.to is None:
            continue
        if quantity.value is None:
            yield corpus.problem(AMOUNT_RANGE, event, (*path, "to"), "the range has no lower end, `value`")
        elif quantity.to <= quantity.value:
            message = f"the range ends at {quantity.to:,f}, and begins at {quantity.value:,f}"
            yield corpus.problem(AMOUNT_RANGE, event, (*path, "to"), message)
        elif quantity.qualifier in ("at-least", "at-most"):
            message = f"a range is not `{quantity.qualifier}` as well"
            yield corpus.problem(AMOUNT_RANGE, event, (*path, "qualifier"), message)


def currency_exists(corpus: Corpus) -> Iterator[Problem]:
    """A currency is one of ISO 4217."""
    for event, path, quantity in _quantities(corpus):
        if quantity.currency is not None and quantity.currency not in _currencies():
            message, hint = (
                f"{quantity.currency} is not a currency",
                corpus.guesses.nearest(quantity.currency, sorted(_currencies())),
            )
            yield corpus.problem(CURRENCY_UNKNOWN, event, (*path, "currency"), message, hint)


def _amounts(corpus: Corpus) -> Iterator[tuple[Event, str, Amount]]:
    for event in corpus.events.values():
        for key, amount in event.amounts.items():
            yield event, key, amount


def _quantities(corpus: Corpus) -> Iterator[tuple[Event, PathInRecord, Quantity | AssessedAmount]]:
    for event, key, amount in _amounts(corpus):
        for path, quantity, _ in reported_quantities(key, amount):
            yield event, path, quantity
        if amount.assessed is not None:
            yield event, ("amounts", key, "assessed"), amount.assessed


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    return frozenset(currency.alpha_3 for currency in pycountry.currencies)


RULES = (amount_has_a_value, amount_is_of_one_thing, range_has_two_ends, currency_exists)
