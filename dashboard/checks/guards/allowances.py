"""What `allow` suppresses: the words that it names of one guard, and nothing else that this guard finds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dashboard.checks.corpus import Corpus, Violation, allowable
from dashboard.checks.guard_registry import GUARDS
from dashboard.model.allowance import Allowance, in_quotes
from dashboard.model.event import Event
from dashboard.model.problem import Problem, kind
from dashboard.model.registry import Place
from dashboard.model.source import Source
from dashboard.store.file_problems import excerpt
from dashboard.store.workspace import PathInRecord
from dashboard.store.yaml import scalar

GUARD_UNKNOWN = kind(
    "guard-unknown",
    "A check that does not exist or cannot be allowed",
    "`allow` suppresses a guard (by its problem code) for some words of one claim, relation, place or assessed value, "
    "with a reason. Other problems cannot be allowed: fix them.",
    "use the code of a guard (`dateline docs problems` lists them), or remove the entry",
)
GUARD_NOT_NEEDED = kind(
    "guard-not-needed",
    "An exception that is not needed",
    "`allow` names a guard that finds no problem here, or words that it does not find. An exception that is not needed "
    "could hide a later mistake.",
    "remove the entry",
    "warning",
)
ALLOW_WITHOUT_WORDS = kind(
    "allow-without-words",
    "An exception that does not name its words",
    "An entry of `allow` names the words that the guard may find, and the reason. Whatever else the guard finds is "
    "still a problem. In older versions an entry was the reason alone, and suppressed everything that the guard found.",
    'write the words beside the reason: `allow: {number-not-quoted: {words: "15", reason: The list has 15 names.}}`',
)
OPEN: Final = "…"
"""Stands in an entry to paste for what the team has to write."""
_Record = Event | Place | Source
_Key = tuple[type[_Record], str, PathInRecord, str]


@dataclass(slots=True)
class _Entry:
    """One entry of an `allow`, and what the guard finds there."""

    record: _Record
    path: PathInRecord
    """The path of what allows it: the claim, the relation, the value or the place."""
    code: str
    allowance: Allowance
    found: dict[str, None] = field(default_factory=dict)
    """The words that the guard finds, each once."""

    @property
    def names_words(self) -> bool:
        """Whether the entry is written as it must be."""
        return bool(self.allowance.words)

    @property
    def idle(self) -> list[str]:
        """Words that it names, and that the guard does not find."""
        found = {allowable(word) for word in self.found}
        return [word for word in self.allowance.words if allowable(word) not in found]


def entry_text(code: str, words: Iterable[str], reason: str) -> str:
    """An entry of `allow` as it is written in a file, on one line."""
    listed = [word if word == OPEN else scalar(word) for word in words]
    named = listed[0] if len(listed) == 1 else f"[{', '.join(listed)}]"
    return f"{code}: {{words: {named}, reason: {reason if reason == OPEN else scalar(reason)}}}"


def not_allowed(corpus: Corpus, violations: Iterator[Violation]) -> Iterator[Problem]:
    """The problems of violations that nothing allows, those of exceptions that name no words or are not needed."""
    entries = {
        (type(record), record.id, path, code): _Entry(record, path, code, allowance)
        for record in _records(corpus)
        for path, allow in record.exceptions()
        for code, allowance in allow.items()
    }
    for violation in violations:
        allowing = _allowing(violation, entries) if entries else []
        for entry in allowing:
            entry.found.update(dict.fromkeys(violation.words))
        if all(entry.names_words for entry in allowing):
            named = {allowable(word) for entry in allowing for word in entry.allowance.words}
            if left := violation.words_left(named):
                hint = _hint(violation, left)
                message = violation.message_about(left)
                yield corpus.problem(violation.kind, violation.record, violation.path, message, hint)
    for entry in entries.values():
        if entry.code in GUARDS:
            yield from _of_its_words(corpus, entry)


def _allowing(violation: Violation, entries: Mapping[_Key, _Entry]) -> list[_Entry]:
    of, code = (type(violation.record), violation.record.id), violation.kind.code
    return [entry for path in violation.allow_paths if (entry := entries.get((*of, path, code)))]


def _hint(violation: Violation, left: Sequence[str]) -> str:
    """How to fix it; where that may be an exception, with the entry to paste."""
    hint = violation.hint or violation.kind.fix
    if "`allow` " not in hint:
        return violation.hint
    return f"{hint}: `allow: {{{entry_text(violation.kind.code, left, OPEN)}}}`"


def _of_its_words(corpus: Corpus, entry: _Entry) -> Iterator[Problem]:
    """What is wrong with an entry of a guard: it names no words, or words that the guard does not find."""
    at, subject = (*entry.path, "allow", entry.code), _subject(entry.record, entry.path)
    all_stand = _all_stand(corpus, entry.record)
    if not entry.names_words:
        message = f"the exception from `{entry.code}` in {subject} does not name the words that it is for"
        yield corpus.problem(ALLOW_WITHOUT_WORDS, entry.record, at, message, _with_words(entry, all_stand), key=True)
    elif all_stand and not entry.found:
        message = f"`{entry.code}` finds no problem in {subject}"
        yield corpus.problem(GUARD_NOT_NEEDED, entry.record, at, message, key=True)
    elif all_stand and (idle := entry.idle):
        message = f"`{entry.code}` does not find {in_quotes(idle)} in {subject}"
        hint = f"remove what it does not find; it finds {in_quotes(entry.found)}"
        yield corpus.problem(GUARD_NOT_NEEDED, entry.record, (*at, "words"), message, hint, key=True)


def _with_words(entry: _Entry, all_stand: bool) -> str:
    """The entry to paste, with the words that the guard finds."""
    if not entry.found and all_stand:
        return "remove the entry: the guard finds no problem here"
    return f"write `{entry_text(entry.code, entry.found or [OPEN], entry.allowance.reason)}`"


def _records(corpus: Corpus) -> Iterator[_Record]:
    """Every record that may suppress a guard: events, places and sources."""
    yield from corpus.events.values()
    yield from corpus.workspace.places.values()
    yield from corpus.workspace.sources.values()


def _subject(record: _Record, path: PathInRecord) -> str:
    if isinstance(record, Place):
        return f"place `{record.id}`"
    what, *rest = path
    if what == "claims":
        return f"claim `{rest[0]}`"
    return "this relation" if what == "relations" else "this value"


def _all_stand(corpus: Corpus, record: _Record) -> bool:
    """Whether every quote of an event was looked at and stands. A place and a source have none.

    Where one does not, or its text is not held, guards are silent that have something to say as soon as that is
    fixed: what they find needless now is needed then.
    """
    quoting = [name for name, claim in record.claims.items() if claim.quotes] if isinstance(record, Event) else []
    return all(corpus.evidence.of(record.id, name).all_stand for name in quoting)


def allowed_guard_exists(corpus: Corpus) -> Iterator[Problem]:
    """Guards alone are allowed."""
    for record in _records(corpus):
        for path, allow in record.exceptions():
            for code in allow:
                if code not in GUARDS:
                    where, hint = (*path, "allow", code), corpus.guesses.nearest(code, GUARDS)
                    yield corpus.problem(
                        GUARD_UNKNOWN, record, where, f"`{excerpt(code)}` is not a guard", hint, key=True
                    )


RULES = (allowed_guard_exists,)
