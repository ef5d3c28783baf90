"""Whether a text is stored already, and the ids that are taken."""

from pathlib import Path

from dashboard.store.record_file import read_text, stem
from dashboard.store.source_description import sha256_of
from dashboard.store.tree import tree_of


def taken_ids(root: Path) -> frozenset[str]:
    """Ids of which a text or a description is there."""
    tree = tree_of(root)
    return frozenset(stem(file) for file in (*tree.texts, *tree.descriptions))


def id_of_same_text(root: Path, text: str) -> tuple[str, bool] | None:
    """The id of a source that has this very text, and whether it is described; None if there is none."""
    tree, size, sha256 = tree_of(root), len(text.encode()), sha256_of(text)
    described = {stem(file) for file in tree.descriptions}
    same = [
        stem(file)
        for file in tree.texts
        if (root / file).stat().st_size == size and read_text(root, file).sha256 == sha256
    ]
    first = next((id_ for id_ in same if id_ in described), next(iter(same), None))
    return None if first is None else (first, first in described)
