"""The kind of an event: its type and modes, as PLOVER has them, and whether it lasted."""

from collections.abc import Iterator

from dashboard.checks.corpus import Corpus
from dashboard.model import vocabularies
from dashboard.model.dates import Precision
from dashboard.model.problem import Problem, kind
from dashboard.store.file_problems import excerpt

MODE_NOT_OF_TYPE = kind(
    "mode-not-of-type",
    "A mode that does not belong to the event type",
    "In PLOVER each event type has its own modes, and some have none. An event without a type has no modes.",
    "use a mode of this type, or remove it; `dateline docs records` lists them",
)
RECIPIENT_MISSING = kind(
    "recipient-missing",
    "An event type that needs a recipient",
    "In PLOVER, an event of this type is done to, for or with somebody.",
    "add an actor with `role: recipient` to `who`",
    "warning",
)
LASTED_WITHOUT_SPAN = kind(
    "lasted-without-span",
    "A duration without an interval",
    "`lasted: true` draws the event over the whole interval of its date, so the date must be longer than a day.",
    "write the date as an interval, such as `1999/2009`, or remove `lasted`",
    "warning",
)


def mode_is_of_the_type(corpus: Corpus) -> Iterator[Problem]:
    """Every mode is one of the event type's."""
    for event in corpus.events.values():
        if not event.what.modes:
            continue
        modes = vocabularies.modes_of(event.what.type)
        for index, mode in enumerate(event.what.modes):
            if mode not in modes:
                type_ = f"`{event.what.type}`" if event.what.type else "an event without a type"
                listed = f"its modes are {', '.join(modes)}" if modes else ""
                hint = " ".join(part for part in (corpus.guesses.nearest(mode, modes), listed) if part)
                message = f"`{excerpt(mode)}` is not a mode of {type_}"
                yield corpus.problem(MODE_NOT_OF_TYPE, event, ("what", "modes", index), message, hint)


def type_has_the_recipient_it_needs(corpus: Corpus) -> Iterator[Problem]:
    """An event of a type that is done to somebody has a recipient."""
    for event in corpus.events.values():
        type_ = event.what.type
        if type_ is None or not vocabularies.EVENT_TYPES[type_]["needs_recipient"]:
            continue
        if not any(participant.role == "recipient" for participant in event.who):
            message = f"an event of type `{type_}` needs a recipient, but `who` has none"
            yield corpus.problem(RECIPIENT_MISSING, event, ("what", "type"), message)


def what_lasted_has_a_span(corpus: Corpus) -> Iterator[Problem]:
    """An event that lasted has, as assessed or as reported, a date of more than a day."""
    for event in corpus.events.values():
        if not event.when.lasted:
            continue
        dates = event.when.dates
        if all(date.precision in (Precision.DAY, Precision.TIME) for date in dates):
            message = (
                ("the event has `lasted`, but its date is a single day")
                if dates
                else ("the event has `lasted`, but no date")
            )
            yield corpus.problem(LASTED_WITHOUT_SPAN, event, ("when", "lasted"), message)


RULES = (mode_is_of_the_type, type_has_the_recipient_it_needs, what_lasted_has_a_span)
