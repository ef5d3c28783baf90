"""`dateline schema`: printing schemas, and keeping generated files fresh."""

import json

import pytest

from dashboard.checks.documentation.generated import generated_files
from dashboard.cli import schema
from dashboard.cli.commands_page import FILE, commands_page
from dashboard.cli.main import dateline as root_command
from dashboard.exchange.exports import EXPORTS_PAGE, exports_page
from dashboard.exchange.imports import IMPORTS_PAGE, imports_page


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A checkout with fresh generated files."""
    monkeypatch.setattr(schema, "project", lambda: tmp_path)
    schema.write_generated(tmp_path, generated_files())
    (tmp_path / "docs").mkdir()
    (tmp_path / FILE).write_text(commands_page(root_command), encoding="utf-8")
    (tmp_path / EXPORTS_PAGE).write_text(exports_page(), encoding="utf-8")
    (tmp_path / IMPORTS_PAGE).write_text(imports_page(), encoding="utf-8")
    return tmp_path


def test_the_projects_generated_files_are_fresh(dateline):
    """What is committed is what the code says today."""
    ended = dateline("schema", "--check")
    assert (ended.code, ended.out) == (0, "")


def test_a_stale_file_is_named_with_the_command_that_mends_it(dateline, project):
    """Exit 1, the file, and what to run; having run it, all is well."""
    (project / "events" / "PROBLEMS.md").write_text("edited by hand", encoding="utf-8")
    (project / "dashboard" / "schema" / "event.json").unlink()
    ended = dateline("schema", "--check")
    assert ended.code == 1
    assert ended.out.splitlines() == [
        "stale: events/PROBLEMS.md",
        "stale: dashboard/schema/event.json",
        "Run `dateline schema --write` and commit what changes.",
    ]
    ended = dateline("schema", "--write")
    assert ended.out.splitlines() == ["written: events/PROBLEMS.md", "written: dashboard/schema/event.json"]
    assert dateline("schema", "--check").code == 0
    assert dateline("schema", "--write").out == ""


def test_a_schema_is_printed(dateline):
    """Without a kind the kinds are listed; with one, its schema is printed as JSON."""
    kinds = dateline("schema").out.split()
    files = generated_files()
    assert {f"dashboard/schema/{kind}.json" for kind in kinds} <= set(files)
    for kind in kinds:
        assert json.loads(dateline("schema", kind).out) == json.loads(files[f"dashboard/schema/{kind}.json"])


@pytest.mark.parametrize(
    "arguments", [["no-such-kind"], ["--write", "--check"], ["event", "--check"], ["--write", "--workspace", "x"]]
)
def test_what_cannot_be_meant_is_refused(arguments, dateline):
    """An unknown kind, or two wishes at once: exit 2."""
    ended = dateline("schema", *arguments)
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize("option", ["--write", "--check"])
def test_an_installed_program_has_no_files_of_the_project(option, dateline, tmp_path, monkeypatch):
    """Outside a checkout nothing is written beside the package."""
    monkeypatch.setattr(schema.dashboard, "__file__", str(tmp_path / "site-packages" / "dashboard" / "__init__.py"))
    ended = dateline("schema", option)
    assert ended.code == 2
    assert "checkout" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_has_schemas_of_its_own(dateline, base_workspace, monkeypatch):
    """They know its ids; a second time there is nothing to write; a new id is there at the next."""
    ended = dateline("schema", "--workspace", base_workspace)
    assert (ended.code, len(ended.out.splitlines())) == (0, 9 + 3)
    assert "written: .vscode/settings.json" in ended.out
    monkeypatch.chdir(base_workspace / "events")
    assert dateline("schema", "--workspace").out == "The schemas are up to date.\n"
    with (base_workspace / "events" / "registry" / "places.yaml").open("a", encoding="utf-8") as file:
        file.write("brand-new: {name: Brand New, country: EC, precision: country}\n")
    assert dateline("schema", "--workspace").out == "written: .dateline/schemas/event.json\n"
    schema = json.loads((base_workspace / ".dateline" / "schemas" / "event.json").read_text(encoding="utf-8"))
    listed = schema["$defs"]["ids-of-places"]
    assert dict(zip(listed["enum"], listed["enumDescriptions"], strict=True))["brand-new"] == "Brand New"


def test_without_a_workspace_there_are_no_schemas_of_one(dateline, tmp_path):
    """Exit 2, and how one is created."""
    ended = dateline("schema", "--workspace", tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert "dateline init" in ended.err


def test_settings_that_are_there_stay(dateline, base_workspace):
    """The user's own are not changed, whatever is in them."""
    (base_workspace / ".vscode").mkdir()
    (base_workspace / ".vscode" / "settings.json").write_text("{ // mine\n", encoding="utf-8")
    assert "settings.json" not in dateline("schema", "--workspace", base_workspace).out
    assert (base_workspace / ".vscode" / "settings.json").read_text(encoding="utf-8") == "{ // mine\n"


@pytest.mark.parametrize("name", [".dateline", ".vscode"])
def test_schemas_are_not_written_through_a_link(dateline, base_workspace, tmp_path, name):
    """A link out of the workspace: exit 2, and nothing behind it."""
    (tmp_path / "outside").mkdir()
    (base_workspace / name).symlink_to(tmp_path / "outside")
    ended = dateline("schema", "--workspace", base_workspace)
    assert ended.code == 2
    assert "is a link out of the workspace" in ended.err
    assert [*(tmp_path / "outside").iterdir()] == []
