"""What kind of event it is, as PLOVER has it."""

from collections.abc import Iterator

from dashboard.checks.corpus import Corpus
from dashboard.model import vocabularies
from dashboard.model.problem import Problem, kind
from dashboard.store.yaml_problem import excerpt

MODE_NOT_OF_TYPE = kind(
    "mode-not-of-type",
    "A mode of another type",
    "In PLOVER every event type has modes of its own, and some have none; without a type there is no mode.",
    "take a mode of the type from `events/README.md`, or leave it out",
)
RECIPIENT_MISSING = kind(
    "recipient-missing",
    "Done to nobody",
    "In PLOVER an event of this type has somebody that it is done to, for or with.",
    "add somebody with `role: recipient` to `who`",
    "warning",
)


def mode_is_of_the_type(corpus: Corpus) -> Iterator[Problem]:
    """Every mode is one of the event type's."""
    for event in corpus.workspace.events.values():
        if not event.what.modes:
            continue
        modes = vocabularies.modes_of(event.what.type)
        for index, mode in enumerate(event.what.modes):
            if mode not in modes:
                type_ = f"`{event.what.type}`" if event.what.type else "an event without a type"
                listed = f"its modes are {', '.join(modes)}" if modes else ""
                hint = " ".join(part for part in (corpus.guesses.nearest(mode, modes), listed) if part)
                message = f"`{excerpt(mode)}` is no mode of {type_}"
                yield corpus.problem(MODE_NOT_OF_TYPE, event, ("what", "modes", index), message, hint)


def type_has_the_recipient_it_needs(corpus: Corpus) -> Iterator[Problem]:
    """An event of a type that is done to somebody has a recipient."""
    for event in corpus.workspace.events.values():
        type_ = event.what.type
        if type_ is None or not vocabularies.EVENT_TYPES[type_]["needs_recipient"]:
            continue
        if not any(participant.role == "recipient" for participant in event.who):
            message = f"an event of type `{type_}` has a recipient, and `who` has none"
            yield corpus.problem(RECIPIENT_MISSING, event, ("what", "type"), message)


RULES = (mode_is_of_the_type, type_has_the_recipient_it_needs)
