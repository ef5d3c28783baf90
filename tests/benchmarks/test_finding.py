"""The quotes that finding is measured with are found as they are meant to be."""

from dashboard.evidence.verdicts import Verdict, evidence_of
from tests.benchmarks.finding import plainly_found, sought


def test_every_quote_stands_where_its_words_do():
    """Exactly, folded and in two parts: another path through the finding each, and the same place."""
    of = sought(texts=3, quotes=60)
    plainly = plainly_found(of)
    ways = ((of.exactly, True, 1), (of.folded, False, 1), (of.in_parts, True, 2))
    for events, exactly, parts in ways:
        evidence = evidence_of(events, of.texts)
        assert evidence.count(events)[Verdict.FOUND] == 60
        findings = [each.quotes[0].finding for claims in evidence.claims.values() for each in claims.values()]
        assert [finding.spans[0][0] for finding in findings] == plainly
        assert {len(finding.spans) for finding in findings} == {parts}
        assert any(finding.exactly is exactly for finding in findings)
