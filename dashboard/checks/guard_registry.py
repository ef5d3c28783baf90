"""Guards: rules that a record may set aside, one at a time, each with a reason that is shown."""

from dashboard.model.problem import ProblemKind, Severity, kind

GUARDS: dict[str, ProblemKind] = {}
"""The kinds that an `allow` may name."""


def guard(code: str, title: str, explanation: str, fix: str, severity: Severity | str = Severity.ERROR) -> ProblemKind:
    """Declare a kind of problem that a claim, a relation, an assessed value or a place may `allow`."""
    GUARDS[code] = kind(code, title, explanation, fix, severity)
    return GUARDS[code]
