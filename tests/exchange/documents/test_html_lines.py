"""HTML whose lines end with `<br>` alone: each is looked at as a paragraph is, and laid out as it was."""

import pytest

from dashboard.exchange.documents.html import read_html

LONG = "The council voted to lengthen the pier by forty metres before winter. " * 4
CELL = "<table><tr><td><font face=Arial><b>Pier</b><br><br>&nbsp; &nbsp;{}<br><br>{}</font></td></tr></table>"
DIVISION = "<div>Pier<br><br>{}<br><br>{}</div>"
LINES = "<body><span style='color:red'>Pier</span><br><br>{}<br>{}<br></body>"


def read(body, *, whole=False):
    return read_html(f"<!doctype html><meta charset=utf-8>{body}".encode(), whole=whole)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("a<br>b", "a\nb\n"),
        ("a<br><br>b<br>&nbsp;<br><br>c", "a\n\nb\n\nc\n"),
        ("a<br>&nbsp; &nbsp; b&nbsp;c<br>", "a\nb\u00a0c\n"),
        ("<font><b>a<br>b</b> c<br><br></font>d<ul><li>e<br>f</ul>", "a\nb c\n\nd\n\ne\nf\n"),
        ("<table><tr><td>a<td>b<br>c<tr><td>d<br>e<td>f</table>", "a\tb\nc\nd\ne\tf\n"),
        ("<p>a<br></p><p>b <a href=x>c<br>d</a></p>", "a\n\nb c\nd\n"),
        ("<pre>a<br>b</pre>", "a\nb\n"),
        ("<div>a</div><br><div>b</div>c<br>d", "a\n\nb\nc\nd\n"),
        ("<span hidden>a<br>b</span>c<br>d", "c\nd\n"),
    ],
)
@pytest.mark.parametrize("whole", [False, True])
def test_lines_are_laid_out_as_a_browser_does(body, text, whole):
    """One line end ends the line, two leave an empty line; indents are no words."""
    assert read(body, whole=whole).text == text


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (
            "<b>Most read today</b><br>1. <a href=1>A cat</a><br>2. <a href=2>A dog</a> (3 May)<br>",
            "lists of other pages",
        ),
        ("Related stories<br><br>&bull; <a href=1>A cat</a><br><br>&bull; <a href=2>A dog</a>", "lists of other pages"),
        ("<i>Get our morning briefing in your inbox every day.</i><br>", "newsletter boxes"),
        ("Newsletter<br><form><input><input type=submit></form>", "newsletter boxes"),
        ("23 shares | 14 likes<br>", "share buttons and counts"),
        ("Share 23 Tweet<br>", "share buttons and counts"),
        ("Follow us on Mastodon<br>", "share buttons and counts"),
        ("Advertisement<br>Cheap flights to Rome from 19 euros.<br>", "advertisements"),
        ("<b>Letters to the editor</b><br><br>All lies.<br>- A. Smith, Lorne<br>", "readers' comments"),
        ("Letters<br>Who pays?<br>K. Marn, Vell<br><br>Not I.<br><i>Else Quist</i><br>", "readers' comments"),
        ("Your letters<br>All lies. — Karin Vale<br>", "readers' comments"),
        ("Comments (2)<br>Posted by a at 14:31: No.<br>Posted by b at 15:02: Yes.<br>", "readers' comments"),
        (
            "Reader comments<br><br>ann · 2 hours ago<br>No.<br>Reply<br><br>tim · just now<br>Yes.<br>",
            "readers' comments",
        ),
        ("<table><tr><td>Most read<tr><td><a>A cat</a><tr><td><a>A dog</a></table>", "lists of other pages"),
        ("<table><tr><td>Get our morning briefing in your inbox every day.</table>", "newsletter boxes"),
        ("<table><tr><td>1.2K shares</table>", "share buttons and counts"),
    ],
)
@pytest.mark.parametrize("page", [CELL, DIVISION, LINES], ids=["cell", "division", "body"])
def test_lines_that_are_not_of_the_article_are_left_out_and_said(page, lines, kind):
    """Whatever the element is that has the whole text."""
    document = read(page.format(LONG, lines))
    assert document.text.split("\n\n") == ["Pier", f"{LONG.strip()}\n"]
    kinds = {each.split(":")[0] for each in document.done[1:]}
    assert kinds - {"left out forms", "left out"} <= {f"left out {kind}"}
    assert f"left out {kind}" in kinds
    assert "--whole" in document.remarks[-1]


@pytest.mark.parametrize(
    "lines",
    [
        "&quot;Get our morning briefing in your inbox every day.&quot;<br>So the newsletter began.",
        "They asked for:<br>1. forty hours<br>2. a doctor<br>3. <a href=x>nine men</a> back",
        "Most read<br>The Bible is read most, says <a href=x>a study</a>.<br>Don Quixote is next.",
        "Most read<br>1. The Bible<br>2. Don Quixote",
        "The post drew 14 likes and 6 retweets.<br>Nobody liked it.",
        "<table><tr><td>Reform<td>254 shares<br>90 likes<tr><td>Union<td>31 shares</table>",
        "<b>Advertisements</b><br>An advertisement cost 40 marks in 1998.",
        "<b>Letters to the editor</b><br>It printed two.<br><br>&quot;You have my vote.&quot;<br>- A. Smith, Lorne",
        "Letters<br>He wrote them in Vell.<br>Ann Lee, Lorne",
        "Comments<br>There were none. The mayor wrote on 3 May 2001, and nobody answered.",
        "<b>Letters</b><br>Go now.<br>K. Marn, Vell<br><br>No.<br>Else Quist, Lorne<br><br>He laughed at both.",
        "<table><tr><td>Readers write<tr><td>Of 40 letters, nine were signed.<tr><td>The others were not.</table>",
        "<table><tr><td>Advertisement<td>900 marks<tr><td>Letter<td>2 marks</table>",
        "He wrote to a friend: send this page on.<br>Also read: the law.",
        "Share 23 of the plan is the pier.<br>Page 23",
        "<blockquote>Subscribe to our newsletter.<br>Do it now.</blockquote>",
    ],
)
@pytest.mark.parametrize("page", [CELL, DIVISION, LINES], ids=["cell", "division", "body"])
def test_lines_of_the_article_that_only_look_so_stay(page, lines):
    """An article about newsletters, advertisements, letters or what is read most loses nothing."""
    body = page.format(LONG, f"{lines}<br>End.")
    document = read(body)
    assert document.done == ("text taken from the whole page",)
    assert document.text == read(body, whole=True).text


@pytest.mark.parametrize(
    ("line", "byline", "counts"),
    [
        ("By Ann Lee | 14 likes | 6 retweets", "By Ann Lee", "14 likes | 6 retweets"),
        (
            "By <a>Ann Lee</a>, <time>3 March</time> | <b>14 likes</b> <i>6 retweets</i>",
            "By Ann Lee, 3 March",
            "14 likes 6 retweets",
        ),
        ("By Ann Lee and Tom Berg – Share 23 Tweet", "By Ann Lee and Tom Berg", "Share 23 Tweet"),
        ("By Ann Lee 14 likes", "By Ann Lee", "14 likes"),
        ("By admin · 1.2K shares", "By admin", "1.2K shares"),
    ],
)
@pytest.mark.parametrize("page", ["<p>{}</p><p>{}</p>", "<table><tr><td>{}<br><br>{}<br></table>"])
def test_counts_leave_a_byline_and_the_names_stay(page, line, byline, counts):
    """Who wrote it is of the article, how often it was liked is not."""
    document = read(page.format(line, LONG))
    assert document.text == f"{byline}\n\n{LONG.strip()}\n"
    assert document.done[1] == f"left out share buttons and counts: “{counts}”"
    assert counts.split()[0] in read(page.format(line, LONG), whole=True).text


@pytest.mark.parametrize(
    "line",
    [
        "The post drew 14 likes and 6 retweets",
        "By Monday, 14 likes had come.",
        "By Friday 300 shares",
        "By Ann Lee, who has 6 retweets",
        "By noon Ann Lee had 14 likes, 6 retweets",
        "Smith | 14 likes",
    ],
)
def test_counts_that_a_sentence_tells_stay(line):
    """A by-line names who wrote, and nothing else."""
    document = read(f"<p>{line}</p><p>{LONG}</p>")
    assert document.text == f"{line}\n\n{LONG.strip()}\n"
    assert len(document.done) == 1
