"""What of a page is not of its article, found once.

A class name or a label only raises the suspicion; the element itself must agree (`agreement.py`).
"""

from dataclasses import dataclass, field
from typing import Final

from dashboard.exchange.documents.boilerplate.agreement import PROSE, Agreement
from dashboard.exchange.documents.boilerplate.labels import LEAST_BEFORE, LONGEST_LABEL, Labels
from dashboard.exchange.documents.boilerplate.names import kinds_named
from dashboard.exchange.documents.boilerplate.notices import cookie_notice, may_be_of_cookies
from dashboard.exchange.documents.boilerplate.offers import tells_nothing
from dashboard.exchange.documents.boilerplate.page_tree import (
    HEADINGS,
    INLINE,
    KEPT,
    LINE,
    NEVER,
    PARAGRAPH,
    Node,
    PageText,
    block_of,
    blocks_of,
    has_text_of_its_own,
    one_line_of,
    texts_below,
)
from dashboard.exchange.documents.boilerplate.paragraphs import LONGEST_PARAGRAPH, Paragraphs
from dashboard.exchange.documents.boilerplate.posts import BUTTONS_OF_POSTS, Posts
from dashboard.exchange.documents.boilerplate.share_counts import (
    BEGINS_BYLINE,
    is_beside_others,
    is_share_count,
    split_off_counts,
)
from dashboard.exchange.documents.boilerplate.words import (
    COMMENTS,
    FULL_STORY,
    LABELS,
    LED_TO,
    NEWSLETTERS,
    OTHER_PAGES,
    SHARE_ADDRESS,
    SHARING,
    SUBSCRIBE_PRESS,
)

_LEVELS: Final = 4
"""How far above a link the element is looked for that it belongs to."""
_MARKS: Final = "\"'“”„‟«»‘’ "


@dataclass(slots=True)
class Boilerplate:
    """What of the elements below `root` is not of its article; found once, then asked for each element."""

    root: Node
    text: PageText = field(default_factory=PageText)
    _kinds: dict[int, str] = field(default_factory=dict)
    _whole: str = ""
    _threads: set[int] = field(default_factory=set)
    """Elements of which posts are all there is: those of a forum."""

    def __post_init__(self) -> None:
        paragraphs, posts = Paragraphs(self.root, self.text), Posts(self.root, self.text)
        labels = Labels(self.root, self.text, self._agreement, paragraphs, posts)
        self._split_bylines(paragraphs)
        before = 0
        seen: set[int] = set()
        for text in list(texts_below(self.root)):
            words = (text.text_content or "").strip()
            for block in blocks_of(text) if words else ():
                if is_share_count(words) and is_beside_others(text, self.text.of(block)):
                    self._kinds[text.parent.mem_id] = SHARING
                if len(words) <= LONGEST_LABEL:
                    self._kinds |= labels.found_at(block, before)
                is_new = block.mem_id not in seen and len(words) <= LONGEST_PARAGRAPH
                if is_new and (kind := paragraphs.kind_of(block)):
                    self._kinds.setdefault(block.mem_id, kind)
                if may_be_of_cookies(words) and not paragraphs.is_quoted(block):
                    self._look_at_cookies(block)
                seen.add(block.mem_id)
                if words.endswith(BUTTONS_OF_POSTS) and (post := posts.post_around(block)):
                    self._look_at_post(post, before + len(words))
            before += len(words)
        for link in self.root.css("a[href], button"):
            if SUBSCRIBE_PRESS.fullmatch(one_line_of(link)):
                self._look_at_subscribe_link(link)
            if FULL_STORY.fullmatch(one_line_of(link)):
                self._look_at_link_onward(link)
            if SHARE_ADDRESS.search(link.attributes.get("href") or ""):
                self._look_at_share_link(link)

    def _split_bylines(self, paragraphs: Paragraphs) -> None:
        """Tell the share counts of by-lines from who wrote the page."""
        blocks = {
            (block := block_of(text)).mem_id: block
            for text in texts_below(self.root)
            if BEGINS_BYLINE.match(text.text_content or "")
        }
        for block in blocks.values():
            counts = None if paragraphs.is_quoted(block) else split_off_counts(block, self.text.of(block))
            if counts is not None:
                self._kinds[counts.mem_id] = SHARING

    @property
    def _agreement(self) -> Agreement:
        return Agreement(self.text)

    def kind_of(self, node: Node) -> str | None:
        """Which kind an element is of; None for what may be of the article."""
        if (known := self._kinds.get(node.mem_id)) is not None:
            return known
        if node.tag in NEVER or node.tag in (LINE, PARAGRAPH, "br"):
            return None
        return next((kind for kind in kinds_named(node) if self._agreement.holds(node, kind, is_labelled=False)), None)

    def is_aside_of_links(self, node: Node) -> bool:
        """Whether an aside leads elsewhere, is a label alone or repeats words of the text; else it may add facts."""
        text = self.text.of(node)
        if not text or self.is_mostly_links(node) or LABELS[OTHER_PAGES].fullmatch(text):
            return True
        if not self._whole:
            self._whole = self.text.of(self.root)
        words = text.strip(_MARKS)
        return len(words) > LONGEST_LABEL // 2 and self._whole.count(words) > 1

    def is_mostly_links(self, node: Node) -> bool:
        """Whether it leads elsewhere and says nothing itself."""
        return self._agreement.is_mostly_links(node)

    def _look_at_post(self, post: Node, read: int) -> None:
        """A post among others, up to the end of which are so many characters.

        It is a reader's on the article, unless posts are what the page begins with.
        """
        parent = post.parent.mem_id
        if read - len(self.text.of(post)) < LEAST_BEFORE:
            self._threads.add(parent)
        if parent not in self._threads:
            self._kinds[post.mem_id] = COMMENTS

    def _look_at_cookies(self, block: Node) -> None:
        """A notice of cookies with its buttons."""
        if (notice := cookie_notice(block, self.root, self.text)) is not None:
            self._kinds[notice[0].mem_id] = notice[1]

    def _look_at_link_onward(self, link: Node) -> None:
        """The box around “Read more” that begins “Related: …”; or the line, if it has nothing else."""
        found, above = None, link
        for _ in range(_LEVELS + 1):
            if above is None or above.mem_id == self.root.mem_id or above.tag in KEPT:
                break
            words = self.text.of(above)
            is_line = words == self.text.of(link) and above.tag not in HEADINGS
            if is_line or (len(words) <= LONGEST_PARAGRAPH and LED_TO.match(words)):
                found = above
            above = above.parent
        if found is not None and not has_text_of_its_own(found.parent, found):
            self._kinds.setdefault(found.mem_id, OTHER_PAGES)

    def _look_at_subscribe_link(self, link: Node) -> None:
        """The largest element around it that asks to subscribe and tells nothing; or the link, if it is a line."""
        found, above, words = None, link, self.text.of(link)
        while above is not None and above.mem_id != self.root.mem_id and above.tag not in KEPT:
            is_sentence = above.tag in HEADINGS | INLINE and self.text.of(above) != words
            if is_sentence or has_text_of_its_own(above, link) or above.css_first(PROSE):
                break
            if not tells_nothing(self.text.of(above)):
                break
            found, above = above, above.parent
        is_line = above is None or not has_text_of_its_own(above, link)
        if found is not None and is_line and found.tag not in HEADINGS:
            self._kinds.setdefault(found.mem_id, NEWSLETTERS)

    def _look_at_share_link(self, link: Node) -> None:
        """The largest element around it that only helps to share; else the link alone."""
        found, above = None, link
        for _ in range(_LEVELS + 1):
            if above is None or above.mem_id == self.root.mem_id or above.tag in NEVER:
                break
            if not self._agreement.only_shares(above):
                break
            found, above = above, above.parent
        if found is not None:
            self._kinds[found.mem_id] = SHARING
