"""Dates as other languages write them; and what looks like one, and is none."""

import datetime as dt
import time

import pytest

from dashboard.drafting.dates import date_of
from dashboard.evidence.date_phrases import PhraseProblem, read_phrase
from dashboard.evidence.words import dates_in

DAY = dt.date(2024, 6, 1)


def given(text):
    """Each date with its words."""
    return [(each.year, each.month, each.day, text[each.start : each.end]) for each in dates_in(text)]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2024年5月7日", "2024-05-07"),
        ("２０２４年５月７日", "2024-05-07"),
        ("2024 年 5 月 7 日", "2024-05-07"),
        ("2024年5月7號", "2024-05-07"),
        ("2024年5月", "2024-05"),
        ("2024年", "2024"),
        ("5月7日", "2024-05-07"),
        ("2024년 5월 7일", "2024-05-07"),
        ("7 мая 2024", "2024-05-07"),
        ("7 мая 2024 года", "2024-05-07"),
        ("7 мая", "2024-05-07"),
        ("в мае 2024", "2024-05"),
        ("7 травня 2024 року", "2024-05-07"),
        ("7-9 мая 2024", "2024-05-07/2024-05-09"),
        ("7 de mayo de 2024", "2024-05-07"),
        ("el 7 de mayo", "2024-05-07"),
        ("mayo de 2024", "2024-05"),
        ("7 de março de 2024", "2024-03-07"),
        ("7 mai 2024", "2024-05-07"),
        ("le 7 mai", "2024-05-07"),
        ("le 1er mai 2024", "2024-05-01"),
        ("7. Mai 2024", "2024-05-07"),
        ("7. März", "2024-03-07"),
        ("7 maggio 2024", "2024-05-07"),
        ("7 mei 2024", "2024-05-07"),
    ],
)
def test_a_date_is_read_alone_and_in_a_sentence(words, edtf):
    """As `dateline date` reads it, and as Add does where it is marked."""
    assert [str(each.date) for each in read_phrase(words, DAY)] == [edtf]
    if "/" not in edtf and words[0].isdigit() and len(dates_in(words)) == 1 and dates_in(words)[0].year:
        found = date_of(f"— {words}, -", DAY)
        assert found is not None
        assert str(found.date) == edtf


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("会议于2024年5月7日在北京举行。", [(2024, 5, 7, "2024年5月7日")]),
        ("7 y 8 de mayo de 2024", [(2024, 5, day, "7 y 8 de mayo de 2024") for day in (7, 8)]),
        ("De 2023 al 7 de mayo de 2024", [(2023, None, None, "2023"), (2024, 5, 7, "7 de mayo de 2024")]),
        ("le 7 mai, puis en 2025", [(None, 5, 7, "le 7 mai"), (2025, None, None, "2025")]),
        ("On May 7, 2024 (2024年5月8日)", [(2024, 5, 7, "May 7, 2024"), (2024, 5, 8, "2024年5月8日")]),
    ],
)
def test_each_date_has_its_words(text, dates):
    """And no year that belongs to one stands by itself as well."""
    assert given(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "令和6年",
        "1500年前",
        "1900年以上",
        "2024年度",
        "1200년 전",
        "100年の歴史",
        "3 mars bars and 2 mai tais",
        "3 mayo sandwiches, 4 may go",
        "маяк 7",
        "5 mei-mei",
        "в марте",
        "13月7日",
        "20241年",
        "el mayo",
        "Mars 2020",
    ],
)
def test_what_only_looks_like_a_date_has_no_month_and_day(text):
    """A duration, an era, a fiscal year, food, a planet: at most a year is read in it."""
    assert [each for each in dates_in(text) if each.month or each.day] == []
    assert text == "Mars 2020" or dates_in(text) == []


def test_a_day_that_no_calendar_has_is_refused_with_the_reason():
    """As in English."""
    with pytest.raises(PhraseProblem, match="2024-02-30"):
        read_phrase("30 de febrero de 2024")
    assert date_of("am 30. Februar 2024", DAY) is None


def test_a_long_text_without_such_dates_costs_little():
    """Nothing is tried again and again on digits and words."""
    text = "7 8 9 de la mar, le 12 et 13 du 14 " * 20_000
    began = time.process_time()
    assert dates_in(text) == []
    assert time.process_time() - began < 5
