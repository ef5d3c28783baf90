"""`docs/licences.md` names what Dateline runs on, under the licence that each package gives for itself."""

import importlib.metadata
import re
import tomllib

from packaging.requirements import Requirement


def plain(name):
    """As package registries write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def runtime_packages(root):
    """Every installed package that Dateline needs to run, or that one of these needs."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, importlib.metadata.Distribution] = {}
    waiting = [Requirement(each) for each in project["dependencies"]]
    while waiting:
        needed = waiting.pop()
        if plain(needed.name) in found or (needed.marker and not needed.marker.evaluate({"extra": ""})):
            continue
        found[plain(needed.name)] = importlib.metadata.distribution(needed.name)
        waiting += map(Requirement, found[plain(needed.name)].requires or ())
    return found


def rows(root):
    """By package: the licence in whose row it stands."""
    text = (root / "docs" / "licences.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", text, re.MULTILINE)[1:]
    return {re.sub(r"[*]| \(.*\)", "", name).strip(): licence for licence, names in table for name in names.split(",")}


def test_every_package_is_named_with_its_licence(root):
    """Also those that come with another; what a package says in SPDX's words is what stands there."""
    named = rows(root)
    for name, package in runtime_packages(root).items():
        said = package.metadata.get("License-Expression")
        assert name in named, f"{name} ({said or package.metadata.get('License')}) is missing in docs/licences.md"
        assert said in (None, named[name]), name


def test_copyleft_is_said_where_packages_are_listed(root):
    """Whoever reads CONTRIBUTING's line of pycountry knows that it is LGPL-2.1."""
    contributing = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert re.search(r"^- `pycountry`: .*LGPL-2\.1", contributing, re.MULTILINE)
    assert "docs/licences.md" in contributing
