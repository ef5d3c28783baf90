"""What annotations select, made into the quotes of a claim."""

from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.evidence.ellipsis import parts_of
from dashboard.evidence.finding import find
from dashboard.evidence.folding import fold
from dashboard.exchange.web_annotation.annotation import SelectedText
from dashboard.exchange.web_annotation.held import HeldSources
from dashboard.model.claim import Quote

ELLIPSIS: Final = " … "


def quotes(targets: Sequence[SelectedText], sources: Sequence[str], held: HeldSources) -> list[Quote]:
    """One for each target that selects words, `sources` being the ids of theirs; raises `ValidationError`."""
    return [_quote(selected, id_, held) for selected, id_ in _selections(targets, sources)]


def _selections(targets: Sequence[SelectedText], sources: Sequence[str]) -> Iterator[tuple[SelectedText, str]]:
    """What is selected, with its source; parts of one quote joined by an ellipsis again."""
    parts: dict[tuple[int, str], list[SelectedText]] = {}
    for target, id_ in zip(targets, sources, strict=True):
        if target.quote is not None and target.exact:
            parts.setdefault((target.quote, id_), []).append(target)
    told: set[tuple[int, str]] = set()
    for target, id_ in zip(targets, sources, strict=True):
        if target.quote is None and target.exact:
            yield target, id_
        elif target.quote is not None and target.exact and (target.quote, id_) not in told:
            told.add((target.quote, id_))
            joined = parts[target.quote, id_]
            exact = ELLIPSIS.join(part.exact for part in joined)
            recorded = next(filter(None, (part.recorded for part in joined)), None)
            yield SelectedText(target.source, exact, joined[0].prefix, joined[-1].suffix, recorded=recorded), id_


def _quote(selected: SelectedText, source: str, held: HeldSources) -> Quote:
    """The quote as its record wrote it, if the annotation carries that and its words are the selected ones.

    Else with prefix and suffix only where the words need them; other programs always give both.
    """
    bare = Quote(source=source, exact=selected.exact)
    recorded = selected.recorded
    if recorded is not None and _letters(recorded.exact) == _letters(selected.exact):
        return Quote(source=source, exact=recorded.exact, prefix=recorded.prefix, suffix=recorded.suffix)
    text = held.texts.get(source)
    if text is None:
        return bare
    finding = find(bare, text, lambda: held.folding(source))
    if finding.stands or not (selected.prefix or selected.suffix):
        return bare
    whole = Quote(source=source, exact=selected.exact, prefix=selected.prefix, suffix=selected.suffix)
    for name in ("prefix", "suffix"):
        less = whole.model_copy(update={name: ""})
        if find(less, text, lambda: held.folding(source)).stands:
            return less
    return whole


def _letters(exact: str) -> str:
    """Without what may differ between the words of a quote and those of the text: typing, omissions, broken lines."""
    return "".join(fold(part).replace(" ", "").replace("-", "") for part in parts_of(exact))
