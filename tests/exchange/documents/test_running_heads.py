"""Running heads, feet and page numbers are taken off PDFs of different make, and nothing else is."""

import io
import re
import subprocess
from collections.abc import Mapping, Sequence

import pypdf
import pytest
import typst

from dashboard.evidence.finding import find
from dashboard.evidence.folding import fold, fold_with_offsets
from dashboard.exchange.documents.pdf import read_pdf
from dashboard.model.claim import Quote

SENTENCES = [
    f"On day {number} ship {number * 7} of the convoy lay off Port Adair and waited." for number in range(1, 90)
]
BODY = " ".join(SENTENCES)
PAPER = "#set page(width: 11cm, height: 10cm, margin: 2cm)\n"


def typeset(setup: str, body: str = BODY) -> bytes:
    return typst.compile(f"{PAPER}{setup}\n{body}".encode())


def folded(text: str) -> str:
    return fold(" ".join(text.split()))


def drawn(*pages: Sequence[tuple[float, float, str]]) -> bytes:
    """A PDF whose pages have these texts at these places, drawn in this order."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Kids [{kids}] /Count {len(pages)}>>",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    ]
    for number, page in enumerate(pages):
        stream = "".join(f"BT /F1 11 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n" for x, y, text in page)
        objects += [
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources <</Font <</F1 3 0 R>>>> "
            f"/Contents {5 + 2 * number} 0 R>>",
            f"<</Length {len(stream)}>>\nstream\n{stream}endstream",
        ]
    made, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        f"{made}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size} /Root 1 0 R>>\n"
        f"startxref\n{len(made)}\n%%EOF\n"
    ).encode()


def lines(*texts: str, top: float = 700, pitch: float = 14) -> list[tuple[float, float, str]]:
    return [(72, top - pitch * number, text) for number, text in enumerate(texts)]


def told(raw: bytes) -> list[str]:
    """What is said of heads, feet and numbers."""
    return [each for each in read_pdf(raw).done if "taken off" in each]


LAYOUTS: Mapping[str, tuple[str, str, str, Sequence[str]]] = {
    "no head at all": ("#set page(numbering: none)", "", "", ()),
    "a head": (
        "#set page(header: [Ministry of Defence])",
        "Ministry of Defence ",
        "",
        ("running head “Ministry of Defence”",),
    ),
    "a foot": (
        "#set page(footer: [Adair Harbour Office, Quay Street])",
        "",
        " Adair Harbour Office, Quay Street",
        ("running foot “Adair Harbour Office, Quay Street”",),
    ),
    "a number in the middle": ('#set page(numbering: "— 1 —")', "", "", ("page numbers “— 1 —”",)),
    "a number at the top": ('#set page(numbering: "1", number-align: top + right)', "", "", ("page numbers “1”",)),
    "Page 3 of 7": ("#set page(numbering: (n, all) => [Page #n of #all])", "", "", ("page numbers “Page 1 of",)),
    "Seite 3": ("#set page(numbering: (n, ..) => [Seite #n])", "", "", ("page numbers “Seite 1”",)),
    "Roman numbers": ('#set page(numbering: "i")', "", "", ("page numbers “i”",)),
    "a head with a number": (
        "#set page(header: context [Ministry of Defence #h(1fr) #counter(page).display()])",
        "Ministry of Defence ",
        "",
        ("running head “Ministry of Defence 1”",),
    ),
    "heads of odd and even pages": (
        "#set page(header: context if calc.odd(counter(page).get().first())"
        " [The convoy #h(1fr) #counter(page).display()] else [#counter(page).display() #h(1fr) Annals of Adair])",
        "The convoy ",
        "",
        ("running head “The convoy 1”", "running head “2 Annals of Adair”"),
    ),
    "a head from the second page on": (
        "#set page(header: context if counter(page).get().first() > 1 [The convoy: a report])",
        "",
        "",
        ("running head “The convoy: a report”",),
    ),
    "a head of three rows, with a number": (
        "#set page(margin: (top: 3.4cm), header: context"
        " [Ministry of Defence\\ Quay Street\\ Page #counter(page).display()])",
        "Ministry of Defence Quay Street ",
        "",
        ("running head “Ministry of Defence”", "running head “Quay Street”", "page numbers “Page 1”"),
    ),
    "two columns": (
        '#set page(width: 16cm, columns: 2, numbering: "1 / 1", header: [Convoys #h(1fr) 48(3)])',
        "Convoys 48(3) ",
        "",
        ("running head “Convoys 48(3)”", "page numbers “1 / "),
    ),
    "small type in the margin": (
        "#set page(footer: [#set text(size: 7pt); Printed for members.])",
        "",
        " Printed for members.",
        ("running foot “Printed for members.”",),
    ),
}


LONG = " ".join(f"On day {day} ship {day * 7} of the convoy lay off Port Adair and waited." for day in range(1, 190))
ODD_EVEN = "context if calc.odd(counter(page).get().first()) [The convoy] else [Annals of Adair]"
LATER = "context if counter(page).get().first() > 1 [The convoy: a report]"
SLIDES = "\n#pagebreak()\n".join(f"= Convoy {day}\n- Ship {day * 7}\n- Load {day * 3}" for day in range(1, 6))
NARROW: Mapping[str, tuple[str, Sequence[str]]] = {
    "A5": ('paper: "a5", header: [Ministry of Defence]', ("head “Ministry of Defence”",)),
    "A5, two rows": (
        'paper: "a5", header: [Ministry of Defence\\ Quay Street]',
        ("head “Ministry of Defence”", "head “Quay Street”"),
    ),
    "A5, of odd and even pages": (f'paper: "a5", header: {ODD_EVEN}', ("head “The convoy”", "head “Annals of Adair”")),
    "A5, from the second page": (f'paper: "a5", header: {LATER}', ("head “The convoy: a report”",)),
    "A5, in small type": ('paper: "a5", header: text(8pt)[Ministry of Defence]', ("head “Ministry of Defence”",)),
    "A5, at one line's distance": (
        'paper: "a5", margin: (top: 2cm), header-ascent: 3.6pt, header: [Ministry of Defence]',
        ("head “Ministry of Defence”",),
    ),
    "A5, with a full stop": ('paper: "a5", header: [Restricted. Not for release.]', ("head “Restricted. Not",)),
    "A5, two columns": ('paper: "a5", columns: 2, header: [Ministry of Defence]', ("head “Ministry of Defence”",)),
    "A4, 1.5 cm": (
        'paper: "a4", margin: 1.5cm, header: [Ministry of Defence], footer: [Quay Street]',
        ("head “Ministry of Defence”", "foot “Quay Street”"),
    ),
    "Letter, half an inch": (
        'paper: "us-letter", margin: 0.5in, header: [Ministry of Defence], footer: [Quay Street]',
        ("head “Ministry of Defence”", "foot “Quay Street”"),
    ),
    "12 by 9 cm": ("width: 12cm, height: 9cm, header: [Ministry of Defence]", ("head “Ministry of Defence”",)),
    "12 by 9 cm, 1 cm": (
        "width: 12cm, height: 9cm, margin: 1cm, header: [Ministry of Defence], footer: [Quay Street]",
        ("head “Ministry of Defence”", "foot “Quay Street”"),
    ),
}


@pytest.mark.parametrize(("page", "said"), NARROW.values(), ids=list(NARROW))
def test_heads_near_the_text_are_taken_off_where_margins_are_narrow(page, said):
    """By where they stand and that they are on every page, as no distance tells them there; nothing else is lost."""
    document = read_pdf(typst.compile(f"#set page({page})\n{LONG}".encode()))
    found = [each for each in document.done if "taken off" in each]
    assert [each.startswith(f"running {words}") for each, words in zip(found, said, strict=True)] == [True] * len(said)
    assert LONG in folded(document.text)


def test_heads_and_feet_of_slides_are_taken_off():
    """A head stands over the title of every slide."""
    setup = '#set page(paper: "presentation-16-9", margin: 1cm, header: [Ministry of Defence], footer: [Adair])\n'
    document = read_pdf(typst.compile(f"{setup}#set text(size: 20pt)\n{SLIDES}".encode()))
    assert [document.text.count(words) for words in ("Ministry of Defence", "Adair", "Convoy")] == [1, 1, 5]


TABLES = {
    "one column": ("[Events]", "[Ship {0} left]", 1),
    "two columns": ("[Ship], [Port]", "[Ship {0} left], [Adair]", 2),
    "rows of two lines": (
        "[Ship], [Port]",
        "[Ship {0} left the bay on the morning of that long day and was seen], [Adair]",
        2,
    ),
}


@pytest.mark.parametrize(("head", "row", "columns"), TABLES.values(), ids=list(TABLES))
def test_the_head_of_a_table_stays_on_every_narrow_page(head, row, columns):
    """It is as far from the next row as rows of a table are from each other."""
    rows = ", ".join(row.format(day) for day in range(90))
    made = f'#set page(paper: "a5")\n#table(columns: {columns}, table.header({head}), {rows})'
    document = read_pdf(typst.compile(made.encode()))
    assert [each for each in document.done if "taken off" in each] == []
    assert folded(document.text).count(head.strip("[]").split("]")[0]) > 2


def test_a_footnote_that_pages_repeat_stays():
    """It is not of every page."""
    note = '#footnote(numbering: "*")[Harbour office]'
    days = (f"On day {day} ship {day} lay off{note if day % 30 == 0 else ''} and waited." for day in range(190))
    document = read_pdf(typst.compile(f'#set page(paper: "a5")\n{" ".join(days)}'.encode()))
    assert document.text.count("Harbour office") == 7


@pytest.mark.parametrize("pages", [2, 4])
def test_heads_of_chapters_near_the_text_are_each_taken_off(pages):
    """A chapter of two pages has its own as well; over its first page it stands over larger letters."""
    setup = """#set page(paper: "a5", header: context {
  let begun = query(heading).filter(h => h.location().page() <= here().page())
  if begun.len() > 0 [#begun.last().body]
})"""
    chapters = [f"= Part {name}\n{' '.join(SENTENCES[: 24 * pages])}\n" for name in ("north", "south")]
    breaks = "#pagebreak()\n"
    document = read_pdf(typst.compile(f"{setup}\n{breaks.join(chapters)}".encode()))
    heads = [each for each in document.done if "taken off" in each]
    assert len(heads) == 2


@pytest.mark.parametrize(("setup", "before", "behind", "said"), LAYOUTS.values(), ids=list(LAYOUTS))
def test_what_repeats_over_pages_is_taken_off_and_said(setup, before, behind, said):
    """All sentences stay, as one text; the words of a head or foot stay once, where they interrupt nothing."""
    document = read_pdf(typeset(setup))
    assert folded(document.text) == f"{before}{BODY}{behind}"
    found = [each for each in document.done if "taken off" in each]
    assert len(found) == len(said)
    assert all(each.startswith(words) for each, words in zip(found, said, strict=True))


def test_a_sentence_that_goes_across_pages_can_be_quoted_as_one():
    """And is one sentence: no empty line is within it."""
    raw = typeset('#set page(header: [Ministry of Defence], numbering: "1 of 1")')
    pages = [page.extract_text().split("\n")[1:-1] for page in pypdf.PdfReader(io.BytesIO(raw)).pages]
    assert any(not page[-1].rstrip().endswith(".") for page in pages[:-1])
    text = read_pdf(raw).text
    assert all(find(Quote(source="report", exact=each), text, fold_with_offsets(text)).stands for each in SENTENCES)
    for match in re.finditer("\n\n", text):
        assert text[: match.start()].rstrip().endswith((".", "Ministry of Defence")) or text[match.end()].isupper()


def test_heads_of_chapters_are_each_taken_off():
    """Each over its own pages."""
    setup = """#set page(header: context {
  let begun = query(heading).filter(h => h.location().page() <= here().page())
  if begun.len() > 0 [#begun.last().body]
})"""
    chapters = [
        f"= Part {name}\n{' '.join(SENTENCES[start : start + 30])}\n" for name, start in (("north", 0), ("south", 30))
    ]
    document = read_pdf(typeset(setup, "#pagebreak()\n".join(chapters)))
    assert [each.split(" taken")[0] for each in document.done if "taken off" in each] == [
        "running head “Part north”",
        "running head “Part south”",
    ]
    assert folded(document.text).count("Part south") == 1
    assert all(sentence in folded(document.text) for sentence in SENTENCES[:60])


def test_the_row_that_a_table_repeats_stays():
    """It is as far from the next row as that from the one below; the head above it goes."""
    rows = ", ".join(f"[Ship {number}], [{number * 7} t], [Adair]" for number in range(1, 60))
    table = f"#table(columns: 3, inset: 6pt, table.header([Ship], [Grain], [Harbour]), {rows})"
    document = read_pdf(
        typeset("#set page(header: context [Register of ships #h(1fr) #counter(page).display()])", table)
    )
    assert folded(document.text).count("Ship Grain Harbour") > 3
    assert [each.split(" taken")[0] for each in document.done if "taken" in each and "off" in each] == [
        "running head “Register of ships 1”"
    ]
    bare = read_pdf(typeset("", table))
    assert folded(bare.text).count("Ship Grain Harbour") > 3
    wrapped = table.replace(" t]", " t\\ of wheat]")
    assert folded(read_pdf(typeset("", wrapped)).text).count("Ship Grain Harbour") > 3


STANZAS = [[f"Verse {page} line {line} of the song" for line in range(9)] for page in "abcdef"]


@pytest.mark.parametrize(
    "pages",
    [
        [
            [*lines(*stanza[: 5 + number]), (72, 700 - 14 * (6 + number), "We shall not leave the harbour")]
            for number, stanza in enumerate(STANZAS)
        ],
        [[*lines(*stanza), (72, 700 - 14 * 10, "We shall not leave the harbour!")] for stanza in STANZAS],
        [[(72, 728, "Therefore be it resolved,"), *lines(*stanza)] for stanza in STANZAS],
        [[(72, 728, f"Article {number}"), *lines(*stanza)] for number, stanza in enumerate(STANZAS, 1)],
        [[*lines(*stanza), (72, 480, f"Carried forward {1234 * number}")] for number, stanza in enumerate(STANZAS, 1)],
        [[(72, 728, "Minutes of the council"), *lines(*stanza)] for stanza in STANZAS[:2]],
        [lines("We shall not leave", *stanza) for stanza in STANZAS],
        [[(72, 718, "We shall not leave"), *lines(*stanza)] for stanza in STANZAS[:2]],
        [[(72, 718, "We shall not leave.") for _ in "a" if at % 3] + lines(*each) for at, each in enumerate(STANZAS)],
        [[*lines("We shall not leave", *stanza), *lines(*"123456789", top=691)] for stanza in STANZAS],
    ],
    ids=[
        "refrain",
        "refrain at one height",
        "formula",
        "articles",
        "sums",
        "two pages",
        "first line",
        "near, two pages",
        "near, some pages",
        "raised signs",
    ],
)
def test_what_the_text_repeats_stays(pages):
    """A refrain, a formula, the number of an article, a sum that is carried forward, words of two pages alone."""
    raw = drawn(*pages)
    assert told(raw) == []
    text = folded(read_pdf(raw).text)
    assert all(words in text for page in pages for _, _, words in page)
    assert len(text) == len(" ".join(words for page in pages for _, _, words in page))


@pytest.mark.parametrize("head", [[(72, 760, "The songs of Adair")], []])
def test_paragraphs_that_begin_several_pages_stay(head):
    """Below a head, which goes, and where there is none."""
    same = ["lay off the harbour of Port Adair, where", "it was seen by many"]
    pages = [[*head, *lines(*same), *lines(*stanza, top=650)] for stanza in STANZAS]
    document = read_pdf(drawn(*pages))
    assert document.text.count("seen by many") == len(pages)
    assert document.text.count("The songs") == len(head)


def test_the_order_in_which_a_page_is_drawn_does_not_matter():
    """A head may come last and a foot first; where it is drawn decides."""
    pages = [
        [(72, 30, f"Harbour office | {number}"), *lines(*stanza), (72, 770, "The songs of Adair")]
        for number, stanza in enumerate(STANZAS, 1)
    ]
    document = read_pdf(drawn(*pages))
    assert document.text.startswith("The songs of Adair\nVerse a line 0")
    assert document.text.count("The songs") == 1
    assert folded(document.text) == folded(
        f"The songs of Adair {' '.join(line for stanza in STANZAS for line in stanza)} Harbour office | 6"
    )


def test_two_pages_are_enough_for_a_number():
    """A release of two pages has it, too."""
    raw = drawn(*([*lines(*STANZAS[at]), (280, 40, f"Page {at + 1} of 2")] for at in range(2)))
    assert told(raw) == ["page numbers “Page 1 of 2” taken off pages 1, 2"]


def test_a_number_stamped_on_each_page_is_taken_off():
    """Files for courts count their pages so; a number that does not count stays."""
    pages = [[*lines(*STANZAS[at]), (480, 40, f"GOV-{at + 1:04}")] for at in range(2)]
    assert told(drawn(*pages)) == ["running foot “GOV-0001” taken off pages 1, 2, and kept below the text"]
    others = [[*lines(*STANZAS[at]), (480, 40, f"GOV-{each}")] for at, each in enumerate(("0040", "0015"))]
    assert told(drawn(*others)) == []


def test_a_turned_page_is_read_as_it_is_shown():
    """Pages across, as tables have, are turned by a quarter."""
    reader = pypdf.PdfReader(io.BytesIO(typeset("#set page(header: [Ministry of Defence])")))
    writer = pypdf.PdfWriter()
    for page in map(writer.add_page, reader.pages):
        width, height = page.mediabox.width, page.mediabox.height
        page.add_transformation(pypdf.Transformation().rotate(90).translate(height, 0))
        page.mediabox = page.cropbox = pypdf.generic.RectangleObject((0, 0, height, width))
        page.rotate(90)
    stream = io.BytesIO()
    writer.write(stream)
    assert [each.split(" taken")[0] for each in told(stream.getvalue())] == ["running head “Ministry of Defence”"]


def test_a_page_that_a_browser_printed_loses_its_address(chromium, tmp_path):
    """Day, title, address and number, which a browser draws above and below each page."""
    paragraphs = "".join(f"<p>{' '.join(SENTENCES[at : at + 6])}</p>" for at in range(0, len(SENTENCES), 6))
    written, printed = tmp_path / "convoy.html", tmp_path / "convoy.pdf"
    written.write_text(
        f"<!doctype html><style>p {{ font-size: 24px }}</style><title>Convoy</title>{paragraphs}", encoding="utf-8"
    )
    switches = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    subprocess.run(
        [chromium, *switches, f"--print-to-pdf={printed}", written.as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )
    document = read_pdf(printed.read_bytes())
    before, body, behind = folded(document.text).partition(BODY)
    assert body
    assert [f"{before} {behind}".count(words) for words in ("Convoy", written.as_uri())] == [1, 1]


@pytest.mark.parametrize(("head", "is_taken"), [("   INQUIRY PAPERS", True), (" INQUIRY PAPERS", False)])
def test_a_number_wide_apart_from_the_words_of_a_head_counts_the_pages(head, is_taken):
    """Several spaces part them as a gap does; behind one, the number may be of the words: `3 Inquiry papers`."""
    page = "counter(page).get().first()"
    made = f'#set page(paper: "a4", columns: 2, header: context text(9pt)[#(str({page}) + "{head}")])\n' + " ".join(
        f"On day {day} ship {day * 7} lay off Port Adair and waited for the tide." for day in range(1, 300)
    )
    document = read_pdf(typst.compile(made.encode()))
    assert any("INQUIRY PAPERS" in each for each in document.done) is is_taken
    assert (document.text.count("INQUIRY PAPERS") == 1) is is_taken


FACING = "context [#if calc.odd(counter(page).get().first()) [#h(1fr) {} #counter(page).display()] else [{}]]"


@pytest.mark.parametrize(
    "setup",
    [
        'header: context [#counter(page).display("i") | Annual Survey]',
        'footer: context [Annual Survey — #counter(page).display("i")]',
        "footer: context [Annual Survey #h(1fr) Slide #counter(page).display()]",
        f"header: {FACING.format('Annual Survey', '#counter(page).display() Annual Survey')}",
    ],
)
def test_a_page_number_beside_the_words_of_a_head_is_taken_off_with_them(setup):
    """Roman behind a stroke, of a slide, or first on left pages and last on right ones: the words stay once."""
    document = read_pdf(typeset(f"#set page({setup})"))
    assert any("Annual Survey" in each for each in document.done)
    assert BODY in folded(document.text)


def test_headings_that_number_chapters_on_right_pages_stay():
    """They count chapters and not pages; two of them may do both by chance."""
    for pages in (("Article 1", "", "Article 2", "", "Article 3", ""), ("Article 1", "", "Article 3", "")):
        rows = [lines(*([head] if head else []), *SENTENCES[9 * at : 9 * at + 9]) for at, head in enumerate(pages)]
        document = read_pdf(drawn(*rows))
        assert all(head in document.text for head in pages)
        assert not any("Article" in each for each in document.done)
