"""Guards: rules that a record may set aside, one at a time, each with a reason that is shown."""

from collections.abc import Iterator

from dashboard.checks.corpus import Corpus, Violation
from dashboard.model.event import Event
from dashboard.model.problem import Problem, ProblemKind, Severity, kind
from dashboard.model.registry import Place
from dashboard.model.source import Source
from dashboard.store.file_problems import excerpt
from dashboard.store.workspace import PathInRecord

GUARD_UNKNOWN = kind(
    "guard-unknown",
    "A check that does not exist or cannot be allowed",
    "`allow` suppresses a guard (by its problem code) for one claim, relation, place or assessed value, with a "
    "reason. Other problems cannot be allowed: fix them.",
    "use the code of a guard from `events/PROBLEMS.md`, or remove the entry",
)
GUARD_NOT_NEEDED = kind(
    "guard-not-needed",
    "An exception that is not needed",
    "`allow` names a guard that finds no problem here. An exception that is not needed could hide a later mistake.",
    "remove the entry",
    "warning",
)

GUARDS: dict[str, ProblemKind] = {}
"""The kinds that an `allow` may name."""


def guard(code: str, title: str, explanation: str, fix: str, severity: Severity | str = Severity.ERROR) -> ProblemKind:
    """Declare a kind of problem that a claim, a relation, an assessed value or a place may `allow`."""
    GUARDS[code] = kind(code, title, explanation, fix, severity)
    return GUARDS[code]


def not_allowed(corpus: Corpus, violations: Iterator[Violation]) -> Iterator[Problem]:
    """The problems of violations that nothing allows, and those of exceptions that no violation needs."""
    given = {
        (type(record), record.id, path): allow for record in _records(corpus) for path, allow in record.exceptions()
    }
    needed: set[tuple[type[Event | Place | Source], str, PathInRecord, str]] = set()
    for violation in violations:
        code, of = violation.kind.code, (type(violation.record), violation.record.id)
        allowing = [path for path in violation.allow_paths if code in given.get((*of, path), ())] if given else []
        needed.update((*of, path, code) for path in allowing)
        if not allowing:
            yield corpus.problem(violation.kind, violation.record, violation.path, violation.message, violation.hint)
    for record in _records(corpus):
        for path, allow in record.exceptions():
            for code in allow:
                if (
                    code in GUARDS
                    and (type(record), record.id, path, code) not in needed
                    and _all_stand(corpus, record)
                ):
                    message = f"`{code}` finds no problem in {_subject(record, path)}"
                    yield corpus.problem(GUARD_NOT_NEEDED, record, (*path, "allow", code), message, key=True)


def _records(corpus: Corpus) -> Iterator[Event | Place | Source]:
    """Every record that may suppress a guard: events, places and sources."""
    yield from corpus.workspace.events.values()
    yield from corpus.workspace.places.values()
    yield from corpus.workspace.sources.values()


def _subject(record: Event | Place | Source, path: PathInRecord) -> str:
    if isinstance(record, Place):
        return f"place `{record.id}`"
    what, *rest = path
    if what == "claims":
        return f"claim `{rest[0]}`"
    return "this relation" if what == "relations" else "this value"


def _all_stand(corpus: Corpus, record: Event | Place | Source) -> bool:
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
