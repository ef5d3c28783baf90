"""Words that a quote leaves out."""

import pytest

from dashboard.checks.guards.omissions import doubt_left_out

TEXT = (
    "Ecuador will never host a base. The minister, who is not from Quito, said so. "
    "Talks were held. Nobody came, and no paper was signed. The base was closed in 2009."
)


def spans(*parts):
    return tuple((TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)


@pytest.mark.parametrize(
    ("parts", "claim", "word"),
    [
        (("Ecuador will", "host a base"), "Ecuador will host a base.", "never"),
        (("Ecuador will", "host a base"), "Ecuador will not host a base.", ""),
        (("The minister", "said so"), "The minister said so.", "not"),
        (("Talks were held", "The base was closed"), "Talks were held, and the base closed.", ""),
        (("Ecuador", "host a base", "closed in 2009"), "Ecuador hosted a base.", "never"),
        (("Ecuador will never host a base",), "Ecuador will host a base.", ""),
    ],
)
def test_a_doubt_left_out_of_the_parts_own_sentences_is_told(parts, claim, word):
    """Not one of a sentence in between, nor one that the claim says, too."""
    assert doubt_left_out(TEXT, spans(*parts), claim) == word
