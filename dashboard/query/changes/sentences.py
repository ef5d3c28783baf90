"""What changed in an event, a sentence each: “The date now also rests on claim notice (AP).”"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.verdicts import Verdict
from dashboard.model.event import Event
from dashboard.query.changes.change import LEVEL, EventChange, VerdictChange
from dashboard.query.changes.fields import KEYED, UNKNOWN, FieldChange, Json
from dashboard.query.changes.wording import alike_verdicts, both_words, field_words, value_words
from dashboard.store.workspace import Workspace

LONGEST_BESIDE: Final = 60
"""Characters of a value that stands beside what it was; of longer ones, the difference is to be seen, not read."""
_PART_STEPS: Final = 2
"""Steps to a part of many: `claims`, and its key."""
_NOUNS: Final = {
    "who": "actor",
    "toward": "direction",
    "also_reported": "value of another source",
    **{f"{noun}s": noun for noun in ("claim", "amount", "relation", "answer", "judgement", "question")},
}
_PARTS: Final = {"as_reported": "name in the source"}
_PLACED: Final = {"when": "date", "where": "place"}
_LISTS: Final = frozenset({"claims", "sources", "quotes"})
"""Fields with what something rests on."""


_TO_BE_SEEN: Final = ("reads otherwise.", "quotes other words of")
"""What a sentence says whose change is to be seen, as both are too long to be read beside each other."""


@dataclass(frozen=True, slots=True)
class ChangeSentence:
    """One sentence, and what of the event it is about."""

    text: str
    path: tuple[str, ...] = ()
    """The field; empty where it is about the verdicts of claims."""
    claims: tuple[str, ...] = ()
    """Keys of the claims whose verdict it is about."""

    @property
    def is_whole(self) -> bool:
        """Whether it tells all of the change; else both versions are to be seen side by side."""
        return not any(each in self.text for each in _TO_BE_SEEN)


def sentences_of(change: EventChange, workspace: Workspace, places: Mapping[str, str]) -> tuple[ChangeSentence, ...]:
    """What changed in an event: how far it has come, the verdicts of its claims, its fields in their order.

    `workspace` is that of now; `places` are the names of places by id, then and now.
    """
    return tuple(_sentences(change, workspace, places))


def _sentences(change: EventChange, workspace: Workspace, places: Mapping[str, str]) -> Iterator[ChangeSentence]:
    told = [ChangeSentence(_field(each, change.after, workspace, places), each.path) for each in change.fields]
    yield from (each for each in told if each.path == LEVEL)
    for alike in alike_verdicts(change.verdicts):
        yield ChangeSentence(_verdicts(alike), claims=tuple(each.claim for each in alike))
    yield from (each for each in told if each.path != LEVEL)


def _verdicts(alike: Sequence[VerdictChange]) -> str:
    """`A quote of claims base and vote is no longer found: the text changed.`"""
    before, after, keys = alike[0].before, alike[0].after, [each.claim for each in alike]
    named = f"{'claims' if keys[1:] else 'claim'} {_with_and(keys)}"
    match after:
        case Verdict.FOUND if before is Verdict.QUESTIONED:
            told = f"No check objects to {named} any more"
        case Verdict.FOUND:
            told = f"The quotes of {named} are now found"
        case Verdict.QUESTIONED:
            told = f"A check now objects to {named}"
        case Verdict.NOT_FOUND:
            told = f"A quote of {named} is no longer found"
        case _:
            told = f"{_capital(named)} can no longer be checked"
    return f"{told}: {'; '.join(alike[0].why)}." if alike[0].why else f"{told}."


def _field(change: FieldChange, event: Event, workspace: Workspace, places: Mapping[str, str]) -> str:
    path, before, after = change.path, change.before, change.after
    if not path:
        return "Something of it changed; what was there before is not known."
    subject = _subject(path)
    if path[-1] in _LISTS and before is UNKNOWN:
        verb = "quotes" if path[-1] == "quotes" else "rests on"
        return f"What {_subject(path[:-1])} {verb} changed; what it was is not known."
    if path[-1] in _LISTS:
        return _rests(_subject(path[:-1]), path[-1], (before or [], after or []), event, workspace)
    was, is_ = both_words(change, places)
    if before is UNKNOWN:
        return _sentence(f"{_capital(subject)} is now {is_}; what it was is not known")
    if before is None:
        if path[0] in KEYED and len(path) == _PART_STEPS:
            return _sentence(f"There is a new {subject}: {is_}")
        return _sentence(f"{_capital(subject)} is now {is_}")
    if after is None:
        return _sentence(f"{_capital(subject)} was removed: {was}")
    if max(len(value_words(path, each, places)) for each in (before, after)) > LONGEST_BESIDE:
        return f"{_capital(subject)} reads otherwise."
    return _sentence(f"{_capital(subject)} is now {is_}; it was {was}")


def _rests(subject: str, kind: str, values: tuple[list[Json], list[Json]], event: Event, workspace: Workspace) -> str:
    """What a value or a claim rests on now, and no longer."""
    before, after = values
    new, gone = ([each for each in one if each not in other] for one, other in ((after, before), (before, after)))
    if not new and not gone:
        return f"What {subject} rests on stands in another order."
    if kind == "quotes" and len(new) == len(gone):
        return f"{_capital(subject)} quotes other words of {_with_and(_names(kind, new, event, workspace))}."
    verb = "quotes" if kind == "quotes" else "rests on"
    also = f"now {'also ' if before else ''}{verb} {_with_and(_names(kind, new, event, workspace))}" if new else ""
    less = f"no longer {verb} {_with_and(_names(kind, gone, event, workspace))}" if gone else ""
    return f"{_capital(subject)} {' and '.join(filter(None, (also, less)))}."


def _names(kind: str, things: Sequence[Json], event: Event, workspace: Workspace) -> list[str]:
    """Claims by their keys and whom they quote; sources, and the sources of quotes, by their names."""
    if kind == "quotes":
        return list(dict.fromkeys(workspace.source_name(each["source"]) for each in things))
    return [_claim(each, event, workspace) if kind == "claims" else workspace.source_name(each) for each in things]


def _claim(key: str, event: Event, workspace: Workspace) -> str:
    quotes = event.claims[key].quotes if key in event.claims else ()
    names = dict.fromkeys(workspace.source_name(quote.source) for quote in quotes)
    return f"claim {key} ({', '.join(names)})" if names else f"claim {key}"


def _subject(path: tuple[str, ...]) -> str:
    """`the assessed date`, `the text of claim closed`, `claim closed`."""
    first, *rest = path
    if first in KEYED and rest:
        key, *within = rest
        owner = f"{_NOUNS.get(first, first)} {key.replace('.', ', ')}"
        part = _PARTS.get(" ".join(within), " ".join(within).replace("_", " "))
        return f"the {part} of {owner}" if within else owner
    if first == "what" and len(rest) == 1:
        return f"the {rest[0]}"
    if first in _PLACED and rest in (["assessed"], ["reported"], ["assessed", "note"]):
        value = f"{rest[0]} {_PLACED[first]}"
        return f"the note on the {value}" if rest[1:] else f"the {value}"
    return f"the {field_words(path)}"


def _sentence(text: str) -> str:
    """With its full stop, where a value did not bring one."""
    return text if text.endswith((".", "…", "?", "!")) else f"{text}."


def _capital(subject: str) -> str:
    return f"{subject[0].upper()}{subject[1:]}"


def _with_and(names: Sequence[str]) -> str:
    """`a, b and c`."""
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last
