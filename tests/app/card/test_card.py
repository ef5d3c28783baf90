"""The card: every field that a record may have is told, and what differs is marked."""

from pathlib import Path

import pytest

from dashboard.app.card.card import event_card
from dashboard.app.card.comparison import differing
from dashboard.query.reading import Mode

FILES = {
    "seeds/paper.txt": "The port was closed in May by Minister Ana Ruiz. It cost 5 million dollars.\n",
    "seeds/paper.yaml": """
kind: article
title: The port closes
outlet: The Paper
published: "2024-05-04"
url: https://paper.example/port
origin: wire-1
reliability: {grade: F, reason: Nobody has judged it.}
""",
    "seeds/wire.yaml": "kind: article\noutlet: The Wire\norigin: wire-1\nreliability: {grade: B}\n",
    "seeds/radio.yaml": "kind: broadcast\ntitle: Evening news\n",
    "events/registry/places.yaml": """
port: {name: "Port <Example>", precision: city, latitude: 1.5, longitude: 2.5, sources: [radio]}
land: {name: The Land, precision: country, country: EC, allow: {coordinates-outside-country: It is an island}}
""",
    "events/registry/actors.yaml": """
ana-ruis: {name: Ana Ruis, kind: person, sources: [radio]}
ministry: {name: Ministry of Ports, kind: ministry, aliases: [the ministry], sources: [radio]}
bank: {name: The Bank, kind: company, sources: [radio]}
""",
    "events/registry/threads.yaml": """
first:
  title: Ports
  questions: {reopen: {text: "Will it reopen?", due: "2025-01-01"}, why: {text: "Why was it closed?"}}
second: {title: Loans}
""",
    "events/a/before.yaml": """
title: A loan is agreed
threads: [first]
claims: {loan: {text: A loan was agreed., sources: [wire], disputed_by: [closes/costs]}}
amounts:
  loan: {reported: null, assessed: {value: 20000000, currency: USD, basis: external, sources: [wire]}}
relations: [{type: leads-to, event: closes, claims: [loan]}]
""",
    "events/a/closes.yaml": """
title: The port closes
what: {type: coerce, modes: [restrict], contexts: [economic], reality: hypothetical}
threads: [first, second]
commitment: {level: underway, claims: [closed]}
weight: major
tags: [harbour]
when:
  reported: "2024-05?"
  as_reported: in May
  lasted: true
  claims: [closed]
  assessed: {date: "2024-05-03", basis: external, sources: [wire, radio], note: Said on the day.}
where:
  reported: port
  as_reported: The port
  claims: [closed]
toward:
  - {place: land, as: about, assessed: {basis: inferred, note: It lies there.}}
who:
  - {actor: ana-ruis, role: initiator, as_reported: Ana Ruiz, claims: [closed],
     assessed: {basis: external, sources: [radio], note: Misspelt.}}
  - {actor: ministry, role: recipient, as_reported: the ministry, claims: [closed]}
  - {actor: bank, role: mediator, as_reported: a bank, claims: [costs]}
amounts:
  cost:
    reported: {value: 5000000, currency: USD, qualifier: about}
    purpose: closing the port
    part_of: before/loan
    claims: [costs]
    assessed: {value: 5000000, currency: USD, part_of: null, basis: external, sources: [wire], note: On top of it.}
  workers: {reported: {value: 300, unit: people}, claims: [costs]}
claims:
  closed:
    kind: statement
    text: The minister closed the port.
    by: ana-ruis
    by_as_reported: Minister Ana Ruiz
    quotes: [{source: paper, exact: The port was closed in May by Minister Ana Ruiz}]
    sources: [wire]
    credibility: 2
    question: first/why
    allow: {name-not-quoted: The quote has the name of the paper.}
    note: A note on the claim.
  costs:
    text: It cost about 5 million dollars.
    quotes: [{source: paper, exact: It cost six million dollars}]
    credibility: 6
    disputed_by: [inferred, before/loan]
  inferred:
    kind: assessment
    by_as_reported: Analysts
    text: It was on top of the loan.
    basis: inferred
    note: From the dates.
relations:
  - {type: responds-to, event: before, note: The team thinks so.,
     allow: {effect-before-cause: It was foreseen}}
  - {type: part-of, event: nowhere, claims: [closed]}
answers: [{question: first/why, outcome: partly, claims: [closed]}]
judgements:
  - {question: first/reopen, likelihood: unlikely, confidence: low, claims: [closed], by: AB, on: "2024-06-01",
     note: Little is known.}
review: {status: reviewed, by: CD, on: "2024-06-02", note: Looks right.}
""",
}


@pytest.fixture
def told(tmp_path: Path, shown, read):
    """The card's reading, of one event in one mode, with changes to its file."""

    def tell(event="closes", mode=Mode.ASSESSED, **replaced):
        for name, text in FILES.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            for old, new in replaced.items() if name.endswith(f"{event}.yaml") else ():
                assert old in text
                text = text.replace(old, new)
            (tmp_path / name).write_text(text.lstrip("\n"), encoding="utf-8")
        seen = shown(tmp_path, mode=mode, selected=event)
        assert event in seen.workspace.events, [str(each) for each in seen.validation.problems]
        return read(event_card(seen.workspace.events[event], seen))

    return tell


WHOLE = (
    "Port <Example>, 3 May 2024",
    "The port closes",
    "Ports, Loans",
    "underway",
    "coerce (restrict)",
    "hypothetical",
    "major",
    "Tags harbour",
    "Contexts economic",
    "When, lasted",
    "perhaps May 2024 “in May”",
    "3 May 2024",
    "Our sources: The Wire; Evening news. Said on the day.",
    "Where verified Port <Example> “The port”",
    "“The port”",
    "About unknown not given inferred The Land Inferred. It lies there.",
    "To verified Ministry of Ports Mediator failed The Bank (“a bank”)",
    "By verified Ana Ruiz external Ana Ruis",
    "Our source: Evening news. Misspelt.",
    "How much, cost failed about $5 million part of the $20 million",
    "external $5 million not part of the $20 million",
    "For closing the port. Part of: A loan is agreed. Our source: The Wire. On top of it.",
    "How much, workers failed 300 people",
    "Claims 3: 1 verified, 1 failed, 1 not checkable",
    "“The port was closed in May by Minister Ana Ruiz”",
    "The Paper, 4 May 2024, at 0–47",
    "The minister closed the port.",
    "Statement by Ana Ruis, in the words “Minister Ana Ruiz”",
    "Based on: 1 original report, 2 outlets",
    "Based on: 1 original report, 1 outlet",
    "The Paper: unknown reliability cannot be judged (F). The Wire: usually reliable (B). Claim: probably true (2)",
    "Raises Why was it closed?",
    "Check suppressed (name-not-quoted): The quote has the name of the paper.",
    "Note: A note on the claim.",
    "this quote is not in the source",
    "Source: unknown reliability cannot be judged (F). Claim: unknown truth cannot be judged (6)",
    "In dispute: how much",
    "The Paper How much failed about $5 million part of the $20 million 300 people",
    "Assessment by “Analysts”",
    "Inferred by the team",
    "Claim: not graded",
    "Responds to A loan is agreed The team’s own link. The team thinks so. "
    "Check suppressed (effect-before-cause): It was foreseen.",
    "Place The Land. Check suppressed (coordinates-outside-country): It is an island.",
    "verified Part of nowhere (event not found)",
    "not checkable Follows from A loan is agreed",
    "Answers Why was it closed? verified partly",
    "Judged Will it reopen? Unlikely (20 to 45 %). Confidence: low. AB, 1 June 2024 Little is known.",
    "events/a/closes.yaml:1",
    "reviewed by CD 2 June 2024",
    "Looks right.",
)


@pytest.mark.parametrize("words", WHOLE)
def test_every_field_is_told(told, words):
    """Nothing that a record says is left out of its card."""
    assert words in told().text


def test_a_claim_of_another_event_is_disputed_from_both_ends(told):
    """The one that disputes says so as well as the one that is disputed."""
    text = told("before").text
    assert "Answered by The port closes" in text
    assert "The Wire How much external $20 million not checkable A loan was agreed." in text
    assert "The Paper In The port closes How much failed about $5 million" in text
    text = told().text
    assert "The Paper How much failed about $5 million" in text
    assert "The Wire In A loan is agreed How much external $20 million" in text


def test_only_quotes_stand_in_quotation_marks(told):
    """A claim without a quote never looks like one."""
    card = told()
    assert card.tags.count("blockquote") == 2
    assert "“It was on top" not in card.text


def test_a_quote_stands_in_the_sentence_of_its_source(told):
    """The words are marked, the rest of the sentence is not; what does not stand has nothing around it."""
    card = told(**{"exact: The port was closed in May by": "exact: closed in May by"})
    assert "The port was “closed in May by Minister Ana Ruiz”." in card.text
    classes = [value for name, value in card.attributes if name == "class"]
    assert classes.count("dl-exact") == 1
    assert classes.count("dl-around") == 2
    assert "“It cost six million dollars”" in card.text


def test_each_mark_has_its_word(told):
    """Verdicts and bases are told to those who see no shapes."""
    labels = {value for name, value in told().attributes if name == "aria-label"}
    assert {"verified", "failed", "not checkable", "external", "inferred", "unknown"} <= labels


def test_each_mark_leads_to_the_words_or_to_the_source(told):
    """A quote where there is one, that which fails where one does; the source where its text is not held."""
    found = dict.fromkeys(value for name, value in told().attributes if name == "href" and "sources?" in value)
    assert {
        "./sources?source=paper&quote=closes%2Fclosed%2F0",
        "./sources?source=paper&quote=closes%2Fcosts%2F0",
        "./sources?source=wire",
        "./sources?source=radio",
    } == set(found)
    labels = [value for name, value in told().attributes if name == "aria-label"]
    assert {"verified: to the words", "failed: to the words", "external: to the source"} <= set(labels)


def test_every_claim_stands_on_the_card_once(told):
    """In a column or alone: nothing is hidden for being disputed, and an id is given once."""
    card = told()
    ids = sorted(value for name, value in card.attributes if name == "id" and value.startswith("claim-"))
    assert ids == ["claim-closes/closed", "claim-closes/costs", "claim-closes/inferred"]
    assert "The team’s assessment external $5 million, not part of the $20 million" in card.text


def test_a_claim_that_the_team_alone_doubts_stands_against_the_team(told):
    """Graded doubtful, with a note: the note is the other column, marked as the team's own, with no source made up."""
    text = told(**{"    credibility: 2\n": "    credibility: 4\n"}).text
    assert "In doubt Ana Ruis verified" in text
    assert "The team inferred A note on the claim. Graded doubtful (4)" in text
    assert "Note: A note on the claim." not in text


def test_a_dispute_without_a_reason_says_so(told):
    """Where the team holds nothing yet, that is told and drawn as unknown."""
    text = told("before", **{"disputed_by: [closes/costs]": "disputed_by: [closes/inferred]"}).text
    assert "In dispute The Wire not checkable A loan was agreed." in text
    assert "The team’s assessment unknown Nothing yet" in text


def test_the_problems_of_the_record_stand_on_its_card(told):
    """A quote that does not stand is told above the table, with its line."""
    assert "this quote is not in paper line" in told().text


def test_a_retracted_record_says_so_above_all(told):
    """Its note gives the reason."""
    text = told(**{"status: reviewed": "status: retracted"}).text
    assert text.index("Retracted. Looks right.") < text.index("Reported Assessed")


def test_as_reported_the_dateline_is_the_source_s(told):
    """The switch changes the dateline, and leaves both columns."""
    text = told(mode=Mode.REPORTED).text
    assert text.startswith("Port <Example>, perhaps May 2024")
    assert "3 May 2024" in text


def test_an_event_of_the_least_fields_has_a_card(told):
    """A title and a claim are enough."""
    text = told("before").text
    assert "undated" in text
    assert "When unknown not given" in text


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        ("18 September 2009", "2009", ["18 September"]),
        ("Gabriela Sommerville", "Gabriela Sommerfeld", ["Sommerville"]),
        ("$6 million\npart of the whole", "$6 million\nnot part of the whole", ["part of the whole"]),
        ("the same", "the same", []),
    ],
)
def test_only_the_differing_words_are_marked(read, one, other, marked):
    """Of one line, those words; of several, those lines."""
    html = differing(one, other).html
    assert [piece.split("</span>")[0].split(">")[1] for piece in html.split("<span")[1:]] == marked
    assert " ".join(one.split()) == read(html).text


def test_what_both_agree_on_is_one_cell(told):
    """Across both columns; where the team has confirmed it, `we agree` says so, and nowhere else."""
    assert "we agree" not in told().text
    card = told(**{"as_reported: Ana Ruiz, claims: [closed],": "claims: [closed],"})
    assert "By verified Ana Ruis · we agree Our source: Evening news. Misspelt. To verified" in card.text
