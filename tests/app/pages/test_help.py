"""Help, and the question marks that lead to it."""

import datetime as dt
import re
from importlib.resources import files
from pathlib import Path

import pytest

from dashboard.app.card.card import event_card
from dashboard.app.pages.help import words as help_words
from dashboard.app.pages.help.contents import GUIDE_TITLES, anchors, guide_asked, help_page
from dashboard.app.pages.help.topics import TOPICS
from dashboard.app.pages.situation.overview import overview
from dashboard.app.parts.keys import KEYS
from dashboard.checks.documentation import GUIDES, guide
from dashboard.evidence.verdicts import VERDICTS
from dashboard.model import vocabularies
from dashboard.query.sources import TextState
from dashboard.views.drawing.marks import EVIDENCE_MARKS
from dashboard.views.drawing.specimen import SPECIMENS

APP = Path(str(files("dashboard.app")))


def test_every_mark_grade_and_word_is_there_with_its_meaning(page, root):
    """As the data has it that is drawn and checked with."""
    seen = page(root, page="help")
    text = f"{seen.text('help')} {seen.text('help-words')}".lower()
    told = [
        *(f"{mark.name} {mark.meaning}" for mark in EVIDENCE_MARKS.values()),
        *(f"{sign.look} {sign.meaning}" for sign in SPECIMENS),
        *(f"{grade} {meaning.capitalize()}" for grade, meaning in list(vocabularies.RELIABILITY.items())[:5]),
        "F unknown Reliability cannot be judged: unknown, not worse than the others",
        "6 unknown Truth cannot be judged: unknown, not worse than the others",
        *(f"{kind['quad']}. {kind['meaning']}." for kind in vocabularies.EVENT_TYPES.values()),
        *(f"{level} {meaning}" for level, meaning in vocabularies.COMMITMENT.items()),
        "roughly-even-chance 45 to 55 %",
        "Modes: withdraw, release, disarm, ceasefire, access, resign.",
        *vocabularies.CREDITS,
    ]
    assert [words for words in told if words.lower() not in text] == []


def test_the_meanings_that_help_adds_are_of_all_words_and_no_others():
    """A word added to a vocabulary needs its meaning here."""
    assert tuple(help_words.BASES) == vocabularies.BASES
    assert tuple(help_words.PRECISIONS) == vocabularies.PLACE_PRECISIONS
    assert tuple(help_words.REALITY) == vocabularies.REALITY
    assert tuple(help_words.RELATIONS) == vocabularies.RELATIONS
    assert tuple(help_words.CONFIDENCE) == vocabularies.CONFIDENCE
    assert set(help_words.VERDICTS) == set(VERDICTS)
    assert set(help_words.TEXT_STATES) == set(TextState)


def test_anchors_are_unique_and_fit_for_an_address():
    """Of topics and of their entries."""
    every = [topic.anchor for topic in TOPICS]
    assert len(every) == len(set(every))
    assert all(re.fullmatch("[a-z0-9-]+", anchor) for anchor in anchors())
    assert {"reliability-f", "event-types-aid", "commitment-pledged", "keys-slash"} <= anchors()


def test_the_place_asked_for_is_marked_once(shown, read, root):
    """That is where the reader arrives; an anchor that there is not is said."""
    before, behind = help_page(shown(root), "credibility-6", "here")
    marked = [value for name, value in read(before).attributes + read(behind).attributes if name == "data-arrive"]
    assert marked == ["start"]
    before, behind = help_page(shown(root), "<i>none</i>", "here")
    assert "Help has no entry for <i>none</i>." in read(before).text


def test_every_question_mark_leads_to_an_anchor(shown, read, root):
    """On the overview, on every card; each has an accessible name and adds nothing to the text."""
    what = shown(root)
    drawn = [
        overview(what, dt.date(2026, 1, 1)),
        *(event_card(event, what) for event in what.workspace.events.values()),
    ]
    links = [link for markup in drawn for link in re.findall(r'<a [^>]*class="dl-ask"[^>]*>[^<]*</a>', str(markup))]
    assert len(links) > len(drawn)
    for link in links:
        about = re.search(r'data-value="page=help&amp;about=([^"&]+)"', link)
        assert about is not None, link
        assert about[1] in anchors(), link
        assert re.search(r'aria-label="What does .+ mean\?"', link)
        assert link.endswith("></a>")


def test_anchors_named_in_the_code_exist():
    """A question mark on any page leads somewhere."""
    for file in APP.rglob("*.py"):
        for about in re.findall(r'(?:help_link\(|about=)"([a-z0-9-]+)"', file.read_text(encoding="utf-8")):
            assert about in anchors() or guide_asked(about), f"{file.name}: {about}"


def test_every_key_that_is_shown_is_explained():
    """Keys on the pages and in the scripts are those that Help lists."""
    pages = "".join(file.read_text(encoding="utf-8") for file in APP.rglob("*.py"))
    shown_keys = set(re.findall(r'element\("kbd", "([^"]+)"', pages)) | set(re.findall(r'key="([a-z])"', pages))
    assert shown_keys <= set(KEYS)


@pytest.mark.parametrize("name", GUIDES)
def test_every_guide_can_be_read_on_the_page(page, root, name):
    """Whole, without a network, with the way back and the command that prints it."""
    seen = page(root, page="help", about=f"docs-{name}")
    assert f"dateline docs {name}" in seen.text("help")
    shown = seen.test.markdown[-1]
    heading = next(line for line in guide(name).splitlines() if line.startswith("## "))
    assert heading.strip("# ") in shown.value.replace("\\", "")


def test_the_titles_of_guides_are_of_all_of_them():
    """What `dateline docs` lists is listed here, by the same names."""
    assert list(GUIDE_TITLES) == list(GUIDES)


def test_vocabularies_are_shown_as_records_need_them():
    """`suicide-attack` and `religion_ethnicity`, which can be copied into a file."""
    told = " ".join(str(entry.term) + str(entry.meaning) for topic in TOPICS for entry in topic.entries())
    for word in ("suicide-attack", "martial-law", "religion_ethnicity", "roughly-even-chance", "leads-to", "pledged"):
        assert f">{word}</code>" in told
