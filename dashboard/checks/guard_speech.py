"""Guards: what somebody says is theirs, and the quotes say who."""

from collections.abc import Iterator

from dashboard.checks.corpus import Breach
from dashboard.checks.guards import guard
from dashboard.checks.sayings import Saying
from dashboard.evidence.words.names import Keys, words_of
from dashboard.evidence.words.speech import TELLING, Speaker, speakers_in, spoken_words, words_of_telling
from dashboard.store.yaml_problem import excerpt

SPEAKER_NOT_QUOTED = guard(
    "speaker-not-quoted",
    "Nobody in the quotes is the speaker",
    "Who says it (`by`) is named by the quotes, by one of their names in the registry, so that the words prove whose "
    "they are.",
    "quote the words that name the speaker as well; or give the words that stand for them as `by_as_reported`",
)
SPEAKER_DIFFERS = guard(
    "speaker-differs",
    "The words name another speaker than `by`",
    "A claim's text, or its quotes, say who says it, just before a verb of saying, and `by` names somebody else.",
    "correct the text, or `by`; or `allow` it with the reason",
)
SAID_AS_FACT = guard(
    "said-as-fact",
    "Somebody's words as a fact",
    "The quote puts it into somebody's mouth (“said”, “according to”, words in quotation marks). Then the claim is "
    "theirs: a statement or an assessment *by* them, and no fact.",
    "make it `kind: statement` with `by`; or `allow` it with the reason that it is a fact all the same",
    "warning",
)


def speaker_is_quoted(saying: Saying) -> Iterator[Breach]:
    """The quotes of a claim name the one who says it."""
    by = f"actor/{saying.claim.by}"
    if saying.claim.by is None or saying.claim.by_as_reported or by not in saying.registered:
        return
    names = saying.registered.names[by]
    if saying.registered.are_named(by, saying.quoted, whole=saying.is_english):
        return
    message = (
        f"no quote of claim `{saying.key}` names {saying.claim.by} ({', '.join(f'“{name}”' for name in names[:4])})"
    )
    yield Breach(SPEAKER_NOT_QUOTED, saying.event, (saying.key,), ("claims", saying.key, "by"), message)


def speaker_is_the_one_named(saying: Saying) -> Iterator[Breach]:
    """Whom the claim's text, or a quote, names just before a verb of saying is the one in `by`."""
    by = f"actor/{saying.claim.by}"
    if saying.claim.by is None or saying.claim.by_as_reported or by not in saying.registered:
        return
    for words, where in ((saying.said, "text"), (saying.quoted, "quotes")):
        named = list(speakers_in(words.text))
        others = [speaker for speaker in named if _is_another(speaker, by, saying)]
        if others and len(others) == len(named):
            message = (
                f"by the {where} of claim `{saying.key}` “{others[0].text}” says it, and `by` is {saying.claim.by}"
            )
            yield Breach(SPEAKER_DIFFERS, saying.event, (saying.key,), ("claims", saying.key, "by"), message)
            return


def _is_another(speaker: Speaker, by: str, saying: Saying) -> bool:
    """Whether the words name a registered actor, and none that may be meant by `by`."""
    known, keys = saying.registered.known, Keys(words_of(speaker.text))
    bearers = {bearer for bearer in known.named_by(keys) if any(known.has_word(bearer, key) for key in keys.exactly)}
    return bool(bearers) and by not in bearers


def speech_is_somebody_s(saying: Saying) -> Iterator[Breach]:
    """What a quote puts into somebody's mouth is no fact."""
    claim = saying.claim
    if claim.kind != "fact" or claim.by or claim.by_as_reported:
        return
    telling = "" if TELLING.isdisjoint(saying.quoted.lower) else words_of_telling(saying.quoted.text)
    spoken = "" if telling else next(filter(None, map(spoken_words, claim.exact_quotes)), "")
    if (telling or spoken) and not words_of_telling(claim.text):
        words = telling or excerpt(spoken, 60)
        message = f"“{words}” in the quotes of claim `{saying.key}` makes it somebody's, and its kind is fact"
        yield Breach(SAID_AS_FACT, saying.event, (saying.key,), ("claims", saying.key, "text"), message)


GUARDS_ON_WORDS = (speaker_is_quoted, speaker_is_the_one_named, speech_is_somebody_s)
