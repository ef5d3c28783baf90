"""What the words of Dateline mean, where neither a vocabulary nor a mark says so itself."""

from collections.abc import Mapping
from typing import Final

from dashboard.briefing.manifest import PROVES
from dashboard.model.vocabularies import MEANINGS
from dashboard.query.sources import TextState

WORDS: Final[Mapping[str, str]] = {
    "event": "One thing that happened, was said, or is claimed to have happened.",
    "source": "A document that events are read from: its text and its description, or a description alone.",
    "claim": "One statement about an event, by somebody, supported by quotes or by named sources.",
    "quoted by": "Who passes on what somebody else said. The claim is the speaker’s; the quotes name both.",
    "quote": "The exact words of a source’s text. The team’s own words never have quotation marks.",
    "set aside": "A sentence that no claim needs, with the reason: a headline, a caption, boilerplate.",
    "reported": "What the source says.",
    "in words alone": "An amount for which the source gives words and no number: “hundreds of pilgrims”. It is in "
    "no sum.",
    "assessed": "What the team holds to be true, with its basis. Both are kept, side by side.",
    "origin": "Whose reporting a source repeats. Sources with the same origin count once: four outlets with one "
    "agency’s report are one independent source. If no origin is given, an outlet’s reports are its own.",
    "strength": "How many independent sources a claim, an event or a thread is based on, and how many outlets: "
    "for example 1 original report, 4 outlets. Reliability is about the source and credibility about the claim: "
    "the three are never one number. Origin unknown: no named source says whose reporting it repeats.",
    "relied on": "Words of at least two independent sources are found, and each of these alone says what the claim "
    "says, or gives the value; nobody disputes it. A source that is named without its words is not counted, nor is a "
    "quote about something else.",
    "not graded": "Nobody has graded it yet. F and 6 are different: somebody graded it as unknown. They have the mark "
    "for unknown.",
    "in dispute": "Claims that contradict each other. Both are kept, side by side, with the team’s assessment.",
    "disagreement": "A point on which sources differ, or the team from them: a date, a place, an amount, an actor or a "
    "statement. The page Disagreements lists all with their quotes, the lowest and the highest number in each unit, "
    "which side the team takes, and who repeats whose report. Situation, Sources and Trust lead there.",
    "in doubt": "A claim that no other claim contradicts, but that the team grades doubtful or improbable, with its "
    "reason.",
    "trust": "How far you can rely on what is shown: verdicts by thread and by source, claims from one independent "
    "source, events never reviewed, suppressed checks.",
    "thread": "A storyline that events belong to, with its open questions. It sets the colour.",
    "happened since": "A new event that happened after the day you compare with.",
    "learned since": "A new event that had happened by the day you compare with, but was recorded later.",
    "overdue": "A question whose due date has passed without an answer of yes or no.",
    "calibration": "How the team’s likelihoods compare with what happened. The Brier score is the mean squared "
    "difference: 0 is best; always judging an even chance scores 0.25. Each question counts once, with the last "
    "judgement before the day of its answer, as the middle of its word’s range. Below ten there is no score.",
    "seal": "Data inside a built briefing: what each sentence is based on, and hashes of its words, pictures, fonts, "
    "hidden words and layout (in Markdown, of its words alone). The command dateline brief verify FILE compares the "
    f"file with it and lists the sentences that no longer hold. {PROVES}",
    "problem": "Something wrong in a record, shown with its file, line and fix. An octagon is an error, a triangle a "
    "warning.",
    "undated": "An event that nobody gives a date for. It is counted and listed; no date is invented.",
    "unplaced": "An event that nobody gives a place for. It is counted and listed; no place is invented.",
}

BASES: Final = MEANINGS["bases"]
"""What an assessed value is based on."""

VERDICTS: Final = MEANINGS["verdicts"]
"""The meaning of each verdict of a claim. Verdicts are computed each time, never stored; they add up to all claims."""

TEXT_STATES: Final[Mapping[TextState, str]] = {
    TextState.UNCHANGED: "its SHA-256 is the one in the description",
    TextState.CHANGED: "its SHA-256 differs from the one in the description: quoted words may have been altered",
    TextState.MISSING: "the text is described, but its file is missing",
    TextState.UNREADABLE: "the file cannot be read: a problem says why",
    TextState.UNDESCRIBED: "no description gives the text’s hash: a change would not be noticed",
    TextState.NOT_HELD: "there is only a description: what is based on it is not checkable",
}

PRECISIONS: Final = MEANINGS["precisions"]
"""How exactly a place is known. A ring around a mark says that it is somewhere within."""

REALITY: Final = MEANINGS["reality"]
RELATIONS: Final = MEANINGS["relations"]
"""Without a claim that says so, a relation is the team’s own, and is drawn so."""

CONFIDENCE: Final = MEANINGS["confidence"]
CONFIDENCE_LEAD: Final = (
    "How well evidence and reasoning support a judgement. Never in one sentence with its likelihood."
)
