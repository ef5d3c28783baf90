"""What guards strike, what they let pass, and how often they are wrong."""

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.checks.guard_registry import GUARDS
from dashboard.checks.validation import validate
from dashboard.model.problem import Problem, Severity
from dashboard.store.loading import Loader

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "benchmarks"))
import guarding

Found = Callable[..., list[Problem]]
MOST_FALSE_ALARMS = 3
"""Of sixty honest claims. What strikes more of them is a warning."""


def codes(found, text, quote, more=""):
    """What is wrong with one claim on the base workspace's dispatch."""
    claim = f'claims:\n  said:\n    text: {text}\n    quotes: [{{source: dispatch, exact: "{quote}"}}]\n{more}'
    return [problem.code for problem in found(event=claim)]


OPENED = "The harbour of Lorne was opened on 4 May 2021 by Minister Ana Ruiz."
COST = "Officials said the works had cost $12 million."
BY_OFFICIALS = "    kind: statement\n    by_as_reported: Officials\n"


@pytest.mark.parametrize(
    ("text", "quote", "more"),
    [
        ("Ana Ruiz opened Lorne’s harbour on May 4.", OPENED, ""),
        ("In May 2021 the minister opened the harbour of Lorne.", OPENED, ""),
        ("Officials put the works at 12,000,000 dollars.", COST, BY_OFFICIALS),
        ("Officials put the works at twelve million dollars.", COST, BY_OFFICIALS),
        ("Alongside a minister stood the harbour of Lorne. Nowhere else was that so on 4 May.", OPENED, ""),
        ("The harbour of Lorne was opened on 4 May 2021, by one minister first of all.", OPENED, ""),
    ],
)
def test_other_words_for_the_same_pass(found, text, quote, more):
    """A number in words, a date in another order, a possessive: the quote gives them."""
    assert codes(found, text, quote, more) == []


@pytest.mark.parametrize(
    ("text", "quote", "more", "expected"),
    [
        ("Officials put the works at $12.5 million.", COST, BY_OFFICIALS, "money-not-quoted"),
        ("Officials put the works at $12½ million.", COST, BY_OFFICIALS, "money-not-quoted"),
        ("Officials put the works at ½ of 12 million.", COST, BY_OFFICIALS, "number-not-quoted"),
        ("Officials put the works at 12 million euros.", COST, BY_OFFICIALS, "money-not-quoted"),
        ("The harbour of Lorne was opened in 2020.", OPENED, "", "date-not-in-quotes"),
        ("The harbour of Lorne was opened on 4 April.", OPENED, "", "date-not-in-quotes"),
        ("The harbour of Lorne was opened on Friday.", OPENED, "", "date-not-in-quotes"),
        ("Peru opened the harbour of Lorne.", OPENED, "", "name-not-quoted"),
        ("The harbour of Lorne was opened by Ana Ruiz and Juan.", OPENED, "", "name-not-quoted"),
        ("The works had cost $12 million.", COST, "", "said-as-fact"),
        ("The harbour of Lorne might be opened by Ana Ruiz.", OPENED, "", "doubt-added"),
        ("The harbour of Lorne refused to be opened on 4 May.", OPENED, "", "doubt-added"),
    ],
)
def test_what_no_quote_gives_is_struck(found, text, quote, more, expected):
    """Each by its own code, and by no other."""
    assert codes(found, text, quote, more) == [expected]


def test_every_doubt_that_is_dropped_is_told(found):
    """Together: an exception for one hides no other."""
    text = "The harbour would open if they paid, and would not close before May.\n"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    described = f"kind: article\nlanguage: en\ntext: {{sha256: {sha256}, characters: {len(text)}}}\n"
    event = "claims:\n  a:\n    text: The harbour opened as they paid, and closes before May.\n"
    event += f"    quotes: [{{source: note, exact: {text.strip()!r}}}]\n"
    (problem,) = found(event=event, files={"seeds/note.txt": text, "seeds/note.yaml": described})
    assert problem.message == "“not”, “if”, “would” in the quotes have nothing like them in claim `a`"


def test_an_alias_counts_as_the_name(found):
    """What the registry calls an actor may stand in the claim for another of their names."""
    assert codes(found, "The Lorne port was opened by Ruiz.", OPENED) == []


def test_an_allowed_guard_is_not_struck(found):
    """`allow` sets aside one guard for one claim, and the words that it names."""
    more = "    allow: {date-not-in-quotes: {words: '2020', reason: The year is known.}}\n"
    assert codes(found, "The harbour of Lorne was opened in 2020.", OPENED, more) == []


def test_a_claim_that_fails_is_left_to_its_quote(found):
    """Where the quote does not stand, nothing is read into it."""
    assert codes(found, "It was opened in 1999.", "The harbour of Lorne was opened on 5 May 2021") == [
        "quote-not-found"
    ]


def test_guards_follow_a_changed_registry(base_workspace):
    """What was found of an event is kept while nothing changes, and found anew when a name in the registry does."""
    loader = Loader(base_workspace)
    before = validate(loader)
    assert before.problems == ()
    places = base_workspace / "events" / "registry" / "places.yaml"
    places.write_text(places.read_text(encoding="utf-8").replace("Lorne", "Elsewhere"), encoding="utf-8")
    assert [problem.code for problem in validate(loader, before).problems] == ["place-not-quoted"]


@pytest.mark.parametrize("corpus", ["calibration", "holdout"])
def test_guards_are_seldom_wrong(corpus, shared, tmp_path):
    """No error strikes more than three of sixty honest claims; altered figures, names and dates are struck."""
    found = guarding.judged(guarding.GUARDED / corpus, shared / "article" / "more", tmp_path / "workspace")
    assert found.honest == 60
    exchanged = found.altered.pop(guarding.EXCHANGED)
    assert sum(len(altered) for altered in found.altered.values()) == 60
    wrong = {code: len(each) for code, each in found.false_alarms.items() if len(each) > MOST_FALSE_ALARMS}
    assert [code for code in wrong if GUARDS[code].severity is Severity.ERROR] == []
    assert [changed for changed in ("number", "name", "date") if len(found.missed(changed)) > 1] == []
    assert [changed for changed in ("negation", "attribution") if len(found.missed(changed)) > 3] == []
    found.altered[guarding.EXCHANGED] = exchanged
    assert len(found.missed(guarding.EXCHANGED)) < 0.65 * len(exchanged)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("5 pounds", "5 yen"),
        ("5 million pounds", "5 million yen"),
        ("5 POUNDS", "5 YEN"),
        ("$ 5", "€ 5"),
        ("USD 5", "EUR 5"),
        ("$5k", "$5"),
        ("$5M", "$5"),
        ("5 per cent", "5"),
        ("5 mln", "5 bn"),
        ("5 hundred", "5"),
        ("5 dozen", "5"),
        ("2½", "2"),
        ("5th", "5"),
        ("4 May", "4 April"),
        ("May 4", "April 4"),
        ("1 500", "1,600"),
        ("1\u00a0500", "1\u00a0600"),
        ("1٫5", "1٫6"),
    ],
)
def test_no_glance_passes_for_a_look(found, claim, quote):
    """The same digits with another unit, scale or month are another figure or date."""
    text = f"It was {quote} in the harbour of Lorne.\n"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    files = {
        "seeds/note.txt": text,
        "seeds/note.yaml": f"kind: article\nlanguage: en\ntext: {{sha256: {sha256}, characters: {len(text)}}}\n",
    }
    event = 'claims:\n  a:\n    text: "It was %s in the harbour of Lorne."\n    quotes: [{source: note, exact: "%s"}]\n'
    assert found(event=event % (quote, text.strip()), files=files) == []
    struck = {each.code for each in found(event=event % (claim, text.strip()), files=files)}
    assert struck & {"number-not-quoted", "money-not-quoted", "date-not-in-quotes"}


def test_words_of_another_language_are_held_to_their_figures(found):
    """Names and months are other words there; figures are not."""
    text = "Alemania cerró la base el 4 de mayo de 2021 y pagó 13,5 millones de dólares.\n"
    held = {
        "seeds/nota.txt": text,
        "seeds/nota.yaml": (
            "kind: article\nlanguage: es\n"
            f"text: {{sha256: {hashlib.sha256(text.encode()).hexdigest()}, characters: {len(text)}}}\n"
        ),
    }
    claim = """\
claims:
  a:
    text: Germany closed the base in May and paid $%s million.
    quotes: [{source: nota, exact: "%s"}]
"""
    assert found(event=claim % ("13.5", text.strip()), files=held) == []
    dated = claim.replace("in May", "on 4 May %s")
    assert found(event=dated % ("2021", "13.5", text.strip()), files=held) == []
    assert [each.code for each in found(event=dated % ("2020", "13.5", text.strip()), files=held)] == [
        "date-not-in-quotes"
    ]
    assert [each.code for each in found(event=claim % ("12.5", text.strip()), files=held)] == ["money-not-quoted"]


@pytest.mark.parametrize("date", ["2021?/2023", "../2021-05", "2021~/2023", "2021-05/..", "202X"])
def test_every_way_to_write_a_date_is_looked_at(found, date):
    """None that the format has stops the look at the rest."""
    when = f'when: {{reported: "{date}", claims: [opened]}}\n'
    assert {problem.code for problem in found(event=when)} <= {"reported-date-not-quoted"}


def test_a_name_is_not_read_out_of_a_longer_one(found):
    """A quote that names Nigeria names no Niger."""
    places = "niger: {name: Niger, country: NE, precision: country}\n"
    text = "The army of Nigeria left the harbour.\n"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    files = {
        "events/registry/places.yaml": places,
        "seeds/note.txt": text,
        "seeds/note.yaml": f"kind: article\nlanguage: en\ntext: {{sha256: {sha256}, characters: {len(text)}}}\n",
    }
    event = f"where: {{reported: niger, claims: [left]}}\nclaims:\n  left:\n    text: {text}"
    event += f"    quotes: [{{source: note, exact: {text.strip()}}}]\n"
    assert "place-not-quoted" in [problem.code for problem in found(event=event, files=files)]


def test_an_exception_is_not_called_needless_while_words_do_not_stand(found, base_workspace):
    """A text that has changed silences the guard; whoever then took the exception out would need it again."""
    more = "    allow: {date-not-in-quotes: {words: '2020', reason: The year is known.}}\n"
    assert codes(found, "The harbour of Lorne was opened in 2020.", OPENED, more) == []
    dispatch = base_workspace / "seeds" / "dispatch.txt"
    dispatch.write_text(dispatch.read_text(encoding="utf-8").replace("$12", "$13"), encoding="utf-8")
    after = {problem.code for problem in validate(base_workspace).problems}
    assert "source-hash-mismatch" in after
    assert "guard-not-needed" not in after


def test_a_claim_in_another_script_is_held_to_its_figures(found):
    """Its words have no capitals, and are no names that an English quote lacks."""
    assert codes(found, "افتتح ميناء لورن عام ٢٠٢١، وقبله عام 2021", OPENED) == []
    assert codes(found, "نُفذ بمبلغ 13 مليون", COST, BY_OFFICIALS) == ["number-not-quoted"]


def test_the_same_is_told_once(found):
    """However often a claim repeats a number or a date that no quote gives."""
    text = "Officials said that 13 men and 13 women came in 1999, and 13 more in 1999."
    assert sorted(codes(found, text, COST, BY_OFFICIALS)) == ["date-not-in-quotes", "number-not-quoted"]


def test_guards_go_on_where_a_text_was_altered(base_workspace):
    """What still stands there is held to its words, though it verifies nothing any more."""
    seeds, events = (
        base_workspace / "seeds" / "dispatch.txt",
        base_workspace / "events" / "base" / "harbour-opened.yaml",
    )
    seeds.write_text(seeds.read_text(encoding="utf-8").replace("in 2023", "in 2024"), encoding="utf-8")
    record = events.read_text(encoding="utf-8")
    events.write_text(
        record.replace("text: The harbour of Lorne was opened on 4", "text: The harbour of Lorne was opened on 5"),
        "utf-8",
    )
    assert {problem.code for problem in validate(base_workspace).problems} == {
        "source-hash-mismatch",
        "date-not-in-quotes",
    }
