"""Points on which sources differ: their topics and sides, the spread of numbers, and who repeats whom."""

import hashlib

import pytest

from dashboard.app.shell import PageContext
from dashboard.checks.validation import validate
from dashboard.query.divergences import divergences_of, origin_trees, spreads_of
from dashboard.query.reading import Mode
from dashboard.query.sources import all_sources

DISPATCH = (
    "The ferry sank off Manta on 5 March 2025. At least 87 people died, and the owner lost 3 million dollars. Divers "
    "went down all night and found the wheelhouse empty, with its windows broken from inside and no sign of any crew. "
    "The harbour master said that the vessel had been inspected in January and that nothing had been wrong with it. "
)
OTHER = "The ferry sank on 6 March 2025, and 107 people died. It cost 4 million euros, or 5 million dollars.\n"
EVENT = """
title: The ferry sinks
when: {reported: "2025-03-05", claims: [day], also_reported: [{reported: "2025-03-06", claims: [other]}]}
amounts:
  dead:
    reported: {value: 87, unit: people}
    claims: [day]
    also_reported: [{reported: {value: 107, unit: people}, claims: [other]}]
    assessed: {value: 107, unit: people, basis: quoted, claims: [other]}
  cost:
    reported: {value: 3000000, currency: USD}
    claims: [day]
    also_reported:
      - {reported: {value: 4000000, currency: EUR}, claims: [other]}
      - {reported: {value: 5000000, currency: USD}, claims: [other]}
claims:
  day: {text: It sank., quotes: [{source: wire, exact: The ferry sank off Manta}], disputed_by: [denied, other]}
  other: {text: It sank later., quotes: [{source: tass, exact: The ferry sank on 6 March 2025}]}
  denied: {text: It did not sink., sources: [unheld], note: No wreck was found.}
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """A workspace with one dispatch in eleven outlets, and one that says otherwise."""
    root = tmp_path_factory.mktemp("ferry")
    for folder in ("seeds", "events/x"):
        (root / folder).mkdir(parents=True)
    texts = {"wire": DISPATCH, "tass": OTHER, **{f"copy-{n}": f"{DISPATCH}Paper {n}." for n in range(10)}}
    for id_, text in texts.items():
        (root / f"seeds/{id_}.txt").write_text(text, encoding="utf-8")
        held = f"text: {{sha256: {hashlib.sha256(text.encode()).hexdigest()}, characters: {len(text)}}}"
        origin = "origin: wire\n" if id_ == "wire" else ""
        (root / f"seeds/{id_}.yaml").write_text(
            f"kind: article\noutlet: Paper {id_}\n{origin}{held}\n", encoding="utf-8"
        )
    (root / "seeds/unheld.yaml").write_text("kind: article\noutlet: Unheld\n", encoding="utf-8")
    (root / "events/x/ferry.yaml").write_text(EVENT, encoding="utf-8")
    return validate(root)


def points(validation, mode=Mode.ASSESSED):
    """Those of a workspace."""
    page = PageContext(validation, mode)
    return divergences_of(page.readings, page.table)


def test_values_and_statements_are_told_with_their_sides(found):
    """A dispute whose values are told is not told again as a statement."""
    assert [(each.topic, [(side.text, side.sources) for side in each.sides]) for each in points(found)] == [
        ("date", [("5 March 2025", ("wire",)), ("6 March 2025", ("tass",))]),
        ("amount", [("87 people", ("wire",)), ("107 people", ("tass",))]),
        ("amount", [("$3 million", ("wire",)), ("€4 million", ("tass",)), ("$5 million", ("tass",))]),
        ("statement", [("It sank.", ("wire",)), ("It did not sink.", ("unheld",))]),
    ]


def test_what_the_team_takes_is_a_sentence(found):
    """The side of a source, its own value, a note, or nothing yet."""
    date, dead, _, statement = points(found)
    assert date.taken == "The team has assessed nothing yet."
    assert dead.taken == "The team takes 107 people."
    assert statement.taken == "The team’s note: No wreck was found."


def test_numbers_are_spread_unit_by_unit(found):
    """One number alone in its unit has no spread."""
    date, dead, cost, _ = points(found)
    assert spreads_of(date.sides) == ()
    (people,) = spreads_of(dead.sides)
    assert (people.unit, people.lowest, people.highest) == ("people", 87, 107)
    (dollars,) = spreads_of(cost.sides)
    assert (dollars.unit, dollars.lowest, dollars.highest) == ("USD", 3_000_000, 5_000_000)
    assert [dollars.share(point.low) for point in dollars.points] == [0.0, 1.0]


def test_ten_copies_of_a_dispatch_are_branches_of_it(found):
    """With how much they share; what one outlet has alone is no tree."""
    date = points(found)[0]
    (tree,) = origin_trees(date.sources, all_sources(found))
    assert (tree.origin, tree.source) == ("wire", "wire")
    assert [each.source for each in tree.branches] == [f"copy-{n}" for n in range(10)]
    assert all(each.share is not None and each.share > 0.9 for each in tree.branches)


def test_a_value_of_the_team_s_own_is_a_side(root):
    """Of the sample: the base was handed over on a day that its article does not give."""
    (date,) = [each for each in points(validate(root)) if each.topic == "date" and each.event.id == "us-base-closed"]
    reported, own = date.sides
    assert (reported.text, reported.is_team_s) == ("2009", False)
    assert (own.text, own.is_team_s) == ("18 September 2009", True)
    assert "ap-2009-09-18" in own.sources
    assert reported.quote is not None


def test_as_reported_statements_without_quotes_are_left_out(found):
    """As everywhere: a claim on a source whose text is not held is not reported by quotes."""
    assert "statement" not in {each.topic for each in points(found, Mode.REPORTED)}
