"""The house: what may import what, how long a module is, what lies where, and that what there is is documented."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.syntax import statements, trees

ROOT = Path(__file__).resolve().parent.parent
FLOORS = (
    {"errors", "cache", "clock", "cores", "doors", "text"},
    {"model"},
    {"store"},
    {"evidence"},
    {"checks"},
    {"query"},
    {"views"},
    {"briefing", "drafting", "exchange"},
    {"app", "cli"},
)
AT_HOME = {
    "streamlit": {"app"},
    "starlette": {"app"},
    "plotly": {"views"},
    "kaleido": {"briefing"},
    "typst": {"briefing"},
    "yaml": {"store"},
    "watchfiles": {"store"},
    "click": {"cli"},
    "duckdb": {"query", "exchange"},
    "pyspark": {"query"},
    "pypdf": {"exchange", "briefing"},  # sources come as PDF and DOCX; briefings are written so, and read back
    "defusedxml": {"exchange", "briefing"},
    "selectolax": {"exchange"},
}
TOP_LEVEL = {
    *(
        ".ci",
        ".gitignore",
        ".pre-commit-config.yaml",
        ".pre-commit-hooks.yaml",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "Makefile",
    ),
    *("README.md", "constraints.txt", "dashboard", "docs", "events", "pyproject.toml", "seeds", "tests"),
}
PART_OF = {"pydantic_core": "pydantic", "pydantic-core": "pydantic"}
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
LONGEST_MODULE_LINES = 400
LONGEST_README_LINES = 119

MODULES = sorted((ROOT / "dashboard").rglob("*.py"))
HEIGHT = {name: height for height, names in enumerate(FLOORS) for name in names}


def floor_of(name: str) -> str | None:
    """The floor of `dashboard.FLOOR...`; None for the package itself, its version and `python -m`."""
    parts = name.split(".")
    return parts[1] if parts[0] == "dashboard" and len(parts) > 1 and parts[1] in HEIGHT else None


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it; of `from a import b`, `a.b`."""
    for node in statements(trees()[path]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_name(path: Path) -> str:
    """`dashboard.model.dates.event_date` for its file."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


MODULE_NAMES = {module_name(path): path for path in MODULES}


@cache
def imports() -> dict[str, tuple[str, ...]]:
    """What every module imports; found when a test first asks, as every process that runs tests reads this file."""
    return {module: tuple(imported(path)) for module, path in MODULE_NAMES.items()}


def test_no_room_is_empty() -> None:
    """A folder that has a door alone was left behind when its modules moved."""
    doors = [path for path in MODULES if path.name == "__init__.py"]
    assert [module_name(path) for path in doors if len(list(path.parent.iterdir())) == 1] == []


def test_every_module_stands_on_a_known_floor() -> None:
    """A new folder or module directly in `dashboard/` is given a place among the floors first."""
    strays = {module for module in MODULE_NAMES if floor_of(module) is None}
    assert strays == {"dashboard.__init__", "dashboard.__main__", "dashboard.schema.__init__"}


def is_downward(here: str | None, there: str | None) -> bool:
    """Whether a module of one floor may import from another: its own, or one below it."""
    return not here or not there or here == there or HEIGHT[there] < HEIGHT[here]


def test_imports_run_downward_only() -> None:
    """A module imports from its own floor's folder and from floors below, never from above or beside."""
    found = [(module, name) for module, names in imports().items() for name in names]
    assert len(found) > len(MODULES)
    assert [pair for pair in found if not is_downward(*map(floor_of, pair))] == []
    assert not is_downward("views", "app")
    assert not is_downward("app", "cli")


def test_a_large_library_stays_on_its_floors() -> None:
    """Streamlit, Plotly, YAML, Typst and the command-line library each stay where they can be replaced."""
    libraries = [(module, name.split(".")[0]) for module, names in imports().items() for name in names]
    found = {library: {floor_of(module) for module, name in libraries if name == library} for library in AT_HOME}
    assert all(found.values())
    assert {library: floors for library, floors in found.items() if not floors <= AT_HOME[library]} == {}


def test_what_is_kept_between_pages_holds_what_it_is_of() -> None:
    """Streamlit's caches let go of what they are asked with: another workspace may get its identity, and its answer."""
    found = [module for module, path in MODULE_NAMES.items() if "hash_funcs" in path.read_text(encoding="utf-8")]
    assert found == []


PACKAGES = {module.removesuffix(".__init__") for module in MODULE_NAMES if module.endswith(".__init__")}
ROOMS = {package for package in PACKAGES if package.count(".") > 1}
NAMES = {module.removesuffix(".__init__") for module in MODULE_NAMES}
MOST_MODULES_IN_A_FOLDER = 20
MOST_PAIRS = {"views": 12, "briefing": 48}


def module_of(name: str) -> str:
    """The module, or the room's door, that an imported name belongs to; of a module, itself."""
    while name not in NAMES:
        name = name.rpartition(".")[0]
    return name


def room_of(module: str) -> str:
    """The room in which a module stands; itself where it stands on a floor outside of all rooms."""
    package = module if module in PACKAGES else module.rpartition(".")[0]
    return package if package in ROOMS else module


def offered(room: str) -> set[str]:
    """What the door of a room imports from its modules, or defines."""
    door = f"{room}.__init__"
    own = {name.rpartition(".")[2] for name in imports()[door] if name.startswith(f"{room}.")}
    return own | {name for name in definitions()[door] if not name.startswith("_")}


def defined(path: Path) -> Iterator[str]:
    """Names that a module defines or assigns."""
    for node in trees()[path].body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name
            case ast.Assign() | ast.AnnAssign():
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                yield from (name.id for each in targets for name in ast.walk(each) if isinstance(name, ast.Name))


@cache
def definitions() -> dict[str, set[str]]:
    """The names that every module defines."""
    return {module: set(defined(path)) for module, path in MODULE_NAMES.items()}


def test_a_name_is_imported_from_where_it_is_defined() -> None:
    """A module hands on nothing that it has imported itself: only doors do."""
    found = [
        (module, name, home)
        for module, names in imports().items()
        for name in names
        if name.startswith("dashboard.") and name not in NAMES and (home := module_of(name)) not in PACKAGES
    ]
    assert len(found) > len(MODULES)
    assert [
        (module, name) for module, name, home in found if name.removeprefix(f"{home}.") not in definitions()[home]
    ] == []


def entries() -> Iterator[tuple[str, str, str]]:
    """Every import that enters a room from outside of it: the module, the room, and what is imported."""
    for path, names in imports().items():
        module = path.removesuffix(".__init__")
        for name in names:
            if name.startswith("dashboard") and (room := room_of(module_of(name))) in ROOMS - {room_of(module)}:
                yield module, room, name


def test_a_room_is_entered_by_its_door() -> None:
    """From outside a room, only names that its door offers are imported, and from the room itself."""
    doors = {room: offered(room) for room in ROOMS}
    found = list(entries())
    assert len(found) > len(ROOMS)
    assert [(module, name) for module, room, name in found if name.removeprefix(f"{room}.") not in doors[room]] == []


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_door_says_what_the_room_is_for(room: str) -> None:
    """A room has a docstring. What it offers is used, and never hidden by a module of the same name."""
    assert ast.get_docstring(trees()[ROOT / room.replace(".", "/") / "__init__.py"])
    whole = {name.rpartition(".")[2] for name in imports()[f"{room}.__init__"] if name in NAMES}
    assert [name for name in offered(room) - whole if f"{room}.{name}" in NAMES] == []
    asked_for = {name.removeprefix(f"{room}.") for _, there, name in entries() if there == room}
    assert offered(room) <= asked_for


def between(rooms: Callable[[str], str]) -> set[tuple[str, str]]:
    """Pairs of rooms, by a way to name them, of which the first imports from the second."""
    found = (
        (module.removesuffix(".__init__"), module_of(name))
        for module, names in imports().items()
        for name in names
        if name.startswith("dashboard")
    )
    return {pair for here, there in found if len(set(pair := (rooms(here), rooms(there)))) == 2}


def test_no_rooms_need_each_other_in_a_circle() -> None:
    """Rooms, and modules outside of them, can be put in an order in which each imports only from those before it."""
    graph: dict[str, set[str]] = {}
    for here, there in between(room_of):
        graph.setdefault(here, set()).add(there)
    assert len(graph) > len(ROOMS)
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("floor", MOST_PAIRS)
def test_few_rooms_of_a_floor_need_each_other(floor: str) -> None:
    """Pairs of rooms that import from each other are counted; modules outside of rooms count as one room."""

    def large_room(module: str) -> str:
        room = ".".join(room_of(module).split(".")[:3])
        return room if room in ROOMS else ".".join(room.split(".")[:2])

    pairs = {pair for pair in between(large_room) if all(floor_of(each) == floor for each in pair)}
    assert 0 < len(pairs) <= MOST_PAIRS[floor]


def test_a_folder_has_few_modules() -> None:
    """A reader finds a file in a folder at one look. The door counts as well."""
    counted = Counter(path.parent.relative_to(ROOT).as_posix() for path in MODULES)
    assert {folder: count for folder, count in counted.items() if count > MOST_MODULES_IN_A_FOLDER} == {}


def imported_at_once(path: Path) -> Iterator[str]:
    """Every module of ours that importing this one imports: not those that a function imports, or types alone need."""
    for node in trees()[path].body:
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                module = module_of(f"{node.module}.{alias.name}") if node.module.startswith("dashboard") else ""
                yield homes().get(f"{node.module}.{alias.name}", module)


@cache
def homes() -> dict[str, str]:
    """Where what a door offers is: there it is loaded from."""
    return {
        f"{room}.{name.rpartition('.')[2]}": module_of(name)
        for room in ROOMS
        for name in imports()[f"{room}.__init__"]
        if name.startswith(room)
    }


def test_every_module_can_be_imported_first() -> None:
    """Whichever module a process begins with, it is imported: none needs itself by way of others."""
    graph = {
        module.removesuffix(".__init__"): {*imported_at_once(path)} - {""} for module, path in MODULE_NAMES.items()
    }
    assert sum(map(len, graph.values())) > len(MODULES)
    TopologicalSorter(graph).prepare()


def test_a_module_is_short_and_named_for_what_it_holds() -> None:
    """No module is over 400 lines, and none has a name that anything could be put under."""
    lengths = {module_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {module: length for module, length in lengths.items() if length > LONGEST_MODULE_LINES} == {}
    assert [module for module in lengths if SAYS_NOTHING & set(module.split("."))] == []


@pytest.mark.parametrize("floor", sorted(HEIGHT))
def test_a_floor_is_mirrored_in_the_tests(floor: str) -> None:
    """Each floor that holds code has a folder of tests of its own name."""
    code = [path for path in (ROOT / "dashboard" / floor).rglob("*.py") if path.name != "__init__.py"]
    assert not code or list((ROOT / "tests" / floor).rglob("test_*.py")), f"tests/{floor}/ has no tests"


@pytest.fixture(scope="session")
def tracked(tool: Callable[..., str]) -> list[Path]:
    """Every file that git keeps."""
    listed = subprocess.run([tool("git"), "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_the_top_level_stays_as_it_is(tracked: list[Path]) -> None:
    """A new file or folder at the top is a decision, not an accident."""
    assert {path.relative_to(ROOT).parts[0] for path in tracked} <= TOP_LEVEL


def test_no_tracked_file_names_a_registry_or_a_place_on_this_machine(tracked: list[Path]) -> None:
    """Where packages come from, and where the checkout lies, is each machine's own affair."""
    places = [re.escape(f"{folder}/") for folder in (ROOT, Path.home())]
    forbidden = re.compile(
        "|".join([*places, r"\b(?:pypi|pythonhosted|npmjs)[.](?:org|com)\b", "-{2}(?:extra-)?index-url"])
    )
    found = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked
        if (match := forbidden.search(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert found == set()


def test_the_readme_is_short() -> None:
    """It is read to the end."""
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= LONGEST_README_LINES


def test_links_in_the_documents_lead_somewhere() -> None:
    """Every relative link and picture in README and CONTRIBUTING is a file of the repository."""
    for document in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
            assert (ROOT / target).exists(), f"{document} links to {target}"


def required(*kinds: str) -> set[str]:
    """Names of the packages that pyproject.toml asks for, in lower case: to run, or for an extra, such as `dev`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {"run": project["dependencies"], **project["optional-dependencies"]}
    return {re.split(r"[<>=~!;\[ ]", line)[0].lower() for kind in kinds for line in asked[kind]}


def test_the_libraries_asked_for_are_those_imported() -> None:
    """What another package happens to bring along may be gone with its next version; what nothing uses goes."""
    distributed = packages_distributions()
    used = (
        {name.split(".")[0] for names in imports().values() for name in names} - sys.stdlib_module_names - {"dashboard"}
    )
    owners = {PART_OF.get(owner.lower(), owner.lower()) for name in used for owner in distributed[name]}
    assert owners == required("run", "spark")


def test_every_dependency_says_why_it_is_there() -> None:
    """Each package that pyproject.toml asks for has its line in CONTRIBUTING.md, and no other has."""
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"(?m)^- `([a-z0-9@/-]+)`: .{8,}", contributing))
    assert explained == required("run", "dev", "spark") | set(required_of_npm())


NPM = ROOT / "tests" / "app" / "scripts"


def required_of_npm() -> dict[str, str]:
    """By name the version of each package that npm is to install."""
    versions: dict[str, str] = json.loads((NPM / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    return versions


def test_what_npm_installs_is_pinned_with_hashes() -> None:
    """To one version each, those that they bring along too, and from nowhere in particular."""
    packages = json.loads((NPM / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert packages.pop("")["devDependencies"] == required_of_npm()
    assert all(re.fullmatch(r"[0-9.]+", version) for version in required_of_npm().values())
    assert len(packages) > len(required_of_npm())
    assert [name for name, package in packages.items() if "sha512-" not in package.get("integrity", "")] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []


def test_every_dependency_is_pinned() -> None:
    """What pyproject.toml asks for, constraints.txt gives a version of."""
    pinned = set(re.findall(r"(?m)^([a-z0-9-]+)==", (ROOT / "constraints.txt").read_text(encoding="utf-8")))
    assert required("run", "dev") <= pinned


def test_every_pin_has_hashes() -> None:
    """What is installed is the file that was pinned, and not another of its name and version."""
    pins = re.split(r"(?m)^(?=[a-z0-9])", (ROOT / "constraints.txt").read_text(encoding="utf-8"))[1:]
    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []


def test_make_installs_by_hash_alone() -> None:
    """Dateline itself apart, which lies in the folder."""
    installs = re.findall(r"\$\(PIP\) (.*)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert len(installs) >= 2
    assert [each for each in installs if "--require-hashes" not in each and "--editable ." not in each] == []
