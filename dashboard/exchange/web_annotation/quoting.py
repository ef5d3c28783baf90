"""What annotations select, found in the sources of a workspace and made into the quotes of a claim."""

from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.evidence.ellipsis import parts_of
from dashboard.evidence.finding import find
from dashboard.evidence.folded_text import FoldedText
from dashboard.evidence.folding import fold, fold_with_offsets
from dashboard.evidence.searching import SearchedText
from dashboard.exchange.web_annotation.annotation import SelectedText
from dashboard.exchange.web_annotation.names import source_of
from dashboard.model.claim import Quote
from dashboard.store.workspace import Workspace

ELLIPSIS: Final = " … "


class HeldSources:
    """The sources of a workspace, by the IRIs that annotations name them with; `only` is the answer to all."""

    def __init__(self, workspace: Workspace, only: str | None = None) -> None:
        self.texts = {id_: SearchedText(text) for id_, text in workspace.texts.items()}
        self._workspace = workspace
        self._only = only
        self._foldings: dict[str, FoldedText] = {}
        self._by_url: dict[str, list[str]] = {}
        for source in workspace.sources.values():
            if source.url:
                self._by_url.setdefault(_plain(source.url), []).append(source.id)

    def folding(self, id_: str) -> FoldedText:
        """The source's text, folded once for all annotations."""
        if id_ not in self._foldings:
            self._foldings[id_] = fold_with_offsets(self.texts[id_].text)
        return self._foldings[id_]

    def id_of(self, iri: str) -> str | None:
        """The source that is named so, or was read there; None for none, and for several: which, nobody can say."""
        if self._only is not None:
            return self._only
        id_ = source_of(iri)
        if id_ is not None:
            return id_ if id_ in self._workspace.sources or id_ in self.texts else None
        found = self._by_url.get(_plain(iri), [])
        return found[0] if len(found) == 1 else None

    def name_of(self, id_: str) -> str:
        """What to call it."""
        source = self._workspace.sources.get(id_)
        return source.name if source else id_


def _plain(url: str) -> str:
    """The address without what makes no difference to which document it is: scheme, fragment, last slash."""
    return url.partition("#")[0].removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


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
