"""What is wrong in a briefing, beside the cases in records/invalid/."""

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.checks.briefings import claims as briefing_claims
from dashboard.checks.corpus import Corpus
from dashboard.checks.validation import validate
from dashboard.evidence.verdicts import VERDICTS
from dashboard.model import vocabularies
from dashboard.query.fields import FIELDS

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "benchmarks"))
import mutating

HEAD = """\
title: The harbour of Lorne
marking: CLEAR
as_of: "2024-01-31"
"""
CHOSEN = "selection: {events: [harbour-opened]}\n"


@pytest.fixture
def briefed(base_workspace):
    """Line, code and hint of each problem of a briefing with these lines."""

    def problems(lines, head=HEAD):
        (base_workspace / "events/briefings").mkdir(exist_ok=True)
        (base_workspace / "events/briefings/lorne.yaml").write_text(head + lines, encoding="utf-8")
        return [(each.line, each.code, each.hint) for each in validate(base_workspace).problems]

    return problems


def codes(found):
    return [code for _line, code, _hint in found]


def test_a_briefing_may_have_everything(briefed):
    """Initials, claims, judgements, words at the head of a section, options, a state, a review."""
    lines = """\
for: The harbour board
scope: The opening, and what is asked since.
selection: {show: ["thread:harbour"], from: "2021", to: "2024", words: harbour}
bottom_line:
  - {text: The harbour was opened on 4 May 2021., claims: [harbour-opened/opened]}
  - {text: Ask for the bill of 13 million., by: AB}
judgements:
  - question: harbour/second-quay
    likelihood: unlikely
    confidence: low
    claims: [harbour-opened/cost]
    by: AB
    reasons: [{text: It is unlikely., by: AB}, {text: Our confidence is low., by: AB}]
words:
  unknown: [{text: Who paid?, by: AB}]
options: {paper: Letter, sections: [bottom-line, sources], figures: []}
review: {status: reviewed, by: AB, on: "2024-02-01"}
built_on:
  records: {events/harbour-opened: "%s"}
  verdicts: {harbour-opened/opened: quote found}
"""
    assert briefed(lines % ("0" * 64)) == []


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        ("selection: {events: [harbour-open]}", "event-unknown", "did you mean `harbour-opened`?"),
        (CHOSEN + "bottom_line: [{text: It is., claims: [harbour/opened]}]", "event-unknown", ""),
        (
            CHOSEN + "bottom_line: [{text: It is., claims: [harbour-opened/open]}]",
            "claim-unknown",
            "did you mean `harbour-opened/opened`?",
        ),
        (CHOSEN + "bottom_line: [{text: It is., claims: [opened]}]", "id-malformed", ""),
        (
            CHOSEN + "judgements: [{question: harbour/quay, likelihood: likely, confidence: low, by: A,"
            " claims: [harbour-opened/opened]}]",
            "question-unknown",
            "did you mean `harbour/second-quay`?",
        ),
        (CHOSEN + "review: {status: reviewed}", "review-incomplete", ""),
        (CHOSEN + "review: {status: retracted}", "retraction-without-note", ""),
        ("selection: {events: [harbour-opened, harbour-opened]}", "listed-twice", ""),
        (CHOSEN + "words: {happend: []}", "value-not-in-vocabulary", "did you mean `happened`?"),
        (CHOSEN + "built_on: {records: {event/x: nothing}}", "value-malformed", ""),
        (CHOSEN + "options: {sections: []}", "value-empty", ""),
        (CHOSEN + "options: {paper: A5}", "value-not-in-vocabulary", "the words are A4, Letter"),
    ],
)
def test_what_a_briefing_names_exists(briefed, line, code, hint):
    """Events, claims, questions and words, with what may have been meant."""
    found = briefed(line + "\n")
    assert code in codes(found)
    assert any(told == code and said.startswith(hint) for _line, told, said in found)


@pytest.mark.parametrize("marking", ["{text: For the board}", "RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"])
def test_a_marking_is_of_the_protocol_or_the_teams_own(briefed, marking):
    """All labels of TLP 2.0, and any words."""
    assert briefed(CHOSEN, HEAD.replace("CLEAR", marking)) == []


@pytest.mark.parametrize("marking", ["WHITE", "TLP:RED", "{txt: For the board}", "[RED]"])
def test_another_marking_is_refused(briefed, marking):
    """Words that only look like a label, and a mapping without a text."""
    assert set(codes(briefed(CHOSEN, HEAD.replace("CLEAR", marking)))) <= {
        *("value-not-in-vocabulary", "key-missing", "key-unknown", "value-wrong-type"),
    }
    assert codes(briefed(CHOSEN, HEAD.replace("CLEAR", marking)))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("TLP:AMBER", "write `marking: AMBER`"),
        ("tlp: amber+strict", "write `marking: AMBER+STRICT`"),
        ("TLP RED", "write `marking: RED`"),
        ("TLP:WHITE", "write one of RED, AMBER+STRICT, AMBER, GREEN, CLEAR"),
        ("GREEN", "write `marking: GREEN`"),
    ],
)
def test_a_label_of_the_protocol_is_not_written_as_own_words(briefed, text, hint):
    """It would stand without its colours and its meaning, and look like the label all the same."""
    found = briefed(CHOSEN, HEAD.replace("CLEAR", f'{{text: "{text}"}}'))
    assert codes(found) == ["label-as-own-words"]
    assert found[0][2] == hint


@pytest.mark.parametrize("text", ["For the minister", "Green paper, restricted", "VS – TLP does not apply"])
def test_own_words_may_have_words_of_labels_in_them(briefed, text):
    """What is no label is theirs."""
    assert briefed(CHOSEN, HEAD.replace("CLEAR", f'{{text: "{text}"}}')) == []


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("We have high confidence that it is very likely.", True),
        ("It will almost certainly pass; our confidence in that is moderate.", True),
        ("There is a roughly even\n chance, with a low level of confidence.", True),
        ("We are highly confident that it is unlikely.", True),
        ("A high degree of confidence says that it will probably pass.", True),
        ("This is a high-confidence judgement: a yes is likely.", True),
        ("It is a remote possibility, with moderate confidence.", True),
        ("There is a chance of about 70 %, with medium confidence.", True),
        ("The likelihood is high, and we are confident of it.", True),
        ("It is likely. Our confidence is low.", False),
        ("60 % voted against it, and our confidence in that is high.", False),
        ("The base is remote, and confidence in the report is low.", False),
        ("Confidence among voters was high, polls said.", False),
        ("It is remotely controlled.", False),
    ],
)
def test_likelihood_and_confidence_are_told_apart_by_sentence(briefed, text, mixed):
    """Within one sentence they are refused, however they are put; in two they are not."""
    quoted = text.replace("\n", "\\n")
    found = codes(briefed(CHOSEN + f'bottom_line: [{{by: AB, text: "{quoted}"}}]\n'))
    assert found == (["likelihood-with-confidence"] if mixed else [])


def test_numbers_of_a_sentence_are_those_of_its_claims(briefed):
    """In digits or words; whoever signs a sentence may say more."""
    claims = "claims: [harbour-opened/cost]"
    assert briefed(CHOSEN + f"bottom_line: [{{text: It cost twelve million dollars., {claims}}}]\n") == []
    assert codes(briefed(CHOSEN + f"bottom_line: [{{text: It cost $13 million., {claims}}}]\n")) == [
        "number-not-in-claims"
    ]
    assert briefed(CHOSEN + f"bottom_line: [{{text: It cost $13 million., by: AB, {claims}}}]\n") == []


def test_a_broken_event_is_not_said_to_be_missing(briefed, base_workspace):
    """What refers to a record that is set aside is not wrong itself."""
    (base_workspace / "events/base/harbour-opened.yaml").write_text("title: 1\n", encoding="utf-8")
    found = briefed(CHOSEN + "bottom_line: [{text: It is., claims: [harbour-opened/opened]}]\n")
    assert not {"event-unknown", "claim-unknown"} & set(codes(found))


def test_the_words_of_the_format_are_those_of_the_program():
    """Facets and verdicts are named in the format and made elsewhere."""
    assert {field.facet.key for field in FIELDS.values() if field.facet} == set(vocabularies.FACETS)
    assert tuple(verdict.value for verdict in VERDICTS) == vocabularies.VERDICTS


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Minister Ana Ruiz opened it, in the words of The Lorne Dispatch.", ""),
        ("There, at Manta, the harbour opens.", ""),
        ("The harbour was opened in May.", ""),
        ("The harbour was opened in June.", "June"),
        ("The harbour was opened by Berta Ruiz.", "Berta"),
    ],
)
def test_names_of_a_sentence_are_those_of_its_claims(base_workspace, briefed, text, missing):
    """Of its texts and quotes, its speaker, source, actors and place; months count as names."""
    briefed(CHOSEN + f"bottom_line: [{{claims: [harbour-opened/opened], text: '{text}'}}]\n")
    found = [each.message for each in validate(base_workspace).problems]
    assert found == ([f"“{missing}” is in the sentence, but in none of its claims"] if missing else [])


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("افتتح الميناء في عام 2021.", ""),
        ("افتتح الميناء بمانتا في عام 2021.", ""),
        ("افتتح الميناء في كيتو وفي كيتو.", "كيتو"),
        ("افتتح الميناء بالكيتوية.", ""),
        ("Der Hafen wurde in 基多 eröffnet.", "Hafen 基多"),
        ("هذا ميناء Berta.", "Berta"),
        ("नया बंदरगाह मंता में है।", ""),
    ],
)
def test_names_without_capitals_are_those_of_the_registries(base_workspace, briefed, text, missing):
    """Other words of these scripts are none; a place that the claims name may be called by another of its names."""
    places = base_workspace / "events/registry/places.yaml"
    known = places.read_text(encoding="utf-8").replace("aliases: [Lorne]", "aliases: [Lorne, مانتا, मंता]")
    quito = "quito: {name: Quito, aliases: [كيتو, 基多], country: EC, precision: country, sources: [gazette]}"
    places.write_text(f"{known}{quito}\n", encoding="utf-8")
    briefed(CHOSEN + f"bottom_line: [{{claims: [harbour-opened/opened], text: '{text}'}}]\n")
    found = [each.message for each in validate(base_workspace).problems if each.code == "name-not-in-claims"]
    assert found == [f"“{name}” is in the sentence, but in none of its claims" for name in missing.split()]


def test_every_changed_digit_and_name_of_the_seeds_briefing_is_caught(root):
    """The mutation test, in the sentences that claims alone carry; a word that begins one is left out."""
    validation = validate(root)
    (briefing,) = validation.workspace.briefings.values()
    every, survivors = 0, []
    for index, sentence in enumerate(briefing.bottom_line):
        for changed in mutating.changed(sentence.text, random.Random(2009)):
            lines = list(briefing.bottom_line)
            lines[index] = sentence.model_copy(update={"text": changed})
            other = briefing.model_copy(update={"bottom_line": tuple(lines)})
            workspace = replace(validation.workspace, briefings={briefing.id: other})
            corpus = Corpus(workspace, validation.evidence)
            every += 1
            if not [problem for rule in briefing_claims.RULES for problem in rule(corpus)]:
                survivors.append(changed)
    assert every >= 15
    assert survivors == []
