"""What a reader has missed since the last look: what happened, was learned, fell, and fell due; a sentence each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from dashboard.evidence.verdicts import Verdict
from dashboard.query.changes.change import Changes, EventChange, NewEvent, QuestionChange, VerdictChange
from dashboard.query.changes.novelty import Novelty
from dashboard.query.wording import count_words

_STANDING: Final = (Verdict.FOUND, Verdict.NOT_CHECKABLE, Verdict.QUESTIONED, Verdict.NOT_FOUND)
"""From what a reader can rely on to what failed."""


@dataclass(frozen=True, slots=True)
class MissedLine:
    """One sentence, and where it leads."""

    kind: Literal["event", "question"]
    id: str
    """The event's id; `thread/question` for a question."""
    text: str
    detail: str = ""
    """A date, or what happened to it."""
    is_there: bool = True
    """Whether there is anything left to lead to."""


@dataclass(frozen=True, slots=True)
class MissedGroup:
    """Lines under what they have in common."""

    title: str
    lines: tuple[MissedLine, ...]


def missed_since(changes: Changes) -> tuple[MissedGroup, ...]:
    """What happened, was learned, fell and fell due, each group with the newest or weightiest first; none is empty."""
    groups = {
        "Happened": map(_new, _newest_first(changes.new_in(Novelty.WORLD))),
        "Learned": map(
            _new,
            _newest_first(
                each for novelty in (Novelty.US, Novelty.UNCLEAR, Novelty.UNDATED) for each in changes.new_in(novelty)
            ),
        ),
        "Fell": _what_fell(changes),
        "Fell due": (_question(each) for each in changes.questions if each.kind == "fell due"),
        "Answered": (_question(each) for each in changes.questions if each.kind == "answered"),
    }
    return tuple(MissedGroup(title, found) for title, lines in groups.items() if (found := tuple(lines)))


def _newest_first(events: Iterable[NewEvent]) -> list[NewEvent]:
    """The newest first; those without a date, of which nobody knows, last."""
    known = list(events)
    dated = [(each.date.sort_key, each) for each in known if each.date]
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return [*(each for _, each in dated), *(each for each in known if not each.date)]


def _new(new: NewEvent) -> MissedLine:
    return MissedLine("event", new.event.id, new.event.title, new.date.short_words() if new.date else "undated")


def _what_fell(changes: Changes) -> Iterator[MissedLine]:
    for id_, was in changes.removed.items():
        title = getattr(was, "title", id_)
        yield MissedLine("event", id_, title, "removed", is_there=False)
    for change in changes.changed:
        if change.was_retracted:
            yield _event_line(change, "retracted")
        elif worse := [each for each in change.verdicts if _is_worse(each)]:
            yield _event_line(change, f"{count_words(len(worse), 'claim')}: {worse[0].before} → {worse[0].after}")


def _is_worse(change: VerdictChange) -> bool:
    return _STANDING.index(change.after) > _STANDING.index(change.before)


def _event_line(change: EventChange, detail: str) -> MissedLine:
    return MissedLine("event", change.after.id, change.after.title, detail)


def _question(change: QuestionChange) -> MissedLine:
    after = change.after
    if after is None:
        return MissedLine("question", change.reference, change.reference, is_there=False)
    detail = str(after.outcome) if change.kind == "answered" else after.due.short_words() if after.due else ""
    return MissedLine("question", change.reference, after.text, detail)
