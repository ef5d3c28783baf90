"""Words of names: what names are made of, the offices before them, and the nouns by which organisations are known."""

import re
from typing import Final

from dashboard.evidence.words import MONTH_NAMES, WEEKDAYS, is_title, key_of
from dashboard.model.actor_kinds import ORGANISATION_KINDS
from dashboard.model.vocabularies import TITLES

CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚŹŻÇĞİŞ]"
WORD: Final = rf"(?:{CAPITAL}\.(?:{CAPITAL}\.)*|{CAPITAL}[\w’'-]*\w(?<!’s)(?<!'s)|{CAPITAL})"
"""A word of a name: with a capital, an initial, or an abbreviation; never with a possessive ending."""
GAP: Final = r"(?:[^\S\n]|\n(?!\s*\n))+"
_PARTICLE: Final = r"(?:al|bin|ibn|von|van|de|del|della|da|dos|der|den|la|el|ben|abu|ter)"
ARABIC: Final = r"(?:al|el|ad|an|ar|as|ash)-"
PERSON: Final = rf"{WORD}(?:{GAP}(?:{_PARTICLE}{GAP})*(?:{ARABIC})?{WORD}){{0,6}}"
_ROLES: Final = frozenset(
    """
    president minister secretary chancellor premier leader spokesman spokesperson spokeswoman ambassador envoy general
    colonel admiral captain commander director chairman chairwoman senator congressman congresswoman governor mayor
    king queen prince princess sheikh emir sultan pope judge mr mrs ms dr professor sir lord lady lieutenant major
    sergeant brigadier marshal undersecretary representative pilot activist journalist candidate candidates lawmaker
    dictator businessman billionaire economist cleric ayatollah archbishop bishop cardinal prosecutor lawyer adviser
    advisor diplomat negotiator coordinator commissioner strongman warlord author writer singer dissident astronaut
    premier-designate amir highness excellency majesty official officer operative boss chief speaker rabbi imam mufti
    patriarch secretary-general attorney-general director-general vice-president commander-in-chief chairperson
    founder politician negotiators footballer actor actress scientist engineer executive militant veteran magistrate
    justice
    """.split()  # noqa: SIM905  a list a line is a page
)
"""What may stand right before the name of a person; in capitals or not."""
_SHORTENED: Final = r"(?:[Gg]en|[Cc]ol|Maj|Capt|Lt|Adm|Sen|Rep|Gov|Hon|Prof|Rev|Sgt|Mr|Mrs|Ms|Dr)\."
ROLES_PATTERN: Final = "|".join(
    (_SHORTENED, *sorted({*_ROLES, *(each.title() for each in _ROLES)}, key=len, reverse=True))
)
"""Alternatives of a regular expression."""
OF_OFFICE: Final = (
    rf"(?:of{GAP}(?:State|War|Staff|(?:the{GAP})?Interior|Def[ec]n[cs]e|Finance|Justice|Foreign{GAP}Affairs))"
)
"""The rest of an office: `of State`."""
ORGANISATION_WORDS: Final = frozenset(
    """
    ministry department agency treasury bureau directorate army navy guard guards marines military police force forces
    party front movement union council congress parliament senate assembly house bank organization organisation
    committee commission court institute university company corporation group association league federation alliance
    authority office board fund administration government nations states coalition cabinet watch international church
    airlines airways times post news press club team brigade brigades service services command network centre center
    """.split()  # noqa: SIM905  a list a line is a page
)
NO_ACTOR: Final = frozenset(
    """
    doctrine treaty pact agreement agreements accord accords act law bill plan declaration convention charter protocol
    resolution statement report war wars crisis conference summit meeting talks operation hurricane typhoon storm
    cyclone earthquake revolution coup day week month year games cup olympics constitution river sea ocean mountain
    mountains strait straits street island islands airport base peninsula valley desert bay gulf lake canal border
    north south east west code amendment memorandum initiative program programme project policy dialogue partnership
    process election elections referendum massacre incident affair scandal trial era age festival prize award holiday
    christmas easter ramadan phase round annex article chapter section part region province district city town village
    county bridge tower square palace hall route road highway pipeline dam reservoir crossing pass university hospital
    school museum friday
    """.split()  # noqa: SIM905  a list a line is a page
)
"""What acts in no event, though its name has capitals."""
NOT_NAMES: Final = frozenset(
    (
        *MONTH_NAMES,
        *WEEKDAYS,
        "I",
        "We",
        "He",
        "She",
        "It",
        "They",
        "You",
        "This",
        "That",
        "These",
        "Those",
        "Both",
        "Some",
    )
) | frozenset(
    """
    There Here The A An Following Despite During Amid Regarding Concerning Citing Given Including
    """.split()  # noqa: SIM905  a list a line is a page
)


def is_office(word: str) -> bool:
    """Whether a word is an office, a form of address, or what a person does who is named behind it."""
    return any(is_title(key_of(each)) or each.lower() in _ROLES for each in (word, *word.split("-")[:1]) if each)


def organisation_kind(name: str) -> str:
    """The kind that the words of an organisation's name tell; `other` where they tell none."""
    head = re.split(r"\s+(?:of|for)\s", name.lower())[0].split()[-1]
    return ORGANISATION_KINDS.get(head, "other")


def without_titles(name: str) -> str | None:
    """A name behind all offices and forms of address; None where nothing is left."""
    parts = name.split()
    while parts and (is_office(parts[0]) or parts[0].lower() in TITLES):
        parts = parts[1:]
    return " ".join(parts) or None
