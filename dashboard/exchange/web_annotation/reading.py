"""Annotations out of JSON: W3C collections, pages and single annotations, and what Hypothesis exports."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, NoReturn

from dashboard.errors import DatelineError
from dashboard.exchange.web_annotation import terms
from dashboard.exchange.web_annotation.annotation import Annotation, RefusedAnnotation, SelectedText, Unusable
from dashboard.exchange.web_annotation.names import claim_of, quote_of
from dashboard.model.vocabularies import CLAIM_KINDS

MOST_BYTES: Final = 20_000_000
MOST_KEYS: Final = 1_000
"""The most keys that one object may have: an annotation has a dozen."""
MOST_ANNOTATIONS: Final = 10_000
MOST_TARGETS: Final = 500
"""The most targets that one annotation may have; the same limit holds for its tags and bodies."""
MOST_REFINED: Final = 20
"""Selectors that refine one another."""
LISTS: Final = ("items", "rows", "annotations")
"""Keys of lists of annotations: W3C's pages, the answers of Hypothesis' API, the exports of its client."""
KINDS: Final = {"assessing": "assessment", "questioning": "question"}
"""By W3C's motivations; every other makes a fact."""


class NotJson(DatelineError):
    """A file that is no JSON, or more of it than is read."""


def parse_json(raw: bytes) -> Any:
    """What the JSON text says. Raises `NotJson`: not UTF-8, not JSON, too large, too deep, or a key twice."""
    if len(raw) > MOST_BYTES:
        raise NotJson(f"The file has more than {MOST_BYTES:,} bytes, which is the limit. Split it.")
    try:
        return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise NotJson(f"The file is not UTF-8, as JSON must be: byte {error.start} ({error.reason}).") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise NotJson(f"The file is not JSON: {error.msg} ({where}). Export it as JSON, not as text or CSV.") from error
    except ValueError as error:  # numbers of thousands of digits
        raise NotJson(f"The JSON in the file cannot be read: {error}.") from error
    except RecursionError as error:
        raise NotJson("The file is nested too deeply for annotations.") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > MOST_KEYS:
        raise NotJson(f"An object of the file has {len(pairs):,} keys. The limit is {MOST_KEYS:,}.")
    found = dict(pairs)
    if len(found) < len(pairs):
        number_of = Counter(key for key, _ in pairs)
        twice = next(key for key, number in number_of.items() if number > 1)
        raise NotJson(f"An object of the file has the key “{twice[:80]}” twice. It is not clear which one counts.")
    return found


def _no_number(name: str) -> NoReturn:
    raise NotJson(f"The file has {name}, which is not a number in JSON.")


class NotAnnotations(DatelineError):
    """JSON that holds no annotations."""


def annotations_in(document: Any) -> Iterator[Annotation | RefusedAnnotation]:
    """Every annotation of a parsed document, or why it is refused. Raises `NotAnnotations` where there are none."""
    found = _annotation_list(document)
    if not found:
        raise NotAnnotations(
            "The file has no annotations. It must be a W3C AnnotationCollection, AnnotationPage or Annotation, a list "
            "of these, or a Hypothesis export."
        )
    if len(found) > MOST_ANNOTATIONS:
        raise NotAnnotations(f"The file holds {len(found):,} annotations, more than {MOST_ANNOTATIONS:,}. Split it.")
    for number, each in enumerate(found, 1):
        try:
            yield _annotation(number, each)
        except Unusable as unusable:
            yield RefusedAnnotation(number, _text(each.get("id")) if isinstance(each, dict) else "", str(unusable))


def next_page(document: Any) -> str:
    """The address of a collection's next page, if its pages are files of their own; else empty."""
    if not isinstance(document, dict):
        return ""
    first = document.get("first")
    return _iri((first if isinstance(first, dict) else document).get("next"))


def _annotation_list(document: Any) -> list[Any]:
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        return []
    first = document.get("first")
    if isinstance(first, dict):
        return _annotation_list(first) if "first" not in first else []
    listed = next((document[key] for key in LISTS if isinstance(document.get(key), list)), None)
    if listed is not None:
        return list(listed)
    return [document] if "target" in document else []


def _annotation(number: int, given: Any) -> Annotation:
    if not isinstance(given, dict):
        raise Unusable("it is not an object")
    if _many(given.get("references")) or "replying" in _many(given.get("motivation")):
        raise Unusable("it is a reply to another annotation, not a claim")
    if "target" not in given:
        raise Unusable("it has no target")
    for key in ("target", "body", "tags"):
        if (entries := len(_many(given.get(key)))) > MOST_TARGETS:
            raise Unusable(f"its `{key}` has {entries:,} entries, more than {MOST_TARGETS:,}")
    bodies = [body for body in _many(given.get("body")) if isinstance(body, dict)]
    said = [_value(body) for body in bodies if _purpose(body) in ("", "describing", "commenting")]
    said = [text for text in (*said, _text(given.get("bodyValue")), _text(given.get("text"))) if text.strip()]
    if not claim_of(_text(given.get("id"))):
        said = [text.strip() for text in said]
    tags = [_value(body).strip() for body in bodies if _purpose(body) == "tagging"]
    tags += [_text(tag) for tag in _many(given.get("tags"))]
    classes = [_value(body).strip() for body in bodies if _purpose(body) == "classifying"]
    motivation = next((each for each in map(_text, _many(given.get("motivation"))) if each in KINDS), "")
    kind = next((each for each in classes if each in CLAIM_KINDS), KINDS.get(motivation, "fact"))
    targets = tuple(_target(each, given) for each in _many(given["target"]))
    if not targets:
        raise Unusable("it has no target")
    return Annotation(
        number=number,
        id=_text(given.get("id")),
        text=said[0] if said else "",
        kind=kind,
        note="\n".join([*said[1:], *_by(given)]),
        tags=tuple(tag for tag in tags if tag),
        targets=targets,
        terms=terms.of_annotation(given),
    )


def _by(given: dict[str, Any]) -> Iterator[str]:
    """Who annotated, where another program says so; that of our own exports is who reviewed the event."""
    creator = next(iter(_many(given.get("creator"))), None)
    name = _text(creator.get("name")) or _text(creator.get("id")) if isinstance(creator, dict) else _text(creator)
    name = _text(given.get("user")) or name
    if name and not claim_of(_text(given.get("id"))):
        yield f"Annotated by {name}."


def _target(given: Any, annotation: dict[str, Any]) -> SelectedText:
    if isinstance(given, str):
        return SelectedText(given)
    if not isinstance(given, dict):
        raise Unusable("its target is neither an IRI nor an object")
    source = _iri(given.get("source")) or _text(annotation.get("uri")) or _text(given.get("id"))
    if not source:
        raise Unusable("its target names no source")
    selectors = _many(given.get("selector"))
    if not selectors:
        return SelectedText(source)
    selector = next((found for each in selectors if (found := _quoting(each))), None)
    if selector is None:
        raise Unusable("its target has no TextQuoteSelector, which is needed to find the words in a text")
    exact = _text(selector.get("exact"))
    if not exact:
        raise Unusable("its TextQuoteSelector has no `exact` text")
    prefix, suffix = _text(selector.get("prefix")), _text(selector.get("suffix"))
    number = quote_of(_text(given.get("id")))
    return SelectedText(source, exact, prefix, suffix, number, terms.of_target(given, source))


def _quoting(selector: Any) -> dict[str, Any] | None:
    """The most refined TextQuoteSelector of a chain: what a selector is refined by is the more specific."""
    found = None
    for _ in range(MOST_REFINED):
        if not isinstance(selector, dict):
            break
        if "TextQuoteSelector" in _many(selector.get("type")):
            found = selector
        selector = next(iter(_many(selector.get("refinedBy"))), None)
    return found


def _iri(given: Any) -> str:
    """The IRI of a resource that is named or described; of a list, that of its first."""
    first = next(iter(_many(given)), None)
    return _text(first.get("id") if isinstance(first, dict) else first)


def _purpose(body: dict[str, Any]) -> str:
    return _text(next(iter(_many(body.get("purpose"))), ""))


def _value(body: dict[str, Any]) -> str:
    return _text(body.get("value"))


def _many(given: Any) -> list[Any]:
    """JSON-LD: one of a thing may stand without its list."""
    return given if isinstance(given, list) else [] if given is None else [given]


def _text(given: Any) -> str:
    return given if isinstance(given, str) else ""
