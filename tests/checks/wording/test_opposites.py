"""The opposite of what the quotes say, and the same from the other's side."""

import hashlib

import pytest

from dashboard.checks.validation import validate

ACTORS = "\n".join(
    f"{id_}: {{name: {id_.capitalize()}, kind: government, country: {code}}}"
    for id_, code in (("iran", "IR"), ("russia", "RU"))
)


def problems(quote, claim, workspace):
    """The codes of what is wrong with one claim on one quote, of two countries."""
    text = f"{quote}\n"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (workspace / "seeds" / "note.txt").write_text(text, encoding="utf-8")
    described = f"kind: article\nlanguage: en\ntext: {{sha256: {sha256}, characters: {len(text)}}}\n"
    (workspace / "seeds" / "note.yaml").write_text(described, encoding="utf-8")
    registry = workspace / "events" / "registry" / "actors.yaml"
    registry.write_text(f"{registry.read_text(encoding='utf-8')}\n{ACTORS}\n", encoding="utf-8")
    path = workspace / "events" / "case" / "case.yaml"
    path.parent.mkdir(exist_ok=True)
    claims = f"claims:\n  one:\n    text: '{claim}'\n    quotes: [{{source: note, exact: '{quote}'}}]\n"
    path.write_text(f"title: A report of the day\n{claims}", encoding="utf-8")
    return [each.code for each in validate(workspace).problems]


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Russia bought drones from Iran.", "Russia sold drones from Iran."),
        ("Russia bought drones from Iran.", "Russia sold drones to Iran."),
        ("The king dissolved parliament.", "The king convened parliament."),
        ("The court upheld the ban.", "The court overturned the ban."),
        ("The assembly passed a nonbinding resolution.", "The assembly passed a binding resolution."),
    ],
)
def test_the_opposite_is_told(quote, claim, base_workspace):
    """Also of deeds that have two sides."""
    assert "opposite-said" in problems(quote, claim, base_workspace)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Russia bought drones from Iran.", "Iran sold Russia drones."),
        ("Iran exports oil to Russia.", "Russia imports oil of Iran."),
        ("The king convened parliament; he had not dissolved it.", "Parliament was convened by the king."),
        ("The court upheld the ban and rejected the appeal.", "The court confirmed the ban: the appeal failed."),
        ("The council met to convene a summit.", "The council gathered to call a summit."),
        ("The resolution is not binding.", "The resolution is nonbinding."),
        ("The ruling reversed an earlier ban.", "The ruling overturned an earlier ban."),
        ("The assembly was dissolved and a new one convened.", "The assembly was dissolved."),
    ],
)
def test_the_same_in_other_words_is_no_opposite(quote, claim, base_workspace):
    """From the other one's side, or with a word denied."""
    assert "opposite-said" not in problems(quote, claim, base_workspace)
