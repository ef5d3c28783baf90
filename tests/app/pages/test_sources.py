"""What the Sources page says, in each state."""

import hashlib

import pytest

from dashboard.app.pages.sources.list import COLUMNS, rows_of, sorted_rows
from dashboard.app.pages.sources.page import source_page
from dashboard.app.pages.sources.place import TextPlace, place_in_address
from dashboard.app.pages.sources.words import language_name
from dashboard.app.parts.source_words import strength_of_sources
from dashboard.model import vocabularies
from dashboard.query.sources import Sources
from dashboard.query.texts.marked_text import PART_CHARACTERS
from dashboard.query.wording import in_words

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

    def draw(workspace, id_, **asked):
        what = shown(workspace)
        sources = Sources(what.validation)
        return read(source_page(sources.entries[id_], sources, what, TextPlace(**asked), "here"))

    return draw


def test_every_source_is_listed_with_what_rests_on_it(page, root):
    """Kind, text, reliability in words, origin; the counts of events and claims."""
    text = page(root, page="sources").text("sources")
    assert text.startswith("26 sources 1 with full text, 25 by reference. 19 independent sources")
    assert "metroreport.news us-troops-ecuador article verified held, unchanged unknown reliability cannot be" in text
    assert "GeoNames geonames data set not checkable not held not graded" in text
    assert text.count("tass-2025-09-04 1 original report, 4 outlets") == 4
    assert text.count("The Korea Herald 1 original report, 1 outlet") == 2


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


def test_one_source_tells_what_it_is_and_what_rests_on_it(page, root):
    """Description, grade, origin, the state of its text, counts that add up."""
    text = page(root, page="sources", source=HELD).text("sources")
    for part in (
        "The document gives no title, outlet, author or date",
        "Outlet external metroreport.news Found there by its wording",
        "Published external 4 September 2025",
        "Language English",
        "tass-2025-09-04 1 original report, 4 outlets: they count once. Also Gazeta.ru, TASS, wdmdtv.com",
        "verified held, unchanged, 3,827 characters SHA-256 c1956e38…acb2",
        "unknown reliability cannot be judged (F). F means unknown, not bad.",
        "Quotes 29 found once 29 Claims 29 verified verified 29 failed failed 0 not checkable not checkable 0",
        "Events 8 Values, reported or assessed 30",
        "29 quotes in the text",
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


def test_a_quote_that_there_is_not_is_said_calmly(page, root):
    """The source is shown all the same; so is a page for a source that there is not."""
    text = page(root, page="sources", source=HELD, quote="nobody/said/7").text("sources")
    assert "There is no such quote of this source" in text
    assert "29 quotes in the text" in text
    assert "This workspace has no source <b>none</b>" in page(root, page="sources", source="<b>none</b>").text(
        "sources"
    )


def test_a_source_without_text_says_that_nothing_on_it_can_be_checked(one, workspace):
    """And lists what rests on it; a claim verified by another source says so."""
    text = one(workspace, "voa").text
    assert (
        "Text not held What is based on it alone is not checkable: that is not verified, but no error either." in text
    )
    assert "The drones are another $6 million" in text
    assert "Verified by the words of another source." in text


def test_a_changed_text_says_so_and_which_quotes_no_longer_stand(one, workspace):
    """With the problem and both hashes; a change that no quote rests on is said as well."""
    file = workspace / "seeds" / f"{HELD}.txt"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole + "more", encoding="utf-8")
    text = one(workspace, HELD).text
    assert "The text has changed since it was registered All 29 quotes are in the current text" in text
    assert "held, changed since it was described" in text
    assert "described as c1956e38…acb2" in text
    assert "A text that has changed, line 4" in text
    assert "has the SHA-256" not in text  # both are told beside “Text”, shortened
    file.write_text(whole.replace("closed in 2009", "closed in 2008"), encoding="utf-8")
    seen = one(workspace, HELD)
    assert "1 of 29 quotes no longer match, and their claims have failed. They are listed below." in seen.text
    assert "The other 28 are in the current text, but not checkable." in seen.text
    assert "Failed quotes 1" in seen.text
    assert "Nearest, at offset 963:" in seen.text
    assert ("data-value", f"page=sources&source={HELD}&at=963") in seen.attributes
    assert ("class", "dl-source-text dl-of-changed") in seen.attributes


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "The text is missing The text is missing: what is based on it cannot be checked."),
        (b"closed \xe9\xff in 2009", "The text cannot be read The text is not readable"),
    ],
)
def test_a_text_that_is_gone_or_in_another_encoding_leaves_nothing_to_check(one, workspace, content, told):
    """Both say what that means; what rests on it is listed all the same."""
    file = workspace / "seeds" / f"{HELD}.txt"
    file.unlink() if content is None else file.write_bytes(content)
    text = one(workspace, HELD).text
    assert told in text
    assert "29 quotes cannot be looked up." in text
    assert "Claims 29 verified verified 0 failed failed 0 not checkable not checkable 29" in text


def test_a_text_that_nobody_described_says_what_that_means(one, workspace):
    """It is read, and no verdict is lost."""
    (workspace / "seeds" / "stray.txt").write_text("Some words.\n", encoding="utf-8")
    text = one(workspace, "stray").text
    assert "This text has no description No description gives its hash" in text
    assert "0 of 1 sentence used. " in text


def test_the_counts_of_sentences_add_up_and_each_leads_to_its_place(one, describe):
    """Used, set aside, not used; the bar has a stretch for each paragraph, told in words."""
    aside = "set_aside: [{exact: It is an opinion., reason: No event.}]\n"
    workspace = describe("short", "It closed in 2009.\n\nIt is an opinion. It is not used.\n", aside)
    (workspace / "events" / "ecuador" / "short.yaml").write_text(EVENT.replace("hostile,", "short,"), encoding="utf-8")
    seen = one(workspace, "short")
    assert "1 of 3 sentences used, 1 set aside with a reason." in seen.text
    assert "Used by a claim 1 Set aside with a reason 1 Not used yet 1 All sentences, 66 % accounted for 3" in seen.text
    assert "No claim uses 1 sentence It is not used. Set aside: 1 sentence It is an opinion. No event." in seen.text
    names = [value for name, value in seen.attributes if name == "aria-label" and "sentence" in value]
    assert names == ["1 sentence: 1 used", "2 sentences: 1 set aside, 1 not used"]
    places = {value for name, value in seen.attributes if name == "data-value" and "at=" in value}
    assert {
        "page=sources&source=short&at=0",
        "page=sources&source=short&at=20",
        "page=sources&source=short&at=38-53",
    } <= places


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


def test_parts_that_are_not_the_body_are_shown_as_such(one, describe):
    """With what they are in the margin; they count as set aside."""
    parts = "parts: [{as: headline, exact: BASE CLOSES}, {as: boilerplate, exact: All rights reserved.}]\n"
    seen = one(describe("parted", "BASE CLOSES\n\nIt was closed.\n\nAll rights reserved.\n", parts), "parted")
    assert {("class", "dl-part-headline"), ("class", "dl-part-boilerplate")} <= set(seen.attributes)
    assert "Headline: a title or subheading" in seen.text
    assert "0 of 3 sentences used, 2 set aside with a reason." in seen.text


def test_words_of_two_scripts_are_shown_as_they_are_and_told(one, describe):
    """A Cyrillic letter in a Latin word is marked, with both scripts."""
    seen = one(describe("mixed", "The b\u0430se and the base.\n"), "mixed")
    assert "1 word of it mixes letters of two scripts that look alike." in seen.text
    assert ("title", "A word with letters of two scripts: Latin and Cyrillic") in seen.attributes
    assert "b\u0430se" in seen.text


def test_quotes_have_the_same_number_in_the_text_and_in_the_margin(one, workspace):
    """In the order of the text; nested quotes have underlines on levels of their own."""
    seen = one(workspace, HELD)
    numbers = [value for name, value in seen.attributes if name == "data-number"]
    assert [int(number) for each in numbers for number in each.split(", ")] == list(range(1, 30))
    assert ("aria-label", "Show quote 29 in the text") in seen.attributes
    assert any("--l0:" in value and "--l1:" in value for name, value in seen.attributes if name == "style")


def test_a_quote_of_a_failed_claim_is_told_by_more_than_colour(one, describe):
    """The words bear a line of their own, and its verdict in their title; the note has the mark."""
    workspace = describe("hostile", HOSTILE)
    (workspace / "events" / "ecuador" / "hostile-text.yaml").write_text(EVENT, encoding="utf-8")
    seen = one(workspace, "hostile")
    assert any("dl-of-failed" in (value or "") for name, value in seen.attributes if name == "class")
    assert any("A hostile text (failed)" in (value or "") for name, value in seen.attributes if name == "title")


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
    assert "Failed quotes 1" in seen.text
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
    assert 'aria-label="external' in str(rows[HELD].dated)
    assert str(rows["voa"].dated) == ""
