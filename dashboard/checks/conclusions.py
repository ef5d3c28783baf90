"""What the team concludes from an event names what it rests on, and who stands for it."""

from collections.abc import Iterator

from dashboard.checks.corpus import Corpus
from dashboard.model.briefing import Briefing
from dashboard.model.event import Event
from dashboard.model.problem import Problem, kind

COMMITMENT_WITHOUT_CLAIM = kind(
    "commitment-without-claim",
    "A commitment level without a claim",
    "The commitment level of an event must be based on claims of that event.",
    "add `claims` to `commitment`",
    "warning",
)
ANSWER_WITHOUT_CLAIM = kind(
    "answer-without-claim",
    "An answer without evidence",
    "An answer to a thread's question must be based on claims of the event that gives it.",
    "add `claims`",
)
JUDGEMENT_WITHOUT_CLAIM = kind(
    "judgement-without-claim",
    "A judgement without evidence",
    "A judgement is the team's own, based on this event. Its claims show which part of the event it is based on.",
    "add `claims`",
    "warning",
)
REVIEW_INCOMPLETE = kind(
    "review-incomplete",
    "A review without a reviewer or a date",
    "A reviewed record says who reviewed it, and on which day.",
    "add `by` (initials) and `on` (a date in quotes), or set `status: draft`",
)
RETRACTION_WITHOUT_NOTE = kind(
    "retraction-without-note",
    "A retraction without a reason",
    "A retracted record stays visible, marked as retracted, with the reason.",
    "add a `note`",
)


def commitment_names_a_claim(corpus: Corpus) -> Iterator[Problem]:
    """The rung of commitment rests on claims."""
    for event in corpus.events.values():
        if event.commitment is not None and not event.commitment.claims:
            message = f"`{event.commitment.level}` names no claim"
            yield corpus.problem(COMMITMENT_WITHOUT_CLAIM, event, ("commitment", "level"), message)


def answer_names_a_claim(corpus: Corpus) -> Iterator[Problem]:
    """An answer to a question rests on claims."""
    for event in corpus.events.values():
        for index, answer in enumerate(event.answers):
            if not answer.claims:
                message = f"the answer to `{answer.question}` names no claim"
                yield corpus.problem(ANSWER_WITHOUT_CLAIM, event, ("answers", index), message)


def judgement_names_a_claim(corpus: Corpus) -> Iterator[Problem]:
    """A judgement rests on claims."""
    for event in corpus.events.values():
        for index, judgement in enumerate(event.judgements):
            if not judgement.claims:
                message = f"the judgement of `{judgement.question}` names no claim"
                yield corpus.problem(JUDGEMENT_WITHOUT_CLAIM, event, ("judgements", index), message)


def review_is_signed(corpus: Corpus) -> Iterator[Problem]:
    """A reviewed record has initials and a date."""
    for record in _reviewed_records(corpus):
        review = record.review
        if review.status == "reviewed" and (review.by is None or review.on is None):
            missing = " and ".join(name for name in ("by", "on") if getattr(review, name) is None)
            message = f"the record is reviewed, and has no {missing}"
            yield corpus.problem(REVIEW_INCOMPLETE, record, ("review", "status"), message)


def retraction_has_a_reason(corpus: Corpus) -> Iterator[Problem]:
    """A retracted record has a note."""
    for record in _reviewed_records(corpus):
        if record.review.status == "retracted" and record.review.note is None:
            message = "the record is retracted, but has no note"
            yield corpus.problem(RETRACTION_WITHOUT_NOTE, record, ("review", "status"), message)


def _reviewed_records(corpus: Corpus) -> Iterator[Event | Briefing]:
    yield from corpus.events.values()
    yield from corpus.workspace.briefings.values()


RULES = (
    commitment_names_a_claim,
    answer_names_a_claim,
    judgement_names_a_claim,
    review_is_signed,
    retraction_has_a_reason,
)
