"""For each quote that stands no more, the nearest passage is proposed, or why there is none; a code stands for it."""

import pytest

from dashboard.checks.validation import validate
from dashboard.query.repairs import QuoteRepair, repairs_of
from dashboard.query.sources import Sources
from dashboard.store.source_description import figures

TEXT = (
    "The base at Manta was closed in 2009. Ships may land at the pier. Then the mayor said yes. Later the mayor said "
    "yes again, and the council voted to lengthen the pier by forty metres before the winter begins."
)


@pytest.fixture
def repair(tmp_path):
    """What is proposed for one quote, given as YAML, in a workspace with one text."""

    def made(quote, text=TEXT):
        for name, content in {
            "seeds/held.txt": text,
            "seeds/held.yaml": f"kind: article\ntext: {figures(text)}\n",
            "events/a/one.yaml": f"title: One\nclaims: {{said: {{text: It, quotes: [{{source: held, {quote}}}]}}}}\n",
        }.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(content, encoding="utf-8")
        sources = Sources(validate(tmp_path))
        return repairs_of(sources, list(sources.entries.values()))

    return made


@pytest.mark.parametrize(
    ("quote", "texts"),
    [
        ('exact: "The base at Manta was closed in 2008."', {"exact": "The base at Manta was closed in 2009."}),
        ('exact: "The base … was shut in 2009"', {"exact": "The base … was closed in 2009"}),
        (
            'exact: "the council votes to lengthen the pier"',
            {"exact": "the council voted to lengthen the pier"},
        ),
        ('exact: "was closed in 2009", prefix: "base in Manta"', {"prefix": "base at Manta"}),
        ('exact: "was closed in 2008", prefix: "at Manta"', {"exact": "was closed in 2009"}),
        ('exact: "was closed in 2008", suffix: "Boats may"', {"exact": "was closed in 2009", "suffix": ". Ships"}),
    ],
)
def test_the_nearest_passage_is_proposed(repair, quote, texts):
    """With the words before and behind it as the text has them, where the quote names some."""
    (found,) = repair(quote).by_quote.values()
    assert isinstance(found, QuoteRepair)
    assert found.texts == texts


@pytest.mark.parametrize(
    ("quote", "why_not"),
    [
        ('exact: "Bananas are shipped to Norway"', "nothing in the text is near"),
        ('exact: "the mayor said yes"', "it stands 2 times"),
        ('exact: "the mayor said yes", prefix: "Never"', "the words stand 2 times, and nowhere between"),
        ('exact: "before the winter begins … was closed in 2009"', "do not stand in this order"),
        ('exact: "The base … bananas for Norway"', "“bananas for Norway”"),
    ],
)
def test_where_there_is_none_it_is_said_why(repair, quote, why_not):
    """Nobody is led to choose by a machine that cannot know."""
    repairs = repair(quote)
    (found,) = repairs.by_quote.values()
    assert isinstance(found, str)
    assert why_not in found
    assert repairs.proposals == []


def test_a_code_stands_for_all_that_was_shown(repair):
    """Another text, or another quote, has another code; what is named by no code is not chosen."""
    first = repair('exact: "was closed in 2008"')
    assert first.choose([first.proposals[0].code]) == first.proposals
    assert first.choose([first.code]) == first.proposals
    other = repair('exact: "was closed in 2008"', TEXT.replace("2009", "2010"))
    assert other.choose([first.code]) is None
    assert other.choose([first.proposals[0].code]) is None
    assert repair('exact: "was closed in 2007"').choose([first.code]) is None


TIE = (
    "On Monday the ferry was pulled off the rock by the tug Marten. It rained.\n\n"
    "On Friday the ferry was pulled off the bank by the tug Marten. It was dry.\n"
)


def test_of_two_passages_as_near_each_is_proposed_and_neither_with_all(repair):
    """Each has its code; the code of all does not choose between them."""
    repairs = repair('exact: "the ferry was pulled off the reef by the tug Marten"', TIE)
    (found,) = repairs.proposals
    assert found.quote.exact.split()[6:8] == ["rock", "by"]
    assert found.other is not None
    assert found.other.quote.exact == "the ferry was pulled off the bank by the tug Marten"
    assert found.other.offset == TIE.index("the ferry was pulled off the bank")
    assert repairs.clear == []
    assert repairs.choose([repairs.code]) is None
    assert repairs.choose([found.other.code]) == [found.other]


@pytest.mark.parametrize(
    "text",
    [
        TIE.replace("was pulled off the bank by the tug", "lay for nine days at the quay of"),
        TIE.replace("On Friday the ferry was pulled off the bank by", "A week later the pier was struck by"),
        TIE.replace("the rock by the tug", "the rock by the 3 tugs").replace(
            "the bank by the tug", "the reef by the 4 tugs"
        ),
    ],
)
def test_a_passage_that_is_less_near_is_not_proposed_beside_the_nearest(repair, text):
    """A sentence with some words in common is no rival."""
    tug = "3 tugs" if "3 tugs" in text else "tug"
    (found,) = repair(f'exact: "the ferry was pulled off the reef by the {tug} Marten"', text).proposals
    assert found.other is None
