"""Guards: what somebody says is theirs, and the quotes say who."""

from collections.abc import Iterator

from dashboard.checks.context import ClaimContext, Speaking, speaking_in_quotes, speaking_in_text
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.words import (
    TELLING,
    attribution_words,
    first_person,
    is_by_line,
    says_that_it_is_reported,
    spoken_words,
)
from dashboard.store.file_problems import excerpt

SPEAKER_NOT_QUOTED = guard(
    "speaker-not-quoted",
    "The quotes do not name the speaker",
    "The quotes must name the speaker (`by`), by a name in the registry, so that they prove who said it.",
    "also quote the words that name the speaker, or add the source's words for them as `by_as_reported`",
)
SPEAKER_DIFFERS = guard(
    "speaker-differs",
    "The words name a different speaker than `by`",
    "A claim's text or its quotes name a speaker: a name or office before a verb such as “said”, or “NAME, who said”. "
    "`by` names somebody else; or there is no `by`, and the text names a different speaker than the quotes. A name "
    "after “he demanded that” is not the speaker.",
    "correct the text or `by`, or `allow` it with the reason",
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


def speaker_is_quoted(saying: ClaimContext) -> Iterator[Violation]:
    """The quotes of a claim name the one who says it."""
    by = f"actor/{saying.claim.by}"
    if saying.claim.by is None or saying.claim.by_as_reported or by not in saying.registered:
        return
    names = saying.registered.names[by]
    if saying.registered.are_named(by, saying.quote_words, whole=saying.is_english):
        return
    message = (
        f"no quote of claim `{saying.key}` names {saying.claim.by} ({', '.join(f'“{name}”' for name in names[:4])})"
    )
    yield saying.violation(SPEAKER_NOT_QUOTED, (saying.claim.by,), message, field="by")


def speaker_is_the_one_named(saying: ClaimContext) -> Iterator[Violation]:
    """Whom the claim's text, or a quote, has saying it is the one in `by`; without `by`, they are the same."""
    claim, by = saying.claim, f"actor/{saying.claim.by}"
    if claim.by_as_reported or (claim.by is not None and by not in saying.registered):
        return
    said = speaking_in_text(saying)
    wanted = frozenset({by}) if claim.by else frozenset[str]().union(*(each.bearers for each in said))
    for speaking, where in (
        (said, "the text of claim `{}` names"),
        (speaking_in_quotes(saying) if wanted else [], "the quotes of claim `{}` name"),
    ):
        told = [each for each in speaking if not each.is_pronoun or _is_another(each, wanted)]
        if told and all(_is_another(each, wanted) for each in told):
            held = f"`by` is {claim.by}" if claim.by else "its text names another speaker"
            message = f"{where.format(saying.key)} “{told[0].words}” as the speaker, but {held}"
            words = (told[0].words, *filter(None, [claim.by]))
            yield saying.violation(SPEAKER_DIFFERS, words, message, field="by" if claim.by else "text")
            return


def _is_another(speaking: Speaking, wanted: frozenset[str]) -> bool:
    """Whether the words name a registered actor, and none that is wanted; or stand for none that is."""
    if speaking.bearers:
        return not (speaking.bearers & wanted)
    return bool(speaking.not_) and wanted <= speaking.not_


def speech_is_somebody_s(saying: ClaimContext) -> Iterator[Violation]:
    """What a quote puts into somebody's mouth is no fact."""
    claim = saying.claim
    if claim.kind != "fact" or claim.by or claim.by_as_reported:
        return
    telling = "" if TELLING.isdisjoint(saying.quote_words.lower) else attribution_words(saying.quote_words.text)
    own = (
        ""
        if telling
        else ("" if _is_release(saying) else first_person(saying.quote_words.text, saying.quote_words.lower))
        or next(filter(is_by_line, claim.exact_quotes), "")
    )
    spoken = "" if telling or own else next(filter(None, map(spoken_words, claim.exact_quotes)), "")
    if (telling or own or spoken) and not says_that_it_is_reported(claim.text):
        words = telling or own or excerpt(spoken, 60)
        message = f"“{words}” in the quotes of claim `{saying.key}` says that somebody said it, but its kind is fact"
        yield saying.violation(SAID_AS_FACT, (words,), message)


def _is_release(saying: ClaimContext) -> bool:
    """Whether all that is quoted is of press releases: there, “we” is who published it."""
    sources = saying.corpus.workspace.sources
    kinds = {sources[quote.source].kind for quote in saying.claim.quotes if quote.source in sources}
    return kinds == {"press-release"}


GUARDS_ON_WORDS = (speaker_is_quoted, speaker_is_the_one_named, speech_is_somebody_s)
