"""The page of all commands, made of the command line's own help."""

import re

import click
import pytest

from dashboard.cli.commands_page import FILE, commands_page
from dashboard.cli.later import LazyCommand, LazyGroup
from dashboard.cli.main import dateline as root_command

PAGE = commands_page(root_command)
ROWS = re.findall(r"^\| `(-[^`]*)` \| (.*) \|$", PAGE, re.MULTILINE)
LEAVES = [
    *(
        "annotations export",
        "annotations import",
        "brief build",
        "brief list",
        "brief new",
        "brief verify",
        "date",
        "docs",
        "draft",
    ),
    *(
        "evidence",
        "explain",
        "export",
        "fmt",
        "import",
    ),
    *(
        "inbox accept",
        "inbox add",
        "inbox fetch",
        "inbox fetch-article",
        "inbox list",
        "inbox reopen",
        "inbox same-as",
        "inbox set-aside",
        "inbox show",
    ),
    *(
        "init",
        "new",
        "promote",
        "publish",
        "query",
        "rename",
        "schema",
        "serve",
        "since",
        "source add",
        "source check",
        "source list",
        "source remove",
        "source rename",
        "source show",
        "validate",
    ),
]


def test_every_command_has_its_section_in_order():
    """Groups have none of their own: there is nothing that they do."""
    assert re.findall(r"^## dateline (.*)$", PAGE, re.MULTILINE) == LEAVES


def test_every_option_says_what_it_does():
    """An option without help would be an empty cell."""
    assert len(ROWS) > 40
    assert [option for option, words in ROWS if not words.strip()] == []


def test_a_command_that_comes_is_on_the_page():
    """With its usage, its help as paragraphs, and its options; what Markdown would misread is escaped."""
    group = LazyGroup("tool")

    @click.command()
    @click.option("--how", type=click.Choice(["a", "b"]), default="a", show_default=True, help="As <this>.")
    def draw(how):
        """Draw a picture of
        a | b.

        Twice.
        """

    group.add_command(LazyCommand("draw", "Draw.", lambda: draw))
    page = commands_page(group)
    assert "## tool draw\n\n```\ntool draw [OPTIONS]\n```\n\nDraw a picture of a | b.\n\nTwice.\n" in page
    assert "| `--how [a\\|b]` | As &lt;this>.  [default: a] |".replace("  ", " ") in page


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_documents_lead_to_it(root, name):
    """Whoever looks for a command finds the page."""
    assert f"({FILE})" in (root / name).read_text(encoding="utf-8")
