"""The words by which a web page names what stands around its article: in class names, in labels, in addresses."""

import re
from collections.abc import Mapping
from typing import Final

COMMENTS: Final = "readers' comments"
SHARING: Final = "share buttons and counts"
ADVERTISEMENTS: Final = "advertisements"
NEWSLETTERS: Final = "newsletter boxes"
OTHER_PAGES: Final = "lists of other pages"
COOKIES: Final = "notices of cookies"
PLAYERS: Final = "players"
PAGE_TOOLS: Final = "tools of the page"


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NAMES: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = {
    COMMENTS: (
        _word_set(
            "comment comments commentlist commentform commenting disqus respond replies "
            "kommentare kommentar comentarios commentaires"
        ),
        _word_set(
            "reader readers user facebook fb coral add leave reply discussion author body text meta date avatar name"
        ),
    ),
    SHARING: (
        _word_set(
            "share shares sharing sharebar sharedaddy sharethis addtoany addthis social socials sharecount teilen"
        ),
        _word_set("facebook twitter whatsapp follow like likes save print email floating sticky total"),
    ),
    ADVERTISEMENTS: (
        _word_set(
            "ad ads advert adverts advertisement advertisements advertising adsense adsbygoogle adslot adunit dfp mpu "
            "taboola outbrain sponsored sponsor promo advertorial anzeige werbung publicidad publicite"
        ),
        _word_set(
            "google native display leaderboard billboard rectangle mobile desktop below above label promoted feed"
        ),
    ),
    NEWSLETTERS: (
        _word_set("newsletter newsletters subscribe mailinglist mailchimp signup"),
        _word_set("sign up email subscription daily weekly"),
    ),
    OTHER_PAGES: (
        _word_set(
            "mostread mostviewed mostpopular popular trending related recommended recommendations "
            "recirculation readnext"
        ),
        _word_set("most read viewed shared also you may like now next latest"),
    ),
    COOKIES: (
        _word_set("cookie cookies consent gdpr onetrust cookiebanner cookieconsent cookielaw"),
        _word_set("banner notice policy popup overlay modal dialog message info law pc sdk privacy"),
    ),
    PLAYERS: (_word_set("audio listen readspeaker"), _word_set("player native text to speech article")),
}
"""Kind to words of a class name, of which one is enough, and to others that may stand beside it."""
PLAIN_ADVERTISEMENTS: Final = NAMES[ADVERTISEMENTS][0] - _word_set("advertising anzeige werbung publicidad publicite")
"""Names that sections about advertising do not have."""
AD_ATTRIBUTES: Final = (
    "data-ad",
    "data-ad-slot",
    "data-ad-unit",
    "data-ad-client",
    "data-adunit",
    "data-google-query-id",
)
"""Attributes of what a server of advertisements fills."""
PAIRS: Final = (frozenset({"most", "read"}), frozenset({"most", "viewed"}), frozenset({"read", "next"}))
"""Words that only together name a list of other pages."""
NEUTRAL: Final = _word_set(
    "section area list wrapper wrap container box block widget module inner outer bar panel unit slot form article "
    "articles post posts story stories entry news content page links link item items buttons button icons icon tools "
    "media count counts thread top bottom left right inline the this js region group wp jp sidebar template holder cta "
    "html amp view views header title heading row col"
)
"""What a class name may have besides: it says nothing of the kind."""

LABELS: Final[Mapping[str, re.Pattern[str]]] = {
    COMMENTS: re.compile(
        r"(?:(?:show|view|see|read|load)\s+(?:all\s+)?)?(?:\d[\d.,]*\s+)?(?:(?:readers?[’']?s?|user|your)\s+)?(?:comments?|responses?|replies|kommentare?|comentarios?|"
        r"comentários|commentaires?|commenti|комментари\w*|评论|コメント|التعليقات)\s*(?:\(?\s*\d[\d.,]*\s*\)?)?:?"
        r"|(?:leave|post|add|write) (?:a|your) (?:comment|reply)|join the (?:conversation|discussion)"
        r"|have your say|what do you think\?(?: join the (?:conversation|discussion)(?: below)?[.!]?)?"
        r"|what (?:our |your )?readers (?:say|said|think)|readers (?:say|write|respond)"
        r"|\d[\d.,]* (?:comments?|responses?|replies|thoughts?) (?:to|on) .{1,60}",
        re.IGNORECASE,
    ),
    ADVERTISEMENTS: re.compile(
        r"[-–—\s]*(?:advertisements?|advert|advertorial|(?:sponsored|promoted)(?: content| post| story)?|"
        r"paid (?:content|post|partnership|advertisement)|partner content|anzeige|werbung|publicidad|"
        r"publicité|pubblicità|реклама|(?:story|article) continues (?:below|after)(?: this)?(?: (?:advertisement|ad))?"
        r"|scroll to continue(?: with content)?)[-–—:\s]*",
        re.IGNORECASE,
    ),
    NEWSLETTERS: re.compile(
        r"(?:sign up|subscribe|register)\b.{0,60}|(?:get|receive|join)\b.{0,40}\b(?:newsletter|inbox|briefing)\b.{0,40}"
        r"|(?:our|the|daily|weekly|free|morning)?\s*newsletters?|.{0,30}\bin your inbox\b.{0,20}",
        re.IGNORECASE,
    ),
    OTHER_PAGES: re.compile(
        r"(?:(?:the )?most (?:read|viewed|popular|shared|watched|commented)(?: \w+){0,3}"
        r"|popular(?: now| stories| posts)?"
        r"|trending(?: now| stories)?|related(?: articles?| stories| news| content| posts| reading| coverage)?"
        r"|read (?:more|next|also)|also read|see also|(?:explore )?more (?:from|on|in|stories|news)\b.{0,40}"
        r"|explore more\b.{0,40}|(?:topics?|tags?|keywords|filed under|in this (?:article|story))"
        r"|what to read next|top stories"
        r"|you (?:may|might) also (?:like|be interested in)|recommended(?: for you| stories| reading| articles)?"
        r"|editor[s’']{0,2} (?:picks|choice)|latest(?: news| stories)?|(?:lo |las |los )?más (?:leíd|vist)[oa]s?"
        r"|meistgelesen\w*|mehr zum thema|auch interessant|(?:les )?plus lus|à lire aussi|mais lidas|i più letti"
        r"|самое читаемое|читайте также)\s?:?",
        re.IGNORECASE,
    ),
}
"""Kind to what stands above it as its label, the whole of it."""
LED_TO: Final = re.compile(
    r"(?:(?:read|see|watch|listen|related)(?: (?:more|next|also|stories|story|articles?))?"
    r"|also on (?:our|this) (?:web ?)?site"
    r"|don[’']t miss|from (?:our|the) archives?|in case you missed it)\s?[:»>→-]\s*",
    re.IGNORECASE,
)
"""What stands before the one link of a line that leads to another page: `Read also: …`."""
TAGS: Final = re.compile(
    r"(?:tags?|tagged(?: (?:with|as|in))?|topics?|keywords|filed under|categor(?:y|ies)|posted in)\s?:?\s*",
    re.IGNORECASE,
)
"""What stands before the links of a line that sort a page: `Tags: Zambia, debt`."""
SPONSORS: Final = re.compile(r"(?:(?:our|event|media|main|official) )?(?:sponsors?|partners)\s?:?", re.IGNORECASE)
"""A label of those who pay for the page, where nothing but their names or pictures follows."""
FULL_STORY: Final = re.compile(
    r"(?:read (?:more|on|the full (?:story|article))|full story|continue reading)[ »›→….]*", re.IGNORECASE
)
"""A link that leads on, the whole of it."""
SHARE_ADDRESS: Final = re.compile(
    r"facebook\.com/(?:sharer|share|dialog/share)|(?:twitter|x)\.com/(?:intent|share|home\?status)|wa\.me/\?|"
    r"(?:api|web)\.whatsapp\.com/send|whatsapp://|t\.me/share|telegram\.me/share|linkedin\.com/(?:share|cws)|"
    r"reddit\.com/submit|pinterest\.com/pin/create|bsky\.app/intent|vk\.com/share|flipboard\.com/.*share|mailto:\?",
    re.IGNORECASE,
)
SHARE_WORDS: Final = _word_set(
    "share tweet post pin save print copy copied email e-mail mail link url facebook twitter x whatsapp telegram "
    "linkedin reddit pinterest bluesky mastodon messenger flipboard threads vk on via by to this article story page "
    "shares likes with opens in new window comment comments follow us more k m send"
)
REPLY: Final = re.compile(
    r"repl(?:y|ies)(?: to .{1,40})?|report(?: abuse)?|antworten|responder|répondre|ответить", re.IGNORECASE
)
SUBSCRIBE: Final = re.compile(r"\b(?:subscribe|sign up|register|join)\b", re.IGNORECASE)
SUBSCRIBE_PRESS: Final = re.compile(
    r"(?:subscribe|sign up|register|join|become a member|start (?:your )?free trial)"
    r"(?: (?:now|today|here|for free|to read(?: more| on)?|from [€$£]\d[\d.,]*))?[ »›→]*",
    re.IGNORECASE,
)
"""A link or a button to subscribe, the whole of it."""
