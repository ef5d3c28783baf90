"""Running heads and feet that two or three pages of a PDF have are taken off; what those pages' text repeats stays."""

import io
import random
from collections.abc import Mapping, Sequence
from functools import cache

import pypdf
import pytest
import typst

from dashboard.evidence.folding import fold
from dashboard.exchange.documents.pdf import read_pdf

CHANCE = random.Random(5)
SENTENCES = [
    f"On day {day} ship {day * 7} lay off Port Adair and waited for the tide{CHANCE.choice(['', ' and the pilots'])}."
    for day in range(1, 420)
]
PAGE = "counter(page).get().first()"
ODD_AND_EVEN = f"context if {PAGE} > 1 {{if calc.odd({PAGE}) [The convoy] else [Annals of Adair]}}"
A4 = 'paper: "a4", margin: 2.5cm'


def folded(text: str) -> str:
    return fold(" ".join(text.split()))


@cache
def sentences_a_page(size: str) -> float:
    made = typst.compile(f"#set page({size})\n{' '.join(SENTENCES)}".encode())
    return len(SENTENCES) / len(pypdf.PdfReader(io.BytesIO(made)).pages)


def of_pages(size: str, more: str, count: int) -> tuple[str, str]:
    """A text that fills so many pages but for half of the last, and its sentences."""
    text = " ".join(SENTENCES[: int(sentences_a_page(size) * (count - 0.5))])
    return f"#set page({size}, {more})\n{text}", text


def heads_of(made: str) -> tuple[list[str], str]:
    """What is said of heads and feet, and the text."""
    document = read_pdf(typst.compile(made.encode()))
    return [each.split(" taken off")[0] for each in document.done if "taken off" in each], folded(document.text)


SIZES = (
    'paper: "a5", margin: 1cm',
    'paper: "a5", margin: 2cm',
    'paper: "a4", margin: 1.5cm',
    'paper: "a4", margin: 3cm',
    'paper: "us-letter", margin: 1in',
    'paper: "us-letter", margin: 2cm',
    'paper: "presentation-16-9", margin: 2cm',
    'paper: "presentation-16-9", margin: 3cm',
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("edge", ["header", "footer"])
def test_heads_of_even_and_odd_pages_that_stand_twice_each_are_taken_off(size, edge):
    """The first of five pages has none: each stands on two, and every sentence can be quoted across pages."""
    made, sentences = of_pages(size, f"{edge}: {ODD_AND_EVEN}", 5)
    said, text = heads_of(made)
    name = "head" if edge == "header" else "foot"
    assert set(said) == {f"running {name} “Annals of Adair”", f"running {name} “The convoy”"}
    assert sentences in text


FEW: Mapping[str, tuple[int, str, Sequence[str]]] = {
    "even pages alone": (5, f"header: context if calc.even({PAGE}) [Annals of Adair]", ["head “Annals of Adair”"]),
    "two pages": (2, "header: [Ministry of Defence]", ["head “Ministry of Defence”"]),
    "two pages, a date inside": (2, "header: [Adair, 12 March 2024]", ["head “Adair, 12 March 2024”"]),
    "two pages, in smaller type": (2, "header: text(9pt)[Ministry of Defence]", ["head “Ministry of Defence”"]),
    "two pages, in italics at the right": (2, "header: align(right)[_Ministry_]", ["head “Ministry”"]),
    "two pages, between rules": (2, "header: [#line(length: 4cm) Adair #line(length: 4cm)]", ["head “Adair”"]),
    "two pages, a foot": (2, "footer: [Quay Street, Adair]", ["foot “Quay Street, Adair”"]),
    "two pages, two rows": (2, "header: [Ministry\\ Quay Street]", ["head “Ministry”", "head “Quay Street”"]),
    "two pages, head and foot": (2, "header: [Ministry], footer: [Quay 2024]", ["head “Ministry”", "foot “Quay 2024”"]),
    "two pages, a foot with their number": (2, f"footer: context [Quay | {PAGE}]".replace("| ", "| #"), ["foot “Quay"]),
    "two of three pages": (3, f"header: context if {PAGE} > 1 [The convoy: a report]", ["head “The convoy: a report”"]),
    "chapters of two pages": (
        6,
        f"header: context if {PAGE} < 3 [The north] else if {PAGE} < 5 [The south] else [The east]",
        ["head “The north”", "head “The south”", "head “The east”"],
    ),
    "odd pages with a number, even ones with a title": (
        5,
        f"header: context if calc.odd({PAGE}) [Part #h(1fr) #{PAGE}] else [Annals of Adair]",
        ["head “Part 1”", "head “Annals of Adair”"],
    ),
    "one page beside heads of others": (4, f"header: {ODD_AND_EVEN}", ["head “Annals of Adair”", "head “The convoy”"]),
}


@pytest.mark.parametrize(("count", "page", "said"), FEW.values(), ids=list(FEW))
def test_heads_of_few_pages_are_taken_off(count, page, said):
    """What stands outside the block of the text, by its place, and across sentences that go on."""
    made, sentences = of_pages(A4, page, count)
    found, text = heads_of(made)
    assert len(found) == len(said)
    assert all(any(each.startswith(f"running {words}") for each in found) for words in said)
    assert sentences in text


def test_a_head_stays_where_the_text_has_the_same_words_as_well():
    """A sentence within the text is none of it."""
    made, sentences = of_pages(A4, "header: [Annals of Adair]", 2)
    _, text = heads_of(f"{made}\n\nAnnals of Adair")
    assert text.count("Annals of Adair") == 2
    assert sentences in text


def texts(*counts: int) -> list[str]:
    return [" ".join(SENTENCES[60 * at : 60 * at + count]) for at, count in enumerate(counts)]


def own_pages(*pages: str) -> str:
    return f"#set page({A4})\n" + "\n#pagebreak()\n".join(pages)


def table(columns: str, head: str, row: str, count: int = 70) -> str:
    rows = ", ".join(row.format(day, day * 7) for day in range(count))
    return own_pages(f"#table(columns: {columns}, inset: 8pt, table.header({head}), {rows})")


STANZA = "\\\n".join(f"The {word} of the sea" for word in ("wind", "salt", "foam", "deep"))
VERSES = "\n\n".join([STANZA] * 5)
ROWS = ", ".join(f"[{'Total' if day in (0, 33) else day}], [9]" for day in range(70))
NOTE = '#footnote(numbering: "*")[Harbour office]'
NOTED = " ".join(f"{each} {NOTE if at in (40, 110) else ''}" for at, each in enumerate(SENTENCES[:180]))
LONG_CELL = f"[Ship {{0}}], [{' '.join(SENTENCES[:40])}]"
STAY: Mapping[str, tuple[str, str, int]] = {
    "a salutation of two letters": (
        own_pages(*(f"Dear colleagues\n#v(12pt)\n{text}" for text in texts(30, 18))),
        "Dear colleagues",
        2,
    ),
    "a salutation of three letters": (
        own_pages(*(f"Dear colleagues\n#v(12pt)\n{text}" for text in texts(28, 18, 12))),
        "Dear colleagues",
        3,
    ),
    "a salutation of three letters, as far as paragraphs": (
        own_pages(*(f"Dear colleagues\n\n{text}\n\nYours" for text in texts(28, 18, 12))),
        "Dear colleagues",
        3,
    ),
    "a refrain": (own_pages(*(f"We shall not leave\n\n{VERSES}" for _ in "ab")), "We shall not leave", 2),
    "a refrain of some pages": (
        own_pages(*(f"We shall not leave\n#v(8pt)\n{VERSES}" if at % 2 else VERSES for at in range(5))),
        "We shall not leave",
        2,
    ),
    "a dateline of some pages": (
        own_pages(
            *(f"{'' if at % 2 else 'ADAIR, 3 March #v(8pt) '}{text}" for at, text in enumerate(texts(30, 28, 20)))
        ),
        "ADAIR, 3 March",
        2,
    ),
    "a title in bold type": (
        own_pages(*(f"*Summary*\n#v(6pt)\n{text}" for text in texts(30, 18))),
        "Summary",
        2,
    ),
    "a title in larger type": (own_pages(*(f"= Summary\n{text}" for text in texts(30, 18, 12))), "Summary", 3),
    "a sentence": (own_pages(*(f"The council met.\n\n{text}" for text in texts(30, 18))), "The council met.", 2),
    "the head of a table of one column": (table("1", "[Events#v(6pt)]", "[Ship {0} left]"), "Events", 2),
    "the head of a table of two columns": (table("2", "[Ship], [Port]", "[Ship {0}], [Adair]"), "Ship Port", 2),
    "the head of a table with numbers at the right": (
        table("(6cm, 4cm)", "[Ship], align(center)[Grain]", "[Ship {0}], align(right)[{1}]"),
        "Ship Grain",
        2,
    ),
    "the head of a table whose cells go on across pages": (
        table("(3cm, 1fr)", "[Ship], [Remarks]", LONG_CELL, 8),
        "Ship Remarks",
        4,
    ),
    "a row of a table": (own_pages(f"#table(columns: 2, {ROWS})"), "Total", 2),
    "a footnote": (
        own_pages(*(f"{text} {NOTE}" for text in texts(30, 26))),
        "Harbour office",
        2,
    ),
    "a footnote of some pages": (own_pages(NOTED), "Harbour office", 2),
    "the end of a letter": (own_pages(*(f"{text}\n\nYours, Ann Reed" for text in texts(30, 18))), "Yours, Ann Reed", 2),
}


@pytest.mark.parametrize(("made", "words", "times"), STAY.values(), ids=list(STAY))
def test_what_the_text_of_few_pages_repeats_stays(made, words, times):
    """It stands in the block of the text, at a distance of lines, or where nothing shows that the text goes on."""
    said, text = heads_of(made)
    assert said == []
    assert text.count(words) >= times
