"""Guards: what somebody says is theirs, and the quotes say who."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import (
    ClaimContext,
    Speaking,
    another_actor,
    is_body_of_country,
    is_called_by_kind,
    is_only_addressed,
    quotings,
    speaking_in_quotes,
    speaking_in_text,
)
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.words import (
    TELLING,
    Keys,
    Words,
    attribution_words,
    attributions,
    first_person,
    is_belief,
    is_by_line,
    is_named_otherwise,
    is_only_believed,
    leaves_out,
    pronouns_speaking,
    root_of,
    says_that_it_is_believed,
    says_that_it_is_reported,
    spelled_out,
    spoken_words,
    tells_other_clauses,
    told_parts,
    words_of,
)
from dashboard.model.claim import Claim
from dashboard.store.file_problems import excerpt

SPEAKER_NOT_QUOTED = guard(
    "speaker-not-quoted",
    "The quotes do not name the speaker",
    "The quotes must name every speaker (`by`) and who quotes them (`quoted_by`), by a name in the registry, so that "
    "they prove who said it. The author or publisher of a quoted source, by its description, need not be named there, "
    "nor the body whose announcement a press release begins with; and “the government” is enough in a source that "
    "speaks of its country most.",
    "also quote the words that name the speaker, or add the source's words for them as `by_as_reported` (or "
    "`quoted_by_as_reported`)",
)
SPEAKER_DIFFERS = guard(
    "speaker-differs",
    "The words name a different speaker than `by`",
    "A claim's text or its quotes name a speaker: a name or office before a verb such as “said”, or “NAME, who said”. "
    "`by` and `quoted_by` name somebody else; or there is no `by`, and the text names a different speaker than the "
    "quotes. A name after “he demanded that” is not the speaker, nor is whoever is only spoken to (“B told A”). In “A "
    "said that B had told him”, B is `by`, and A is `quoted_by`. Nor does “the police counted” stand for “the hospital "
    "counted”, if no quote names the police.",
    "correct the text, `by` or `quoted_by`, or `allow` it with the reason",
)
SAID_AS_FACT = guard(
    "said-as-fact",
    "A statement recorded as a fact",
    "The quote says that somebody said it (“said”, “according to”, words in quotation marks), is in the first person "
    "(“we”), or is next to a quote that is only a name and an office. The claim is then a statement or an assessment "
    "*by* that person, not a fact.",
    "make it `kind: statement` with `by`, or `allow` it with the reason why it is a fact",
    "warning",
)

_FINDING: Final = (
    r"(?:(?:has|have|had|also) )?(?:sp(?:eaks?|oke) of|found|finds?|count(?:s|ed)|puts?(?= the|$| it| them| [a-z]+ at)"
    r"|estimat(?:es?|ed)|record(?:s|ed)|establish(?:es|ed)|document(?:s|ed)|sa(?:ys?|id)|report(?:s|ed)|number(?:s|ed))"
)
_BODIES: Final = (
    r"ministry|league|police|army|navy|hospital|court|church|bank|parliament|embassy|university|museum|rebels|opposition"
    r"|port authority|coast guard|air force|electoral commission|dockers[’'] union|trade union"
)
"""Bodies of which one is hardly called by the name of another."""
_BODY: Final = re.compile(
    rf"\b[Tt]he ((?:[\w’'-]+ ){{0,3}}?(?:{_BODIES})) {_FINDING}\b"
    rf"|[Aa]ccording to the ((?:[\w’'-]+ ){{0,3}}?(?:{_BODIES}))\b"
)
_FINDS: Final = re.compile(rf"\s{_FINDING}\b")
_MARKS: Final = re.compile('[“”"]')
_LEAST_OF_PART: Final = 4
"""A sentence of fewer words may be no more than who says the one beside it: “He told reporters in Nairobi.”"""
_SIGN_WORDS: Final = """
    speaks speak spoke found finds counts counted puts put estimates estimated records recorded established documented
    says said reports reported according
"""
_SIGNS: Final = frozenset(_SIGN_WORDS.split())


def speaker_is_quoted(saying: ClaimContext) -> Iterator[Violation]:
    """The quotes of a claim name everybody who says it, and who passes it on."""
    if not (saying.claim.by or saying.claim.quoted_by):
        return
    for voice in saying.claim.voices:
        if (
            voice.actor
            and voice.words
            and (other := saying.registered.other_actor_named(saying.corpus, voice.actor, voice.words))
        ):
            message = f"“{voice.words}” in claim `{saying.key}` is the name of `{other}`, not of `{voice.actor}`"
            hint = f"write `{other}`, or the words that name {voice.actor}"
            yield saying.violation(SPEAKER_NOT_QUOTED, (voice.words,), message, hint, at=("by",))
        elif voice.actor and voice.words and (other := _other_speaker(saying, voice.actor, voice.words)):
            message = f"“{voice.words}” in claim `{saying.key}` is of another one (“{other}”), not of `{voice.actor}`"
            yield saying.violation(
                SPEAKER_NOT_QUOTED, (voice.words,), message, f"write the words that name {voice.actor}", at=("by",)
            )
    has_words = {each.actor for each in saying.claim.voices if each.words}
    for path, actor in saying.claim.actors_named():
        bearer = f"actor/{actor}"
        if actor in has_words or bearer not in saying.registered:
            continue
        if saying.registered.are_named(bearer, saying.quote_words, whole=saying.is_english):
            continue
        if bearer in saying.who_publish:
            continue  # what a text says itself is said by whoever wrote or published it
        if saying.is_english and is_body_of_country(saying.corpus.workspace, actor, saying.claim.quotes):
            continue
        if any(
            is_called_by_kind(saying.registered.names[bearer], quote.exact, saying.corpus.workspace.texts[quote.source])
            for quote in saying.claim.quotes
            if quote.source in saying.corpus.workspace.texts
        ):
            continue
        names = ", ".join(f"“{name}”" for name in list(dict.fromkeys(saying.registered.names[bearer]))[:4])
        message = f"no quote of claim `{saying.key}` names {actor} ({names})"
        yield saying.violation(SPEAKER_NOT_QUOTED, (actor,), message, at=path)


def _other_speaker(saying: ClaimContext, id_: str, words: str) -> str:
    """The words by which words as reported name another speaker, whom no registry knows."""
    actor = saying.corpus.workspace.actors.get(id_)
    return another_actor(saying.registered.names[f"actor/{id_}"], actor, words) if actor else ""


def speaker_is_the_one_named(saying: ClaimContext) -> Iterator[Violation]:
    """Whom the claim's text, or a quote, has saying it is one in `by` or `quoted_by`; without them, they are the same.

    Who is known by the source's words may be anybody.
    """
    claim = saying.claim
    if claim.by_as_reported or claim.quoted_by_as_reported:
        return
    actors = [actor for _, actor in claim.actors_named()]
    if any(f"actor/{each}" not in saying.registered for each in actors):
        return
    said = speaking_in_text(saying)
    wanted = frozenset(f"actor/{each}" for each in actors) or frozenset[str]().union(*(each.bearers for each in said))
    for speaking, words, where in (
        (said if wanted else [], saying.claim_words, "the text of claim `{}` names"),
        (speaking_in_quotes(saying) if wanted else [], saying.quote_words, "the quotes of claim `{}` name"),
    ):
        told = [each for each in speaking if not each.is_pronoun or _is_another(each, wanted)]
        if not any(_is_another(each, wanted) for each in told):
            continue
        if not actors and words is saying.quote_words:
            parts = told_parts(words.text, saying.claim_words.content_roots, 1)
            told = [each for each in told if each.words in parts]
        if any(_is_person(each, saying) for each in actors):
            told = [each for each in told if not each.is_quoted_by_pronoun]
        if told and all(_is_another(each, wanted) and not _is_seat(each, words, wanted, saying) for each in told):
            message = f"{where.format(saying.key)} “{told[0].words}” as the speaker, but {_speakers_by_record(claim)}"
            at = ("by",) if actors else ("text",)
            yield saying.violation(SPEAKER_DIFFERS, (told[0].words, *actors), message, at=at)
            return
    yield from _listener_as_speaker(saying)
    yield from _quoter_of_another(saying)


def _is_person(actor: str, saying: ClaimContext) -> bool:
    found = saying.corpus.workspace.actors.get(actor)
    return found is not None and found.kind == "person"


def _speakers_by_record(claim: Claim) -> str:
    """Whom the record has saying it, in a message."""
    by = f"`by` is {', '.join(claim.by)}" if claim.by else "its text names another speaker"
    return f"{by} and `quoted_by` {claim.quoted_by}" if claim.quoted_by else by


def _listener_as_speaker(saying: ClaimContext) -> Iterator[Violation]:
    """No speaker is only spoken to in the quotes: unless `he` or `she` says something there, who may be that one."""
    by, text = saying.claim.by, saying.quote_words.text
    for index, actor in enumerate(by if len(by) > 1 or next(pronouns_speaking(text), None) is None else ()):
        if is_only_addressed(f"actor/{actor}", text, saying.named_in_quotes):
            message = f"in the quotes of claim `{saying.key}`, {actor} is spoken to, and does not speak"
            yield saying.violation(SPEAKER_DIFFERS, (actor,), message, at=("by", index))


def _quoter_of_another(saying: ClaimContext) -> Iterator[Violation]:
    """Where words have somebody pass on what another said, the other is in `by`, and the first in `quoted_by`."""
    if not saying.claim.by or saying.claim.quoted_by is None:
        return
    by, quoter = frozenset(f"actor/{each}" for each in saying.claim.by), f"actor/{saying.claim.quoted_by}"
    found = [
        *quotings(saying.claim.text, saying.named_in_text),
        *quotings(saying.quote_words.text, saying.named_in_quotes),
    ]
    if any(quoter in outer.bearers and inner.bearers & by for outer, inner in found):
        return
    for outer, inner in found:
        if inner.bearers & by or (quoter in inner.bearers and outer.bearers & by):
            told = f"“{outer.text}” passes on what “{inner.text}” said"
            message = f"in the words of claim `{saying.key}`, {told}, but {_speakers_by_record(saying.claim)}"
            words = (outer.text, inner.text, *saying.claim.by, saying.claim.quoted_by)
            yield saying.violation(SPEAKER_DIFFERS, words, message, at=("quoted_by",))
            return


def _is_another(speaking: Speaking, wanted: frozenset[str]) -> bool:
    """Whether the words name a registered actor, and none that is wanted; or stand for none that is."""
    if speaking.bearers:
        return not (speaking.bearers & wanted)
    return bool(speaking.not_) and wanted <= speaking.not_


def _is_seat(speaking: Speaking, words: Words, wanted: frozenset[str], saying: ClaimContext) -> bool:
    """Whether the words are the seat of a government that is wanted, named for it: “Cairo accused”, of Egypt."""
    names = [name for bearer in wanted for name in saying.registered.names.get(bearer, ())]
    given = Keys(spelled_out({word for name in names for word in words_of(name)}))
    return any(is_named_otherwise(word, words.text, given, "") for word in words.names if word.text == speaking.words)


def speech_is_somebody_s(saying: ClaimContext) -> Iterator[Violation]:
    """What a quote puts into somebody's mouth is no fact."""
    claim = saying.claim
    if claim.kind != "fact" or claim.is_somebody_s:
        return
    quotes = saying.quote_words
    telling = "" if TELLING.isdisjoint(quotes.lower) else attribution_words(quotes.text)
    if telling and not _MARKS.search(quotes.text):
        telling = _attribution_of(saying)
    if telling and is_only_believed(quotes.text) and says_that_it_is_believed(claim.text):
        return  # “is believed to”, which nobody says who could be named, is “probably” in the claim
    own = (
        ""
        if telling
        else ("" if _is_release(saying) else first_person(quotes.text, quotes.lower))
        or next((each for each in claim.exact_quotes if is_by_line(each) and not _is_about(each, saying)), "")
    )
    spoken = "" if telling or own else next(filter(None, map(spoken_words, claim.exact_quotes)), "")
    if (telling or own or spoken) and not says_that_it_is_reported(claim.text):
        words = telling or own or excerpt(spoken, 60)
        message = f"“{words}” in the quotes of claim `{saying.key}` says that somebody said it, but its kind is fact"
        yield saying.violation(SAID_AS_FACT, (words,), message)


def _attribution_of(saying: ClaimContext) -> str:
    """The first words that put into somebody's mouth what the claim takes from the quotes."""
    roots = saying.claim_words.content_roots
    told = told_parts(saying.quote_words.text, roots, _LEAST_OF_PART)
    found = (
        words
        for words, at in attributions(told)
        if not (is_belief(words) and tells_other_clauses(told, at, roots)) and not leaves_out(told, at, roots)
    )
    return next(found, "")


def _is_about(by_line: str, saying: ClaimContext) -> bool:
    """Whether a claim itself tells of whom a name and an office mean: they are quoted for that."""
    return len(Words(by_line).content_roots & saying.claim_words.roots) > 1


def _is_release(saying: ClaimContext) -> bool:
    """Whether all that is quoted is of press releases: there, “we” is who published it."""
    sources = saying.corpus.workspace.sources
    kinds = {sources[quote.source].kind for quote in saying.claim.quotes if quote.source in sources}
    return kinds == {"press-release"}


def finders_are_kept(saying: ClaimContext) -> Iterator[Violation]:
    """No claim has another body, or another registered actor, find what the quotes have somebody else find."""
    if _SIGNS.isdisjoint(saying.claim_words.lower) or not saying.is_english:
        return
    words = _other_body(saying) or _other_actor(saying)
    if words and not any(True for _ in speaker_is_the_one_named(saying)):
        message = f"the text of claim `{saying.key}` has “{words}” say it, whom no quote names"
        yield saying.violation(SPEAKER_DIFFERS, (words, *saying.claim.by), message)


def _other_body(saying: ClaimContext) -> str:
    """The body that says it in the claim, and of which no word is in the quotes, where another body says it there."""
    here = [match[1] or match[2] for match in _BODY.finditer(saying.claim.text)]
    there = [match[1] or match[2] for match in _BODY.finditer(saying.quote_words.text)]
    if len(here) != 1 or len(there) != 1:
        return ""
    roots = {root_of(word) for word in words_of(here[0])}
    return here[0] if roots.isdisjoint(saying.quote_words.roots) else ""


def _other_actor(saying: ClaimContext) -> str:
    """The registered actor who finds it by the claim, whom no quote names, and beside whom no speaker is named."""
    by = {f"actor/{each}" for each in saying.claim.by}
    if not by or any(each.bearers & by for each in saying.named_in_text):
        return ""
    quoted = frozenset[str]().union(*(each.bearers for each in saying.named_in_quotes))
    for each in saying.named_in_text:
        if _FINDS.match(saying.claim.text, each.end) and not each.bearers & (quoted | by | saying.as_reported):
            return each.text if any(bearer.startswith("actor/") for bearer in each.bearers) else ""
    return ""


GUARDS_ON_WORDS = (speaker_is_quoted, speaker_is_the_one_named, speech_is_somebody_s, finders_are_kept)
