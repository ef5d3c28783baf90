"""A workspace whose every word is hard to show: unbroken, markup, right to left, compounds, far scripts, hidden."""

import hashlib
import json
from pathlib import Path
from typing import Any, Final

from dashboard.store.inbox import store_item
from tests.datasets import row, write_rows

UNBROKEN: Final = "Donaudampfschifffahrt" * 15
MARKUP: Final = (
    "<img src=x onerror='window.hacked=1'> **bold** [link](http://evil.example) </style></script> $x^2$ &amp; "
    "<script>window.hacked=2</script> <a href='javascript:window.hacked=3'>press</a> [me](javascript:window.hacked=4) "
    "\"><svg onload=window.hacked=5> <iframe srcdoc='<script>parent.hacked=6</script>'>"
)
HOMOGLYPHS: Final = "Еcuаdor and the Unitеd Stаtes signed"
"""The vowels are Cyrillic."""
ARABIC: Final = "وقعت الإكوادور اتفاقية مع الولايات المتحدة (2025) بشأن القاعدة العسكرية"
HEBREW: Final = "אקוודור חתמה על הסכם עם ארצות הברית (2025) על הבסיס"
KOREAN: Final = "대한민국과미국은주한미군주둔비용분담에관한협상을다시시작하기로합의하였다고발표하였다"
GERMAN: Final = (
    "Bundesaußenministerin Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung über den "
    "Truppenstationierungsvertragsentwurf"
)
CHINESE: Final = "厄瓜多尔国防部长与美利坚合众国南方司令部司令就曼塔空军基地的使用问题签署谅解备忘录并发表联合声明"
THAI: Final = "กระทรวงการต่างประเทศแห่งราชอาณาจักรไทยและกรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยา"
EMOJI: Final = "👩‍👩‍👧‍👦 🇪🇨 agree ✍🏽 with 🇺🇸 " * 4
HIDDEN: Final = (
    "in\u200bvi\u200csi\u2060ble \u202egnp.exe\u202c \u2066isolated\u2069 \u00ad soft "
    "\u0301\u0301\u0301\u0301\u0301 stacked"
)
ESCAPES: Final = r"C:\u0002temp\u001fother\u0003 \\server\share %s {0} ${1} \n"
"""Not one of these is anything but the characters that stand here."""
LONG: Final = (
    "A title that goes on and on, as titles of communiqués do when every delegation adds a clause of its own, " * 3
)

WORDS: Final = {
    "unbroken": UNBROKEN,
    "markup": MARKUP,
    "arabic": ARABIC,
    "hebrew": HEBREW,
    "korean": KOREAN,
    "german": GERMAN,
    "chinese": CHINESE,
    "thai": THAI,
    "emoji": EMOJI.strip(),
    "hidden": HIDDEN,
    "homoglyphs": HOMOGLYPHS,
    "long": LONG.strip(),
    "escapes": ESCAPES,
}
LONGEST_ID: Final = "-".join(["the-longest-name-that-an-id-allows"] * 3)[:80].strip("-")


def write_hostile(workspace: Path) -> None:
    """One thread, place, actor, source and event for each of `WORDS`, and one quote that does not stand."""
    for folder in ("seeds", "events/registry", f"events/{LONGEST_ID}"):
        (workspace / folder).mkdir(parents=True, exist_ok=True)
    _write(workspace / "events/workspace.yaml", {"title": MARKUP, "summary": "\n".join(WORDS.values())})
    _write(workspace / "events/registry/threads.yaml", {name: _thread(words) for name, words in WORDS.items()})
    _write(workspace / "events/registry/actors.yaml", {name: _actor(words) for name, words in WORDS.items()})
    places = {name: _place(index, words) for index, (name, words) in enumerate(WORDS.items())}
    _write(workspace / "events/registry/places.yaml", places)
    for index, (name, words) in enumerate(WORDS.items()):
        text = f"{words}\n\nOn {index + 1} May 2025, {words} was announced.\n"
        (workspace / f"seeds/{name}.txt").write_text(text, encoding="utf-8")
        _write(workspace / f"seeds/{name}.yaml", _source(words, text))
        event = LONGEST_ID if name == "long" else name
        _write(workspace / f"events/{LONGEST_ID}/{event}.yaml", _event(index, name, words))
        known = {
            "title": words,
            "outlet": words,
            "author": words,
            "file": words,
            "url": "https://evil.example/" + "x" * 900,
        }
        store_item(workspace, f"{words}\n\nOf {name}: {words} {words}\n", known)
    _texts_of_bytes(workspace / "seeds")
    rows = [_imported_row(index, words) for index, words in enumerate(WORDS.values())]
    write_rows(workspace, rows, "hostile", title=MARKUP, publisher=LONG.strip(), licence=UNBROKEN)


def _imported_row(index: int, words: str) -> dict[str, Any]:
    told = dict.fromkeys(("title", "text", "type_code", "actor1", "actor2", "place", "admin1", "source_name"), words)
    at = {"latitude": -2.2 + index / 5, "longitude": -79.3 + index / 5, "country": "EC"}
    published = json.dumps({words: words, "source": words}, ensure_ascii=False)
    return row(index, **told, **at, source_url="https://evil.example/" + "x" * 900, raw=published)


def _texts_of_bytes(seeds: Path) -> None:
    """Texts with NULs and other controls, in two encodings at once, and without one line break."""
    texts = {
        "nuls": b"Before\x00after\x1b[31m\x07, the base was closed.\n",
        "mixed": "En UTF-8: señal.\n".encode() + "En latin-1: señal.\n".encode("latin-1") + b"\xff\xfe\x00",
        "one-line": ("The base was closed. <script>window.hacked=7</script> " * 100_000)[:5_000_000].encode(),
    }
    for name, text in texts.items():
        (seeds / f"{name}.txt").write_bytes(text)
        held = {"sha256": hashlib.sha256(text).hexdigest(), "characters": len(text)}
        _write(seeds / f"{name}.yaml", {"kind": "article", "url": "https://evil.example/'><b>", "text": held})


def _write(file: Path, record: dict[str, Any]) -> None:
    """JSON is YAML; nothing in it is plain."""
    file.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")


def _thread(words: str) -> dict[str, Any]:
    return {"title": words, "summary": words, "questions": {"open": {"text": words, "due": "2027-12-31"}}}


def _actor(words: str) -> dict[str, Any]:
    return {"name": words, "kind": "person", "country": "EC", "aliases": [f"{words} II"]}


def _place(index: int, words: str) -> dict[str, Any]:
    at = {"latitude": -2.2 + index / 5, "longitude": -79.3 + index / 5}
    return {"name": words, "aliases": [], "country": "EC", "precision": "site", **at, "radius_km": 2}


def _source(words: str, text: str) -> dict[str, Any]:
    assessed = {"basis": "external", "note": words}
    return {
        "kind": "article",
        "language": "en",
        "title": {"assessed": {"value": words, **assessed}},
        "outlet": {"assessed": {"value": words, **assessed}},
        "text": {"sha256": hashlib.sha256(text.encode()).hexdigest(), "characters": len(text)},
        "published": {"assessed": {"date": "2025-06-01", **assessed}},
        "reliability": {"grade": "C", "reason": words},
    }


def _event(index: int, name: str, words: str) -> dict[str, Any]:
    names = list(WORDS)
    other = names[index - 1]
    elsewhere = LONGEST_ID if other == "long" else other
    day = f"2025-05-{index + 1:02d}"
    inferred = {"basis": "inferred", "note": words}
    quotes = [{"source": name, "exact": f"{words} was announced"}]
    failing = [{"source": name, "exact": f"never {words}"}]
    return {
        "title": words,
        "what": {"type": "agree", "modes": [], "contexts": ["military"]},
        "threads": [name],
        "commitment": {"level": "pledged", "claims": ["said"]},
        "tags": [LONGEST_ID],
        "when": {"reported": day, "as_reported": words, "claims": ["said"], "assessed": {"date": day, **inferred}},
        "where": {"reported": name, "claims": ["said"], "assessed": {"place": other, **inferred}},
        "who": [
            {"actor": name, "role": "initiator", "as_reported": words, "claims": ["said"]},
            {"actor": other, "role": "recipient", "claims": ["said"]},
        ],
        "amounts": {
            "sum": {
                "reported": {"value": 6000000 + index, "currency": "USD", "qualifier": "exact"},
                "purpose": words,
                "claims": ["said"],
                "assessed": {"value": 7000000, "currency": "USD", "basis": "inferred", "note": words},
            }
        },
        "claims": {
            "said": {"kind": "statement", "by": name, "text": words, "quotes": quotes, "note": words},
            "failed": {"text": words, "quotes": failing, "disputed_by": ["said"], "credibility": 2},
            "doubted": {"text": words, "quotes": quotes, "credibility": 5, "note": words},
            "outside": {
                "text": words,
                "sources": [name],
                "by_as_reported": words,
                "disputed_by": [f"{elsewhere}/said"],
            },
            "asked": {
                "kind": "question",
                "text": words,
                "basis": "inferred",
                "note": words,
                "question": f"{name}/open",
            },
        },
        "relations": [
            {"type": "responds-to", "event": elsewhere, "note": words},
        ],
        "review": {"status": "draft", "by": "AB", "on": "2025-06-01"},
    }
