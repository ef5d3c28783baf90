"""What a written briefing carries: nothing of it can be changed unnoticed, whatever the format."""

import json
import zipfile
from io import BytesIO

import pikepdf
import pytest

from dashboard.briefing.figures.render import NO_BROWSER, Figures
from dashboard.briefing.formats import FORMATS
from dashboard.briefing.manifest.manifest import as_json, complete_manifest, parse_manifest
from dashboard.briefing.pdf.document import pdf
from dashboard.briefing.pdf.manifest import ATTACHED


@pytest.fixture(scope="module")
def written(seed_case, seed_written):
    """The seed's briefing in every format; the PDF without pictures."""
    made = pdf(seed_case.outline, seed_case.seal, Figures(seed_case.figures.draw, lacking=NO_BROWSER))
    return {form: made if form == "pdf" else seed_written(form) for form in FORMATS}


@pytest.mark.parametrize("form", FORMATS)
def test_a_word_changed_in_what_is_carried_is_noticed(form, written):
    """The words that people see are the same."""
    name = f"b.{form}"
    seal_of = FORMATS[form].seal_of
    assert seal_of(written[form], name)[1]
    assert seal_of(_carrying(written[form], form, lambda carried: carried), name)[1]
    seal, is_whole = seal_of(_carrying(written[form], form, lambda carried: carried.replace(b"60.82", b"62.82")), name)
    assert any("62.82" in each.text for each in seal.sentences)
    assert not is_whole


def _without(field, key=None):
    def out(fields):
        kept = fields[field] if key is None else fields[field][key]
        kept.pop() if isinstance(kept, list) else kept.popitem()

    return out


def _another(field, value):
    return lambda fields: fields.update({field: value})


@pytest.mark.parametrize(
    "change",
    [
        _without("sentences"),
        _without("records"),
        _without("built_on", "records"),
        _without("built_on", "verdicts"),
        lambda fields: fields["sentences"][0].pop("claims"),
        lambda fields: fields["sentences"].reverse(),
        _another("as_of", "2025-12-30"),
        _another("whole", "0" * 64),
        lambda fields: fields.pop("whole"),
    ],
)
def test_every_change_of_what_is_carried_is_noticed(change, seed_case):
    """A sentence, a record, a verdict or the day, taken out or changed; and the hash itself."""
    fields = json.loads(as_json(complete_manifest(seed_case.seal, "0" * 64)))
    change(fields)
    assert not parse_manifest(json.dumps(fields, sort_keys=True, separators=(",", ":")), "b", "0" * 64)[1]


def test_a_key_that_is_there_twice_is_noticed(seed_case):
    """Readers of JSON take the last, and people read the first."""
    carried = as_json(complete_manifest(seed_case.seal, "0" * 64))
    assert parse_manifest(carried, "b", "0" * 64) == (complete_manifest(seed_case.seal, "0" * 64), True)
    assert not parse_manifest(carried.replace('{"as_of"', '{"as_of":"2020-01-01","as_of"', 1), "b", "0" * 64)[1]


def _carrying(raw, form, change):
    """The file with its seal changed, and all else as it was."""
    if form == "pdf":
        saved = BytesIO()
        with pikepdf.open(BytesIO(raw)) as document:
            carried = document.attachments[ATTACHED].get_file().read_bytes()
            document.attachments[ATTACHED] = change(carried)
            document.save(saved)
        return saved.getvalue()
    if form in ("docx", "pptx"):
        target = BytesIO()
        with zipfile.ZipFile(BytesIO(raw)) as package, zipfile.ZipFile(target, "w") as other:
            for name in package.namelist():
                content = package.read(name)
                other.writestr(name, change(content) if name == "customXml/item1.xml" else content)
        return target.getvalue()
    head, start, tail = raw.rpartition(b"dateline-briefing")
    return head + start + change(tail)
