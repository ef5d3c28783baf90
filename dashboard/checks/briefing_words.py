"""A briefing's own words: somebody's or carried by claims, and never how likely and how sure in one sentence."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.corpus import Corpus
from dashboard.evidence.sentences import sentences
from dashboard.evidence.words.figures import figures_in
from dashboard.model.briefing import Sentence
from dashboard.model.problem import Problem, kind

SENTENCE_WITHOUT_BASIS = kind(
    "sentence-without-basis",
    "A sentence that nobody stands for",
    "Every sentence of a briefing is somebody's own, with initials, or rests on claims that it names.",
    "add `claims`, each as `event-id/claim`, or `by` with initials",
)
LIKELIHOOD_WITH_CONFIDENCE = kind(
    "likelihood-with-confidence",
    "How likely and how sure in one sentence",
    "Likelihood is of what may happen, confidence of how good the evidence and the reasoning are. Readers take the one "
    "for the other where both stand in a sentence (ICD 203).",
    "say it in two sentences, each an entry of its own",
)
NUMBER_NOT_IN_CLAIMS = kind(
    "number-not-in-claims",
    "A number that none of its claims gives",
    "A sentence without initials says no more than the claims that it names: its numbers, amounts and percentages "
    "stand in their texts or quotes.",
    "correct it, name the claim that gives it, or add `by` with the initials of who stands for it",
)

_LIKELIHOOD: Final = re.compile(
    r"\b(?:almost no chance|remote(?= chance|ly)|(?:very |highly )?(?:un)?likely|(?:highly )?(?:im)?probabl[ey]"
    r"|roughly even (?:chance|odds)|(?:almost|nearly) certain(?:ly)?)\b",
    re.IGNORECASE,
)
_CONFIDENCE: Final = re.compile(
    r"\b(?:low|moderate|high)(?: level of)? confidence\b|\bconfidence\b[^.;]{0,40}?\b(?:low|moderate|high)\b",
    re.IGNORECASE,
)


def sentence_has_a_basis(corpus: Corpus) -> Iterator[Problem]:
    """Every sentence has initials, or names a claim."""
    for briefing in corpus.workspace.briefings.values():
        for path, sentence in briefing.own_sentences():
            if sentence.by is None and not sentence.claims:
                message = "the sentence has neither initials nor claims"
                yield corpus.problem(SENTENCE_WITHOUT_BASIS, briefing, path, message)


def likelihood_and_confidence_stand_apart(corpus: Corpus) -> Iterator[Problem]:
    """No sentence says both how likely something is and how sure the team is."""
    for briefing in corpus.workspace.briefings.values():
        for path, sentence in briefing.own_sentences():
            for start, end in sentences(sentence.text):
                words = " ".join(sentence.text[start:end].split())
                likely, sure = _LIKELIHOOD.search(words), _CONFIDENCE.search(words)
                if likely and sure:
                    message = f"“{likely[0]}” and “{sure[0]}” stand in one sentence"
                    yield corpus.problem(LIKELIHOOD_WITH_CONFIDENCE, briefing, (*path, "text"), message)


def number_of_a_sentence_stands_in_its_claims(corpus: Corpus) -> Iterator[Problem]:
    """Every number in a sentence without initials is given by a claim that it names."""
    for briefing in corpus.workspace.briefings.values():
        for path, sentence in briefing.own_sentences():
            given = _texts_of_claims(sentence, corpus) if sentence.claims and sentence.by is None else None
            if given is None:
                continue
            for figure in figures_in(sentence.text):
                if not figure.is_given_by(figures_in(given)):
                    words = sentence.text[figure.start : figure.end].strip()
                    message = f"“{words}” stands in the sentence, and in none of its claims"
                    yield corpus.problem(NUMBER_NOT_IN_CLAIMS, briefing, (*path, "text"), message)


def _texts_of_claims(sentence: Sentence, corpus: Corpus) -> str | None:
    """The texts and quotes of its claims; None where one of them is not there, which is a problem of its own."""
    found: list[str] = []
    for reference in sentence.claims:
        id_, _, key = reference.partition("/")
        event = corpus.workspace.events.get(id_)
        if event is None or key not in event.claims:
            return None
        found += [event.claims[key].text, *event.claims[key].exact_quotes]
    return "\n\n".join(found)


RULES = (
    sentence_has_a_basis,
    likelihood_and_confidence_stand_apart,
    number_of_a_sentence_stands_in_its_claims,
)
