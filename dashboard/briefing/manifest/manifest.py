"""What a written briefing carries inside: its sentences, what each rests on, the state of that, and how it looks."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Annotated, Final

from pydantic import Field, ValidationError

from dashboard.briefing.outline import Outline, state_of_keys, texts_of, verdict_of
from dashboard.checks.validation import Validation
from dashboard.errors import DatelineError
from dashboard.model.briefing import Briefing, BuiltOn, ClaimReference, FieldKey
from dashboard.model.event import Review
from dashboard.model.record import Id, Many, Record

PROVES: Final = (
    "The seal shows accidental or careless changes. It is not signed: if somebody rewrites the seal as well, the "
    "change is not detected."
)
SEAL_NOTE: Final = (
    "The seal in this file shows accidental or careless changes (dateline brief verify). It is not signed: if "
    "somebody rewrites it as well, the change is not detected."
)
"""At the foot of every written file: what its seal is worth."""
NOT_LOOKED_AT: Final = (
    "not checked: pictures, fonts, layout and hidden words; the file was built before their hashes were stored"
)
LAYOUT: Final = "layout"
LAYOUT_NOT_CHECKED: Final = (
    "not checked: layout (order, positions, sizes, colours, styles); the file was built before its hash was stored"
)

Looks = Mapping[str, str]
"""One of the aspects below to a hash of it."""

OTHERWISE: Final[Mapping[str, str]] = {
    "pictures": "pictures: some were changed, moved or replaced after the file was built",
    "fonts": "fonts: they were changed after the file was built; letters may look different or be invisible",
    "hidden": "hidden words: they were changed after the file was built",
    "pages": "pages: their size or edges were changed after the file was built; parts may be cut off",
    "style": "style: it was changed after the file was built; words may be hidden or look different",
    "scripts": "scripts: they were changed after the file was built",
    LAYOUT: "layout: the file was changed or saved again after it was built. Its order, positions, sizes, colours or "
    "styles may differ, so how it looks cannot be confirmed",
}
FORM: Final = 3
"""The current format, which keeps a hash for each field. A file with an unknown format is refused."""
BY_RECORD: Final = 2
"""The format of older files, which keep a hash for each record as a whole. They can still be read."""


def looks_otherwise(written: Looks, found: Looks) -> tuple[str, ...]:
    """A sentence for each aspect that is another one than when the file was written.

    The layout is of all the rest, so it is told where no other aspect says what was changed.
    """
    others = [aspect for aspect in OTHERWISE if aspect in written and written[aspect] != found.get(aspect)]
    named = [aspect for aspect in others if aspect != LAYOUT]
    return tuple(OTHERWISE[aspect] for aspect in named or others)


def looks_not_checked(written: Looks, found: Looks) -> tuple[str, ...]:
    """A sentence for what cannot be compared, because a file of before does not tell how it was."""
    if not written:
        return (NOT_LOOKED_AT,)
    return (LAYOUT_NOT_CHECKED,) if LAYOUT in found and LAYOUT not in written else ()


def hash_of(pieces: Iterable[bytes | str]) -> str:
    """SHA-256 of pieces in their order, each by its own hash, so that none can run into the next."""
    whole = sha256()
    for piece in pieces:
        whole.update(sha256(piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece).digest())
    return whole.hexdigest()


class ManifestNotReadable(DatelineError):
    """A file that carries no briefing, or one that this program does not understand."""


class ManifestSentence(Record):
    """A sentence as it was written."""

    text: str
    by: str = ""
    claims: Many[ClaimReference] = ()
    on: Many[Annotated[int, Field(ge=0)]] = ()
    """What it rests on: places in the list of records."""
    question: str = ""
    """The question (`thread-id/question`) of a judgement, or of a row that gives a question's status; else empty."""
    stood: str = ""
    """The status in such a row: the answer, or else open, due or overdue. Empty for a judgement."""


class Manifest(Record):
    """A briefing as it was written."""

    form: int
    id: Id
    title: str
    as_of: str
    sentences: Many[ManifestSentence]
    records: Many[FieldKey]
    """Fields of records (`events/ID#title`) that sentences are based on; in files of before, records."""
    built_on: BuiltOn
    briefing: Briefing | None = None
    """The record from which it was written, without its review: what it would tell now. Files of before have none."""
    looks: dict[str, str] = Field(default_factory=dict)
    """How the file looks beside its words, by `appearance.py`. Files of before, and Markdown, have none."""
    whole: str = ""
    """SHA-256 of the words that people see and of all that is carried beside this; empty where nothing is written."""

    def rests_on(self, sentence: ManifestSentence) -> Iterator[str]:
        """Keys of the fields that a sentence is based on; in files of before, of the records."""
        return (self.records[place] for place in sentence.on if place < len(self.records))


def manifest_of(
    outline: Outline, validation: Validation, briefing: Briefing, built_on: BuiltOn | None = None
) -> Manifest:
    """What the outline of `briefing` has its sentences based on, in the state that is given, else as it is now."""
    statements = list(outline.statements())
    records = sorted({key for statement in statements for key in statement.rests_on})
    places = {key: place for place, key in enumerate(records)}
    rests_on: dict[tuple[str, str, tuple[str, ...], str, str], set[int]] = {}
    for each in statements:
        told = (each.text, each.by, each.claims, each.question, each.stood)
        rests_on.setdefault(told, set()).update(places[key] for key in each.rests_on)
    sentences = tuple(
        ManifestSentence(text=text, by=by, claims=claims, on=tuple(sorted(on)), question=question, stood=stood)
        for (text, by, claims, question, stood), on in rests_on.items()
    )
    return Manifest(
        form=FORM,
        id=outline.id,
        title=outline.title,
        as_of=briefing.as_of.text,
        sentences=sentences,
        records=tuple(records),
        built_on=built_on or state_of(outline, validation),
        briefing=briefing.model_copy(update={"review": Review(), "built_on": None}),
    )


def state_of(outline: Outline, validation: Validation) -> BuiltOn:
    """The state, now, of all that the outline rests on."""
    keys = {key for statement in outline.statements() for key in statement.rests_on}
    claims = sorted({claim for statement in outline.statements() for claim in statement.claims})
    found = {claim: verdict for claim in claims if (verdict := verdict_of(claim, validation)) is not None}
    texts = texts_of(claims, validation.workspace)
    return state_of_keys(keys, texts, validation, outline.day).model_copy(update={"verdicts": found})


def body_hash(body: str) -> str:
    """SHA-256 of words, whatever ends their lines."""
    lines = body.removeprefix("\ufeff").replace("\r\n", "\n").rstrip().split("\n")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def as_json(seal: Manifest) -> str:
    """On one line, in ASCII, with nothing in it that could end a comment or begin a tag."""
    fields = seal.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    written = json.dumps(fields, sort_keys=True, separators=(",", ":"))
    for sign in "<>&":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return written.replace("--", "-\\u002d")


def complete_manifest(seal: Manifest, body: str, looks: Looks | None = None) -> Manifest:
    """The seal of a file whose words have this hash, and that looks so.

    From now on a change of either is noticed, unless whoever makes it writes the seal anew: it is not signed.
    """
    known = seal.model_copy(update={"looks": dict(looks or {})})
    return known.model_copy(update={"whole": _whole(known, body)})


def parse_manifest(written: str, name: str, body: str) -> tuple[Manifest, bool]:
    """What a file carries, and whether it is as `as_json` wrote it, beside words that have this hash.

    Raises `ManifestNotReadable`, which names the file.
    """
    try:
        seal = Manifest.model_validate_json(written)
    except ValidationError as error:
        raise ManifestNotReadable(f"The briefing data in {name} is damaged ({_first(error.errors())}).") from error
    if seal.form not in (FORM, BY_RECORD):
        raise ManifestNotReadable(f"{name} was built by another version of Dateline (format {seal.form}, not {FORM}).")
    return seal, written.strip() == as_json(seal) and seal.whole == _whole(seal, body)


def find_manifest(written: str, name: str, carried: re.Pattern[str]) -> tuple[Manifest, bool]:
    """What a text file carries where `carried` matches, behind its words; else as `parse_manifest`."""
    text = written.replace("\r\n", "\n")
    found = carried.search(text)
    if found is None:
        raise ManifestNotReadable(f"{name} is not a file that `dateline brief build` made, or it is cut off.")
    return parse_manifest(found[1], name, body_hash(text[: found.start()]))


def _whole(seal: Manifest, body: str) -> str:
    carried = as_json(seal.model_copy(update={"whole": ""}))
    return hashlib.sha256(f"{body}\n{carried}".encode()).hexdigest()


def _first(errors: Sequence[object]) -> str:
    first = errors[0]
    return str(first.get("msg", "")) if isinstance(first, dict) else ""
