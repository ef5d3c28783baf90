"""What stands around and within a web page's article and is not of it: comments, share buttons, advertisements.

A class name or a label only raises the suspicion; the element itself must agree: a field to write in, links and little
else, several entries with a time. An article about comments or advertising keeps its sections so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from dashboard.exchange.documents.boilerplate_paragraphs import (
    BUTTONS_OF_POSTS,
    LONGEST_PARAGRAPH,
    Paragraphs,
    tells_nothing,
)
from dashboard.exchange.documents.boilerplate_words import (
    AD_ATTRIBUTES,
    ADVERTISEMENTS,
    COMMENTS,
    COUNT,
    LABELS,
    LED_TO,
    NAMES,
    NEUTRAL,
    NEWSLETTERS,
    OTHER_PAGES,
    PAIRS,
    PLAIN_ADVERTISEMENTS,
    REPLY,
    SHARE_ADDRESS,
    SHARE_WORDS,
    SHARING,
    SUBSCRIBE,
)

Node = Any
"""A node of the parsed tree; the library has no public name for one that may be text."""

MOSTLY: Final = 0.6
"""Share of the characters of a list of other pages that are links, at least."""
LONGEST_LABEL: Final = 80
LONGEST_ASKING: Final = 300
"""Characters of a newsletter's box that has a link alone, and no field."""
LONGEST: Final = {SHARING: 300, ADVERTISEMENTS: 500, NEWSLETTERS: 700}
"""Characters from which on an element is none, whatever it is named."""

LEAST_BEFORE: Final = 150
"""Characters before a label of comments: they stand behind what they are on."""
LONGEST_ENTRY: Final = 220
"""Characters of an entry in a list of other pages, in the middle: its title and a line on it."""

_MOST_READ: Final = 5_000_000
"""Characters that are looked at in all, each piece of text as ten more: a hostile page may nest its suspicions."""
_LEVELS: Final = 4
"""How far above a label or a link the element is looked for that it belongs to."""
_PROSE: Final = "h1, blockquote, table, figcaption, pre, dl"
"""What no button, advertisement or list of pages has in it."""
_INLINE: Final = frozenset({"span", "strong", "b", "em", "i", "a", "font", "small", "u", "mark", "label", "time"})
_UNREAD: Final = frozenset({"script", "style", "noscript", "template", "svg"})
_NEVER: Final = frozenset({"html", "body", "main", "table", "tbody", "tr", "td", "th", "blockquote", "figure", "h1"})
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
_MARKS: Final = "\"'“”„‟«»‘’ "
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD: Final = re.compile(r"[a-z]+")


def one_line_of(node: Node) -> str:
    """The text of an element in one line, without what scripts and styles have."""
    return " ".join(" ".join(text.text_content or "" for text in _texts(node)).split())


@dataclass(slots=True)
class Boilerplate:
    """What of the elements below `root` is not of its article; found once, then asked for each element."""

    root: Node
    _kinds: dict[int, str] = field(default_factory=dict)
    _read: int = 0
    _whole: str = ""
    _threads: set[int] = field(default_factory=set)
    """Elements of which posts are all there is: those of a forum."""

    def __post_init__(self) -> None:
        before = last = 0
        paragraphs = Paragraphs(self.root, self._text)
        for text in list(_texts(self.root)):
            words = (text.text_content or "").strip()
            if 0 < len(words) <= LONGEST_LABEL:
                self._look_at_label(text, before, paragraphs)
            if words:
                block = _block_of(text)
                if block.mem_id != last and len(words) <= LONGEST_PARAGRAPH and (kind := paragraphs.kind_of(block)):
                    self._kinds.setdefault(block.mem_id, kind)
                last = block.mem_id
                if words.endswith(BUTTONS_OF_POSTS) and (post := paragraphs.answered_post(block)):
                    self._look_at_post(post, before + len(words))
            before += len(words)
        for link in self.root.css("a[href]"):
            if SHARE_ADDRESS.search(link.attributes.get("href") or ""):
                self._look_at_share_link(link)

    def kind_of(self, node: Node) -> str | None:
        """Which kind an element is of; None for what may be of the article."""
        if (known := self._kinds.get(node.mem_id)) is not None:
            return known
        if node.tag in _NEVER:
            return None
        named = dict.fromkeys(kind for name in _names(node) if (kind := kind_named(name)))
        return next((kind for kind in named if self._agrees(node, kind, is_labelled=False)), None)

    def is_aside_of_links(self, node: Node) -> bool:
        """Whether an aside leads elsewhere, is a label alone or repeats words of the text; else it may add facts."""
        text = self._text(node)
        if not text or self.is_mostly_links(node) or LABELS[OTHER_PAGES].fullmatch(text):
            return True
        if not self._whole:
            self._whole = self._text(self.root)
        words = text.strip(_MARKS)
        return len(words) > LONGEST_LABEL // 2 and self._whole.count(words) > 1

    def is_mostly_links(self, node: Node) -> bool:
        """Whether it leads elsewhere and says nothing itself."""
        text = self._text(node)
        return bool(text) and not node.css(_PROSE) and self._link_characters(node) >= MOSTLY * len(text)

    def _text(self, node: Node) -> str:
        """Its words in one line; nothing once too much was looked at, so that nothing more is left out."""
        if self._read > _MOST_READ:
            return ""
        parts = [text.text_content or "" for text in _texts(node)]
        text = " ".join(" ".join(parts).split())
        self._read += len(text) + 10 * len(parts) + 10
        return text

    def _link_characters(self, node: Node) -> int:
        return sum(len(one_line_of(link)) for link in node.css("a, button"))

    def _look_at_post(self, post: Node, read: int) -> None:
        """A post among others, up to the end of which are so many characters.

        It is a reader's on the article, unless posts are what the page begins with.
        """
        parent = post.parent.mem_id
        if read - len(self._text(post)) < LEAST_BEFORE:
            self._threads.add(parent)
        if parent not in self._threads:
            self._kinds[post.mem_id] = COMMENTS

    def _look_at_label(self, text: Node, before: int, paragraphs: Paragraphs) -> None:
        """A short line that says what follows, or is itself all there is; `before` it are so many characters."""
        block = _block_of(text)
        if block.mem_id == self.root.mem_id or block.tag in _NEVER:
            return
        words = self._text(block)
        if self._leads_on(block, words):
            self._kinds[block.mem_id] = OTHER_PAGES
            return
        if len(words) > LONGEST_LABEL:
            return
        if before >= LEAST_BEFORE and LABELS[COMMENTS].fullmatch(words) and (posts := paragraphs.posts_behind(block)):
            self._kinds.update(dict.fromkeys((each.mem_id for each in posts), COMMENTS))
            return
        if COUNT.fullmatch(words) and block.tag not in _HEADINGS:
            self._kinds[block.mem_id] = SHARING
            return
        if LABELS[NEWSLETTERS].fullmatch(words) and block.css_first("form, input"):
            self._kinds[block.mem_id] = NEWSLETTERS
            return
        for kind, label in LABELS.items():
            if kind == COMMENTS and before < LEAST_BEFORE:
                continue
            if label.fullmatch(words) and (found := self._elements_under(block, kind)):
                self._kinds.update(dict.fromkeys((each.mem_id for each in found), kind))
                if kind == ADVERTISEMENTS and found == [block] and (offer := paragraphs.offer_behind(block)):
                    self._kinds[offer.mem_id] = kind
                return

    def _leads_on(self, block: Node, words: str) -> bool:
        """Whether a line is “Read also:” and the link to another page, and nothing else."""
        begins = LED_TO.match(words)
        if begins is None or block.tag in _HEADINGS or (link := block.css_first("a[href]")) is None:
            return False
        return words[begins.end() :] == one_line_of(link)

    def _elements_under(self, label: Node, kind: str) -> list[Node]:
        """The element that the label stands at the head of; else the label, and the lists of links behind it."""
        above, level = label.parent, 0
        while above is not None and above.mem_id != self.root.mem_id and above.tag not in _NEVER and level < _LEVELS:
            text = self._text(above)
            if not text.startswith(self._text(label)) or above.tag == "article":
                break
            if self._agrees(above, kind, is_labelled=True):
                return [above]
            above, level = above.parent, level + 1
        behind = list(self._lists_behind(label)) if kind == OTHER_PAGES else []
        if behind or (kind == ADVERTISEMENTS and label.tag not in _HEADINGS):
            return [label, *behind]
        return []

    def _lists_behind(self, label: Node) -> Iterator[Node]:
        after = label.next
        while after is not None and (after.tag == "-text" or after.tag in ("ul", "ol", "div")):
            if after.tag != "-text":
                links = after.css("a")
                alone = len(links) == 1 and after.tag == "div" and one_line_of(links[0]) == self._text(after)
                if (len(links) < 2 and not alone) or not self.is_mostly_links(after):
                    return
                yield after
            elif (after.text_content or "").strip():
                return
            after = after.next

    def _look_at_share_link(self, link: Node) -> None:
        """The largest element around it that only helps to share; else the link alone."""
        found, above = None, link
        for _ in range(_LEVELS + 1):
            if above is None or above.mem_id == self.root.mem_id or above.tag in _NEVER:
                break
            if not self._only_shares(above):
                break
            found, above = above, above.parent
        if found is not None:
            self._kinds[found.mem_id] = SHARING

    def _only_shares(self, node: Node) -> bool:
        words = _WORD.findall(self._text(node).lower())
        return (
            len(words) <= LONGEST[SHARING] // 5 and not node.css(_PROSE) and all(each in SHARE_WORDS for each in words)
        )

    def _agrees(self, node: Node, kind: str, *, is_labelled: bool) -> bool:
        """Whether what is in an element agrees with its name or its label."""
        text = self._text(node)
        if len(text) > LONGEST.get(kind, len(text)):
            return False
        if kind == COMMENTS:
            return self._holds_comments(node, is_labelled=is_labelled)
        if node.css(_PROSE):
            return False
        if kind == SHARING:
            return self._only_shares(node) or self._link_characters(node) >= MOSTLY * len(text)
        if kind == OTHER_PAGES:
            return self._lists_pages(node, text, is_labelled=is_labelled)
        if kind == NEWSLETTERS:
            pressed = (one_line_of(each) for each in node.css("a, button"))
            asked = len(text) <= LONGEST_ASKING and any(SUBSCRIBE.search(each) for each in pressed)
            return asked or bool(node.css("form, input, iframe"))
        return self._is_advertisement(node, text)

    def _is_advertisement(self, node: Node, text: str) -> bool:
        """The page says so above it or to screen readers; or it leads elsewhere, or is so named and tells nothing."""
        first = next(_texts(node, blank=False), None)
        labels = (first.text_content or "" if first else "", node.attributes.get("aria-label") or "")
        if first is None or any(LABELS[ADVERTISEMENTS].fullmatch(each.strip()) for each in labels):
            return True
        if node.css("iframe, ins, script") or self.is_mostly_links(node):
            return True
        return tells_nothing(text) and any(map(_is_plainly_advertisement, _names(node)))

    def _lists_pages(self, node: Node, text: str, *, is_labelled: bool) -> bool:
        """Links and little else; or entries each of which has one, with a line on it."""
        entries = node.css("li, article")
        if len(entries) > 1 and len(text) <= LONGEST_ENTRY * len(entries) and all(each.css("a") for each in entries):
            return True
        first = next(_texts(node, blank=False), None)
        label = self._text(_block_of(first)) if first is not None else ""
        told = len(text) - (len(label) if LABELS[OTHER_PAGES].fullmatch(label) else 0)
        return len(node.css("a")) > (not is_labelled) and self._link_characters(node) >= MOSTLY * told

    def _holds_comments(self, node: Node, *, is_labelled: bool) -> bool:
        """Readers write there, or have written: a field, entries that are called comments, replies or times."""
        if node.css("h1"):
            return False
        within = [each for each in node.css("*") if each.mem_id != node.mem_id]
        called = any(kind_named(name) == COMMENTS for each in within for name in _names(each))
        replies = sum(bool(REPLY.fullmatch(one_line_of(each))) for each in node.css("a, button"))
        if called or replies > 1 or node.css("textarea") or len(node.css("time")) > 1:
            return True
        if is_labelled or not any(
            kind_named(name) == COMMENTS
            for name in (*(node.attributes.get("class") or "").split(), _id_of_threads(node))
        ):
            return False
        first = next(_texts(node, blank=False), None)
        return first is None or bool(LABELS[COMMENTS].fullmatch(self._text(_block_of(first))))


def kind_named(name: str) -> str | None:
    """The kind that a class name or an id names, whatever it says besides of its place: `comments-section`."""
    words = frozenset(_WORD.findall(_CAMEL.sub(" ", name).lower())) - NEUTRAL
    for kind, (enough, beside) in NAMES.items():
        strong = words & enough or (kind == OTHER_PAGES and any(pair <= words for pair in PAIRS))
        if strong and words <= enough | beside:
            return kind
    return None


def _id_of_threads(node: Node) -> str:
    """The id of an element that a service for comments fills; an article about comments may have any other."""
    id_ = node.attributes.get("id") or ""
    return id_ if id_.startswith("disqus") else ""


def _is_plainly_advertisement(name: str) -> bool:
    return not PLAIN_ADVERTISEMENTS.isdisjoint(_WORD.findall(_CAMEL.sub(" ", name).lower()))


def _names(node: Node) -> Iterator[str]:
    """Class names, the id, the role and the like of an element."""
    attributes = node.attributes
    yield from (attributes.get("class") or "").split()
    for key in ("id", "data-testid", "data-component", "data-module", "itemprop", "role"):
        if value := attributes.get(key):
            yield value
    is_labelled = LABELS[ADVERTISEMENTS].fullmatch((attributes.get("aria-label") or "").strip())
    if is_labelled or any(key in attributes for key in AD_ATTRIBUTES):
        yield "ad"
    if "schema.org/Comment" in (attributes.get("itemtype") or ""):
        yield "comment"
    if "-" in node.tag:
        yield node.tag


def _texts(root: Node, *, blank: bool = True) -> Iterator[Node]:
    """The texts below an element, in their order; those of nothing but space only if `blank`."""
    stack = [root]
    while stack:
        node = stack.pop()
        if node.tag == "-text":
            if blank or (node.text_content or "").strip():
                yield node
        elif node.tag not in _UNREAD:
            stack.extend(reversed(list(node.iter(include_text=True))))


def _block_of(text: Node) -> Node:
    """The element that lays a text out as a line of its own, as far as tags tell."""
    node = text.parent
    while node.tag in _INLINE and node.parent is not None:
        node = node.parent
    return node
