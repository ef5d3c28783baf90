"""Help, version and the completion of names wait for no command."""

import os
import subprocess
import sys

import pytest

from dashboard.cli.later import LazyCommand, LazyGroup
from dashboard.cli.main import dateline

HEAVY = ("numpy", "pandas", "plotly", "pydantic", "rapidfuzz", "shapely", "streamlit", "typst", "watchfiles", "yaml")
LOADED = (
    f"import atexit, sys; atexit.register(lambda: print('loaded', *({set(HEAVY)} & {{*sys.modules}}), file=sys.stderr))"
)


def unread(group):
    """The commands of a group that are imported later, and those of its groups."""
    for command in group.commands.values():
        if isinstance(command, LazyGroup):
            yield from unread(command)
        else:
            assert isinstance(command, LazyCommand)
            yield command


@pytest.mark.parametrize("command", [*unread(dateline)], ids=lambda command: command.name)
def test_what_stands_for_a_command_is_named_and_told_as_it_is(command):
    """So that a list has the same words as the command itself."""
    whole = command.load()
    assert (command.name, command.short_help) == (whole.name, whole.short_help)


def loaded_by(words, **environment):
    """What a command printed, and which heavy modules it imported."""
    script = f"{LOADED}; from dashboard.cli.main import main; sys.argv = {words.split()!r}; main()"
    asked = [sys.executable, "-c", script]
    ended = subprocess.run(asked, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    return ended.stdout, ended.stderr.split()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("dateline --version", "dateline"),
        ("dateline --help", "validate"),
        ("dateline brief --help", "verify"),
        ("dateline source --help", "show"),
        ("dateline annotations --help", "export"),
    ],
)
def test_help_and_version_load_nothing_heavy(words, said):
    """Neither records nor drawings nor the page."""
    out, loaded = loaded_by(words)
    assert said in out
    assert loaded == ["loaded"]


@pytest.mark.parametrize(
    ("typed", "completed"),
    [("dateline val", "plain,validate"), ("dateline source sh", "plain,show"), ("dateline brief ver", "plain,verify")],
)
def test_a_completed_command_loads_nothing_heavy(typed, completed):
    """While a shell completes its name."""
    asked = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    out, loaded = loaded_by("dateline", _DATELINE_COMPLETE="bash_complete", **asked)
    assert out.strip() == completed
    assert loaded == ["loaded"]
