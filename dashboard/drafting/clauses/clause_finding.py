"""The clauses of a sentence that tell of an event: where each begins, and what takes it back."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.drafting.clauses.asides import TRIGGER, blank_asides, blank_quotations
from dashboard.drafting.clauses.denials import is_denied, is_supposed
from dashboard.drafting.clauses.event_clause import BEGINNING, DOING, SUBORDINATING, TYPES_OF_ROOTS, VENUE, EventClause
from dashboard.drafting.clauses.name_lists import goes_on_with_list, list_start
from dashboard.drafting.clauses.trigger_words import HAPPENINGS
from dashboard.drafting.clauses.verb_senses import SENSES
from dashboard.drafting.people import WORD
from dashboard.evidence.words import SAYING, WEEKDAYS, root_of

_START: Final = re.compile(r";\s+|:\s+|,\s+(?:and|but|so|yet)\s+(?:then\s+|later\s+)?|\s[–—]\s")
"""Where another main clause may begin."""
_FACTIVE: Final = re.compile(
    r"\s*(?:when|after|once|as|while|although|though|because|since|where|whereas)\s+"
    r"(?!all|a result|well|much|soon|long|many)",
    re.IGNORECASE,
)
"""What begins a subordinate clause that is told as a fact."""
_SUBORDINATE: Final = re.compile(r"\s(?=(?:while|when|after|although|though|because|once|whereas)\s)|,\s+(?=where\s)")
_PARTICIPLE: Final = re.compile(r"\b[a-z]+ed\b|\band\s+[a-z]")
_BEFORE_MAIN: Final = re.compile(r",\s(?!\d{4}\b)")
_QUOTED_BEFORE: Final = re.compile(r"^\s*\.{4,}[,\s]+")
"""A quotation that the words of speaking follow: “…,” Ruiz stated."""
_NEXT_BREAK: Final = re.compile(
    r"[,;:–—]|\b(?:and|but|or|that|who|which|where|when|while|after|before|to|because|as|than|if|how|why|what"
    r"|whose|whom"
    r"|whether|until|since|although|though)\b"
)
_AUXILIARIES: Final = re.compile(
    r"\s+(?P<words>(?:(?:has|have|had|was|were|been|also|last|then|later|again|now|soon|today|yesterday|thus"
    r"|eventually|once"
    r"|likewise|nevertheless|nonetheless|therefore|instead|still|together|\w+ly|first|finally"
    rf"|on\s+(?:{'|'.join(WEEKDAYS)}|[A-Z][a-z]+\s+\d{{1,2}}(?:,\s+\d{{4}},?)?)|(?:last|this)\s+(?:week|month"
    rf"|year))\s+)*)$"
)
_PASSIVE: Final = re.compile(r"\b(?:was|were|been)\b")
_OPENS_SUBORDINATE: Final = re.compile(
    r"^(?:when|while|as|if|although|though|because|after|before|since|once|until|unless|whereas|despite|given|with"
    r"|following|citing|exercising|having|by|without|had|should|combined)\b",
    re.IGNORECASE,
)
_ASIDE_IN_LIST: Final = re.compile(r"\b(?:and|or|but),\s+[^,]*,\s+[^,]*$")
"""The end of “Britain and, reluctantly, France”: the others in the list would be lost."""
_GOING_ON: Final = re.compile(r"\s(?:is|are)(?:\s+(?:also|now|today|further|\w+ly))*\s+$")
_DETERMINER: Final = re.compile(
    r"\b(?:the|a|an|this|these|those|his|her|its|their|our|my|your|some|any|each|every|newly|recently"
    r"|[^\W\d_]+[’']s?)\s+$",
    re.IGNORECASE,
)
_OTHER_VERB: Final = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|must|should|can|did)\b")
_OTHER_PAST: Final = re.compile(r"\b[a-z]+ed\s+(?:the|an?|his|her|its|their|in|into|to|that|as|on|from|with|war)\b")
_BOUNDARY: Final = re.compile(
    r";|:|\s[–—]\s|,\s*(?:which|who|whom|whose|where|when|while|and|but|or|although|because|as|after|before|since"
    r"|until|so|yet|subject|[^\W\d_]+ing)\b"
    r"|\b(?:that|which|who|whom|whose|where|when|while|whether|if|how|why|because|although|though|after|before|until|so"
    r"|following|but|as|than)\b"
    r"|\b(?:to|and|or)\s+(?=[a-z]+\b)(?!the\b|a\b|an\b|its\b|their\b|his\b|her\b)"
    r"|\b(?:bound|headed|destined)\s+for\b|\b(?:of|for|from|by|in|on|about|at|with|against|without)\s+[a-z]+ing\b"
    r"|(?<=\w)\s+(?:executed|signed|made|taken|held|announced|issued|agreed|adopted|passed)\s+(?=earlier|on|in"
    r"|by|at|last)"
)
_LONGEST_SUBJECT: Final = 16
"""Words: an office, a name, and another one. What is longer has a clause in it that was not seen."""
_PAST: Final = ("ed", "t", "d", "n", "w", "k", "e", "g")
"""Endings that a verb in the past may have: none has that of a plural or of the present."""
_CAUSED: Final = re.compile(
    r"\b(?P<cause>led|forced|prompted|compelled|persuaded|convinced|induced|drove)\s+"
    r"(?P<who>(?:[Tt]he\s+)?(?:[\w.’'-]+\s+){0,6}?[A-Z][\w.’'-]*(?:\s+[a-z]+)?)\s+to\s+(?P<verb>[a-z]+)\b"
)
"""Somebody who was led to do something."""
_NOUN: Final = re.compile(
    rf"(?P<who>(?:[Tt]he\s+)?{WORD}(?:\s+{WORD}){{0,4}}(?:\s+[Gg]overnment)?)[’']s?(?P<between>(?:\s+[\w,-]+){{0,5}}?)\s+"
    rf"(?P<noun>{'|'.join(HAPPENINGS)})\b"
)
_REACH_OF_NOUNS: Final = re.compile(
    r"[,;:]|\s[–—]\s|\b(?:that|which|who|whom|whose|where|when|while|as|after|before|until|since|than|but|was|were|is|are|has|had"
    r"|led|will|would|could)\b"
)
_NOT_REAL: Final = re.compile(
    r"\b(?:possible|planned|feared|alleged|potential|threatened|proposed|imminent|future|next|upcoming|expected|reported"
    r"|and|of|to|for|in|by)\b"
)
_THAT: Final = re.compile(
    r"(?:(?<=requested)|(?<=announced)|(?<=proposed)|(?<=demanded)|(?<=promised)|(?<=pledged))\s+that\b"
)
"""What somebody asks for or announces is of the same event."""
_REACH_OF_AMOUNTS: Final = re.compile(
    r";|:|\s[–—]\s|\b(?:that|which|who|whom|whose|where|when|while|whether|if|because|although|though|after"
    r"|before|will)\b"
    r"|,\s*(?:representing|bringing|raising|making|including|compared|subject)\b|\bout of\b|\bof (?:the|its|a) total\b"
)


def event_clauses(sentence: str) -> Iterator[EventClause]:
    """The clauses whose main verb says that something happened; none that are supposed, denied or subordinate."""
    text = blank_asides(blank_quotations(sentence))
    if text.rstrip().endswith("?"):
        return
    starts = _clause_starts(text)
    used: set[int] = set()
    for match in TRIGGER.finditer(text):
        start = max(each for each in starts if each <= match.start())
        clause = _clause_of(text, match, start)
        if clause is not None and clause.subject[0] not in used:
            used.add(clause.subject[0])
            yield clause
    yield from _caused_clauses(text)
    yield from _nouns_of_events(text)


def _nouns_of_events(text: str) -> Iterator[EventClause]:
    """What somebody did, told by a noun: “Iraq’s invasion of Kuwait in August 1990”."""
    for match in _NOUN.finditer(text):
        before = text[: match.start()]
        if _NOT_REAL.search(match["between"]) or is_supposed(before) or is_denied("", f"{before[-40:]} ", ""):
            continue
        end = _end_of(text, match.end(), _REACH_OF_NOUNS)
        spans = match.start(), *match.span("noun"), match.span("who")
        yield EventClause(text, match["noun"], *spans, end, end, is_passive=False, is_subordinate=True, stop=len(text))


def _caused_clauses(text: str) -> Iterator[EventClause]:
    """What somebody was led to do: “the attacks led Reagan to withdraw the troops”."""
    for match in _CAUSED.finditer(text):
        types = TYPES_OF_ROOTS.get(root_of(match["verb"]))
        if types is None or is_denied("", text[: match.start("cause")], "") or is_supposed(text[: match.start()]):
            continue
        end = _end_of(text, match.end(), _BOUNDARY)
        amounts_end = _end_of(text, match.end(), _REACH_OF_AMOUNTS)
        spans = 0, *match.span("verb"), match.span("who")
        yield EventClause(
            text, match["verb"], *spans, end, amounts_end, is_passive=False, is_subordinate=True, stop=len(text)
        )


def _clause_starts(text: str) -> list[int]:
    """Where main clauses may begin; not at the last name of a list."""
    starts = [0]
    for match in _START.finditer(text):
        if not (match[0].startswith(",") and goes_on_with_list(text[starts[-1] : match.start()])):
            starts.append(match.end())
    starts += [match.end() for match in _SUBORDINATE.finditer(text) if not is_supposed(text[: match.start()])]
    return starts


def clause_with(sentence: str, verb: str) -> EventClause | None:
    """The clause whose main verb somebody says is `verb`, a word of the sentence; None where it tells of no event."""
    text = blank_asides(blank_quotations(sentence))
    found = list(re.finditer(rf"\b{re.escape(verb)}\b", text)) if verb.isalpha() and verb.islower() else []
    if len(found) != 1 or text.rstrip().endswith("?") or not verb.endswith(_PAST):
        return None
    start = max(each for each in _clause_starts(text) if each <= found[0].start())
    return _clause_of(text, found[0], start)


def _clause_of(text: str, match: re.Match[str], start: int) -> EventClause | None:
    before = text[start : match.start()]
    if match[0].endswith("ing"):
        going_on = _GOING_ON.search(before)
        if going_on is None:
            return None
        before = before[: going_on.start() + 1]
    auxiliary = _AUXILIARIES.search(f" {before}" if not before.startswith(" ") else before)
    words = auxiliary["words"] if auxiliary else ""
    head = before[: len(before) - len(words)] if words else before
    begins, is_subordinate = _subject_start(head, text)
    if begins is None or not _is_subject(head[begins:]) or (_DETERMINER.search(head) and not words):
        return None
    if (is_subordinate and _PARTICIPLE.search(head[begins:])) or (not words and _is_reduced(text, match.end())):
        return None
    if is_denied(before[:begins], before[begins:], text[match.end() :]):
        return None
    is_passive = _PASSIVE.search(words) is not None
    if not is_passive and re.match(r"\s+by\b", text[match.end() :]):
        return None
    if _is_of_another_sense(match, text, head[begins:] if is_passive else ""):
        return None
    begins += len(head[begins:]) - len(head[begins:].lstrip())
    if _is_attribution(head[:begins], match, text):
        return None
    subject = start + begins, start + len(head.rstrip())
    doing = DOING.match(text, match.end()) if match[0] in BEGINNING else None
    end = _end_of(text, doing.end() if doing else match.end(), _BOUNDARY)
    asked = _THAT.match(text, match.end())
    amounts_end = _end_of(text, asked.end() if asked else match.end(), _REACH_OF_AMOUNTS)
    is_fronted = is_subordinate and not text[:start].rstrip(" ,;:–—")
    main = _BEFORE_MAIN.search(text, match.end()) if is_fronted else None
    stop = main.start() if main else len(text)
    ends = min(end, stop), min(amounts_end, stop)
    return EventClause(text, match[0], start, *match.span(), subject, *ends, is_passive, is_subordinate, stop)


def _is_attribution(before: str, match: re.Match[str], text: str) -> bool:
    """Whether a verb of saying ends the sentence, behind what was said: “The toll could rise, police warned.”"""
    is_last = text[match.end() :].strip(" .!…”’\"'") == ""
    return is_last and match[0] in SAYING and "," in before and not VENUE.match(before)


def _is_reduced(text: str, verb_end: int) -> bool:
    """Whether another verb follows without a break, so that this one is a noun’s: “troops deployed in Peru fired”."""
    stop = _NEXT_BREAK.search(text, verb_end)
    end = stop.start() if stop else len(text)
    if _OTHER_VERB.search(text, verb_end, end):
        return True
    other = TRIGGER.search(text, verb_end, end)
    return other is not None and not _DETERMINER.search(text[: other.start()]) and not other[0].endswith(("s", "ing"))


def _subject_start(head: str, text: str) -> tuple[int | None, bool]:
    """Where the subject begins, behind what introduces the clause, and whether that makes it subordinate.

    None where the introduction has no end that a comma shows, or where the clause is only supposed.
    """
    commas = [match.end() for match in re.finditer(r",\s+", head)]
    if not commas and (fact := _FACTIVE.match(head)):
        return (None if is_supposed(text) else fact.end()), True
    if (_OPENS_SUBORDINATE.match(head) and not commas) or _ASIDE_IN_LIST.search(head):
        return None, False
    if quoted := _QUOTED_BEFORE.match(head):
        return quoted.end(), False
    return (list_start(head, commas) if commas else 0), False


def _is_subject(words: str) -> bool:
    """Whether the words before a verb can be who does it: no clause, and no other verb."""
    others = (SUBORDINATING, _OTHER_VERB, _OTHER_PAST)
    verbs = (each for each in TRIGGER.finditer(words) if not _DETERMINER.search(words[: each.start()]))
    return (
        bool(words.strip())
        and len(words.split()) <= _LONGEST_SUBJECT
        and not any(each.search(words) for each in others)
        and next(verbs, None) is None
    )


def _is_of_another_sense(match: re.Match[str], text: str, done_to: str) -> bool:
    """Whether the verb tells of nothing here: “called the Pact of Paris”, “met the demand”, “began trying”.

    `done_to` is the subject of a passive verb: “the sanctions were lifted” is as good as “lifted the sanctions”.
    """
    if match[0] in BEGINNING and (doing := DOING.match(text, match.end())):
        return root_of(doing["verb"] or doing["noun"]) not in TYPES_OF_ROOTS
    wanted = SENSES.get(match[0])
    is_of_subject = bool(done_to) and wanted is not None and wanted.match(f" {done_to.strip().removeprefix('The ')} ")
    return wanted is not None and not is_of_subject and not wanted.match(text, match.end())


def _end_of(text: str, verb_end: int, boundary: re.Pattern[str]) -> int:
    found = boundary.search(text, verb_end)
    return found.start() if found else len(text)
