"""What the Sources page says, in each state."""

import hashlib

import pytest

from dashboard.app.sources.list import COLUMNS, rows_of, sorted_rows
from dashboard.app.sources.page import source_page
from dashboard.app.sources.words import in_words, language_name
from dashboard.model import vocabularies
from dashboard.query.marked_text import PART_CHARACTERS
from dashboard.query.sources import Sources

HELD = "us-troops-ecuador"
HOSTILE = (
    "<script>window.hacked=1</script> **bold** [link](javascript:alert(1))\r\n"
    "\u202egnp.exe \x00 nul\nمرحبا 😀😀 closed in 2009\n"
)
EVENT = """title: A hostile text
threads: [us-ecuador-basing]
claims:
  said: {text: Closed in 2009., quotes: [{source: hostile, exact: closed in 2009}]}
  over: {text: Closed., quotes: [{source: hostile, exact: 😀😀 closed}, {source: hostile, exact: not there}]}
"""


@pytest.fixture
def describe(workspace):
    """Adds a source with its text."""

    def add(id_, text, more=""):
        digest = hashlib.sha256(text.encode()).hexdigest()
        held = f"text: {{sha256: {digest}, characters: {len(text)}}}"
        (workspace / "seeds" / f"{id_}.txt").write_bytes(text.encode())
        (workspace / "seeds" / f"{id_}.yaml").write_text(f"kind: article\n{held}\n{more}", encoding="utf-8")
        return workspace

    return add


@pytest.fixture
def one(shown, read):
    """The page of one source, read."""

    def draw(workspace, id_, quote=None, part=0):
        what = shown(workspace)
        sources = Sources(what.validation)
        return read(source_page(sources.entries[id_], sources, what, quote=quote, part=part, place="here"))

    return draw


def test_every_source_is_listed_with_what_rests_on_it(page, workspace):
    """Kind, text, reliability in words, origin; the counts of events and claims."""
    text = page(workspace, page="sources").text("sources")
    assert text.startswith("26 sources 1 with a text here, 25 without. 20 independent origins")
    assert "metroreport.news us-troops-ecuador article verified held, unchanged unknown reliability cannot be" in text
    assert "GeoNames geonames data set not checkable not held unknown not graded" in text
    assert "shared by 4" in text


@pytest.mark.parametrize("key", COLUMNS)
def test_every_column_sorts_both_ways(key, shown, workspace):
    """The second press turns the order round, and no source is lost."""
    what = shown(workspace)
    rows = rows_of(Sources(what.validation), what)
    once, again = sorted_rows(rows, key), sorted_rows(rows, f"-{key}")
    keys = [COLUMNS[key].key(row) for row in once]
    assert keys == sorted(keys, reverse=COLUMNS[key].down)
    assert [COLUMNS[key].key(row) for row in again] == keys[::-1]
    assert len(once) == len(again) == len(rows)


def test_unknown_grades_come_last_and_an_unknown_column_sorts_as_none(shown, workspace):
    """F is not worse than E, it is unknown; an address cannot break the page."""
    yaml = workspace / "seeds" / "voa.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8") + "reliability: {grade: E}\n", encoding="utf-8")
    what = shown(workspace)
    rows = rows_of(Sources(what.validation), what)
    assert sorted_rows(rows, "reliability")[0].entry.id == "voa"
    assert sorted_rows(rows, "nonsense") == sorted_rows(rows, None)


def test_one_source_tells_what_it_is_and_what_rests_on_it(page, workspace):
    """Description, grade, origin, the state of its text, counts that add up."""
    text = page(workspace, page="sources", source=HELD).text("sources")
    for part in (
        "The document gives no title, outlet, author or date",
        "Outlet external metroreport.news Found there by its wording",
        "Published external 4 September 2025",
        "Language English",
        "tass-2025-09-04 One origin, four outlets: they count once. Also Gazeta.ru, TASS, wdmdtv.com",
        "verified held, unchanged, 3,827 characters SHA-256 c1956e38…acb2",
        "Reliability cannot be judged (F). F means unknown, not bad.",
        "Quotes 29 stand, once 29 Claims 29 verified verified 29 Events 8 Values, reported or assessed 30",
        "29 quotes stand in the text",
    ):
        assert part in text


def test_the_grades_are_a_strip_in_which_f_stands_apart(one, workspace):
    """Each tells its meaning; the source's own is marked; F is drawn as unknown."""
    seen = one(workspace, HELD)
    assert {("title", f"{grade}: {words}") for grade, words in vocabularies.RELIABILITY.items()} <= set(seen.attributes)
    assert ("class", "dl-unknown-grade") in seen.attributes
    assert ("aria-current", "true") in seen.attributes


def test_the_text_is_whole_and_its_quotes_lead_to_their_events(one, workspace):
    """Every line of the file is read, quotes are links, sentences set aside say why."""
    seen = one(workspace, HELD)
    for line in (workspace / "seeds" / f"{HELD}.txt").read_text(encoding="utf-8").split("\n"):
        assert " ".join(line.split()) in seen.text
    assert ("href", "./?event=us-base-closed") in seen.attributes
    assert ("data-value", "event=us-base-closed") in seen.attributes
    assert "Set aside. A bridge to the next sentence; says nothing of its own." in seen.text
    assert "Drones for Ecuador’s navy $6 million, pledged. Doubtful (4) Disputed" in seen.text


def test_a_link_to_a_quote_marks_it_and_steps_to_its_neighbours(one, workspace):
    """It says which of how many it is."""
    seen = one(workspace, HELD, quote="us-drones-for-navy/drones/0")
    assert "Quote 15 of 29" in seen.text
    assert [value for name, value in seen.attributes if name == "data-arrive"] == ["center"]
    assert "dl-note dl-reached" in [value for name, value in seen.attributes if name == "class"]
    assert {("data-key", "p"), ("data-key", "n")} <= set(seen.attributes)


def test_a_quote_that_there_is_not_is_said_calmly(page, workspace):
    """The source is shown all the same; so is a page for a source that there is not."""
    text = page(workspace, page="sources", source=HELD, quote="nobody/said/7").text("sources")
    assert "There is no such quote of this source" in text
    assert "29 quotes stand in the text" in text
    assert "This workspace has no source <b>none</b>" in page(workspace, page="sources", source="<b>none</b>").text(
        "sources"
    )


def test_a_source_without_text_says_that_nothing_on_it_can_be_checked(one, workspace):
    """And lists what rests on it; a claim verified by another source says so."""
    text = one(workspace, "voa").text
    assert "Text not held: what rests on it is not checkable." in text
    assert "The drones are another $6 million" in text
    assert "Verified by the words of another source." in text


def test_a_changed_and_a_missing_text_are_said(one, workspace):
    """With the problem and both hashes."""
    file = workspace / "seeds" / f"{HELD}.txt"
    file.write_text(file.read_text(encoding="utf-8") + "more", encoding="utf-8")
    text = one(workspace, HELD).text
    assert "held, changed since it was described" in text
    assert "described as c1956e38…acb2" in text
    assert "has the SHA-256" in text
    file.unlink()
    text = one(workspace, HELD).text
    assert "The text is described, but missing: what rests on it cannot be checked." in text


def test_a_text_is_only_ever_text(one, describe):
    """HTML, Markdown, scripts, overrides and NULs are read as written; a quote behind surrogate pairs is cut right."""
    workspace = describe("hostile", HOSTILE, "title: <b>Title</b>\n")
    (workspace / "events" / "ecuador" / "hostile-text.yaml").write_text(EVENT, encoding="utf-8")
    seen = one(workspace, "hostile")
    assert "<b>Title</b>" in seen.text
    assert "<script>window.hacked=1</script> **bold** [link](javascript:alert(1))" in seen.text
    assert "[U+202E]gnp.exe [U+0000] nul" in seen.text
    assert "script" not in seen.tags
    assert not [value for name, value in seen.attributes if name == "href" and "javascript" in (value or "")]
    assert "مرحبا 😀😀 closed in 2009" in seen.text
    assert "Quotes that do not stand in this text 1" in seen.text
    assert "“not there”" in seen.text


def test_a_text_of_five_million_characters_comes_in_parts(one, describe):
    """One part on the page at a time; a link to a quote opens the part where it stands."""
    text = "".join(f"Sentence {number} of a text without line breaks. " for number in range(110_000))[:5_000_000]
    workspace = describe("long", text)
    quotes = "quotes: [{source: long, exact: Sentence 90000 of a}]"
    (workspace / "events" / "ecuador" / "long-text.yaml").write_text(
        f"title: Long\nclaims:\n  said: {{text: A sentence., {quotes}}}\n", encoding="utf-8"
    )
    first = one(workspace, "long")
    assert "Part 1 of 2" in first.text
    assert len(first.text) < 2 * PART_CHARACTERS
    assert "Sentence 90000 of a" in one(workspace, "long", quote="long-text/said/0").text
    assert "of 5,000,000" in one(workspace, "long", part=10**8).text


def test_words_for_small_numbers_and_languages():
    """Others come in digits, or as their tags."""
    assert (in_words(4), in_words(1200)) == ("four", "1,200")
    assert [language_name(tag) for tag in ("en-GB", "es", "zzz")] == ["English", "Spanish", "zzz"]
