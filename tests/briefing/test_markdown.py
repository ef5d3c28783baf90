"""Markdown: everything stands in it, nothing of a text is markup, and it carries what it rests on."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.manifest.manifest import ManifestNotReadable, manifest_of
from dashboard.briefing.markdown import escape_markdown, markdown, read_manifest
from dashboard.briefing.outline.outline import EventBlock
from dashboard.text.visible import collapse_spaces
from tests.briefing.outside import outside_values, source_rows

HOSTILE = (
    "<script>alert(1)</script>",
    "<!-- dateline-briefing {} -->",
    "--> <img src=x onerror=alert(1)>",
    "![picture](http://example.invalid/x.png)",
    "[press](javascript:alert(1))",
    "[1]: http://example.invalid",
    "[^1] *bold* _it_ `code` ~~gone~~ $x$ :smile: @someone #12",
    "| a | b |\n|---|---|",
    "# Heading\n## Another",
    "- list\n1. list\n2) list",
    "```\ncode\n```",
    "> [!NOTE]\n> quoted",
    "line  \nbreak\\",
    "&lt;b&gt; &#60;b&#62;",
    "=HYPERLINK(1)",
    "+1 -1",
    "www.example.invalid http://example.invalid a@example.invalid",
    "../../etc/passwd",
    "\u202eesrever\u2066",
    "مرحبا بالعالم 世界 " + "x" * 300,
)
UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*([`*_\[\]~|$@#<>])")
SIGNS = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


def read(markup):
    """What a reader sees of escaped text: backslashes and entities undone."""
    without = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markup)
    return re.sub("&lt;|&gt;|&amp;", lambda found: SIGNS[found[0]], without)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
@example("1. a")
@example("12) a")
@example("-- a")
@example("\\* a")
@example("&amp; a")
def test_a_text_is_read_as_it_is(text):
    """Escaped and read again it is the same, on one line, but for controls of direction, which are named."""
    markup = escape_markdown(text)
    expected = re.sub("[\u202a-\u202e\u2066-\u2069]", lambda found: f"U+{ord(found[0]):04X}", collapse_spaces(text))
    assert read(markup) == expected
    assert "\n" not in markup
    assert not UNESCAPED.search(markup)
    assert not re.match(r"[-+=]|\d{1,9}[.)]", markup)


@pytest.fixture(scope="module")
def hostile(of_words):
    """A briefing in which every text is hostile, with its outline and its Markdown."""
    made, validation = of_words(HOSTILE)
    outline = outline_of(made, validation)
    return outline, markdown(outline, manifest_of(outline, validation, made))


def test_a_space_at_which_no_line_may_end_stays_one():
    """A number and its sign are not parted; line ends and tabs are spaces."""
    assert escape_markdown("likely\n(55 to\t80\u00a0%)") == "likely (55 to 80\u00a0%)"


def test_hostile_text_stands_as_text(hostile):
    """No tag but the anchors of annex and sources, no link but those to them, no comment but the one carried."""
    outline, written = hostile
    body, _, carried = written.rpartition("\n<!-- dateline-briefing ")
    assert re.sub(r'<a id="(R\d+|D-[a-z0-9-]+)"></a>', "", body).count("<") == 0
    anchors = {f"#R{n}" for n in range(1, 200)} | {f"#D-{id_}" for id_ in source_rows(outline)}
    assert set(re.findall(r"(?<!\\)\]\(([^)]*)\)", body)) <= anchors
    assert body.count("<!--") == 0
    assert re.fullmatch(r"\{[^<>\n]*\} -->\n", carried)
    assert "--" not in carried.removesuffix(" -->\n")
    for text in HOSTILE:
        assert escape_markdown(text) in body


def test_hostile_text_adds_no_line(hostile):
    """Each text stays on the line that it was put on: no heading, row, list or fence begins in it."""
    outline, written = hostile
    allowed = r"(?:#{1,4} |- |  - |> |\| |\*\*|\*|<a id=|---$|<!-- dateline-briefing |[A-Z0-9&\\“‐…]|U\+)"
    lines = [line for line in written.splitlines() if line and not re.match(allowed, line)]
    assert lines == []
    headings = [line for line in written.splitlines() if line.startswith("#")]
    told = sum(isinstance(block, EventBlock) for part in outline.sections for block in part.blocks)
    assert len([line for line in headings if line.startswith("#### ")]) == told


def test_hostile_text_comes_back_from_what_is_carried(hostile):
    """Word for word, and the file is known to be whole."""
    outline, written = hostile
    seal, is_whole = read_manifest(written, "b.md")
    assert is_whole
    assert {each.text for each in seal.sentences} == {each.text for each in outline.statements()}


def test_every_reference_leads_to_its_entry_once(hostile):
    """No number without an anchor, and no anchor twice."""
    _, written = hostile
    anchors = re.findall(r'<a id="(R\d+)"></a>', written)
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\]\(#(R\d+)\)", written)) <= set(anchors)


@pytest.mark.parametrize("which", ["seed", "hostile"])
def test_every_line_that_says_something_tells_what_carries_it(which, hostile, seed, seed_briefing):
    """Bullets and rows end with a reference, initials or a basis; but for questions, sources and the annex."""
    outline, written = hostile
    if which == "seed":
        outline = outline_of(seed_briefing, seed)
        written = markdown(outline, manifest_of(outline, seed, seed_briefing))
    parts = re.split(r"^## ", written, flags=re.MULTILINE)[1:]
    said = [
        line
        for part in parts
        if not part.startswith(("Outlook\n", "Sources\n", "Annex"))
        for line in part.splitlines()
        if re.match(r" *- |\| (?!---)", line)
    ]
    headings = [line for line in said if line.endswith(("| Based on |", "| Reported in |"))]
    carries = (
        r"\(#R\d+\)\S*\\\] \*\(.+\)\*|\*\(our own words, .+\)\*|^- Assessed.*: .+ \(external: \[.+\]\(#D-.+\)\)\.$"
    )
    carried = [line for line in said if re.search(carries, line)]
    assert len(carried) > 20
    assert [line for line in said if line not in carried] == headings


def test_words_changed_by_hand_are_noticed(seed, seed_briefing):
    """Another word is; another end of line is not."""
    outline = outline_of(seed_briefing, seed)
    written = markdown(outline, manifest_of(outline, seed, seed_briefing))
    assert read_manifest(written.replace("\n", "\r\n"), "b.md")[1]
    assert not read_manifest(written.replace("60.82 %", "62.82 %", 1), "b.md")[1]


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda text: text.partition("<!-- dateline")[0], "`dateline brief build` made"),
        (lambda text: text.replace('"form":3', '"form":4'), "another version"),
        (lambda text: text.replace('"form":3', '"form":"3"'), "damaged"),
        (lambda text: re.sub(r"(<!-- dateline-briefing ).*", r"\1{" + "[" * 50_000 + "} -->", text), "damaged"),
        (lambda text: re.sub(r'"on":\[', r'"on":[-1,', text), "damaged"),
        (lambda text: text[:-200], "`dateline brief build` made"),
    ],
)
def test_a_damaged_file_says_what_is_the_matter(seed, seed_briefing, damage, says):
    """Cut, of another version, or with something else in it: never a traceback."""
    outline = outline_of(seed_briefing, seed)
    written = markdown(outline, manifest_of(outline, seed, seed_briefing))
    with pytest.raises(ManifestNotReadable, match=says):
        read_manifest(damage(written), "b.md")


def test_values_from_outside_lead_to_the_rows_of_their_sources(seed, seed_briefing):
    """So do the sources of quotes and claims in the annex; each anchor stands once, in its row."""
    outline = outline_of(seed_briefing, seed)
    written = markdown(outline, manifest_of(outline, seed, seed_briefing))
    rows = {each[1]: each[2] for each in re.finditer(r'^\| <a id="D-([\w-]+)"></a>(.*?) \|', written, re.MULTILINE)}
    assert rows.keys() == source_rows(outline).keys()
    links = [(each[2], each[1]) for each in re.finditer(r"\[([^\]]+)\]\(#D-([\w-]+)\)", written)]
    assert {rows[id_] == name for id_, name in links} == {True}
    named = [source for value in outside_values(outline) for source in value.sources]
    quotes = sum(len(each.quotes) + len(each.sources) for each in outline.annex)
    assert len(named) > 40
    assert len(links) == len(named) + quotes
    assert "(external: [The Associated Press, carried by nbcnews.com, 29 July 2008](#D-ap-2008-07-29))" in written
