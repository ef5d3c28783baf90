"""Readers' posts that are plain paragraphs of a page.

Nothing but their form tells of them: who wrote, when, and a button to answer.
"""

import re
from dataclasses import dataclass
from typing import Final

from dashboard.exchange.documents.boilerplate.page_tree import (
    HEADINGS,
    KEPT,
    WHOLE,
    Node,
    PageText,
    block_of,
    elements_behind,
    elements_beside,
    lines_behind,
    outermost_with_words,
    texts_below,
)
from dashboard.exchange.documents.boilerplate.words import COMMENTS, LABELS

_DAY_OR_HOUR: Final = (
    r"(?:\d{1,2}[:.]\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d"
    r"|(?:\w{3,9} )?\d{1,2}(?:st|nd|rd|th)?,? (?:\w{3,9} )?\d{4}"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})"
)
_TIME: Final = (
    rf"(?:(?:at|on)\s+)?{_DAY_OR_HOUR}(?:[ ,]+(?:(?:at|on)\s+)?{_DAY_OR_HOUR})?(?:\s?[ap]\.?m\.?)?"
    r"(?:\s(?:GMT|UTC|[A-Z]{1,3}S?T))?"
)
_AGO: Final = (
    r"(?:(?:\d{1,3}|an?) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?) ago"
    r"|just now)"
)
_POST: Final = re.compile(
    rf"(?:posted|commented|submitted|written) by\b.{{1,40}}?[, ]+{_TIME}\s*(?P<text>[:|–—].+|-\s.+)?[:|–—]?"
    rf"|(?!the\b)[^.!?:]{{1,40}}? (?:says|said|writes|wrote)[,: ]+{_TIME}\s*:?"
    rf"|[^.!?:·•|]{{1,40}}?\s?[·•|]\s?(?:{_TIME}|{_AGO})"
    rf"|[^.!?:()]{{1,40}}? \((?:{_TIME}|{_AGO})\)\s?:",
    re.IGNORECASE | re.DOTALL,
)
"""`Posted by anon at 12:31: …`; not `Posted by the ministry on 3 May 2024, the …`. `Ann wrote on 3 May 2024` alone."""
_NUMBERED: Final = re.compile(r"\d")
_ANSWERED: Final = re.compile(
    r".*[.!?…][”’\"')]*\s+(?:Reply|Reply Report|Report Reply|Like Reply|Reply Share)", re.DOTALL
)
"""A post with the button below it, which is but its last word."""
BUTTONS_OF_POSTS: Final = ("Reply", "Report", "Share")
_POST_BEGINS: Final = re.compile(
    rf"[^.!?:]{{1,40}}?\s(?:(?:says?|said|writes|wrote)\s?[:,]?\s+|[·•|–—-]\s*)?(?:{_TIME}|{_AGO})", re.IGNORECASE
)
"""How an entry of a list of posts begins: `Ann Lee says: July 7th, 2021 at 11:02 am`."""
_LINES_OF_HEAD: Final = 3
"""Lines of an entry that say who wrote it, and when."""
_LONGEST_POST: Final = 3_000
_MOST_OF_POSTS: Final = 100_000
"""Characters of an element that consists of posts, at most."""
_LINES_OF_POST: Final = 6
_WHEN: Final = re.compile(
    rf"(?:{_TIME}|{_AGO}|(?:yesterday|today)(?: at {_DAY_OR_HOUR})?)(?:\s?[ap]\.?m\.?)?", re.IGNORECASE
)
"""A line that says when a post was written, and nothing else."""
_POSTED: Final = re.compile(rf"(?:posted|written|submitted|added|sent)[: ]+{_TIME}", re.IGNORECASE)
"""The line below a post that says when it was written: `Posted 5 June, 18:22`."""
_LISTS: Final = frozenset({"ol", "ul"})
_ANSWER_LINE: Final = re.compile(
    r"(?:(?:like|likes|dislike|share|report|quote|permalink|\d[\d.,]*|\(\d[\d.,]*\))\W+){0,4}reply"
    r"(?:\W+(?:like|share|report|quote|permalink|\(?\d[\d.,]*\)?))*",
    re.IGNORECASE,
)
"""The line of buttons below a post: `Like (4) · Reply`."""
_PARTS_OF_POST: Final = 4
"""Paragraphs of a post with its button, at most, behind the one that says whose it is."""
_LEVELS: Final = 4


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts of a page: those behind a label, and those that have a button to answer below."""

    root: Node
    text: PageText

    def behind(self, label: Node) -> list[Node]:
        """A label of comments with the posts behind it, up to the last; nothing unless one follows at once.

        A single one is a post only if the label numbers them, as `Comments (1)` does.
        """
        least = 1 if _NUMBERED.search(self.text.of(label)) else 2
        label = outermost_with_words(label, self.root, self.text)
        found: list[Node] = [label]
        waiting: list[Node] = []
        posts, is_body = 0, False
        for element in elements_behind(label):
            words = self.text.of(element)
            if not words:
                continue
            if element.tag in _LISTS and (listed := self._posts_in_list(element)):
                found += [*waiting, element]
                waiting, posts, is_body = [], posts + listed, False
                continue
            post = _POST.fullmatch(words) or _POST.fullmatch(self._first_line(element, words))
            if post is None and len(found) == 1 and not waiting:
                return self._posts_in_lines(label, least)
            if element.tag in KEPT or (element.tag in HEADINGS and post is None) or element.css_first(WHOLE):
                break
            waiting.append(element)
            posts += post is not None
            is_button = words in BUTTONS_OF_POSTS and len(found) > 1 and len(waiting) <= _PARTS_OF_POST
            if post is not None or is_body or is_button or LABELS[COMMENTS].fullmatch(words):
                found += waiting
                waiting = []
            is_body = post is not None and post["text"] is None and len(words) <= len(post[0])
        return found if posts >= least else []

    def _posts_in_lines(self, label: Node, least: int) -> list[Node]:
        """A label with posts of several lines: a name, when it was, what is said, and a button to answer below."""
        found: list[Node] = [label]
        waiting: list[Node] = []
        posts, is_dated = 0, False
        for element in lines_behind(label):
            if not (words := self.text.of(element)):
                continue
            if not waiting and (within := self._posts_within(element)):
                found.append(element)
                posts += within
                continue
            is_last = len(waiting) > _LINES_OF_POST or element.tag in HEADINGS | KEPT or element.css_first(WHOLE)
            if is_last or len(words) > _LONGEST_POST:
                break
            waiting.append(element)
            is_dated = is_dated or bool(_WHEN.fullmatch(words))
            is_signed = len(waiting) > 1 and bool(_POSTED.fullmatch(words))
            if is_signed or (_ANSWER_LINE.fullmatch(words) and is_dated):
                found += waiting
                waiting, posts, is_dated = [], posts + 1, False
        return found if posts >= least else []

    def _posts_in_list(self, listed: Node) -> int:
        """The number of entries of a list, where each begins with who wrote it and when; else none."""
        entries = [each for each in listed.iter() if each.tag == "li"]
        starts = [" ".join(self._leaf_lines(each)[:_LINES_OF_HEAD]) for each in entries]
        are_posts = len(entries) > 1 and all(_POST_BEGINS.match(each) for each in starts)
        return len(entries) if are_posts and not listed.css_first(WHOLE) else 0

    def _posts_within(self, element: Node) -> int:
        """The number of posts that an element consists of: each has a line with its time, and ends with buttons."""
        if element.tag in HEADINGS | KEPT or element.css_first(WHOLE) or len(self.text.of(element)) > _MOST_OF_POSTS:
            return 0
        posts, length, is_dated = 0, 0, False
        for line in self._leaf_lines(element):
            length += 1
            is_dated = is_dated or bool(_WHEN.fullmatch(line))
            if length > 2 and is_dated and _ANSWER_LINE.fullmatch(line):
                posts, length, is_dated = posts + 1, 0, False
            elif length > _LINES_OF_POST:
                return 0
        return 0 if length else posts

    def _leaf_lines(self, element: Node) -> list[str]:
        """The words of the elements within that lay themselves out, one behind the other."""
        lines: dict[int, str] = {}
        for text in texts_below(element, blank=False):
            block = block_of(text)
            lines[block.mem_id] = f"{lines.get(block.mem_id, '')} {' '.join((text.text_content or '').split())}".strip()
        return list(lines.values())

    def post_around(self, block: Node) -> Node | None:
        """The element around a paragraph that is a post among others: each ends with a button to answer."""
        level, element = 0, block
        while element is not None and element.mem_id != self.root.mem_id and element.tag not in KEPT | HEADINGS:
            if not self._is_answered(element) or level > _LEVELS:
                return None
            if any(self._is_answered(each) for each in elements_beside(element) if each.tag == element.tag):
                return element
            level, element = level + 1, element.parent
        return None

    def _is_answered(self, element: Node) -> bool:
        words = self.text.of(element)
        return len(words) <= _LONGEST_POST and bool(_ANSWERED.fullmatch(words)) and not element.css_first(WHOLE)

    def _first_line(self, element: Node, words: str) -> str:
        """The words of the first element below it that has any, where it begins with them."""
        first = next((line for each in element.iter() if (line := self.text.of(each))), "")
        return first if words.startswith(first) else ""
