"""Feeds that a server on this machine has: good ones, and such as nobody should have."""

import gzip

from tests.exchange.fetching.conftest import ANSWERS, CHUNKED, OK, explode, forever, raw, redirect, whole

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Port &amp; News</title><language>en-us</language>
<item><title>The pier &lt;b&gt;opens&lt;/b&gt;</title><link>/news/pier?a=1&amp;b=2</link>
<pubDate>Thu, 04 Sep 2025 14:30:00 GMT</pubDate><dc:creator>Ana Ruiz</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[
<p>Ships of Manta may land&nbsp;again.</p><script>alert(1)</script><p>Two.</p>]]></content:encoded>
</item>
<item><title>No words</title><guid isPermaLink="true">https://www.example.org/2</guid></item>
</channel></rss>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><title>Puerto</title>
<entry><title type="html">A &amp;amp; B</title><link rel="self" href="x"/><link href="https://www.example.org/1"/>
<updated>2025-09-04T10:00:00.5Z</updated><author><name>Al</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Uno</p><p>Dos</p></div></content></entry></feed>
"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old</title></channel>
<item><title>First</title><link>https://www.example.org/1</link><dc:date>2025-09-04</dc:date>
<description>Words.</description></item></rdf:RDF>
"""
LAUGHS = (
    '<!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><rss><channel><title>&j;</title></channel></rss>"
)
OUTSIDE = (
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<rss><channel><item><title>&x;</title></item></channel></rss>"
)
SCRIPTS = """<rss><channel>
<item><title>&lt;img src=x onerror="document.title='PWNED'"&gt;
&lt;script&gt;document.title='PWNED'&lt;/script&gt;Pier</title>
<link>javascript:alert(1)</link>
<description>&lt;script&gt;document.title='PWNED'&lt;/script&gt;Words \u202e of it</description>
</item></channel></rss>
"""


def many(number: int) -> bytes:
    """A feed with so many entries, each a second later than the one before."""
    items = (
        f"<item><title>Entry {n}</title><link>https://www.example.org/{n}</link>"
        f"<pubDate>Thu, 04 Sep 2025 {n // 3600:02}:{n // 60 % 60:02}:{n % 60:02} GMT</pubDate>"
        f"<description>{'word ' * 40}{n}</description></item>"
        for n in range(number)
    )
    return f"<rss><channel>{''.join(items)}</channel></rss>".encode()


XML = "Content-Type: application/rss+xml"
ARTICLE = (
    b'<!doctype html><html lang="en"><head><title>The pier opens</title></head><body><article>'
    + b"<p>The whole article about the pier, in more words than the feed has of it.</p>" * 5
    + b"</article></body></html>"
)
FEEDS = {
    "/feed/rss": whole(XML, body=RSS.encode()),
    "/feed/atom": whole(XML, body=ATOM.encode()),
    "/feed/utf-16": whole(XML, body=RSS.replace("UTF-8", "UTF-16").encode("utf-16")),
    "/feed/latin": whole(XML, body=RSS.replace("UTF-8", "ISO-8859-1").replace("Short", "Größe").encode("cp1252")),
    "/feed/not-utf-8": whole(XML, body=RSS.replace("opens", "café").encode("cp1252")),
    "/feed/by-server": whole(
        f"{XML}; charset=windows-1251",
        body="<rss><channel><item><title>Пирс</title></item></channel></rss>".encode("cp1251"),
    ),
    "/feed/page": whole("Content-Type: text/html"),
    "/feed/laughs": whole(XML, body=LAUGHS.encode()),
    "/feed/outside": whole(XML, body=OUTSIDE.encode()),
    "/feed/scripts": whole(XML, body=SCRIPTS.encode()),
    "/feed/many": whole(XML, body=many(10_000)),
    "/feed/deep": whole(XML, body=b"<rss>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</rss>"),
    "/feed/bomb": explode(XML),
    "/feed/packed": whole(XML, "Content-Encoding: gzip", body=gzip.compress(RSS.encode())),
    "/feed/endless": forever(OK + b"\r\n", b"<rss>" + b"x" * 65_536),
    "/feed/endless-chunks": forever(CHUNKED, b"10000\r\n" + b"x" * 65_536 + b"\r\n"),
    "/feed/slow": forever(OK + b"\r\n", b"<", 0.05),
    "/feed/short": raw(OK + b"Content-Length: 5000\r\n\r\n<rss>"),
    "/feed/private": redirect("http://169.254.169.254/latest/meta-data/"),
    "/feed/file": redirect("file:///etc/passwd"),
    "/feed/round": redirect("/feed/round"),
    "/feed/moved": redirect("/feed/rss", "301 Moved Permanently"),
    "/feed/nothing": whole(XML, body=b""),
    "/feed/picture": whole("Content-Type: image/png", body=b"\x89PNG\r\n\x1a\n"),
    "/feed/articles": whole(
        XML,
        body=b"<rss><channel><item><title>Pier</title><link>/article</link><description>Short.</description></item>"
        b"<item><title>Gone</title><link>/missing</link><description>Still here.</description></item>"
        b"<item><title>In</title><link>http://169.254.169.254/x</link><description>Inside.</description></item>"
        b"</channel></rss>",
    ),
    "/article": whole("Content-Type: text/html", body=ARTICLE),
}
ANSWERS.update(FEEDS)
