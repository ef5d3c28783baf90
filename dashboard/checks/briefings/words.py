"""A briefing's own words: somebody's or carried by claims, and never how likely and how sure in one sentence."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.corpus import Corpus
from dashboard.evidence.sentences import sentences
from dashboard.model.problem import Problem, kind

SENTENCE_WITHOUT_BASIS = kind(
    "sentence-without-basis",
    "A sentence without an author or claims",
    "Every sentence of a briefing has the initials of its author, or names the claims that it is based on.",
    "add `claims`, each as `event-id/claim`, or `by` with initials",
)
LIKELIHOOD_WITH_CONFIDENCE = kind(
    "likelihood-with-confidence",
    "Likelihood and confidence in one sentence",
    "Likelihood is about what may happen. Confidence is about how good the evidence and the reasoning are. Readers "
    "confuse the two if both are in one sentence (ICD 203).",
    "write two sentences, each as its own entry",
)
_LIKELIHOOD: Final = re.compile(
    r"\b(?:almost no chance|remote(?=[ -](?:chance|possib|probab|likel)|ly (?:possib|likel|probab))"
    r"|(?:very |highly )?(?:(?:un)?likel(?:y|ihood)|(?:im)?probab(?:l[ey]|ility))|(?:almost|nearly) certain(?:ly)?"
    r"|(?:even|\d+ ?(?:%|percent|per cent)) (?:chances?|odds)|(?:chances?|odds) (?:is|are|of)\b)"
    r"|\d ?(?:%|percent|per cent) (?:un)?likel",
    re.IGNORECASE,
)
"""Words of ICD 203, and what is said in their place."""
_GRADE: Final = r"(?:low|moderate|medium|high|great)"
_CONFIDENCE: Final = re.compile(
    rf"\b{_GRADE}(?:[ -](?:level|degree) of)?[ -]confidence\b"
    rf"|\bconfidence\b[^.;]{{0,40}}?\b{_GRADE}\b"
    r"|\b(?:we|I) (?:are|am|feel|remain) (?:\w+ )?confident\b|\b(?:highly|moderately|fairly|very) confident\b",
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
                    message = f"“{likely[0]}” and “{sure[0]}” are in one sentence"
                    yield corpus.problem(LIKELIHOOD_WITH_CONFIDENCE, briefing, (*path, "text"), message)


RULES = (sentence_has_a_basis, likelihood_and_confidence_stand_apart)
