"""What a model answered, read again from the text: it may only point at a sentence, and at the verb in it.

Nothing that it writes becomes part of an event. The sentence has to stand in the text, and the verb in the sentence as
its main verb; date, place, actors, amounts and types are then read by the rules of `proposals`, and every check has to
pass.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from dashboard.checks.validation import Validation
from dashboard.drafting.clauses import clause_with
from dashboard.drafting.proposals import (
    Candidate,
    Proposal,
    Proposed,
    candidate_of,
    pass_candidates,
    propose_events,
    read_source,
)
from dashboard.evidence.sentences import sentences
from dashboard.store.authoring import KeptProposals

_BY_RULES: Final = "rules"


def proposals_of_answers(
    source: str, answers: Iterable[Mapping[str, Any]], validation: Validation, model: str
) -> tuple[Proposal, ...]:
    """The proposals that stand in the source's text, of all that a model listed; the others are nothing."""
    found = list(_candidates(source, answers, validation))
    return tuple(replace(each, proposed_by=model) for each in pass_candidates(found, validation))


def all_proposals(source: str, validation: Validation, kept: KeptProposals) -> Proposed:
    """What the rules propose, and after it what they read in sentences that a model pointed at and they passed over."""
    by_rules = propose_events(source, validation)
    known = {each.span for each in by_rules.proposals}
    pointed = proposals_of_answers(source, kept.answers, validation, kept.model) if kept.answers else ()
    more = tuple(each for each in pointed if each.span not in known)
    return replace(by_rules, proposals=(*by_rules.proposals, *more))


def use_of_answers(answers: Sequence[Mapping[str, Any]], proposed: Proposed) -> str:
    """How many of a model's answers became proposals, for whoever wonders what it said."""
    named, new = len(answers), sum(each.proposed_by != _BY_RULES for each in proposed.proposals)
    told = f"named {named:,} {'sentence' if named == 1 else 'sentences'}"
    if not named:
        return told
    if new >= named:
        return f"{told}, new proposals: {new:,}"
    rest = "do not stand in the text, were proposed before, or fail a check"
    return f"{told}, new proposals: {new:,}. {'The others' if new else 'They'} {rest}"


def _candidates(source: str, answers: Iterable[Mapping[str, Any]], validation: Validation) -> Iterator[Candidate]:
    read = read_source(source, validation)
    text = read.text
    spans = {" ".join(text[start:end].split()): (start, end) for start, end in sentences(text)}
    for each in answers:
        quote, verb = each.get("quote"), each.get("verb")
        if not isinstance(quote, str) or not isinstance(verb, str):
            continue
        span = spans.get(" ".join(quote.split()))
        clause = clause_with(text[span[0] : span[1]], verb) if span else None
        if span is not None and clause is not None:
            yield from candidate_of(read, span, clause)
