"""What a claim says beyond its quote, by rules of the language: each catch beside what is close to it and honest."""

import pytest

from tests.checks.wording.one_claim import objections

NEAR_MISSES = [
    ("The minister narrowly escaped being killed in the blast.", "The minister was killed in the blast.", True),
    ("The bank stopped short of cutting its rate.", "The bank cut its rate.", True),
    ("The two were on the verge of signing a pact.", "The two signed a pact.", True),
    ("The envoy came close to resigning.", "The envoy resigned.", True),
    ("The ferry did not sink.", "The ferry sank.", True),
    ("The minister narrowly escaped being killed in the blast.", "The minister was almost killed in the blast.", False),
    ("The minister narrowly escaped being killed in the blast.", "The minister survived the blast.", False),
    ("The bank stopped short of cutting its rate.", "The bank did not cut its rate.", False),
    ("He escaped from prison and was arrested at sea.", "He was arrested at sea.", False),
    ("The ferry did not sink.", "The ferry was never sunk.", False),
]


@pytest.mark.parametrize(("quote", "claim", "is_struck"), NEAR_MISSES)
def test_what_nearly_happened_did_not_happen(quote, claim, is_struck):
    """Unless the claim says in any words that it did not; nor did what is denied of an irregular verb."""
    assert bool({"doubt-dropped", "opposite-said"}.intersection(objections(quote, claim))) is is_struck


@pytest.mark.parametrize(
    ("claim", "is_struck"),
    [
        ("The fire was sabotage.", True),
        ("Experts say that the fire was sabotage.", False),
        ("The fire is attributed to sabotage.", False),
        ("Sabotage was blamed for the fire.", False),
    ],
)
def test_what_somebody_attributes_is_their_view(claim, is_struck):
    """As a fact it is struck, unless its text says that it is somebody's view; as their assessment it is not."""
    quote = "Experts attribute the fire to sabotage."
    assert ("said-as-fact" in objections(quote, claim)) is is_struck
    assert "said-as-fact" not in objections(quote, claim, kind="assessment", by_as_reported="Experts")


@pytest.mark.parametrize(
    ("quote", "claim", "is_struck"),
    [
        ("The minister resigned after the vote.", "The vote made the minister resign.", True),
        ("The minister resigned after the vote.", "The minister resigned over the vote.", True),
        ("Rebels shelled the camp. Their chief was dead.", "Rebels shelled it in order to avenge their chief.", True),
        ("The army burnt the village.", "The army burnt the village to punish its farmers.", True),
        ("The vote led the minister to resign.", "The vote made the minister resign.", False),
        ("The minister left in a row over the vote.", "The minister resigned over the vote.", False),
        ("The minister resigned in protest at the vote.", "The minister resigned over the vote.", False),
        ("The minister resigned on Saturday.", "The minister resigned over the weekend.", False),
        ("Rebels avenged their chief and shelled the camp.", "Rebels shelled it to avenge their chief.", False),
        ("The firm made 300 people redundant.", "The firm made 300 workers redundant.", False),
        ("Egypt won control of the port.", "Egypt won control over the port.", False),
    ],
)
def test_a_cause_in_other_words_is_the_quotes_own(quote, claim, is_struck):
    """“Made … resign”, “resigned over”, “to avenge”: where no quote has a cause, the claim has none."""
    assert ("cause-added" in objections(quote, claim)) is is_struck


@pytest.mark.parametrize(
    ("quote", "claim", "is_struck"),
    [
        ("Rebels captured the port in May.", "Rebels lost the port in May.", True),
        ("Rebels captured the port from the army.", "Rebels lost the port to the army.", True),
        ("Rebels captured the port from the army.", "The army lost the port to rebels.", False),
        ("The port was captured by rebels.", "Forces of the state lost the port to rebels.", False),
        ("Rebels captured the port and lost it in June.", "Rebels lost the port in June.", False),
        ("The strong showing of the party was no surprise.", "The weak showing of the party was no surprise.", True),
        ("A strong quake shook the city; weak houses fell.", "Weak houses fell in a quake.", False),
        ("Armed men entered the camp.", "Unarmed men entered the camp.", True),
        ("The talks were unofficial.", "The talks were official.", True),
        ("The men were not armed.", "The men were unarmed.", False),
        ("The men were in the union.", "The men were in the unit.", False),
        ("Troops left the northern province.", "Troops left the southern province.", True),
        ("Troops moved from north to south.", "Troops moved southward.", False),
        ("The king nationalised the canal.", "The king privatised the canal.", True),
    ],
)
def test_the_opposite_is_told_by_pairs_and_by_un(quote, claim, is_struck):
    """Not where the claim tells it from the other side, or the quotes have both."""
    assert ("opposite-said" in objections(quote, claim)) is is_struck


@pytest.mark.parametrize(
    ("quoted", "said", "is_struck"),
    [
        ("pupils", "teachers", True),
        ("farmers", "miners", True),
        ("soldiers", "policemen", True),
        ("refugees", "tourists", True),
        ("rebels", "soldiers", True),
        ("pupils", "people", False),
        ("pupils", "children", False),
        ("marines", "soldiers", False),
        ("soldiers", "prisoners", False),
        ("teachers", "protesters", False),
        ("nurses", "women", False),
        ("miners", "workers", False),
        ("officers", "policemen", False),
        ("rebels", "fighters", False),
    ],
)
def test_people_of_one_calling_are_not_those_of_another(quoted, said, is_struck):
    """A word for anybody, or for what befell them, may be of any calling."""
    found = objections(f"The bus took 900 {quoted} to the camp.", f"The bus took 900 {said} to the camp.")
    assert ("counted-otherwise" in found) is is_struck


@pytest.mark.parametrize(("claim", "is_struck"), [("8 May", False), ("9 May", False), ("7 May", True)])
def test_the_eve_of_a_day_is_the_day_before(claim, is_struck):
    """Whether or not the year is known."""
    found = objections("They met on the eve of the 9 May vote.", f"They met on {claim}.")
    assert ("date-not-in-quotes" in found) is is_struck


@pytest.mark.parametrize(
    ("quote", "claim", "is_struck"),
    [
        ("The fleet was ordered to sail to Cairo.", "The fleet sailed to Cairo.", True),
        ("The fleet was ordered to sail, and it sailed to Cairo.", "The fleet sailed to Cairo.", False),
        ("The army was ordered to close the port, which it did.", "The port was closed.", False),
        ("A deal to sell the port is close.", "The port was sold.", True),
        ("The port was sold in a deal to cut debts.", "The port was sold.", False),
        ("Kenya is to begin negotiating a grain pact.", "Negotiations of Kenya on a grain pact were concluded.", True),
        ("Kenya is to begin negotiating a grain pact.", "Negotiations of Kenya on a grain pact are to start.", False),
        ("The king requested that parliament provide the money.", "Parliament provided the money.", True),
        ("The king requested that it grant the poor $5 million.", "The king obtained $5 million.", True),
        ("The king requested that it grant the poor $5 million.", "The king asked for $5 million.", False),
        ("Under a plan of 2010, Kenya spent $5 million.", "Kenya spent $5 million.", False),
        ("In May 2021 Kenya lost $5 million.", "Kenya lost $5 million in May 2021.", False),
        ("The bank will pay the rest; it has paid $5 million.", "The bank has paid $5 million.", False),
        ("Kenya plans to program an additional $5 million.", "Kenya has added $5 million, as was announced.", True),
        ("Kenya plans to program an additional $5 million.", "Kenya means to add $5 million.", False),
    ],
)
def test_what_is_ordered_or_to_begin_is_not_done(quote, claim, is_struck):
    """Nor a sum that somebody asks for; unless the quotes say themselves that it was done."""
    assert ("doubt-dropped" in objections(quote, claim)) is is_struck


TRUCE = "Under pressure from Kenya, France and Egypt accepted a truce."


@pytest.mark.parametrize(
    ("quote", "claim", "is_struck"),
    [
        (TRUCE, "Under French and Egyptian pressure, Kenya accepted a truce.", True),
        (TRUCE, "Egypt accepted a truce.", False),
        (TRUCE, "A truce was accepted by France.", False),
        ("French forces attacked across Egypt’s deserts.", "Egypt attacked through the deserts.", True),
        ("The raid on Kenya was ordered by Uganda.", "Kenya ordered the raid.", True),
        ("The raid was ordered by Uganda after Kenya protested.", "Uganda ordered the raid.", False),
        ("France attacked Kenya, and Egypt then attacked Uganda.", "Egypt attacked Uganda.", False),
        ("In Kenya, the envoy of France opened a school.", "France opened a school in Kenya.", False),
        ("Kenya’s port, which was seized by Egypt, was freed by France.", "France freed the port Egypt seized.", False),
        ("The port that France built for Kenya was opened.", "Kenya opened the port that France had built.", False),
    ],
)
def test_who_does_it_is_whom_the_quotes_have_do_it(quote, claim, is_struck):
    """Not another who stands beside them there: in the active, in the passive, in a list, or in a country of theirs."""
    assert ("names-exchanged" in objections(quote, claim)) is is_struck


TWO = "In Cairo a bomb killed four. In Paris a fire hurt nine."


@pytest.mark.parametrize(
    ("quote", "claim", "is_struck"),
    [
        (TWO, "In Cairo a fire hurt four.", True),
        (TWO, "In Cairo a bomb killed nine.", True),
        (TWO, "A fire hurt nine in Cairo.", True),
        (TWO, "In Cairo a bomb killed four, and in Paris a fire hurt nine.", False),
        (TWO, "Four died in Cairo when a bomb went off.", False),
        (TWO, "Four were killed in Cairo and nine hurt in Paris.", False),
        ("Kenya sent 300 troops. Uganda sent 40 tanks.", "Kenya sent 40 tanks.", True),
        ("Kenya sent 300 troops. Uganda sent 300, too.", "Uganda sent 300 troops.", False),
        ("Kenya sent 300 troops. They closed two ports.", "Kenya closed two ports with its 300 troops.", False),
        ("Kenya sent 300 troops. Uganda closed two ports to them.", "Kenya’s troops were kept from two ports.", False),
        ("In Cairo talks began. In Paris the talks of 30 states ended.", "Talks begun in Cairo ended in Paris.", False),
    ],
)
def test_two_facts_of_a_quote_are_not_made_one(quote, claim, is_struck):
    """What one sentence says of one place is not said of the place that opens another, where that is plain."""
    assert ("names-exchanged" in objections(quote, claim)) is is_struck
