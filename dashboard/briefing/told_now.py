"""What a written briefing would tell now: the sentences that it would not have, whatever decides that."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.briefing.compose import outline_of
from dashboard.briefing.manifest import NO_LONGER, Manifest, ManifestSentence, manifest_of
from dashboard.briefing.outline import IN_WORDS, choose_events
from dashboard.checks.validation import Validation
from dashboard.model.briefing import Briefing


@dataclass(frozen=True, slots=True)
class ToldNow:
    """The sentences that the record of a written briefing makes of the workspace as it is now."""

    events: frozenset[str]
    """The events that it tells of."""
    words: frozenset[tuple[str | bool, ...]]
    """Each sentence in its words, who stands for it, its claims, and whether it is a claim or rests on one."""
    bases: frozenset[frozenset[str]]
    """What each rests on: where another version of the program words it otherwise, it is the same sentence."""

    def why_left_out(self, sentence: ManifestSentence, rests_on: Iterable[str]) -> Iterator[str]:
        """Why the briefing would not have a sentence; nothing where it would."""
        keys = frozenset(rests_on)
        if _words_of(sentence, keys) in self.words or keys in self.bases:
            return
        yield f"{NO_LONGER}{f': {why}' if (why := self._why(sentence, keys)) else ''}"

    def _why(self, sentence: ManifestSentence, keys: frozenset[str]) -> str:
        """The event, the thread or the source that it is about, and what became of that."""
        records = sorted({key.partition("#")[0] for key in keys})
        threads = [sentence.question.partition("/")[0]] if sentence.question else []
        events, sources = (
            [key.removeprefix(kind) for key in records if key.startswith(kind)] for kind in ("events/", "sources/")
        )
        if threads:
            return f"no event of the briefing is in thread {threads[0]}"
        if left := [each for each in events if each not in self.events]:
            return f"event {left[0]} does not match the filters of the briefing"
        return f"nothing in the briefing names source {sources[0]}" if sources and not events else ""


def told_now(seal: Manifest, briefing: Briefing, validation: Validation) -> ToldNow:
    """What `briefing`, from which a file with this manifest was written, would tell now."""
    now = manifest_of(outline_of(briefing, validation), validation, briefing, seal.built_on)
    bases = [frozenset(now.rests_on(each)) for each in now.sentences]
    return ToldNow(
        frozenset(reading.id for reading in choose_events(briefing, validation).readings),
        frozenset(map(_words_of, now.sentences, bases)),
        frozenset(bases),
    )


def _words_of(sentence: ManifestSentence, rests_on: Iterable[str]) -> tuple[str | bool, ...]:
    is_claim = any(key.endswith(f".{IN_WORDS}") for key in rests_on)
    return (is_claim, sentence.text, sentence.by, sentence.question, *sentence.claims)
