"""Typst as we use it: it reads what it is given, and nothing else of this machine."""

import re
from pathlib import Path

import pytest

from dashboard.briefing.figures import typesetting
from dashboard.briefing.figures.typesetting import NotTypeset, typesetter


@pytest.fixture
def template(tmp_path, monkeypatch):
    """Set a document of this markup."""

    def made(markup, given=None):
        (tmp_path / "a.typ").write_text(markup, encoding="utf-8")
        monkeypatch.setattr(typesetting, "_TEMPLATES", tmp_path)
        with typesetter("a.typ", given or {}, markup) as setter:
            return setter.render("pdf")

    return made


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../../../../etc/passwd", "/../etc/passwd"])
def test_nothing_outside_is_read(template, path):
    """Not even by the template itself."""
    with pytest.raises(NotTypeset):
        template(f'#read("{path}")')


def test_what_is_given_is_data(template):
    """Markup and code in it are letters."""
    assert template('#read("text.txt")', {"text.txt": '#panic() $x$ #read("/etc/passwd") = Head'}).startswith(b"%PDF")


def test_a_fault_of_the_template_is_told(template):
    """With the place, for who fixes it."""
    with pytest.raises(NotTypeset, match="panicked"):
        template('#panic("no")')


def test_of_many_faults_the_first_is_told(template):
    """Not what Typst warns of before it."""
    markup = '#set text(font: "Nowhere Sans")\na' + "\n#link(<nowhere>)[a]" * 50
    with pytest.raises(NotTypeset, match="typeset: error: label `<nowhere>`") as caught:
        template(markup)
    assert len(str(caught.value)) < 700


def test_no_number_is_parted_from_its_sign():
    """What the templates themselves write has a space at which no line ends."""
    templates = (Path(typesetting.__file__).parents[1] / "typst").glob("*.typ")
    assert not [each.name for each in templates if re.search(r"(\d|high|low) %", each.read_text(encoding="utf-8"))]
