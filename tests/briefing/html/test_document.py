"""HTML: everything stands in it, nothing of a text is markup, nothing is fetched, and it carries what it rests on."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hostile import WORDS
from hypothesis import given
from hypothesis import strategies as st

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.figures.drawing import drawer_of
from dashboard.briefing.figures.render import NO_BROWSER, Figures
from dashboard.briefing.html.document import html, page, read_manifest
from dashboard.briefing.html.figures import WIDTHS_PX
from dashboard.briefing.html.sentences import question_anchor
from dashboard.briefing.manifest.manifest import FORM, ManifestNotReadable, manifest_of
from dashboard.briefing.outline.outline import EventBlock
from dashboard.model.dates.event_date import EventDate
from dashboard.text.markup import css_string, line, visible
from dashboard.text.visible import collapse_spaces
from dashboard.views.drawing.palette import LIGHT
from tests.briefing.outside import outside_values
from tests.briefing.page_stills import page_figures

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "</style><img src=x onerror=alert(3)>",
    '"><svg onload=alert(4)>',
    "<!-- --> <iframe src=javascript:alert(5)></iframe>",
    "javascript:alert(6) http://example.invalid/x.png",
    "} body { background: url(http://example.invalid/y) } \\",
    "&lt;b&gt; &#60;b&#62;",
    "=HYPERLINK(1)",
    "../../etc/passwd",
    "\u202eesrever\u2066",
    *(" ".join(text.split()) for text in WORDS.values()),
)
VOID = {"meta", "link", "br", "hr"}
TAGS = {
    *("article", "b", "bdi", "blockquote", "button", "a", "dd", "details", "div", "dl", "dt", "figcaption", "figure"),
    *("footer", "g", "h1", "h2", "h3", "h4", "header", "li", "main", "nav", "p", "path", "section", "span", "strong"),
    *("summary", "svg", "table", "tbody", "td", "text", "th", "thead", "title", "tr", "ul"),
}
BODY = re.compile("<body>(.*?)<script", re.DOTALL)


class Read(HTMLParser):
    """Elements with their attributes, and what each bottom element says."""

    def __init__(self, written):
        super().__init__()
        self.found, self.open, self.said = [], [], []
        self.feed(written)
        self.close()

    def handle_starttag(self, tag, attributes):
        element = (tag, dict(attributes), [], tuple(self.open))
        self.found.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, text):
        self.said.append(text)
        for each in self.open:
            each[2].append(text)

    def of(self, tag):
        return [each for each in self.found if each[0] == tag]

    @property
    def texts(self):
        return {"".join(each[2]) for each in self.found}


def written_of(made, validation):
    outline = outline_of(made, validation)
    figures = page_figures(outline, drawer_of(made, validation))
    return outline, html(outline, manifest_of(outline, validation, made), figures)


@pytest.fixture(scope="module")
def whole(seed, seed_briefing):
    """The seed's briefing: its outline and its file."""
    return written_of(seed_briefing, seed)


@pytest.fixture(scope="module")
def hostile(of_words):
    """A briefing in which every text is hostile, with its outline and its file."""
    return written_of(*of_words(HOSTILE))


@given(st.text())
def test_a_text_is_read_as_it_is(text):
    """On one line, in an isolate, with what cannot be seen made visible."""
    read = Read(line(text).html)
    assert [(tag, attributes) for tag, attributes, _, _ in read.found] == [("bdi", {"dir": "auto"})]
    assert "".join(read.said) == visible(collapse_spaces(text))


@given(st.text())
def test_a_text_ends_no_style_sheet(text):
    """As a string of one."""
    assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9a-f]{6})*"', css_string(text))


def test_hostile_text_stands_as_text(hostile):
    """Word for word, and with no element or attribute that the writer does not write."""
    _, written = hostile
    read = Read(BODY.search(written)[1])
    assert {tag for tag, *_ in read.found} <= TAGS
    assert not [name for _, attributes, *_ in read.found for name in attributes if name.startswith("on")]
    assert all(attributes["href"].startswith("#") for _, attributes, *_ in read.of("a"))
    assert {a.get("style") for tag, a, *_ in read.found if tag not in ("path", "text")} == {None}
    for text in HOSTILE:
        assert visible(text) in read.texts
    assert len(read.of("svg")) > 6
    titles = {"".join(text) for tag, _, text, above in read.found if tag == "title" and above[-1][0] == "a"}
    assert any(visible(" ".join(HOSTILE[:6])) in each for each in titles)


@pytest.mark.parametrize("which", ["whole", "hostile"])
def test_only_the_scripts_that_were_written_run_and_nothing_is_fetched(which, request):
    """The policy names each script by its hash; no element has an address but of its own page."""
    _, written = request.getfixturevalue(which)
    read = Read(written)
    scripts = [each for each in read.of("script") if each[1].get("type") != "application/json"]
    hashes = [f"'sha256-{b64encode(sha256(''.join(each[2]).encode()).digest()).decode()}'" for each in scripts]
    policy = next(a["content"] for _, a, *_ in read.of("meta") if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; script-src " + " ".join(hashes) + ";")
    assert "connect" not in policy
    assert "unsafe-eval" not in policy
    assert len(scripts) == 2
    assert {a["href"] for _, a, *_ in read.of("link")} == {"data:,"}
    assert not [a for _, a, *_ in read.found if "src" in a]
    style = "".join(read.of("style")[0][2])
    assert set(re.findall(r"url\(([^,]*)", style)) == {"data:font/woff2;base64"}
    assert len(read.of("style")) == 1


def test_hostile_text_comes_back_from_what_is_carried(hostile):
    """Word for word, and the file is known to be whole."""
    outline, written = hostile
    seal, is_whole = read_manifest(written, "b.html")
    assert is_whole
    assert {each.text for each in seal.sentences} == {each.text for each in outline.statements()}


@pytest.mark.parametrize("which", ["whole", "hostile"])
def test_every_sentence_tells_what_carries_it(which, request):
    """Each of the outline's stands there as often, in its order, with its references or initials; else in no list."""
    outline, _ = request.getfixturevalue(which)
    read = Read(page(outline).html)
    carried = [each for each in read.found if each[1].get("class") == "carried"]
    said = [" ".join("".join(each[2]).split()) for each in carried]
    expected = [each for each in outline.statements() if each.references or each.by]
    assert len([text for text in said if text]) == len(expected) > 20
    for text, statement in zip([text for text in said if text], expected, strict=True):
        numbers = [int(number) for number in re.findall(r"\d+", text.partition("]")[0])] if "[" in text[:1] else []
        assert set(numbers) <= set(statement.references)
        assert bool(numbers) == bool(statement.references)
        assert not statement.by or f"our own words, {visible(' '.join(statement.by.split()))}" in text
    bare = [each for each in outline.statements() if not (each.references or each.by)]
    assert all(each.records for each in bare)


def test_sources_lead_to_their_descriptions(whole):
    """From dates and places, also those held otherwise, quotes and claims; without a list of sources, none does."""
    outline, _ = whole
    targets = [attributes["href"] for _, attributes, *_ in Read(page(outline).html).of("a")]
    told = [block for section in outline.sections for block in section.blocks if isinstance(block, EventBlock)]
    outside = sum(len(each.date.sources) + len(each.place.sources) for each in told)
    behind = sum(len(each.quotes) + len(each.sources) for each in outline.annex)
    held = sum(len(value.sources) for value in outside_values(outline)) - outside
    assert held > 5
    assert sum(target.startswith("#D-") for target in targets) == outside + held + behind > 60
    sections = tuple(each for each in outline.sections if each.key != "sources")
    assert "#D-" not in page(replace(outline, sections=sections)).html


@pytest.mark.parametrize("which", ["whole", "hostile"])
def test_references_lead_to_the_annex_and_back(which, request):
    """No link without its place, no place twice, and from every entry a way back to each sentence."""
    outline, _ = request.getfixturevalue(which)
    read = Read(page(outline).html)
    ids = [attributes["id"] for _, attributes, *_ in read.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = [attributes["href"][1:] for _, attributes, *_ in read.of("a")]
    assert set(targets) <= set(ids)
    assert {f"R{entry.number}" for entry in outline.annex} == {each for each in ids if each.startswith("R")}
    mentions = sum(len(each.references) for each in outline.statements())
    assert sum(target.startswith("S") for target in targets) == mentions


def test_headings_stand_in_order(whole):
    """None is left out between, and there is one title."""
    outline, _ = whole
    levels = [int(tag[1]) for tag, *_ in Read(page(outline).html).found if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(4) == sum(isinstance(block, EventBlock) for part in outline.sections for block in part.blocks)


def test_the_marking_stands_first_and_last(whole):
    """In its colours, above the title and at the end, and on every page of paper."""
    outline, written = whole
    said = [text for text in Read(page(outline).html).said if text.strip()]
    assert said[0] == "TLP:CLEAR"
    assert said[-2:] == ["TLP:CLEAR", outline.marking.meaning] or said[-3] == "TLP:CLEAR"
    assert written.count("color:#ffffff;background:#000000") == 2
    assert f"size: {outline.paper};" in written
    assert written.count('content: "TLP\\00003aCLEAR"') == 2


def test_the_day_of_a_briefing_is_not_called_today(seed, seed_briefing):
    """Whoever reads its timeline does so later."""
    draw = drawer_of(seed_briefing, seed)
    for width in WIDTHS_PX:
        said = draw("timeline", LIGHT, width).content["data"][-1]["text"]
        assert "as of" in said
        assert "today" not in said


def test_the_same_records_give_the_same_bytes(seed, seed_briefing, whole):
    """Twice in one process; the golden file says the same of two machines."""
    assert written_of(seed_briefing, seed)[1] == whole[1]


def test_a_briefing_without_figures_carries_no_script_for_them(seed, briefing):
    """Nor a drawing: the script that shows words is left."""
    _, written = written_of(briefing(options={"figures": []}), seed)
    assert written.count("<script>") == 1
    assert "What a reader does with the figures" not in written
    assert 'class="drawing"' not in written
    assert len(written) < 400_000
    assert read_manifest(written, "b.html")[1]


def test_where_nothing_can_be_drawn_it_is_said_and_the_tables_are_open(seed_case):
    """In the place of each figure; nothing is left that waits for a script."""
    figures = Figures(seed_case.figures.draw, lacking=NO_BROWSER)
    written = html(seed_case.outline, seed_case.seal, figures)
    for title in ("Map", "Timeline"):
        assert f"{title}: {NO_BROWSER}." in written
    assert written.count("<details open>") == 2
    assert "What a reader does with the figures" not in written


def test_words_changed_by_hand_are_noticed(whole):
    """Another word is; another end of line is not."""
    _, written = whole
    assert read_manifest(written.replace("\n", "\r\n"), "b.html")[1]
    assert not read_manifest(written.replace("60.82 %", "62.82 %", 1), "b.html")[1]


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda text: text.partition('<script type="application/json" id="dateline-briefing"')[0], "not a file that"),
        (lambda text: text.replace(f'"form":{FORM}', '"form":9'), "another version"),
        (lambda text: text.replace(f'"form":{FORM}', f'"form":"{FORM}"'), "damaged"),
        (lambda text: text[:-200], "`dateline brief build` made"),
    ],
)
def test_a_damaged_file_says_what_is_the_matter(whole, damage, says):
    """Cut, of another version, or with something else in it: never a traceback."""
    with pytest.raises(ManifestNotReadable, match=says):
        read_manifest(damage(whole[1]), "b.html")


def test_the_mark_of_a_question_leads_to_its_row(seed, seed_briefing, with_records):
    """Of the outlook, once; every other mark has events."""
    thread = seed.workspace.threads["us-ecuador-basing"]
    asked = thread.questions["drones-delivered"].model_copy(update={"due": EventDate.parse("2026-02-01")})
    questions = {**thread.questions, "drones-delivered": asked}
    made = with_records(threads={thread.id: thread.model_copy(update={"questions": questions})})
    rows = re.findall(r'<tr[^>]* id="(Q-[^"]+)"', page(outline_of(seed_briefing, made)).html)
    assert sorted(rows) == sorted(question_anchor(f"{thread.id}/{key}") for key in questions)
    _, written = written_of(seed_briefing, made)
    for drawing in re.findall(r'<svg class="drawing".*?</svg>', written, re.DOTALL)[-3:]:
        led = re.findall('<a href="#([^"]*)"', drawing)
        assert led.count("Q-us-ecuador-basing--drones-delivered") == 1
        assert sum(each.startswith("E-") for each in led) == len(led) - 1 == 12
