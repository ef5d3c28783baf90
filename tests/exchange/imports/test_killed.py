"""An import that is killed at any step: what was there still counts, and the same command comes to the same rows."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import builtins, os, signal, shutil, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
import dashboard.exchange.imports.reading.decoding as decoding
import dashboard.exchange.imports.reading.delimited as delimited
import dashboard.exchange.imports.staging as staging
import duckdb, pyarrow.csv
from dashboard.exchange.imports import LAYOUTS, ImportRequest, Progress, import_files
from tests.exchange.imports.conftest import SILENT, stored

decoding._BLOCK_BYTES, delimited.BATCH_BYTES, staging._ROWS_OF_A_PART = 64, 300, 1
root, files = Path(sys.argv[1]), [Path(each) for each in sys.argv[2].split(",")]
old, new = files

def bring_in(path, where):
    request = ImportRequest(where, LAYOUTS["ucdp"], (path,), "ucdp", True)
    return import_files(request, tuple(LAYOUTS.values()), SILENT)

def in_child(work):
    child = os.fork()
    if not child:
        try:
            work()
        except BaseException as error:
            print("CHILD", repr(error), flush=True)
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]

def kill_at(number):
    seen = 0
    def counting(step):
        def count(*given, **more):
            nonlocal seen
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return step(*given, **more)
        return count
    for name in ("fsync", "rename", "replace", "unlink", "link", "mkdir", "rmdir"):
        setattr(os, name, counting(getattr(os, name)))
    bring_in(new, root)

def state(where, ended=False):
    columns = "row_id, hash, line, ending" if ended else "row_id, hash, line"
    return stored(where, "ucdp", columns, ended=ended)

def check_that_it_counts():
    assert state(root) in (expected["old"], expected["new"]), state(root)

def check_the_end():
    outcome = bring_in(new, root)
    assert state(root) == expected["new"]
    told = state(root, True)
    assert told == expected["ended"], told
    left = sorted(each.name for each in (root / "imports" / "ucdp").iterdir())
    assert left == ["broken.csv", "dataset.json", outcome.dataset.generation], left
    assert sorted(each.name for each in (root / ".dateline" / "imports").iterdir()) == []
    assert (root / "imports" / "ucdp" / "broken.csv").read_text() == expected["broken"]
    print("resumed" if outcome.was_resumed else "begun", flush=True)

expected = {}
def uninterrupted():
    import json
    where = root.with_name("whole")
    for name in ("seeds", "events"):
        (where / name).mkdir(parents=True)
    bring_in(old, where)
    told = {"old": state(where)}
    bring_in(new, where)
    told |= {"new": state(where), "ended": state(where, True)}
    told["broken"] = (where / "imports" / "ucdp" / "broken.csv").read_text()
    Path(sys.argv[1] + ".json").write_text(json.dumps(told))

assert in_child(uninterrupted) == 0
import json
expected = json.loads(Path(sys.argv[1] + ".json").read_text())
expected = {key: value if key == "broken" else [tuple(each) for each in value] for key, value in expected.items()}
number = first = int(sys.argv[4])
while True:
    shutil.rmtree(root, ignore_errors=True)
    for name in ("seeds", "events"):
        (root / name).mkdir(parents=True)
    assert in_child(lambda: bring_in(old, root)) == 0
    ended = in_child(lambda: kill_at(number))
    if ended == 0:
        break
    assert os.WIFSIGNALED(ended) and os.WTERMSIG(ended) == signal.SIGKILL, (number, ended)
    assert in_child(check_that_it_counts) == 0, number
    assert in_child(check_the_end) == 0, number
    number += int(sys.argv[5])
print("kills", number, flush=True)
"""


def run(tmp_path: Path, begin: int, step: int) -> list[str]:
    """What the program prints that kills an import before every step of it, or before some."""
    files = Path(__file__).parent / "files"
    new = tmp_path / "new.csv"
    lines = (files / "ucdp-25.1.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    new.write_text("".join([*lines[:4], "1,2\n", *(each.replace("900003", "900009") for each in lines[4:])]))
    root = Path(__file__).parents[3]
    words = [str(tmp_path / "workspace"), f"{files / 'ucdp-25.1.csv'},{new}", str(root), str(begin), str(step)]
    ended = subprocess.run([sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout.split("\n")


def test_a_killed_import_loses_nothing(tmp_path):
    """Killed before some of its steps."""
    lines = run(tmp_path, 20, 17)
    assert "resumed" in lines


@pytest.mark.proof
def test_an_import_may_be_killed_before_any_step(tmp_path):
    """Each file that is written, named or removed is a step."""
    lines = run(tmp_path, 1, 1)
    assert {"resumed", "begun"} <= {*lines}
    assert int(lines[-2].split()[1]) > 40
