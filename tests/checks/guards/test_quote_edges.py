"""What stands just beside a quote."""

import pytest

from dashboard.checks.guards.quote_edges import doubt_cut_off
from dashboard.model.claim import Claim


def word(text: str, claim: str, **fields: object) -> str:
    """What makes less of the part of a text between square brackets."""
    before, quoted, behind = text.replace("]", "[").split("[")
    quote = {"source": "notice", "exact": quoted}
    span = (len(before), len(before) + len(quoted))
    return doubt_cut_off(before + quoted + behind, (span,), Claim(text=claim, quotes=[quote], **fields))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry denied that [the army shelled the town].", "denied"),
        ("The ministry rejected reports that [the army shelled the town].", "rejected reports"),
        ("There was no evidence that [the army shelled the town].", "no evidence"),
        ("It is not true that [the army shelled the town].", "not true"),
        ("Few believe that [the army shelled the town].", "believe that"),
        ("There were rumours that [the army shelled the town].", "rumours"),
        ("According to rebels, [the army shelled the town].", "According to rebels"),
        ("Rebels said [the army shelled the town].", "Rebels said"),
        (
            "On Monday the rebels told reporters that [the army shelled the town].",
            "On Monday the rebels told reporters",
        ),
        ("[The army shelled the town], the rebels claimed.", "the rebels claimed"),
        ("[The army shelled the town], said a spokesman for the rebels.", "said a spokesman for the rebels"),
        ("[The army shelled the town], a claim the army denies.", "a claim the army denies"),
        ("[The army shelled the town], which the ministry denied.", "which the ministry denied"),
        ("[The army shelled the town], according to rebels.", "according to rebels"),
        ("Aid groups plan to [leave the town].", "plan to"),
        ("He refused to say whether [the army shelled the town].", "whether"),
        ("A paper falsely wrote that [the army shelled the town].", "falsely wrote"),
        ("Rumours spread that [the army shelled the town].", "Rumours spread"),
        ("[The army shelled the town], it was reported.", "it was reported"),
        ("It would be wrong to say that [the army shelled the town].", "wrong to say"),
        ("Nobody has shown that [the army shelled the town].", "Nobody has shown"),
        ("Nobody has confirmed a report that [the army shelled the town].", "Nobody has confirmed"),
        ("[The army shelled the town], unverified posts say.", "unverified posts say"),
        ("Nobody from the port admitted that [the army shelled the town].", "Nobody from the port admitted"),
        ("[The army shelled the town], a report nobody has confirmed.", "a report nobody has confirmed"),
        ("[The army shelled the town], a claim that could not be verified.", "a claim that could not be verified"),
        ("If talks fail, [people leave the town].", "If"),
        ("If confirmed, that would bring [people to leave the town].", "If confirmed"),
        ("He said that, if approved, it could make [people leave the town].", "if approved"),
        ("He said that unless talks succeed, [people leave the town].", "unless"),
        ("[The army shelled the town], or so its mayor says.", "or so its mayor says"),
        ("[The army shelled the town], the mayor suspects.", "the mayor suspects"),
        ("The mayor says [the army shelled the town] but others dispute this.", "but others dispute this"),
        ("The army is alleged to have [shelled the town].", "is alleged to"),
        ("The army is accused of [shelling the town].", "is accused of"),
        ("[The army shelled the town]; the agency could not verify this independently.", "could not verify"),
        ("[The army shelled the town], though its account could not be confirmed.", "could not be confirmed"),
    ],
)
def test_what_makes_less_of_a_quote_is_told(text, expected):
    """A denial, nobody who believes it, and whose words it is, before the quote and behind it."""
    assert word(text, "The army shelled the town, and people leave it.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "[The army shelled the town] and denied aid to its people.",
        "[The army shelled the town], a report by the council confirmed.",
        "Nobody from the port came, the mayor said. [The army shelled the town].",
        "[The army shelled the town], a report said, and nobody confirmed the number of dead.",
        "The council rejected the plan. [The army shelled the town].",
        "The mayor denied the charge of theft, and [the army shelled the town].",
        "There is no doubt that [the army shelled the town].",
        "Even if confirmed, that would make [people leave the town].",
        "If confirmed, it was the first. On Monday it made [people leave the town].",
        "Even if talks fail, [people leave the town].",
        "If talks fail, others will come. On Monday [people leave the town].",
        "It was hard to see, but [the army shelled the town].",
        "[The army shelled the town] but nobody was hurt, and few dispute that.",
        "Nobody denied that [the army shelled the town].",
        "[The army shelled the town], and the mayor said that schools would close.",
        "After the talks failed, as many had said, on Tuesday [the army shelled the town].",
        "[The army shelled the town.] The rebels claimed the harbour.",
        "[The army shelled the town], which the rebels had left.",
        "[The army shelled the town], but the council rejected a truce.",
        "[The army shelled the town], a report on which is due in May.",
        "Officials said [the army shelled the town].",
        "[The army shelled the town], the mayor said on Monday.",
        "Evidence grew that [the army shelled the town].",
        "The army wrongly shelled [the town].",
        "The army is known to have [shelled the town].",
        "[The army shelled the town], but could not confirm its hold on the harbour until May.",
        "[The army shelled the town]; the mayor could not prove that he had been there.",
    ],
)
def test_words_of_something_else_are_no_doubt(text):
    """Another sentence, another clause, and a doubt that is denied itself."""
    assert word(text, "The army shelled the town.") == ""


@pytest.mark.parametrize(
    ("text", "claim", "fields"),
    [
        ("Rebels said [the army shelled the town].", "Rebels say that the army shelled the town.", {}),
        (
            "Rebels said [the army shelled the town].",
            "The army shelled the town.",
            {"kind": "statement", "by": "rebels"},
        ),
        ("The army denied that [it shelled the town].", "The army did not shell the town.", {}),
        ("Judges ask whether [the army shelled the town].", "Judges ask if the army shelled the town.", {}),
        (
            "[The army shelled the town], a claim the army denies.",
            "The army shelled the town.",
            {"disputed_by": ["denial"]},
        ),
        ("According to rebels, [the army shelled the town].", "The army allegedly shelled the town.", {}),
        ("The army is accused of [shelling the town].", "The army is blamed for shelling the town.", {}),
        (
            "[Ten witnesses said the army shelled the town]; the agency could not verify this.",
            "Ten witnesses said the army shelled the town, which could not be confirmed.",
            {},
        ),
    ],
)
def test_a_claim_that_keeps_it_is_right(text, claim, fields):
    """In its words, or in its fields."""
    assert word(text, claim, **fields) == ""


def test_whose_words_they_are_does_not_say_that_nobody_could_verify_them():
    """“According to ten witnesses” leaves out that the agency could not confirm it."""
    text = "[Ten witnesses said that the army shelled the town]; the agency could not verify this."
    assert word(text, "According to ten witnesses the army shelled the town.") == "could not verify"
