"""Every sentence that commands print, in each state: whoever changes one sees what else it changes."""

import pytest

from tests.cli.transcripts import FOLDER, TRANSCRIPTS, transcript


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_a_command_says_what_its_transcript_holds(name):
    """`python -m tests.cli.transcripts` writes them anew; the difference is to be read before it is kept."""
    assert transcript(name) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_no_transcript_has_a_traceback_or_is_of_commands_that_are_gone():
    """Whatever was asked, it ended in words; each file is of one entry."""
    files = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert files.keys() == TRANSCRIPTS.keys()
    never = ("Traceback", "error in Dateline", "\x1b")
    assert [name for name, text in files.items() if any(words in text for words in never)] == []
