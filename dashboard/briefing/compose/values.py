"""A value in words with its basis, as the team holds it."""

from typing import Any

from dashboard.briefing.outline import BriefingInput, ValueWithBasis, source_words
from dashboard.model.assessed import Assessed
from dashboard.query.reading import ResolvedEvent, Support, SupportedValue, support_of_basis


def value_with_basis(
    text: str, read: SupportedValue[Any], assessed: Assessed | None, chosen: BriefingInput
) -> ValueWithBasis:
    """A value in words with its basis and, if it comes from outside, the sources of that."""
    if read.carried is not Support.EXTERNAL or assessed is None:
        return ValueWithBasis(text, read.carried.value)
    named = tuple((id_, source_words(id_, chosen.workspace.sources.get(id_))) for id_ in assessed.sources)
    return ValueWithBasis(text, f"{read.carried.value}: {'; '.join(name for _, name in named)}", named)


def assessed_value(text: str, reading: ResolvedEvent, assessed: Assessed, chosen: BriefingInput) -> ValueWithBasis:
    """An assessed value in words with its basis."""
    read = SupportedValue(text, support_of_basis(reading.event, assessed, chosen.evidence))
    return value_with_basis(text, read, assessed, chosen)
