"""Roles are as the words have them, whether an actor is reported or assessed as quoted."""

import hashlib
from collections.abc import Callable

import pytest

from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]
TEXT = "Minister Ana Ruiz praised the Port of Lorne.\n"
CLAIMS = f"""\
claims:
  a:
    text: {TEXT.strip()}
    quotes: [{{source: note, exact: {TEXT.strip()}}}]
"""
QUOTED = "assessed: {basis: quoted, claims: [a]}"


def codes(found, initiator, recipient, text=TEXT):
    """What is wrong with two parts in an event."""
    who = f"who:\n  - {{{initiator}, role: initiator}}\n  - {{{recipient}, role: recipient}}\n"
    held = f"text: {{sha256: {hashlib.sha256(text.encode()).hexdigest()}, characters: {len(text)}}}\n"
    files = {"seeds/note.txt": text, "seeds/note.yaml": f"kind: article\nlanguage: en\n{held}"}
    return [
        (each.code, each.line) for each in found(event=who + CLAIMS.replace(TEXT.strip(), text.strip()), files=files)
    ]


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


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Ruiz received two cranes from the Port of Lorne.\n",
        "Minister Ana Ruiz obtained a loan last year from the Port of Lorne.\n",
    ],
)
def test_who_gives_it_acts_whoever_is_named_first(text, found):
    """What one receives from another, the other gives."""
    giver, receiver = "actor: lorne, claims: [a]", "actor: ana-ruiz, claims: [a]"
    assert codes(found, giver, receiver, text) == []
    assert codes(found, receiver, giver, text) == [("roles-exchanged", 3)]


def test_what_somebody_says_from_a_place_is_not_received(found):
    """“From” alone gives nothing."""
    text = "Minister Ana Ruiz criticised from Lima the Port of Lorne.\n"
    assert codes(found, "actor: ana-ruiz, claims: [a]", "actor: lorne, claims: [a]", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Ruiz bought two cranes from the Port of Lorne.\n",
        "Minister Ana Ruiz lost a bet to the Port of Lorne.\n",
    ],
)
def test_whoever_buys_or_sells_may_act(text, found):
    """A deed that has two sides is an initiative of either."""
    for initiator, recipient in (("lorne", "ana-ruiz"), ("ana-ruiz", "lorne")):
        assert codes(found, f"actor: {initiator}, claims: [a]", f"actor: {recipient}, claims: [a]", text) == []
