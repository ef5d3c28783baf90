"""What the team judges, in sentences: how likely a yes is, and how sure the team is. Never in one (ICD 203)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from dashboard.briefing.outline import BriefingInput, Statement, question_basis
from dashboard.model.briefing import KeyJudgement
from dashboard.query.questions import RecordedJudgement, TrackedQuestion
from dashboard.query.wording import likelihood_words


def key_judgement(chosen: BriefingInput, made: KeyJudgement) -> Iterator[Statement]:
    """One of the briefing's own, made as of its day."""
    claims = tuple(chosen.numbering.of_claims(made.claims))
    asks = (*claims, *question_basis.of_question_text(made.question))
    texts = _sentences(chosen, made.question, made.likelihood, made.confidence)
    for text, rests_on in zip(texts, (asks, claims), strict=True):
        said = chosen.numbering.statement(text, made.claims, by=made.by, rests_on=rests_on, question=made.question)
        yield replace(said, verdicts=())


def judgement_sentences(chosen: BriefingInput, question: str, asked: TrackedQuestion) -> Iterator[Statement]:
    """The last that an event's record has by the briefing's day; none of a question that is answered."""
    held = None if asked.deciding else _latest(asked.judgements, chosen.day)
    if held is None:
        return
    made, event = held.judgement, held.reading.event
    claims = [f"{event.id}/{key}" for key in made.claims]
    shared = tuple(chosen.numbering.of_claims(claims))
    texts = _sentences(chosen, question, made.likelihood, made.confidence, made.on.words())
    asks = {"likelihood": question_basis.of_question_text(question), "confidence": ()}
    for text, (field, own) in zip(texts, asks.items(), strict=True):
        rests_on = (*shared, *own, *question_basis.of_judgement(event, made, field))
        rests_on = (*rests_on, *question_basis.of_last_judgement(question))
        said = chosen.numbering.statement(text, claims, by=made.by, rests_on=rests_on, question=question)
        yield replace(said, verdicts=())


def _latest(judgements: Iterable[RecordedJudgement], day: date) -> RecordedJudgement | None:
    """The last by that day, for it takes the place of those before."""
    by_then = (each for each in judgements if each.judgement.on.earliest and each.judgement.on.earliest <= day)
    return next(by_then, None)


def _sentences(chosen: BriefingInput, question: str, likelihood: str, confidence: str, on: str = "") -> tuple[str, str]:
    """`on` is the day on which it was made, in words."""
    thread, _, key = question.partition("/")
    found = chosen.workspace.threads.get(thread)
    words = found.questions[key].text if found and key in found.questions else question
    return (
        f"“{words}” Likelihood that the answer is yes: {likelihood_words(likelihood)}.",
        f"Confidence in this judgement{f' of {on}' if on else ''}: {confidence}.",
    )
