"""What the Sources page says, in each state."""

import pytest

from dashboard.app.pages.sources.alike import with_signs
from dashboard.app.pages.sources.list import COLUMNS, rows_of, sorted_rows
from dashboard.app.pages.sources.page import source_page
from dashboard.app.pages.sources.place import TextPlace, place_in_address
from dashboard.app.pages.sources.words import language_name
from dashboard.app.parts.source_words import strength_of_sources
from dashboard.model import vocabularies
from dashboard.query.sources import Sources
from dashboard.query.texts.marked_text import PART_CHARACTERS
from dashboard.query.wording import in_words
from dashboard.store.source_description import description
from tests.copying import write

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
        write(workspace, f"seeds/{id_}.txt", text)
        write(workspace, f"seeds/{id_}.yaml", description({"kind": "article"}, text) + more)
        return workspace

    return add


@pytest.fixture
def one(shown, read):
    """The page of one source, read."""

    def draw(workspace, id_, **asked):
        what = shown(workspace)
        sources = Sources(what.validation)
        return read(source_page(sources.entries[id_], sources, what, TextPlace(**asked), "here"))

    return draw


@pytest.mark.parametrize("key", COLUMNS)
def test_every_column_sorts_both_ways(key, shown, root):
    """The second press turns the order round, and no source is lost."""
    what = shown(root)
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


def test_the_grades_are_a_strip_in_which_f_stands_apart(one, workspace):
    """Each tells its meaning; the source's own is marked; F is drawn as unknown."""
    seen = one(workspace, HELD)
    assert {("title", f"{grade}: {words}") for grade, words in vocabularies.RELIABILITY.items()} <= set(seen.attributes)
    assert ("class", "dl-unknown-grade") in seen.attributes
    assert ("aria-current", "true") in seen.attributes


def test_the_text_is_whole_and_its_quotes_lead_to_their_events(one, workspace):
    """Every line of the file is read, and quotes are links."""
    seen = one(workspace, HELD)
    for line in (workspace / "seeds" / f"{HELD}.txt").read_text(encoding="utf-8").split("\n"):
        assert " ".join(line.split()) in seen.text
    assert ("href", "./?event=us-base-closed") in seen.attributes
    assert ("data-value", "event=us-base-closed") in seen.attributes


def test_a_link_to_a_quote_marks_it_and_steps_to_its_neighbours(one, workspace):
    """As somebody who came for it."""
    seen = one(workspace, HELD, quote="us-drones-for-navy/drones/0")
    assert [value for name, value in seen.attributes if name == "data-arrive"] == ["center"]
    assert "dl-note dl-reached" in [value for name, value in seen.attributes if name == "class"]
    assert {("data-key", "p"), ("data-key", "n")} <= set(seen.attributes)


def test_the_nearest_words_of_a_failed_quote_are_led_to(one, world):
    """In a text that is drawn as one that has changed."""
    seen = one(world("texts"), "changed")
    assert ("data-value", "page=sources&source=changed&at=3") in seen.attributes
    assert ("class", "dl-source-text dl-of-changed") in seen.attributes


def test_each_count_of_sentences_leads_to_its_place(one, world):
    """The bar has a stretch for each paragraph, told in words."""
    seen = one(world("texts"), "short")
    names = [value for name, value in seen.attributes if name == "aria-label" and "sentence" in value]
    assert names == ["1 sentence: 1 used", "2 sentences: 1 set aside, 1 not used"]
    places = {value for name, value in seen.attributes if name == "data-value" and "at=" in value}
    assert {f"page=sources&source=short&at={place}" for place in ("0", "20", "38-53")} <= places


def test_what_is_odd_in_a_text_is_told_by_more_than_colour(one, world):
    """Its parts have lines of their own, words of a failed claim have its verdict, words of two scripts name both."""
    workspace = world("texts")
    parted, short, mixed = (one(workspace, each).attributes for each in ("parted", "short", "mixed"))
    assert {("class", "dl-part-headline"), ("class", "dl-part-boilerplate")} <= set(parted)
    assert any("dl-of-failed" in (value or "") for name, value in short if name == "class")
    assert any("It is said (quote not found)" in (value or "") for name, value in short if name == "title")
    assert ("title", "A word with letters of two scripts: Latin and Cyrillic") in mixed


def test_a_place_in_the_address_is_marked_and_arrived_at(one, workspace):
    """A passage as a target, a bare offset at its paragraph; beyond the end, the last part."""
    start = (workspace / "seeds" / f"{HELD}.txt").read_text(encoding="utf-8").index("The proposed move")
    seen = one(workspace, HELD, at=((start, start + 50),))
    classes = [value.split() for name, value in seen.attributes if name == "class"]
    assert any({"dl-set-aside", "dl-target"} <= set(each) for each in classes)
    assert [value for name, value in seen.attributes if name == "data-arrive"] == ["center"]
    seen = one(workspace, HELD, at=((start + 51, start + 51),))
    assert [value for name, value in seen.attributes if name == "data-arrive"] == ["start"]
    assert "Ecuador previously hosted" in one(workspace, HELD, at=((10**8, 10**8),)).text


def test_words_are_searched_for_in_the_whole_text(one, workspace):
    """Hits are counted and marked, one is arrived at, steps go round; what is not there is said."""
    seen = one(workspace, HELD, find="military BASE")
    assert "1 of 2↑↓" in seen.text
    marks = [value for name, value in seen.attributes if name == "class" and "dl-found" in value]
    assert marks[0] == "dl-found dl-found-here"
    steps = [value for name, value in seen.attributes if name == "data-value" and "hit=" in value]
    assert [step.rpartition("hit=")[2] for step in steps] == ["2", "2"]
    assert "2 of 2" in one(workspace, HELD, find="military base", hit=10**6).text
    assert "not found" in one(workspace, HELD, find="no such words").text


def test_what_makes_no_sense_in_the_address_is_left_out():
    """Offsets and numbers that are none, words without end."""
    asked = {"at": "12-x", "hit": "-3", "find": "w" * 500}
    place = place_in_address(asked.get, 0)
    assert (place.at, place.hit, len(place.find)) == ((), None, 200)
    assert place_in_address({"at": "12-20", "hit": "3"}.get, 0) == TextPlace(at=((12, 20),), hit=2)
    assert place_in_address({"at": "9" * 40}.get, 2) == TextPlace(part=2)


def test_quotes_have_the_same_number_in_the_text_and_in_the_margin(one, workspace):
    """In the order of the text; nested quotes have underlines on levels of their own."""
    seen = one(workspace, HELD)
    numbers = [value for name, value in seen.attributes if name == "data-number"]
    assert [int(number) for each in numbers for number in each.split(", ")] == list(range(1, 30))
    assert ("aria-label", "Show quote 29 in the text") in seen.attributes
    assert any("--l0:" in value and "--l1:" in value for name, value in seen.attributes if name == "style")


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
    assert "Quotes not found 1" in seen.text
    assert "“not there”" in seen.text


@pytest.mark.proof
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


def test_a_strength_that_nobody_can_tell_has_the_mark_of_what_is_unknown(shown, root):
    """In words, and drawn so; one that is told has no mark."""
    what = shown(root)
    told = str(strength_of_sources(what, ["nobody-described-it"]))
    assert 'aria-label="unknown"' in told
    assert told.endswith("origin unknown")
    assert str(strength_of_sources(what, ["tass-2025-09-04", "gazeta-ru-2025-09-04"])) == "1 original report, 2 outlets"


def test_the_words_that_were_quoted_from_a_text_that_is_gone_are_shown_and_reached(one, workspace):
    """A mark leads to them all the same: the quote that was asked for is the one that is arrived at."""
    (workspace / "seeds" / f"{HELD}.txt").unlink()
    seen = one(workspace, HELD, quote="us-drones-for-navy/drones/0")
    assert "“A key component of this package includes the provision of advanced drones valued at" in seen.text
    assert [value for name, value in seen.attributes if name == "data-arrive"] == ["center"]
    assert [value for name, value in seen.attributes if name == "class"].count("dl-quote") == 28


def test_in_the_list_the_mark_of_a_date_that_the_team_holds_leads_on(shown, root):
    """To who says so, else to the description, which tells why; one that the document gives has no mark."""
    seen = shown(root)
    rows = {row.entry.id: row for row in rows_of(Sources(seen.validation), seen)}
    assert f"page=sources&amp;source={HELD}" in str(rows[HELD].dated)
    assert 'aria-label="from another source' in str(rows[HELD].dated)
    assert str(rows["voa"].dated) == ""


def test_signs_beside_shared_words_are_marked_where_both_have_them():
    """A full stop at the end and a quotation mark at the beginning; another sign than there is a difference."""
    one = "Own words here. “There was fog over the strait,” she said of it."
    other = "“There was fog over the strait,” she said of it. More."
    span = (one.index("There"), len(one) - 1)
    ((start, end),) = with_signs(one, [span], other)
    assert one[start:end] == "“There was fog over the strait,” she said of it."
    ((start, end),) = with_signs(one, [span], other.replace("it.", "it?").replace("“", "‘"))
    assert (start, end) == span
