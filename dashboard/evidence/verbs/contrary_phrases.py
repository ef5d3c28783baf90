"""Contrary phrases of several words: “less active” for “picked up”, “issued warrants” for “suspended the warrants”."""

import re
from typing import Final

from dashboard.evidence.words import Words, content_words

_PAPERS: Final = r"(?:[\w’'-]+ ){0,3}?(?:warrants?|licen[cs]es?|permits?|visas?|passports?|charges|concessions?)\b"
_PEACE: Final = r"(?:cease-?fire|truce|armistice|peace|accord|pact|deal|lull)"
_MONEY: Final = r"(?:[\w’'-]+ ){0,4}?(?:accounts?|assets|funds|money|reserves)\b"
_SHARE: Final = r"(?:half|third|quarter|fifth)\b"
_BILL: Final = r"(?:bills?|laws?|motions?|budgets?|amendments?|resolutions?|acts?)\b"
_STILL_DUE: Final = r"(?![^.;]*\b(?:missing|still|not|yet|lack\w*|remain\w*|without|due)\b)"
"""Nothing behind says that it is what is left: “more than half are still missing” for “fewer than half are built”."""
_PAIRS: Final = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (
            r"less (?:active|frequent|often|common|intense|severe|crowded|busy|trade|traffic|smuggling|fighting|piracy"
            r"|violence|crime)|fewer(?! than)|rarer|(?:tapered|dropped|levell?ed) off|(?:died|slowed|calmed) down"
            r"|(?:went|gone|came|come|going|coming) down|abated|subsided|dwindled|waned",
            r"picked up|more (?:active|frequent|often|common|intense|severe|crowded|busy)|flared up|flourished"
            r"|(?:went|gone|going|shot|shooting) up|surged|soared|multiplied|intensified",
        ),
        (
            r"h(?:o|e)ld(?:ing)? on ?to|h[au]ng(?:ing)? on to|cl[iu]ng(?:ing)? to|retain(?:ed|ing)?",
            r"divest(?:ed|ing)?|(?:get|getting|got) rid of|shed|sheds|shedding|(?:give|gave|giving) up"
            r"|dispos(?:e|ed|ing) of|part(?:ed|ing)? with|relinquish(?:ed|ing)?",
        ),
        (
            rf"(?:issu(?:es?|ed|ing)|renew(?:s|ed|ing)?|grant(?:s|ed|ing)?) {_PAPERS}",
            rf"(?:suspend(?:s|ed|ing)?|revok(?:es?|ed|ing)|withdrew|withdraw(?:s|n|ing)?|cancel(?:s|led|ed|ling)?"
            rf"|annul(?:s|led|ling)?|rescind(?:s|ed|ing)?) {_PAPERS}",
        ),
        (
            r"br(?:oke|oken|eak|eaking) off|call(?:ed|ing)? off|walk(?:ed|ing)? out of|sever(?:ed|ing)"
            r"|cut(?:ting)? (?:off|ties)",
            r"t(?:ook|aken|ake|aking) up|resum(?:ed|ing)|reopen(?:ed|ing)|re-?(?:stored?|storing|establish(?:ed"
            r"|ing)|new(?:ed|ing))",
        ),
        (
            rf"{_PEACE}\b[^.;]{{0,30}}?\b(?:hold(?:s|ing)?|held|intact|lasted|lasts|in (?:force|place))",
            rf"{_PEACE}\b[^.;]{{0,30}}?\b(?:collaps\w+|br(?:oke|oken|eaks?|eaking) down|f[ae]ll(?:en)? apart"
            rf"|fail(?:ed|s)"
            r"|ended|is over|was over)",
        ),
        (
            rf"(?:fr[eo]ez\w*|froze|frozen|block(?:ed|s|ing)|seiz(?:ed?|es|ing)) {_MONEY}",
            rf"(?:releas(?:ed?|es|ing)|unfr[eo]\w+|unblock\w*|return(?:ed|s|ing)?|restor(?:ed?|es|ing)) {_MONEY}",
        ),
        (
            r"(?:is|are|was|were|been|remain(?:s|ed)?|still) (?:\w+ly )?(?:disputed|contested|unresolved|unsettled)",
            r"(?:is|are|was|were|been|being) (?:\w+ly |now )?(?:settled|resolved)",
        ),
        (
            rf"(?:fewer|less) than (?:a )?{_SHARE}|not even (?:a )?{_SHARE}",
            rf"more than (?:a )?{_SHARE}{_STILL_DUE}",
        ),
        (
            r"(?:let|lets|letting) (?:[\w’'-]+ ){1,4}(?:through|pass|in)|wav(?:ed|ing) (?:[\w’'-]+ ){1,3}through",
            r"turn(?:ed|ing) (?:[\w’'-]+ ){0,4}(?:away|back)|ke(?:pt|eping) (?:[\w’'-]+ ){1,4}out",
        ),
        (
            r"continu(?:e|es|ed|ing|ation)|persist(?:s|ed|ing)?|go(?:es|ing)? on with|went on|ke(?:ep"
            r"|pt) (?:on )?\w+ing",
            r"(?:end|stop|halt|ceas)(?:e|s|es|ed|ing)|(?:a|an) (?:complete |full |total )?(?:standstill|halt|stop"
            r"|end) to|standstill",
        ),
        (
            r"remain(?:s|ed|ing)? high|stay(?:s|ed|ing)? high|(?:rise|rises|rose|rising|grow|grows|grew|growing)",
            r"(?:fall|falls|fell|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing))",
        ),
        (
            r"(?:minor|light|slight)(?:ly)? (?:injur\w+|wound\w*|hurt|damag\w+)",
            r"(?:severe|serious|grave|critical|heav[iy]|bad)(?:ly)? (?:injur\w+|wound\w*|hurt|damag\w+)",
        ),
        (
            r"(?:shut|switched|turned|closed) (?:it )?(?:down|off)|shutdown|standstill",
            r"(?:still|kept|was|is|were|are|keeps?) running|in operation|back in service|restarted|switched on",
        ),
        (
            r"call(?:ed|s|ing)? (?:for )?(?:an? )(?:[\w-]+ ){0,2}?(?:strike|election|vote|rally|protest|summit"
            r"|session)s?",
            r"(?:call(?:ed|s|ing)? off|cancell?ed|cancels) (?:the |an? |its )?(?:[\w-]+ ){0,2}?(?:strike|election"
            r"|vote|rally|protest|summit|session)s?",
        ),
        (
            r"(?:t[ao]ke?n?s?|took|taking|c[ao]mes?|coming|went|goes|going|enter(?:ed|s)?|remains?|is|was) "
            r"(?:in)?(?:to |in )?(?:effect|force)",
            r"expir\w+|lapsed?|r[au]n out",
        ),
        (
            r"(?:br(?:ought|ing|ings) (?:it )?forward|mov(?:ed?|es) (?:it )?up)",
            r"(?:delay|postpone|defer)\w*|(?:put|puts) (?:it )?off|push(?:ed|es)? (?:it )?back",
        ),
        (
            r"(?:went|go|goes|gone|going|c[ao]me|coming|mov(?:ed|ing)|return(?:ed|s|ing)?) (?:back|home) ?(?:to)?",
            r"fled|flee\w*|evacuat\w+|abandoned",
        ),
        (
            rf"(?:pass(?:ed|es)?|adopt(?:ed|s)?) (?:[\w’'-]+ ){{0,3}}?{_BILL}"
            rf"|{_BILL}[^.;]{{0,25}}? (?:was|were|been|is) passed",
            rf"(?:reject|defeat)(?:ed|s) (?:[\w’'-]+ ){{0,3}}?{_BILL}"
            rf"|{_BILL}[^.;]{{0,25}}? (?:was|were|been|is) (?:defeated|rejected|voted down|thrown out)",
        ),
        (r"(?:knew|knows?|known|knowing) (?:of|about|that)", r"unaware|in the dark|had no idea"),
        (
            r"in public|publicly|openly|in the open|before (?:the )?cameras",
            r"behind closed doors|in (?:secret|private)|secretly|in camera",
        ),
        (
            r"c[ao]me first|finish(?:ed|ing)? first|first place|took the lead|topped",
            r"c[ao]me (?:second|third|fourth|last)|finish(?:ed|ing)? (?:second|third|fourth|last)|runner-up"
            r"|(?:second|third|fourth|last) place|trailed",
        ),
        (
            r"remain(?:s|ed|ing)? at large|(?:is|are|was|were) (?:still )?(?:at large|on the run)",
            r"(?:been|was|were|is|are) (?:caught|captured|arrested|detained)",
        ),
    )
)
"""Two sides each: whoever has the one does not say the other."""
_DENIED: Final = re.compile(
    r"(?:\b(?:not|never|no|nor|without|refus\w+|declin\w+|fail\w*|unable|stopp?\w*|instead of|rather than)\b|n[’']t)"
    r"(?:\W+[\w’'-]+){0,3}\W*\Z",
    re.IGNORECASE,
)
_LETTERS: Final = 3
_BEGINNINGS: Final = frozenset(
    word[:_LETTERS] for pair in _PAIRS for side in pair for word in re.findall(r"[a-z]{3,}", side.pattern)
) - {"was", "wer", "are", "bee", "the"}
"""How the words of all phrases begin: without a new word that begins so, a claim has none of them anew."""
_SWITCHES: Final = frozenset({"on", "off"})
_WITHOUT: Final = re.compile(r"\bwithout (?:any |an? |further )?(?P<what>[a-z]{4,})\b", re.IGNORECASE)
_STEP: Final = re.compile(
    r"\b(?P<way>by|to) (?P<size>(?:(?:nearly|almost|about|over|more than) )?(?:a |one |two |three )?"
    r"(?:half|thirds?|quarters?|fifths?|tenth)|[\d.,]+ ?(?:percent|per cent|%))\b",
    re.IGNORECASE,
)
"""By how much something changed, or to how much."""
_SENTENCE: Final = re.compile(r"[.;!?]\s|\n")
_REACH: Final = 40


def contrary_pair(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """The first phrase of a claim of which the quotes have the contrary alone, about a thing that both name."""
    new = claim.lower - quoted.lower
    may_be_said = any(word[:_LETTERS] in _BEGINNINGS or word in _SWITCHES for word in new)
    for pair in _PAIRS if may_be_said else ():
        for one, other in (pair, pair[::-1]):
            said = one.search(claim.text)
            if said is None or other.search(claim.text) or one.search(quoted.text):
                continue
            there = other.search(quoted.text)
            if there is None or _is_denied(said, claim.text) or _is_denied(there, quoted.text):
                continue
            if lasts_until(said[0], claim.text) != lasts_until(there[0], quoted.text):
                continue
            if _roots_of_clause(said, claim.text) & _roots_of_clause(there, quoted.text):
                return said[0], there[0]
    return _without_what_there_was(claim, quoted) or _exchanged_step(claim, quoted)


def lasts_until(words: str, text: str) -> bool:
    """Whether something ends by what a text says: what is closed until June opens in June."""
    return re.search(rf"\b{re.escape(words)}\b[^.;]{{0,40}}?\b(?:un)?till?\b", text, re.IGNORECASE) is not None


def _without_what_there_was(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """“Without violations” for “despite isolated violations”."""
    if "without" not in claim.lower - quoted.lower:
        return None
    for match in _WITHOUT.finditer(claim.text):
        there = re.search(
            rf"\b(?:despite|in spite of|notwithstanding|amid) (?:[\w’'-]+ ){{0,3}}?{match['what']}\b", quoted.text, re.I
        )
        if there:
            return match[0], there[0]
    return None


def _exchanged_step(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """“Fell to a third” for “fell by a third”."""
    here, there = ({each["size"].lower(): each for each in _STEP.finditer(words.text)} for words in (claim, quoted))
    for size, step in here.items():
        if size in there and step["way"].lower() != there[size]["way"].lower():
            return step[0], there[size][0]
    return None


def _is_denied(match: re.Match[str], text: str) -> bool:
    return _DENIED.search(text[max(0, match.start() - _REACH) : match.start()]) is not None


def _roots_of_clause(match: re.Match[str], text: str) -> set[str]:
    """What is spoken of in the sentence of a phrase, apart from the phrase."""
    starts = [each.end() for each in _SENTENCE.finditer(text, 0, match.start())]
    end = _SENTENCE.search(text, match.end())
    words = (
        text[starts[-1] if starts else 0 : match.start()] + " " + text[match.end() : end.start() if end else len(text)]
    )
    return {word.root for word in content_words(words)}
