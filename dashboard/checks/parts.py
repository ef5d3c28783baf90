"""The parts of a text that a description marks stand in it."""

from collections.abc import Iterator

from dashboard.checks.corpus import Corpus
from dashboard.evidence.passages import Passages
from dashboard.model.problem import Problem, kind

PART_NOT_ONCE = kind(
    "part-not-once",
    "A marked part that is not in the text exactly once",
    "`parts` marks which words of a source's text are a headline, a caption or boilerplate. The words are looked up "
    "like a quote, and must be in the text exactly once.",
    "copy the part from the text, with enough of the words around it to make it unique",
)


def marked_part_stands_once(corpus: Corpus) -> Iterator[Problem]:
    """What is marked as a part of a held text stands in it once, exactly or folded."""
    for source in corpus.workspace.sources.values():
        text = corpus.workspace.texts.get(source.id)
        if text is None or not source.parts:
            continue
        passages = Passages(source.id, text)
        for index, part in enumerate(source.parts):
            finding = passages.find(part.exact)
            if not finding.stands:
                stands = f"is {len(finding.places)} times" if finding.is_ambiguous else "is not"
                message = f"the {part.as_} {stands} in seeds/{source.id}.txt"
                yield corpus.problem(PART_NOT_ONCE, source, ("parts", index, "exact"), message)


RULES = (marked_part_stands_once,)
