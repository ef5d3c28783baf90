"""A small workspace in which everything that can be renamed is named, in every way of writing."""

from pathlib import Path

import pytest

EVENT = """\
# About the pier: pier-opens and pier stay as they are here.
title: pier opens at pier   # pier
threads: [harbour, "harbour-2"]
where: {reported: pier, claims: [opened], assessed: {place: 'pier', basis: external, sources: [paper]}}
who:
  - {actor: council, role: initiator, claims: ["opened", 'opened' , opened-again]}
amounts:
  cost: {reported: {value: 5, unit: people}, claims: [opened], part_of: whole}
  whole: {reported: {value: 9, unit: people}, claims: [opened]}
claims:
  opened:  # opened
    text: The council opened the pier.
    by: council
    quotes: [{source: paper, exact: "paper: opened"}]
    disputed_by: [opened-again, pier-closes/closed]
  "opened-again":
    text: >-
      opened
    by: [council, mayor]
    question: harbour/open
    sources:
      - >-  # the paper
        paper
      - other
relations: [{type: leads-to, event: pier-closes, note: opened}]
"""
CLOSES = (
    "title: The pier closes\nclaims: {closed: {text: It closes., sources: [other], disputed_by: [pier-opens/opened]}}\n"
)
BRIEFING = """\
title: pier-opens
marking: CLEAR
as_of: "2025-01-01"
selection: {events: [pier-opens, pier-closes]}
bottom_line: [{text: It opened., claims: [pier-opens/opened, "pier-closes/closed"]}]
judgements: [{question: harbour/open, likelihood: likely, confidence: low, claims: [pier-opens/opened], by: AB}]
options: {since: earlier}
built_on:
  records:
    "texts/paper": "%s"
  fields:
    events/pier-opens:
      "claims.opened.text": "0123456789ab"
      "claims.opened-again.{allow,note}": ""
      "who.council.initiator.role": "0123456789ab"
  verdicts: {pier-opens/opened: quote found}
"""
FILES = {
    "seeds/paper.txt": "paper: opened\n",
    "seeds/paper.yaml": "kind: article\norigin: paper\n"
    "author: {assessed: {value: A, basis: external, sources: [paper]}}\n",
    "seeds/other.yaml": "kind: article\norigin: paper  # paper's\n",
    "events/registry/places.yaml": "pier: {name: pier, precision: site, sources: [paper]}\n",
    "events/registry/actors.yaml": (
        "council: {name: council, kind: government, offices: [{title: x, sources: [paper]}]}\n"
        "mayor: {name: mayor, kind: person}\n"
    ),
    "events/registry/threads.yaml": "harbour:\n  title: harbour\n"
    "  questions: {open: {text: open}}\nharbour-2: {title: b}\n",
    "events/views.yaml": "mine: {title: mine, "
    'show: ["thread:harbour", "source:-paper", "actor:council", "tag:harbour"]}\n',
    "events/lorne/pier-opens.yaml": EVENT,
    "events/lorne/pier-closes.yaml": CLOSES,
    "events/briefings/now.yaml": BRIEFING % ("0" * 64),
    "events/briefings/earlier.yaml": "title: e\nmarking: CLEAR\n"
    'as_of: "2025-01-01"\nselection: {events: [pier-opens]}\n',
}


@pytest.fixture
def pier(empty_workspace: Path) -> Path:
    """The workspace."""
    for name, text in FILES.items():
        (empty_workspace / name).parent.mkdir(parents=True, exist_ok=True)
        (empty_workspace / name).write_bytes(text.encode())
    return empty_workspace
