"""British spellings of words as American ones: `labor` of Labour, `organization` of Organisation."""

import re
from functools import lru_cache
from typing import Final

_BRITISH: Final = (
    (re.compile(r"(?<=[a-z]{2})our(?=$|s$|ed$|er|ing|ite|able|al|y|ful|hood)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=e$|ed$|es$|er|ing|ation)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})ys(?=e$|ed$|es$|er|ing)"), "yz"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=ef|of|et|ic)en[cs]e(?=$|s$)"), "ense"),
    (re.compile(r"ogramme(?=$|s$)"), "ogram"),
    (re.compile(r"ae(?=o|d|s)"), "e"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])ll(?=ed$|ing|or|er)"), "l"),
)
_MAY_BE_BRITISH: Final = re.compile(r"our|[iy]s[ei]|isa|[bt]re|ence|amme|ae|ll")
"""A quick look."""


@lru_cache(maxsize=65_536)
def american(key: str) -> str:
    """A word in small letters by its American spelling; a word that both write alike is left as it is.

    Of a name that only looks British (`Louise`) it makes what nobody writes: that is equal to nothing else.
    """
    if not _MAY_BE_BRITISH.search(key):
        return key
    for british, plain in _BRITISH:
        key = british.sub(plain, key)
    return key
