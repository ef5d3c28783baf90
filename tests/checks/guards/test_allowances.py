"""What `allow` suppresses: the words that it names, and nothing else."""

from collections.abc import Callable

import pytest

from dashboard.checks import guard_registry
from dashboard.checks.guards import allowances
from dashboard.checks.guards.run import violations
from dashboard.checks.validation import validate
from dashboard.model import problem as catalogue
from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]

EVENT = """\
claims:
  opened:
    text: {text}
    quotes: [{{source: dispatch, exact: The harbour of Lorne was opened on 4 May 2021}}]
    allow: {allow}
"""


def told(found, text, allow):
    """The codes, messages and hints of one claim on the base workspace's dispatch."""
    problems = found(event=EVENT.format(text=text, allow=allow))
    return [(each.code, each.message, each.hint) for each in problems]


def test_a_declared_guard_may_be_allowed(found, monkeypatch):
    """A guard is a kind of problem like others; where `allow` misspells it, it is offered."""
    monkeypatch.setattr(guard_registry, "GUARDS", {})
    monkeypatch.setattr(catalogue, "KINDS", {})
    declared = guard_registry.guard("number-not-quoted", "A number", "It stands in no quote.", "quote it", "warning")
    assert catalogue.KINDS == guard_registry.GUARDS == {"number-not-quoted": declared}
    monkeypatch.setattr(allowances, "GUARDS", guard_registry.GUARDS)
    (problem,) = found(claim="    allow: {number-not-quotd: {words: two, reason: The sum of two amounts.}}\n")
    assert (problem.code, problem.hint) == ("guard-unknown", "did you mean `number-not-quoted`?")


@pytest.mark.parametrize("words", ["'15'", "['15']", "['15', '16']", "' 15 '"])
def test_the_words_that_are_named_are_allowed(found, words):
    """One text, or a list of several, in which white space at the ends does not count."""
    text = "The harbour of Lorne was opened with 15 cranes" + (" and 16 quays." if "16" in words else ".")
    assert told(found, text, f"{{number-not-quoted: {{words: {words}, reason: They are known.}}}}") == []


def test_other_words_of_the_same_guard_are_struck(found):
    """An exception for 15 is none for 16, and the message ends with the entry to paste for 16."""
    allow = "{number-not-quoted: {words: '15', reason: They are known.}}"
    ((code, message, hint),) = told(found, "The harbour of Lorne was opened with 15 cranes and 16 quays.", allow)
    assert (code, message) == ("number-not-quoted", "“16” is in claim `opened`, but in none of its quotes")
    assert hint.endswith('or `allow` it with the reason: `allow: {number-not-quoted: {words: "16", reason: …}}`')


def test_of_several_words_in_one_message_those_not_named_are_struck(found):
    """Two names are told together; where one is allowed, the message is about the other alone."""
    allow = "{name-not-quoted: {words: peru, reason: The team knows it.}}"
    ((code, message, _),) = told(found, "The harbour of Lorne was opened by Peru and Chile.", allow)
    assert (code, message) == ("name-not-quoted", "“Chile” is in claim `opened`, but in none of its quotes")


def test_words_that_belong_together_are_allowed_together(found):
    """An opposite is two words: naming one of them allows nothing."""
    text = "The harbour of Lorne was closed on 4 May 2021."
    both = "{opposite-said: {words: [closed, opened], reason: As it is meant.}}"
    assert told(found, text, both) == []
    codes = [code for code, _, _ in told(found, text, both.replace("[closed, opened]", "closed"))]
    assert codes == ["opposite-said"]


def test_a_word_that_the_guard_does_not_find_is_told(found):
    """Beside one that it finds, at the words; alone, as an exception that is not needed at all."""
    text = "The harbour of Lorne was opened with 15 cranes."
    allow = "{number-not-quoted: {words: ['15', '17'], reason: They are known.}}"
    ((code, message, hint),) = told(found, text, allow)
    assert (code, message) == ("guard-not-needed", "`number-not-quoted` does not find “17” in claim `opened`")
    assert hint == "remove what it does not find; it finds “15”"
    ((code, message, _),) = told(found, "The harbour of Lorne was opened.", allow)
    assert (code, message) == ("guard-not-needed", "`number-not-quoted` finds no problem in claim `opened`")


@pytest.mark.parametrize(
    ("allow", "entry"),
    [
        ("{number-not-quoted: They are known.}", '{words: ["15", "16"], reason: "They are known."}'),
        ("{number-not-quoted: {reason: They are known.}}", '{words: ["15", "16"], reason: "They are known."}'),
        ("{number-not-quoted: {words: [], reason: known}}", '{words: ["15", "16"], reason: known}'),
    ],
)
def test_the_old_form_is_an_error_that_shows_the_entry(found, base_workspace, allow, entry):
    """The reason alone is told with the words that the guard finds; the event is still drawn, and the paste passes."""
    text = "The harbour of Lorne was opened with 15 cranes and 16 quays."
    ((code, message, hint),) = told(found, text, allow)
    assert code == "allow-without-words"
    assert message == "the exception from `number-not-quoted` in claim `opened` does not name the words that it is for"
    assert hint == f"write `number-not-quoted: {entry}`"
    assert "case" in validate(base_workspace).workspace.events
    assert told(found, text, f"{{{hint.removeprefix('write `').removesuffix('`')}}}") == []


def test_an_old_form_that_nothing_needs_is_to_be_removed(found):
    """Where the guard finds nothing, there are no words to name."""
    ((code, _, hint),) = told(found, "The harbour of Lorne was opened.", "{number-not-quoted: It was once a sum.}")
    assert (code, hint) == ("allow-without-words", "remove the entry: the guard finds no problem here")


@pytest.mark.parametrize(
    ("allow", "code"),
    [
        ("{number-not-quoted: {words: '15', reason: …}}", "text-empty"),
        ("{number-not-quoted: {words: 15, reason: They are known.}}", "value-wrong-type"),
        ("{number-not-quoted: {words: '15'}}", "key-missing"),
        ("{number-not-quoted: {words: '15', why: They are known.}}", "key-unknown"),
        ("{number-not-quoted: 15}", "value-wrong-type"),
    ],
)
def test_an_entry_in_another_form_is_refused(found, allow, code):
    """Among others the one of a message whose reason nobody has written yet."""
    assert code in [each for each, _, _ in told(found, "The harbour of Lorne was opened.", allow)]


def test_a_long_quote_is_named_by_both_its_ends(found, base_workspace):
    """An exception for a quote has its first and its last words, which are enough to paste."""
    quote = (
        "Officials said the works had cost $12 million. ‘We kept our word,’ Ruiz said. Analysts expect a second quay."
    )
    claim = f"claims:\n  a:\n    text: The king ate bread.\n    quotes: [{{source: dispatch, exact: {quote!r}}}]\n"
    assert "quote-of-other-words" in [each.code for each in found(event=claim)]
    (words,) = [each.words for each in violations(validate(base_workspace).corpus) if each.path[-1] == "exact"]
    assert words == ("Officials said the works had … Analysts expect a second quay.",)
    allow = f'    allow: {{quote-of-other-words: {{words: "{words[0]}", reason: So it is.}}}}\n'
    assert "quote-of-other-words" not in [each.code for each in found(event=claim + allow)]
