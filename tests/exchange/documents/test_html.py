"""HTML: what a reader sees of it, what it says of itself, and nothing of what it would do."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from dashboard.exchange.documents.boilerplate import Boilerplate, page_tree
from dashboard.exchange.documents.document import DocumentRefused
from dashboard.exchange.documents.html import read_html
from dashboard.exchange.documents.html_text import lay_out_text

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
    assert document.done == ("text taken from the page's article", "left out asides: “See also”")


def test_of_many_articles_none_is_the_one():
    """A page of teasers is taken whole, without navigation and footer."""
    page = f"<nav>Menu</nav><article>{LONG}</article><article>Other</article><footer>Imprint</footer>"
    document = read_html(page.encode())
    assert document.text == f"{LONG.strip()}\n\nOther\n"
    assert document.done == ("text taken from the whole page", "left out: navigation", "left out footers: “Imprint”")


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


PAGES = sorted(Path(__file__).with_name("pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_article_stays_and_what_is_around_it_goes(page):
    """Beside each page in `pages/`, of different make, is its text and what is said of what was left out."""
    document = read_html(page.read_bytes())
    told = "".join(f"# {line}\n" for line in (*document.done, *document.remarks))
    assert f"{document.text}{told}" == page.with_suffix(".txt").read_text(encoding="utf-8")


ARTICLE = f"<h1>Pier</h1><p>{LONG}</p>"


@pytest.mark.parametrize(
    ("around", "kind"),
    [
        ("<div class='ad'><a href='https://ads.example'>Boats</a></div>", "advertisements"),
        ("<p>Advertisement</p>", "advertisements"),
        ("<p>Story continues below</p>", "advertisements"),
        ("<p>Paid content</p>", "advertisements"),
        ("<p>Sponsored by Acme Bank</p>", "advertisements"),
        ("<p>Sponsored by Acme Bank. Banking for heroes.</p>", "advertisements"),
        ("<p>Sponsored: Ten tricks for white teeth</p>", "advertisements"),
        ("<div aria-label='Advertisement'><p>Banking for heroes.</p></div>", "advertisements"),
        ("<div role=complementary aria-label='Sponsored content'><p>It was hot.</p></div>", "advertisements"),
        ("<div data-ad-slot=12><p>Banking for heroes.</p></div>", "advertisements"),
        ("<div class=promo><p>Banking for heroes.</p></div>", "advertisements"),
        ("<div class=sponsor><p>Banking for heroes.</p></div>", "advertisements"),
        ("<div id=taboola-feed><p>One trick for white teeth</p></div>", "advertisements"),
        ("<aside class='ad ad--mobile'><p>Banking for heroes.</p></aside>", "advertisements"),
        ("<div data-component=sponsored-content><p>Banking for heroes.</p></div>", "advertisements"),
        ("<p>1.2K shares</p>", "share buttons and counts"),
        ("<div><span>327</span> likes <span>45</span> retweets</div>", "share buttons and counts"),
        ("<div><b>Read also:</b> <a href='/dams'>How piers are made</a></div>", "lists of other pages"),
        ("<div><h3>You may also like</h3><ul><li><a href='/y'>A yacht</a></li></ul></div>", "lists of other pages"),
        ("<div>Sign up for The Weekly Pier. <input type=email><button>Subscribe</button></div>", "newsletter boxes"),
        (
            "<div><a href='https://wa.me/?text=x'>WhatsApp</a> <a href='mailto:?b=x'>Email</a></div>",
            "share buttons and counts",
        ),
        ("<div id=newsletterSignup><p>Every week.</p><input></div>", "newsletter boxes"),
        ("<h3>Trending now</h3><ul><li><a>A cat</a><li><a>A dog</a></ul>", "lists of other pages"),
        ("<div class='most-read'><a>A cat</a> <a>A dog</a></div>", "lists of other pages"),
        ("<div><h4>Related Articles</h4><div><a>One</a></div><div><a>Two</a></div></div>", "lists of other pages"),
        ("<details><summary>Show comments (12)</summary><div class=comment>No</div></details>", "readers' comments"),
        ("<div class=comments><h3>2 comments</h3><p>Ann: no.</p></div>", "readers' comments"),
        ("<div><h3>Leave a comment</h3><textarea></textarea></div>", "readers' comments"),
        (
            "<div itemscope itemtype='https://schema.org/Comment'><time>1</time><time>2</time>No</div>",
            "readers' comments",
        ),
    ],
)
@pytest.mark.parametrize("tag", ["article", "main", "div"])
def test_each_that_is_left_out_is_said(tag, around, kind):
    """By its kind and its first words, in the article, beside it or in a page that has none; and how to take all."""
    for page in (f"<{tag}>{ARTICLE}{around}</{tag}>", f"<{tag}>{ARTICLE}</{tag}>{around}"):
        document = read_html(page.encode())
        assert document.text == f"Pier\n\n{LONG.strip()}\n"
        assert document.done[-1].startswith(f"left out {kind}: “" if "textarea" not in around else f"left out {kind}")
        assert "--whole" in document.remarks[-1]
        assert "left out" not in str(read_html(page.encode(), whole=True).done)


@pytest.mark.parametrize(
    "kept",
    [
        "<figure><img><figcaption>The pier in May</figcaption></figure>",
        "<figure class='ad'><figcaption>A poster of 1920: Buy war bonds</figcaption></figure>",
        "<blockquote>We shall share it.<footer>The mayor</footer></blockquote>",
        "<aside><h3>The pier</h3><p>Built in 1871, it is 212 metres long.</p></aside>",
        "<section id='comments'><h2>Comments</h2><p>The mayor had none.</p></section>",
        "<div class='advertising'><p>Advertising on ships is taxed at 4 %.</p></div>",
        "<div aria-label='Advertising law'><p>Advertising on ships is taxed at 4 %.</p></div>",
        "<div class='ad-policy'><p>Advertising on ships: the law.</p></div>",
        "<div class='advertising'><p>Advertising on ships in Lorne and Manta.</p></div>",
        "<div class='promo'><p>The army promoted 40 officers on Friday.</p></div>",
        "<div class='sponsor'><p>The sponsor of the bill, Ann Lee, said that she would vote for it.</p></div>",
        "<p>The bill was sponsored by Senator Lee.</p>",
        "<p>Sponsored by Senator Lee, the bill passed on Friday.</p>",
        "<p>Sponsored by Iran. The militia fights on.</p>",
        "<p>Sponsored by Acme Bank. The match was lost.</p>",
        "<p>Promoted: Ann Lee to captain</p>",
        "<p>Paid content is 4 % of what the paper takes in.</p>",
        "<p>Presented by Ann Lee</p>",
        "<blockquote><p>Sponsored by Acme Bank</p></blockquote>",
        "<div class='tag-newsletter'><p>The newsletter of the union has 900 readers.</p></div>",
        "<p>Most read</p><p>No book was read more than hers.</p>",
        "<h2>Most read</h2><ul><li>The Bible</li><li>Don Quixote, says <a>a study</a></li></ul>",
        "<div class='related'><p>A related case was decided in <a>2019</a> by the same court.</p></div>",
        "<div class='social share'><blockquote>I resign.</blockquote></div>",
        "<div class='social'><p>A fifth of all families have no share in it, the social ministry says.</p></div>",
        "<table><tr><td>Posts</td><td>254 shares</td></tr></table>",
        "<p>Sources: <a>law</a>, <a>report</a></p>",
        "<p>3 comments were made.</p>",
        "<div class='subscribe'><p>Shares could be subscribed until May; 412,000 were.</p></div>",
    ],
)
def test_what_only_looks_like_it_stays(kept):
    """A name, a label or a link alone leaves nothing out."""
    document = read_html(f"<article>{ARTICLE}{kept}<p>End.</p></article>".encode())
    assert document.done == ("text taken from the page's article",)
    words = document.text.replace("\n", "").replace("\t", "")
    assert len(words) == len(text_of(f"{ARTICLE}{kept}<p>End.</p>", whole=True).replace("\n", "").replace("\t", ""))


def test_a_page_of_comments_keeps_them():
    """Where next to nothing would be left, they are what the page is for."""
    page = "<h1>Fire?</h1><div class=comments>" + "<div class=comment>The depot burns since nine.</div>" * 9 + "</div>"
    assert text_of(page).count("depot") == 9


def test_a_form_around_the_page_is_no_form():
    """Some servers write one around everything."""
    assert text_of(f"<form>{ARTICLE}<p>{LONG}</p><input></form>").count(LONG.strip()) == 2


def test_suspicions_within_each_other_are_looked_at_so_often(monkeypatch):
    """Then nothing more is left out: a hostile page takes no more time than a long one."""
    monkeypatch.setattr(page_tree, "_MOST_READ", 100_000)
    page = LexborHTMLParser("<div class=ads><p>Most read" * 300 + "<p>word</p>" * 300)
    found = Boilerplate(page.body)
    laid = lay_out_text(page.body, found)
    assert laid.text.count("word") == 300
    assert found.text.characters_read < 100_000 + 2 * 300 * 30


@pytest.mark.parametrize(
    ("around", "kind", "number"),
    [
        (
            "<p><b>Comments (2)</b></p><p>Posted by anon at 12:31: 400 people are dead.</p>"
            "<p>Posted by tim at 12:40: No.</p>",
            "readers' comments",
            3,
        ),
        (
            "<h3>What readers say</h3><p>ann77 · 2 hours ago</p><p>300 drowned.</p><p>I saw it.</p><p>Reply</p>"
            "<p>tim · just now</p><p>No.</p><p>Reply</p>",
            "readers' comments",
            8,
        ),
        ("<p>1 comment</p><p>Posted by anon at 12:31: 400 people are dead.</p>", "readers' comments", 2),
        (
            "<div><h3>Comments</h3></div><p>Ann Lee wrote on 3 May 2024, 12:31:</p><p>All lies.</p>"
            "<p>Tim says, 4 May 2024</p><p>Rubbish.</p><p>Leave a comment</p>",
            "readers' comments",
            6,
        ),
        (
            "<div><div><span>Reader: ann</span><p>All lies. Reply</p></div>"
            "<div><span>tim</span><p>Who says so? Reply</p></div></div>",
            "readers' comments",
            2,
        ),
        (
            "<p>What do you think? Join the conversation below.</p><p>Ann</p><p>2 days ago</p><p>All lies.</p>"
            "<p>Like (4) · Reply</p><p>Tim</p><p>yesterday at 14:02</p><p>Who says so?</p><p>Reply</p>",
            "readers' comments",
            9,
        ),
        (
            "<div id='disqus_thread'><p>Leave a comment</p><p>ann wrote: All lies.</p></div>",
            "readers' comments",
            1,
        ),
        ("<p>Listen to this article</p>", "players", 1),
        ("<p>Listen · 5 min</p>", "players", 1),
        ("<p>3 min read</p>", "players", 1),
        ("<p>Download our app | <a href='/a'>App Store</a> | <a href='/g'>Google Play</a></p>", "tools of the page", 1),
        ("<h2>Was this article helpful?</h2>", "tools of the page", 1),
        ("<p>You have two free articles left this month. <a href='/s'>Log in</a></p>", "newsletter boxes", 1),
        ("<p>Topics: <a href='/l'>Lorne</a>, <a href='/q'>quays</a></p>", "lists of other pages", 1),
        ("<p><a href='/p'>« Previous: Crane topples</a> <a href='/n'>Next: Tide »</a></p>", "lists of other pages", 1),
        ("<p>Don’t miss: <a href='/x'>Ten piers</a></p>", "lists of other pages", 1),
        ("<div><h4>Related: Ten piers</h4><a href='/x'>Read more</a></div>", "lists of other pages", 1),
        (
            "<h4>Our sponsors</h4><ul><li><a href='/a'>Acme</a></li><li><a href='/b'>Tide Bank</a></li></ul>",
            "advertisements",
            2,
        ),
        ("<p>Media partners</p><div><img src=a><img src=b></div>", "advertisements", 1),
        ("<p>This site uses cookies to give you the best experience.</p>", "notices of cookies", 1),
        (
            "<div><h2>Cookies</h2><p>By clicking OK, you agree to our cookies.</p><a>OK</a> <a>Decline</a></div>",
            "notices of cookies",
            1,
        ),
        ("<p>Share this story: 1.2K shares</p>", "share buttons and counts", 1),
        ("<p>Follow us on Mastodon and Bluesky</p>", "share buttons and counts", 1),
        ("<p>Support our journalism. Donate today.</p>", "advertisements", 1),
        ("<div>Sponsored content</div><div><a href='/ad'>Sleep like a king</a></div>", "advertisements", 2),
        ("<div>More from Tide</div><div><a href='/z'>Crane topples</a></div>", "lists of other pages", 2),
        ("<p>245 people like this. Be the first of your friends.</p>", "share buttons and counts", 1),
        ("<p>1.2K people shared this article</p>", "share buttons and counts", 1),
        ("<p>Subscribe to our daily newsletter and never miss a story.</p>", "newsletter boxes", 1),
        ("<div>Sign up for our free newsletter</div>", "newsletter boxes", 1),
        ("<p>Enjoying this? Get our morning briefing in your inbox every day.</p>", "newsletter boxes", 1),
        ("<p>Advertisement</p><p>Save 40% on garden chairs. Shop now at ChairTown.</p>", "advertisements", 2),
        ("<p><b>ADVERTISEMENT</b></p><p>Cheap flights to Rome from 19 euros.</p>", "advertisements", 2),
        ("<p>Advertisement</p><p>Boots for the winter. Buy now!</p>", "advertisements", 2),
        ("<p>Advertisement</p><p>Try the new Zenit watch. Buy one, get one free.</p>", "advertisements", 2),
    ],
)
def test_plain_paragraphs_are_left_out_by_their_form(around, kind, number):
    """Without a name or a box; each is said, with its words."""
    document = read_html(f"<div>{ARTICLE}{around}</div>".encode())
    assert document.text == f"Pier\n\n{LONG.strip()}\n"
    assert len(document.done) == 2
    assert document.done[-1].startswith(f"left out {kind}: “")
    more = re.search(r", (\d+) more\b", document.done[-1])
    assert document.done[-1].count("“") + (int(more[1]) if more else 0) == number


@pytest.mark.parametrize(
    "kept",
    [
        "<p>Comments</p><p>Posted by the ministry on 3 May 2024, the draft drew 412 comments.</p>",
        "<p>Comments</p><p>Posted by the ministry on 3 May 2024: the draft of the law.</p><p>It has 12 parts.</p>",
        "<p>Comments</p><p>A mayor wrote on 3 May 2024: no one is hurt.</p><p>Ann wrote on 4 May 2024: two are.</p>",
        "<p>Posted by anon at 12:31: 400 people are dead. The army denied it.</p>",
        "<p>Posted to the border in May, the two soldiers were shot.</p>",
        "<p>Comments (2)</p><p>The mayor made two comments.</p><p>Posted by anon at 12:31: he lied.</p>",
        "<p>“Subscribe to our newsletter,” the leaflet said.</p>",
        "<p>Subscribe to our newsletter and get a rifle, the leaflet said.</p>",
        "<blockquote><p>Subscribe to our newsletter.</p></blockquote>",
        "<h2>Subscribe to our newsletter</h2><p>That was the name of her novel.</p>",
        "<p>245 people like this village.</p>",
        "<p>What readers say</p><p>The paper asked 300 of them.</p><p>Reply</p>",
        "<p>Get our men home, she wrote into every book in her inbox.</p>",
        "<p>Read also: the law, and <a href='/r'>the report</a></p>",
        "<p>245 people like this were arrested.</p>",
        "<p>What do you think?</p><p>So the judge asked.</p><p>2 days ago</p><p>He said no.</p><p>Reply</p>",
        "<p>Share this story with your sons, the king told his heirs.</p>",
        "<p>Follow us on foot, the guide said.</p>",
        "<p>Follow us on foot.</p>",
        "<p>Support our journalism students, the minister said.</p>",
        "<div id='comments'><p>Comments</p><p>The mayor made two.</p></div>",
        "<p>He asked for an answer. Reply</p><p>None came.</p>",
        "<h3>Comments</h3><ol><li>Ann Lee says the law is void.</li><li>July 7th, 2021 was a holiday.</li></ol>",
        "<h3>3 responses to the crisis</h3><ol><li>Peru: closed borders.</li><li>Chile: tests.</li></ol>",
        "<h3>Join the conversation</h3><div><div>So it is called.</div><div>2 days ago</div><p>It sold.</p></div>",
        "<p>Comments</p><p>The court had two.</p><p>Posted 5 June, 18:22</p><p>On the door hung a list.</p>",
        "<p>To vote, <a href='/s'>sign up</a></p>",
        "<p>Listen to the people, the bishop said.</p>",
        "<h2>Listen to this article</h2><p>That was the first rule of the course.</p>",
        "<p>4 min</p><p>Goal for Kenya.</p>",
        "<p>14:32</p><p>The minister speaks.</p><p>Updated at 14:40</p>",
        "<p>We use cookies to know who you are, an officer said.</p>",
        "<p>By continuing the blockade, Egypt breaks the accord.</p>",
        "<blockquote><p>We use cookies to improve your experience.</p></blockquote>",
        "<h2>Sponsors</h2><p>Two sponsors ended their contracts.</p>",
        "<h2>Partners</h2><ul><li>Peru sends 40 officers, says <a>a note</a></li><li>Chad sends 12</li></ul>",
        "<p>Tags: the dogs had none, <a href='/r'>the report</a> says.</p>",
        "<p>Next: the Senate</p><p>Previous governments had refused.</p>",
        "<p>You have two free ports, he said.</p>",
        "<h2>Topics</h2><p>The talks had three topics.</p>",
        "<p>Print this page, the leaflet said, and burn it.</p>",
        "<p>Related: two men of one clan</p>",
        "<div><p>The register was closed on Friday.</p><p>See <a href='/s'>Register</a>.</p></div>",
        "<p>The film had <span>2,400</span> <span>2.4K views</span>.</p>",
        "<h2>Subscribe</h2><p>So the card game is called.</p>",
    ],
)
def test_paragraphs_that_only_begin_so_stay(kept):
    """An article about comments, a call that is quoted, a count in a sentence."""
    document = read_html(f"<div>{ARTICLE}{kept}<p>End.</p></div>".encode())
    assert document.done == ("text taken from the whole page",)
    assert document.text == text_of(f"{ARTICLE}{kept}<p>End.</p>", whole=True)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The dam was built in 1961.",
        "Oil fell from 80 dollars.",
        "Bread costs from 3 euros.",
        "The union sold the ship for 1 euro.",
        "“Cheap flights to Rome from 19 euros”",
        "Call it a truce. Call it a pause.",
        "Try as they might, the ministers found no words. Try again, the mayor urged them.",
        "Save the pier. So the banners of the dockers have it.",
    ],
)
def test_what_follows_the_word_advertisement_stays_unless_it_offers_something(paragraph):
    """The advertisement itself was a picture: the article goes on."""
    page = f"<div>{ARTICLE}<p>Advertisement</p><p>{paragraph}</p></div>"
    assert text_of(page) == f"Pier\n\n{LONG.strip()}\n\n{paragraph}\n"


@pytest.mark.parametrize("button", ["Reply", "<a href=x>Reply</a>"])
def test_posts_of_a_forum_stay(button):
    """They are what the page begins with."""
    posts = "".join(f"<div><b>u{each}</b><p>{LONG} {button}</p></div>" for each in range(4))
    assert text_of(f"<h1>Pier</h1><div>{posts}</div>").count(LONG.strip()) == 4
    assert text_of(f"{ARTICLE}<div>{posts}</div>").count(LONG.strip()) == 1
