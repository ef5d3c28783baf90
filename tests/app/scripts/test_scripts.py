"""Scripts as the server has them: modules that find each other, in a folder that changes with any of them."""

import re
from importlib.resources import files
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from dashboard.app import scripts

FOLDER = Path(str(files("dashboard.app.scripts")))
FILES = sorted(file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.js"))
IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"([^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?:async )?(?:function|const|let) (\w+)|^export \{([^}]*)\}", re.MULTILINE)
ENTRIES = (
    "html/press",
    "live",
    "answered",
    "figure/figure",
    "play",
    "reader",
    "compose/compose",
    "add/add",
    "inbox/intake",
    "present/present",
)


def served(file):
    """The text of a script, by the address that the page asks for."""
    text = scripts.script_text(scripts.address_of(file).removeprefix(f"{scripts.FOLDER}/"))
    assert text is not None
    return text


def names_in(listed):
    """Of a list between braces."""
    return {name.strip() for name in listed.split(",")} - {""}


@pytest.mark.parametrize("file", FILES)
def test_what_a_script_imports_is_exported_by_a_script_that_is_served(file):
    """By a path that leads from its own folder to the other's."""
    for listed, path in IMPORT.findall(served(file)):
        there = served(normpath(join(dirname(file), path)))
        exported = {name for one, several in EXPORT.findall(there) for name in {one, *names_in(several)}}
        assert names_in(listed) <= exported, (file, path)


@pytest.mark.parametrize("name", ENTRIES)
def test_the_modules_of_a_component_are_found_with_all_that_they_import(name):
    """Each once, and the component's own among them; as many as a browser would fetch."""
    needed = scripts.needed_by(name)
    assert len(needed) == len(set(needed))
    assert scripts.address_of(f"{name}.js") in needed
    for address in needed:
        imported = re.findall(r'\bfrom "(\.[^"]+)"|^import "(\.[^"]+)"', served(file_of(address)), re.MULTILINE)
        paths = {normpath(join(dirname(file_of(address)), one or other)) for one, other in imported}
        assert {scripts.address_of(path) for path in paths} <= set(needed)


def file_of(address):
    """The script's path below the folder of scripts."""
    return address.split("/", 2)[2]


def test_every_script_is_a_component_s_or_runs_before_them():
    """None lies there that nothing fetches."""
    needed = {file_of(address) for address in scripts.needed_by(*ENTRIES)} | {"opening.js"}
    assert set(FILES) <= needed


def test_a_component_fetches_its_module_from_the_folder_of_this_version():
    """What Streamlit sends along with each change of a component is short."""
    loader = scripts.module("figure/figure")
    assert f'"../../{scripts.address_of("figure/figure.js")}"' in loader
    assert len(loader) < 300
    with pytest.raises(KeyError):
        scripts.module("figure/nothing")


@pytest.mark.parametrize("path", ["", "figure.js", "../server.py", "0123456789ab/page.js", "0123456789ab"])
def test_scripts_of_another_version_are_not_served(path):
    """Nor is anything that is no script: a page that was opened with another version is opened anew."""
    assert scripts.script_text(path) is None
    version = scripts.address_of("page.js").split("/")[1]
    assert scripts.script_text(f"{version}/../{path}") is None
    assert scripts.script_text(f"{version}/__init__.py") is None


def test_a_change_of_any_script_changes_the_address_of_all(monkeypatch):
    """So that none is mixed with one of another version."""
    before = scripts.address_of("page.js")
    path = next(path for path, _ in scripts._files(files("dashboard.app.scripts")) if path == "play.js")
    found = list(scripts._files(files("dashboard.app.scripts")))
    monkeypatch.setattr(scripts, "_files", lambda _: [(each, file) for each, file in found if each != path])
    scripts._scripts.cache_clear()
    after = scripts.address_of("page.js")
    monkeypatch.undo()
    scripts._scripts.cache_clear()
    assert before != after
    assert scripts.address_of("page.js") == before
