"""References: claims get numbers in the order in which sentences first name them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dashboard.briefing.outline.attribution import attribution
from dashboard.briefing.outline.basis import of_carrier, of_claim, of_ground
from dashboard.briefing.outline.outline import Statement, TableRow, ValueWithBasis
from dashboard.briefing.outline.words import GONE, TEXT_CHANGED
from dashboard.checks.validation import Validation
from dashboard.evidence.verdicts import Verdict
from dashboard.model.briefing import Sentence
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.query.disagreements import opponents_of
from dashboard.query.reliance import Reliances, reliances_of
from dashboard.query.wording import credibility_words

DOUBTED: Final = (4, 5, 6)
"""Grades of credibility that are told beside a sentence: doubtful, improbable, cannot be judged."""


@dataclass(slots=True)
class Numbering:
    """Makes sentences, and keeps which claims they name."""

    validation: Validation
    numbers: dict[str, int] = field(default_factory=dict)
    """`event-id/claim` to number, from 1."""

    _reliances: Reliances | None = None

    def number(self, claim: str) -> int:
        """The number of `event-id/claim`, a new one at its first mention."""
        return self.numbers.setdefault(claim, len(self.numbers) + 1)

    def statement(
        self,
        text: str,
        claims: Iterable[str] = (),
        *,
        by: str = "",
        said: str = "",
        rests_on: Iterable[str] = (),
        question: str = "",
        stood: str = "",
    ) -> Statement:
        """A sentence that refers to `claims` (`event-id/claim`), and rests on fields: `events/ID#title`."""
        named = tuple(dict.fromkeys(claims))
        keys = {*rests_on, *(key for claim in named for key in self._of(of_carrier, claim))}
        return Statement(
            text=text,
            by=by,
            references=tuple(sorted(self.number(claim) for claim in named)),
            claims=named,
            verdicts=tuple(self.verdict(claim) for claim in named),
            said=said,
            rests_on=tuple(sorted(keys)),
            question=question,
            stood=stood,
        )

    def own(self, sentence: Sentence) -> Statement:
        """A sentence of the briefing's own."""
        rests_on = self.of_claims(sentence.claims)
        return self._with_doubt(self.statement(sentence.text, sentence.claims, by=sentence.by or "", rests_on=rests_on))

    def claim(self, event: Event, key: str) -> Statement:
        """A claim, in its words."""
        claim = event.claims[key]
        rests_on = of_claim(event, key)
        return self._with_doubt(
            self.statement(claim.text, [f"{event.id}/{key}"], said=self.attribution_of(claim), rests_on=rests_on)
        )

    def row(
        self,
        cells: Sequence[str],
        claims: Iterable[str],
        rests_on: Iterable[str] = (),
        *,
        question: str = "",
        stood: str = "",
        held: ValueWithBasis | None = None,
        field: str = "",
    ) -> TableRow:
        """A row of a table."""
        text = ": ".join(filter(None, cells))
        statement = self.statement(text, claims, rests_on=rests_on, question=question, stood=stood)
        return TableRow(tuple(cells), statement, held, field)

    def attribution_of(self, claim: Claim, *, in_full: bool = False) -> str:
        """Words that say whose statement a claim is: `Statement by Marco Rubio`; `in_full` gives the annex's form."""
        return attribution(claim, self.validation.workspace.actor_name, in_full=in_full)

    def verdict(self, claim: str) -> str:
        """The word of the mark of the claim `event-id/claim`: its basis if it has one; `GONE` if it is not there.

        Else its verdict; of a claim whose quotes are found, how far one can rely on it.
        """
        found = self.claim_of(claim)
        if found is None:
            return GONE
        id_, _, key = claim.partition("/")
        evidence = self.validation.evidence.of(id_, key)
        if found.basis or evidence.is_of_changed_text:
            return found.basis or TEXT_CHANGED
        if evidence.verdict is not Verdict.FOUND:
            return evidence.verdict.value
        if self._reliances is None:
            self._reliances = reliances_of(self.validation)
        return self._reliances.of_claims(self.validation.workspace.events[id_], [key]).value

    def _with_doubt(self, statement: Statement) -> Statement:
        """The statement with its doubt filled in: disputes of its claims, and low credibility grades."""
        claims = [claim for each in statement.claims if (claim := self.claim_of(each)) is not None]
        grades = sorted({claim.credibility for claim in claims if claim.credibility in DOUBTED})
        said = ["disputed"] if any(map(self._is_disputed, statement.claims)) else []
        return replace(statement, doubt=", ".join([*said, *map(credibility_words, grades)]))

    def _is_disputed(self, reference: str) -> bool:
        """Whether a claim names one that disputes it, or another gives a value with which its own cannot be true."""
        id_, _, key = reference.partition("/")
        workspace = self.validation.workspace
        event = workspace.events.get(id_)
        return event is not None and key in event.claims and bool(opponents_of(event, key, workspace.places))

    def claim_of(self, reference: str) -> Claim | None:
        """The claim `event-id/claim`; None where it is gone."""
        id_, _, key = reference.partition("/")
        event = self.validation.workspace.events.get(id_)
        return event.claims.get(key) if event else None

    def of_claims(self, claims: Iterable[str]) -> Iterator[str]:
        """Keys of all fields that these claims rest on, for words that somebody wrote on the strength of them."""
        for claim in claims:
            yield from self._of(of_ground, claim)

    def _of(self, resting: Callable[[Event, str], Iterator[str]], claim: str) -> Iterator[str]:
        id_, _, key = claim.partition("/")
        event = self.validation.workspace.events.get(id_)
        return iter(()) if event is None else resting(event, key)
