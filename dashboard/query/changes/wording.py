"""Changes in words: of a field, of a value, of a record in one line, and of all of them in one sentence."""

from collections.abc import Iterable, Mapping, Sequence, Sized
from decimal import Decimal, InvalidOperation
from itertools import takewhile
from typing import Final

from dashboard.model.dates import DateProblem, EventDate
from dashboard.query.changes.change import Changes, EventChange, QuestionChange, VerdictChange
from dashboard.query.changes.fields import PARTS, FieldChange, Json, Unknown
from dashboard.query.changes.novelty import Novelty
from dashboard.query.wording import count_words

LONGEST_VALUE: Final = 90
NOTHING: Final = "nothing"
_BEFORE_A_DIFFERENCE: Final = 24
_DATES: Final = frozenset({"date", "on", "due", "published", "accessed"})
_WHOLE: Final[Mapping[tuple[str, ...], str]] = {
    (): "record",
    ("commitment", "level"): "commitment",
    ("what", "type"): "type",
    ("when", "reported"): "reported date",
    ("when", "assessed", "date"): "assessed date",
    ("where", "reported"): "reported place",
    ("where", "assessed", "place"): "assessed place",
    ("review", "status"): "review",
    ("text", "sha256"): "expected SHA-256 of the text",
}
_FIRST: Final = {
    "when": "date",
    "where": "place",
    "claims": "claim",
    "amounts": "amount",
    "relations": "relation",
    "answers": "answer",
    "judgements": "judgement",
    "questions": "question",
}
_SAYING: Final = (
    *("text", "title", "name", "exact", "assessed", "reported", "value", "date", "place", "actor"),
    *("outcome", "likelihood", "level"),
)
"""Fields that say what a part is, the most telling first."""


def summary(changes: Changes) -> str:
    """One sentence: how many there are of what."""
    if changes.are_none:
        what = "Nothing changed" if changes.before else "Nothing that the briefing is based on changed"
        return what + (" in the records that could be read." if changes.unreadable else ".")
    counts = {name: number or 0 for name, number in counts_of(changes).items()}
    novelty = f"{counts['new_in_the_world']:,} happened since, {counts['new_to_us']:,} learned since"
    left = len(changes.left)
    told = {
        f"{count_words(counts['new'], 'new event')} ({novelty})": counts["new"],
        f"{count_words(counts['removed'], 'event')} removed": counts["removed"],
        f"{count_words(counts['changed'], 'event')} changed": counts["changed"],
        f"{count_words(left, 'event')} no longer in its selection": left,
        count_words(counts["questions"], "question"): counts["questions"],
        count_words(counts["sources"], "source"): counts["sources"],
        count_words(counts["registry"], "registry entry", "registry entries"): counts["registry"],
        count_words(counts["new_problems"], "new problem"): counts["new_problems"],
        f"{count_words(counts['fixed_problems'], 'problem')} fixed": counts["fixed_problems"],
    }
    return ", ".join(words for words, number in told.items() if number)


def counts_of(changes: Changes) -> dict[str, int | None]:
    """How many there are of each kind of change; None of what is not known."""
    return {
        "new": len(changes.new),
        "new_in_the_world": len(changes.new_in(Novelty.WORLD)),
        "new_to_us": len(changes.new_in(Novelty.US)),
        "removed": len(changes.removed),
        "changed": len(changes.changed),
        "questions": len(changes.questions),
        "sources": len(changes.sources),
        "registry": len(changes.registry),
        "new_problems": _count(changes.new_problems),
        "fixed_problems": _count(changes.fixed_problems),
        "unreadable": len(changes.unreadable),
    }


def _count(found: Sized | Unknown) -> int | None:
    return None if isinstance(found, Unknown) else len(found)


def field_words(path: tuple[str, ...]) -> str:
    """`assessed date`, `claim closed, text`, `who nato mediator`."""
    if path in _WHOLE:
        return _WHOLE[path]
    if path[-1] == PARTS:
        return f"list of {path[0]}"
    first, *rest = path
    if first == "amounts" and rest[1:] in (["reported", "value"], ["assessed", "value"]):
        return f"amount {rest[0]} as {rest[1]}"
    words = [step.replace("_", " ").replace(".", " ") for step in rest]
    head = _FIRST.get(first, first.replace("_", " "))
    if first in ("when", "where"):
        return ", ".join([head, *words])
    return ", ".join([f"{head} {words[0]}", *words[1:]]) if words else head


def change_words(change: FieldChange, places: Mapping[str, str]) -> str:
    """`assessed date: 2009 → 18 September 2009`; `places` are names by id. Long values are cut."""
    if not change.path:
        return "fields that changed: unknown"
    before, after = both_words(change, places)
    if change.before is None or change.after is None:
        return f"{field_words(change.path)}: {f'new: {after}' if change.before is None else f'removed: {before}'}"
    return f"{field_words(change.path)}: {before} → {after}"


def both_words(change: FieldChange, places: Mapping[str, str]) -> tuple[str, str]:
    """What the value was, and is; long ones are cut, from where they differ."""
    before, after = (value_words(change.path, value, places) for value in (change.before, change.after))
    if change.before is not None and change.after is not None:
        before, after = _from_difference(before, after)
    return shorten(before), shorten(after)


def value_words(path: tuple[str, ...], value: Json, places: Mapping[str, str]) -> str:
    """A value as people read it: dates and places in words, lists with commas, parts by what says most about them."""
    if value is None:
        return NOTHING
    if isinstance(value, Unknown) or not path:
        return str(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(value_words(path, each, places) for each in value)
    if isinstance(value, dict):
        told = next((name for name in _SAYING if name in value), next(iter(value)))
        held = " (assessed)" if told == "assessed" else ""
        return value_words((*path, told), value[told], places) + held
    text = " ".join(str(value).split())
    if path[-1] == "value" or isinstance(value, int | float):
        return _number(text)
    if path[0] == "where" or path[-1] == "place":
        return places.get(text, text)
    return _date(text) if path[-1] in _DATES or path == ("when", "reported") else text


def verdict_words(changes: Sequence[VerdictChange]) -> tuple[str, ...]:
    """`claims closed, policy: quote found → quote not found (the text changed)`: those that fared alike together."""
    return tuple(
        f"claim{'s' if len(alike) > 1 else ''} {', '.join(each.claim for each in alike)}: "
        + f"{alike[0].before} → {alike[0].after}"
        + (f" ({'; '.join(alike[0].why)})" if alike[0].why else "")
        for alike in alike_verdicts(changes)
    )


def alike_verdicts(changes: Iterable[VerdictChange]) -> Iterable[list[VerdictChange]]:
    """The changes of verdicts, those that fared alike together."""
    alike: dict[tuple[object, ...], list[VerdictChange]] = {}
    for change in changes:
        alike.setdefault((change.before, change.after, change.why), []).append(change)
    return alike.values()


def rung_words(change: EventChange) -> str:
    """`floated → agreed`; empty where the matter stands where it stood."""
    return " → ".join(NOTHING if rung is None else str(rung) for rung in change.rungs) if change.rungs else ""


def question_words(change: QuestionChange) -> str:
    """`answered: no`, `fell due on 8 September 2025`, `asked, due 31 December 2026`."""
    after = change.after
    due = after.due if after else None
    match change.kind:
        case "answered" | "answer changed":
            return f"{'answered' if change.is_doubtful else change.kind}: {after.outcome if after else ''}"
        case "fell due":
            return f"fell due: {due.words() if due else ''}"
        case "asked" if due:
            return f"asked, due {due.words()}"
    return change.kind


def doubt_words(change: QuestionChange) -> str:
    """What is not known of the event that answers a question, to stand behind it; empty where all is known."""
    return ", which changed since: it is not known whether it answered before" if change.is_doubtful else ""


def _number(text: str) -> str:
    try:
        told = f"{Decimal(text):,f}"
    except InvalidOperation:
        return text
    return told.rstrip("0").rstrip(".") if "." in told else told


def _date(text: str) -> str:
    try:
        return EventDate.parse(text).words()
    except DateProblem:
        return text


def _from_difference(before: str, after: str) -> tuple[str, str]:
    """Both without the beginning that they share, where that would push what differs out of sight."""
    if max(len(before), len(after)) <= LONGEST_VALUE:
        return before, after
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    start = shared - _BEFORE_A_DIFFERENCE
    return (f"…{before[start:]}", f"…{after[start:]}") if start > 0 else (before, after)


def shorten(text: str, longest: int = LONGEST_VALUE) -> str:
    """`text`, or as many of its characters as are shown, with an ellipsis."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
