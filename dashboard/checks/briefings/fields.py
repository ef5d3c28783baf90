"""What a briefing chooses and refers to is there, and it says as of which day."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.corpus import Corpus
from dashboard.checks.references import CLAIM_UNKNOWN, EVENT_UNKNOWN, QUESTION_UNKNOWN
from dashboard.model import vocabularies
from dashboard.model.briefing import OwnMarking
from dashboard.model.dates import EventDate, Precision
from dashboard.model.problem import Problem, kind
from dashboard.model.registry import Thread
from dashboard.store.file_problems import excerpt

SELECTION_EMPTY = kind(
    "selection-empty",
    "A briefing without events",
    "A briefing covers the events that `selection` names, or the events that match its filter.",
    "list `events`, or add a filter: `show`, `from`, `to` or `words`",
)
SELECTION_TWICE = kind(
    "selection-twice",
    "Both a list of events and a filter",
    "A briefing lists its events in order, or has a filter that chooses them. With both, it is not clear which one "
    "counts.",
    "remove the filter or `events`",
)
FILTER_UNKNOWN = kind(
    "filter-unknown",
    "A filter that does not exist",
    "A filter is `facet:value`, as in the address of a page.",
    "use one of these facets before the colon: " + ", ".join(vocabularies.FACETS),
)
AS_OF_NOT_A_DAY = kind(
    "as-of-not-a-day",
    "A briefing whose day is not a day",
    "Whether a question is due, overdue or answered depends on the day. A briefing describes one day, or a time on "
    "that day.",
    'write a day or a time, such as `as_of: "2025-12-31"`',
)
JUDGEMENT_WITHOUT_EVIDENCE = kind(
    "judgement-without-evidence",
    "A key judgement without evidence",
    "A key judgement names the claims that it is based on.",
    "add `claims`, each as `event-id/claim`",
)
LABEL_AS_OWN_WORDS = kind(
    "label-as-own-words",
    "A label of the Traffic Light Protocol as the team's own marking",
    "A label is shown on every page with its colour and meaning. As the team's own marking it would have neither, but "
    "readers would still take it for the label.",
    "write only the label: `marking: AMBER`",
)

_LABEL: Final = re.compile(r"(?:TLP\s*[:\s-]\s*)(?P<label>[A-Z]+(?:\s*\+\s*STRICT)?)", re.IGNORECASE)
_DAYS: Final = (Precision.DAY, Precision.TIME)


def is_a_day(date: EventDate) -> bool:
    """Whether it is one day, or a time on it, and no doubt is about it."""
    return date.precision in _DAYS and not date.uncertain and not date.approximate


def selection_says_something(corpus: Corpus) -> Iterator[Problem]:
    """A briefing names events or filters them, and not both."""
    for briefing in corpus.workspace.briefings.values():
        selection = briefing.selection
        if not selection.events and not selection.is_filter:
            yield corpus.problem(SELECTION_EMPTY, briefing, ("selection",), "no events are selected")
        elif selection.events and selection.is_filter:
            message = f"{len(selection.events):,} events are listed, and there is also a filter"
            yield corpus.problem(SELECTION_TWICE, briefing, ("selection", "events"), message)


def filter_is_one_that_there_is(corpus: Corpus) -> Iterator[Problem]:
    """What stands before the colon of a filter is a facet."""
    for briefing in corpus.workspace.briefings.values():
        for index, show in enumerate(briefing.selection.show):
            facet = show.partition(":")[0]
            if facet not in vocabularies.FACETS:
                hint = corpus.guesses.nearest(facet, vocabularies.FACETS)
                path = ("selection", "show", index)
                yield corpus.problem(FILTER_UNKNOWN, briefing, path, f"`{excerpt(facet)}` is not a facet", hint)


def as_of_is_a_day(corpus: Corpus) -> Iterator[Problem]:
    """A briefing holds as of one day or time."""
    for briefing in corpus.workspace.briefings.values():
        date = briefing.as_of
        if not is_a_day(date):
            message = f"`{date}` is {date.words()}, not a day"
            yield corpus.problem(AS_OF_NOT_A_DAY, briefing, ("as_of",), message)


def own_marking_is_no_label(corpus: Corpus) -> Iterator[Problem]:
    """Words of the team's own are no label of the Traffic Light Protocol, nor of its first version."""
    for briefing in corpus.workspace.briefings.values():
        if isinstance(briefing.marking, OwnMarking):
            text = briefing.marking.text.strip()
            found = _LABEL.fullmatch(text)
            label = "".join((found["label"] if found else text).upper().split())
            if found or label in vocabularies.TLP:
                known = f"write `marking: {label}`"
                hint = known if label in vocabularies.TLP else f"write one of {', '.join(vocabularies.TLP)}"
                message = f"`{excerpt(text)}` is a label of the Traffic Light Protocol"
                yield corpus.problem(LABEL_AS_OWN_WORDS, briefing, ("marking", "text"), message, hint)


def chosen_event_exists(corpus: Corpus) -> Iterator[Problem]:
    """Every event that a briefing names exists."""
    known, events = corpus.workspace.known_events, corpus.workspace.events
    for briefing in corpus.workspace.briefings.values():
        for index, id_ in enumerate(briefing.selection.events):
            if id_ not in known:
                hint = corpus.guesses.nearest(id_, events)
                path = ("selection", "events", index)
                yield corpus.problem(EVENT_UNKNOWN, briefing, path, f"there is no event `{id_}`", hint)


def claim_of_briefing_exists(corpus: Corpus) -> Iterator[Problem]:
    """Every claim that a sentence or judgement rests on exists."""
    known, events = corpus.workspace.known_events, corpus.workspace.events
    for briefing in corpus.workspace.briefings.values():
        for path, claims in briefing.claims_named():
            for index, reference in enumerate(claims):
                id_, _, key = reference.partition("/")
                if id_ in events and key not in events[id_].claims:
                    hint = corpus.guesses.nearest(reference, [f"{id_}/{claim}" for claim in events[id_].claims])
                    message = f"there is no claim `{reference}`"
                    yield corpus.problem(CLAIM_UNKNOWN, briefing, (*path, index), message, hint)
                elif id_ not in known:
                    hint = corpus.guesses.nearest(id_, events)
                    yield corpus.problem(EVENT_UNKNOWN, briefing, (*path, index), f"there is no event `{id_}`", hint)


def judged_question_exists(corpus: Corpus) -> Iterator[Problem]:
    """A key judgement is of a thread's question."""
    known, threads = corpus.known_entries(Thread), corpus.workspace.threads
    for briefing in corpus.workspace.briefings.values():
        for index, judgement in enumerate(briefing.judgements):
            thread, _, key = judgement.question.partition("/")
            if key not in threads[thread].questions if thread in threads else thread not in known:
                questions = [f"{each.id}/{question}" for each in threads.values() for question in each.questions]
                hint = corpus.guesses.nearest(judgement.question, questions)
                path, message = ("judgements", index, "question"), f"there is no question `{judgement.question}`"
                yield corpus.problem(QUESTION_UNKNOWN, briefing, path, message, hint)


def judgement_has_evidence(corpus: Corpus) -> Iterator[Problem]:
    """A key judgement rests on claims."""
    for briefing in corpus.workspace.briefings.values():
        for index, judgement in enumerate(briefing.judgements):
            if not judgement.claims:
                message = f"the judgement of `{judgement.question}` names no claim"
                yield corpus.problem(JUDGEMENT_WITHOUT_EVIDENCE, briefing, ("judgements", index), message)


RULES = (
    selection_says_something,
    filter_is_one_that_there_is,
    as_of_is_a_day,
    own_marking_is_no_label,
    chosen_event_exists,
    claim_of_briefing_exists,
    judged_question_exists,
    judgement_has_evidence,
)
