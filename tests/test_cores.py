"""Work that all cores share: the same results as one core gives, and no copy of the process that stays.

Each test runs in a process of its own, as one with several threads is never copied, and the runner of tests has them.
"""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from dashboard.cores import LEAST_OF_A_CORE
from tests.benchmarks.generating import generate

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only a process of Linux is copied")
HEAD = """
import os
import threading
from dashboard import cores
from dashboard.cores import LEAST_OF_A_CORE, cores_to_use, on_all_cores

os.sched_getaffinity = lambda _process: {0, 1, 2}
own = os.getpid()
things = list(range(5 * LEAST_OF_A_CORE + 1))

def each(work):
    return lambda part: [work(thing) for thing in part]

def has_children():
    try:
        return os.waitpid(-1, os.WNOHANG) is not None
    except ChildProcessError:
        return False
"""


def run(script: str) -> None:
    """Run it in a process of one thread, as a user's shell has it; what it asserts is true, and it writes nothing."""
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    command = [sys.executable, "-c", HEAD + textwrap.dedent(script)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_results_come_in_order_from_several_processes():
    """Each thing has its own result, at its place, and more than one process worked."""
    run("""
        found = on_all_cores(each(lambda thing: (thing, os.getpid())), things)
        assert [thing for thing, _ in found] == things
        assert len({process for _, process in found}) == 3
        assert not has_children()
    """)


@pytest.mark.parametrize(
    "failing", ["os._exit(3)", "os.kill(os.getpid(), 9)", "raise KeyboardInterrupt", "return lambda: 1"]
)
def test_the_part_of_a_copy_that_fails_is_done_here(failing: str):
    """A copy that is killed, or whose results cannot be passed on, costs time alone."""
    run(f"""
        def work(thing):
            if os.getpid() != own and thing == things[-1]:
                {failing}
            return thing + 1
        assert on_all_cores(each(work), things) == [thing + 1 for thing in things]
        assert not has_children()
    """)


def test_an_error_here_leaves_no_copy_behind():
    """What `work` raises comes through, and the other processes are gone."""
    run("""
        def work(thing):
            if os.getpid() == own:
                raise ZeroDivisionError
            return thing
        try:
            on_all_cores(each(work), things)
        except ZeroDivisionError:
            assert not has_children()
        else:
            raise AssertionError
    """)


def test_no_process_to_be_had_is_no_error():
    """Where the machine gives no further process, one does it all."""
    run("""
        def refused():
            raise OSError("too many processes")
        os.fork = refused
        assert on_all_cores(each(lambda thing: thing), things) == things
    """)


def test_a_process_of_several_threads_is_not_copied():
    """Servers have several threads: their locks would stay shut in a copy."""
    run("""
        assert cores_to_use(len(things)) == 3
        until = threading.Event()
        threading.Thread(target=until.wait).start()
        assert cores_to_use(len(things)) == 1
        until.set()
    """)


def test_validation_brings_no_threads_of_its_own():
    """Numpy starts a thread for each core where nobody keeps it from that: then one core would do all the work."""
    run("""
        import sys
        from dashboard.checks.validation import validate
        assert validate and "numpy" in sys.modules
        assert cores_to_use(len(things)) == 3
    """)


def test_a_workspace_is_read_by_several_processes(tmp_path: Path):
    """What they read is what one reads, problems with their places included, and each file counts as read once."""
    generate(tmp_path, 2 * LEAST_OF_A_CORE)
    files = sorted(tmp_path.glob("events/*/*.yaml"))
    files[3].write_text("title: [", encoding="utf-8")
    files[-3].write_text("title: [", encoding="utf-8")
    run(f"""
        from pathlib import Path
        from dashboard.store import loading
        def loaded(count):
            cores.cores_to_use = lambda things: count if things > LEAST_OF_A_CORE else 1
            loader = loading.Loader(Path({str(tmp_path)!r}))
            workspace = loader.load()
            assert loader.files_read == loader.files_known == loader.files_found > 2 * LEAST_OF_A_CORE
            return workspace
        one, several = loaded(1), loaded(3)
        assert one == several and len(one.problems) == 2 and list(one.events) == list(several.events)
    """)


def test_few_things_are_looked_at_by_one_core():
    """A copy is made for so many things alone as are worth it."""
    run("""
        assert cores_to_use(2 * LEAST_OF_A_CORE - 1) == 1
        assert cores_to_use(2 * LEAST_OF_A_CORE) == 2
        assert on_all_cores(each(lambda thing: os.getpid()), things[:10]) == [own] * 10
    """)
    assert LEAST_OF_A_CORE > 0


@pytest.mark.proof
@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="this machine has one core")
def test_validating_by_all_cores_finds_the_same(tmp_path: Path):
    """`dateline validate` of many events uses more than one core, and says what one core alone would say."""
    generate(tmp_path, 2 * LEAST_OF_A_CORE)
    for number, file in enumerate(sorted(tmp_path.glob("events/*/*.yaml"))):
        if number % 50 == 0:
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("was said to be worth", "is all of 12 in March and worth"), encoding="utf-8")
    script = """
        import sys
        from dashboard.cli.main import main
        if sys.argv[1] == "one":
            cores.cores_to_use = lambda things: 1
        else:
            was = os.fork
            os.fork = lambda: [print("copied", file=sys.stderr), was()][1]
        sys.argv = ["dateline", "validate"]
        main()
    """
    one, several = (
        subprocess.run(
            [sys.executable, "-c", HEAD.replace("0, 1, 2", "0, 1") + textwrap.dedent(script), how],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        for how in ("one", "several")
    )
    assert one.returncode == several.returncode == 1
    assert one.stdout == several.stdout
    assert one.stdout.count("number-not-quoted") >= LEAST_OF_A_CORE // 25
    assert (one.stderr.count("copied"), several.stderr.count("copied")) == (0, 2)  # for reading, and for the checks
