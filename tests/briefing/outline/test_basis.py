"""What a sentence is based on: one field is changed, and exactly those sentences fall that print it or rest on it."""

import datetime as dt
from typing import Any

import pytest

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.briefing.outline.state import Hashes
from dashboard.briefing.verify import verify_record, verify_written
from tests.briefing.one_event import BRIEFING, KINDS, RAW, TEXT, changed, labels, leaves, validation_of
from tests.seldom import every_third

TODAY = dt.date(2010, 12, 31)
NONE: frozenset[str] = frozenset()
WHO, HOW_MUCH = frozenset({"held who"}), frozenset({"held amounts"})
HELD = frozenset({"held when", "held where"}) | WHO | HOW_MUCH
FIRST_WHEN, FIRST_WHERE, FIRST_HOW_MUCH = {"said when by closed"}, {"said where by closed"}, {"said amounts by cost"}
OTHER_WHEN, OTHER_WHERE, OTHER_HOW_MUCH = {"said when by cost"}, {"said where by cost"}, {"said amounts by closed"}
SAID_WHEN, SAID_WHERE = FIRST_WHEN | OTHER_WHEN, FIRST_WHERE | OTHER_WHERE
SAID = frozenset(SAID_WHEN | SAID_WHERE | FIRST_HOW_MUCH | OTHER_HOW_MUCH)
"""Whatever tells the values of several sources."""
TITLED = HELD | SAID | {"headline", "rung", "map", "timeline"}
DATED = frozenset({"headline", "rung", "held when", "timeline", "basing/closes"})
PLACED = frozenset({"headline", "held where", "map"})
SPOKEN = frozenset({"claim closed", "own words"})
DISPUTED = {"claim cost", "likelihood", "confidence"}
"""What is told of two claims that, with this, cannot both be true."""
OF_COST = DISPUTED | OTHER_WHEN | OTHER_WHERE | FIRST_HOW_MUCH | HOW_MUCH | {"headline", "map", "timeline"}
"""Whatever refers to the claim on the other side: nothing disputes it any more, and its mark is another one."""
DRAWN = frozenset({"map"})
CARRIED = (
    SPOKEN
    | HELD - HOW_MUCH
    | FIRST_WHEN
    | FIRST_WHERE
    | OTHER_HOW_MUCH
    | {"headline", "rung", "map", "timeline", "basing/closes"}
)
"""Whatever refers to the claim: its verdict is another one."""
DESCRIBED = frozenset({"source wire"})
NAMED = DESCRIBED | HELD | {"headline"}
"""Whatever tells by which source a date or a place is carried."""
ENTRY = frozenset({"claim closed"})
"""Whatever tells the claim in its words: what the team wrote beside it stands in its entry of the annex."""
ENTRIES = ENTRY | {"claim cost"}
"""Whatever tells a claim in its words: in the annex, an exception from a check moves between them."""

EVENT: dict[str, tuple[tuple[str | int, ...], Any, frozenset[str]]] = {
    "title": (("title",), "Otherwise", TITLED),
    "what.type": (("what", "type"), "consult", NONE),
    "what.modes": (("what", "modes"), [], NONE),
    "what.contexts": (("what", "contexts"), [], NONE),
    "what.reality": (("what", "reality"), "historical", NONE),
    "threads": (("threads",), ["none", "basing"], frozenset({"map", "timeline"})),
    "commitment.level": (("commitment", "level"), "lapsed", frozenset({"rung"})),
    "commitment.claims": (("commitment", "claims"), ["cost"], frozenset({"rung"})),
    "weight": (("weight",), "major", NONE),
    "tags": (("tags",), ["theirs"], NONE),
    "when.reported": (("when", "reported"), "2008", frozenset({"held when"}) | SAID_WHEN | DISPUTED),
    "when.as_reported": (("when", "as_reported"), "then", NONE),
    "when.lasted": (("when", "lasted"), True, frozenset(SAID_WHEN)),
    "when.claims": (("when", "claims"), ["cost"], frozenset({"held when"}) | FIRST_WHEN),
    "when.also_reported.reported": (("when", "also_reported", 0, "reported"), "2008", SAID_WHEN | DISPUTED),
    "when.also_reported.claims": (("when", "also_reported", 0, "claims"), ["asks"], OTHER_WHEN),
    "when.assessed.date": (("when", "assessed", "date"), "2009-09-17", DATED),
    "when.assessed.basis": (
        ("when", "assessed", "basis"),
        "inferred",
        frozenset({"headline", "held when", "timeline"}),
    ),
    "when.assessed.sources": (("when", "assessed", "sources"), ["held"], frozenset({"headline", "held when"})),
    "when.assessed.claims": (("when", "assessed", "claims"), ["cost"], NONE),
    "when.assessed.allow.words": (
        ("when", "assessed", "allow"),
        {"date-not-quoted": {"words": "2010", "reason": "A reason."}},
        ENTRY,
    ),
    "when.assessed.allow.reason": (
        ("when", "assessed", "allow"),
        {"date-not-quoted": {"words": "2009", "reason": "A reason."}},
        ENTRY,
    ),
    "when.assessed.note": (("when", "assessed", "note"), "Another.", NONE),
    "where.reported": (("where", "reported"), "far", frozenset({"held where"}) | SAID_WHERE | DISPUTED),
    "where.as_reported": (("where", "as_reported"), "here", NONE),
    "where.claims": (("where", "claims"), ["cost"], frozenset({"held where"}) | FIRST_WHERE | ENTRIES),
    "where.also_reported.reported": (("where", "also_reported", 0, "reported"), "far", SAID_WHERE | DISPUTED),
    "where.also_reported.as_reported": (("where", "also_reported", 0, "as_reported"), "by the base", OTHER_WHERE),
    "where.also_reported.claims": (("where", "also_reported", 0, "claims"), ["asks"], OTHER_WHERE),
    "where.assessed.place": (("where", "assessed", "place"), "far", PLACED | ENTRY),
    "where.assessed.basis": (("where", "assessed", "basis"), "inferred", PLACED),
    "where.assessed.sources": (("where", "assessed", "sources"), ["held"], frozenset({"headline", "held where"})),
    "where.assessed.claims": (("where", "assessed", "claims"), ["cost"], ENTRIES),
    "where.assessed.allow.words": (
        ("where", "assessed", "allow"),
        {"date-not-quoted": {"words": "2010", "reason": "A reason."}},
        ENTRY,
    ),
    "where.assessed.allow.reason": (
        ("where", "assessed", "allow"),
        {"date-not-quoted": {"words": "2009", "reason": "A reason."}},
        ENTRY,
    ),
    "where.assessed.note": (("where", "assessed", "note"), "Another.", NONE),
    "toward.place": (("toward", 0, "place"), "land", DRAWN),
    "toward.as": (("toward", 0, "as"), "target", DRAWN),
    "toward.claims": (("toward", 0, "claims"), ["cost"], NONE),
    "toward.assessed.basis": (("toward", 0, "assessed", "basis"), "inferred", NONE),
    "toward.assessed.sources": (("toward", 0, "assessed", "sources"), ["held"], NONE),
    "toward.assessed.claims": (("toward", 0, "assessed", "claims"), ["cost"], NONE),
    "toward.assessed.allow.words": (
        ("toward", 0, "assessed", "allow"),
        {"date-not-quoted": {"words": "2010", "reason": "A reason."}},
        ENTRY,
    ),
    "toward.assessed.allow.reason": (
        ("toward", 0, "assessed", "allow"),
        {"date-not-quoted": {"words": "2009", "reason": "A reason."}},
        ENTRY,
    ),
    "toward.assessed.note": (("toward", 0, "assessed", "note"), "Another.", NONE),
    "who.actor": (("who", 0, "actor"), "ben", WHO),
    "who.role": (("who", 0, "role"), "recipient", WHO),
    "who.as_reported": (("who", 0, "as_reported"), "A. Paz", WHO),
    "who.claims": (("who", 0, "claims"), ["cost"], WHO),
    "who.assessed.actor": (("who", 0, "assessed", "actor"), None, WHO),
    "who.assessed.basis": (("who", 0, "assessed", "basis"), "inferred", WHO),
    "who.assessed.sources": (("who", 0, "assessed", "sources"), ["held"], WHO),
    "who.assessed.claims": (("who", 0, "assessed", "claims"), ["cost"], NONE),
    "who.assessed.allow.words": (
        ("who", 0, "assessed", "allow"),
        {"date-not-quoted": {"words": "2010", "reason": "A reason."}},
        ENTRY,
    ),
    "who.assessed.allow.reason": (
        ("who", 0, "assessed", "allow"),
        {"date-not-quoted": {"words": "2009", "reason": "A reason."}},
        ENTRY,
    ),
    "who.assessed.note": (("who", 0, "assessed", "note"), "Another.", NONE),
    "amounts.reported.value": (("amounts", "cost", "reported", "value"), 4, HOW_MUCH | FIRST_HOW_MUCH),
    "amounts.reported.to": (("amounts", "cost", "reported", "to"), 400, HOW_MUCH | FIRST_HOW_MUCH),
    "amounts.reported.currency": (("amounts", "cost", "reported", "currency"), "EUR", HOW_MUCH | FIRST_HOW_MUCH),
    "amounts.reported.unit": (("amounts", "cost", "reported", "unit"), "people", HOW_MUCH | FIRST_HOW_MUCH),
    "amounts.reported.qualifier": (("amounts", "cost", "reported", "qualifier"), "about", HOW_MUCH | FIRST_HOW_MUCH),
    "amounts.as_reported": (("amounts", "cost", "as_reported"), "five dollars", HOW_MUCH),
    "amounts.purpose": (("amounts", "cost", "purpose"), "rent", HOW_MUCH),
    "amounts.part_of": (("amounts", "cost", "part_of"), "other/all", HOW_MUCH),
    "amounts.claims": (("amounts", "cost", "claims"), ["closed"], HOW_MUCH | FIRST_HOW_MUCH),
    **{
        f"amounts.also_reported.reported.{field}": (
            ("amounts", "cost", "also_reported", 0, "reported", field),
            value,
            OTHER_HOW_MUCH,
        )
        for field, value in (
            ("value", 3),
            ("to", 60),
            ("currency", "EUR"),
            ("unit", "people"),
            ("qualifier", "about"),
        )
    },
    "amounts.also_reported.claims": (("amounts", "cost", "also_reported", 0, "claims"), ["asks"], OTHER_HOW_MUCH),
    "amounts.assessed.value": (("amounts", "cost", "assessed", "value"), 7, HOW_MUCH),
    "amounts.assessed.to": (("amounts", "cost", "assessed", "to"), 700, HOW_MUCH),
    "amounts.assessed.currency": (("amounts", "cost", "assessed", "currency"), "EUR", HOW_MUCH),
    "amounts.assessed.unit": (("amounts", "cost", "assessed", "unit"), "people", HOW_MUCH),
    "amounts.assessed.qualifier": (("amounts", "cost", "assessed", "qualifier"), "about", HOW_MUCH),
    "amounts.assessed.purpose": (("amounts", "cost", "assessed", "purpose"), "rent", HOW_MUCH),
    "amounts.assessed.part_of": (("amounts", "cost", "assessed", "part_of"), "other/all", HOW_MUCH),
    "amounts.assessed.basis": (("amounts", "cost", "assessed", "basis"), "inferred", HOW_MUCH),
    "amounts.assessed.sources": (("amounts", "cost", "assessed", "sources"), ["held"], HOW_MUCH),
    "amounts.assessed.claims": (("amounts", "cost", "assessed", "claims"), ["cost"], NONE),
    "amounts.assessed.allow.words": (
        ("amounts", "cost", "assessed", "allow"),
        {"date-not-quoted": {"words": "2010", "reason": "A reason."}},
        ENTRY,
    ),
    "amounts.assessed.allow.reason": (
        ("amounts", "cost", "assessed", "allow"),
        {"date-not-quoted": {"words": "2009", "reason": "A reason."}},
        ENTRY,
    ),
    "amounts.assessed.note": (("amounts", "cost", "assessed", "note"), "Another.", NONE),
    "claims.text": (("claims", "closed", "text"), "The base was closed in 2009.", SPOKEN),
    "claims.kind": (("claims", "closed", "kind"), "assessment", SPOKEN),
    "claims.by": (("claims", "closed", "by"), "ben", SPOKEN),
    "claims.by_as_reported": (("claims", "closed", "by_as_reported"), "Ana", SPOKEN),
    "claims.quoted_by": (("claims", "closed", "quoted_by"), "ben", SPOKEN),
    "claims.quoted_by_as_reported": (("claims", "closed", "quoted_by_as_reported"), "Ben", SPOKEN),
    "claims.quotes.source": (("claims", "closed", "quotes", 0, "source"), "wire", CARRIED),
    "claims.quotes.exact": (("claims", "closed", "quotes", 0, "exact"), "base closed in 2009", SPOKEN),
    "claims.quotes.prefix": (("claims", "closed", "quotes", 0, "prefix"), "The base ", SPOKEN),
    "claims.quotes.suffix": (("claims", "closed", "quotes", 0, "suffix"), ", said", SPOKEN),
    "claims.sources": (("claims", "closed", "sources"), ["wire"], SPOKEN),
    "claims.basis": (
        ("claims", "asks", "basis"),
        "inferred",
        frozenset({"claim asks", "basing/paid", "map", "timeline"}),
    ),
    "claims.credibility": (("claims", "closed", "credibility"), 2, SPOKEN),
    "claims.disputed_by": (("claims", "closed", "disputed_by"), [], SPOKEN | OF_COST),
    "claims.question": (("claims", "asks", "question"), None, frozenset({"basing/paid"})),
    "claims.allow.words": (("claims", "closed", "allow", "name-not-quoted", "words"), ["Lorne"], ENTRY),
    "claims.allow.reason": (("claims", "closed", "allow"), {}, ENTRY),
    "claims.note": (("claims", "closed", "note"), "Another.", ENTRY),
    "relations.type": (("relations", 0, "type"), "repeats", NONE),
    "relations.event": (("relations", 0, "event"), "else", NONE),
    "relations.claims": (("relations", 0, "claims"), ["closed"], NONE),
    "relations.allow.words": (("relations", 0, "allow"), {"a": {"words": "d", "reason": "c"}}, ENTRY),
    "relations.allow.reason": (("relations", 0, "allow"), {"a": {"words": "b", "reason": "c"}}, ENTRY),
    "relations.note": (("relations", 0, "note"), "Another.", NONE),
    "answers.question": (("answers", 0, "question"), "basing/none", frozenset({"basing/closes"})),
    "answers.outcome": (("answers", 0, "outcome"), "no", frozenset({"basing/closes"})),
    "answers.claims": (("answers", 0, "claims"), ["cost"], frozenset({"basing/closes"})),
    "judgements.question": (("judgements", 0, "question"), "basing/none", frozenset({"likelihood", "confidence"})),
    "judgements.likelihood": (("judgements", 0, "likelihood"), "unlikely", frozenset({"likelihood"})),
    "judgements.confidence": (("judgements", 0, "confidence"), "high", frozenset({"confidence"})),
    "judgements.claims": (("judgements", 0, "claims"), ["closed"], frozenset({"likelihood", "confidence"})),
    "judgements.by": (("judgements", 0, "by"), "CD", frozenset({"likelihood", "confidence"})),
    "judgements.on": (("judgements", 0, "on"), "2010-01-02", frozenset({"likelihood", "confidence"})),
    "judgements.note": (("judgements", 0, "note"), "Another.", NONE),
    "review.status": (("review", "status"), "reviewed", NONE),
    "review.by": (("review", "by"), "AB", NONE),
    "review.on": (("review", "on"), "2010-01-01", NONE),
    "review.note": (("review", "note"), "Another.", NONE),
}

REGISTERED: dict[str, dict[str, tuple[str, tuple[str | int, ...], Any, frozenset[str]]]] = {
    "sources": {
        "kind": ("wire", ("kind",), "article", DESCRIBED),
        "title.reported": ("wire", ("title", "reported"), "Another", NONE),
        "title.assessed.value": ("wire", ("title", "assessed", "value"), "Another", NONE),
        "outlet.reported": ("wire", ("outlet", "reported"), "Another", NONE),
        "outlet.assessed.value": ("wire", ("outlet", "assessed", "value"), "Another", NAMED),
        "author.reported": ("wire", ("author", "reported"), "Another", NONE),
        "author.assessed.value": ("wire", ("author", "assessed", "value"), "Another", NONE),
        "published.reported": ("wire", ("published", "reported"), "2008", NONE),
        "published.assessed.date": ("wire", ("published", "assessed", "date"), "2008", NAMED),
        **{
            f"{name}.assessed.{field}": ("wire", (name, "assessed", field.split(".")[0]), value, NONE)
            for name in ("title", "outlet", "author", "published")
            for field, value in (
                ("basis", "inferred"),
                ("allow.words", {"x": {"words": "y", "reason": "z"}}),
                ("allow.reason", {"x": {"words": "z", "reason": "y"}}),
                ("sources", []),
                ("claims", ["x"]),
                ("note", "Another."),
            )
        },
        "accessed": ("wire", ("accessed",), "2024", NONE),
        "language": ("wire", ("language",), "es", NONE),
        "url": ("wire", ("url",), "https://example.org/2", DESCRIBED),
        "origin": ("wire", ("origin",), "afp", DESCRIBED),
        "reliability.grade": ("wire", ("reliability", "grade"), "C", DESCRIBED),
        "reliability.reason": ("wire", ("reliability", "reason"), "Another.", NONE),
        "rights": ("wire", ("rights",), "ours", NONE),
        "text.sha256": ("held", ("text", "sha256"), "1" * 64, NONE),
        "text.characters": ("held", ("text", "characters"), 1, NONE),
        "set_aside.exact": ("wire", ("set_aside", 0, "exact"), "z", NONE),
        "set_aside.reason": ("wire", ("set_aside", 0, "reason"), "z", NONE),
        "parts.as": ("wire", ("parts", 0, "as"), "boilerplate", NONE),
        "parts.exact": ("wire", ("parts", 0, "exact"), "z", NONE),
        "note": ("wire", ("note",), "Another.", NONE),
    },
    "places": {
        "name": ("base", ("name",), "Another", PLACED | OTHER_WHERE | ENTRY),
        "aliases": ("base", ("aliases",), [], NONE),
        "country": ("base", ("country",), "PE", frozenset(SAID_WHERE | DISPUTED)),
        "precision": ("base", ("precision",), "city", DRAWN),
        "latitude": ("base", ("latitude",), 1.0, DRAWN),
        "longitude": ("base", ("longitude",), 1.0, DRAWN),
        "radius_km": ("base", ("radius_km",), 3.0, DRAWN),
        "sources": ("base", ("sources",), [], NONE),
        "allow.words": ("base", ("allow", "point-off-country", "words"), ["3, 4"], ENTRY),
        "allow.reason": ("base", ("allow",), {}, ENTRY),
        "note": ("base", ("note",), "Another.", NONE),
    },
    "actors": {
        "name": ("ana", ("name",), "Another", frozenset({"claim closed"})),
        "kind": ("ana", ("kind",), "people", NONE),
        "country": ("ana", ("country",), "PE", NONE),
        "aliases": ("ana", ("aliases",), [], NONE),
        "offices.title": ("ana", ("offices", 0, "title"), "Another", NONE),
        "offices.when": ("ana", ("offices", 0, "when"), "2008", NONE),
        "offices.sources": ("ana", ("offices", 0, "sources"), [], NONE),
        "sources": ("ana", ("sources",), [], NONE),
        "note": ("ana", ("note",), "Another.", NONE),
    },
    "threads": {
        "title": ("basing", ("title",), "Another", frozenset({"timeline"})),
        "summary": ("basing", ("summary",), "Another.", NONE),
        "questions.text": (
            "basing",
            ("questions", "paid", "text"),
            "Who paid?",
            frozenset({"basing/paid", "likelihood"}),
        ),
        "questions.due": ("basing", ("questions", "paid", "due"), "2031", frozenset({"basing/paid"})),
        "questions.note": ("basing", ("questions", "paid", "note"), "Another.", NONE),
    },
}
CASES = [("events", "main", field, *case) for field, case in EVENT.items()] + [
    (kind, id_, field, path, value, falling)
    for kind, table in REGISTERED.items()
    for field, (id_, path, value, falling) in table.items()
]


@pytest.fixture(scope="module")
def base(seed):
    """What a workspace has beside its records."""
    return seed.workspace


@pytest.fixture(scope="module")
def built(base):
    """The briefing as it was written."""
    validation = validation_of(RAW, base)
    outline = outline_of(BRIEFING, validation)
    return outline, manifest_of(outline, validation, BRIEFING)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_record_has_an_entry(kind):
    """A new field has to say which sentences are based on it."""
    assert sorted({field for each, _, field, *_ in CASES if each == kind}) == sorted(set(leaves(KINDS[kind])))


def test_nothing_falls_of_the_same_records(base, built):
    """Of the written file, and of the record."""
    outline, seal = built
    validation = validation_of(RAW, base)
    assert verify_written(seal, validation, TODAY).stands
    assert verify_record(BRIEFING.model_copy(update={"built_on": seal.built_on}), validation, TODAY).stands
    assert len(set(labels(outline).values())) == len(seal.sentences)


@pytest.mark.parametrize(
    ("kind", "id_", "path", "value", "falling"),
    every_third((kind, id_, path, value, falling) for kind, id_, _, path, value, falling in CASES),
    ids=[f"{kind}-{field}" for kind, _, field, *_ in CASES],
)
def test_a_changed_field_fells_exactly_what_rests_on_it(base, built, kind, id_, path, value, falling):
    """Each with a reason that names the record; and no sentence reads otherwise now that is not among them."""
    outline, seal = built
    validation = validation_of(changed(kind, id_, path, value), base)
    named = labels(outline)
    verified = verify_written(seal, validation, TODAY)
    assert {named[each.sentence.text] for each in verified.stale} == falling
    by_way = path[-1] == "question" or kind == "places"
    """Of a place, an event has exceptions, or claims that contradict each other: the reason names the event."""
    assert all(any(id_ in why or by_way for why in each.reasons) for each in verified.stale)
    now = {statement.text for statement in outline_of(BRIEFING, validation).statements()}
    assert {named[each.text] for each in seal.sentences if each.text not in now} <= falling


def test_a_retraction_fells_whatever_is_told_of_the_event(base, built):
    """Of the states of a review, this one alone."""
    outline, seal = built
    review = {"status": "retracted", "note": "It did not happen."}
    verified = verify_written(seal, validation_of(changed("events", "main", ("review",), review), base), TODAY)
    named = labels(outline)
    standing = {named[each.sentence.text] for each in verified.findings if each.stands}
    assert standing == {each for each in named.values() if each.startswith("source ")}


@pytest.mark.parametrize(
    ("words", "other", "falling"),
    [("Nobody quotes this", "Someone quoted it", NONE), ("It cost 5", "It cost 6", {"claim cost"})],
)
def test_a_changed_text_fells_what_quotes_the_changed_words(base, built, words, other, falling):
    """A text is told to have changed once, beside; that is no reason. What refers to a claim has its verdict."""
    outline, seal = built
    verified = verify_written(seal, validation_of(RAW, base, TEXT.replace(words, f"{other}.")), TODAY)
    named = labels(outline)
    fallen = {named[each.sentence.text] for each in verified.stale}
    refers = {named[each.text] for each in seal.sentences if "main/cost" in each.claims}
    assert fallen == (refers if falling else NONE)
    assert falling <= fallen
    assert verified.texts == ("changed: text of source held",)
    assert verified.stands is not bool(falling)


def test_of_a_record_kept_as_a_whole_any_change_is_told(base, built):
    """As files of before are verified: a tag fells whatever rests on the event, and it is said why that is so."""
    outline, seal = built
    validation = validation_of(RAW, base)
    hashes = Hashes(validation.workspace)
    records = {key: hashes.of(key) for key in (*seal.built_on.fields, *seal.built_on.records)}
    before = seal.built_on.model_copy(update={"records": records, "fields": {}})
    record = BRIEFING.model_copy(update={"built_on": before})
    assert verify_record(record, validation, TODAY).stands
    verified = verify_record(record, validation_of(changed("events", "main", ("tags",), []), base), TODAY)
    named = labels(outline)
    assert verified.is_by_record
    assert "headline" in {named[each.sentence.text] for each in verified.stale}
    assert {why for each in verified.stale for why in each.reasons} == {"changed: event main"}


def test_a_mark_tells_how_far_one_can_rely_on_a_claim(base, built):
    """A second origin for the same words, or its loss, changes the mark of the claim, and of all that refers to it."""
    outline, _ = built
    said = next(each for each in outline.statements() if each.text == "The base closed in 2009.")
    assert said.verdicts == ("found, in doubt",)
    trusted = changed("events", "main", ("claims", "closed"), {**RAW["events"]["main"]["claims"]["closed"]})
    claim = trusted["events"]["main"]["claims"]["closed"]
    claim.update(credibility=2, disputed_by=[], quotes=[*claim["quotes"], {**claim["quotes"][0], "source": "wire"}])
    trusted["sources"]["held"] = {**trusted["sources"]["held"], "origin": "times"}
    checked = validation_of(trusted, base, wire=TEXT)
    now = outline_of(BRIEFING, checked)
    assert ("found, relied on",) in {each.verdicts for each in now.statements() if each.text == said.text}
    sealed = manifest_of(now, checked, BRIEFING)
    trusted["sources"]["wire"] = {**trusted["sources"]["wire"], "origin": "times"}
    verified = verify_written(sealed, validation_of(trusted, base, wire=TEXT), TODAY)
    reasons = {why for each in verified.stale for why in each.reasons}
    assert "changed: event main: claim closed, how far one can rely on it" in reasons
    assert {labels(now)[each.sentence.text] for each in verified.stale} >= {"claim closed", "headline", "rung"}


@pytest.mark.parametrize("name", ["reliance", "opponents", "differs", "objection"])
def test_a_claim_or_an_amount_may_be_called_as_a_decided_field_is(base, name):
    """An id may be any word: the briefing is built, and falls where the claim of that name changes."""
    named = changed("events", "main", ("weight",), "normal")
    main = named["events"]["main"]
    main["claims"] = {**main["claims"], name: main["claims"]["asks"]}
    main["amounts"] = {**main["amounts"], name: main["amounts"]["cost"]}
    validation = validation_of(named, base)
    seal = manifest_of(outline_of(BRIEFING, validation), validation, BRIEFING)
    assert verify_written(seal, validation, TODAY).stands
    del main["claims"][name]
    reasons = {why for each in verify_written(seal, validation_of(named, base), TODAY).stale for why in each.reasons}
    assert f"gone: claim main/{name}" in reasons
