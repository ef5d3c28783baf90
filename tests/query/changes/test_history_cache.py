"""What is kept of the history."""

from dashboard.query.changes.history_cache import MOST_KEPT, keeping


def test_what_was_made_is_given_again_for_the_same_key_and_object():
    """Another key, or another object behind it, has it made anew."""
    made = []

    def make():
        made.append(None)
        return len(made)

    one, other = object(), object()
    assert [keeping(("a kind", "a"), one, make) for _ in range(3)] == [1, 1, 1]
    assert keeping(("a kind", "a"), other, make) == 2
    assert keeping(("a kind", "b"), other, make) == 3


def test_only_a_few_of_a_kind_are_kept():
    """The latest asked for; those of another kind stay."""
    keeping(("another kind",), None, lambda: "stays")
    for number in range(MOST_KEPT + 1):
        keeping(("many", str(number)), None, lambda number=number: number)
        keeping(("many", "0"), None, lambda: "anew")
    assert keeping(("many", "0"), None, lambda: "made again") == 0
    assert keeping(("many", "1"), None, lambda: "made again") == "made again"
    assert keeping(("another kind",), None, lambda: "gone") == "stays"
