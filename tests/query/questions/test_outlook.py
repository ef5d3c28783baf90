"""The outlook: four lists of questions, and the score of what was judged."""

from datetime import date
from fractions import Fraction

import pytest

from dashboard.evidence.verdicts import Evidence
from dashboard.model.claim import Claim
from dashboard.model.dates.event_date import EventDate
from dashboard.model.event import Answer, Event, Judgement
from dashboard.model.registry import Question, Thread
from dashboard.model.vocabularies import LIKELIHOOD
from dashboard.query.questions.outlook import LEAST_SCORED, Unscored, middle_of, outlook_of
from dashboard.query.reading import Mode, ResolvedEvent, Support, SupportedValue

TODAY = date(2026, 11, 25)


def reading(id_, when, answers=(), judgements=()):
    claims = {"it": Claim(text="It happened.", sources=("somebody",))}
    event = Event(id=id_, title=id_, claims=claims, answers=answers, judgements=judgements)
    value = EventDate.parse(when) if when else None
    return ResolvedEvent(event, SupportedValue(value, Support.EXTERNAL), SupportedValue(None, Support.UNKNOWN), ())


def answer(key, outcome):
    return Answer(question=f"t/{key}", outcome=outcome)


def judged(key, likelihood, on, by="AB"):
    return Judgement(question=f"t/{key}", likelihood=likelihood, confidence="low", by=by, on=on)


def outlook(questions, *readings, mode=Mode.ASSESSED):
    asked = {key: Question(text=f"{key}?", due=due) for key, due in questions.items()}
    return outlook_of([Thread(id="t", title="T", questions=asked)], readings, Evidence({}), mode, TODAY)


def keys(listed):
    return [each.asked.key for each in listed]


def test_each_question_is_in_one_list_and_in_order():
    """Overdue, due and undated ones by date; resolved ones by the day of the answer, the latest first."""
    found = outlook(
        {"late": "2027", "soon": "2026-12", "past": "2026-01", "older": "2025", "some": None, "a": None, "b": "2020"},
        reading("one", "2024-05-01", (answer("a", "yes"),)),
        reading("two", "2025", (answer("b", "no"),)),
    )
    assert keys(found.overdue) == ["older", "past"]
    assert keys(found.due) == ["soon", "late"]
    assert keys(found.undated) == ["some"]
    assert [each.question.asked.key for each in found.resolved] == ["b", "a"]
    assert [each.is_yes for each in found.resolved] == [False, True]


def test_what_is_answered_in_part_stays_open():
    """It is counted as such, and in no score."""
    found = outlook({"x": "2027"}, reading("e", "2026", (answer("x", "partly"),), (judged("x", "likely", "2025"),)))
    assert keys(found.due) == ["x"]
    assert (found.partly, found.resolved, found.calibration.scored) == (1, (), 0)


@pytest.mark.parametrize(
    ("when", "judgements", "expected"),
    [
        ("2026-05-02", (), Unscored.UNJUDGED),
        ("2026-05-02", (judged("x", "likely", "2026-05-01"),), None),
        ("2026-05-02", (judged("x", "likely", "2026-05-02"),), Unscored.TOO_LATE),
        ("2026-05-02", (judged("x", "likely", "2026-05"),), Unscored.TOO_LATE),
        ("2026-05", (judged("x", "likely", "2026-04-30"),), None),
        (None, (judged("x", "likely", "2020"),), Unscored.UNDATED),
        (None, (), Unscored.UNJUDGED),
    ],
)
def test_only_what_was_judged_before_the_answer_counts(when, judgements, expected):
    """For certain before: a judgement of the same day, or of a month with the day in it, may know the answer."""
    [found] = outlook({"x": None}, reading("e", when, (answer("x", "yes"),), judgements)).resolved
    assert found.unscored is expected
    assert (found.judged is None) is (expected is not None)


def test_a_question_counts_once_by_the_last_judgement_before_its_answer():
    """An earlier one is overruled, a later one is hindsight."""
    found = outlook(
        {"x": None},
        reading("early", "2024", (), (judged("x", "unlikely", "2024-01-01"), judged("x", "likely", "2025-01-01"))),
        reading("end", "2026-01-01", (answer("x", "no"),), (judged("x", "almost-no-chance", "2026-02-01"),)),
    )
    [resolved] = found.resolved
    assert resolved.judged.judgement.likelihood == "likely"
    assert resolved.squared_error == middle_of("likely") ** 2


def test_the_last_yes_or_no_decides():
    """As everywhere."""
    found = outlook(
        {"x": None}, reading("a", "2024", (answer("x", "no"),)), reading("b", "2025", (answer("x", "yes"),))
    )
    assert found.resolved[0].is_yes


def test_a_word_is_scored_as_the_middle_of_its_range():
    """As ICD 203 has them, whatever numbers the vocabulary gives."""
    for word, (low, high) in LIKELIHOOD.items():
        assert middle_of(word) == Fraction(low + high, 2) / 100
    assert middle_of("roughly-even-chance") == Fraction(1, 2)


def many(number, likelihood, yes):
    """So many questions of one likelihood, of which the first `yes` came true."""
    names = [f"{likelihood}-{each}" for each in range(number)]
    judgements = tuple(judged(name, likelihood, "2020-01-01") for name in names)
    answers = tuple(answer(name, "yes" if at < yes else "no") for at, name in enumerate(names))
    return dict.fromkeys(names), [reading(f"e-{likelihood}", "2021", answers, judgements)]


def test_the_brier_score_is_exact():
    """Six of eight likely ones came, and one of four unlikely ones: worked out by hand."""
    likely, unlikely = many(8, "likely", 6), many(4, "unlikely", 1)
    found = outlook(likely[0] | unlikely[0], *likely[1], *unlikely[1]).calibration
    p, q = middle_of("likely"), middle_of("unlikely")
    assert (p, q) == (Fraction(27, 40), Fraction(13, 40))
    assert found.brier == (6 * (1 - p) ** 2 + 2 * p**2 + (1 - q) ** 2 + 3 * q**2) / 12
    assert [(each.likelihood, each.number, each.yes, each.share) for each in found.bins] == [
        ("unlikely", 4, 1, Fraction(1, 4)),
        ("likely", 8, 6, Fraction(3, 4)),
    ]


@pytest.mark.parametrize("number", [0, 1, LEAST_SCORED - 1, LEAST_SCORED])
def test_below_ten_there_is_no_score(number):
    """Nor a diagram; how many are missing is known."""
    questions, readings = many(number, "likely", number)
    found = outlook(questions, *readings).calibration
    assert found.scored == number
    assert (found.brier is None) is (number < LEAST_SCORED)
    assert bool(found.bins) is (number >= LEAST_SCORED)


def test_answered_ones_add_up():
    """Scored, or not, for one reason each."""
    found = outlook(
        {"a": None, "b": None, "c": None},
        reading("e", "2026-01-02", (answer("a", "yes"), answer("b", "no"), answer("c", "no"))),
        reading("j", "2026", (), (judged("a", "likely", "2025"), judged("b", "likely", "2026-06"))),
    )
    calibration = found.calibration
    assert calibration.scored + sum(number for _, number in calibration.unscored) == len(found.resolved) == 3
    assert calibration.unscored == ((Unscored.UNJUDGED, 1), (Unscored.TOO_LATE, 1))


def test_as_reported_the_team_s_judgements_are_left_out():
    """And so are answers that no quote carries."""
    found = outlook(
        {"x": None},
        reading("e", "2026", (answer("x", "yes"),), (judged("x", "likely", "2025"),)),
        mode=Mode.REPORTED,
    )
    assert keys(found.undated) == ["x"]
    assert found.undated[0].asked.left_out == 1
    assert found.undated[0].asked.judgements == ()
