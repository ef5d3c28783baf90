"""What a network says in words: its marks, its description, what was left out, and the same as a table."""

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.query.actors import Dossier
from dashboard.query.interactions import Interaction, Quad, Tie
from dashboard.query.wording import count_words
from dashboard.views.drawing import EventRows, one_line

_NAMED: Final = 6
"""More actors of one event than this are counted in the table."""


def tie_name(tie: Tie, names: Mapping[str, str]) -> str:
    """The name of a tie's mark: who acts on whom, how, and how often."""
    between = "and" if tie.is_mutual else "to"
    who = f"{one_line(names[tie.source])} {between} {one_line(names[tie.target])}"
    return f"{who}: {tie.quad.value}, {count_words(len(tie.events), 'event')}"


def actor_name(dossier: Dossier) -> str:
    """The name of an actor's mark: its name, its kind, and in how many events it acts and is acted on."""
    kind = dossier.actor.kind.replace("-", " ") if dossier.actor else "not in the registry"
    return f"{one_line(dossier.name)}, {kind}: did {len(dossier.did)}, target of {len(dossier.received)}"


def description_of(actors: int, ties: Sequence[Tie]) -> str:
    """What the figure shows, with its counts."""
    if not ties:
        return "No event says who acted on whom."
    events = len({event for tie in ties for event in tie.events})
    kinds = [
        f"{count:,} of {quad.value}" if quad is not Quad.UNCLASSIFIED else f"{count:,} without a type"
        for quad in Quad
        if (count := sum(tie.quad is quad for tie in ties))
    ]
    between = f"{count_words(actors, 'actor')} and {count_words(len(ties), 'tie')} between them"
    return f"Who acts on whom: {between}, from {count_words(events, 'event')}; {', '.join(kinds)}."


def sentences_of(less_active: int, weaker: int, ties: Sequence[Tie]) -> tuple[str, ...]:
    """What is not drawn, and what a line without a head is. Without full stops."""
    said = []
    if any(tie.is_mutual for tie in ties):
        said.append("No arrowhead: mutual")
    if any(len(tie.events) > 1 for tie in ties):
        said.append("Number: events")
    if less_active:
        said.append(f"{count_words(less_active, 'less active actor')} not drawn: see the table")
    if weaker:
        said.append(f"{count_words(weaker, 'tie')} with the fewest events not drawn: see the table")
    return tuple(said)


def rows_of(interactions: Sequence[Interaction], names: Mapping[str, str]) -> EventRows:
    """One row an event, of all actors: drawn or not."""
    by_event = {interaction.reading.id: interaction for interaction in interactions}
    return EventRows([each.reading for each in interactions], lambda reading: _row(by_event[reading.id], names))


def _row(interaction: Interaction, names: Mapping[str, str]) -> Mapping[str, str]:
    when = interaction.reading.date.value
    return {
        "Who": _name_list([part.actor for part in interaction.initiators], names) or "not named",
        "Did": _did(interaction),
        "To whom": _to_whom(interaction, names),
        "When": when.words() if when else "undated",
        "Event": one_line(interaction.reading.event.title),
    }


def _did(interaction: Interaction) -> str:
    kind = interaction.reading.event.what.type
    return f"{kind}: {interaction.quad.value}" if kind else interaction.quad.value


def _to_whom(interaction: Interaction, names: Mapping[str, str]) -> str:
    if interaction.recipients:
        return _name_list([part.actor for part in interaction.recipients], names)
    return "each other" if len({part.actor for part in interaction.initiators}) > 1 else "nobody named"


def _name_list(actors: Sequence[str], names: Mapping[str, str]) -> str:
    each = list(dict.fromkeys(actors))
    shown = ", ".join(one_line(names[actor]) for actor in each[:_NAMED])
    return f"{shown} and {len(each) - _NAMED:,} more" if len(each) > _NAMED else shown
