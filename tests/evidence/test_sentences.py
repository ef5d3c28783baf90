"""Sentences and paragraphs by rules."""

from itertools import pairwise

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dashboard.evidence.sentences import paragraphs, sentences

TWO = (
    ("He met U.S.\nSecretary of State Marco Rubio. They spoke.", "a line break in mid-sentence, after an abbreviation"),
    ("It left the U.S. The base stayed.", "an initialism at the end"),
    ("Mr. Noboa and Gen. John F. Kelly met on Sept. 4, 2025. They spoke.", "titles, initials, months"),
    ("He came in Sept. Talks began.", "a month at the end"),
    ("The $13.5 million is for No. 5, e.g. drones. They fly.", "numbers and what stands before them"),
    ("He said no. They left.", "a word that is an abbreviation before numbers"),
    ("‘We would consider it.’ Rubio left.", "a quotation mark behind the stop"),
    ("He asked “Why?” and went. She stayed.", "a question inside a sentence"),
    ("It ended (in 2009.) Then it was over.", "a bracket behind the stop"),
    ("They waited … and left. Nobody came.", "an ellipsis inside"),
    ("Really?! Yes.", "several marks"),
    ("It was agreed.[12] It was signed.", "a footnote behind the stop"),
    ("He came at 5 p.m. The talks began.", "a time at the end"),
    ("He came at 5 p.m. Thursday to talk. They spoke.", "a time in the middle"),
    ("Acme Inc. Board members met. They spoke.", "a company in the middle"),
    ("وقعت الإكوادور اتفاقية. هل ستعود القاعدة؟", "Arabic"),
    ("یہ معاہدہ ہوا۔ وہ چلے گئے۔", "Urdu"),
    ("中国外交部长会见了他。他们谈了很久！", "Chinese, without spaces"),
    ("その基地は閉鎖された。「戻らない。」", "Japanese, a bracket behind the stop"),
    ("यह समझौता हुआ। वे चले गए।", "Hindi"),
    ("대한민국은 협상을 시작했다. 미국도 합의했다.", "Korean"),
    ("База закрыта в 2009 г. Россия молчит. Всё кончено.", "Russian, with an abbreviation before a name"),
    ("¿Volverán? «No lo sé.»", "Spanish"),
    (
        "The Base Closes\nIt was closed in 2009 at the request of the then president, who had long asked for it to be.",
        "head",
    ),
    (
        "The first line is wrapped by hand to fit\nDateline’s width and ends here. The next\nis wrapped as well.",
        "wrapped",
    ),
    ("Headline without a stop\n\nBody that begins.", "a blank line"),
)


@pytest.mark.parametrize("text", [text for text, _ in TWO], ids=[name for _, name in TWO])
def test_these_are_two_sentences(text):
    """Each is cut in one place, and nothing of it is lost."""
    found = [text[start:end] for start, end in sentences(text)]
    assert len(found) == 2, found
    assert "".join("".join(found).split()) == "".join(text.split())


def test_what_has_no_letter_or_digit_is_no_sentence():
    """Rows of stars, dots and blank lines are not counted."""
    assert sentences("* * *\n\n...\n\n \t\n") == ()
    assert sentences("") == ()


def test_wrapped_lines_are_one_paragraph_and_others_are_their_own():
    """Offsets are of the original; blank lines lie between."""
    first = "It is a line of many words that goes on until\nit is full, and then there is one more and it\nends."
    second = "Another begins with a line that is as long\nand ends."
    wrapped = f"{first}\n{second}\n"
    assert [wrapped[start:end] for start, end in paragraphs(wrapped)] == [first, second]
    plain = "\n \nOne.\n" + "Two " * 40 + "\nThree.\n\n\nFour.\n"
    assert [plain[start:end].strip()[:4] for start, end in paragraphs(plain)] == ["One.", "Two ", "Thre", "Four"]


@given(st.text('aB .!?\n\r\t’"U.S.。؟1', max_size=120))
def test_whatever_the_text_sentences_and_paragraphs_are_in_order_and_lose_nothing(text):
    """They do not overlap; every letter and digit is in one sentence and in one paragraph."""
    for spans in (sentences(text), paragraphs(text)):
        assert all(start < end for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        kept = "".join(text[start:end] for start, end in spans)
        assert [sign for sign in kept if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
