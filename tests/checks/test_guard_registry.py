"""What a claim may set aside."""

from collections.abc import Callable

from dashboard.checks import guard_registry
from dashboard.model import problem as catalogue
from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]


def test_a_declared_guard_may_be_allowed(found, monkeypatch):
    """A guard is a kind of problem like others; where `allow` misspells it, it is offered."""
    monkeypatch.setattr(guard_registry, "GUARDS", {})
    monkeypatch.setattr(catalogue, "KINDS", {})
    declared = guard_registry.guard("number-not-quoted", "A number", "It stands in no quote.", "quote it", "warning")
    assert catalogue.KINDS == guard_registry.GUARDS == {"number-not-quoted": declared}
    (problem,) = found(claim="    allow: {number-not-quotd: The sum of two amounts.}\n")
    assert (problem.code, problem.hint) == ("guard-unknown", "did you mean `number-not-quoted`?")
