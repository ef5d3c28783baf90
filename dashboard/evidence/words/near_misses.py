"""What says that a thing nearly happened, and so did not: “all but captured”, “on the verge of collapse”."""

from typing import Final

from dashboard.model.vocabularies import IRREGULAR_VERBS

_DONE: Final = "|".join(sorted({form for verb, *forms in IRREGULAR_VERBS for form in forms if form != verb}))
"""The past and the participle of irregular verbs."""
_NO_DEED: Final = "hundred|attended|joined|addressed|hosted|held|met|spoke|spoken|expected|promised|planned"
"""Words before which none of them says so: “virtually attended”, “as good as expected”."""
_OUTCOME: Final = (
    r"(?:an? |the )?(?:\w+ing|\w+(?:sion|tion|ment|ure|cy)|agreement|deal|accord|truce|ceasefire|pact|war|famine|defeat"
    r"|victory|collapse|ruin|success|default|starvation|completion|surrender)\b"
)
"""What one may come close to, and not a place."""
_BEING: Final = r"c[ao]m(?:e|es|ing)|is|are|was|were|be(?:en)?|g[eo]ts?|draw\w*|drew|inch\w*"

NEARLY: Final = (
    r"(?:narrowly|barely|just) (?:escap|avoid|miss|evad|avert)(?:e?d|es|ing)|escap(?:ed|es|ing)(?= being\b)"
    r"|(?:avoid|escap|evad)(?:ed|es|s|ing)(?= (?:an? |\w+ly |being )?\w+(?:ion|ing|ure|est|eat)\b)"
    r"|(?:stopp(?:ed|ing)|stops?|f[ae]ll(?:s|ing|en)?|fell) (?:just |well )?short of(?= \w+ing\b)"
    r"|(?:on|to|from) the (?:point|edge) of(?= \w+ing\b)"
    rf"|(?:on|to|from) the (?:verge|brink|cusp) of(?= {_OUTCOME})"
    rf"|(?:{_BEING}) (?:\w+ )?(?:close|near)(?:r|er)? to(?= {_OUTCOME})"
    r"|c[ao]m(?:e|es|ing) within (?:[\w’'-]+ ){1,4}?of(?= \w+ing\b)"
    r"|near(?= (?:agreement|collapse|bankruptcy|completion|defeat|extinction|famine|victory|starvation)\b)"
    r"|(?:almost|nearly|virtually|practically|all but|as good as)(?= (?:(?:complete|entire|total|full|whol)ly )?"
    rf"(?!(?:{_NO_DEED})\b)(?:\w{{3,}}ed|{_DONE}|complete|extinct|empty|dead|bankrupt)\b)"
    r"|all but(?= (?:ensur|guarante|assur|confirm|seal|end|eliminat|eras|wip|rul|admit|destroy|vanish|disappear|halt"
    r"|paraly[sz]|collaps)(?:e|es|s|ing)?\b)"
)
"""The signs of it."""
NEARLY_TOO: Final = (
    r"escap\w+|avoid\w*|miss(?:ed|es|ing)?|evad\w+|avert\w*|narrow\w*|short of|verge|brink|point|cusp|edge|closer?"
    r"|near(?:ly|er)?|almost|about to|surviv\w+|without|not|n[’']t|never|no|nor|refrain\w*|but|fail\w*|refus\w+"
    r"|declin\w+|prevent\w*|stopped|halt\w*|unhurt|safe\w*|threat\w*|risk\w*|nobody|none|consider\w*|could|might"
    r"|virtual\w*|practical\w*|as good as|within|in effect|effectively|tri(?:ed|es)|trying|attempt\w*|soon|mostly"
    r"|largely|loom\w*|fear\w*|imminent\w*|expect\w*|only|most|except\w*"
)
"""What says it in other words."""
NEARLY_WORDS: Final = """
    escaped escapes escaping avoided avoids avoiding missed misses missing evaded evades evading averted averts averting
    short verge brink point cusp edge close closer near nearer within almost nearly virtually practically all good
"""
"""Without one of these words, in small letters, no sign is there."""
