"""Texts of the inbox that are nearly the same as each other, or as stored ones: one report in several outlets."""

from collections.abc import Mapping

from dashboard.checks.validation import Validation
from dashboard.evidence.near_duplicates import NearDuplicates, near_duplicates_of
from dashboard.store.source_description import sha256_of


def group_copies(
    texts: Mapping[str, str], validation: Validation, earlier: NearDuplicates | None = None
) -> tuple[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...], NearDuplicates]:
    """Groups of items with nearly the same text, each with the sources that have it too; and what was compared.

    `texts` are those of the items, by id. With `earlier`, only texts that were not there then are read.
    """
    workspace = validation.workspace
    every = {f"source {id_}": text for id_, text in workspace.texts.items()}
    every |= {f"item {id_}": text for id_, text in texts.items()}
    hashes = {f"source {id_}": workspace.hashes[id_] for id_ in workspace.texts}
    hashes |= {f"item {id_}": sha256_of(text) for id_, text in texts.items()}
    found = near_duplicates_of(every, hashes, earlier or validation.likeness)
    groups = []
    for ids, _ in found.groups:
        items, sources = (
            tuple(name for each, _, name in map(_parts, ids) if each == kind) for kind in ("item", "source")
        )
        if items and len(ids) > 1:
            groups.append((items, sources))
    return tuple(groups), found


def _parts(name: str) -> tuple[str, str, str]:
    return name.partition(" ")
