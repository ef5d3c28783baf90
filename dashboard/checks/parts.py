"""The parts of a text that a description marks stand in it."""

from collections.abc import Iterator

from dashboard.checks.corpus import Corpus
from dashboard.evidence.passages import Passages
from dashboard.model.problem import Problem, kind

PART_NOT_ONCE = kind(
    "part-not-once",
    "A marked part that does not stand in the text once",
    "`parts` marks what of the source's own text is a headline, a caption or boilerplate. Its words are looked up as "
    "those of a quote are, and have to stand there once.",
    "copy the part from the text, with as much of what stands beside it as makes it stand once",
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
                stands = f"stands {len(finding.places)} times" if finding.is_ambiguous else "does not stand"
                message = f"the {part.as_} {stands} in seeds/{source.id}.txt"
                yield corpus.problem(PART_NOT_ONCE, source, ("parts", index, "exact"), message)


RULES = (marked_part_stands_once,)
