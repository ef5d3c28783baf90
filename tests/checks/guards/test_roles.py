"""Roles are as the words have them, whether an actor is reported or assessed as quoted."""

import hashlib
from collections.abc import Callable

import pytest

from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]
TEXT = "Minister Ana Ruiz praised the Port of Lorne.\n"
FILES = {
    "seeds/note.txt": TEXT,
    "seeds/note.yaml": "kind: article\nlanguage: en\n"
    f"text: {{sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}, characters: {len(TEXT)}}}\n",
}
CLAIMS = f"""\
claims:
  a:
    text: {TEXT.strip()}
    quotes: [{{source: note, exact: {TEXT.strip()}}}]
"""
QUOTED = "assessed: {basis: quoted, claims: [a]}"


def codes(found, initiator, recipient):
    """What is wrong with two parts in an event."""
    who = f"who:\n  - {{{initiator}, role: initiator}}\n  - {{{recipient}, role: recipient}}\n"
    return [(each.code, each.line) for each in found(event=who + CLAIMS, files=FILES)]


@pytest.mark.parametrize(
    ("initiator", "recipient"),
    [
        ("actor: lorne, claims: [a]", "actor: ana-ruiz, claims: [a]"),
        (f"actor: lorne, {QUOTED}", "actor: ana-ruiz, claims: [a]"),
        ("actor: lorne, claims: [a]", f"actor: ana-ruiz, {QUOTED}"),
        (f"actor: lorne, {QUOTED}", f"actor: ana-ruiz, {QUOTED}"),
        (
            "actor: ana-ruiz, claims: [a], assessed: {actor: lorne, basis: quoted, claims: [a]}",
            f"actor: ana-ruiz, {QUOTED}",
        ),
    ],
)
def test_exchanged_roles_are_told_of_quoted_actors(found, initiator, recipient):
    """Of those reported, of those assessed as quoted, and of whom the team holds to be meant."""
    assert codes(found, initiator, recipient) == [("roles-exchanged", 3)]


@pytest.mark.parametrize(
    ("initiator", "recipient"),
    [
        (f"actor: ana-ruiz, {QUOTED}", f"actor: lorne, {QUOTED}"),
        ("actor: lorne, assessed: {basis: inferred, note: So it seems.}", f"actor: ana-ruiz, {QUOTED}"),
        ("actor: lorne, assessed: {basis: external, sources: [gazette]}", "actor: ana-ruiz, claims: [a]"),
    ],
)
def test_roles_of_another_basis_are_the_teams(found, initiator, recipient):
    """So are roles as the words have them."""
    assert codes(found, initiator, recipient) == []


def test_an_assessed_actor_may_allow_the_exchange(found):
    """In the assessed value."""
    allow = "allow: {roles-exchanged: {words: [lorne, ana-ruiz], reason: The praise was paid for.}}"
    assert codes(found, f"actor: lorne, {QUOTED[:-1]}, {allow}}}", "actor: ana-ruiz, claims: [a]") == []
