"""Bases of assessed values, where a record alone does not show it all."""

import pytest


@pytest.mark.parametrize(
    ("assessed", "code"),
    [
        ("value: A, basis: external", "external-without-sources"),
        ("value: A, basis: inferred", "inferred-without-note"),
        ("value: A, basis: quoted", "quoted-without-claims"),
        ("value: A, basis: quoted, claims: [opened]", "quoted-without-claims"),
        ("value: A, basis: unknown", "unknown-with-value"),
        ("basis: inferred, note: So.", "assessed-without-value"),
    ],
)
def test_a_description_is_held_to_its_bases(found, assessed, code):
    """What a source's description assesses is checked like an event's; it has no claims to be quoted from."""
    (problem,) = found(files={"seeds/gazette.yaml": f"kind: report\ntitle: {{assessed: {{{assessed}}}}}\n"})
    assert (problem.file, problem.line, problem.code) == ("seeds/gazette.yaml", 2, code)


@pytest.mark.parametrize("assessed", ["value: A, basis: external, note: So.", "basis: unknown"])
def test_a_note_is_enough_in_a_description(found, assessed):
    """An external value of a description needs no source of its own."""
    assert found(files={"seeds/gazette.yaml": f"kind: report\ntitle: {{assessed: {{{assessed}}}}}\n"}) == []


@pytest.mark.parametrize(
    "body",
    [
        "toward:\n  - {place: manta, as: target, assessed: {basis: unknown}}\n",
        "who:\n  - {actor: lorne, role: mentioned, assessed: {basis: inferred, note: So.}}\n",
        "amounts: {a: {assessed: {part_of: null, basis: inferred, note: It stands alone.}}}\n",
        "where: {assessed: {place: manta, basis: quoted, claims: [opened]}}\n",
    ],
)
def test_a_basis_may_stand_without_a_value_of_its_own(found, body):
    """A place toward which, an actor and a part have nothing to add to what the record says."""
    assert found(body) == []


def test_an_inferred_claim_has_its_reasoning(found):
    """A claim that is inferred needs a note, as a value does."""
    (problem,) = found("claims:\n  a:\n    text: It must be so.\n    basis: inferred\n")
    assert (problem.line, problem.code) == (5, "inferred-without-note")


def test_an_unknown_amount_is_no_amount(found):
    """A currency without a value is of nothing."""
    (problem,) = found("amounts: {a: {assessed: {currency: USD, basis: unknown}}}\n")
    assert (problem.code, problem.message) == ("amount-unit", "the amount has a currency or a unit without a value")
