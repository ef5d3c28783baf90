"""What changed by a briefing's hashes, as it is read: in the sections that any other change is read in."""

from collections.abc import Iterator, Mapping
from typing import Final

from dashboard.briefing.outline import hash_of, path_words, record_name
from dashboard.briefing.since.hash_comparison import ChangedQuestion, ChangedVerdict, HashComparison
from dashboard.query.changes import (
    GONE,
    NOT_COMPARED,
    ChangeLine,
    ChangeSection,
    NewEvent,
    Novelty,
    new_line,
    new_titles,
    overdue_on,
    sources_of,
    stands_now,
)
from dashboard.query.wording import count_words

NOT_KNOWN: Final = "previous values unknown"
_KINDS: Final[Mapping[str, str]] = {
    "events": "event",
    "sources": "source",
    "texts": "source",
    "places": "place",
    "actors": "actor",
    "threads": "thread",
}


def hash_sections(changes: HashComparison) -> tuple[ChangeSection, ...]:
    """The weightiest first; no section is empty."""
    return tuple(ChangeSection(title, lines) for title, found in _sections(changes) if (lines := tuple(found)))


def hash_summary(changes: HashComparison) -> str:
    """One sentence: how many there are of what."""
    if changes.are_none:
        read = " in the records that could be read" if changes.unread else ""
        return f"Nothing that the briefing is based on changed{read}."
    told = (
        (len(changes.new), count_words(len(changes.new), "new event")),
        (len(changes.removed), f"{count_words(len(changes.removed), 'record')} removed"),
        (len(changes.changed), f"{count_words(len(changes.changed), 'record')} changed"),
        (len(changes.left), f"{count_words(len(changes.left), 'event')} no longer in its selection"),
        (len(changes.verdicts), count_words(len(changes.verdicts), "changed verdict")),
        (len(changes.questions), count_words(len(changes.questions), "question")),
    )
    return ", ".join(words for number, words in told if number)


def question_now_words(question: ChangedQuestion) -> str:
    """`answered: no, by ecuador-referendum`; of one that fell due, when."""
    asked = question.asked
    if not question.by:
        return f"fell due: {asked.question.due.words() if asked.question.due else ''}"
    outcome = asked.deciding.answer.outcome if asked.deciding else ""
    doubt = "" if question.is_certain else ", which changed since then: it is not known whether it was an answer before"
    return f"answered: {outcome}, by {question.by}{doubt}"


def verdict_moved_words(moved: ChangedVerdict) -> str:
    """`claim closed: verified → failed`; of a claim that is not there any more, that."""
    key = moved.claim.partition("/")[2]
    return f"claim {key}: {moved.before} → {moved.after or 'gone'}"


def _sections(changes: HashComparison) -> Iterator[tuple[str, Iterator[ChangeLine]]]:
    evidence = changes.after.validation.evidence
    for novelty, title in new_titles(changes.day).items():
        yield title, (new_line(each, evidence) for each in _new_in(changes, novelty))
    yield "Removed", (_line(key, changes, GONE) for key in changes.removed)
    moved = dict.fromkeys(each.claim.partition("/")[0] for each in changes.verdicts)
    yield "Changed verdicts", (_event(id_, changes) for id_ in moved)
    events = (key for key in changes.changed if key.startswith("events/") and key.partition("/")[2] not in moved)
    yield f"Changed: {NOT_KNOWN}", (_line(key, changes) for key in events)
    yield "No longer in its selection", (_event(id_, changes) for id_ in changes.left)
    yield "Questions", (_question(each) for each in changes.questions)
    others = [key for key in changes.changed if not key.startswith("events/")]
    of_sources = ("sources/", "texts/")
    yield f"Sources: {NOT_KNOWN}", (_line(key, changes) for key in others if key.startswith(of_sources))
    rest = (key for key in others if not key.startswith(of_sources))
    yield f"Places, actors and threads: {NOT_KNOWN}", (_line(key, changes) for key in rest)
    unread = ((*each, f"{each[1]}: could not be read now") for each in changes.unread)
    yield (
        NOT_COMPARED,
        (ChangeLine(_KINDS[key.partition("/")[0]], key.partition("/")[2], said) for key, _, said in unread),
    )


def _new_in(changes: HashComparison, novelty: Novelty) -> Iterator[NewEvent]:
    return (each for each in changes.new if each.novelty is novelty)


def _line(key: str, changes: HashComparison, stands: str = "") -> ChangeLine:
    kind, _, id_ = key.partition("/")
    event = changes.after.validation.workspace.events.get(id_) if kind == "events" else None
    if event is not None:
        return _event(id_, changes)
    now = stands or hash_of(key, changes.after.validation.workspace)
    return ChangeLine(_KINDS[kind], id_, record_name(key), _fields(key, changes), f"{kind}: {now}")


def _fields(key: str, changes: HashComparison) -> tuple[str, ...]:
    """Names of the record's changed fields, in words."""
    return tuple(map(path_words, changes.changed.get(key, ())))


def _event(id_: str, changes: HashComparison) -> ChangeLine:
    """A line for a changed event, with the verdicts of its claims that changed."""
    validation = changes.after.validation
    event = validation.workspace.events[id_]
    moved = tuple(verdict_moved_words(each) for each in changes.verdicts if each.claim.partition("/")[0] == id_)
    claims = (each.claim.partition("/")[2] for each in changes.verdicts if each.claim.partition("/")[0] == id_)
    also = sources_of(event, claims)
    said = (*moved, *_fields(f"events/{id_}", changes))
    return ChangeLine("event", id_, f"{id_}: {event.title}", said, stands_now(event, validation.evidence), also)


def _question(question: ChangedQuestion) -> ChangeLine:
    text = question.asked.question.text
    said = question_now_words(question)
    also = (("event", question.by),) if question.by else ()
    on = None if question.by else overdue_on(question.asked.question)
    return ChangeLine("question", question.reference, f"{question.reference}: {text} ({said})", (), said, also, on)
