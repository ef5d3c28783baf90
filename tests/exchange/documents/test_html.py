"""HTML: what a reader sees of it, what it says of itself, and nothing of what it would do."""

import pytest

from dashboard.exchange.documents.document import DocumentRefused
from dashboard.exchange.documents.html import read_html

LONG = "The council voted to lengthen the pier by forty metres before winter. " * 4


def text_of(body, *, whole=False):
    return read_html(f"<!doctype html><meta charset=utf-8>{body}".encode(), whole=whole).text


def given_by(head):
    return read_html(f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body><p>Text</p>".encode())


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One <b>two</b>\n  three</p><p>Four</p>", "One two three\n\nFour\n"),
        ("<h1>Head</h1>Text<br>after<div>box</div>", "Head\n\nText\nafter\nbox\n"),
        ("<ul><li>a<li>b</ul>c", "a\nb\n\nc\n"),
        ("<table><tr><th>a<th> b<tr><td>c<td>d</table>", "a\tb\nc\td\n"),
        ("<pre>\n  kept\n    spaces\n</pre>", "  kept\n    spaces\n"),
        ("a&nbsp;b &lt;i&gt; &amp;amp; &#8220;c&#8221;", "a\u00a0b <i> &amp; “c”\n"),
        ("so<wbr>me<span>thing</span>, &shy;x", "something, \u00adx\n"),
        ("ab\u202ecd\u202c e\u0301", "ab\u202ecd\u202c e\u0301\n"),
    ],
)
def test_text_is_laid_out_as_it_is_read(body, text):
    """Paragraphs apart, lines below each other, spaces as a browser shows them; characters stay what they are."""
    assert text_of(body) == text


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        "<noscript>turn it on</noscript>",
        "<template><p>t</p></template>",
        "<svg><text>drawn</text></svg>",
        "<iframe src='https://example.org/x'>frame</iframe>",
        "<img src='https://example.org/x.png' onerror='alert(1)' alt='picture'>",
        "<link rel=stylesheet href='https://example.org/x.css'>",
        "<object data='file:///etc/passwd'>o</object>",
        "<!-- comment -->",
        "<p hidden>secret</p>",
        "<p style='display : none'>secret</p>",
    ],
)
def test_nothing_runs_is_fetched_or_comes_up_from_hiding(hostile):
    """What a browser would run, fetch or hide leaves nothing in the text."""
    assert text_of(f"<p>Before</p>{hostile}<p>After</p>") == "Before\n\nAfter\n"


def test_entities_of_a_document_type_are_not_read():
    """HTML has none of its own making."""
    raw = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>A &x; b</p>'
    assert "root:" not in read_html(raw).text


def test_one_article_is_taken_and_what_stands_around_it_is_not():
    """And that is said."""
    page = (
        f"<nav>Menu</nav><article><h1>Pier</h1><p>{LONG}</p><aside>See also</aside></article><footer>Imprint</footer>"
    )
    document = read_html(page.encode())
    assert document.text == f"Pier\n\n{LONG.strip()}\n"
    assert document.done == ("text taken from the page's article", "left out: asides")


def test_of_many_articles_none_is_the_one():
    """A page of teasers is taken whole, without navigation and footer."""
    page = f"<nav>Menu</nav><article>{LONG}</article><article>Other</article><footer>Imprint</footer>"
    document = read_html(page.encode())
    assert document.text == f"{LONG.strip()}\n\nOther\n"
    assert document.done == ("text taken from the whole page", "left out: footers, navigation")


def test_whole_is_all_that_can_be_read():
    """Navigation and footer included, hidden parts not."""
    page = f"<nav>Menu</nav><article>{LONG}</article><p hidden>no</p><footer>Imprint</footer>"
    assert text_of(page, whole=True) == f"Menu\n\n{LONG.strip()}\n\nImprint\n"


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("<title>A &amp; B\n c</title>", "title", "A & B c"),
        ("<title>Site</title><meta property='og:title' content='Own'>", "title", "Own"),
        ("<meta name=Author content='A. Writer'>", "author", "A. Writer"),
        ("<meta property='article:author' content='https://example.org/a'>", "author", None),
        ("<meta property='og:site_name' content='The Gazette'>", "outlet", "The Gazette"),
        (
            "<meta property='article:published_time' content='2025-09-04T10:00:00.123+0200'>",
            "published",
            "2025-09-04T10:00:00+02:00",
        ),
        ("<meta name='dcterms.issued' content='2025-09'>", "published", "2025-09"),
        ("<link rel=canonical href='https://example.org/a?b=c'>", "url", "https://example.org/a?b=c"),
        ("<meta property='og:type' content='article'>", "kind", "article"),
        ("<meta property='og:type' content='website'>", "kind", None),
        ("<meta http-equiv=refresh content='0;url=https://example.org'>", "url", None),
    ],
)
def test_what_the_page_says_of_itself_is_taken(head, field, value):
    """As it stands there; dates as EDTF has them."""
    assert given_by(head).given.get(field) == value


def test_json_ld_is_read_too():
    """Headline, authors, publisher and date of an article, in a graph as well."""
    data = """{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": "Pier",
    "datePublished": "2025-09-04",
    "author": [{"name": "A"}, {"name": "B"}, "https://example.org/c"], "publisher": {"name": "Gazette"}}]}"""
    given = given_by(f"<script type='application/ld+json'>{data}</script>").given
    assert given == {
        "title": "Pier",
        "author": "A, B",
        "outlet": "Gazette",
        "published": "2025-09-04",
        "kind": "article",
    }


@pytest.mark.parametrize("data", ["{", "[" * 100_000, "null", '{"headline": {"a": 1}, "author": [[1]]}', "1e999999"])
def test_broken_json_ld_is_passed_over(data):
    """However it is broken."""
    assert given_by(f"<script type='application/ld+json'>{data}</script>").given == {}


@pytest.mark.parametrize(("lang", "language"), [("en", "en"), ("pt_BR", "pt-BR"), ("EN-gb", "en-gb"), ("", None)])
def test_the_language_is_that_of_the_root(lang, language):
    """In the form of BCP 47."""
    assert read_html(f"<html lang='{lang}'><body>Text".encode()).given.get("language") == language


@pytest.mark.parametrize(
    ("raw", "text", "done"),
    [
        (b"<meta charset=iso-8859-1><p>\x93caf\xe9\x94", "“café”\n", "read as windows-1252, as the document declares"),
        (
            "<meta http-equiv=content-type content='text/html; charset=windows-1251'><p>вода".encode("cp1251"),
            "вода\n",
            "read as windows-1251, as the document declares",
        ),
        ("<meta charset=windows-1252><p>café".encode(), "café\n", "text taken from the whole page"),
        (
            "<meta charset=iso-2022-jp><p>かな".encode("iso2022_jp"),
            "かな\n",
            "read as iso-2022-jp, as the document declares",
        ),
        (
            b"<?xml version='1.0' encoding='iso-8859-2'?><html><p>\xb9",
            "š\n",
            "read as iso-8859-2, as the document declares",
        ),
        ("<meta charset=no-such><p>café".encode(), "café\n", "text taken from the whole page"),
    ],
)
def test_the_encoding_that_a_page_declares_is_used_unless_it_is_utf8_after_all(raw, text, done):
    """A page that a browser saved may still declare the encoding that it was sent in."""
    document = read_html(raw)
    assert (document.text, document.done[0]) == (text, done)


def test_a_page_with_neither_is_refused():
    """As plain text is."""
    with pytest.raises(DocumentRefused, match="not UTF-8"):
        read_html(b"<p>caf\xe9")


@pytest.mark.parametrize("closing", ["", "</div>"])
def test_elements_within_each_other_have_a_limit(closing):
    """The parser's time grows with the square of the depth."""
    with pytest.raises(DocumentRefused, match="5,000 nested elements"):
        read_html(b"<div>" * 50_000 + b"x" + closing.encode() * 50_000)


def test_many_elements_beside_each_other_have_none():
    """A long page is read, deep ones to the limit as well."""
    assert read_html(b"<p>word</p>" * 20_000).text.count("word") == 20_000
    assert read_html(b"<div>" * 4_000 + b"x").text == "x\n"
