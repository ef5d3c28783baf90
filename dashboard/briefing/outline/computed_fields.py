"""What follows from the record of an event: fields that it does not have itself, but on which sentences rest."""

from collections.abc import Container
from typing import Final

from dashboard.model.event import Event
from dashboard.query.changes import Json, field_words

RETRACTED: Final = "retracted"
"""A field of events: whether the review retracts the event, and why. No sentence depends on more of a review."""
ASSESSED_ALONE: Final = "assessed-alone"
"""A field of events: who takes part, and in which role, by the team's assessment alone."""
SEVERAL_AMOUNTS: Final = "several-amounts"
"""A field of events: whether they have more amounts than one, each of which then has a name."""
FIRST_THREAD: Final = "first-thread"
"""A field of events: the thread by which figures draw them."""
GROUP: Final = "thread-group"
"""A field of events: the first of their threads that is registered, below whose heading they stand."""
IN_THREAD: Final = "in-thread."
"""Beginning of a field of events: whether they belong to a thread."""
REMOVED: Final = "removed."
"""Beginning of a field of events: whether they lack what stands at a path, of a row that tells that it is gone."""
HEADLINE: Final = "headline-claims"
"""A field of events: the claims to which their headline refers, which are not its questions."""
IN_ENTRIES: Final = "title-in-annex"
"""A field of events: their headline, as the annex names it beside a claim where no sentence tells it."""
_WORDS: Final = {
    RETRACTED: "retracted",
    ASSESSED_ALONE: "who takes part by assessment alone",
    SEVERAL_AMOUNTS: "whether it has several amounts",
    FIRST_THREAD: "its first thread",
    GROUP: "the thread below which it stands",
    HEADLINE: "list of claims",
    IN_ENTRIES: "title",
}


def computed_field(path: str) -> bool:
    """Whether it is one of these fields."""
    return path in _WORDS or path.startswith((IN_THREAD, REMOVED))


def computed_field_words(path: str) -> str:
    """`whether it has several amounts`, of one of these fields."""
    if path.startswith(REMOVED):
        return f"{field_words(tuple(path.removeprefix(REMOVED).split('.')))}, removed"
    return _WORDS[path] if path in _WORDS else f"whether it is in thread {path.removeprefix(IN_THREAD)}"


def computed_value(event: Event, path: str, threads: Container[str]) -> Json:
    """What the record says in one of these fields; None where it says nothing. `threads` are the registered ones."""
    if path == RETRACTED:
        return ["retracted", event.review.note] if event.review.status == "retracted" else None
    if path == ASSESSED_ALONE:
        return [[each.actor, each.role] for each in event.who if each.is_assessed_alone]
    if path == SEVERAL_AMOUNTS:
        return len(event.amounts) > 1 or None
    if path == IN_ENTRIES:
        return event.title
    if path == HEADLINE:
        return sorted(event.headline_claims)
    known = [each for each in event.threads if each in threads]
    if path.startswith(IN_THREAD):
        return path.removeprefix(IN_THREAD) in known or None
    return next(iter(known), None) if path == GROUP or known[:1] == list(event.threads[:1]) else None
