"""Honest claims in other words than their quotes, and beside each a wrong one that is nearly the same."""

import pytest

from tests.checks.wording.one_claim import objections


@pytest.mark.parametrize(
    ("quote", "claim", "code", "is_struck"),
    [
        ("The miller was acquitted in Nairobi of slander by Kenya.", "Kenya acquitted him in Nairobi.", "", False),
        ("Egypt was accused in Kenya.", "A court in Kenya accused Egypt.", "names-exchanged", False),
        ("Egypt was accused by Kenya.", "Egypt accused Kenya.", "names-exchanged", True),
        (
            "The police of Kenya arrested Egypt’s envoy.",
            "Egypt’s envoy was arrested in Kenya.",
            "names-exchanged",
            False,
        ),
        (
            "In Cairo a mill burned, in Paris a port.",
            "In Paris a mill burned, in Cairo a port.",
            "names-exchanged",
            True,
        ),
        ("Cairo accused Nairobi of dumping rice.", "Egypt accused Kenya of dumping rice.", "speaker-differs", False),
        ("Cairo accused Nairobi of dumping rice.", "Kenya accused Egypt of dumping rice.", "speaker-differs", True),
        ("Paris withdrew its offer to Nairobi.", "France withdrew its offer to Kenya.", "name-not-quoted", False),
        ("The envoy moved his office to Nairobi.", "He moved his office to Uganda.", "name-not-quoted", True),
        ("Anglo-Egyptian talks opened.", "British and Egyptian talks opened.", "name-not-quoted", False),
        ("Anglo-Egyptian talks opened.", "French and Egyptian talks opened.", "name-not-quoted", True),
        ("Anglo-Egyptian talks opened.", "Anglo-French talks opened.", "name-not-quoted", True),
        ("10 mills burned in May, 5 in June.", "15 mills burned between May and June.", "date-not-in-quotes", False),
        ("10 mills burned in May, 5 in June.", "15 mills burned between May and July.", "date-not-in-quotes", True),
        ("By March 1994 it was built. In May it sailed.", "It sailed in May 1994.", "date-not-in-quotes", False),
        ("By March 1994 it was built. In May it sailed.", "It sailed in June 1994.", "date-not-in-quotes", True),
        ("May was not there in 1994. She may sail.", "She sailed in May 1994.", "date-not-in-quotes", True),
        ("It burned on the night of Aug. 3.", "It burned on the night of 3 August.", "date-not-in-quotes", False),
        ("It burned on the night of Aug. 3.", "It burned on the night of 4 August.", "date-not-in-quotes", True),
        ("From 2004-09 the mill was idle.", "The mill was idle from 2004 to 2009.", "date-not-in-quotes", False),
        ("From 2004 to 2009 the mill was idle.", "The mill was idle in 2004-09.", "date-not-in-quotes", False),
        ("From 2004-09 the mill was idle.", "The mill was idle from 2004 to 2008.", "date-not-in-quotes", True),
        ("From 2009-04 the mill was idle.", "The mill was idle until 2004.", "date-not-in-quotes", True),
        ("The crush killed 1426 pilgrims.", "The crush killed 1,426 pilgrims.", "number-not-quoted", False),
        ("The crush of 1426 killed pilgrims.", "The crush killed 1,426 pilgrims.", "number-not-quoted", True),
        ("He ruled for a quarter of a century.", "He ruled for 25 years.", "number-not-quoted", False),
        ("He ruled for a quarter of a century.", "He ruled for 50 years.", "number-not-quoted", True),
        ("He ruled for half a century.", "He ruled for 50 years.", "number-not-quoted", False),
        ("The fleet is to be cut by a fifth.", "The fleet is to be cut by 20 percent.", "number-not-quoted", False),
        ("Two-thirds of it burned.", "Some 67 percent of it burned.", "number-not-quoted", False),
        ("The fleet is to be cut by a fifth.", "The fleet is to be cut by 25 percent.", "number-not-quoted", True),
        ("On the fifth day it burned.", "Of it 20 percent burned.", "number-not-quoted", True),
        ("If they keep it, she will sue.", "She will sue over a failure to return it.", "doubt-added", False),
        ("He waited for a year.", "He waited for over a year.", "doubt-added", True),
        ("He waited for over a year.", "He waited for a year.", "doubt-dropped", True),
    ],
)
def test_the_same_in_other_words_is_not_struck(quote, claim, code, is_struck):
    """Of the honest ones nothing at all is said; of each wrong one what is wrong about it."""
    found = objections(quote, claim)
    assert (code in found) if is_struck else found == []


PLAIN = [
    (
        "The opposition has rejected the treaty with Peru.",
        "The treaty with Peru is not accepted by the opposition.",
        "doubt-dropped",
    ),
    ("The court refused the appeal of Ana Ruiz.", "The court did not allow the appeal of Ana Ruiz.", "doubt-dropped"),
    ("A fleet made the long trip from the north.", "A fleet came all the way from the north.", "quantifier-added"),
    ("The speed of the wind is expected to fall.", "The wind was expected to slow.", "opposite-said"),
    ("A plan has been developed by humanitarian bodies.", "Aid agencies have a plan.", "first-word-not-quoted"),
    ("The wards were closed by the governor.", "Hospital wards were closed.", "first-word-not-quoted"),
]


@pytest.mark.parametrize(("quote", "claim", "code"), PLAIN)
def test_plain_english_is_not_struck(quote, claim, code):
    """Not to accept is to reject, “all the way” counts nothing, and a noun before a noun is no name."""
    assert code not in objections(quote, claim)


@pytest.mark.parametrize(
    ("quote", "claim", "code"),
    [
        (
            "The council has rejected the treaty with Peru.",
            "The council has signed the treaty with Peru.",
            "doubt-dropped",
        ),
        ("Some members of the fleet came from the north.", "All of the fleet came from the north.", "quantifier-added"),
        ("The president ordered a raid.", "Bush ordered a raid.", "first-word-not-quoted"),
        ("The president was in Lima.", "Hill was in Lima.", "first-word-not-quoted"),
        ("The president says so.", "Ford says so.", "first-word-not-quoted"),
    ],
)
def test_what_is_close_to_it_is_struck(quote, claim, code):
    """A signature is no rejection, all are more than some, and a name does something."""
    assert code in objections(quote, claim)
