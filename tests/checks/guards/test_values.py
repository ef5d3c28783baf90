"""What is assessed is held to its words: to its claims' quotes, or to the text of the source it was read in."""

import hashlib
from collections.abc import Callable

import pytest

from dashboard.checks.guards.outside import EXTERNAL_NOT_IN_TEXT
from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]

TEXT = """\
Friday, 11 September 2015

A crane fell on the Grand Mosque in Mecca on 11 September 2015. At least 87 people died, said Suleyman al-Amr.
He was in Saudi Arabia.
"""
DESCRIBED = f"""\
kind: article
language: en
published: "2015-09-12"
text: {{sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}, characters: {len(TEXT)}}}
"""
FILES = {
    "seeds/crane.txt": TEXT,
    "seeds/crane.yaml": DESCRIBED,
    "events/registry/places.yaml": """\
ecuador: {name: Ecuador, country: EC, precision: country}
manta: {name: Manta, aliases: [Lorne], country: EC, precision: city, latitude: -0.95, longitude: -80.73,
        sources: [gazette]}
mecca: {name: Mecca, country: SA, precision: city, latitude: 21.426, longitude: 39.826, sources: [gazette]}
beijing: {name: Beijing, country: CN, precision: city, latitude: 39.907, longitude: 116.397, sources: [gazette]}
""",
    "events/registry/actors.yaml": """\
ana-ruiz: {name: Ana Ruiz, kind: person, country: EC}
lorne: {name: Port of Lorne, kind: company}
amr: {name: Suleyman al-Amr, kind: person}
xi: {name: Xi Jinping, kind: person}
""",
}
CLAIM = """\
claims:
  fell:
    text: A crane fell in Mecca.
    quotes:
      - source: crane
        exact: A crane fell on the Grand Mosque in Mecca on 11 September 2015. At least 87 people died
"""
QUOTED = "basis: quoted, claims: [fell]"
OUTSIDE = "basis: external, sources: [crane]"


def event(basis, date, place, deaths, actor="amr"):
    return f"""\
when: {{assessed: {{date: "{date}", {basis}}}}}
where: {{assessed: {{place: {place}, {basis}}}}}
amounts: {{deaths: {{assessed: {{value: {deaths}, unit: people, qualifier: at-least, {basis}}}}}}}
{f"who: [{{actor: {actor}, role: mentioned, assessed: {{{OUTSIDE}}}}}]" if basis == OUTSIDE else ""}
{CLAIM}"""


def test_what_is_assessed_as_quoted_is_held_to_the_quotes(found):
    """Another date, place or number than the claim's words give is struck, each by its code."""
    wrong = found(event=event(QUOTED, "2017-03-05", "beijing", 500), files=FILES)
    assert [(each.code, each.line) for each in wrong] == [
        ("assessed-date-not-quoted", 2),
        ("place-not-quoted", 3),
        ("amount-not-quoted", 4),
    ]
    assert found(event=event(QUOTED, "2015-09-11", "mecca", 87), files=FILES) == []


@pytest.mark.parametrize("assessed", ["", "actor: xi, "])
def test_an_actor_who_is_assessed_as_quoted_is_named_there(found, assessed):
    """Whom the record names, or whom the team holds to be meant."""
    who = f"who: [{{actor: {'amr' if assessed else 'xi'}, role: mentioned, assessed: {{{assessed}{QUOTED}}}}}]\n"
    (problem,) = found(event=who + CLAIM, files=FILES)
    assert problem.code == "actor-not-quoted"
    assert "no quote of `fell` names xi" in problem.message


def test_a_second_place_that_is_assessed_as_quoted_is_named_there(found):
    """As a reported one is."""
    toward = "toward: [{place: %s, as: about, assessed: {basis: quoted, claims: [fell]}}]\n"
    assert [each.code for each in found(event=toward % "beijing" + CLAIM, files=FILES)] == ["place-not-quoted"]
    assert found(event=toward % "mecca" + CLAIM, files=FILES) == []


def test_an_assessed_value_may_allow_its_guard(found):
    """In the value itself, or in the claim that it names."""
    allowed = "allow: {assessed-date-not-quoted: {words: '2017', reason: The year is known.}}"
    when = f'when: {{assessed: {{date: "2017", {QUOTED}, {allowed}}}}}\n'
    assert found(event=when + CLAIM, files=FILES) == []
    in_claim = f'when: {{assessed: {{date: "2017", {QUOTED}}}}}\n{CLAIM}    {allowed}\n'
    assert found(event=in_claim, files=FILES) == []
    needless = when.replace("2017", "2015") + CLAIM
    assert [each.code for each in found(event=needless, files=FILES)] == ["guard-not-needed"]


def test_every_claim_of_a_quoted_value_has_quotes(found):
    """One without quotes beside one with them does not silence the guard."""
    when = 'when: {assessed: {date: "2017", basis: quoted, claims: [fell, told]}}\n'
    told = "  told: {text: It was told., sources: [gazette]}\n"
    assert [each.code for each in found(event=when + CLAIM + told, files=FILES)] == ["quoted-not-carried"]


def test_what_is_read_in_a_held_text_is_in_it(found):
    """A date, place, actor or number that the text has not is struck."""
    wrong = found(event=event(OUTSIDE, "2017-03-05", "beijing", 500, "xi"), files=FILES)
    assert [each.code for each in wrong] == ["external-not-in-text"] * 4
    assert [each.message for each in wrong] == [
        "the text of crane does not give “2017-03-05”",
        "the text of crane does not name beijing (“Beijing”)",
        "the text of crane does not give 500 people (it gives “87 people”)",
        "the text of crane does not name xi (“Xi Jinping”, “Jinping”)",
    ]
    assert found(event=event(OUTSIDE, "2015-09-11", "mecca", 87), files=FILES) == []


@pytest.mark.parametrize(
    "assessed",
    [
        'when: {assessed: {date: "2015-09", basis: external, sources: [crane]}}',
        'when: {assessed: {date: "2015-09-12", basis: external, sources: [crane]}}',
        'when: {assessed: {date: "2015-09-11/..", basis: external, sources: [crane]}}',
        'when: {assessed: {date: "2014-01-05/2015-09-11", basis: external, sources: [gazette, crane]}}',
        'when: {assessed: {date: "2017-03-05", basis: external, sources: [gazette]}}',
        'when: {assessed: {date: "2017-03-05", basis: inferred, note: So it seems.}}',
        "where: {assessed: {place: mecca, basis: external, sources: [crane, gazette]}}",
        "toward: [{place: mecca, as: about, assessed: {basis: external, sources: [crane]}}]",
        "who: [{actor: amr, role: mentioned, assessed: {basis: external, sources: [crane]}}]",
    ],
)
def test_what_a_held_text_or_its_description_gives_passes(found, assessed):
    """Less exactly, by the source's own date, one end of two; and what another basis or text carries."""
    assert found(event=f"{assessed}\n{CLAIM}", files=FILES) == []


def test_a_text_too_long_to_be_searched_is_told(found):
    """A value from it is not checkable, whether the text gives it or not; the team may have looked itself."""
    text = f"{TEXT}{'More was said. ' * 70_000}"
    described = DESCRIBED.replace(hashlib.sha256(TEXT.encode()).hexdigest(), hashlib.sha256(text.encode()).hexdigest())
    files = {**FILES, "seeds/crane.txt": text}
    files["seeds/crane.yaml"] = described.replace(f"characters: {len(TEXT)}", f"characters: {len(text)}")
    when = f'when: {{assessed: {{date: "2016", {OUTSIDE}}}}}\n{CLAIM}'
    (problem,) = found(event=when, files=files)
    assert (problem.code, problem.severity, problem.line) == ("text-not-searched", "warning", 2)
    assert f"not checkable: the text of crane has {len(text):,} characters" in problem.message
    allowed = when.replace(OUTSIDE, f"{OUTSIDE}, allow: {{text-not-searched: {{words: crane, reason: Read there.}}}}")
    assert found(event=allowed, files=files) == []


@pytest.mark.parametrize(("place", "is_told"), [("riyadh", True), ("saudi-arabia", False), ("mecca", False)])
def test_a_country_alone_gives_no_town_of_it(found, place, is_told):
    """Nor another town of it; its own name gives it."""
    text = TEXT.replace("in Mecca", "in Mecca, in Saudi Arabia,")
    described = DESCRIBED.replace(hashlib.sha256(TEXT.encode()).hexdigest(), hashlib.sha256(text.encode()).hexdigest())
    described = described.replace(f"characters: {len(TEXT)}", f"characters: {len(text)}")
    places = FILES["events/registry/places.yaml"] + (
        "riyadh: {name: Riyadh, country: SA, precision: city, latitude: 24.69, longitude: 46.72, sources: [gazette]}\n"
        "saudi-arabia: {name: Saudi Arabia, country: SA, precision: country}\n"
    )
    where = f"where: {{assessed: {{place: {place}, {OUTSIDE}}}}}\n"
    files = {**FILES, "events/registry/places.yaml": places, "seeds/crane.txt": text, "seeds/crane.yaml": described}
    codes = [each.code for each in found(event=where + CLAIM, files=files)]
    assert [code for code in codes if code.startswith("external")] == ["external-not-in-text"] * is_told


def test_both_ends_of_an_interval_are_in_the_texts_that_are_held(found):
    """Where all are held, none of them may leave an end open."""
    when = f'when: {{assessed: {{date: "2014/2015-09-11", {OUTSIDE}}}}}\n'
    (problem,) = found(event=when + CLAIM, files=FILES)
    assert problem.message == "“2014” is not in crane"


@pytest.mark.parametrize(
    ("date", "sources", "messages"),
    [
        ("2015-09-11/2015-12-31", "crane", ["“2015-12-31” is not in crane"]),
        ("2014-05/2015-12-31", "crane", ["the text of crane does not give “2014-05”"]),
        ("2015-09-11/2015-09-12", "crane", []),
        ("2015-09-11/..", "crane", []),
        ("2015-09-11/", "crane", []),
        ("2015-09-11/2015-12-31", "crane, gazette", []),
        ("2014-05/2015-12-31", "gazette", []),
    ],
)
def test_an_end_that_no_source_gives_is_told(found, date, sources, messages):
    """Not one that is open, or that a source without a held text may give; and PROBLEMS.md says so."""
    when = f'when: {{assessed: {{date: "{date}", basis: external, sources: [{sources}]}}}}\n'
    assert [each.message for each in found(event=when + CLAIM, files=FILES)] == messages
    assert "together they give both" in EXTERNAL_NOT_IN_TEXT.explanation


def test_a_name_is_read_in_one_paragraph(found):
    """Words of a name that stand far apart are no name."""
    actors = FILES["events/registry/actors.yaml"] + "mosque-arabia: {name: Arabia Mosque, kind: company}\n"
    who = f"who: [{{actor: mosque-arabia, role: mentioned, assessed: {{{OUTSIDE}}}}}]\n"
    wrong = found(event=who + CLAIM, files={**FILES, "events/registry/actors.yaml": actors})
    assert [each.code for each in wrong] == ["external-not-in-text"]


def test_a_description_is_held_to_the_texts_that_it_names(found):
    """A source's assessed title or date that a held text does not give; which the value may allow."""
    outlet = "kind: report\noutlet: {assessed: {value: %s, basis: external, sources: [crane]%s}}\n"
    wrong = found(event=CLAIM, files={**FILES, "seeds/more.yaml": outlet % ("The Globe", "")})
    assert [(each.code, each.file) for each in wrong] == [("external-not-in-text", "seeds/more.yaml")]
    assert found(event=CLAIM, files={**FILES, "seeds/more.yaml": outlet % ("Grand Mosque", "")}) == []
    allowed = outlet % ("The Globe", ", allow: {external-not-in-text: {words: The Globe, reason: By its layout.}}")
    assert found(event=CLAIM, files={**FILES, "seeds/more.yaml": allowed}) == []


def test_a_day_in_another_language_is_held_to_its_numbers(found):
    """Months are other words there; days and years are not."""
    text = "La grúa cayó el 11 de septiembre de 2015.\n"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    files = {
        "seeds/nota.txt": text,
        "seeds/nota.yaml": f"kind: article\nlanguage: es\ntext: {{sha256: {sha256}, characters: {len(text)}}}\n",
    }
    claim = f'claims:\n  cayo:\n    text: The crane fell.\n    quotes: [{{source: nota, exact: "{text.strip()}"}}]\n'
    for value in ('reported: "%s", claims: [cayo]', 'assessed: {date: "%s", basis: quoted, claims: [cayo]}'):
        assert found(event=f"when: {{{value % '2015-09-11'}}}\n{claim}", files=files) == []
        assert len(found(event=f"when: {{{value % '2015-09-12'}}}\n{claim}", files=files)) == 1


@pytest.mark.parametrize(
    ("quote", "amount", "codes"),
    [
        ("Between 87 and 107 people were hurt", "value: 87, to: 107", []),
        ("At least 87 people were hurt, others say 107 people", "value: 87, to: 107", []),
        ("Between 87 and 107 people were hurt", "value: 87, to: 110", ["amount-not-quoted"]),
        ("Between 87 and 107 people were hurt", "value: 80, to: 107", ["amount-not-quoted"]),
    ],
)
def test_both_ends_of_a_range_are_in_the_quotes(found, quote, amount, codes):
    """As a range, or each somewhere; one end that they do not give is told."""
    claim = f"claims:\n  hurt: {{text: People were hurt., quotes: [{{source: notice, exact: '{quote}'}}]}}"
    event = f"amounts: {{hurt: {{reported: {{{amount}, unit: people}}, claims: [hurt]}}}}\n{claim}\n"
    text = f"{quote}.\n"
    described = DESCRIBED.replace(hashlib.sha256(TEXT.encode()).hexdigest(), hashlib.sha256(text.encode()).hexdigest())
    described = described.replace(f"characters: {len(TEXT)}", f"characters: {len(text)}")
    files = {**FILES, "seeds/notice.txt": text, "seeds/notice.yaml": described}
    assert [each.code for each in found(event=event, files=files) if each.code.startswith("amount")] == codes


SAID = """\
claims:
  fell:
    text: A crane fell in Mecca, and at least 87 people died, said Suleyman al-Amr.
    kind: statement
    by: %s
    by_as_reported: Suleyman al-Amr
    quotes:
      - source: crane
        exact: >-
          A crane fell on the Grand Mosque in Mecca on 11 September 2015. At least 87 people died, said Suleyman al-Amr
"""


@pytest.mark.parametrize(
    ("fields", "by", "problem"),
    [
        ("where: {reported: beijing, as_reported: in Mecca, claims: [fell]}\n", "amr", "place-not-quoted"),
        ("where: {reported: mecca, as_reported: in Mecca, claims: [fell]}\n", "amr", None),
        ("where: {reported: mecca, as_reported: on the Grand Mosque, claims: [fell]}\n", "amr", None),
        ("where: {reported: beijing, as_reported: the Grand Mosque in Mecca, claims: [fell]}\n", "amr", None),
        (
            "who: [{actor: xi, role: mentioned, as_reported: Suleyman al-Amr, claims: [fell]}]\n",
            "amr",
            "actor-not-quoted",
        ),
        ("who: [{actor: amr, role: mentioned, as_reported: Suleyman al-Amr, claims: [fell]}]\n", "amr", None),
        ("who: [{actor: xi, role: mentioned, as_reported: people, claims: [fell]}]\n", "amr", None),
        ("", "xi", "speaker-not-quoted"),
    ],
)
def test_words_as_reported_are_not_the_name_of_another(found, fields, by, problem):
    """Words that are but another place's or actor's name give no value; other words may stand for anything."""
    problems = found(event=fields + SAID % by, files=FILES)
    assert [each.code for each in problems] == ([problem] if problem else [])


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ("where: {reported: beijing, as_reported: near Mecca, claims: [left]}", "place-not-quoted"),
        ("where: {reported: taif, as_reported: near Mecca, claims: [left]}", None),
        ("where: {reported: beijing, as_reported: outside the house, claims: [left]}", None),
        ("where: {reported: beijing, as_reported: left the camp near Mecca, claims: [left]}", "place-not-quoted"),
        ("where: {reported: beijing, as_reported: the Kenyan capital, claims: [left]}", "place-not-quoted"),
        ("where: {reported: beijing, as_reported: the Kenyan embassy, claims: [left]}", None),
        ("where: {reported: nairobi, as_reported: the Kenyan capital, claims: [left]}", None),
        ("who: [{actor: peru, role: initiator, as_reported: The Kenyan army, claims: [left]}]", "actor-not-quoted"),
        ("who: [{actor: kenya, role: initiator, as_reported: The Kenyan army, claims: [left]}]", None),
        ("who: [{actor: un, role: initiator, as_reported: The Kenyan army, claims: [left]}]", None),
        ("who: [{actor: peru, role: initiator, as_reported: the camp, claims: [left]}]", None),
    ],
)
def test_words_as_reported_are_not_of_another_country_or_far_away(found, fields, problem):
    """What is near a place may be another one beside it; an army is its country's, or of no country."""
    exact = "The Kenyan army left the camp near Mecca, outside the house, for the Kenyan capital and the Kenyan embassy"
    text = f"{exact}.\n"
    described = f"kind: article\ntext: {{sha256: {hashlib.sha256(text.encode()).hexdigest()}, characters: {len(text)}}}"
    places = FILES["events/registry/places.yaml"]
    files = {
        **FILES,
        "seeds/note.txt": text,
        "seeds/note.yaml": f"{described}\n",
        "events/registry/places.yaml": f"{places}taif: {{name: Taif, country: SA, precision: city, latitude: 21.27, "
        "longitude: 40.42, sources: [gazette]}\nnairobi: {name: Nairobi, country: KE, precision: city, "
        "latitude: -1.29, longitude: 36.82, sources: [gazette]}\n",
        "events/registry/actors.yaml": f"{FILES['events/registry/actors.yaml']}"
        "kenya: {name: Kenya, kind: government, country: KE}\nperu: {name: Peru, kind: government, country: PE}\n"
        "un: {name: United Nations, kind: international-organisation}\n",
    }
    claims = f"claims:\n  left: {{text: The army left., quotes: [{{source: note, exact: '{exact}'}}]}}\n"
    problems = found(event=f"{fields}\n{claims}", files=files)
    assert [each.code for each in problems if each.code.endswith("not-quoted")] == ([problem] if problem else [])


@pytest.mark.parametrize(
    ("value", "unit", "is_told"),
    [
        (91, "ships", True),
        (300, "kilometres", True),
        (91, "workers", False),
        (91, "deaths", False),
        (91, "people", False),
        (300, "tonnes", False),
        (12, "ships", False),
        (48, "hours", False),
    ],
)
def test_an_amount_from_outside_is_of_what_its_text_counts(found, value, unit, is_told):
    """Workers are no ships, and tonnes no kilometres; 91 workers who died may be people, or deaths."""
    text = "In the port 91 workers died within 48 hours, 12 tankers burned, and 300 tonnes of oil ran into the sea.\n"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    described = f"kind: article\nlanguage: en\ntext: {{sha256: {sha256}, characters: {len(text)}}}\n"
    files = {**FILES, "seeds/port.txt": text, "seeds/port.yaml": described}
    assessed = f"assessed: {{value: {value}, unit: {unit}, basis: external, sources: [port]}}"
    problems = found(event=f"amounts: {{lost: {{{assessed}}}}}\n{CLAIM}", files=files)
    assert [each.code for each in problems] == ["external-not-in-text"] * is_told
    if is_told:
        assert f"it gives “{value} {'workers' if value == 91 else 'tonnes'}" in problems[0].message
