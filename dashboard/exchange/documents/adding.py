"""A document made ready to be a source: its text, its description, and which held texts it is nearly the same as."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dashboard.checks.sources import alike_words
from dashboard.errors import DatelineError
from dashboard.evidence.corroboration import origin_is_open
from dashboard.evidence.near_duplicates import near_duplicates_of
from dashboard.exchange.documents.document import ReadDocument
from dashboard.model.source import Source
from dashboard.store.record_file import read_record, read_text, stem
from dashboard.store.source_description import description, problem_of, sha256_of
from dashboard.store.tree import tree_of

DEFAULT_KIND: Final = "other"


class NotDescribed(DatelineError):
    """A value that was chosen for a description and cannot stand in one."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A source that is ready to be stored."""

    id: str
    text: str
    description: str
    """The YAML of `seeds/ID.yaml`."""
    given: tuple[str, ...]
    """Fields of the description that the document itself gives."""
    done: tuple[str, ...]
    """What was changed of the document or left out of it, each a phrase."""
    remarks: tuple[str, ...]
    """What somebody should know or decide, each a sentence."""


def addition(root: Path, id_: str, document: ReadDocument, chosen: Mapping[str, str]) -> Addition:
    """The source `id_` that the document makes. What is `chosen` stands in place of what the document gives.

    Raises `NotDescribed` for a chosen value that a description refuses; one that the document gives is left out then.
    """
    for field, value in chosen.items():
        if problem := problem_of(field, value):
            raise NotDescribed(f"--{field} cannot be “{value}”: {problem.message}. {_sentence(problem.hint)}".strip())
    remarks = list(document.remarks)
    given = {}
    for field, value in document.given.items():
        if field in chosen:
            continue
        if problem_of(field, value):
            remarks.append(f"Left out: {field} “{value[:80]}”, which is not allowed in a description.")
        else:
            given[field] = value
    known = {"kind": DEFAULT_KIND, **given, **chosen}
    if "kind" not in {**given, **chosen}:
        remarks.append(f"Its kind is set to `{DEFAULT_KIND}`. If that is wrong, correct seeds/{id_}.yaml.")
    remarks += _alike(root, id_, document.text, known)
    return Addition(id_, document.text, description(known, document.text), tuple(given), document.done, tuple(remarks))


def _alike(root: Path, id_: str, text: str, known: Mapping[str, str]) -> list[str]:
    """What is to be said of held texts that are nearly the same and not of one origin with it; the most alike first.

    What is `known` of the text itself tells which was published first.
    """
    tree = tree_of(root)
    read = {stem(file): read_text(root, file) for file in tree.texts if stem(file) != id_}
    texts = {other: each.text for other, each in read.items() if each.sha256}
    hashes = {other: each.sha256 for other, each in read.items() if each.sha256}
    likeness = near_duplicates_of({**texts, id_: text}, {**hashes, id_: sha256_of(text)})
    about = {field: known[field] for field in ("origin", "published") if field in known}
    source = Source.model_validate({"id": id_, "kind": DEFAULT_KIND, **about})
    remarks = []
    for ids, share in likeness.groups:
        alike = [*(_read_source(root, each) for each in ids if each != id_), source]
        if id_ in ids and origin_is_open(alike):
            remarks += [_sentence(each) for each in alike_words(share, alike)]
    return remarks


def _read_source(root: Path, id_: str) -> Source:
    """The source as described; one of its id alone where its description cannot be read."""
    records = read_record(root, f"seeds/{id_}.yaml", Source).records
    found = records.get(id_)
    return found if isinstance(found, Source) else Source.model_validate({"id": id_, "kind": DEFAULT_KIND})


def _sentence(words: str) -> str:
    """The words as a sentence, with a capital and a full stop."""
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.') else '.'}" if words else ""
