"""Guards: rules that a claim may set aside for itself, one at a time, each with a reason that is shown."""

from collections.abc import Iterator

from dashboard.checks.corpus import Breach, Corpus
from dashboard.model.event import Event
from dashboard.model.problem import Problem, ProblemKind, Severity, kind
from dashboard.store.yaml_problem import excerpt

GUARD_UNKNOWN = kind(
    "guard-unknown",
    "A guard that does not exist",
    "`allow` sets aside a guard by the code of its problem, for one claim, with a reason. Other problems cannot be "
    "allowed: they are mended.",
    "take the code of a guard from `events/PROBLEMS.md`, or leave the entry out",
)
GUARD_NOT_NEEDED = kind(
    "guard-not-needed",
    "An exception that nothing needs",
    "`allow` names a guard that finds nothing wrong with this claim. An exception that is left behind would hide the "
    "next slip.",
    "leave the entry out",
    "warning",
)

GUARDS: dict[str, ProblemKind] = {}
"""The kinds that `allow` may name."""


def guard(code: str, title: str, explanation: str, mend: str, severity: Severity | str = Severity.ERROR) -> ProblemKind:
    """Declare a kind of problem that a claim may `allow`."""
    GUARDS[code] = kind(code, title, explanation, mend, severity)
    return GUARDS[code]


def not_allowed(corpus: Corpus, breaches: Iterator[Breach]) -> Iterator[Problem]:
    """The problems of breaches that no claim allows, and those of exceptions that no breach needs."""
    needed: set[tuple[str, str, str]] = set()
    for breach in breaches:
        code, event = breach.kind.code, breach.event
        allowing = [name for name in breach.claims if code in event.claims[name].allow]
        needed.update((event.id, name, code) for name in allowing)
        if not allowing:
            yield corpus.problem(breach.kind, event, breach.path, breach.message, breach.hint)
    for event in corpus.workspace.events.values():
        if not _all_stand(corpus, event):
            continue
        for name, claim in event.claims.items():
            for code in claim.allow:
                if code in GUARDS and (event.id, name, code) not in needed:
                    path = ("claims", name, "allow", code)
                    message = f"`{code}` finds nothing wrong with claim `{name}`"
                    yield corpus.problem(GUARD_NOT_NEEDED, event, path, message, key=True)


def _all_stand(corpus: Corpus, event: Event) -> bool:
    """Whether every quote of an event was looked at and stands.

    Where one does not, or its text is not held, guards are silent that have something to say as soon as that is
    mended: what they find needless now is needed then.
    """
    quoting = (name for name, claim in event.claims.items() if claim.quotes)
    return all(corpus.evidence.of(event.id, name).all_stand for name in quoting)


def allowed_guard_exists(corpus: Corpus) -> Iterator[Problem]:
    """A claim allows guards alone."""
    for event in corpus.workspace.events.values():
        for name, claim in event.claims.items():
            for code in claim.allow:
                if code not in GUARDS:
                    path, hint = ("claims", name, "allow", code), corpus.guesses.nearest(code, GUARDS)
                    yield corpus.problem(GUARD_UNKNOWN, event, path, f"`{excerpt(code)}` is no guard", hint, key=True)


RULES = (allowed_guard_exists,)
