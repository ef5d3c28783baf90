"""`dateline explain`: what a word of a record or of a message means."""

import os
import re
import subprocess
import sys

import pytest


@pytest.mark.parametrize("asked", ["quote-not-found", "claims.quotes.exact", "delivered", "retreat"])
def test_a_word_is_explained_without_a_workspace(asked, dateline, tmp_path, monkeypatch):
    """Its name and what it is, what it means, what to write, and an example, each a block of lines."""
    monkeypatch.chdir(tmp_path)
    ended = dateline("explain", asked)
    assert (ended.code, ended.err) == (0, "")
    first, *rest = ended.out.splitlines()
    assert re.fullmatch(r"\S+: \S.*", first)
    assert all(line.startswith("  ") for line in rest)
    assert any(line.startswith("  Example") for line in rest)
    assert max(map(len, rest)) <= 110


def test_an_unknown_word_gets_the_nearest(dateline):
    """Exit 2, and no escape of a terminal is passed on."""
    ended = dateline("explain", "deliverd")
    assert (ended.code, ended.out) == (2, "")
    assert "Did you mean `delivered`?" in ended.err
    assert "\x1b" not in dateline("explain", "\x1b[31mred").err
    assert "dateline docs" in dateline("explain", "undelivered").err
    assert "dateline date 2025-09-04~" in dateline("explain", "2025-09-04~").err


def test_names_are_completed(tmp_path):
    """A shell that asks for what begins with `quote-not` gets the code."""
    asked = {"_DATELINE_COMPLETE": "bash_complete", "COMP_WORDS": "dateline explain quote-not", "COMP_CWORD": "2"}
    command = [sys.executable, "-m", "dashboard"]
    ended = subprocess.run(
        command, env={**os.environ, **asked}, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "quote-not-found" in ended.stdout
    assert "number-not-quoted" not in ended.stdout
