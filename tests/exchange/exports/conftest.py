"""Worlds to export: everything that a record can have, and words that other formats could take for their own."""

import pytest

HOSTILE = """\
title: '=HYPERLINK("http://x.example") <script>alert(1)</script> & "so", \\n; done'
what: {type: agree, reality: negation}
when: {assessed: {date: "2009~/..", basis: inferred, note: Guessed.}}
where: {assessed: {place: a-country, basis: inferred, note: Guessed.}}
claims:
  told: {text: "<b>It</b> is not so; is it, \\\\ or not?", basis: inferred, note: Guessed., kind: assessment}
"""
PLACES = "a-country: {name: Ecuador, country: EC, precision: country}\n"


@pytest.fixture
def hostile(empty_workspace, exported):
    """One event that did not happen, in a country and from some year on, with words that are code elsewhere."""
    (empty_workspace / "events" / "a").mkdir()
    (empty_workspace / "events" / "registry").mkdir()
    (empty_workspace / "events" / "registry" / "places.yaml").write_text(PLACES, encoding="utf-8")
    (empty_workspace / "events" / "a" / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    return exported(empty_workspace)


DOUBTFUL = """\
title: The base reopens
what: {type: agree, reality: future}
when: {assessed: {date: "1965-09-18?", basis: inferred, note: Guessed.}}
where: {assessed: {place: a-point, basis: inferred, note: Guessed.}}
who:
- {actor: alpha, role: initiator, assessed: {basis: inferred, note: Guessed.}}
- {actor: beta, role: initiator, assessed: {actor: alpha, basis: inferred, note: Guessed.}}
claims:
  said: {text: It will reopen, kind: statement, by: alpha, quoted_by_as_reported: an aide, basis: inferred, note: N.}
  found: {text: The port closes, quotes: [{source: paper, exact: the port closes}]}
  absent: {text: The port burns, quotes: [{source: paper, exact: the port burns}]}
"""
TIMED = """\
title: A call
when: {assessed: {date: "2025-09-04T23:30:00-05:00", basis: inferred, note: Guessed.}}
claims:
  told: {text: They speak, basis: inferred, note: Guessed.}
review: {status: retracted, note: Wrong.}
"""
PAPER = "kind: article\ntitle: A title\noutlet: An outlet\nlanguage: pt-BR\n"


@pytest.fixture
def doubtful(empty_workspace, exported):
    """An event on a day that is not sure, two parts of which are one actor's, and one that is retracted."""
    for folder in ("a", "registry"):
        (empty_workspace / "events" / folder).mkdir()
    files = {
        "events/a/doubtful.yaml": DOUBTFUL,
        "events/a/timed.yaml": TIMED,
        "events/registry/places.yaml": "a-point: {name: X, precision: near, latitude: -0.00001, longitude: -80.5}\n",
        "events/registry/actors.yaml": "alpha: {name: Alpha, kind: government}\nbeta: {name: Beta, kind: person}\n",
        "seeds/paper.yaml": PAPER,
        "seeds/paper.txt": "He said that the port closes.\n",
    }
    for name, text in files.items():
        (empty_workspace / name).write_text(text, encoding="utf-8")
    return exported(empty_workspace)
