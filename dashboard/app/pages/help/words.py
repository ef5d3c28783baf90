"""What the words of Dateline mean, where neither a vocabulary nor a mark says so itself."""

from collections.abc import Mapping
from typing import Final

from dashboard.briefing.manifest import PROVES
from dashboard.query.sources import TextState

WORDS: Final[Mapping[str, str]] = {
    "event": "One thing that happened, or was said, or is claimed to have.",
    "source": "A document that events are read from: its text and its description, or a description alone.",
    "claim": "One statement about an event, by somebody, carried by quotes or by named sources.",
    "quote": "Words that stand verbatim in a source’s text. The team’s own words never have quotation marks.",
    "set aside": "A sentence that no claim needs to use, with the reason; a headline, a caption, boilerplate.",
    "reported": "What the source says.",
    "assessed": "What the team holds to be true, with its basis. Both are kept, side by side.",
    "origin": "Whose reporting a source repeats. Sources with one origin count once: four outlets that carry one "
    "agency’s report are one. Where none is given, what one outlet reports is its own and counts once.",
    "strength": "How many independent origins a claim, an event or a thread rests on, and through how many outlets: "
    "one origin, four outlets. Apart from reliability, which is of the source, and credibility, which is of the claim: "
    "the three are never one number. Origin unknown: of no source that is named is it told whose reporting it repeats.",
    "not graded": "Nobody has judged it yet. F and 6 say that it was judged, and cannot be known: they have the mark "
    "of what is unknown.",
    "in dispute": "Claims that contradict each other. Both are kept, side by side, with what the team holds.",
    "in doubt": "A claim that no other contradicts, and that the team grades doubtful or improbable, with its reason.",
    "trust": "How far what is shown can be relied on: verdicts by thread and by source, what rests on one origin "
    "alone, what was never reviewed, which guards were set aside.",
    "thread": "A storyline that events belong to, with its open questions; it gives the colour.",
    "new in the world": "Of an event that was recorded since: it happened after the day that is compared with.",
    "new to us": "Of an event that was recorded since: it had happened by that day, and was learned later.",
    "overdue": "A question whose due date has passed, and that no event has answered with yes or no.",
    "calibration": "How likelihoods that were judged compare with what came. The Brier score is the mean squared "
    "difference: 0 is the best, and an even chance said each time has 0.25. Each question counts once, by the last "
    "judgement made before the day of its answer, as the middle of its word’s range; fewer than ten have no score.",
    "seal": "What a written briefing carries inside: what each sentence rests on, and hashes of its words, pictures, "
    "fonts, hidden words and page edges. The command dateline brief verify FILE compares the file with it, and says "
    f"which sentences no longer stand. {PROVES}",
    "problem": "Something wrong in a record: shown with its file, line and mend. An octagon is an error, a triangle a "
    "warning.",
    "undated": "An event whose date nobody gives. It is counted and listed, and no date is invented.",
    "unplaced": "An event whose place nobody gives. It is counted and listed, and no place is invented.",
}

BASES: Final[Mapping[str, str]] = {
    "quoted": "a verified claim of this event carries it",
    "inferred": "the team’s own reasoning, with a note",
    "external": "from a named source whose text is not held, or read elsewhere",
    "unknown": "the team holds that it is not known",
}
"""Of an assessed value: what it rests on."""

VERDICTS: Final[Mapping[str, str]] = {
    "verified": "it has quotes, and all of them stand in texts that are held here",
    "failed": "a quote of a held text does not stand in it, once",
    "not checkable": "it rests on sources whose text is not held, or it is inferred",
}
"""Of a claim. Computed each time, never stored; the three add up to all claims."""

TEXT_STATES: Final[Mapping[TextState, str]] = {
    TextState.UNCHANGED: "its SHA-256 is the one that was described",
    TextState.CHANGED: "its SHA-256 is another than the one described: quotes may rest on words that were altered",
    TextState.MISSING: "a text is described, and there is no such file",
    TextState.UNREADABLE: "the file is there and cannot be read: a problem says why",
    TextState.UNDESCRIBED: "a text lies there, and no description gives its hash: a change would not be noticed",
    TextState.NOT_HELD: "there is a description alone: what rests on it is not checkable",
}

PRECISIONS: Final[Mapping[str, str]] = {
    "site": "a building, a base, a square",
    "city": "a town or city",
    "near": "near a place that has a name",
    "admin2": "a district or county",
    "admin1": "a province or state",
    "region": "a region: drawn as an area, never as a pin",
    "country": "only the country: drawn as an area, never as a pin",
    "unknown": "not known",
}
"""How near a place is known. A ring around a mark says that it is somewhere within."""

REALITY: Final[Mapping[str, str]] = {
    "actual": "it happened, or is said to have",
    "historical": "it is spoken of as long past",
    "future": "it is announced or expected",
    "hypothetical": "it is spoken of as a possibility",
    "negation": "it is said not to have happened",
}

RELATIONS: Final[Mapping[str, str]] = {
    "leads-to": "this event brought that one about",
    "responds-to": "this event answers that one",
    "part-of": "this event belongs to that larger one",
    "repeats": "this event says again what that one said",
    "conflates": "this event’s source mixes it up with that one",
}
"""Without a claim that says so, a relation is the team’s own, and is drawn so."""

CONFIDENCE: Final[Mapping[str, str]] = {
    "low": "the evidence is thin, or can be read in several ways",
    "moderate": "the evidence is credible and not enough for more",
    "high": "the evidence is good and comes from several origins",
}
CONFIDENCE_LEAD: Final = "In the evidence and the reasoning of a judgement: never in one sentence with its likelihood."
