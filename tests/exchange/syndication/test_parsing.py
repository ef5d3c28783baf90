"""Feeds in every form that is met are read as plain text, and what is hostile is refused within bounds."""

import time

import pytest

from dashboard.exchange.documents import DocumentRefused
from dashboard.exchange.syndication import read_feed
from dashboard.exchange.syndication.feed import MOST_ENTRIES
from dashboard.exchange.syndication.parsing import parse_feed
from tests.exchange.inbox.feeds import ATOM, LAUGHS, OUTSIDE, RDF, RSS, SCRIPTS, many

ADDRESS = "https://www.example.org/feeds/news.xml"


def parse(text, declared=None):
    return parse_feed(text if isinstance(text, bytes) else text.encode(), ADDRESS, declared)


def test_rss_is_read():
    """The longest words of an entry are its text, without marks of HTML; its address is completed."""
    found = parse(RSS)
    first, second = found.entries
    assert (found.title, found.language) == ("Port & News", "en-us")
    assert first.title == "The pier opens"
    assert first.text == "The pier opens\n\nShips of Manta may land\xa0again.\n\nTwo.\n"
    assert first.url == "https://www.example.org/news/pier?a=1&b=2"
    assert first.published == "2025-09-04T14:30:00+00:00"
    assert first.author == "Ana Ruiz"
    assert (second.text, second.url, second.published) == ("No words\n", "https://www.example.org/2", "")


def test_atom_is_read():
    """Names of elements have their namespace, and content may be XHTML."""
    (entry,) = (found := parse(ATOM)).entries
    assert found.language == "es"
    assert (entry.title, entry.author) == ("A & B", "Al")
    assert entry.text == "A & B\n\nUno\n\nDos\n"
    assert entry.url == "https://www.example.org/1"
    assert entry.published == "2025-09-04T10:00:00Z"


def test_rss_1_is_read():
    """Entries stand beside the channel there."""
    (entry,) = parse(RDF).entries
    assert (entry.title, entry.published, entry.text) == ("First", "2025-09-04", "First\n\nWords.\n")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("A & B", "A & B"),
        ("caf&eacute;", "café"),
        ("a\x08b", "a b"),
        ("&#0;&#x1F600;", "😀"),
        ("<![CDATA[A & <b>B</b>]]>", "A & B"),
        ("x &lt; y", "x < y"),
        ("  many\n  lines ", "many lines"),
        ("&#60;script>", "<script>"),
    ],
)
def test_small_faults_are_put_right(written, title):
    """What many feeds get wrong is no reason to lose them."""
    (entry,) = parse(f"<rss><channel><item><title>{written}</title></item></channel></rss>").entries
    assert entry.title == title


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ("Thu, 04 Sep 2025 14:30:00 +0200", "2025-09-04T14:30:00+02:00"),
        ("04 Sep 2025 14:30 EST", "2025-09-04T14:30:00-05:00"),
        ("2025-09-04", "2025-09-04"),
        ("Thu, 32 Sep 2025 14:30:00 GMT", ""),
        ("yesterday", ""),
        ("9" * 5000, ""),
        ("", ""),
    ],
)
def test_dates_are_edtf_or_none(date, edtf):
    """A date that cannot be read is left out, and never guessed."""
    (entry,) = parse(f"<rss><channel><item><title>x</title><pubDate>{date}</pubDate></item></channel></rss>").entries
    assert entry.published == edtf


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://[", "//", "https://a b", "x" * 3000],
)
def test_only_addresses_of_the_web_are_kept(link):
    """Anything else could do something when it is pressed."""
    (entry,) = parse(f"<rss><channel><item><title>x</title><link>{link}</link></item></channel></rss>").entries
    assert entry.url == "" or entry.url.startswith("https://www.example.org/")
    assert len(entry.url) <= 2000


def test_scripts_are_no_text():
    """Nothing of a script is left in a title or a text."""
    (entry,) = parse(SCRIPTS).entries
    assert entry.title == "Pier"
    assert "PWNED" not in entry.text
    assert entry.text.startswith("Pier\n\nWords")
    assert entry.url == ""


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (LAUGHS, "defines entities"),
        (OUTSIDE, "defines entities"),
        ("<!doctype html><html><body>x</body></html>", "a web page, not a feed"),
        ("<html><p>x</html>", "a web page, not a feed"),
        ("<opml/>", r"begins with <opml>"),
        ("<rss><channel>", r"not well-formed XML \(line 1, column 15\)"),
        ("", "The feed is empty"),
        ("{}", "not well-formed"),
        (b"\x89PNG\r\n", "not text in the encoding"),
        (b"%PDF-1.4", "not text in the encoding"),
        ('<?xml version="1.0" encoding="UTF-8"?><rss>caf\xe9'.encode("cp1252"), "not text in the encoding"),
    ],
)
def test_what_is_no_feed_is_refused(raw, said):
    """The sentence says what it is instead."""
    with pytest.raises(DocumentRefused, match=said):
        parse(raw)


def test_a_document_type_without_entities_is_no_attack():
    """RSS 0.91 has one; what it names is not fetched."""
    doctype = (
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
    )
    assert parse(f"{doctype}<rss><channel><item><title>x</title></item></channel></rss>").entries[0].title == "x"


def test_of_ten_thousand_entries_the_newest_are_read():
    """They come in the order of the feed; how many were left is known."""
    begun = time.monotonic()
    found = read_feed(many(10_000), ADDRESS)
    assert len(found.entries) == MOST_ENTRIES
    assert found.left_out == 10_000 - MOST_ENTRIES
    assert [found.entries[0].title, found.entries[-1].title] == ["Entry 9800", "Entry 9999"]
    assert time.monotonic() - begun < 20


def test_october_is_newer_than_september():
    """Days are compared as days, and an entry without one is older than all."""
    dates = ["", *[f"2025-{month:02}-{day:02}" for month in (8, 9, 10, 11) for day in range(1, 31)], *["2025-07"] * 100]
    items = "".join(f"<item><title>{n}</title><pubDate>{date}</pubDate></item>" for n, date in enumerate(dates))
    found = parse(f"<rss><channel>{items}</channel></rss>")
    assert found.left_out == len(dates) - MOST_ENTRIES == 21
    assert [each.published for each in found.entries[:120]] == dates[1:121]


def test_the_process_that_reads_answers_as_the_function():
    """Being confined changes nothing."""
    assert read_feed(RSS.encode(), ADDRESS) == parse(RSS)
    with pytest.raises(DocumentRefused, match="defines entities"):
        read_feed(LAUGHS.encode(), ADDRESS)


@pytest.mark.proof
def test_a_feed_that_needs_too_much_is_refused():
    """A million elements within each other take more time than there is."""
    with pytest.raises(DocumentRefused, match="Remove it from the list of feeds"):
        read_feed(b"<rss>" + b"<a>" * 1_000_000 + b"</a>" * 1_000_000 + b"</rss>", ADDRESS)
