"""A source's text is the one that was described, and nobody else's."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dashboard.cache import SharedCache
from dashboard.checks.corpus import Corpus
from dashboard.evidence.corroboration import origin_is_open, proposed_origin
from dashboard.evidence.folding import MOST_FOLDED, fold, folds_whole
from dashboard.model import vocabularies
from dashboard.model.problem import Problem, kind
from dashboard.model.source import Source

TEXT_MISSING = kind(
    "source-text-missing",
    "A described text that is missing",
    "The description has the hash of a text, but `seeds/ID.txt` does not exist. Its quotes cannot be checked.",
    "put the text back, or remove `text` from the description; it then counts as not held",
)
HASH_MISMATCH = kind(
    "source-hash-mismatch",
    "A text that has changed",
    "Texts in `seeds/` are never edited, because quotes depend on them. The SHA-256 of `seeds/ID.txt` differs from "
    "the one in the description.",
    "put the original text back (`git log -- seeds`), or add a corrected text as a new source (`dateline source "
    "add`). If the change is intended, `dateline source check ID --accept` updates the description",
)
LENGTH_MISMATCH = kind(
    "source-length-mismatch",
    "A wrong number of characters",
    "`characters` counts the code points of the text with its line breaks, not bytes.",
    "use the number in the message",
)
TEXT_UNDESCRIBED = kind(
    "source-text-undescribed",
    "A text without a description",
    "A text in `seeds/` counts as held only if `seeds/ID.yaml` gives its kind, hash and length. The hash and length "
    "reveal later changes.",
    "describe it in `seeds/ID.yaml`",
)
SET_ASIDE_NOT_FOUND = kind(
    "set-aside-not-found",
    "A `set_aside` sentence that is not in the text",
    "`set_aside` names sentences of the source's own text that no claim needs to use.",
    "copy the sentence from the text, or remove the entry",
)
TEXT_ALIKE = kind(
    "source-text-alike",
    "Two texts that are nearly the same",
    "Most of one text is also in another, for example because two outlets carry the same agency report. They are "
    "counted as one source until their descriptions say otherwise, each with an `origin`. Runs of 24 letters and "
    "digits are compared, so layout and punctuation do not matter.",
    "give both the same `origin`: the agency or outlet whose report they repeat; if they are independent, give "
    "each its own",
    "warning",
)
TEXT_FOLDED_IN_PART = kind(
    "source-text-folded-in-part",
    "A text whose end is only searched exactly",
    "To compare texts, ligatures and special signs are written out: “ﷺ” becomes 18 letters. For this text, that gives "
    f"more than {MOST_FOLDED:,} characters. The rest is not written out: a quote from it is found only if it is typed "
    "exactly as in the text.",
    "split the text into several sources, or remove what is not text",
    "warning",
)

GRADE_WITHOUT_REASON = kind(
    "reliability-without-reason",
    "A reliability without a reason",
    "A to E are judgements about a source, so readers need the reason. F means that it cannot be judged, and needs no "
    "reason.",
    "give the reason in `reliability.reason`",
    "warning",
)

UNKNOWN_GRADE: Final = tuple(vocabularies.RELIABILITY)[-1]
"""F, the last of the scale."""
MOST_LISTED: Final = 5
"""Quotes that no longer stand, in a hint; `dateline source check` lists them all."""


def described_text_is_there(corpus: Corpus) -> Iterator[Problem]:
    """A text that is described is there. One that cannot be read has a problem of its own."""
    unreadable = {problem.file for problem in corpus.workspace.problems if problem.file.endswith(".txt")}
    for source in corpus.workspace.sources.values():
        file = f"seeds/{source.id}.txt"
        if source.text is not None and source.id not in corpus.workspace.texts and file not in unreadable:
            yield corpus.problem(TEXT_MISSING, source, ("text",), f"{file} does not exist")


def text_is_the_one_described(corpus: Corpus) -> Iterator[Problem]:
    """Hash and length of a text are those of its description."""
    failing: Mapping[str, Sequence[str]] | None = None
    for source in corpus.workspace.sources.values():
        text, sha256 = corpus.workspace.texts.get(source.id), corpus.workspace.hashes.get(source.id)
        if source.text is None or text is None:
            continue
        if source.text.sha256 != sha256:
            failing = _failing(corpus) if failing is None else failing
            told = _failing_summary(failing, source.id)
            message = f"seeds/{source.id}.txt has changed; {told}; its SHA-256 is now {sha256}"
            hint = "\n".join([HASH_MISMATCH.fix, *_failing_lines(failing, source.id)])
            yield corpus.problem(HASH_MISMATCH, source, ("text", "sha256"), message, hint)
        elif source.text.characters != len(text):
            message = f"seeds/{source.id}.txt has {len(text)} characters, not {source.text.characters}"
            hint = f"write `characters: {len(text)}`"
            yield corpus.problem(LENGTH_MISMATCH, source, ("text", "characters"), message, hint)


def text_is_described(corpus: Corpus) -> Iterator[Problem]:
    """Every text in `seeds/` has a description that gives its hash."""
    known = corpus.known_sources()
    for id_, text in corpus.workspace.texts.items():
        source = corpus.workspace.sources.get(id_)
        line = f"text: {{sha256: {corpus.workspace.hashes.get(id_, '…')}, characters: {len(text)}}}"
        if source is not None and source.text is None:
            message = f"seeds/{id_}.txt exists, but its description has no `text`"
            yield corpus.problem(
                TEXT_UNDESCRIBED, source, (), message, f"add `{line}`, or move the text out of `seeds/`"
            )
        elif id_ not in known:
            hint = f"write seeds/{id_}.yaml with `kind: article` and `{line}`"
            yield corpus.problem(TEXT_UNDESCRIBED, f"seeds/{id_}.txt", (), f"seeds/{id_}.yaml does not exist", hint)


_FOLDED_WHOLE: Final[SharedCache[bool]] = SharedCache(4096)
"""By the hash of a text."""


def all_of_a_text_is_folded(corpus: Corpus) -> Iterator[Problem]:
    """No text grows beyond bounds when its signs are written out."""
    for id_, text in corpus.workspace.texts.items():
        if not _folds_whole(text, corpus.workspace.hashes.get(id_, "")):
            message = (
                f"written out, the text has more than {MOST_FOLDED:,} characters: the rest is only searched exactly"
            )
            yield corpus.problem(TEXT_FOLDED_IN_PART, f"seeds/{id_}.txt", (), message)


def _folds_whole(text: str, sha256: str) -> bool:
    """Whether a text is folded whole: five million characters are not counted at each check of a draft."""
    return _FOLDED_WHOLE.get((sha256, len(text)), None, lambda: folds_whole(text))


def sentence_set_aside_stands_in_the_text(corpus: Corpus) -> Iterator[Problem]:
    """What is set aside of a held text stands in it, exactly or folded."""
    for source in corpus.workspace.sources.values():
        text, folded_text = corpus.workspace.texts.get(source.id), ""
        if text is None:
            continue
        for index, sentence in enumerate(source.set_aside):
            if sentence.exact not in text:
                folded_text = folded_text or fold(text)
                if fold(sentence.exact) not in folded_text:
                    message = f"the sentence is not in seeds/{source.id}.txt"
                    yield corpus.problem(SET_ASIDE_NOT_FOUND, source, ("set_aside", index, "exact"), message)


def a_grade_has_its_reason(corpus: Corpus) -> Iterator[Problem]:
    """Whoever grades a source, other than F, says why."""
    for source in corpus.workspace.sources.values():
        graded = source.reliability
        if graded is not None and graded.reason is None and graded.grade != UNKNOWN_GRADE:
            meaning = vocabularies.RELIABILITY[graded.grade]
            message = f"`{source.id}` is graded {graded.grade} ({meaning}), but no reason given"
            yield corpus.problem(GRADE_WITHOUT_REASON, source, ("reliability", "grade"), message)


def nearly_the_same_text_has_one_origin(corpus: Corpus) -> Iterator[Problem]:
    """Texts that are nearly the same say whose report they repeat. Told once for all, at the last of them."""
    known = corpus.workspace.sources
    for ids, share in corpus.likeness.groups:
        alike = [known[id_] for id_ in ids if id_ in known]
        if origin_is_open(alike):
            message, hint = alike_words(share, alike)
            yield corpus.problem(TEXT_ALIKE, alike[-1], ("origin",), message, hint)


def alike_words(share: float, alike: Sequence[Source]) -> tuple[str, str]:
    """What is said of the last of some texts that are nearly the same, and which one `origin` fixes it.

    `share` is what those two of them have in common that are least alike.
    """
    *others, _ = alike
    origin = proposed_origin(alike)
    files = _join_words([f"seeds/{each.id}.yaml" for each in alike if each.origin != origin])
    named = _join_words([f"`{each.id}`" for each in others])
    all_, least = ("both", "") if len(alike) == 2 else ("all", "at least ")
    message = f"{least}{whole_percent(share)} of the shorter text is in {'both ' if not least else ''}this and {named}"
    told = "they count as one source until their descriptions say otherwise"
    hint = (
        f"if {all_} repeat one report, write `origin: {origin}` into {files}; if not, give each an `origin` of its own"
    )
    return f"{message}; {told}", hint


def _join_words(words: Sequence[str]) -> str:
    """`a and b`; `a, b and c`; of very many the first."""
    shown = [*words[:MOST_LISTED], f"{len(words) - MOST_LISTED:,} more"] if len(words) > MOST_LISTED else list(words)
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


def whole_percent(share: float) -> str:
    """`97 %`; never rounded up to all of it."""
    return f"{int(share * 100)} %"


def _failing(corpus: Corpus) -> Mapping[str, Sequence[str]]:
    """Source id to its quotes that do not stand, each as `event/claim: “words”`."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for event, claims in corpus.evidence.claims.items():
        for claim, evidence in claims.items():
            for each in evidence.quotes:
                if each.finding is not None and not each.finding.stands:
                    found[each.quote.source].append(f"{event}/{claim}: “{' '.join(each.quote.exact.split())}”")
    return found


def _failing_summary(failing: Mapping[str, Sequence[str]], source: str) -> str:
    number = len(failing.get(source, ()))
    if not number:
        return "all of its quotes are still found, but not checkable until the change is accepted"
    return "one of its quotes fails" if number == 1 else f"{number:,} of its quotes fail"


def _failing_lines(failing: Mapping[str, Sequence[str]], source: str) -> Iterator[str]:
    quotes = failing.get(source, ())
    yield from quotes[:MOST_LISTED]
    if len(quotes) > MOST_LISTED:
        yield f"and {len(quotes) - MOST_LISTED:,} more: dateline source check {source}"


RULES = (
    described_text_is_there,
    text_is_the_one_described,
    text_is_described,
    nearly_the_same_text_has_one_origin,
    a_grade_has_its_reason,
    all_of_a_text_is_folded,
    sentence_set_aside_stands_in_the_text,
)
