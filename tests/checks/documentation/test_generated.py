"""Pages and schemas that are made from the code."""

import re

import pytest
from jsonschema import Draft202012Validator

from dashboard.checks.documentation.generated import problems_page
from dashboard.checks.documentation.record_format import example, format_page
from dashboard.checks.validation import validate
from dashboard.model import vocabularies
from dashboard.model.problem import KINDS
from dashboard.model.schema import ENTRIES, RECORDS, schemas
from dashboard.store.yaml.strict_yaml import read_file

OF_FOLDER = {"briefings": "briefing"}


def test_every_problem_is_in_the_catalogue_once():
    """Each code has its entry, with title, severity, explanation and fix."""
    page = problems_page()
    assert sorted(re.findall(r"^### (\S+)$", page, re.MULTILINE)) == sorted(KINDS)
    for each in KINDS.values():
        entry = page.partition(f"### {each.code}\n")[2].partition("\n#")[0]
        assert f"**{each.title}** ({each.severity}). {each.explanation}" in entry
        assert f"Fix: {each.fix}." in entry


def test_every_kind_is_worded_alike():
    """A title has no full stop, an explanation is a sentence, a fix is none; codes are lower case with hyphens."""
    kinds = KINDS.values()
    assert len(kinds) > 150
    assert [each.code for each in kinds if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", each.code)] == []
    assert [each.code for each in kinds if each.title.endswith(".")] == []
    assert [each.code for each in kinds if not each.explanation.endswith((".", "`"))] == []
    assert [each.code for each in kinds if not each.fix or each.fix.endswith(".")] == []


def test_every_field_is_documented():
    """A field without a sentence in the record format, or without its name there, fails here."""
    page = format_page()
    for schema in schemas().values():
        for part in [schema, *schema.get("$defs", {}).values()]:
            for name, field in part.get("properties", {}).items():
                assert field.get("description"), name
                assert f"| `{name}`" in page


def test_every_word_is_documented():
    """The format lists every event type with its meaning and modes, and every word of the other vocabularies."""
    page = format_page()
    for name, entry in vocabularies.EVENT_TYPES.items():
        (row,) = re.findall(rf"^\| `{name}` \|.*$", page, re.MULTILINE)
        assert entry["meaning"] in row
        assert all(f"`{mode}`" in row for mode in entry["modes"])
    for words in (vocabularies.CONTEXTS, vocabularies.COMMITMENT, vocabularies.LIKELIHOOD, vocabularies.ROLES):
        assert all(f"`{word}`" in page for word in words)
    assert all(credit in page for credit in vocabularies.CREDITS)


def test_links_in_the_format_lead_to_its_sections():
    """Every link within the page has its heading."""
    page = format_page()
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", page, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= headings


@pytest.mark.parametrize("name", ["short", "long"])
def test_the_examples_of_the_format_are_valid(name, workspace):
    """Copied into the seed workspace, an example of the page has no problem."""
    assert example(name).strip() in format_page()
    (workspace / "events/example").mkdir()
    (workspace / f"events/example/example-{name}.yaml").write_text(example(name), encoding="utf-8")
    problems = [each for each in validate(workspace).problems if each.file.startswith("events/example/")]
    assert problems == []


def test_schemas_take_what_is_valid(root):
    """Every record and registry of the seed workspace, and every valid case, fits its schema."""
    known = schemas()
    for path in [*root.glob("events/*/*.yaml"), *root.glob("tests/records/valid/*.yaml")]:
        name = path.stem if path.parent.name == "registry" else OF_FOLDER.get(path.parent.name, "event")
        assert breaches(known[name], path) == [], path
    for path in [root / "events/workspace.yaml", *root.glob("tests/records/valid/*/events/workspace.yaml")]:
        assert breaches(known["workspace"], path) == [], path
    for path in root.glob("seeds/*.yaml"):
        assert breaches(known["source"], path) == [], path


@pytest.mark.parametrize("code", ["key-unknown", "key-missing", "value-wrong-type", "value-not-in-vocabulary"])
def test_schemas_refuse_what_breaks_the_model(root, code):
    """An editor marks what validation would refuse."""
    assert breaches(schemas()["event"], root / f"tests/records/invalid/{code}.yaml")
    named = root / f"tests/records/invalid/{code}/events/workspace.yaml"
    assert not named.exists() or breaches(schemas()["workspace"], named)


def test_no_schema_has_the_id():
    """The file's stem, or the key, is the id: it is not written."""
    known = schemas()
    for name, model in {**RECORDS, **{name: model for name, (_, model) in ENTRIES.items()}}.items():
        schema = known[name]
        entry = schema["$defs"][model.__name__] if name in ENTRIES else schema
        assert "id" not in entry["properties"]
        assert "id" not in entry["required"]


def breaches(schema, path):
    """What a JSON Schema validator holds against a YAML file."""
    return [each.message for each in Draft202012Validator(schema).iter_errors(read_file(path).data)]
