"""`dateline docs`: what comes with the program is read without it being anywhere else."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.checks.documentation import GUIDES, guide, section_of
from dashboard.cli.main import dateline
from dashboard.model.problem import KINDS
from dashboard.model.vocabularies import EVENT_TYPES

ROOT = Path(__file__).resolve().parents[3]


def printed(*words):
    ended = CliRunner().invoke(dateline, ["docs", *words])
    return ended.exit_code, ended.output


def test_without_a_page_all_are_listed():
    """Each with the words to type."""
    code, text = printed()
    assert code == 0
    assert [line.split()[2] for line in text.splitlines()] == list(GUIDES)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("records", "events/README.md"),
        ("problems", "events/PROBLEMS.md"),
        ("sources", "seeds/README.md"),
        ("commands", "docs/commands.md"),
        ("since", "docs/since.md"),
        ("exports", "docs/exports.md"),
        ("imports", "docs/imports.md"),
        ("deploy", "docs/deploy.md"),
    ],
)
def test_a_page_is_printed_as_it_is_in_the_project(name, file):
    """Whole."""
    assert printed(name) == (0, (ROOT / file).read_text(encoding="utf-8").strip() + "\n")


def test_the_table_of_words_is_printed():
    """“The article says, you write”, whole or one subject of it."""
    code, text = printed("writing")
    assert code == 0
    assert "| the article says | you write | why |" in text
    assert "“over 345 people”" in printed("writing", "amounts")[1]
    assert "yesterday" not in printed("writing", "amounts")[1]


def test_a_section_is_printed_alone():
    """By the words of its heading, however they are joined: a problem by its code, a vocabulary by its title."""
    for code in ("quote-not-found", "allow-without-words"):
        _, text = printed("problems", code)
        assert text.startswith(f"### {code}\n")
        assert text.count("\n### ") == 0
    _, types = printed("records", "event-types")
    assert all(f"| `{name}` |" in types for name in EVENT_TYPES)
    assert "Commitment levels" not in types


def test_what_is_not_there_is_told():
    """With the pages, and the one that was meant."""
    code, text = printed("record")
    assert code == 2
    assert "Did you mean `records`?" in text
    assert printed("problems", "no such code")[0] == 2


def test_every_command_that_a_message_names_exists():
    """A problem that sends its reader to `dateline docs` sends them to a page."""
    named = {
        match[1]
        for kind in KINDS.values()
        for match in re.finditer(r"`dateline docs ([a-z]+)", f"{kind.explanation} {kind.fix}")
    }
    assert named
    assert named <= set(GUIDES)


def test_a_heading_inside_code_is_none():
    """A comment in an example begins with the sign of a heading."""
    page = "# One\n```yaml\n# Two\n```\ntext\n## Three\nmore\n# Four\n"
    assert section_of(page, "two") == ""
    assert section_of(page, "one") == "# One\n```yaml\n# Two\n```\ntext\n## Three\nmore"
    assert guide("records")
