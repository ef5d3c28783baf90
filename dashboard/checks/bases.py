"""What the team holds to be true has a basis, and what that basis needs."""

from collections.abc import Iterator

from dashboard.checks.corpus import AnyRecord, Corpus
from dashboard.checks.named_ids import described_values
from dashboard.checks.reported import is_quoted
from dashboard.model.amount import AssessedAmount
from dashboard.model.assessed import Assessed, AssessedActor, AssessedDate, AssessedPlace, AssessedText
from dashboard.model.event import Event
from dashboard.model.problem import Problem, kind
from dashboard.store.workspace import PathInRecord

EXTERNAL_WITHOUT_SOURCES = kind(
    "external-without-sources",
    "An external value without a source",
    "An assessed value with the basis `external` names the sources that give it. In the description of a source, a "
    "note is enough.",
    "add `sources`, and describe each in `seeds/ID.yaml`, with or without its text",
)
INFERRED_WITHOUT_NOTE = kind(
    "inferred-without-note",
    "An inference without a reason",
    "An inference is shown with its reason, so that others can judge it.",
    "add a `note` that says what it is inferred from, and how",
)
QUOTED_WITHOUT_CLAIMS = kind(
    "quoted-without-claims",
    "A quoted value without a claim",
    "An assessed value with the basis `quoted` names the claims of its event that support it.",
    "add `claims`, or use another basis",
)
QUOTED_NOT_CARRIED = kind(
    "quoted-not-carried",
    "A quoted value whose claim has no quote",
    "The basis `quoted` means that words of a held text support the value, as they support a reported one. Each claim "
    "that it names must quote a held text.",
    "add a quote to that claim, name another claim, or use the basis `external` with `sources`",
)
UNKNOWN_WITH_VALUE = kind(
    "unknown-with-value",
    "A value with the basis unknown",
    "The basis `unknown` means that the team looked and cannot say, so there is no value.",
    "remove the value, or use another basis",
)
ASSESSED_WITHOUT_VALUE = kind(
    "assessed-without-value",
    "An assessment without a value",
    "The bases `quoted`, `inferred` and `external` need a value that the team takes to be true.",
    "add the value, or use `basis: unknown`",
)


def assessed_value_has_its_basis(corpus: Corpus) -> Iterator[Problem]:
    """Every value that the team holds to be true has what its basis needs."""
    for record, path, assessed in _assessed_values(corpus):
        for rule in (
            _external_names_its_sources,
            _inference_has_its_reasoning,
            _quoted_is_carried,
            _basis_and_value_agree,
        ):
            yield from rule(corpus, record, path, assessed)


def inferred_claim_has_its_reasoning(corpus: Corpus) -> Iterator[Problem]:
    """A claim that is inferred has a note."""
    for event in corpus.events.values():
        for name, claim in event.claims.items():
            if claim.basis and claim.note is None:
                path = ("claims", name, "basis")
                yield corpus.problem(INFERRED_WITHOUT_NOTE, event, path, f"claim `{name}` is inferred without a note")


def _external_names_its_sources(
    corpus: Corpus, record: AnyRecord, path: PathInRecord, assessed: Assessed
) -> Iterator[Problem]:
    """An external value of an event has sources; one of a source's description has sources or a note."""
    if assessed.basis == "external" and not assessed.sources and (isinstance(record, Event) or not assessed.note):
        message = "the basis is external, but no source is named"
        yield corpus.problem(EXTERNAL_WITHOUT_SOURCES, record, (*path, "basis"), message)


def _inference_has_its_reasoning(
    corpus: Corpus, record: AnyRecord, path: PathInRecord, assessed: Assessed
) -> Iterator[Problem]:
    """A value that is inferred has a note."""
    if assessed.basis == "inferred" and assessed.note is None:
        yield corpus.problem(INFERRED_WITHOUT_NOTE, record, (*path, "basis"), "the value is inferred without a note")


def _quoted_is_carried(corpus: Corpus, record: AnyRecord, path: PathInRecord, assessed: Assessed) -> Iterator[Problem]:
    """A quoted value names claims of its event, each with quotes of held texts."""
    if assessed.basis != "quoted":
        return
    if not assessed.claims or not isinstance(record, Event):
        message = "the basis is quoted, but no claim is named"
        yield corpus.problem(QUOTED_WITHOUT_CLAIMS, record, (*path, "basis"), message)
        return
    for index, name in enumerate(assessed.claims):
        if (claim := record.claims.get(name)) and not is_quoted(corpus, claim):
            message = f"the value is based on claim `{name}`, which has no quote from a held text"
            yield corpus.problem(QUOTED_NOT_CARRIED, record, (*path, "claims", index), message)


def _basis_and_value_agree(
    corpus: Corpus, record: AnyRecord, path: PathInRecord, assessed: Assessed
) -> Iterator[Problem]:
    """There is a value, or the basis is unknown."""
    if (assessed.basis == "unknown") != _has_value(assessed):
        return
    if assessed.basis == "unknown":
        message = "the basis is unknown, but there is a value"
        yield corpus.problem(UNKNOWN_WITH_VALUE, record, (*path, "basis"), message)
    elif not isinstance(assessed, AssessedActor) and type(assessed) is not Assessed:
        message = f"the basis is {assessed.basis}, but there is no value"
        yield corpus.problem(ASSESSED_WITHOUT_VALUE, record, path, message)


def _assessed_values(corpus: Corpus) -> Iterator[tuple[AnyRecord, PathInRecord, Assessed]]:
    for event in corpus.events.values():
        for path, assessed in event.assessed_values():
            yield event, path, assessed
    for source in corpus.workspace.sources.values():
        for path, assessed in described_values(source):
            yield source, path, assessed


def _has_value(assessed: Assessed) -> bool:
    """Whether something is held to be true. An actor, and what has no value of its own, is confirmed by a basis."""
    match assessed:
        case AssessedDate():
            return assessed.date is not None
        case AssessedPlace():
            return assessed.place is not None
        case AssessedText():
            return assessed.value is not None
        case AssessedAmount():
            return assessed.value is not None or assessed.says_part_of or assessed.purpose is not None
        case AssessedActor():
            return assessed.actor is not None
        case _:
            return False


RULES = (assessed_value_has_its_basis, inferred_claim_has_its_reasoning)
