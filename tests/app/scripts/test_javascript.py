"""What scripts do without a browser: their own tests, by the test runner that Node brings along."""

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TESTS = sorted(path.name for path in HERE.glob("*.test.js"))


@pytest.mark.parametrize("name", TESTS)
def test_scripts_do_what_their_own_tests_say(name, tool):
    """Each `*.test.js` of this folder holds; where it does not, its own words are told."""
    ended = subprocess.run([tool("node", "nodejs"), name], cwd=HERE, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "\n# pass 0\n" not in ended.stdout
