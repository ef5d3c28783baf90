"""A source's text is the one that was described."""

from collections.abc import Iterator

from dashboard.checks.corpus import Corpus
from dashboard.evidence.folding import fold
from dashboard.model.problem import Problem, kind

TEXT_MISSING = kind(
    "source-text-missing",
    "A text that is described but not there",
    "The description gives the hash of a text, and `seeds/ID.txt` does not exist. Its quotes cannot be checked.",
    "put the text back, or leave `text` out of the description: then it counts as not held",
)
HASH_MISMATCH = kind(
    "source-hash-mismatch",
    "A text that has changed",
    "Texts in `seeds/` are never edited: quotes, and what readers were shown, rest on them. The SHA-256 of "
    "`seeds/ID.txt` is no longer the one described.",
    "put the original text back (`git log -- seeds`); a corrected text is a source of its own",
)
LENGTH_MISMATCH = kind(
    "source-length-mismatch",
    "A length that is not the text's",
    "`characters` counts the code points of the text, line breaks included: not bytes.",
    "write the number that the message gives",
)
TEXT_UNDESCRIBED = kind(
    "source-text-undescribed",
    "A text without a description",
    "A text in `seeds/` is held only if `seeds/ID.yaml` gives its kind, hash and length, by which a change is noticed.",
    "describe it in `seeds/ID.yaml`",
)
SET_ASIDE_NOT_FOUND = kind(
    "set-aside-not-found",
    "A sentence set aside that is not in the text",
    "`set_aside` names sentences of the source's own text that no claim needs to use.",
    "copy the sentence from the text, or leave the entry out",
)


def described_text_is_there(corpus: Corpus) -> Iterator[Problem]:
    """A text that is described is there. One that cannot be read has a problem of its own."""
    unreadable = {problem.file for problem in corpus.workspace.problems if problem.file.endswith(".txt")}
    for source in corpus.workspace.sources.values():
        file = f"seeds/{source.id}.txt"
        if source.text is not None and source.id not in corpus.workspace.texts and file not in unreadable:
            yield corpus.problem(TEXT_MISSING, source, ("text",), f"there is no {file}")


def text_is_the_one_described(corpus: Corpus) -> Iterator[Problem]:
    """Hash and length of a text are those of its description."""
    for source in corpus.workspace.sources.values():
        text, sha256 = corpus.workspace.texts.get(source.id), corpus.workspace.hashes.get(source.id)
        if source.text is None or text is None:
            continue
        if source.text.sha256 != sha256:
            message = f"seeds/{source.id}.txt has the SHA-256 {sha256}"
            yield corpus.problem(HASH_MISMATCH, source, ("text", "sha256"), message)
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
            message = f"seeds/{id_}.txt is there, and its description has no `text`"
            yield corpus.problem(TEXT_UNDESCRIBED, source, (), message, f"add `{line}`, or move the text away")
        elif id_ not in known:
            hint = f"write seeds/{id_}.yaml with `kind: article` and `{line}`"
            yield corpus.problem(TEXT_UNDESCRIBED, f"seeds/{id_}.txt", (), f"there is no seeds/{id_}.yaml", hint)


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
                    message = f"the sentence does not stand in seeds/{source.id}.txt"
                    yield corpus.problem(SET_ASIDE_NOT_FOUND, source, ("set_aside", index, "exact"), message)


RULES = (
    described_text_is_there,
    text_is_the_one_described,
    text_is_described,
    sentence_set_aside_stands_in_the_text,
)
