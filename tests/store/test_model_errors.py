"""Breaches of the model: each at its line, in words, with the fix."""

import pytest

import dashboard.checks.validation  # noqa: F401  declares every kind of problem
from dashboard.model.problem import KINDS
from dashboard.store.loading import load

CLAIMS = "claims:\n  a: {text: T, sources: [s]}\n"


def breaches_of(tmp_path, text, name="events/f/e.yaml"):
    (tmp_path / "seeds").mkdir(exist_ok=True)
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    (tmp_path / "events").mkdir(exist_ok=True)
    return load(tmp_path).problems


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "message", "hint"),
    [
        ("titel: T\ntitle: T\n", 1, 1, "key-unknown", "no field `titel` here", "did you mean `title`?"),
        ("rel: []\ntitle: T\n", 1, 1, "key-unknown", "no field `rel` here", "did you mean `relations`?"),
        ("title: T\nid: e\n", 2, 1, "key-unknown", "the record has an `id`", "the file name"),
        ("title: T\nwhen: {reportd: '2009'}\n", 2, 8, "key-unknown", "in `when`", "did you mean `reported`?"),
        ("title: T\nwhen: {reported: 2026-03-03}\n", 2, 18, "date-not-quoted", "`when", 'quotes: `"2026-03-03"`'),
        ("title: T\ntoward: [{place: x}]\n", 2, 10, "key-missing", "`toward.0.as` is missing", "add `as: …` (about"),
        ("title: T\nwhen: {date: '2009'}\n", 2, 8, "key-unknown", "in `when`", "did you mean `reported`?"),
        ("title: T\nlocation: {reported: quito}\n", 2, 1, "key-unknown", "`location`", "did you mean `where`?"),
        ("title: T\nwhat: {zzz: 1}\n", 2, 8, "key-unknown", "`zzz`", "the fields are type, modes, contexts, reality"),
        ("what: {}\n", 1, 1, "key-missing", "`title` is missing", "add `title: …` (A headline in the team's words)"),
        ("title: 5\n", 1, 8, "value-wrong-type", "`title` is a number; it takes text", 'write `title: "5"`'),
        ("title: T\ntags: x\n", 2, 7, "value-wrong-type", "`tags` is text; it takes a list", 'write `tags: ["x"]`'),
        (
            "title: T\ncommitment: floated\n",
            2,
            13,
            "value-wrong-type",
            "takes a mapping",
            "write `commitment: {level: …}`",
        ),
        ("title: T\nthreads: [5]\n", 2, 11, "value-wrong-type", "`threads.0` is a number", 'write `"5"`'),
        (
            "title: T\nwhen: {lasted: 1}\n",
            2,
            16,
            "value-wrong-type",
            "true or false",
            "write `lasted: true` or `lasted: false`",
        ),
        ("title: T\nwhat: {type: retreet}\n", 2, 14, "value-not-in-vocabulary", "“retreet”", "did you mean `retreat`?"),
        ("title: T\nweight: big\n", 2, 9, "value-not-in-vocabulary", "“big”", "major, normal, minor"),
        (
            "title: T\nwhere: {reported: South Korea}\n",
            2,
            19,
            "id-malformed",
            "“South Korea”",
            "write it as `south-korea`",
        ),
        ("title: '  '\n", 1, 8, "text-empty", "the text is empty", "remove the key"),
        (f"title: {'x' * 501}\n", 1, 8, "text-too-long", "501 characters", "shorten"),
        ("title: T\nwhen: {reported: '2025-02-29'}\n", 2, 18, "date-no-such-day", "29", ""),
        ("title: T\namounts: {m: {reported: {value: 0}}}\n", 2, 33, "value-out-of-range", "0", "correct the number"),
        (
            "title: T\namounts: {m: {reported: {value: '5'}}}\n",
            2,
            33,
            "value-wrong-type",
            "not a number",
            "write it as `value: 5`",
        ),
        (
            "title: T\namounts: {m: {reported: {value: 5, currency: usd}}}\n",
            2,
            46,
            "value-malformed",
            "“usd”",
            "`USD`",
        ),
    ],
)
def test_a_breach_is_named_at_its_place(tmp_path, text, line, column, code, message, hint):
    """Line, column, code, what is wrong, and what to do."""
    (problem,) = breaches_of(tmp_path, text + CLAIMS)
    assert (problem.line, problem.column, problem.code) == (line, column, code)
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(("latitude", "swapped"), [("126.9784", True), ("-91", True), ("1800", False)])
def test_a_latitude_that_may_be_a_longitude_is_told(tmp_path, latitude, swapped):
    """A point that was copied the wrong way round is the commonest reason."""
    text = f"seoul: {{name: Seoul, country: KR, precision: city, latitude: {latitude}, longitude: 37.566}}\n"
    (problem,) = breaches_of(tmp_path, text, "events/registry/places.yaml")
    assert problem.code == "value-out-of-range"
    assert ("swapped" in problem.hint) is swapped


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("claims: {a: {text: T, sources: [s], dispute_by: [b]}}", "did you mean `disputed_by`?"),
        ("claims: {a: {text: T, quotes: [{source: s, exact: T, exakt: T}]}}", "did you mean `exact`?"),
        ("claims: {a: {text: T, sources: [s], zzz: 1}}", "the fields are text, kind, by"),
        ("amounts: {m: {reported: {value: 5, zzz: 1}}}\n" + CLAIMS, "the fields are value, to, currency"),
        ("when: {reported:last year}\n" + CLAIMS, "put a space after the colon: `reported: last year`"),
        ("claims: {a: {text: There, we think, sources: [s]}}", "put the sentence in quotes"),
    ],
)
def test_a_wrong_key_in_a_claim_or_an_amount_has_its_hint(tmp_path, text, hint):
    """The fields of what stands under a name of the team's own are known too."""
    (problem,) = breaches_of(tmp_path, f"title: T\n{text}\n")
    assert problem.code == "key-unknown"
    assert hint in problem.hint


def test_an_event_without_claims_is_refused(tmp_path):
    """No mark without a quote or a named source behind it."""
    assert [problem.code for problem in breaches_of(tmp_path, "title: T\n")] == ["key-missing"]
    assert [problem.code for problem in breaches_of(tmp_path, "title: T\nclaims: {}\n")] == ["value-empty"]


def test_a_malformed_claim_key_is_named_at_the_key(tmp_path):
    """Not at its value."""
    (problem,) = breaches_of(tmp_path, "title: T\nclaims:\n  Closed: {text: T}\n")
    assert (problem.line, problem.column, problem.code) == (3, 3, "id-malformed")


def test_every_breach_of_a_record_is_named_at_once(tmp_path):
    """Nobody fixes one to find the next."""
    found = breaches_of(tmp_path, "title: 5\nweight: big\nwhere: {}\nzzz: 1\n" + CLAIMS)
    assert [problem.code for problem in found] == ["value-wrong-type", "value-not-in-vocabulary", "key-unknown"]


def test_a_description_as_mapping_is_read_as_one(tmp_path):
    """Of a source's title, only the form that was meant is spoken of."""
    text = "kind: article\ntitle: {assesed: {value: T, basis: external}}\n"
    (problem,) = breaches_of(tmp_path, text, "seeds/s.yaml")
    assert (problem.line, problem.code, problem.hint) == (2, "key-unknown", "did you mean `assessed`?")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("claims: {a: {text: T, sources: [ms_suez]}}", "write it as `ms-suez`"),
        ("claims: {a: {text: T, quotes: [{source: harbour-news.txt, exact: T}]}}", "leave `.txt` out: `harbour-news`"),
        ("what: {type: attack}\n" + CLAIMS, "did you mean `assault`? the words are agree, consult, support"),
        ("commitment: {level: planned}\n" + CLAIMS, "the words are floated, discussed, pledged, agreed, underway"),
        ("who: obama\n" + CLAIMS, "write `who: [{actor: …, role: …}]`"),
        ("claims: It was so", "write `claims: {KEY: {text: …}}`"),
        ("claims: {a: {text: T, quotes: It was}}", "write `quotes: [{source: …, exact: …}]`"),
        ("claims: {a: {text: T, sources: ms-suez}}", "write `sources: [ms-suez]`"),
        (
            "claims: {a: {text: T, sources: [s], credibility: B}}",
            "write its number: 1 (confirmed by other sources), 2 (",
        ),
        ("claims: {a: {text: T, sources: [s], credibility: improbable}}", "write `credibility: 5` (improbable)"),
        ("claims: {a: {text: T, sources: [s], credibility: Confirmed}}", "write `credibility: 1` (confirmed by other"),
        ("when: {reported: 12 March 2015}\n" + CLAIMS, 'put it in quotes, as EDTF: did you mean "2015-03-12"?'),
        (
            "amounts: {k: {reported: {value: 87-107}}}\n" + CLAIMS,
            "write the ends of a range apart: `value: 87, to: 107`",
        ),
        ("amounts: {k: {reported: {value: '13,500,000'}}}\n" + CLAIMS, "write it as `value: 13500000`"),
        ("amounts: {k: {reported: {value: $13.5 million}}}\n" + CLAIMS, "write it as `value: 13500000`"),
        ("amounts: {k: {reported: {value: many}}}\n" + CLAIMS, "write only digits"),
        ("amounts: {k: {reported: {value: 5, currency: dollars}}}\n" + CLAIMS, "write it as `USD`"),
    ],
)
def test_a_message_shows_what_to_write(tmp_path, text, hint):
    """The value as it was meant, or the entry with the fields that it needs: nothing that has to be looked up."""
    (problem,) = breaches_of(tmp_path, f"title: T\n{text}\n")
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("country: Ecuador", "write it as `EC`"),
        ("country: South Korea", "write it as `KR`"),
        ("country: the Netherlands", "write it as `NL`"),
        ("country: USA", "write it as `US`"),
        ("country: us", "write it as `US`"),
    ],
)
def test_a_country_is_known_by_its_name(tmp_path, line, hint):
    """What texts call it, with its code of three letters, or in small letters."""
    text = f"a: {{name: A, kind: government, {line}}}\n"
    (problem,) = breaches_of(tmp_path, text, "events/registry/actors.yaml")
    assert (problem.code, problem.hint) == ("value-malformed", hint)


@pytest.mark.parametrize(
    ("line", "hint"),
    [("language: english", "`en`"), ("language: Spanish", "`es`"), ("url: a.org", "`https://a.org`")],
)
def test_a_language_is_known_by_its_name(tmp_path, line, hint):
    """And an address without its beginning."""
    (problem,) = breaches_of(tmp_path, f"kind: article\n{line}\n", "seeds/s.yaml")
    assert problem.hint == f"write it as {hint}"


def test_no_message_points_to_a_file_that_its_reader_may_not_have():
    """The format, the problems and the guides come with the command, and are read there."""
    for kind in KINDS.values():
        told = f"{kind.explanation} {kind.fix}"
        assert "README.md" not in told, kind.code
        assert "PROBLEMS.md" not in told, kind.code
