"""Which clauses of a sentence tell of an event: their verb and subject; and which do not."""

import pytest

from dashboard.drafting.clauses import event_clauses


def told(sentence):
    """The subject and verb of each clause that is found."""
    return [(" ".join(each.sentence[slice(*each.subject)].split()), each.verb) for each in event_clauses(sentence)]


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("Peru, however, refused to sign.", [("Peru", "refused")]),
        ("On May 7, however, Peru refused to sign.", [("Peru", "refused")]),
        ("The Front, which enjoyed support, attacked the port.", [("The Front", "attacked")]),
        ("Peru’s foreign minister, Ana Ruiz, visited Lima.", [("Peru’s foreign minister Ana Ruiz", "visited")]),
        ("When Ruiz announced the vote, Chile withdrew its ships.", [("Chile", "withdrew"), ("Ruiz", "announced")]),
        ("Chile withdrew after Peru attacked its ships.", [("Chile", "withdrew"), ("Peru", "attacked")]),
        ("Peru recovered the port, where Ruiz was captured by rebels.", [("Ruiz", "captured")]),
        ("“We will sign,” Ruiz stated.", [("Ruiz", "stated")]),
        ("LIMA, May 3 (Agency) - Peru expelled an envoy.", [("Peru", "expelled")]),
        ("Peru on Tuesday expelled an envoy.", [("Peru", "expelled")]),
        ("The attacks led Peru to withdraw its troops.", [("Peru", "withdraw")]),
        ("The sanctions were lifted in May.", [("The sanctions", "lifted")]),
        ("The treaty was signed by Peru.", [("The treaty", "signed")]),
    ],
)
def test_a_clause_is_found_where_english_puts_it(sentence, clauses):
    """Behind what interrupts it, what introduces it, and beside the clause that it belongs to."""
    assert sorted(told(sentence)) == sorted(clauses)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile would withdraw after Peru attacked.",
        "Chile hoped that the ships left when Peru attacked.",
        "If Chile withdrew when Peru attacked, nobody saw it.",
        "Peru plans to leave once Chile withdrew.",
        "The troops deployed in Peru would leave.",
        "The talks held in Lima were long.",
        "The toll could rise, police warned.",
        "The threats did not lead Peru to withdraw.",
        "Fear could have led Peru to withdraw.",
        "Shares in Peru closed 3 percent higher.",
        "The victory left the President popular.",
        "The crisis contributed to strained relations.",
        "Ruiz lost interest in the plan.",
        "The team won the race in Bahrain.",
        "The plan took shape in May.",
        "Prices broke a record.",
        "Peru claimed a tax credit.",
        "The court extended its sympathy.",
        "Chile crossed fingers.",
        "They decided on a plan.",
    ],
)
def test_what_did_not_happen_or_is_another_sense_is_no_event(sentence):
    """Suppositions, plans, participles of nouns, reports at the end, and verbs that mean something else here."""
    assert told(sentence) == []
