"""Words that somebody inserted into a quote support nothing."""

from dashboard.checks.validation import validate
from dashboard.evidence.verdicts import Verdict


def codes(root, text, exact):
    """What is wrong with a claim of this text on this quote; and its verdict."""
    path = root / "events/case/case.yaml"
    path.parent.mkdir(exist_ok=True)
    quotes = f"quotes: [{{source: dispatch, exact: '{exact}'}}]"
    path.write_text(f"title: A case\nclaims:\n  said: {{text: {text}, {quotes}}}\n", encoding="utf-8")
    found = validate(root)
    of_case = {problem.code for problem in found.problems if problem.file.endswith("case.yaml")}
    return of_case, found.evidence.of("case", "said").verdict, found.workspace.events["case"].claims["said"].quotes


def test_a_number_in_brackets_is_not_quoted(base_workspace):
    """The words beside the brackets are found, and the number is the analyst's own; the record keeps its quote."""
    exact = "The harbour of Lorne was opened [by 300 people] on 4 May 2021"
    wrong, verdict, quotes = codes(base_workspace, "300 people opened the harbour of Lorne on 4 May 2021.", exact)
    assert "number-not-quoted" in wrong
    assert verdict is Verdict.QUESTIONED
    assert quotes[0].exact == exact


def test_a_claim_on_the_words_beside_the_brackets_is_found(base_workspace):
    """Nothing is wrong with it."""
    exact = "The harbour [of the town] of Lorne was opened on 4 May 2021"
    wrong, verdict, _ = codes(base_workspace, "The harbour of Lorne was opened on 4 May 2021.", exact)
    assert (wrong & {"quote-not-found", "number-not-quoted", "name-not-quoted"}, verdict) == (set(), Verdict.FOUND)
