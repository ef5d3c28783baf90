"""What is reported rests on the words of held texts, and on nothing else."""

from collections.abc import Iterator, Sequence

from dashboard.checks.corpus import Corpus
from dashboard.evidence.folding import fold
from dashboard.model.amount import Amount
from dashboard.model.claim import Claim
from dashboard.model.event import Event, Participant
from dashboard.model.problem import Problem, kind
from dashboard.model.time_and_place import OtherPlace, When, Where
from dashboard.store.file_problems import excerpt
from dashboard.store.model_errors import dotted_path
from dashboard.store.workspace import PathInRecord

REPORTED_WITHOUT_CLAIM = kind(
    "reported-without-claim",
    "A reported value without a claim",
    "A reported date, place, actor or amount names the claims whose quotes give it. An actor or a second place "
    "without claims must be assessed instead.",
    "add `claims`; if no held text says it, move the value to `assessed` with a basis",
)
REPORTED_NOT_QUOTED = kind(
    "reported-not-quoted",
    "A reported value from a text that is not held",
    "Reported values need quotes of held texts. A value known only from elsewhere is assessed, with the basis "
    "`external`.",
    "quote a held text in that claim, or move the value to `assessed` with `basis: external` and its `sources`",
)
AS_REPORTED_NOT_QUOTED = kind(
    "as-reported-not-quoted",
    "Reported words that are in no quote",
    "`as_reported`, `by_as_reported` and `quoted_by_as_reported` are the source's own words, so they must be in a "
    "quote of a claim that the value names (those for a speaker: in a quote of the same claim).",
    "copy the words from the quote, or also quote the passage that has them",
)

OTHER_VALUE_ALONE = kind(
    "also-reported-alone",
    "A second reported value without a first",
    "`also_reported` gives the values of other sources beside the first one, `reported`, which is drawn.",
    "write this value as `reported` with its `claims`",
)
OTHER_VALUE_SAME = kind(
    "also-reported-same",
    "A reported value that is given twice",
    "Each value in `also_reported` differs from `reported` and from the others. Sources that give the same value are "
    "claims of that one value.",
    "remove this entry and add its claims to the `claims` of the value that it repeats",
)

Reported = tuple[PathInRecord, Sequence[str]]
"""Where a reported value stands, and the claims that it names."""


def reported_value_names_a_claim(corpus: Corpus) -> Iterator[Problem]:
    """Every reported value names the claims that give it."""
    for event in corpus.events.values():
        for path, claims in _reported_values(event):
            if not claims:
                message = f"`{dotted_path(path)}` names no claim"
                yield corpus.problem(REPORTED_WITHOUT_CLAIM, event, path, message)


def reported_value_rests_on_quotes(corpus: Corpus) -> Iterator[Problem]:
    """Every claim that a reported value names is carried by quotes of held texts."""
    for event in corpus.events.values():
        loose = {name for name, claim in event.claims.items() if not is_quoted(corpus, claim)}
        for path, claims in _reported_values(event) if loose else ():
            for index, name in enumerate(claims):
                if name in loose:
                    message = f"`{dotted_path(path)}` is based on claim `{name}`, which has no quote from a held text"
                    at = (*(path[:-1] if path[-1] in ("reported", "as_reported") else path), "claims", index)
                    yield corpus.problem(REPORTED_NOT_QUOTED, event, at, message)


def words_as_reported_are_quoted(corpus: Corpus) -> Iterator[Problem]:
    """`as_reported` stands in a quote of a claim that the value names; the words for a speaker in one of the claim."""
    for event in corpus.events.values():
        for path, words, claims in _words(event):
            if not _stands(words, claims):
                message = f"“{excerpt(words, 80)}” is in no quote of {_claim_names(event, claims)}"
                yield corpus.problem(AS_REPORTED_NOT_QUOTED, event, path, message)


def other_values_are_others(corpus: Corpus) -> Iterator[Problem]:
    """A second value stands beside a first one, and differs from it and from every other."""
    for event in corpus.events.values():
        before: dict[PathInRecord, list[object]] = {}
        for path, other in event.other_values():
            part = path[:-2]
            if part not in before:
                first = _first_value(event, part)
                before[part] = [first]
                if first is None:
                    message = f"`{dotted_path(part)}` has `also_reported`, but no `reported`"
                    yield corpus.problem(OTHER_VALUE_ALONE, event, (*part, "also_reported"), message, key=True)
            if other.reported in before[part]:
                message = f"`{dotted_path(path)}` gives the same value again"
                yield corpus.problem(OTHER_VALUE_SAME, event, (*path, "reported"), message)
            before[part].append(other.reported)


def _first_value(event: Event, part: PathInRecord) -> object:
    """The first reported value of the date, the place or an amount."""
    match part:
        case ("when",):
            return event.when.reported
        case ("where",):
            return event.where.reported
        case _:
            return event.amounts[str(part[1])].reported


def _reported_values(event: Event) -> Iterator[Reported]:
    for name, part in (("when", event.when), ("where", event.where)):
        if (at := _first_given(part)) is not None:
            yield (name, at), part.claims
    for index, toward in enumerate(event.toward):
        if toward.claims or toward.assessed is None:
            yield ("toward", index), toward.claims
    for index, participant in enumerate(event.who):
        if participant.claims or participant.assessed is None or participant.as_reported:
            yield ("who", index), participant.claims
    for key, amount in event.amounts.items():
        if (at := _first_given(amount)) is not None:
            yield ("amounts", key, at), amount.claims
    for path, other in event.other_values():
        yield (*path, "reported"), other.claims


def _first_given(part: When | Where | Amount) -> str | None:
    if part.reported is not None:
        return "reported"
    return "as_reported" if part.as_reported is not None else None


def _words(event: Event) -> Iterator[tuple[PathInRecord, str, list[Claim]]]:
    """Words as reported, where they stand, and the claims whose quotes must have them.

    Values whose claims have no quotes are left to the two rules above.
    """
    parts: list[tuple[PathInRecord, When | Where | Participant | OtherPlace | Amount]] = [
        (("when",), event.when),
        (("where",), event.where),
        *((("who", index), part) for index, part in enumerate(event.who)),
        *((path, other) for path, other in event.other_values() if isinstance(other, OtherPlace)),
        *((("amounts", key), amount) for key, amount in event.amounts.items()),
    ]
    for path, part in parts:
        if part.as_reported is not None:
            claims = [event.claims[name] for name in part.claims if name in event.claims]
            if any(claim.quotes for claim in claims):
                yield (*path, "as_reported"), part.as_reported, claims
    for name, claim in event.claims.items():
        for index, words in enumerate(claim.by_as_reported):
            step = (index,) if len(claim.by_as_reported) > 1 else ()
            yield ("claims", name, "by_as_reported", *step), words, [claim]
        if claim.quoted_by_as_reported is not None:
            yield ("claims", name, "quoted_by_as_reported"), claim.quoted_by_as_reported, [claim]


def is_quoted(corpus: Corpus, claim: Claim) -> bool:
    """Whether a claim has quotes, all of held texts. A source that is not described is a problem of its own."""
    return bool(claim.quotes) and all(
        corpus.is_held(quote.source) or quote.source not in corpus.workspace.sources for quote in claim.quotes
    )


def _stands(words: str, claims: Sequence[Claim]) -> bool:
    quotes = [quote for claim in claims for quote in claim.exact_quotes]
    if any(words in quote for quote in quotes):
        return True
    folded_words = fold(words)
    return any(folded_words in fold(quote) for quote in quotes)


def _claim_names(event: Event, claims: Sequence[Claim]) -> str:
    return " or ".join(f"`{name}`" for name, claim in event.claims.items() if any(claim is each for each in claims))


RULES = (
    reported_value_names_a_claim,
    reported_value_rests_on_quotes,
    words_as_reported_are_quoted,
    other_values_are_others,
)
