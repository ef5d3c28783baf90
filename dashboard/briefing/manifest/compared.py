"""What a briefing was built on, compared with what there is now: for each sentence, the fields that are others."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dashboard.briefing.manifest.manifest import Manifest, ManifestSentence
from dashboard.briefing.outline import (
    ATTRIBUTION,
    IN_ENTRIES,
    IN_THREAD,
    IN_WORDS,
    RELIANCE,
    Hashes,
    StoredHashes,
    basis,
    changed_paths,
    decided_field,
    hashes_of,
    is_computed,
    part_of,
    path_words,
    record_name,
    texts_of,
    verdict_of,
)
from dashboard.checks.validation import Validation
from dashboard.evidence.verdicts import Verdict
from dashboard.model.dates import DateProblem, EventDate
from dashboard.query.changes import ALL, Key

TEXT_NOT_ACCEPTED: Final = "its source’s text was changed, and nobody has accepted the change"

NO_LONGER: Final = "not told any more"
"""How the reason begins where nothing has to have changed: a sentence would not be written any more."""

_ACTORS: Final = "actors/"
_THREADS: Final = "threads/"
_OWN_FIELD: Final = re.compile(r"events/[^#]*#title|threads/[^#]*#questions\.[^.]*\.due")
"""Fields that are told where an event or a question has its own row, and nowhere else."""


@dataclass(frozen=True, slots=True)
class BriefingComparison:
    """A briefing and the workspace as it is now."""

    seal: Manifest
    validation: Validation
    cannot: Mapping[Key, str]
    """Records that are there and cannot be read, and their files."""
    hashes: Hashes = field(init=False)
    then: StoredHashes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "hashes", hashes_of(self.validation, last_day(self.seal.as_of)))
        object.__setattr__(self, "then", StoredHashes(self.seal.built_on))

    def of_records(self, sentence: ManifestSentence) -> Iterator[str]:
        """What changed of the records that a sentence is based on, with the fields where those are known."""
        others: dict[str, list[str]] = {}
        for key in self._keys(sentence):
            record, _, path = key.partition("#")
            if decided_field(path) == ATTRIBUTION or self._is_said_alike(record, path) or self._is_titled_alike(key):
                continue
            if is_computed(path) and not self.then.knows(key) and not self._knows_computed:
                continue  # a briefing of before does not tell
            if path.startswith(IN_THREAD) and not self._knows_threads(record):
                continue  # what an event was told by is kept since a later version
            if record.startswith(_ACTORS) and not self.then.knows(key):
                continue  # what an event says of the actor is the change, if that is told otherwise
            if decided_field(path) == RELIANCE and not self._tells_reliance(key):
                continue
            if self.then.of(key) != self.hashes.of(key):
                others.setdefault(record, []).append(path)
        for record, paths in others.items():
            yield from self._reasons(record, paths)

    def _is_said_alike(self, record: str, path: str) -> bool:
        """Whether a field tells who says a claim, and the briefing would say the same of that as it did."""
        claim, _, field = path.rpartition(".")
        key = f"{record}#{claim}.{ATTRIBUTION}"
        is_of_speaker = field in basis.SPEAKERS and decided_field(f"{claim}.{ATTRIBUTION}") is not None
        return is_of_speaker and self.then.knows(key) and self.then.of(key) == self.hashes.of(key)

    def _is_titled_alike(self, key: str) -> bool:
        """Whether it is the headline in the annex of an event that the briefing told of, and that it is the same."""
        record, _, path = key.partition("#")
        return (
            path == IN_ENTRIES and not self.then.knows(key) and self.then.of(f"{record}#title") == self.hashes.of(key)
        )

    @property
    def _knows_computed(self) -> bool:
        """Whether the briefing is of a version that keeps all computed fields: it has one of the last that came."""
        return any(
            decided_field(path) == IN_WORDS for record in self.seal.built_on.fields for path in self.then.fields(record)
        )

    def _knows_threads(self, event: str) -> bool:
        return any(path.startswith(IN_THREAD) for path in self.then.fields(event))

    def _tells_reliance(self, key: str) -> bool:
        """Whether a briefing knows how far one can rely on a claim whose quotes are found; else the verdict tells."""
        event, _, path = key.removeprefix("events/").partition("#")
        claim = path.removeprefix("claims.").removesuffix(f".{RELIANCE}")
        return self.then.knows(key) and verdict_of(f"{event}/{claim}", self.validation) == Verdict.FOUND

    def of_claims(self, sentence: ManifestSentence) -> Iterator[str]:
        """What became of the verdicts of its claims."""
        for claim in sentence.claims:
            yield from self._of_claim(claim)

    def no_longer_used(self) -> tuple[str, ...]:
        """What it was built on and does not rest on any more; of a record that it still rests on, what changed of that.

        What is told as a whole record is left only where it is gone, or an event that is not told of: which places and
        sources a briefing of before rested on, its record tells in another way than today's. An actor has a name alone:
        where it is not told any more, a sentence says so that had it, unless the words of a claim have it, too.
        """
        built_on = self.seal.built_on
        here = {key for each in self.seal.sentences for key in self._records(each)}
        gone = (key for key in built_on.keys if key not in here and not self._is_actor_there(key))
        records = (
            f"not rested on any more: {record_name(key)}" if self.hashes.of(key) is not None else self._why_gone(key)
            for key in gone
            if not built_on.is_by_record or key.startswith("events/") or self.hashes.of(key) is None
        )
        used = {key for each in self.seal.sentences for key in self.seal.rests_on(each)}
        fields = (said for key in built_on.fields if key in here for said in self._no_longer_told(key, used))
        rows = (said for key in built_on.fields if key in here for said in self._rows_left_out(key, used))
        return (*records, *fields, *rows)

    def _is_actor_there(self, key: str) -> bool:
        return key.startswith(_ACTORS) and self.hashes.knows(key)

    def _no_longer_told(self, record: str, used: Set[str]) -> Iterator[str]:
        """Parts of a record that changed, and that no sentence rests on any more: such as an amount that is gone."""
        changed = list(changed_paths(record, self.then, self.hashes))
        told = {part_of(path) for path in changed if f"{record}#{path}" in used}
        parts = (part_of(path) for path in changed if f"{record}#{path}" not in used)
        if left := dict.fromkeys(part for part in parts if part not in told):
            yield f"not rested on any more: {record_name(record)}: {'; '.join(map(path_words, left))}"

    def _rows_left_out(self, record: str, used: Set[str]) -> Iterator[str]:
        """An event, or a question of a thread, that the briefing's own words refer to, and that it told of itself.

        The headline of an event and the day by which an answer is due are in no sentence but its own.
        """
        if self.hashes.of(record) is None:
            return
        for path in self.then.fields(record):
            if _OWN_FIELD.fullmatch(f"{record}#{path}") and f"{record}#{path}" not in used:
                part = f": {path_words(part_of(path))}" if record.startswith(_THREADS) else ""
                yield f"{NO_LONGER}: {record_name(record)}{part}"

    def texts(self) -> tuple[str, ...]:
        """Texts of sources that are not what they were; of a briefing of before, those are among the reasons."""
        told = {} if self.seal.built_on.is_by_record else self.seal.built_on.records
        others = ((key, self.hashes.of(key)) for key in told if self.hashes.of(key) != told[key])
        return tuple(self._why_gone(key) if now is None else f"changed: {record_name(key)}" for key, now in others)

    def _keys(self, sentence: ManifestSentence) -> Iterator[str]:
        return iter(self._records(sentence)) if self.seal.built_on.is_by_record else self.seal.rests_on(sentence)

    def _records(self, sentence: ManifestSentence) -> tuple[str, ...]:
        """The records that its fields are of, and the texts that its claims quote."""
        keys = dict.fromkeys(key.partition("#")[0] for key in self.seal.rests_on(sentence))
        return (*keys, *(key for key in texts_of(sentence.claims, self.validation.workspace) if key not in keys))

    def _reasons(self, record: str, paths: list[str]) -> Iterator[str]:
        if self.hashes.of(record) is None:
            yield self._why_gone(record)
            return
        built_on = self.seal.built_on
        if record not in built_on.keys:
            yield f"new since: {record_name(record)}"
            return
        keys = {path: f"{record}#{path}" if path else record for path in paths}
        for word, is_meant in (("changed", True), ("new since", False)):
            own = [path for path, key in keys.items() if self.then.knows(key) is is_meant]
            said = [path_words(path) for path in own if path and not self._is_of_gone_claim(record, path)]
            if said or "" in own:
                yield f"{word}: {record_name(record)}" + (f": {'; '.join(said)}" if said else "")

    def _is_of_gone_claim(self, record: str, path: str) -> bool:
        """Whether a changed field belongs to a claim that is gone and is therefore listed as a whole."""
        return (
            path.startswith("claims.") and path.count(".") > 1 and self.hashes.of(f"{record}#{part_of(path)}") is None
        )

    def _of_claim(self, claim: str) -> Iterator[str]:
        now, before = verdict_of(claim, self.validation), self.seal.built_on.verdicts.get(claim)
        if now is None:
            is_there = ("event", claim.partition("/")[0]) in self.cannot
            yield f"cannot be read: claim {claim}" if is_there else f"gone: claim {claim}"
        elif now == Verdict.NOT_FOUND:
            was = f"; it was {before}" if before not in (None, now) else ""
            yield f"a quote of claim {claim} is not in its source exactly once{was}"
        elif before not in (None, now):
            id_, _, key = claim.partition("/")
            because = f": {TEXT_NOT_ACCEPTED}" if self.validation.evidence.of(id_, key).is_of_changed_text else ""
            yield f"claim {claim} was “{before}”, and is now “{now}”{because}"

    def _why_gone(self, key: str) -> str:
        """The reason in words why a record is missing: its file cannot be read, or it is gone."""
        kind, _, id_ = key.partition("/")
        kind = kind.removesuffix("s")
        file = self.cannot.get((kind, id_)) or self.cannot.get((kind, ALL))
        return f"cannot be read: {record_name(key)}, in {file}" if file else f"gone: {record_name(key)}"


def last_day(as_of: str) -> date:
    """The last day on which a briefing holds; the end of time where a file does not give it as a date."""
    try:
        return EventDate.parse(as_of).latest or date.max
    except DateProblem:
        return date.max
