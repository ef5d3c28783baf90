"""Finds the source of a workspace that an annotation is about."""

from dashboard.evidence.folded_text import FoldedText
from dashboard.evidence.folding import fold_with_offsets
from dashboard.evidence.searching import SearchedText
from dashboard.exchange.web_annotation.names import source_of
from dashboard.store.workspace import Workspace


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
