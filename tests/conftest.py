"""What all tests share: no network, copies of workspaces, and the rule for tools that may be missing."""

import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import offline
import pytest

from tests import in_memory, repositories
from tests.copying import copied
from tests.worlds import build

ROOT = Path(__file__).resolve().parent.parent

# A shell's job in the background begins without Ctrl-C, and so would every server and terminal that a test starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
offline.begin()
in_memory.begin()
_OWN = tempfile.TemporaryDirectory(prefix="dateline-tests-")
os.environ["XDG_STATE_HOME"] = _OWN.name  # whoever runs the tests keeps their own key
hypothesis.settings.register_profile("ours", deadline=None)
hypothesis.settings.load_profile("ours")
for name in ("DATELINE_WORKSPACE", "DATELINE_READ_ONLY", "DATELINE_DEBUG", "GITHUB_WORKSPACE"):
    os.environ.pop(name, None)  # settings of this shell do not matter


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Ours, wherever tests of a module are to stay together."""
    from tests.scheduling import FolderScheduling  # where tests run without xdist, it need not be there

    return FolderScheduling(config, log) if config.getoption("dist") == "loadscope" else None


@pytest.fixture(autouse=True)
def _nothing_leaves_the_machine() -> Iterator[None]:
    """A test during which anything reached for another machine fails, whether or not it noticed."""
    before = len(offline.ATTEMPTS)
    yield
    assert offline.ATTEMPTS[before:] == [], "something reached for another machine"


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the seed workspace, to be changed at will."""
    return copied(ROOT, tmp_path / "workspace")


@pytest.fixture
def world(tmp_path: Path) -> Callable[[str], Path]:
    """Writes one of the workspaces of `worlds.yaml`, to be changed at will."""
    return lambda name: build(name, tmp_path / name)


@pytest.fixture
def base_workspace(tmp_path: Path) -> Path:
    """A copy of the small valid workspace that the records under `tests/records/` are put into."""
    return copied(ROOT / "tests" / "records" / "base", tmp_path / "base")


@pytest.fixture
def empty_workspace(tmp_path: Path) -> Path:
    """A workspace with nothing in it."""
    for folder in ("seeds", "events"):
        (tmp_path / "empty" / folder).mkdir(parents=True)
    return tmp_path / "empty"


@pytest.fixture(scope="session")
def tool() -> Callable[..., str]:
    """The path of a program, by the first of its names that is found.

    Where there is none the test is skipped; under CI it fails, for there everything has to be.
    """

    def path_of(*names: str) -> str:
        for name in names:
            if path := shutil.which(name):
                return path
        missing = f"there is no {' or '.join(names)} on this machine"
        return pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)

    return path_of


@pytest.fixture(scope="session")
def git(tool: Callable[..., str]) -> Callable[..., str]:
    """Run git in a folder, with nobody's settings, and return what it prints; `at` is when a commit is made."""
    assert tool("git")
    return repositories.git


@pytest.fixture(scope="session")
def committed(git: Callable[..., str]) -> Callable[..., str]:
    """Commit all that is in a folder, at noon (UTC) of a day, making it a repository if need be; the commit's hash."""
    return repositories.committed


@pytest.fixture(scope="session")
def chromium(tool: Callable[..., str]) -> str:
    """The path of a Chromium or Chrome."""
    return tool("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material that lies beside the repository while it is developed; a clone alone has none."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("there is no folder shared/ beside this clone")
    return folder
