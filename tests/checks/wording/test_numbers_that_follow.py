"""Numbers that follow from those of the quotes by arithmetic, and beside each kind a wrong one that is nearly right."""

import pytest

from tests.checks.wording.one_claim import objections

CHAD = "The commission had five members from Chad and four from Niger."
SECOND_RUN = "This was the third time that Keita had faced Cisse."
CEASEFIRES = "Two previous ceasefires had collapsed. A new one was signed."


def numbers_missed(quote, claim):
    """Whether a number is told."""
    return "number-not-quoted" in objections(quote, claim)


@pytest.mark.parametrize(
    ("quote", "right", "wrong"),
    [
        (SECOND_RUN, "They had met in two earlier elections.", "They had met in three earlier elections."),
        (SECOND_RUN, "They had met in two earlier elections.", "They had met in four earlier elections."),
        (
            "It was her fourth attempt to cross the strait.",
            "She had tried three times before to cross the strait.",
            "She had tried four times before to cross the strait.",
        ),
        (
            "The fifth round of talks opened.",
            "Four earlier rounds had been held.",
            "Three earlier rounds had been held.",
        ),
        ("The sixth strike of the year began.", "Five strikes had preceded it.", "Four strikes had preceded it."),
        (CEASEFIRES, "A third ceasefire was signed.", "A fourth ceasefire was signed."),
        (
            "Police had searched it twice before.",
            "Police searched it a third time.",
            "Police searched it a fifth time.",
        ),
        ("It was the tenth day of the strike.", "It had begun nine days earlier.", "It had begun eight days earlier."),
    ],
)
def test_which_time_it_is_gives_how_often_before(quote, right, wrong):
    """“The third time” is two before, and no three."""
    assert not numbers_missed(quote, right)
    assert numbers_missed(quote, wrong)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The third largest port was closed.", "Two earlier ports were closed."),
        ("The third brigade left.", "Two brigades had left before."),
        ("A third of the voters stayed at home.", "Voters had stayed at home in two earlier elections."),
        ("He was sentenced for the third time.", "He was sentenced with two others."),
    ],
)
def test_not_every_ordinal_tells_of_earlier_ones(quote, claim):
    """A rank, a name or a share does not; nor does a claim that says nothing of before."""
    assert numbers_missed(quote, claim)


def test_an_anniversary_is_so_many_years():
    """There, the ordinal is how many lie between."""
    quote = "The treaty was renewed on its 30th anniversary."
    assert not numbers_missed(quote, "The treaty had been signed thirty years earlier.")


@pytest.mark.parametrize(
    ("quote", "right", "wrong"),
    [
        (CHAD, "The commission had nine members.", "The commission had eight members."),
        ("Three guards were hurt in Lamu and four in Kisumu.", "Seven guards were hurt.", "Six guards were hurt."),
        (
            "She spent three years in Oslo and five in Rome.",
            "She spent eight years abroad.",
            "She spent nine years abroad.",
        ),
        (
            "Two of the ships came from Peru, three from Chile and one from Spain.",
            "Six ships came from abroad.",
            "Seven ships came from abroad.",
        ),
        ("It has four elected members and three appointed ones.", "It has seven members.", "It has eight members."),
        ("Four judges were named by Kenya and five by Uganda.", "There are nine judges.", "There are ten judges."),
        ("The jury has six women and three men.", "The jury has nine members.", "The jury has eight members."),
    ],
)
def test_small_numbers_of_like_things_are_added(quote, right, wrong):
    """Where they stand side by side in a sentence, and the second counts what the first does."""
    assert not numbers_missed(quote, right)
    assert numbers_missed(quote, wrong)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The commission had five members from Chad and four vehicles.", "The commission had nine members."),
        ("Three guards were hurt and four houses burned.", "Seven guards were hurt."),
        ("The party won two seats and held six rallies.", "The party won eight seats."),
        ("Two men were arrested. Three women had complained.", "Five people were arrested."),
        ("He scored two goals in four games.", "He scored six goals."),
        ("Of five members four voted.", "Nine members voted."),
        ("Five of the members, among them four judges, left.", "Nine members left."),
        ("40 soldiers and 12 trucks crossed.", "52 soldiers crossed."),
        ("The group took 30 hostages and 20 rifles.", "The group took 50 hostages."),
        ("It sent 500 tonnes of rice and 20 doctors.", "It sent 520 tonnes of rice."),
        ("60 houses and 15 bridges were lost.", "75 houses were lost."),
    ],
)
def test_unlike_things_are_not_added(quote, claim):
    """Nor are a whole and its part."""
    assert numbers_missed(quote, claim)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The fire destroyed 40 homes and 12 shops.", "The fire destroyed 52 buildings."),
        ("The blast killed 14 soldiers and 6 civilians.", "The blast killed 20 people."),
        ("The firm has 300 workers and 40 managers.", "The firm has 340 employees."),
        ("The convoy had 25 trucks and 15 buses.", "The convoy had 40 vehicles."),
        ("Kenya has 12 seats and Uganda eight.", "Kenya has four seats more than Uganda."),
    ],
)
def test_larger_numbers_are_added_under_a_word_for_both(quote, claim):
    """Houses and shops are buildings."""
    assert not numbers_missed(quote, claim)


@pytest.mark.parametrize(
    ("quote", "right", "wrong"),
    [
        (
            "Some 400 Dutch troops marched with 40 Danes.",
            "Ten times as many Dutch troops as Danes marched.",
            "Eight times as many Dutch troops as Danes marched.",
        ),
        (
            "The north has 20 clinics and the south five.",
            "The north has four times as many clinics as the south.",
            "The north has three times as many clinics as the south.",
        ),
        (
            "Prices rose from 10 to 50 shillings.",
            "Prices are five times what they were.",
            "Prices are six times as high.",
        ),
        (
            "One group got 1,000 rations, the other 99.",
            "One group got about ten times as many rations.",
            "One group got about twelve times as many rations.",
        ),
        (
            "There are 90 men and 30 women in the camp.",
            "There are three times more men than women.",
            "There are nine times more men than women.",
        ),
    ],
)
def test_a_ratio_of_two_numbers_is_given(quote, right, wrong):
    """Exactly, or roughly where it is said to be rough."""
    assert not numbers_missed(quote, right)
    assert numbers_missed(quote, wrong)


def test_a_ratio_is_no_count():
    """So many times as many is nothing that anybody did so many times."""
    assert numbers_missed("He was elected in 10 of 50 districts.", "He was elected five times.")
    assert numbers_missed("There are 90 men and 30 tents in the camp.", "There are three men in the camp.")


@pytest.mark.parametrize(
    ("quote", "right", "wrong"),
    [
        ("Seven of the nine judges agreed.", "Two judges disagreed.", "Three judges disagreed."),
        ("Four of its six ships were lost.", "It has two ships.", "It has three ships."),
        (
            "Kenya, along with Uganda and Egypt, rejected it.",
            "Three countries rejected it.",
            "Four countries rejected it.",
        ),
    ],
)
def test_what_a_part_leaves_and_who_comes_along_are_counted(quote, right, wrong):
    """Two judges are left of nine where seven are named."""
    assert not numbers_missed(quote, right)
    assert numbers_missed(quote, wrong)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Seven of the nine judges agreed.", "Two guards disagreed."),
        ("Seven judges agreed with nine lawyers.", "Two lawyers disagreed."),
    ],
)
def test_only_a_part_leaves_something(quote, claim):
    """And only of the same things."""
    assert numbers_missed(quote, claim)
