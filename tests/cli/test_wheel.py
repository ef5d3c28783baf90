"""The wheel: installed elsewhere, it validates and serves any workspace, with its outlines and fonts."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from dashboard.checks.documentation import GUIDES, guide

ROOT = Path(__file__).resolve().parent.parent.parent
IN_THE_WHEEL = (
    "dashboard/app/.streamlit/config.toml",
    "dashboard/app/main.py",
    "dashboard/app/static/fonts/inter-latin-wght-normal.woff2",
    "dashboard/app/static/topojson/world_110m.json",
    "dashboard/app/static/topojson/world_50m.json",
    "dashboard/app/static/detail/provinces.json",
    "dashboard/app/static/detail/rivers.json",
    "dashboard/app/static/detail/lakes.json",
    "dashboard/app/static/detail/disputed.json",
    "dashboard/briefing/html_page.css",
    "dashboard/briefing/figure_marks.js",
    "dashboard/briefing/html_page.js",
    "dashboard/briefing/html_words.js",
    "dashboard/guides/commands.md",
    "dashboard/guides/deploy.md",
    "dashboard/guides/since.md",
    "dashboard/guides/sources.md",
    "dashboard/model/vocabulary/grading.json",
    "dashboard/model/vocabulary/plover.json",
    "dashboard/schema/event.json",
)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel, built without a network by the build backend that is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    """`dateline` in an environment elsewhere: the wheel itself, and the libraries of this one.

    Libraries are lent through a `.pth`; those in the lent folder are not followed, so this checkout stays out of it.
    """
    folder = tmp_path_factory.mktemp("else where")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    libraries = sysconfig.get_path("purelib")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    [packages] = folder.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(f"{libraries}\n", encoding="utf-8")
    return folder / "bin" / "dateline"


def test_the_wheel_holds_what_the_program_reads(wheel):
    """Every file of the package that git keeps is in it, the dot folder with the page's settings too."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert set(IN_THE_WHEEL) <= names
    listed = subprocess.run(["git", "ls-files", "dashboard"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(listed.stdout.split()) - names == set()
    assert not {name.split("/")[0] for name in names} & {"tests", "events", "seeds"}


def test_maps_take_less_than_twelve_megabytes_of_the_wheel(wheel):
    """Outlines, what is drawn from near, and the names of places, as they lie on the disk."""
    places = ("dashboard/app/static/topojson/", "dashboard/app/static/detail/", "dashboard/model/gazetteer/")
    with zipfile.ZipFile(wheel) as archive:
        sizes = [each.file_size for each in archive.infolist() if each.filename.startswith(places)]
    assert len(sizes) >= 10
    assert sum(sizes) < 12_000_000


@pytest.mark.proof
def test_it_runs_from_where_it_was_installed(installed, tmp_path):
    """The command found is the wheel's, not this checkout's."""
    ask = "import dashboard; print(dashboard.__file__)"
    asked = [str(installed.with_name("python")), "-P", "-c", ask]
    where = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent.parent)


@pytest.mark.proof
@pytest.mark.parametrize("name", GUIDES)
def test_it_prints_its_guides(installed, tmp_path, name):
    """Each page is there, as in the project, wherever the command is run."""
    ended = subprocess.run([installed, "docs", name], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == guide(name).strip()


@pytest.mark.proof
def test_it_validates_a_workspace_elsewhere(installed, workspace):
    """The summary is there, and nothing on standard error."""
    ended = subprocess.run(
        [installed, "validate", "--strict"], cwd=workspace, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "no problems" in ended.stdout


@pytest.mark.proof
def test_it_serves_a_workspace_elsewhere(installed, workspace, served, fetched):
    """Page, outlines and font are served from the wheel."""
    with served(workspace, command=[str(installed)]) as (_process, address):
        assert b"<title>" in fetched(address)
        assert b'"Topology"' in fetched(f"{address}/app/static/topojson/world_110m.json")[:200]
        assert fetched(f"{address}/app/static/fonts/inter-latin-wght-normal.woff2").startswith(b"wOF2")
