"""Quotes with words left out: parts in order, near each other."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence.ellipsis import MOST_OMITTED, has_ellipsis, parts_of, places_of_parts, too_short
from dashboard.evidence.finding import Finding, find
from dashboard.evidence.folding import fold_with_offsets
from dashboard.model.claim import Quote

TEXT = (
    "Ecuador previously hosted a U.S. military base during the early 2000s, but the facility was closed in 2009 at the "
    "request of then-President Rafael Correa. The minister said: “We ... do not rule it out.” Talks were held in Quito."
)


def found(exact: str, text: str = TEXT, prefix: str = "", suffix: str = "") -> Finding:
    return find(
        Quote.model_construct(source="s", exact=exact, prefix=prefix, suffix=suffix), text, fold_with_offsets(text)
    )


def words(finding: Finding, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in finding.spans]


@pytest.mark.parametrize("mark", ["…", "...", "[…]", "[...]", "(…)", " … ", " [ ... ] ", ". . .", "……", "\n…\n"])
def test_an_ellipsis_joins_parts_that_stand_in_order(mark: str) -> None:
    """Whichever way it is typed, with or without spaces around it."""
    finding = found(f"Ecuador previously hosted a U.S. military base{mark}was closed in 2009")
    assert words(finding) == ["Ecuador previously hosted a U.S. military base", "was closed in 2009"]
    assert finding.exactly


def test_more_than_two_parts_may_be_joined() -> None:
    """Each has its span."""
    finding = found("previously hosted … the facility … closed in 2009")
    assert words(finding) == ["previously hosted", "the facility", "closed in 2009"]


def test_parts_are_folded_as_whole_quotes_are() -> None:
    """With offsets into the original."""
    text = "The “base” was opened,\nthey said, and  closed – again."
    finding = found('The "base" … closed - again', text)
    assert words(finding, text) == ["The “base”", "closed – again"]
    assert not finding.exactly


def test_a_text_that_has_the_ellipsis_is_found_as_it_is() -> None:
    """One span, exactly; and folded, where it is typed otherwise."""
    assert words(found("We ... do not rule it out")) == ["We ... do not rule it out"]
    finding = found("We … do not rule it out")
    assert words(finding) == ["We ... do not rule it out"]
    assert not finding.exactly


@pytest.mark.parametrize("dots", ["…", "...", ". . .", "．．．", "︙", "..\u200b.", "‥."])
def test_a_text_may_type_its_ellipsis_in_any_way(dots: str) -> None:
    """The quote is the text's own then, and not parts of it."""
    text = f"He said the base {dots} was closed."
    quote = Quote(source="s", exact=f"the base {'. . .' if ' ' in dots else '...'} was closed")
    ((span,),) = find(quote, text, fold_with_offsets(text)).places
    assert text[slice(*span)] == f"the base {dots} was closed"


def test_an_ellipsis_at_an_end_means_nothing() -> None:
    """Words go on before and behind every quote."""
    assert words(found("… the facility was closed …")) == ["the facility was closed"]


@pytest.mark.parametrize(
    "exact",
    [
        "was closed in 2009 … Ecuador previously hosted",
        "Ecuador previously hosted … was closed in 2008",
        "Ecuador previously hosted … was opened in 2009",
        "Ecuador … a … Quito",
        "… a …",
        "[…]",
        "[...] ...",
        "previously hosted … previously hosted",
    ],
    ids=[
        "other order",
        "another digit",
        "another word",
        "too short",
        "short between ellipses",
        "alone",
        "two",
        "overlap",
    ],
)
def test_parts_that_do_not_stand_so_are_not_found(exact: str) -> None:
    """In another order, with another digit, too short to tell, or nothing at all."""
    assert not found(exact).places


def test_parts_that_are_far_apart_are_not_joined() -> None:
    """`MOST_OMITTED` characters between them are near, one more is not."""
    for gap, stands in ((MOST_OMITTED, True), (MOST_OMITTED + 1, False)):
        text = "the beginning" + "x" * gap + "and the end"
        assert found("the beginning … and the end", text).stands is stands


def test_every_way_in_which_the_parts_stand_is_a_place() -> None:
    """An ambiguous quote is not found; prefix and suffix decide about its first and its last part."""
    text = (
        "It was said: the base was closed. It was denied: the base was closed in 2009. So the year was 2009 or later."
    )
    assert len(found("the base … closed in 2009", text).places) == 2
    assert len(found("denied: the base … was 2009", text).places) == 1
    assert words(found("the base … closed in 2009", text, prefix="denied: "), text) == ["the base", "closed in 2009"]
    assert found("the base … closed in 2009", text, prefix="nowhere").places == ()
    assert len(found("the base … was closed", text, suffix=" in 2009").places) == 2
    assert found("the base … was closed", text, prefix="said:", suffix="in 2009").stands


@pytest.mark.parametrize("mark", ["…", "……", "[…]"])
def test_scripts_without_spaces_may_leave_words_out_too(mark: str) -> None:
    """Three characters of theirs are enough for a part."""
    text = "政府于2025年9月4日宣布新港口启用。工程耗资一千三百五十万美元。"
    assert words(found(f"政府于{mark}新港口启用", text), text) == ["政府于", "新港口启用"]
    assert not found(f"政府{mark}新港口启用", text).places


@pytest.mark.parametrize(
    ("part", "short"), [("a b", True), ("in 2009", False), ("the 2", True), ("港口", True), ("新港口", False)]
)
def test_a_part_is_too_short_where_it_might_stand_anywhere(part: str, short: bool) -> None:
    """Letters and digits count, signs and spaces do not."""
    assert too_short(part) is short


def test_decimal_points_and_abbreviations_are_no_ellipsis() -> None:
    """One dot or two leave nothing out."""
    assert not has_ellipsis("The U.S. paid $13.5 million.. or so.")
    assert parts_of("closed.... The base") == ("closed", "The base")


STARTS = st.lists(st.lists(st.integers(0, 1500), unique=True, max_size=12).map(sorted), min_size=1, max_size=4)


@given(STARTS, st.integers(1, 30))
def test_places_are_those_that_trying_everything_gives(stands: list[list[int]], length: int) -> None:
    """In order, without overlap, near, none twice and none missed."""
    ways: list[tuple[tuple[int, int], ...]] = [()]
    for starts in stands:
        ways = [
            (*way, (start, start + length))
            for way in ways
            for start in starts
            if not way or 0 <= start - way[-1][1] <= MOST_OMITTED
        ]
    assert places_of_parts(stands, [length] * len(stands), 10**6) == tuple(ways)


def test_a_text_that_repeats_itself_takes_no_more_than_its_length() -> None:
    """However many ways begin, none leads nowhere for long: four times the text takes about four times as long."""

    def seconds(times: int) -> float:
        """The least of three; what disturbs one of them adds nothing."""
        text, signs = "the base " * (times * 2500), "x" * (times * 250_000)
        taken = []
        for _ in range(3):
            began = time.process_time()
            assert not found(" … ".join(["the base"] * 7 + ["the harbour"]), text).places
            assert len(found(" … ".join(["the base"] * 8), text).places) == 50
            assert not found("xxxxxx … xxxxxx", signs).places
            taken.append(time.process_time() - began)
        return min(taken)

    assert seconds(4) < 6 * seconds(1)  # were it by the square: 16
