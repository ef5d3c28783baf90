"""Verbs that tell of an event, and the types of PLOVER that each may stand for; the nouns that say more.

Finite forms alone: the past, and the present of what a press release does by saying so (“condemns”).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_VERBS: Final = {
    "agree": "agreed pledged promised ratified signed undertook vowed pledges agrees committed assured decided",
    "consult": "met meets negotiated visited spoke travelled traveled phoned conferred hosted discussed toured "
    "consulted convened attended",
    "support": "welcomed welcomes congratulated congratulates thanked thanks praised praises endorsed commended "
    "commends recognized recognised applauded applauds honoured honored",
    "concede": "apologized apologised conceded",
    "cooperate": "cooperated collaborated",
    "aid": "donated delivered supplied provided lent evacuated rescued airlifted contributed granted assisted",
    "retreat": "withdrew retreated released freed disarmed resigned evacuated abdicated surrendered lifted pardoned",
    "request": "urged urges demanded demands appealed called calls requested asked pressed approached summoned invited",
    "accuse": "condemned condemns accused accuses criticized criticised denounced denounces blamed blames rebuked "
    "deplored charged indicted sued",
    "reject": "rejected rejects refused vetoed dismissed defied opposed denied cancelled canceled postponed",
    "threaten": "threatened threatens warned warns",
    "protest": "protested demonstrated rioted marched rallied boycotted",
    "sanction": "sanctioned sanctioning expelled convicted imposed imposing recalled suspended sentenced "
    "designated severed fined",
    "mobilize": "deployed deploying mobilized mobilised dispatched stationed",
    "coerce": "pressured arrested detained seized banned deported confiscated jailed imprisoned blockaded "
    "occupied annexed "
    "overthrew censored raided toppled ousted executed hijacked intercepted extradited",
    "assault": "attacked invaded bombed shelled killed shot wounded assassinated murdered abducted kidnapped bombarded "
    "overran ambushed struck destroyed massacred escalated injured sank recaptured liberated repelled",
}
_OTHERS: Final = {
    "announced": ("agree",),
    "announcing": ("agree",),
    "expressed": (),
    "acknowledged": ("concede",),
    "admitted": ("concede",),
    "revealed": ("accuse",),
    "announces": ("agree",),
    "held": ("consult",),
    "hosted": ("consult",),
    "opened": ("consult", "cooperate"),
    "began": ("consult", "cooperate"),
    "led": ("consult",),
    "approved": ("agree", "support"),
    "passed": ("agree",),
    "sent": ("aid", "mobilize"),
    "issued": (),
    "launched": ("assault", "mobilize"),
    "established": ("cooperate", "agree"),
    "joined": ("cooperate", "agree"),
    "concluded": ("agree",),
    "closed": ("retreat",),
    "ended": ("retreat",),
    "left": ("retreat",),
    "entered": ("assault", "mobilize"),
    "fired": ("assault",),
    "proposed": ("request", "agree"),
    "offered": ("agree",),
    "authorized": ("agree", "aid"),
    "elected": (),
    "captured": ("coerce", "assault"),
    "declared": (),
    "proclaimed": (),
    "encouraged": ("support", "request"),
    "adopted": ("agree",),
    "extended": (),
    "resumed": ("consult", "cooperate"),
    "awarded": ("aid",),
    "traded": ("retreat", "cooperate"),
    "exchanged": ("retreat", "cooperate"),
    "swapped": ("retreat", "cooperate"),
    "voted": (),
    "received": ("aid",),
    **dict.fromkeys(("flew", "arrived"), ("consult",)),
    **dict.fromkeys(("lost", "took", "broke", "erupted", "collapsed", "exploded", "crashed", "died", "fled"), ()),
    **dict.fromkeys(("crossed", "derailed", "displaced", "won", "appointed", "dissolved", "unveiled", "halted"), ()),
    **dict.fromkeys(("restored", "inaugurated", "claimed", "damaged", "flooded"), ()),
    **dict.fromkeys(("hinted", "confirmed", "stated", "remarked", "reiterated", "reaffirmed"), ()),
}
IRREGULAR: Final = {
    "withdraw": "withdrew",
    "leave": "left",
    "meet": "met",
    "send": "sent",
    "hold": "held",
    "begin": "began",
    "break": "broke",
    "strike": "struck",
    "overthrow": "overthrew",
    "flee": "fled",
    "speak": "spoke",
    "shoot": "shot",
}
"""By the infinitive of a verb, its past: of those of which the past has another root."""
NOUNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        noun: types
        for nouns, types in (
            ("conference talks meeting summit call visit consultations negotiations discussions", ("consult",)),
            ("agreement treaty pact accord memorandum deal protocol", ("agree",)),
            ("attack attacks strike strikes airstrikes invasion bombing offensive missiles", ("assault",)),
            ("sanctions embargo", ("sanction",)),
            ("aid assistance funding grant loan", ("aid", "agree")),
            ("exercise exercises troops forces", ("mobilize", "cooperate")),
            ("withdrawal ceasefire truce", ("retreat",)),
            ("concern concerns outrage alarm", ("accuse",)),
            ("appreciation gratitude thanks support condolences solidarity", ("support",)),
            ("resolution", ("request", "accuse")),
            ("base bases garrison", ("cooperate",)),
        )
        for noun in nouns.split()
    }
)
"""What a verb that may mean many things is about: `held a conference`, `imposed sanctions`."""
LIGHT: Final = frozenset(
    """
    held hosted expressed signed opened began attended convened launched issued concluded joined passed ratified made
    led staged ratifies approved imposed
    """.split()  # noqa: SIM905  a list a line is a page
)
"""Verbs whose event is the noun behind them: of that noun are their date and place."""
SUFFERED: Final = frozenset({"lost", "died", "received"})
"""Verbs whose subject is whom it happens to."""
NATURAL: Final = frozenset(
    """
    earthquake quake tremor flood floods flooding storm storms typhoon hurricane cyclone tornado landslide landslides
    tsunami fire fires wildfire wildfires eruption volcano avalanche drought heatwave outbreak virus epidemic rain rains
    crash accident derailment collapse blaze lightning
    """.split()  # noqa: SIM905  a list a line is a page
)
"""What kills and destroys without anybody who does it."""
HAPPENINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        noun: types
        for nouns, types in (
            ("rejection refusal", ("reject",)),
            ("invasion bombing bombardment shelling assassination murder killing", ("assault",)),
            ("annexation occupation seizure arrest detention", ("coerce",)),
            ("withdrawal resignation abdication", ("retreat",)),
            ("launch deployment", ("mobilize", "threaten")),
            ("visit", ("consult",)),
            ("announcement ratification recognition", ("agree", "support")),
            ("execution imprisonment expulsion", ("sanction", "coerce")),
        )
        for noun in nouns.split()
    }
)
"""Nouns of what somebody did: “Iraq’s invasion of Kuwait in August 1990”."""
SUFFERED_NOUNS: Final = frozenset(
    {"assassination", "murder", "killing", "arrest", "detention", "execution", "imprisonment", "expulsion"}
)
"""The nouns whose owner is the one to whom it happened: “the assassination”, not “the invasion”."""
MOST_TYPES: Final = 3


def _types() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = dict(_OTHERS)
    for type_, verbs in _VERBS.items():
        for verb in verbs.split():
            found[verb] = tuple(dict.fromkeys((*found.get(verb, ()), type_)))
    return found


TYPES_OF_VERBS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(_types())
"""By verb, in small letters; most likely type first."""
