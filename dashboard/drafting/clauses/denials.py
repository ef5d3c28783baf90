"""Words that take an event back: they deny it, suppose it, doubt it or invent it. Such a clause is not proposed."""

import re
from typing import Final

_DOUBT: Final = (
    r"reportedly|allegedly|supposedly|apparently|purportedly|seemingly|presumably|possibly|perhaps|probably|likely"
    r"|maybe|hypothetically|theoretically"
)
_NOT_DONE: Final = re.compile(
    r"\b(?:would|could|may|might|should|must|can|cannot|will|shall|to|not|never|no longer|didn[’']t|hardly|scarcely"
    r"|barely|rarely|seldom|nearly|almost|all but|failed to|refused to|without|if|unless|whether|is|are|be|being"
    rf"|yet to be|expected|planned|{_DOUBT})"
    r"(?:\s+(?:\w+ly|also|have|has|been|be))*\s+$",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"\s*(?:neither|no|none|nobody|nothing|not|few|hardly|scarcely|barely|almost (?:no|none|nobody))\b", re.IGNORECASE
)
"""A subject that begins so did nothing, or too few did it to be named."""
_NOTHING: Final = re.compile(r"\s+(?:no|none|nobody|nothing|neither|never)\b")
"""An object that begins so: “signed no agreement”."""
_TAKEN_BACK: Final = re.compile(
    rf"\b(?:{_DOUBT}|rumou?rs?|rumou?red|unconfirmed|unverified|false|fake|falsely|untrue)\b"
    r"|\b(?:film|movie|novel|fiction|fictional|play|simulation|simulated|scenario|war game|dream|hoax|satire)s?\b"
    r"|^\s*(?:if|unless|suppose|supposing|assuming|imagine|imagining|had|should)\b",
    re.IGNORECASE,
)
"""What introduces a clause and makes it a rumour, an invention or a condition."""
_SUPPOSED: Final = re.compile(
    r"\b(?:would|could|might|may|will|shall|should|can|cannot|must|if|unless|whether|until|hop(?:es?|ed|ing)"
    r"|fear(?:s|ed|ing)?"
    r"|plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|threaten(?:s|ed|ing)?|intend(?:s|ed|ing)?|vow(?:s|ed|ing)?"
    r"|denie[sd]|deny(?:ing)?)\b",
    re.IGNORECASE,
)
"""Words by which a clause beside them may be no fact: “would leave after Peru attacked”."""
_TOLD_BY_SOMEBODY: Final = re.compile(
    r"\b(?:according to|says|said|tells|told|claim(?:s|ed|ing)?|alleg(?:es|ed|ing|ations?)|assert(?:s|ed|ing)"
    r"|argu(?:es|ed|ing)|insist(?:s|ed|ing)|contend(?:s|ed|ing)|maintain(?:s|ed|ing)|believe[sd]|believing"
    r"|report(?:s|ed|ing)?|warn(?:s|ed|ing)|suggest(?:s|ed|ing)|accus(?:es|ed|ing|ations?)|quot(?:es|ed|ing))\b",
    re.IGNORECASE,
)


def is_denied(introduction: str, before: str, behind: str) -> bool:
    """Whether a clause tells of nothing that happened.

    The parts are the words before its subject, those from the subject to the verb, and those behind the verb.
    """
    return bool(
        _NOT_DONE.search(before) or _NOBODY.match(before) or _NOTHING.match(behind) or _TAKEN_BACK.search(introduction)
    )


def is_told_by_somebody(words: str) -> bool:
    """Whether words before a clause say whose report it is, so that it must not be cut from them."""
    return _TOLD_BY_SOMEBODY.search(words) is not None


def is_supposed(words: str) -> bool:
    """Whether words hold a condition, a plan or a fear, so that a clause that hangs on them may be no fact."""
    return _SUPPOSED.search(words) is not None
